//! Running text into spans: styles, links, languages, footnote numbers, rating marks.

use super::Flow;
use super::theme::{INK, LINK, SOFT};
use crate::Warning;
use crate::document::{Block, Inline, Target};
use crate::page::{Links, NodeId};
use crate::text::{Align, Breaking, Line, Role, Span, Style, break_lines, clean, typographic};

/// A footnote, set and waiting for its page.
pub(crate) struct Note {
    pub(crate) node: NodeId,
    pub(crate) spans: Vec<Span>,
    pub(crate) lines: Vec<Line>,
    pub(crate) links: Links,
    pub(crate) language: u8,
}

pub(crate) const NOTE_SIZE: f32 = 8.5;
pub(crate) const NOTE_LEADING: f32 = 11.0;

impl Note {
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * NOTE_LEADING + 2.0
    }
}

/// Spans of a paragraph with its links and the footnotes it began.
#[derive(Default)]
pub(crate) struct Spans {
    pub(crate) list: Vec<Span>,
    pub(crate) links: Links,
    pub(crate) notes: Vec<u32>,
}

impl Flow<'_> {
    /// Spans of running text in a style.
    pub(crate) fn spans(&mut self, pieces: &[Inline], style: Style) -> Spans {
        let mut out = Spans::default();
        let language = self.language;
        self.gather(pieces, style, language, None, &mut out);
        out
    }

    /// Spans of words without any marks.
    pub(crate) fn words(&self, text: &str, style: Style, language: u8) -> Vec<Span> {
        vec![Span::words(typographic(&clean(text), &self.paper.shaper.tag(language)), style, language)]
    }

    fn gather(&mut self, pieces: &[Inline], style: Style, language: u8, link: Option<u32>, out: &mut Spans) {
        for piece in pieces {
            match piece {
                Inline::Text(words) if words.is_empty() => {}
                Inline::Text(words) => {
                    let text = typographic(&clean(words), &self.paper.shaper.tag(language));
                    out.list.push(Span { text, style, language, link, role: Role::Words });
                }
                Inline::Strong(content) => {
                    self.gather(content, Style { face: style.face | 1, ..style }, language, link, out);
                }
                Inline::Emphasis(content) => {
                    self.gather(content, Style { face: style.face | 2, ..style }, language, link, out);
                }
                Inline::Language { language, content } => {
                    let language = self.paper.shaper.language(language);
                    self.gather(content, style, language, link, out);
                }
                Inline::Link { target, content } => self.gather_link(target, content, style, language, out),
                Inline::Footnote(content) => self.gather_note(content, style, language, out),
                Inline::Rating(rating) => {
                    let (_, ink) = crate::page::tone_colors(rating.tone);
                    let letter: String = rating.letter.chars().take(2).collect();
                    let mark = Style { face: style.face | 1, size: style.size * 0.82, color: ink, ..style };
                    out.list.push(Span { text: letter, style: mark, language, link, role: Role::Mark(rating.tone) });
                    let label = format!("\u{A0}{}", clean(&rating.label));
                    out.list.push(Span { text: label, style, language, link, role: Role::Words });
                }
            }
        }
    }

    fn gather_link(&mut self, target: &Target, content: &[Inline], style: Style, language: u8, out: &mut Spans) {
        let known = match target {
            Target::Uri(uri) => !uri.trim().is_empty(),
            Target::Anchor(anchor) => has_anchor(&self.document.blocks, anchor),
        };
        if !known {
            if let Target::Anchor(anchor) = target {
                self.warnings.push(Warning::UnknownAnchor { anchor: anchor.clone() });
            }
            self.gather(content, style, language, None, out);
            return;
        }
        let words = crate::document::Inlines(content.to_vec()).plain();
        out.links.targets.push((target.clone(), words));
        let link = Some(out.links.targets.len() as u32 - 1);
        let color = if style.color == INK || style.color == SOFT { LINK } else { style.color };
        self.gather(content, Style { color, underline: true, ..style }, language, link, out);
    }

    fn gather_note(&mut self, content: &[Inline], style: Style, language: u8, out: &mut Spans) {
        let index = self.notes.len() as u32;
        let number = (index + 1).to_string();
        let node = self.paper.loose_node("Note");
        let name = self.document.wording.footnote.replace("{number}", &number);
        let more = self.paper.more(node);
        more.id = Some(format!("note-{number}"));
        more.title = Some(name);
        // The number keeps its place while the note's own text is set: a note in a note comes after it.
        self.notes.push(Note { node, spans: Vec::new(), lines: Vec::new(), links: Links::default(), language });
        let small = Style::new(0, NOTE_SIZE, INK);
        let before = std::mem::replace(&mut self.language, language);
        let mut inner = Spans::default();
        inner.list.push(Span::words(format!("{number}\u{2002}"), small, language));
        self.gather(content, small, language, None, &mut inner);
        self.language = before;
        let breaking = Breaking { width: self.geometry.column(), align: Align::Left, hyphen: Some(90.0) };
        let lines = break_lines(self.paper.shaper, &inner.list, breaking);
        self.notes[index as usize] = Note { node, spans: inner.list, lines, links: inner.links, language };
        let raised = Style { size: style.size * 0.66, rise: style.size * 0.36, underline: false, ..style };
        let role = Role::Note(index);
        out.list.push(Span { text: number, style: raised, language, link: None, role });
        out.notes.push(index);
        out.notes.extend(inner.notes);
    }
}

fn has_anchor(blocks: &[Block], wanted: &str) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading { anchor, .. } => anchor == wanted && !anchor.is_empty(),
        Block::Landscape(blocks) | Block::Language { blocks, .. } => has_anchor(blocks, wanted),
        Block::CallOut(call_out) => has_anchor(&call_out.blocks, wanted),
        Block::List(list) => list.items.iter().any(|item| has_anchor(&item.blocks, wanted)),
        _ => false,
    })
}
