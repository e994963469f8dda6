//! A computer with the program on it, and what is there before anything goes wrong: a partnership's file, a copy of it,
//! files of a colleague that wait to be taken in.

use std::{
    cell::Cell,
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, TimeDelta, Utc};
use liaise_core::{Ask, Desktop, Error, Home, Session, api};
use serde_json::{Value, json};

use crate::Outcome;

/// The passphrase of whoever works with the file.
pub(crate) const PASSPHRASE: &str = "three green kettles";
/// Files of the colleague.
pub(crate) const BUNDLES: usize = 6;
/// Analyses in each.
pub(crate) const PARTS: usize = 4;

/// A computer whose folders lie in one.
pub(crate) struct Computer {
    pub(crate) session: Session,
    folder: PathBuf,
    clock: Cell<DateTime<Utc>>,
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

impl Computer {
    /// One at a day of the year 2016.
    pub(crate) fn at(folder: &Path, day: i64) -> Outcome<Self> {
        let home = Home {
            data: folder.join("Liaise"),
            documents: folder.join("Documents"),
            language: "en".into(),
            fonts: vec![],
        };
        let clock = DateTime::from_timestamp(1_451_606_400, 0).ok_or("2016 began")? + TimeDelta::days(day);
        Ok(Self { session: Session::new(home, Box::new(Nobody)), folder: folder.into(), clock: Cell::new(clock) })
    }

    /// Runs a command, a minute after the one before.
    pub(crate) fn call(&self, name: &str, args: Value) -> Result<Value, Error> {
        self.clock.set(self.clock.get() + TimeDelta::minutes(1));
        api::call(&self.session, self.clock.get(), name, args)
    }

    /// The records of a kind.
    pub(crate) fn list(&self, entity: &str) -> Result<Vec<Value>, Error> {
        let listed = self.call("list_records", json!({ "entity": entity }))?;
        Ok(listed.as_array().cloned().unwrap_or_default())
    }

    /// The partnership's file.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join("Liaise").join("Town.liaise")
    }

    /// The file of the colleague with this number.
    pub(crate) fn bundle(&self, number: usize) -> PathBuf {
        self.folder.join("Documents").join(format!("colleague {number}.liaise-bundle"))
    }

    /// The copies of the file, by name, and where each lies.
    pub(crate) fn copies(&self) -> Result<Vec<(String, String)>, Error> {
        let copies = self.call("backups", json!({}))?;
        let text = |copy: &Value, field: &str| copy[field].as_str().unwrap_or_default().to_owned();
        let copies = copies.as_array().into_iter().flatten();
        Ok(copies.map(|copy| (text(copy, "file_name"), text(copy, "path"))).collect())
    }

    /// Opens the file, with the passphrase if it asks for one; whether it did.
    pub(crate) fn open(&self) -> Result<bool, Error> {
        match self.call("open_file", json!({ "path": self.file() })) {
            Err(Error::Locked) => {
                self.call("unlock_file", json!({ "path": self.file(), "passphrase": PASSPHRASE }))?;
                Ok(true)
            }
            opened => opened.map(|_| false),
        }
    }
}

/// The least that an analysis needs, under a title.
pub(crate) fn analysis(title: &str, territory: &str) -> Value {
    json!({
        "title": words(title), "territory": words(territory), "period_from": "2016-01-01", "period_to": "2016-03-31",
    })
}

/// A text in English.
pub(crate) fn words(words: &str) -> Value {
    json!({ "source": "en", "words": { "en": words } })
}

/// The title of an analysis in a file of the colleague.
pub(crate) fn part(bundle: usize, part: usize) -> String {
    format!("colleague {bundle} part {part}")
}

/// Makes what is there before, in the folder `own` of `folder`, with the first file of the colleague taken in.
pub(crate) fn make(folder: &Path, encrypted: bool) -> Outcome<PathBuf> {
    let (own_folder, other_folder) = (folder.join("own"), folder.join("other"));
    for one in [&own_folder, &other_folder] {
        fs::create_dir_all(one.join("Documents"))?;
    }
    let (own, other) = (Computer::at(&own_folder, 0)?, Computer::at(&other_folder, 1)?);
    let file = json!({ "partner": "LIE", "name": "Town", "language": "en", "agencies": [] });
    own.call("create_file", json!({ "file": file }))?;
    own.call("join_exchange", json!({ "label": "Own" }))?;
    let key = other.call("exchange", json!({}))?["key"].clone();
    own.call("add_member", json!({ "label": "Other", "key": key }))?;
    let all = folder.join("all.liaise-bundle");
    own.call("write_bundle", json!({ "path": all }))?;
    take_in(&other, &all)?;
    for bundle in 0..BUNDLES {
        for number in 0..PARTS {
            let values = analysis(&part(bundle, number), "Colleague");
            other.call("create_record", json!({ "entity": "situation_analysis", "values": values }))?;
        }
        other.call("write_bundle", json!({ "path": own.bundle(bundle) }))?;
    }
    take_in(&own, &own.bundle(0))?;
    if encrypted {
        own.call("protect_file", json!({ "name": "Ada", "passphrase": PASSPHRASE }))?;
        let values = json!({ "name": "Ben", "role": "contributor", "agency": null });
        own.call("add_user", json!({ "values": values, "passphrase": "seven quiet bridges" }))?;
    }
    own.call("close_file", json!({}))?;
    Ok(own_folder)
}

/// Takes in a file as its plan says.
pub(crate) fn take_in(computer: &Computer, bundle: &Path) -> Result<Value, Error> {
    let plan = computer.call("compare_bundle", json!({ "path": bundle }))?;
    computer.call("accept_bundle", json!({ "path": bundle, "digest": plan["digest"] }))
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
