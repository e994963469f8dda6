//! The sample partnership: an invented city with invented people, marked as such. Its records are in
//! `assets/sample/partnership.json`, its words in `locales/` under `sample.`, so that it speaks every language.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    Result,
    error::Error,
    locale::{LANGUAGES, Locale},
    records::{self, Record},
    store::Writer,
};

/// The invented partner's code.
pub(crate) const PARTNER_CODE: &str = "SAMPLE";

const RECORDS: &str = include_str!("../../../../assets/sample/partnership.json");

/// The invented files that are attached to records, by the name under which a record's `sha256` asks for them.
const FILES: &[(&str, &[u8])] = &[
    ("signed-sheet.png", include_bytes!("../../../../assets/sample/signed-sheet.png")),
    ("group-work.png", include_bytes!("../../../../assets/sample/group-work.png")),
];

/// One record of the sample: what others call it, its entity and its values.
#[derive(serde::Deserialize)]
struct Entry {
    #[serde(default)]
    name: String,
    entity: String,
    values: Record,
}

/// Writes the sample's records.
///
/// In its values, `"@key"` stands for the text `sample.key` in every language, `"=words"` for a name that is the same in
/// every language, `"#name"` for the id of the record of that name.
pub(crate) fn fill(data: &Writer<'_>) -> Result<()> {
    let entries: Vec<Entry> = serde_json::from_str(RECORDS).map_err(|error| Error::Storage(error.to_string()))?;
    let locales: Vec<Locale> = LANGUAGES.iter().map(|(tag, _)| Locale::new(tag)).collect();
    let mut ids = BTreeMap::new();
    for entry in entries {
        let mut values: Record =
            entry.values.into_iter().map(|(field, value)| (field, resolve(value, &locales, &ids))).collect();
        if let Some((_, bytes)) = FILES.iter().find(|(name, _)| values.get("sha256").is_some_and(|asked| asked == name))
        {
            values.insert("sha256".into(), data.keep(bytes)?.into());
            values.insert("size".into(), bytes.len().into());
        }
        let record = records::create(data, entry.entity, values)?;
        ids.insert(entry.name, record["id"].clone());
    }
    Ok(())
}

fn resolve(value: Value, locales: &[Locale], ids: &BTreeMap<String, Value>) -> Value {
    match value {
        Value::String(line) => {
            if let Some(key) = line.strip_prefix('@') {
                text(locales, |locale| locale.text(&format!("sample.{key}")))
            } else if let Some(name) = line.strip_prefix('=') {
                text(locales, |_| name.to_owned())
            } else if let Some(name) = line.strip_prefix('#') {
                ids.get(name).cloned().unwrap_or(Value::Null)
            } else {
                Value::String(line)
            }
        }
        Value::Array(values) => values.into_iter().map(|value| resolve(value, locales, ids)).collect(),
        other => other,
    }
}

fn text(locales: &[Locale], words: impl Fn(&Locale) -> String) -> Value {
    let words: Map<String, Value> =
        locales.iter().map(|locale| (locale.tag().to_owned(), words(locale).into())).collect();
    serde_json::json!({ "source": "en", "words": words })
}
