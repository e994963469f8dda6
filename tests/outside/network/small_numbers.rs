//! Numbers so small that they could tell who is meant stay with the partner, also where they could be told from others.

use serde_json::{Value, json};

use super::content;
use crate::office::{Office, pilot, words};

fn group(office: &Office, value: &str, dimension: &str, group: &str, number: Value) {
    let mut values = json!({ "indicator_value": value, dimension: group });
    for (field, one) in number.as_object().unwrap() {
        values[field] = one.clone();
    }
    office.create("group_value", values);
}

fn indicator(office: &Office, kind: &str, aggregation: &str) -> String {
    let pilot = office.create("pilot_initiative", pilot());
    let values = json!({
        "pilot_initiative": pilot, "title": words(kind), "kind": kind, "aggregation": aggregation, "target": 50,
    });
    office.create("indicator", values)
}

fn value(office: &Office, indicator: &str, number: Value) -> String {
    let mut values = json!({ "indicator": indicator, "period_from": "2016-09-01", "period_to": "2016-12-31" });
    for (field, one) in number.as_object().unwrap() {
        values[field] = one.clone();
    }
    office.create("indicator_value", values)
}

/// What would travel now.
fn shared_content(office: &Office) -> Value {
    let path = office.ok("export_package", json!({ "path": office.data_folder().join("package.json") }));
    content(&std::fs::read(path.as_str().unwrap()).unwrap())
}

/// What travels of the groups of a value: group and value, by group.
fn shared(office: &Office) -> Vec<(String, Value)> {
    let content = shared_content(office);
    let mut found: Vec<(String, Value)> = content["records"]["group_value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| {
            let group = ["gender", "district"].iter().find_map(|field| record[*field].as_str()).unwrap();
            (group.to_owned(), record["value"].clone())
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn is(found: &[(String, Value)], wanted: &[(&str, Value)]) {
    let found: Vec<(&str, Value)> = found.iter().map(|(group, value)| (group.as_str(), value.clone())).collect();
    assert_eq!(found, wanted);
}

#[test]
fn a_small_group_hides_a_second_one_of_its_dimension_and_none_of_another() {
    let office = Office::with_file();
    let indicator = indicator(&office, "count", "sum");
    let value = value(&office, &indicator, json!({ "value": 60 }));
    group(&office, &value, "gender", "f", json!({ "value": 30 }));
    group(&office, &value, "gender", "m", json!({ "value": 27 }));
    group(&office, &value, "gender", "x", json!({ "value": 3 }));
    group(&office, &value, "district", "North", json!({ "value": 25 }));
    group(&office, &value, "district", "South", json!({ "value": 35 }));
    is(
        &shared(&office),
        &[
            ("North", json!(25.0)),
            ("South", json!(35.0)),
            ("f", json!(30.0)),
            // 60 − 30 − 27 would be 3.
            ("m", json!(null)),
            ("x", json!(null)),
        ],
    );
}

#[test]
fn two_small_groups_hide_no_third_and_nought_hides_nothing() {
    let office = Office::with_file();
    let indicator = indicator(&office, "count", "sum");
    let value = value(&office, &indicator, json!({ "value": 60 }));
    group(&office, &value, "district", "A", json!({ "value": 3 }));
    group(&office, &value, "district", "B", json!({ "value": 4 }));
    group(&office, &value, "district", "C", json!({ "value": 53 }));
    group(&office, &value, "gender", "f", json!({ "value": 56 }));
    group(&office, &value, "gender", "m", json!({ "value": 0 }));
    group(&office, &value, "gender", "x", json!({ "value": 4 }));
    is(
        &shared(&office),
        &[
            ("A", json!(null)),
            ("B", json!(null)),
            ("C", json!(53.0)),
            ("f", json!(null)),
            ("m", json!(0.0)),
            ("x", json!(null)),
        ],
    );
}

#[test]
fn shares_and_means_of_fewer_than_five_stay_and_their_parts_only_travel_where_both_are_five_or_more() {
    let office = Office::with_file();
    let share = indicator(&office, "share", "mean_weighted");
    let whole = value(&office, &share, json!({ "value": 0, "numerator": 3, "denominator": 40 }));
    group(&office, &whole, "district", "A", json!({ "value": 0, "numerator": 2, "denominator": 20 }));
    group(&office, &whole, "district", "B", json!({ "value": 0, "numerator": 0, "denominator": 12 }));
    group(&office, &whole, "district", "C", json!({ "value": 0, "numerator": 6, "denominator": 8 }));
    let mean = indicator(&office, "mean", "mean_weighted");
    value(&office, &mean, json!({ "value": 3.5, "denominator": 4 }));
    let content = shared_content(&office);
    let of = |kind: &str, field: &str, wanted: &str| {
        let records = content["records"][kind].as_array().unwrap();
        let record = records.iter().find(|record| record[field] == wanted).unwrap();
        ["value", "numerator", "denominator"].map(|field| record[field].clone())
    };
    assert_eq!(of("group_value", "district", "A"), [json!(null), json!(null), json!(null)]);
    assert_eq!(of("group_value", "district", "B"), [json!(0.0), json!(null), json!(null)]);
    // The smallest of those that are left hides which one A was.
    assert_eq!(of("group_value", "district", "C"), [json!(null), json!(null), json!(null)]);
    assert_eq!(of("indicator_value", "indicator", &share), [json!(7.5), json!(null), json!(null)]);
    assert_eq!(of("indicator_value", "indicator", &mean), [json!(null), json!(null), json!(null)]);
}

#[test]
fn a_session_of_few_hides_a_second_one_and_so_does_a_sector() {
    let office = Office::with_file();
    let session = |people: &[(&str, u32)], title: &str| {
        let mut values = crate::office::training();
        values["title"] = words(title);
        values["status"] = json!("delivered");
        let session = office.create("training_session", values);
        let day = office
            .create("half_day", json!({ "training_session": session, "date": "2016-05-02", "part": "am", "hours": 3 }));
        for (sector, count) in people {
            for at in 0..*count {
                let name = format!("{title}{sector}{at}");
                let person = office.create("participant", json!({ "family_name": name, "sector": sector }));
                let enrolment =
                    office.create("enrolment", json!({ "training_session": session, "participant": person }));
                let marks = json!([{ "enrolment": enrolment, "half_day": day, "status": "present" }]);
                office.ok("mark_attendance", json!({ "session": session, "marks": marks }));
            }
        }
    };
    session(&[("local_police", 2), ("school_education_authority", 1)], "Few");
    session(&[("local_police", 6), ("school_education_authority", 3)], "More");
    session(&[("local_police", 8), ("school_education_authority", 4), ("health_mental_health", 3)], "Many");
    let figures = shared_content(&office)["figures"].clone();
    let persons = |title: &str| {
        let trainings = figures["trainings"].as_array().unwrap();
        trainings.iter().find(|one| one["title"]["words"]["en"] == title).unwrap()["persons"].clone()
    };
    assert_eq!([persons("Few"), persons("More"), persons("Many")], [json!(null), json!(null), json!(15)]);
    let sector = |code: &str| {
        let sectors = figures["sectors"].as_array().unwrap();
        sectors.iter().find(|one| one["sector"] == code).unwrap()["persons"].clone()
    };
    assert_eq!(
        [sector("health_mental_health"), sector("school_education_authority"), sector("local_police")],
        [json!(null), json!(null), json!(16)]
    );
    assert_eq!((&figures["persons"], &figures["participations"]), (&json!(27), &json!(27)));
}
