//! An office to test in: a folder of its own, a session, and a desktop that notes what it was asked to do.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock},
};

use chrono::{DateTime, TimeDelta, Utc};
use liaise_core::{Ask, Desktop, Error, Home, Session, api};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A laptop with the program on it.
pub(crate) struct Office {
    pub(crate) folder: TempDir,
    pub(crate) session: Session,
    /// Paths that were opened with another program or shown in their folder.
    pub(crate) opened: Arc<Mutex<Vec<PathBuf>>>,
    clock: Mutex<DateTime<Utc>>,
}

struct Desk {
    opened: Arc<Mutex<Vec<PathBuf>>>,
}

impl Desktop for Desk {
    fn open(&self, path: &Path) -> io::Result<()> {
        self.opened.lock().unwrap().push(path.into());
        Ok(())
    }

    fn reveal(&self, path: &Path) -> io::Result<()> {
        self.open(path)
    }

    fn ask(&self, _: &Ask) -> Option<PathBuf> {
        None
    }

    fn close(&self) {}
}

impl Office {
    /// A laptop without any file yet, in the system's language `language`.
    pub(crate) fn speaking(language: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opened = Arc::new(Mutex::new(vec![]));
        let home = Home {
            data: folder.path().join("Liaise"),
            documents: folder.path().join("Documents"),
            language: language.into(),
            fonts: vec![],
        };
        let session = Session::new(home, Box::new(Desk { opened: opened.clone() }));
        let clock = Mutex::new("2016-06-01T08:00:00Z".parse().unwrap());
        Self { folder, session, opened, clock }
    }

    /// A laptop with an own new partnership file.
    pub(crate) fn with_file() -> Self {
        let office = Self::speaking("en");
        let file = json!({ "partner": "LIE", "name": "Partnership", "language": "fr", "agencies": [] });
        office.ok("create_file", json!({ "file": file }));
        office
    }

    /// A laptop with the sample partnership: a copy of one that was made once for all tests, as making it takes a while.
    pub(crate) fn with_sample() -> Self {
        static SAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
        let sample = SAMPLE.get_or_init(|| {
            let office = Self::speaking("en");
            office.ok("create_sample", json!({}));
            let path = office.path();
            office.ok("close_file", json!({}));
            std::fs::read(path).unwrap()
        });
        let office = Self::speaking("en");
        let path = office.folder.path().join("sample.liaise");
        std::fs::write(&path, sample).unwrap();
        office.ok("open_file", json!({ "path": path }));
        office
    }

    /// Runs a command, a minute after the one before.
    pub(crate) fn call(&self, name: &str, args: Value) -> Result<Value, Error> {
        let now = {
            let mut clock = self.clock.lock().unwrap();
            *clock += TimeDelta::minutes(1);
            *clock
        };
        api::call(&self.session, now, name, args)
    }

    /// Runs a command that must succeed.
    #[track_caller]
    pub(crate) fn ok(&self, name: &str, args: Value) -> Value {
        self.call(name, args).unwrap_or_else(|error| panic!("{name}: {}", json!(error)))
    }

    /// Runs a command that must be refused; the error as JSON.
    #[track_caller]
    pub(crate) fn refused(&self, name: &str, args: Value) -> Value {
        match self.call(name, args) {
            Ok(output) => panic!("{name} went through: {output}"),
            Err(error) => json!(error),
        }
    }

    /// Makes a record; its id.
    #[track_caller]
    pub(crate) fn create(&self, entity: &str, values: Value) -> String {
        let record = self.ok("create_record", json!({ "entity": entity, "values": values }));
        record["id"].as_str().unwrap().into()
    }

    /// The problems of a record that must be refused, as `field: code`.
    #[track_caller]
    pub(crate) fn problems(&self, entity: &str, values: Value) -> Vec<String> {
        problems(&self.refused("create_record", json!({ "entity": entity, "values": values })))
    }

    /// The records of a kind.
    #[track_caller]
    pub(crate) fn list(&self, entity: &str) -> Vec<Value> {
        self.ok("list_records", json!({ "entity": entity })).as_array().unwrap().clone()
    }

    /// Everything that the file holds, by entity, for comparing states.
    pub(crate) fn everything(&self) -> Value {
        let entities = self.ok("entities", json!({}));
        entities
            .as_object()
            .unwrap()
            .keys()
            .map(|entity| {
                let mut records = self.list(entity);
                for record in &mut records {
                    record.as_object_mut().unwrap().remove("updated_at");
                }
                (entity.clone(), Value::from(records))
            })
            .collect::<serde_json::Map<_, _>>()
            .into()
    }

    /// The path of the open file.
    pub(crate) fn path(&self) -> PathBuf {
        self.ok("file", json!({}))["path"].as_str().unwrap().into()
    }
}

/// An error's problems, as `field: code`.
pub(crate) fn problems(error: &Value) -> Vec<String> {
    let problems = error["problems"].as_array().unwrap();
    problems
        .iter()
        .map(|problem| format!("{}: {}", problem["field"].as_str().unwrap(), problem["code"].as_str().unwrap()))
        .collect()
}

/// A text in English.
pub(crate) fn words(words: &str) -> Value {
    json!({ "source": "en", "words": { "en": words } })
}

/// The least that an analysis needs.
pub(crate) fn analysis() -> Value {
    json!({ "title": words("Analysis"), "territory": words("Town"), "period_from": "2016-01-01", "period_to": "2016-03-31" })
}

/// The least that a session needs.
pub(crate) fn training() -> Value {
    json!({ "title": words("Training"), "starts": "2016-05-02", "ends": "2016-05-03" })
}

/// The least that a pilot initiative needs.
pub(crate) fn pilot() -> Value {
    json!({ "title": words("Pilot"), "theme": "mentoring", "starts": "2016-09-01", "ends": "2017-08-31" })
}
