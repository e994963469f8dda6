//! The shared screen: what is recorded, and nothing confidential. That it names nobody is tested with the reports.

use serde_json::json;

use crate::{
    meetings::{item, meeting},
    office::{Office, words},
};

#[test]
fn the_shared_screen_shows_what_is_recorded_and_nothing_confidential() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    let open = item(&office, &meeting, "Open topic", json!({ "position": 1, "minutes": 12 }));
    let secret = item(&office, &meeting, "Secret topic", json!({ "position": 2, "confidential": true }));
    let slides =
        |office: &Office| office.ok("shared_screen", json!({ "meeting": meeting, "language": "en" }))["slides"].clone();
    let before = slides(&office);
    let own = before.as_array().unwrap().iter().find(|slide| slide["item"] == json!(open)).unwrap();
    assert_eq!((&own["kind"], &own["minutes"]), (&json!("item"), &json!(12)));
    let kinds: Vec<&str> = before.as_array().unwrap().iter().map(|slide| slide["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["opening", "table", "item", "figures"]);
    office.create("decision", json!({ "meeting": meeting, "agenda_item": open, "text": words("Open decision") }));
    office.create("decision", json!({ "meeting": meeting, "agenda_item": secret, "text": words("Secret decision") }));
    let after = slides(&office).to_string();
    assert!(after.contains("Open decision") && !after.contains("Secret"), "{after}");
    assert!(after.contains("Confidential item"), "its time stays visible");
}

#[test]
fn both_windows_know_what_is_shown_and_that_something_was_written() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    let showing = || office.ok("showing", json!({}));
    assert_eq!(showing()["shown"], json!(null));
    let shown = json!({ "meeting": meeting, "slide": "opening", "blank": false });
    office.ok("share_screen", json!({ "shown": shown }));
    let first = showing();
    assert_eq!(first["shown"], shown);
    item(&office, &meeting, "Topic", json!({}));
    assert_ne!(showing()["step"], first["step"]);
    office.ok("show", json!({ "shown": { "meeting": meeting, "slide": "agenda/0", "blank": true } }));
    assert_eq!(showing()["shown"]["blank"], true);
    office.ok("end_sharing", json!({}));
    assert_eq!(showing()["shown"], json!(null));
}
