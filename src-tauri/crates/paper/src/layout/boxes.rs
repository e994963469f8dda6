//! Tinted grounds behind blocks, which may go over several pages: a ground is put in below its text when its end is
//! known.

use super::Flow;
use crate::text::Color;

/// An open ground on the current page.
pub(crate) struct Tint {
    position: usize,
    top: f32,
    x: f32,
    width: f32,
    ground: Color,
    bar: Color,
}

impl Flow<'_> {
    /// Begins a ground at the current height.
    pub(crate) fn open_tint(&mut self, x: f32, width: f32, ground: Color, bar: Color) {
        self.paper.close();
        let position = self.page().ops.len();
        self.tints.push(Tint { position, top: self.y, x, width, ground, bar });
    }

    /// Ends the latest ground at the current height.
    pub(crate) fn close_tint(&mut self) {
        if let Some(tint) = self.tints.pop() {
            self.draw_tint(&tint);
        }
    }

    /// Ends all grounds at the foot of a page; they stay open for the next.
    pub(crate) fn close_tints(&mut self) {
        let tints = std::mem::take(&mut self.tints);
        for tint in tints.iter().rev() {
            self.draw_tint(tint);
        }
        self.tints = tints;
    }

    /// Begins them anew at the top of the next page.
    pub(crate) fn reopen_tints(&mut self) {
        let top = self.y;
        if self.tints.is_empty() {
            return;
        }
        for tint in &mut self.tints {
            tint.position = 0;
            tint.top = top;
        }
        self.y -= 8.0;
    }

    fn draw_tint(&mut self, tint: &Tint) {
        let bottom = self.y.max(self.geometry.bottom + self.notes_height);
        let height = tint.top - bottom;
        if height <= 0.5 {
            return;
        }
        let page = self.paper.current;
        let (x, width, ground, bar) = (tint.x, tint.width, tint.ground, tint.bar);
        self.paper.insert(page, tint.position, |paper| {
            paper.artifact();
            paper.rect(x, bottom, width, height, ground);
            paper.rect(x, bottom, 3.0, height, bar);
        });
    }
}
