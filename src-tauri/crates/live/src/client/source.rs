//! What a laptop keeps in step: the open file, through the core's own merge; or nothing yet, where the file is to be made
//! from what the server has.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Weak,
};

use automerge::{Automerge, Change, ChangeHash};
use chrono::{DateTime, Utc};
use liaise_core::{
    Error, Result, Session,
    exchange::live::{About, LiveFile, Whole},
    store::{Incoming, Tombstone, Way},
};

use crate::{conversation::Replica, talk::Source};

/// The open file of a partnership.
pub(super) struct OpenFile {
    file: LiveFile,
    clock: fn() -> DateTime<Utc>,
    /// The last change that was looked at.
    seen: i64,
    /// Changes that came from the server and were not looked at yet.
    came: HashSet<ChangeHash>,
    taken_in: u32,
    noted: Option<i64>,
    /// What the server says was erased.
    tombstones: Vec<Tombstone>,
    /// What was erased here, as the index says it, and how many tombstones that rests on.
    erased: (Option<u32>, BTreeMap<String, String>),
}

impl OpenFile {
    /// The open file, if it is this partnership's.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub(super) fn new(session: Weak<Session>, partnership: String, clock: fn() -> DateTime<Utc>) -> Result<Self> {
        let file = LiveFile::new(session, partnership);
        let noted = file.read(|data| data.in_step())?.map(|(upto, _)| upto);
        let (came, tombstones, erased) = (HashSet::new(), vec![], (None, BTreeMap::new()));
        Ok(Self { file, clock, seen: 0, came, taken_in: 0, noted, tombstones, erased })
    }

    /// Notes that the server has everything that was looked at.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn note_in_step(&mut self) -> Result<()> {
        if self.noted != Some(self.seen) {
            self.file.note_in_step((self.clock)(), self.seen)?;
            self.noted = Some(self.seen);
        }
        Ok(())
    }

    /// Takes in the erasures that are not known here, and keeps in mind those that cannot be taken in yet.
    fn bury_what_is_left(&mut self) -> Result<()> {
        let unknown = |file: &LiveFile, tombstones: &mut Vec<Tombstone>| -> Result<()> {
            let known = file.read(|data| data.tombstones())?;
            let says = |one: &Tombstone, other: &Tombstone| {
                one.document == other.document && (one.way == Way::Erased || other.way != Way::Erased)
            };
            tombstones.retain(|tombstone| !known.iter().any(|one| says(one, tombstone)));
            Ok(())
        };
        if self.tombstones.is_empty() {
            return Ok(());
        }
        unknown(&self.file, &mut self.tombstones)?;
        if !self.tombstones.is_empty() {
            self.file.keep((self.clock)(), vec![], &self.tombstones)?;
            unknown(&self.file, &mut self.tombstones)?;
        }
        Ok(())
    }

    /// How many changes came in since this was asked last.
    pub(super) fn taken_in(&mut self) -> u32 {
        std::mem::take(&mut self.taken_in)
    }
}

impl Replica for OpenFile {
    type Error = Error;

    fn load(&mut self, document: &str) -> Result<Vec<u8>> {
        self.file.read(|data| data.changes_of(document))
    }

    fn keep(&mut self, document: &str, changes: &[Change], _: &Automerge) -> Result<()> {
        self.taken_in += self.file.keep((self.clock)(), incoming(document, changes), &self.tombstones)?;
        self.came.extend(changes.iter().map(Change::hash));
        // Whoever signed an erasure may be a member only now.
        self.bury_what_is_left()
    }
}

impl Source for OpenFile {
    fn about(&mut self) -> Result<Option<About>> {
        self.file.about().map(Some)
    }

    fn documents(&mut self) -> Result<BTreeSet<String>> {
        self.file.read(|data| Ok(data.documents()?.into_iter().collect()))
    }

    fn erased(&mut self) -> Result<BTreeMap<String, String>> {
        let count = self.file.read(|data| data.tombstone_count())?;
        if self.erased.0 != Some(count) {
            let mut erased = BTreeMap::new();
            for document in self.file.read(|data| data.erased_documents())? {
                erased.insert(document, String::new());
            }
            for tombstone in self.file.erasures()? {
                let text = serde_json::to_string(&tombstone).map_err(|error| Error::Storage(error.to_string()))?;
                erased.insert(tombstone.document, text);
            }
            self.erased = (Some(count), erased);
        }
        Ok(self.erased.1.clone())
    }

    fn bury(&mut self, erased: &BTreeMap<String, String>) -> Result<()> {
        // What a newer version writes it reads itself; here its document is left alone.
        self.tombstones = erased.values().filter_map(|text| serde_json::from_str(text).ok()).collect();
        self.bury_what_is_left()
    }

    fn news(&mut self) -> Result<Vec<Incoming>> {
        let seen = self.seen;
        let (news, last) = self.file.read(|data| Ok((data.outgoing(seen)?, data.changes_after(seen)?.1)))?;
        self.seen = last;
        let own = |change: &Incoming| {
            let hash = Change::from_bytes(change.bytes.clone()).map(|change| change.hash());
            hash.is_ok_and(|hash| !self.came.contains(&hash))
        };
        let news = news.into_iter().filter(own).collect();
        self.came.clear();
        Ok(news)
    }
}

/// A laptop without the partnership's file: what comes is collected in memory.
#[derive(Default)]
pub(super) struct Nothing {
    documents: BTreeMap<String, Vec<Change>>,
}

impl Replica for Nothing {
    type Error = Error;

    fn load(&mut self, document: &str) -> Result<Vec<u8>> {
        let changes = self.documents.get(document).into_iter().flatten();
        Ok(changes.flat_map(|change| change.raw_bytes().to_vec()).collect())
    }

    fn keep(&mut self, document: &str, changes: &[Change], _: &Automerge) -> Result<()> {
        self.documents.entry(document.into()).or_default().extend(changes.iter().cloned());
        Ok(())
    }
}

impl Source for Nothing {
    fn about(&mut self) -> Result<Option<About>> {
        Ok(None)
    }

    fn documents(&mut self) -> Result<BTreeSet<String>> {
        Ok(self.documents.keys().cloned().collect())
    }

    fn erased(&mut self) -> Result<BTreeMap<String, String>> {
        Ok(BTreeMap::new())
    }

    fn bury(&mut self, _: &BTreeMap<String, String>) -> Result<()> {
        Ok(())
    }

    fn news(&mut self) -> Result<Vec<Incoming>> {
        Ok(vec![])
    }
}

impl Nothing {
    /// Everything that came, with what the server says of the partnership.
    pub(super) fn whole(&self, about: About) -> Whole {
        let changes = self.documents.iter().flat_map(|(document, changes)| incoming(document, changes));
        Whole { about, changes: changes.collect() }
    }
}

fn incoming(document: &str, changes: &[Change]) -> Vec<Incoming> {
    let one = |change: &Change| Incoming { document: document.into(), bytes: change.raw_bytes().to_vec() };
    changes.iter().map(one).collect()
}
