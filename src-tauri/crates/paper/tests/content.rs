//! What was printed can be read back, character for character, by a reader program and by pdftotext; pages as text.

use std::io::Write;
use std::process::{Command, Stdio};

use liaise_paper::chart::*;
use liaise_paper::document::*;
use liaise_paper::{Fonts, Warning, chart_svg, html, render};

use crate::demo::{self, stress};
use crate::reader;

fn print(document: &Document) -> Vec<u8> {
    render(document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete").bytes
}

/// What a text is after the printer's own care: French spaces are narrow and unbreakable.
fn cared_for(text: &str) -> String {
    let narrow = |c: char| if c == '\u{202F}' || c == '\u{A0}' { ' ' } else { c };
    text.chars().map(narrow).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph { text, .. } => {
                let plain = text.plain();
                if !text.0.iter().any(|piece| matches!(piece, Inline::Footnote(_))) {
                    out.push(cared_for(&plain));
                }
            }
            Block::Language { blocks, .. } => paragraphs(blocks, out),
            Block::CallOut(call_out) => paragraphs(&call_out.blocks, out),
            _ => {}
        }
    }
}

#[test]
fn paragraphs_are_read_back_character_for_character() {
    for language in ["de", "el", "fr"] {
        let document = demo::report(language);
        let read: Vec<String> = reader::texts(&print(&document), &["P"]).iter().map(|text| cared_for(text)).collect();
        let mut expected = Vec::new();
        paragraphs(&document.blocks, &mut expected);
        assert!(expected.len() > 12);
        let mut at = 0;
        for paragraph in expected {
            let found = read[at..].iter().position(|text| *text == paragraph);
            at += found.unwrap_or_else(|| panic!("{language}: not read back in order: {paragraph}")) + 1;
        }
    }
}

#[test]
fn cells_are_read_back_also_where_they_go_over_pages() {
    let document = stress::stress(300);
    let read: Vec<String> =
        reader::texts(&print(&document), &["TH", "TD"]).iter().map(|text| cared_for(text)).collect();
    let tables =
        document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let mut expected = Vec::new();
    for table in tables {
        expected.extend(table.columns.iter().map(|column| cared_for(&column.head.plain())));
        expected.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| cared_for(&cell.content.plain())));
    }
    assert_eq!(read.len(), expected.len());
    for (read, expected) in read.iter().zip(&expected) {
        assert_eq!(read, expected);
    }
}

fn pdftotext(bytes: &[u8]) -> String {
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed (poppler-utils)");
    let mut input = child.stdin.take().expect("it has an input");
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the thread ends").expect("everything is written");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{202F}' | '\u{A0}' | '\u{C}')).collect()
}

#[test]
fn pdftotext_gives_back_every_paragraph_of_the_one_page_designs() {
    for language in ["de", "el", "fr"] {
        for make in [demo::sheet as demo::Demo, demo::certificate] {
            let document = make(language);
            let text = dense(&pdftotext(&print(&document)));
            let mut expected = Vec::new();
            paragraphs(&document.blocks, &mut expected);
            for paragraph in expected {
                assert!(text.contains(&dense(&paragraph)), "{language}: {paragraph}\n{text}");
            }
        }
    }
}

#[test]
fn scripts_from_right_to_left_are_read_in_their_order() {
    let text = pdftotext(&print(&stress::stress(3)));
    let plain: String =
        text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{200E}' | '\u{200F}')).collect();
    let plain = dense(&plain);
    // Words with ligatures come back from pdftotext with the ligature's letters turned round, as from other files; a
    // reader program gets them right (below).
    for word in ["المحلية", "والمدارس", "وخدمات", "השותפות", "ושירותי", "125", "2026"]
    {
        assert!(plain.contains(&dense(word)), "{word} in {plain}");
    }
    let read = reader::texts(&print(&stress::stress(3)), &["P"]);
    for whole in [stress::ARABIC, stress::HEBREW] {
        assert!(read.iter().any(|text| text == whole), "{whole} in {read:#?}");
    }
    for whole in [
        stress::GREEK,
        stress::POLISH,
        stress::BULGARIAN,
        stress::MALTESE,
        stress::GEORGIAN,
        stress::ARMENIAN,
        stress::CATALAN,
    ] {
        assert!(plain.contains(&dense(whole)), "{whole}");
    }
}

#[test]
fn a_character_no_font_has_is_reported_and_keeps_its_text() {
    let rendered = render(&stress::stress(3), &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    let missing: Vec<char> = rendered
        .warnings
        .iter()
        .filter_map(
            |warning| if let Warning::MissingGlyph { character, .. } = warning { Some(*character) } else { None },
        )
        .collect();
    assert_eq!(missing, ['中', '田', '\u{1F642}']);
    let text = reader::texts(&rendered.bytes, &["P"]).join("\n");
    assert!(text.contains("田中 (Tanaka) \u{1F642}"), "{text}");
}

#[test]
fn a_page_looks_like_this_as_text() {
    for (name, make) in [("sheet", demo::sheet as demo::Demo), ("minutes", demo::minutes), ("sign-in", demo::sign_in)] {
        let mut child = Command::new("pdftotext")
            .args(["-layout", "-", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("pdftotext is installed (poppler-utils)");
        let bytes = print(&make("fr"));
        let mut input = child.stdin.take().expect("it has an input");
        let writer = std::thread::spawn(move || input.write_all(&bytes));
        let output = child.wait_with_output().expect("it ends");
        writer.join().expect("the thread ends").expect("everything is written");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        // Widths of gaps depend on the version of pdftotext; what stands in which line does not.
        let lines: Vec<String> =
            text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let lines = lines.join("\n").replace("\n\n\n", "\n\n");
        snapshot(&format!("{name}-fr.txt"), lines.trim());
    }
}

/// Compares with a kept file; writes it if `UPDATE_SNAPSHOTS` is set.
fn snapshot(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    #[allow(clippy::disallowed_methods)]
    if std::env::var("UPDATE_SNAPSHOTS").is_ok() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, format!("{text}\n")).expect("the snapshot can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, kept.trim_end(), "{name} changed; look at it and set UPDATE_SNAPSHOTS=1 if it is right");
}

#[test]
fn the_preview_carries_the_same_words_without_styles_and_scripts() {
    for (name, make) in demo::ALL {
        let document = make("fr");
        let page = html(&document);
        assert!(!page.contains("style=") && !page.contains("<script") && !page.contains("<style"), "{name}");
        assert!(page.starts_with("<article class=\"paper-document\" lang=\"fr\">"), "{name}");
        let mut expected = Vec::new();
        paragraphs(&document.blocks, &mut expected);
        let text = dense(&page.replace("&#39;", "'"));
        for paragraph in expected {
            let short: String = dense(&paragraph).chars().take(40).collect();
            assert!(text.contains(&short), "{name}: {paragraph}");
        }
    }
}

#[test]
fn hostile_words_stay_words_in_the_preview() {
    let mut document = demo::sheet("de");
    document.push(Block::paragraph("<img src=x onerror=alert(1)>"));
    document.push(Block::paragraph(vec![Inline::link("javascript:alert(1)", "click")]));
    let page = html(&document);
    assert!(!page.contains("<img src=x") && !page.contains("javascript:"), "{page}");
}

#[test]
fn every_chart_is_an_accessible_drawing() {
    let document = demo::report("de");
    let mut kinds = 0;
    for block in &document.blocks {
        let Block::Figure(Figure { picture: Picture::Chart(chart), alt, .. }) = block else { continue };
        kinds += 1;
        let svg = chart_svg(chart, alt, "de", &document.wording);
        assert!(
            svg.starts_with("<svg class=\"paper-chart\"") && svg.contains("<title>") && svg.contains("role=\"img\"")
        );
        assert!(!svg.contains("style="));
        assert!(!chart.data_table("x", &document.wording).rows.is_empty());
        assert!(matches!(chart, Chart::Timeline(_)) || chart.data_text(&document.wording).len() > 20);
    }
    assert_eq!(kinds, 8);
}

#[test]
fn neither_a_tables_head_nor_a_groups_title_is_left_alone_at_the_foot_of_a_page() {
    let words = "Wortlaut, der seine schmale Zelle mit mehreren Zeilen füllt und deshalb Platz braucht. ".repeat(3);
    for above in 0..24 {
        let mut document = demo::minutes("de");
        document.blocks = (0..above).map(|_| Block::small("Zeile")).collect();
        let mut table = Table::new("Tabelle").column(Column::text("Spalte")).column(Column::text("Andere"));
        for group in 0..5 {
            table = table.group(format!("Gruppe {group}")).row([&*words, "kurz"]).row(["kurz", &*words]);
        }
        document.push(table);
        for page in pdftotext(&print(&document)).split('\u{C}').filter(|page| page.contains("Spalte")) {
            let title = page.rfind("Gruppe").or_else(|| page.find("Spalte")).unwrap_or_default();
            assert!(page[title..].contains("Wortlaut"), "{above} lines above: {page}");
        }
    }
}
