//! Pilot initiatives from the idea to the published practice sheet: what each stage asks for, what is measured, what
//! stays.

use serde_json::{Value, json};

use crate::office::{Office, analysis, change, pilot, refusal, training, words};

fn partnership(office: &Office) -> String {
    office.list("partnership")[0]["id"].as_str().unwrap().into()
}

fn period(office: &Office, from: &str, to: &str) -> String {
    let values =
        json!({ "partnership": partnership(office), "title": words(from), "period_from": from, "period_to": to });
    office.create("reporting_period", values)
}

/// A pilot initiative that has all that an approved one needs.
fn approved(office: &Office) -> String {
    let analysis = office.create("situation_analysis", analysis());
    let priority = json!({
        "situation_analysis": analysis, "title": words("P"), "theme": "mentoring", "severity": 2, "extent": 3, "influence": 4,
    });
    let mut values = pilot();
    values["priorities"] = json!([office.create("priority", priority)]);
    values["training_sessions"] = json!([office.create("training_session", training())]);
    values["need"] = words("Need");
    values["safeguards"] = words("Safeguards");
    office.create("pilot_initiative", values)
}

fn indicator(office: &Office, pilot: &str, changes: Value) -> String {
    let mut values = json!({ "pilot_initiative": pilot, "title": words("Indicator"), "target": 100 });
    values.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    office.create("indicator", values)
}

#[test]
fn each_stage_asks_for_what_it_stands_on() {
    let office = Office::with_file();
    let bare = office.create("pilot_initiative", pilot());
    let stage = |stage: &str| json!({ "stage": stage });
    change(&office, "pilot_initiative", &bare, stage("designed"));
    assert_eq!(
        refusal(&office, "pilot_initiative", &bare, stage("approved")),
        [
            "need: required",
            "priorities: required",
            "training_sessions: required",
            "safeguards: required",
            "stage: stage_not_ready"
        ]
    );
    let gate = office.ok("stage_gate", json!({ "pilot": bare }));
    assert_eq!(
        (&gate["stage"], &gate["next"], gate["missing"].as_array().unwrap().len()),
        (&json!("designed"), &json!("approved"), 4)
    );
    // An idea may be stopped at any time.
    change(&office, "pilot_initiative", &bare, stage("stopped"));

    let id = approved(&office);
    change(&office, "pilot_initiative", &id, stage("running"));
    assert_eq!(
        refusal(&office, "pilot_initiative", &id, json!({ "priorities": [] })),
        ["priorities: required", "stage: stage_not_ready"]
    );
    assert_eq!(
        refusal(&office, "pilot_initiative", &id, stage("completed")),
        ["started_on: required", "ended_on: required", "stage: stage_not_ready"]
    );
    change(
        &office,
        "pilot_initiative",
        &id,
        json!({ "started_on": "2016-09-05", "ended_on": "2017-06-30", "stage": "completed" }),
    );
    assert_eq!(refusal(&office, "pilot_initiative", &id, stage("documented")), ["stage: stage_needs_sheet"]);
    let sheet = office.ok("draft_practice_sheet", json!({ "pilot": id }));
    change(&office, "pilot_initiative", &id, stage("documented"));
    assert_eq!(refusal(&office, "pilot_initiative", &id, stage("reviewed")), ["stage: stage_needs_review"]);

    let sheet = sheet["id"].as_str().unwrap();
    let status = |status: &str| json!({ "status": status });
    assert_eq!(refusal(&office, "practice_sheet", sheet, status("published")), ["status: status_order"]);
    assert_eq!(refusal(&office, "practice_sheet", sheet, status("peer_reviewed")), ["status: stage_needs_review"]);
    let review = json!({ "pilot_initiative": id, "reviewer": "Another city", "reviewed_on": "2017-07-01", "mode": "desk", "relevance": 4 });
    office.create("peer_review", review);
    change(&office, "pilot_initiative", &id, stage("reviewed"));
    assert_eq!(refusal(&office, "pilot_initiative", &id, stage("published")), ["stage: stage_needs_publication"]);
    for step in ["peer_reviewed", "efus_validated", "published"] {
        change(&office, "practice_sheet", sheet, status(step));
    }
    change(&office, "pilot_initiative", &id, stage("published"));
    assert_eq!(office.ok("stage_gate", json!({ "pilot": id }))["next"], Value::Null);
}

#[test]
fn rows_that_carry_something_are_closed_and_not_deleted() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let row = |level: &str, parent: Value| json!({ "pilot_initiative": pilot, "level": level, "title": words(level), "parent": parent });
    let impact = office.create("logframe_row", row("impact", json!(null)));
    let outcome = office.create("logframe_row", row("outcome", json!(impact)));
    let slip = office.create("logframe_row", row("output", json!(null)));
    assert_eq!(office.problems("logframe_row", row("impact", json!(outcome))), ["parent: parent_level"]);
    assert_eq!(refusal(&office, "logframe_row", &outcome, json!({ "level": "impact" })), ["parent: parent_level"]);
    let indicator = indicator(&office, &pilot, json!({ "logframe_row": outcome }));
    let value = json!({ "indicator": indicator, "period_from": "2016-09-01", "period_to": "2016-11-30", "value": 3, "finality": "final" });
    office.create("indicator_value", value);

    let delete = |entity: &str, id: &str| json!({ "entity": entity, "id": id });
    for (entity, id) in [("logframe_row", &impact), ("logframe_row", &outcome), ("indicator", &indicator)] {
        assert_eq!(office.refused("delete_record", delete(entity, id))["code"], "close_instead");
    }
    // What carries nothing was a slip of the keyboard.
    office.ok("delete_record", delete("logframe_row", &slip));
    change(&office, "indicator", &indicator, json!({ "closed_on": "2017-01-01" }));
    assert_eq!(office.list("indicator_value").len(), 1);
    // The pilot as a whole can go, with all that it carries, and come back.
    let before = office.everything();
    office.ok("delete_record", delete("pilot_initiative", &pilot));
    assert_eq!(office.list("logframe_row").len() + office.list("indicator_value").len(), 0);
    office.ok("undo", json!({}));
    assert_eq!(office.everything(), before);
}

#[test]
fn earlier_targets_stay_to_be_seen() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let id = indicator(&office, &pilot, json!({ "baseline": 10 }));
    change(&office, "indicator", &id, json!({ "target": 80 }));
    office.create("milestone", json!({ "pilot_initiative": pilot, "title": words("M"), "due": "2016-10-01" }));
    change(&office, "indicator", &id, json!({ "target": 120, "title": words("Another name") }));
    let history = office.ok("record_history", json!({ "entity": "indicator", "id": id }));
    let fields: Vec<Vec<&str>> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            change["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap()).collect()
        })
        .collect();
    assert_eq!(fields, [vec!["title", "target"], vec!["target"], vec![]]);
    assert_eq!((&history[0]["fields"][1]["before"], &history[0]["fields"][1]["after"]), (&json!(80.0), &json!(120.0)));
    let matrix = office.ok("preview_report", json!({ "kind": "logframe_matrix", "language": "en", "subject": pilot }));
    let html = matrix["html"].as_str().unwrap();
    assert!(html.contains("Changes of baselines and targets") && html.contains("120"), "{html}");
}

#[test]
fn values_fit_their_indicator_and_no_day_counts_twice() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let count = indicator(&office, &pilot, json!({}));
    let value = |indicator: &str, from: &str, to: &str, changes: Value| {
        let mut values = json!({ "indicator": indicator, "period_from": from, "period_to": to });
        values.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        values
    };
    let autumn = ("2016-09-01", "2016-11-30");
    office.create("indicator_value", value(&count, autumn.0, autumn.1, json!({ "value": 10 })));
    office.create("indicator_value", value(&count, autumn.0, autumn.1, json!({ "value": 12 })));
    let overlapping = value(&count, "2016-11-30", "2016-12-31", json!({ "value": 1 }));
    assert_eq!(office.problems("indicator_value", overlapping), ["period_from: overlapping_period"]);
    let negative = value(&count, "2016-12-01", "2016-12-31", json!({ "value": -1 }));
    assert_eq!(office.problems("indicator_value", negative), ["value: out_of_range"]);

    let share = indicator(&office, &pilot, json!({ "kind": "share", "aggregation": "mean_weighted", "target": 60 }));
    let half = office.ok("create_record", json!({
        "entity": "indicator_value", "values": value(&share, autumn.0, autumn.1, json!({ "numerator": 9, "denominator": 18 })),
    }));
    assert_eq!(half["value"], 50.0);
    let id = half["id"].as_str().unwrap();
    assert_eq!(change(&office, "indicator_value", id, json!({ "numerator": 12 }))["value"], 12.0 / 18.0 * 100.0);
    for (fraction, expected) in [
        (json!({ "numerator": 9, "denominator": 0 }), vec!["value: required", "denominator: not_a_share"]),
        (json!({ "numerator": 19, "denominator": 18 }), vec!["denominator: not_a_share"]),
    ] {
        let refused = office.problems("indicator_value", value(&share, "2016-12-01", "2016-12-31", fraction));
        assert!(
            refused.iter().all(|problem| expected.contains(&problem.as_str())) && !refused.is_empty(),
            "{refused:?}"
        );
    }
    assert_eq!(
        office.problems(
            "indicator",
            json!({ "pilot_initiative": pilot, "title": words("S"), "kind": "share", "target": 50 })
        ),
        ["aggregation: aggregation_unfit"]
    );
    let told = indicator(&office, &pilot, json!({ "kind": "narrative", "aggregation": "none", "target": null }));
    assert_eq!(office.problems("indicator_value", value(&told, autumn.0, autumn.1, json!({}))), ["comment: required"]);
    office.create("indicator_value", value(&told, autumn.0, autumn.1, json!({ "comment": words("It went well.") })));
    let reached = indicator(&office, &pilot, json!({ "kind": "yes_no", "aggregation": "latest", "target": null }));
    assert_eq!(office.ok("get_record", json!({ "entity": "indicator", "id": reached }))["target"], 1.0);
}

#[test]
fn groups_are_parts_of_their_value() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let count = indicator(&office, &pilot, json!({ "disaggregation": ["gender", "district"] }));
    let value = json!({ "indicator": count, "period_from": "2016-09-01", "period_to": "2016-11-30", "value": 10, "finality": "final" });
    let value = office.create("indicator_value", value);
    let part = |group: Value, number: u32| {
        let mut values = json!({ "indicator_value": value, "value": number });
        values.as_object_mut().unwrap().extend(group.as_object().unwrap().clone());
        values
    };
    office.create("group_value", part(json!({ "gender": "f" }), 6));
    office.create("group_value", part(json!({ "district": "North" }), 10));
    assert_eq!(office.problems("group_value", part(json!({ "gender": "m" }), 5)), ["value: groups_exceed_value"]);
    assert_eq!(
        office.problems("group_value", part(json!({ "gender": "f" }), 1)),
        ["gender: one_group", "value: groups_exceed_value"][..1]
    );
    assert_eq!(office.problems("group_value", part(json!({}), 1)), ["gender: one_group"]);
    let both = part(json!({ "gender": "m", "district": "South" }), 0);
    assert_eq!(office.problems("group_value", both), ["gender: one_group"]);
    assert_eq!(refusal(&office, "indicator_value", &value, json!({ "value": 9 })), ["value: groups_exceed_value"]);
}

#[test]
fn reporting_periods_follow_one_another_and_hold_what_ends_in_them() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let first = period(&office, "2016-09-01", "2016-12-31");
    let overlapping = json!({
        "partnership": partnership(&office), "title": words("P"), "period_from": "2016-12-31", "period_to": "2017-02-28",
    });
    assert_eq!(office.problems("reporting_period", overlapping), ["period_from: overlapping_period"]);
    period(&office, "2017-01-01", "2017-04-30");
    let sum = indicator(&office, &pilot, json!({}));
    for (from, to, number) in
        [("2016-09-01", "2016-10-31", 20), ("2016-11-01", "2016-12-31", 10), ("2017-02-01", "2017-02-28", 5)]
    {
        let value =
            json!({ "indicator": sum, "period_from": from, "period_to": to, "value": number, "finality": "final" });
        office.create("indicator_value", value);
    }
    let results = office.ok("indicator_progress", json!({ "pilot": pilot }));
    let periods: Vec<(Value, Value)> = results[0]["periods"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| (result["value"].clone(), result["cumulative"].clone()))
        .collect();
    assert_eq!(periods, [(json!(30.0), json!(30.0)), (json!(5.0), json!(35.0))]);
    // The progress report of the first period knows nothing of the second.
    let report = json!({ "kind": "pilot_progress", "language": "en", "subject": pilot, "period": first });
    let html = office.ok("preview_report", report)["html"].as_str().unwrap().to_owned();
    assert!(html.contains(">30<") && !html.contains(">35<"), "{html}");
}

#[test]
fn a_report_says_what_changed_since_the_one_before() {
    let office = Office::with_sample();
    let periods = office.list("reporting_period");
    let html = |period: usize| {
        let args = json!({ "kind": "pilot_progress", "language": "en", "subject": pilot_id(&office), "period": periods[period]["id"] });
        office.ok("preview_report", args)["html"].as_str().unwrap().to_owned()
    };
    assert!(html(0).contains("This is the first final report"));
    let third = html(2);
    let changes = third.split("What has changed since the last report").nth(1).unwrap();
    let changes = changes.split("Milestones").next().unwrap();
    assert!(changes.contains("Compared with the report of 7 November 2016."), "{changes}");
    assert!(changes.contains("Half-time review") && changes.contains("Trained staff change posts"), "{changes}");
    assert!(changes.contains("521") && changes.contains("304"), "{changes}");
    assert!(!changes.contains("Steering group and four leading teams"), "{changes}");
}

pub(crate) fn pilot_id(office: &Office) -> String {
    office.list("pilot_initiative")[0]["id"].as_str().unwrap().into()
}

#[test]
fn the_plan_shows_what_slips() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let activity = json!({
        "pilot_initiative": pilot, "title": words("Workshops"), "starts": "2016-09-10", "ends": "2016-10-10",
        "started_on": "2016-09-12", "forecast_ends": "2016-10-31",
    });
    office.create("activity", activity);
    office.create("milestone", json!({ "pilot_initiative": pilot, "title": words("M"), "due": "2016-09-05", "done_on": "2016-09-02", "status": "done" }));
    office.create(
        "deliverable",
        json!({ "pilot_initiative": pilot, "title": words("D"), "kind": "guide", "due": "2016-12-01" }),
    );
    let plan = office.ok("plan", json!({ "pilot": pilot }));
    let seen: Vec<(Value, Value, Value)> = plan
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["entity"].clone(), row["to"].clone(), row["slip"].clone()))
        .collect();
    assert_eq!(
        seen,
        [
            (json!("milestone"), json!("2016-09-02"), json!(-3)),
            (json!("activity"), json!("2016-10-31"), json!(21)),
            (json!("deliverable"), json!("2016-12-01"), json!(null)),
        ]
    );
    let late = json!({ "pilot_initiative": pilot, "title": words("A"), "starts": "2016-09-10", "ends": "2016-09-01" });
    assert_eq!(office.problems("activity", late), ["ends: end_before_start"]);
    let risk = json!({ "pilot_initiative": pilot, "title": words("R"), "category": "staff", "likelihood": 2, "severity": 3, "residual_severity": 4 });
    assert_eq!(office.problems("risk", risk), ["residual_severity: residual_above_gross"]);
    let line = |planned: Value| json!({ "pilot_initiative": pilot, "title": words("B"), "heading": "staff", "planned": planned });
    for amount in [json!(-1), json!(12.5), json!("12"), json!(100_000_000_001_i64)] {
        let refused = office.problems("budget_line", line(amount));
        assert!(["planned: out_of_range", "planned: wrong_type"].contains(&refused[0].as_str()), "{refused:?}");
    }
    office.create("budget_line", line(json!(33_33)));
    let budget = office.ok("budget", json!({ "pilot": pilot }));
    assert_eq!((&budget["eu"]["planned"], &budget["own"]["planned"]), (&json!(3000), &json!(333)));
}

#[test]
fn a_review_says_why_it_is_not_followed() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let review = json!({ "pilot_initiative": pilot, "reviewer": "City", "reviewed_on": "2017-01-01", "mode": "visit" });
    let review = office.create("peer_review", review);
    let answer =
        |response: &str| json!({ "peer_review": review, "title": words("R"), "urgency": "high", "response": response });
    assert_eq!(office.problems("review_recommendation", answer("rejected")), ["response_text: response_missing"]);
    office.create("review_recommendation", answer("accepted"));
}
