//! What several laptops wrote at once, for the officer who chooses: each value with the laptop and the time. Choosing is
//! a save like any other, and can be taken back.

use serde::Serialize;
use serde_json::{Map, Value};

use super::member;
use crate::{
    Result, records,
    session::Session,
    store::{Clash, MergedRecord, Reader, Writer},
};

/// A field that holds more than one value.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Conflict {
    /// The record's kind.
    pub entity: String,
    /// Its id.
    pub record: String,
    /// The words by which an officer knows it.
    pub name: String,
    /// The field; after a slash the language of a text or the member of a set. `~deleted` where one laptop deleted what
    /// another one changed.
    pub field: String,
    /// Its values.
    pub choices: Vec<ConflictChoice>,
}

/// A value, and who wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ConflictChoice {
    /// The value: of one language of a text, its words; of `~deleted`, whether it stays deleted.
    pub value: Value,
    /// What the laptop is called; none if it is not known here.
    pub device: Option<String>,
    /// When, RFC 3339.
    pub at: String,
}

/// What is to be chosen, and between what.
pub fn conflicts(session: &Session, _: chrono::DateTime<chrono::Utc>) -> Result<Vec<Conflict>> {
    let language = session.language();
    session.read(|data| data.clashes()?.into_iter().map(|clash| of(data, clash, language)).collect())
}

/// Chooses one of the values.
///
/// # Errors
/// [`crate::Error::NotFound`] when there is nothing to choose any more, or not this value.
pub fn settle(data: &Writer<'_>, record: String, field: String, choice: Value) -> Result<()> {
    data.settle(&record, &field, &choice)?;
    let kind = data.kind_of(&record)?;
    if !data.exists(&kind, &record)? {
        // It stays deleted, and so goes what was added to it at the same time.
        records::delete_parts(data, records::entity(&kind)?, &record)?;
    }
    Ok(())
}

/// The conflicts that taking in a file would make in one record.
pub(super) fn of_merged(data: &Reader<'_>, merged: &MergedRecord, language: &str) -> Result<Vec<Conflict>> {
    merged.clashes.iter().map(|clash| of(data, clash.clone(), language)).collect()
}

/// The words by which an officer knows a record of a kind.
pub(super) fn name_of(entity: &str, fields: &Map<String, Value>, language: &str) -> String {
    records::entity(entity).map(|info| records::label(info, fields, language)).unwrap_or_default()
}

fn of(data: &Reader<'_>, clash: Clash, language: &str) -> Result<Conflict> {
    let choices = clash.choices.into_iter().map(|choice| {
        let device = member::label_of(data, &choice.author)?;
        Ok(ConflictChoice { value: choice.value, device, at: choice.at })
    });
    Ok(Conflict {
        name: name_of(&clash.entity, &clash.fields, language),
        entity: clash.entity,
        record: clash.record,
        field: clash.leaf,
        choices: choices.collect::<Result<_>>()?,
    })
}
