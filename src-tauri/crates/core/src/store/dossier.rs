//! How records lie in a dossier's Automerge document: one flat map from `record/field/leaf` to a scalar.
//!
//! Flat, because two people who make the same nested map at once hide one side of it, while two writers of one scalar
//! leave both values to choose from. A text has a leaf for each language, a set one for each member, so that changes
//! to different languages or members never clash. Nothing here touches a table but to load changes.

use std::collections::BTreeMap;

use automerge::{
    ActorId, Author, AutoCommit, Change, ChangeHash, ROOT, ReadDoc as _, ScalarValue, ScalarValueRef, Value as AmValue,
    ValueRef,
    transaction::{CommitOptions, Transactable as _},
};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::Reader;
use crate::{
    Result,
    entity::{EntityInfo, Field, Kind},
    error::Error,
};

/// The key under which a document names its root record.
pub(super) const ROOT_RECORD: &str = "~root";
/// The key under which a document names the partner that owns it.
pub(super) const OWNER: &str = "~owner";
/// Pseudo-fields of every record; a tilde begins none of the real ones.
pub(super) const ENTITY: &str = "~entity";
pub(super) const CREATED: &str = "~created";
pub(super) const UPDATED: &str = "~updated";
pub(super) const DELETED: &str = "~deleted";
/// The leaf of a text that names its source language.
const SOURCE: &str = "~source";

/// The document's key of one leaf.
pub(super) fn key(record: &str, field: &str, leaf: &str) -> String {
    match leaf {
        "" => format!("{record}/{field}"),
        _ => format!("{record}/{field}/{leaf}"),
    }
}

/// The record that a key belongs to.
pub(super) fn record_of(key: &str) -> &str {
    key.split('/').next().unwrap_or(key)
}

/// Who did something when, as one sortable value.
pub(super) fn stamp(at: DateTime<Utc>, author: &str) -> String {
    format!("{} {author}", at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
}

/// Loads a document from its changes, ready for `author` to change. Each loading has an actor of its own, so that a
/// copied file can never repeat one.
pub(super) fn load(data: &Reader<'_>, document: &str, author: &str) -> Result<AutoCommit> {
    let mut statement = data.conn.prepare_cached("SELECT bytes FROM change WHERE document = ?1 ORDER BY seq")?;
    let mut rows = statement.query([document])?;
    let mut bytes = vec![];
    while let Some(row) = rows.next()? {
        bytes.extend_from_slice(row.get_ref(0)?.as_blob().map_err(|error| Error::DamagedFile(error.to_string()))?);
    }
    let mut dossier = AutoCommit::new();
    if !bytes.is_empty() {
        dossier.load_incremental(&bytes)?;
    }
    // After loading: an empty document that loads changes forgets both.
    dossier.set_actor(ActorId::random());
    dossier.set_author(Some(Author::from(author.as_bytes().to_vec())));
    Ok(dossier)
}

/// Puts one leaf. Returns what was there before, or nothing when it was equal already.
pub(super) fn set(
    dossier: &mut AutoCommit,
    key: &str,
    after: &ScalarValue,
    now: DateTime<Utc>,
    author: &str,
) -> Result<Option<ScalarValue>> {
    let all = values_of(dossier, key)?;
    let settled = all.len() <= 1;
    let before = winner(all);
    if before == *after && settled {
        return Ok(None);
    }
    dossier.put(ROOT, key, after.clone())?;
    let record = record_of(key);
    if !record.starts_with('~') {
        let updated = self::key(record, UPDATED, "");
        let stamp = ScalarValue::from(stamp(now, author));
        if get(dossier, &updated).as_ref() != Some(&stamp) {
            dossier.put(ROOT, updated, stamp)?;
        }
    }
    Ok(Some(before))
}

/// Puts one leaf as it is, without a stamp of who did so when.
pub(super) fn put(dossier: &mut AutoCommit, key: &str, value: &ScalarValue) -> Result<()> {
    Ok(dossier.put(ROOT, key, value.clone())?)
}

/// The value of one leaf.
pub(super) fn get(dossier: &AutoCommit, key: &str) -> Option<ScalarValue> {
    match dossier.get(ROOT, key) {
        Ok(Some((AmValue::Scalar(scalar), _))) => Some(scalar.into_owned()),
        _ => None,
    }
}

/// Every value that a leaf holds, the one that [`get`] has last: more than one where people wrote at once.
pub(super) fn values_of(dossier: &AutoCommit, key: &str) -> Result<Vec<ScalarValue>> {
    let all = dossier.get_all(ROOT, key)?.into_iter();
    Ok(all
        .map(|(value, _)| match value {
            AmValue::Scalar(scalar) => scalar.into_owned(),
            // Nothing of ours, and the same nothing wherever it is looked at.
            AmValue::Object(_) => ScalarValue::Null,
        })
        .collect())
}

fn winner(values: Vec<ScalarValue>) -> ScalarValue {
    values.into_iter().next_back().unwrap_or(ScalarValue::Null)
}

/// The value of a leaf that a range came upon.
fn found(value: ValueRef<'_>) -> Option<ScalarValue> {
    match value {
        ValueRef::Scalar(scalar) => Some(scalar.into()),
        ValueRef::Object(_) => None,
    }
}

/// The words of one leaf, if it has words.
pub(super) fn line(dossier: &AutoCommit, key: &str) -> Option<String> {
    get(dossier, key).as_ref().and_then(text)
}

/// Whether a record is marked as deleted.
pub(super) fn deleted(dossier: &AutoCommit, record: &str) -> bool {
    get(dossier, &key(record, DELETED, "")) == Some(ScalarValue::Boolean(true))
}

/// Ends the pending transaction; the changes since `heads`.
pub(super) fn commit(dossier: &mut AutoCommit, heads: &[ChangeHash], now: DateTime<Utc>) -> Vec<Change> {
    dossier.commit_with(CommitOptions::default().with_time(now.timestamp_millis()));
    dossier.get_changes(heads)
}

/// The records that a document holds, deleted ones included.
pub(super) fn records(dossier: &AutoCommit) -> Vec<String> {
    let suffix = format!("/{ENTITY}");
    dossier.keys(ROOT).filter_map(|key| key.strip_suffix(&suffix).map(str::to_owned)).collect()
}

/// A record as its document has it.
pub(super) struct Recorded {
    pub(super) entity: String,
    pub(super) created: String,
    pub(super) updated: String,
    pub(super) deleted: bool,
    leaves: BTreeMap<String, BTreeMap<String, ScalarValue>>,
    /// Leaves that two people set at once, `field/leaf`, with all of their values as JSON; `~deleted` where one deleted
    /// what the other changed.
    pub(super) conflicts: BTreeMap<String, Vec<Value>>,
}

/// Reads one record.
pub(super) fn record(dossier: &AutoCommit, id: &str) -> Result<Recorded> {
    let prefix = format!("{id}/");
    let mut recorded = Recorded {
        entity: String::new(),
        created: String::new(),
        updated: String::new(),
        deleted: false,
        leaves: BTreeMap::new(),
        conflicts: BTreeMap::new(),
    };
    let (mut saves, mut deletions) = (0, 0);
    // "0" is the character after "/".
    for item in dossier.map_range(ROOT, prefix.clone()..format!("{id}0")) {
        let path = item.key.strip_prefix(&prefix).unwrap_or_default().to_owned();
        let (field, leaf) = path.split_once('/').unwrap_or((&path, ""));
        // To look a leaf up costs more than to come upon it: only one with several values is.
        let all = if item.conflict { values_of(dossier, &item.key)? } else { found(item.value).into_iter().collect() };
        let latest = || all.iter().filter_map(text).max().unwrap_or_default();
        match field {
            ENTITY => recorded.entity = all.last().and_then(text).unwrap_or_default(),
            CREATED => recorded.created = all.iter().filter_map(text).min().unwrap_or_default(),
            UPDATED => (recorded.updated, saves) = (latest(), all.len()),
            DELETED => {
                recorded.deleted = matches!(all.last(), Some(ScalarValue::Boolean(true)));
                deletions = all.len();
            }
            _ => {
                let mut values: Vec<Value> = all.iter().map(json).collect();
                values.sort_by_key(Value::to_string);
                values.dedup();
                if values.len() > 1 {
                    recorded.conflicts.insert(path.clone(), values);
                }
                recorded.leaves.entry(field.into()).or_default().insert(leaf.into(), winner(all));
            }
        }
    }
    // Every save leaves its stamp, a deletion too: one stamp more is a change that nobody knew of who deleted.
    // Of a deleted record nothing else is asked: it has no fields until it is there again.
    if recorded.deleted {
        recorded.conflicts.clear();
        if saves > deletions {
            recorded.conflicts.insert(DELETED.into(), vec![false.into(), true.into()]);
        }
    }
    Ok(recorded)
}

impl Recorded {
    /// The record's fields as JSON, those that this version knows.
    pub(super) fn values(&self, info: &EntityInfo) -> Map<String, Value> {
        let none = BTreeMap::new();
        info.fields
            .iter()
            .map(|field| (field.name.to_owned(), value(field, self.leaves.get(field.name).unwrap_or(&none))))
            .collect()
    }
}

/// The leaves of a field's value.
pub(super) fn leaves(field: &Field, value: &Value) -> impl Iterator<Item = (String, ScalarValue)> + use<> {
    let mut leaves = vec![];
    match (field.kind, value) {
        (Kind::Codes | Kind::Links, Value::Array(members)) => {
            leaves.extend(members.iter().filter_map(Value::as_str).map(|member| (member.to_owned(), true.into())));
        }
        (Kind::Text | Kind::Note, Value::Object(text)) => {
            let words = text.get("words").and_then(Value::as_object);
            leaves
                .extend(words.into_iter().flatten().map(|(language, words)| (language.clone(), scalar(field, words))));
            leaves.extend(text.get("source").map(|source| (SOURCE.to_owned(), scalar(field, source))));
        }
        (Kind::Codes | Kind::Links | Kind::Text | Kind::Note, _) => {}
        _ => leaves.push((String::new(), scalar(field, value))),
    }
    leaves.into_iter()
}

/// The leaves of a field that hold something now.
pub(super) fn present_leaves(dossier: &AutoCommit, record: &str, field: &str) -> Vec<String> {
    let prefix = format!("{record}/{field}/");
    dossier
        .map_range(ROOT, prefix.clone()..format!("{record}/{field}0"))
        .filter(|item| !matches!(item.value, ValueRef::Object(_) | ValueRef::Scalar(ScalarValueRef::Null)))
        .filter_map(|item| item.key.strip_prefix(&prefix).map(str::to_owned))
        .collect()
}

fn value(field: &Field, leaves: &BTreeMap<String, ScalarValue>) -> Value {
    let present = || leaves.iter().filter(|(_, scalar)| !matches!(scalar, ScalarValue::Null));
    match field.kind {
        Kind::Codes | Kind::Links => present()
            .filter(|(_, scalar)| matches!(scalar, ScalarValue::Boolean(true)))
            .map(|(member, _)| Value::from(member.as_str()))
            .collect(),
        Kind::Text | Kind::Note => {
            let words: Map<String, Value> = present()
                .filter(|(leaf, _)| *leaf != SOURCE)
                .map(|(language, words)| (language.clone(), json(words)))
                .collect();
            if words.is_empty() {
                return Value::Null;
            }
            let source = leaves
                .get(SOURCE)
                .and_then(text)
                .filter(|source| words.contains_key(source))
                .or_else(|| words.keys().next().cloned())
                .unwrap_or_default();
            serde_json::json!({ "source": source, "words": words })
        }
        Kind::Flag => Value::Bool(matches!(leaves.get(""), Some(ScalarValue::Boolean(true)))),
        // A record that is older than one of its required codes has the code that a new record starts with.
        Kind::Code => leaves.get("").map_or_else(|| field.default(), json),
        _ => leaves.get("").map_or(Value::Null, json),
    }
}

fn scalar(field: &Field, value: &Value) -> ScalarValue {
    match (field.kind, value) {
        (Kind::Decimal, value) if value.is_number() => ScalarValue::F64(value.as_f64().unwrap_or_default()),
        (_, Value::Bool(flag)) => (*flag).into(),
        (_, Value::Number(number)) => number.as_i64().map_or_else(|| ScalarValue::Null, ScalarValue::Int),
        (_, Value::String(text)) => text.as_str().into(),
        _ => ScalarValue::Null,
    }
}

fn text(scalar: &ScalarValue) -> Option<String> {
    match scalar {
        ScalarValue::Str(text) => Some(text.to_string()),
        _ => None,
    }
}

/// A leaf's value as JSON.
pub(super) fn json(scalar: &ScalarValue) -> Value {
    match scalar {
        ScalarValue::Str(text) => text.as_str().into(),
        ScalarValue::Int(number) => (*number).into(),
        ScalarValue::F64(number) => serde_json::Number::from_f64(*number).map_or(Value::Null, Value::Number),
        ScalarValue::Boolean(flag) => (*flag).into(),
        _ => Value::Null,
    }
}
