//! The content of a paper: what it says, in which language, in which order. The same value becomes a tagged PDF
//! (`render`) and a semantic HTML fragment (`html`).
//!
//! What accessibility needs is a required argument, never an option: a document has a title and a language, a table a
//! caption and named columns, a picture its text alternative. It is deliberately no styling language: designs, sizes
//! and colours belong to the layout. It contains no word of any language either; words the printer itself has to set
//! ("Contents", "Page 3 of 9") come in with [`Wording`].

mod figure;
mod inline;
mod list;
mod table;
mod wording;

use chrono::{DateTime, Utc};

pub use figure::{Bounds, Figure, Image, ImageError, Logo, Picture, Values};
pub use inline::{Inline, Inlines, Rating, Target, Tone};
pub use list::{Badge, CallOut, CallOutKind, Fact, Item, List, Numbering, SignatureLine};
pub use table::{Cell, Column, ColumnKind, Row, RowKind, Table};
pub use wording::{Numbers, Wording};

/// One paper, complete: everything that is printed and everything a reader program asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The title; shown on the cover or above the first block, and in the window title of a PDF reader.
    pub title: String,
    /// The main language, a BCP 47 tag such as `de` or `pt-PT`.
    pub language: String,
    /// Who publishes the document.
    pub author: String,
    /// One sentence on what the document is, for search and for the file's properties; may be empty.
    pub subject: String,
    /// The moment printed into the file's properties; the printer itself reads no clock.
    pub created: DateTime<Utc>,
    /// What makes the file's identifier: the same seed (say record id and version) gives the same bytes.
    pub seed: String,
    /// The page design.
    pub design: Design,
    /// Words of the printer in the document's language.
    pub wording: Wording,
    /// What stands on the cover, or at the head of designs without a cover.
    pub front: Front,
    /// Short text at the right of the running head, usually the publisher.
    pub running_head: String,
    /// Short text at the left of the running foot, usually the period or the version.
    pub running_foot: String,
    /// The content in reading order.
    pub blocks: Vec<Block>,
    /// Files carried inside the PDF.
    pub attachments: Vec<Attachment>,
    /// Further papers of the same design in the same file, each beginning a page, with a language, a head and blocks of
    /// its own: a certificate for each person, a list for each day. Their own parts and attachments are not printed.
    pub parts: Vec<Document>,
}

/// The page designs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Design {
    /// Cover page, running heads, page numbers; A4 upright.
    #[default]
    Report,
    /// A4 across, large rows, one list after another; every list that starts a page repeats its head.
    SignInSheet,
    /// One A4 page across, framed and centred.
    Certificate,
    /// Sheet of one or two pages: title band on top, compact content below; A4 upright, no cover.
    Sheet,
    /// Agenda or minutes: plain head with the facts of the meeting, A4 upright, no cover.
    Minutes,
    /// Cards to cut out, A4 upright, without head and foot; see [`Block::Badges`].
    Badges,
}

impl Design {
    /// How many pages a document of this design may have; no limit for the others.
    pub(crate) fn most_pages(self) -> Option<usize> {
        match self {
            Design::Certificate => Some(1),
            Design::Sheet => Some(2),
            Design::Report | Design::SignInSheet | Design::Minutes | Design::Badges => None,
        }
    }
}

/// What stands on the cover or at the head of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// Second line under the title.
    pub subtitle: String,
    /// Partner, city, period, version, …: a label and its value, one line each.
    pub facts: Vec<Fact>,
    /// Sensitivity mark in the reader's words; repeated in the head of every page.
    pub sensitivity: Option<String>,
    /// Mark of invented data in the reader's words; repeated in the head of every page.
    pub sample: Option<String>,
    /// Logos of the publisher and its partners.
    pub logos: Vec<Logo>,
    /// Statement of the funding body.
    pub funding: Option<Funding>,
}

/// Statement of the funding body with emblem, statement and disclaimer.
#[derive(Clone, Debug, PartialEq)]
pub struct Funding {
    /// Text alternative of the European Union's emblem, which the printer draws; `None` prints no emblem.
    pub emblem: Option<String>,
    /// "Co-funded by …", in the document's language.
    pub statement: String,
    /// The disclaimer that goes with it; may be empty.
    pub disclaimer: String,
}

/// A file inside the PDF (PDF/A-3 associated file with relationship `Data`).
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// File name with extension.
    pub name: String,
    /// Media type, such as `text/csv`.
    pub media_type: String,
    /// What the file contains, in the document's language.
    pub description: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// One piece of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; also an entry in the contents and the reader's bookmarks. A level that was left out is closed up
    /// for readers (1 then 3 is read as 1 then 2), because leaps make a document hard to follow by ear.
    Heading {
        /// 1 to 4; other numbers are taken as the nearest of these.
        level: u8,
        /// The words.
        text: Inlines,
        /// Name for links to it; empty for none.
        anchor: String,
    },
    /// A paragraph of running text.
    Paragraph {
        /// The words.
        text: Inlines,
        /// How it is set.
        style: ParagraphStyle,
    },
    /// A bulleted or numbered list.
    List(List),
    /// A table.
    Table(Table),
    /// Labels and values, such as the facts of a record.
    Facts(Vec<Fact>),
    /// A framed remark.
    CallOut(CallOut),
    /// A chart or an image with its caption.
    Figure(Figure),
    /// The contents with page numbers, made from headings of level 1 to `depth`.
    Contents {
        /// Deepest heading level listed.
        depth: u8,
    },
    /// Lines to sign on.
    Signatures(Vec<SignatureLine>),
    /// Name badges: cards of 90 by 55 mm, ten to a page of the design made for them.
    Badges(Vec<Badge>),
    /// Blocks in another language than the document's.
    Language {
        /// BCP 47 tag of the blocks.
        language: String,
        /// Small note above them ("Printed in the original language: Greek"), in the document's language; may be empty.
        note: String,
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// Blocks on pages turned to landscape.
    Landscape(Vec<Block>),
    /// The next block starts a new page.
    PageBreak,
    /// Empty room of a given height, in points (1/72 inch).
    Space(f32),
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Running text.
    #[default]
    Body,
    /// A larger opening paragraph.
    Lead,
    /// Small print: sources, remarks.
    Small,
    /// Centred running text.
    Centred,
    /// Centred and large, such as the name on a certificate.
    Display,
}

impl Document {
    /// A report without content: title, language, when it was made, and what identifies it.
    pub fn new(
        title: impl Into<String>,
        language: impl Into<String>,
        created: DateTime<Utc>,
        seed: impl Into<String>,
        wording: Wording,
    ) -> Self {
        Document {
            title: title.into(),
            language: language.into(),
            author: String::new(),
            subject: String::new(),
            created,
            seed: seed.into(),
            design: Design::Report,
            wording,
            front: Front::default(),
            running_head: String::new(),
            running_foot: String::new(),
            blocks: Vec::new(),
            attachments: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The same document in another page design.
    pub fn design(mut self, design: Design) -> Self {
        self.design = design;
        self
    }

    /// Adds one block at the end.
    pub fn push(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }
}

impl Block {
    /// A heading of level 1 to 4.
    pub fn heading(level: u8, text: impl Into<Inlines>) -> Self {
        Block::Heading { level, text: text.into(), anchor: String::new() }
    }

    /// A heading that links can point to.
    pub fn anchored_heading(level: u8, text: impl Into<Inlines>, anchor: impl Into<String>) -> Self {
        Block::Heading { level, text: text.into(), anchor: anchor.into() }
    }

    /// A paragraph of running text.
    pub fn paragraph(text: impl Into<Inlines>) -> Self {
        Block::styled(ParagraphStyle::Body, text)
    }

    /// A larger opening paragraph.
    pub fn lead(text: impl Into<Inlines>) -> Self {
        Block::styled(ParagraphStyle::Lead, text)
    }

    /// Small print.
    pub fn small(text: impl Into<Inlines>) -> Self {
        Block::styled(ParagraphStyle::Small, text)
    }

    /// A paragraph in a named style.
    pub fn styled(style: ParagraphStyle, text: impl Into<Inlines>) -> Self {
        Block::Paragraph { text: text.into(), style }
    }

    /// A bulleted list of one-paragraph items.
    pub fn bullets<T: Into<Inlines>>(items: impl IntoIterator<Item = T>) -> Self {
        Block::List(List::bullets(items))
    }

    /// A numbered list of one-paragraph items.
    pub fn numbers<T: Into<Inlines>>(items: impl IntoIterator<Item = T>) -> Self {
        Block::List(List::numbers(items))
    }

    /// Labels and values.
    pub fn facts<L: Into<Inlines>, V: Into<Inlines>>(facts: impl IntoIterator<Item = (L, V)>) -> Self {
        Block::Facts(facts.into_iter().map(|(label, value)| Fact::new(label, value)).collect())
    }

    /// The contents with headings of level 1 and 2.
    pub fn contents() -> Self {
        Block::Contents { depth: 2 }
    }

    /// Blocks in another language, with a note that says so (empty for none).
    pub fn in_language(language: impl Into<String>, note: impl Into<String>, blocks: Vec<Block>) -> Self {
        Block::Language { language: language.into(), note: note.into(), blocks }
    }
}

impl From<List> for Block {
    fn from(list: List) -> Self {
        Block::List(list)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Block::Table(table)
    }
}

impl From<CallOut> for Block {
    fn from(call_out: CallOut) -> Self {
        Block::CallOut(call_out)
    }
}

impl From<Figure> for Block {
    fn from(figure: Figure) -> Self {
        Block::Figure(figure)
    }
}
