//! Cover, heads of designs without a cover, the funding statement, running heads and feet.

mod cover;
mod emblem;

use super::Flow;
use super::paragraph::Par;
use super::theme::{ACCENT, AMBER, INK, RULE, SOFT, WHITE};
use crate::document::{Design, Funding};
use crate::page::{Op, PathPoint};
use crate::text::{Align, Style};

/// Size of the title of a sheet to sign on, in points.
const SIGN_IN_TITLE: f32 = 17.0;

impl Flow<'_> {
    /// What stands before the first block.
    pub(crate) fn front(&mut self) {
        match self.document.design {
            Design::Report => self.cover(),
            Design::Certificate => self.certificate_head(),
            Design::SignInSheet | Design::Sheet | Design::Minutes => self.plain_head(),
            Design::Badges => {}
        }
    }

    /// What stands after the last block.
    pub(crate) fn back(&mut self) {
        match self.document.design {
            // Nothing follows: turning the paper back would leave an empty page behind a wide one.
            Design::Report | Design::Badges => {}
            Design::Certificate => {
                self.turn(false);
                self.center_page();
                if let Some(funding) = &self.document.front.funding {
                    self.funding_at_foot(funding, 46.0);
                }
            }
            Design::SignInSheet | Design::Sheet | Design::Minutes => {
                self.turn(false);
                if let Some(funding) = &self.document.front.funding {
                    let height = self.funding_height(funding) + 14.0;
                    self.need(height);
                    let y = self.geometry.bottom.max(40.0);
                    self.funding_at_foot(funding, y);
                    self.y = y;
                }
            }
        }
    }

    /// Running heads and feet of all pages.
    pub(crate) fn running(&mut self) {
        let pages = self.paper.pages.len();
        let design = self.document.design;
        if matches!(design, Design::Certificate | Design::Badges) {
            return;
        }
        let language = self.language;
        let style = Style::new(0, 8.5, SOFT);
        let first = usize::from(design == Design::Report);
        for index in 0..pages {
            self.paper.current = index;
            let (width, height) = (self.page().width, self.page().height);
            let design = self.theme.page;
            let lies = width > height && design.width < design.height;
            let margins = if lies { design.turned() } else { design };
            let (left, right) = (margins.left.min(62.0), width - margins.right.min(62.0));
            let whole = right - left;
            if index >= first {
                self.paper.running("Footer");
                let line = self.document.wording.page_of(index + 1, pages);
                self.paper.label(&line, style, language, (left, 34.0), whole, Align::Right);
                let foot = short(&self.document.running_foot);
                self.paper.label(&foot, style, language, (left, 34.0), whole * 0.7, Align::Left);
            }
            if index >= first {
                self.running_head(index, left, right, style);
            }
            self.paper.close();
        }
    }

    /// Title and publisher at the left, marks at the right between their lines.
    fn running_head(&mut self, index: usize, left: f32, right: f32, style: Style) {
        let (document, language, whole) = (self.document, self.language, right - left);
        let y = self.page().height - if document.design == Design::Report { 49.0 } else { 38.0 };
        self.paper.running("Header");
        let mut room = whole * 0.6;
        if index >= 1 {
            // For whom a paper is must not be cut off; its title may be.
            let (marks, mark) = (self.marks(), Style::new(1, 8.5, INK));
            let wide = self.paper.shaper.width(mark.face, language, mark.size, &marks).min(whole * 0.7) + 1.0;
            room = room.min(whole - wide - 12.0);
            self.paper.label(&short(&document.title), style, language, (left, y + 11.0), room, Align::Left);
            self.paper.label(&marks, mark, language, (right - wide, y + 5.5), wide, Align::Right);
        }
        self.paper.label(&short(&document.running_head), style, language, (left, y), room, Align::Left);
        self.paper.rule((left, y - 6.0), (right, y - 6.0), 0.5, RULE);
    }

    /// Sensitivity and sample data in one line.
    fn marks(&self) -> String {
        let front = &self.document.front;
        let marks: Vec<&str> = [&front.sensitivity, &front.sample].into_iter().flatten().map(String::as_str).collect();
        marks.join("  ·  ")
    }

    /// Title, subtitle and facts at the head of the first page.
    fn plain_head(&mut self) {
        let front = &self.document.front;
        if !front.logos.is_empty() {
            let (left, width, top) = (self.left, self.width, self.y);
            self.logos(left, width, top + 6.0, 34.0, Align::Right);
            self.y -= if self.has_room_beside_logos() { 0.0 } else { 40.0 };
        }
        let (body, par) = self.body();
        let marks = self.marks();
        let mark = Style::new(1, 9.0, INK);
        self.paragraph("P", &marks.into(), mark, Par { leading: 13.0, after: 2.0, hyphen: None, ..par });
        // A sheet to sign on needs its room for signatures.
        let (size, leading) =
            if self.document.design == Design::SignInSheet { (SIGN_IN_TITLE, 21.0) } else { (23.0, 28.0) };
        let title = Style::new(1, size, ACCENT);
        let text = self.document.title.as_str().into();
        let below = if front.subtitle.is_empty() { 8.0 } else { 2.0 };
        self.paragraph("Title", &text, title, Par { leading, after: below, hyphen: None, ..par });
        if !front.subtitle.is_empty() {
            let style = Style { size: body.size * 1.2, color: SOFT, ..body };
            let text = front.subtitle.as_str().into();
            self.paragraph("P", &text, style, Par { leading: par.leading * 1.2, after: 8.0, hyphen: None, ..par });
        }
        let (left, width, y) = (self.left, self.width, self.y);
        self.paper.artifact();
        self.paper.rect(left, y, width, 1.6, ACCENT);
        self.y -= 12.0;
        if self.document.design == Design::SignInSheet {
            self.fact_columns(4);
        } else if !front.facts.is_empty() {
            self.facts(&front.facts);
        }
    }

    /// Whether marks and title of a sheet to sign on fit beside the logos: lines that are lost there are people.
    fn has_room_beside_logos(&self) -> bool {
        let words = [(self.marks(), 9.0), (self.document.title.clone(), SIGN_IN_TITLE)];
        let wide = words.iter().map(|(words, size)| self.paper.shaper.width(1, self.language, *size, words));
        let logos = self.logo_sizes(self.width, 34.0).1;
        self.document.design == Design::SignInSheet && wide.fold(0.0, f32::max) + 24.0 + logos <= self.width
    }

    /// Width and height of each logo in a row, and the width of the row.
    fn logo_sizes(&self, width: f32, height: f32) -> (Vec<(f32, f32)>, f32) {
        let logos = &self.document.front.logos;
        let sizes: Vec<(f32, f32)> =
            logos.iter().map(|logo| logo.image.fit(width / logos.len() as f32 - 16.0, height)).collect();
        let total = sizes.iter().map(|size| size.0 + 18.0).sum::<f32>() - 18.0;
        (sizes, total)
    }

    /// Logos in a row, their tops at `y`.
    fn logos(&mut self, left: f32, width: f32, y: f32, height: f32, align: Align) {
        let logos = &self.document.front.logos;
        let (sizes, total) = self.logo_sizes(width, height);
        let mut x = match align {
            Align::Left => left,
            Align::Center => left + (width - total) / 2.0,
            Align::Right => left + width - total,
        };
        for (logo, (wide, high)) in logos.iter().zip(sizes) {
            let node = self.paper.node(self.parent(), "Figure");
            let bottom = y - height + (height - high) / 2.0;
            let own = logo.language.as_ref().map_or(self.language, |tag| self.paper.shaper.language(tag));
            let before = std::mem::replace(&mut self.language, own);
            self.figure_at(node, &logo.alt, [x, bottom, x + wide, bottom + high]);
            self.language = before;
            self.image(&logo.image, x, bottom, wide, high);
            self.paper.close();
            x += wide + 18.0;
        }
    }

    fn funding_lines(&self, funding: &Funding) -> (Style, Style, f32, Vec<(String, Style, f32)>) {
        let statement = Style::new(1, 10.0, INK);
        let disclaimer = Style::new(0, 8.0, SOFT);
        let width = self.width - if funding.emblem.is_some() { 84.0 } else { 0.0 };
        let lines = vec![(funding.statement.clone(), statement, 13.0), (funding.disclaimer.clone(), disclaimer, 10.5)];
        (statement, disclaimer, width, lines)
    }

    /// Height of the funding statement.
    pub(crate) fn funding_height(&self, funding: &Funding) -> f32 {
        let (_, _, width, lines) = self.funding_lines(funding);
        let text: f32 = lines
            .iter()
            .filter(|(text, _, _)| !text.is_empty())
            .map(|(text, style, leading)| {
                let spans = self.words(text, *style, self.language);
                let breaking = crate::text::Breaking { width, align: Align::Left, hyphen: None };
                crate::text::break_lines(self.paper.shaper, &spans, breaking).len() as f32 * leading + 2.0
            })
            .sum();
        text.max(if funding.emblem.is_some() { 46.0 } else { 0.0 })
    }

    /// The funding statement, its lower edge at `bottom`.
    pub(crate) fn funding_at_foot(&mut self, funding: &Funding, bottom: f32) {
        let height = self.funding_height(funding);
        let (before_left, before_width, before_y) = (self.left, self.width, self.y);
        let top = bottom + height;
        let (_, _, width, lines) = self.funding_lines(funding);
        self.paper.artifact();
        self.paper.rule((before_left, top + 8.0), (before_left + before_width, top + 8.0), 0.5, RULE);
        if let Some(alt) = &funding.emblem {
            self.emblem(alt, before_left, top - 45.0, 66.0);
            self.left += 84.0;
        }
        self.width = width;
        // The lines stand at the foot, below what the flow takes for the page's end.
        let notes = std::mem::replace(&mut self.notes_height, -200.0);
        self.y = top + 2.0;
        let (_, par) = self.body();
        for (text, style, leading) in lines {
            if !text.is_empty() {
                self.paragraph("P", &text.into(), style, Par { leading, after: 2.0, hyphen: None, ..par });
            }
        }
        self.notes_height = notes;
        self.left = before_left;
        self.width = before_width;
        self.y = before_y;
    }

    /// Frame, logos, title and subtitle of a certificate.
    fn certificate_head(&mut self) {
        let (width, height) = (self.geometry.width, self.geometry.height);
        self.paper.artifact();
        for (inset, line) in [(26.0, 2.4), (32.0, 0.6)] {
            let (x1, y1, x2, y2) = (inset, inset, width - inset, height - inset);
            let stroke = crate::page::Stroke { color: ACCENT, width: line, dash: 0.0 };
            self.paper.polygon(&[(x1, y1), (x2, y1), (x2, y2), (x1, y2)], None, Some(stroke));
        }
        for (x, y) in [(26.0, 26.0), (width - 26.0, 26.0), (26.0, height - 26.0), (width - 26.0, height - 26.0)] {
            self.paper.circle(
                x,
                y,
                5.0,
                Some(WHITE),
                Some(crate::page::Stroke { color: ACCENT, width: 1.4, dash: 0.0 }),
            );
        }
        if !self.document.front.logos.is_empty() {
            let (left, width, y) = (self.left, self.width, self.y);
            self.logos(left, width, y + 14.0, 42.0, Align::Center);
            self.y -= 44.0;
        }
        let (_, par) = self.body();
        let centred = Par { align: Align::Center, hyphen: None, ..par };
        let style = Style::new(1, 9.5, INK);
        self.paragraph("P", &self.marks().into(), style, Par { leading: 13.0, after: 4.0, ..centred });
        let title = Style::new(1, 34.0, ACCENT);
        let text = self.document.title.as_str().into();
        self.paragraph("Title", &text, title, Par { leading: 42.0, before: 0.0, after: 4.0, ..centred });
        let (middle, y) = (self.left + self.width / 2.0, self.y);
        self.paper.artifact();
        self.paper.rect(middle - 30.0, y - 4.0, 60.0, 2.4, AMBER);
        self.y -= 20.0;
        if !self.document.front.subtitle.is_empty() {
            let style = Style::new(0, 15.0, SOFT);
            let text = self.document.front.subtitle.as_str().into();
            self.paragraph("P", &text, style, Par { leading: 21.0, after: 10.0, ..centred });
        }
    }

    /// Moves what stands on a paper's only page down by half of what is left, so that it stands in the middle.
    fn center_page(&mut self) {
        let (page, node) = self.start;
        if self.paper.pages.len() != page + 1 {
            return;
        }
        let foot = self.document.front.funding.as_ref().map_or(0.0, |funding| self.funding_height(funding));
        let down = ((self.room() - foot) / 2.0).max(0.0);
        self.paper.close();
        // The frame stays: it is the first artifact.
        let frame = self.page().ops.iter().position(|op| matches!(op, Op::End)).map_or(0, |at| at + 1);
        for op in self.page().ops.iter_mut().skip(frame) {
            match op {
                Op::Rect { y, .. } | Op::Text { y, .. } | Op::Image { y, .. } => *y -= down,
                Op::Path { points, .. } => points.iter_mut().for_each(|point: &mut PathPoint| point.y -= down),
                Op::Begin { .. } | Op::Artifact { .. } | Op::End => {}
            }
        }
        for link in &mut self.page().links {
            link.bounds[1] -= down;
            link.bounds[3] -= down;
        }
        for node in &mut self.paper.nodes[node..] {
            if let Some(bounds) = node.more.as_mut().and_then(|more| more.bounds.as_mut()) {
                bounds[1] -= down;
                bounds[3] -= down;
            }
        }
        self.y -= down;
    }
}

/// A running line of seven words at most: it recalls, it does not inform.
fn short(text: &str) -> String {
    let mut words = text.split_whitespace();
    let start = words.by_ref().take(7).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { format!("{start} …") } else { start }
}
