//! What is refused, by the server or by the computer, and what the officer is told.

use liaise_live::server::setup::{Rights, Way};
use serde_json::json;

use crate::{
    computer::{Computer, connecting},
    place::Place,
};

#[test]
fn without_a_set_up_there_is_no_network() {
    let computer = Computer::with_file("Partnership");
    computer.add_agency("Mairie");
    let state = computer.sync();
    assert_eq!((&state["phase"], &state["address"]), (&json!("off"), &json!(null)));
}

#[test]
fn what_is_no_address_or_no_key_is_said_at_its_field() {
    let place = Place::new();
    let computer = Computer::with_file("Partnership");
    let (address, key) = place.line.split_once(' ').unwrap();
    for (address, key, field) in [
        ("ws://somewhere.example:8443", key, "address"),
        ("wss://somewhere.example:port", key, "address"),
        ("", key, "address"),
        (address, &key[..key.len() - 1], "key"),
    ] {
        let refusal = computer.call("connect_live", json!({ "address": address, "key": key })).unwrap_err();
        assert_eq!(json!(refusal)["problems"][0]["field"], field, "{address} {key}");
    }
    // Broken into lines and in small letters, as a mail program may hand it over.
    let (start, end) = key.split_at(30);
    let broken = format!("{}\n {}", start.to_lowercase(), end.to_lowercase());
    let state = computer.ok("connect_live", json!({ "address": address, "key": broken }));
    assert_eq!(state["phase"], "in_step");
}

#[test]
fn a_key_that_the_server_does_not_know_opens_nothing() {
    let (place, elsewhere) = (Place::open(), Place::open());
    let computer = Computer::with_file("Partnership");
    let (address, _) = place.line.split_once(' ').unwrap();
    let (_, key) = elsewhere.line.split_once(' ').unwrap();
    let wrong = json!({ "address": address, "key": key });
    assert_eq!(computer.refusal("connect_live", wrong.clone()), "live_key_refused");
    assert_eq!(computer.ok("live_state", json!({}))["address"], json!(null), "what does not work is not kept");
    assert_eq!(Computer::new().refusal("connect_live", wrong), "live_key_refused");
}

#[test]
fn a_key_that_was_taken_back_does_not_open_any_more() {
    let mut place = Place::new();
    let computer = Computer::with_file("Partnership");
    computer.connect(&place.line);
    place.change(|setup| setup.remove_key("first").unwrap());
    place.stop();
    place.start();
    computer.add_agency("Mairie");
    computer.wait(|computer| computer.sync()["problem"] == "live_key_refused");
    assert_eq!(computer.agencies(), ["Mairie"]);
}

#[test]
fn a_server_with_another_certificate_is_not_spoken_to() {
    let (place, elsewhere) = (Place::new(), Place::new());
    let computer = Computer::with_file("Partnership");
    let (address, _) = place.line.split_once(' ').unwrap();
    let (_, key) = elsewhere.line.split_once(' ').unwrap();
    assert_eq!(computer.refusal("connect_live", json!({ "address": address, "key": key })), "live_certificate");
}

#[test]
fn a_key_for_reading_takes_everything_and_gives_nothing() {
    let place = Place::new();
    let one = Computer::with_file("Partnership");
    one.add_agency("Mairie");
    one.connect(&place.line);
    let reader = Computer::new();
    reader.connect(&place.add("reader", Rights::Read));
    assert_eq!(reader.agencies(), ["Mairie"]);
    reader.add_agency("Écrit ici");
    let state = reader.sync();
    assert_eq!((&state["phase"], &state["read_only"]), (&json!("in_step"), &json!(true)), "{state}");
    one.add_agency("Police");
    one.sync_to_step();
    reader.wait(|reader| reader.agencies() == ["Mairie", "Police", "Écrit ici"]);
    one.sync_to_step();
    assert_eq!(one.agencies(), ["Mairie", "Police"]);
    reader.verify();
}

#[test]
fn the_server_of_another_partnership_gets_nothing() {
    let place = Place::new();
    let one = Computer::with_file("Partnership");
    one.connect(&place.line);
    let stranger = Computer::with_file("Elsewhere");
    stranger.add_agency("Confidentiel");
    let refusal = stranger.call("connect_live", connecting(&place.line)).unwrap_err();
    assert_eq!((refusal.code(), refusal.to_string()), ("live_other_partnership", "Partnership".into()));
    assert_eq!(stranger.ok("live_state", json!({}))["address"], json!(null));
    one.sync_to_step();
    assert_eq!(one.agencies(), Vec::<String>::new());
    drop(place);
}

#[test]
fn a_new_computer_is_told_that_the_server_has_nothing_or_is_not_there() {
    let mut place = Place::new();
    let computer = Computer::new();
    assert_eq!(computer.refusal("connect_live", connecting(&place.line)), "live_empty");
    place.stop();
    assert_eq!(computer.refusal("connect_live", connecting(&place.line)), "live_unreachable");
    assert_eq!(computer.ok("file", json!({})), json!(null));
}

#[test]
fn a_computer_that_has_the_partnerships_file_is_told_to_open_it() {
    let place = Place::new();
    let computer = Computer::with_file("Partnership");
    computer.connect(&place.line);
    computer.ok("close_file", json!({}));
    assert_eq!(computer.refusal("connect_live", connecting(&place.line)), "own_file_first");
}

#[test]
fn a_server_without_room_says_so_and_nothing_is_lost() {
    let mut place = Place::with(Way::Named, 1);
    let one = Computer::with_file("Partnership");
    one.connect(&place.line);
    let mut agencies = 0;
    while one.sync()["problem"] != "live_server_full" {
        for _ in 0..20 {
            one.add_agency(&format!("{agencies} {}", "x".repeat(190)));
            agencies += 1;
        }
        assert!(agencies < 5_000, "a megabyte is full by now");
    }
    let state = one.ok("live_state", json!({}));
    assert_eq!(state["phase"], "waiting");
    assert!(state["waiting"].as_u64().unwrap() > 0, "{state}");
    // Once there is room, everything arrives, there and at a colleague's.
    place.stop();
    place.change(|setup| setup.max_megabytes = 64);
    place.start();
    one.sync_to_step();
    let other = Computer::new();
    other.connect(&place.line);
    assert_eq!(other.agencies().len(), agencies);
    assert_eq!(other.agencies(), one.agencies());
    other.verify();
}
