//! Several laptops of one partnership exchange files: nobody's work is lost, in whatever order the files come, and a file
//! that is not a colleague's changes nothing.

use std::path::{Path, PathBuf};

use liaise_core::store::Store;
use serde_json::{Value, json};

use crate::office::{Office, analysis, problems, words};

pub(crate) mod forge;
mod hostile;
mod meeting;
mod numbers;
mod places;

/// A partnership of so many laptops: the first one made the file, the others began with a file of it.
pub(crate) fn laptops(count: usize) -> Vec<Office> {
    let first = Office::with_file();
    first.ok("join_exchange", json!({ "label": "Laptop 1" }));
    let others: Vec<Office> = (1..count).map(|_| Office::speaking("en")).collect();
    for (number, other) in others.iter().enumerate() {
        add(&first, other, &format!("Laptop {}", number + 2));
    }
    let bundle = send(&first);
    for other in &others {
        take(other, &bundle);
    }
    // Who begins anew cannot take back that the others were added.
    let path = first.path();
    first.ok("close_file", json!({}));
    first.ok("open_file", json!({ "path": path }));
    std::iter::once(first).chain(others).collect()
}

/// Tells one laptop the key of another one.
#[track_caller]
pub(crate) fn add(office: &Office, other: &Office, label: &str) {
    let key = other.ok("exchange", json!({}))["key"].clone();
    office.ok("add_member", json!({ "label": label, "key": key }));
}

fn place(office: &Office) -> PathBuf {
    let folder = office.folder.path().join("out");
    std::fs::create_dir_all(&folder).unwrap();
    let number = std::fs::read_dir(&folder).unwrap().count();
    folder.join(format!("{number}.liaise-bundle"))
}

/// Makes a file of what is new; where it lies.
#[track_caller]
pub(crate) fn send(office: &Office) -> PathBuf {
    office.ok("write_bundle", json!({ "path": place(office) }))["path"].as_str().unwrap().into()
}

/// Makes a file of everything.
#[track_caller]
pub(crate) fn send_all(office: &Office) -> PathBuf {
    let made = office.ok("write_bundle", json!({ "path": place(office), "whole": true }));
    made["path"].as_str().unwrap().into()
}

#[track_caller]
pub(crate) fn plan(office: &Office, bundle: &Path) -> Value {
    office.ok("compare_bundle", json!({ "path": bundle }))
}

/// Takes in a file as its plan says.
#[track_caller]
pub(crate) fn take(office: &Office, bundle: &Path) -> Value {
    let plan = plan(office, bundle);
    office.ok("accept_bundle", json!({ "path": bundle, "digest": plan["digest"] }))
}

/// The records of a part of a plan, as `entity name`.
fn named(plan: &Value, part: &str) -> Vec<String> {
    let records = plan[part].as_array().unwrap();
    let text = |record: &Value, field: &str| record[field].as_str().unwrap().to_owned();
    records.iter().map(|record| format!("{} {}", text(record, "entity"), text(record, "name"))).collect()
}

/// What is to be chosen, as `name field: value (device) | value (device)`.
fn torn(office: &Office) -> Vec<String> {
    let conflicts = office.ok("conflicts", json!({}));
    let choice = |choice: &Value| format!("{} ({})", choice["value"], choice["device"].as_str().unwrap_or("?"));
    let line = |one: &Value| {
        let choices: Vec<String> = one["choices"].as_array().unwrap().iter().map(choice).collect();
        format!("{} {}: {}", one["name"].as_str().unwrap(), one["field"].as_str().unwrap(), choices.join(" | "))
    };
    conflicts.as_array().unwrap().iter().map(line).collect()
}

#[track_caller]
fn settle(office: &Office, number: usize, choice: usize) {
    let conflict = office.ok("conflicts", json!({}))[number].clone();
    let choice = conflict["choices"][choice]["value"].clone();
    office.ok("settle_conflict", json!({ "record": conflict["record"], "field": conflict["field"], "choice": choice }));
}

#[track_caller]
fn rename(office: &Office, id: &str, field: &str, value: Value) {
    office.ok("change_record", json!({ "entity": "situation_analysis", "id": id, "values": { field: value } }));
}

/// The rows are those of the history.
pub(crate) fn verify(office: &Office) {
    let path = office.path();
    office.ok("close_file", json!({}));
    Store::open(&path, "test", None).unwrap().verify().unwrap();
    office.ok("open_file", json!({ "path": path }));
}

#[test]
fn a_second_laptop_begins_with_a_file_that_a_colleague_made_for_its_key() {
    let first = Office::with_sample();
    let second = Office::speaking("fr");
    assert_eq!(first.refused("write_bundle", json!({ "path": place(&first) }))["code"], "not_a_member");
    assert_eq!(problems(&first.refused("join_exchange", json!({ "label": " " }))), ["label: required"]);
    first.ok("join_exchange", json!({ "label": "Town hall" }));

    let before = second.ok("exchange", json!({}));
    let key = before["key"].as_str().unwrap();
    assert!(key.starts_with("LIAISE-1") && key.len() < 160, "{key}");
    // A mail program breaks it into lines, somebody types it in small letters.
    let small = key.to_lowercase();
    let (start, end) = small.split_at(70);
    first.ok("add_member", json!({ "label": "School service", "key": format!(" {start}\n{end} ") }));
    let again = json!({ "label": "School service", "key": key });
    assert_eq!(problems(&first.refused("add_member", again)), ["key: duplicate_member"]);
    let wrong = json!({ "label": "X", "key": key.replacen('Q', "P", 1) });
    assert_eq!(problems(&first.refused("add_member", wrong)), ["key: not_a_key"]);

    let made = first.ok("write_bundle", json!({ "path": place(&first) }));
    assert_eq!((&made["whole"], &made["readers"]), (&json!(true), &json!(["School service"])));
    let path = made["path"].as_str().unwrap();
    let opened = second.ok("open_bundle", json!({ "path": path }));
    assert_eq!(
        (&opened["new_file"], &opened["known"], &opened["device"]),
        (&json!(true), &json!(false), &json!("Town hall"))
    );
    assert_eq!(opened["check"], first.ok("exchange", json!({}))["check"]);
    let plan = plan(&second, Path::new(path));
    assert_eq!(plan["new"].as_array().unwrap().len(), count(&first));
    assert_eq!(second.ok("file", json!({})), json!(null), "comparing makes no file");
    let data = second.folder.path().join("Liaise");
    assert!(std::fs::read_dir(&data).unwrap().all(|entry| entry.unwrap().file_name() == "laptop.key"));

    let taken = take(&second, Path::new(path));
    assert!(taken["file"]["path"].as_str().unwrap().starts_with(data.to_str().unwrap()), "{taken}");
    assert_eq!((&taken["backup"], &taken["conflicts"]), (&json!(null), &json!(0)));
    assert_eq!(second.everything(), first.everything());
    assert_eq!(second.ok("exchange", json!({}))["label"], "School service");
    verify(&second);
    // With that file on the laptop, another one is not made beside it.
    second.ok("close_file", json!({}));
    assert_eq!(second.refused("open_bundle", json!({ "path": path }))["code"], "own_file_first");
}

/// How many records a laptop has.
fn count(office: &Office) -> usize {
    office.everything().as_object().unwrap().values().map(|records| records.as_array().unwrap().len()).sum()
}

#[test]
fn work_passes_both_ways_and_a_plan_says_what_it_will_do() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let shared = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    rename(&first, &shared, "title", words("Analysis of the town"));
    first.create("training_session", crate::office::training());
    rename(&second, &shared, "territory", words("North"));

    let bundle = send(&first);
    let planned = plan(&second, &bundle);
    assert_eq!(named(&planned, "new"), ["training_session Training"]);
    assert_eq!(named(&planned, "changed"), ["situation_analysis Analysis of the town"]);
    let fields = planned["changed"][0]["fields"].clone();
    assert_eq!(fields.as_array().unwrap().len(), 1);
    assert_eq!((&fields[0]["field"], &fields[0]["before"]), (&json!("title"), &words("Analysis")));
    assert_eq!((&planned["deleted"], &planned["conflicts"]), (&json!([]), &json!([])));
    assert_eq!(planned["file"]["device"], "Laptop 1");
    let before = second.everything();
    assert_eq!(second.everything(), before, "comparing changes nothing");

    take(&second, &bundle);
    take(&first, &send(&second));
    assert_eq!(first.everything(), second.everything());
    assert_eq!(first.list("situation_analysis")[0]["territory"], words("North"));
    [&first, &second].into_iter().for_each(verify);
    // What came from a colleague is in the history of the record, with its time.
    let history = first.ok("record_history", json!({ "entity": "situation_analysis", "id": shared }));
    assert_eq!(history.as_array().unwrap().len(), 3, "{history}");
}

#[test]
fn nothing_new_makes_no_file_and_an_earlier_one_is_never_overwritten() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    assert_eq!(first.refused("write_bundle", json!({ "path": place(&first) }))["code"], "nothing_to_send");
    first.create("situation_analysis", analysis());
    let bundle = send(&first);
    let bytes = std::fs::read(&bundle).unwrap();
    first.create("situation_analysis", analysis());
    assert_eq!(first.refused("write_bundle", json!({ "path": bundle }))["code"], "file_exists");
    assert_eq!(std::fs::read(&bundle).unwrap(), bytes);
    assert_eq!(first.ok("exchange", json!({}))["unsent"], 1, "a file that was not made counts as not sent");
    take(&second, &send_all(&first));
    assert_eq!(first.everything(), second.everything());
}

#[test]
fn a_file_taken_in_twice_changes_nothing_the_second_time() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    first.create("situation_analysis", analysis());
    let bundle = send(&first);
    take(&second, &bundle);
    let before = second.everything();
    let again = plan(&second, &bundle);
    assert_eq!((&again["applied"], &again["already"], &again["file"]["taken"]), (&json!(0), &json!(1), &json!(true)));
    assert_eq!(take(&second, &bundle)["backup"], json!(null));
    assert_eq!(second.everything(), before);
    // A laptop that takes in its own file has everything in it.
    assert_eq!(plan(&first, &bundle)["applied"], 0);
}

#[test]
fn both_values_are_kept_until_somebody_chooses() {
    let [first, second, third] = <[Office; 3]>::try_from(laptops(3)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    let bundle = send(&first);
    for office in [&second, &third] {
        take(office, &bundle);
    }
    rename(&first, &id, "title", words("Ours"));
    rename(&second, &id, "title", words("Theirs"));
    rename(&second, &id, "summary", words("Kept"));
    let (ours, theirs) = (send(&first), send(&second));
    let planned = plan(&first, &theirs);
    assert_eq!(planned["conflicts"][0]["field"], "title/en");
    assert_eq!(take(&first, &theirs)["conflicts"], 1);
    take(&second, &ours);
    for bundle in [&ours, &theirs] {
        take(&third, bundle);
    }
    let lines = torn(&first);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].ends_with("title/en: \"Ours\" (Laptop 1) | \"Theirs\" (Laptop 2)"), "{lines:?}");
    assert_eq!((torn(&second), torn(&third)), (lines.clone(), lines));
    assert_eq!(first.list("situation_analysis")[0]["title"], third.list("situation_analysis")[0]["title"]);

    settle(&second, 0, 0);
    assert_eq!(torn(&second), [""; 0]);
    assert_eq!(second.list("situation_analysis")[0]["title"], words("Ours"));
    let chosen = send(&second);
    for office in [&first, &third] {
        take(office, &chosen);
    }
    for office in [&first, &second, &third] {
        assert_eq!(torn(office), [""; 0]);
        assert_eq!(office.list("situation_analysis")[0]["title"], words("Ours"));
        assert_eq!(office.list("situation_analysis")[0]["summary"], words("Kept"));
        verify(office);
    }
    let nothing = json!({ "record": id, "field": "title/en", "choice": "Theirs" });
    assert_eq!(first.refused("settle_conflict", nothing)["code"], "not_found");
}

#[test]
fn choosing_can_be_taken_back() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    rename(&first, &id, "status", json!("drafting"));
    rename(&second, &id, "status", json!("data_collection"));
    take(&first, &send(&second));
    let shown = first.list("situation_analysis")[0]["status"].clone();
    let other = usize::from(first.ok("conflicts", json!({}))[0]["choices"][0]["value"] == shown);
    settle(&first, 0, other);
    assert_ne!(first.list("situation_analysis")[0]["status"], shown);
    first.ok("undo", json!({}));
    assert_eq!(first.list("situation_analysis")[0]["status"], shown);
}

#[test]
fn what_one_deleted_and_another_changed_is_asked_about() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    let source =
        json!({ "situation_analysis": id, "title": words("Survey"), "kind": "survey_residents", "reliability": "a" });
    first.create("evidence_source", source);
    take(&second, &send(&first));
    first.ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
    rename(&second, &id, "summary", words("Much work"));
    let (deleted, changed) = (send(&first), send(&second));
    let planned = plan(&second, &deleted);
    assert_eq!(named(&planned, "deleted"), ["situation_analysis Analysis", "evidence_source Survey"]);
    assert_eq!(planned["conflicts"][0]["field"], "~deleted");
    take(&second, &deleted);
    take(&first, &changed);
    assert_eq!(torn(&first), ["Analysis ~deleted: false (Laptop 2) | true (Laptop 1)"]);
    assert_eq!(torn(&second), torn(&first));
    assert!(second.list("situation_analysis").is_empty());

    settle(&first, 0, 0);
    assert_eq!(first.list("situation_analysis")[0]["summary"], words("Much work"));
    assert_eq!(first.list("evidence_source").len(), 1, "what was deleted with it is there again");
    take(&second, &send(&first));
    assert_eq!((second.everything(), torn(&second)), (first.everything(), vec![]));
    [&first, &second].into_iter().for_each(verify);
}

#[test]
fn what_stays_deleted_is_not_asked_about_again() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    first.ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
    rename(&second, &id, "summary", words("Much work"));
    take(&first, &send(&second));
    settle(&first, 0, 1);
    assert!(torn(&first).is_empty() && first.list("situation_analysis").is_empty());
    take(&second, &send(&first));
    assert!(torn(&second).is_empty() && second.list("situation_analysis").is_empty());
    // Both deleting the same is no question.
    let id = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    for office in [&first, &second] {
        office.ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
    }
    take(&first, &send(&second));
    assert!(torn(&first).is_empty());
}

#[test]
fn a_lost_file_is_missed_and_nothing_of_the_later_one_is_lost() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    let lost = send(&first);
    rename(&first, &id, "title", words("Later"));
    let later = send(&first);
    let planned = plan(&second, &later);
    assert_eq!((&planned["applied"], &planned["waiting"]), (&json!(0), &json!(1)));
    take(&second, &later);
    assert!(second.list("situation_analysis").is_empty());
    assert_eq!(second.ok("exchange", json!({}))["waiting"], 1);
    verify(&second);
    // The same once more waits no more than once.
    assert_eq!(plan(&second, &later)["waiting"], 0);
    take(&second, &lost);
    assert_eq!(second.list("situation_analysis")[0]["title"], words("Later"));
    assert_eq!(second.ok("exchange", json!({}))["waiting"], 0);
    assert_eq!(second.everything(), first.everything());
}

#[test]
fn what_comes_by_way_of_a_third_laptop_is_whose_it_was() {
    let [first, second, third] = <[Office; 3]>::try_from(laptops(3)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    take(&third, &send(&second));
    assert_eq!(third.everything(), first.everything());
    rename(&first, &id, "status", json!("drafting"));
    rename(&third, &id, "status", json!("data_collection"));
    take(&second, &send(&first));
    take(&third, &send(&second));
    assert!(torn(&third)[0].contains("\"drafting\" (Laptop 1)"), "{:?}", torn(&third));
}

#[test]
fn a_plan_that_is_out_of_date_is_not_carried_out() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    rename(&first, &id, "title", words("New"));
    let bundle = send(&first);
    let planned = plan(&second, &bundle);
    rename(&second, &id, "title", words("Newer"));
    let before = second.everything();
    let args = json!({ "path": bundle, "digest": planned["digest"] });
    assert_eq!(second.refused("accept_bundle", args)["code"], "plan_outdated");
    assert_eq!(second.everything(), before);
    assert_eq!(second.ok("backups", json!({})).as_array().unwrap().len(), 1, "one of the file before");
}

/// A meeting that one laptop deletes while another one adds an action point to it: both laptops ask, every list can be
/// read meanwhile, and nothing is lost that was not given up.
#[test]
fn what_is_added_to_a_record_that_is_deleted_at_the_same_time_is_asked_about() {
    for keep in [true, false] {
        let all = laptops(2);
        let (first, second) = (&all[0], &all[1]);
        let values = json!({ "title": words("Steering group"), "date": "2016-06-01", "kind": "steering_committee" });
        let meeting = first.create("meeting", values);
        let partnership = first.ok("file", json!({}))["partnership"].clone();
        let values = json!({ "partnership": partnership, "name": words("Youth office"), "sector": "municipal_youth" });
        let agency = first.create("agency", values);
        take(second, &send(first));
        for (entity, id) in [("meeting", &meeting), ("agency", &agency)] {
            first.ok("delete_record", json!({ "entity": entity, "id": id }));
        }
        let values = json!({ "meeting": meeting, "text": words("Write the plan"), "owner_agency": agency });
        second.create("action_point", values);
        take(second, &send(first));
        take(first, &send(second));
        let actions = |office: &Office| {
            let rows = office.ok("action_list", json!({ "today": "2016-07-01" }));
            rows.as_array().unwrap().len()
        };
        for office in [first, second] {
            let torn = office.ok("conflicts", json!({}));
            let torn: Vec<&str> = torn.as_array().unwrap().iter().map(|one| one["record"].as_str().unwrap()).collect();
            assert_eq!(torn, [meeting.as_str()]);
            assert_eq!(actions(office), 0);
        }
        let args = json!({ "record": meeting, "field": "~deleted", "choice": !keep });
        first.ok("settle_conflict", args);
        take(second, &send(first));
        for office in [first, second] {
            assert_eq!(office.ok("conflicts", json!({})), json!([]));
            assert_eq!((office.list("meeting").len(), actions(office)), if keep { (1, 1) } else { (0, 0) });
            assert_eq!(office.list("action_point").len(), usize::from(keep));
            verify(office);
        }
    }
}
