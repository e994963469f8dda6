//! A first look through the XML of a workbook, part by part. It decides whether the library may read the part at all
//! (well-formed to its end, no numbers that make it reserve memory for what is not there), and notes what the library
//! does not tell: hidden rows, formulas, merged cells, percentages. It takes no value.

use std::{
    collections::{BTreeMap, HashSet},
    io::BufRead,
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use crate::{Result, error::Error};

/// Deepest nesting of elements.
const MAX_DEPTH: usize = 200;
/// Most spaces that an ODS file may abbreviate to a number.
const MAX_SPACES: u64 = 1_000_000;

/// What was seen so far.
#[derive(Default)]
pub(super) struct Scan {
    /// See [`super::TableFile::remarks`].
    pub(super) remarks: BTreeMap<&'static str, u32>,
    /// Cells of an ODS file that show percentages: number of the sheet, row, column.
    pub(super) percent: HashSet<(usize, usize, usize)>,
    strings: usize,
    /// The row of an XLSX sheet, counted from 1.
    line: u64,
    spaces: u64,
    sheets: usize,
    row: OdsRow,
}

/// The place in an ODS sheet.
#[derive(Default)]
struct OdsRow {
    first: u64,
    repeat: u64,
    column: u64,
    /// Column behind the last cell with content.
    end: u64,
    /// Widest row so far.
    width: u64,
    hidden: bool,
    percent: Vec<u64>,
}

impl Scan {
    /// Looks through one part of a workbook.
    pub(super) fn part(&mut self, name: &str, ods: bool, source: impl BufRead) -> Result<()> {
        let mut reader = Reader::from_reader(source);
        let mut buffer = vec![];
        let mut depth = 0_usize;
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer).map_err(|error| damaged(&format!("{name}: {error}")))?;
            match event {
                Event::Start(element) => {
                    depth += 1;
                    if depth > MAX_DEPTH {
                        return Err(damaged("elements nested too deep"));
                    }
                    self.element(name, ods, &element)?;
                }
                Event::Empty(element) => {
                    self.element(name, ods, &element)?;
                    if ods && element.name().as_ref() == "table:table-row" {
                        self.ods_row_ends()?;
                    }
                }
                Event::End(element) => {
                    depth = depth.saturating_sub(1);
                    if ods && element.name().as_ref() == "table:table-row" {
                        self.ods_row_ends()?;
                    }
                }
                Event::DocType(_) => return Err(damaged("a document type")),
                Event::Eof if depth == 0 => return Ok(()),
                Event::Eof => return Err(damaged(&format!("{name} is cut off"))),
                _ => {}
            }
        }
    }

    /// Notes one more of something, if it is there.
    pub(super) fn note_if(&mut self, found: bool, code: &'static str) {
        self.note(code, found.into());
    }

    fn note(&mut self, code: &'static str, more: u32) {
        if more > 0 {
            let count = self.remarks.entry(code).or_default();
            *count = count.saturating_add(more);
        }
    }

    fn element(&mut self, part: &str, ods: bool, element: &BytesStart<'_>) -> Result<()> {
        match ods {
            true if part == "content.xml" => self.ods(element),
            true => Ok(()),
            false => self.xlsx(element),
        }
    }

    fn xlsx(&mut self, element: &BytesStart<'_>) -> Result<()> {
        match element.local_name().as_ref() {
            "sheetData" => self.line = 0,
            "row" => {
                reference(element, "r")?;
                self.line = number(element, "r", self.line + 1)?;
                self.note_if(is_true(element, "hidden")?, "hidden_rows");
            }
            // Rows that are formatted only may go on to the end of the sheet.
            "v" | "is" if self.line > MAX_ROWS as u64 => return Err(Error::TableTooLong),
            "c" => reference(element, "r")?,
            "dimension" => reference(element, "ref")?,
            "col" if is_true(element, "hidden")? => {
                let (first, last) = (number(element, "min", 1)?, number(element, "max", 1)?);
                let within = last.min(MAX_COLUMNS as u64).saturating_sub(first.saturating_sub(1));
                self.note("hidden_columns", within as u32);
            }
            "f" => self.note("formulas", 1),
            "mergeCell" => self.note("merged_cells", 1),
            // The library reserves room for as many strings as the file says there are.
            "sst" if number(element, "uniqueCount", 0)? > MAX_CELLS as u64 => return Err(Error::TableTooLong),
            "si" => {
                self.strings += 1;
                if self.strings > MAX_CELLS {
                    return Err(Error::TableTooLong);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn ods(&mut self, element: &BytesStart<'_>) -> Result<()> {
        match element.name().as_ref() {
            "table:table" if value(element, "table:name")?.is_some() => {
                self.sheets += 1;
                self.row = OdsRow::default();
            }
            "table:table-column" if is_hidden(element)? => {
                self.note(
                    "hidden_columns",
                    number(element, "table:number-columns-repeated", 1)?.min(MAX_COLUMNS as u64) as u32,
                );
            }
            "table:table-row" => {
                let repeat = number(element, "table:number-rows-repeated", 1)?;
                let hidden = is_hidden(element)?;
                self.row = OdsRow { first: self.row.first, width: self.row.width, repeat, hidden, ..OdsRow::default() };
            }
            "table:table-cell" | "table:covered-table-cell" => self.ods_cell(element)?,
            "text:s" => {
                self.spaces = self.spaces.saturating_add(number(element, "text:c", 1)?);
                if self.spaces > MAX_SPACES {
                    return Err(Error::TableTooBig);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn ods_cell(&mut self, element: &BytesStart<'_>) -> Result<()> {
        let repeat = number(element, "table:number-columns-repeated", 1)?;
        let kind = value(element, "office:value-type")?;
        let formula = value(element, "table:formula")?.is_some();
        let spanned =
            number(element, "table:number-columns-spanned", 1)?.max(number(element, "table:number-rows-spanned", 1)?);
        self.note_if(formula, "formulas");
        self.note_if(spanned > 1, "merged_cells");
        let end = self.row.column.saturating_add(repeat);
        if kind.is_some() || formula || value(element, "office:value")?.is_some() {
            if end > MAX_COLUMNS as u64 {
                return Err(Error::TableTooLong);
            }
            if kind.as_deref() == Some("percentage") {
                self.row.percent.extend(self.row.column..end);
            }
            self.row.end = end;
        }
        self.row.column = end;
        Ok(())
    }

    fn ods_row_ends(&mut self) -> Result<()> {
        let row = std::mem::take(&mut self.row);
        let next = row.first.saturating_add(row.repeat);
        let width = row.width.max(row.end);
        self.row = OdsRow { first: next, width, ..OdsRow::default() };
        if row.end == 0 {
            return Ok(());
        }
        if next > MAX_ROWS as u64 || next * width > MAX_CELLS as u64 {
            return Err(Error::TableTooLong);
        }
        if row.hidden {
            self.note("hidden_rows", row.repeat as u32);
        }
        let sheet = self.sheets.saturating_sub(1);
        for column in row.percent {
            self.percent.extend((row.first..next).map(|row| (sheet, row as usize, column as usize)));
        }
        Ok(())
    }
}

/// The raw value of an attribute.
fn value(element: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    let found = element.try_get_attribute(name).map_err(|error| damaged(&error.to_string()))?;
    Ok(found.map(|attribute| attribute.value.into_owned()))
}

/// A whole number in an attribute.
fn number(element: &BytesStart<'_>, name: &str, default: u64) -> Result<u64> {
    match value(element, name)? {
        None => Ok(default),
        Some(text) => text.trim().parse().map_err(|_| damaged(&format!("{name} is {text}"))),
    }
}

fn is_true(element: &BytesStart<'_>, name: &str) -> Result<bool> {
    Ok(value(element, name)?.is_some_and(|flag| flag == "1" || flag == "true"))
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool> {
    Ok(value(element, "table:visibility")?.is_some_and(|visibility| visibility != "visible"))
}

/// Cells are `A1` to `XFD1048576`, alone or as a range; longer ones overflow the library's numbers.
fn reference(element: &BytesStart<'_>, name: &str) -> Result<()> {
    let Some(text) = value(element, name)? else { return Ok(()) };
    let fits = |cell: &str| {
        let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
        letters <= 3 && cell.len() - letters <= 7 && cell.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
    };
    if text.split(':').count() <= 2 && text.split(':').all(fits) {
        Ok(())
    } else {
        Err(damaged(&format!("the cell {text}")))
    }
}

fn damaged(detail: &str) -> Error {
    Error::DamagedTable(detail.into())
}
