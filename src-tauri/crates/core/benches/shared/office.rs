//! What the benchmarks share: an office without a desktop, and a stopwatch. It measures nothing itself.

use std::{io, path::Path, time::Instant};

use chrono::{DateTime, Utc};
use liaise_core::{Ask, Desktop, Home, Session, api};
use serde_json::{Value, json};
use tempfile::TempDir;

/// There is no desktop behind a benchmark.
pub(crate) struct Nobody;

impl Desktop for Nobody {
    fn open(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn reveal(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn ask(&self, _: &Ask) -> Option<std::path::PathBuf> {
        None
    }

    fn close(&self) {}
}

/// An office in a folder of its own, with a new partnership in it.
pub(crate) struct Office(Session, TempDir);

impl Office {
    pub(crate) fn new() -> Self {
        Self::of("LIE")
    }

    /// The same for a partner of the directory.
    pub(crate) fn of(partner: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home =
            Home { data: folder.path().into(), documents: folder.path().into(), language: "en".into(), fonts: vec![] };
        let office = Self(Session::new(home, Box::new(Nobody)), folder);
        let file = json!({ "partner": partner, "name": "Benchmark", "language": "fr", "agencies": [] });
        office.ok("create_file", json!({ "file": file }));
        office
    }

    /// Where its files lie.
    pub(crate) fn folder(&self) -> &Path {
        self.1.path()
    }

    pub(crate) fn ok(&self, name: &str, args: Value) -> Value {
        let now: DateTime<Utc> = "2016-06-01T08:00:00Z".parse().unwrap();
        api::call(&self.0, now, name, args).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// Runs `run` so often and prints median and slowest in milliseconds.
pub(crate) fn measure(what: &str, runs: usize, mut run: impl FnMut()) {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let began = Instant::now();
            run();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what:<32} median {:>8.1} ms  slowest {:>8.1} ms", times[times.len() / 2], times[times.len() - 1]);
}
