//! Text set in lines: runs of glyphs ready to be drawn. Shaping is in `text/shape.rs`, breaking in `text/lines.rs`.
//! Nothing here knows of pages, structure or PDF.

mod lines;
mod normal;
mod shape;

use std::rc::Rc;

pub(crate) use lines::{Breaking, break_lines};
pub(crate) use normal::{clean, typographic};
pub(crate) use shape::{Shaper, Word};

use crate::document::Tone;

/// A colour, red, green and blue.
pub(crate) type Color = [u8; 3];

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    /// 0 regular, 1 bold, 2 italic, 3 bold italic.
    pub(crate) face: u8,
    /// In points.
    pub(crate) size: f32,
    pub(crate) color: Color,
    /// Raised above the baseline, in points.
    pub(crate) rise: f32,
    pub(crate) underline: bool,
}

impl Style {
    pub(crate) fn new(face: u8, size: f32, color: Color) -> Self {
        Style { face, size, color, rise: 0.0, underline: false }
    }
}

/// A stretch of text in one style, one language, with one link.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) language: u8,
    /// Index of the link it belongs to.
    pub(crate) link: Option<u32>,
    pub(crate) role: Role,
}

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    Words,
    /// The number of a footnote.
    Note(u32),
    /// The letter of a rating mark, drawn on its shape.
    Mark(Tone),
}

impl Span {
    pub(crate) fn words(text: impl Into<String>, style: Style, language: u8) -> Self {
        Span { text: text.into(), style, language, link: None, role: Role::Words }
    }
}

/// Where lines stand in their column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Align {
    Left,
    Right,
    Center,
}

/// A piece of a finished line: one word or space of one span, its left edge at `x`.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) word: Rc<Word>,
    pub(crate) span: u32,
    pub(crate) x: f32,
    /// The hyphen of a broken word.
    pub(crate) hyphen: bool,
    /// Bidirectional level; odd runs from right to left.
    pub(crate) level: u8,
    /// Place in the order of reading.
    pub(crate) order: u32,
}

/// A finished line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    /// Ends with a hyphen that is not in the text.
    pub(crate) hyphenated: bool,
    /// A space of the text was swallowed at the line's end.
    pub(crate) space_after: bool,
    /// Footnotes whose numbers stand in this line.
    pub(crate) notes: Vec<u32>,
    /// Language of the swallowed space's style and span, for drawing it.
    pub(crate) last_span: u32,
}

impl Line {
    /// Width from the left edge of the first to the right edge of the last run, in points.
    pub(crate) fn right_edge(&self, spans: &[Span]) -> f32 {
        self.runs.iter().map(|run| run.x + run.word.width(spans[run.span as usize].style.size)).fold(0.0, f32::max)
    }
}
