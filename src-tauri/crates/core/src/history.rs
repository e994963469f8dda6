//! What happened to a record, field by field, for the officer who wants to know what was there before: earlier wordings
//! of a logframe, earlier baselines and targets.

use serde_json::Value;

use crate::{Result, records::entity, store::Reader};

/// One save of a record.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Change {
    /// When, RFC 3339.
    pub at: String,
    /// What was changed; nothing for the save that made the record.
    pub fields: Vec<FieldChange>,
}

/// A field before and after a save.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct FieldChange {
    /// The field's name.
    pub field: &'static str,
    /// What was there.
    pub before: Value,
    /// What was put there.
    pub after: Value,
}

/// What happened to a record, the latest first.
///
/// # Errors
/// [`crate::Error::NotFound`]
pub fn record_history(data: &Reader<'_>, name: String, id: String) -> Result<Vec<Change>> {
    let info = entity(&name)?;
    data.object(info, &id)?;
    let mut before = serde_json::Map::new();
    let mut changes = vec![];
    for moment in data.moments(info, &id)? {
        let first = before.is_empty();
        let fields =
            info.fields.iter().map(|field| field.name).filter(|field| !first && moment.values.contains_key(*field));
        let fields = fields
            .map(|field| FieldChange { field, before: before[field].clone(), after: moment.values[field].clone() })
            .collect();
        changes.push(Change { at: moment.at, fields });
        for field in info.fields {
            before.entry(field.name).or_insert(Value::Null);
        }
        before.extend(moment.values);
    }
    changes.reverse();
    Ok(changes)
}
