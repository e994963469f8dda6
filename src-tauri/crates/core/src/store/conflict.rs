//! Where two people wrote at once: both values, who wrote them and when, and settling it. The history keeps both for
//! ever; the table `conflict` only says where there is still something to choose.

use std::collections::BTreeMap;

use automerge::{AutoCommit, ROOT, ReadDoc as _, ScalarValue, Value as AmValue};
use rusqlite::{OptionalExtension as _, params};
use serde_json::{Map, Value};

use super::{
    Reader, Typed, Writer,
    dossier::{self, Recorded},
};
use crate::{Result, error::Error, protection::Grant, records};

/// A leaf of a record that holds more than one value.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// The record's kind.
    pub entity: String,
    /// Its id.
    pub record: String,
    /// The field, after a slash the language of a text or the member of a set; `~deleted` where one side deleted what
    /// the other one changed.
    pub leaf: String,
    /// The record's fields as the history has them, whether it is deleted or not; none of a kind that is not known here.
    pub fields: Map<String, Value>,
    /// The values, in an order of their own that is the same on every laptop.
    pub choices: Vec<Written>,
}

/// A value, and who wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The value.
    pub value: Value,
    /// The laptop, as the history names it.
    pub author: String,
    /// When, RFC 3339.
    pub at: String,
}

impl Reader<'_> {
    /// Everything that is to be chosen, by record.
    pub fn clashes(&self) -> Result<Vec<Clash>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT c.record, r.document FROM conflict c JOIN record r ON r.id = c.record ORDER BY c.record",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let torn: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
        let mut dossiers: BTreeMap<String, AutoCommit> = BTreeMap::new();
        let mut clashes = vec![];
        for (record, document) in torn {
            if !dossiers.contains_key(&document) {
                dossiers.insert(document.clone(), dossier::load(self, &document, "")?);
            }
            let dossier = &dossiers[&document];
            clashes.extend(of_record(self, &document, dossier, &record, &dossier::record(dossier, &record)?)?);
        }
        Ok(clashes)
    }
}

impl Writer<'_> {
    /// Writes one of the values that a leaf holds, which settles it on every laptop. What was deleted and changed at once
    /// comes back with all that was deleted with it, or stays deleted.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is nothing to choose, or not this value; [`Error::NotAllowed`] when whoever works with
    /// the file may not write this kind of record.
    pub fn settle(&self, record: &str, leaf: &str, choice: &Value) -> Result<()> {
        let document = self.document_of(record)?.ok_or(Error::NotFound)?;
        self.grant.allow(Grant::to_write(&self.kind_of(record)?))?;
        let mut torn = self.conn.prepare_cached("SELECT 1 FROM conflict WHERE record = ?1 AND leaf = ?2")?;
        if !torn.exists(params![record, leaf])? {
            return Err(Error::NotFound);
        }
        if leaf == dossier::DELETED {
            return self.settle_deletion(&document, record, choice);
        }
        let key = format!("{record}/{leaf}");
        let values = self.with_dossier(&document, |dossier| dossier::values_of(dossier, &key))?;
        let chosen = values.into_iter().find(|value| dossier::json(value) == *choice).ok_or(Error::NotFound)?;
        self.set(&document, key, chosen, Typed::No)?;
        self.project(&document, record)
    }

    fn settle_deletion(&self, document: &str, record: &str, choice: &Value) -> Result<()> {
        match choice {
            Value::Bool(true) => {
                // What was changed at once is now older than somebody's word that it stays deleted.
                let stamp = dossier::stamp(self.now, self.author);
                self.set(document, dossier::key(record, dossier::UPDATED, ""), stamp.into(), Typed::No)?;
                self.project(document, record)
            }
            Value::Bool(false) => {
                for record in self.with_dossier(document, |dossier| deleted_with(dossier, record))? {
                    let key = dossier::key(&record, dossier::DELETED, "");
                    self.set(document, key, ScalarValue::Null, Typed::No)?;
                    self.project(document, &record)?;
                }
                Ok(())
            }
            _ => Err(Error::NotFound),
        }
    }
}

/// The record and those that the same save deleted.
fn deleted_with(dossier: &AutoCommit, record: &str) -> Result<Vec<String>> {
    let deletion = |record: &str| -> Result<Option<_>> {
        let found = dossier.get(ROOT, dossier::key(record, dossier::DELETED, ""))?;
        Ok(found.and_then(|(_, id)| dossier.hash_for_opid(&id)))
    };
    let this = deletion(record)?;
    let mut together = vec![];
    for other in dossier::records(dossier) {
        if other == record || this.is_some() && dossier::deleted(dossier, &other) && deletion(&other)? == this {
            together.push(other);
        }
    }
    Ok(together)
}

/// What a record is torn between.
pub(super) fn of_record(
    data: &Reader<'_>,
    document: &str,
    dossier: &AutoCommit,
    record: &str,
    recorded: &Recorded,
) -> Result<Vec<Clash>> {
    let mut clashes = vec![];
    for (leaf, values) in &recorded.conflicts {
        let mut choices: Vec<Written> = values
            .iter()
            .map(|value| Written { value: value.clone(), author: String::new(), at: String::new() })
            .collect();
        // Whoever changed a deleted record is named by the stamp of that change.
        let keys = if leaf == dossier::DELETED { [dossier::DELETED, dossier::UPDATED] } else { [&**leaf, ""] };
        for key in keys.iter().filter(|key| !key.is_empty()) {
            for (value, id) in dossier.get_all(ROOT, format!("{record}/{key}"))? {
                let AmValue::Scalar(scalar) = value else { continue };
                let Some(hash) = dossier.hash_for_opid(&id) else { continue };
                let sql = "SELECT at, author FROM change WHERE hash = ?1 AND document = ?2";
                let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
                let found = data.conn.prepare_cached(sql)?.query_row(params![&hash.0[..], document], row);
                let Some((at, author)) = found.optional()? else { continue };
                let deleting = *key == dossier::UPDATED && deletes(dossier, record, &hash)?;
                let meant = match *key {
                    dossier::UPDATED if deleting => continue,
                    dossier::UPDATED => Value::Bool(false),
                    _ => dossier::json(&scalar),
                };
                if let Some(choice) = choices.iter_mut().find(|choice| choice.value == meant && choice.at.is_empty()) {
                    (choice.at, choice.author) = (at, author);
                }
            }
        }
        let entity = recorded.entity.clone();
        let fields = records::entity(&entity).map(|info| recorded.values(info)).unwrap_or_default();
        clashes.push(Clash { entity, record: record.into(), leaf: leaf.clone(), fields, choices });
    }
    Ok(clashes)
}

/// Whether a change is one that deleted the record.
fn deletes(dossier: &AutoCommit, record: &str, hash: &automerge::ChangeHash) -> Result<bool> {
    let all = dossier.get_all(ROOT, dossier::key(record, dossier::DELETED, ""))?;
    Ok(all.iter().any(|(_, id)| dossier.hash_for_opid(id).as_ref() == Some(hash)))
}
