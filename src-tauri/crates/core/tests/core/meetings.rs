//! Meetings from the agenda to the minutes: what is carried over, what is numbered, what stays as it was approved.

use serde_json::{Value, json};

use crate::office::{Office, change, refusal, words};

pub(crate) fn meeting(office: &Office, values: Value) -> String {
    let mut all = json!({ "title": words("Meeting"), "date": "2016-06-14", "starts_at": "09:30", "ends_at": "10:30" });
    all.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
    office.create("meeting", all)
}

pub(crate) fn item(office: &Office, meeting: &str, title: &str, changes: Value) -> String {
    let mut values = json!({ "meeting": meeting, "title": words(title), "kind": "discussion", "minutes": 20 });
    values.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    office.create("agenda_item", values)
}

/// The agenda as `time title`.
fn agenda(office: &Office, meeting: &str) -> Vec<String> {
    let agenda = office.ok("agenda", json!({ "meeting": meeting }));
    let line = |row: &Value| {
        let title = &row["title"]["words"]["en"];
        format!("{} {}", row["starts_at"].as_str().unwrap_or("–"), title.as_str().unwrap())
    };
    agenda["items"].as_array().unwrap().iter().map(line).collect()
}

fn backlog(office: &Office) -> Vec<String> {
    let waiting = office.ok("backlog", json!({}));
    waiting.as_array().unwrap().iter().map(|item| item["title"]["words"]["en"].as_str().unwrap().into()).collect()
}

pub(crate) fn agency(office: &Office, name: &str) -> String {
    let partnership = office.list("partnership")[0]["id"].clone();
    let values =
        json!({ "partnership": partnership, "name": words(name), "sector": "municipal_youth", "role": "core_member" });
    office.create("agency", values)
}

#[test]
fn items_follow_one_another_on_the_clock_in_the_order_of_the_agenda() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    let first = item(&office, &meeting, "First", json!({ "position": 1 }));
    let second = item(&office, &meeting, "Second", json!({ "position": 2, "minutes": 45 }));
    assert_eq!(office.ok("add_standing_items", json!({ "meeting": meeting })), 3);
    assert_eq!(office.ok("add_standing_items", json!({ "meeting": meeting })), 0, "each is there once");
    assert_eq!(
        agenda(&office, &meeting),
        [
            "09:30 Previous minutes",
            "09:35 Review of action points",
            "09:45 First",
            "10:05 Second",
            "10:50 Any other business"
        ]
    );
    let whole = office.ok("agenda", json!({ "meeting": meeting }));
    assert_eq!((&whole["minutes"], &whole["available"]), (&json!(85), &json!(60)), "more items than time");
    let order: Vec<Value> = whole["items"].as_array().unwrap().iter().rev().map(|row| row["id"].clone()).collect();
    office.ok("order_agenda", json!({ "meeting": meeting, "order": order }));
    assert_eq!(agenda(&office, &meeting)[1..3], ["09:35 Second", "10:20 First"]);
    let foreign = json!({ "meeting": meeting, "order": [first, second, "elsewhere"] });
    assert_eq!(office.refused("order_agenda", foreign)["code"], "not_found");
    assert_eq!(agenda(&office, &meeting)[1..3], ["09:35 Second", "10:20 First"], "a refused order changes nothing");
}

#[test]
fn the_next_meeting_takes_up_what_was_not_dealt_with() {
    let office = Office::with_file();
    let held = meeting(&office, json!({ "number": 4, "status": "closed", "next_meeting_on": "2016-09-13" }));
    office.ok("add_standing_items", json!({ "meeting": held }));
    item(&office, &held, "Noted", json!({ "notes": words("said") }));
    let decided = item(&office, &held, "Decided", json!({}));
    office.create("decision", json!({ "meeting": held, "agenda_item": decided, "text": words("Yes") }));
    let left = item(&office, &held, "Left", json!({ "confidential": true }));
    let before = json!({ "meeting": held, "date": "2016-06-13" });
    assert_eq!(office.refused("next_meeting", before)["problems"][0]["code"], "end_before_start");
    let next = office.ok("next_meeting", json!({ "meeting": held, "date": "2016-09-13" }));
    assert_eq!((&next["number"], &next["status"]), (&json!(5), &json!("draft")));
    assert_eq!((&next["next_meeting_on"], &next["starts_at"]), (&json!(null), &json!("09:30")));
    let id = next["id"].as_str().unwrap();
    assert_eq!(
        agenda(&office, id),
        ["09:30 Previous minutes", "09:35 Review of action points", "09:45 Left", "10:05 Any other business"]
    );
    let taken_up = office.ok("agenda", json!({ "meeting": id }))["items"][2].clone();
    assert_eq!((&taken_up["carried_from"], &taken_up["confidential"]), (&json!(true), &json!(true)));
    let old = office.ok("agenda", json!({ "meeting": held }));
    let carried: Vec<&Value> =
        old["items"].as_array().unwrap().iter().filter(|row| row["carried_on"] == true).collect();
    assert_eq!(carried.len(), 1);
    assert_eq!(carried[0]["id"], left.as_str());
}

#[test]
fn an_item_that_is_put_off_waits_and_what_was_said_on_it_stays() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    office.ok("add_standing_items", json!({ "meeting": meeting }));
    let untouched = item(&office, &meeting, "Untouched", json!({}));
    let discussed = item(&office, &meeting, "Discussed", json!({ "notes": words("said") }));
    office.ok("put_off", json!({ "item": untouched }));
    office.ok("put_off", json!({ "item": discussed }));
    assert_eq!(backlog(&office), ["Untouched", "Discussed"]);
    assert!(agenda(&office, &meeting).contains(&"09:45 Discussed".to_owned()), "minutes need what was said");
    let again = office.ok("backlog", json!({}))[1].clone();
    assert_eq!((&again["carried_from"], &again["notes"]), (&json!(discussed), &json!(null)));
    office.ok("schedule_item", json!({ "item": untouched, "meeting": meeting }));
    assert_eq!(backlog(&office), ["Discussed"]);
    assert_eq!(agenda(&office, &meeting).last().unwrap(), "10:25 Any other business", "that one stays the last");
    let standing = office.ok("agenda", json!({ "meeting": meeting }))["items"][0]["id"].clone();
    assert_eq!(office.refused("put_off", json!({ "item": standing }))["code"], "bad_arguments");
}

#[test]
fn a_meeting_that_is_deleted_leaves_its_own_items_to_another() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    office.ok("add_standing_items", json!({ "meeting": meeting }));
    item(&office, &meeting, "Topic", json!({}));
    let before = office.everything();
    office.ok("delete_record", json!({ "entity": "meeting", "id": meeting }));
    assert_eq!(backlog(&office), ["Topic"]);
    assert_eq!(office.list("agenda_item").len(), 1, "what every meeting has goes with it");
    office.ok("undo", json!({}));
    assert_eq!(office.everything(), before);
}

#[test]
fn decisions_and_action_points_have_numbers_of_their_year() {
    let office = Office::with_file();
    let spring = meeting(&office, json!({ "date": "2016-03-01" }));
    let autumn = meeting(&office, json!({ "date": "2016-10-01" }));
    let later = meeting(&office, json!({ "date": "2017-01-10" }));
    let decide = |meeting: &str| {
        let id = office.create("decision", json!({ "meeting": meeting, "text": words("Yes") }));
        office.ok("get_record", json!({ "entity": "decision", "id": id }))["number"].as_str().unwrap().to_owned()
    };
    let agree = |meeting: &str| {
        let id = office.create("action_point", json!({ "meeting": meeting, "text": words("Do") }));
        (office.ok("get_record", json!({ "entity": "action_point", "id": id }))["number"].clone(), id)
    };
    assert_eq!([decide(&spring), decide(&autumn), decide(&later)], ["2016-01", "2016-02", "2017-01"]);
    let (number, action) = agree(&autumn);
    assert_eq!(number, "2016-01");
    let done = change(&office, "action_point", &action, json!({ "status": "done", "done_on": "2016-11-01" }));
    assert_eq!(done["number"], "2016-01", "a change keeps it");
    for _ in 0..10 {
        agree(&spring);
    }
    assert_eq!(agree(&spring).0, "2016-12", "the one after nine and after ten");
}

#[test]
fn a_vote_is_counted_and_a_consensus_is_not() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    let vote = |values: Value| {
        let mut all = json!({ "meeting": meeting, "text": words("Yes") });
        all.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
        all
    };
    assert_eq!(office.problems("decision", vote(json!({ "basis": "vote" }))), ["votes_for: required"]);
    let odd = vote(json!({ "basis": "consensus", "votes_against": 2 }));
    assert_eq!(office.problems("decision", odd), ["basis: votes_by_consensus"]);
    office.create("decision", vote(json!({ "basis": "vote", "votes_for": 5, "votes_against": 1, "abstentions": 0 })));
}

#[test]
fn approved_minutes_stay_as_they_are_and_action_points_go_on() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({ "status": "closed" }));
    let item = item(&office, &meeting, "Topic", json!({}));
    let decision = office.create("decision", json!({ "meeting": meeting, "text": words("Yes") }));
    let action = office.create("action_point", json!({ "meeting": meeting, "text": words("Do"), "due": "2016-07-01" }));
    let approved = json!({ "status": "minutes_approved" });
    assert_eq!(refusal(&office, "meeting", &meeting, approved), ["approved_on: required"]);
    change(&office, "meeting", &meeting, json!({ "status": "minutes_approved", "approved_on": "2016-09-13" }));
    let notes = json!({ "notes": words("other words") });
    assert_eq!(refusal(&office, "agenda_item", &item, notes.clone()), ["title: minutes_approved"]);
    assert_eq!(refusal(&office, "decision", &decision, json!({ "result": "rejected" })), ["text: minutes_approved"]);
    let attendance = json!({ "meeting": meeting, "organisation": "Institute", "status": "guest" });
    assert_eq!(office.problems("meeting_attendance", attendance), ["status: minutes_approved"]);
    change(&office, "action_point", &action, json!({ "status": "done", "done_on": "2016-06-30" }));
    for (entity, id) in [("meeting", &meeting), ("agenda_item", &item), ("decision", &decision)] {
        let args = json!({ "entity": entity, "id": id });
        assert_eq!(office.refused("delete_record", args)["code"], "minutes_approved", "{entity}");
    }
    // Neither may an item leave them, nor another come in.
    let problem = |refused: Value| refused["problems"][0]["code"].clone();
    assert_eq!(problem(office.refused("put_off", json!({ "item": item }))), "minutes_approved");
    let waiting = office.create("agenda_item", json!({ "title": words("Late"), "kind": "discussion" }));
    let args = json!({ "item": waiting, "meeting": meeting });
    assert_eq!(problem(office.refused("schedule_item", args)), "minutes_approved");
    change(&office, "meeting", &meeting, json!({ "status": "closed", "approved_on": null }));
    change(&office, "agenda_item", &item, notes);
}

#[test]
fn what_was_decided_in_confidence_does_not_come_out_when_its_item_is_deleted() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    let item = item(&office, &meeting, "Topic", json!({ "confidential": true }));
    let values = json!({ "meeting": meeting, "agenda_item": item, "text": words("Secret") });
    let decision = office.create("decision", values);
    let delete = |entity: &str, id: &str| json!({ "entity": entity, "id": id });
    assert_eq!(office.refused("delete_record", delete("agenda_item", &item))["code"], "has_outcomes");
    let slides = office.ok("shared_screen", json!({ "meeting": meeting, "language": "en" })).to_string();
    assert!(!slides.contains("Secret"));
    office.ok("delete_record", delete("decision", &decision));
    office.ok("delete_record", delete("agenda_item", &item));
}

#[test]
fn an_item_put_off_is_carried_over_once() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    let item = item(&office, &meeting, "Topic", json!({ "began_at": "10:00" }));
    office.ok("put_off", json!({ "item": item }));
    let next = office.ok("next_meeting", json!({ "meeting": meeting, "date": "2016-12-01" }));
    assert_eq!(office.ok("agenda", json!({ "meeting": next["id"] }))["items"], json!([]));
    assert_eq!(office.ok("backlog", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn no_two_slides_have_one_key_even_if_two_items_are_about_the_same() {
    let office = Office::with_sample();
    let meeting = office.list("meeting").pop().unwrap()["id"].as_str().unwrap().to_owned();
    change(&office, "meeting", &meeting, json!({ "status": "open", "approved_on": null }));
    let pilot = office.list("pilot_initiative").remove(0)["id"].clone();
    let analysis = office.list("situation_analysis").remove(0)["id"].clone();
    let session = office.list("training_session").remove(0)["id"].clone();
    for title in ["First", "Second"] {
        let about = json!({ "pilot_initiative": pilot, "situation_analysis": analysis, "training_session": session });
        item(&office, &meeting, title, about);
    }
    let shown = office.ok("shared_screen", json!({ "meeting": meeting, "language": "en" }));
    let slides = shown["slides"].as_array().unwrap();
    let keys: std::collections::BTreeSet<_> = slides.iter().map(|slide| slide["key"].as_str().unwrap()).collect();
    assert_eq!(keys.len(), slides.len());
}

#[test]
fn the_overdue_come_first_and_an_agency_finds_its_own() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({ "date": "2016-03-01" }));
    let (youth, police) = (agency(&office, "Youth"), agency(&office, "Police"));
    let agree = |text: &str, due: Value, owner: &str, status: &str| {
        let done = (status == "done").then_some("2016-04-01");
        let values = json!({
            "meeting": meeting, "text": words(text), "due": due, "owner_agency": owner, "status": status, "done_on": done,
        });
        office.create("action_point", values)
    };
    agree("Later", json!("2016-12-01"), &youth, "open");
    agree("Done", json!("2016-03-20"), &youth, "done");
    agree("Undated", json!(null), &police, "open");
    agree("Late", json!("2016-05-31"), &police, "in_progress");
    agree("Later still late", json!("2016-05-01"), &youth, "open");
    let list = |agency: Value| -> Vec<String> {
        let rows = office.ok("action_list", json!({ "today": "2016-06-01", "agency": agency }));
        let line = |row: &Value| {
            let late = if row["overdue"] == true { "! " } else { "" };
            format!("{late}{}", row["text"]["words"]["en"].as_str().unwrap())
        };
        rows.as_array().unwrap().iter().map(line).collect()
    };
    assert_eq!(list(json!(null)), ["! Later still late", "! Late", "Later", "Undated", "Done"]);
    assert_eq!(list(json!(police)), ["! Late", "Undated"]);
    let early = json!({ "meeting": meeting, "text": words("Early"), "due": "2016-02-29" });
    assert_eq!(office.problems("action_point", early), ["due: before_meeting"]);
}

#[test]
fn a_member_agency_is_marked_in_one_step_and_guests_need_an_organisation() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({ "quorum_needed": 2 }));
    let (youth, police) = (agency(&office, "Youth"), agency(&office, "Police"));
    let mark = |agency: &str, status: &str| {
        office.ok("mark_agency", json!({ "meeting": meeting, "agency": agency, "status": status }))
    };
    mark(&youth, "present");
    mark(&police, "absent");
    mark(&police, "present");
    assert_eq!(office.list("meeting_attendance").len(), 2, "one row an agency");
    let second = json!({ "meeting": meeting, "agency": youth, "name": "Ada", "status": "present" });
    office.create("meeting_attendance", second);
    let twice = json!({ "meeting": meeting, "agency": youth, "status": "absent" });
    assert_eq!(office.refused("mark_agency", twice)["code"], "bad_arguments");
    let nobody = json!({ "meeting": meeting, "status": "guest" });
    assert_eq!(office.problems("meeting_attendance", nobody), ["organisation: agency_or_organisation"]);
    let minutes = preview(&office, "minutes", &meeting, "internal");
    assert!(minutes.contains("2 agencies present") && minutes.contains("Quorum met"), "{minutes}");
}

pub(crate) fn preview(office: &Office, kind: &str, meeting: &str, privacy: &str) -> String {
    let args = json!({ "kind": kind, "language": "en", "subject": meeting, "privacy": privacy });
    office.ok("preview_report", args)["html"].as_str().unwrap().into()
}

#[test]
fn papers_for_others_leave_out_names_and_the_confidential_part() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({ "status": "closed" }));
    let open = item(&office, &meeting, "Open topic", json!({ "notes": words("Open words") }));
    let secret =
        item(&office, &meeting, "Secret topic", json!({ "confidential": true, "notes": words("Secret words") }));
    office.create("decision", json!({ "meeting": meeting, "agenda_item": secret, "text": words("Secret decision") }));
    office.create("action_point", json!({ "meeting": meeting, "agenda_item": secret, "text": words("Secret action") }));
    office.create("action_point", json!({ "meeting": meeting, "agenda_item": open, "text": words("Open action") }));
    let guest = json!({ "meeting": meeting, "organisation": "Institute", "name": "Oddny Guest", "status": "guest" });
    office.create("meeting_attendance", guest);
    for kind in ["agenda", "minutes"] {
        let inside = preview(&office, kind, &meeting, "internal");
        let outside = preview(&office, kind, &meeting, "coordinator");
        assert!(inside.contains("Secret topic") && inside.contains("Open topic"), "{kind}");
        assert!(!outside.contains("Secret") && outside.contains("Open topic"), "{kind}: {outside}");
        assert!(!outside.contains("Oddny"), "{kind}");
        assert!(outside.contains("Confidential items are not part"), "{kind}");
    }
    let minutes = preview(&office, "minutes", &meeting, "internal");
    for words in ["Open words", "Secret words", "Secret decision", "Secret action", "Oddny Guest"] {
        assert!(minutes.contains(words), "{words}");
    }
    let args = |privacy: &str| json!({ "kind": "action_list", "language": "en", "privacy": privacy });
    let list = |privacy: &str| office.ok("preview_report", args(privacy))["html"].as_str().unwrap().to_owned();
    assert!(list("internal").contains("Secret action") && !list("coordinator").contains("Secret action"));
}

#[test]
fn what_looks_like_a_person_in_the_words_of_a_meeting_is_pointed_out_before_export() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({}));
    item(&office, &meeting, "Topic", json!({ "notes": words("Ask Mr Smith, +33 6 12 34 56 78") }));
    let places = office.ok("check_report", json!({ "kind": "minutes", "subject": meeting }));
    assert_eq!(places[0]["field"], "notes");
    assert_eq!(places[0]["page_entity"], "agenda_item");
    office.create("action_point", json!({ "meeting": meeting, "text": words("Call +33 6 12 34 56 78") }));
    let places = office.ok("check_report", json!({ "kind": "action_list" }));
    assert_eq!(
        places.as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect::<Vec<_>>(),
        ["text"]
    );
}

#[test]
fn what_waits_is_found_and_goes_when_it_is_done() {
    let office = Office::with_file();
    let waiting = |office: &Office| -> Vec<String> {
        let rows = office.ok("waiting", json!({ "today": "2016-09-15" }));
        let line = |row: &Value| format!("{} {}", row["group"].as_str().unwrap(), row["kind"].as_str().unwrap());
        rows.as_array().unwrap().iter().map(line).collect()
    };
    assert!(waiting(&office).is_empty());
    let held = meeting(&office, json!({ "date": "2016-06-14" }));
    let coming = meeting(&office, json!({ "date": "2016-10-01" }));
    meeting(&office, json!({ "date": "2016-12-01" }));
    let action = office.create("action_point", json!({ "meeting": held, "text": words("Do"), "due": "2016-09-14" }));
    office.create("action_point", json!({ "meeting": held, "text": words("Today"), "due": "2016-09-15" }));
    let training =
        json!({ "title": words("Training"), "starts": "2016-05-02", "ends": "2016-05-03", "status": "delivered" });
    office.create("training_session", training);
    assert_eq!(
        waiting(&office),
        [
            "overdue action_point",
            "soon action_point",
            "soon meeting",
            "unreported training_report",
            "unreported minutes"
        ]
    );
    change(&office, "action_point", &action, json!({ "status": "cancelled" }));
    change(&office, "meeting", &held, json!({ "status": "closed" }));
    change(&office, "meeting", &coming, json!({ "date": "2016-11-30" }));
    assert_eq!(waiting(&office), ["soon action_point", "unreviewed minutes_approval", "unreported training_report"]);
    assert_eq!(office.refused("waiting", json!({ "today": "tomorrow" }))["code"], "bad_arguments");
}

#[test]
fn the_year_holds_what_falls_into_it_and_spans_that_reach_across_it() {
    let office = Office::with_file();
    meeting(&office, json!({ "date": "2016-06-14" }));
    office.create("pilot_initiative", crate::office::pilot());
    let rows = |year: u32| -> Vec<String> {
        let entries = office.ok("year", json!({ "year": year }));
        entries.as_array().unwrap().iter().map(|entry| entry["row"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rows(2016), ["meeting", "pilot_initiative"]);
    assert_eq!(rows(2017), ["pilot_initiative"]);
    assert!(rows(2018).is_empty());
}

#[test]
fn a_meeting_goes_to_the_calendar_with_what_is_not_confidential() {
    let office = Office::with_file();
    let meeting = meeting(&office, json!({ "venue": "Town hall" }));
    item(&office, &meeting, "Open topic", json!({}));
    item(&office, &meeting, "Secret topic", json!({ "confidential": true }));
    let path = office.ok("export_meeting", json!({ "meeting": meeting, "language": "en" }));
    let calendar = std::fs::read_to_string(path.as_str().unwrap()).unwrap();
    for words in ["DTSTART:20160614T093000", "DTEND:20160614T103000", "LOCATION:Town hall", "Open topic"] {
        assert!(calendar.contains(words), "{words} in {calendar}");
    }
    assert!(!calendar.contains("Secret"));
}
