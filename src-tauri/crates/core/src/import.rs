//! What all imports of tables share: opening a table, guessing which column holds which field, and reading an
//! officer's words as a field's value. Comparing and applying are the importing subject's: see `participant/import.rs`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use crate::{
    Result, catalogue,
    entity::{Field, Kind},
    error::{Error, Problem},
    locale::{self, fold},
    records,
    session::{self, Session},
    store::{Reader, sha256},
    table_file,
};

/// A table that the officer opened or pasted.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct OpenedTable {
    /// The file's name; empty for a pasted table.
    pub file_name: String,
    /// Its sheets that are not empty.
    pub sheets: Vec<OpenedSheet>,
}

/// A sheet of such a table.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct OpenedSheet {
    /// Its name.
    pub name: String,
    /// Its cells as words.
    pub rows: Vec<Vec<String>>,
}

/// What the columns of a sheet seem to hold.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Columns {
    /// Whether the first row names the columns.
    pub header: bool,
    /// The field of each column; none where none fits.
    pub fields: Vec<Option<String>>,
}

/// Most rows of a list of records that are looked through at once.
const MOST_ROWS: usize = 5_000;

/// Opens a table file; asks for one when no path is given. Nothing is stored.
///
/// # Errors
/// What [`table_file::read`] refuses.
pub fn open(office: &Session, _: DateTime<Utc>, path: Option<String>) -> Result<OpenedTable> {
    let path = office.ask_open(path, "ui.import.choose", &["csv", "xlsx", "ods", "tsv", "txt"])?;
    let bytes = session::read_file(&path, table_file::MAX_BYTES as u64)?;
    opened(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), &bytes)
}

/// A table that was copied out of a spreadsheet.
///
/// # Errors
/// What [`table_file::read`] refuses.
pub fn paste(_: &Session, _: DateTime<Utc>, text: String) -> Result<OpenedTable> {
    opened(String::new(), text.as_bytes())
}

fn opened(file_name: String, bytes: &[u8]) -> Result<OpenedTable> {
    let words = |sheet: table_file::Sheet| OpenedSheet {
        rows: sheet.rows.iter().map(|row| row.iter().map(table_file::Cell::words).collect()).collect(),
        name: sheet.name,
    };
    let sheets: Vec<OpenedSheet> = table_file::read(&file_name, bytes)?.into_iter().map(words).collect();
    if sheets.iter().any(|sheet| sheet.rows.len() > MOST_ROWS) {
        return Err(Error::FileTooLarge);
    }
    Ok(OpenedTable { file_name, sheets })
}

/// Guesses what the columns of a sheet hold by the names in its first row: the labels of the entity's fields in any of
/// our languages, their codes, and further words of `import.<entity>.<field>`.
///
/// # Errors
/// [`crate::Error::BadArguments`] for an entity that is none.
pub fn suggest(_: &Reader<'_>, entity: String, first_row: Vec<String>) -> Result<Columns> {
    let names = names_of_fields(&entity)?;
    let none = vec![];
    let candidates: Vec<&Vec<String>> = first_row.iter().map(|name| names.get(&fold(name)).unwrap_or(&none)).collect();
    let mut fields: Vec<Option<String>> = vec![None; first_row.len()];
    // What can be one field only goes first: "Nom" is a family name in French and a given name in Catalan, and what
    // stands beside it tells which.
    for certain in [true, false] {
        for (at, candidates) in candidates.iter().enumerate() {
            if fields[at].is_none() && (candidates.len() == 1) == certain {
                fields[at] = candidates.iter().find(|field| !fields.contains(&Some((*field).clone()))).cloned();
            }
        }
    }
    let header = fields.iter().any(Option::is_some);
    Ok(Columns { header, fields })
}

/// The fields that a column of this name can hold, by folded name.
fn names_of_fields(entity: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let info = records::entity(entity)?;
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let own = info.fields.iter().map(|field| field.name.to_owned()).filter(|name| Some(&**name) != info.parent);
    let others = locale::keys_below(&format!("import.{entity}.")).into_iter();
    for field in own.chain(others.filter(|name| info.field(name).is_none())) {
        let labels = locale::in_every_language(&format!("entity.{entity}.{field}"));
        let words = locale::in_every_language(&format!("import.{entity}.{field}"));
        let words = words.iter().flat_map(|list| list.split(','));
        for name in std::iter::once(&*field).chain(labels.iter().map(String::as_str)).chain(words) {
            let fields = names.entry(fold(name)).or_default();
            if !fields.contains(&field) {
                fields.push(field.clone());
            }
        }
    }
    names.remove("");
    Ok(names)
}

/// Reads words as values of fields. Holds what it looked up, for the next row asks the same.
#[derive(Default)]
pub(crate) struct Reading {
    codes: BTreeMap<String, BTreeMap<String, String>>,
}

impl Reading {
    /// A field's value from an officer's words: codes, countries and languages by their names in any of our languages
    /// as well, days in the ways in which Europe writes them. Empty words are no value.
    ///
    /// # Errors
    /// The problem of words that fit no value of the field.
    pub(crate) fn value(&mut self, field: &Field, words: &str, language: &str) -> std::result::Result<Value, Problem> {
        let words = words.trim();
        if words.is_empty() {
            return Ok(Value::Null);
        }
        let wrong = |code| Problem::new(field.name, code);
        match field.kind {
            Kind::Line if field.name == "country" => self.code("country", words).ok_or_else(|| wrong("unknown_code")),
            Kind::Line if field.name == "language" => {
                self.code("language", words).ok_or_else(|| wrong("unknown_language"))
            }
            Kind::Line => Ok(words.into()),
            Kind::Text | Kind::Note => Ok(json!({ "source": language, "words": { language: words } })),
            Kind::Code => self.code(field.catalogue.unwrap_or_default(), words).ok_or_else(|| wrong("unknown_code")),
            Kind::Date => day(words).map(|day| day.to_string().into()).ok_or_else(|| wrong("not_a_date")),
            Kind::Integer => {
                let whole = words.parse::<f64>().ok().filter(|number| number.fract() == 0.0 && *number >= 0.0);
                whole.map(|number| (number as u64).into()).ok_or_else(|| wrong("wrong_type"))
            }
            Kind::Decimal => {
                let number = words.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
                number.map(Value::from).ok_or_else(|| wrong("wrong_type"))
            }
            // Cents, as everywhere.
            Kind::Money => {
                let euros = words.replace(',', ".").parse::<f64>().ok().filter(|euros| euros.is_finite());
                euros.map(|euros| ((euros * 100.0).round() as i64).into()).ok_or_else(|| wrong("wrong_type"))
            }
            Kind::Flag => match self.code("answer", words).as_ref().and_then(Value::as_str) {
                Some("yes") => Ok(true.into()),
                Some("no") => Ok(false.into()),
                _ => Err(wrong("wrong_type")),
            },
            Kind::Codes | Kind::Link | Kind::Links => Err(wrong("wrong_type")),
        }
    }

    /// The code that words name, in any of our languages; `country` and `language` are lists like catalogues here.
    fn code(&mut self, list: &str, words: &str) -> Option<Value> {
        let known = self.codes.entry(list.to_owned()).or_insert_with(|| names_of_codes(list));
        known.get(&fold(words)).map(|code| code.as_str().into())
    }
}

fn names_of_codes(list: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let (prefix, codes) = match list {
        "country" | "language" => (list.to_owned(), locale::keys_below(&format!("{list}."))),
        _ => (format!("catalogue.{list}"), catalogue::codes(list).iter().map(|code| (*code).to_owned()).collect()),
    };
    for code in codes {
        let value = if list == "country" { code.to_uppercase() } else { code.clone() };
        names.insert(fold(&code), value.clone());
        for label in locale::in_every_language(&format!("{prefix}.{code}")) {
            names.entry(fold(&label)).or_insert_with(|| value.clone());
        }
    }
    names
}

/// A day as it is written in Europe: `2016-05-24`, `24.05.2016`, `24/5/2016`, `24-5-2016`; a time after it is left out.
fn day(words: &str) -> Option<NaiveDate> {
    let first = words.split(['T', ' ']).next().unwrap_or(words);
    let parts: Vec<u32> = first.split(['.', '/', '-']).map(str::parse).collect::<Result<_, _>>().ok()?;
    match *parts {
        [year, month, day] if year >= 1000 => NaiveDate::from_ymd_opt(year as i32, month, day),
        [day, month, year] if year >= 1000 => NaiveDate::from_ymd_opt(year as i32, month, day),
        _ => None,
    }
}

/// What names a plan: the same for the same plan only. What is applied is what the officer saw.
pub(crate) fn digest(plan: &impl serde::Serialize) -> String {
    sha256(&serde_json::to_vec(plan).unwrap_or_default())
}
