//! Logging analyses, training and pilots: what is saved is there, what is wrong is named and changes nothing.

use serde_json::{Value, json};

use crate::office::{Office, analysis, pilot, problems, training, words};

#[test]
fn an_unknown_command_argument_or_entity_is_refused() {
    let office = Office::with_file();
    assert_eq!(office.refused("drop_everything", json!({}))["code"], "unknown_command");
    assert_eq!(office.refused("list_records", json!({ "entity": "agency", "x": 1 }))["code"], "bad_arguments");
    assert_eq!(office.refused("list_records", json!({}))["code"], "bad_arguments");
    assert_eq!(office.refused("list_records", json!({ "entity": "suspect" }))["code"], "bad_arguments");
    assert_eq!(office.refused("list_records", json!([1, 2]))["code"], "bad_arguments");
    assert_eq!(office.refused("get_record", json!({ "entity": "agency", "id": "none" }))["code"], "not_found");
}

#[test]
fn a_change_of_one_field_leaves_the_others() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let change = json!({ "entity": "situation_analysis", "id": id, "values": { "status": "drafting" } });
    let changed = office.ok("change_record", change);
    assert_eq!((&changed["status"], &changed["title"]), (&json!("drafting"), &words("Analysis")));
    assert_ne!(changed["created_at"], changed["updated_at"]);
}

#[test]
fn wrong_values_are_named_by_field_and_nothing_is_saved() {
    let office = Office::with_file();
    let mut values = analysis();
    values["title"] = words("  ");
    values["period_to"] = json!("2015-12-31");
    values["status"] = json!("secret");
    assert_eq!(office.problems("situation_analysis", values), ["title: required", "status: unknown_code"]);
    for (field, value, problem) in [
        ("period_to", json!("2015-12-31"), "period_to: end_before_start"),
        ("period_to", json!("2016-02-30"), "period_to: not_a_date"),
        ("period_to", json!("0016-02-01"), "period_to: not_a_date"),
        ("period_to", json!(20_160_301), "period_to: wrong_type"),
        ("summary", words(&"x".repeat(100_000)), "summary: too_long"),
        ("title", words("Bell \u{7}"), "title: control_characters"),
        ("title", words("Two\nlines"), "title: control_characters"),
        ("title", json!("plain"), "title: wrong_type"),
        ("title", json!({ "source": "EN!", "words": { "EN!": "x" } }), "title: unknown_language"),
        ("suspect_name", json!("x"), "suspect_name: unknown_field"),
    ] {
        let mut values = analysis();
        values[field] = value;
        assert_eq!(office.problems("situation_analysis", values), [problem]);
    }
    assert_eq!(office.list("situation_analysis"), [] as [Value; 0]);
}

#[test]
fn a_note_keeps_its_paragraphs_and_a_line_loses_its_edges() {
    let office = Office::with_file();
    let mut values = analysis();
    values["title"] = words("  Analysis of the town ");
    values["summary"] = words("One.\r\n\r\nTwo.\n");
    let id = office.create("situation_analysis", values);
    let saved = office.ok("get_record", json!({ "entity": "situation_analysis", "id": id }));
    assert_eq!(saved["title"], words("Analysis of the town"));
    assert_eq!(saved["summary"], words("One.\n\nTwo."));
}

#[test]
fn a_text_keeps_every_language_and_loses_one_that_is_emptied() {
    let office = Office::with_file();
    let mut values = analysis();
    values["title"] = json!({ "source": "el", "words": { "el": "Διάγνωση", "fr": "Diagnostic" } });
    let id = office.create("situation_analysis", values);
    let change = |title: Value| {
        office.ok("change_record", json!({ "entity": "situation_analysis", "id": id, "values": { "title": title } }))
    };
    let both = json!({ "source": "el", "words": { "el": "Διάγνωση", "fr": "Diagnostic local" } });
    assert_eq!(change(both.clone())["title"], both);
    let left = change(json!({ "source": "el", "words": { "el": "", "fr": "Diagnostic local" } }));
    assert_eq!(left["title"], json!({ "source": "fr", "words": { "fr": "Diagnostic local" } }));
}

#[test]
fn sets_gain_and_lose_members() {
    let office = Office::with_file();
    let analysis = office.create("situation_analysis", analysis());
    let manifestation =
        json!({ "situation_analysis": analysis, "form": "right_wing", "settings": ["online", "schools"] });
    let id = office.create("manifestation", manifestation);
    let change =
        json!({ "entity": "manifestation", "id": id, "values": { "settings": ["workplace", "schools", "schools"] } });
    assert_eq!(office.ok("change_record", change)["settings"], json!(["schools", "workplace"]));
}

#[test]
fn a_statement_cannot_have_evidence_and_none() {
    let office = Office::with_file();
    let analysis = office.create("situation_analysis", analysis());
    let source = json!({ "situation_analysis": analysis, "title": words("Survey"), "kind": "survey_residents" });
    let source = office.create("evidence_source", source);
    let values = json!({
        "situation_analysis": analysis, "form": "right_wing", "evidence": [source], "no_local_evidence": true,
    });
    assert_eq!(office.problems("manifestation", values), ["no_local_evidence: no_local_evidence"]);
}

#[test]
fn a_factor_is_rated_once_in_an_analysis() {
    let office = Office::with_file();
    let analysis = office.create("situation_analysis", analysis());
    let rating =
        json!({ "situation_analysis": analysis, "factor": "rf_i01", "presence": "high", "no_local_evidence": true });
    office.create("factor_rating", rating.clone());
    assert_eq!(office.problems("factor_rating", rating), ["factor: duplicate_factor"]);
}

#[test]
fn ratings_are_from_one_to_five_and_percentages_to_a_hundred() {
    let office = Office::with_file();
    let analysis = office.create("situation_analysis", analysis());
    let priority = json!({
        "situation_analysis": analysis, "title": words("P"), "theme": "mentoring", "severity": 6, "extent": 0, "influence": 2.5,
    });
    assert_eq!(
        office.problems("priority", priority),
        ["severity: out_of_range", "extent: out_of_range", "influence: out_of_range"]
    );
    let pilot = office.create("pilot_initiative", pilot());
    let indicator = json!({ "pilot_initiative": pilot, "title": words("Share"), "target": 101, "percent": true });
    assert_eq!(office.problems("indicator", indicator), ["target: out_of_range"]);
}

#[test]
fn half_days_lie_within_the_session_and_come_once() {
    let office = Office::with_file();
    let session = office.create("training_session", training());
    let half_day = |date: &str, part: &str, hours: f64| json!({ "training_session": session, "date": date, "part": part, "hours": hours });
    office.create("half_day", half_day("2016-05-02", "am", 3.5));
    assert_eq!(office.problems("half_day", half_day("2016-05-04", "am", 3.0)), ["date: outside_session"]);
    assert_eq!(office.problems("half_day", half_day("2016-05-02", "am", 3.0)), ["part: duplicate_half_day"]);
    assert_eq!(office.problems("half_day", half_day("2016-05-02", "pm", 30.0)), ["hours: out_of_range"]);
    let shorter = json!({ "entity": "training_session", "id": session, "values": { "starts": "2016-05-03" } });
    assert_eq!(problems(&office.refused("change_record", shorter)), ["ends: outside_session"]);
}

#[test]
fn the_same_person_is_recognised_without_accents_case_or_order() {
    let office = Office::with_file();
    let person = |family: &str, given: &str| json!({ "family_name": family, "given_name": given, "organisation": "Ville", "sector": "municipal_youth" });
    office.create("participant", person("Lefèvre-Øst", "Zoé"));
    assert_eq!(office.problems("participant", person("zoe", "LEFEVRE OST")), ["family_name: duplicate_participant"]);
    office.create("participant", person("Lefèvre", "Zoé"));
}

#[test]
fn a_deleted_record_takes_its_parts_and_links_along_and_comes_back_with_them() {
    let office = Office::with_file();
    let analysis = office.create("situation_analysis", analysis());
    let priority = json!({
        "situation_analysis": analysis, "title": words("P"), "theme": "mentoring", "severity": 1, "extent": 1, "influence": 1,
    });
    let priority = office.create("priority", priority);
    let mut values = pilot();
    values["priorities"] = json!([priority]);
    office.create("pilot_initiative", values);
    let before = office.everything();
    office.ok("delete_record", json!({ "entity": "situation_analysis", "id": analysis }));
    assert_eq!(office.list("priority"), [] as [Value; 0]);
    assert_eq!(office.list("pilot_initiative")[0]["priorities"], json!([]));
    assert_eq!(office.ok("undo", json!({}))["redo"], true);
    assert_eq!(office.everything(), before);
    office.ok("redo", json!({}));
    assert_eq!(office.list("situation_analysis"), [] as [Value; 0]);
}

#[test]
fn records_sort_as_the_language_does() {
    let office = Office::with_file();
    let partnership = office.list("partnership")[0]["id"].clone();
    for name in ["Ärztekammer", "Zoll", "Amt", "Öffentlichkeit", "Ort"] {
        let agency = json!({ "partnership": partnership, "name": words(name), "sector": "other" });
        office.create("agency", agency);
    }
    let sorted = |language: &str| -> Vec<String> {
        let found = office.ok("list_records", json!({ "entity": "agency", "language": language }));
        found.as_array().unwrap().iter().map(|a| a["name"]["words"]["en"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(sorted("de"), ["Amt", "Ärztekammer", "Öffentlichkeit", "Ort", "Zoll"]);
    assert_eq!(sorted("sv"), ["Amt", "Ort", "Zoll", "Ärztekammer", "Öffentlichkeit"]);
}

#[test]
fn the_overview_shows_the_thread_both_ways_and_what_counts() {
    let office = Office::with_file();
    let analysis = office.create("situation_analysis", analysis());
    let priority = json!({
        "situation_analysis": analysis, "title": words("P"), "theme": "mentoring", "severity": 2, "extent": 3, "influence": 4,
    });
    let priority = office.create("priority", priority);
    let mut session = training();
    session["priorities"] = json!([priority]);
    session["status"] = json!("delivered");
    let session = office.create("training_session", session);
    let mut values = pilot();
    values["priorities"] = json!([priority]);
    values["training_sessions"] = json!([session]);
    values["stage"] = json!("running");
    values["need"] = words("Need");
    values["safeguards"] = words("Safeguards");
    let pilot = office.create("pilot_initiative", values);

    let overview = office.ok("overview", json!({}));
    assert_eq!(overview["priorities"][0]["trainings"], json!([session]));
    assert_eq!(overview["priorities"][0]["pilots"], json!([pilot]));
    assert_eq!(overview["trainings"][0]["priorities"], json!([priority]));
    assert_eq!(overview["trainings"][0]["pilots"], json!([pilot]));
    assert_eq!(overview["pilots"][0]["priorities"], json!([priority]));
    assert_eq!(overview["pilots"][0]["trainings"], json!([session]));
    let reached = |code: &str| {
        let targets = overview["targets"].as_array().unwrap();
        targets.iter().find(|target| target["code"] == code).unwrap()["reached"].clone()
    };
    assert_eq!((reached("trainings"), reached("pilots"), reached("trained")), (json!(1), json!(1), json!(0)));
}

#[test]
fn an_indicator_counts_final_values_by_its_rule_on_the_way_from_baseline_to_target() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let indicator = |aggregation: &str, direction: &str, baseline: Value, target: f64| {
        office.create(
            "indicator",
            json!({
                "pilot_initiative": pilot, "title": words(aggregation), "aggregation": aggregation,
                "direction": direction, "baseline": baseline, "target": target,
            }),
        )
    };
    let value = |indicator: &str, month: u32, value: f64, finality: &str| {
        let (from, to) = (format!("2016-{month:02}-01"), format!("2016-{month:02}-28"));
        let values = json!({ "indicator": indicator, "period_from": from, "period_to": to, "value": value, "finality": finality });
        office.create("indicator_value", values);
    };
    let reached = |indicator: &str| {
        let all = office.ok("indicator_progress", json!({ "pilot": pilot }));
        let found = all.as_array().unwrap().iter().find(|found| found["indicator"] == indicator).unwrap().clone();
        (found["actual"].clone(), found["progress"].clone())
    };

    let sum = indicator("sum", "increase", json!(null), 100.0);
    assert_eq!(reached(&sum), (json!(null), json!(null)));
    value(&sum, 9, 30.0, "final");
    value(&sum, 10, 20.0, "final");
    value(&sum, 11, 1_000.0, "draft");
    assert_eq!(reached(&sum), (json!(50.0), json!(0.5)));
    // Entered again for the same period: the later one counts.
    value(&sum, 10, 45.0, "final");
    assert_eq!(reached(&sum), (json!(75.0), json!(0.75)));

    let falling = indicator("latest", "decrease", json!(40.0), 20.0);
    value(&falling, 9, 35.0, "final");
    value(&falling, 12, 25.0, "final");
    assert_eq!(reached(&falling), (json!(25.0), json!(0.75)));

    let nowhere_to_go = indicator("max", "increase", json!(5.0), 5.0);
    value(&nowhere_to_go, 9, 7.0, "final");
    assert_eq!(reached(&nowhere_to_go), (json!(7.0), json!(null)));
}

#[test]
fn a_file_has_one_partnership_which_stays() {
    let office = Office::with_file();
    let partnership = office.list("partnership").swap_remove(0);
    let delete = json!({ "entity": "partnership", "id": partnership["id"] });
    assert_eq!(office.refused("delete_record", delete)["code"], "bad_arguments");
    let second =
        json!({ "name": words("Second"), "partner_code": "X", "partner_name": "X", "country": "FR", "language": "fr" });
    let create = json!({ "entity": "partnership", "values": second });
    assert_eq!(office.refused("create_record", create)["code"], "bad_arguments");
}

#[test]
fn a_record_stays_in_the_dossier_where_it_was_made() {
    let office = Office::with_file();
    let (first, second) =
        (office.create("situation_analysis", analysis()), office.create("situation_analysis", analysis()));
    let manifestation = json!({ "situation_analysis": first, "form": "right_wing" });
    let id = office.create("manifestation", manifestation);
    let moved = json!({ "entity": "manifestation", "id": id, "values": { "situation_analysis": second } });
    assert_eq!(office.refused("change_record", moved)["code"], "bad_arguments");
}

#[test]
fn dates_are_kept_in_one_form_and_countries_and_languages_are_codes() {
    let office = Office::with_file();
    let mut values = analysis();
    values["period_from"] = json!(" 2016-1-1");
    let id = office.create("situation_analysis", values);
    let saved = office.ok("get_record", json!({ "entity": "situation_analysis", "id": id }));
    assert_eq!(saved["period_from"], "2016-01-01");
    for (field, value) in [("country", "B1"), ("country", "be"), ("language", "FR")] {
        let mut person = json!({ "family_name": "A", "sector": "probation" });
        person[field] = json!(value);
        assert_eq!(office.problems("participant", person), [format!("{field}: unknown_code")]);
    }
}

#[test]
fn a_pilot_and_what_was_measured_in_it_stay_together_in_time() {
    let office = Office::with_file();
    let pilot = office.create("pilot_initiative", pilot());
    let report = |from: &str, to: &str| json!({ "pilot_initiative": pilot, "period_from": from, "period_to": to, "reported_on": to });
    assert_eq!(office.problems("status_report", report("2018-01-01", "2018-03-31")), ["period_to: outside_pilot"]);
    office.create("status_report", report("2017-06-01", "2017-08-31"));
    let shorter = json!({ "entity": "pilot_initiative", "id": pilot, "values": { "ends": "2017-05-31" } });
    assert_eq!(problems(&office.refused("change_record", shorter)), ["ends: outside_pilot"]);
    let indicator = json!({ "pilot_initiative": pilot, "title": words("Sum"), "target": 90 });
    let indicator = office.create("indicator", indicator);
    let value = json!({ "indicator": indicator, "period_from": "2016-10-01", "period_to": "2016-12-31", "value": 150 });
    office.create("indicator_value", value.clone());
    let percent = json!({ "entity": "indicator", "id": indicator, "values": { "percent": true } });
    assert_eq!(problems(&office.refused("change_record", percent)), ["percent: out_of_range"]);
    let mut outside = value;
    outside["period_to"] = json!("2016-08-31");
    outside["period_from"] = json!("2016-08-01");
    assert_eq!(office.problems("indicator_value", outside), ["period_to: outside_pilot"]);
}
