//! How long a table of 100,000 rows takes from file to file: `cargo run --release -p liaise-core --example series`.
//! The table and what is made of it lie in a temporary folder; the figures are invented.

#![allow(clippy::print_stdout, reason = "a measurement is printed")]

use std::{error::Error, fmt::Write as _, io, path::Path, time::Instant};

use chrono::{DateTime, Utc};
use liaise_core::{Ask, Desktop, Home, Session, api};
use serde_json::{Value, json};

/// Nobody sits at this desk.
struct Nobody;

impl Desktop for Nobody {
    fn open(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn reveal(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn ask(&self, _: &Ask) -> Option<std::path::PathBuf> {
        None
    }

    fn close(&self) {}
}

fn main() -> Result<(), Box<dyn Error>> {
    let rows: u32 = std::env::args().nth(1).map_or(Ok(100_000), |rows| rows.parse())?;
    let folder = tempfile::tempdir()?;
    let home = Home {
        data: folder.path().join("Liaise"),
        documents: folder.path().into(),
        language: "fr".into(),
        fonts: vec![],
    };
    let session = Session::new(home, Box::new(Nobody));
    let now: DateTime<Utc> = "2016-06-01T08:00:00Z".parse()?;
    let call = |name: &str, args: Value| api::call(&session, now, name, args);
    call("create_file", json!({ "file": { "partner": "LIE", "name": "P", "language": "fr", "agencies": [] } }))?;
    let path = folder.path().join("table.csv");
    std::fs::write(&path, table(rows)?)?;

    let opened = timed("open", || call("open_series", json!({ "path": path })))?;
    let mapping = &opened["sheets"][0]["mapping"];
    let mut choices = json!({ "indicators": {}, "territories": {}, "leave_out_bad": false });
    let args = |choices: &Value| json!({ "path": path, "mapping": mapping, "choices": choices });
    let plan = timed("compare", || call("compare_series", args(&choices)))?;
    for missing in plan["missing_indicators"].as_array().into_iter().flatten() {
        let create = json!({ "create": { "unit": "count", "direction": "neutral" } });
        choices["indicators"][missing["name"].as_str().unwrap_or_default()] = create;
    }
    for missing in plan["missing_territories"].as_array().into_iter().flatten() {
        choices["territories"][missing["name"].as_str().unwrap_or_default()] =
            json!({ "create": { "kind": "district" } });
    }
    let plan = timed("compare with choices", || call("compare_series", args(&choices)))?;
    println!("{} new values, {} bad", plan["new"], plan["bad"]);
    let mut import = args(&choices);
    import["digest"] = plan["digest"].clone();
    timed("import", || call("import_series", import))?;
    let plan = timed("compare again", || call("compare_series", args(&choices)))?;
    println!("{} values are the same", plan["same"]);
    Ok(())
}

fn timed<T, E>(what: &str, job: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let start = Instant::now();
    let done = job();
    println!("{what}: {:.2} s", start.elapsed().as_secs_f64());
    done
}

/// Ten indicators in 30 districts, month by month as long as there are rows.
fn table(rows: u32) -> Result<String, std::fmt::Error> {
    let mut table = String::from("Indicateur;Territoire;Période;Valeur\n");
    for row in 0..rows {
        let (indicator, district, month) = (row % 10, row / 10 % 30, row / 300);
        let (year, month) = (1990 + month / 12, month % 12 + 1);
        writeln!(table, "Indicateur {indicator};Quartier {district};{year}-{month:02};{},5", row % 977)?;
    }
    Ok(table)
}
