//! The document as semantic HTML for the window: the same blocks, the reader's own fonts and zoom. No styles, no
//! scripts; looks come from the window's style sheet by the class names that begin with `paper-`.

mod table;

use std::fmt::Write;

use crate::chart::{escape, write_svg};
use crate::document::{
    Block, CallOut, CallOutKind, Design, Document, Figure, Image, Inline, Inlines, List, Numbering, ParagraphStyle,
    Picture, Rating, Target, Tone, Values, Wording,
};
use crate::font::Fonts;
use crate::text::Shaper;

/// Width of a chart among text, in points.
const CHART: f32 = 460.0;
/// Width of a chart on a wall, in points.
const SLIDE_CHART: f32 = 380.0;

/// The whole document.
pub(crate) fn write(document: &Document) -> String {
    article(document, CHART, |page| {
        page.header(document);
        page.blocks(&document.blocks);
        page.foot(document);
        for part in &document.parts {
            page.level = 0;
            page.language.clone_from(&part.language);
            page.push(format_args!("<section class=\"paper-part\" lang=\"{}\">", escape(&part.language)));
            page.header(part);
            page.blocks(&part.blocks);
            page.foot(part);
            page.out.push_str("</section>");
        }
    })
}

/// Its blocks alone, without what frames a report.
pub(crate) fn write_blocks(document: &Document) -> String {
    article(document, CHART, |page| page.blocks(&document.blocks))
}

/// Its blocks for a wall: charts are drawn narrow, so that their letters are large when they fill it.
pub(crate) fn write_slide(document: &Document) -> String {
    article(document, SLIDE_CHART, |page| page.blocks(&document.blocks))
}

fn article(document: &Document, chart: f32, content: impl FnOnce(&mut Page<'_>)) -> String {
    let fonts = Fonts::bundled();
    let shaper = Shaper::new(&fonts);
    let mut page = Page {
        out: String::with_capacity(8 * 1024),
        wording: &document.wording,
        shaper: &shaper,
        language: document.language.clone(),
        notes: Vec::new(),
        headings: Vec::new(),
        heading: 0,
        level: 0,
        chart,
    };
    headings(&document.blocks, &mut page.headings);
    page.push(format_args!("<article class=\"paper-document\" lang=\"{}\">", escape(&document.language)));
    content(&mut page);
    page.out.push_str("</article>");
    page.out
}

struct Page<'p> {
    out: String,
    wording: &'p Wording,
    shaper: &'p Shaper,
    language: String,
    notes: Vec<Vec<Inline>>,
    headings: Vec<(u8, String, String)>,
    heading: usize,
    /// Level of the latest heading.
    level: u8,
    /// Width for which charts are drawn, in points.
    chart: f32,
}

impl Page<'_> {
    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        self.out.write_fmt(text).expect("a string takes everything");
    }

    fn header(&mut self, document: &Document) {
        let front = &document.front;
        self.out.push_str("<header class=\"paper-front\">");
        if document.design == Design::Badges {
            // Badges have nothing around them on paper either; the title is for those who look through the preview.
            self.push(format_args!("<h1 class=\"paper-title\">{}</h1></header>", escape(&document.title)));
            return;
        }
        let marks = [(&front.sensitivity, "paper-sensitivity"), (&front.sample, "paper-sample")];
        for (text, class) in marks {
            if let Some(text) = text {
                self.push(format_args!("<p class=\"paper-mark {class}\">{}</p>", escape(text)));
            }
        }
        self.push(format_args!("<h1 class=\"paper-title\">{}</h1>", escape(&document.title)));
        if !front.subtitle.is_empty() {
            self.push(format_args!("<p class=\"paper-subtitle\">{}</p>", escape(&front.subtitle)));
        }
        self.facts(&front.facts);
        for logo in &front.logos {
            self.image(&logo.image, &logo.alt, logo.language.as_deref(), "paper-logo");
        }
        self.out.push_str("</header>");
    }

    fn foot(&mut self, document: &Document) {
        let notes = std::mem::take(&mut self.notes);
        if !notes.is_empty() {
            self.out.push_str("<ol class=\"paper-notes\">");
            for (nth, note) in notes.iter().enumerate() {
                self.push(format_args!("<li id=\"paper-note-{}\">", nth + 1));
                self.inlines(note);
                self.out.push_str("</li>");
            }
            self.out.push_str("</ol>");
        }
        if let Some(funding) = document.front.funding.as_ref().filter(|_| document.design != Design::Badges) {
            self.push(format_args!(
                "<footer class=\"paper-funding\"><p><strong>{}</strong></p>",
                escape(&funding.statement)
            ));
            if !funding.disclaimer.is_empty() {
                self.push(format_args!("<p class=\"paper-small\">{}</p>", escape(&funding.disclaimer)));
            }
            self.out.push_str("</footer>");
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, anchor } => {
                // The document's title is the page's first level.
                let read = (*level).clamp(1, 4).min(self.level + 1);
                self.level = read;
                let level = read + 1;
                self.heading += 1;
                let id = heading_id(anchor, self.heading);
                self.push(format_args!("<h{level} id=\"{id}\">"));
                self.inlines(&text.0);
                self.push(format_args!("</h{level}>"));
            }
            Block::Paragraph { text, style } => {
                let class = match style {
                    ParagraphStyle::Body => "",
                    ParagraphStyle::Lead => " class=\"paper-lead\"",
                    ParagraphStyle::Small => " class=\"paper-small\"",
                    ParagraphStyle::Centred => " class=\"paper-centred\"",
                    ParagraphStyle::Display => " class=\"paper-display\"",
                };
                self.push(format_args!("<p{class}>"));
                self.inlines(&text.0);
                self.out.push_str("</p>");
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts),
            Block::CallOut(call_out) => self.call_out(call_out),
            Block::Figure(figure) => self.figure(figure),
            Block::Contents { depth } => self.contents(*depth),
            Block::Signatures(lines) => {
                self.out.push_str("<ul class=\"paper-signatures\">");
                for line in lines {
                    let (who, detail) = (escape(&line.who), escape(&line.detail));
                    self.push(format_args!("<li><span>{who}</span> <span class=\"paper-small\">{detail}</span></li>"));
                }
                self.out.push_str("</ul>");
            }
            Block::Badges(badges) => {
                self.out.push_str("<ul class=\"paper-badges\">");
                for badge in badges {
                    self.push(format_args!("<li><p class=\"paper-display\">{}</p>", escape(&badge.name)));
                    for line in badge.lines.iter().filter(|line| !line.is_empty()) {
                        self.push(format_args!("<p>{}</p>", escape(line)));
                    }
                    self.push(format_args!("<p class=\"paper-small\">{}</p></li>", escape(&badge.foot)));
                }
                self.out.push_str("</ul>");
            }
            Block::Language { language, note, blocks } => {
                if !note.is_empty() {
                    self.push(format_args!("<p class=\"paper-original\">{}</p>", escape(note)));
                }
                self.push(format_args!("<div lang=\"{}\">", escape(language)));
                let before = std::mem::replace(&mut self.language, language.clone());
                self.blocks(blocks);
                self.language = before;
                self.out.push_str("</div>");
            }
            Block::Landscape(blocks) => self.blocks(blocks),
            Block::PageBreak => self.out.push_str("<hr class=\"paper-break\">"),
            Block::Space(_) => {}
        }
    }

    fn inlines(&mut self, pieces: &[Inline]) {
        for piece in pieces {
            match piece {
                Inline::Text(words) => {
                    let lines: Vec<String> = crate::text::clean(words).split('\n').map(escape).collect();
                    self.out.push_str(&lines.join("<br>"));
                }
                Inline::Strong(content) => self.wrapped("strong", content),
                Inline::Emphasis(content) => self.wrapped("em", content),
                Inline::Link { target, content } => {
                    let href = match target {
                        Target::Uri(uri) if safe(uri) => escape(uri),
                        Target::Uri(_) => String::new(),
                        Target::Anchor(anchor) => format!("#{}", anchor_id(anchor)),
                    };
                    if href.is_empty() {
                        self.inlines(content);
                    } else {
                        self.push(format_args!("<a href=\"{href}\">"));
                        self.inlines(content);
                        self.out.push_str("</a>");
                    }
                }
                Inline::Language { language, content } => {
                    self.push(format_args!("<span lang=\"{}\">", escape(language)));
                    self.inlines(content);
                    self.out.push_str("</span>");
                }
                Inline::Footnote(content) => {
                    self.notes.push(content.clone());
                    let number = self.notes.len();
                    let name = escape(&self.wording.footnote.replace("{number}", &number.to_string()));
                    self.push(format_args!(
                        "<sup><a href=\"#paper-note-{number}\" aria-label=\"{name}\">{number}</a></sup>"
                    ));
                }
                Inline::Rating(rating) => self.rating(rating),
            }
        }
    }

    fn wrapped(&mut self, tag: &str, content: &[Inline]) {
        self.push(format_args!("<{tag}>"));
        self.inlines(content);
        self.push(format_args!("</{tag}>"));
    }

    fn rating(&mut self, rating: &Rating) {
        let tone = match rating.tone {
            Tone::Good => "good",
            Tone::Watch => "watch",
            Tone::Bad => "bad",
            Tone::None => "none",
        };
        self.push(format_args!(
            "<span class=\"paper-rating paper-{tone}\"><span class=\"paper-rating-letter\">{}</span> {}</span>",
            escape(&rating.letter),
            escape(&rating.label)
        ));
    }

    fn list(&mut self, list: &List) {
        let (open, close) = match list.numbering {
            Numbering::Bullet => ("<ul>", "</ul>"),
            Numbering::Decimal => ("<ol>", "</ol>"),
            Numbering::Letter => ("<ol type=\"a\">", "</ol>"),
            Numbering::Box => ("<ul class=\"paper-boxes\">", "</ul>"),
        };
        self.out.push_str(open);
        for item in &list.items {
            self.out.push_str("<li>");
            self.inlines(&item.text.0);
            self.blocks(&item.blocks);
            self.out.push_str("</li>");
        }
        self.out.push_str(close);
    }

    fn facts(&mut self, facts: &[crate::document::Fact]) {
        if facts.is_empty() {
            return;
        }
        self.out.push_str("<dl class=\"paper-facts\">");
        for fact in facts {
            self.out.push_str("<div><dt>");
            self.inlines(&fact.label.0);
            self.out.push_str("</dt><dd>");
            self.inlines(&fact.value.0);
            self.out.push_str("</dd></div>");
        }
        self.out.push_str("</dl>");
    }

    fn call_out(&mut self, call_out: &CallOut) {
        let kind = match call_out.kind {
            CallOutKind::Note => "note",
            CallOutKind::Success => "success",
            CallOutKind::Warning => "warning",
        };
        self.push(format_args!(
            "<section class=\"paper-callout paper-{kind}\"><p class=\"paper-callout-title\"><strong>"
        ));
        self.inlines(&call_out.title.0);
        self.out.push_str("</strong></p>");
        self.blocks(&call_out.blocks);
        self.out.push_str("</section>");
    }

    fn contents(&mut self, depth: u8) {
        self.push(format_args!("<nav class=\"paper-contents\" aria-label=\"{}\"><ul>", escape(&self.wording.contents)));
        for (level, title, id) in self.headings.clone() {
            if level <= depth {
                let (level, title) = (level.clamp(1, 4), escape(&title));
                self.push(format_args!("<li class=\"paper-level-{level}\"><a href=\"#{id}\">{title}</a></li>"));
            }
        }
        self.out.push_str("</ul></nav>");
    }

    fn figure(&mut self, figure: &Figure) {
        self.out.push_str("<figure class=\"paper-figure\">");
        match &figure.picture {
            Picture::Chart(chart) => {
                let language = self.shaper.language(&self.language);
                let drawing = chart.draw(self.chart, self.wording, self.shaper, language);
                self.out.push_str(&write_svg(&drawing, &figure.alt));
            }
            Picture::Image(image, _) => self.image(image, &figure.alt, None, "paper-image"),
        }
        self.out.push_str("<figcaption>");
        self.inlines(&figure.caption.0);
        self.out.push_str("</figcaption></figure>");
        if let Picture::Chart(chart) = &figure.picture {
            let table = chart.data_table(&figure.caption.plain(), self.wording);
            match figure.values {
                Values::Beside => {}
                Values::Table => self.table(&table),
                Values::Alternative => {
                    let summary = escape(&table.caption.plain());
                    self.push(format_args!("<details class=\"paper-data\"><summary>{summary}</summary>"));
                    self.table(&table);
                    self.out.push_str("</details>");
                }
            }
        }
    }

    fn image(&mut self, image: &Image, alt: &str, language: Option<&str>, class: &str) {
        let language = language.map(|tag| format!(" lang=\"{}\"", escape(tag))).unwrap_or_default();
        let (alt, address) = (escape(alt), image.address());
        self.push(format_args!("<img class=\"{class}\" alt=\"{alt}\"{language} src=\"{address}\">"));
    }
}

/// Headings in order, as the contents lists them.
fn headings(blocks: &[Block], found: &mut Vec<(u8, String, String)>) {
    for block in blocks {
        match block {
            Block::Heading { level, text, anchor } => {
                let id = heading_id(anchor, found.len() + 1);
                found.push((*level, Inlines::plain(text), id));
            }
            Block::Landscape(blocks) | Block::Language { blocks, .. } => headings(blocks, found),
            Block::CallOut(call_out) => headings(&call_out.blocks, found),
            Block::List(list) => list.items.iter().for_each(|item| headings(&item.blocks, found)),
            _ => {}
        }
    }
}

/// Only addresses that open something harmless.
fn safe(uri: &str) -> bool {
    let lower = uri.trim().to_ascii_lowercase();
    ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme))
}

fn heading_id(anchor: &str, nth: usize) -> String {
    if anchor.is_empty() { format!("paper-h{nth}") } else { anchor_id(anchor) }
}

fn anchor_id(anchor: &str) -> String {
    let id: String = anchor.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect();
    format!("paper-to-{id}")
}
