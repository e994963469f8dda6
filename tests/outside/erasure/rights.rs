//! Around erasing: how long personal data are kept, what a person is told, what is on a paper, and who changed what when.

use std::path::Path;

use serde_json::{Value, json};

use super::{NAME, NONE, erase, holding, known, person};
use crate::{
    exchange::{laptops, send, take, verify},
    office::{Office, analysis, words},
};

#[test]
fn what_is_past_its_date_is_chosen_planned_and_logged_without_a_name() {
    let office = Office::with_file();
    let (gone, session) = known(&office);
    let trainer = json!({ "training_session": session, "name": format!("Dr {NAME}"), "role": "trainer" });
    office.create("trainer", trainer);
    let kept = office.create("participant", json!({ "family_name": "Stays", "retention_until": "2030-12-31" }));
    let deleted = office.create("participant", json!({ "family_name": format!("{NAME}-Old") }));
    office.ok("delete_record", json!({ "entity": "participant", "id": deleted }));
    let plan = |today: &str| office.ok("retention", json!({ "today": today, "language": "en" }));
    let due = |plan: &Value| -> Vec<String> {
        let classes = plan["classes"].as_array().unwrap().iter();
        let line = |class: &Value, one: &Value| format!("{} {} {}", class["class"], one["entity"], one["name"]);
        classes.flat_map(|class| class["due"].as_array().unwrap().iter().map(move |one| line(class, one))).collect()
    };
    let quiet = plan("2016-06-02");
    assert_eq!(due(&quiet), [""; 0]);
    assert_eq!(quiet["classes"][0]["keep_until"], "2024-01-04", "the project's end and six years");
    assert_eq!(due(&plan("2016-08-01")), [r#""deleted_records" "participant" """#], "thirty days after it was deleted");
    let waiting = |today: &str| office.ok("waiting", json!({ "today": today })).to_string().contains("retention");
    assert!(!waiting("2016-05-20") && waiting("2016-06-20"), "due within thirty days, and afterwards");

    let over = plan("2024-01-05");
    assert_eq!(
        due(&over),
        [
            r#""attendance_lists" "participant" "Marek Zorglubinski""#,
            r#""attendance_lists" "trainer" "Dr Zorglubinski""#,
            r#""deleted_records" "participant" """#,
        ]
    );
    let classes = over["classes"].as_array().unwrap().iter();
    let all: Vec<Value> =
        classes.flat_map(|class| class["due"].as_array().unwrap().iter().map(|one| one["id"].clone())).collect();
    let apply = |chosen: &[Value], digest: &Value| {
        office.call("apply_retention", json!({ "today": "2024-01-05", "chosen": chosen, "digest": digest }))
    };
    assert_eq!(apply(&all, &json!("x")).unwrap_err().code(), "plan_outdated");
    assert_eq!(apply(&[kept.clone().into()], &over["digest"]).unwrap_err().code(), "not_found", "it is not due");
    assert_eq!(apply(&all, &over["digest"]).unwrap()["documents"], 4, "with the file that was attached");
    assert_eq!(holding(&office), NONE);
    assert_eq!(due(&plan("2024-01-05")), [""; 0]);
    let people: Vec<String> =
        office.list("participant").iter().map(|one| one["family_name"].as_str().unwrap().to_owned()).collect();
    assert!(people.len() == 2 && people.contains(&"Stays".to_owned()), "anonymised, not gone: {people:?}");
    assert!(office.list("participant").iter().any(|one| one["id"] == json!(gone)));
    let log = office.ok("deletions", json!({}));
    let log = log.as_array().unwrap();
    assert_eq!(log.iter().map(|one| one["count"].as_u64().unwrap()).sum::<u64>(), 4);
    assert!(log.iter().all(|one| one["reason"] == "retention_over"));
    let saved = office.ok("export_deletions", json!({ "language": "el" }));
    assert_eq!(saved["rows"], log.len());
    verify(&office);
}

#[test]
fn dates_by_class_can_be_changed_and_only_what_fits_the_class_is_done() {
    let office = Office::with_file();
    person(&office);
    let set = |class: &str, until: &str, action: &str| {
        office.call("set_retention", json!({ "class": class, "keep_until": until, "action": action }))
    };
    set("attendance_lists", "2017-01-01", "delete").unwrap();
    let plan = office.ok("retention", json!({ "today": "2017-01-02", "language": "en" }));
    assert_eq!(
        (&plan["classes"][0]["action"], &plan["classes"][0]["due"][0]["keep_until"]),
        (&json!("delete"), &json!("2017-01-01"))
    );
    set("attendance_lists", "2017-01-01", "keep").unwrap();
    let plan = office.ok("retention", json!({ "today": "2030-01-01", "language": "en" }));
    assert_eq!(plan["classes"][0]["due"], json!([]));
    assert_eq!(office.list("retention_rule").len(), 1, "one rule a class");
    for (class, until, action) in
        [("contacts", "2017-01-01", "anonymise"), ("contacts", "soon", "delete"), ("x", "2017-01-01", "delete")]
    {
        assert_eq!(set(class, until, action).unwrap_err().code(), "invalid", "{class} {until} {action}");
    }
}

#[test]
fn a_person_gets_all_that_is_held_about_them_on_paper_and_as_data() {
    let office = Office::with_file();
    let (person, _) = known(&office);
    let mut values = analysis();
    values["summary"] = words("Talks with Marek Zorglubinski.");
    office.create("situation_analysis", values);
    for (language, heading) in [("en", "Where the name is mentioned"), ("el", "Πού αναφέρεται το όνομα")]
    {
        let args = json!({ "kind": "personal_data_extract", "language": language, "subject": person });
        let html = office.ok("preview_report", args)["html"].as_str().unwrap().to_owned();
        for part in
            [heading, NAME, "m.zorglubinski@example.org", "LIE-2016-001", "consent.pdf", "Talks with", "Harbour police"]
        {
            assert!(html.contains(part), "{language}: {part}");
        }
    }
    let args = json!({ "kind": "personal_data_extract", "language": "fr", "subject": person });
    let exported = office.ok("export_report", args);
    let path = Path::new(exported["path"].as_str().unwrap());
    assert!(!path.to_str().unwrap().contains(NAME), "a file's name says no name: {path:?}");
    let carried = liaise_paper::extract::carried(&std::fs::read(path).unwrap(), 1 << 20).unwrap();
    let data: Value = serde_json::from_slice(&carried[0].bytes).unwrap();
    assert_eq!(data["record"]["family_name"], NAME);
    assert_eq!((data["attendance"].as_array().unwrap().len(), data["certificates"].as_array().unwrap().len()), (4, 1));
    // A contact of an agency as well.
    let partnership = office.list("partnership")[0]["id"].clone();
    let agency =
        office.create("agency", json!({ "partnership": partnership, "name": words("Port"), "sector": "other" }));
    let contact =
        office.create("contact", json!({ "agency": agency, "family_name": "Kontakt", "work_phone": "+32 1" }));
    let args = json!({ "kind": "personal_data_extract", "language": "en", "subject": contact });
    let html = office.ok("preview_report", args)["html"].as_str().unwrap().to_owned();
    assert!(html.contains("Kontakt") && html.contains("+32 1") && html.contains("Port"));
    let study = office.list("situation_analysis")[0]["id"].clone();
    let args = json!({ "kind": "personal_data_extract", "language": "en", "subject": study });
    assert_eq!(office.refused("preview_report", args)["code"], "bad_arguments");
}

#[test]
fn the_record_of_processing_has_counts_and_no_name() {
    let office = Office::with_sample();
    let person = office.list("participant")[0].clone();
    let html = |language: &str| {
        let args = json!({ "kind": "data_protection_record", "language": language });
        office.ok("preview_report", args)
    };
    let before = html("en");
    assert_eq!(before["personal"], json!([]), "no personal data on it");
    let id = person["id"].as_str().unwrap();
    erase(&office, "participant", id, false);
    let after = html("en")["html"].as_str().unwrap().to_owned();
    assert!(after.contains("What was erased") && after.contains("2016"), "{after}");
    assert_ne!(before["html"], json!(after));
}

#[test]
fn a_paper_says_which_personal_data_are_on_it_before_it_is_saved() {
    let office = Office::with_file();
    let (_, session) = known(&office);
    office.create("participant", json!({ "family_name": "Elsewhere" }));
    let personal = |kind: &str, level: &str| {
        let args = json!({ "kind": kind, "language": "en", "subject": session, "privacy": level });
        office.ok("preview_report", args)["personal"].clone()
    };
    let names = json!([
        { "entity": "participant", "field": "family_name", "records": 1 },
        { "entity": "participant", "field": "given_name", "records": 1 },
    ]);
    assert_eq!(personal("training_session_report", "internal"), names);
    assert_eq!(personal("training_session_report", "public"), json!([]));
    assert_eq!(personal("training_session_report", "coordinator"), json!([]));
}

#[test]
fn who_changed_what_when_is_readable_of_what_is_deleted_too() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = person(&first);
    take(&second, &send(&first));
    let args = json!({ "entity": "participant", "id": id, "values": { "city": "Liège" } });
    second.ok("change_record", args);
    second.ok("delete_record", json!({ "entity": "participant", "id": id }));
    second.ok("undo", json!({}));
    second.ok("redo", json!({}));
    take(&first, &send(&second));
    let changed = first.ok("changed_records", json!({ "language": "en" }));
    let deleted: Vec<&Value> = changed.as_array().unwrap().iter().filter(|one| one["deleted"] == true).collect();
    assert_eq!(deleted.len(), 1);
    assert!(changed.as_array().unwrap().iter().any(|one| one["entity"] == "partnership" && one["own"] == true));
    let people = first.ok("changed_records", json!({ "language": "en", "kind": "participant" }));
    assert_eq!(people.as_array().unwrap().len(), 1);
    assert_eq!((&deleted[0]["name"], &deleted[0]["by"]), (&json!("Marek Zorglubinski"), &json!("Laptop 2")));
    let history = first.ok("record_history", json!({ "entity": "participant", "id": id }));
    let line = |one: &Value| format!("{} {}", one["what"].as_str().unwrap(), one["by"].as_str().unwrap());
    let lines: Vec<String> = history.as_array().unwrap().iter().map(line).collect();
    assert_eq!(
        lines,
        ["deleted Laptop 2", "restored Laptop 2", "deleted Laptop 2", "changed Laptop 2", "made Laptop 1"]
    );
    let city = &history[3]["fields"][0];
    assert_eq!((&city["before"], &city["after"]), (&json!("Ghent"), &json!("Liège")));
    assert_eq!(first.refused("record_history", json!({ "entity": "contact", "id": id }))["code"], "not_found");
}
