//! What a chart is drawn with: shapes in points, y downwards, and the measures of words. Colours differ in lightness and
//! every fill of a series has a pattern of its own, so a chart holds in black and white and for every kind of sight.

use crate::text::{Align, Breaking, Color, Shaper, Span, Style, break_lines};

/// A finished drawing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) language: String,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Rect {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        fill: Color,
    },
    Line {
        points: Vec<(f32, f32)>,
        ink: Ink,
    },
    Polygon {
        points: Vec<(f32, f32)>,
        fill: Option<Color>,
        ink: Option<Ink>,
    },
    Circle {
        x: f32,
        y: f32,
        radius: f32,
        fill: Option<Color>,
        ink: Option<Ink>,
    },
    /// One line of words, `y` at the baseline.
    Words {
        text: String,
        x: f32,
        y: f32,
        size: f32,
        bold: bool,
        color: Color,
        anchor: Anchor,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ink {
    pub(crate) color: Color,
    pub(crate) width: f32,
    /// Length of dash and gap; 0 for a whole line.
    pub(crate) dash: f32,
}

/// Which end of the words stands at `x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

pub(crate) const INK: Color = [28, 36, 46];
pub(crate) const SOFT: Color = [78, 90, 103];
pub(crate) const GRID: Color = [214, 221, 228];
pub(crate) const WHITE: Color = [255, 255, 255];
pub(crate) const ACCENT: Color = [13, 71, 125];

/// Fills of series (after Okabe and Ito, "Color universal design", 2008), dark and light in turn.
const FILLS: [Color; 6] =
    [[13, 71, 125], [240, 178, 60], [0, 114, 98], [150, 205, 240], [165, 60, 20], [200, 205, 210]];

/// Draws shapes and measures words.
pub(crate) struct Canvas<'s> {
    pub(crate) drawing: Drawing,
    shaper: &'s Shaper,
    language: u8,
}

impl<'s> Canvas<'s> {
    pub(crate) fn new(width: f32, shaper: &'s Shaper, language: u8) -> Self {
        let drawing = Drawing { width, height: 0.0, shapes: Vec::new(), language: shaper.tag(language) };
        Canvas { drawing, shaper, language }
    }

    pub(crate) fn width(&self) -> f32 {
        self.drawing.width
    }

    /// Width of words in one line.
    pub(crate) fn measure(&self, text: &str, size: f32) -> f32 {
        self.shaper.width(0, self.language, size, text)
    }

    /// Words in lines at most so wide.
    pub(crate) fn wrap(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let spans = [Span::words(crate::text::clean(text), Style::new(0, size, INK), self.language)];
        let breaking = Breaking { width: width.max(8.0), align: Align::Left, hyphen: Some(3000.0) };
        break_lines(self.shaper, &spans, breaking)
            .into_iter()
            .map(|line| {
                let mut runs: Vec<_> = line.runs.iter().collect();
                runs.sort_by_key(|run| run.order);
                runs.iter().map(|run| &*run.word.text).collect()
            })
            .collect()
    }

    pub(crate) fn words(&mut self, text: &str, x: f32, y: f32, size: f32, color: Color, anchor: Anchor) {
        self.push_words(text, (x, y), (size, false), color, anchor);
    }

    pub(crate) fn bold(&mut self, text: &str, x: f32, y: f32, size: f32, color: Color, anchor: Anchor) {
        self.push_words(text, (x, y), (size, true), color, anchor);
    }

    /// Words on a white ground, readable on any pattern.
    pub(crate) fn plate(&mut self, text: &str, x: f32, y: f32, size: f32) {
        let width = self.measure(text, size) * 1.05 + 4.0;
        self.rect(x - width / 2.0, y - size * 0.82, width, size * 1.08, WHITE);
        self.bold(text, x, y, size, INK, Anchor::Middle);
    }

    pub(crate) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, fill: Color) {
        if width > 0.0 && height > 0.0 {
            self.drawing.shapes.push(Shape::Rect { x, y, width, height, fill });
        }
    }

    pub(crate) fn line(&mut self, from: (f32, f32), to: (f32, f32), color: Color, width: f32) {
        self.drawing.shapes.push(Shape::Line { points: vec![from, to], ink: Ink { color, width, dash: 0.0 } });
    }

    pub(crate) fn path(&mut self, points: Vec<(f32, f32)>, color: Color, width: f32, dash: f32) {
        if points.len() > 1 {
            self.drawing.shapes.push(Shape::Line { points, ink: Ink { color, width, dash } });
        }
    }

    pub(crate) fn polygon(&mut self, points: Vec<(f32, f32)>, fill: Option<Color>, ink: Option<Ink>) {
        self.drawing.shapes.push(Shape::Polygon { points, fill, ink });
    }

    pub(crate) fn circle(&mut self, x: f32, y: f32, radius: f32, fill: Option<Color>, ink: Option<Ink>) {
        self.drawing.shapes.push(Shape::Circle { x, y, radius, fill, ink });
    }

    /// A bar of the nth series with its colour and pattern and a thin edge.
    pub(crate) fn bar(&mut self, nth: usize, x: f32, y: f32, width: f32, height: f32) {
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        self.rect(x, y, width, height, fill(nth));
        let ink = if light(fill(nth)) { INK } else { WHITE };
        match nth % 6 {
            1 => self.hatch(x, y, width, height, ink, 1.0),
            2 => self.dots(x, y, width, height, ink),
            3 => self.stripes(x, y, width, height, ink),
            4 => self.hatch(x, y, width, height, ink, -1.0),
            _ => {}
        }
        let edge = Ink { color: INK, width: 0.5, dash: 0.0 };
        self.polygon(vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)], None, Some(edge));
    }

    /// The marker of the nth line.
    pub(crate) fn marker(&mut self, nth: usize, x: f32, y: f32) {
        let (r, fill) = (3.6, Some(fill(nth)));
        let edge = Some(Ink { color: INK, width: 0.6, dash: 0.0 });
        match nth % 4 {
            0 => self.circle(x, y, r, fill, edge),
            1 => self.polygon(vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], fill, edge),
            2 => self.polygon(vec![(x, y - r * 1.3), (x + r * 1.2, y + r), (x - r * 1.2, y + r)], fill, edge),
            _ => self.polygon(vec![(x, y - r * 1.4), (x + r * 1.4, y), (x, y + r * 1.4), (x - r * 1.4, y)], fill, edge),
        }
    }

    /// Names of the series with their fills, from `y` down; gives the height used. Nothing for a single nameless one.
    pub(crate) fn legend(&mut self, names: &[String], y: f32, swatch: impl Fn(&mut Self, usize, f32, f32)) -> f32 {
        if names.iter().all(String::is_empty) {
            return 0.0;
        }
        let (mut x, mut row) = (0.0, 0.0);
        for (nth, name) in names.iter().enumerate() {
            let wide = self.measure(name, 9.0) + 36.0;
            if x > 0.0 && x + wide > self.width() {
                x = 0.0;
                row += 15.0;
            }
            swatch(self, nth, x, y + row);
            self.words(name, x + 21.0, y + row + 8.5, 9.0, INK, Anchor::Start);
            x += wide;
        }
        row + 22.0
    }

    fn push_words(&mut self, text: &str, at: (f32, f32), look: (f32, bool), color: Color, anchor: Anchor) {
        if !text.trim().is_empty() {
            let text = crate::text::clean(text).replace('\n', " ");
            self.drawing.shapes.push(Shape::Words {
                text,
                x: at.0,
                y: at.1,
                size: look.0,
                bold: look.1,
                color,
                anchor,
            });
        }
    }

    /// Slanting lines, cut to the bar.
    fn hatch(&mut self, x: f32, y: f32, width: f32, height: f32, color: Color, slope: f32) {
        let step = 5.0;
        let mut at = step * 0.5;
        while at < width + height {
            // On the rising diagonal that meets the upper edge `at` from the left.
            let (x1, y1) = if at <= width { (at, 0.0) } else { (width, at - width) };
            let (x2, y2) = if at <= height { (0.0, at) } else { (at - height, height) };
            let turn = |px: f32| if slope < 0.0 { x + width - px } else { x + px };
            self.line((turn(x1), y + y1), (turn(x2), y + y2), color, 0.7);
            at += step;
        }
    }

    fn stripes(&mut self, x: f32, y: f32, width: f32, height: f32, color: Color) {
        let mut at = 2.5;
        while at < height {
            self.line((x, y + at), (x + width, y + at), color, 0.6);
            at += 4.5;
        }
    }

    fn dots(&mut self, x: f32, y: f32, width: f32, height: f32, color: Color) {
        let (mut row, mut shift) = (3.0, false);
        while row < height - 1.0 {
            let mut at = if shift { 5.5 } else { 2.8 };
            while at < width - 1.0 {
                self.circle(x + at, y + row, 0.8, Some(color), None);
                at += 5.5;
            }
            row += 4.5;
            shift = !shift;
        }
    }
}

/// Fill of the nth series.
pub(crate) fn fill(nth: usize) -> Color {
    FILLS[nth % FILLS.len()]
}

/// Whether dark ink reads better on a colour than white.
pub(crate) fn light(color: Color) -> bool {
    let [r, g, b] = color.map(f32::from);
    0.299 * r + 0.587 * g + 0.114 * b > 140.0
}
