//! The disk refuses: it is full, it fails, it writes half of what it is given, once or for a while. The program says so in
//! a way that an officer can act on, keeps what it acknowledged, and goes on in the same session.

use std::{collections::BTreeMap, fs, time::Instant};

use crate::{
    Broken, Outcome,
    chance::Chance,
    disk::{Shim, resolved},
    kill::Bases,
    writer::REFUSED,
};

/// What a disk makes the program say.
const REASONS: &[&str] = &["disk_full", "file_access"];
/// A writer's calls on the disk, as a power of two.
const CALLS: usize = 12;

/// Lets the disk refuse so many writers; the seed of the first.
pub(crate) fn fail(runs: u64, first: u64) -> Outcome<()> {
    let (place, started) = (tempfile::tempdir()?, Instant::now());
    let root = resolved(place.path())?;
    let (bases, shim) = (Bases::make(&root)?, Shim::make(&root)?);
    let (mut broken, mut hit, mut acknowledged, mut refusals) =
        (Broken::default(), 0, 0, BTreeMap::<String, u32>::new());
    for seed in first..first + runs {
        let (folder, hits) = (root.join("run"), root.join("hits"));
        fs::write(&hits, "")?;
        let mut promise = bases.lay_out(seed, &folder, REASONS)?;
        let mut chance = Chance::new(seed ^ u64::MAX);
        let kind = *chance.of(&["enospc", "eio", "short"]).ok_or("there are kinds")?;
        let (at, length) = (chance.spread(CALLS), chance.spread(REFUSED));
        let settings = [
            ("POWERCUT_FAIL", kind.to_owned()),
            ("POWERCUT_AT", at.to_string()),
            ("POWERCUT_FOR", length.to_string()),
            ("POWERCUT_HITS", hits.display().to_string()),
        ];
        let said = shim.work(&folder, seed, &settings)?;
        let failed = fs::metadata(&hits)?.len();
        hit += u64::from(failed > 0);
        for code in said.split("\"code\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            *refusals.entry(code.to_owned()).or_default() += 1;
        }
        let checked = promise.hear(&said).and_then(|()| {
            acknowledged += promise.acknowledged;
            let last = said.lines().last().unwrap_or_default();
            if promise.ended { promise.check(&folder) } else { Err(format!("the writer gave up: {last}").into()) }
        });
        if let Err(error) = checked {
            broken.tell(&format!("--seed {seed}, {kind} at call {at}, {failed} calls: {error}"));
        }
    }
    let seconds = started.elapsed().as_secs();
    let refusals: Vec<String> = refusals.iter().map(|(code, count)| format!("{code} {count}")).collect();
    println!("refusals: {}", refusals.join(", "));
    let summary = format!("{runs} runs from seed {first} in {seconds} s, {hit} with calls that failed");
    broken.judge(&format!("{summary}, {acknowledged} acknowledged commands"))
}
