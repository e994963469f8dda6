//! An office to test in: a folder of its own, a session, and a desktop that notes what it was asked to do.

#![allow(dead_code, reason = "two suites share it, and each needs a part of it")]

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock},
};

use chrono::{DateTime, TimeDelta, Utc};
use liaise_core::{Ask, Desktop, Error, Home, Secret, Session, api, records::ENTITIES};
use proptest::test_runner::Config;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A laptop with the program on it.
pub(crate) struct Office {
    pub(crate) folder: TempDir,
    pub(crate) session: Session,
    /// Paths that were opened with another program or shown in their folder.
    pub(crate) opened: Arc<Mutex<Vec<PathBuf>>>,
    pub(crate) keyring: Arc<Mutex<Keyring>>,
    clock: Mutex<DateTime<Utc>>,
}

/// Files by their paths below the folder of the partnership's file.
type Made = Vec<(PathBuf, Vec<u8>)>;

/// The keyring of whoever is logged in: secrets by their names; none where nothing answers.
pub(crate) type Keyring = Option<BTreeMap<String, String>>;

struct Desk {
    opened: Arc<Mutex<Vec<PathBuf>>>,
    keyring: Arc<Mutex<Keyring>>,
}

impl Desk {
    fn keyring<T>(&self, body: impl FnOnce(&mut BTreeMap<String, String>) -> T) -> io::Result<T> {
        self.keyring.lock().unwrap().as_mut().map(body).ok_or_else(|| io::ErrorKind::TimedOut.into())
    }
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

    fn has_keyring(&self) -> bool {
        self.keyring(|_| ()).is_ok()
    }

    fn keep_secret(&self, name: &str, secret: Secret) -> io::Result<()> {
        self.keyring(|secrets| drop(secrets.insert(name.into(), secret.to_string())))
    }

    fn kept_secret(&self, name: &str) -> io::Result<Option<Secret>> {
        self.keyring(|secrets| secrets.get(name).cloned().map(Secret::new))
    }

    fn forget_secret(&self, name: &str) -> io::Result<()> {
        self.keyring(|secrets| drop(secrets.remove(name)))
    }

    fn close(&self) {}
}

impl Office {
    /// A laptop without any file yet, in the system's language `language`.
    pub(crate) fn speaking(language: &str) -> Self {
        let folder = crate::folder().unwrap();
        let opened = Arc::new(Mutex::new(vec![]));
        let keyring = Arc::new(Mutex::new(Some(BTreeMap::new())));
        let home = Home {
            data: folder.path().join("Liaise"),
            documents: folder.path().join("Documents"),
            language: language.into(),
            fonts: vec![],
        };
        let session = Session::new(home, Box::new(Desk { opened: opened.clone(), keyring: keyring.clone() }));
        let clock = Mutex::new("2016-06-01T08:00:00Z".parse().unwrap());
        Self { folder, session, opened, keyring, clock }
    }

    /// Ends the program and starts it again.
    pub(crate) fn restart(&mut self) {
        self.ok("close_file", json!({}));
        let desk = Desk { opened: self.opened.clone(), keyring: self.keyring.clone() };
        self.session = Session::new(self.session.home().clone(), Box::new(desk));
    }

    /// A laptop with an own partnership file without any records of its work.
    pub(crate) fn with_file() -> Self {
        static FILE: OnceLock<Made> = OnceLock::new();
        let file = json!({ "partner": "LIE", "name": "Partnership", "language": "fr", "agencies": [] });
        Self::with_copy("Liaise/Partnership.liaise", &FILE, "create_file", json!({ "file": file }))
    }

    /// A laptop with the sample partnership.
    pub(crate) fn with_sample() -> Self {
        static SAMPLE: OnceLock<Made> = OnceLock::new();
        Self::with_copy("sample.liaise", &SAMPLE, "create_sample", json!({}))
    }

    /// A laptop with another sample partnership: two copies of one file are one partnership.
    pub(crate) fn with_other_sample() -> Self {
        static SAMPLE: OnceLock<Made> = OnceLock::new();
        Self::with_copy("other.liaise", &SAMPLE, "create_sample", json!({}))
    }

    /// A laptop with a copy of a file that was made once for all tests, and of the day's copy beside it: the tables of a
    /// new file and the records of the sample take longer to make than most tests take.
    fn with_copy(name: &str, made: &OnceLock<Made>, command: &str, args: Value) -> Self {
        let open = |made: &Made| {
            let office = Self::speaking("en");
            let path = office.folder.path().join(name);
            let folder = path.parent().unwrap();
            for (name, bytes) in made {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            office.ok("open_file", json!({ "path": path }));
            office
        };
        let made = made.get_or_init(|| {
            let office = Self::speaking("en");
            office.ok(command, args);
            let path = office.path();
            office.ok("close_file", json!({}));
            let name = PathBuf::from(Path::new(name).file_name().unwrap());
            let office = open(&vec![(name.clone(), fs::read(path).unwrap())]);
            let folder = office.path().with_file_name("");
            office.ok("close_file", json!({}));
            let copies = fs::read_dir(folder.join("backups")).unwrap().map(|copy| copy.unwrap().path());
            let paths = copies.chain([folder.join(name)]);
            paths.map(|path| (path.strip_prefix(&folder).unwrap().into(), fs::read(&path).unwrap())).collect()
        });
        open(made)
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
        ENTITIES
            .iter()
            .map(|info| {
                let mut records = self.list(info.name);
                for record in &mut records {
                    record.as_object_mut().unwrap().remove("updated_at");
                }
                (info.name.to_owned(), Value::from(records))
            })
            .collect::<serde_json::Map<_, _>>()
            .into()
    }

    /// Where the laptop keeps what is its own.
    pub(crate) fn data_folder(&self) -> PathBuf {
        self.folder.path().join("Liaise")
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

/// Changes fields of a record; the record.
pub(crate) fn change(office: &Office, entity: &str, id: &str, values: Value) -> Value {
    office.ok("change_record", json!({ "entity": entity, "id": id, "values": values }))
}

/// What is wrong with a change of a record.
pub(crate) fn refusal(office: &Office, entity: &str, id: &str, values: Value) -> Vec<String> {
    problems(&office.refused("change_record", json!({ "entity": entity, "id": id, "values": values })))
}

/// How many cases a property is tried on: `everyday` of them while one works, and `LIAISE_CASES` times as many in the
/// gate. proptest's own `PROPTEST_CASES` would give every property the same number, whatever a case of it takes.
#[expect(clippy::disallowed_methods, reason = "whoever runs the tests is the edge here")]
pub(crate) fn cases(everyday: u32) -> Config {
    let times: u32 = std::env::var("LIAISE_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    Config::with_cases(everyday * times)
}
