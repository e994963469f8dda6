//! Reports: in every language, complete, and never over an earlier file by accident.

use std::{fs, path::PathBuf};

use liaise_core::locale::LANGUAGES;
use serde_json::{Value, json};

use crate::office::{Office, analysis, change, refusal, words};

fn kinds(office: &Office) -> Vec<String> {
    let kinds = office.ok("list_reports", json!({}));
    // The coordinator's reports are looked at in `network.rs`.
    let own = kinds.as_array().unwrap().iter().filter(|kind| kind["network"] == false);
    own.map(|kind| kind["kind"].as_str().unwrap().to_owned()).collect()
}

/// The kinds that leave the partnership: all but sheets and certificates for the people who are there.
fn kinds_that_go_out(office: &Office) -> Vec<String> {
    let kinds = office.ok("list_reports", json!({}));
    let out = |kind: &&Value| kind["levels"][0] != "internal" && kind["network"] == false;
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

#[test]
fn everything_can_be_taken_along_in_open_formats() {
    let office = Office::with_sample();
    let path = office.folder.path().join("all.zip");
    office.ok("export_everything", json!({ "path": path }));
    let mut archive = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    let all: Value = serde_json::from_reader(archive.by_name("records.json").unwrap()).unwrap();
    let entities = office.ok("entities", json!({}));
    for entity in entities.as_object().unwrap().keys() {
        let listed = office.list(entity);
        let exported = all["records"].get(entity).cloned().unwrap_or(json!([]));
        assert_eq!(exported, json!(listed), "{entity}");
        if !listed.is_empty() {
            let table = archive.by_name(&format!("csv/{entity}.csv")).unwrap();
            let rows = csv::Reader::from_reader(table).records().collect::<Result<Vec<_>, _>>().unwrap();
            assert_eq!(rows.len(), listed.len(), "{entity}");
        }
    }
    for attachment in office.list("attachment") {
        let id = attachment["id"].as_str().unwrap();
        let ours = format!("files/{id} ");
        let names = archive.file_names().map(|name| name.unwrap().into_owned());
        let name = names.into_iter().find(|name| name.starts_with(&ours)).unwrap();
        assert_eq!(archive.by_name(&name).unwrap().size(), attachment["size"].as_u64().unwrap());
    }
}

/// Puts a word of its own into every field for personal data of every record; the words.
fn plant_names(office: &Office) -> Vec<String> {
    let entities = office.ok("entities", json!({}));
    let mut planted = vec![];
    for (entity, form) in entities.as_object().unwrap() {
        let personal = |field: &&Value| field["personal"] == true && field["kind"] == "line";
        let fields: Vec<&str> =
            form["fields"].as_array().unwrap().iter().filter(personal).map(|it| it["name"].as_str().unwrap()).collect();
        for record in office.list(entity) {
            let words = fields.iter().map(|field| {
                let word = format!("zqx{}vk", planted.len());
                let value = if field.contains("email") { format!("{word}@example.org") } else { word.clone() };
                planted.push(word);
                ((*field).to_owned(), Value::from(value))
            });
            let values: serde_json::Map<_, _> = words.collect();
            if !values.is_empty() {
                change(office, entity, record["id"].as_str().unwrap(), values.into());
            }
        }
    }
    planted
}

#[test]
fn the_shared_screen_names_nobody_in_any_language() {
    let office = Office::with_sample();
    let planted = plant_names(&office);
    assert!(planted.len() > 50, "{} fields for personal data in the sample", planted.len());
    let mut subjects: Vec<Value> = office.list("meeting").iter().map(|meeting| meeting["id"].clone()).collect();
    subjects.push(Value::Null);
    for (language, _) in liaise_core::locale::LANGUAGES {
        // What is shown follows from the records, its words from the language: not every pair is needed.
        let few = if ["en", "el"].contains(language) { 0 } else { subjects.len() - 2 };
        for meeting in &subjects[few..] {
            let screen = office.ok("shared_screen", json!({ "meeting": meeting, "language": language }));
            let shown = screen.to_string();
            assert!(screen["slides"].as_array().unwrap().len() > 10, "{language}");
            let leaked: Vec<&String> = planted.iter().filter(|word| shown.contains(*word)).collect();
            assert!(leaked.is_empty(), "{language}: {leaked:?}");
        }
    }
    let held = office.list("meeting")[0]["id"].clone();
    let minutes = json!({ "kind": "minutes", "language": "en", "subject": held, "privacy": "internal" });
    let minutes = office.ok("preview_report", minutes)["html"].to_string();
    assert!(planted.iter().any(|word| minutes.contains(word)), "the same names are on papers that stay inside");
}

/// Each part of a sheet as long as it may be, in the longest words of two languages that are long.
#[test]
fn the_longest_sheet_in_german_and_greek_fits_its_two_pages() {
    let office = Office::with_sample();
    let id = office.list("practice_sheet")[0]["id"].as_str().unwrap().to_owned();
    let long = |language: &str, most: usize| {
        let words = if language == "de" {
            "Die Verantwortungsgemeinschaft der Präventionsfachkräfte beschreibt Unterstützungsangebote der Jugendhilfeeinrichtungen. "
        } else {
            "Οι επαγγελματίες πρώτης γραμμής περιγράφουν τις δυνατότητες υποστήριξης των οικογενειών και των εκπαιδευτικών. "
        };
        words.chars().cycle().take(most).collect::<String>().trim().to_owned()
    };
    let form = office.ok("entities", json!({}))["practice_sheet"]["fields"].clone();
    let mut values = json!({ "contact": "praevention@stadt.example", "languages": "de, el, fr" });
    for field in form.as_array().unwrap().iter().filter(|field| field["kind"] == "note") {
        let name = field["name"].as_str().unwrap();
        let most = if name == "summary" { 600 } else { 340 };
        values[name] = json!({ "source": "de", "words": { "de": long("de", most), "el": long("el", most) } });
        let longer = json!({ name: { "source": "de", "words": { "de": "x".repeat(most + 1) } } });
        assert_eq!(refusal(&office, "practice_sheet", &id, longer), [format!("{name}: too_long")]);
    }
    change(&office, "practice_sheet", &id, values);
    for language in ["de", "el"] {
        let exported = office.ok(
            "export_report",
            json!({ "kind": "practice_sheet", "language": language, "subject": office.list("pilot_initiative")[0]["id"] }),
        );
        assert_eq!((&exported["pages"], &exported["warnings"]), (&json!(2), &json!([])), "{language}");
    }
}
