//! Reports: in every language, complete, and never over an earlier file by accident.

use std::{fs, path::PathBuf};

use liaise_core::locale::LANGUAGES;
use serde_json::{Value, json};

use crate::office::{Office, analysis, words};

fn kinds(office: &Office) -> Vec<String> {
    let kinds = office.ok("list_reports", json!({}));
    kinds.as_array().unwrap().iter().map(|kind| kind["kind"].as_str().unwrap().to_owned()).collect()
}

/// The kinds that leave the partnership: all but sheets and certificates for the people who are there.
fn kinds_that_go_out(office: &Office) -> Vec<String> {
    let kinds = office.ok("list_reports", json!({}));
    let out = |kind: &&Value| kind["levels"][0] != "internal";
    kinds.as_array().unwrap().iter().filter(out).map(|kind| kind["kind"].as_str().unwrap().to_owned()).collect()
}

fn html(office: &Office, kind: &str, language: &str) -> String {
    let preview = office.ok("preview_report", json!({ "kind": kind, "language": language }));
    preview["html"].as_str().unwrap().to_owned()
}

#[test]
fn every_report_speaks_every_language_without_a_key_left_over() {
    let office = Office::with_sample();
    let keys = ["report.", "entity.", "catalogue.", "paper.", "target.", "target_rule.", "format.", "sample.", "%{"];
    for kind in kinds(&office) {
        for (language, _) in LANGUAGES {
            let html = html(&office, &kind, language);
            // A certificate speaks its person's language, whatever is asked for.
            assert!(html.contains(&format!("lang=\"{language}\"")) || kind == "certificate", "{kind} {language}");
            for key in keys {
                let found = html.find(key).filter(|at| {
                    let next = html[at + key.len()..].chars().next().unwrap_or(' ');
                    next.is_ascii_lowercase()
                });
                assert!(found.is_none(), "{kind} {language}: {}", &html[found.unwrap()..][..40]);
            }
        }
    }
}

#[test]
fn words_that_are_missing_in_a_language_are_printed_in_their_original_and_marked() {
    let office = Office::with_file();
    let mut values = analysis();
    values["summary"] = json!({ "source": "el", "words": { "el": "Το δίκτυο λειτουργεί." } });
    office.create("situation_analysis", values);
    let html = html(&office, "situation_analysis", "fr");
    assert!(html.contains("Το δίκτυο λειτουργεί."));
    assert!(html.contains("lang=\"el\""));
}

#[test]
fn a_report_about_nothing_is_refused_and_an_empty_partnership_still_reports() {
    let office = Office::with_file();
    let refused =
        |kind: &str| office.refused("preview_report", json!({ "kind": kind, "language": "en" }))["code"].clone();
    assert_eq!(refused("situation_analysis"), "nothing_to_report");
    assert_eq!(refused("pilot_progress"), "nothing_to_report");
    assert_eq!(refused("gossip"), "bad_arguments");
    office.ok("export_report", json!({ "kind": "partner_periodic_report", "language": "el" }));
}

#[test]
fn an_export_is_logged_and_gets_a_name_of_its_own() {
    let office = Office::with_sample();
    let export = || office.ok("export_report", json!({ "kind": "pilot_progress", "language": "de" }));
    let (first, second) = (export(), export());
    assert_ne!(first["path"], second["path"]);
    let bytes = fs::read(first["path"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && first["bytes"] == bytes.len());
    let log = office.ok("get_record", json!({ "entity": "transmission", "id": first["transmission"] }));
    assert_eq!((&log["state"], &log["pages"]), (&json!("file_saved"), &first["pages"]));
    assert_eq!(office.ok("progress", json!({})), Value::Null);
    // What the program notes by itself is no step that an officer could take back.
    assert_eq!(office.ok("undoable", json!({}))["undo"], false);
}

#[test]
fn names_of_participants_and_trainers_stay_out_of_every_report_that_goes_out() {
    let office = Office::with_sample();
    let mut names: Vec<String> = vec![];
    for person in office.list("participant") {
        names.push(person["family_name"].as_str().unwrap().into());
    }
    for trainer in office.list("trainer") {
        names.push(trainer["name"].as_str().unwrap().into());
    }
    assert!(names.len() > 10);
    for kind in kinds_that_go_out(&office) {
        let html = html(&office, &kind, "en");
        for name in &names {
            assert!(!html.contains(name.as_str()), "{kind} names {name}");
        }
    }
}

/// The file beside the target is a link to a device that is always full: the disk has no room for it.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_earlier_report_as_it_was() {
    let office = Office::with_sample();
    let target = office.folder.path().join("report.pdf");
    fs::write(&target, "the earlier report").unwrap();
    std::os::unix::fs::symlink("/dev/full", office.folder.path().join("report.pdf.part")).unwrap();
    let args = json!({ "kind": "situation_analysis", "language": "en", "path": target });
    assert_eq!(office.refused("export_report", args.clone())["code"], "disk_full");
    assert_eq!(fs::read_to_string(&target).unwrap(), "the earlier report");
    assert_eq!(office.list("transmission"), [] as [Value; 0]);
    office.ok("export_report", args);
    assert!(fs::read(&target).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let office = Office::with_sample();
    let file = office.folder.path().join("a file");
    fs::write(&file, "x").unwrap();
    let args = json!({ "kind": "situation_analysis", "language": "en", "path": file.join("report.pdf") });
    assert_eq!(office.refused("export_report", args)["code"], "file_access");
}

#[test]
fn the_mail_draft_carries_the_report_to_the_coordinator_unsent() {
    let office = Office::with_sample();
    let exported = office.ok("export_report", json!({ "kind": "training_session_report", "language": "el" }));
    let mail = json!({ "transmission": exported["transmission"], "path": exported["path"] });
    let draft = office.ok("prepare_mail", mail);
    assert_eq!(draft["state"], "handed_to_mail");
    let path = PathBuf::from(draft["path"].as_str().unwrap());
    assert_eq!(office.opened.lock().unwrap().last(), Some(&path));
    let bytes = fs::read(&path).unwrap();
    let message = mail_parser::MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("contact@efus.eu"));
    assert!(message.subject().unwrap().chars().any(|c| ('α'..='ω').contains(&c)), "{:?}", message.subject());
    assert_eq!(message.attachment(0).unwrap().contents(), fs::read(exported["path"].as_str().unwrap()).unwrap());
    let log = office.ok("get_record", json!({ "entity": "transmission", "id": exported["transmission"] }));
    assert_eq!(log["state"], "handed_to_mail");
}

#[test]
fn a_mail_without_its_report_is_refused_and_stays_as_it_was() {
    let office = Office::with_sample();
    let exported = office.ok("export_report", json!({ "kind": "training_session_report", "language": "el" }));
    fs::remove_file(exported["path"].as_str().unwrap()).unwrap();
    let mail = json!({ "transmission": exported["transmission"], "path": exported["path"] });
    assert_eq!(office.refused("prepare_mail", mail)["code"], "missing_file");
    let log = office.ok("get_record", json!({ "entity": "transmission", "id": exported["transmission"] }));
    assert_eq!(log["state"], "file_saved");
}

#[test]
fn a_character_that_no_font_has_is_told() {
    let office = Office::with_file();
    let mut values = analysis();
    values["title"] = words("Town \u{13000}");
    office.create("situation_analysis", values);
    let exported = office.ok("export_report", json!({ "kind": "situation_analysis", "language": "en" }));
    assert_eq!(exported["warnings"][0]["code"], "missing_glyph");
}

#[test]
fn a_report_that_was_changed_or_a_draft_that_is_there_is_not_overwritten() {
    let office = Office::with_sample();
    let exported = office.ok("export_report", json!({ "kind": "pilot_progress", "language": "fr" }));
    let pdf = PathBuf::from(exported["path"].as_str().unwrap());
    let mine = pdf.with_extension("eml");
    fs::write(&mine, "my own draft").unwrap();
    let mail = json!({ "transmission": exported["transmission"], "path": pdf });
    let draft = office.ok("prepare_mail", mail.clone());
    assert_ne!(draft["path"], json!(mine));
    assert_eq!(fs::read_to_string(&mine).unwrap(), "my own draft");
    fs::write(&pdf, "something else").unwrap();
    assert_eq!(office.refused("prepare_mail", mail)["code"], "changed_report");
}

#[test]
fn only_reports_are_opened_for_the_page() {
    let office = Office::with_sample();
    let tool = office.folder.path().join("tool.exe");
    fs::write(&tool, "MZ").unwrap();
    assert_eq!(office.refused("open_outside", json!({ "path": tool }))["code"], "bad_arguments");
    assert_eq!(*office.opened.lock().unwrap(), [] as [PathBuf; 0]);
}

#[test]
fn file_names_keep_kind_and_language_and_fit_every_system() {
    let office = Office::with_file();
    let mut values = analysis();
    values["title"] = words(&"Διάγνωση: «όλα» / τίποτα? ".repeat(10));
    office.create("situation_analysis", values);
    let exported = office.ok("export_report", json!({ "kind": "situation_analysis", "language": "el" }));
    let path = PathBuf::from(exported["path"].as_str().unwrap());
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("LIE 2016-06-01 Τοπική διάγνωση (el) Διάγνωση") && name.len() < 130, "{name}");
    assert!(!name.contains(['/', ':', '?']), "{name}");
}
