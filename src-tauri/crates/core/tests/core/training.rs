//! Training: sessions planned with little typing, certificates, papers, files that prove attendance.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    office::{Office, problems, words},
    people::{LIST, apply, grid, import, session},
};

/// Marks everybody of a grid present on every half-day; `(row, half-day)` pairs of `but` as absent.
fn mark_all(office: &Office, session: &str, but: &[(usize, usize)]) {
    let grid = grid(office, session, "en");
    let mut marks = vec![];
    for (row, person) in grid["rows"].as_array().unwrap().iter().enumerate() {
        for (column, day) in grid["half_days"].as_array().unwrap().iter().enumerate() {
            let status = if but.contains(&(row, column)) { "absent" } else { "present" };
            marks.push(json!({ "enrolment": person["enrolment"], "half_day": day["id"], "status": status }));
        }
    }
    office.ok("mark_attendance", json!({ "session": session, "marks": marks }));
}

#[test]
fn a_session_is_copied_with_its_days_and_without_its_people() {
    let office = Office::with_file();
    let model = session(&office, json!({ "template": true, "code": "T-1", "modules": ["tm1"], "cost": 10.5 }));
    office.create("trainer", json!({ "training_session": model, "name": "Trainer", "role": "trainer" }));
    let refused = office.refused("enrol", json!({ "session": model, "participants": [] }));
    assert_eq!(problems(&refused), ["template: template_without_people"]);
    let copy = office.ok("copy_session", json!({ "session": model, "starts": "2016-09-12" }));
    assert_eq!(
        (&copy["starts"], &copy["ends"], &copy["template"], &copy["code"], &copy["modules"], &copy["status"]),
        (&json!("2016-09-12"), &json!("2016-09-13"), &json!(false), &Value::Null, &json!(["tm1"]), &json!("planned"))
    );
    let parts = |entity: &str| {
        office.ok("list_records", json!({ "entity": entity, "parent": copy["id"] })).as_array().unwrap().clone()
    };
    let days: Vec<String> = parts("half_day").iter().map(|day| day["date"].as_str().unwrap().to_owned()).collect();
    assert_eq!(days, ["2016-09-12", "2016-09-12", "2016-09-13", "2016-09-13"]);
    assert_eq!((parts("trainer").len(), parts("enrolment").len()), (1, 0));
    // A template is no session: neither counted nor shown in the thread.
    assert_eq!(office.ok("overview", json!({}))["trainings"].as_array().unwrap().len(), 1);
    assert_eq!(office.refused("copy_session", json!({ "session": model, "starts": "soon" }))["code"], "invalid");
}

#[test]
fn half_days_become_a_calendar_file() {
    let office = Office::with_file();
    let session = session(&office, json!({ "title": words("Öst, und; mehr"), "venue": "Rathaus" }));
    let days = office.ok("list_records", json!({ "entity": "half_day", "parent": session }));
    let timed = json!({ "entity": "half_day", "id": days[0]["id"], "values": { "starts_at": "09:30", "hours": 2.5 } });
    office.ok("change_record", timed);
    let path = office.ok("export_calendar", json!({ "session": session, "language": "de" }));
    let text = fs::read_to_string(path.as_str().unwrap()).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    for line in ["DTSTART:20160502T093000", "DTEND:20160502T120000", "DTSTART;VALUE=DATE:20160503", "LOCATION:Rathaus"]
    {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 4);
    assert!(text.contains("Öst\\, und\\; mehr (Vormittag)"), "{text}");
    let bad = json!({ "entity": "half_day", "id": days[0]["id"], "values": { "starts_at": "25:00" } });
    assert_eq!(problems(&office.refused("change_record", bad)), ["starts_at: not_a_time"]);
}

#[test]
fn certificates_follow_real_attendance_and_keep_their_numbers() {
    let office = Office::with_file();
    let session = session(&office, json!({ "languages": "sv, de" }));
    apply(&office, &import(&office, Some(&session), LIST), json!([]));
    // The first missed one half-day of four, the second two.
    mark_all(&office, &session, &[(0, 1), (1, 0), (1, 3)]);
    let refused = office.refused("issue_certificates", json!({ "session": session }));
    assert_eq!(problems(&refused), ["status: not_delivered"]);
    let held = json!({ "entity": "training_session", "id": session, "values": { "status": "delivered" } });
    office.ok("change_record", held);
    let state = || office.ok("certificates", json!({ "session": session, "language": "en" }));
    assert_eq!((&state()["share"], &state()["needed"], &state()["held"]), (&json!(80), &json!(4), &json!(4)));
    let issued = office.ok("issue_certificates", json!({ "session": session }));
    assert_eq!(issued.as_array().unwrap().len(), 9);
    let numbers: Vec<String> =
        office.list("certificate").iter().map(|c| c["number"].as_str().unwrap().to_owned()).collect();
    assert_eq!((&*numbers[0], &*numbers[8]), ("LIE-2016-001", "LIE-2016-009"));
    assert!(office.list("certificate").iter().all(|certificate| certificate["language"] == "sv"));
    // Nobody gets two.
    assert_eq!(office.ok("issue_certificates", json!({ "session": session })), json!([]));

    // The rule is the session's: three of four are enough now.
    let rule = json!({ "entity": "training_session", "id": session, "values": { "certificate_share": 75 } });
    office.ok("change_record", rule);
    assert_eq!(office.ok("issue_certificates", json!({ "session": session })).as_array().unwrap().len(), 1);

    let first = issued[0].as_str().unwrap();
    office.ok("revoke_certificate", json!({ "certificate": first, "reason": "Wrong person" }));
    assert_eq!(office.refused("revoke_certificate", json!({ "certificate": first }))["code"], "invalid");
    let again = office.ok("issue_certificates", json!({ "session": session }));
    let new = office.ok("get_record", json!({ "entity": "certificate", "id": again[0] }));
    assert_eq!(new["number"], "LIE-2016-011");

    // What was certified and what is marked now are compared.
    let grid = grid(&office, &session, "en");
    let mark = json!({ "enrolment": grid["rows"][5]["enrolment"], "half_day": grid["half_days"][0]["id"], "status": "absent" });
    office.ok("mark_attendance", json!({ "session": session, "marks": [mark] }));
    let outdated = state()["rows"].as_array().unwrap().iter().filter(|row| row["outdated"] == true).count();
    assert_eq!(outdated, 1);
}

#[test]
fn the_chain_from_blank_sheet_to_certificate_is_on_paper_with_every_name() {
    let office = Office::with_file();
    let session = session(&office, json!({ "languages": "fr", "status": "delivered" }));
    apply(&office, &import(&office, Some(&session), LIST), json!([]));
    mark_all(&office, &session, &[]);
    office.ok("issue_certificates", json!({ "session": session }));
    let people = office.list("participant");
    for kind in ["signin_sheet", "name_badges", "certificate"] {
        let args = json!({ "kind": kind, "language": "fr", "subject": session });
        let html = office.ok("preview_report", args.clone())["html"].as_str().unwrap().to_owned();
        for person in &people {
            let name = person["family_name"].as_str().unwrap();
            assert!(html.contains(name), "{kind} lacks {name}");
        }
        assert!(html.contains("Fonds pour la sécurité intérieure") || kind == "name_badges", "{kind}");
        let exported = office.ok("export_report", args);
        assert_eq!(exported["warnings"], json!([]), "{kind}");
        let pages = exported["pages"].as_u64().unwrap();
        // A day begins a page, ten badges fill one, a certificate is one.
        let expected = match kind {
            "signin_sheet" => 2..=4,
            "name_badges" => 2..=2,
            _ => 11..=11,
        };
        assert!(expected.contains(&pages), "{kind}: {pages} pages");
    }
    let files = office.ok("export_certificates", json!({ "session": session, "certificates": [] }));
    assert_eq!((files["files"].as_array().unwrap().len(), &files["files"][0]), (11, &json!("LIE-2016-001.pdf")));
    let folder = PathBuf::from(files["folder"].as_str().unwrap());
    assert!(fs::read(folder.join("LIE-2016-011.pdf")).unwrap().starts_with(b"%PDF"));
    // Again: beside the earlier ones, never over them.
    let again = office.ok("export_certificates", json!({ "session": session, "certificates": [] }));
    assert_eq!(again["files"][0], "LIE-2016-001 2.pdf");
}

#[test]
fn a_signed_sheet_is_kept_in_the_file_and_bears_the_marks_that_rest_on_it() {
    let office = Office::with_file();
    let session = session(&office, json!({}));
    let person = office.create("participant", json!({ "family_name": "A", "sector": "other" }));
    office.ok("enrol", json!({ "session": session, "participants": [person] }));
    let scan = office.folder.path().join("scan of day 1.pdf");
    fs::write(&scan, b"%PDF-1.4 scanned").unwrap();
    let attach = |path: &PathBuf, kind: &str| json!({ "subject": session, "kind": kind, "path": path });
    let sheet = office.ok("attach_file", attach(&scan, "signed_sheet"));
    assert_eq!((&sheet["media_type"], &sheet["size"]), (&json!("application/pdf"), &json!(16)));
    fs::remove_file(&scan).unwrap();

    let grid = grid(&office, &session, "en");
    let (enrolment, half_day) = (&grid["rows"][0]["enrolment"], &grid["half_days"][0]["id"]);
    let mark = |status: &str, proof: Value| {
        let marks = json!([{ "enrolment": enrolment, "half_day": half_day, "status": status }]);
        office.ok("mark_attendance", json!({ "session": session, "marks": marks, "proof": proof }));
    };
    mark("absent", Value::Null);
    mark("present", json!({ "basis": "signature_sheet", "sheet": sheet["id"] }));
    mark("unmarked", Value::Null);
    mark("partial", Value::Null);
    let history = office.ok("mark_history", json!({ "enrolment": enrolment, "half_day": half_day }));
    let told: Vec<(Value, bool)> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|moment| (moment["values"]["status"].clone(), moment["there"].as_bool().unwrap()))
        .collect();
    assert_eq!(
        told,
        [(json!("absent"), true), (json!("present"), true), (Value::Null, false), (json!("partial"), true)]
    );
    assert_eq!(history[1]["values"]["sheet"], sheet["id"]);
    assert_eq!(history[1]["values"]["basis"], "signature_sheet");

    // A copy comes out as it went in, even after the file was closed and opened.
    let path = office.path();
    office.ok("close_file", json!({}));
    office.ok("open_file", json!({ "path": path }));
    let copy = office.ok("save_attachment", json!({ "attachment": sheet["id"] }));
    assert_eq!(fs::read(copy.as_str().unwrap()).unwrap(), b"%PDF-1.4 scanned");

    // Taken back as long as the file is open, gone for good afterwards.
    office.ok("delete_record", json!({ "entity": "attachment", "id": sheet["id"] }));
    office.ok("undo", json!({}));
    office.ok("save_attachment", json!({ "attachment": sheet["id"] }));
    office.ok("delete_record", json!({ "entity": "training_session", "id": session }));
    assert_eq!(office.list("attachment"), [] as [Value; 0]);
    office.ok("close_file", json!({}));
    office.ok("open_file", json!({ "path": path }));
    assert_eq!(office.refused("save_attachment", json!({ "attachment": sheet["id"] }))["code"], "not_found");
    office.ok("close_file", json!({}));
    let raw = fs::read(&path).unwrap();
    assert!(!raw.windows(16).any(|window| window == b"%PDF-1.4 scanned"), "the bytes are still in the file");
}

#[test]
fn what_is_attached_is_a_document_or_a_picture_of_moderate_size() {
    let office = Office::with_file();
    let session = session(&office, json!({}));
    let refused = |name: &str, bytes: &[u8]| {
        let path = office.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let args = json!({ "subject": session, "kind": "photo", "path": path });
        office.refused("attach_file", args)["code"].clone()
    };
    // The name says nothing.
    assert_eq!(refused("tool.pdf", b"MZ program"), "unknown_attachment");
    assert_eq!(refused("big.pdf", &[b"%PDF-".to_vec(), vec![b'x'; 10 * 1024 * 1024]].concat()), "file_too_large");
    let path = office.folder.path().join("photo.png");
    fs::write(&path, b"\x89PNG\r\n\x1a\n...").unwrap();
    let nowhere = json!({ "subject": "nowhere", "kind": "photo", "path": path });
    assert_eq!(problems(&office.refused("attach_file", nowhere)), ["subject: unknown_record"]);
    let forged = json!({ "subject": session, "kind": "photo", "file_name": "x", "media_type": "image/png", "sha256": "0", "size": 1 });
    assert_eq!(office.problems("attachment", forged), ["sha256: unknown_record"]);
    assert_eq!(office.list("attachment"), [] as [Value; 0]);
}
