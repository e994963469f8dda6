//! Paragraphs and headings down the pages: widows, orphans, headings that stay with their text, notes at the foot.

use super::Flow;
use super::inline::{NOTE_LEADING, Spans};
use super::theme::{ACCENT, INK, RULE, SOFT};
use crate::document::{Block, Design, Inlines, ParagraphStyle};
use crate::page::{Bookmark, NodeId, Place};
use crate::text::{Align, Breaking, Line, Style, break_lines};

/// How a paragraph is set.
#[derive(Clone, Copy)]
pub(crate) struct Par {
    pub(crate) leading: f32,
    pub(crate) before: f32,
    pub(crate) after: f32,
    pub(crate) align: Align,
    pub(crate) hyphen: Option<f32>,
    /// Height that has to follow on the same page.
    pub(crate) keep: f32,
}

/// Where the baseline lies in a line, from its bottom, as a share of the leading.
pub(crate) const BASELINE: f32 = 0.28;

impl Flow<'_> {
    pub(crate) fn body(&self) -> (Style, Par) {
        let par = Par {
            leading: self.theme.leading,
            before: 0.0,
            after: if self.document.design == Design::Certificate { 4.5 } else { 7.0 },
            align: Align::Left,
            hyphen: Some(90.0),
            keep: 0.0,
        };
        (Style::new(0, self.theme.size, INK), par)
    }

    pub(crate) fn styled(&mut self, text: &Inlines, style: ParagraphStyle) {
        let (body, par) = self.body();
        let size = body.size;
        let (style, par) = match style {
            ParagraphStyle::Body => (body, par),
            ParagraphStyle::Lead => {
                let style = Style { size: size * 1.22, color: ACCENT, ..body };
                (style, Par { leading: par.leading * 1.22, after: 10.0, ..par })
            }
            ParagraphStyle::Small => {
                let style = Style { size: size * 0.83, color: SOFT, ..body };
                (style, Par { leading: par.leading * 0.82, after: 5.0, ..par })
            }
            ParagraphStyle::Centred => (body, Par { align: Align::Center, hyphen: None, ..par }),
            ParagraphStyle::Display => {
                let style = Style { face: 1, size: size * 2.1, color: ACCENT, ..body };
                (
                    style,
                    Par { leading: size * 2.7, before: 6.0, after: 12.0, align: Align::Center, hyphen: None, ..par },
                )
            }
        };
        self.paragraph("P", text, style, par);
    }

    /// A note in the document's language above blocks in another one.
    pub(crate) fn original_note(&mut self, note: &str) {
        let (body, par) = self.body();
        let style = Style { face: 2, size: body.size * 0.86, color: SOFT, ..body };
        let keep = self.theme.leading * 2.0;
        self.paragraph("P", &note.into(), style, Par { leading: par.leading * 0.85, after: 3.0, keep, ..par });
    }

    pub(crate) fn heading(&mut self, level: u8, text: &Inlines, anchor: &str, rest: &[Block]) {
        let level = level.clamp(1, 4);
        let (size, leading, before, after) = self.theme.heading(level);
        let read = level.min(self.heading_level + 1);
        self.heading_level = read;
        let tag = ["H1", "H2", "H3", "H4"][usize::from(read) - 1];
        let color = if level < 4 { ACCENT } else { INK };
        let style = Style::new(1, size, color);
        let keep = self.lead(rest) + after;
        let (_, body) = self.body();
        let node = self.paper.node(self.parent(), tag);
        let spans = self.spans(&text.0, style);
        let lines = self.break_spans(&spans, Par { hyphen: None, ..body });
        self.space(before);
        self.need(lines.len() as f32 * leading + keep.min(self.page_room() * 0.8));
        let at = (self.paper.current, self.y + 6.0);
        if !anchor.is_empty() {
            self.paper.anchors.insert(anchor.to_owned(), at);
        }
        let title = Self::plain_heading(text);
        self.paper.bookmarks.push(Bookmark { level: read, title, page: at.0, y: at.1 });
        let par = Par { leading, before: 0.0, after, hyphen: None, keep, ..body };
        self.place_lines(node, spans, &lines, par);
    }

    pub(crate) fn paragraph(&mut self, tag: &'static str, text: &Inlines, style: Style, par: Par) -> Option<NodeId> {
        if text.is_empty() {
            return None;
        }
        let spans = self.spans(&text.0, style);
        let lines = self.break_spans(&spans, par);
        let node = self.paper.node(self.parent(), tag);
        self.place_lines(node, spans, &lines, par);
        Some(node)
    }

    pub(crate) fn break_spans(&self, spans: &Spans, par: Par) -> Vec<Line> {
        let breaking = Breaking { width: self.width, align: par.align, hyphen: par.hyphen };
        break_lines(self.paper.shaper, &spans.list, breaking)
    }

    /// Lines down the pages: at least two before and after a page break, no hyphen at a page's end.
    pub(crate) fn place_lines(&mut self, node: NodeId, spans: Spans, lines: &[Line], par: Par) {
        let Spans { list, mut links, notes } = spans;
        self.space(par.before);
        let total = lines.len();
        for (at, line) in lines.iter().enumerate() {
            let mut together = match at {
                0 if total <= 3 => total,
                0 => 2 + usize::from(lines[1].hyphenated),
                _ if at + 2 == total && total > 3 => 2,
                _ => 1,
            };
            while at > 0 && at + together < total && together < 5 && lines[at + together - 1].hyphenated {
                together += 1;
            }
            let mut height = par.leading * together as f32 + self.notes_room(&line.notes);
            if at + together >= total {
                height += par.keep.min(self.page_room() * 0.8 - height).max(0.0);
            }
            self.need(height);
            self.take_notes(&line.notes);
            self.y -= par.leading;
            let place = Place {
                x: self.left,
                y: self.y + par.leading * BASELINE,
                node: Some(node),
                language: self.language,
                links: Some(&mut links),
            };
            self.paper.line(line, &list, place);
        }
        self.adopt_notes(node, &notes);
        self.y -= par.after;
    }

    // ---- notes ----

    /// Room that notes would take at the foot of this page.
    pub(crate) fn notes_room(&self, notes: &[u32]) -> f32 {
        if notes.is_empty() {
            return 0.0;
        }
        let rule = if self.page_notes.is_empty() { 12.0 } else { 0.0 };
        let height = rule + notes.iter().map(|&note| self.notes[note as usize].height()).sum::<f32>();
        height.min(self.page_room() * 0.6)
    }

    /// Notes whose numbers stand on this page.
    pub(crate) fn take_notes(&mut self, notes: &[u32]) {
        self.notes_height += self.notes_room(notes);
        self.page_notes.extend_from_slice(notes);
    }

    /// Notes are read at the end of the paragraph they belong to.
    pub(crate) fn adopt_notes(&mut self, node: NodeId, notes: &[u32]) {
        for &note in notes {
            let note = self.notes[note as usize].node;
            self.paper.adopt(node, note);
        }
    }

    /// Draws the notes of the page that ends.
    pub(crate) fn draw_notes(&mut self) {
        let notes = std::mem::take(&mut self.page_notes);
        let height = std::mem::take(&mut self.notes_height);
        if notes.is_empty() {
            return;
        }
        let left = self.geometry.left;
        let mut y = self.geometry.bottom + height;
        self.paper.artifact();
        self.paper.rule((left, y - 5.0), (left + 90.0, y - 5.0), 0.6, RULE);
        y -= 12.0;
        for note in notes {
            let note = &mut self.notes[note as usize];
            let (lines, spans) = (std::mem::take(&mut note.lines), std::mem::take(&mut note.spans));
            let mut links = std::mem::take(&mut note.links);
            let (node, language) = (note.node, note.language);
            for line in &lines {
                y -= NOTE_LEADING;
                let place = Place {
                    x: left,
                    y: y + NOTE_LEADING * BASELINE,
                    node: Some(node),
                    language,
                    links: Some(&mut links),
                };
                self.paper.line(line, &spans, place);
            }
            y -= 2.0;
        }
    }
}
