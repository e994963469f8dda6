//! The history is the truth: rows follow from it, taking back restores what was, and a closed file forgets nothing.

use liaise_core::{records::ENTITIES, store::Store};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{Office, analysis, cases, words};

#[test]
fn what_is_typed_in_one_go_is_one_step_back() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let type_title = |title: &str, second: u32| {
        let args = json!({ "entity": "situation_analysis", "id": id, "values": { "title": words(title) } });
        let now = format!("2016-07-01T10:00:{second:02}Z").parse().unwrap();
        liaise_core::api::call(&office.session, now, "change_record", args).unwrap();
    };
    for (second, title) in ["A", "An", "Ana", "Analy"].into_iter().enumerate() {
        type_title(title, second as u32);
    }
    type_title("Analysis of the year", 30);
    let title = || office.list("situation_analysis")[0]["title"]["words"]["en"].clone();
    office.ok("undo", json!({}));
    assert_eq!(title(), "Analy");
    office.ok("undo", json!({}));
    assert_eq!(title(), "Analysis");
    office.ok("redo", json!({}));
    office.ok("redo", json!({}));
    assert_eq!(title(), "Analysis of the year");
    assert_eq!(office.refused("redo", json!({}))["code"], "nothing_to_undo");
}

#[test]
fn a_new_file_has_nothing_to_take_back() {
    let office = Office::with_file();
    assert_eq!(office.ok("undoable", json!({})), json!({ "undo": false, "redo": false, "step": null }));
    assert_eq!(office.refused("undo", json!({}))["code"], "nothing_to_undo");
}

#[test]
fn the_sample_follows_from_its_history_after_closing_and_opening() {
    let office = Office::with_sample();
    let (before, path) = (office.everything(), office.path());
    office.ok("close_file", json!({}));
    Store::open(&path, "test", None).unwrap().verify().unwrap();
    office.ok("open_file", json!({ "path": path }));
    assert_eq!(office.everything(), before);
}

#[test]
fn a_row_that_was_tampered_with_is_noticed() {
    let office = Office::with_sample();
    let path = office.path();
    office.ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute("UPDATE situation_analysis SET status = 'commissioned'", []).unwrap();
    drop(conn);
    let error = Store::open(&path, "test", None).unwrap().verify().unwrap_err();
    assert_eq!(error.code(), "damaged_file");
}

#[test]
fn every_save_is_one_change_with_author_and_time() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let change = json!({ "entity": "situation_analysis", "id": id, "values": { "status": "drafting" } });
    office.ok("change_record", change.clone());
    // The same once more changes nothing, and so is no change.
    office.ok("change_record", change);
    let path = office.path();
    office.ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&path).unwrap();
    let sql =
        "SELECT count(*), count(DISTINCT at), count(DISTINCT author) FROM change c JOIN document d ON d.id = c.document
               WHERE d.entity = 'situation_analysis'";
    let row = conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    assert_eq!(row, (2, 2, 1));
}

#[test]
fn people_are_in_documents_of_their_own() {
    let office = Office::with_sample();
    let path = office.path();
    office.ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&path).unwrap();
    let personal = ENTITIES.iter().filter(|info| info.personal()).map(|info| format!("'{}'", info.name));
    let personal = personal.collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT count(*) FROM record r JOIN document d ON d.id = r.document
         WHERE (r.entity IN ({personal})) <> d.personal OR (d.personal AND d.root <> r.id)"
    );
    assert_eq!(conn.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    let people = "SELECT count(*) FROM record WHERE entity IN ('participant', 'trainer', 'contact')";
    assert!(conn.query_row(people, [], |row| row.get::<_, i64>(0)).unwrap() > 10);
}

#[derive(Debug, Clone)]
enum Step {
    Create(String),
    Rename(usize, String),
    Delete(usize),
    Undo,
    Redo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => "[a-zA-Zα-ωё·]{1,12}".prop_map(Step::Create),
        3 => (0..6_usize, "[ -~]{0,20}").prop_map(|(which, words)| Step::Rename(which, words)),
        1 => (0..6_usize).prop_map(Step::Delete),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(cases(4))]

    /// After any steps the rows are those of the history, and taking back all of them leads to each earlier state.
    #[test]
    fn rows_follow_from_history_and_undo_restores(steps in prop::collection::vec(step(), 1..24)) {
        let office = Office::with_file();
        let mut states: Vec<Value> = vec![office.everything()];
        let mut at = 0_usize;
        for step in steps {
            let before = office.everything();
            let list = office.list("situation_analysis");
            let pick = |which: usize| list.get(which % list.len().max(1)).map(|record| record["id"].clone());
            match step {
                Step::Create(title) => {
                    let mut values = analysis();
                    values["title"] = words(&title);
                    office.ok("create_record", json!({ "entity": "situation_analysis", "values": values }));
                }
                Step::Rename(which, title) => {
                    let Some(id) = pick(which) else { continue };
                    let args = json!({ "entity": "situation_analysis", "id": id, "values": { "territory": words(&title) } });
                    let _ = office.call("change_record", args);
                }
                Step::Delete(which) => {
                    let Some(id) = pick(which) else { continue };
                    office.ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
                }
                Step::Undo => {
                    prop_assert_eq!(office.call("undo", json!({})).is_ok(), at > 0);
                    at = at.saturating_sub(1);
                    prop_assert_eq!(office.everything(), states[at].clone());
                    continue;
                }
                Step::Redo => {
                    let possible = at + 1 < states.len();
                    prop_assert_eq!(office.call("redo", json!({})).is_ok(), possible);
                    at += usize::from(possible);
                    prop_assert_eq!(office.everything(), states[at].clone());
                    continue;
                }
                Step::Reopen => {
                    let path = office.path();
                    office.ok("close_file", json!({}));
                    Store::open(&path, "test", None).unwrap().verify().unwrap();
                    office.ok("open_file", json!({ "path": path }));
                    prop_assert_eq!(office.everything(), before);
                    (states, at) = (vec![office.everything()], 0);
                    continue;
                }
            }
            let after = office.everything();
            if after != before {
                states.truncate(at + 1);
                states.push(after);
                at += 1;
            }
        }
        let path = office.path();
        office.ok("close_file", json!({}));
        Store::open(&path, "test", None).unwrap().verify().unwrap();
    }
}

#[test]
fn taking_back_and_doing_again_walk_the_same_way_however_often() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    office.ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
    for _ in 0..3 {
        office.ok("undo", json!({}));
        assert_eq!(office.list("situation_analysis").len(), 1);
        office.ok("undo", json!({}));
        assert_eq!(office.list("situation_analysis").len(), 0);
        office.ok("redo", json!({}));
        assert_eq!(office.list("situation_analysis").len(), 1);
        office.ok("redo", json!({}));
        assert_eq!(office.list("situation_analysis").len(), 0);
    }
}

#[test]
fn each_choice_is_a_step_of_its_own_however_quickly_made() {
    let office = Office::with_file();
    let id = office.create("situation_analysis", analysis());
    let status = |status: &str, second: u32| {
        let args = json!({ "entity": "situation_analysis", "id": id, "values": { "status": status } });
        let now = format!("2016-07-01T10:00:{second:02}Z").parse().unwrap();
        liaise_core::api::call(&office.session, now, "change_record", args).unwrap();
    };
    status("drafting", 1);
    status("commissioned", 2);
    office.ok("undo", json!({}));
    assert_eq!(office.list("situation_analysis")[0]["status"], "drafting");
}

#[test]
fn rows_can_be_made_again_from_the_history() {
    let office = Office::with_sample();
    let (before, path) = (office.everything(), office.path());
    office.ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("DELETE FROM priority; DELETE FROM milestone").unwrap();
    drop(conn);
    let mut store = Store::open(&path, "test", None).unwrap();
    assert!(store.verify().is_err());
    store.rebuild().unwrap();
    store.verify().unwrap();
    drop(store);
    office.ok("open_file", json!({ "path": path }));
    assert_eq!(office.everything(), before);
}
