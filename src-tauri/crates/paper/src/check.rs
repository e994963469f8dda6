//! What the printer asserts about its own files, beyond what public validators look at: every marked piece is reachable
//! and known to the parent tree, is read in the order in which it is drawn, and can be seen: on the page, over nothing
//! else, in enough contrast. For tests; it reads a finished file and knows nothing of how it was made.
//!
//! It judges this printer's files; a file of another maker may be right and still break its narrower rules.

mod content;
mod tree;

use std::collections::{BTreeMap, HashMap};

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

use content::PageContent;

/// Faults of a finished PDF, one line each; empty if there is none.
pub fn findings(bytes: &[u8]) -> Vec<String> {
    let pdf = match Pdf::load_mem(bytes) {
        Ok(pdf) => pdf,
        Err(error) => return vec![format!("the file cannot be read: {error}")],
    };
    let mut found = Vec::new();
    catalog(&pdf, &mut found);
    let pages: Vec<(ObjectId, PageContent)> =
        pdf.page_iter().enumerate().map(|(index, id)| (id, content::read(&pdf, id, index + 1, &mut found))).collect();
    for (index, (_, page)) in pages.iter().enumerate() {
        content::judge(page, index + 1, &mut found);
    }
    tree::judge(&pdf, &pages, &mut found);
    found.sort();
    found.dedup();
    found
}

/// Follows references to what they stand for.
fn resolve<'p>(pdf: &'p Pdf, object: &'p Object) -> &'p Object {
    let mut object = object;
    for _ in 0..16 {
        match object {
            Object::Reference(id) => match pdf.get_object(*id) {
                Ok(next) => object = next,
                Err(_) => return &Object::Null,
            },
            other => return other,
        }
    }
    &Object::Null
}

fn entry<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary, key: &str) -> Option<&'p Object> {
    dictionary.get(key.as_bytes()).ok().map(|object| resolve(pdf, object))
}

fn dictionary<'p>(pdf: &'p Pdf, from: &'p Dictionary, key: &str) -> Option<&'p Dictionary> {
    entry(pdf, from, key).and_then(|object| object.as_dict().ok())
}

fn name_of(object: Option<&Object>) -> String {
    object
        .and_then(|object| object.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .unwrap_or_default()
}

/// Language, title, metadata, output intent, identifier, attachments, outline, fonts.
fn catalog(pdf: &Pdf, found: &mut Vec<String>) {
    let Ok(catalog) = pdf.catalog() else {
        found.push("there is no catalogue".to_owned());
        return;
    };
    if entry(pdf, catalog, "Lang").and_then(|lang| lang.as_str().ok()).is_none_or(<[u8]>::is_empty) {
        found.push("the document has no language".to_owned());
    }
    let marked = dictionary(pdf, catalog, "MarkInfo").and_then(|info| entry(pdf, info, "Marked"));
    if marked.and_then(|marked| marked.as_bool().ok()) != Some(true) {
        found.push("the document is not said to be tagged".to_owned());
    }
    let shows = dictionary(pdf, catalog, "ViewerPreferences")
        .and_then(|preferences| entry(pdf, preferences, "DisplayDocTitle"));
    if shows.and_then(|shows| shows.as_bool().ok()) != Some(true) {
        found.push("the window of a reader will not show the title".to_owned());
    }
    let xmp =
        entry(pdf, catalog, "Metadata").and_then(|object| object.as_stream().ok()).map(|stream| stream.content.clone());
    let xmp = String::from_utf8_lossy(&xmp.unwrap_or_default()).into_owned();
    for part in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<dc:title>",
        "<dc:language>",
    ] {
        if !xmp.contains(part) {
            found.push(format!("the metadata lacks {part}"));
        }
    }
    let intents = entry(pdf, catalog, "OutputIntents").and_then(|object| object.as_array().ok());
    let profile = intents
        .and_then(|intents| intents.first())
        .and_then(|intent| resolve(pdf, intent).as_dict().ok())
        .and_then(|intent| entry(pdf, intent, "DestOutputProfile"));
    if profile.is_none_or(|profile| profile.as_stream().is_err()) {
        found.push("there is no output intent with a profile".to_owned());
    }
    if pdf.trailer.get(b"ID").is_err() {
        found.push("the file has no identifier".to_owned());
    }
    let pages: Vec<ObjectId> = pdf.page_iter().collect();
    if let Some(outlines) = dictionary(pdf, catalog, "Outlines") {
        outline(pdf, outlines, &pages, 0, found);
    }
    for file in entry(pdf, catalog, "AF").and_then(|object| object.as_array().ok()).into_iter().flatten() {
        let Ok(file) = resolve(pdf, file).as_dict() else { continue };
        if name_of(entry(pdf, file, "AFRelationship")).is_empty() || entry(pdf, file, "Desc").is_none() {
            found.push("an attachment has no relationship or description".to_owned());
        }
    }
    for object in pdf.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if name_of(font.get(b"Type").ok()) == "Font" && name_of(font.get(b"Subtype").ok()) == "Type0" {
            let name = name_of(font.get(b"BaseFont").ok());
            if entry(pdf, font, "ToUnicode").is_none() {
                found.push(format!("font {name} has no map to characters"));
            }
            if !embedded(pdf, font) {
                found.push(format!("font {name} is not embedded"));
            }
        }
    }
}

fn embedded(pdf: &Pdf, font: &Dictionary) -> bool {
    entry(pdf, font, "DescendantFonts")
        .and_then(|fonts| fonts.as_array().ok())
        .and_then(|fonts| fonts.first())
        .and_then(|font| resolve(pdf, font).as_dict().ok())
        .and_then(|font| dictionary(pdf, font, "FontDescriptor"))
        .is_some_and(|descriptor| {
            ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.has(key.as_bytes()))
        })
}

fn outline(pdf: &Pdf, parent: &Dictionary, pages: &[ObjectId], depth: usize, found: &mut Vec<String>) {
    let mut next = parent.get(b"First").ok();
    let mut count = 0;
    while let Some(item) = next.map(|object| resolve(pdf, object)).and_then(|object| object.as_dict().ok()) {
        let place = entry(pdf, item, "Dest").and_then(|dest| dest.as_array().ok()).and_then(|dest| dest.first());
        if !place.and_then(|page| page.as_reference().ok()).is_some_and(|page| pages.contains(&page)) {
            found.push("a bookmark leads nowhere".to_owned());
        }
        if depth < 8 {
            outline(pdf, item, pages, depth + 1, found);
        }
        count += 1;
        if count > 100_000 {
            found.push("the bookmarks run in a circle".to_owned());
            return;
        }
        next = item.get(b"Next").ok();
    }
}

/// Widths of the codes of a page's fonts, in 1/1000 em, by resource name.
fn widths(pdf: &Pdf, page: &Dictionary) -> HashMap<String, BTreeMap<u16, f32>> {
    let mut out = HashMap::new();
    let Some(fonts) = dictionary(pdf, page, "Resources").and_then(|resources| dictionary(pdf, resources, "Font"))
    else {
        return out;
    };
    for (key, font) in fonts {
        let Ok(font) = resolve(pdf, font).as_dict() else { continue };
        let list = entry(pdf, font, "DescendantFonts")
            .and_then(|fonts| fonts.as_array().ok())
            .and_then(|fonts| fonts.first())
            .and_then(|font| resolve(pdf, font).as_dict().ok())
            .and_then(|font| entry(pdf, font, "W"))
            .and_then(|list| list.as_array().ok());
        let mut codes = BTreeMap::new();
        let mut at = 0;
        while let Some([first, run]) = list.and_then(|list| list.get(at..at + 2)) {
            if let (Ok(first), Ok(run)) = (first.as_i64(), resolve(pdf, run).as_array()) {
                for (nth, width) in run.iter().enumerate() {
                    codes.insert(first as u16 + nth as u16, number(width));
                }
            }
            at += 2;
        }
        out.insert(String::from_utf8_lossy(key).into_owned(), codes);
    }
    out
}

fn number(object: &Object) -> f32 {
    match object {
        Object::Integer(value) => *value as f32,
        Object::Real(value) => *value,
        _ => 0.0,
    }
}
