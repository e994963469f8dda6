//! The guard: what looks like a person's data is named at once, what does not is left alone, and what a report prints is
//! looked at whole.

mod numbers;
mod passages;

use std::collections::BTreeMap;

use liaise_core::{
    entity::{EntityInfo, Kind},
    records::ENTITIES,
};
use serde_json::{Value, json};

use crate::office::{Office, words};

/// What `check_words` says, as `kind: passage`.
fn said(office: &Office, text: &str) -> Vec<String> {
    let findings = office.ok("check_words", json!({ "words": text, "language": "fr" }));
    let units: Vec<u16> = text.encode_utf16().collect();
    let passage = |finding: &Value| {
        let place = |name: &str| usize::try_from(finding[name].as_u64().unwrap()).unwrap();
        String::from_utf16(&units[place("start")..place("end")]).unwrap()
    };
    findings
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| format!("{}: {}", finding["kind"].as_str().unwrap(), passage(finding)))
        .collect()
}

#[test]
fn words_are_checked_by_the_forms_of_the_partnerships_country() {
    let office = Office::with_file();
    let text = "😀 Voir Mme Peeters, 12 rue Haute, tél. 0471 23 45 67 ou anna.peeters@exemple.be.";
    assert_eq!(
        said(&office, text),
        [
            "named_person: Mme Peeters",
            "address: 12 rue Haute",
            "phone: 0471 23 45 67",
            "email: anna.peeters@exemple.be"
        ]
    );
    assert_eq!(said(&office, "Les tensions sur le quai ont augmenté depuis janvier 2016."), [""; 0]);
}

#[test]
fn an_excerpt_shows_where_to_look_and_no_more() {
    let office = Office::with_file();
    let findings = office.ok("check_words", json!({ "words": "Mme Anna Peeters, 0471 23 45 67, BE68 5390 0754 7034" }));
    let excerpts: Vec<&str> = findings.as_array().unwrap().iter().map(|it| it["excerpt"].as_str().unwrap()).collect();
    assert_eq!(excerpts, ["Mme A••• P••••••", "047• •• •• ••", "BE68 •••• •••• ••••"]);
}

/// Where in one record something was found, as `entity.field/language`.
fn places(report: &Value, record: &str) -> Vec<String> {
    let mut found: Vec<String> = report
        .as_array()
        .unwrap()
        .iter()
        .filter(|place| place["record"] == record)
        .map(|place| {
            let (entity, field) = (place["entity"].as_str().unwrap(), place["field"].as_str().unwrap());
            format!("{entity}.{field}/{}", place["language"].as_str().unwrap_or("-"))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn nothing_in_the_sample_partnership_is_taken_for_a_persons_data() {
    let office = Office::with_sample();
    for report in office.ok("list_reports", json!({})).as_array().unwrap() {
        let found = office.ok("check_report", json!({ "kind": report["kind"] }));
        assert_eq!(found, json!([]), "{report}");
    }
}

/// A record of each kind, made where the sample has none.
fn record_of(office: &Office, info: &EntityInfo) -> String {
    if let Some(record) = office.list(info.name).first() {
        return record["id"].as_str().unwrap().into();
    }
    let mut values = serde_json::Map::new();
    for field in info.fields.iter().filter(|field| field.required && field.catalogue.is_none()) {
        let value = match field.kind {
            Kind::Line if field.name == "country" => "BE".into(),
            Kind::Line if field.fits.is_some() => "fr".into(),
            Kind::Line => "Line".into(),
            Kind::Text | Kind::Note => words("Words"),
            Kind::Date => "2016-05-02".into(),
            Kind::Integer => 1.into(),
            Kind::Decimal => json!(1.0),
            Kind::Link => {
                let target = ENTITIES.iter().find(|other| Some(other.name) == field.target).unwrap();
                record_of(office, target).into()
            }
            _ => continue,
        };
        values.insert(field.name.into(), value);
    }
    if info.name == "pack_entry" {
        values.insert("title".into(), words("Words"));
    }
    office.create(info.name, Value::Object(values))
}

/// Whether officers may write into the field what they like, and it is not meant for a person's data.
fn free(field: &liaise_core::entity::Field) -> bool {
    matches!(field.kind, Kind::Line | Kind::Text | Kind::Note) && !field.personal && field.fits.is_none()
}

/// The root of the dossier in which records of a kind lie.
fn root(info: &'static EntityInfo) -> &'static EntityInfo {
    let above = info.parent.and_then(|parent| info.field(parent)?.target);
    above.map_or(info, |above| root(ENTITIES.iter().find(|info| info.name == above).unwrap()))
}

/// The record at the top of the dossier in which a record lies.
fn top(office: &Office, info: &'static EntityInfo, id: &str) -> String {
    let Some(parent) = info.parent else { return id.into() };
    let target = info.field(parent).unwrap().target.unwrap();
    let record = office.ok("get_record", json!({ "entity": info.name, "id": id }));
    top(office, ENTITIES.iter().find(|info| info.name == target).unwrap(), record[parent].as_str().unwrap())
}

#[test]
fn every_free_text_of_every_record_of_a_dossier_is_looked_at() {
    let office = Office::with_sample();
    office.ok("join_exchange", json!({ "label": "Laptop" }));
    let mut planted = vec![];
    for info in ENTITIES {
        let id = record_of(&office, info);
        // What the program itself writes of an attached file is nobody's words.
        // Nor is the code by which the directory knows a partner: the record's id follows from it.
        let own = |name| match info.name {
            "attachment" => ["subject", "media_type", "sha256"].contains(&name),
            "network_partner" => name == "code",
            _ => false,
        };
        let fields: Vec<_> = info.fields.iter().filter(|field| free(field) && !own(field.name)).collect();
        let value = |kind| match kind {
            Kind::Line => "Mme Plantée".into(),
            _ => json!({ "source": "en", "words": { "en": "Harmless.", "fr": "Mme Plantée" } }),
        };
        let mut values: serde_json::Map<String, Value> =
            fields.iter().map(|field| (field.name.to_owned(), value(field.kind))).collect();
        if info.name == "group_value" {
            // A group is of one dimension: the district's name takes the place of what the record had.
            values.insert("gender".into(), Value::Null);
        }
        office.ok("change_record", json!({ "entity": info.name, "id": id, "values": values }));
        let language = |kind| if kind == Kind::Line { "-" } else { "fr" };
        let mut expected: Vec<String> =
            fields.iter().map(|field| format!("{}.{}/{}", info.name, field.name, language(field.kind))).collect();
        expected.sort();
        planted.push((info, id, expected));
    }
    let check =
        |kind: &str, subject: Option<&str>| office.ok("check_report", json!({ "kind": kind, "subject": subject }));
    let whole = check("partner_periodic_report", None);
    for (info, id, expected) in &planted {
        assert_eq!(&places(&whole, id), expected, "{}", info.name);
    }
    let kinds = office.ok("list_reports", json!({}));
    // A report about a part of a dossier prints what refers to it, see `meetings.rs`.
    let about_root = |kind: &&Value| ENTITIES.iter().any(|info| info.parent.is_none() && kind["subject"] == info.name);
    for kind in kinds.as_array().unwrap().iter().filter(about_root) {
        let own: Vec<_> = planted.iter().filter(|(info, ..)| kind["subject"] == root(info).name).collect();
        assert!(!own.is_empty(), "{kind}");
        let mut reports = BTreeMap::new();
        for (info, id, expected) in own {
            let subject = top(&office, info, id);
            let found = reports
                .entry(subject)
                .or_insert_with_key(|subject| check(kind["kind"].as_str().unwrap(), Some(subject)));
            assert_eq!(&places(found, id), expected, "{kind} {}", info.name);
        }
    }
}

#[test]
fn fields_for_personal_data_are_where_such_data_belong() {
    let office = Office::with_file();
    let person = json!({ "family_name": "Mme Dupont", "work_email": "anna.dupont@exemple.fr", "function": "M. Durand", "sector": "other" });
    office.create("participant", person);
    assert_eq!(office.ok("check_report", json!({ "kind": "partner_periodic_report" })), json!([]));
}

#[test]
fn a_report_is_about_its_own_records_and_the_names_of_those_that_they_refer_to() {
    let office = Office::with_file();
    let analysis = |title: &str| json!({ "title": words(title), "territory": words("Town"), "period_from": "2016-01-01", "period_to": "2016-03-31" });
    let one = office.create("situation_analysis", analysis("Of Mrs Smith"));
    let other = office.create("situation_analysis", analysis("Of Mrs Jones"));
    let priority = json!({
        "situation_analysis": one, "title": words("For Mr Brown"), "rationale": words("Said by Mr Green"),
        "theme": "mentoring", "severity": 1, "extent": 1, "influence": 1,
    });
    let priority = office.create("priority", priority);
    let mut pilot = crate::office::pilot();
    pilot["priorities"] = json!([priority]);
    let pilot = office.create("pilot_initiative", pilot);
    let found = |kind: &str, subject: &str| {
        let places = office.ok("check_report", json!({ "kind": kind, "subject": subject }));
        places
            .as_array()
            .unwrap()
            .iter()
            .map(|place| {
                let part = place["part"]["entity"].as_str().unwrap_or("-");
                format!(
                    "{} {} {part} {}",
                    place["page_entity"].as_str().unwrap(),
                    place["field"],
                    place["findings"][0]["excerpt"]
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("situation_analysis", &one),
        [
            r#"situation_analysis "title" - "Mrs S••••""#,
            r#"situation_analysis "title" priority "Mr B••••""#,
            r#"situation_analysis "rationale" priority "Mr G••••""#
        ]
    );
    assert_eq!(found("situation_analysis", &other), [r#"situation_analysis "title" - "Mrs J••••""#]);
    assert_eq!(found("pilot_progress", &pilot), [r#"situation_analysis "title" priority "Mr B••••""#]);
}

#[test]
fn a_report_about_nothing_is_refused_as_the_report_itself_is() {
    let office = Office::with_file();
    let refused = |args: Value| office.refused("check_report", args)["code"].as_str().unwrap().to_owned();
    assert_eq!(refused(json!({ "kind": "situation_analysis" })), "nothing_to_report");
    assert_eq!(refused(json!({ "kind": "situation_analysis", "subject": "none" })), "not_found");
    assert_eq!(refused(json!({ "kind": "none" })), "bad_arguments");
}
