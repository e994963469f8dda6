//! Lists, facts, call-outs and signature lines.

use super::Flow;
use super::paragraph::{BASELINE, Par};
use super::theme::{ACCENT, INK, RULE, SOFT, call_out};
use crate::document::{CallOut, CallOutKind, Design, Fact, List, Numbering, SignatureLine, Tone};
use crate::page::{Links, Place};
use crate::text::{Align, Breaking, Style, break_lines};

const INDENT: f32 = 18.0;

impl Flow<'_> {
    pub(crate) fn list(&mut self, list: &List, depth: usize) {
        let (style, par) = self.body();
        let node = self.open("L");
        self.paper.more(node).numbering = Some(match list.numbering {
            Numbering::Bullet => "Disc",
            Numbering::Decimal => "Decimal",
            Numbering::Letter => "LowerAlpha",
            Numbering::Box => "Square",
        });
        self.left += INDENT;
        self.width -= INDENT;
        for (nth, item) in list.items.iter().enumerate() {
            let entry = self.open("LI");
            let label = self.paper.node(entry, "Lbl");
            let body = self.paper.node(entry, "LBody");
            let mark = match list.numbering {
                Numbering::Bullet if depth.is_multiple_of(2) => "•".to_owned(),
                Numbering::Bullet => "–".to_owned(),
                Numbering::Decimal => format!("{}.", nth + 1),
                Numbering::Letter => format!("{})", letters(nth)),
                Numbering::Box => "☐".to_owned(),
            };
            let spans = self.spans(&item.text.0, style);
            let lines = self.break_spans(&spans, par);
            let notes: f32 = lines.first().map_or(0.0, |line| self.notes_room(&line.notes));
            self.need(par.leading * lines.len().clamp(1, 3) as f32 + notes);
            let wide = self.paper.shaper.width(0, self.language, style.size, &mark) + 5.0;
            let x = self.left - wide.max(13.0);
            self.paper.mark(label);
            let baseline = self.y - par.leading + par.leading * BASELINE;
            self.paper.label(
                &mark,
                Style { color: ACCENT, ..style },
                self.language,
                (x, baseline),
                wide + 2.0,
                Align::Left,
            );
            self.place_lines(body, spans, &lines, Par { after: 2.5, ..par });
            self.parents.push(body);
            for (at, block) in item.blocks.iter().enumerate() {
                match block {
                    crate::document::Block::List(inner) => self.list(inner, depth + 1),
                    other => self.block(other, &item.blocks[at + 1..]),
                }
            }
            self.parents.pop();
            self.parents.pop();
        }
        self.left -= INDENT;
        self.width += INDENT;
        self.parents.pop();
        self.y -= if depth == 0 { 5.0 } else { 0.0 };
    }

    /// Labels left, values right; a row stays whole.
    pub(crate) fn facts(&mut self, facts: &[Fact]) {
        let (style, par) = self.body();
        let label_style = Style { face: 1, color: SOFT, size: style.size * 0.95, ..style };
        let widest = facts
            .iter()
            .map(|fact| self.paper.shaper.width(1, self.language, label_style.size, &fact.label.plain()))
            .fold(0.0, f32::max);
        let labels = (widest + 16.0).min(self.width * 0.38);
        let list = self.open("L");
        self.paper.more(list).numbering = Some("None");
        for fact in facts {
            let entry = self.paper.node(list, "LI");
            let (left, width) = (self.left, self.width);
            let label = self.spans(&fact.label.0, label_style);
            let value = self.spans(&fact.value.0, style);
            let narrow = Breaking { width: labels - 12.0, align: Align::Left, hyphen: Some(3000.0) };
            let label_lines = break_lines(self.paper.shaper, &label.list, narrow);
            let broad = Breaking { width: width - labels, align: Align::Left, hyphen: Some(90.0) };
            let value_lines = break_lines(self.paper.shaper, &value.list, broad);
            let rows = label_lines.len().max(value_lines.len()).max(1);
            self.need(par.leading * rows.min(4) as f32);
            let (top, page) = (self.y, self.paper.current);
            let name = self.paper.node(entry, "Lbl");
            self.place_lines(name, label, &label_lines, Par { after: 0.0, hyphen: None, ..par });
            let (below, end_page) = (self.y, self.paper.current);
            let body = self.paper.node(entry, "LBody");
            if page == end_page {
                self.y = top;
            }
            self.left = left + labels;
            self.width = width - labels;
            self.place_lines(body, value, &value_lines, Par { after: 0.0, ..par });
            self.left = left;
            self.width = width;
            if self.paper.current == end_page {
                self.y = self.y.min(below);
            }
            self.y -= 3.0;
        }
        self.parents.pop();
        self.y -= 6.0;
    }

    pub(crate) fn call_out(&mut self, call_out_block: &CallOut) {
        let tone = match call_out_block.kind {
            CallOutKind::Note => Tone::None,
            CallOutKind::Success => Tone::Good,
            CallOutKind::Warning => Tone::Watch,
        };
        let (bar, ground) = call_out(tone);
        let (style, par) = self.body();
        self.space(4.0);
        self.need(par.leading * 3.0 + 18.0);
        let node = self.open("Sect");
        let (left, width) = (self.left, self.width);
        self.open_tint(left, width, ground, bar);
        self.left = left + 14.0;
        self.width = width - 26.0;
        self.y -= 7.0;
        let title = Style { face: 1, color: if tone == Tone::None { ACCENT } else { INK }, ..style };
        self.paragraph("P", &call_out_block.title, title, Par { after: 2.0, keep: par.leading * 2.0, ..par });
        self.blocks(&call_out_block.blocks);
        self.y -= 1.0;
        debug_assert_eq!(self.parent(), node, "blocks leave the structure as they found it");
        self.close_tint();
        self.left = left;
        self.width = width;
        self.parents.pop();
        self.y -= 11.0;
    }

    /// Lines to sign on, two or three in a row.
    pub(crate) fn signatures(&mut self, lines: &[SignatureLine]) {
        let (style, par) = self.body();
        let small = Style { size: style.size * 0.83, color: SOFT, ..style };
        let columns = if self.width > 420.0 && lines.len() >= 3 { 3 } else { 2 };
        let gap = 32.0;
        let room = if self.document.design == Design::Certificate { 30.0 } else { 46.0 };
        let wide = (self.width - gap * (columns - 1) as f32) / columns as f32;
        for row in lines.chunks(columns) {
            self.need(room + par.leading * 3.0);
            self.y -= room;
            let top = self.y;
            let mut lowest = top;
            let offset = (self.width - wide * row.len() as f32 - gap * (row.len() - 1) as f32) / 2.0;
            let offset = if self.document.design == Design::Certificate { offset } else { 0.0 };
            for (nth, line) in row.iter().enumerate() {
                let x = self.left + offset + nth as f32 * (wide + gap);
                self.paper.artifact();
                self.paper.rule((x, top), (x + wide, top), 0.8, INK);
                let mut y = top - 3.0;
                for (text, style, leading) in
                    [(&line.who, style, par.leading), (&line.detail, small, par.leading * 0.85)]
                {
                    if text.is_empty() {
                        continue;
                    }
                    let node = self.paper.node(self.parent(), "P");
                    let spans = self.words(text, style, self.language);
                    let breaking = Breaking { width: wide, align: Align::Left, hyphen: None };
                    for set in break_lines(self.paper.shaper, &spans, breaking) {
                        y -= leading;
                        let mut links = Links::default();
                        let place = Place {
                            x,
                            y: y + leading * BASELINE,
                            node: Some(node),
                            language: self.language,
                            links: Some(&mut links),
                        };
                        self.paper.line(&set, &spans, place);
                    }
                }
                lowest = lowest.min(y);
            }
            self.y = lowest - 8.0;
        }
    }

    /// A thin rule over the column.
    pub(crate) fn divide(&mut self) {
        let (left, width, y) = (self.left, self.width, self.y);
        self.paper.artifact();
        self.paper.rule((left, y), (left + width, y), 0.6, RULE);
    }
}

/// a, b, …, z, aa, ab, …
fn letters(index: usize) -> String {
    let last = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}
