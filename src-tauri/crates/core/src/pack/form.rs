//! The form of the common catalogue as a file: content and signature, as packages have them. Published as
//! `assets/exchange/catalogue-<version>.schema.json`; a released form never changes, a new one is a new version. Version 2
//! has wordings of factors and logos besides; what needs neither is written as version 1, which every Liaise reads.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{PackEntry, logo};
use crate::{
    Result,
    catalogue::{Catalogue as _, Direction, IndicatorKind, PackKind},
    entity::{Entity as _, Id, PackCode},
    error::Error,
    package,
    session::Session,
    signature::{self, Unfit},
    store::{id_from, sha256},
    text::{Note, Text},
};

/// How its files end.
pub(super) const EXTENSION: &str = "liaise-catalogue";
/// Largest file that is read, in bytes.
pub(super) const LARGEST: u64 = 8 << 20;
/// Most entries that it may have.
const MOST_ENTRIES: usize = 1_000;
const FORMAT: &str = "liaise-catalogue";
const VERSION: u32 = 2;
/// The kinds that version 1 does not have.
const SINCE_2: &[PackKind] = &[PackKind::Factor, PackKind::Logo];

/// What a catalogue says.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pack {
    format: String,
    format_version: u32,
    /// Its own id: it follows from whose it is and when it was made.
    pack: String,
    /// Code of the coordinator.
    pub(super) by: String,
    /// Its name.
    pub(super) name: String,
    /// Its number: a later one has a higher one.
    pub(super) number: u32,
    pub(super) made_at: DateTime<Utc>,
    pub(super) entries: Vec<Entry>,
}

/// An entry as it travels.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) kind: PackKind,
    pub(super) code: String,
    pub(super) title: Option<Text>,
    pub(super) words: Option<Note>,
    unit: Option<Text>,
    indicator_kind: Option<IndicatorKind>,
    direction: Option<Direction>,
    number: Option<f64>,
    pub(super) period_from: Option<NaiveDate>,
    pub(super) period_to: Option<NaiveDate>,
    pub(super) due: Option<NaiveDate>,
    pub(super) deprecated: bool,
    /// The picture of a logo that is used: an address `data:image/…;base64,…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
}

/// A catalogue that was read, with who signed it.
pub(super) struct Opened {
    pub(super) pack: Pack,
    pub(super) key: String,
    pub(super) digest: String,
}

fn id(by: &str, number: u32, made_at: DateTime<Utc>) -> String {
    id_from(&["pack", by, &number.to_string(), &made_at.to_rfc3339()])
}

/// A catalogue of entries, and of the pictures of logos by their codes.
pub(super) fn make(
    by: &str,
    name: &str,
    number: u32,
    made_at: DateTime<Utc>,
    entries: &[PackEntry],
    pictures: &BTreeMap<String, String>,
) -> Pack {
    let entry = |entry: &PackEntry| Entry {
        kind: entry.kind,
        code: entry.code.0.clone(),
        title: entry.title.clone(),
        words: entry.words.clone(),
        unit: entry.unit.clone(),
        indicator_kind: entry.indicator_kind,
        direction: entry.direction,
        number: entry.number,
        period_from: entry.period_from,
        period_to: entry.period_to,
        due: entry.due,
        deprecated: entry.deprecated,
        image: (entry.kind == PackKind::Logo).then(|| pictures.get(&*entry.code).cloned()).flatten(),
    };
    let newer = entries.iter().any(|entry| SINCE_2.contains(&entry.kind));
    Pack {
        format: FORMAT.into(),
        format_version: if newer { VERSION } else { 1 },
        pack: id(by, number, made_at),
        by: by.into(),
        name: name.into(),
        number,
        made_at,
        entries: entries.iter().map(entry).collect(),
    }
}

/// The bytes of a catalogue, signed by this computer, and its key.
pub(super) fn seal(session: &Session, pack: &Pack) -> Result<(Vec<u8>, String)> {
    signature::seal(session, pack)
}

/// Reads a catalogue from whatever anybody sent.
///
/// # Errors
/// [`Error::NotAPack`], [`Error::NewerPack`], [`Error::TamperedPack`]; [`Error::PackLogo`] for a picture that is not printed.
pub(super) fn open(bytes: &[u8]) -> Result<Opened> {
    let (content, key) = signature::open(bytes, FORMAT, VERSION).map_err(|unfit| match unfit {
        Unfit::Foreign => Error::NotAPack,
        Unfit::Newer => Error::NewerPack,
        Unfit::Tampered => Error::TamperedPack,
    })?;
    let pack: Pack = serde_json::from_value(content).map_err(|_| Error::NotAPack)?;
    if !holds(&pack) {
        return Err(Error::TamperedPack);
    }
    for entry in &pack.entries {
        let sound = |image: &String| {
            let bytes = logo::bytes_of(image)?;
            // It says what kind of picture it is, as the picture does itself.
            logo::read(&bytes).ok().filter(|read| read.address() == *image)
        };
        if entry.image.as_ref().is_some_and(|image| sound(image).is_none()) {
            return Err(Error::PackLogo(entry.code.clone()));
        }
    }
    Ok(Opened { key, digest: sha256(bytes), pack })
}

/// Whether a catalogue says what it is by its own rules.
fn holds(pack: &Pack) -> bool {
    let codes: BTreeSet<(PackKind, &str)> = pack.entries.iter().map(|entry| (entry.kind, &*entry.code)).collect();
    let known = |entry: &Entry| pack.format_version > 1 || !SINCE_2.contains(&entry.kind);
    pack.number > 0
        && pack.entries.iter().all(known)
        && pack.pack == id(&pack.by, pack.number, pack.made_at)
        && package::is_made_in_time(pack.made_at)
        && (1..=12).contains(&pack.by.len())
        && pack.by.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (1..=300).contains(&pack.name.chars().count())
        && pack.entries.len() <= MOST_ENTRIES
        && codes.len() == pack.entries.len()
        && pack.entries.iter().all(Entry::holds)
}

impl Entry {
    fn holds(&self) -> bool {
        let fits = |name: &str, value: Value| {
            value.is_null()
                || PackEntry::FIELDS.iter().any(|field| field.name == name && package::is_value(field, &value))
        };
        let pictured = self.kind == PackKind::Logo && !self.deprecated;
        if self.image.is_some() != pictured {
            return false;
        }
        let mut values = self.values();
        values.remove("image");
        values.into_iter().all(|(name, value)| fits(&name, value)) && self.record().problems().is_empty()
    }

    /// Its values by field, without those that are this file's own. Of a picture the record has the SHA-256.
    pub(super) fn values(&self) -> serde_json::Map<String, Value> {
        let Value::Object(mut values) = json!(Self { image: None, ..self.clone() }) else {
            return serde_json::Map::new();
        };
        values.insert("image".into(), self.picture().map(|bytes| sha256(&bytes)).into());
        values
    }

    /// The bytes of its picture, if it has one.
    pub(super) fn picture(&self) -> Option<Vec<u8>> {
        self.image.as_deref().and_then(logo::bytes_of)
    }

    fn record(&self) -> PackEntry {
        PackEntry {
            id: Id::new(""),
            partnership: Id::new(""),
            kind: self.kind,
            code: PackCode(self.code.clone()),
            title: self.title.clone(),
            words: self.words.clone(),
            unit: self.unit.clone(),
            indicator_kind: self.indicator_kind,
            direction: self.direction,
            number: self.number,
            period_from: self.period_from,
            period_to: self.period_to,
            due: self.due,
            deprecated: self.deprecated,
            issued: None,
            image: None,
        }
    }
}

/// What the JSON Schema of catalogues of a version says: a released one is never changed.
pub fn schema(version: u32) -> Value {
    let words = json!({
        "type": ["object", "null"],
        "required": ["source", "words"],
        "additionalProperties": false,
        "properties": {
            "source": { "type": "string" },
            "words": { "type": "object", "additionalProperties": { "type": "string" } }
        }
    });
    let code = |codes: &[&str]| {
        let mut codes: Vec<Value> = codes.iter().map(|code| json!(code)).collect();
        codes.push(Value::Null);
        json!({ "enum": codes })
    };
    let day = json!({ "type": ["string", "null"], "format": "date" });
    let kinds: Vec<&PackKind> = PackKind::ALL.iter().filter(|kind| version > 1 || !SINCE_2.contains(kind)).collect();
    let mut entry = json!({
        "type": "object",
        "required": [
            "kind", "code", "title", "words", "unit", "indicator_kind", "direction", "number", "period_from",
            "period_to", "due", "deprecated"
        ],
        "additionalProperties": false,
        "properties": {
            "kind": { "enum": kinds },
            "code": { "type": "string", "pattern": "^[a-z][a-z0-9_]{1,39}$" },
            "title": words, "words": words, "unit": words,
            "indicator_kind": code(IndicatorKind::CODES),
            "direction": code(Direction::CODES),
            "number": { "type": ["number", "null"] },
            "period_from": day, "period_to": day, "due": day,
            "deprecated": { "type": "boolean" }
        }
    });
    if version > 1 {
        entry["properties"]["image"] = json!({
            "type": "string", "pattern": "^data:image/(png|jpeg|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}$"
        });
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("liaise-catalogue-{version}"),
        "title": format!("Liaise common catalogue, version {version}"),
        "type": "object",
        "required": ["content", "signature"],
        "additionalProperties": false,
        "properties": {
            "content": {
                "type": "object",
                "required": ["format", "format_version", "pack", "by", "name", "number", "made_at", "entries"],
                "additionalProperties": false,
                "properties": {
                    "format": { "const": FORMAT },
                    "format_version": { "const": version },
                    "pack": { "type": "string", "format": "uuid" },
                    "by": { "type": "string", "minLength": 1, "maxLength": 12 },
                    "name": { "type": "string" },
                    "number": { "type": "integer", "minimum": 1 },
                    "made_at": { "type": "string", "format": "date-time" },
                    "entries": { "type": "array", "maxItems": MOST_ENTRIES, "items": entry }
                }
            },
            "signature": package::signature_schema()
        }
    })
}
