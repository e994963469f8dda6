//! Carrying a plan out: indicators and territories that the officer agreed to make, then the values, all in the one
//! transaction of the command and by the checks that every record passes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    SeriesImported, SeriesMapping,
    plan::{Entry, Planned, Whose},
};
use crate::{
    Result,
    error::Error,
    partnership, records,
    records::Record,
    store::Writer,
    text::{Note, Text},
};

/// Writes all that the plan holds.
pub(super) fn all(data: &Writer<'_>, planned: Planned, mapping: &SeriesMapping) -> Result<SeriesImported> {
    let partnership = partnership::of_file(data)?.id.to_string();
    let language = crate::locale::matching(&mapping.language);
    let mut indicators = BTreeMap::new();
    for (fold, (title, unit, direction)) in &planned.indicators {
        let title = Text::new(language, title);
        let values = json!({ "title": title, "unit": unit, "direction": direction });
        indicators.insert(fold.clone(), made(data, "territory_indicator", values)?);
    }
    let mut territories = BTreeMap::new();
    for (fold, (name, kind)) in &planned.territories {
        let values = json!({ "partnership": partnership, "name": Text::new(language, name), "kind": kind });
        territories.insert(fold.clone(), made(data, "territory", values)?);
    }
    let mut imported = SeriesImported {
        new: 0,
        changed: 0,
        indicators: indicators.len() as u32,
        territories: territories.len() as u32,
    };
    for entry in planned.entries {
        let values = values(&entry, language);
        if let Some(id) = entry.existing {
            records::change(data, "territory_value".into(), id, values)?;
            imported.changed += 1;
            continue;
        }
        let mut values = values;
        let indicator = id_of(entry.indicator, &indicators)?;
        let territory = id_of(entry.territory, &territories)?;
        values.insert("territory_indicator".into(), indicator.into());
        values.insert("territory".into(), territory.into());
        values.insert("period_from".into(), entry.period.0.to_string().into());
        values.insert("period_to".into(), entry.period.1.to_string().into());
        records::create(data, "territory_value".into(), values)?;
        imported.new += 1;
    }
    Ok(imported)
}

fn made(data: &Writer<'_>, entity: &str, values: Value) -> Result<String> {
    let Value::Object(values) = values else { return Err(Error::NotFound) };
    let record = records::create(data, entity.into(), values)?;
    Ok(record["id"].as_str().unwrap_or_default().to_owned())
}

/// The id of what was known or has just been made; none for the whole territory.
fn id_of(whose: Whose, made: &BTreeMap<String, String>) -> Result<Option<String>> {
    match whose {
        Whose::Whole => Ok(None),
        Whose::Known(id) => Ok(Some(id)),
        Whose::New(fold) => made.get(&fold).cloned().map(Some).ok_or(Error::NotFound),
    }
}

/// The fields that change. A note keeps its words in other languages.
fn values(entry: &Entry, language: &str) -> Record {
    let value = |field: &str, after: &Value| match (field, after.as_str()) {
        ("note", Some(words)) => {
            let mut note = entry.note.clone().unwrap_or_else(|| Note(Text::new(language, words)));
            note.0.words.insert(language.into(), words.into());
            json!(note)
        }
        _ => after.clone(),
    };
    entry.changes.iter().map(|change| (change.field.to_owned(), value(change.field, &change.after))).collect()
}
