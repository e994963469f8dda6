//! Baseline, actual and target of several indicators: a bar, a ring, an upright stroke, and the three numbers.

use super::axis::Scale;
use super::drawing::{ACCENT, Anchor, Canvas, GRID, INK, Ink, SOFT, WHITE};
use super::{Bullet, Bullets};
use crate::document::Wording;

/// Size of the numbers, in points.
const SIZE: f32 = 9.0;
/// How much wider the bold face is than the regular one that is measured, at most.
const BOLDER: f32 = 1.08;

pub(crate) fn draw(chart: &Bullets, wording: &Wording, canvas: &mut Canvas<'_>) {
    let names = [&wording.chart_baseline, &wording.chart_actual, &wording.chart_target].map(Clone::clone);
    let top = canvas.legend(&names, 0.0, |canvas, nth, x, y| match nth {
        0 => ring(canvas, x + 8.0, y + 5.0),
        1 => canvas.rect(x, y + 1.5, 16.0, 7.0, ACCENT),
        _ => canvas.rect(x + 6.5, y - 1.0, 3.0, 12.0, INK),
    });
    let mut y = top + 2.0;
    // The widest numbers decide where all tracks end, so that no number ever lies over a bar.
    let numbers: Vec<String> = chart.rows.iter().map(|row| numbers(row, wording)).collect();
    let widest = numbers.iter().map(|text| canvas.measure(text, SIZE) * BOLDER).fold(0.0, f32::max);
    let beside = widest < canvas.width() * 0.5;
    let track = if beside { canvas.width() - widest - 14.0 } else { canvas.width() };
    for (row, numbers) in chart.rows.iter().zip(&numbers) {
        for line in canvas.wrap(&row.label, 9.4, canvas.width()) {
            canvas.bold(&line, 0.0, y + 9.0, 9.4, INK, Anchor::Start);
            y += 12.0;
        }
        let values = [row.baseline, row.actual, row.target].map(|value| value.filter(|value| value.is_finite()));
        let scale = Scale::holding(values.iter().copied().flatten(), 4.0);
        let x_of = |value: f64| track * scale.at(value);
        let middle = y + 9.0;
        canvas.rect(0.0, middle - 6.5, track, 13.0, [238, 241, 244]);
        for value in scale.ticks() {
            canvas.line((x_of(value), middle - 6.5), (x_of(value), middle + 9.0), GRID, 0.5);
            let anchor = match value {
                value if x_of(value) < 2.0 => Anchor::Start,
                value if x_of(value) > track - 2.0 => Anchor::End,
                _ => Anchor::Middle,
            };
            canvas.words(
                &wording.numbers.write(value, scale.decimals()),
                x_of(value),
                middle + 16.5,
                7.6,
                SOFT,
                anchor,
            );
        }
        let zero = x_of(0.0);
        if let Some(actual) = values[1] {
            let end = x_of(actual);
            canvas.rect(end.min(zero), middle - 3.5, (end - zero).abs().max(0.8), 7.0, ACCENT);
        }
        if let Some(baseline) = values[0] {
            ring(canvas, x_of(baseline), middle);
        }
        if let Some(target) = values[2] {
            canvas.rect(x_of(target) - 1.5, middle - 8.5, 3.0, 17.0, INK);
        }
        let (x, baseline) = if beside { (canvas.width(), middle + 3.0) } else { (track, middle + 28.0) };
        canvas.bold(numbers, x, baseline, SIZE, INK, Anchor::End);
        y += if beside { 32.0 } else { 44.0 };
    }
    canvas.drawing.height = y;
}

/// Baseline, actual and target in one line, the unit once.
fn numbers(row: &Bullet, wording: &Wording) -> String {
    let values = [row.baseline, row.actual, row.target].map(|value| {
        let finite = value.filter(|value| value.is_finite());
        finite.map_or_else(|| "–".to_owned(), |value| wording.numbers.write(value, 2))
    });
    values.join("  →  ") + &row.unit
}

fn ring(canvas: &mut Canvas<'_>, x: f32, y: f32) {
    canvas.circle(x, y, 3.8, Some(WHITE), Some(Ink { color: INK, width: 1.3, dash: 0.0 }));
}
