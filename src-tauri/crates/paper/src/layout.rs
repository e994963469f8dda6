//! Blocks onto pages: what goes where, what stays together, what is read after what. One pass; what is only known at
//! the end (page numbers in the contents, running heads) is drawn into the finished pages.
//!
//! Not here: how words become lines (`text.rs`), how pages become a file (`pdf.rs`).

mod badges;
mod boxes;
mod columns;
mod contents;
mod figure;
mod front;
mod inline;
mod list;
mod paragraph;
mod table;
pub(crate) mod theme;

use crate::document::{Block, Document, Inlines};
use crate::page::{NodeId, Page, Paper};
use crate::text::Shaper;
use crate::{Progress, Stage, Warning};
use inline::Note;
use theme::{Geometry, Theme};

/// The flow of a document down its pages.
pub(crate) struct Flow<'a> {
    pub(crate) paper: Paper<'a>,
    document: &'a Document,
    theme: Theme,
    geometry: Geometry,
    /// Left edge and width of the column being filled.
    left: f32,
    width: f32,
    /// Where the next line's top is.
    y: f32,
    /// Language of the blocks being set.
    language: u8,
    parents: Vec<NodeId>,
    notes: Vec<Note>,
    /// Notes at the foot of the current page, and the room they take.
    page_notes: Vec<u32>,
    notes_height: f32,
    tints: Vec<boxes::Tint>,
    contents: Vec<contents::Pending>,
    /// Level of the latest heading.
    heading_level: u8,
    /// First page and first element of the paper being set: others of the same file may stand before it.
    start: (usize, usize),
    /// What the heights of rows to sign in are multiplied with.
    squeeze: f32,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) images: Vec<crate::image::Image>,
}

/// Sets a whole document.
pub(crate) fn set<'a>(document: &'a Document, shaper: &'a Shaper, progress: &mut dyn FnMut(Progress)) -> Flow<'a> {
    let theme = Theme::of(document.design);
    let mut flow = Flow {
        paper: Paper::new(shaper),
        document,
        theme,
        geometry: theme.page,
        left: theme.page.left,
        width: theme.page.column(),
        y: 0.0,
        language: shaper.language(&document.language),
        parents: vec![0],
        notes: Vec::new(),
        page_notes: Vec::new(),
        notes_height: 0.0,
        tints: Vec::new(),
        contents: Vec::new(),
        heading_level: 0,
        start: (0, 0),
        squeeze: 1.0,
        warnings: Vec::new(),
        images: Vec::new(),
    };
    if document.parts.is_empty() {
        flow.paper(document, progress);
    } else {
        let papers: Vec<&Document> = std::iter::once(document).chain(&document.parts).collect();
        for (done, part) in papers.iter().enumerate() {
            progress(Progress { stage: Stage::Layout, done, total: papers.len() });
            let node = flow.open("Part");
            flow.paper.more(node).language = Some(part.language.clone());
            flow.paper(part, &mut |_| {});
            flow.parents.pop();
        }
        progress(Progress { stage: Stage::Layout, done: papers.len(), total: papers.len() });
    }
    flow.document = document;
    flow.language = shaper.language(&document.language);
    flow.fill_contents();
    flow.running();
    let papers = 1 + document.parts.len();
    if document.design.most_pages().is_some_and(|most| flow.paper.pages.len() > most * papers) {
        flow.warnings.push(Warning::Overflow { pages: flow.paper.pages.len() });
    }
    let missing = shaper.take_missing();
    flow.warnings.extend(missing.into_iter().map(|(character, context)| Warning::MissingGlyph { character, context }));
    flow.warnings.sort();
    flow.warnings.dedup();
    flow
}

impl<'a> Flow<'a> {
    /// Sets one paper on pages of its own.
    fn paper(&mut self, document: &'a Document, progress: &mut dyn FnMut(Progress)) {
        self.document = document;
        self.language = self.paper.shaper.language(&document.language);
        self.heading_level = 0;
        self.start = (self.paper.pages.len(), self.paper.nodes.len());
        self.new_page();
        self.front();
        let total = document.blocks.len();
        for (done, block) in document.blocks.iter().enumerate() {
            progress(Progress { stage: Stage::Layout, done, total });
            self.block(block, &document.blocks[done + 1..]);
        }
        progress(Progress { stage: Stage::Layout, done: total, total });
        self.back();
        self.finish_page();
    }
}

impl Flow<'_> {
    fn block(&mut self, block: &Block, rest: &[Block]) {
        match block {
            Block::Landscape(_) => {}
            Block::Table(table) if table.wide || self.too_wide(table) => self.turn(true),
            Block::PageBreak | Block::Space(_) | Block::Language { .. } => {}
            // Headings go with the wide table they stand above.
            Block::Heading { .. } => {
                let next = rest.iter().find(|block| !matches!(block, Block::Heading { .. }));
                let wide = matches!(next, Some(Block::Table(table)) if table.wide || self.too_wide(table));
                self.turn(wide);
            }
            _ => self.turn(false),
        }
        match block {
            Block::Heading { level, text, anchor } => self.heading(*level, text, anchor, rest),
            Block::Paragraph { text, style } => self.styled(text, *style),
            Block::List(list) => self.list(list, 0),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts),
            Block::CallOut(call_out) => self.call_out(call_out),
            Block::Figure(figure) => self.figure(figure),
            Block::Contents { depth } => self.reserve_contents(*depth),
            Block::Signatures(lines) => self.signatures(lines),
            Block::Badges(badges) => self.badges(badges),
            Block::Language { language, note, blocks } => self.in_language(language, note, blocks),
            Block::Landscape(blocks) => {
                let theme = self.theme.page;
                self.theme.page = if theme.width < theme.height { theme.turned() } else { theme };
                self.turn(false);
                self.blocks(blocks);
                self.theme.page = theme;
            }
            Block::PageBreak => {
                if !self.at_top() {
                    self.new_page();
                }
            }
            Block::Space(height) => self.space(height.clamp(0.0, self.geometry.height)),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            self.block(block, &blocks[at + 1..]);
        }
    }

    fn in_language(&mut self, language: &str, note: &str, blocks: &[Block]) {
        if !note.is_empty() {
            self.original_note(note);
        }
        let section = self.open("Sect");
        self.paper.more(section).language = Some(language.to_owned());
        let before = std::mem::replace(&mut self.language, self.paper.shaper.language(language));
        self.blocks(blocks);
        self.language = before;
        self.parents.pop();
    }

    // ---- structure ----

    fn parent(&self) -> NodeId {
        *self.parents.last().expect("the document element is never taken off")
    }

    /// A new element below the current one, and the current one from now on; `self.parents.pop()` ends it.
    fn open(&mut self, tag: &'static str) -> NodeId {
        let node = self.paper.node(self.parent(), tag);
        self.parents.push(node);
        node
    }

    // ---- pages ----

    fn page(&mut self) -> &mut Page {
        self.paper.page()
    }

    fn bottom(&self) -> f32 {
        self.geometry.bottom + self.notes_height
    }

    /// Room left on the page, in points.
    fn room(&self) -> f32 {
        self.y - self.bottom()
    }

    /// Room of an empty page.
    fn page_room(&self) -> f32 {
        self.geometry.height - self.geometry.top - self.geometry.bottom
    }

    fn at_top(&self) -> bool {
        self.y >= self.geometry.height - self.geometry.top - 1.0
    }

    /// Goes to a new page if so much room is not left.
    fn need(&mut self, height: f32) {
        if self.room() < height && !self.at_top() {
            self.new_page();
        }
    }

    /// Empty room, swallowed at the top of a page.
    fn space(&mut self, height: f32) {
        if !self.at_top() {
            self.y -= height;
        }
    }

    fn new_page(&mut self) {
        if !self.paper.pages.is_empty() {
            self.finish_page();
        }
        self.paper.add_page(self.geometry.width, self.geometry.height);
        self.y = self.geometry.height - self.geometry.top;
        self.reopen_tints();
    }

    fn finish_page(&mut self) {
        self.close_tints();
        self.draw_notes();
        self.paper.close();
    }

    /// Makes the page lie (`true`) or be as the design has it; a page that has to turn is a new one.
    fn turn(&mut self, lying: bool) {
        let design = self.theme.page;
        let wanted = if lying && design.width < design.height { design.turned() } else { design };
        if wanted == self.geometry {
            return;
        }
        let empty = self.at_top() && self.page().ops.is_empty();
        let indent = (self.left - self.geometry.left, self.width - self.geometry.column());
        self.geometry = wanted;
        self.left = wanted.left + indent.0;
        self.width = wanted.column() + indent.1;
        if empty {
            let (width, height) = (wanted.width, wanted.height);
            let page = self.page();
            page.width = width;
            page.height = height;
            self.y = height - wanted.top;
        } else {
            self.new_page();
        }
    }

    /// Height that must stand below a heading on the same page: what begins the next block.
    fn lead(&self, rest: &[Block]) -> f32 {
        let body = self.theme.leading;
        match rest.first() {
            None | Some(Block::PageBreak) => 0.0,
            Some(Block::Heading { level, .. }) => {
                let (_, leading, before, after) = self.theme.heading(*level);
                leading + before + after + self.lead(&rest[1..])
            }
            Some(Block::Table(table)) => self.table_lead(table),
            Some(Block::Figure(figure)) => self.figure_height(figure).min(self.page_room() * 0.75),
            Some(Block::Facts(_)) => body * 4.0,
            Some(Block::CallOut(_)) => body * 5.0 + 30.0,
            Some(Block::Signatures(_)) => 80.0,
            Some(Block::Badges(_)) => badges::HEIGHT,
            Some(Block::Language { blocks, note, .. }) => {
                let above = if note.is_empty() { 0.0 } else { body };
                above + self.lead(blocks)
            }
            Some(Block::Landscape(_) | Block::Contents { .. }) => body * 2.0,
            Some(Block::Space(height)) => height + self.lead(&rest[1..]),
            Some(Block::Paragraph { .. } | Block::List(_)) => body * 3.7,
        }
    }

    fn plain_heading(text: &Inlines) -> String {
        text.plain().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
