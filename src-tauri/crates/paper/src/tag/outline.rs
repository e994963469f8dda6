//! Nested bookmarks with exact positions.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, dictionary};

use super::write::{name, text};
use crate::page::Bookmark;

/// Writes the outline and gives its root; none without bookmarks.
pub(super) fn write(pdf: &mut Pdf, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| pdf.new_object_id()).collect();
    let mut kids: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        while open.last().is_some_and(|&last| bookmarks[last].level >= bookmark.level) {
            open.pop();
        }
        kids.entry(open.last().copied()).or_default().push(index);
        open.push(index);
    }
    let range = |entry: &mut Dictionary, list: &[usize], count: i64| {
        if let (Some(first), Some(last)) = (list.first(), list.last()) {
            entry.set("First", ids[*first]);
            entry.set("Last", ids[*last]);
            entry.set("Count", count);
        }
    };
    for (parent, list) in &kids {
        for (nth, &index) in list.iter().enumerate() {
            let bookmark = &bookmarks[index];
            let mut entry = dictionary! {
                "Title" => text(&bookmark.title),
                "Parent" => parent.map_or(root, |parent| ids[parent]),
                "Dest" => super::destination(pages[bookmark.page], bookmark.y),
            };
            if nth > 0 {
                entry.set("Prev", ids[list[nth - 1]]);
            }
            if let Some(&next) = list.get(nth + 1) {
                entry.set("Next", ids[next]);
            }
            if let Some(below) = kids.get(&Some(index)) {
                // A negative count: closed until the reader opens it.
                range(&mut entry, below, -(below.len() as i64));
            }
            pdf.set_object(ids[index], entry);
        }
    }
    let mut entry: Dictionary = dictionary! { "Type" => name("Outlines") };
    if let Some(top) = kids.get(&None) {
        range(&mut entry, top, top.len() as i64);
    }
    pdf.set_object(root, Object::Dictionary(entry));
    Some(root)
}
