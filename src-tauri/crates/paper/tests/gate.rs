//! The gate: validators from outside over every design in every demo language, and proof that they and the printer's
//! own assertions see faults.
//!
//! `cargo test -p liaise-paper --features gate --test gate`, with `qpdf` installed and `outloud` (requirements.txt) on
//! the path or named by the variable `OUTLOUD`. outloud needs PyMuPDF (AGPL): a tool of the tests, never shipped.

#![allow(clippy::disallowed_methods)]

#[allow(dead_code)]
mod demo;
mod faults;

use std::path::{Path, PathBuf};
use std::process::Command;

use liaise_paper::check::findings;
use liaise_paper::{Fonts, render};

fn outloud() -> PathBuf {
    std::env::var_os("OUTLOUD").map_or_else(|| PathBuf::from("outloud"), PathBuf::from)
}

/// Errors and warnings of outloud, by file.
fn heard(files: &[PathBuf], folder: &Path) -> Vec<(String, Vec<String>)> {
    let report = folder.join("report.json");
    let output = Command::new(outloud())
        .args(["--quiet", "--json"])
        .arg(&report)
        .args(files)
        .output()
        .expect("outloud is installed: pip install -r tests/requirements.txt, then set OUTLOUD to its path");
    let text = std::fs::read_to_string(&report)
        .unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));
    let report: serde_json::Value = serde_json::from_str(&text).expect("the report is JSON");
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    collect(&report, "", &mut out);
    out
}

/// Findings wherever the report has them: objects with a rule and a severity, below an object with a path.
fn collect(value: &serde_json::Value, file: &str, out: &mut Vec<(String, Vec<String>)>) {
    match value {
        serde_json::Value::Object(map) => {
            let own = ["path", "file"].iter().find_map(|key| map.get(*key)).and_then(|path| path.as_str());
            let file = match own {
                Some(path) if path.ends_with(".pdf") => {
                    let name =
                        Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    if !out.iter().any(|(known, _)| *known == name) {
                        out.push((name.clone(), Vec::new()));
                    }
                    name
                }
                _ => file.to_owned(),
            };
            if let (Some(severity), Some(rule)) =
                (map.get("severity").and_then(|s| s.as_str()), map.get("rule").or(map.get("id")))
                && (severity == "error" || severity == "warning")
                && let Some(entry) = out.iter_mut().find(|(known, _)| *known == file)
            {
                entry.1.push(format!("{severity} {}", rule.as_str().unwrap_or_default()));
            }
            map.values().for_each(|value| collect(value, &file, out));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect(value, file, out)),
        _ => {}
    }
}

fn sound(file: &Path) {
    let output = Command::new("qpdf").arg("--check").arg(file).output().expect("qpdf is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn validators_from_outside_find_nothing() {
    let folder = std::env::temp_dir().join(format!("paper-gate-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let mut files = Vec::new();
    for language in ["de", "el", "fr"] {
        for (name, make) in demo::ALL {
            let rendered = render(&make(language), &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
            let file = folder.join(format!("{name}-{language}.pdf"));
            std::fs::write(&file, rendered.bytes).expect("the file can be written");
            sound(&file);
            files.push(file);
        }
    }
    let rendered =
        render(&demo::stress::stress(300), &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    let file = folder.join("stress.pdf");
    std::fs::write(&file, rendered.bytes).expect("the file can be written");
    sound(&file);
    files.push(file);
    let heard = heard(&files, &folder);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert_eq!(heard.len(), files.len(), "every file was looked at");
    for (file, found) in heard {
        assert_eq!(found, Vec::<String>::new(), "{file}");
    }
}

#[test]
fn every_single_fault_is_seen_by_the_gate() {
    let folder = std::env::temp_dir().join(format!("paper-faults-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let whole = render(&demo::report("fr"), &Fonts::bundled(), &mut |_| {}).expect("the document is complete").bytes;
    let mut files = Vec::new();
    for (name, fault) in faults::ALL {
        let broken = faults::broken(&whole, fault);
        assert!(!findings(&broken).is_empty(), "{name} is not seen by the own assertions");
        let file = folder.join(format!("{name}.pdf"));
        std::fs::write(&file, broken).expect("the file can be written");
        files.push(file);
    }
    let heard = heard(&files, &folder);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    let seen = heard.iter().filter(|(_, found)| !found.is_empty()).count();
    // It does not look at parent trees, contrast and the standard's number; for those the own assertions stand.
    assert!(seen >= 10, "outloud sees {seen} of {}: {heard:#?}", heard.len());
}
