//! Packages that are not as they should be: of another partnership, of a computer that went back to a copy, in damaged or
//! oversized company, with figures that cannot be.

use std::path::{Path, PathBuf};

use liaise_core::{
    api,
    package::{self, Package},
    signature,
};
use serde_json::{Value, json};

use super::{accept, agreed, carried, coordinator, other_partner, partner, plan, report, states};
use crate::office::{Office, change};

fn network(office: &Office) -> Value {
    office.ok("network", json!({ "today": "2016-06-01" }))
}

/// A package of this file as somebody made it who can sign with its key.
fn forged(office: &Office, name: &str, change: impl FnOnce(&mut Package)) -> PathBuf {
    let now = "2016-06-02T08:00:00Z".parse().unwrap();
    let mut package = office.session.read(|data| package::make(data, now)).unwrap();
    change(&mut package);
    let path = office.data_folder().join(name);
    std::fs::create_dir_all(office.data_folder()).unwrap();
    std::fs::write(&path, package::seal(&office.session, &package).unwrap()).unwrap();
    path
}

fn archive(path: &Path, files: &[(&str, &[u8])]) {
    let mut archive = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, bytes).unwrap();
    }
    archive.finish().unwrap();
}

/// An archive of so many files of one content.
fn copies(path: &Path, count: usize, end: &str, bytes: &[u8]) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|at| format!("{at}.{end}")).collect();
    archive(path, &names.iter().map(|name| (name.as_str(), bytes)).collect::<Vec<_>>());
    std::fs::read(path).unwrap()
}

#[test]
fn a_second_partnership_of_a_partner_counts_when_the_coordinator_says_so_and_can_be_set_aside() {
    let (one, two) = (partner("AAA", "fr"), other_partner("AAA", "fr"));
    let first = report(&one);
    // The same computer: its keys lie beside its files.
    std::fs::create_dir_all(two.data_folder()).unwrap();
    std::fs::copy(one.data_folder().join("laptop.key"), two.data_folder().join("laptop.key")).unwrap();
    let second = report(&two);
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[&first]);
    accept(&office, &planned);
    let alone = network(&office)["partners"][0]["persons"].as_u64().unwrap();
    let planned = plan(&office, &[&second]);
    assert_eq!(states(&planned), ["other_partnership"]);
    let trust = json!([agreed(&planned["rows"][0])]);
    let planned = office.ok("open_packages", json!({ "paths": [second], "trust": trust }));
    assert_eq!(states(&planned), ["new"]);
    office.ok("accept_packages", json!({ "paths": [second], "trust": trust, "digest": planned["digest"] }));
    let both = network(&office);
    assert_eq!(both["partners"][0]["persons"], 2 * alone);
    assert_eq!(both["partners"][0]["partnerships"].as_array().unwrap().len(), 2);
    let trained = both["board"].as_array().unwrap().iter().find(|target| target["code"] == "trained").unwrap().clone();
    assert_eq!((trained["reached"].as_u64(), trained["doubles"].as_u64()), (Some(2 * alone), Some(alone)));
    let partnership = both["partners"][0]["partnerships"][1]["id"].clone();
    office.ok("set_aside_packages", json!({ "partnership": partnership }));
    assert_eq!(network(&office)["partners"][0]["persons"], alone);
    let again = json!({ "partnership": partnership });
    assert_eq!(office.refused("set_aside_packages", again)["code"], "not_found");
}

#[test]
fn a_partnership_known_under_one_code_does_not_come_in_under_another() {
    let sender = partner("AAA", "fr");
    let office = coordinator(&["AAA", "BBB"]);
    let planned = plan(&office, &[&report(&sender)]);
    accept(&office, &planned);
    let id = sender.list("partnership")[0]["id"].as_str().unwrap().to_owned();
    change(&sender, "partnership", &id, json!({ "partner_code": "BBB" }));
    assert_eq!(states(&plan(&office, &[&report(&sender)])), ["other_partner"]);
}

#[test]
fn a_partner_that_left_the_directory_counts_no_longer() {
    let sender = partner("AAA", "fr");
    let office = coordinator(&["AAA", "BBB"]);
    let planned = plan(&office, &[&report(&sender)]);
    accept(&office, &planned);
    let entry = office.list("network_partner").into_iter().find(|partner| partner["code"] == "AAA").unwrap();
    office.ok("delete_record", json!({ "entity": "network_partner", "id": entry["id"] }));
    let board = network(&office)["board"].clone();
    for code in ["trained", "trainings", "pilots", "trained_cities"] {
        let target = board.as_array().unwrap().iter().find(|target| target["code"] == code).unwrap();
        assert_eq!(target["reached"], 0, "{code}");
    }
}

#[test]
fn what_a_computer_sends_that_went_back_to_a_copy_is_ordered_by_its_time() {
    let sender = partner("AAA", "fr");
    let path = sender.path();
    sender.ok("close_file", json!({}));
    let copy = std::fs::read(&path).unwrap();
    sender.ok("open_file", json!({ "path": path }));
    let (first, second) = (report(&sender), report(&sender));
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[&first, &second]);
    assert_eq!(states(&planned), ["older", "new"]);
    accept(&office, &planned);
    // Back to the copy: the numbers begin again, the clock goes on.
    sender.ok("close_file", json!({}));
    std::fs::write(&path, copy).unwrap();
    sender.ok("open_file", json!({ "path": path }));
    let third = report(&sender);
    let planned = plan(&office, &[&third]);
    assert_eq!(states(&planned), ["newer"], "made later, whatever its number");
    assert_eq!(planned["rows"][0]["sequence"], 1);
    accept(&office, &planned);
    assert_eq!(states(&plan(&office, &[&second, &first])), ["older", "older"]);
}

#[test]
fn what_a_wrong_clock_dates_ahead_does_not_put_the_true_ones_behind_it() {
    let sender = partner("AAA", "fr");
    let ahead = sender.data_folder().join("ahead.json");
    let wrong = "2036-01-01T08:00:00Z".parse().unwrap();
    api::call(&sender.session, wrong, "export_package", json!({ "path": ahead })).unwrap();
    let office = coordinator(&["AAA"]);
    let planned = plan(&office, &[&ahead]);
    assert_eq!(states(&planned), ["dated_ahead"]);
    assert_eq!(planned["records"], 0);
    let genuine = report(&sender);
    let planned = plan(&office, &[&ahead, &genuine]);
    assert_eq!(states(&planned), ["dated_ahead", "new"]);
    accept(&office, &planned);
}

#[test]
fn a_damaged_report_in_an_archive_is_named_and_keeps_no_other_out() {
    let sender = partner("AAA", "fr");
    let sound = std::fs::read(report(&sender)).unwrap();
    let office = coordinator(&["AAA"]);
    let path = office.data_folder().join("all.zip");
    archive(
        &path,
        &[("in/broken.pdf", b"%PDF-1.7 broken"), ("broken.zip", b"PK\x03\x04 broken"), ("../../sound.pdf", &sound)],
    );
    let planned = plan(&office, &[&path]);
    assert_eq!(states(&planned), ["unreadable", "unreadable", "new"]);
    let files: Vec<&str> =
        planned["rows"].as_array().unwrap().iter().map(|row| row["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["all.zip › broken.pdf", "all.zip › broken.zip", "all.zip › sound.pdf"]);
    assert_eq!(accept(&office, &planned)["packages"], 1);
}

#[test]
fn archives_in_one_another_share_one_budget() {
    let office = coordinator(&["AAA"]);
    let (inner, path) = (office.data_folder().join("inner.zip"), office.data_folder().join("outer.zip"));
    // Each fits, all together do not.
    let one = copies(&inner, 1, "json", &vec![b' '; 60 << 20]);
    copies(&path, 6, "zip", &one);
    assert!(states(&plan(&office, &[&path])).contains(&"too_large"));
    // Too many parts, spread over archives.
    let many = copies(&inner, 130, "json", b"x");
    copies(&path, 4, "zip", &many);
    assert!(states(&plan(&office, &[&path])).contains(&"too_large"));
    // Nested deeper than anybody sends.
    let mut bytes = copies(&path, 1, "json", &carried(&report(&partner("AAA", "fr"))));
    for _ in 0..3 {
        bytes = copies(&path, 1, "zip", &bytes);
    }
    assert_eq!(states(&plan(&office, &[&path])), ["new"]);
    copies(&path, 1, "zip", &bytes);
    assert_eq!(states(&plan(&office, &[&path])), ["too_large"]);
}

#[test]
fn a_package_that_a_key_holder_made_up_is_refused() {
    let sender = partner("AAA", "fr");
    let office = coordinator(&["AAA"]);
    let state = |change: fn(&mut Package)| {
        let path = forged(&sender, "forged.json", change);
        states(&plan(&office, &[&path])).join(" ")
    };
    assert_eq!(state(|_| ()), "new");
    assert_eq!(state(|package| package.sequence = 99), "tampered", "its id is that of another number");
    assert_eq!(state(|package| package.partnership = package.package.clone()), "tampered");
    assert_eq!(state(|package| package.figures.persons = 4_000_000_000), "tampered");
    assert_eq!(state(|package| package.figures.participations = 0), "tampered");
    assert_eq!(state(|package| package.figures.trainings[0].persons = Some(3)), "tampered");
    assert_eq!(
        state(|package| {
            let twice = package.figures.trainings[0].clone();
            package.figures.trainings.push(twice);
        }),
        "tampered"
    );
    assert_eq!(
        state(|package| {
            let agencies = package.records.get_mut("agency").unwrap();
            let twice = agencies[0].clone();
            agencies.push(twice);
            let count = agencies.len() as u32;
            package.counts.insert("agency".into(), count);
        }),
        "tampered",
        "two records of one id"
    );
    let record = |field: &'static str, value: Value| {
        let path = forged(&sender, "forged.json", |package| {
            package.records.get_mut("training_session").unwrap()[0].insert(field.into(), value);
        });
        states(&plan(&office, &[&path])).join(" ")
    };
    assert_eq!(record("starts", json!("31 May")), "tampered");
    assert_eq!(record("status", json!("<script>")), "tampered");
    assert_eq!(record("title", json!({ "source": "en", "words": { "en": 5 } })), "tampered");
    assert_eq!(record("id", json!("../../etc/passwd")), "tampered");
    assert_eq!(record("family_name", json!("Somebody")), "tampered");
    assert_eq!(record("status", json!("a_state_of_a_later_version")), "new");
}

#[test]
fn a_plan_is_that_of_the_content_and_not_of_the_names() {
    let sender = partner("AAA", "fr");
    let office = coordinator(&["AAA"]);
    let path = forged(&sender, "one.json", |_| ());
    let planned = plan(&office, &[&path]);
    forged(&sender, "one.json", |package| package.partner.city = Some("Elsewhere".into()));
    let args = json!({ "paths": planned["paths"], "trust": [], "digest": planned["digest"] });
    assert_eq!(office.refused("accept_packages", args)["code"], "plan_outdated");
}

#[test]
fn a_pdf_with_attachments_of_others_is_named_and_refused() {
    let sender = partner("AAA", "fr");
    let mut pdf = lopdf::Document::load(report(&sender)).unwrap();
    let office = coordinator(&["AAA"]);
    let path = office.data_folder().join("other.pdf");
    let associated = pdf.catalog().unwrap().get(b"AF").and_then(lopdf::Object::as_array).cloned().unwrap_or_default();
    for name in ["other.json", "liaise-package.json"] {
        let stream = lopdf::Stream::new(lopdf::dictionary! { "Type" => "EmbeddedFile" }, b"{}".to_vec());
        let stream = pdf.add_object(stream);
        let files = lopdf::dictionary! { "F" => stream };
        let name_in_pdf = lopdf::Object::string_literal(name);
        let spec = pdf.add_object(lopdf::dictionary! { "Type" => "Filespec", "F" => name_in_pdf, "EF" => files });
        pdf.catalog_mut().unwrap().set("AF", [associated.clone(), vec![spec.into()]].concat());
        pdf.save(&path).unwrap();
        assert_eq!(states(&plan(&office, &[&path])), ["strange_attachments"], "{name}");
    }
}

#[test]
fn a_receipt_of_another_signer_is_refused_until_the_officer_agrees_to_its_key() {
    let sender = partner("AAA", "fr");
    let path = report(&sender);
    let receipt = |office: &Office| {
        let planned = plan(office, &[&path]);
        accept(office, &planned);
        let folder = office.ok("export_receipts", json!({}));
        std::fs::read_dir(folder.as_str().unwrap()).unwrap().next().unwrap().unwrap().path()
    };
    let (office, impostor) = (coordinator(&["AAA"]), coordinator(&["AAA"]));
    let (genuine, other) = (receipt(&office), receipt(&impostor));
    let taken = sender.ok("take_receipt", json!({ "path": genuine }));
    let key = sender.list("issuer")[0]["key"].as_str().unwrap().to_owned();
    assert_eq!((&taken["first"], &taken["key"]), (&json!(true), &json!(signature::fingerprint(&key))));
    assert_eq!(sender.ok("take_receipt", json!({ "path": genuine }))["first"], false);
    let refused = sender.refused("take_receipt", json!({ "path": other }));
    assert_eq!(refused["code"], "other_signer");
    assert_eq!(sender.list("issuer")[0]["key"], key);
    sender.ok("take_receipt", json!({ "path": other, "trust": refused["detail"] }));
    assert_eq!(sender.list("issuer").len(), 1);
    assert_ne!(sender.list("issuer")[0]["key"], key);
}

#[test]
fn a_package_of_every_released_version_opens_for_ever() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/exchange/package-1.json");
    let office = coordinator(&["LIE"]);
    // It was made in 2026, and nothing is taken in that is dated ahead.
    let later = "2026-12-01T08:00:00Z".parse().unwrap();
    let call = |name: &str, args: Value| api::call(&office.session, later, name, args).unwrap();
    let planned = call("open_packages", json!({ "paths": [fixture], "trust": [] }));
    assert_eq!(states(&planned), ["new"]);
    let taken = json!({ "paths": planned["paths"], "trust": [], "digest": planned["digest"] });
    assert_eq!(call("accept_packages", taken)["packages"], 1);
    let network = office.ok("network", json!({ "today": "2016-09-01" }));
    let row = network["partners"].as_array().unwrap().iter().find(|row| row["code"] == "LIE").unwrap().clone();
    assert_eq!((&row["trainings"], &row["pilots"], &row["analyses"]), (&json!(1), &json!(0), &json!(1)));
}
