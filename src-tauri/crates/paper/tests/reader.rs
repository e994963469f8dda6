//! Reads a PDF as a reader program does: by the structure tree, with each font's map to characters and replacement
//! text. What it gives back is compared with what was printed.

use std::collections::HashMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

/// The text of each element of the given kinds, in reading order, soft hyphens closed up.
pub(crate) fn texts(bytes: &[u8], tags: &[&str]) -> Vec<String> {
    let pdf = Pdf::load_mem(bytes).expect("the file can be read");
    let mut pieces = HashMap::new();
    for page in pdf.page_iter() {
        read_page(&pdf, page, &mut pieces);
    }
    let root = dict(&pdf, pdf.catalog().expect("a catalogue"), "StructTreeRoot").expect("a structure tree");
    let document = root.get(b"K").and_then(Object::as_reference).expect("a document element");
    let mut out = Vec::new();
    walk(&pdf, document, tags, None, &pieces, &mut out);
    out.into_iter().map(|text| text.replace('\u{AD}', "")).collect()
}

type Pieces = HashMap<(ObjectId, i64), String>;

fn walk(pdf: &Pdf, id: ObjectId, tags: &[&str], open: Option<usize>, pieces: &Pieces, out: &mut Vec<String>) {
    let element = pdf.get_dictionary(id).expect("an element");
    let tag = element
        .get(b"S")
        .and_then(Object::as_name)
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .expect("a kind");
    let open = if tag == "Note" {
        None
    } else if tags.contains(&tag.as_str()) {
        out.push(String::new());
        Some(out.len() - 1)
    } else {
        open
    };
    let page = element.get(b"Pg").and_then(Object::as_reference).ok();
    let kids = match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    };
    for kid in &kids {
        let piece = match kid {
            Object::Integer(mcid) => (page, *mcid),
            Object::Dictionary(kid) if kid.has(b"MCID") => {
                let own = kid.get(b"Pg").and_then(Object::as_reference).ok();
                (own, kid.get(b"MCID").and_then(Object::as_i64).unwrap_or(-1))
            }
            // Text of children stands between the element's own pieces.
            Object::Reference(child) => {
                walk(pdf, *child, tags, open, pieces, out);
                continue;
            }
            _ => continue,
        };
        if let (Some(open), (Some(page), mcid)) = (open, piece) {
            out[open].push_str(pieces.get(&(page, mcid)).map_or("", String::as_str));
        }
    }
}

fn dict<'p>(pdf: &'p Pdf, from: &'p Dictionary, key: &str) -> Option<&'p Dictionary> {
    match from.get(key.as_bytes()).ok()? {
        Object::Reference(id) => pdf.get_dictionary(*id).ok(),
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}

fn read_page(pdf: &Pdf, page: ObjectId, pieces: &mut Pieces) {
    let dictionary = pdf.get_dictionary(page).expect("a page");
    let fonts = dict(pdf, dictionary, "Resources").and_then(|resources| dict(pdf, resources, "Font")).expect("fonts");
    let maps: HashMap<Vec<u8>, HashMap<u16, String>> = fonts
        .iter()
        .map(|(name, font)| {
            let font = font.as_reference().and_then(|id| pdf.get_dictionary(id)).expect("a font");
            let map = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a map");
            let stream = pdf.get_object(map).and_then(Object::as_stream).expect("a stream");
            let text = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            (name.clone(), characters(&String::from_utf8_lossy(&text)))
        })
        .collect();
    let content = Content::decode(&pdf.get_page_content(page)).expect("content");
    let mut font: Vec<u8> = Vec::new();
    let mut marks: Vec<(Option<i64>, Option<String>)> = Vec::new();
    // Letters of a stretch that is written backwards, and how deep it lies in other marks.
    let mut reversed: Option<(usize, Vec<String>)> = None;
    for operation in &content.operations {
        match operation.operator.as_str() {
            "Tf" => font = operation.operands[0].as_name().expect("a font's name").to_vec(),
            "BMC" => {
                if operation.operands[0].as_name().is_ok_and(|name| name == b"ReversedChars") {
                    reversed = Some((marks.len(), Vec::new()));
                }
                marks.push((None, None));
            }
            "BDC" => {
                let properties = operation.operands.get(1).and_then(|object| object.as_dict().ok());
                let mcid =
                    properties.and_then(|properties| properties.get(b"MCID").ok()).and_then(|mcid| mcid.as_i64().ok());
                let actual = properties
                    .and_then(|properties| properties.get(b"ActualText").ok())
                    .and_then(|text| text.as_str().ok());
                marks.push((mcid, actual.map(utf16)));
            }
            "EMC" => {
                let actual = marks.pop().and_then(|mark| mark.1);
                let Some(mcid) = marks.iter().rev().find_map(|mark| mark.0) else { continue };
                match (&mut reversed, actual) {
                    (Some((_, letters)), Some(actual)) => letters.push(actual),
                    (None, Some(actual)) => pieces.entry((page, mcid)).or_default().push_str(&actual),
                    (Some((depth, letters)), None) if *depth == marks.len() => {
                        let text: String = letters.iter().rev().map(String::as_str).collect();
                        pieces.entry((page, mcid)).or_default().push_str(&text);
                        reversed = None;
                    }
                    _ => {}
                }
            }
            "TJ" | "Tj" => {
                let Some(mcid) = marks.iter().rev().find_map(|mark| mark.0) else { continue };
                if marks.iter().any(|mark| mark.1.is_some()) {
                    continue;
                }
                let text = pieces.entry((page, mcid)).or_default();
                let items = match &operation.operands[0] {
                    Object::Array(items) => items.clone(),
                    other => vec![other.clone()],
                };
                for item in items {
                    let Object::String(bytes, _) = item else { continue };
                    for pair in bytes.chunks_exact(2) {
                        let code = u16::from_be_bytes([pair[0], pair[1]]);
                        let character =
                            maps.get(&font).and_then(|map| map.get(&code)).map_or("\u{FFFD}", String::as_str);
                        match &mut reversed {
                            Some((_, letters)) => letters.push(character.to_owned()),
                            None => text.push_str(character),
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units).trim_start_matches('\u{FEFF}').to_owned()
}

/// Codes and their characters from a ToUnicode map.
fn characters(map: &str) -> HashMap<u16, String> {
    let mut out = HashMap::new();
    let hex = |text: &str| -> Vec<u8> {
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
        digits
            .chunks_exact(2)
            .map(|pair| u8::from_str_radix(&String::from_utf8_lossy(pair), 16).expect("hex digits"))
            .collect()
    };
    let code = |text: &str| hex(text).iter().fold(0u16, |code, byte| code << 8 | u16::from(*byte));
    let mut section = "";
    for line in map.lines() {
        let line = line.trim();
        if line.ends_with("beginbfchar") || line.ends_with("beginbfrange") {
            section = if line.ends_with("beginbfchar") { "char" } else { "range" };
        } else if line.starts_with("endbf") {
            section = "";
        } else {
            let parts: Vec<&str> = line.split('<').skip(1).map(|part| part.split('>').next().unwrap_or("")).collect();
            match (section, parts.as_slice()) {
                ("char", [from, to]) => {
                    out.insert(code(from), utf16(&hex(to)));
                }
                ("range", [from, to, rest @ ..]) => {
                    for (nth, value) in (code(from)..=code(to)).enumerate() {
                        let text = match rest {
                            [one] => {
                                let mut units = hex(one);
                                if let Some(last) = units.last_mut() {
                                    *last = last.wrapping_add(nth as u8);
                                }
                                utf16(&units)
                            }
                            many => many.get(nth).map(|text| utf16(&hex(text))).unwrap_or_default(),
                        };
                        out.insert(value, text);
                    }
                }
                _ => {}
            }
        }
    }
    out
}
