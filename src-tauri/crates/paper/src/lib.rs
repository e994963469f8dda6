//! The printer: a [`Document`] becomes a tagged PDF (PDF/UA-1 and PDF/A-3a), a semantic HTML fragment or, for a chart
//! alone, an SVG drawing. It reads no database, no clock, no settings and knows no word of the product or of a language.
//!
//! ```text
//! document.rs   what a paper says                      layout.rs   blocks -> pages (positions, reading order, tags)
//! chart.rs      charts -> drawings (europe.rs: map)    text.rs     shaping, hyphenation, line breaking
//! html.rs       the same document as HTML              font.rs     faces, fallback, coverage
//! pdf.rs        pages -> printpdf                      tag.rs      structure tree, metadata, outline, attachments
//! ```

#![forbid(unsafe_code)]

pub mod chart;
pub mod check;
pub mod document;
pub mod europe;
pub mod extract;
mod font;
mod html;
mod image;
mod layout;
mod page;
mod pdf;
mod tag;
mod text;

use document::{Block, Document, Figure, Wording};
pub use font::Fonts;

/// A finished PDF.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What the officer should know before sending it.
    pub warnings: Vec<Warning>,
}

/// Something that could not be printed as given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// No font has this character; a box with the character as its text stands for it.
    MissingGlyph {
        /// The character.
        character: char,
        /// The words it stands in, shortened.
        context: String,
    },
    /// A link to an anchor that no heading carries; printed as plain words.
    UnknownAnchor {
        /// The anchor's name.
        anchor: String,
    },
    /// A design of one page (certificate) or two (sheet) needed more.
    Overflow {
        /// How many pages it has now.
        pages: usize,
    },
    /// A table with more columns than the page has room for; its words were broken anywhere.
    TightTable {
        /// Its caption.
        caption: String,
    },
}

impl Warning {
    /// The warning's stable code, the key of its text.
    pub fn code(&self) -> &'static str {
        match self {
            Warning::MissingGlyph { .. } => "missing_glyph",
            Warning::UnknownAnchor { .. } => "unknown_anchor",
            Warning::Overflow { .. } => "overflow",
            Warning::TightTable { .. } => "tight_table",
        }
    }
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The document has no title.
    #[error("the document has no title")]
    NoTitle,
    /// A language tag is not one.
    #[error("`{tag}` is no language tag")]
    Language {
        /// What was given.
        tag: String,
    },
    /// A chart, an image or a logo has no text alternative.
    #[error("a picture has no text alternative ({caption})")]
    NoAlternative {
        /// Its caption, as far as there is one.
        caption: String,
    },
    /// A table has no caption or no columns.
    #[error("a table has no caption or no columns")]
    NoCaption,
    /// A font file could not be used.
    #[error("font `{name}`: {reason}")]
    Font {
        /// Its name.
        name: String,
        /// What was wrong.
        reason: String,
    },
    /// The PDF could not be put together.
    #[error("the PDF could not be put together: {0}")]
    Pdf(String),
}

impl PaperError {
    /// The error's stable code, the key of its text.
    pub fn code(&self) -> &'static str {
        match self {
            PaperError::NoTitle => "paper_no_title",
            PaperError::Language { .. } => "paper_language",
            PaperError::NoAlternative { .. } => "paper_no_alternative",
            PaperError::NoCaption => "paper_no_caption",
            PaperError::Font { .. } => "paper_font",
            PaperError::Pdf(_) => "paper_pdf",
        }
    }
}

/// How far a long print is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Pieces done in this stage.
    pub done: usize,
    /// Pieces of this stage.
    pub total: usize,
}

/// The stages of a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Blocks are set on pages.
    Layout,
    /// Pages are written.
    Pages,
    /// Structure and metadata are written.
    Structure,
}

/// Prints a document.
///
/// The same document gives the same bytes. Characters no font has come back as warnings.
///
/// # Errors
/// What accessibility needs is missing or empty, or the PDF could not be put together.
pub fn render(document: &Document, fonts: &Fonts, progress: &mut dyn FnMut(Progress)) -> Result<Rendered, PaperError> {
    complete(document)?;
    let shaper = text::Shaper::new(fonts);
    let layout::Flow { paper, warnings, images, .. } = layout::set(document, &shaper, progress);
    let page::Paper { mut pages, nodes, used, bookmarks, anchors, .. } = paper;
    let pdf = pdf::assemble(&document.title, &mut pages, fonts, &used, &images, progress)?;
    let count = pages.len();
    let layout = tag::Layout { pages, nodes, bookmarks, anchors };
    Ok(Rendered { bytes: tag::finish(pdf, layout, document, progress)?, pages: count, warnings })
}

/// The document as a semantic HTML fragment (`<article class="paper-document">`), for the preview in the window.
///
/// Class names begin with `paper-`; there are no style attributes and no scripts, so a strict content security policy
/// holds (images need `img-src data:`).
pub fn html(document: &Document) -> String {
    html::write(document)
}

/// The blocks of a document as an HTML fragment of the same kind, without title, cover and funding statement: for a
/// part of a report beside the form that it comes from.
pub fn html_blocks(document: &Document) -> String {
    html::write_blocks(document)
}

/// The document's blocks as HTML for a screen on a wall: charts are drawn so that their letters are large.
pub fn html_slide(document: &Document) -> String {
    html::write_slide(document)
}

/// A chart alone as an accessible SVG element with its text alternative.
pub fn chart_svg(chart: &chart::Chart, alt: &str, language: &str, wording: &Wording) -> String {
    let fonts = Fonts::bundled();
    let shaper = text::Shaper::new(&fonts);
    let drawing = chart.draw(460.0, wording, &shaper, shaper.language(language));
    chart::write_svg(&drawing, alt)
}

/// What accessibility needs is there.
fn complete(document: &Document) -> Result<(), PaperError> {
    if document.title.trim().is_empty() {
        return Err(PaperError::NoTitle);
    }
    language_tag(&document.language)?;
    for logo in &document.front.logos {
        if logo.alt.trim().is_empty() {
            return Err(PaperError::NoAlternative { caption: document.title.clone() });
        }
        logo.language.as_deref().map_or(Ok(()), language_tag)?;
    }
    document.blocks.iter().try_for_each(complete_block)?;
    document.parts.iter().try_for_each(complete)
}

fn complete_block(block: &Block) -> Result<(), PaperError> {
    match block {
        Block::Table(table) if table.columns.is_empty() || table.caption.plain().trim().is_empty() => {
            Err(PaperError::NoCaption)
        }
        Block::Figure(Figure { alt, caption, .. }) if alt.trim().is_empty() => {
            Err(PaperError::NoAlternative { caption: caption.plain() })
        }
        Block::Language { language, blocks, .. } => {
            language_tag(language)?;
            blocks.iter().try_for_each(complete_block)
        }
        Block::Landscape(blocks) => blocks.iter().try_for_each(complete_block),
        Block::CallOut(call_out) => call_out.blocks.iter().try_for_each(complete_block),
        Block::List(list) => list.items.iter().flat_map(|item| &item.blocks).try_for_each(complete_block),
        _ => Ok(()),
    }
}

/// BCP 47 in outline: a language of two or three letters, then parts of one to eight letters or digits.
fn language_tag(tag: &str) -> Result<(), PaperError> {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or("");
    let sound = (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    if sound { Ok(()) } else { Err(PaperError::Language { tag: tag.to_owned() }) }
}
