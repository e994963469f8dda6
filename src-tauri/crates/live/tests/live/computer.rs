//! A computer with the program on it and a network.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use liaise_core::{Ask, Desktop, Error, Home, Session, api, store::Store};
use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) struct Computer {
    pub(crate) folder: TempDir,
    pub(crate) session: Arc<Session>,
    clock: fn() -> DateTime<Utc>,
}

struct Nobody;

impl Desktop for Nobody {
    fn open(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn reveal(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn ask(&self, _: &Ask) -> Option<PathBuf> {
        None
    }

    fn close(&self) {}
}

pub(crate) fn today() -> DateTime<Utc> {
    "2026-06-01T08:00:00Z".parse().unwrap()
}

impl Computer {
    /// A computer without any file.
    pub(crate) fn new() -> Self {
        Self::at(today)
    }

    /// A computer whose clock says something else.
    pub(crate) fn at(clock: fn() -> DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home {
            data: folder.path().join("Liaise"),
            documents: folder.path().join("Documents"),
            language: "en".into(),
            fonts: vec![],
        };
        let session = liaise_live::attach_at(Session::new(home, Box::new(Nobody)), clock);
        Self { folder, session, clock }
    }

    /// A computer with a partnership's file of its own.
    pub(crate) fn with_file(name: &str) -> Self {
        let computer = Self::new();
        let file = json!({ "partner": "LIE", "name": name, "language": "fr", "agencies": [] });
        computer.ok("create_file", json!({ "file": file }));
        computer
    }

    pub(crate) fn call(&self, name: &str, args: Value) -> Result<Value, Error> {
        api::call(&self.session, (self.clock)(), name, args)
    }

    #[track_caller]
    pub(crate) fn ok(&self, name: &str, args: Value) -> Value {
        self.call(name, args).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// The code with which a command is refused.
    #[track_caller]
    pub(crate) fn refusal(&self, name: &str, args: Value) -> &'static str {
        self.call(name, args).unwrap_err().code()
    }

    /// Connects with a server by the line that it printed.
    #[track_caller]
    pub(crate) fn connect(&self, line: &str) -> Value {
        self.ok("connect_live", connecting(line))
    }

    /// Waits for the server, and says how things stand.
    #[track_caller]
    pub(crate) fn sync(&self) -> Value {
        self.ok("sync_now", json!({}))
    }

    #[track_caller]
    pub(crate) fn sync_to_step(&self) {
        let state = self.sync();
        assert_eq!((&state["phase"], &state["waiting"]), (&json!("in_step"), &json!(0)), "{state}");
    }

    pub(crate) fn add_agency(&self, name: &str) -> String {
        let partnership = self.ok("file", json!({}))["partnership"].clone();
        let name = json!({ "source": "fr", "words": { "fr": name } });
        let values = json!({ "partnership": partnership, "name": name, "sector": "prison", "role": "core_member" });
        let record = self.ok("create_record", json!({ "entity": "agency", "values": values }));
        record["id"].as_str().unwrap().into()
    }

    pub(crate) fn rename_agency(&self, agency: &str, name: &str) {
        let values = json!({ "name": { "source": "fr", "words": { "fr": name } } });
        self.ok("change_record", json!({ "entity": "agency", "id": agency, "values": values }));
    }

    /// The names of the agencies, in order.
    pub(crate) fn agencies(&self) -> Vec<String> {
        let records = self.ok("list_records", json!({ "entity": "agency" }));
        let name = |record: &Value| record["name"]["words"]["fr"].as_str().unwrap().to_owned();
        let mut names: Vec<String> = records.as_array().unwrap().iter().map(name).collect();
        names.sort();
        names
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.ok("file", json!({}))["path"].as_str().unwrap().into()
    }

    /// Waits until `wanted` holds, for as long as a test may take at most.
    #[track_caller]
    pub(crate) fn wait(&self, wanted: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !wanted(self) {
            assert!(start.elapsed() < Duration::from_secs(30), "{}", self.ok("live_state", json!({})));
            std::thread::yield_now();
        }
    }

    /// Closes the file and compares every row in it with the history.
    #[track_caller]
    pub(crate) fn verify(self) {
        let path = self.path();
        self.ok("close_file", json!({}));
        Store::open(&path, "", None).unwrap().verify().unwrap();
    }
}

/// The arguments of `connect_live` from the line that a server printed.
pub(crate) fn connecting(line: &str) -> Value {
    let (address, key) = line.split_once(' ').unwrap();
    json!({ "address": address, "key": key })
}
