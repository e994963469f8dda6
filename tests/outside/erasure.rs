//! Erasing people: nothing of them is left in any byte that the program keeps, on no computer of the partnership, and
//! nothing brings them back.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{
    exchange::{
        forge::{Frame, keys},
        laptops, plan, send, send_all, take, verify,
    },
    office::{Office, analysis, problems, training, words},
};

mod rights;

/// A name that stands in no other word.
const NAME: &str = "Zorglubinski";

fn person(office: &Office) -> String {
    office.create(
        "participant",
        json!({
            "family_name": NAME, "given_name": "Marek", "sector": "local_police", "city": "Ghent", "country": "BE",
            "gender": "m", "organisation": "Harbour police", "work_email": "m.zorglubinski@example.org",
        }),
    )
}

fn grid(office: &Office, session: &str) -> Value {
    office.ok("attendance_grid", json!({ "session": session, "language": "en" }))
}

fn planned(office: &Office, entity: &str, id: &str) -> Value {
    office.ok("plan_erasure", json!({ "entity": entity, "id": id }))
}

/// Erases as the plan says, with all dossiers in which the name stands.
#[track_caller]
fn erase(office: &Office, entity: &str, id: &str, anonymise: bool) -> Value {
    let plan = planned(office, entity, id);
    let clear: Vec<&Value> = plan["mentions"].as_array().unwrap().iter().map(|one| &one["document"]).collect();
    let request = json!({
        "entity": entity, "id": id, "reason": "person_request", "anonymise": anonymise, "clear": clear,
        "digest": plan["digest"],
    });
    office.ok("erase", json!({ "request": request }))
}

/// No file at all.
const NONE: [PathBuf; 0] = [];

/// Every file that the program keeps of its partnership, its log included, in which the name stands.
fn holding(office: &Office) -> Vec<PathBuf> {
    let file = office.path();
    let mut paths = vec![file.clone(), file.with_extension("liaise-wal"), file.with_extension("liaise-shm")];
    let copies = std::fs::read_dir(file.with_file_name("backups")).into_iter().flatten();
    paths.extend(copies.map(|entry| entry.unwrap().path()));
    let holds = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap_or_default();
        let small = |bytes: &[u8]| bytes.to_ascii_lowercase();
        small(&bytes).windows(NAME.len()).any(|window| window == NAME.to_lowercase().as_bytes())
    };
    paths.into_iter().filter(holds).collect()
}

/// A person with a mark and a certificate, a scanned consent, and a name in the words of others.
fn known(office: &Office) -> (String, String) {
    let person = person(office);
    let mut values = training();
    values["status"] = "delivered".into();
    let session = office.create("training_session", values);
    office.ok("fill_half_days", json!({ "session": session }));
    office.ok("enrol", json!({ "session": session, "participants": [person] }));
    let rows = grid(office, &session);
    let days = rows["half_days"].as_array().unwrap().iter();
    let marks: Vec<Value> = days
        .map(|day| json!({ "enrolment": rows["rows"][0]["enrolment"], "half_day": day["id"], "status": "present" }))
        .collect();
    office.ok("mark_attendance", json!({ "session": session, "marks": marks }));
    office.ok("issue_certificates", json!({ "session": session }));
    let scan = office.folder.path().join("consent.pdf");
    std::fs::write(&scan, format!("%PDF-1.7 consent of {NAME}")).unwrap();
    office.ok("attach_file", json!({ "subject": person, "kind": "document", "path": scan }));
    (person, session)
}

#[test]
fn an_erased_person_is_in_no_byte_of_any_computer_and_never_comes_back() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let (person, session) = known(&first);
    let study = first.create("situation_analysis", analysis());
    let change = |office: &Office, field: &str, text: &str| {
        let values = json!({ field: words(text) });
        office.ok("change_record", json!({ "entity": "situation_analysis", "id": study, "values": values }));
    };
    change(&first, "summary", "Written with Marek Zorglubinski.");
    change(&first, "summary", "Written with a colleague.");
    change(&first, "method", "Talks with ZORGLUBINSKI, Marek, and others.");
    let old = send_all(&first);
    take(&second, &old);
    // The second computer goes on writing, and makes a copy by taking in something else.
    change(&second, "limits", "Few talks.");
    first.create("training_session", training());
    take(&second, &send(&first));
    assert!(holding(&first).len() == 1 && holding(&second).len() == 2, "the name is there before");

    let plan_of = planned(&first, "participant", &person);
    assert_eq!(plan_of["references"], json!({ "attendance": 4, "certificate": 1, "enrolment": 1 }));
    assert_eq!((&plan_of["attachments"], &plan_of["computers"]), (&json!(1), &json!(["Laptop 2"])));
    let places = plan_of["mentions"][0]["places"].as_array().unwrap();
    let places: Vec<(&str, bool)> =
        places.iter().map(|place| (place["field"].as_str().unwrap(), place["now"].as_bool().unwrap())).collect();
    assert_eq!(places, [("method", true), ("summary", false)]);
    assert_eq!(erase(&first, "participant", &person, false)["documents"], 3);
    assert_eq!(holding(&first), NONE);
    assert_eq!(first.refused("undo", json!({}))["code"], "erased_since");
    assert_eq!(first.list("situation_analysis")[0]["method"], words("Talks with […], and others."));
    let rows = grid(&first, &session);
    assert_eq!((&rows["rows"][0]["name"], &rows["trained"]), (&json!("Erased person"), &json!(1)));
    let figures = first.ok("training_figures", json!({ "session": session }));
    assert_eq!((&figures["persons"], &figures["hours"]), (&json!(1), &json!(12.0)));
    verify(&first);

    // What is left travels, and the second computer agrees before anything goes.
    let bundle = send(&first);
    let there = plan(&second, &bundle);
    assert_eq!(there["erases"], json!({ "attachment": 1, "participant": 1 }));
    let args = json!({ "path": bundle, "digest": there["digest"] });
    assert_eq!(second.refused("accept_bundle", args)["code"], "erasure_not_agreed");
    assert_eq!(second.list("participant").len(), 1);
    let args = json!({ "path": bundle, "digest": there["digest"], "erase": true });
    assert_eq!(second.ok("accept_bundle", args)["erased"], 2);
    assert_eq!(holding(&second), NONE, "neither in the file nor in a copy");
    // What the second computer wrote meanwhile is not lost.
    assert_eq!(second.list("situation_analysis")[0]["limits"], words("Few talks."));
    take(&first, &send(&second));
    assert_eq!(first.everything(), second.everything());
    [&first, &second].into_iter().for_each(verify);

    // Neither an old file nor an old copy brings anybody back.
    for office in [&first, &second] {
        assert!(plan(office, &old)["erased"].as_u64().unwrap() > 2);
        take(office, &old);
        assert!(office.list("participant").is_empty());
        assert_eq!(holding(office), NONE);
    }
    let copies = second.ok("backups", json!({}));
    for copy in copies.as_array().unwrap() {
        assert_eq!(copy["holds_erased"], false);
        second.ok("restore_backup", json!({ "path": copy["path"] }));
        assert!(second.list("participant").is_empty() && second.list("attachment").is_empty());
        take(&second, &old);
        assert!(second.list("participant").is_empty());
        verify(&second);
    }
    let log = second.ok("deletions", json!({}));
    let line = |one: &Value| format!("{} {} {} {}", one["entity"], one["count"], one["way"], one["by"]);
    let mut lines: Vec<String> = log.as_array().unwrap().iter().map(line).collect();
    lines.sort();
    assert_eq!(
        lines,
        [
            r#""attachment" 1 "erased" "Laptop 1""#,
            r#""participant" 1 "erased" "Laptop 1""#,
            r#""situation_analysis" 1 "cleared" "Laptop 1""#
        ]
    );
    assert!(!log.to_string().contains(NAME));
}

#[test]
fn an_anonymised_person_is_counted_as_before_without_a_name() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let (person, session) = known(&first);
    take(&second, &send(&first));
    let before = first.ok("training_figures", json!({ "session": session }));
    // Both do it at once: there is one person afterwards, on both.
    for office in [&first, &second] {
        erase(office, "participant", &person, true);
        assert_eq!(holding(office), NONE);
    }
    assert_eq!(first.ok("training_figures", json!({ "session": session })), before);
    let left = first.list("participant")[0].clone();
    assert_eq!(
        (&left["sector"], &left["city"], &left["gender"]),
        (&json!("local_police"), &json!("Ghent"), &json!("m"))
    );
    assert!(left["family_name"].as_str().unwrap().starts_with('#'), "{left}");
    for gone in ["given_name", "organisation", "work_email", "function"] {
        assert_eq!(left[gone], json!(null), "{gone}");
    }
    assert!(first.list("attachment").is_empty(), "what is attached to a person goes whole");
    let came = plan(&first, &send(&second));
    assert_eq!(came["erases"], json!({}), "it was erased here already: {came}");
    take(&first, &send_all(&second));
    take(&second, &send_all(&first));
    assert_eq!(first.everything(), second.everything());
    assert_eq!(first.ok("conflicts", json!({})), json!([]));
    assert_eq!(came["file"]["device"], "Laptop 2");
    // Without a name there is nothing to print on a certificate, and no second time.
    let args = json!({ "kind": "certificate", "language": "en", "subject": session });
    assert_eq!(first.refused("preview_report", args)["code"], "nothing_to_report");
    assert_eq!(planned(&first, "participant", &person)["can_anonymise"], false);
    // Who is erased altogether later leaves nothing, on the other one either.
    erase(&first, "participant", &person, false);
    let bundle = send(&first);
    let digest = plan(&second, &bundle)["digest"].clone();
    second.ok("accept_bundle", json!({ "path": bundle, "digest": digest, "erase": true }));
    assert!(second.list("participant").is_empty());
    assert_eq!(second.ok("training_figures", json!({ "session": session }))["persons"], 1);
    [&first, &second].into_iter().for_each(verify);
}

#[test]
fn an_erasure_asks_for_a_reason_and_for_the_plan_that_was_shown() {
    let office = Office::with_file();
    let person = person(&office);
    let plan = planned(&office, "participant", &person);
    let request = |reason: &str, digest: &Value| {
        json!({ "request": { "entity": "participant", "id": person, "reason": reason, "anonymise": false, "clear": [],
            "digest": digest } })
    };
    assert_eq!(problems(&office.refused("erase", request("because", &plan["digest"]))), ["reason: unknown_code"]);
    assert_eq!(office.refused("erase", request("person_request", &json!("x")))["code"], "plan_outdated");
    let values = json!({ "city": "Liège" });
    office.ok("change_record", json!({ "entity": "participant", "id": person, "values": values }));
    let old = request("person_request", &plan["digest"]);
    assert_eq!(office.refused("erase", old)["code"], "plan_outdated", "the person was changed since");
    assert_eq!(office.list("participant").len(), 1);
    let study = office.create("situation_analysis", analysis());
    let no_person = json!({ "entity": "situation_analysis", "id": study });
    assert_eq!(office.refused("plan_erasure", no_person)["code"], "bad_arguments");
}

#[test]
fn an_erasure_that_no_member_signed_erases_nothing() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    person(&first);
    let earlier = send(&first);
    take(&second, &earlier);
    let [(kept, _)] = &Frame::read(&earlier, &keys(&second)).changes[..] else { panic!("one change of one person") };
    let document = uuid::Uuid::from_bytes(*kept).to_string();
    let gone = first.create("participant", json!({ "family_name": "Other" }));
    erase(&first, "participant", &gone, false);
    let bundle = send(&first);
    let (signer, to) = (keys(&first), [keys(&second).opening.to_public()]);
    let honest = Frame::read(&bundle, &keys(&second));
    let before = second.everything();
    let refused = |frame: &Frame, code: &str| {
        let path = frame.write(&second, &signer, &to);
        assert_eq!(second.refused("compare_bundle", json!({ "path": path }))["code"], code);
        assert_eq!(second.everything(), before);
    };
    // The signature is of another document, and then of a stranger.
    let mut frame = honest.clone();
    frame.tombstones[0]["document"] = document.clone().into();
    refused(&frame, "damaged_bundle");
    let stranger = keys(&Office::speaking("en"));
    let sign = |tombstone: &mut Value| {
        tombstone["signer"] = stranger.text.clone().into();
        let text = |field: &str| tombstone[field].as_str().unwrap().to_owned();
        let parts = ["document", "entity", "reason", "way", "at", "signer"].map(text);
        let signed = format!("LIAISE-ERASURE {} ", parts.join(" "));
        let signature = ed25519_dalek::Signer::sign(&stranger.signing, signed.as_bytes()).to_bytes();
        tombstone["signature"] = signature.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into();
    };
    sign(&mut frame.tombstones[0]);
    refused(&frame, "strange_erasure");
    take(&second, &honest.write(&second, &signer, &to));
    assert_eq!(second.list("participant").len(), 1);
}

#[test]
fn a_file_that_would_erase_everybody_says_so() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let people: Vec<String> =
        (0..6).map(|n| first.create("participant", json!({ "family_name": format!("Person{n}") }))).collect();
    take(&second, &send(&first));
    erase(&first, "participant", &people[0], false);
    let one = plan(&second, &send(&first));
    assert_eq!((&one["erases"], &one["erases_most"]), (&json!({ "participant": 1 }), &json!(false)));
    people[1..].iter().for_each(|person| drop(erase(&first, "participant", person, false)));
    let all = plan(&second, &send_all(&first));
    assert_eq!((&all["erases"], &all["erases_most"]), (&json!({ "participant": 6 }), &json!(true)));
    assert_eq!(second.list("participant").len(), 6);
}

#[test]
fn a_laptop_that_begins_later_learns_what_was_erased_before_there_were_members() {
    let first = Office::with_file();
    let gone = person(&first);
    let other = first.create("participant", json!({ "family_name": "Stays" }));
    erase(&first, "participant", &gone, false);
    first.ok("join_exchange", json!({ "label": "Laptop 1" }));
    let second = Office::speaking("en");
    crate::exchange::add(&first, &second, "Laptop 2");
    take(&second, &send(&first));
    assert_eq!(second.list("participant")[0]["id"], json!(other));
    assert_eq!(second.ok("deletions", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn a_copy_that_cannot_be_made_anew_is_named_and_deleted_when_it_is_due() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let gone = person(&first);
    take(&second, &send(&first));
    first.create("situation_analysis", analysis());
    let copy = PathBuf::from(take(&second, &send(&first))["backup"].as_str().unwrap());
    // Half a copy cannot be opened.
    let bytes = std::fs::read(&copy).unwrap();
    std::fs::write(&copy, &bytes[..bytes.len() / 2]).unwrap();
    let erased = erase(&second, "participant", &gone, false);
    let name = copy.file_name().unwrap().to_str().unwrap();
    assert_eq!(erased["copies"], json!({ "cleaned": 0, "deleted": 0, "left": [name] }));
    assert_eq!(second.ok("backups", json!({}))[0]["holds_erased"], true);
    let path = second.path();
    let reopen = |day: &str| {
        second.ok("close_file", json!({}));
        let args = json!({ "path": path });
        liaise_core::api::call(&second.session, day.parse().unwrap(), "open_file", args).unwrap();
    };
    reopen("2016-06-30T08:00:00Z");
    assert!(copy.exists());
    reopen("2016-07-15T08:00:00Z");
    assert!(!copy.exists(), "thirty days are over");
}

#[test]
fn what_is_attached_travels_and_what_is_erased_does_not() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let (person, session) = known(&first);
    let sheet = first.folder.path().join("sheet.pdf");
    std::fs::write(&sheet, b"%PDF-1.7 a scanned sheet").unwrap();
    let kept = first.ok("attach_file", json!({ "subject": session, "kind": "signed_sheet", "path": sheet }));
    erase(&first, "participant", &person, false);
    let made = first.ok("write_bundle", json!({ "path": first.folder.path().join("x.liaise-bundle") }));
    assert_eq!((&made["files"], &made["left_out"]), (&json!(1), &json!(0)));
    let bundle = Path::new(made["path"].as_str().unwrap());
    assert_eq!(plan(&second, bundle)["files"], 1);
    take(&second, bundle);
    let saved = second.ok("save_attachment", json!({ "attachment": kept["id"] }));
    assert_eq!(std::fs::read(saved.as_str().unwrap()).unwrap(), b"%PDF-1.7 a scanned sheet");
    // The next file does not carry it again.
    first.create("situation_analysis", analysis());
    let (signer, reader) = (keys(&first), keys(&second));
    let bundle = send(&first);
    let mut frame = Frame::read(&bundle, &reader);
    assert!(frame.contents.is_empty());
    // Bytes that no record names, or of no known kind, are not kept.
    frame.contents = vec![b"%PDF-1.7 of nobody".to_vec()];
    let to = [reader.opening.to_public()];
    assert_eq!(plan(&second, &frame.write(&second, &signer, &to))["files"], 0);
    frame.contents = vec![b"#!/bin/sh".to_vec()];
    let path = frame.write(&second, &signer, &to);
    assert_eq!(second.refused("compare_bundle", json!({ "path": path }))["code"], "damaged_bundle");
    frame.contents = vec![[&b"%PDF-"[..], &vec![0; 10 << 20]].concat()];
    let path = frame.write(&second, &signer, &to);
    assert_eq!(second.refused("compare_bundle", json!({ "path": path }))["code"], "damaged_bundle");
}
