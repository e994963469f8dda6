//! Evaluation: anonymous answers, no mean of fewer than five, before against after; and the counting of persons.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{Office, cases, problems, training};

fn session(office: &Office) -> String {
    let mut values = training();
    values["modules"] = json!(["tm1", "tm3"]);
    values["status"] = json!("delivered");
    office.create("training_session", values)
}

fn wave(office: &Office, session: &str, wave: &str) -> String {
    office.create("evaluation_wave", json!({ "training_session": session, "wave": wave, "handed_out": 10 }))
}

fn results(office: &Office, session: &str) -> Value {
    office.ok("evaluation_results", json!({ "session": session, "language": "en" }))
}

fn mean(results: &Value, wave: usize, field: &str) -> Value {
    let items = results["waves"][wave]["items"].as_array().unwrap();
    items.iter().find(|item| item["field"] == field).unwrap()["mean"].clone()
}

#[test]
fn each_round_asks_what_belongs_to_it() {
    let office = Office::with_file();
    let session = session(&office);
    let asked = |name: &str| -> Vec<String> {
        let wave = wave(&office, &session, name);
        let questions = office.ok("questions", json!({ "wave": wave }));
        questions.as_array().unwrap().iter().map(|q| q["field"].as_str().unwrap().to_owned()).collect()
    };
    let learning = ["can_recognise", "know_whom_to_contact", "confidence_to_act", "knowledge_tm1", "knowledge_tm3"];
    assert_eq!(asked("pre"), learning);
    let post = asked("post");
    assert_eq!((post.len(), &*post[0], &*post[11]), (12, "usefulness", "missing"));
    let later = asked("follow_up_6m");
    assert_eq!((&later[..5], &*later[5]), (&learning.map(str::to_owned)[..], "used_in_work"));
    let again = json!({ "training_session": session, "wave": "pre" });
    assert_eq!(office.problems("evaluation_wave", again), ["wave: duplicate_wave"]);
}

#[test]
fn a_mean_needs_five_answers_and_words_five_sheets() {
    let office = Office::with_file();
    let session = session(&office);
    let post = wave(&office, &session, "post");
    let words = json!({ "source": "en", "words": { "en": "The exercise" } });
    let answer = |usefulness: u32| {
        let values = json!({ "evaluation_wave": post, "usefulness": usefulness, "most_useful": words });
        office.create("evaluation_response", values)
    };
    for _ in 0..4 {
        answer(5);
    }
    let few = results(&office, &session);
    assert_eq!((&few["waves"][0]["responses"], &few["waves"][0]["returned"]), (&json!(4), &json!(0.4)));
    assert_eq!((mean(&few, 0, "usefulness"), &few["waves"][0]["words"]), (Value::Null, &json!([])));
    answer(3);
    let enough = results(&office, &session);
    assert_eq!(mean(&enough, 0, "usefulness"), json!(4.6));
    assert_eq!(mean(&enough, 0, "materials"), Value::Null);
    assert_eq!(enough["waves"][0]["words"][0]["answers"].as_array().unwrap().len(), 5);
    assert_eq!(
        office.problems("evaluation_response", json!({ "evaluation_wave": post })),
        ["usefulness: nothing_answered"]
    );
    let six = json!({ "evaluation_wave": post, "usefulness": 6 });
    assert_eq!(office.problems("evaluation_response", six), ["usefulness: out_of_range"]);
}

#[test]
fn what_was_lost_between_rounds_is_told() {
    let office = Office::with_file();
    let session = session(&office);
    for (name, count) in [("pre", 8), ("post", 6), ("follow_up_6m", 3)] {
        let wave = wave(&office, &session, name);
        for _ in 0..count {
            office.create("evaluation_response", json!({ "evaluation_wave": wave, "can_recognise": 2 }));
        }
    }
    let waves = results(&office, &session)["waves"].clone();
    let lost: Vec<&Value> = waves.as_array().unwrap().iter().map(|wave| &wave["attrition"]).collect();
    assert_eq!(lost, [&Value::Null, &json!(0.25), &json!(0.5)]);
}

#[test]
fn answers_of_an_online_form_come_in_once_and_only_sound_ones() {
    let office = Office::with_file();
    let session = session(&office);
    let wave = wave(&office, &session, "follow_up_3m");
    let import = json!({
        "wave": wave,
        "language": "fr",
        "columns": [null, "can_recognise", "used_in_work", "missing"],
        "rows": [["1", "4", "oui", "Du temps"], ["2", "9", "pas encore", ""], ["1", "4", "oui", "Du temps"], ["", "", "", ""], ["5", "", "", ""]],
    });
    let plan = office.ok("plan_responses", json!({ "import": import }));
    let told: Vec<(u64, &str, u64)> = plan["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_u64().unwrap(), row["verdict"].as_str().unwrap(), row["answers"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [(0, "new", 3), (1, "new", 1), (2, "new", 3), (4, "invalid", 0)]);
    assert_eq!(plan["rows"][1]["problems"][0]["code"], "out_of_range");
    let apply = |plan: &Value| office.ok("import_responses", json!({ "import": import, "digest": plan["digest"] }));
    assert_eq!(apply(&plan), 3);
    let second = office.ok("plan_responses", json!({ "import": import }));
    assert!(second["rows"].as_array().unwrap().iter().all(|row| row["verdict"] != "new"));
    assert_eq!(apply(&second), 0);
    let refused = office.refused("import_responses", json!({ "import": import, "digest": plan["digest"] }));
    assert_eq!(refused["code"], "changed_since");
    let stored = office.list("evaluation_response");
    assert_eq!(
        (stored.len(), &stored[0]["missing"]["words"]["fr"], &stored[1]["used_in_work"]),
        (3, &json!("Du temps"), &json!("not_yet"))
    );
}

#[test]
fn the_training_report_tells_each_reader_what_is_theirs() {
    let office = Office::with_sample();
    let html = |privacy: Value| {
        let args = json!({ "kind": "training_session_report", "language": "en", "privacy": privacy });
        office.ok("preview_report", args)["html"].as_str().unwrap().to_owned()
    };
    let (usual, inside, public) = (html(Value::Null), html(json!("internal")), html(json!("public")));
    assert_eq!(usual, html(json!("coordinator")));
    for (text, there) in [
        ("Weißenbach", [false, true, false]),
        ("Maïwenn Tréguellac", [false, true, false]),
        ("SAMPLE-2016-001", [false, true, false]),
        ("Assistante sociale", [true, false, false]),
        ("6,480", [true, true, false]),
        ("Knowing which service gives advice.", [true, true, false]),
        ("Self-rating before and after", [true, true, true]),
        ("&lt; 5", [true, false, true]),
    ] {
        assert_eq!([&usual, &inside, &public].map(|html| html.contains(text)), there, "{text}");
    }
    let args = json!({ "kind": "situation_analysis", "language": "en", "privacy": "internal" });
    assert_eq!(office.refused("preview_report", args)["code"], "bad_arguments");
}

/// One person's way through one session: the session, and the mark of each half-day.
type Visit = (usize, [usize; 3]);

proptest! {
    #![proptest_config(cases(3))]

    /// Whoever comes to whichever session in whichever state: persons are counted once, participations once a session,
    /// half-days each, and only sessions that took place count in the whole.
    #[test]
    fn persons_participations_and_half_days_are_counted_by_their_rules(
        states in prop::collection::vec(0..4_usize, 3),
        visits in prop::collection::vec(prop::collection::vec((0..3_usize, prop::array::uniform3(0..5_usize)), 0..4), 1..6),
    ) {
        let office = Office::with_file();
        let codes = ["unmarked", "present", "partial", "excused", "absent"];
        let sessions: Vec<(String, bool)> = states.iter().map(|state| {
            let mut values = training();
            let status = ["planned", "delivered", "reported", "cancelled"][*state];
            values["status"] = json!(status);
            (office.create("training_session", values), matches!(state, 1 | 2))
        }).collect();
        let days: Vec<Vec<String>> = sessions.iter().map(|(session, _)| {
            [("2016-05-02", "am"), ("2016-05-02", "pm"), ("2016-05-03", "am")].map(|(date, part)| {
                office.create("half_day", json!({ "training_session": session, "date": date, "part": part, "hours": 2 }))
            }).into()
        }).collect();
        let attends = |marks: &[usize; 3]| marks.iter().filter(|mark| matches!(mark, 1 | 2)).count();
        let (mut persons, mut participations, mut half_days, mut cities) = (0, 0, 0, BTreeSet::new());
        for (number, person) in visits.iter().enumerate() {
            // Three spellings of two cities.
            let city = ["Liège", "LIEGE", "Malmö"][number % 3];
            let values = json!({ "family_name": format!("P{number}"), "sector": "probation", "city": city });
            let participant = office.create("participant", values);
            let mut once: Vec<Visit> = vec![];
            for visit in person {
                if once.iter().all(|other| other.0 != visit.0) { once.push(*visit); }
            }
            for (session, marks) in &once {
                let values = json!({ "training_session": sessions[*session].0, "participant": participant });
                let enrolment = office.create("enrolment", values);
                let marks: Vec<Value> = marks.iter().zip(&days[*session]).map(|(mark, day)| {
                    json!({ "enrolment": enrolment, "half_day": day, "status": codes[*mark] })
                }).collect();
                office.ok("mark_attendance", json!({ "session": sessions[*session].0, "marks": marks }));
            }
            let counted: Vec<&Visit> =
                once.iter().filter(|(session, marks)| sessions[*session].1 && attends(marks) > 0).collect();
            if !counted.is_empty() {
                persons += 1;
                cities.insert(number % 3 == 2);
            }
            participations += counted.len();
            half_days += counted.iter().map(|(_, marks)| attends(marks)).sum::<usize>();
        }
        let figures = office.ok("training_figures", json!({}));
        prop_assert_eq!(&figures["persons"], &json!(persons));
        prop_assert_eq!(&figures["participations"], &json!(participations));
        prop_assert_eq!(&figures["half_days"], &json!(half_days));
        prop_assert_eq!(figures["hours"].as_f64(), Some(half_days as f64 * 2.0));
        for group in figures["groups"].as_array().unwrap() {
            let sum: u64 = group["counts"].as_array().unwrap().iter().map(|c| c["persons"].as_u64().unwrap()).sum();
            prop_assert_eq!(sum, persons as u64, "{}", group["field"]);
        }
        let targets = office.ok("overview", json!({}))["targets"].clone();
        let reached = |code: &str| targets.as_array().unwrap().iter().find(|t| t["code"] == code).unwrap()["reached"].clone();
        prop_assert_eq!(reached("trained"), json!(persons));
        prop_assert_eq!(reached("trained_cities"), json!(cities.len()));
    }
}

#[test]
fn a_share_of_half_days_is_rounded_for_the_certificate_never_below_the_rule() {
    use liaise_core::certificate::half_days_needed;
    for held in 1..=20 {
        for share in 1..=100 {
            let needed = half_days_needed(share, held);
            assert!(needed >= 1 && needed <= held);
            assert!(needed * 100 >= share * held, "{needed} of {held} is less than {share} %");
            assert!(
                needed == 1 || (needed - 1) * 100 < share * held,
                "{needed} of {held} is more than {share} % asks for"
            );
        }
    }
    let office = Office::with_file();
    let mut values = training();
    values["certificate_share"] = json!(101);
    assert_eq!(
        problems(&office.refused("create_record", json!({ "entity": "training_session", "values": values }))),
        ["certificate_share: out_of_range"]
    );
}
