//! The situation analysis from its first line to its next version: what it needs, what it refuses, what a comparison
//! and a report say of it.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{Office, analysis, cases, words};

fn outline(office: &Office, id: &str) -> Vec<Value> {
    office.ok("outline", json!({ "analysis": id })).as_array().unwrap().clone()
}

fn part<'a>(outline: &'a [Value], code: &str) -> &'a Value {
    outline.iter().find(|part| part["part"] == code).unwrap()
}

fn preview(office: &Office, kind: &str, subject: &str) -> String {
    let args = json!({ "kind": kind, "language": "en", "subject": subject });
    office.ok("preview_report", args)["html"].as_str().unwrap().into()
}

fn source(office: &Office, analysis: &str) -> String {
    let values = json!({ "situation_analysis": analysis, "title": words("Survey"), "kind": "survey_residents", "reliability": "b" });
    office.create("evidence_source", values)
}

#[test]
fn a_new_analysis_has_sixteen_parts_and_nothing_in_them() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let parts = outline(&office, &id);
    assert_eq!(parts.len(), 16);
    let met: u64 = parts.iter().map(|part| part["met"].as_u64().unwrap()).sum();
    // A first version has nothing to be compared with.
    assert_eq!((met, part(&parts, "change_log")["met"].as_u64()), (1, Some(1)));
}

#[test]
fn both_versions_of_the_sample_are_complete() {
    let office = Office::with_sample();
    for analysis in office.list("situation_analysis") {
        for part in outline(&office, analysis["id"].as_str().unwrap()) {
            let unmet: Vec<_> =
                part["checks"].as_array().unwrap().iter().filter(|check| check["met"] == false).collect();
            let allowed =
                ["manifestations", "incidents", "perceptions", "swot"].contains(&part["part"].as_str().unwrap());
            let open = unmet.iter().all(|check| allowed && check["code"] == "evidence" || check["code"] == "described");
            assert!(open, "{} {unmet:?}", part["part"]);
        }
    }
}

#[test]
fn a_statement_without_evidence_is_counted_and_marked_on_paper() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let bare =
        json!({ "situation_analysis": id, "asked": "residents", "statement": words("The square feels unsafe.") });
    let perception = office.create("perception", bare);
    assert_eq!(part(&outline(&office, &id), "perceptions")["unproven"], 1);
    assert!(preview(&office, "situation_analysis", &id).contains("no local evidence"));
    let evidence = json!({ "evidence": [source(&office, &id)] });
    office.ok("change_record", json!({ "entity": "perception", "id": perception, "values": evidence }));
    assert_eq!(part(&outline(&office, &id), "perceptions")["unproven"], 0);
    assert!(!preview(&office, "situation_analysis", &id).contains("no local evidence"));
}

#[test]
fn a_rating_of_a_factor_names_its_evidence_or_says_that_there_is_none() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let rating = |values: Value| {
        let mut all = json!({ "situation_analysis": id, "factor": "rf_c04", "presence": "high" });
        all.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
        all
    };
    assert_eq!(office.problems("factor_rating", rating(json!({}))), ["evidence: evidence_needed"]);
    let source = source(&office, &id);
    let both = json!({ "evidence": [source], "no_local_evidence": true });
    assert_eq!(office.problems("factor_rating", rating(both)), ["no_local_evidence: no_local_evidence"]);
    office.create("factor_rating", rating(json!({ "evidence": [source] })));
    office.create("factor_rating", rating(json!({ "factor": "rf_c05", "presence": "not_assessed" })));
}

#[test]
fn a_source_with_data_on_persons_is_refused() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let values =
        json!({ "situation_analysis": id, "title": words("Case files"), "kind": "other", "personal_data": true });
    assert_eq!(office.problems("evidence_source", values), ["personal_data: personal_source"]);
}

#[test]
fn an_analysis_is_validated_on_a_day() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let change = |values: Value| json!({ "entity": "situation_analysis", "id": id, "values": values });
    let refused = office.refused("change_record", change(json!({ "status": "validated" })));
    assert_eq!(crate::office::problems(&refused), ["validated_on: validation_needed"]);
    let both = json!({ "status": "validated", "validated_on": "2016-04-12" });
    assert_eq!(office.ok("change_record", change(both))["status"], "validated");
}

#[test]
fn a_new_version_has_all_parts_anew_and_leaves_the_earlier_one_as_it_is() {
    let office = Office::with_sample();
    let earlier = office.list("situation_analysis").into_iter().find(|analysis| analysis["version_no"] == 2).unwrap();
    let id = earlier["id"].as_str().unwrap();
    let below = |analysis: &str, entity: &str| {
        office.ok("list_records", json!({ "entity": entity, "parent": analysis })).as_array().unwrap().clone()
    };
    let parts = [
        "analysis_author",
        "evidence_source",
        "manifestation",
        "incident_count",
        "perception",
        "factor_rating",
        "service_offer",
        "swot_entry",
        "priority",
        "recommendation",
    ];
    let before: Vec<_> = parts.iter().map(|entity| below(id, entity)).collect();
    let made = office.ok("begin_version", json!({ "analysis": id }));
    let new = made["id"].as_str().unwrap();
    assert_eq!(
        (&made["version_no"], &made["based_on"], &made["status"]),
        (&json!(3), &json!(id), &json!("commissioned"))
    );
    assert_eq!((&made["validated_on"], &made["dissent"]), (&Value::Null, &Value::Null));
    for (entity, old) in parts.iter().zip(&before) {
        let copies = below(new, entity);
        assert_eq!(copies.len(), old.len(), "{entity}");
        assert_eq!(&below(id, entity), old, "{entity} of the earlier version");
    }
    // Links among the parts lead to the new parts.
    let sources: Vec<Value> = below(new, "evidence_source").iter().map(|source| source["id"].clone()).collect();
    let linked = below(new, "manifestation").into_iter().flat_map(|one| one["evidence"].as_array().unwrap().clone());
    assert!(linked.clone().count() > 0 && linked.clone().all(|link| sources.contains(&link)));
    let priorities: Vec<Value> = below(new, "priority").iter().map(|priority| priority["id"].clone()).collect();
    assert!(below(new, "recommendation").iter().all(|one| priorities.contains(&one["priority"])));
    // Nothing differs yet, and one step takes all of it back.
    let compared = office.ok("compare_versions", json!({ "earlier": id, "later": new }));
    let changes = compared["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
    assert!(changes.clone().count() > 30 && changes.clone().all(|row| row["change"] == "same"));
    office.ok("undo", json!({}));
    assert_eq!(office.list("situation_analysis").len(), 2);
}

#[test]
fn a_comparison_says_what_rose_fell_came_and_went() {
    let office = Office::with_file();
    let mut ids = vec![];
    for levels in [
        [("right_wing", "isolated"), ("single_issue", "established"), ("other", "isolated")],
        [("right_wing", "acute"), ("single_issue", "occasional"), ("imported_conflict", "isolated")],
    ] {
        let id = office.create("situation_analysis", analysis());
        for (form, level) in levels {
            office.create("manifestation", json!({ "situation_analysis": id, "form": form, "level": level }));
        }
        ids.push(id);
    }
    let old = json!({ "situation_analysis": ids[0], "title": words("Young people"), "theme": "mentoring", "severity": 3, "extent": 3, "influence": 3 });
    let old = office.create("priority", old);
    let new = json!({ "situation_analysis": ids[1], "title": words("Young adults"), "theme": "mentoring", "severity": 3, "extent": 3, "influence": 3, "continues": old });
    office.create("priority", new);
    let compared = office.ok("compare_versions", json!({ "earlier": ids[0], "later": ids[1] }));
    let changes = |part: &str| -> Vec<String> {
        let group = compared["groups"].as_array().unwrap().iter().find(|group| group["part"] == part).unwrap();
        let rows = group["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| format!("{} {}", row["label"].as_str().unwrap_or("-"), row["change"].as_str().unwrap()))
            .collect()
    };
    let form = |code: &str, change: &str| format!("catalogue.form_of_extremism.{code} {change}");
    assert_eq!(
        changes("manifestations"),
        [
            form("right_wing", "risen"),
            form("single_issue", "fallen"),
            form("imported_conflict", "new"),
            form("other", "gone")
        ]
    );
    // Another title, and the same priority all the same.
    assert_eq!(changes("priorities"), ["- same"]);
    assert_eq!(office.refused("compare_versions", json!({ "earlier": old, "later": old }))["code"], "bad_arguments");
}

#[test]
fn priorities_are_put_in_order_by_hand() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let make = |title: &str| {
        let values = json!({ "situation_analysis": id, "title": words(title), "theme": "mentoring", "severity": 1, "extent": 1, "influence": 1 });
        office.create("priority", values)
    };
    let (a, b, c) = (make("A"), make("B"), make("C"));
    office.ok("rank_priorities", json!({ "analysis": id, "order": [c, a, b] }));
    let ranks = || -> Vec<Value> { office.list("priority").iter().map(|priority| priority["rank"].clone()).collect() };
    assert_eq!(ranks(), [json!(2), json!(3), json!(1)]);
    let other = office.create("situation_analysis", analysis());
    assert_eq!(office.refused("rank_priorities", json!({ "analysis": other, "order": [b] }))["code"], "not_found");
    assert_eq!(ranks(), [json!(2), json!(3), json!(1)]);
}

#[test]
fn a_self_assessment_starts_where_the_last_one_ended() {
    let office = Office::with_file();
    office.ok("begin_maturity_round", json!({ "rated_on": "2015-03-01" }));
    let rate = json!({ "criterion": "action_plan", "rated_on": "2015-03-01", "level": "established" });
    let id = office.ok("rate_maturity", rate)["id"].as_str().unwrap().to_owned();
    let action = json!({ "action": words("Write it down") });
    office.ok("change_record", json!({ "entity": "maturity_rating", "id": id, "values": action }));
    office.ok("begin_maturity_round", json!({ "rated_on": "2016-03-01" }));
    let lower = json!({ "criterion": "action_plan", "rated_on": "2016-03-01", "level": "partly" });
    office.ok("rate_maturity", lower);
    let maturity = office.ok("maturity", json!({}));
    assert_eq!(maturity["rounds"], json!(["2016-03-01", "2015-03-01"]));
    let plan = &maturity["levels"]["action_plan"];
    assert_eq!((&plan["2015-03-01"]["level"], &plan["2016-03-01"]["level"]), (&json!("established"), &json!("partly")));
    // Rating again changes the level and keeps what was written.
    let again = json!({ "criterion": "action_plan", "rated_on": "2015-03-01", "level": "starting" });
    assert_eq!(office.ok("rate_maturity", again)["action"], words("Write it down"));
    let refused = office.refused("begin_maturity_round", json!({ "rated_on": "2016-03-01" }));
    assert_eq!(crate::office::problems(&refused), ["rated_on: duplicate_assessment"]);
    office.ok("delete_maturity_round", json!({ "rated_on": "2016-03-01" }));
    assert_eq!(office.list("maturity_rating").len(), 16);
}

#[test]
fn two_laptops_that_rate_one_criterion_make_one_record() {
    let (a, b) = (Office::with_sample(), Office::with_sample());
    let rate = json!({ "criterion": "action_plan", "rated_on": "2017-01-10", "level": "partly" });
    let id = |office: &Office| office.ok("rate_maturity", rate.clone())["id"].clone();
    assert_eq!(id(&a), id(&b));
    // In another partnership it is another record.
    assert_ne!(id(&a), id(&Office::with_file()));
}

#[test]
fn the_stakeholder_map_shows_the_latest_assessment_of_each_agency() {
    let office = Office::with_sample();
    let analysis = office.list("situation_analysis").into_iter().find(|one| one["version_no"] == 2).unwrap();
    let charts = office.ok(
        "section_charts",
        json!({ "kind": "situation_analysis", "section": "stakeholders", "subject": analysis["id"], "language": "en" }),
    );
    let html = charts.as_str().unwrap();
    assert!(html.contains("<svg") && html.contains("Estuary Housing Company") && !html.contains("<h1"));
    let agency = office.list("stakeholder_assessment")[0]["agency"].clone();
    let twice = json!({ "agency": agency, "assessed_on": "2016-03-08", "influence": 1, "interest": 1, "capacity": 1, "relation": "none", "strategy": "inform" });
    assert_eq!(office.problems("stakeholder_assessment", twice), ["assessed_on: duplicate_assessment"]);
}

#[test]
fn contacts_are_documents_of_their_own_and_on_no_paper() {
    let office = Office::with_sample();
    let analysis = office.list("situation_analysis").into_iter().find(|one| one["version_no"] == 2).unwrap();
    let id = analysis["id"].as_str().unwrap();
    for kind in ["situation_analysis", "situation_analysis_summary"] {
        let html = preview(&office, kind, id);
        assert!(!html.contains("Vandermoortelaar") && !html.contains("Szőlősi"), "{kind}");
    }
}

fn series(office: &Office, unit: &str) -> String {
    let values = json!({ "title": words("Incidents"), "unit": unit, "direction": "lower_better" });
    office.create("territory_indicator", values)
}

fn value(indicator: &str, year: u32, values: Value) -> Value {
    let mut all = json!({
        "territory_indicator": indicator, "period_from": format!("{year}-01-01"), "period_to": format!("{year}-12-31"),
    });
    all.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
    all
}

#[test]
fn a_share_keeps_its_numerator_and_denominator() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let indicator = series(&office, "percent");
    office.create("territory_value", value(&indicator, 2015, json!({ "numerator": 150, "denominator": 400 })));
    let html = preview(&office, "situation_analysis", &id);
    assert!(html.contains("37.5") && html.contains("150\u{a0}/\u{a0}400"), "{html}");
    for (values, problem) in [
        (json!({}), "value: value_needed"),
        (json!({ "numerator": 3 }), "value: value_needed"),
        (json!({ "value": 3, "numerator": 3 }), "denominator: both_needed"),
        (json!({ "numerator": 3, "denominator": 0 }), "denominator: not_positive"),
        (json!({ "value": 1, "period_to": "2013-12-31" }), "period_to: end_before_start"),
    ] {
        assert_eq!(office.problems("territory_value", value(&indicator, 2014, values)), [problem]);
    }
    let again = value(&indicator, 2015, json!({ "value": 38 }));
    assert_eq!(office.problems("territory_value", again), ["period_from: duplicate_value"]);
}

#[test]
fn a_territory_lies_in_none_of_its_own_parts() {
    let office = Office::with_file();
    let partnership = office.list("partnership")[0]["id"].clone();
    let make = |values: Value| {
        let mut all = json!({ "partnership": partnership, "name": words("Place"), "kind": "district" });
        all.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
        office.create("territory", all)
    };
    let city = make(json!({}));
    let district = make(json!({ "within": city }));
    let quarter = make(json!({ "within": district }));
    let turn = json!({ "entity": "territory", "id": city, "values": { "within": quarter } });
    assert_eq!(crate::office::problems(&office.refused("change_record", turn)), ["within: within_itself"]);
}

proptest! {
    #![proptest_config(cases(6))]

    /// A number from 1 to 4 is on no paper, neither as such nor in a chart beside it.
    #[test]
    fn small_numbers_are_on_no_paper(small in 1u32..5, large in 5u32..400) {
        let office = Office::with_file();
        let id = office.create("situation_analysis", analysis());
        let indicator = series(&office, "count");
        office.create("territory_value", value(&indicator, 2014, json!({ "value": large })));
        office.create("territory_value", value(&indicator, 2015, json!({ "value": small })));
        for (ground, incidents) in [("gender", small), ("disability", large)] {
            office.create("incident_count", json!({
                "situation_analysis": id, "kind": "hate_crime", "ground": ground, "incidents": incidents,
                "period_from": "2016-01-01", "period_to": "2016-03-31",
            }));
        }
        let html = preview(&office, "situation_analysis", &id);
        prop_assert_eq!(html.matches("fewer than 5").count(), 2);
        let shown = |number: u32| html.matches(&format!(">{number}</td>")).count();
        prop_assert!(shown(small) == 0 && shown(large) >= 2);
        // Together they would give the small one away.
        prop_assert_eq!(shown(small + large), 0);
    }

    /// The order of priorities is that of the ranks, and every order can be had.
    #[test]
    fn any_order_of_priorities_can_be_had(order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle()) {
        let office = Office::with_file();
        let id = office.create("situation_analysis", analysis());
        let ids: Vec<String> = (0..6).map(|nth| office.create("priority", json!({
            "situation_analysis": id, "title": words(&format!("P{nth}")), "theme": "mentoring",
            "severity": nth % 5 + 1, "extent": 3, "influence": 2,
        }))).collect();
        let wanted: Vec<&String> = order.iter().map(|nth| &ids[*nth]).collect();
        office.ok("rank_priorities", json!({ "analysis": id, "order": wanted }));
        let mut ranked = office.list("priority");
        ranked.sort_by_key(|priority| priority["rank"].as_u64());
        let got: Vec<&str> = ranked.iter().map(|priority| priority["id"].as_str().unwrap()).collect();
        prop_assert_eq!(got, wanted.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    }
}
