//! The sample partnership and all its reports, made in one go and listed with their pages.

use std::{fs, path::Path};

use liaise_core::Error;
use serde_json::json;

use crate::desk::Desk;

/// The sample's file; the core makes an earlier one anew.
const SAMPLE: &str = "sample.liaise";

/// Makes the sample file and its reports in the folder, and prints a line for each.
///
/// # Errors
/// What the core refused, or the system.
pub(crate) fn make(out: &Path, languages: &[String]) -> Result<(), Error> {
    fs::create_dir_all(out)?;
    let out = std::path::absolute(out)?;
    let desk = Desk::new(&out)?;
    let file = out.join(SAMPLE);
    let sample = desk.call("create_sample", json!({ "path": file }))?;
    println!("{}", file.display());

    let own = sample["language"].as_str().unwrap_or("en").to_owned();
    let mut languages = if languages.is_empty() { vec![own, "en".to_owned()] } else { languages.to_vec() };
    languages.dedup();
    for language in &languages {
        for kind in desk.partner_reports()? {
            let path = out.join(format!("{kind}.{language}.pdf"));
            let done = desk.export(&kind, language, &path, None)?;
            println!("{}  {} pages, {} bytes", path.display(), done["pages"], done["bytes"]);
            for warning in done["warnings"].as_array().into_iter().flatten() {
                println!("    {warning}");
            }
        }
    }
    Ok(())
}
