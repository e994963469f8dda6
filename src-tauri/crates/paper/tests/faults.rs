//! Files with one fault each, made from a sound one: they prove that the gate sees what it is there to see.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

/// A way to break a file.
pub(crate) type Fault = fn(&mut Pdf);

/// All single faults by name.
pub(crate) const ALL: [(&str, Fault); 16] = [
    ("no_alt", |pdf| remove(pdf, "Figure", "Alt")),
    ("no_language", |pdf| from_catalog(pdf, "Lang")),
    ("no_display_title", |pdf| from_catalog(pdf, "ViewerPreferences")),
    ("not_marked", |pdf| from_catalog(pdf, "MarkInfo")),
    ("no_output_intent", |pdf| from_catalog(pdf, "OutputIntents")),
    ("no_title", no_title),
    ("no_scope", |pdf| remove(pdf, "TH", "A")),
    ("skipped_level", |pdf| rename(pdf, "H2", "H4")),
    ("untagged_content", untagged),
    ("link_without_contents", |pdf| remove_from_link(pdf, "Contents")),
    ("link_without_element", link_without_element),
    ("no_tounicode", no_tounicode),
    ("cell_outside_row", |pdf| rename(pdf, "TR", "P")),
    ("wrong_parent_tree", wrong_parent_tree),
    ("wrong_order", wrong_order),
    ("pale_text", pale_text),
];

/// The file with one fault.
pub(crate) fn broken(bytes: &[u8], fault: Fault) -> Vec<u8> {
    let mut pdf = Pdf::load_mem(bytes).expect("the sound file can be read");
    fault(&mut pdf);
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("the broken file can be written");
    out
}

fn elements(pdf: &Pdf, tag: &str) -> Vec<ObjectId> {
    let is = |object: &Object| {
        object.as_dict().is_ok_and(|element| {
            element.get(b"S").is_ok_and(|name| name.as_name().is_ok_and(|name| name == tag.as_bytes()))
                && element.has(b"P")
        })
    };
    pdf.objects.iter().filter(|(_, object)| is(object)).map(|(id, _)| *id).collect()
}

fn dictionary(pdf: &mut Pdf, id: ObjectId) -> &mut Dictionary {
    pdf.get_dictionary_mut(id).expect("the object is a dictionary")
}

fn remove(pdf: &mut Pdf, tag: &str, key: &str) {
    let id = elements(pdf, tag)[0];
    dictionary(pdf, id).remove(key.as_bytes());
}

fn rename(pdf: &mut Pdf, tag: &str, other: &str) {
    let id = elements(pdf, tag)[0];
    dictionary(pdf, id).set("S", Object::Name(other.into()));
}

fn from_catalog(pdf: &mut Pdf, key: &str) {
    pdf.catalog_mut().expect("there is a catalogue").remove(key.as_bytes());
}

fn no_title(pdf: &mut Pdf) {
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"XML"))
        {
            let text = String::from_utf8_lossy(&stream.content).replace("dc:title", "dc:titel");
            stream.set_content(text.into_bytes());
        }
    }
}

/// Changes the content of the third page.
fn content(pdf: &mut Pdf, change: impl FnOnce(String) -> String) {
    let page = pdf.page_iter().nth(2).expect("there is a third page");
    let bytes = pdf.get_page_content(page);
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let bytes: Vec<u8> = change(text).chars().map(|c| c as u8).collect();
    pdf.change_page_content(page, bytes).expect("the content can be changed");
}

fn untagged(pdf: &mut Pdf) {
    content(pdf, |text| {
        let at = text.find("/P <</MCID").expect("there is a paragraph");
        let end = at + text[at..].find("BDC").expect("it begins");
        format!("{}/Foo BMC{}", &text[..at], &text[end + 3..])
    });
}

fn pale_text(pdf: &mut Pdf) {
    content(pdf, |text| text.replacen("0.11 0.141 0.18 rg", "0.8 0.8 0.8 rg", 1));
}

fn wrong_order(pdf: &mut Pdf) {
    let id = elements(pdf, "Document")[0];
    if let Ok(Object::Array(kids)) = dictionary(pdf, id).get_mut(b"K") {
        // A heading and the paragraph after it, both on the third page.
        let middle = kids.len() / 2;
        kids[..middle].reverse();
    }
}

fn links(pdf: &Pdf) -> Vec<ObjectId> {
    let is = |object: &Object| {
        object
            .as_dict()
            .is_ok_and(|link| link.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Link")))
    };
    pdf.objects.iter().filter(|(_, object)| is(object)).map(|(id, _)| *id).collect()
}

fn remove_from_link(pdf: &mut Pdf, key: &str) {
    let id = links(pdf)[0];
    dictionary(pdf, id).remove(key.as_bytes());
}

fn link_without_element(pdf: &mut Pdf) {
    let id = elements(pdf, "Link")[0];
    let element = dictionary(pdf, id);
    if let Ok(Object::Array(kids)) = element.get_mut(b"K") {
        kids.retain(|kid| !matches!(kid, Object::Dictionary(_)));
    }
}

fn no_tounicode(pdf: &mut Pdf) {
    for object in pdf.objects.values_mut() {
        if let Object::Dictionary(font) = object
            && font.has(b"ToUnicode")
        {
            font.remove(b"ToUnicode");
            return;
        }
    }
}

fn wrong_parent_tree(pdf: &mut Pdf) {
    let root = pdf
        .catalog()
        .and_then(|catalog| catalog.get(b"StructTreeRoot"))
        .and_then(Object::as_reference)
        .expect("a tree");
    let tree = pdf
        .get_dictionary(root)
        .and_then(|root| root.get(b"ParentTree"))
        .and_then(Object::as_reference)
        .expect("a tree");
    let list = match dictionary(pdf, tree).get(b"Nums").expect("numbers") {
        Object::Array(numbers) => numbers[5].as_reference().expect("the third page's list"),
        _ => unreachable!("the numbers are a list"),
    };
    if let Ok(Object::Array(owners)) = pdf.get_object_mut(list) {
        owners.swap(0, 1);
    }
}
