//! Every report in every language, printed from the sample and read back by a program that nobody here wrote: nothing
//! of what the preview says is lost on paper, and the file keeps its promises.

use std::{collections::BTreeSet, path::Path, process::Command};

use liaise_core::{Ask, Desktop, Home, Session, api, locale::LANGUAGES};
use liaise_paper::check;
use serde_json::{Value, json};

struct Nobody;

impl Desktop for Nobody {
    fn open(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn reveal(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn ask(&self, _: &Ask) -> Option<std::path::PathBuf> {
        None
    }

    fn close(&self) {}
}

#[test]
fn every_word_of_every_report_is_on_paper_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let home =
        Home { data: folder.path().into(), documents: folder.path().into(), language: "en".into(), fonts: vec![] };
    let session = Session::new(home, Box::new(Nobody));
    let call = |name: &str, args: Value| {
        let now = "2016-11-30T09:00:00Z".parse().unwrap();
        api::call(&session, now, name, args).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    call("create_sample", json!({}));
    let kinds = call("list_reports", json!({}));
    // The coordinator's reports on the network are read back in the core's own tests.
    let own = kinds.as_array().unwrap().iter().filter(|kind| kind["network"] == false);
    for kind in own.map(|kind| kind["kind"].as_str().unwrap()) {
        for (language, _) in LANGUAGES {
            let path = folder.path().join(format!("{kind}.{language}.pdf"));
            // The preview first: the export logs itself, and the next report says so.
            let preview = call("preview_report", json!({ "kind": kind, "language": language }));
            let exported = call("export_report", json!({ "kind": kind, "language": language, "path": path }));
            assert_eq!(exported["warnings"], json!([]), "{kind} {language}");
            assert_eq!(check::findings(&std::fs::read(&path).unwrap()), [] as [String; 0], "{kind} {language}");
            let printed = read_back(&path);
            let said = words(&plain(preview["html"].as_str().unwrap()));
            let lost: Vec<_> = said.iter().filter(|word| !printed.contains(word.as_str())).collect();
            assert!(lost.is_empty(), "{kind} {language}: not on paper: {lost:?}");
            let short = ["name_badges", "certificate", "logframe_matrix", "agency_action_list"];
            let least = if short.contains(&kind) { 60 } else { 90 };
            assert!(said.len() > least, "{kind} {language}: only {} words", said.len());
        }
    }
}

/// The text of a PDF as pdftotext reads it, words that were parted at a line's end made whole.
fn read_back(path: &Path) -> String {
    let output = Command::new("pdftotext").arg(path).arg("-").output().expect("poppler-utils is installed");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.replace("\u{ad}\n", "").replace("\u{ad}", "").replace(['\n', '\u{c}'], " ")
}

/// The words of an HTML fragment; drawings, which have the words of their labels parted into lines, and their values,
/// which are text alternatives on paper, left out.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let html = without(&without(html, "<svg", "</svg>"), "<details class=\"paper-data\"", "</details>");
    for part in html.split('<') {
        text.push(' ');
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, character)| text.replace(entity, character))
}

fn without(html: &str, start: &str, end: &str) -> String {
    let mut parts = html.split(start);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(end).map_or("", |(_, after)| after))
}

/// Words of letters, each once.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).map(str::to_owned).collect()
}
