//! The cover of a report.

use super::super::Flow;
use super::super::paragraph::Par;
use super::super::theme::{ACCENT, AMBER, INK, SOFT, WHITE};
use crate::text::{Align, Style};

/// Least height of the band behind the title.
const BAND: f32 = 318.0;

impl Flow<'_> {
    pub(super) fn cover(&mut self) {
        let (width, height, left) = (self.geometry.width, self.geometry.height, self.geometry.left);
        let front = &self.document.front;
        let (_, par) = self.body();
        // The title stands on the band's foot, however many lines it has.
        let title = Style::new(1, 30.0, WHITE);
        let subtitle = Style::new(0, 14.5, [224, 234, 244]);
        let plain = Par { hyphen: None, before: 0.0, keep: 0.0, ..par };
        let lines = |flow: &Self, text: &str, style: Style| {
            let spans = flow.words(text, style, flow.language);
            let breaking = crate::text::Breaking { width: flow.width, align: Align::Left, hyphen: None };
            crate::text::break_lines(flow.paper.shaper, &spans, breaking).len() as f32
        };
        let title_height = lines(self, &self.document.title, title) * 36.0;
        let subtitle_height =
            if front.subtitle.is_empty() { 0.0 } else { 8.0 + lines(self, &front.subtitle, subtitle) * 20.0 };
        let band = BAND.max(title_height + subtitle_height + 140.0).min(height * 0.7);
        self.paper.artifact();
        self.paper.rect(0.0, height - band, width, band, ACCENT);
        self.paper.rect(left, height - band - 5.0, 96.0, 5.0, AMBER);
        self.cover_marks();
        self.y = height - band + 34.0 + title_height + subtitle_height;
        let text = self.document.title.as_str().into();
        self.paragraph("Title", &text, title, Par { leading: 36.0, after: 8.0, ..plain });
        if !front.subtitle.is_empty() {
            self.paragraph("P", &front.subtitle.as_str().into(), subtitle, Par { leading: 20.0, after: 0.0, ..plain });
        }
        self.y = height - band - 44.0;
        self.fact_columns(2);
        let mut foot = 52.0;
        if let Some(funding) = &front.funding {
            self.funding_at_foot(funding, foot);
            foot += self.funding_height(funding) + 24.0;
        }
        if !front.logos.is_empty() {
            let (left, width) = (self.left, self.width);
            self.logos(left, width, foot + 52.0, 48.0, Align::Left);
        }
        self.new_page();
    }

    /// Sensitivity and sample data: words in a frame at the head of the band.
    fn cover_marks(&mut self) {
        let front = &self.document.front;
        let mut x = self.geometry.left;
        let y = self.geometry.height - 66.0;
        let language = self.language;
        for (text, ground, ink) in [(&front.sensitivity, WHITE, ACCENT), (&front.sample, AMBER, INK)] {
            let Some(text) = text else { continue };
            let style = Style::new(1, 10.5, ink);
            let wide = self.paper.shaper.width(1, language, style.size, text);
            self.paper.artifact();
            self.paper.rect(x, y - 7.0, wide + 20.0, 22.0, ground);
            let node = self.paper.node(self.parent(), "P");
            self.paper.mark(node);
            self.paper.label(text, style, language, (x + 10.0, y), wide + 1.0, Align::Left);
            x += wide + 32.0;
        }
    }

    /// A label in small grey letters above its value, so many side by side.
    pub(super) fn fact_columns(&mut self, columns: usize) {
        let (_, par) = self.body();
        let facts = &self.document.front.facts;
        let (left, width) = (self.left, self.width);
        let column = (width - 28.0 * (columns - 1) as f32) / columns as f32;
        let size = if columns > 2 { 10.5 } else { 12.5 };
        for row in facts.chunks(columns) {
            let top = self.y;
            let mut lowest = top;
            for (nth, fact) in row.iter().enumerate() {
                self.left = left + nth as f32 * (column + 28.0);
                self.width = column;
                self.y = top;
                let label = Style::new(0, 9.0, SOFT);
                let value = Style::new(0, size, INK);
                self.paragraph("P", &fact.label, label, Par { leading: 12.0, after: 0.0, hyphen: None, ..par });
                self.paragraph("P", &fact.value, value, Par { leading: size * 1.36, after: 0.0, hyphen: None, ..par });
                lowest = lowest.min(self.y);
            }
            self.y = lowest - 14.0;
        }
        self.left = left;
        self.width = width;
    }
}
