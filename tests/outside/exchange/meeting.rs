//! Laptops that meet by chance: random work, files shuffled, doubled and lost. In the end all have the same, every save
//! that was acknowledged is in the history of all, and the rows are those of the history.

use std::{collections::BTreeSet, path::PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{laptops, send_all, take, verify};
use crate::office::{Office, analysis, cases, words};

#[derive(Debug, Clone)]
pub(crate) enum Step {
    Create(usize, String),
    Title(usize, usize, String),
    Status(usize, usize, usize),
    Source(usize, usize),
    Delete(usize, usize),
    Settle(usize, usize),
    Send(usize, bool),
    Take(usize, usize),
    Undo(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let at = || 0..8_usize;
    prop_oneof![
        2 => (at(), "[a-zé]{1,8}").prop_map(|(who, title)| Step::Create(who, title)),
        5 => (at(), at(), "[a-zα ]{0,12}").prop_map(|(who, which, title)| Step::Title(who, which, title)),
        4 => (at(), at(), at()).prop_map(|(who, which, status)| Step::Status(who, which, status)),
        2 => (at(), at()).prop_map(|(who, which)| Step::Source(who, which)),
        1 => (at(), at()).prop_map(|(who, which)| Step::Delete(who, which)),
        1 => (at(), at()).prop_map(|(who, choice)| Step::Settle(who, choice)),
        3 => (at(), any::<bool>()).prop_map(|(who, whole)| Step::Send(who, whole)),
        6 => (at(), 0..64_usize).prop_map(|(who, which)| Step::Take(who, which)),
        1 => at().prop_map(Step::Undo),
    ]
}

const STATUS: [&str; 4] = ["commissioned", "data_collection", "drafting", "gateway_review"];

/// The partnership, and the files that are on their way.
struct World {
    offices: Vec<Office>,
    files: Vec<PathBuf>,
}

impl World {
    fn step(&mut self, step: &Step) {
        let count = self.offices.len();
        let office = |who: usize| &self.offices[who % count];
        let pick = |office: &Office, which: usize| {
            let list = office.list("situation_analysis");
            list.get(which % list.len().max(1)).map(|record| record["id"].clone())
        };
        let change = |who: usize, which: usize, values: Value| {
            if let Some(id) = pick(office(who), which) {
                let args = json!({ "entity": "situation_analysis", "id": id, "values": values });
                let _ = office(who).call("change_record", args);
            }
        };
        match step {
            Step::Create(who, title) => {
                let mut values = analysis();
                values["title"] = words(title);
                office(*who).create("situation_analysis", values);
            }
            Step::Title(who, which, title) => change(*who, *which, json!({ "territory": words(title) })),
            Step::Status(who, which, status) => change(*who, *which, json!({ "status": STATUS[status % 4] })),
            Step::Source(who, which) => {
                if let Some(id) = pick(office(*who), *which) {
                    let values = json!({ "situation_analysis": id, "title": words("Survey"), "kind": "survey_residents", "reliability": "a" });
                    office(*who).create("evidence_source", values);
                }
            }
            Step::Delete(who, which) => {
                if let Some(id) = pick(office(*who), *which) {
                    office(*who).ok("delete_record", json!({ "entity": "situation_analysis", "id": id }));
                }
            }
            Step::Settle(who, choice) => {
                let conflict = office(*who).ok("conflicts", json!({}))[0].clone();
                if let Some(choices) = conflict["choices"].as_array() {
                    let choice = &choices[choice % choices.len()]["value"];
                    let args = json!({ "record": conflict["record"], "field": conflict["field"], "choice": choice });
                    office(*who).ok("settle_conflict", args);
                }
            }
            Step::Send(who, whole) => {
                let path = office(*who).folder.path().join(format!("{}.liaise-bundle", self.files.len()));
                if office(*who).call("write_bundle", json!({ "path": path, "whole": whole })).is_ok() {
                    self.files.push(path);
                }
            }
            // Any file, in any order, more than once; most are never taken by everybody.
            Step::Take(who, which) => {
                if !self.files.is_empty() {
                    take(office(*who), &self.files[which % self.files.len()]);
                }
            }
            Step::Undo(who) => {
                let _ = office(*who).call("undo", json!({}));
            }
        }
    }

    /// Everybody gives everything to everybody.
    fn meet(&self) {
        for giver in &self.offices {
            let bundle = send_all(giver);
            for office in &self.offices {
                take(office, &bundle);
            }
        }
    }
}

/// The changes of a laptop's history, by their hashes.
fn history(office: &Office) -> BTreeSet<Vec<u8>> {
    let path = office.path();
    office.ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&path).unwrap();
    let hashes = {
        let mut statement = conn.prepare("SELECT hash FROM change").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    drop(conn);
    office.ok("open_file", json!({ "path": path }));
    hashes
}

pub(crate) fn converges(count: usize, steps: &[Step]) {
    let mut world = World { offices: laptops(count), files: vec![] };
    for step in steps {
        world.step(step);
    }
    let acknowledged: BTreeSet<Vec<u8>> = world.offices.iter().flat_map(history).collect();
    world.meet();
    let all = world.offices[0].everything();
    let conflicts = world.offices[0].ok("conflicts", json!({}));
    for office in &world.offices {
        assert_eq!(office.everything(), all);
        assert_eq!(office.ok("conflicts", json!({})), conflicts);
        assert_eq!(office.ok("exchange", json!({}))["waiting"], 0);
        assert_eq!(history(office), acknowledged);
        verify(office);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 16, ..cases(1) })]

    #[test]
    fn all_laptops_come_to_have_the_same_and_no_save_is_lost(
        count in 3..=5_usize,
        steps in prop::collection::vec(step(), 10..40),
    ) {
        converges(count, &steps);
    }
}
