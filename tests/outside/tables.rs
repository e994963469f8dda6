//! Table files as they come from outside: in odd encodings, too large, cut off, built to harm. Each has one clear
//! outcome, and nothing that is stored changes.

use std::io::{Cursor, Write as _};

use liaise_core::{
    error::Error,
    table_file::{self, Cell, MAX_COLUMNS, MAX_ROWS},
};
use proptest::prelude::*;
use serde_json::json;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::office::{Office, cases};

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook whose one sheet has these rows, in XML.
fn xlsx(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(more);
    packed(&parts)
}

/// A text document whose one sheet has these rows, in XML.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", br#"<manifest:manifest xmlns:manifest="m"/>"#),
        ("content.xml", content.as_bytes()),
    ])
}

#[track_caller]
fn rows(name: &str, bytes: &[u8]) -> Vec<Vec<Cell>> {
    table_file::read(name, bytes).unwrap_or_else(|error| panic!("{name}: {error:?}")).remove(0).rows
}

#[track_caller]
fn refusal(name: &str, bytes: &[u8]) -> &'static str {
    match table_file::read(name, bytes) {
        Ok(sheets) => panic!("{name} was read: {} sheets", sheets.len()),
        Err(error) => error.code(),
    }
}

fn text(words: &str) -> Cell {
    Cell::Text(words.into())
}

#[test]
fn the_encoding_of_a_text_is_found_and_said() {
    let words = "Straße;Größe\nÉvreux;œuvre – 5 €\n";
    let utf_16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark: Vec<u8> = [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(words);
    let (greek, ..) = encoding_rs::WINDOWS_1253.encode("Περιοχή;Δείκτης\nΚέντρο;Σχολική διαρροή\n");
    let (polish, ..) = encoding_rs::WINDOWS_1250.encode("Powiat;Wskaźnik\nŁódź;Bezrobocie młodzieży w mieście\n");
    for (bytes, encoding) in [
        (words.as_bytes().to_vec(), "UTF-8"),
        (["\u{feff}", words].concat().into_bytes(), "UTF-8"),
        (utf_16, "UTF-16LE"),
        (with_mark, "UTF-16BE"),
        (windows.to_vec(), "windows-1252"),
        (greek.to_vec(), "windows-1253"),
        (polish.to_vec(), "windows-1250"),
    ] {
        let file = table_file::open("a.csv", &bytes, None).unwrap();
        assert_eq!(file.encoding, Some(encoding));
        assert_eq!(file.sheets[0].rows.len(), 2);
        assert!(file.remarks.is_empty(), "{encoding}: {:?}", file.remarks);
    }
    assert_eq!(rows("a.csv", &windows)[1], [text("Évreux"), text("œuvre – 5 €")]);
    assert_eq!(rows("a.csv", &greek)[1], [text("Κέντρο"), text("Σχολική διαρροή")]);
    // In the wrong encoding, chosen by hand, what was lost is counted.
    let wrong = table_file::open("a.csv", &windows, Some("UTF-8")).unwrap();
    assert!(wrong.remarks["replaced_characters"] > 3);
}

#[test]
fn the_separator_is_found_and_rows_keep_their_numbers() {
    assert_eq!(rows("a.csv", b"a;b\n1,5;2,5\n"), [[text("a"), text("b")], [text("1,5"), text("2,5")]]);
    assert_eq!(rows("a.csv", b"a,b\n1.5,2.5\n")[1], [text("1.5"), text("2.5")]);
    assert_eq!(rows("a.txt", b"a\tb\n1,5\t2,5\n")[1], [text("1,5"), text("2,5")]);
    assert_eq!(rows("a.csv", b"sep=,\r\na;x,b\r\n")[0], [text("a;x"), text("b")]);
    for line in ["\n", "\r\n", "\r"] {
        let table = ["a;b", "", "", "\"two", "lines\";\"a \"\"word\"\"\"", "", "c;d"].join(line);
        let rows = rows("a.csv", table.as_bytes());
        assert_eq!(rows.len(), 6, "{line:?}: {rows:?}");
        assert_eq!(rows[3], [text(&format!("two{line}lines")), text("a \"word\"")]);
        assert_eq!(rows[5], [text("c"), text("d")]);
    }
}

#[test]
fn a_quotation_mark_that_nobody_closed_swallows_no_row_in_silence() {
    assert_eq!(refusal("a.csv", b"a;b\n\"1;2\n3;4\n5;6\n"), "open_quote");
    assert_eq!(rows("a.csv", b"a;5\" pipe\n1;2\n").len(), 2);
}

#[test]
fn what_is_no_table_is_refused() {
    for (name, bytes) in [
        ("report.pdf", &b"%PDF-1.7 something"[..]),
        ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("data.csv", b"{\"a\": 1}"),
    ] {
        assert_eq!(refusal(name, bytes), "not_a_table", "{name}");
    }
    assert_eq!(refusal("x.docx", &packed(&[("word/document.xml", b"<a/>")])), "not_a_table");
    for bytes in [&b""[..], b"\n\n\n", b";;;\n;;;\n", b"\xEF\xBB\xBF"] {
        assert_eq!(refusal("a.csv", bytes), "empty_table");
    }
    assert_eq!(refusal("a.xlsx", &xlsx("", &[])), "empty_table");
}

#[test]
fn protected_and_old_workbooks_are_told_apart() {
    let container = |stream: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(512, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(2048, 0);
        bytes
    };
    assert_eq!(refusal("a.xlsx", &container("EncryptedPackage")), "table_protected");
    assert_eq!(refusal("a.xls", &container("Workbook")), "old_table");
    assert_eq!(refusal("a.xlsb", &packed(&[("xl/workbook.bin", b"x")])), "old_table");
    let manifest = br#"<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let bytes = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"<a/>"),
    ]);
    assert_eq!(refusal("a.ods", &bytes), "table_protected");
}

#[test]
fn a_million_rows_are_refused_whatever_the_format() {
    let table = format!("indicator;period;value\n{}", "A;2016;1\n".repeat(1_000_000));
    assert_eq!(refusal("a.csv", table.as_bytes()), "table_too_long");
    // Rows and cells without a reference of their own follow one another.
    let sheet = "<row><c><v>1</v></c></row>".repeat(1_000_000);
    assert_eq!(refusal("a.xlsx", &xlsx(&sheet, &[])), "table_too_long");
    let repeated = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#;
    assert_eq!(refusal("a.ods", &ods(repeated)), "table_too_long");
    let bytes = vec![b'1'; table_file::MAX_BYTES + 1];
    assert_eq!(refusal("a.csv", &bytes), "table_too_big");
}

#[test]
fn the_largest_table_that_fits_is_read_whole() {
    let data = "A;2016;1\n".repeat(100_000);
    assert_eq!(rows("a.csv", format!("Title\n\nindicator;period;value\n{data}").as_bytes()).len(), 100_003);
    let table = "1;2\n".repeat(MAX_ROWS);
    assert_eq!(rows("a.csv", table.as_bytes()).len(), MAX_ROWS);
    assert_eq!(refusal("a.csv", (table + "1;2\n").as_bytes()), "table_too_long");
    let wide = vec!["1"; MAX_COLUMNS].join(";");
    assert_eq!(rows("a.csv", wide.as_bytes())[0].len(), MAX_COLUMNS);
    assert_eq!(refusal("a.csv", (wide + ";1").as_bytes()), "table_too_long");
    let corner =
        |cell: &str, row: usize| xlsx(&format!("<row r=\"{row}\"><c r=\"{cell}{row}\"><v>1</v></c></row>"), &[]);
    assert_eq!(rows("a.xlsx", &corner("GR", MAX_ROWS)).len(), MAX_ROWS);
    assert_eq!(refusal("a.xlsx", &corner("GS", 1)), "table_too_long");
    assert_eq!(refusal("a.xlsx", &corner("A", MAX_ROWS + 1)), "table_too_long");
    // Empty rows to the end of the sheet, as LibreOffice writes them, are none.
    let trailing = r#"<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    assert_eq!(rows("a.ods", &ods(trailing)), [[Cell::Number(1.0)]]);
}

#[test]
fn a_bomb_is_recognised_by_its_directory_and_by_what_comes_out_of_it() {
    let zeros = vec![b' '; 210 * 1024 * 1024];
    let mut bomb = xlsx("", &[("xl/media/image1.bin", &zeros)]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(refusal("a.xlsx", &bomb), "table_too_big");
    // The same with a directory that says it is small.
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    let refused = refusal("a.xlsx", &bomb);
    assert!(["table_too_big", "damaged_table"].contains(&refused), "{refused}");
}

#[test]
fn numbers_that_ask_for_room_that_no_laptop_has_are_refused() {
    let strings = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="9999999999999"><si><t>a</t></si></sst>"#;
    let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
    assert_eq!(refusal("a.xlsx", &xlsx(row, &[("xl/sharedStrings.xml", strings)])), "table_too_long");
    for cell in ["A99999999999", "ZZZZZZZZZZ1", "A-1", "é1"] {
        let row = format!("<row r=\"1\"><c r=\"{cell}\"><v>1</v></c></row>");
        assert_eq!(refusal("a.xlsx", &xlsx(&row, &[])), "damaged_table", "{cell}");
    }
    assert_eq!(refusal("a.xlsx", &xlsx(&"<row>".repeat(100_000), &[])), "damaged_table");
    for rows in [
        r#"<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="4000000000"/></table:table-row>"#,
        r#"<table:table-row table:number-rows-repeated="99999"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="199"/></table:table-row>"#,
    ] {
        assert_eq!(refusal("a.ods", &ods(rows)), "table_too_long");
    }
    let spaces = r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#;
    assert_eq!(refusal("a.ods", &ods(spaces)), "table_too_big");
    let bomb = br#"<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>"#;
    assert_eq!(refusal("a.xlsx", &xlsx("", &[("xl/styles.xml", bomb)])), "damaged_table");
}

#[test]
fn a_refused_table_leaves_the_data_as_they_were() {
    let office = Office::with_sample();
    let before = office.everything();
    let path = office.folder.path().join("hostile.xlsx");
    for bytes in [&b"PK\x03\x04"[..], b"", b"%PDF-1.4", &xlsx("<row r=\"1\"><c r=\"A99999999999\"/></row>", &[])] {
        std::fs::write(&path, bytes).unwrap();
        office.refused("open_series", json!({ "path": path }));
        assert_eq!(office.everything(), before);
    }
    assert_eq!(office.refused("open_series", json!({ "path": "nowhere.csv" }))["code"], "missing_file");
    assert_eq!(office.refused("open_series", json!({}))["code"], "cancelled");
}

/// The parts of a workbook, unpacked.
fn parts(name: &str) -> Vec<(String, Vec<u8>)> {
    let bytes = fixture(name);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut bytes = vec![];
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/tables").join(name)).unwrap()
}

/// An outcome, whichever: a panic fails the test.
fn survives(name: &str, bytes: &[u8]) {
    match table_file::read(name, bytes) {
        Ok(sheets) => assert!(sheets.iter().all(|sheet| sheet.rows.len() <= MAX_ROWS)),
        Err(error) => assert!(Error::CODES.contains(&error.code())),
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..2_000), zipped in any::<bool>()) {
        let start: &[u8] = if zipped { b"PK\x03\x04" } else { b"" };
        survives("a.csv", &[start, &bytes].concat());
    }

    #[test]
    fn a_file_that_was_cut_off_or_scratched_breaks_nothing(
        name in prop::sample::select(vec!["fr.xlsx", "el.ods", "fr-windows-1252.csv"]),
        cut in 0.0..1.0_f64,
        scratches in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 0..6),
    ) {
        let mut bytes = fixture(name);
        let length = bytes.len() as f64;
        for (at, value) in scratches {
            bytes[(at * length) as usize] ^= value;
        }
        survives(name, &bytes);
        bytes.truncate((cut * length) as usize);
        survives(name, &bytes);
    }

    /// Behind the checksums: the words of the parts themselves are changed, and packed again.
    #[test]
    fn a_workbook_with_other_words_inside_breaks_nothing(
        name in prop::sample::select(vec!["fr.xlsx", "de.xlsx", "el.ods"]),
        part in any::<prop::sample::Index>(),
        scratches in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"<>\"/&;=09A-: \0\xFF".to_vec())), 1..6),
    ) {
        let mut parts = parts(name);
        let at = part.index(parts.len());
        for (place, value) in scratches {
            let length = parts[at].1.len();
            if length > 0 {
                parts[at].1[place.index(length)] = value;
            }
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        survives(name, &packed(&parts));
    }

    /// Numbers inside attributes are where a reader reserves room or counts too far.
    #[test]
    fn a_workbook_with_other_numbers_inside_breaks_nothing(
        name in prop::sample::select(vec!["fr.xlsx", "de.xlsx", "el.ods"]),
        part in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        number in prop::sample::select(vec!["0", "-1", "4294967296", "18446744073709551615", "99999999999999999999", "1e308", "NaN", ""]),
    ) {
        let mut parts = parts(name);
        let at = part.index(parts.len());
        let words = String::from_utf8_lossy(&parts[at].1).into_owned();
        let pieces: Vec<&str> = words.split('"').collect();
        let numbers: Vec<usize> = (1..pieces.len()).step_by(2).filter(|at| pieces[*at].bytes().any(|byte| byte.is_ascii_digit())).collect();
        if !numbers.is_empty() {
            let mut pieces = pieces.clone();
            pieces[numbers[place.index(numbers.len())]] = number;
            parts[at].1 = pieces.join("\"").into_bytes();
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        survives(name, &packed(&parts));
    }
}
