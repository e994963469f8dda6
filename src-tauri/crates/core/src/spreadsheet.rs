//! Spreadsheets: how sheets of cells become an XLSX file. What is in the cells is the business of those who ask.

use chrono::{DateTime, Datelike as _, NaiveDate, Timelike as _, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::{
    Result,
    error::Error,
    session::{Session, write_file},
};

/// A saved spreadsheet.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Saved {
    /// Where it lies.
    pub path: String,
    /// How many rows it has below the heads of its columns.
    pub rows: u32,
}

/// What one cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Nothing,
    Words(String),
    Number(f64),
    /// A share of 1, shown as per cent.
    Share(f64),
    Day(NaiveDate),
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        if words.is_empty() { Self::Nothing } else { Self::Words(words) }
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// One sheet: columns with their heads, and rows below them.
pub(crate) struct Sheet {
    /// What it is called, in the language of the file.
    pub name: String,
    /// The head of each column, and how many characters it is across.
    pub columns: Vec<(String, f64)>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// Saves a spreadsheet of these sheets to a path; without one it goes to the reports folder under the name. Its rows are
/// counted by who asks.
///
/// # Errors
/// [`Error::BadArguments`] for a path that is no `.xlsx`.
pub(crate) fn save(
    session: &Session,
    now: DateTime<Utc>,
    name: &str,
    path: Option<String>,
    sheets: &[Sheet],
) -> Result<String> {
    let bytes = book(sheets, now).map_err(|error| Error::Printer(error.to_string()))?;
    let path = session.document_path(path, name, "xlsx")?;
    if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        return Err(Error::BadArguments("a spreadsheet is named .xlsx".into()));
    }
    write_file(&path, &bytes)?;
    Ok(path.display().to_string())
}

fn book(sheets: &[Sheet], now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let time = now.naive_utc();
    let made = excel_day(time.date())?.and_hms(time.hour() as u16, time.minute() as u8, time.second())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let formats = Formats::new();
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color("EAF1F8");
    for one in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&one.name))?;
        for (at, (words, width)) in one.columns.iter().enumerate() {
            sheet.write_string_with_format(0, at as u16, words, &head)?;
            sheet.set_column_width(at as u16, *width)?;
        }
        for (down, row) in one.rows.iter().enumerate() {
            for (across, cell) in row.iter().enumerate() {
                formats.put(sheet, (down as u32 + 1, across as u16), cell)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, one.rows.len() as u32, one.columns.len() as u16 - 1)?;
    }
    book.save_to_buffer()
}

/// How cells look.
struct Formats {
    plain: Format,
    wrapped: Format,
    day: Format,
    share: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            wrapped: plain.clone().set_text_wrap(),
            day: plain.clone().set_num_format("yyyy-mm-dd"),
            share: plain.clone().set_num_format("0%"),
            plain,
        }
    }

    fn put(&self, sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Nothing => return Ok(()),
            Cell::Words(words) => {
                // A cell of a spreadsheet holds so many characters and no more.
                let words: String = words.chars().take(32_767).collect();
                let format = if words.len() > 40 { &self.wrapped } else { &self.plain };
                sheet.write_string_with_format(row, column, words, format)?
            }
            Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &self.plain)?,
            Cell::Share(share) => sheet.write_number_with_format(row, column, *share, &self.share)?,
            Cell::Day(day) => sheet.write_datetime_with_format(row, column, excel_day(*day)?, &self.day)?,
        };
        Ok(())
    }
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)
}

/// A sheet's name has at most 31 characters and none of a few signs.
fn sheet_name(words: &str) -> String {
    words.chars().filter(|sign| !"[]:*?/\\".contains(*sign)).take(31).collect()
}
