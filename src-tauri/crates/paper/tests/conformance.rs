//! Every design in every demo language is free of faults, and faults are seen.

use liaise_paper::check::findings;
use liaise_paper::document::*;
use liaise_paper::{Fonts, PaperError, render};

use crate::{demo, faults};

fn print(document: &Document) -> Vec<u8> {
    render(document, &Fonts::bundled(), &mut |_| {}).expect("the document is complete").bytes
}

#[test]
fn every_design_in_every_language_is_free_of_faults() {
    for language in ["de", "el", "fr"] {
        for (name, make) in demo::ALL {
            let rendered = render(&make(language), &Fonts::bundled(), &mut |_| {}).expect("the document is complete");
            assert_eq!(findings(&rendered.bytes), Vec::<String>::new(), "{name} in {language}");
            assert_eq!(rendered.warnings, [], "{name} in {language}");
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (name, make) in demo::ALL {
        assert!(print(&make("de")) == print(&make("de")), "{name}");
    }
}

#[test]
fn every_single_fault_is_seen() {
    let sound = print(&demo::report("fr"));
    // Writing the file anew is no fault.
    assert_eq!(findings(&faults::broken(&sound, |_| {})), Vec::<String>::new());
    for (name, fault) in faults::ALL {
        assert!(!findings(&faults::broken(&sound, fault)).is_empty(), "{name} is not seen");
    }
}

#[test]
fn attachments_are_data_of_the_document() {
    let pdf = lopdf::Document::load_mem(&print(&demo::report("de"))).expect("the file can be read");
    let files =
        pdf.catalog().and_then(|catalog| catalog.get(b"AF")).and_then(lopdf::Object::as_array).expect("a list").clone();
    assert_eq!(files.len(), 1);
    let file = files[0].as_reference().and_then(|id| pdf.get_dictionary(id)).expect("a file");
    assert_eq!(file.get(b"AFRelationship").and_then(lopdf::Object::as_name).expect("a relationship"), b"Data");
    let content = file.get(b"EF").and_then(lopdf::Object::as_dict).and_then(|files| files.get(b"F")).expect("a stream");
    let stream =
        content.as_reference().and_then(|id| pdf.get_object(id)).and_then(lopdf::Object::as_stream).expect("a stream");
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    assert_eq!(bytes, b"item,value\na,1\n");
}

#[test]
fn what_accessibility_needs_cannot_be_left_out() {
    let code = |document: &Document| {
        render(document, &Fonts::bundled(), &mut |_| {}).expect_err("something is missing").code()
    };
    let mut document = demo::sheet("de");
    document.title = " ".to_owned();
    assert_eq!(code(&document), "paper_no_title");
    let mut document = demo::sheet("de");
    document.language = "Deutsch!".to_owned();
    assert_eq!(code(&document), "paper_language");
    let mut document = demo::sheet("de");
    document.push(Table::new("").column(Column::text("Name")));
    assert!(matches!(render(&document, &Fonts::bundled(), &mut |_| {}), Err(PaperError::NoCaption)));
    let mut document = demo::sheet("de");
    let image = document.front.logos.first().map(|logo| logo.image.clone());
    let image = image.unwrap_or_else(demo::sign_logo);
    document.push(Figure::image(image, 100.0, "", "caption"));
    assert_eq!(code(&document), "paper_no_alternative");
}
