//! The common catalogue: from the coordinator to the partners, compared before it is accepted, and used.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{accept, coordinator, logos, partner, plan, report};
use crate::office::{Office, change, pilot, training, words};

pub(super) fn entry(office: &Office, values: Value) -> String {
    let mut values = values;
    values["partnership"] = office.list("partnership")[0]["id"].clone();
    office.create("pack_entry", values)
}

/// A coordinator with an entry of every kind.
fn issuing(codes: &[&str]) -> Office {
    let office = coordinator(codes);
    entry(&office, json!({ "kind": "module", "code": "local_cohesion", "title": words("Local cohesion") }));
    let indicator = json!({
        "kind": "indicator", "code": "dialogues", "title": words("Dialogues held"), "indicator_kind": "count",
        "words": words("Moderated dialogues with residents"), "unit": words("dialogues"), "number": 12,
    });
    entry(&office, indicator);
    entry(&office, json!({ "kind": "target", "code": "trained", "number": 350 }));
    let deadline = json!({
        "kind": "deadline", "code": "summer_2016", "title": words("Summer 2016"), "period_from": "2016-05-01",
        "period_to": "2016-08-31", "due": "2016-09-30",
    });
    entry(&office, deadline);
    let foreword = json!({ "source": "fr", "words": { "fr": "Merci à tous", "en": "Thanks to all" } });
    entry(&office, json!({ "kind": "foreword", "words": foreword }));
    office
}

pub(super) fn export(office: &Office, name: &str) -> PathBuf {
    let path = office.data_folder().join(name);
    office.ok("export_pack", json!({ "path": path }));
    path
}

pub(super) fn open(office: &Office, path: &Path) -> Value {
    office.ok("open_pack", json!({ "path": path }))
}

pub(super) fn take(office: &Office, path: &Path) -> Value {
    let planned = open(office, path);
    office.ok("accept_pack", json!({ "path": planned["path"], "digest": planned["digest"] }))
}

fn changes(plan: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    plan["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", word(&row["code"]), word(&row["change"])))
        .collect()
}

pub(super) fn refusal(office: &Office, path: &Path) -> String {
    office.refused("open_pack", json!({ "path": path }))["code"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_accepted_is_used() {
    let office = issuing(&["AAA"]);
    let path = export(&office, "one.liaise-catalogue");
    let receiver = partner("AAA", "fr");
    let planned = open(&receiver, &path);
    assert_eq!((&planned["number"], &planned["first"]), (&json!(1), &json!(true)));
    assert_eq!(
        changes(&planned),
        ["summer_2016 new", "foreword new", "dialogues new", "local_cohesion new", "trained new"]
    );
    assert!(receiver.list("pack_entry").is_empty(), "a plan changes nothing");
    assert_eq!(take(&receiver, &path), 5);

    // The target on the overview, the deadline among the reporting periods, the words in the reports.
    let targets = receiver.ok("overview", json!({}))["targets"].clone();
    let trained = targets.as_array().unwrap().iter().find(|target| target["code"] == "trained").unwrap().clone();
    assert_eq!(trained["project"], 350);
    let periods = receiver.list("reporting_period");
    let crossing = planned["rows"].as_array().unwrap().iter().any(|row| row["crosses"] == true);
    assert_ne!(crossing, periods.iter().any(|period| period["due"] == "2016-09-30"));
    let args = json!({ "kind": "partner_periodic_report", "language": "en" });
    let html = receiver.ok("preview_report", args)["html"].as_str().unwrap().to_owned();
    assert!(html.contains("Thanks to all"));

    // The indicator fills in what the officer leaves empty, the module stands on the session's report.
    let find = |code: &str| {
        let entries = receiver.list("pack_entry");
        entries.iter().find(|entry| entry["code"] == code).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let pilot = receiver.create("pilot_initiative", pilot());
    let values = json!({ "pilot_initiative": pilot, "aggregation": "sum", "pack_entry": find("dialogues") });
    let indicator = receiver.create("indicator", values);
    let made = receiver.ok("get_record", json!({ "entity": "indicator", "id": indicator }));
    assert_eq!((&made["title"]["words"]["en"], &made["target"]), (&json!("Dialogues held"), &json!(12.0)));
    let module = find("local_cohesion");
    let wrong = json!({ "pilot_initiative": pilot, "aggregation": "sum", "pack_entry": module, "title": words("I"), "target": 1 });
    assert_eq!(receiver.problems("indicator", wrong), ["pack_entry: unknown_record"]);
    let mut session = training();
    session["pack_modules"] = json!([module]);
    let session = receiver.create("training_session", session);
    let args = json!({ "kind": "training_session_report", "language": "en", "subject": session });
    let html = receiver.ok("preview_report", args)["html"].as_str().unwrap().to_owned();
    assert!(html.contains("Local cohesion"));

    // And the coordinator rolls it up over the network.
    let values = json!({
        "indicator": indicator, "period_from": "2016-09-01", "period_to": "2016-12-31", "value": 7, "finality": "final",
    });
    receiver.create("indicator_value", values);
    let planned = plan(&office, &[&report(&receiver)]);
    accept(&office, &planned);
    let network = office.ok("network", json!({ "today": "2017-02-01" }));
    let row = network["common"].as_array().unwrap().iter().find(|row| row["code"] == "dialogues").unwrap().clone();
    assert_eq!((&row["actual"], &row["target"], &row["partners"]), (&json!(7.0), &json!(12.0), &json!(1)));
    let board = network["board"].as_array().unwrap().iter().find(|target| target["code"] == "trained").unwrap().clone();
    assert_eq!(board["project"], 350);
    for kind in ["partner_periodic_report", "consolidated_programme_report"] {
        let at = if kind.starts_with("partner") { &receiver } else { &office };
        assert_eq!(at.ok("export_report", json!({ "kind": kind, "language": "el" }))["warnings"], json!([]));
    }
}

#[test]
fn a_later_catalogue_says_what_is_new_changed_and_deprecated_and_the_earlier_is_refused() {
    let office = issuing(&["AAA"]);
    let first = export(&office, "one.liaise-catalogue");
    let receiver = partner("AAA", "fr");
    take(&receiver, &first);
    let id = |code: &str| {
        let entries = office.list("pack_entry");
        entries.iter().find(|entry| entry["code"] == code).unwrap()["id"].as_str().unwrap().to_owned()
    };
    change(&office, "pack_entry", &id("dialogues"), json!({ "number": 20 }));
    change(&office, "pack_entry", &id("local_cohesion"), json!({ "deprecated": true }));
    entry(&office, json!({ "kind": "module", "code": "media", "title": words("Media") }));
    // A code stays: it is neither renamed nor deleted once it was given out.
    let renamed = json!({ "entity": "pack_entry", "id": id("dialogues"), "values": { "code": "talks" } });
    assert_eq!(office.refused("change_record", renamed)["code"], "bad_arguments");
    let gone = json!({ "entity": "pack_entry", "id": id("dialogues") });
    assert_eq!(office.refused("delete_record", gone)["code"], "deprecate_instead");
    let second = export(&office, "two.liaise-catalogue");
    let planned = open(&receiver, &second);
    assert_eq!(
        changes(&planned),
        [
            "summer_2016 same",
            "foreword same",
            "dialogues changed",
            "local_cohesion deprecated",
            "media new",
            "trained same"
        ]
    );
    assert_eq!((&planned["number"], &planned["first"]), (&json!(2), &json!(false)));
    assert_eq!(take(&receiver, &second), 3);
    assert_eq!(refusal(&receiver, &second), "same_pack");
    assert_eq!(refusal(&receiver, &first), "older_pack");
    let before = receiver.everything();
    let outdated = json!({ "path": second, "digest": planned["digest"] });
    assert_eq!(receiver.refused("accept_pack", outdated)["code"], "same_pack");
    assert_eq!(receiver.everything(), before);
    // It is a step like others, and undo takes it back.
    while receiver.ok("undoable", json!({}))["undo"] == true {
        receiver.ok("undo", json!({}));
    }
    assert!(receiver.list("pack_entry").iter().all(|entry| entry["code"] != "media"));
}

#[test]
fn what_another_signed_was_changed_or_is_newer_is_named_and_changes_nothing() {
    let office = issuing(&["AAA"]);
    let path = export(&office, "one.liaise-catalogue");
    let receiver = partner("AAA", "fr");
    take(&receiver, &path);
    let before = receiver.everything();
    let text = std::fs::read_to_string(&path).unwrap();
    let changed = |from: &str, to: &str| {
        let path = receiver.data_folder().join("changed.liaise-catalogue");
        assert!(text.contains(from));
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
        path
    };
    assert_eq!(refusal(&receiver, &changed("Local cohesion", "Local confusion")), "tampered_pack");
    assert_eq!(refusal(&receiver, &changed("\"format_version\":1", "\"format_version\":3")), "newer_pack");
    assert_eq!(refusal(&receiver, &changed("liaise-catalogue", "something-else")), "not_a_pack");
    assert_eq!(refusal(&receiver, &changed("{", "[[[[[[[[[[[[[[[[[[[[")), "not_a_pack");
    // Another's, and that of the coordinator on a new computer: only with the officer's word.
    let other = issuing(&["AAA"]);
    // Made after the one that is here: a minute passes with each command.
    for _ in 0..30 {
        other.ok("file", json!({}));
    }
    let theirs = export(&other, "other.liaise-catalogue");
    let refused = receiver.refused("open_pack", json!({ "path": theirs }));
    assert_eq!(refused["code"], "other_signer");
    assert_eq!(receiver.everything(), before);
    let planned = receiver.ok("open_pack", json!({ "path": theirs, "trust": refused["detail"] }));
    assert_eq!(planned["first"], true);
    // A partner has no catalogue to give, and the coordinator takes in none of its own.
    assert_eq!(receiver.refused("export_pack", json!({}))["code"], "not_coordinator");
    assert_eq!(refusal(&office, &path), "other_signer");
    assert_eq!(coordinator(&[]).refused("export_pack", json!({}))["code"], "nothing_to_report");
}

#[test]
fn an_entry_needs_what_its_kind_needs() {
    let office = coordinator(&[]);
    let partnership = office.list("partnership")[0]["id"].clone();
    let problems = |values: Value| {
        let mut values = values;
        values["partnership"] = partnership.clone();
        office.problems("pack_entry", values)
    };
    assert_eq!(
        problems(json!({ "kind": "module", "code": "Local Cohesion", "title": words("M") })),
        ["code: not_a_code"]
    );
    assert_eq!(problems(json!({ "kind": "module", "code": "abc" })), ["title: required"]);
    assert_eq!(
        problems(json!({ "kind": "indicator", "code": "ci_01", "title": words("I") })).last().unwrap(),
        "indicator_kind: required"
    );
    assert_eq!(problems(json!({ "kind": "target", "code": "trained" })), ["number: required"]);
    assert_eq!(problems(json!({ "kind": "target", "code": "happiness", "number": 3 })), ["code: unknown_code"]);
    assert_eq!(problems(json!({ "kind": "foreword" })), ["words: required"]);
    let deadline = json!({
        "kind": "deadline", "code": "first", "title": words("D"), "period_from": "2016-05-01", "period_to": "2016-04-01",
    });
    assert_eq!(problems(deadline), ["due: required", "period_to: end_before_start"]);
}

#[test]
fn the_published_schemas_and_the_fixtures_are_those_of_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (version, office, entries) in [(1, issuing(&[]), 5), (2, logos::issuing(&[]), 2)] {
        let made = export(&office, "made.liaise-catalogue");
        let path = root.join(format!("../assets/exchange/catalogue-{version}.schema.json"));
        let schema = liaise_core::pack::schema(version);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::fs::read_to_string(&path).unwrap_or_default() != text {
            std::fs::write(&path, text).unwrap();
            panic!("the schema was out of date and is written anew: a released version may only gain optional fields");
        }
        let validator = jsonschema::validator_for(&schema).unwrap();
        let fixture = root.join(format!("fixtures/exchange/catalogue-{version}.liaise-catalogue"));
        for path in [&made, &fixture] {
            let pack: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            let wrong: Vec<String> = validator.iter_errors(&pack).take(5).map(|error| error.to_string()).collect();
            assert_eq!(wrong, Vec::<String>::new());
        }
        // A catalogue of every released version opens for ever.
        assert_eq!(take(&partner("AAA", "fr"), &fixture), entries);
    }
}
