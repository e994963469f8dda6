//! Benchmark of the import of series: `cargo bench -p liaise-core --bench series`. How long a table of 100,000 rows takes
//! from file to file, step by step; the figures are invented.

#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::unwrap_used)]

#[allow(dead_code, reason = "one step is timed here, not many runs")]
#[path = "shared/office.rs"]
mod office;

use std::{fmt::Write as _, time::Instant};

use office::Office;
use serde_json::{Value, json};

const ROWS: u32 = 100_000;

fn main() {
    let office = Office::new();
    let path = office.folder().join("table.csv");
    std::fs::write(&path, table(ROWS).unwrap()).unwrap();

    let opened = timed("open", || office.ok("open_series", json!({ "path": path })));
    let mut mapping = opened["sheets"][0]["mapping"].clone();
    // The table writes its numbers as French does, whatever the window speaks.
    mapping["language"] = "fr".into();
    let mut choices = json!({ "indicators": {}, "territories": {}, "leave_out_bad": false });
    let args = |choices: &Value| json!({ "path": path, "mapping": mapping, "choices": choices });
    let plan = timed("compare", || office.ok("compare_series", args(&choices)));
    for missing in plan["missing_indicators"].as_array().unwrap() {
        let create = json!({ "create": { "unit": "count", "direction": "neutral" } });
        choices["indicators"][missing["name"].as_str().unwrap()] = create;
    }
    for missing in plan["missing_territories"].as_array().unwrap() {
        choices["territories"][missing["name"].as_str().unwrap()] = json!({ "create": { "kind": "district" } });
    }
    let plan = timed("compare with choices", || office.ok("compare_series", args(&choices)));
    println!("{} new values, {} bad", plan["new"], plan["bad"]);
    let mut import = args(&choices);
    import["digest"] = plan["digest"].clone();
    timed("import", || office.ok("import_series", import));
    let plan = timed("compare again", || office.ok("compare_series", args(&choices)));
    println!("{} values are the same", plan["same"]);
}

fn timed<T>(what: &str, job: impl FnOnce() -> T) -> T {
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
