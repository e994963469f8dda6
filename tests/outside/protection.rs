//! A file that only its users open: passphrases, the recovery key, roles, locking, and that nothing of it lies about in the
//! clear.

use std::{fs, path::Path};

use chrono::DateTime;
use liaise_core::{api, protection::Grant};
use serde_json::{Value, json};

use crate::office::{Office, analysis, words};

pub(crate) const PASSPHRASE: &str = "correct horse battery";
pub(crate) const OTHER: &str = "seven quiet bridges";
/// A word that no file has by chance.
const NEEDLE: &str = "Zwqxjvkplm";

/// A partnership's file that Ada may unlock; its recovery key.
pub(crate) fn protected() -> (Office, String) {
    let office = Office::with_file();
    let recovery = office.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    assert_eq!(recovery["left"], json!([]));
    (office, recovery["key"].as_str().unwrap().into())
}

pub(crate) fn unlock(office: &Office, passphrase: &str) -> Result<Value, liaise_core::Error> {
    let path = office.ok("locked", json!({}))["path"].clone();
    office.call("unlock_file", json!({ "path": path, "passphrase": passphrase }))
}

pub(crate) fn code(result: Result<Value, liaise_core::Error>) -> &'static str {
    result.map_or_else(|error| error.code(), |_| "ok")
}

pub(crate) fn add(office: &Office, name: &str, role: &str, passphrase: &str) -> String {
    let values = json!({ "name": name, "role": role, "agency": null });
    office.ok("add_user", json!({ "values": values, "passphrase": passphrase }))["id"].as_str().unwrap().into()
}

/// Files below a folder in which a word stands in the clear, in UTF-8 or UTF-16.
pub(crate) fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else {
            let bytes = fs::read(&path).unwrap();
            let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
            if has(word.as_bytes()) || has(&wide) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[test]
fn an_encrypted_file_opens_for_its_user_and_for_the_recovery_key_only() {
    let (office, recovery) = protected();
    office.create("situation_analysis", analysis());
    let file = office.ok("file", json!({}));
    assert_eq!((&file["encrypted"], &file["role"]), (&json!(true), &json!("coordinator")));
    office.ok("lock_file", json!({}));
    assert_eq!(office.ok("file", json!({})), json!(null));
    assert_eq!(office.refused("list_records", json!({ "entity": "agency" }))["code"], "no_file");
    assert_eq!(code(unlock(&office, "correct horse batterz")), "wrong_passphrase");
    assert_eq!(code(unlock(&office, "")), "wrong_passphrase");
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    assert_eq!(office.list("situation_analysis").len(), 1);

    office.ok("lock_file", json!({}));
    let path = office.ok("locked", json!({}))["path"].clone();
    let other = if recovery.starts_with('Q') { "P" } else { "Q" };
    let wrong = json!({ "path": path, "key": format!("{other}{}", &recovery[1..]) });
    assert_eq!(office.refused("recover_file", wrong)["code"], "wrong_passphrase");
    office.ok("recover_file", json!({ "path": path, "key": recovery.to_lowercase() }));
    let ada = office.ok("protection", json!({}))["users"][0]["id"].clone();
    office.ok("reset_passphrase", json!({ "user": ada, "passphrase": OTHER }));
    office.ok("close_file", json!({}));
    assert_eq!(office.refused("open_file", json!({ "path": path }))["code"], "locked");
    assert_eq!(code(unlock(&office, PASSPHRASE)), "wrong_passphrase");
    assert_eq!(code(unlock(&office, OTHER)), "ok");
}

#[test]
fn guessing_becomes_slow_and_the_right_passphrase_ends_that() {
    let (office, _) = protected();
    office.ok("lock_file", json!({}));
    let path = office.ok("locked", json!({}))["path"].clone();
    let attempt = |second: i64, passphrase: &str| {
        let moment = DateTime::from_timestamp(1_500_000_000 + second, 0).unwrap();
        let args = json!({ "path": path, "passphrase": passphrase });
        code(api::call(&office.session, moment, "unlock_file", args))
    };
    for _ in 0..4 {
        assert_eq!(attempt(0, "a guess that is wrong"), "wrong_passphrase");
    }
    // Two seconds after the fourth, four after the fifth; the right passphrase waits as long as a wrong one.
    assert_eq!(attempt(0, PASSPHRASE), "try_later");
    assert_eq!(attempt(2, "a guess that is wrong"), "wrong_passphrase");
    assert_eq!(attempt(5, PASSPHRASE), "try_later");
    assert_eq!(attempt(6, PASSPHRASE), "ok");
    office.ok("lock_file", json!({}));
    assert_eq!(attempt(6, "a guess that is wrong"), "wrong_passphrase");
    assert_eq!(attempt(6, PASSPHRASE), "ok");
}

#[test]
fn a_weak_passphrase_and_a_name_that_is_none_leave_the_file_as_it_was() {
    let office = Office::with_file();
    for (name, passphrase) in [("Ada", "too short"), (" ", PASSPHRASE), ("A\u{7}da", PASSPHRASE)] {
        let refused = office.refused("protect_file", json!({ "name": name, "passphrase": passphrase }));
        assert_eq!(refused["code"], "invalid");
    }
    assert_eq!(office.ok("file", json!({}))["encrypted"], false);
    assert!(fs::read(office.path()).unwrap().starts_with(b"SQLite format 3"));
}

#[test]
fn nothing_of_an_encrypted_file_lies_about_in_the_clear() {
    let office = Office::with_file();
    let mut before = analysis();
    before["title"] = words(NEEDLE);
    office.create("situation_analysis", before);
    office.ok("restore_backup", json!({ "path": backup(&office) }));
    let folder = office.folder.path().to_owned();
    assert!(!files_with(&folder, NEEDLE).is_empty(), "before it is encrypted, the word is in the file and its copies");
    office.ok("protect_file", json!({ "name": NEEDLE, "passphrase": PASSPHRASE }));
    let person = json!({ "given_name": NEEDLE, "family_name": NEEDLE, "organisation": NEEDLE });
    office.create("participant", person.clone());
    assert_eq!(files_with(&folder, NEEDLE), Vec::<String>::new(), "while it is open");
    office.ok("restore_backup", json!({ "path": backup(&office) }));
    office.create("participant", person);
    assert_eq!(files_with(&folder, NEEDLE), Vec::<String>::new(), "after a copy and going back");
    office.ok("lock_file", json!({}));
    assert_eq!(files_with(&folder, NEEDLE), Vec::<String>::new(), "while it is locked");
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    assert_eq!(office.list("participant")[0]["family_name"], NEEDLE);
    office.ok("unprotect_file", json!({ "passphrase": PASSPHRASE }));
    assert!(!files_with(&folder, NEEDLE).is_empty());
    assert_eq!(office.list("participant").len(), 1);
}

/// A copy of the open file, made as one is before going back to another.
fn backup(office: &Office) -> Value {
    let copies = office.ok("backups", json!({}));
    if let Some(copy) = copies.as_array().unwrap().first() {
        return copy["path"].clone();
    }
    let path = office.path();
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let folder = path.with_file_name("backups");
    fs::create_dir_all(&folder).unwrap();
    office.ok("close_file", json!({}));
    let copy = folder.join(format!("{stem} 2016-05-01 10-00-00.liaise"));
    fs::copy(&path, &copy).unwrap();
    office.ok("open_file", json!({ "path": path }));
    json!(copy)
}

#[test]
fn who_is_removed_opens_nothing_any_more_and_the_others_notice_nothing() {
    let (office, recovery) = protected();
    let leaving = add(&office, "Ben", "contributor", OTHER);
    add(&office, "Cleo", "reader", "a third passphrase");
    let before = fs::read(office.path().with_extension("liaise-keys")).unwrap();
    office.ok("remove_user", json!({ "user": leaving }));
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, OTHER)), "wrong_passphrase");
    assert_eq!(code(unlock(&office, "a third passphrase")), "ok");
    office.ok("lock_file", json!({}));
    let path = office.ok("locked", json!({}))["path"].clone();
    office.ok("recover_file", json!({ "path": path, "key": recovery }));
    // Not even with the key file as it was: the file has another key.
    office.ok("lock_file", json!({}));
    fs::write(office_path(&path).with_extension("liaise-keys"), before).unwrap();
    assert_eq!(code(unlock(&office, OTHER)), "damaged_keys");
}

fn office_path(path: &Value) -> &Path {
    Path::new(path.as_str().unwrap())
}

#[test]
fn a_new_key_that_was_cut_off_at_any_point_leaves_a_file_that_opens() {
    let (office, _) = protected();
    let path = office.path();
    let keys = path.with_extension("liaise-keys");
    let copy = |name: &str| fs::copy(&path, path.with_extension(name)).unwrap();
    office.ok("lock_file", json!({}));
    copy("before");
    let announced = {
        assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
        let before: Value = serde_json::from_slice(&fs::read(&keys).unwrap()).unwrap();
        office.ok("renew_recovery", json!({}));
        let after: Value = serde_json::from_slice(&fs::read(&keys).unwrap()).unwrap();
        office.ok("lock_file", json!({}));
        // The key file as it was between the two: the former key, and the announced one.
        let mut announced = before;
        announced["next"] = after["sealed"].clone();
        serde_json::to_vec(&announced).unwrap()
    };
    copy("after");
    for state in ["before", "after"] {
        fs::copy(path.with_extension(state), &path).unwrap();
        fs::write(&keys, &announced).unwrap();
        assert_eq!(code(unlock(&office, PASSPHRASE)), "ok", "{state}");
        office.ok("lock_file", json!({}));
        assert_eq!(code(unlock(&office, PASSPHRASE)), "ok", "{state}, a second time");
        office.ok("lock_file", json!({}));
    }
}

#[test]
fn a_disk_that_refuses_leaves_the_file_with_the_key_that_it_had() {
    let (office, _) = protected();
    let path = office.path();
    let ben = add(&office, "Ben", "reader", OTHER);
    office.ok("lock_file", json!({}));
    let backups = path.with_file_name("backups");
    fs::create_dir_all(&backups).unwrap();
    let copy = backups.join("Partnership 2016-05-01 10-00-00.liaise");
    fs::copy(&path, &copy).unwrap();
    fs::copy(path.with_extension("liaise-keys"), copy.with_extension("liaise-keys")).unwrap();
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    office.ok("renew_recovery", json!({}));
    office.create("situation_analysis", analysis());

    // What is written beside the file cannot be written.
    let beside = path.with_extension("liaise.part");
    fs::create_dir(&beside).unwrap();
    for (name, args) in [
        ("remove_user", json!({ "user": ben })),
        ("renew_recovery", json!({})),
        ("restore_backup", json!({ "path": copy })),
    ] {
        assert_eq!(office.refused(name, args)["code"], "file_access", "{name}");
        office.ok("lock_file", json!({}));
        assert_eq!(code(unlock(&office, PASSPHRASE)), "ok", "{name}");
        assert_eq!(office.list("situation_analysis").len(), 1, "{name}");
    }
    fs::remove_dir(&beside).unwrap();
    office.ok("restore_backup", json!({ "path": copy }));
    assert_eq!(office.list("situation_analysis").len(), 0);
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
}

#[test]
fn a_copy_that_the_disk_left_in_the_clear_is_encrypted_later_and_no_way_back_into_the_clear() {
    let plain = |path: &Path| fs::read(path).unwrap().starts_with(b"SQLite format 3");
    for restores in [true, false] {
        let office = Office::with_file();
        let copy = office.ok("backups", json!({}))[0]["path"].clone();
        let copy = Path::new(copy.as_str().unwrap());
        let beside = copy.with_extension("liaise.part");
        fs::create_dir(&beside).unwrap();
        let made = office.ok("protect_file", json!({ "name": "Zoe", "passphrase": PASSPHRASE }));
        assert_eq!(made["left"], json!([copy]));
        add(&office, "Ben", "reader", OTHER);
        assert_eq!(office.refused("restore_backup", json!({ "path": copy }))["code"], "file_access");
        assert!(plain(copy));
        fs::remove_dir(&beside).unwrap();
        // Cut off before the copy had its new name: both names are one file.
        let former = copy.with_extension("liaise.old");
        fs::hard_link(copy, &former).unwrap();
        if restores {
            office.ok("restore_backup", json!({ "path": copy }));
            assert_eq!(office.ok("file", json!({}))["encrypted"], true);
        }
        office.ok("lock_file", json!({}));
        assert_eq!(code(unlock(&office, OTHER)), "ok");
        assert_eq!(office.ok("file", json!({}))["role"], "reader");
        office.ok("lock_file", json!({}));
        assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
        assert!(!plain(copy) && !plain(&office.path()) && !former.exists());
        // Cut off before the former copy was overwritten.
        fs::write(&former, "SQLite format 3\0 and all that was in the clear").unwrap();
        office.ok("lock_file", json!({}));
        assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
        assert!(!former.exists());
    }
}

#[test]
fn what_an_interrupted_encryption_left_is_taken_away_and_never_the_file_itself() {
    let office = Office::with_file();
    office.create("situation_analysis", analysis());
    let path = office.path();
    office.ok("close_file", json!({}));
    // Cut off before the file had its new name: both names are one file.
    fs::hard_link(&path, path.with_extension("liaise.old")).unwrap();
    fs::write(path.with_extension("liaise.part"), "half").unwrap();
    office.ok("open_file", json!({ "path": path }));
    assert_eq!(office.list("situation_analysis").len(), 1);
    for end in ["old", "part"] {
        assert!(!path.with_extension(format!("liaise.{end}")).exists());
    }
    // Cut off behind it: the former file is still there, in the clear.
    fs::copy(&path, path.with_extension("keep")).unwrap();
    office.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    office.ok("lock_file", json!({}));
    fs::rename(path.with_extension("keep"), path.with_extension("liaise.old")).unwrap();
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    assert!(!path.with_extension("liaise.old").exists());
}

#[test]
fn a_key_file_that_is_lost_damaged_or_newer_is_named_and_nothing_is_changed() {
    let (office, _) = protected();
    let path = office.path();
    let keys = path.with_extension("liaise-keys");
    let sound = fs::read_to_string(&keys).unwrap();
    office.ok("close_file", json!({}));
    let file = fs::read(&path).unwrap();
    fs::remove_file(&keys).unwrap();
    assert_eq!(office.refused("open_file", json!({ "path": path }))["code"], "missing_keys");
    let newer = sound.replacen("\"liaise_keys\": 1", "\"liaise_keys\": 2", 1);
    let greedy = sound.replacen("65536", "4294967295", 1);
    let deep = "[".repeat(100_000);
    for (broken, expected) in [
        ("", "damaged_keys"),
        ("{}", "damaged_keys"),
        (&*newer, "newer_file"),
        (&greedy, "damaged_keys"),
        (&deep, "damaged_keys"),
    ] {
        fs::write(&keys, broken).unwrap();
        assert_eq!(office.refused("open_file", json!({ "path": path }))["code"], expected);
    }
    assert_eq!(fs::read(&path).unwrap(), file);
    fs::write(&keys, sound).unwrap();
    assert_eq!(office.refused("open_file", json!({ "path": path }))["code"], "locked");
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
}

#[test]
fn no_command_goes_beyond_the_role_of_who_unlocked_the_file() {
    let (office, _) = protected();
    let roles = [("reader", Grant::Reader), ("contributor", Grant::Contributor), ("meeting_screen", Grant::Screen)];
    for (role, _) in roles {
        add(&office, role, role, &format!("the passphrase of {role}"));
    }
    let before = office.everything();
    for (role, granted) in roles {
        office.ok("lock_file", json!({}));
        assert_eq!(code(unlock(&office, &format!("the passphrase of {role}"))), "ok");
        for (name, _, needed, _) in api::COMMANDS {
            // Arguments that no command takes: what is allowed fails by them, what is not before them.
            let refused =
                office.call(name, json!({ "no such argument": 1 })).map_or_else(|error| error.code(), |_| "ok");
            assert_eq!(refused == "not_allowed", *needed > granted, "{role}: {name} {refused}");
        }
        // The same for records that only a coordinator writes, whatever command is used.
        let agency = json!({ "entity": "agency", "values": { "name": words("Agency"), "sector": "local_police" } });
        assert_eq!(
            office.refused("create_record", agency)["code"],
            if granted < Grant::Contributor { "not_allowed" } else { "invalid" }
        );
    }
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    assert_eq!(office.everything(), before);
}

#[test]
fn a_contributor_records_and_does_not_change_who_takes_part() {
    let (office, _) = protected();
    let partnership = office.list("partnership")[0]["id"].clone();
    let agency =
        json!({ "partnership": partnership, "name": words("Agency"), "sector": "local_police", "role": "core_member" });
    let kept = office.create("agency", agency.clone());
    add(&office, "Ben", "contributor", OTHER);
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, OTHER)), "ok");
    office.create("situation_analysis", analysis());
    let change = json!({ "entity": "partnership", "id": partnership, "values": { "city": "Elsewhere" } });
    for (name, args) in [
        ("create_record", json!({ "entity": "agency", "values": agency })),
        ("change_record", change),
        ("delete_record", json!({ "entity": "agency", "id": kept })),
    ] {
        assert_eq!(office.refused(name, args)["code"], "not_allowed", "{name}");
    }
    assert_eq!(office.list("agency").len(), 1);
}

#[test]
fn the_record_of_processing_says_whether_the_file_is_encrypted() {
    let office = Office::with_file();
    let says = |key: &str| {
        let args = json!({ "kind": "data_protection_record", "language": "en" });
        let paper = office.ok("preview_report", args)["html"].as_str().unwrap().to_owned();
        let words = office.ok("texts", json!({ "language": "en" }))[format!("report.protection.measure_{key}")].clone();
        paper.contains(words.as_str().unwrap())
    };
    assert!(says("clear") && !says("encrypted") && says("local"));
    office.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    assert!(says("encrypted") && !says("clear"));
    office.ok("unprotect_file", json!({ "passphrase": PASSPHRASE }));
    assert!(says("clear") && !says("encrypted"));
}

#[test]
fn the_history_says_who_saved() {
    let (office, _) = protected();
    let id = office.create("situation_analysis", analysis());
    add(&office, "Ben", "contributor", OTHER);
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, OTHER)), "ok");
    crate::office::change(&office, "situation_analysis", &id, json!({ "title": words("Another title") }));
    let history = office.ok("record_history", json!({ "entity": "situation_analysis", "id": id }));
    let who: Vec<&Value> = history.as_array().unwrap().iter().map(|change| &change["by"]).collect();
    assert_eq!(who, [&json!("Ben"), &json!("Ada")]);
    assert!(history.as_array().unwrap().iter().all(|change| change["own"] == true), "{history}");
}

#[test]
fn one_coordinator_is_always_left() {
    let (office, _) = protected();
    let ada = office.ok("protection", json!({}))["users"][0]["id"].clone();
    assert_eq!(office.refused("remove_user", json!({ "user": ada }))["code"], "not_allowed");
    let values = json!({ "name": "Ada", "role": "reader", "agency": null });
    assert_eq!(office.refused("change_user", json!({ "user": ada, "values": values }))["code"], "last_coordinator");
}

#[test]
fn the_recovery_sheet_says_the_key_in_the_officers_language() {
    let (office, recovery) = protected();
    for language in ["en", "el", "de"] {
        let path = office.folder.path().join(format!("{language}.pdf"));
        let args = json!({ "key": recovery, "language": language, "path": path });
        office.ok("save_recovery_sheet", args);
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    }
    let wrong = json!({ "key": "AAAA", "language": "en", "path": office.folder.path().join("x.pdf") });
    assert_eq!(office.refused("save_recovery_sheet", wrong)["code"], "wrong_passphrase");
}
