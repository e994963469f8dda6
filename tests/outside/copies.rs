//! Copies of the file: one a day and one before every new version of the tables, and the way back when a file is damaged.

use std::{fs, path::Path};

use liaise_core::api;
use serde_json::json;

use crate::{
    office::{Office, analysis},
    protection::{OTHER, PASSPHRASE, code},
};

/// Damages a page in the middle of a file.
fn damage(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_damaged_file_goes_back_to_its_latest_sound_copy_and_is_kept() {
    for passphrase in [None, Some(PASSPHRASE)] {
        let office = Office::with_file();
        office.create("situation_analysis", analysis());
        if passphrase.is_some() {
            office.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
        }
        let path = office.path();
        let reopen = || {
            office.ok("close_file", json!({}));
            let next_day = "2016-06-02T08:00:00Z".parse().unwrap();
            let (name, args) = match passphrase {
                None => ("open_file", json!({ "path": path })),
                Some(words) => ("unlock_file", json!({ "path": path, "passphrase": words })),
            };
            code(api::call(&office.session, next_day, name, args))
        };
        let before = office.ok("backups", json!({})).as_array().unwrap().len();
        assert_eq!(reopen(), "ok");
        let copies = office.ok("backups", json!({}));
        assert_eq!(copies.as_array().unwrap().len(), before + 1, "one copy a day, made when the file is opened");
        assert_eq!(reopen(), "ok");
        assert_eq!(office.ok("backups", json!({})), copies);
        office.create("situation_analysis", analysis());
        let repair = json!({ "path": path, "passphrase": passphrase });
        office.ok("close_file", json!({}));
        assert_eq!(office.refused("repair_file", repair.clone())["code"], "file_exists", "a sound file stays");
        damage(&path);
        let damaged = fs::read(&path).unwrap();
        assert!(["damaged_file", "damaged_keys"].contains(&reopen()));
        if passphrase.is_some() {
            let wrong = json!({ "path": path, "passphrase": OTHER });
            assert_eq!(office.refused("repair_file", wrong)["code"], "wrong_passphrase");
        }
        let repaired = office.ok("repair_file", repair);
        assert_eq!(office.list("situation_analysis").len(), 1, "what was saved after the copy is not in it");
        assert_eq!(fs::read(repaired["damaged"].as_str().unwrap()).unwrap(), damaged, "the damaged file is kept");
    }
}

#[test]
fn a_file_of_an_earlier_version_is_copied_before_it_is_brought_to_the_newest() {
    let office = Office::with_file();
    let path = office.path();
    office.ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&path).unwrap();
    let newest: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    // What the latest migration made.
    conn.execute_batch("ALTER TABLE pack_entry DROP COLUMN image").unwrap();
    conn.pragma_update(None, "user_version", newest - 1).unwrap();
    drop(conn);
    office.ok("open_file", json!({ "path": path }));
    let copies = office.ok("backups", json!({}));
    let copy = rusqlite::Connection::open(copies[0]["path"].as_str().unwrap()).unwrap();
    let version: u32 = copy.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, newest - 1);
}

#[test]
fn the_sample_is_made_anew_but_never_over_a_real_file() {
    let office = Office::speaking("en");
    office.ok("create_sample", json!({}));
    let path = office.path();
    let first = office.list("agency")[0]["id"].clone();
    office.ok("delete_record", json!({ "entity": "agency", "id": first }));
    let count = office.list("agency").len();
    office.ok("create_sample", json!({}));
    assert_eq!((office.path(), office.list("agency").len()), (path, count + 1));

    let real = Office::with_file();
    let path = real.path();
    assert_eq!(real.refused("create_sample", json!({ "path": path }))["code"], "file_exists");
    assert_eq!(real.path(), path);
    assert_eq!(real.list("partnership")[0]["sample"], false);
}
