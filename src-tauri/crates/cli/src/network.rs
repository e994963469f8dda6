//! A network of sample partners: each with a file, a report in its language, and the coordinator's file into which all of
//! them are taken. For looking at the coordinator's side without waiting for anybody.

use std::{fs, path::Path};

use liaise_core::{Error, directory, locale::LANGUAGES};
use serde_json::{Value, json};

use crate::desk::Desk;

/// Makes the sample partners' reports, takes them into a coordinator's file, and prints the target board.
///
/// # Errors
/// What the core refused, or the system.
pub(crate) fn make(out: &Path, partners: usize) -> Result<(), Error> {
    let out = std::path::absolute(out)?;
    let reports = out.join("reports");
    fs::create_dir_all(&reports)?;
    let coordinator = Desk::new(&out)?;
    let file = out.join("network.liaise");
    if file.exists() {
        fs::remove_file(&file)?;
    }
    let new = json!({ "partner": "EFUS", "name": "LIAISE – sample", "language": "en", "agencies": [], "path": file });
    coordinator.call("create_file", json!({ "file": new }))?;
    let own = coordinator.call("list_records", json!({ "entity": "partnership" }))?[0]["id"].clone();
    coordinator.call("change_record", json!({ "entity": "partnership", "id": own, "values": { "sample": true } }))?;

    for number in 1..=partners {
        let code = format!("S{number:02}");
        let (language, _) = LANGUAGES[number % LANGUAGES.len()];
        // Invented partners stand where real ones do, so that the map is as crowded as it will be.
        let model = &directory::partners()[number % directory::partners().len()];
        let country = model.country;
        let name = format!("Sample {number}");
        let report = reports.join(format!("{code}.pdf"));
        partner(&reports, &code, &name, language, country, number)?;
        println!("{}", report.display());
        let values = json!({
            "partnership": own, "code": code, "name": name, "kind": "city", "country": country, "language": language,
            "role": "beneficiary", "latitude": model.place.map(|(north, _)| north),
            "longitude": model.place.map(|(_, east)| east),
        });
        coordinator.call("create_record", json!({ "entity": "network_partner", "values": values }))?;
    }
    let plan = coordinator.call("open_packages", json!({ "paths": [reports], "trust": [] }))?;
    let taken = json!({ "paths": plan["paths"], "trust": [], "digest": plan["digest"] });
    let accepted = coordinator.call("accept_packages", taken)?;
    println!("{} packages, {} records", accepted["packages"], accepted["records"]);
    let today = json!({ "today": plan["rows"][0]["created_at"].as_str().and_then(|moment| moment.get(..10)) });
    for target in coordinator.call("network", today)?["board"].as_array().into_iter().flatten() {
        let doubles = target["doubles"].as_u64().map(|count| format!(" (up to {count} double counts)"));
        println!(
            "{:<20} {:>4} of {}{}",
            words(&target["code"]),
            target["reached"],
            target["project"],
            doubles.unwrap_or_default()
        );
    }
    for language in ["en", "el", "de"] {
        let path = out.join(format!("consolidated_programme_report.{language}.pdf"));
        let done = coordinator.export("consolidated_programme_report", language, &path, None)?;
        println!("{}  {} pages, {} bytes", path.display(), done["pages"], done["bytes"]);
    }
    let sheet = coordinator.call("export_network", json!({ "language": "en", "path": out.join("network.xlsx") }))?;
    println!("{}  {} rows", words(&sheet["path"]), sheet["rows"]);
    Ok(())
}

/// A partner's sample file and its report. Every third one trains a second time, every fourth one has no pilot initiative
/// running, so that the board has something to count.
fn partner(reports: &Path, code: &str, name: &str, language: &str, country: &str, number: usize) -> Result<(), Error> {
    let desk = Desk::new(reports)?;
    let file = reports.join(format!("{code}.liaise"));
    desk.call("create_sample", json!({ "path": file }))?;
    let change = |entity: &str, id: &Value, values: Value| {
        desk.call("change_record", json!({ "entity": entity, "id": id, "values": values }))
    };
    let own = desk.call("list_records", json!({ "entity": "partnership" }))?[0]["id"].clone();
    let values =
        json!({ "partner_code": code, "partner_name": name, "language": language, "country": country, "city": name });
    change("partnership", &own, values)?;
    for (entity, status, value, every) in
        [("training_session", "status", "reported", 3), ("pilot_initiative", "stage", "designed", 4)]
    {
        if number.is_multiple_of(every) {
            let records = desk.call("list_records", json!({ "entity": entity }))?;
            for record in records.as_array().into_iter().flatten().filter(|record| record["template"] != true) {
                change(entity, &record["id"], json!({ status: value }))?;
            }
        }
    }
    desk.export("partner_periodic_report", language, &reports.join(format!("{code}.pdf")), None)?;
    desk.call("close_file", json!({}))?;
    fs::remove_file(file)?;
    Ok(())
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
