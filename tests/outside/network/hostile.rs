//! What anybody may send: thousands of damaged packages, receipts, catalogues, e-mails, archives and PDFs. Nothing falls
//! over, nothing takes long, nothing is stored.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{accept, carried, coordinator, partner, plan, report, states};
use crate::office::{Office, cases, words};

/// A row of numbers that look random and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// What is put in the place of something else.
const PIECES: [&[u8]; 10] = [
    b"null",
    b"-1",
    b"1e999",
    b"99999999999999999999",
    b"\"\"",
    b"{}",
    b"[[[[[[[[[[[[[[[[[[[[",
    b"\xff\xfe\x00",
    b"../../../../etc/passwd",
    b"\\ud800",
];

/// The bytes with a few changes: turned, put in, left out, doubled, cut off.
fn damaged(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(40)).min(bytes.len());
        match chance.below(7) {
            0 | 1 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 + chance.below(255) as u8;
                }
            }
            2 => drop(bytes.splice(at..end, PIECES[chance.below(PIECES.len())].iter().copied())),
            3 => drop(bytes.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied())),
            4 => drop(bytes.drain(at..end)),
            5 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
    bytes
}

/// Longer than this and an officer thinks that the program hangs.
const LONG: Duration = Duration::from_secs(1);

#[track_caller]
fn quick<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let before = Instant::now();
    let done = run();
    let took = before.elapsed();
    assert!(took < LONG, "{what} took {took:?}");
    done
}

/// Looks into so many damaged copies of a file of the coordinator's intake.
fn intake(name: &str, bytes: &[u8], count: u32) {
    let office = coordinator(&["AAA"]);
    let before = (office.everything(), office.ok("network", json!({ "today": "2016-09-01" })));
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15 ^ bytes.len() as u64);
    let path = office.data_folder().join(name);
    for at in 0..count {
        std::fs::write(&path, damaged(bytes, &mut chance)).unwrap();
        let planned = quick(name, || plan(&office, &[&path]));
        // A change outside of what is signed leaves the package as it was.
        for row in planned["rows"].as_array().unwrap() {
            let sound = row["taken"] == false || row["code"] == "AAA" && row["name"] == "Partner AAA";
            assert!(sound, "{name} {at}: {row}");
        }
    }
    assert_eq!((office.everything(), office.ok("network", json!({ "today": "2016-09-01" }))), before);
}

fn package() -> Vec<u8> {
    carried(&report(&partner("AAA", "fr")))
}

fn archive(path: &Path, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    archive.start_file("package.json", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, bytes).unwrap();
    archive.finish().unwrap();
    std::fs::read(path).unwrap()
}

#[test]
fn damaged_packages_are_refused() {
    intake("damaged.json", &package(), cases(500).cases);
}

#[test]
fn damaged_archives_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    intake("damaged.zip", &archive(&folder.path().join("one.zip"), &package()), cases(500).cases);
}

#[test]
fn damaged_mails_are_refused() {
    let mail = mail_builder::MessageBuilder::new()
        .subject("Report")
        .text_body("Please find attached")
        .attachment("application/json", "../../package.json", package().as_slice())
        .write_to_vec()
        .unwrap();
    intake("damaged.eml", &mail, cases(500).cases);
}

#[test]
fn damaged_reports_are_refused() {
    intake("damaged.pdf", &std::fs::read(report(&partner("AAA", "fr"))).unwrap(), cases(100).cases);
}

/// Damaged copies of a file that a partner takes in: refused, or the same content under the same signature.
fn taking(office: &Office, bytes: &[u8], command: &str, count: u32) {
    let content = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).map(|all| all["content"].clone()).ok();
    let before = office.everything();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d ^ bytes.len() as u64);
    let path = office.data_folder().join("damaged");
    for _ in 0..count {
        let changed = damaged(bytes, &mut chance);
        std::fs::write(&path, &changed).unwrap();
        if quick(command, || office.call(command, json!({ "path": path }))).is_ok() {
            assert_eq!(content(&changed), content(bytes));
        }
    }
    assert_eq!(office.everything(), before);
}

#[test]
fn damaged_receipts_are_refused() {
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let office = coordinator(&["AAA"]);
    accept(&office, &plan(&office, &[&path]));
    let folder = office.ok("export_receipts", json!({}));
    let receipt = std::fs::read_dir(folder.as_str().unwrap()).unwrap().next().unwrap().unwrap().path();
    sender.ok("take_receipt", json!({ "path": receipt }));
    taking(&sender, &std::fs::read(receipt).unwrap(), "take_receipt", cases(500).cases);
}

#[test]
fn damaged_catalogues_are_refused() {
    let office = coordinator(&[]);
    let partnership = office.list("partnership")[0]["id"].clone();
    let values = json!({ "partnership": partnership, "kind": "module", "code": "local_cohesion", "title": words("M") });
    office.create("pack_entry", values);
    let path = office.data_folder().join("one.liaise-catalogue");
    office.ok("export_pack", json!({ "path": path }));
    taking(&partner("AAA", "fr"), &std::fs::read(path).unwrap(), "open_pack", cases(500).cases);
}

#[test]
fn what_nests_or_claims_too_much_is_refused_at_once() {
    let (office, sender) = (coordinator(&["AAA"]), partner("AAA", "fr"));
    let before = (office.everything(), sender.everything());
    let file = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = office.data_folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let deep = [b"{\"content\":".repeat(200_000), b"[".repeat(1_000_000)].concat();
    let bomb = file("deep.json", &deep);
    assert_eq!(states(&quick("deep package", || plan(&office, &[&bomb]))), ["unreadable"]);
    for (command, code) in [("take_receipt", "not_a_receipt"), ("open_pack", "not_a_pack")] {
        let small = file("deep", &deep[..900_000]);
        assert_eq!(quick(command, || sender.refused(command, json!({ "path": small })))["code"], code);
    }
    // An archive that says that a file has two gigabytes, and a PDF that says so of an attachment.
    let package = package();
    let path = office.data_folder().join("claim.zip");
    let mut claim = archive(&path, &package);
    let sizes = claim.windows(4).enumerate().filter(|(_, four)| *four == (package.len() as u32).to_le_bytes());
    let places: Vec<usize> = sizes.map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        claim[at..at + 4].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    }
    let path = file("claim.zip", &claim);
    let planned = quick("claimed size", || plan(&office, &[&path]));
    assert!(["unreadable", "new"].contains(&states(&planned)[0]), "{planned}");
    let pdf = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/AF[2 0 R]>>\nendobj\n2 0 obj\n<</F(liaise-package.json)/EF<</F 3 0 R>>>>\n\
        endobj\n3 0 obj\n<</Length 2147483647>>\nstream\n{}\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\n%%EOF";
    let path = file("claim.pdf", pdf);
    let planned = quick("claimed length", || plan(&office, &[&path]));
    assert_eq!(states(&planned), ["unreadable"]);
    assert_eq!((office.everything(), sender.everything()), before);
}
