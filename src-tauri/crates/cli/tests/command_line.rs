//! The built program, started as a script would start it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::{Value, json};

fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_liaise-cli")).args(words).output().unwrap()
}

fn lines(words: &[&str]) -> Vec<String> {
    let output = run(words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn answer(words: &[&str]) -> Value {
    serde_json::from_str(&lines(words).join("\n")).unwrap()
}

/// The refusal's code; that data and exit code are right is checked on the way.
fn refusal(words: &[&str]) -> String {
    let output = run(words);
    assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
    let refusal: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(refusal["detail"].is_string() && refusal["problems"].is_array(), "{refusal}");
    refusal["code"].as_str().unwrap().to_owned()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn commands_and_reports_are_listed_one_code_a_line() {
    let commands = lines(&["commands"]);
    for expected in ["create_record", "export_report", "open_file", "undo"] {
        assert!(commands.iter().any(|command| command == expected), "{commands:?}");
    }
    let reports = lines(&["reports"]);
    for expected in ["situation_analysis", "training_session_report", "pilot_progress", "partner_periodic_report"] {
        assert!(reports.iter().any(|report| report == expected), "{reports:?}");
    }
}

#[test]
fn the_demo_makes_every_report_in_the_languages_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let shown = lines(&["demo", "--out", text(folder.path()), "--lang", "el", "--lang", "ca"]);
    let mut reports = lines(&["reports"]);
    // What the coordinator reports on is a network, and not the sample.
    reports.retain(|report| report != "consolidated_programme_report");
    for language in ["el", "ca"] {
        for report in &reports {
            let path = folder.path().join(format!("{report}.{language}.pdf"));
            assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"), "{}", path.display());
            assert!(shown.iter().any(|line| line.starts_with(text(&path)) && line.contains(" pages, ")), "{shown:#?}");
        }
    }
    assert!(folder.path().join("sample.liaise").exists());
    // A second time it makes the sample anew.
    lines(&["demo", "--out", text(folder.path()), "--lang", "en"]);
}

#[test]
fn a_network_of_sample_partners_is_taken_in_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let shown = lines(&["network", "--out", text(folder.path()), "--partners", "3"]);
    assert!(shown.iter().any(|line| line.starts_with("3 packages, ")), "{shown:#?}");
    let row = |code: &str| shown.iter().find(|line| line.starts_with(code)).unwrap().split_whitespace().nth(1).unwrap();
    // One session of each, and the third one has held its second one as well.
    assert_eq!((row("partners "), row("trainings "), row("pilots ")), ("3", "4", "3"), "{shown:#?}");
    for name in ["consolidated_programme_report.en.pdf", "consolidated_programme_report.el.pdf", "network.xlsx"] {
        assert!(folder.path().join(name).exists(), "{name}");
    }
}

#[test]
fn a_script_reads_and_changes_a_file_and_exports_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ours.liaise");
    let new = json!({ "file": {
        "partner": null, "partner_name": "Stadt Beispiel", "country": "DE", "city": "Beispiel", "name": "Präventionsrat",
        "language": "de", "agencies": [], "path": file,
    } });
    assert_eq!(answer(&["call", "create_file", &new.to_string()])["sample"], false);

    let text_in_german = |words: &str| json!({ "source": "de", "words": { "de": words } });
    let values = json!({ "entity": "situation_analysis", "values": {
        "title": text_in_german("Lage am Bahnhof"), "territory": text_in_german("Innenstadt"),
        "period_from": "2026-01-01", "period_to": "2026-06-30", "status": "drafting", "sensitivity": "internal",
    } });
    let made = answer(&["call", "--file", text(&file), "create_record", &values.to_string()]);
    let listed = answer(&["call", "--file", text(&file), "list_records", r#"{"entity":"situation_analysis"}"#]);
    assert_eq!(listed[0]["id"], made["id"]);

    let out = folder.path().join("report.pdf");
    let words =
        ["export", "--file", text(&file), "--report", "situation_analysis", "--lang", "de", "--out", text(&out)];
    let done = answer(&words);
    assert_eq!(done["bytes"], fs::metadata(&out).unwrap().len());
    let subject = ["--subject", made["id"].as_str().unwrap()];
    assert_eq!(answer(&[&words[..], &subject].concat())["pages"], done["pages"]);
}

#[test]
fn an_encrypted_file_opens_with_the_file_that_holds_its_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ours.liaise");
    answer(&["call", "create_sample", &json!({ "path": file }).to_string()]);
    let secret = folder.path().join("passphrase");
    fs::write(&secret, "four words and more\n").unwrap();
    let protect = json!({ "name": "Ada", "passphrase": "four words and more" }).to_string();
    answer(&["call", "--file", text(&file), "protect_file", &protect]);
    assert_eq!(refusal(&["call", "--file", text(&file), "file"]), "locked");
    let unlocked = ["call", "--file", text(&file), "--passphrase-file", text(&secret), "file"];
    assert_eq!(answer(&unlocked)["encrypted"], true);
    fs::write(&secret, "four words and less").unwrap();
    assert_eq!(refusal(&unlocked), "wrong_passphrase");
}

#[test]
fn a_refusal_is_json_with_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("text.liaise"), "not a database, however long it may be").unwrap();
    fs::write(path("empty.liaise"), "").unwrap();

    assert_eq!(refusal(&["call", "no_such_command"]), "unknown_command");
    assert_eq!(refusal(&["call", "open_outside", "{}"]), "bad_arguments");
    assert_eq!(refusal(&["call", "texts", "{not json"]), "bad_arguments");
    assert_eq!(refusal(&["call", "texts", r#"{"language":"en","loud":true}"#]), "bad_arguments");
    assert_eq!(refusal(&["call", "list_records", r#"{"entity":"agency"}"#]), "no_file");
    assert_eq!(refusal(&["call", "--file", text(&path("absent.liaise")), "file"]), "missing_file");
    assert_eq!(refusal(&["call", "--file", text(&path("text.liaise")), "file"]), "not_our_file");
    assert_eq!(refusal(&["call", "--file", text(&path("empty.liaise")), "file"]), "not_our_file");
}

#[test]
fn a_refused_export_leaves_the_earlier_pdf_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    lines(&["demo", "--out", text(folder.path()), "--lang", "en"]);
    let (file, out) = (folder.path().join("sample.liaise"), folder.path().join("pilot_progress.en.pdf"));
    let before = fs::read(&out).unwrap();
    let export = |more: &[&str]| {
        refusal(&[&["export", "--file", text(&file), "--out", text(&out)], more].concat());
        assert!(fs::read(&out).unwrap() == before);
    };
    export(&["--report", "no_such_report", "--lang", "en"]);
    export(&["--report", "pilot_progress", "--lang", "xx"]);
    export(&["--report", "pilot_progress", "--lang", "en", "--subject", "no-such-record"]);
}

#[test]
fn a_line_that_is_none_ends_with_2_and_the_usage() {
    for words in [&["exprot"][..], &[], &["demo"], &["call", "--loud", "file"]] {
        let output = run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty() && String::from_utf8(output.stderr).unwrap().contains("liaise-cli demo"));
    }
}
