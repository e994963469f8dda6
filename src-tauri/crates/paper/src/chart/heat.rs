//! A table of shaded cells, each with its letter or number, and what they mean below.

use super::drawing::{Anchor, Canvas, GRID, INK, Ink, WHITE, light};
use super::{Heat, HeatCell, Shade};
use crate::document::Tone;
use crate::text::Color;

pub(crate) fn draw(chart: &Heat, canvas: &mut Canvas<'_>) {
    let widest = chart.rows.iter().map(|row| canvas.measure(&row.name, 9.0)).fold(0.0, f32::max) + 10.0;
    let labels = widest.min(canvas.width() * 0.36);
    let pitch = ((canvas.width() - labels) / chart.columns.len().max(1) as f32).min(90.0);
    let heads: Vec<Vec<String>> = chart.columns.iter().map(|name| canvas.wrap(name, 8.6, pitch - 5.0)).collect();
    let head = heads.iter().map(Vec::len).max().unwrap_or(0) as f32 * 10.2 + 5.0;
    for (column, lines) in heads.iter().enumerate() {
        for (nth, line) in lines.iter().enumerate() {
            let y = head - 5.0 - (lines.len() - 1 - nth) as f32 * 10.2;
            canvas.words(line, labels + pitch * (column as f32 + 0.5), y, 8.6, INK, Anchor::Middle);
        }
    }
    let mut y = head;
    for row in &chart.rows {
        let lines = canvas.wrap(&row.name, 9.0, labels - 10.0);
        let tall = (lines.len() as f32 * 10.8 + 7.0).max(20.0);
        for (nth, line) in lines.iter().enumerate() {
            let base = y + tall / 2.0 - lines.len() as f32 * 5.4 + 8.4 + nth as f32 * 10.8;
            canvas.words(line, labels - 8.0, base, 9.0, INK, Anchor::End);
        }
        for column in 0..chart.columns.len() {
            let x = labels + pitch * column as f32;
            match row.cells.get(column).and_then(Option::as_ref) {
                Some(cell) => shaded(cell, canvas, x + 1.0, y + 1.0, pitch - 2.0, tall - 2.0),
                None => canvas.words("–", x + pitch / 2.0, y + tall / 2.0 + 3.2, 9.0, INK, Anchor::Middle),
            }
        }
        y += tall;
    }
    y += 8.0;
    let mut x = 0.0;
    for cell in &chart.legend {
        let wide = canvas.measure(&cell.label, 8.8) + 40.0;
        if x > 0.0 && x + wide > canvas.width() {
            x = 0.0;
            y += 17.0;
        }
        shaded(cell, canvas, x, y, 20.0, 14.0);
        canvas.words(&cell.label, x + 25.0, y + 10.2, 8.8, INK, Anchor::Start);
        x += wide;
    }
    canvas.drawing.height = y + if chart.legend.is_empty() { 0.0 } else { 20.0 };
}

fn shaded(cell: &HeatCell, canvas: &mut Canvas<'_>, x: f32, y: f32, width: f32, height: f32) {
    let fill = color(cell.shade);
    let edge = Some(Ink { color: GRID, width: 0.5, dash: 0.0 });
    canvas.rect(x, y, width, height, fill);
    canvas.polygon(vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)], None, edge);
    let ink = if light(fill) { INK } else { WHITE };
    canvas.bold(&cell.mark, x + width / 2.0, y + height / 2.0 + 3.2, 9.0, ink, Anchor::Middle);
}

fn color(shade: Shade) -> Color {
    match shade {
        Shade::Tone(tone) => match tone {
            Tone::Good => [27, 110, 60],
            Tone::Watch => [242, 177, 52],
            Tone::Bad => [166, 28, 28],
            Tone::None => [238, 241, 244],
        },
        Shade::Strength(strength) => {
            // Four steps, none of them near the lightness where neither black nor white is readable.
            let steps = [[236, 243, 250], [190, 216, 240], [24, 88, 148], [10, 46, 86]];
            steps[((strength.clamp(0.0, 1.0) * 4.0) as usize).min(3)]
        }
    }
}
