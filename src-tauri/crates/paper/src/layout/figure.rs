//! Charts and images with their text alternatives and captions.

use super::Flow;
use super::paragraph::Par;
use super::theme::SOFT;
use crate::chart::{Anchor, Drawing, Ink, Shape};
use crate::document::{Figure, Image, Picture, Values};
use crate::page::Stroke;
use crate::text::{Align, Style};

impl Flow<'_> {
    pub(crate) fn figure(&mut self, figure: &Figure) {
        let (body, par) = self.body();
        let caption = Style { face: 2, size: body.size * 0.9, color: SOFT, ..body };
        let below = Par { leading: par.leading * 0.87, before: 3.0, after: 12.0, ..par };
        self.space(4.0);
        match &figure.picture {
            Picture::Chart(chart) => {
                let drawing = self.draw_chart(chart);
                self.need((drawing.height + below.leading * 2.0).min(self.page_room()));
                let spoken = format!("{} {}", figure.alt.trim(), chart.data_text(&self.document.wording));
                // A text alternative that is mostly numbers cannot be followed by ear; then the values become a table.
                let letters = spoken.chars().filter(|c| c.is_alphabetic()).count();
                let numbers = letters * 100 < spoken.chars().count() * 55;
                let as_table = match figure.values {
                    Values::Alternative => numbers,
                    Values::Table => true,
                    Values::Beside => false,
                };
                let alt = if numbers || as_table { figure.alt.clone() } else { spoken };
                self.picture(&alt, drawing.width, drawing.height, |flow, x, y| flow.drawing(&drawing, x, y));
                self.paragraph("Caption", &figure.caption, caption, below);
                if as_table {
                    let table = chart.data_table(&figure.caption.plain(), &self.document.wording);
                    self.table(&table);
                }
            }
            Picture::Image(image, width) => {
                let (width, height) = image.fit(width.min(self.width), self.page_room() * 0.8);
                self.need(height + below.leading * 2.0);
                self.picture(&figure.alt, width, height, |flow, x, y| flow.image(image, x, y, width, height));
                self.paragraph("Caption", &figure.caption, caption, below);
            }
        }
    }

    /// Height of a figure with its caption, before it is set.
    pub(crate) fn figure_height(&self, figure: &Figure) -> f32 {
        let caption = self.theme.leading * 2.0;
        match &figure.picture {
            Picture::Chart(chart) => self.draw_chart(chart).height + caption,
            Picture::Image(image, width) => image.fit(width.min(self.width), self.page_room() * 0.8).1 + caption,
        }
    }

    /// Draws an image with its lower left corner at a point.
    pub(crate) fn image(&mut self, image: &Image, x: f32, y: f32, width: f32, height: f32) {
        let known = self.images.iter().position(|known| known == image);
        let index = known.unwrap_or_else(|| {
            self.images.push(image.clone());
            self.images.len() - 1
        });
        self.page().ops.push(crate::page::Op::Image { index, x, y, width, height });
    }

    /// A figure element around what `draw` draws at the current height.
    pub(crate) fn picture(&mut self, alt: &str, width: f32, height: f32, draw: impl FnOnce(&mut Self, f32, f32)) {
        let node = self.paper.node(self.parent(), "Figure");
        let (x, y) = (self.left, self.y - height);
        self.figure_at(node, alt, [x, y, x + width, y + height]);
        draw(self, x, y);
        self.paper.close();
        self.y = y;
    }

    /// Begins a figure with its text alternative and bounds.
    pub(crate) fn figure_at(&mut self, node: crate::page::NodeId, alt: &str, bounds: [f32; 4]) {
        let language = self.language;
        let tag = self.paper.shaper.tag(language);
        let other = tag != self.document.language;
        let more = self.paper.more(node);
        more.alt = Some(alt.trim().to_owned());
        more.bounds = Some(bounds);
        if other {
            more.language = Some(tag);
        }
        self.paper.mark(node);
    }

    fn draw_chart(&self, chart: &crate::chart::Chart) -> Drawing {
        let shaper = self.paper.shaper;
        chart.draw(self.width, &self.document.wording, shaper, self.language)
    }

    /// A drawing with its lower left corner at a point.
    fn drawing(&mut self, drawing: &Drawing, left: f32, bottom: f32) {
        let top = bottom + drawing.height;
        let place = |x: f32, y: f32| (left + x, top - y);
        for shape in &drawing.shapes {
            match shape {
                Shape::Rect { x, y, width, height, fill } => {
                    let (x, y) = place(*x, y + height);
                    self.paper.rect(x, y, *width, *height, *fill);
                }
                Shape::Line { points, ink } => {
                    let points: Vec<(f32, f32)> = points.iter().map(|point| place(point.0, point.1)).collect();
                    self.paper.polyline(&points, stroke(*ink));
                }
                Shape::Polygon { points, fill, ink } => {
                    let points: Vec<(f32, f32)> = points.iter().map(|point| place(point.0, point.1)).collect();
                    self.paper.polygon(&points, *fill, ink.map(stroke));
                }
                Shape::Circle { x, y, radius, fill, ink } => {
                    let (x, y) = place(*x, *y);
                    self.paper.circle(x, y, *radius, *fill, ink.map(stroke));
                }
                Shape::Words { text, x, y, size, bold, color, anchor } => {
                    let (x, y) = place(*x, *y);
                    let style = Style::new(u8::from(*bold), *size, *color);
                    let width = self.paper.shaper.width(style.face, self.language, *size, text) + 0.5;
                    let (x, align) = match anchor {
                        Anchor::Start => (x, Align::Left),
                        Anchor::Middle => (x - width / 2.0, Align::Center),
                        Anchor::End => (x - width, Align::Right),
                    };
                    self.paper.label(text, style, self.language, (x, y), width, align);
                }
            }
        }
    }
}

fn stroke(ink: Ink) -> Stroke {
    Stroke { color: ink.color, width: ink.width, dash: ink.dash }
}
