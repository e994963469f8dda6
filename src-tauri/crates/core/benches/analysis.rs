//! Benchmark of the situation analysis: `cargo bench -p liaise-core --bench analysis`. Fills a file with 30 districts,
//! 20 indicators over six years, and an analysis with 500 sources, all factors and long lists, makes four further versions
//! of it, and prints how long each screen's commands and the previews take, as median and slowest of several runs.

#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::unwrap_used)]

#[allow(dead_code, reason = "nothing lies beside the file here")]
#[path = "shared/office.rs"]
mod office;

use office::{Office, measure};
use serde_json::{Value, json};

const SOURCES: usize = 500;
const DISTRICTS: usize = 30;
const VERSIONS: usize = 5;

fn main() {
    let office = Office::new();
    let first = fill(&office);
    let mut newest = first.clone();
    measure("make a version", VERSIONS - 1, || {
        newest = id(&office.ok("begin_version", json!({ "analysis": newest })));
    });
    for entity in ["evidence_source", "manifestation", "factor_rating", "swot_entry", "priority", "territory_value"] {
        let parent = if entity == "territory_value" { Value::Null } else { newest.clone().into() };
        let args = json!({ "entity": entity, "parent": parent });
        measure(&format!("list: {entity}"), 20, || drop(office.ok("list_records", args.clone())));
    }
    measure("outline", 20, || drop(office.ok("outline", json!({ "analysis": newest }))));
    let versions = json!({ "earlier": first, "later": newest });
    measure("compare two versions", 20, || drop(office.ok("compare_versions", versions.clone())));
    measure("overview", 20, || drop(office.ok("overview", json!({}))));
    for section in ["territory", "stakeholders", "swot", "priorities"] {
        let args = json!({ "kind": "situation_analysis", "section": section, "subject": newest, "language": "de" });
        measure(&format!("charts: {section}"), 20, || drop(office.ok("section_charts", args.clone())));
    }
    for kind in ["situation_analysis", "situation_analysis_summary"] {
        let args = json!({ "kind": kind, "language": "de", "subject": newest });
        measure(&format!("preview: {kind}"), 10, || drop(office.ok("preview_report", args.clone())));
    }
    let args = json!({ "kind": "situation_analysis", "subject": newest });
    measure("guard over the report", 10, || drop(office.ok("check_report", args.clone())));
    let args = json!({ "kind": "situation_analysis", "language": "de", "subject": newest });
    measure("PDF", 5, || drop(office.ok("export_report", args.clone())));
    let values = json!({ "reliability": "c" });
    let source = &office.ok("list_records", json!({ "entity": "evidence_source", "parent": newest }))[0]["id"];
    let args = json!({ "entity": "evidence_source", "id": source, "values": values });
    measure("save one field", 20, || drop(office.ok("change_record", args.clone())));
}

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().into()
}

fn words(words: String) -> Value {
    json!({ "source": "de", "words": { "de": words } })
}

/// The first version with everything in it; its id.
fn fill(office: &Office) -> String {
    let make =
        |entity: &str, values: Value| id(&office.ok("create_record", json!({ "entity": entity, "values": values })));
    let partnership = office.ok("list_records", json!({ "entity": "partnership" }))[0]["id"].clone();
    let analysis = json!({ "title": words("Analyse".into()), "territory": words("Stadt".into()), "period_from": "2015-01-01", "period_to": "2015-12-31", "summary": words("Befunde. ".repeat(80)) });
    let analysis = make("situation_analysis", analysis);
    let districts: Vec<String> = (0..DISTRICTS)
        .map(|n| {
            let values = json!({ "partnership": partnership, "name": words(format!("Bezirk {n}")), "kind": "district", "population": 9000 + n });
            make("territory", values)
        })
        .collect();
    for n in 0..20 {
        let values = json!({ "title": words(format!("Indikator {n}")), "unit": "percent", "direction": "neutral" });
        let indicator = make("territory_indicator", values);
        for year in 2010..2016 {
            for place in std::iter::once(Value::Null).chain(districts.iter().take(4).map(|id| id.clone().into())) {
                make(
                    "territory_value",
                    json!({ "territory_indicator": indicator, "territory": place, "period_from": format!("{year}-01-01"), "period_to": format!("{year}-12-31"), "numerator": 100 + n, "denominator": 1000 }),
                );
            }
        }
    }
    let sources: Vec<String> = (0..SOURCES)
        .map(|n| {
            let values = json!({ "situation_analysis": analysis, "title": words(format!("Erhebung {n} der Stadtverwaltung")), "kind": "service_statistics", "reliability": "b", "limits": words("Nur gemeldete Vorfälle.".into()) });
            make("evidence_source", values)
        })
        .collect();
    let catalogues = office.ok("catalogues", json!({}));
    for (n, form) in catalogues["form_of_extremism"].as_array().unwrap().iter().enumerate() {
        make(
            "manifestation",
            json!({ "situation_analysis": analysis, "form": form, "level": "occasional", "description": words("Beobachtungen im Gebiet. ".repeat(12)), "evidence": [sources[n]] }),
        );
    }
    for (n, factor) in catalogues["factor"].as_array().unwrap().iter().enumerate() {
        make(
            "factor_rating",
            json!({ "situation_analysis": analysis, "factor": factor, "presence": "moderate", "comment": words("Begründung mit Zahlen. ".repeat(4)), "evidence": [sources[n], sources[n + 60]] }),
        );
    }
    for n in 0..40 {
        let quadrant = catalogues["swot_quadrant"][n % 4].clone();
        make(
            "swot_entry",
            json!({ "situation_analysis": analysis, "quadrant": quadrant, "statement": words(format!("Aussage {n}")), "weight": n % 3 + 1, "evidence": [sources[n]] }),
        );
    }
    for n in 0..20 {
        make(
            "priority",
            json!({ "situation_analysis": analysis, "title": words(format!("Schwerpunkt {n}")), "theme": "mentoring", "severity": n % 5 + 1, "extent": 3, "influence": 4, "rank": n + 1, "rationale": words("Weil. ".repeat(20)) }),
        );
    }
    analysis
}
