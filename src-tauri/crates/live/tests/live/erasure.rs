//! What was erased on one computer goes from the server and from the other computers, and never comes back.

use std::path::Path;

use serde_json::{Value, json};

use crate::{
    computer::{Computer, connecting},
    place::Place,
};

/// Two computers that exchange, with one person and one agency.
fn two(place: &Place) -> (Computer, Computer, String) {
    let one = Computer::with_file("Partnership");
    one.ok("join_exchange", json!({ "label": "Mairie" }));
    let values = json!({ "family_name": "Effacée", "sector": "prison" });
    let person = one.ok("create_record", json!({ "entity": "participant", "values": values }));
    one.add_agency("Mairie");
    one.connect(&place.line);
    let other = Computer::new();
    other.connect(&place.line);
    (one, other, person["id"].as_str().unwrap().into())
}

fn people(computer: &Computer) -> Vec<String> {
    let records = computer.ok("list_records", json!({ "entity": "participant" }));
    let name = |record: &Value| record["family_name"].as_str().unwrap().to_owned();
    records.as_array().unwrap().iter().map(name).collect()
}

fn erase(computer: &Computer, person: &str, anonymise: bool) {
    let plan = computer.ok("plan_erasure", json!({ "entity": "participant", "id": person }));
    let request = json!({
        "entity": "participant", "id": person, "reason": "retention_over", "anonymise": anonymise, "clear": [],
        "digest": plan["digest"],
    });
    computer.ok("erase", json!({ "request": request }));
}

fn holds(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|file| {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

#[test]
fn what_one_erases_goes_from_the_server_and_from_the_others() {
    let mut place = Place::new();
    let (one, other, person) = two(&place);
    assert!(holds(place.path(), "Effac"));
    place.stop();
    // What a colleague still writes about somebody who was erased stays out.
    let values = json!({ "family_name": "Revenue" });
    other.ok("change_record", json!({ "entity": "participant", "id": person, "values": values }));
    other.add_agency("Police");
    erase(&one, &person, false);
    place.start();
    one.sync_to_step();
    other.sync_to_step();
    other.wait(|other| people(other).is_empty());
    one.wait(|one| one.agencies() == ["Mairie", "Police"]);
    assert_eq!(people(&one), Vec::<String>::new());
    let fresh = Computer::new();
    fresh.ok("connect_live", connecting(&place.line));
    assert_eq!((people(&fresh), fresh.agencies()), (vec![], one.agencies()));
    place.stop();
    for words in ["Effac", "Revenue"] {
        assert!(!holds(place.path(), words), "{words}");
    }
    one.verify();
    other.verify();
}

#[test]
fn who_is_made_anonymous_on_one_computer_is_so_on_the_others() {
    let mut place = Place::new();
    let (one, other, person) = two(&place);
    other.ok("join_exchange", json!({ "label": "Police" }));
    erase(&one, &person, true);
    other.wait(|other| matches!(&people(other)[..], [name] if name.starts_with('#')));
    assert_eq!(people(&one), people(&other));
    // Afterwards nothing of them is to stay.
    erase(&other, &person, false);
    one.wait(|one| people(one).is_empty());
    place.stop();
    assert!(!holds(place.path(), "Effac"));
    one.verify();
    other.verify();
}

#[test]
fn a_strangers_erasure_takes_nothing_away() {
    let place = Place::new();
    let one = Computer::with_file("Partnership");
    let values = json!({ "family_name": "Reste", "sector": "prison" });
    let person = one.ok("create_record", json!({ "entity": "participant", "values": values }));
    one.connect(&place.line);
    let other = Computer::new();
    other.connect(&place.line);
    // Neither of the two is a member of the exchange.
    erase(&one, person["id"].as_str().unwrap(), false);
    one.sync_to_step();
    other.sync_to_step();
    assert_eq!((people(&one), people(&other)), (vec![], vec!["Reste".to_owned()]));
    // Once one is, its erasures count.
    one.ok("join_exchange", json!({ "label": "Mairie" }));
    other.wait(|other| people(other).is_empty());
}
