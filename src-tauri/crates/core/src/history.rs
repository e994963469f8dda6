//! What happened to a record, field by field, for the officer who wants to know what was there before: earlier wordings
//! of a logframe, earlier baselines and targets.

use serde_json::Value;

use crate::{
    Result, erasure,
    error::Error,
    exchange::label_of,
    records::entity,
    store::{Reader, laptop_and_user},
};

/// One save of a record.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Change {
    /// When, RFC 3339.
    pub at: String,
    /// What the computer is called on which it was saved; none if it is not known here.
    pub by: Option<String>,
    /// Whether it was this one.
    pub own: bool,
    /// What happened to it.
    pub what: What,
    /// What was changed; nothing for the save that made the record.
    pub fields: Vec<FieldChange>,
}

/// What a save did to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "WhatHappened")]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It was made.
    Made,
    /// Some of its fields were changed.
    Changed,
    /// It was deleted.
    Deleted,
    /// It came back.
    Restored,
}

/// A record and its latest change.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct ChangedRecord {
    /// Its kind.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// The words by which an officer knows it, or knew it.
    pub name: String,
    /// When it was changed last, RFC 3339.
    pub at: String,
    /// What the computer is called on which that was; none if it is not known here.
    pub by: Option<String>,
    /// Whether it was this one.
    pub own: bool,
    /// Whether it is deleted.
    pub deleted: bool,
}

/// So many records are named, those that were changed last.
const LISTED: u32 = 500;

/// A field before and after a save.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct FieldChange {
    /// The field's name.
    pub field: &'static str,
    /// What was there.
    pub before: Value,
    /// What was put there.
    pub after: Value,
}

/// What happened to a record, be it there or deleted, the latest first.
///
/// # Errors
/// [`Error::NotFound`]
pub fn record_history(data: &Reader<'_>, name: String, id: String) -> Result<Vec<Change>> {
    let info = entity(&name)?;
    if data.kind_of(&id)? != info.name {
        return Err(Error::NotFound);
    }
    let mut before = serde_json::Map::new();
    let mut there = false;
    let this = data.own_laptop()?;
    let mut changes = vec![];
    for moment in data.moments(info, &id)? {
        let first = before.is_empty();
        let fields =
            info.fields.iter().map(|field| field.name).filter(|field| !first && moment.values.contains_key(*field));
        let fields: Vec<FieldChange> = fields
            .map(|field| FieldChange { field, before: before[field].clone(), after: moment.values[field].clone() })
            .collect();
        let what = match (first, there, moment.there) {
            (true, ..) => What::Made,
            (_, true, false) => What::Deleted,
            (_, false, true) => What::Restored,
            _ => What::Changed,
        };
        let own = laptop_and_user(&moment.author).0 == this;
        changes.push(Change { at: moment.at, by: label_of(data, &moment.author)?, own, what, fields });
        for field in info.fields {
            before.entry(field.name).or_insert(Value::Null);
        }
        before.extend(moment.values);
        there = moment.there;
    }
    changes.reverse();
    Ok(changes)
}

/// The records that were changed last, of every kind or of one, deleted ones included; the latest first.
///
/// # Errors
/// [`Error::BadArguments`] for a kind that is none.
pub fn changed_records(data: &Reader<'_>, language: String, kind: Option<String>) -> Result<Vec<ChangedRecord>> {
    let kind = kind.map(|name| entity(&name)).transpose()?.map(|info| info.name);
    let this = data.own_laptop()?;
    let mut found = vec![];
    for touched in data.touched_last(kind, LISTED)? {
        let info = entity(&touched.entity)?;
        found.push(ChangedRecord {
            entity: info.name,
            name: erasure::name_of(info, &touched.values, &language),
            by: label_of(data, &touched.author)?,
            own: laptop_and_user(&touched.author).0 == this,
            id: touched.id,
            at: touched.at,
            deleted: touched.deleted,
        });
    }
    Ok(found)
}
