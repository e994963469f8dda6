//! Making, opening and refusing files. Whatever goes wrong, what was there before stays.

use std::fs;

use serde_json::json;

use crate::office::{Office, analysis};

#[test]
fn a_first_start_speaks_the_systems_language_and_has_no_file() {
    let office = Office::speaking("el_GR.UTF-8");
    assert_eq!(office.ok("settings", json!({}))["language"], "el");
    assert_eq!(office.ok("file", json!({})), json!(null));
    assert_eq!(office.refused("list_records", json!({ "entity": "agency" }))["code"], "no_file");
}

#[test]
fn a_regional_language_tag_is_matched_by_its_base() {
    assert_eq!(Office::speaking("sv-SE").ok("settings", json!({}))["language"], "sv");
    assert_eq!(Office::speaking("tlh").ok("settings", json!({}))["language"], "en");
}

#[test]
fn a_new_file_has_its_partnership_and_agencies_and_opens_again() {
    let office = Office::speaking("fr");
    let agencies = json!([{ "name": "Police locale", "sector": "local_police" }]);
    let file = json!({ "partner": "LIE", "name": "Cellule / locale", "language": "fr", "agencies": agencies });
    let info = office.ok("create_file", json!({ "file": file }));
    assert_eq!((&info["name"], &info["partner_code"]), (&json!("Cellule / locale"), &json!("LIE")));
    assert!(office.path().ends_with("Liaise/Cellule - locale.liaise"), "{:?}", office.path());
    office.ok("close_file", json!({}));
    office.ok("open_file", json!({ "path": office.ok("settings", json!({}))["recent"][0]["path"] }));
    assert_eq!(office.list("agency")[0]["sector"], "local_police");
    assert_eq!(office.list("partnership")[0]["city"], "Liège");
}

#[test]
fn a_file_of_the_same_name_is_never_overwritten() {
    let office = Office::with_file();
    office.create("situation_analysis", analysis());
    let again = json!({ "partner": "LIE", "name": "Partnership", "language": "fr", "agencies": [] });
    assert_eq!(office.refused("create_file", json!({ "file": again }))["code"], "file_exists");
    assert_eq!(office.list("situation_analysis").len(), 1);
}

#[test]
fn a_new_file_that_cannot_be_filled_leaves_nothing_behind() {
    let office = Office::speaking("en");
    let agencies = json!([{ "name": "X", "sector": "no_such_sector" }]);
    let file = json!({ "partner": "LIE", "name": "Half", "language": "fr", "agencies": agencies });
    assert_eq!(office.refused("create_file", json!({ "file": file }))["code"], "invalid");
    let left: Vec<_> = fs::read_dir(office.folder.path().join("Liaise")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_file_open_in_another_window_is_refused_and_free_again_when_that_closes() {
    let first = Office::with_file();
    let second = Office::speaking("en");
    let path = first.path();
    assert_eq!(second.refused("open_file", json!({ "path": path }))["code"], "file_in_use");
    first.create("situation_analysis", analysis());
    first.ok("close_file", json!({}));
    second.ok("open_file", json!({ "path": path }));
    assert_eq!(second.list("situation_analysis").len(), 1);
}

#[test]
fn files_that_are_not_ours_newer_damaged_missing_or_read_only_are_named_as_such() {
    let office = Office::with_file();
    office.create("situation_analysis", analysis());
    let good = office.path();
    office.ok("close_file", json!({}));
    let place = |name: &str| office.folder.path().join(name);
    let refuse = |name: &str, code: &str| {
        let before = fs::read(place(name)).ok();
        let error = office.refused("open_file", json!({ "path": place(name) }));
        assert_eq!(error["code"], code, "{name}: {error}");
        assert_eq!(fs::read(place(name)).ok(), before, "{name} was changed");
    };

    fs::write(place("letter.liaise"), "Dear Sir or Madam, this is no database at all. ".repeat(100)).unwrap();
    refuse("letter.liaise", "not_our_file");
    fs::write(place("empty.liaise"), "").unwrap();
    refuse("empty.liaise", "not_our_file");
    rusqlite::Connection::open(place("other.liaise")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    refuse("other.liaise", "not_our_file");
    refuse("nowhere.liaise", "missing_file");

    fs::copy(&good, place("newer.liaise")).unwrap();
    let newer = rusqlite::Connection::open(place("newer.liaise")).unwrap();
    newer.pragma_update(None, "user_version", 9_999).unwrap();
    drop(newer);
    refuse("newer.liaise", "newer_file");

    let bytes = fs::read(&good).unwrap();
    fs::write(place("cut.liaise"), &bytes[..bytes.len() / 2]).unwrap();
    refuse("cut.liaise", "damaged_file");

    fs::copy(&good, place("locked.liaise")).unwrap();
    let mut permissions = fs::metadata(place("locked.liaise")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(place("locked.liaise"), permissions).unwrap();
    refuse("locked.liaise", "read_only_file");

    office.ok("open_file", json!({ "path": good }));
    assert_eq!(office.list("situation_analysis").len(), 1);
}

#[test]
fn a_file_that_is_refused_leaves_the_open_one_open() {
    let office = Office::with_file();
    let open = office.path();
    office.refused("open_file", json!({ "path": office.folder.path().join("nowhere.liaise") }));
    assert_eq!(office.path(), open);
}

#[test]
fn where_the_data_lie_is_shown() {
    let office = Office::with_file();
    office.ok("show_data", json!({}));
    assert_eq!(*office.opened.lock().unwrap(), [office.path()]);
}

#[test]
fn settings_that_were_damaged_do_not_keep_the_program_from_starting() {
    let office = Office::with_file();
    fs::write(office.folder.path().join("Liaise/settings.json"), "{ not json").unwrap();
    let home = office.session.home().clone();
    drop(office.session);
    let again = liaise_core::Session::new(home, Box::new(Nobody));
    let settings = liaise_core::api::call(&again, Default::default(), "settings", json!({})).unwrap();
    assert_eq!(settings["recent"], json!([]));
}

struct Nobody;

impl liaise_core::Desktop for Nobody {
    fn open(&self, _: &std::path::Path) -> std::io::Result<()> {
        Ok(())
    }

    fn reveal(&self, _: &std::path::Path) -> std::io::Result<()> {
        Ok(())
    }

    fn ask(&self, _: &liaise_core::Ask) -> Option<std::path::PathBuf> {
        None
    }

    fn close(&self) {}
}
