//! Lists, facts, call-outs and signature lines: the smaller blocks of a document. Nothing about their looks.

use super::{Block, Inlines};

/// A list; items may carry further blocks, so lists nest.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Marks or numbers before the items.
    pub numbering: Numbering,
    /// The items.
    pub items: Vec<Item>,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// A bullet.
    Bullet,
    /// 1. 2. 3.
    Decimal,
    /// a) b) c)
    Letter,
    /// An empty box to tick on paper.
    Box,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its first paragraph.
    pub text: Inlines,
    /// What follows below it, such as a list within the list.
    pub blocks: Vec<Block>,
}

impl List {
    /// An empty list.
    pub fn new(numbering: Numbering) -> Self {
        List { numbering, items: Vec::new() }
    }

    /// A bulleted list of one-paragraph items.
    pub fn bullets<T: Into<Inlines>>(items: impl IntoIterator<Item = T>) -> Self {
        items.into_iter().fold(List::new(Numbering::Bullet), |list, item| list.item(item))
    }

    /// A numbered list of one-paragraph items.
    pub fn numbers<T: Into<Inlines>>(items: impl IntoIterator<Item = T>) -> Self {
        items.into_iter().fold(List::new(Numbering::Decimal), |list, item| list.item(item))
    }

    /// The list with one more item.
    pub fn item(mut self, text: impl Into<Inlines>) -> Self {
        self.items.push(Item { text: text.into(), blocks: Vec::new() });
        self
    }

    /// The list with one more item that carries blocks below its text.
    pub fn item_with(mut self, text: impl Into<Inlines>, blocks: Vec<Block>) -> Self {
        self.items.push(Item { text: text.into(), blocks });
        self
    }
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: Inlines,
    /// What it says.
    pub value: Inlines,
}

impl Fact {
    /// A label and its value.
    pub fn new(label: impl Into<Inlines>, value: impl Into<Inlines>) -> Self {
        Fact { label: label.into(), value: value.into() }
    }
}

/// A framed remark with a title.
#[derive(Clone, Debug, PartialEq)]
pub struct CallOut {
    /// What kind of remark.
    pub kind: CallOutKind,
    /// Its title; a remark is never told by its colour alone.
    pub title: Inlines,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// The kinds of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallOutKind {
    /// For information.
    Note,
    /// A result or good practice.
    Success,
    /// To be heeded.
    Warning,
}

impl CallOut {
    /// A remark of one paragraph.
    pub fn new(kind: CallOutKind, title: impl Into<Inlines>, text: impl Into<Inlines>) -> Self {
        CallOut { kind, title: title.into(), blocks: vec![Block::paragraph(text)] }
    }
}

/// A name badge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Badge {
    /// The name, set as large as it fits.
    pub name: String,
    /// What stands below it: function, organisation, city; empty lines are left out.
    pub lines: Vec<String>,
    /// What stands at the foot of the card, such as the event.
    pub foot: String,
}

/// A line to sign on, with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureLine {
    /// Who signs: name or function.
    pub who: String,
    /// Second line: place and date, institution; may be empty.
    pub detail: String,
}

impl SignatureLine {
    /// A line to sign on.
    pub fn new(who: impl Into<String>, detail: impl Into<String>) -> Self {
        SignatureLine { who: who.into(), detail: detail.into() }
    }
}
