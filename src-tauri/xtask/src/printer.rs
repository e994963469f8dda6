//! The gate of the PDFs: every report in every language is made and handed to two independent readers, `qpdf` for the
//! file's build and `outloud` for PDF/UA-1. Both are tools of the tests only; nothing of them is shipped.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    place, python,
    step::{program, run},
};

/// Kinds of papers that are several like sheets.
const SHEETS: [&str; 3] = ["certificate", "evaluation_questionnaire", "signin_sheet"];

/// Makes all the reports with the built `liaise-cli` and checks them: no error and no warning.
///
/// # Errors
/// Which reader refused.
pub(crate) fn gate() -> Result<(), String> {
    let outloud = python::tool("outloud")?;
    let folder = place::target()?.join("gate");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut demo = program(&place::built("debug", "liaise-cli")?.to_string_lossy(), &["demo", "--out"]);
    demo.arg(&folder);
    for language in languages()? {
        demo.args(["--lang", &language]);
    }
    run(demo)?;
    let reports = reports(&folder)?;
    if reports.is_empty() {
        return Err("The sample made no report.".to_owned());
    }
    println!("{} reports", reports.len());
    for report in &reports {
        let mut qpdf = program("qpdf", &["--check"]);
        qpdf.arg(report).stdout(std::process::Stdio::null());
        run(qpdf)?;
    }
    // Papers of several like sheets (one certificate a person, one sheet a day) say the same at the same place of every
    // page, as they should; to a reader of long documents that looks like a running head. Of these only errors count.
    let (sheets, reports): (Vec<PathBuf>, Vec<PathBuf>) = reports.into_iter().partition(|report| {
        let name = report.file_name().unwrap_or_default().to_string_lossy();
        SHEETS.iter().any(|kind| name.starts_with(kind))
    });
    let outloud = |words: &[&str], least: &str, reports: &[PathBuf]| {
        let mut command = program(&outloud.to_string_lossy(), words);
        // The repeated head of a table that goes on is no content; where it is long the program takes it for prose
        // (TAG-002). That every word is in the structure tree is what the printer's own tests read back.
        command.args(["--no-info", "--skip", "TAG-002", "--fail-on", least]).args(reports);
        run(command)
    };
    for (least, reports) in [("warning", &reports), ("error", &sheets)] {
        outloud(&["--quiet"], least, reports).inspect_err(|_| {
            // All together it only says which; one by one it says why.
            for report in reports {
                let _ = outloud(&[], least, std::slice::from_ref(report));
            }
        })?;
    }
    Ok(())
}

/// The languages the product speaks: one file each in `locales/`.
fn languages() -> Result<Vec<String>, String> {
    let folder = place::root().join("locales");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut languages: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_string_lossy().strip_suffix(".yml").map(str::to_owned))
        .filter(|language| !language.contains('.'))
        .collect();
    languages.sort();
    Ok(languages)
}

fn reports(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut reports: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "pdf"))
        .collect();
    reports.sort();
    Ok(reports)
}
