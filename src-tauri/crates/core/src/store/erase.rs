//! Erasing: every change of a document goes, with its rows, what waited for it and what could be taken back; a tombstone
//! without a name is left, which keeps an old file from bringing it back and travels with every file.
//!
//! A document is erased whole. Where part of it is to stay (a person without the name, a dossier in whose words a name
//! stood) a successor takes its place: a document of its own with the same records, whose id follows from that of the
//! erased one, so that two laptops that do the same make one successor. What a laptop had written that the successor does
//! not know of is carried over when it hears of it. Who may erase, and what, is asked elsewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use automerge::{AutoCommit, Change, ROOT, ReadDoc as _, ScalarValue};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Brought, DataKey, Incoming, Reader, Store, Writer, content, dossier, seal};
use crate::{Result, error::Error};

/// What becomes of a document that is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ErasureWay")]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Nothing of it stays.
    Erased,
    /// What can be counted stays, without a name.
    Anonymised,
    /// It stays without some words, and without its history.
    Cleared,
}

impl Way {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Erased => "erased",
            Self::Anonymised => "anonymised",
            Self::Cleared => "cleared",
        }
    }

    fn of(code: &str) -> Option<Self> {
        [Self::Erased, Self::Anonymised, Self::Cleared].into_iter().find(|way| way.code() == code)
    }
}

/// What is left of an erased document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tombstone {
    /// Id of the document.
    pub document: String,
    /// The kind of record it was.
    pub entity: String,
    /// Why: a code of the catalogue `erasure_reason`.
    pub reason: String,
    /// How.
    pub way: Way,
    /// When, RFC 3339.
    pub at: String,
    /// The changes that the successor knows of, the first eight bytes of each hash, hexadecimal.
    pub seen: Vec<String>,
    /// Public key of the laptop that erased it.
    pub signer: String,
    /// Its signature, hexadecimal.
    pub signature: String,
}

impl Tombstone {
    /// What is signed.
    pub fn signed(&self) -> Vec<u8> {
        let parts = [&self.document, &self.entity, &self.reason, self.way.code(), &self.at, &self.signer];
        format!("LIAISE-ERASURE {} {}", parts.join(" "), self.seen.join(",")).into_bytes()
    }

    /// Id of the document that may take its place.
    pub fn successor(&self) -> String {
        successor(&self.document)
    }
}

/// Id of the document that takes the place of an erased one.
pub(super) fn successor(document: &str) -> String {
    let hash = Sha256::digest(format!("successor of {document}"));
    let bytes: [u8; 16] = hash[..16].try_into().expect("a SHA-256 has 32 bytes");
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// Words of a record, as they are or once were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The document.
    pub document: String,
    /// The record.
    pub record: String,
    /// The field, after a slash the language of a text.
    pub leaf: String,
    /// The words.
    pub words: String,
    /// Whether it says so now.
    pub now: bool,
}

/// A leaf of a document: its key, and what it holds.
pub type Leaf = (String, ScalarValue);

/// What was written here and the successor of its document does not know of.
pub(super) type Carried = Vec<Leaf>;

impl Reader<'_> {
    /// Whether a document was erased here, or takes the place of one of which nothing was to stay.
    pub fn erased(&self, document: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM erased WHERE document = ?1 OR (successor = ?1 AND way = 'erased')";
        Ok(self.conn.prepare_cached(sql)?.exists([document])?)
    }

    /// All tombstones, the oldest first.
    pub fn tombstones(&self) -> Result<Vec<Tombstone>> {
        let sql = "SELECT document, entity, reason, way, at, seen, signer, signature FROM erased ORDER BY at, document";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            let (way, seen): (String, String) = (row.get(3)?, row.get(5)?);
            found.push(Tombstone {
                document: row.get(0)?,
                entity: row.get(1)?,
                reason: row.get(2)?,
                way: Way::of(&way).ok_or_else(|| Error::DamagedFile(format!("no way of erasing: {way}")))?,
                at: row.get(4)?,
                seen: seen.split(',').filter(|hash| !hash.is_empty()).map(str::to_owned).collect(),
                signer: row.get(6)?,
                signature: row.get(7)?,
            });
        }
        Ok(found)
    }

    /// How many tombstones there are.
    pub fn tombstone_count(&self) -> Result<u32> {
        Ok(self.conn.prepare_cached("SELECT count(*) FROM erased")?.query_row([], |row| row.get(0))?)
    }

    /// The ids that a query finds for one.
    pub fn ids(&self, sql: &str, of: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map([of], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The document in which a record lies, be it deleted or not.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn document_for(&self, record: &str) -> Result<String> {
        self.document_of(record)?.ok_or(Error::NotFound)
    }

    /// The kind of record that a document is about, if it is here.
    pub(super) fn kind_of_document(&self, document: &str) -> Result<Option<String>> {
        let sql = "SELECT entity FROM document WHERE id = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([document], |row| row.get(0)).optional()?)
    }

    /// Id of the record that a document is about.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn root_of(&self, document: &str) -> Result<String> {
        Ok(self
            .conn
            .prepare_cached("SELECT root FROM document WHERE id = ?1")?
            .query_row([document], |row| row.get(0))?)
    }

    /// What another copy of the file has to take in so that it holds nothing that was erased here.
    pub(crate) fn erasures(&self) -> Result<Brought> {
        Ok(Brought { tombstones: self.tombstones()?, changes: self.successors()?, contents: vec![] })
    }

    /// The changes of the documents that took the place of erased ones.
    fn successors(&self) -> Result<Vec<Incoming>> {
        let sql = "SELECT document, bytes FROM change WHERE document IN (SELECT successor FROM erased) ORDER BY seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok(Incoming { document: row.get(0)?, bytes: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The ids of records of one kind that are deleted, and so in the history alone, each with the day of its last change.
    pub fn deleted_of(&self, entity: &str) -> Result<Vec<(String, NaiveDate)>> {
        let sql = "SELECT id, date(updated_at) FROM record WHERE entity = ?1 AND deleted ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([entity], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        rows.map(|row| {
            let (id, day) = row?;
            Ok((id, day.parse().map_err(|_| Error::DamagedFile(format!("no day: {day}")))?))
        })
        .collect()
    }

    /// Every wording of every document but one that passes `wanted`, earlier ones included; each once.
    pub fn wordings(&self, but: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<Wording>> {
        let mut statement =
            self.conn.prepare_cached("SELECT document, bytes FROM change WHERE document <> ?1 ORDER BY seq")?;
        let mut rows = statement.query([but])?;
        let mut found: BTreeSet<(String, String, String)> = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let change = Change::from_bytes(row.get(1)?).map_err(|error| Error::DamagedFile(error.to_string()))?;
            let document: String = row.get(0)?;
            for operation in change.decode().operations {
                let (automerge::legacy::Key::Map(key), Some(ScalarValue::Str(words))) =
                    (&operation.key, operation.primitive_value())
                else {
                    continue;
                };
                if !key.contains("/~") && wanted(&words) {
                    found.insert((document.clone(), key.to_string(), words.to_string()));
                }
            }
        }
        let mut dossiers: BTreeMap<&str, AutoCommit> = BTreeMap::new();
        let mut wordings = vec![];
        for (document, key, words) in &found {
            if !dossiers.contains_key(&**document) {
                dossiers.insert(document, dossier::load(self, document, "")?);
            }
            let dossier = &dossiers[&**document];
            let record = dossier::record_of(key);
            let leaf = key.strip_prefix(record).unwrap_or_default().trim_start_matches('/');
            let now = !dossier::deleted(dossier, record)
                && dossier::values_of(dossier, key)?.contains(&ScalarValue::from(words.as_str()));
            wordings.push(Wording {
                document: document.clone(),
                record: record.into(),
                leaf: leaf.into(),
                words: words.clone(),
                now,
            });
        }
        Ok(wordings)
    }

    /// Takes a document out of every table. What it was is in no row afterwards.
    pub(super) fn purge(&self, document: &str) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM waiting WHERE document = ?1")?.execute([document])?;
        self.conn.prepare_cached("DELETE FROM document WHERE id = ?1")?.execute([document])?;
        Ok(())
    }

    /// Keeps a tombstone. Of two for one document the one that leaves nothing counts.
    pub(super) fn bury(&self, tombstone: &Tombstone) -> Result<()> {
        let sql = "INSERT INTO erased (document, entity, reason, way, at, successor, seen, signer, signature)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                   ON CONFLICT (document) DO UPDATE SET way = excluded.way, reason = excluded.reason, at = excluded.at,
                       seen = excluded.seen, signer = excluded.signer, signature = excluded.signature
                   WHERE excluded.way = 'erased' AND way <> 'erased'";
        self.conn.prepare_cached(sql)?.execute(params![
            tombstone.document,
            tombstone.entity,
            tombstone.reason,
            tombstone.way.code(),
            tombstone.at,
            tombstone.successor(),
            tombstone.seen.join(","),
            tombstone.signer,
            tombstone.signature,
        ])?;
        Ok(())
    }

    /// What was written here to a document since the changes that its successor knows of.
    pub(super) fn unseen(&self, document: &str, seen: &[String]) -> Result<Carried> {
        let seen: BTreeSet<&str> = seen.iter().map(String::as_str).collect();
        let mut statement = self.conn.prepare_cached("SELECT bytes FROM change WHERE document = ?1 ORDER BY seq")?;
        let mut rows = statement.query([document])?;
        let mut keys = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let change = Change::from_bytes(row.get(0)?).map_err(|error| Error::DamagedFile(error.to_string()))?;
            if seen.contains(&*short(&change)) {
                continue;
            }
            for operation in change.decode().operations {
                if let automerge::legacy::Key::Map(key) = operation.key {
                    keys.insert(key.to_string());
                }
            }
        }
        let dossier = dossier::load(self, document, "")?;
        let value = |key: String| dossier::get(&dossier, &key).map(|value| (key, value));
        Ok(keys.into_iter().filter_map(value).collect())
    }
}

/// A change as a tombstone names it.
fn short(change: &Change) -> String {
    crate::hex::encode(&change.hash().0[..8])
}

impl Writer<'_> {
    /// Erases a document; `sign` signs the tombstone. `keep` makes of its leaves those of the document that takes its place;
    /// of a document of which nothing stays it is not asked.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a document that is not here.
    pub fn erase(
        &self,
        document: &str,
        reason: &str,
        way: Way,
        sign: &dyn Fn(&mut Tombstone),
        keep: &dyn Fn(Vec<Leaf>) -> Vec<Leaf>,
    ) -> Result<()> {
        let entity = self.kind_of_document(document)?.ok_or(Error::NotFound)?;
        let (mut leaves, mut seen) = (vec![], vec![]);
        if way != Way::Erased {
            (leaves, seen) = self.with_dossier(document, |dossier| {
                let keys: Vec<String> = dossier.keys(ROOT).collect();
                let held = keys.into_iter().filter_map(|key| dossier::get(dossier, &key).map(|held| (key, held)));
                let leaves = keep(held.filter(|(_, held)| *held != ScalarValue::Null).collect());
                Ok((leaves, dossier.get_changes(&[]).iter().map(short).collect()))
            })?;
        }
        let sql = "SELECT root, owner, personal FROM document WHERE id = ?1";
        let row =
            |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?));
        let (root, owner, personal) = self.conn.prepare_cached(sql)?.query_row([document], row)?;
        let mut tombstone = Tombstone {
            document: document.into(),
            entity: entity.clone(),
            reason: reason.into(),
            way,
            at: self.now.to_rfc3339(),
            seen,
            signer: String::new(),
            signature: String::new(),
        };
        sign(&mut tombstone);
        self.purge(document)?;
        self.dossiers.borrow_mut().remove(document);
        self.touched.borrow_mut().remove(document);
        self.bury(&tombstone)?;
        let successor = tombstone.successor();
        if way == Way::Erased {
            return self.purge(&successor);
        }
        let sql = "INSERT INTO document (id, root, entity, owner, personal) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.conn.prepare_cached(sql)?.execute(params![successor, root, entity, owner, personal])?;
        self.with_dossier(&successor, |dossier| {
            // Put as it was, without the stamp of a change: who changed what when is part of what stays.
            for (key, value) in &leaves {
                dossier::put(dossier, key, value)?;
            }
            Ok(())
        })?;
        for record in self.with_dossier(&successor, |dossier| Ok(dossier::records(dossier)))? {
            self.project(&successor, &record)?;
        }
        Ok(())
    }
}

impl Store {
    /// Runs `body`, which erases, and sees to it that what was erased is in no byte of the file or its log, and can be taken
    /// back by nobody.
    pub fn erase<T>(&mut self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        let output = self.note(now, body)?;
        self.forget()?;
        Ok(output)
    }

    /// Makes the file anew without what was deleted from it, and empties its log.
    pub(super) fn forget(&mut self) -> Result<()> {
        self.dossiers.clear();
        self.undo.erased();
        content::sweep(&self.conn)?;
        // What is deleted is overwritten, but pages that are joined or split may keep shreds of what lay on them.
        self.conn.execute_batch("VACUUM")?;
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Erases what was erased in another file of this partnership, and takes in what stands in its place.
    ///
    /// # Errors
    /// As [`Store::merge`].
    pub fn erase_also(&mut self, now: DateTime<Utc>, brought: &Brought) -> Result<()> {
        let (_, _, tx) = self.take_in(now, brought, |_, _| Ok(()))?;
        tx.commit()?;
        self.forget()
    }

    /// Whether the file at a path holds any of these documents. It is not opened for anything else.
    ///
    /// # Errors
    /// As the system says; [`Error::NotOurFile`].
    pub fn holds(path: &Path, documents: &[&str], key: Option<&DataKey>) -> Result<bool> {
        let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        seal::unlock(&conn, key)?;
        let mut statement = conn.prepare("SELECT 1 FROM document WHERE id = ?1")?;
        for document in documents {
            if statement.exists([document])? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Writes carried leaves into the document that takes the place of the one in which they were.
pub(super) fn carry(dossier: &mut AutoCommit, carried: &Carried) -> Result<()> {
    for (key, value) in carried {
        if dossier::get(dossier, key).as_ref() != Some(value) {
            dossier::put(dossier, key, value)?;
        }
    }
    Ok(())
}
