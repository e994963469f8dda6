//! Large and hostile input: nothing is lost, nothing overlaps, nothing crashes.

use liaise_paper::check::findings;
use liaise_paper::document::*;
use liaise_paper::{Fonts, Progress, Stage, Warning, render};

use crate::demo::{self, stress};

#[test]
fn the_stress_document_is_free_of_faults() {
    let mut steps = 0;
    let rendered = render(&stress::stress(5000), &Fonts::bundled(), &mut |progress: Progress| {
        assert!(progress.done <= progress.total);
        steps += usize::from(progress.stage == Stage::Pages);
    })
    .expect("the document is complete");
    assert!(rendered.pages > 100 && steps > 5);
    assert_eq!(findings(&rendered.bytes), Vec::<String>::new());
}

#[test]
fn nonsense_is_printed_without_harm() {
    let mut document = demo::minutes("fr");
    document.push(Block::heading(9, ""));
    document.push(Block::heading(3, "\u{0}\u{7}\u{202E}abc\n\n\r\ndef\u{FEFF}"));
    document.push(Block::paragraph(""));
    document.push(Block::paragraph(" \n \n "));
    document.push(Block::paragraph("x".repeat(100_000)));
    document.push(Block::paragraph(
        "e\u{301}\u{301}\u{301}\u{301} \u{200D}\u{FE0F} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    ));
    document.push(Block::bullets(Vec::<String>::new()));
    document.push(Block::Facts(Vec::new()));
    document.push(Block::Signatures(Vec::new()));
    document.push(Block::Space(1.0e9));
    document.push(Block::PageBreak);
    document.push(Block::PageBreak);
    document.push(Table::new("leer").column(Column::text("")));
    document.push(
        Table::new("zu viele Zellen").column(Column::number("n")).row(["1", "2", "3"]).row([Cell::over(99, "weit")]),
    );
    document.push(Table::new("hoch").column(Column::blank("n", 9000.0)).row(["1"]));
    let rendered = render(&document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    let found: Vec<String> = findings(&rendered.bytes);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_link_to_nowhere_is_reported_and_stays_words() {
    let mut document = demo::sheet("de");
    document.push(Block::paragraph(vec![Inline::reference("nowhere", "there")]));
    let rendered = render(&document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    assert_eq!(rendered.warnings, [Warning::UnknownAnchor { anchor: "nowhere".to_owned() }]);
}

#[test]
fn wide_tables_turn_their_pages() {
    let mut document = demo::minutes("de");
    let mut table = Table::new("breit").wide();
    for nth in 0..12 {
        table = table.column(Column::text(format!("Spalte {nth}")));
    }
    table.add((0..12).map(|nth| format!("Wert {nth}")));
    document.push(table);
    document.push(Block::paragraph("danach"));
    let rendered = render(&document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    let pdf = lopdf::Document::load_mem(&rendered.bytes).expect("the file can be read");
    let widths: Vec<f32> = pdf
        .page_iter()
        .map(|id| {
            let bounds =
                pdf.get_dictionary(id).and_then(|page| page.get(b"MediaBox")).and_then(lopdf::Object::as_array);
            bounds.expect("a size")[2].as_float().expect("a number")
        })
        .collect();
    assert!(widths.iter().any(|width| *width > 800.0) && widths[widths.len() - 1] < 600.0, "{widths:?}");
    assert_eq!(findings(&rendered.bytes), Vec::<String>::new());
}

#[test]
fn pictures_are_read_or_refused_with_a_reason() {
    let code = |bytes: &[u8]| Image::read(bytes).map_or_else(|error| error.code(), |_| "read");
    let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">{inside}</svg>");
    assert_eq!(code(svg("<rect width=\"5\" height=\"5\"/>").as_bytes()), "read");
    assert_eq!(code(svg("<script>alert(1)</script>").as_bytes()), "image_unsafe");
    assert_eq!(code(svg("<rect onload=\"x()\" width=\"1\" height=\"1\"/>").as_bytes()), "image_unsafe");
    assert_eq!(code(svg("<image href=\"file:///etc/passwd\"/>").as_bytes()), "image_unsafe");
    assert_eq!(code(format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", svg("&a;")).as_bytes()), "image_unsafe");
    assert_eq!(code(svg("<text>Hello</text>").as_bytes()), "image_words");
    assert_eq!(code(svg(&"<path d=\"M0 0\"/>".repeat(70_000)).as_bytes()), "image_too_large");
    assert_eq!(code(b"<svg broken"), "image_damaged");
    assert_eq!(code(b"GIF89a"), "image_unknown");
    assert_eq!(code(b""), "image_unknown");
    assert_eq!(code(b"\x89PNG\r\n\x1a\nrubbish"), "image_damaged");
    assert_eq!(code(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 2]), "image_damaged");
    assert_eq!(code(&vec![0x89; 20 * 1024 * 1024]), "image_too_large");
    // A header that promises 60,000 by 60,000 pixels.
    let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\x06\0\0\0".to_vec();
    huge.extend(crc(&huge[12..29]).to_be_bytes());
    huge.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    assert_eq!(code(&huge), "image_too_large");
}

#[test]
fn a_drawing_of_few_characters_that_would_take_all_day_is_refused() {
    let code = |text: &str| code_of(text.as_bytes());
    let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">";
    // Copies of copies: ten times as many shapes with every line.
    let copies = |levels: usize| {
        let mut lines = format!("{open}<defs><g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>");
        for level in 1..=levels {
            let copy = format!("<use href=\"#a{}\"/>", level - 1);
            lines += &format!("<g id=\"a{level}\">{}</g>", copy.repeat(10));
        }
        format!("{lines}</defs><use href=\"#a{levels}\"/></svg>")
    };
    assert_eq!(code(&copies(2)), "read");
    for levels in [5, 9] {
        assert_eq!(code(&copies(levels)), "image_too_large");
    }
    let deep = |levels: usize| format!("{open}{}{}</svg>", "<g>".repeat(levels), "</g>".repeat(levels));
    assert_eq!(code(&deep(25_000)), "image_too_large");
    let small = Bounds { file: 1000, side: 10, kept: 10 };
    let within = |bytes: &[u8]| Image::read_within(bytes, small).map_or_else(|error| error.code(), |_| "read");
    assert_eq!(within(&vec![b' '; 1001]), "image_too_large");
    let wide = image::RgbImage::new(11, 2);
    for format in [image::ImageFormat::Png, image::ImageFormat::Jpeg] {
        let mut bytes = std::io::Cursor::new(vec![]);
        wide.write_to(&mut bytes, format).expect("a picture");
        assert_eq!(within(bytes.get_ref()), "image_too_large");
        assert_eq!(code_of(bytes.get_ref()), "read");
    }
}

fn code_of(bytes: &[u8]) -> &'static str {
    Image::read(bytes).map_or_else(|error| error.code(), |_| "read")
}

/// CRC-32 of PNG chunks.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn every_page_of_a_hyphenating_text_ends_without_a_hyphen() {
    let mut document = demo::minutes("de");
    for _ in 0..30 {
        document.push(Block::paragraph(demo::texts("de").sentences.join(" ")));
    }
    let rendered = render(&document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    let pdf = lopdf::Document::load_mem(&rendered.bytes).expect("the file can be read");
    for id in pdf.page_iter() {
        let text: String = pdf.get_page_content(id).iter().map(|byte| char::from(*byte)).collect();
        // The body ends where the running foot begins.
        let body = text.split("/Subtype/Footer").next().unwrap_or_default();
        let last = body.rsplit("BT").next().unwrap_or_default();
        assert!(!last.contains("<FEFF00AD>") && !last.contains("<feff00ad>"), "{last}");
    }
}

#[test]
fn no_heading_is_left_alone_wherever_it_falls() {
    let texts = demo::texts("de");
    let chart = demo::report("de").blocks.into_iter().find(|block| matches!(block, Block::Figure(_)));
    let followers: Vec<Block> = vec![
        Block::paragraph(texts.sentences.join(" ")),
        Block::paragraph(texts.sentences[5]),
        Block::bullets(texts.sentences),
        Block::facts(texts.facts),
        CallOut::new(CallOutKind::Note, texts.callout, texts.sentences.join(" ")).into(),
        Block::heading(3, texts.headings[1]),
        (0..9)
            .fold(Table::new("kurz").column(Column::text("A")).column(Column::text("B")), |table, _| {
                table.row(["eins", texts.sentences[0]])
            })
            .into(),
        chart.expect("the report has a chart"),
        Block::in_language("el", texts.original, vec![Block::paragraph(texts.sentences[1])]),
    ];
    for lines in 30..46 {
        for (nth, follower) in followers.iter().enumerate() {
            let mut document = demo::minutes("de");
            document.blocks.clear();
            for _ in 0..lines / 2 {
                document.push(Block::small("Zeile"));
            }
            document.push(Block::Space((lines % 2) as f32 * 9.0));
            document.push(Block::heading(2, texts.headings[0]));
            document.push(follower.clone());
            document.push(Block::paragraph(texts.sentences.join(" ")));
            document.push(Block::paragraph(texts.sentences.join(" ").repeat(4)));
            let rendered = render(&document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
            assert_eq!(findings(&rendered.bytes), Vec::<String>::new(), "{lines} lines, follower {nth}");
        }
    }
}

#[test]
fn a_report_that_ends_on_a_page_across_has_no_empty_page_behind_it() {
    let mut document = demo::minutes("de").design(Design::Report);
    document.blocks = vec![Block::Landscape(vec![Block::heading(1, "Quer"), Block::paragraph("Ein Satz.")])];
    let rendered = render(&document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
    assert_eq!(rendered.pages, 2, "a cover and one page across");
}
