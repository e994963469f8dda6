//! Lines over periods with the values aimed at. Each line has its own marker and dash besides its colour.

use super::Lines;
use super::axis::Scale;
use super::drawing::{Anchor, Canvas, GRID, INK, SOFT, fill};
use crate::document::Wording;

pub(crate) fn draw(chart: &Lines, wording: &Wording, canvas: &mut Canvas<'_>) {
    let names: Vec<String> = chart.series.iter().map(|series| series.name.clone()).collect();
    let top = canvas.legend(&names, 0.0, |canvas, nth, x, y| {
        canvas.path(vec![(x, y + 5.0), (x + 16.0, y + 5.0)], ink(nth), 1.6, dash(nth));
        canvas.marker(nth, x + 8.0, y + 5.0);
    });
    let values = chart.series.iter().flat_map(|series| series.values.iter().copied().flatten());
    let scale = Scale::holding(values.chain(chart.targets.iter().map(|target| target.value)), 5.0);
    let written = |value: f64, decimals: usize| format!("{}{}", wording.numbers.write(value, decimals), chart.unit);
    let ticks = scale.ticks();
    let left =
        ticks.iter().map(|&value| canvas.measure(&written(value, scale.decimals()), 8.5)).fold(0.0, f32::max) + 8.0;
    let (plot_top, height) = (top + 12.0, 104.0);
    let plot = canvas.width() - left - 8.0;
    let y_of = |value: f64| plot_top + height * (1.0 - scale.at(value));
    for &value in &ticks {
        canvas.line((left, y_of(value)), (left + plot, y_of(value)), GRID, 0.5);
        canvas.words(&written(value, scale.decimals()), left - 6.0, y_of(value) + 3.0, 8.5, SOFT, Anchor::End);
    }
    for target in chart.targets.iter().filter(|target| target.value.is_finite()) {
        let y = y_of(target.value);
        canvas.path(vec![(left, y), (left + plot, y)], INK, 1.1, 4.0);
        let text = format!("{} {}", target.name, written(target.value, 2));
        canvas.bold(text.trim(), left + plot, y - 3.5, 8.5, INK, Anchor::End);
    }
    let pitch = plot / chart.periods.len().max(1) as f32;
    let x_of = |period: usize| left + pitch * (period as f32 + 0.5);
    let mut taken: Vec<(f32, f32)> = Vec::new();
    for (nth, series) in chart.series.iter().enumerate() {
        let points: Vec<Option<(f32, f32, f64)>> = series
            .values
            .iter()
            .take(chart.periods.len())
            .enumerate()
            .map(|(period, value)| {
                value.filter(|value| value.is_finite()).map(|value| (x_of(period), y_of(value), value))
            })
            .collect();
        for stretch in points.split(Option::is_none) {
            let path: Vec<(f32, f32)> = stretch.iter().flatten().map(|point| (point.0, point.1)).collect();
            canvas.path(path, ink(nth), 1.8, dash(nth));
        }
        for (x, y, value) in points.into_iter().flatten() {
            canvas.marker(nth, x, y);
            let mut above = y - 7.0;
            if taken.iter().any(|&(tx, ty)| (tx - x).abs() < 1.0 && (ty - above).abs() < 9.0) {
                above = y + 13.0;
            }
            if !taken.iter().any(|&(tx, ty)| (tx - x).abs() < 1.0 && (ty - above).abs() < 9.0) {
                canvas.bold(&written(value, 2), x, above, 8.3, INK, Anchor::Middle);
                taken.push((x, above));
            }
        }
    }
    let mut deepest = plot_top + height;
    for (period, name) in chart.periods.iter().enumerate() {
        for (nth, line) in canvas.wrap(name, 8.8, pitch - 3.0).iter().enumerate() {
            let y = plot_top + height + 13.0 + nth as f32 * 10.5;
            canvas.words(line, x_of(period), y, 8.8, INK, Anchor::Middle);
            deepest = deepest.max(y);
        }
    }
    canvas.line((left, y_of(0.0)), (left + plot, y_of(0.0)), INK, 0.9);
    canvas.drawing.height = deepest + 6.0;
}

/// Light fills are too faint for a line.
fn ink(nth: usize) -> [u8; 3] {
    match nth % 6 {
        1 => [176, 112, 0],
        3 => [40, 120, 175],
        5 => SOFT,
        _ => fill(nth),
    }
}

fn dash(nth: usize) -> f32 {
    match nth % 4 {
        0 => 0.0,
        1 => 5.0,
        2 => 2.0,
        _ => 8.0,
    }
}
