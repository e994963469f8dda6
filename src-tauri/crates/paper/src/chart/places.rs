//! Places on the map of Europe. Each has a number and the shape of its state; names stand beside the map, so that they
//! never cover one another. Marks that would lie on one another go apart, with a line to where the place is.

use super::Places;
use super::drawing::{ACCENT, Anchor, Canvas, GRID, INK, Ink, SOFT, WHITE};
use crate::europe::{self, HEIGHT, WIDTH};
use crate::text::Color;

const RADIUS: f32 = 5.6;
const SEA: Color = [238, 244, 250];
const LAND: Color = [226, 230, 234];
const BORDER: Color = [160, 170, 181];
const AMBER: Color = [240, 178, 60];
/// More names than these stand in the table only, and the marks have no number.
const MOST_NAMES: usize = 60;

pub(crate) fn draw(chart: &Places, canvas: &mut Canvas<'_>) {
    let wide = canvas.width();
    let beside = chart.points.len() <= 18;
    let width = if beside { (wide * 0.64).min(340.0) } else { wide.min(460.0) };
    let scale = width / WIDTH as f32;
    let height = HEIGHT as f32 * scale;
    let top = canvas.legend(&chart.states, 0.0, |canvas, nth, x, y| mark(canvas, nth, x + 10.0, y + 5.0, ""));
    canvas.rect(0.0, top, width, height, SEA);
    let at = |(x, y): (f64, f64)| (x as f32 * scale, top + y as f32 * scale);
    let border = Ink { color: BORDER, width: 0.4, dash: 0.0 };
    for land in europe::lands() {
        canvas.polygon(land.outline.iter().map(|point| at(*point)).collect(), Some(LAND), Some(border));
    }
    canvas.polygon(
        vec![(0.0, top), (width, top), (width, top + height), (0.0, top + height)],
        None,
        Some(Ink { color: GRID, width: 0.8, dash: 0.0 }),
    );
    let named = chart.points.len() <= MOST_NAMES;
    let places: Vec<(f64, f64)> = chart.points.iter().map(|point| point.place).collect();
    let shown = europe::spread(&places, f64::from(RADIUS * 2.3 / scale));
    for (place, shown) in places.iter().zip(&shown) {
        let (from, to) = (at(*place), at(*shown));
        if (from.0 - to.0).hypot(from.1 - to.1) > 1.5 {
            canvas.line(from, to, SOFT, 0.5);
            canvas.circle(from.0, from.1, 1.1, Some(SOFT), None);
        }
    }
    for (nth, (point, shown)) in chart.points.iter().zip(&shown).enumerate() {
        let (x, y) = at(*shown);
        let number = if named { (nth + 1).to_string() } else { String::new() };
        mark(canvas, point.state, x, y, &number);
    }
    let end = if named { names(chart, canvas, (beside, width, top, top + height)) } else { 0.0 };
    canvas.drawing.height = (top + height).max(end) + 4.0;
}

/// A circle, a diamond or a square with its number: states differ in shape, lightness and words.
fn mark(canvas: &mut Canvas<'_>, state: usize, x: f32, y: f32, number: &str) {
    let edge = Some(Ink { color: INK, width: 0.7, dash: 0.0 });
    let r = RADIUS;
    let ink = match state {
        0 => {
            canvas.circle(x, y, r, Some(ACCENT), edge);
            WHITE
        }
        1 => {
            let d = r * 1.32;
            canvas.polygon(vec![(x, y - d), (x + d, y), (x, y + d), (x - d, y)], Some(AMBER), edge);
            INK
        }
        _ => {
            let s = r * 0.92;
            canvas.polygon(vec![(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)], Some(WHITE), edge);
            INK
        }
    };
    canvas.bold(number, x, y + 2.2, 6.2, ink, Anchor::Middle);
}

/// The names by number, beside the map or in columns below it; where they end.
fn names(chart: &Places, canvas: &mut Canvas<'_>, (beside, width, top, foot): (bool, f32, f32, f32)) -> f32 {
    let columns = if beside { 1 } else { 3 };
    let left = if beside { width + 12.0 } else { 0.0 };
    let room = (canvas.width() - left) / columns as f32;
    let each = chart.points.len().div_ceil(columns).max(1);
    let start = if beside { top + 2.0 } else { foot + 10.0 };
    let mut end = start;
    for (column, points) in chart.points.chunks(each).enumerate() {
        let x = left + column as f32 * room;
        let mut y = start;
        for (nth, point) in points.iter().enumerate() {
            mark(canvas, point.state, x + 8.0, y + 6.0, &(column * each + nth + 1).to_string());
            let lines: Vec<String> = canvas.wrap(&point.label, 8.2, room - 24.0).into_iter().take(2).collect();
            for (row, line) in lines.iter().enumerate() {
                canvas.words(line, x + 19.0, y + 8.8 + row as f32 * 9.6, 8.2, INK, Anchor::Start);
            }
            y += if lines.len() > 1 { 23.0 } else { 15.0 };
        }
        end = end.max(y);
    }
    end
}
