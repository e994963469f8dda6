//! Writing: the one place where a record changes. Every leaf goes into its dossier, every row follows from it, and one
//! write makes one change a dossier.

use std::collections::{BTreeSet, hash_map::Entry};

use automerge::{AutoCommit, ScalarValue};
use chrono::{DateTime, Utc};
use rusqlite::params;
use serde_json::{Map, Value};

use super::{Edit, Typed, Writer, dossier, project};
use crate::{
    Result,
    entity::{EntityInfo, Field, Kind},
    error::Error,
    protection::Grant,
};

impl Writer<'_> {
    /// The time of this write.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Saves the fields of a record, new or not: `values` may hold some of its fields only. What is equal already makes
    /// no change; a deleted record is there again.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] when whoever works with the file may not write this kind of record.
    pub fn put(&self, info: &EntityInfo, id: &str, values: &Map<String, Value>) -> Result<()> {
        self.grant.allow(Grant::to_write(info.name))?;
        let document = match self.document_of(id)? {
            Some(document) => document,
            None => self.enter(info, id, values)?,
        };
        if self.with_dossier(&document, |dossier| Ok(dossier::deleted(dossier, id)))? {
            self.set(&document, dossier::key(id, dossier::DELETED, ""), ScalarValue::Null, Typed::No)?;
        }
        for (name, value) in values {
            let Some(field) = info.field(name) else { continue };
            for (leaf, scalar) in dossier::leaves(field, value) {
                self.set(&document, dossier::key(id, name, &leaf), scalar, typed(field))?;
            }
            self.clear_missing_leaves(&document, id, field, value)?;
        }
        self.project(&document, id)
    }

    /// Marks a record as deleted. Its history stays until it is erased.
    pub fn remove(&self, id: &str) -> Result<()> {
        let document = self.document_of(id)?.ok_or(Error::NotFound)?;
        self.grant.allow(Grant::to_write(&self.kind_of(id)?))?;
        self.set(&document, dossier::key(id, dossier::DELETED, ""), true.into(), Typed::No)?;
        self.project(&document, id)
    }

    /// Finds the document for a new record and enters the record there: its parent's, or a new one for the root of a
    /// dossier and for a person, who must be erasable alone.
    fn enter(&self, info: &EntityInfo, id: &str, values: &Map<String, Value>) -> Result<String> {
        let document = match info.parent.filter(|_| !info.personal()) {
            None => {
                let document = uuid::Uuid::new_v4().to_string();
                let sql = "INSERT INTO document (id, root, entity, owner, personal) VALUES (?1, ?2, ?3, ?4, ?5)";
                let row = params![document, id, info.name, self.owner, info.personal()];
                self.conn.prepare_cached(sql)?.execute(row)?;
                self.set(&document, dossier::ROOT_RECORD.into(), id.into(), Typed::No)?;
                self.set(&document, dossier::OWNER.into(), self.owner.into(), Typed::No)?;
                document
            }
            Some(parent) => {
                let parent = values.get(parent).and_then(Value::as_str).unwrap_or_default();
                self.document_of(parent)?.ok_or(Error::NotFound)?
            }
        };
        if let Some(parent) = info.parent.and_then(|parent| values.get(parent)).and_then(Value::as_str) {
            self.touch(parent)?;
        }
        self.set(&document, dossier::key(id, dossier::ENTITY, ""), info.name.into(), Typed::No)?;
        let created = dossier::stamp(self.now, self.author);
        self.set(&document, dossier::key(id, dossier::CREATED, ""), created.into(), Typed::No)?;
        Ok(document)
    }

    /// Notes that a record got a new part: a colleague who deletes it meanwhile is asked whether it is to stay.
    fn touch(&self, record: &str) -> Result<()> {
        let Some(document) = self.document_of(record)? else { return Ok(()) };
        let (key, stamp) = (dossier::key(record, dossier::UPDATED, ""), dossier::stamp(self.now, self.author).into());
        let (now, author) = (self.now, self.author);
        match self.with_dossier(&document, |dossier| dossier::set(dossier, &key, &stamp, now, author))? {
            Some(_) => self.project(&document, record),
            None => Ok(()),
        }
    }

    /// Sets what the new value of a set or text does not name any more to nothing.
    fn clear_missing_leaves(&self, document: &str, id: &str, field: &Field, value: &Value) -> Result<()> {
        let kept: BTreeSet<String> = dossier::leaves(field, value).map(|(leaf, _)| leaf).collect();
        let present = self.with_dossier(document, |dossier| Ok(dossier::present_leaves(dossier, id, field.name)))?;
        for leaf in present.into_iter().filter(|leaf| !kept.contains(leaf)) {
            self.set(document, dossier::key(id, field.name, &leaf), ScalarValue::Null, typed(field))?;
        }
        Ok(())
    }

    /// The one place where anything changes.
    pub(super) fn set(&self, document: &str, key: String, after: ScalarValue, typed: Typed) -> Result<()> {
        let now = self.now;
        let author = self.author;
        let before = self.with_dossier(document, |dossier| dossier::set(dossier, &key, &after, now, author))?;
        if let Some(before) = before {
            self.edits.borrow_mut().push(Edit { document: document.into(), key, before, after, typed });
        }
        Ok(())
    }

    pub(super) fn with_dossier<T>(&self, document: &str, body: impl FnOnce(&mut AutoCommit) -> Result<T>) -> Result<T> {
        let mut dossiers = self.dossiers.borrow_mut();
        let dossier = match dossiers.entry(document.into()) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(dossier::load(&self.reader, document, self.author)?),
        };
        self.touched.borrow_mut().entry(document.into()).or_insert_with(|| dossier.get_heads());
        body(dossier)
    }

    pub(super) fn project(&self, document: &str, id: &str) -> Result<()> {
        self.with_dossier(document, |dossier| project::record(&self.reader, document, dossier, id))
    }

    /// Writes one change for each dossier that this write touched.
    pub(super) fn finish(&self) -> Result<()> {
        for (document, heads) in self.touched.borrow().iter() {
            let changes = self.with_loaded(document, |dossier| Ok(dossier::commit(dossier, heads, self.now)))?;
            for change in changes {
                let sql = "INSERT INTO change (hash, document, at, author, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
                self.conn.prepare_cached(sql)?.execute(params![
                    &change.hash().0[..],
                    document,
                    self.now.to_rfc3339(),
                    self.author,
                    change.raw_bytes()
                ])?;
            }
        }
        Ok(())
    }

    fn with_loaded<T>(&self, document: &str, body: impl FnOnce(&mut AutoCommit) -> Result<T>) -> Result<T> {
        body(self.dossiers.borrow_mut().get_mut(document).expect("a touched dossier is loaded"))
    }
}

fn typed(field: &Field) -> Typed {
    match field.kind {
        Kind::Line | Kind::Text | Kind::Note => Typed::Yes,
        _ => Typed::No,
    }
}
