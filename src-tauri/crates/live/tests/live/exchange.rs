//! What two or more computers have in common.

use serde_json::json;

use crate::{computer::Computer, place::Place};

/// Two computers with one partnership, both in step.
fn two(place: &Place) -> (Computer, Computer) {
    let one = Computer::with_file("Partnership");
    one.add_agency("Mairie");
    one.connect(&place.line);
    let other = Computer::new();
    other.connect(&place.line);
    (one, other)
}

#[test]
fn a_new_computer_gets_the_partnerships_file_from_the_server() {
    let place = Place::new();
    let (one, other) = two(&place);
    assert_eq!(other.ok("file", json!({}))["partnership"], one.ok("file", json!({}))["partnership"]);
    assert_eq!(other.ok("file", json!({}))["name"], "Partnership");
    assert_eq!(other.agencies(), ["Mairie"]);
    other.verify();
}

#[test]
fn what_one_writes_the_other_sees_without_asking() {
    let place = Place::new();
    let (one, other) = two(&place);
    let before = other.ok("live_state", json!({}))["taken_in"].as_u64().unwrap();
    one.add_agency("École");
    other.wait(|other| other.agencies() == ["Mairie", "École"]);
    other.wait(|other| other.ok("live_state", json!({}))["taken_in"].as_u64().unwrap() > before);
    other.add_agency("Police");
    one.wait(|one| one.agencies() == ["Mairie", "Police", "École"]);
    one.verify();
    other.verify();
}

#[test]
fn what_was_written_without_a_connection_is_there_when_it_is_back() {
    let mut place = Place::new();
    let (one, other) = two(&place);
    place.stop();
    one.wait(|one| one.ok("live_state", json!({}))["phase"] == "waiting");
    one.add_agency("École");
    other.add_agency("Police");
    let state = one.sync();
    assert_eq!((&state["phase"], &state["problem"]), (&json!("waiting"), &json!("live_unreachable")));
    assert!(state["waiting"].as_u64().unwrap() >= 1, "{state}");
    place.start();
    one.sync_to_step();
    other.sync_to_step();
    one.sync_to_step();
    for computer in [one, other] {
        computer.wait(|computer| computer.agencies() == ["Mairie", "Police", "École"]);
        computer.verify();
    }
}

#[test]
fn where_two_write_at_once_both_values_are_kept() {
    let mut place = Place::new();
    let (one, other) = two(&place);
    let agency = one.ok("list_records", json!({ "entity": "agency" }))[0]["id"].as_str().unwrap().to_owned();
    place.stop();
    one.rename_agency(&agency, "Hôtel de ville");
    other.rename_agency(&agency, "Ville");
    place.start();
    one.sync_to_step();
    other.sync_to_step();
    one.wait(|one| one.ok("conflicts", json!({})).as_array().unwrap().len() == 1);
    for computer in [&one, &other] {
        let choices = computer.ok("conflicts", json!({}))[0]["choices"].clone();
        let mut values: Vec<&str> =
            choices.as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap()).collect();
        values.sort_unstable();
        assert_eq!(values, ["Hôtel de ville", "Ville"]);
    }
    // One's own step is not taken back over the head of a colleague.
    assert_eq!(one.refusal("undo", json!({})), "changed_since");
    let choice = json!({ "record": agency, "field": "name/fr", "choice": "Ville" });
    one.ok("settle_conflict", choice);
    other.wait(|other| other.ok("conflicts", json!({})) == json!([]) && other.agencies() == ["Ville"]);
    one.verify();
    other.verify();
}

#[test]
fn what_nobody_else_touched_can_be_taken_back_while_others_write() {
    let place = Place::new();
    let (one, other) = two(&place);
    one.add_agency("École");
    other.wait(|other| other.agencies().len() == 2);
    other.add_agency("Police");
    one.wait(|one| one.agencies().len() == 3);
    one.ok("undo", json!({}));
    assert_eq!(one.agencies(), ["Mairie", "Police"]);
    other.wait(|other| other.agencies() == ["Mairie", "Police"]);
    // What a colleague has worked on since is not taken back with one's own making of it.
    let made = one.add_agency("Prévention");
    other.wait(|other| other.agencies().len() == 3);
    other.rename_agency(&made, "Service de prévention");
    one.wait(|one| one.agencies().contains(&"Service de prévention".to_owned()));
    assert_eq!(one.refusal("undo", json!({})), "changed_since");
}

#[test]
fn a_file_that_was_copied_to_another_computer_stays_in_step() {
    let place = Place::new();
    let (one, other) = two(&place);
    one.ok("close_file", json!({}));
    let home = &one.session.home().data;
    let copied = Computer::new();
    let path = copied.folder.path().join("Liaise").join("Partnership.liaise");
    for file in ["Partnership.liaise", "settings.json", "server.key"] {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::copy(home.join(file), path.with_file_name(file)).unwrap();
    }
    copied.ok("open_file", json!({ "path": path }));
    one.ok("open_file", json!({ "path": home.join("Partnership.liaise") }));
    one.add_agency("École");
    copied.add_agency("Police");
    for computer in [&one, &copied, &other] {
        computer.wait(|computer| computer.agencies() == ["Mairie", "Police", "École"]);
    }
    copied.verify();
}

#[test]
fn two_computers_that_start_at_once_agree() {
    let mut place = Place::new();
    let (one, other) = two(&place);
    place.stop();
    for number in 0..20 {
        one.add_agency(&format!("A{number}"));
        other.add_agency(&format!("B{number}"));
    }
    place.start();
    std::thread::scope(|scope| {
        scope.spawn(|| one.sync_to_step());
        scope.spawn(|| other.sync_to_step());
    });
    one.wait(|one| one.agencies().len() == 41);
    other.wait(|other| other.agencies().len() == 41);
    assert_eq!(one.agencies(), other.agencies());
    one.verify();
    other.verify();
}

#[test]
fn clocks_that_are_years_apart_do_not_matter() {
    let place = Place::new();
    let one = Computer::with_file("Partnership");
    one.connect(&place.line);
    let early = Computer::at(|| "2024-06-01T08:00:00Z".parse().unwrap());
    let late = Computer::at(|| "2028-06-01T08:00:00Z".parse().unwrap());
    early.connect(&place.line);
    late.connect(&place.line);
    early.add_agency("Hier");
    late.add_agency("Demain");
    for computer in [&one, &early, &late] {
        computer.wait(|computer| computer.agencies() == ["Demain", "Hier"]);
    }
}

#[test]
fn a_copy_is_made_before_the_first_changes_of_a_day_come_in() {
    let place = Place::new();
    let (one, other) = two(&place);
    assert_eq!(one.ok("backups", json!({})), json!([]));
    other.add_agency("Police");
    one.wait(|one| one.agencies().len() == 2);
    other.add_agency("École");
    one.wait(|one| one.agencies().len() == 3);
    assert_eq!(one.ok("backups", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn after_disconnecting_nothing_goes_out_and_nothing_is_lost() {
    let place = Place::new();
    let (one, other) = two(&place);
    let state = one.ok("disconnect_live", json!({}));
    assert_eq!((&state["phase"], &state["address"]), (&json!("off"), &json!(null)));
    one.add_agency("École");
    one.wait(|one| one.sync()["phase"] == "off");
    other.sync_to_step();
    assert_eq!(other.agencies(), ["Mairie"]);
    one.connect(&place.line);
    other.wait(|other| other.agencies() == ["Mairie", "École"]);
}
