//! What this computer's keyring keeps of an encrypted file, if somebody wants it: it opens the file for one person, and
//! nothing once that person has another passphrase, is gone, or the file has another key.

use std::fs;

use liaise_core::Error;
use serde_json::{Value, json};

use crate::{
    office::Office,
    protection::{OTHER, PASSPHRASE, add, code, files_with, protected, unlock},
};

/// The secrets in the keyring: name and words.
fn secrets(office: &Office) -> Vec<(String, String)> {
    office.keyring.lock().unwrap().clone().into_iter().flatten().collect()
}

/// Takes the keyring away, and with it what it holds; what brings it back.
fn without_keyring(office: &Office) -> impl FnOnce() {
    let keyring = office.keyring.clone();
    let held = keyring.lock().unwrap().take();
    move || *keyring.lock().unwrap() = held
}

fn with_keyring(office: &Office) -> Result<Value, Error> {
    let path = office.ok("locked", json!({}))["path"].clone();
    office.call("unlock_with_keyring", json!({ "path": path }))
}

/// Whether the screen of a locked file offers the keyring.
fn offered(office: &Office) -> bool {
    office.ok("locked", json!({}))["keyring"] == true
}

fn remembered(office: &Office) -> bool {
    office.ok("protection", json!({}))["remembered"] == true
}

/// What opens the slots of the key file.
fn slots(office: &Office) -> Vec<Value> {
    let keys = fs::read(office.path().with_extension("liaise-keys")).unwrap();
    let keys: Value = serde_json::from_slice(&keys).unwrap();
    keys["slots"].as_array().unwrap().iter().map(|slot| slot["opens"].clone()).collect()
}

#[test]
fn the_keyring_opens_the_file_when_somebody_wants_it_and_no_file_holds_the_secret() {
    let (mut office, recovery) = protected();
    let path = office.path();
    let before = office.ok("protection", json!({}));
    assert_eq!((&before["keyring"], &before["remembered"]), (&json!(true), &json!(false)));
    office.ok("lock_file", json!({}));
    assert!(!offered(&office));
    assert_eq!(code(with_keyring(&office)), "not_remembered");
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");

    office.ok("remember_key", json!({}));
    assert!(remembered(&office));
    let kept = secrets(&office);
    assert_eq!(kept.len(), 1);
    let (name, secret) = &kept[0];
    assert_eq!(slots(&office), [json!(name)]);
    let letters = secret.strip_prefix("AGE-SECRET-KEY-1").unwrap();
    assert_ne!(letters, recovery.replace(' ', ""));
    assert!(!secret.to_lowercase().contains(PASSPHRASE));
    for words in [letters, &letters.to_lowercase(), PASSPHRASE] {
        assert_eq!(files_with(office.folder.path(), words), Vec::<String>::new());
    }

    office.restart();
    assert_eq!(office.refused("open_file", json!({ "path": path }))["code"], "locked");
    assert!(offered(&office));
    assert_eq!(with_keyring(&office).unwrap()["role"], "coordinator");
    assert!(remembered(&office));
    office.ok("forget_key", json!({}));
    assert_eq!(secrets(&office), []);
    assert!(!remembered(&office));
    office.ok("lock_file", json!({}));
    assert!(!offered(&office));
    assert_eq!(code(with_keyring(&office)), "not_remembered");
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
}

#[test]
fn another_passphrase_no_encryption_and_being_removed_are_forgotten_at_once() {
    let (office, _) = protected();
    office.ok("remember_key", json!({}));
    office.ok("change_passphrase", json!({ "former": PASSPHRASE, "passphrase": OTHER }));
    assert_eq!(secrets(&office), []);
    assert!(!remembered(&office));

    office.ok("remember_key", json!({}));
    let ada = office.ok("protection", json!({}))["users"][0]["id"].clone();
    office.ok("reset_passphrase", json!({ "user": ada, "passphrase": PASSPHRASE }));
    assert_eq!(secrets(&office), []);

    let ben = add(&office, "Ben", "reader", OTHER);
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, OTHER)), "ok");
    office.ok("remember_key", json!({}));
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    assert_eq!(secrets(&office).len(), 1);
    office.ok("remove_user", json!({ "user": ben }));
    assert_eq!(secrets(&office), []);

    office.ok("remember_key", json!({}));
    office.ok("unprotect_file", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(secrets(&office), []);
    let open = office.ok("protection", json!({}));
    assert_eq!((&open["keyring"], &open["remembered"]), (&json!(false), &json!(false)));
    assert_eq!(office.refused("remember_key", json!({}))["code"], "not_encrypted");
}

#[test]
fn what_opens_nothing_any_more_is_forgotten_when_it_is_tried() {
    // The passphrase was changed while the keyring did not answer.
    let (office, _) = protected();
    office.ok("remember_key", json!({}));
    let back = without_keyring(&office);
    office.ok("change_passphrase", json!({ "former": PASSPHRASE, "passphrase": OTHER }));
    back();
    office.ok("lock_file", json!({}));
    assert!(offered(&office));
    assert_eq!(code(with_keyring(&office)), "not_remembered");
    assert_eq!(secrets(&office), []);
    assert!(!offered(&office));
    assert_eq!(code(unlock(&office, OTHER)), "ok");

    // Somebody was removed, and the key file is as it was before: the file has another key.
    let ben = add(&office, "Ben", "reader", PASSPHRASE);
    let keys = office.path().with_extension("liaise-keys");
    let before = fs::read(&keys).unwrap();
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, PASSPHRASE)), "ok");
    office.ok("remember_key", json!({}));
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, OTHER)), "ok");
    let back = without_keyring(&office);
    office.ok("remove_user", json!({ "user": ben }));
    back();
    office.ok("lock_file", json!({}));
    let now = fs::read(&keys).unwrap();
    fs::write(&keys, before).unwrap();
    assert_eq!(code(with_keyring(&office)), "not_remembered");
    assert_eq!(secrets(&office), []);
    fs::write(&keys, now).unwrap();
    assert_eq!(code(unlock(&office, OTHER)), "ok");

    // Something else stands under the name.
    for rubbish in ["", "rubbish", "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"] {
        office.ok("remember_key", json!({}));
        let name = secrets(&office)[0].0.clone();
        office.keyring.lock().unwrap().as_mut().unwrap().insert(name, rubbish.into());
        office.ok("lock_file", json!({}));
        assert_eq!(code(with_keyring(&office)), "not_remembered", "{rubbish}");
        assert_eq!(secrets(&office), [], "{rubbish}");
        assert_eq!(code(unlock(&office, OTHER)), "ok", "{rubbish}");
    }
}

#[test]
fn another_key_of_the_file_leaves_those_who_still_have_a_passphrase_remembered() {
    let (office, _) = protected();
    let ben = add(&office, "Ben", "reader", OTHER);
    office.ok("remember_key", json!({}));
    office.ok("remove_user", json!({ "user": ben }));
    office.ok("renew_recovery", json!({}));
    office.ok("lock_file", json!({}));
    assert_eq!(code(with_keyring(&office)), "ok");
}

#[test]
fn what_was_remembered_for_one_file_opens_no_other() {
    let (office, _) = protected();
    let path = office.path();
    office.ok("remember_key", json!({}));
    let file = json!({ "partner": "LIE", "name": "Another", "language": "fr", "agencies": [] });
    office.ok("create_file", json!({ "file": file }));
    office.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    assert!(!remembered(&office));
    office.ok("lock_file", json!({}));
    assert!(!offered(&office));
    assert_eq!(code(with_keyring(&office)), "not_remembered");
    // Not even when the other file's key file names the slot.
    let mine: Value = serde_json::from_slice(&fs::read(path.with_extension("liaise-keys")).unwrap()).unwrap();
    let other = office.ok("locked", json!({}))["path"].as_str().unwrap().to_owned() + "-keys";
    let mut keys: Value = serde_json::from_slice(&fs::read(&other).unwrap()).unwrap();
    keys["slots"][0]["opens"] = mine["slots"][0]["opens"].clone();
    fs::write(&other, serde_json::to_vec(&keys).unwrap()).unwrap();
    assert_eq!(code(with_keyring(&office)), "not_remembered");
}

#[test]
fn the_recovery_key_is_never_given_to_the_keyring() {
    let (office, recovery) = protected();
    office.ok("lock_file", json!({}));
    let path = office.ok("locked", json!({}))["path"].clone();
    office.ok("recover_file", json!({ "path": path, "key": recovery }));
    assert_eq!(office.refused("remember_key", json!({}))["code"], "not_allowed");
    assert_eq!(secrets(&office), []);
    office.ok("lock_file", json!({}));
    assert!(!offered(&office));
}

#[test]
fn the_keyring_opens_a_file_for_one_person() {
    let (office, _) = protected();
    add(&office, "Room", "meeting_screen", OTHER);
    office.ok("remember_key", json!({}));
    let ada = secrets(&office);
    office.ok("lock_file", json!({}));
    assert_eq!(code(unlock(&office, OTHER)), "ok");
    // A file that is open stays with whoever unlocked it, whoever the keyring knows.
    let path = office.path();
    assert_eq!(office.ok("unlock_with_keyring", json!({ "path": path }))["role"], "meeting_screen");
    assert_eq!(office.refused("list_records", json!({ "entity": "agency" }))["code"], "not_allowed");
    office.ok("remember_key", json!({}));
    assert_eq!(secrets(&office).len(), 1);
    assert_ne!(secrets(&office), ada);
    office.ok("lock_file", json!({}));
    assert_eq!(with_keyring(&office).unwrap()["role"], "meeting_screen");
    office.ok("forget_key", json!({}));
    assert_eq!(secrets(&office), []);
}

#[test]
fn a_keyring_that_does_not_answer_is_told_from_one_that_has_nothing() {
    let (office, _) = protected();
    let back = without_keyring(&office);
    assert_eq!(office.ok("protection", json!({}))["keyring"], false);
    assert_eq!(office.refused("remember_key", json!({}))["code"], "keyring");
    assert!(!remembered(&office));
    back();
    office.ok("remember_key", json!({}));
    let back = without_keyring(&office);
    assert_eq!(office.refused("forget_key", json!({}))["code"], "keyring");
    office.ok("lock_file", json!({}));
    assert_eq!(code(with_keyring(&office)), "keyring");
    assert!(offered(&office));
    back();
    assert_eq!(code(with_keyring(&office)), "ok");
}

#[test]
fn the_keyring_neither_waits_nor_shortens_the_wait_for_a_passphrase() {
    let (office, _) = protected();
    let moment = "2016-07-01T08:00:00Z".parse().unwrap();
    let call = |name: &str, args: Value| code(liaise_core::api::call(&office.session, moment, name, args));
    office.ok("remember_key", json!({}));
    office.ok("lock_file", json!({}));
    let path = office.ok("locked", json!({}))["path"].clone();
    let wrong = json!({ "path": path, "passphrase": "a guess that is wrong" });
    for _ in 0..4 {
        assert_eq!(call("unlock_file", wrong.clone()), "wrong_passphrase");
    }
    assert_eq!(call("unlock_file", wrong.clone()), "try_later");
    assert_eq!(call("unlock_with_keyring", json!({ "path": path })), "ok");
    office.ok("forget_key", json!({}));
    office.ok("lock_file", json!({}));
    for _ in 0..9 {
        assert_eq!(call("unlock_with_keyring", json!({ "path": path })), "not_remembered");
    }
    assert_eq!(call("unlock_file", wrong), "try_later");
}

#[test]
fn a_file_that_was_moved_is_still_opened_and_still_forgotten() {
    let (office, _) = protected();
    let path = office.path();
    office.ok("remember_key", json!({}));
    office.ok("close_file", json!({}));
    let moved = path.with_file_name("Moved.liaise");
    fs::rename(&path, &moved).unwrap();
    fs::rename(path.with_extension("liaise-keys"), moved.with_extension("liaise-keys")).unwrap();
    assert_eq!(office.refused("open_file", json!({ "path": moved }))["code"], "locked");
    assert!(offered(&office));
    assert_eq!(code(with_keyring(&office)), "ok");
    office.ok("change_passphrase", json!({ "former": PASSPHRASE, "passphrase": OTHER }));
    assert_eq!(secrets(&office), []);
}
