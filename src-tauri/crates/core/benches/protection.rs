//! Benchmark of the encryption: `cargo bench -p liaise-core --bench protection`. The same partnership once in the clear and
//! once encrypted, side by side in one run and by turns: saves of one field, the report of an analysis, opening the file;
//! each with the ratio of the medians. Unlocking, which Argon2id makes slow on purpose, is measured by itself.

#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::unwrap_used)]

#[allow(dead_code, reason = "nothing lies beside the file here")]
#[path = "shared/office.rs"]
mod office;

use std::time::Instant;

use office::{Office, measure};
use serde_json::json;

const PASSPHRASE: &str = "four words and more";

fn main() {
    let offices = [office(false), office(true)];
    let ids = offices
        .each_ref()
        .map(|office| office.ok("list_records", json!({ "entity": "situation_analysis" }))[0]["id"].clone());
    let mut number = 0;
    compare("save of one field", 300, |nth| {
        number += 1;
        let values = json!({ "territory": { "source": "en", "words": { "en": format!("Territory {number}") } } });
        let args = json!({ "entity": "situation_analysis", "id": ids[nth], "values": values });
        offices[nth].ok("change_record", args);
    });
    compare("report of the analysis as PDF", 10, |nth| {
        let args = json!({ "kind": "situation_analysis", "language": "de", "subject": ids[nth] });
        offices[nth].ok("export_report", args);
    });
    compare("all lists of the analysis", 100, |nth| {
        offices[nth].ok("outline", json!({ "analysis": ids[nth] }));
    });
    let path = offices[1].ok("file", json!({}))["path"].clone();
    measure("unlock", 5, || {
        offices[1].ok("lock_file", json!({}));
        offices[1].ok("unlock_file", json!({ "path": path, "passphrase": PASSPHRASE }));
    });
}

/// An office with the sample partnership in it.
fn office(encrypted: bool) -> Office {
    let office = Office::new();
    office.ok("create_sample", json!({}));
    if encrypted {
        office.ok("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }));
    }
    office
}

/// Runs `run` for the clear and for the encrypted file by turns, and prints both medians and their ratio.
fn compare(what: &str, runs: usize, mut run: impl FnMut(usize)) {
    let mut times = [vec![], vec![]];
    for _ in 0..runs {
        for (nth, times) in times.iter_mut().enumerate() {
            let began = Instant::now();
            run(nth);
            times.push(began.elapsed().as_secs_f64() * 1000.0);
        }
    }
    let [clear, encrypted] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    println!("{what:<32} clear {clear:>8.2} ms  encrypted {encrypted:>8.2} ms  ratio {:.2}", encrypted / clear);
}
