//! Benchmark of the coordinator's network: `cargo bench -p liaise-core --bench network`. Takes in the packages of 250
//! partners with 2,000 records each, and prints records a second, how long each screen's command takes, and the most
//! memory that the process used.

#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::unwrap_used)]

#[allow(dead_code, reason = "nothing lies beside the file here")]
#[path = "shared/office.rs"]
mod office;

use std::time::Instant;

use liaise_core::{
    Home, Session,
    package::{self, Package},
};
use office::{Nobody, Office, measure};
use serde_json::{Value, json};

const PARTNERS: usize = 250;
const RECORDS: usize = 2_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let packages = folder.path().join("packages");
    std::fs::create_dir(&packages).unwrap();
    make(&folder.path().join("partner"), &packages);

    let office = Office::of("EFUS");
    let partnership = office.ok("list_records", json!({ "entity": "partnership" }))[0]["id"].clone();
    for at in 0..PARTNERS {
        let values = json!({
            "partnership": partnership, "code": code(at), "name": format!("Partner {at}"), "kind": "city", "country": "BE",
            "language": "fr", "role": "beneficiary",
        });
        office.ok("create_record", json!({ "entity": "network_partner", "values": values }));
    }
    for (from, to) in [("2015-01-01", "2015-06-30"), ("2015-07-01", "2015-12-31"), ("2016-01-01", "2016-06-30")] {
        let title = json!({ "source": "en", "words": { "en": from } });
        let values = json!({
            "partnership": partnership, "title": title, "period_from": from, "period_to": to, "kind": "quarterly", "due": to,
        });
        office.ok("create_record", json!({ "entity": "reporting_period", "values": values }));
    }
    let paths = json!([packages]);
    let before = Instant::now();
    let plan = office.ok("open_packages", json!({ "paths": paths, "trust": [] }));
    let opened = before.elapsed();
    let before = Instant::now();
    let taken = office.ok("accept_packages", json!({ "paths": paths, "trust": [], "digest": plan["digest"] }));
    let accepted = before.elapsed();
    let records = taken["records"].as_f64().unwrap();
    println!("{} packages, {records} records", taken["packages"]);
    println!("plan {:.1} s, {:.0} records/s", opened.as_secs_f64(), records / opened.as_secs_f64());
    println!("take in {:.1} s, {:.0} records/s", accepted.as_secs_f64(), records / accepted.as_secs_f64());
    let network = office.ok("network", json!({ "today": "2016-09-01" }));
    measure("network: board, partners, late", 20, || drop(office.ok("network", json!({ "today": "2016-09-01" }))));
    let one = network["partners"][0]["partnerships"][0]["id"].clone();
    let args = json!({ "partnership": one, "entity": "agency" });
    measure("what one partner shared", 20, || drop(office.ok("shared_records", args.clone())));
    let args = json!({ "kind": "consolidated_programme_report", "language": "de" });
    measure("consolidated report as PDF", 3, || drop(office.ok("export_report", args.clone())));
    measure("spreadsheet", 3, || drop(office.ok("export_network", json!({ "language": "de" }))));
    println!("most memory {} MiB", most_memory());
}

fn code(at: usize) -> String {
    format!("P{at:03}")
}

/// The packages: one of the sample, under the name of each partner, filled up with agencies.
fn make(home: &std::path::Path, into: &std::path::Path) {
    let home = Home { data: home.into(), documents: home.into(), language: "en".into(), fonts: vec![] };
    let session = Session::new(home, Box::new(Nobody));
    let now = "2016-06-01T08:00:00Z".parse().unwrap();
    let call = |name: &str, args: Value| liaise_core::api::call(&session, now, name, args).unwrap();
    call("create_sample", json!({}));
    let model: Package = session.read(|data| package::make(data, now)).unwrap();
    let agency = model.records["agency"][0].clone();
    for at in 0..PARTNERS {
        let mut own = model.clone();
        own.partner.code = code(at);
        own.partnership = format!("00000000-0000-4000-8000-{at:012}");
        own.package = package::id(&own.partnership, own.sequence, own.created_at);
        let there: usize = own.records.values().map(Vec::len).sum();
        let agencies = own.records.get_mut("agency").unwrap();
        for extra in there..RECORDS {
            let mut one = agency.clone();
            one.insert("id".into(), format!("20000000-{extra:04x}-4000-8000-{at:012}").into());
            agencies.push(one);
        }
        own.counts = own.records.iter().map(|(kind, records)| (kind.clone(), records.len() as u32)).collect();
        std::fs::write(into.join(format!("{at}.json")), package::seal(&session, &own).unwrap()).unwrap();
    }
}

/// The most memory that this process has used, in MiB; nothing where the system does not say.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim();
    line.trim_end_matches(" kB").parse::<u64>().map_or("?".into(), |kib| (kib / 1024).to_string())
}
