//! Table files that an officer brings along: CSV, XLSX and ODS become sheets of cells. What a column means is not known
//! here, and nothing is written.
//!
//! A file from outside is hostile until it was looked through: how large it is, how large it becomes when unpacked and
//! how its parts are built is checked before the library that reads workbooks sees it ([`workbook`]).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{Result, error::Error};

mod delimited;
mod scan;
mod workbook;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Most bytes that the parts of a workbook may have when unpacked.
pub const MAX_UNPACKED: u64 = 200 * 1024 * 1024;
/// Rows at the top of a sheet that may be its title, remarks and header.
pub const HEAD_ROWS: usize = 20;
/// Most rows of a sheet that are kept: 100,000 of data, which is what officers are told, below those of the head.
pub const MAX_ROWS: usize = HEAD_ROWS + 100_000;
/// Most columns of a sheet.
pub const MAX_COLUMNS: usize = 200;
/// Most cells of a sheet, empty ones between others included.
const MAX_CELLS: usize = 4_000_000;

/// One sheet of a file; a CSV file has one, without a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows from the first one of the sheet on, so that `rows[16][2]` is the cell C17. Empty cells at the end of a row
    /// and empty rows at the end are left out.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds. The value of a formula is the one that was stored with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words, without spaces around them; in a CSV file also every number and date.
    Text(String),
    /// A number, percentages as they are shown: 12.5 for 12.5 %.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// An error such as `#DIV/0!`.
    Error(String),
}

impl Cell {
    /// The cell as one would type it: dates as `2016-05-24`, numbers with a point, nothing for an error.
    pub fn words(&self) -> String {
        match self {
            Self::Empty | Self::Error(_) => String::new(),
            Self::Text(words) => words.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// A file as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct TableFile {
    /// The sheets, hidden ones included.
    pub sheets: Vec<Sheet>,
    /// The encoding in which a CSV file was read, by the name that the web gives it (WHATWG Encoding Standard).
    pub encoding: Option<&'static str>,
    /// What the officer should know, with how many of it there are: `hidden_rows`, `hidden_columns`, `hidden_sheets`,
    /// `formulas`, `merged_cells`, `replaced_characters`.
    pub remarks: BTreeMap<&'static str, u32>,
}

/// Encodings in which officers' programs save CSV files, for a choice by hand.
pub const ENCODINGS: &[&str] = &["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1253", "windows-1250"];

/// The sheets of a file, see [`open`].
///
/// # Errors
/// As [`open`].
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Vec<Sheet>> {
    Ok(open(file_name, bytes, None)?.sheets)
}

/// Reads a file; of which kind it is its bytes say, the name only decides between kinds of text. A CSV file is read in
/// `encoding` if that is one of [`ENCODINGS`], else in the one it seems to be written in.
///
/// # Errors
/// [`Error::TableTooBig`], [`Error::TableTooLong`], [`Error::TableProtected`], [`Error::OldTable`],
/// [`Error::NotATable`], [`Error::DamagedTable`], [`Error::OpenQuote`] and [`Error::EmptyTable`].
pub fn open(file_name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<TableFile> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::TableTooBig);
    }
    let mut file = if bytes.starts_with(b"PK") {
        workbook::read(bytes)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        // A container of Microsoft's older kind holds an encrypted workbook or one of the format before 2007.
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let found = bytes.windows(encrypted.len()).any(|window| window == encrypted);
        return Err(if found { Error::TableProtected } else { Error::OldTable });
    } else {
        delimited::read(file_name, bytes, encoding)?
    };
    for sheet in &mut file.sheets {
        trim(&mut sheet.rows);
    }
    if file.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Error::EmptyTable);
    }
    Ok(file)
}

/// The address of a cell, counted from 0, as spreadsheets write it: `C17`.
pub fn address(row: usize, column: usize) -> String {
    let mut letters = vec![];
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

impl Cell {
    /// A cell of words: nothing if there are none, an error if they are what spreadsheets write for one.
    fn of_text(text: &str) -> Self {
        const ERRORS: &[&str] = &["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
        let tidy = text.trim();
        let calc =
            tidy.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()));
        match tidy {
            "" => Self::Empty,
            _ if calc || ERRORS.contains(&tidy) => Self::Error(tidy.into()),
            _ => Self::Text(tidy.into()),
        }
    }
}

fn trim(rows: &mut Vec<Vec<Cell>>) {
    for row in rows.iter_mut() {
        row.truncate(row.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1));
    }
    rows.truncate(rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1));
}
