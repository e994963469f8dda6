//! The contents: room is kept for its lines when it is met, page numbers are drawn in when all pages are known.

use super::Flow;
use super::paragraph::{BASELINE, Par};
use super::theme::{ACCENT, INK, RULE};
use crate::document::{Block, Target};
use crate::page::{NodeId, Place};
use crate::text::{Align, Breaking, Line, Span, Style, break_lines};

/// Kept room for entries on one page.
pub(crate) struct Pending {
    page: usize,
    position: usize,
    left: f32,
    width: f32,
    entries: Vec<Entry>,
}

struct Entry {
    /// Which heading, counted through the document.
    heading: usize,
    level: u8,
    spans: Vec<Span>,
    lines: Vec<Line>,
    /// Top of its first line.
    y: f32,
    node: NodeId,
    language: u8,
}

const LEADING: f32 = 17.0;
const NUMBER: f32 = 30.0;

struct Listed {
    heading: usize,
    level: u8,
    title: String,
    language: u8,
}

impl Flow<'_> {
    pub(crate) fn reserve_contents(&mut self, depth: u8) {
        let (body, par) = self.body();
        let mut found = Vec::new();
        let mut count = 0;
        let (document, language) = (self.document, self.language);
        self.collect(&document.blocks, language, depth, &mut count, &mut found);
        let mut last = 0;
        for listed in &mut found {
            listed.level = listed.level.min(last + 1);
            last = listed.level;
        }
        let (size, leading, _, after) = self.theme.heading(1);
        let title = self.document.wording.contents.as_str().into();
        let style = Style::new(1, size, ACCENT);
        // Not a heading of the document: the contents does not list itself.
        self.paragraph("P", &title, style, Par { leading, after, hyphen: None, keep: 60.0, ..par });
        let toc = self.paper.node(self.parent(), "TOC");
        self.begin_pending();
        for listed in found {
            let indent = f32::from(listed.level.saturating_sub(1)) * 16.0;
            let style = Style::new(u8::from(listed.level == 1), body.size, INK);
            let spans = self.words(&listed.title, style, listed.language);
            let breaking = Breaking { width: self.width - indent - NUMBER, align: Align::Left, hyphen: None };
            let lines = break_lines(self.paper.shaper, &spans, breaking);
            if lines.is_empty() {
                continue;
            }
            if listed.level == 1 {
                self.space(4.0);
            }
            if self.room() < LEADING * lines.len() as f32 {
                self.new_page();
                self.begin_pending();
            }
            let item = self.paper.node(toc, "TOCI");
            let reference = self.paper.node(item, "Reference");
            let node = self.paper.node(reference, "Link");
            let height = LEADING * lines.len() as f32;
            let (heading, level, y, language) = (listed.heading, listed.level, self.y, listed.language);
            let pending = self.contents.last_mut().expect("begun above");
            pending.entries.push(Entry { heading, level, spans, lines, y, node, language });
            self.y -= height;
        }
        self.y -= par.after;
        if self.document.design == crate::document::Design::Report {
            self.new_page();
        }
    }

    /// Draws the entries, now that every heading has its page.
    pub(crate) fn fill_contents(&mut self) {
        for pending in std::mem::take(&mut self.contents).into_iter().rev() {
            let Pending { page, position, left, width, entries } = pending;
            let numbers: Vec<(usize, f32)> =
                self.paper.bookmarks.iter().map(|bookmark| (bookmark.page, bookmark.y)).collect();
            let main = self.language;
            let tag = |flow: &Self, language: u8| flow.paper.shaper.tag(language);
            let mut languages = Vec::new();
            for entry in &entries {
                languages.push((entry.language != main).then(|| tag(self, entry.language)));
            }
            self.paper.insert(page, position, |paper| {
                for (entry, language) in entries.into_iter().zip(languages) {
                    let Some(&(target, target_y)) = numbers.get(entry.heading) else { continue };
                    let number = (target + 1).to_string();
                    if let Some(tag) = language {
                        paper.more(entry.node).language = Some(tag);
                    }
                    let indent = f32::from(entry.level.saturating_sub(1)) * 16.0;
                    let style = entry.spans[0].style;
                    let mut y = entry.y;
                    let mut right = left;
                    let count = entry.lines.len();
                    for (nth, mut line) in entry.lines.into_iter().enumerate() {
                        y -= LEADING;
                        line.space_after = true;
                        right = left + indent + line.right_edge(&entry.spans);
                        let place = Place {
                            x: left + indent,
                            y: y + LEADING * BASELINE,
                            node: Some(entry.node),
                            language: entry.language,
                            links: None,
                        };
                        paper.line(&line, &entry.spans, place);
                        if nth + 1 == count {
                            right += paper.shaper.width(style.face, entry.language, style.size, " ");
                        }
                    }
                    let baseline = y + LEADING * BASELINE;
                    let wide = paper.shaper.width(style.face, main, style.size, &number);
                    let end = left + width - wide;
                    if end - right > 16.0 {
                        paper.artifact();
                        let stroke = crate::page::Stroke { color: RULE, width: 0.7, dash: 2.0 };
                        paper.polyline(&[(right + 4.0, baseline + 1.0), (end - 6.0, baseline + 1.0)], stroke);
                    }
                    paper.mark(entry.node);
                    paper.label(&number, style, main, (end, baseline), wide + 1.0, Align::Left);
                    let name = format!("contents-{}", entry.heading);
                    paper.anchors.insert(name.clone(), (target, target_y));
                    let bounds = [left + indent, y, left + width, entry.y];
                    let contents = format!("{}, {number}", entry.spans[0].text);
                    paper.link(entry.node, bounds, Target::Anchor(name), contents);
                }
            });
        }
    }

    fn begin_pending(&mut self) {
        self.paper.close();
        let (page, position) = (self.paper.current, self.page().ops.len());
        self.contents.push(Pending { page, position, left: self.left, width: self.width, entries: Vec::new() });
    }

    /// Headings in the order in which they will be set.
    fn collect(&self, blocks: &[Block], language: u8, depth: u8, count: &mut usize, found: &mut Vec<Listed>) {
        for block in blocks {
            match block {
                Block::Heading { level, text, .. } => {
                    if *level <= depth {
                        let title = Self::plain_heading(text);
                        found.push(Listed { heading: *count, level: (*level).clamp(1, 4), title, language });
                    }
                    *count += 1;
                }
                Block::Landscape(inner) => self.collect(inner, language, depth, count, found),
                Block::Language { language, blocks, .. } => {
                    let language = self.paper.shaper.language(language);
                    self.collect(blocks, language, depth, count, found);
                }
                Block::CallOut(call_out) => self.collect(&call_out.blocks, language, depth, count, found),
                Block::List(list) => {
                    for item in &list.items {
                        self.collect(&item.blocks, language, depth, count, found);
                    }
                }
                _ => {}
            }
        }
    }
}
