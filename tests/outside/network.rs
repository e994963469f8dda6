//! From a partner's report to the coordinator's board and back: what travels, what does not, what is refused.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::office::{Office, change, words};

mod hostile;
mod intake;
mod logos;
mod pack;
mod places;
mod small_numbers;

/// A partner's sample under another code, in a language; its report for the coordinator.
fn partner(code: &str, language: &str) -> Office {
    under(Office::with_sample(), code, language)
}

/// Another partner's.
fn other_partner(code: &str, language: &str) -> Office {
    under(Office::with_other_sample(), code, language)
}

fn under(office: Office, code: &str, language: &str) -> Office {
    let id = office.list("partnership")[0]["id"].as_str().unwrap().to_owned();
    change(
        &office,
        "partnership",
        &id,
        json!({ "partner_code": code, "partner_name": format!("Partner {code}"), "language": language }),
    );
    office
}

fn report(office: &Office) -> PathBuf {
    let language = office.list("partnership")[0]["language"].clone();
    let exported = office.ok("export_report", json!({ "kind": "situation_analysis_summary", "language": language }));
    exported["path"].as_str().unwrap().into()
}

/// The coordinator's file, with a directory of these partners.
fn coordinator(codes: &[&str]) -> Office {
    let office = Office::speaking("en");
    let file = json!({ "partner": "EFUS", "name": "Network", "language": "en", "agencies": [] });
    office.ok("create_file", json!({ "file": file }));
    let partnership = office.list("partnership")[0]["id"].clone();
    for code in codes {
        let values = json!({
            "partnership": partnership, "code": code, "name": format!("Partner {code}"), "kind": "city", "country": "BE",
            "language": "fr", "role": "beneficiary", "contact_email": format!("{}@partner.example", code.to_lowercase()),
        });
        office.create("network_partner", values);
    }
    office
}

fn plan(office: &Office, paths: &[&Path]) -> Value {
    office.ok("open_packages", json!({ "paths": paths, "trust": [] }))
}

fn states(plan: &Value) -> Vec<&str> {
    plan["rows"].as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect()
}

fn accept(office: &Office, plan: &Value) -> Value {
    office.ok("accept_packages", json!({ "paths": plan["paths"], "trust": [], "digest": plan["digest"] }))
}

/// The coordinator's agreement to what a row of a plan says.
fn agreed(row: &Value) -> Value {
    json!({ "code": row["code"], "partnership": row["partnership"], "signer": row["signer"] })
}

/// The package that a report carries.
fn carried(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap();
    let files = liaise_paper::extract::carried(&bytes, 1 << 26).unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].name, "liaise-package.json");
    files[0].bytes.clone()
}

fn content(package: &[u8]) -> Value {
    serde_json::from_slice::<Value>(package).unwrap()["content"].clone()
}

#[test]
fn a_report_for_the_coordinator_carries_its_data_and_no_name() {
    let office = partner("AAA", "fr");
    let mut names = vec![];
    for entity in ["participant", "trainer", "contact", "meeting_attendance"] {
        let field = if ["participant", "contact"].contains(&entity) { "family_name" } else { "name" };
        for (at, record) in office.list(entity).iter().enumerate() {
            let name = format!("Zqx{entity}{at}");
            change(&office, entity, record["id"].as_str().unwrap(), json!({ field: name }));
            names.push(name);
        }
    }
    assert!(names.len() > 15);
    let package = carried(&report(&office));
    let text = String::from_utf8(package.clone()).unwrap();
    assert!(!names.iter().any(|name| text.contains(name)), "names travel");
    let content = content(&package);
    assert_eq!(content["partner"]["code"], "AAA");
    assert!(content["records"].get("participant").is_none() && content["records"].get("meeting").is_none());
    assert!(content["records"]["pilot_initiative"].as_array().unwrap().len() == 2);
    assert!(content["figures"]["persons"].as_u64().unwrap() > 5);
    let internal = json!({ "kind": "training_session_report", "language": "fr", "privacy": "internal" });
    let path = office.ok("export_report", internal)["path"].as_str().unwrap().to_owned();
    let files = liaise_paper::extract::carried(&std::fs::read(path).unwrap(), 1 << 26).unwrap();
    assert!(files.is_empty(), "what stays inside carries nothing");
}

#[test]
fn small_numbers_and_what_is_marked_for_the_inside_stay_with_the_partner() {
    let office = Office::with_file();
    let partnership = office.list("partnership")[0]["id"].clone();
    let analysis = |sensitivity: &str| {
        let mut values = crate::office::analysis();
        values["sensitivity"] = json!(sensitivity);
        office.create("situation_analysis", values)
    };
    let (open, inside) = (analysis("partners_only"), analysis("internal"));
    let count = |analysis: &str, incidents: u32| {
        let values = json!({
            "situation_analysis": analysis, "kind": "hate_crime", "incidents": incidents,
            "period_from": "2016-01-01", "period_to": "2016-03-31",
        });
        office.create("incident_count", values)
    };
    count(&open, 3);
    count(&open, 30);
    count(&inside, 40);
    let indicator =
        office.create("territory_indicator", json!({ "title": words("I"), "unit": "percent", "direction": "neutral" }));
    let value = json!({
        "territory_indicator": indicator, "period_from": "2015-01-01", "period_to": "2015-12-31", "numerator": 4, "denominator": 90,
    });
    office.create("territory_value", value);
    let _ = partnership;
    let content = content(&carried(&report(&office)));
    let records = &content["records"];
    assert_eq!(records["situation_analysis"].as_array().unwrap().len(), 1);
    let mut incidents: Vec<&Value> =
        records["incident_count"].as_array().unwrap().iter().map(|it| &it["incidents"]).collect();
    incidents.sort_by_key(|value| value.as_u64());
    assert_eq!(incidents, [&json!(null), &json!(30)]);
    let value = &records["territory_value"][0];
    assert_eq!(
        (&value["numerator"], &value["denominator"], &value["suppressed"]),
        (&json!(null), &json!(null), &json!(true))
    );
}

#[test]
fn reports_of_partners_become_the_board_once() {
    let (one, two) = (partner("AAA", "fr"), other_partner("BBB", "el"));
    let (first, second) = (report(&one), report(&two));
    let office = coordinator(&["AAA", "BBB"]);
    let before = office.ok("network", json!({ "today": "2016-06-01" }));
    let planned = plan(&office, &[&first, &second]);
    assert_eq!(states(&planned), ["new", "new"]);
    assert_eq!(office.ok("network", json!({ "today": "2016-06-01" })), before, "a plan changes nothing");
    let accepted = accept(&office, &planned);
    assert_eq!(accepted["packages"], 2);
    assert!(accepted["records"].as_u64().unwrap() > 200);
    let network = office.ok("network", json!({ "today": "2016-06-01" }));
    let reached = |code: &str| {
        let board = network["board"].as_array().unwrap();
        board.iter().find(|target| target["code"] == code).unwrap().clone()
    };
    let own = one.ok("training_figures", json!({}))["persons"].as_u64().unwrap();
    assert_eq!(reached("trained")["reached"].as_u64().unwrap(), 2 * own);
    assert_eq!(reached("trained")["doubles"].as_u64().unwrap(), own, "both trained people of the same cities");
    assert_eq!(reached("trainings")["reached"], 2);
    assert_eq!(reached("pilots")["reached"], 2, "partners, not pilot initiatives");
    assert_eq!(reached("partners")["reached"], 2);
    let again = plan(&office, &[&first, &second]);
    assert_eq!(states(&again), ["same", "same"]);
    let refused = json!({ "paths": again["paths"], "trust": [], "digest": again["digest"] });
    assert_eq!(office.refused("accept_packages", refused)["code"], "nothing_to_import");
    let partnership = network["partners"][0]["partnerships"][0]["id"].clone();
    let shared = office.ok("shared_records", json!({ "partnership": partnership, "entity": "training_session" }));
    assert!(!shared.as_array().unwrap().is_empty());
}

#[test]
fn a_later_report_takes_the_place_of_the_earlier_and_says_what_is_new() {
    let sender = partner("AAA", "fr");
    let first = report(&sender);
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[&first]);
    accept(&office, &planned);
    for session in sender.list("training_session") {
        if session["template"] != true {
            change(&sender, "training_session", session["id"].as_str().unwrap(), json!({ "status": "reported" }));
        }
    }
    let second = report(&sender);
    let both = plan(&office, &[&first, &second]);
    assert_eq!(states(&both), ["same", "newer"]);
    // Efus's own layer stays as it is.
    let row = office.list("network_partner")[0]["id"].clone();
    office.create("partner_review", json!({ "network_partner": row, "status": "validated", "comment": words("Good") }));
    accept(&office, &both);
    let network = office.ok("network", json!({ "today": "2016-06-01" }));
    assert_eq!(network["partners"][0]["since"]["trainings"], 1);
    assert_eq!(network["partners"][0]["review"], "validated");
    assert_eq!(states(&plan(&office, &[&first])), ["older"]);
}

#[test]
fn what_is_foreign_tampered_newer_or_nothing_is_named_and_the_rest_goes_in() {
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let package = String::from_utf8(carried(&path)).unwrap();
    let other = other_partner("ZZZ", "de");
    let stranger = report(&other);
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let tampered = file("tampered.json", package.replacen("Partner AAA", "Partner XXX", 1).as_bytes());
    let newer = file("newer.json", package.replacen("\"format_version\":1", "\"format_version\":2", 1).as_bytes());
    let nothing = file("nothing.pdf", b"%PDF-1.7 nothing");
    let deep = file("deep.json", "[".repeat(100_000).as_bytes());
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[&tampered, &newer, &nothing, &deep, &stranger, &path]);
    assert_eq!(states(&planned), ["tampered", "newer_format", "unreadable", "unreadable", "foreign", "new"]);
    assert_eq!(accept(&office, &planned)["packages"], 1);
    let outdated = json!({ "paths": planned["paths"], "trust": [], "digest": planned["digest"] });
    assert_eq!(office.refused("accept_packages", outdated)["code"], "plan_outdated");
    assert_eq!(sender.refused("open_packages", json!({ "paths": [], "trust": [] }))["code"], "not_coordinator");
}

#[test]
fn a_new_key_is_trusted_only_when_the_coordinator_says_so() {
    let sender = partner("AAA", "fr");
    let first = report(&sender);
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[&first]);
    accept(&office, &planned);
    std::fs::remove_file(sender.data_folder().join("laptop.key")).unwrap();
    let second = report(&sender);
    let planned = plan(&office, &[&second]);
    assert_eq!(states(&planned), ["changed_key"]);
    let trust = vec![agreed(&planned["rows"][0])];
    let planned = office.ok("open_packages", json!({ "paths": [second], "trust": trust }));
    assert_eq!(states(&planned), ["newer"]);
    office.ok("accept_packages", json!({ "paths": [second], "trust": trust, "digest": planned["digest"] }));
}

#[test]
fn folders_archives_and_mails_are_looked_through() {
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let pdf = std::fs::read(&path).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut archive = zip::ZipWriter::new(std::fs::File::create(folder.path().join("all.zip")).unwrap());
    // A path out of the folder plays no role: nothing is unpacked anywhere.
    archive.start_file("../../report.pdf", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, &pdf).unwrap();
    archive.finish().unwrap();
    let mail = mail_builder::MessageBuilder::new()
        .subject("Report")
        .text_body("Please find attached")
        .attachment("application/pdf", "report.pdf", pdf.as_slice())
        .write_to_vec()
        .unwrap();
    std::fs::write(folder.path().join("mail.eml"), mail).unwrap();
    std::fs::write(folder.path().join("note.txt"), "nothing").unwrap();
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[folder.path()]);
    assert_eq!(states(&planned), ["new", "same"]);
    let bomb = folder.path().join("bomb.zip");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&bomb).unwrap());
    archive.start_file("bomb.json", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..70 {
        std::io::Write::write_all(&mut archive, &zeros).unwrap();
    }
    archive.finish().unwrap();
    assert_eq!(states(&plan(&office, &[&bomb])), ["too_large"]);
}

#[test]
fn every_change_of_a_byte_of_a_package_is_noticed() {
    use proptest::prelude::*;
    let office = Office::with_file();
    let path = office.ok("export_package", json!({ "path": office.data_folder().join("p.json") }));
    let bytes = std::fs::read(path.as_str().unwrap()).unwrap();
    let receiver = coordinator(&["LIE"]);
    let file = receiver.data_folder().join("changed.json");
    proptest!(ProptestConfig::with_cases(60), |(at in 0..bytes.len(), flip in 1u8..)| {
        let mut changed = bytes.clone();
        changed[at] ^= flip;
        std::fs::write(&file, &changed).unwrap();
        let planned = plan(&receiver, &[&file]);
        let state = states(&planned)[0].to_owned();
        prop_assert!(["tampered", "unreadable", "newer_format"].contains(&state.as_str()), "{state} at {at}");
    });
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(states(&plan(&receiver, &[&file])), ["new"]);
}

#[test]
fn a_receipt_acknowledges_the_report_and_nothing_else() {
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let office = coordinator(&["AAA"]);
    assert_eq!(office.refused("export_receipts", json!({}))["code"], "nothing_to_report");
    let planned = plan(&office, &[&path]);
    accept(&office, &planned);
    let folder = office.ok("export_receipts", json!({}));
    let receipt = std::fs::read_dir(folder.as_str().unwrap()).unwrap().next().unwrap().unwrap().path();
    let other = Office::with_file();
    assert_eq!(other.refused("take_receipt", json!({ "path": receipt }))["code"], "not_a_receipt");
    let forged = sender.data_folder().join("forged");
    let text = std::fs::read_to_string(&receipt).unwrap();
    std::fs::write(&forged, text.replacen("EFUS", "AAAA", 1)).unwrap();
    assert_eq!(sender.refused("take_receipt", json!({ "path": forged }))["code"], "not_a_receipt");
    assert_eq!(sender.ok("take_receipt", json!({ "path": receipt }))["reports"], 1);
    assert_eq!(sender.list("transmission")[0]["state"], "acknowledged");
}

#[test]
fn the_late_are_listed_and_reminded_in_their_language() {
    let office = coordinator(&["AAA", "BBB"]);
    let partnership = office.list("partnership")[0]["id"].clone();
    let period = |from: &str, to: &str, due: &str| {
        let values = json!({
            "partnership": partnership, "title": words(from), "period_from": from, "period_to": to, "kind": "quarterly", "due": due,
        });
        office.create("reporting_period", values)
    };
    period("2016-01-01", "2016-03-31", "2016-07-30");
    let second = period("2016-04-01", "2016-06-30", "2016-08-15");
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let planned = plan(&office, &[&path]);
    accept(&office, &planned);
    let network = office.ok("network", json!({ "today": "2016-09-01" }));
    let rows: Vec<String> = network["expected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row["partner_name"].as_str().unwrap(),
                &row["due"].as_str().unwrap()[5..7],
                row["state"].as_str().unwrap()
            )
        })
        .collect();
    // The report of June covers the first quarter and was made before the second one ended.
    assert_eq!(
        rows,
        ["Partner BBB 07 missing", "Partner AAA 08 missing", "Partner BBB 08 missing", "Partner AAA 07 on_time"]
    );
    let partners = office.list("network_partner");
    let late = partners.iter().find(|partner| partner["code"] == "BBB").unwrap()["id"].clone();
    let draft = office.ok("prepare_reminder", json!({ "partner": late, "period": second }));
    let bytes = std::fs::read(draft["path"].as_str().unwrap()).unwrap();
    let mail = mail_parser::MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("bbb@partner.example"));
    let text = mail.body_text(0).unwrap().into_owned();
    let french = office.ok("texts", json!({ "language": "fr" }))["reminder.body"].as_str().unwrap().to_owned();
    let greeting = french.lines().next().unwrap();
    assert!(text.starts_with(greeting) && text.contains("Partner BBB"), "{text}");
}

#[test]
fn the_consolidated_report_and_the_spreadsheet_say_what_the_board_says() {
    let office = coordinator(&["AAA"]);
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let planned = plan(&office, &[&path]);
    accept(&office, &planned);
    let args = json!({ "kind": "consolidated_programme_report", "language": "el" });
    let html = office.ok("preview_report", args.clone())["html"].as_str().unwrap().to_owned();
    assert!(html.contains("Partner AAA"), "{html}");
    let exported = office.ok("export_report", args);
    assert_eq!(exported["warnings"], json!([]));
    let saved = office.ok("export_network", json!({ "language": "de" }));
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(saved["path"].as_str().unwrap()).unwrap();
    let first = calamine::Reader::sheet_names(&book)[0].clone();
    let sheet = calamine::Reader::worksheet_range(&mut book, &first).unwrap();
    let board = office.ok("network", json!({ "today": "2016-06-01" }))["board"].clone();
    for (row, target) in sheet.rows().skip(1).zip(board.as_array().unwrap()) {
        assert_eq!(row[0].to_string(), target["code"].as_str().unwrap());
        assert_eq!(row[2].to_string(), target["reached"].to_string());
    }
}

#[test]
fn the_directory_begins_with_the_partners_of_the_fiche() {
    let office = coordinator(&["LIE"]);
    let added = office.ok("fill_directory", json!({}));
    assert_eq!(added.as_u64().unwrap() as usize + 1, liaise_core::directory::partners().len());
    assert_eq!(office.ok("fill_directory", json!({})), 0);
    let partnership = office.list("partnership")[0]["id"].clone();
    let twice = json!({
        "partnership": partnership, "code": "LIE", "name": "Again", "kind": "city", "country": "BE", "language": "fr", "role": "associate",
    });
    assert_eq!(
        office.refused("create_record", json!({ "entity": "network_partner", "values": twice }))["code"],
        "bad_arguments"
    );
}

#[test]
fn the_published_schema_is_that_of_the_packages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/exchange/package-1.schema.json");
    let schema = liaise_core::package::schema();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::fs::read_to_string(&path).unwrap_or_default() != text {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        panic!("the schema was out of date and is written anew: a released version may only gain optional fields");
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    let sender = partner("AAA", "fr");
    let package: Value = serde_json::from_slice(&carried(&report(&sender))).unwrap();
    let wrong: Vec<String> = validator.iter_errors(&package).take(5).map(|error| error.to_string()).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_partner_and_the_coordinator_compare_the_same_characters_of_the_key() {
    let (partner, office) = (partner("LIE", "fr"), coordinator(&["LIE"]));
    let seen = plan(&office, &[&report(&partner)])["rows"][0]["key"].clone();
    let own = partner.ok("exchange", json!({}));
    assert_eq!(own["report_key"], seen);
    assert_ne!(own["check"], seen, "colleagues compare another key: it opens files as well");
}
