//! Workbooks, XLSX and ODS: packed folders of XML. Every part is unpacked once to see how large it is and whether its
//! checksum holds, and looked through by [`scan`]; only then calamine reads it.

use std::io::{BufReader, Cursor, Read as _};

use calamine::{Data, DataRef, DataType as _, Ods, Reader as _, SheetVisible, Xlsx};
use chrono::NaiveDate;
use zip::{ZipArchive, result::ZipError};

use super::{Cell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED, Sheet, TableFile, scan::Scan};
use crate::{Result, error::Error};

/// Most parts of a workbook.
const MAX_PARTS: usize = 5_000;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<TableFile> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    let (xlsx, ods) = (has("xl/workbook.xml") || has("_rels/.rels"), has("content.xml"));
    if has("xl/workbook.bin") {
        return Err(Error::OldTable);
    }
    if !xlsx && !ods {
        return Err(Error::NotATable);
    }
    let mut scan = look_through(&mut archive, ods)?;
    let sheets = if ods { read_ods(bytes, &mut scan) } else { read_xlsx(bytes, &mut scan) }?;
    Ok(TableFile { sheets, encoding: None, remarks: scan.remarks })
}

/// Unpacks every part once, within the limits, and looks through those of XML.
fn look_through(archive: &mut ZipArchive<Cursor<&[u8]>>, ods: bool) -> Result<Scan> {
    if archive.len() > MAX_PARTS {
        return Err(Error::TableTooBig);
    }
    // What the directory says first: it is for free. It may lie, so what is unpacked is counted as well.
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(damaged)?;
        if part.encrypted() {
            return Err(Error::TableProtected);
        }
        declared = declared.saturating_add(part.size());
    }
    if declared > MAX_UNPACKED {
        return Err(Error::TableTooBig);
    }
    let mut scan = Scan::default();
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_ascii_lowercase();
        let mut limited = part.take(left + 1);
        let looked = if name.ends_with(".xml") || name.ends_with(".rels") {
            scan.part(&name, ods, BufReader::new(&mut limited))
        } else {
            Ok(())
        };
        // What the XML did not need, and the end of the part, where its checksum is compared.
        let drained = std::io::copy(&mut limited, &mut std::io::sink());
        left = limited.limit().checked_sub(1).ok_or(Error::TableTooBig)?;
        looked?;
        drained.map_err(|error| Error::DamagedTable(error.to_string()))?;
    }
    Ok(scan)
}

fn read_xlsx(bytes: &[u8], scan: &mut Scan) -> Result<Vec<Sheet>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => Error::TableProtected,
        other => Error::DamagedTable(other.to_string()),
    })?;
    let listed = book.sheets_metadata().to_vec();
    let mut sheets = vec![];
    for sheet in listed.into_iter().filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet) {
        scan.note_if(sheet.visible != SheetVisible::Visible, "hidden_sheets");
        let mut rows: Vec<Vec<Cell>> = vec![];
        let mut cells = 0;
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(unreadable)?;
        // The library hands its styles out with the reader, and the reader is needed for the cells.
        let percent: Vec<bool> = reader
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code)))
            .collect();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unreadable)? {
            let value = of_xlsx(cell.get_value(), percent.get(style).copied().unwrap_or_default());
            if value == Cell::Empty {
                continue;
            }
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            cells += 1;
            if row >= MAX_ROWS || column >= MAX_COLUMNS || cells > MAX_CELLS {
                return Err(Error::TableTooLong);
            }
            put(&mut rows, row, column, value);
        }
        sheets.push(Sheet { name: sheet.name, rows });
    }
    Ok(sheets)
}

fn read_ods(bytes: &[u8], scan: &mut Scan) -> Result<Vec<Sheet>> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::OdsError::Password => Error::TableProtected,
        other => Error::DamagedTable(other.to_string()),
    })?;
    let listed = book.sheets_metadata().to_vec();
    let mut sheets = vec![];
    for (number, sheet) in listed.into_iter().enumerate() {
        scan.note_if(sheet.visible != SheetVisible::Visible, "hidden_sheets");
        let range = book.worksheet_range(&sheet.name).map_err(|error| Error::DamagedTable(error.to_string()))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = vec![];
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row + top as usize, column + left as usize);
            if row >= MAX_ROWS || column >= MAX_COLUMNS {
                return Err(Error::TableTooLong);
            }
            put(&mut rows, row, column, of_ods(value, scan.percent.contains(&(number, row, column))));
        }
        sheets.push(Sheet { name: sheet.name, rows });
    }
    Ok(sheets)
}

fn put(rows: &mut Vec<Vec<Cell>>, row: usize, column: usize, value: Cell) {
    if rows.len() <= row {
        rows.resize(row + 1, vec![]);
    }
    let row = &mut rows[row];
    if row.len() <= column {
        row.resize(column + 1, Cell::Empty);
    }
    row[column] = value;
}

fn of_xlsx(value: &DataRef<'_>, percent: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => of_number(*number as f64, percent),
        DataRef::Float(number) => of_number(*number, percent),
        DataRef::String(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            // Beyond the calendar of spreadsheets a number is no day.
            let known = (1.0..2_958_466.0).contains(&moment.as_f64());
            let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).filter(|_| known);
            date.map_or(Cell::Number(moment.as_f64()), Cell::Date)
        }
        DataRef::DateTime(moment) => of_number(moment.as_f64(), false),
        DataRef::DateTimeIso(text) => of_iso(text),
        DataRef::DurationIso(text) => Cell::of_text(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn of_ods(value: &Data, percent: bool) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => of_number(*number as f64, percent),
        Data::Float(number) => of_number(*number, percent),
        Data::String(text) => Cell::of_text(text),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTimeIso(text) => of_iso(text),
        Data::DurationIso(text) => Cell::of_text(text),
        Data::Error(error) => Cell::Error(error.to_string()),
        other => other.as_f64().map_or(Cell::Empty, Cell::Number),
    }
}

/// A percentage as it is shown; what multiplying adds beyond a number's precision is rounded off.
fn of_number(number: f64, percent: bool) -> Cell {
    let shown = if percent { (number * 100.0 * 1e9).round() / 1e9 } else { number };
    if shown.is_finite() { Cell::Number(shown) } else { Cell::Error(number.to_string()) }
}

fn of_iso(text: &str) -> Cell {
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or_else(|| Cell::of_text(text), Cell::Date)
}

/// Whether a number format shows percentages: a percent sign that is not between quotation marks.
fn is_percent(format: &str) -> bool {
    let mut quoted = false;
    format.chars().any(|c| {
        quoted ^= c == '"';
        c == '%' && !quoted
    })
}

fn unreadable(error: calamine::XlsxError) -> Error {
    Error::DamagedTable(error.to_string())
}

fn damaged(error: ZipError) -> Error {
    match error {
        ZipError::InvalidPassword => Error::TableProtected,
        ZipError::UnsupportedArchive(text) if text.contains("assword") => Error::TableProtected,
        other => Error::DamagedTable(other.to_string()),
    }
}
