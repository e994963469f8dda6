//! Two laptops that give one number at the same time: after their files came together it is found and can be given anew,
//! and all laptops see the same.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{laptops, send_all, take, verify};
use crate::office::{Office, cases, words};

fn meeting(office: &Office) -> String {
    let values = json!({
        "title": words("Meeting"), "date": "2016-06-02", "starts_at": "09:00", "ends_at": "11:00", "kind": "partnership",
    });
    office.create("meeting", values)
}

fn decide(office: &Office, meeting: &str, entity: &str, text: &str) -> String {
    let values = match entity {
        "decision" => json!({ "meeting": meeting, "text": words(text), "result": "adopted", "basis": "consensus" }),
        _ => json!({ "meeting": meeting, "text": words(text) }),
    };
    office.create(entity, values)
}

fn doubles(office: &Office) -> Vec<Value> {
    let waiting = office.ok("waiting", json!({ "today": "2016-06-10" }));
    waiting.as_array().unwrap().iter().filter(|row| row["group"] == "double_number").cloned().collect()
}

fn exchange(offices: &[Office]) {
    // Each gets what the others have; the second round brings what came by way of another.
    for _ in 0..2 {
        let files: Vec<_> = offices.iter().map(send_all).collect();
        for office in offices {
            for file in &files {
                let _ = office
                    .call("compare_bundle", json!({ "path": file }))
                    .map(|plan| office.call("accept_bundle", json!({ "path": file, "digest": plan["digest"] })));
            }
        }
    }
}

#[test]
fn a_number_given_twice_is_found_after_merging_and_given_anew() {
    let offices = laptops(2);
    let meeting = meeting(&offices[0]);
    take(&offices[1], &send_all(&offices[0]));
    let first = decide(&offices[0], &meeting, "decision", "First");
    let second = decide(&offices[1], &meeting, "decision", "Second");
    assert!(doubles(&offices[0]).is_empty());
    exchange(&offices);
    let found = doubles(&offices[0]);
    assert_eq!(found, doubles(&offices[1]), "all laptops see the same");
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["number"], &found[0]["kind"]), (&json!("2016-01"), &json!("decision")));
    let double = found[0]["renumber"]["id"].as_str().unwrap().to_owned();
    let kept = if double == first { second } else { first };
    let refused = offices[0].refused("renumber", json!({ "entity": "decision", "id": kept }));
    assert_eq!(refused["code"], "not_found", "the first keeps its number");
    let made = offices[0].ok("renumber", json!({ "entity": "decision", "id": double }));
    assert_eq!(made["number"], "2016-02");
    assert!(doubles(&offices[0]).is_empty());
    exchange(&offices);
    assert!(doubles(&offices[1]).is_empty());
    offices.iter().for_each(verify);
}

#[test]
fn two_certificates_of_one_number_are_found_and_one_is_given_the_next() {
    let offices = laptops(2);
    let session = offices[0].create("training_session", crate::office::training());
    let person = json!({ "family_name": "Martin", "sector": "local_police" });
    let person = offices[0].create("participant", person);
    take(&offices[1], &send_all(&offices[0]));
    for office in &offices {
        let values = json!({
            "training_session": session, "participant": person, "number": "LIE-2016-007", "issued_on": "2016-06-01",
            "language": "fr", "attended": 2, "held": 2, "hours": 6.0,
        });
        office.create("certificate", values);
    }
    exchange(&offices);
    let found = doubles(&offices[1]);
    assert_eq!((found.len(), &found[0]["place"]["tab"]), (1, &json!("certificates")));
    let id = found[0]["renumber"]["id"].clone();
    let made = offices[1].ok("renumber", json!({ "entity": "certificate", "id": id }));
    assert_eq!(made["number"], "LIE-2016-008");
    exchange(&offices);
    assert!(doubles(&offices[0]).is_empty());
}

#[test]
fn what_stands_in_approved_minutes_keeps_its_number() {
    let office = Office::with_file();
    let (early, late) = (meeting(&office), meeting(&office));
    let one = decide(&office, &early, "decision", "Early");
    let other = decide(&office, &late, "decision", "Late");
    let values = json!({ "number": "2016-01" });
    office.ok("change_record", json!({ "entity": "decision", "id": other, "values": values }));
    assert_eq!(doubles(&office)[0]["renumber"]["id"], json!(other));
    let values = json!({ "status": "minutes_approved", "approved_on": "2016-06-09" });
    office.ok("change_record", json!({ "entity": "meeting", "id": late, "values": values }));
    assert_eq!(doubles(&office)[0]["renumber"]["id"], json!(one));
}

#[test]
fn whatever_laptops_number_at_the_same_time_ends_with_different_numbers() {
    let mut runner = proptest::test_runner::TestRunner::new(cases(4));
    let step = (0..3_usize, prop::sample::select(vec!["decision", "action_point"]));
    runner
        .run(&prop::collection::vec(step, 1..12), |steps| {
            let offices = laptops(3);
            let meeting = meeting(&offices[0]);
            let file = send_all(&offices[0]);
            for other in &offices[1..] {
                take(other, &file);
            }
            for (at, (who, entity)) in steps.iter().enumerate() {
                decide(&offices[*who], &meeting, entity, &format!("{at}"));
            }
            exchange(&offices);
            let found = doubles(&offices[0]);
            for office in &offices[1..] {
                prop_assert_eq!(&found, &doubles(office));
            }
            for double in found {
                let renumber = &double["renumber"];
                offices[1].ok("renumber", json!({ "entity": renumber["entity"], "id": renumber["id"] }));
            }
            exchange(&offices);
            for office in &offices {
                prop_assert!(doubles(office).is_empty());
                for entity in ["decision", "action_point"] {
                    let all = office.list(entity);
                    let numbers: std::collections::BTreeSet<String> =
                        all.iter().map(|record| record["number"].as_str().unwrap().to_owned()).collect();
                    prop_assert_eq!(numbers.len(), steps.iter().filter(|(_, kind)| *kind == entity).count());
                }
            }
            Ok(())
        })
        .unwrap();
}
