//! CSV: text with a separator between the cells. Finds the encoding and the separator; the `csv` crate reads the cells.

use std::collections::BTreeMap;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252, WINDOWS_1253};

use super::{Cell, ENCODINGS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Sheet, TableFile};
use crate::{Result, error::Error};

/// Rows that are looked at to find the separator.
const SAMPLE: usize = 50;

/// Reads a CSV file.
pub(super) fn read(file_name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<TableFile> {
    let chosen = encoding.filter(|name| ENCODINGS.contains(name)).and_then(|name| Encoding::for_label(name.as_bytes()));
    let encoding = chosen.unwrap_or_else(|| detect(bytes));
    let (text, encoding, _) = encoding.decode(bytes);
    let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
    check(&text)?;
    let (text, announced) = announced(&text);
    let separator = announced.unwrap_or_else(|| separator(file_name, text));
    let rows = rows(text, separator)?;
    let mut remarks = BTreeMap::new();
    if replaced > 0 {
        remarks.insert("replaced_characters", u32::try_from(replaced).unwrap_or(u32::MAX));
    }
    Ok(TableFile { sheets: vec![Sheet { name: String::new(), rows }], encoding: Some(encoding.name()), remarks })
}

/// The encoding that the bytes seem to be written in: what a byte order mark says, UTF-8 if they are that, else one of
/// those that Windows uses in Europe.
fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    // Words of European languages in UTF-16 have a zero in every second byte.
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(1_000).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(2_000) / 2;
    match (zeros(0) * 2 > half, zeros(1) * 2 > half) {
        (false, true) => return UTF_16LE,
        (true, false) => return UTF_16BE,
        _ => {}
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    match detector.guess(None, Utf8Detection::Allow).name() {
        "UTF-8" => UTF_8,
        "windows-1253" | "ISO-8859-7" => WINDOWS_1253,
        "windows-1250" | "ISO-8859-2" => WINDOWS_1250,
        _ => WINDOWS_1252,
    }
}

/// Refuses what is no text, and text that is a page or a document rather than a table.
fn check(text: &str) -> Result<()> {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let found = text.chars().take(100_000).filter(|c| control(*c)).count();
    let start = text.trim_start();
    if text.contains('\0')
        || found * 100 > text.len().min(100_000)
        || start.starts_with(['<', '{'])
        || start.starts_with("%PDF")
    {
        return Err(Error::NotATable);
    }
    Ok(())
}

/// Excel's first line `sep=;`, which no program shows, and the text behind it.
fn announced(text: &str) -> (&str, Option<u8>) {
    let found = text.strip_prefix("sep=").and_then(|rest| {
        let separator = *rest.as_bytes().first().filter(|byte| byte.is_ascii())?;
        let rest = &rest[1..];
        let behind = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
        Some((behind, Some(separator)))
    });
    found.unwrap_or((text, None))
}

/// The separator: the one that most rows of the beginning have in the same number. Where there is none the table has one
/// column.
fn separator(file_name: &str, text: &str) -> u8 {
    let tabs = file_name.to_lowercase().ends_with(".tsv");
    let score = |separator: u8| {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for record in reader(text, separator).byte_records().take(SAMPLE).flatten() {
            *widths.entry(record.len()).or_default() += 1;
        }
        let common = widths.into_iter().filter(|(width, _)| *width > 1).max_by_key(|(width, rows)| (*rows, *width));
        common.map_or((0, 0), |(width, rows)| (rows, width))
    };
    let candidates: &[u8] = if tabs { b"\t;," } else { b";\t," };
    // The first of the best: `max_by_key` gives the last.
    candidates.iter().rev().copied().max_by_key(|separator| score(*separator)).unwrap_or(b',')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

fn rows(text: &str, separator: u8) -> Result<Vec<Vec<Cell>>> {
    let mut reader = reader(text, separator);
    let mut record = csv::ByteRecord::new();
    let mut rows: Vec<Vec<Cell>> = vec![];
    let mut cells = 0;
    let mut spread = 0;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_byte_record(&mut record).map_err(|error| Error::DamagedTable(error.to_string()))?;
        if !more {
            break;
        }
        // The library passes over empty lines; the rows keep their numbers.
        let empty = empty_lines(text, start);
        cells += record.len();
        if rows.len() + empty >= MAX_ROWS || record.len() > MAX_COLUMNS || cells > MAX_CELLS {
            return Err(Error::TableTooLong);
        }
        rows.resize(rows.len() + empty, vec![]);
        spread = record.iter().map(|cell| cell.iter().filter(|byte| **byte == b'\n').count()).max().unwrap_or_default();
        rows.push(record.iter().map(|cell| Cell::of_text(&String::from_utf8_lossy(cell))).collect());
    }
    // A quotation mark that nobody closed swallows all that follows it.
    if spread > 0 && text.matches('"').count() % 2 == 1 {
        return Err(Error::OpenQuote(rows.len()));
    }
    Ok(rows)
}

/// How many empty lines stand before the record that is read from the byte `start` on.
fn empty_lines(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start.min(bytes.len());
    // A record ends with the first of "\r\n"; the second is left to the next.
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    loop {
        match &bytes[at..] {
            [b'\r', b'\n', ..] => at += 2,
            [b'\r' | b'\n', ..] => at += 1,
            _ => return lines,
        }
        lines += 1;
    }
}
