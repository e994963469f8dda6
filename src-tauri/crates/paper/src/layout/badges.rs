//! Name badges: cards of 90 by 55 mm in two columns, with a hairline to cut along. The name is set as large as it fits on
//! one line, long ones on two.

use super::Flow;
use super::theme::{ACCENT, INK, RULE, SOFT};
use crate::document::Badge;
use crate::page::{Links, Place, Stroke};
use crate::text::{Align, Breaking, Style, break_lines};

/// Size of a card in points.
pub(crate) const HEIGHT: f32 = 155.9;
const WIDTH: f32 = 255.0;
/// Room between the card's edge and its words.
const INSET: f32 = 16.0;

impl Flow<'_> {
    pub(crate) fn badges(&mut self, badges: &[Badge]) {
        for row in badges.chunks(2) {
            self.need(HEIGHT);
            let top = self.y;
            for (nth, badge) in row.iter().enumerate() {
                self.badge(badge, self.left + nth as f32 * WIDTH, top);
            }
            self.y = top - HEIGHT;
        }
    }

    fn badge(&mut self, badge: &Badge, left: f32, top: f32) {
        let bottom = top - HEIGHT;
        self.paper.artifact();
        let corners = [(left, top), (left + WIDTH, top), (left + WIDTH, bottom), (left, bottom)];
        self.paper.polygon(&corners, None, Some(Stroke { color: RULE, width: 0.5, dash: 3.0 }));
        self.paper.rect(left, top - 7.0, WIDTH, 7.0, ACCENT);
        self.open("Sect");
        let mut y = top - 26.0;
        let size = [25.0, 21.0, 18.0, 16.0].into_iter().find(|size| self.badge_lines(&badge.name, *size) == 1);
        let name = Style::new(1, size.unwrap_or(17.0), ACCENT);
        y = self.badge_text(&badge.name, name, left, y, 2) - 5.0;
        for line in badge.lines.iter().filter(|line| !line.is_empty()) {
            y = self.badge_text(line, Style::new(0, 11.0, INK), left, y, 2);
        }
        self.badge_text(&badge.foot, Style::new(0, 8.0, SOFT), left, bottom + 46.0, 4);
        self.parents.pop();
    }

    fn badge_lines(&self, text: &str, size: f32) -> usize {
        let spans = self.words(text, Style::new(1, size, INK), self.language);
        break_lines(self.paper.shaper, &spans, breaking()).len()
    }

    /// Words from `y` downwards, on so many lines at most; where the next line may begin.
    fn badge_text(&mut self, text: &str, style: Style, left: f32, top: f32, most: usize) -> f32 {
        if text.is_empty() {
            return top;
        }
        let leading = style.size * 1.22;
        let node = self.paper.node(self.parent(), "P");
        let spans = self.words(text, style, self.language);
        let mut y = top;
        for set in break_lines(self.paper.shaper, &spans, breaking()).into_iter().take(most) {
            y -= leading;
            let mut links = Links::default();
            let place = Place {
                x: left + INSET,
                y: y + leading * super::paragraph::BASELINE,
                node: Some(node),
                language: self.language,
                links: Some(&mut links),
            };
            self.paper.line(&set, &spans, place);
        }
        y
    }
}

fn breaking() -> Breaking {
    Breaking { width: WIDTH - INSET * 2.0, align: Align::Left, hyphen: None }
}
