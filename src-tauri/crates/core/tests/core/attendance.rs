//! Attendance: unmarked is not absent, persons are not attendances.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{Office, cases, training};

/// A session with half-days and people; ids of the session, its half-days and enrolments.
fn session(office: &Office, half_days: usize, people: usize) -> (String, Vec<String>, Vec<String>) {
    let session = office.create("training_session", training());
    let parts = [("2016-05-02", "am"), ("2016-05-02", "pm"), ("2016-05-03", "am"), ("2016-05-03", "pm")];
    let days = parts[..half_days]
        .iter()
        .map(|(date, part)| {
            office.create("half_day", json!({ "training_session": session, "date": date, "part": part, "hours": 3.5 }))
        })
        .collect();
    let enrolments = (0..people)
        .map(|number| {
            let person = json!({ "family_name": format!("Person {number}"), "sector": "probation", "city": format!("City {}", number % 3) });
            let participant = office.create("participant", person);
            office.create("enrolment", json!({ "training_session": session, "participant": participant }))
        })
        .collect();
    (session, days, enrolments)
}

fn grid(office: &Office, session: &str) -> Value {
    office.ok("attendance_grid", json!({ "session": session, "language": "en" }))
}

fn mark(office: &Office, session: &str, enrolment: &str, half_day: &str, status: &str) {
    let mark = json!({ "enrolment": enrolment, "half_day": half_day, "status": status });
    office.ok("mark_attendance", json!({ "session": session, "marks": [mark] }));
}

#[test]
fn an_unmarked_half_day_is_not_an_absence() {
    let office = Office::with_file();
    let (session, days, people) = session(&office, 2, 2);
    mark(&office, &session, &people[0], &days[0], "absent");
    let grid = grid(&office, &session);
    assert_eq!(grid["half_days"][0]["totals"]["absent"], 1);
    assert_eq!(grid["half_days"][0]["totals"]["unmarked"], 1);
    assert_eq!(
        grid["half_days"][1]["totals"],
        json!({ "unmarked": 2, "present": 0, "partial": 0, "excused": 0, "absent": 0 })
    );
    assert_eq!(grid["trained"], 0);
}

#[test]
fn a_mark_can_be_taken_away_set_again_and_undone() {
    let office = Office::with_file();
    let (session, days, people) = session(&office, 1, 1);
    let status = || grid(&office, &session)["rows"][0]["marks"][&days[0]].clone();
    mark(&office, &session, &people[0], &days[0], "present");
    mark(&office, &session, &people[0], &days[0], "unmarked");
    assert_eq!(status(), "unmarked");
    mark(&office, &session, &people[0], &days[0], "partial");
    assert_eq!(status(), "partial");
    office.ok("undo", json!({}));
    assert_eq!(status(), "unmarked");
    office.ok("undo", json!({}));
    assert_eq!(status(), "present");
}

#[test]
fn a_bulk_mark_with_one_wrong_cell_marks_nothing() {
    let office = Office::with_file();
    let (session, days, people) = session(&office, 1, 2);
    let marks = json!([
        { "enrolment": people[0], "half_day": days[0], "status": "present" },
        { "enrolment": people[1], "half_day": "elsewhere", "status": "present" },
    ]);
    assert_eq!(office.refused("mark_attendance", json!({ "session": session, "marks": marks }))["code"], "not_found");
    assert_eq!(grid(&office, &session)["half_days"][0]["totals"]["present"], 0);
}

#[test]
fn a_person_is_enrolled_once() {
    let office = Office::with_file();
    let (session, _, people) = session(&office, 1, 1);
    let enrolment = office.ok("get_record", json!({ "entity": "enrolment", "id": people[0] }));
    let again = json!({ "training_session": session, "participant": enrolment["participant"] });
    assert_eq!(office.problems("enrolment", again), ["participant: duplicate_participant"]);
}

#[test]
fn a_deleted_participant_leaves_the_grid_and_comes_back_with_the_marks() {
    let office = Office::with_file();
    let (session, days, people) = session(&office, 1, 2);
    mark(&office, &session, &people[0], &days[0], "present");
    let before = grid(&office, &session);
    let participant = before["rows"][0]["participant"].clone();
    office.ok("delete_record", json!({ "entity": "participant", "id": participant }));
    assert_eq!(grid(&office, &session)["rows"].as_array().unwrap().len(), 1);
    office.ok("undo", json!({}));
    assert_eq!(grid(&office, &session), before);
}

proptest! {
    #![proptest_config(cases(3))]

    /// Whatever is marked in whatever order: the totals of a half-day add up to the persons, and who counts as trained
    /// is who was there at least once.
    #[test]
    fn totals_add_up_and_persons_count_once(marks in prop::collection::vec((0..4_usize, 0..5_usize, 0..5_usize), 1..30)) {
        let office = Office::with_file();
        let (session, days, people) = session(&office, 4, 5);
        let codes = ["unmarked", "present", "partial", "excused", "absent"];
        let mut expected = [[0_usize; 4]; 5];
        for (day, person, code) in marks {
            expected[person][day] = code;
            mark(&office, &session, &people[person], &days[day], codes[code]);
        }
        let grid = grid(&office, &session);
        for (day, half_day) in grid["half_days"].as_array().unwrap().iter().enumerate() {
            let total: u64 = half_day["totals"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
            prop_assert_eq!(total, 5);
            for (code, name) in codes.iter().enumerate() {
                let count = expected.iter().filter(|person| person[day] == code).count();
                prop_assert_eq!(half_day["totals"][*name].as_u64(), Some(count as u64));
            }
        }
        let trained = expected.iter().filter(|person| person.iter().any(|code| matches!(code, 1 | 2))).count();
        prop_assert_eq!(grid["trained"].as_u64(), Some(trained as u64));
    }
}

#[test]
fn a_mark_of_the_sample_is_the_one_that_the_grid_changes() {
    let office = Office::with_sample();
    let marks = office.list("attendance").len();
    let first = office.list("attendance").swap_remove(0);
    let enrolment = office.ok("get_record", json!({ "entity": "enrolment", "id": first["enrolment"] }));
    let session = enrolment["training_session"].as_str().unwrap();
    mark(&office, session, first["enrolment"].as_str().unwrap(), first["half_day"].as_str().unwrap(), "excused");
    assert_eq!(office.list("attendance").len(), marks);
    let changed = office.ok("get_record", json!({ "entity": "attendance", "id": first["id"] }));
    assert_eq!((&changed["status"], &changed["basis"]), (&json!("excused"), &first["basis"]));
}

#[test]
fn a_mark_lies_in_one_session_and_says_something() {
    let office = Office::with_file();
    let (_, days, people) = session(&office, 1, 1);
    let other = office.create("training_session", training());
    let elsewhere = json!({ "training_session": other, "date": "2016-05-02", "part": "am", "hours": 3 });
    let elsewhere = office.create("half_day", elsewhere);
    let mark = |half_day: &str, status: &str| json!({ "enrolment": people[0], "half_day": half_day, "status": status });
    assert_eq!(office.problems("attendance", mark(&elsewhere, "present")), ["half_day: unknown_record"]);
    assert_eq!(office.problems("attendance", mark(&days[0], "unmarked")), ["status: required"]);
}

#[test]
fn who_withdrew_but_came_is_counted_in_both_places() {
    let office = Office::with_file();
    let (session, days, people) = session(&office, 1, 2);
    for person in &people {
        let gone = json!({ "entity": "enrolment", "id": person, "values": { "status": "withdrawn" } });
        office.ok("change_record", gone);
    }
    mark(&office, &session, &people[0], &days[0], "present");
    let grid = grid(&office, &session);
    assert_eq!((&grid["enrolled"], &grid["trained"]), (&json!(1), &json!(1)));
    assert_eq!(grid["half_days"][0]["totals"]["present"], 1);
}
