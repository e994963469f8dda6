//! Merging on a large scale: `cargo bench -p liaise-core --bench exchange [-- ROUNDS]`. In every round three to five
//! laptops work at random and take in each other's changes shuffled, doubled and in part, then all meet. It stops at the
//! first laptop that differs, misses an acknowledged save, or whose rows are not those of its history; else it prints
//! how many merges there were and how long they took.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use liaise_core::{
    records,
    store::{Brought, Incoming, Source, Store},
};
use serde_json::{Map, Value, json};

/// Numbers that look random and are the same in every run: xorshift.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }
}

#[derive(Default)]
struct Figures {
    saves: usize,
    merges: usize,
    waited: u32,
    conflicts: usize,
    slowest: Duration,
    merging: Duration,
}

fn main() {
    let rounds = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(300);
    let began = Instant::now();
    let mut figures = Figures::default();
    for number in 0..rounds {
        round(&mut Chance(0x9E37_79B9_7F4A_7C15 ^ (number as u64 + 1)), &mut figures);
    }
    println!(
        "{rounds} rounds, {} saves, {} merges, {} changes waited for another, {} conflicts in the end: all alike, no save \
         lost, rows as in the history; {:.2} ms a merge, {:.1} ms the slowest, {:.0} s in all",
        figures.saves,
        figures.merges,
        figures.waited,
        figures.conflicts,
        figures.merging.as_secs_f64() * 1e3 / figures.merges as f64,
        figures.slowest.as_secs_f64() * 1e3,
        began.elapsed().as_secs_f64(),
    );
}

fn round(chance: &mut Chance, figures: &mut Figures) {
    let folder = tempfile::tempdir().unwrap();
    let count = 3 + chance.below(3);
    let mut now: DateTime<Utc> = "2016-06-01T08:00:00Z".parse().unwrap();
    let mut laptops: Vec<Store> = (0..count)
        .map(|number| {
            Store::create(&folder.path().join(format!("{number}.liaise")), &format!("l{number}"), "LIE", None).unwrap()
        })
        .collect();
    for _ in 0..2 {
        edit(&mut laptops[0], chance, now);
    }
    let begin = outgoing(&mut laptops[0]);
    for laptop in &mut laptops[1..] {
        merge(laptop, &begin, now, figures);
    }
    for _ in 0..20 + chance.below(60) {
        now += TimeDelta::minutes(1);
        let who = chance.below(count);
        if chance.below(10) < 6 {
            edit(&mut laptops[who], chance, now);
            figures.saves += 1;
        } else {
            let mut changes = outgoing(&mut laptops[(who + 1 + chance.below(count - 1)) % count]);
            chance.shuffle(&mut changes);
            let kept = if chance.below(3) == 0 { chance.below(changes.len() + 1) } else { changes.len() };
            changes.truncate(kept);
            if chance.below(5) == 0 {
                changes.extend(changes.clone());
            }
            merge(&mut laptops[who], &changes, now, figures);
        }
    }
    let acknowledged: BTreeSet<Vec<u8>> = laptops.iter_mut().flat_map(outgoing).map(|change| change.bytes).collect();
    for giver in 0..count {
        let mut changes = outgoing(&mut laptops[giver]);
        chance.shuffle(&mut changes);
        for (number, laptop) in laptops.iter_mut().enumerate() {
            if number != giver {
                merge(laptop, &changes, now, figures);
            }
        }
    }
    let first = everything(&mut laptops[0]);
    for laptop in &mut laptops {
        assert_eq!(everything(laptop), first, "a laptop differs");
        let there: BTreeSet<Vec<u8>> = outgoing(laptop).into_iter().map(|change| change.bytes).collect();
        assert_eq!(there, acknowledged, "a save is lost");
        assert_eq!(laptop.read(|data| data.waiting_changes()).unwrap(), 0);
        laptop.verify().unwrap();
    }
    figures.conflicts += first.1.len();
}

fn outgoing(laptop: &mut Store) -> Vec<Incoming> {
    laptop.read(|data| data.outgoing(0)).unwrap()
}

fn merge(laptop: &mut Store, changes: &[Incoming], now: DateTime<Utc>, figures: &mut Figures) {
    let began = Instant::now();
    let source = Source { sha256: &figures.merges.to_string(), name: "x" };
    let brought = Brought { changes: changes.to_vec(), ..Brought::default() };
    figures.waited += laptop.merge(now, source, &brought, |_, merged| Ok(merged.waiting)).unwrap();
    figures.merges += 1;
    figures.merging += began.elapsed();
    figures.slowest = figures.slowest.max(began.elapsed());
}

fn object(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn edit(laptop: &mut Store, chance: &mut Chance, now: DateTime<Utc>) {
    let list = laptop.read(|data| records::list(data, "situation_analysis".into(), None, None)).unwrap();
    let picked = list.get(chance.below(list.len())).map(|record| record["id"].as_str().unwrap().to_owned());
    let words =
        |chance: &mut Chance| json!({ "source": "en", "words": { "en": format!("Œuvre {}", chance.below(50)) } });
    let _ = laptop.write(now, |data| match (picked, chance.below(10)) {
        (None, _) | (_, 0) => {
            let values = json!({
                "title": words(chance), "territory": words(chance), "period_from": "2016-01-01", "period_to": "2016-12-31"
            });
            records::create(data, "situation_analysis".into(), object(values)).map(|_| ())
        }
        (Some(id), 1) => records::delete(data, "situation_analysis".into(), id),
        (Some(id), 2) => {
            let values =
                json!({ "situation_analysis": id, "title": words(chance), "kind": "survey_residents", "reliability": "a" });
            records::create(data, "evidence_source".into(), object(values)).map(|_| ())
        }
        (Some(id), 3) => {
            let clash = data.clashes()?.into_iter().find(|clash| clash.record == id);
            let Some(clash) = clash else { return Ok(()) };
            data.settle(&id, &clash.leaf, &clash.choices[chance.below(clash.choices.len())].value)
        }
        (Some(id), 4..7) => {
            let status = ["commissioned", "drafting", "data_collection"][chance.below(3)];
            records::change(data, "situation_analysis".into(), id, object(json!({ "status": status }))).map(|_| ())
        }
        (Some(id), _) => {
            let field = ["title", "territory", "summary"][chance.below(3)];
            records::change(data, "situation_analysis".into(), id, object(json!({ field: words(chance) }))).map(|_| ())
        }
    });
}

/// Every record, and everything that is to be chosen.
fn everything(laptop: &mut Store) -> (Vec<Value>, Vec<String>) {
    laptop
        .read(|data| {
            let mut all = vec![];
            for name in ["situation_analysis", "evidence_source"] {
                all.extend(records::list(data, name.into(), None, None)?.into_iter().map(Value::Object));
            }
            let clashes = data.clashes()?.iter().map(|clash| format!("{clash:?}")).collect();
            Ok((all, clashes))
        })
        .unwrap()
}
