//! Around the files: the copies made before they are taken in, who takes part, the watched folder, places where a
//! partnership's file must not lie, and the keys of a laptop.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{add, laptops, rename, send, take, verify};
use crate::{
    office::{Office, analysis, change, words},
    protection::{OTHER, PASSPHRASE},
};

#[test]
fn a_copy_is_made_before_and_leads_back_and_going_back_loses_nothing() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    second.create("situation_analysis", analysis());
    let before = second.everything();
    first.create("training_session", crate::office::training());
    let bundle = send(&first);
    let taken = take(&second, &bundle);
    let backup = PathBuf::from(taken["backup"].as_str().unwrap());
    assert_eq!(backup.parent().unwrap(), second.path().with_file_name("backups"));
    assert!(backup.file_name().unwrap().to_str().unwrap().contains("2016-06-01"), "{backup:?}");

    // What came in is not taken back step by step, and what was done before stays as it is; said in words.
    assert_eq!(second.refused("undo", json!({}))["code"], "taken_in");
    assert_eq!(second.ok("undoable", json!({})), json!({ "undo": false, "redo": false, "step": null }));
    second.create("pilot_initiative", crate::office::pilot());
    second.ok("undo", json!({}));
    assert_eq!(second.refused("undo", json!({}))["code"], "taken_in");

    let after = second.everything();
    // A copy of another file in the same folder, whose name only begins alike, is none of this one.
    let stem = second.path().file_stem().unwrap().to_str().unwrap().to_owned();
    let other = backup.with_file_name(format!("{stem} 2 2016-06-01 09-00-00.liaise"));
    std::fs::copy(&backup, &other).unwrap();
    let listed = second.ok("backups", json!({}));
    assert_eq!(listed.as_array().unwrap().len(), 1, "{listed}");
    assert_eq!(listed[0]["path"], json!(backup));
    assert_eq!(second.refused("restore_backup", json!({ "path": other }))["code"], "missing_file");
    let path = second.path();
    assert_eq!(second.refused("restore_backup", json!({ "path": path }))["code"], "missing_file");
    let file = second.ok("restore_backup", json!({ "path": backup }));
    assert_eq!((file["path"].as_str().unwrap(), second.everything()), (path.to_str().unwrap(), before));
    verify(&second);
    let listed = second.ok("backups", json!({}));
    assert_eq!(listed.as_array().unwrap().len(), 2, "what was there before going back: {listed}");
    let back = listed.as_array().unwrap().iter().find(|one| one["path"] != json!(backup)).unwrap();
    second.ok("restore_backup", json!({ "path": back["path"] }));
    assert_eq!(second.everything(), after);
    // And the file itself can be taken in again at any time.
    second.ok("restore_backup", json!({ "path": backup }));
    take(&second, &bundle);
    assert_eq!(second.list("training_session").len(), 1);
}

#[test]
fn a_removed_laptop_is_neither_sealed_for_nor_believed() {
    let [first, second, third] = <[Office; 3]>::try_from(laptops(3)).ok().unwrap();
    let members = first.ok("exchange", json!({}))["members"].clone();
    let gone = members.as_array().unwrap().iter().find(|member| member["label"] == "Laptop 3").unwrap();
    first.ok("remove_member", json!({ "member": gone["id"] }));
    first.create("situation_analysis", analysis());
    let bundle = send(&first);
    take(&second, &bundle);
    assert_eq!(third.refused("open_bundle", json!({ "path": bundle }))["code"], "sealed_for_others");
    third.create("training_session", crate::office::training());
    let stranger = second.refused("open_bundle", json!({ "path": send(&third) }));
    assert_eq!((&stranger["code"], &stranger["detail"]), (&json!("strange_signer"), &json!("Laptop 3")));
    add(&first, &third, "Laptop 3 again");
    take(&third, &send(&first));
    assert_eq!(third.list("situation_analysis").len(), 1, "who is back is given what was missed");
}

#[test]
fn a_watched_folder_shows_what_came_and_takes_what_is_new() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let shared = tempfile::tempdir().unwrap();
    assert_eq!(first.ok("look_in_folder", json!({})), json!([]));
    for office in [&first, &second] {
        office.ok("choose_exchange_folder", json!({ "path": shared.path() }));
    }
    let id = first.create("situation_analysis", analysis());
    let made = first.ok("write_bundle", json!({}));
    let name = made["file_name"].as_str().unwrap();
    let parts: Vec<&str> = name.split('_').collect();
    assert_eq!(&parts[..3], ["2016-06-01", "LIE", "Laptop-1"], "{name}");
    assert!(parts[3].len() == 8 + ".liaise-bundle".len(), "{name}");
    std::fs::write(shared.path().join("half.liaise-bundle"), &std::fs::read(shared.path().join(name)).unwrap()[..400])
        .unwrap();
    std::fs::write(shared.path().join("other.txt"), "x").unwrap();
    assert_eq!(first.ok("look_in_folder", json!({})).as_array().unwrap().len(), 1, "its own file is no news");
    let found = second.ok("look_in_folder", json!({}));
    assert_eq!((&found[0]["file_name"], &found[0]["device"]), (&json!(name), &json!("Laptop 1")));
    assert_eq!(found[1]["problem"], "damaged_bundle");
    take(&second, Path::new(found[0]["path"].as_str().unwrap()));
    assert_eq!(second.ok("look_in_folder", json!({})).as_array().unwrap().len(), 1);
    rename(&second, &id, "title", words("Back"));
    second.ok("write_bundle", json!({}));
    let back = first.ok("look_in_folder", json!({}));
    take(&first, Path::new(back[0]["path"].as_str().unwrap()));
    assert_eq!(first.list("situation_analysis")[0]["title"], words("Back"));
    second.ok("forget_exchange_folder", json!({}));
    assert_eq!(second.ok("settings", json!({}))["exchange_folder"], json!(null));
}

#[test]
fn a_file_on_a_share_or_in_a_synchronised_folder_is_recognised() {
    let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /srv/team nfs4 rw 0 0\n//nas/y /mnt/my\\040share cifs rw 0 0\n\
                  tmpfs /srv/team/local tmpfs rw 0 0\n";
    for (path, place) in [
        ("/data/Liaise/P.liaise", None),
        ("/data/Dropbox.liaise", None),
        ("/data/Dropboxes/P.liaise", None),
        ("/data/Dropbox/P.liaise", Some("dropbox")),
        ("C:\\Users\\x\\OneDrive - Stad Gent\\P.liaise", Some("onedrive")),
        ("/data/Library/Mobile Documents/com~apple~CloudDocs/P.liaise", Some("icloud")),
        ("/data/Nextcloud2/P.liaise", None),
        ("/data/Nextcloud/a/b/P.liaise", Some("nextcloud")),
        ("G:\\My Drive\\P.liaise", Some("google_drive")),
        ("\\\\server\\share\\P.liaise", Some("network")),
        ("/Volumes/Share/P.liaise", Some("network")),
        ("/run/user/1000/gvfs/smb-share:server=x/P.liaise", Some("network")),
        ("/srv/team/P.liaise", Some("network")),
        ("/srv/team/local/P.liaise", None),
        ("/srv/teamwork/P.liaise", None),
        ("/mnt/my share/P.liaise", Some("network")),
    ] {
        assert_eq!(liaise_core::session::shared_place(Path::new(path), mounts), place, "{path}");
    }
    let office = Office::with_file();
    assert_eq!(office.ok("file", json!({}))["shared_place"], json!(null));
    let folder = office.folder.path().join("Dropbox");
    std::fs::create_dir(&folder).unwrap();
    let moved = folder.join("P.liaise");
    let path = office.path();
    office.ok("close_file", json!({}));
    std::fs::copy(path, &moved).unwrap();
    assert_eq!(office.ok("open_file", json!({ "path": moved }))["shared_place"], "dropbox");
}

#[test]
fn the_keys_of_a_laptop_are_its_own_and_never_made_anew() {
    let office = Office::speaking("en");
    let key = office.ok("exchange", json!({}))["key"].clone();
    assert_eq!(office.ok("exchange", json!({}))["key"], key);
    let path = office.folder.path().join("Liaise").join("laptop.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    std::fs::write(&path, "{").unwrap();
    assert_eq!(office.refused("exchange", json!({}))["code"], "damaged_identity");
    assert_eq!(std::fs::read(&path).unwrap(), b"{");
}

#[test]
fn what_only_a_coordinator_writes_only_a_coordinator_chooses() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let city = |office: &Office, city: &str| {
        let id = office.list("partnership")[0]["id"].as_str().unwrap().to_owned();
        change(office, "partnership", &id, json!({ "city": city }));
    };
    city(&first, "Ours");
    city(&second, "Theirs");
    assert_eq!(take(&first, &send(&second))["conflicts"], 1);
    first.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    let values = json!({ "name": "Ben", "role": "contributor", "agency": null });
    first.ok("add_user", json!({ "values": values, "passphrase": OTHER }));
    let path = first.path();
    first.ok("lock_file", json!({}));
    first.ok("unlock_file", json!({ "path": path, "passphrase": OTHER }));
    let clash = first.ok("conflicts", json!({}))[0].clone();
    let args = json!({ "record": clash["record"], "field": clash["field"], "choice": "Ours" });
    assert_eq!(first.refused("settle_conflict", args.clone())["code"], "not_allowed");
    assert_eq!(first.ok("conflicts", json!({})).as_array().unwrap().len(), 1);
    first.ok("lock_file", json!({}));
    first.ok("unlock_file", json!({ "path": path, "passphrase": PASSPHRASE }));
    first.ok("settle_conflict", args);
    assert_eq!(first.list("partnership")[0]["city"], "Ours");
}
