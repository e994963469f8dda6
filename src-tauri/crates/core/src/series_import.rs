//! Series of territory indicators from a table file: open → compare → import. Only the last step writes, in one
//! transaction, and only what the officer saw in the plan: file, data and choices are compared with those of the plan.
//!
//! A value that is there already is the same record; the same file a second time changes nothing. An empty cell never
//! takes away what is stored.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    Result,
    error::{Error, Problem},
    locale::Locale,
    session::{self, Ask, Remembered, Session},
    store::Writer,
    table_file::{self, Cell, Sheet, TableFile},
};

mod apply;
mod figures;
mod header;
mod plan;

pub use plan::{BadRow, MissingName, REASONS, SeriesChange, SeriesPlan, ValueChange};

/// Rows of each sheet that the window shows.
const SHOWN: usize = 20;

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SeriesRole {
    /// Nothing that is imported.
    Ignore,
    /// The indicator's title.
    Indicator,
    /// The territory's name; nothing for the whole territory.
    Territory,
    /// First day of the period.
    PeriodFrom,
    /// Last day of the period.
    PeriodTo,
    /// The period as one: a year, a quarter, a month.
    Period,
    /// The value.
    Value,
    /// How many were counted.
    Numerator,
    /// Out of how many.
    Denominator,
    /// A note.
    Note,
    /// Values for the period that the header names: a table with one column a year.
    ValueOfPeriod,
}

impl SeriesRole {
    /// Its code, the last part of its label's key below `import.role`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Indicator => "indicator",
            Self::Territory => "territory",
            Self::PeriodFrom => "period_from",
            Self::PeriodTo => "period_to",
            Self::Period => "period",
            Self::Value => "value",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Note => "note",
            Self::ValueOfPeriod => "value_of_period",
        }
    }
}

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SeriesMapping {
    /// The sheet, counted from 0.
    pub sheet: u32,
    /// The row with the header, as spreadsheets count: from 1.
    pub header_row: u32,
    /// What each column holds.
    pub columns: Vec<SeriesRole>,
    /// The indicator of a table that has no column for it: the id of one that there is, or a title.
    pub indicator: String,
    /// The language whose rules numbers and dates follow, and in which new names are.
    pub language: String,
    /// The encoding of a CSV file; none for the one that is found.
    pub encoding: Option<String>,
}

/// What the officer wants done about names that are not known yet, and about rows that cannot be read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SeriesChoices {
    /// By the title in the table.
    pub indicators: BTreeMap<String, IndicatorChoice>,
    /// By the name in the table.
    pub territories: BTreeMap<String, TerritoryChoice>,
    /// Whether rows that cannot be read are left out.
    pub leave_out_bad: bool,
}

/// What to do about an indicator that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum IndicatorChoice {
    /// Make it.
    Create {
        /// A code of the catalogue `indicator_unit`.
        unit: String,
        /// A code of the catalogue `better_direction`.
        direction: String,
    },
    /// It is the one of this id under another title.
    Use(String),
    /// Its rows are left out.
    LeaveOut,
}

/// What to do about a territory that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TerritoryChoice {
    /// Make it.
    Create {
        /// A code of the catalogue `territory_kind`.
        kind: String,
    },
    /// It is the one of this id under another name.
    Use(String),
    /// It is the whole territory, for which values have no territory.
    Whole,
    /// Its rows are left out.
    LeaveOut,
}

/// A file, and how it seems to be meant.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct SeriesFile {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub file_name: String,
    /// The encoding of a CSV file.
    pub encoding: Option<&'static str>,
    /// Encodings that a CSV file can be read in instead.
    pub encodings: &'static [&'static str],
    /// What to know about it, see [`TableFile::remarks`].
    pub remarks: BTreeMap<&'static str, u32>,
    /// Its sheets.
    pub sheets: Vec<SeriesSheet>,
}

/// A sheet, and how it seems to be meant.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct SeriesSheet {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// How many rows it has.
    pub rows: u32,
    /// Its first rows, as they are shown in the mapping's language; all of one width.
    pub first: Vec<Vec<String>>,
    /// How its columns seem to be meant.
    pub mapping: SeriesMapping,
    /// Whether the officer said so about an earlier table with this header.
    pub remembered: bool,
}

/// What an import changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SeriesImported {
    /// Values made.
    pub new: u32,
    /// Values changed.
    pub changed: u32,
    /// Indicators made.
    pub indicators: u32,
    /// Territories made.
    pub territories: u32,
}

/// Opens a table file and says how it seems to be meant; without a path, the officer is asked for one. `header_row`,
/// counted from 1, is for a header that was not found.
///
/// # Errors
/// [`Error::Cancelled`], and as [`table_file::open`].
pub fn open(
    session: &Session,
    _: DateTime<Utc>,
    path: Option<String>,
    encoding: Option<String>,
    header_row: Option<u32>,
) -> Result<SeriesFile> {
    let language = session.language();
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => {
            let extensions = ["csv", "tsv", "txt", "xlsx", "ods"].map(str::to_owned).to_vec();
            let title = Locale::new(language).text("import.open_file");
            session.desktop().ask(&Ask::Open { title, extensions }).ok_or(Error::Cancelled)?
        }
    };
    let source = Source::read(&path, encoding.as_deref())?;
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let locale = Locale::new(language);
    let sheets = source.file.sheets.iter().enumerate().map(|(number, sheet)| {
        let header = header_row.map_or_else(|| header::row(sheet), |row| row.saturating_sub(1) as usize);
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
        let cells = sheet.rows.get(header).map_or(&[][..], Vec::as_slice);
        let keys = header::keys(cells, width);
        let known = session::series_mapping(session, &header::signature(&keys));
        let subject = header::subject(sheet, header, &file_name);
        let mapping = SeriesMapping {
            sheet: number as u32,
            header_row: header as u32 + 1,
            columns: known
                .as_ref()
                .map_or_else(|| header::roles(cells, width), |known| header::recalled(&keys, &known.columns)),
            indicator: known.as_ref().and_then(|known| known.indicator.clone()).unwrap_or(subject),
            language: known.as_ref().map_or_else(|| language.to_owned(), |known| known.language.clone()),
            encoding: encoding.clone(),
        };
        SeriesSheet {
            name: sheet.name.clone(),
            rows: sheet.rows.len() as u32,
            first: first(sheet, width, header, &locale),
            mapping,
            remembered: known.is_some(),
        }
    });
    Ok(SeriesFile {
        path: path.display().to_string(),
        file_name: file_name.clone(),
        encoding: source.file.encoding,
        encodings: if source.file.encoding.is_some() { table_file::ENCODINGS } else { &[] },
        sheets: sheets.collect(),
        remarks: source.file.remarks,
    })
}

/// Compares a file with what is stored: what an import would do, and what stands in its way. The mapping is remembered on
/// this laptop for the next table with the same header.
///
/// # Errors
/// [`Error::Invalid`] says what the mapping lacks; as [`table_file::open`].
pub fn compare(
    session: &Session,
    _: DateTime<Utc>,
    path: String,
    mapping: SeriesMapping,
    choices: SeriesChoices,
) -> Result<SeriesPlan> {
    let source = Source::read(Path::new(&path), mapping.encoding.as_deref())?;
    let planned = session.read(|data| plan::of(data, &source, &mapping, &choices))?;
    let keys = header::keys(source.header(&mapping)?, mapping.columns.len());
    session::remember_series(
        session,
        Remembered {
            signature: header::signature(&keys),
            columns: keys.into_iter().zip(mapping.columns.iter().copied()).collect(),
            indicator: planned.only_indicator,
            language: mapping.language.clone(),
        },
    );
    Ok(planned.shown)
}

/// Imports a file as its plan says, all of it or nothing.
///
/// # Errors
/// [`Error::PlanOutdated`] if the file or the data changed since; [`Error::BadRows`] and [`Error::Invalid`] if the plan
/// needs a choice that the officer did not make.
pub fn import(
    data: &Writer<'_>,
    path: String,
    mapping: SeriesMapping,
    choices: SeriesChoices,
    digest: String,
) -> Result<SeriesImported> {
    let source = Source::read(Path::new(&path), mapping.encoding.as_deref())?;
    let planned = plan::of(data, &source, &mapping, &choices)?;
    if planned.shown.digest != digest {
        return Err(Error::PlanOutdated);
    }
    if planned.shown.bad > 0 && !choices.leave_out_bad {
        return Err(Error::BadRows);
    }
    if planned.shown.waiting > 0 {
        return Err(Error::Invalid(vec![Problem::new("choices", "required")]));
    }
    apply::all(data, planned, &mapping)
}

/// A file that was read.
struct Source {
    file: TableFile,
    digest: String,
}

impl Source {
    fn read(path: &Path, encoding: Option<&str>) -> Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if std::fs::metadata(path)?.len() > table_file::MAX_BYTES as u64 {
            return Err(Error::TableTooBig);
        }
        let bytes = std::fs::read(path)?;
        let digest = format!("{:x}", Sha256::digest(&bytes));
        Ok(Self { file: table_file::open(&name, &bytes, encoding)?, digest })
    }

    fn sheet(&self, mapping: &SeriesMapping) -> Result<&Sheet> {
        self.file.sheets.get(mapping.sheet as usize).ok_or_else(|| Error::BadArguments("no such sheet".into()))
    }

    fn header(&self, mapping: &SeriesMapping) -> Result<&[Cell]> {
        let row = (mapping.header_row as usize).checked_sub(1).and_then(|row| self.sheet(mapping).ok()?.rows.get(row));
        row.map(Vec::as_slice).ok_or_else(|| Error::BadArguments("no such row".into()))
    }
}

/// The first rows of a sheet, and the header with a few rows below it where it stands further down.
fn first(sheet: &Sheet, width: usize, header: usize, locale: &Locale) -> Vec<Vec<String>> {
    let shown = |row: &Vec<Cell>| {
        (0..width).map(|column| row.get(column).map_or_else(String::new, |cell| shown(cell, locale))).collect()
    };
    sheet.rows.iter().take(SHOWN.max(header + 6)).map(shown).collect()
}

/// A cell as an officer reads it.
fn shown(cell: &Cell, locale: &Locale) -> String {
    match cell {
        // A year is no quantity: no separator of thousands.
        Cell::Number(number) if figures::period(cell).is_some() => number.to_string(),
        Cell::Number(number) => locale.number(*number),
        Cell::Date(date) => locale.short_date(*date),
        _ => words_of(cell),
    }
}

/// The words of a cell: a name, a note, what is quoted when it cannot be read.
fn words_of(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    }
}
