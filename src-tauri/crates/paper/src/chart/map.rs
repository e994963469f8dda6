//! Points on two scales. Points are numbered and named beside the field, so that names never cover one another; points
//! at one place stand in a ring around it. The names of the quarters have strips of their own at the upper and lower edge,
//! where no point comes.

use std::f32::consts::TAU;

use super::Map;
use super::drawing::{ACCENT, Anchor, Canvas, GRID, INK, Ink, SOFT, WHITE};

const RADIUS: f32 = 7.0;

pub(crate) fn draw(chart: &Map, canvas: &mut Canvas<'_>) {
    let size = (canvas.width() * 0.52).min(240.0);
    let (left, top) = (2.0, 16.0);
    let half = size / 2.0;
    canvas.rect(left, top, size, size, [247, 249, 251]);
    canvas.rect(left + half, top, half, half, [232, 240, 248]);
    let edge = Ink { color: GRID, width: 0.8, dash: 0.0 };
    canvas.polygon(
        vec![(left, top), (left + size, top), (left + size, top + size), (left, top + size)],
        None,
        Some(edge),
    );
    canvas.line((left + half, top), (left + half, top + size), GRID, 0.8);
    canvas.line((left, top + half), (left + size, top + half), GRID, 0.8);
    let names: Vec<Vec<String>> =
        chart.quarters.iter().map(|name| canvas.wrap(name, 8.4, half - 12.0).into_iter().take(3).collect()).collect();
    // As high above as below, so that the middle of the scale stays the middle of the field.
    let strip = names.iter().map(Vec::len).max().unwrap_or(0) as f32 * 10.0 + 4.0;
    for (nth, lines) in names.iter().enumerate() {
        let x = left + if nth % 2 == 0 { 0.0 } else { half };
        let y = if nth < 2 { top + 11.0 } else { top + size - lines.len() as f32 * 10.0 + 5.0 };
        for (row, line) in lines.iter().enumerate() {
            canvas.words(line, x + 6.0, y + row as f32 * 10.0, 8.4, SOFT, Anchor::Start);
        }
    }
    let places: Vec<(f32, f32)> = chart
        .points
        .iter()
        .map(|point| {
            let (wide, tall) = (size - 4.0 * RADIUS, size - 2.0 * strip - 4.0 * RADIUS);
            let x = left + 2.0 * RADIUS + wide * point.across.clamp(0.0, 1.0) as f32;
            (x, top + strip + 2.0 * RADIUS + tall * (1.0 - point.up.clamp(0.0, 1.0) as f32))
        })
        .collect();
    for (nth, &(x, y)) in places.iter().enumerate() {
        let near = |other: &(f32, f32)| (other.0 - x).abs() < RADIUS * 1.6 && (other.1 - y).abs() < RADIUS * 1.6;
        let crowd = places.iter().filter(|other| near(other)).count();
        let (mut px, mut py) = (x, y);
        if crowd > 1 {
            let turn = places[..nth].iter().filter(|other| near(other)).count() as f32 / crowd as f32 * TAU;
            let ring = (RADIUS * crowd as f32 * 0.42).max(RADIUS * 1.15);
            px = (x + ring * turn.cos()).clamp(left + RADIUS, left + size - RADIUS);
            py = (y + ring * turn.sin()).clamp(top + strip + RADIUS, top + size - strip - RADIUS);
        }
        canvas.circle(px, py, RADIUS, Some(ACCENT), Some(Ink { color: WHITE, width: 0.8, dash: 0.0 }));
        canvas.bold(&(nth + 1).to_string(), px, py + 2.9, 8.0, WHITE, Anchor::Middle);
    }
    let foot = top + size;
    canvas.words(&chart.ends.0, left, foot + 11.0, 8.4, SOFT, Anchor::Start);
    canvas.words(&chart.ends.1, left + size, foot + 11.0, 8.4, SOFT, Anchor::End);
    canvas.bold(&format!("{} →", chart.across), left + half, foot + 11.0, 8.8, INK, Anchor::Middle);
    canvas.bold(&format!("↑ {}", chart.up), left, top - 5.0, 8.8, INK, Anchor::Start);
    let x = left + size + 18.0;
    let room = canvas.width() - x - 20.0;
    let mut y = top + 4.0;
    for (nth, point) in chart.points.iter().enumerate() {
        canvas.circle(x + RADIUS, y + 5.0, RADIUS, Some(ACCENT), None);
        canvas.bold(&(nth + 1).to_string(), x + RADIUS, y + 7.9, 8.0, WHITE, Anchor::Middle);
        for (row, line) in canvas.wrap(&point.label, 9.0, room).iter().enumerate() {
            canvas.words(line, x + 20.0, y + 8.2 + row as f32 * 11.0, 9.0, INK, Anchor::Start);
            if row > 0 {
                y += 11.0;
            }
        }
        y += 18.0;
    }
    canvas.drawing.height = (foot + 18.0).max(y + 4.0);
}
