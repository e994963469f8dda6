//! Whatever is asked for in whatever form: an answer or a refusal, never a panic, and a refusal changes nothing.

use liaise_core::api;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::office::{Office, cases};

/// The names that commands know, so that some calls get past the first check. No path: these tests write nowhere else.
const NAMES: [&str; 16] = [
    "entity",
    "id",
    "values",
    "parent",
    "language",
    "session",
    "marks",
    "kind",
    "subject",
    "file",
    "change",
    "name",
    "transmission",
    "partner",
    "agencies",
    "title",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("situation_analysis".into()),
        Just("training_session".into()),
        Just("participant".into()),
        Just("partner_periodic_report".into()),
        Just("el".into()),
        Just(String::new()),
        Just("' OR 1 = 1; DROP TABLE change; --".into()),
        Just("../../../../etc/passwd".into()),
        any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(&NAMES[..]), inner), 0..6).prop_map(|pairs| pairs
                .into_iter()
                .map(|(name, value)| (name.into(), value))
                .collect::<Map<_, _>>()
                .into()),
        ]
    })
}

fn args() -> impl Strategy<Value = Value> {
    prop_oneof![
        1 => value(),
        4 => prop::collection::vec((prop::sample::select(&NAMES[..]), value()), 0..4)
            .prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.into(), value)).collect::<Map<_, _>>().into()),
    ]
}

#[test]
fn no_argument_breaks_a_command_and_a_refusal_changes_nothing() {
    let office = Office::with_file();
    office.create("situation_analysis", crate::office::analysis());
    let mut runner = proptest::test_runner::TestRunner::new(cases(400));
    // Closing and opening are the business of other tests.
    let commands: Vec<&str> = api::COMMANDS
        .iter()
        .map(|(name, ..)| *name)
        .filter(|name| {
            !["close_file", "close_window", "create_sample", "create_file", "open_file", "protect_file", "undo", "redo"]
                .contains(name)
        })
        .collect();
    let before = office.everything();
    runner
        .run(&(prop::sample::select(commands), args()), |(name, args)| {
            let refused = office.call(name, args.clone()).is_err();
            let writes = api::COMMANDS.iter().any(|(other, access, ..)| *other == name && *access == "write");
            // The few that get through are real changes, also those of a laptop that joins its colleagues; take them back and
            // compare all the same.
            if !refused {
                while office.ok("undoable", json!({}))["undo"] == true && office.everything() != before {
                    office.ok("undo", json!({}));
                }
            }
            if writes {
                prop_assert_eq!(office.everything(), before.clone(), "{} {}", name, args);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_value_nested_a_thousand_deep_is_refused() {
    let office = Office::with_file();
    let mut deep = json!("bottom");
    for _ in 0..1_000 {
        deep = json!([deep]);
    }
    let args = json!({ "entity": "situation_analysis", "values": { "title": deep } });
    assert_eq!(office.refused("create_record", args)["code"], "invalid");
}
