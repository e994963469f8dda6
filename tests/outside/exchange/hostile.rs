//! Files that are damaged, forged, meant for others or meant to do harm: each is refused by its own name and changes
//! nothing, or does what its plan says.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{
    add,
    forge::{Frame, after, document, keys, record, sealed},
    laptops, plan, send, send_all, take, verify,
};
use crate::office::{Office, analysis, words};

/// A file of the first laptop for the second one, which has taken in all that came before.
fn on_the_way() -> (Office, Office, PathBuf) {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    first.create("situation_analysis", analysis());
    let bundle = send(&first);
    (first, second, bundle)
}

fn code(office: &Office, path: &Path) -> String {
    office.refused("compare_bundle", json!({ "path": path }))["code"].as_str().unwrap().into()
}

#[test]
fn every_byte_counts_and_so_does_the_end() {
    let (_first, second, bundle) = on_the_way();
    let whole = plan(&second, &bundle);
    let bytes = std::fs::read(&bundle).unwrap();
    assert!(bytes.len() < 4_000, "{}", bytes.len());
    let before = second.everything();
    let path = second.folder.path().join("changed.liaise-bundle");
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        std::fs::write(&path, &changed).unwrap();
        if let Ok(mut plan) = second.call("compare_bundle", json!({ "path": path })) {
            for part in ["path", "file_name"] {
                plan["file"][part] = whole["file"][part].clone();
            }
            plan["digest"] = whole["digest"].clone();
            assert_eq!(plan, whole, "byte {at}");
        }
    }
    for length in (0..bytes.len()).step_by(7) {
        std::fs::write(&path, &bytes[..length]).unwrap();
        let code = code(&second, &path);
        assert!(["not_a_bundle", "damaged_bundle", "sealed_for_others"].contains(&&*code), "{length}: {code}");
    }
    std::fs::write(&path, [&bytes[..], b"x"].concat()).unwrap();
    assert_eq!(code(&second, &path), "damaged_bundle");
    assert_eq!(second.everything(), before);
}

#[test]
fn what_is_no_such_file_or_for_others_is_named_as_such() {
    let (first, second, bundle) = on_the_way();
    let text = second.folder.path().join("x.liaise-bundle");
    std::fs::write(&text, "Dear colleague").unwrap();
    assert_eq!(code(&second, &text), "not_a_bundle");
    assert_eq!(code(&second, &second.folder.path().join("gone.liaise-bundle")), "missing_file");
    assert_eq!(code(&second, &first.path()), "not_a_bundle");
    let stranger = Office::with_file();
    assert_eq!(code(&stranger, &bundle), "sealed_for_others");
    // Somebody who may open a file passes it on, sealed anew: it was never meant for them.
    let frame = sealed(
        &second,
        &age::decrypt(&keys(&second).opening, &std::fs::read(&bundle).unwrap()).unwrap(),
        &[keys(&stranger).opening.to_public()],
    );
    assert_eq!(code(&stranger, &frame), "sealed_for_others");
}

#[test]
fn a_stranger_is_not_believed_and_nobody_signs_for_another() {
    let (first, second, bundle) = on_the_way();
    let stranger = Office::speaking("en");
    let (honest, forger) = (keys(&first), keys(&stranger));
    let to = [keys(&second).opening.to_public()];
    let mut frame = Frame::read(&bundle, &keys(&second));
    // In the name of a member, with another key.
    assert_eq!(code(&second, &frame.write(&second, &forger, &to)), "damaged_bundle");
    frame.header["signer"] = forger.text.clone().into();
    let refused = second.refused("compare_bundle", json!({ "path": frame.write(&second, &forger, &to) }));
    assert_eq!((&refused["code"], &refused["detail"]), (&json!("strange_signer"), &json!("Laptop 1")));
    // The same by the laptop itself is believed.
    frame.header["signer"] = honest.text.clone().into();
    assert_eq!(plan(&second, &frame.write(&second, &honest, &to))["applied"], 1);
}

#[test]
fn a_file_of_another_partnership_is_refused_by_its_name() {
    let (_, second, _) = on_the_way();
    let other = Office::speaking("en");
    let file = json!({ "partner": "LIE", "name": "Harbour", "language": "fr", "agencies": [] });
    other.ok("create_file", json!({ "file": file }));
    other.ok("join_exchange", json!({ "label": "Elsewhere" }));
    add(&other, &second, "Guest");
    let refused = second.refused("open_bundle", json!({ "path": send(&other) }));
    assert_eq!((&refused["code"], &refused["detail"]), (&json!("foreign_bundle"), &json!("Harbour")));
}

#[test]
fn a_newer_form_says_which_version_reads_it() {
    let (first, second, bundle) = on_the_way();
    let mut frame = Frame::read(&bundle, &keys(&second));
    (frame.format, frame.read_by) = (3, "3.1.0".into());
    frame.header = json!("of a form that is not known here");
    let path = frame.write(&second, &keys(&first), &[keys(&second).opening.to_public()]);
    let refused = second.refused("open_bundle", json!({ "path": path }));
    assert_eq!((&refused["code"], &refused["detail"]), (&json!("newer_bundle"), &json!("3.1.0")));
}

#[test]
fn a_file_of_what_is_new_begins_no_partnership() {
    let (first, _, _) = on_the_way();
    let third = Office::speaking("en");
    add(&first, &third, "Laptop 3");
    let whole = send(&first);
    first.create("situation_analysis", analysis());
    assert_eq!(code(&third, &send(&first)), "incomplete_bundle");
    // One that only says that it holds everything makes no file either.
    let mut frame = Frame::read(&whole, &keys(&third));
    frame.changes.clear();
    let path = frame.write(&third, &keys(&first), &[keys(&third).opening.to_public()]);
    assert_eq!(code(&third, &path), "incomplete_bundle");
    assert_eq!(third.ok("file", json!({})), json!(null));
}

#[test]
fn lengths_that_lie_depths_and_bombs_are_refused_before_they_cost_anything() {
    let (first, second, bundle) = on_the_way();
    let to = [keys(&second).opening.to_public()];
    let signer = keys(&first);
    let frame = Frame::read(&bundle, &keys(&second));
    let good = frame.signed();
    let mut long_header = good.clone();
    long_header[..4].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut long_change = good.clone();
    let at = good.len() - frame.changes.last().unwrap().1.len() - 4;
    long_change[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let deep = [&(deep.len() as u32).to_le_bytes()[..], deep.as_bytes()].concat();
    for signed in [long_header, long_change, good[..at + 2].to_vec(), good[..2].to_vec(), vec![], deep] {
        assert_eq!(code(&second, &frame.write_signed(&second, &signer, &to, &signed)), "damaged_bundle");
    }
    let bomb = zstd::encode_all(std::io::Read::take(std::io::repeat(0), (256 << 20) + 1), 3).unwrap();
    assert!(bomb.len() < 100_000);
    assert_eq!(code(&second, &sealed(&second, &bomb, &to)), "file_too_large");
}

#[test]
fn a_colleague_who_deletes_everything_is_told_apart() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let ids: Vec<String> = (0..9).map(|_| first.create("situation_analysis", analysis())).collect();
    take(&second, &send(&first));
    first.ok("delete_record", json!({ "entity": "situation_analysis", "id": ids[0] }));
    let one = plan(&second, &send(&first));
    assert_eq!((&one["deletes_most"], one["deleted"].as_array().unwrap().len()), (&json!(false), 1));
    for id in &ids[1..] {
        first.ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
    }
    let bundle = send_all(&first);
    let all = plan(&second, &bundle);
    assert_eq!((&all["deletes_most"], all["deleted"].as_array().unwrap().len()), (&json!(true), 9));
    assert_eq!(all["present"], 12, "nine analyses, the partnership and two laptops");
    let before = second.everything();
    let backup = take(&second, &bundle)["backup"].clone();
    assert!(second.list("situation_analysis").is_empty());
    second.ok("restore_backup", json!({ "path": backup }));
    assert_eq!(second.everything(), before);
}

#[test]
fn what_this_program_never_wrote_is_refused_whoever_signed_it() {
    let (first, second, bundle) = on_the_way();
    let (signer, to) = (keys(&first), [keys(&second).opening.to_public()]);
    let mut frame = Frame::read(&bundle, &keys(&second));
    let id = first.list("situation_analysis")[0]["id"].as_str().unwrap().to_owned();
    let partnership = first.list("partnership")[0]["id"].as_str().unwrap().to_owned();
    let plain = |status: &'static str| {
        [
            ("title/en", "T".into()),
            ("territory/en", "T".into()),
            ("period_from", "2016-01-01".into()),
            ("period_to", "2016-12-31".into()),
            ("status", status.into()),
            ("sensitivity", "internal".into()),
        ]
    };
    let fresh = "0196b2c5-0000-7000-8000-000000000001";
    let honest = frame.changes.clone();
    for (what, change) in [
        ("a second partnership", document(&record(fresh, "partnership", &[("partner_code", "X".into())]))),
        ("a code that is none", document(&record(fresh, "situation_analysis", &plain("no_such_status")))),
        ("a record without what it needs", document(&record(fresh, "situation_analysis", &plain("drafting")[..2]))),
        ("another document of the same record", document(&record(&id, "situation_analysis", &plain("drafting")))),
        (
            "the partnership in another document",
            document(&record(&partnership, "situation_analysis", &plain("drafting"))),
        ),
        ("a document without a record", document(&[("x".into(), 1.into())])),
        ("no change", (*uuid::Uuid::new_v4().as_bytes(), vec![1, 2, 3])),
        ("a change of one document in another", (*uuid::Uuid::new_v4().as_bytes(), honest[0].1.clone())),
    ] {
        frame.changes = [honest.clone(), vec![change]].concat();
        let before = second.everything();
        let path = frame.write(&second, &signer, &to);
        let refused = second.call("compare_bundle", json!({ "path": path }));
        // The same change under two documents is the same change: it joins one of them.
        let twice = what.starts_with("a change of one");
        match refused {
            Ok(plan) if twice => assert_eq!(plan["applied"], 1),
            Ok(plan) => panic!("{what}: {plan}"),
            Err(error) => assert_eq!(error.code(), "damaged_bundle", "{what}: {error}"),
        }
        assert_eq!(second.everything(), before, "{what}");
    }
    // What a newer version writes is kept for it and harms nothing.
    frame.changes = [honest, vec![document(&record(fresh, "kind_of_the_future", &[("x", 1.into())]))]].concat();
    let path = frame.write(&second, &signer, &to);
    assert_eq!(plan(&second, &path)["unknown"], 1);
    take(&second, &path);
    verify(&second);
}

#[test]
fn a_change_that_waits_and_turns_out_to_spoil_a_record_keeps_nothing_sound_out() {
    let (first, second, bundle) = on_the_way();
    let (signer, to) = (keys(&first), [keys(&second).opening.to_public()]);
    let mut frame = Frame::read(&bundle, &keys(&second));
    let id = first.list("situation_analysis")[0]["id"].as_str().unwrap().to_owned();
    let (document, honest) = frame.changes[0].clone();
    frame.changes = vec![(document, after(&honest, &format!("{id}/status"), "no_such_status".into()))];
    take(&second, &frame.write(&second, &signer, &to));
    assert_eq!(second.ok("exchange", json!({}))["waiting"], 1);
    take(&second, &bundle);
    assert_eq!(second.list("situation_analysis")[0]["status"], "commissioned");
    assert_eq!(second.ok("exchange", json!({}))["waiting"], 1);
    verify(&second);
}

/// A change altered by somebody who knows its form: its checksum is right again.
fn with_checksum(mut change: Vec<u8>) -> Vec<u8> {
    let hash = Sha256::digest(&change[8..]);
    change[4..8].copy_from_slice(&hash[..4]);
    change
}

#[test]
fn a_change_that_was_tampered_with_by_a_colleague_spoils_nothing() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let id = first.create("situation_analysis", analysis());
    take(&second, &send(&first));
    for title in ["One", "Two"] {
        let values = json!({ "title": words(title), "status": "drafting", "summary": words("S") });
        first.ok("change_record", json!({ "entity": "situation_analysis", "id": id, "values": values }));
    }
    let honest = Frame::read(&send(&first), &keys(&second));
    let (signer, to) = (keys(&first), [keys(&second).opening.to_public()]);
    let before = second.everything();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 120, ..ProptestConfig::default() });
    let edits = (0..2_usize, prop::collection::vec((12..4_000_usize, any::<u8>()), 1..4));
    let (mut refused, mut harmless) = (0, 0);
    let counted = std::cell::RefCell::new((&mut refused, &mut harmless));
    runner
        .run(&edits, |(which, edits)| {
            let mut frame = honest.clone();
            let change = &mut frame.changes[which].1;
            for (at, value) in edits {
                let at = 12 + at % (change.len() - 12);
                change[at] = value;
            }
            *change = with_checksum(std::mem::take(change));
            let path = frame.write(&second, &signer, &to);
            match second.call("compare_bundle", json!({ "path": path })) {
                Ok(_) => *counted.borrow_mut().1 += 1,
                Err(error) => {
                    prop_assert_eq!(error.code(), "damaged_bundle", "{}", error);
                    *counted.borrow_mut().0 += 1;
                }
            }
            Ok(())
        })
        .unwrap();
    assert!(refused > 0, "{refused} refused, {harmless} harmless");
    assert_eq!(second.everything(), before);
    verify(&second);
}

/// A laptop that has the keys of the one that a file in `fixtures` was made for, and that file.
fn with_keys_of(form: &str) -> (Office, PathBuf) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/exchange");
    let office = Office::speaking("en");
    std::fs::create_dir_all(office.folder.path().join("Liaise")).unwrap();
    let keys = office.folder.path().join("Liaise").join("laptop.key");
    std::fs::copy(fixtures.join(format!("{form}.key")), keys).unwrap();
    (office, fixtures.join(format!("{form}.liaise-bundle")))
}

/// Every form is read for ever: a file that a laptop made, and the keys of the one that it was made for.
#[test]
fn a_file_of_the_first_form_opens_for_ever() {
    let (office, bundle) = with_keys_of("format-1");
    let planned = plan(&office, &bundle);
    assert_eq!(planned["file"]["device"], "Laptop 1");
    take(&office, &bundle);
    let analyses = office.list("situation_analysis");
    assert_eq!((analyses.len(), &analyses[0]["title"]), (1, &words("Analysis")));
    let mut labels: Vec<String> =
        office.list("member").iter().map(|member| member["label"].as_str().unwrap().to_owned()).collect();
    labels.sort();
    assert_eq!(labels, ["Laptop 1", "Laptop 2"]);
    verify(&office);
}

/// The second form also carries attached files and what was erased.
#[test]
fn a_file_of_the_second_form_opens_for_ever() {
    let (office, bundle) = with_keys_of("format-2");
    take(&office, &bundle);
    let analyses = office.list("situation_analysis");
    assert_eq!((analyses.len(), &analyses[0]["title"]), (1, &words("Analysis")));
    assert_eq!(office.list("participant").len(), 0);
    assert_eq!(office.ok("deletions", json!({})).as_array().unwrap().len(), 1);
    let sessions = office.list("training_session");
    let attached = office.ok("attachments", json!({ "subject": sessions[0]["id"] }));
    let saved = office.ok("save_attachment", json!({ "attachment": attached[0]["id"] }));
    assert_eq!(std::fs::read(saved.as_str().unwrap()).unwrap(), b"%PDF-1.7 sheet");
    verify(&office);
}
