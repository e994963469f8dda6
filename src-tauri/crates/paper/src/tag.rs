//! A plain PDF document becomes an accessible archive file: structure tree, parent tree, annotations, outline,
//! metadata, output intent, attachments; then it is written.
//!
//! Rules: ISO 14289-1 (PDF/UA-1), ISO 19005-3 level A (PDF/A-3a), ISO 32000-1 sections 14.7 to 14.9.

mod outline;
mod write;
mod xmp;

use std::collections::HashMap;

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};

use crate::document::{Attachment, Document, Target};
use crate::font::SRGB;
use crate::page::{Bookmark, Kid, Link, Node, Page};
use crate::{PaperError, Progress, Stage};

pub(crate) use write::text;
use write::{name, pdf_date};

/// Everything of the layout that structure needs.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) anchors: HashMap<String, (usize, f32)>,
}

/// Completes and writes the document.
pub(crate) fn finish(
    mut pdf: Pdf,
    layout: Layout,
    document: &Document,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, PaperError> {
    let refuse = |error: lopdf::Error| PaperError::Pdf(error.to_string());
    let total = layout.nodes.len();
    progress(Progress { stage: Stage::Structure, done: 0, total });
    let Layout { pages, nodes, bookmarks, anchors } = layout;
    let page_ids: Vec<ObjectId> = pdf.page_iter().collect();
    let ids: Vec<ObjectId> = nodes.iter().map(|_| pdf.new_object_id()).collect();
    let root = pdf.new_object_id();
    let outline = outline::write(&mut pdf, &bookmarks, &page_ids);

    // Marked content by page, then the link annotations, each with its own key in the parent tree.
    let mut parents: Vec<Object> = Vec::with_capacity(pages.len() * 2);
    let mut after: Vec<Object> = Vec::new();
    let mut links: Vec<Vec<ObjectId>> = Vec::with_capacity(pages.len());
    for (index, page) in pages.iter().enumerate() {
        parents.push((index as i64).into());
        let owners = page.mcids.iter().map(|node| ids[*node as usize].into()).collect::<Vec<Object>>();
        parents.push(pdf.add_object(Object::Array(owners)).into());
        let mut references = Vec::with_capacity(page.links.len());
        for link in &page.links {
            let key = (page_ids.len() + after.len() / 2) as i64;
            after.push(key.into());
            after.push(ids[link.node as usize].into());
            let annotation = annotation(link, key, &page_ids, &anchors, page_ids[index]);
            references.push(pdf.add_object(annotation));
        }
        let entry = pdf.get_dictionary_mut(page_ids[index]).map_err(refuse)?;
        for key in ["TrimBox", "CropBox", "Annots"] {
            entry.remove(key.as_bytes());
        }
        entry.set("StructParents", index as i64);
        entry.set("Tabs", name("S"));
        if !references.is_empty() {
            entry.set("Annots", references.iter().map(|&id| id.into()).collect::<Vec<Object>>());
        }
        links.push(references);
    }
    let next_key = (page_ids.len() + after.len() / 2) as i64;
    parents.extend(after);
    drop(pages);

    let mut parent = vec![root; ids.len()];
    for (index, node) in nodes.iter().enumerate() {
        for kid in &node.kids {
            if let Kid::Node(child) = kid {
                parent[*child as usize] = ids[index];
            }
        }
    }
    let mut note_ids: Vec<(String, ObjectId)> = Vec::new();
    for (index, node) in nodes.into_iter().enumerate() {
        if let Some(id) = node.more.as_ref().and_then(|more| more.id.clone()) {
            note_ids.push((id, ids[index]));
        }
        let element = element(node, parent[index], &ids, &page_ids, &links);
        pdf.set_object(ids[index], element);
    }
    progress(Progress { stage: Stage::Structure, done: total, total });

    let tree = pdf.add_object(dictionary! { "Nums" => parents });
    let mut tree_root = dictionary! {
        "Type" => name("StructTreeRoot"),
        "K" => ids[0],
        "ParentTree" => tree,
        "ParentTreeNextKey" => next_key,
        "RoleMap" => dictionary! { "Title" => name("P") },
    };
    if !note_ids.is_empty() {
        note_ids.sort();
        let names = note_ids.iter().flat_map(|(id, object)| [text(id), (*object).into()]).collect::<Vec<Object>>();
        tree_root.set("IDTree", dictionary! { "Names" => names });
    }
    pdf.set_object(root, tree_root);
    catalog(&mut pdf, document, root, outline)?;
    write::save(pdf)
}

fn annotation(
    link: &Link,
    key: i64,
    pages: &[ObjectId],
    anchors: &HashMap<String, (usize, f32)>,
    own_page: ObjectId,
) -> Dictionary {
    let mut entry = dictionary! {
        "Type" => name("Annot"),
        "Subtype" => name("Link"),
        "Rect" => link.bounds.iter().map(|&value| Object::Real(value)).collect::<Vec<_>>(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "P" => own_page,
        "Contents" => text(&link.contents),
        "StructParent" => key,
    };
    match &link.target {
        Target::Uri(uri) => {
            let action = dictionary! { "S" => name("URI"), "URI" => Object::string_literal(ascii_uri(uri)) };
            entry.set("A", action);
        }
        Target::Anchor(anchor) => {
            if let Some(&(page, y)) = anchors.get(anchor) {
                entry.set("Dest", destination(pages[page], y));
            }
        }
    }
    entry
}

/// A place on a page, at the reader's own zoom.
fn destination(page: ObjectId, y: f32) -> Object {
    Object::Array(vec![page.into(), name("XYZ"), Object::Null, Object::Real(y), Object::Null])
}

/// URIs are ASCII; other characters are percent-encoded (RFC 3987, 3.1).
fn ascii_uri(uri: &str) -> String {
    uri.bytes()
        .map(|byte| if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn element(node: Node, parent: ObjectId, ids: &[ObjectId], pages: &[ObjectId], links: &[Vec<ObjectId>]) -> Dictionary {
    let mut entry = dictionary! { "S" => name(node.tag), "P" => parent };
    let own = node.kids.iter().find_map(|kid| match kid {
        Kid::Content { page, .. } => Some(*page),
        _ => None,
    });
    if let Some(page) = own {
        entry.set("Pg", pages[page as usize]);
    }
    let mut kids: Vec<Object> = node
        .kids
        .iter()
        .map(|kid| match *kid {
            Kid::Node(child) => ids[child as usize].into(),
            Kid::Content { page, mcid } if Some(page) == own => Object::Integer(i64::from(mcid)),
            Kid::Content { page, mcid } => {
                dictionary! { "Type" => name("MCR"), "Pg" => pages[page as usize], "MCID" => i64::from(mcid) }.into()
            }
            Kid::Link { page, index } => {
                let annotation = links[page as usize][index as usize];
                dictionary! { "Type" => name("OBJR"), "Pg" => pages[page as usize], "Obj" => annotation }.into()
            }
        })
        .collect();
    match kids.len() {
        0 => {}
        1 => entry.set("K", kids.remove(0)),
        _ => entry.set("K", kids),
    }
    let Some(more) = node.more else { return entry };
    for (key, value) in [("Alt", &more.alt), ("T", &more.title), ("Lang", &more.language), ("ID", &more.id)] {
        if let Some(value) = value {
            entry.set(key, text(value));
        }
    }
    let mut attributes: Vec<Object> = Vec::new();
    if more.scope.is_some() || more.column_span.is_some() {
        let mut table = dictionary! { "O" => name("Table") };
        if let Some(scope) = more.scope {
            table.set("Scope", name(scope));
        }
        if let Some(columns) = more.column_span {
            table.set("ColSpan", columns as i64);
        }
        attributes.push(table.into());
    }
    if let Some(bounds) = more.bounds {
        let bounds = bounds.iter().map(|&value| Object::Real(value)).collect::<Vec<_>>();
        attributes.push(dictionary! { "O" => name("Layout"), "Placement" => name("Block"), "BBox" => bounds }.into());
    }
    if let Some(numbering) = more.numbering {
        attributes.push(dictionary! { "O" => name("List"), "ListNumbering" => name(numbering) }.into());
    }
    match attributes.len() {
        0 => {}
        1 => entry.set("A", attributes.remove(0)),
        _ => entry.set("A", attributes),
    }
    entry
}

fn catalog(pdf: &mut Pdf, document: &Document, root: ObjectId, outline: Option<ObjectId>) -> Result<(), PaperError> {
    let refuse = |error: lopdf::Error| PaperError::Pdf(error.to_string());
    let icc = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let metadata = dictionary! { "Type" => name("Metadata"), "Subtype" => name("XML") };
    let xmp = Stream::new(metadata, xmp::packet(document).into_bytes()).with_compression(false);
    let xmp = pdf.add_object(xmp);
    let files: Vec<(String, ObjectId)> = document
        .attachments
        .iter()
        .map(|attachment| (attachment.name.clone(), attach(pdf, attachment, document)))
        .collect();
    let catalog = pdf.catalog_mut().map_err(refuse)?;
    catalog.set("Lang", text(&document.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", root);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", xmp);
    catalog.set(
        "OutputIntents",
        vec![Object::Dictionary(dictionary! {
            "Type" => name("OutputIntent"),
            "S" => name("GTS_PDFA1"),
            "OutputConditionIdentifier" => text("sRGB"),
            "Info" => text("sRGB IEC61966-2.1"),
            "DestOutputProfile" => icc,
        })],
    );
    if !files.is_empty() {
        let mut named = files.clone();
        named.sort();
        let names = named.iter().flat_map(|(title, id)| [text(title), (*id).into()]).collect::<Vec<Object>>();
        catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
        catalog.set("AF", files.iter().map(|(_, id)| (*id).into()).collect::<Vec<Object>>());
    }
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    // printpdf's own information names another standard; it is exchanged, not kept.
    if let Ok(old) = pdf.trailer.get(b"Info").and_then(Object::as_reference) {
        pdf.objects.remove(&old);
    }
    let date = pdf_date(document.created);
    let mut info = dictionary! {
        "Title" => text(&document.title),
        "Producer" => text(PRODUCER),
        "CreationDate" => text(&date),
        "ModDate" => text(&date),
    };
    for (key, value) in [("Author", &document.author), ("Subject", &document.subject)] {
        if !value.is_empty() {
            info.set(key, text(value));
        }
    }
    let info = pdf.add_object(info);
    pdf.trailer.set("Info", info);
    let digest = Sha256::digest(document.seed.as_bytes());
    let id = Object::String(digest[..16].to_vec(), lopdf::StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    pdf.version = "1.7".to_owned();
    Ok(())
}

/// What made the file.
pub(crate) const PRODUCER: &str = concat!("liaise-paper ", env!("CARGO_PKG_VERSION"), " (printpdf 0.12.8)");

/// A file inside the PDF, with the relationship `Data` (ISO 19005-3, 6.8).
fn attach(pdf: &mut Pdf, attachment: &Attachment, document: &Document) -> ObjectId {
    let stream = Stream::new(
        dictionary! {
            "Type" => name("EmbeddedFile"),
            "Subtype" => name(&attachment.media_type),
            "Params" => dictionary! {
                "Size" => attachment.bytes.len() as i64,
                "ModDate" => text(&pdf_date(document.created)),
            },
        },
        attachment.bytes.clone(),
    );
    let file = pdf.add_object(stream);
    pdf.add_object(dictionary! {
        "Type" => name("Filespec"),
        "F" => text(&attachment.name),
        "UF" => text(&attachment.name),
        "Desc" => text(&attachment.description),
        "AFRelationship" => name("Data"),
        "EF" => dictionary! { "F" => file, "UF" => file },
    })
}
