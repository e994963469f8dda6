//! Bars: upright, lying, stacked, diverging. Every value is written at its bar.

use super::axis::Scale;
use super::drawing::{Anchor, Canvas, GRID, INK, SOFT};
use super::{Arrangement, Bars};
use crate::document::Wording;

pub(crate) fn draw(chart: &Bars, wording: &Wording, canvas: &mut Canvas<'_>) {
    let names: Vec<String> = chart.series.iter().map(|series| series.name.clone()).collect();
    let top = canvas.legend(&names, 0.0, |canvas, nth, x, y| canvas.bar(nth, x, y, 15.0, 10.0));
    match chart.arrangement {
        Arrangement::Vertical => upright(chart, wording, canvas, top, false),
        Arrangement::Stacked => upright(chart, wording, canvas, top, true),
        Arrangement::Horizontal => lying(chart, wording, canvas, top),
        Arrangement::StackedHorizontal => rows(chart, wording, canvas, top, 0),
        Arrangement::Diverging => rows(chart, wording, canvas, top, chart.series.len() / 2),
    }
}

fn value(chart: &Bars, series: usize, category: usize) -> Option<f64> {
    chart.series[series].values.get(category).copied().flatten().filter(|value| value.is_finite())
}

fn written(chart: &Bars, wording: &Wording, value: f64) -> String {
    format!("{}{}", wording.numbers.write(value, 2), chart.unit)
}

fn sum(chart: &Bars, category: usize) -> f64 {
    (0..chart.series.len()).filter_map(|series| value(chart, series, category)).map(f64::abs).sum()
}

fn upright(chart: &Bars, wording: &Wording, canvas: &mut Canvas<'_>, top: f32, stacked: bool) {
    let count = chart.categories.len().max(1);
    let all = (0..chart.series.len())
        .flat_map(|series| (0..count).filter_map(move |category| value(chart, series, category)));
    let scale = if stacked {
        Scale::holding((0..count).map(|category| sum(chart, category)), 5.0)
    } else {
        Scale::holding(all, 5.0)
    };
    let tick = |value: f64| format!("{}{}", wording.numbers.write(value, scale.decimals()), chart.unit);
    let left = scale.ticks().iter().map(|&value| canvas.measure(&tick(value), 8.5)).fold(0.0, f32::max) + 8.0;
    let (plot_top, height) = (top + 14.0, 170.0);
    let plot = canvas.width() - left;
    for value in scale.ticks() {
        let y = plot_top + height * (1.0 - scale.at(value));
        canvas.line((left, y), (left + plot, y), GRID, 0.5);
        canvas.words(&tick(value), left - 6.0, y + 3.0, 8.5, SOFT, Anchor::End);
    }
    let zero = plot_top + height * (1.0 - scale.at(0.0));
    let pitch = plot / count as f32;
    let mut deepest = 0f32;
    for (category, name) in chart.categories.iter().enumerate() {
        let from = left + pitch * category as f32;
        if stacked {
            let wide = (pitch * 0.56).min(64.0);
            let x = from + (pitch - wide) / 2.0;
            let mut reached = 0.0;
            for series in 0..chart.series.len() {
                let Some(value) = value(chart, series, category).map(f64::abs).filter(|value| *value > 0.0) else {
                    continue;
                };
                let (low, high) = (scale.at(reached), scale.at(reached + value));
                let (y, tall) = (plot_top + height * (1.0 - high), height * (high - low));
                canvas.bar(series, x, y, wide, tall);
                if tall > 11.0 {
                    canvas.plate(&written(chart, wording, value), x + wide / 2.0, y + tall / 2.0 + 3.0, 8.5);
                }
                reached += value;
            }
            let y = plot_top + height * (1.0 - scale.at(reached));
            canvas.bold(&written(chart, wording, reached), x + wide / 2.0, y - 4.0, 9.0, INK, Anchor::Middle);
        } else {
            let bars = chart.series.len().max(1) as f32;
            let wide = (pitch * 0.74 / bars).min(46.0);
            let start = from + (pitch - wide * bars) / 2.0;
            for series in 0..chart.series.len() {
                let Some(value) = value(chart, series, category) else { continue };
                let x = start + wide * series as f32;
                let y = plot_top + height * (1.0 - scale.at(value));
                canvas.bar(series, x, y.min(zero), wide * 0.92, (zero - y).abs());
                let text = written(chart, wording, value);
                let size = (8.8 * (wide * 1.1 / canvas.measure(&text, 8.8)).min(1.0)).max(6.0);
                let above = if value < 0.0 { y + size } else { y - 4.0 };
                canvas.bold(&text, x + wide * 0.46, above, size, INK, Anchor::Middle);
            }
        }
        for (nth, line) in canvas.wrap(name, 8.8, pitch - 4.0).iter().enumerate() {
            let y = plot_top + height + 13.0 + nth as f32 * 10.5;
            canvas.words(line, from + pitch / 2.0, y, 8.8, INK, Anchor::Middle);
            deepest = deepest.max(y);
        }
    }
    canvas.line((left, zero), (left + plot, zero), INK, 0.9);
    canvas.drawing.height = deepest.max(plot_top + height) + 6.0;
}

/// Names at the left, a bar for each series, its value at its end.
fn lying(chart: &Bars, wording: &Wording, canvas: &mut Canvas<'_>, top: f32) {
    let count = chart.categories.len();
    let all = (0..chart.series.len())
        .flat_map(|series| (0..count).filter_map(move |category| value(chart, series, category)));
    let scale = Scale::holding(all, 5.0);
    let labels = label_width(chart, canvas);
    let widest = (0..chart.series.len())
        .flat_map(|series| (0..count).filter_map(move |category| value(chart, series, category)))
        .map(|value| canvas.measure(&written(chart, wording, value), 9.0))
        .fold(0.0, f32::max);
    let plot = canvas.width() - labels - widest - 14.0;
    let zero = labels + plot * scale.at(0.0);
    let thick = 13.0;
    let mut y = top + 2.0;
    for (category, name) in chart.categories.iter().enumerate() {
        let lines = canvas.wrap(name, 9.2, labels - 10.0);
        let bars = chart.series.len().max(1) as f32 * thick;
        let tall = bars.max(lines.len() as f32 * 11.0) + 8.0;
        name_lines(canvas, &lines, labels, y, tall);
        let start = y + (tall - bars) / 2.0;
        for series in 0..chart.series.len() {
            let Some(value) = value(chart, series, category) else { continue };
            let end = labels + plot * scale.at(value);
            let row = start + thick * series as f32;
            canvas.bar(series, end.min(zero), row + 0.8, (end - zero).abs(), thick - 1.6);
            let text = written(chart, wording, value);
            canvas.bold(&text, end.max(zero) + 5.0, row + thick - 3.6, 9.0, INK, Anchor::Start);
        }
        y += tall;
    }
    canvas.line((zero, top), (zero, y), INK, 0.9);
    canvas.drawing.height = y + 4.0;
}

/// Series one after another; the first `left` of them go to the left of a zero line.
fn rows(chart: &Bars, wording: &Wording, canvas: &mut Canvas<'_>, top: f32, left: usize) {
    let count = chart.categories.len();
    let side = |category: usize, range: std::ops::Range<usize>| -> f64 {
        range.filter_map(|series| value(chart, series, category)).map(f64::abs).sum()
    };
    let leftmost = (0..count).map(|category| side(category, 0..left)).fold(0.0, f64::max);
    let rightmost = (0..count).map(|category| side(category, left..chart.series.len())).fold(0.0, f64::max);
    let labels = label_width(chart, canvas);
    let plot = canvas.width() - labels - 8.0;
    let unit = plot / ((leftmost + rightmost).max(1e-9) as f32);
    let zero = labels + leftmost as f32 * unit;
    let mut y = top + 2.0;
    for (category, name) in chart.categories.iter().enumerate() {
        let lines = canvas.wrap(name, 9.2, labels - 10.0);
        let tall = (lines.len() as f32 * 11.0).max(17.0) + 8.0;
        name_lines(canvas, &lines, labels, y, tall);
        let row = y + (tall - 17.0) / 2.0;
        let mut draw = |series: usize, x: f32, value: f64| {
            let wide = value as f32 * unit;
            canvas.bar(series, x, row, wide, 17.0);
            let text = written(chart, wording, value);
            if wide > canvas.measure(&text, 8.8) * 1.1 + 7.0 {
                canvas.plate(&text, x + wide / 2.0, row + 11.8, 8.8);
            }
        };
        let mut reached = zero;
        for series in (0..left).rev() {
            if let Some(value) = value(chart, series, category).map(f64::abs).filter(|value| *value > 0.0) {
                reached -= value as f32 * unit;
                draw(series, reached, value);
            }
        }
        let mut reached = zero;
        for series in left..chart.series.len() {
            if let Some(value) = value(chart, series, category).map(f64::abs).filter(|value| *value > 0.0) {
                draw(series, reached, value);
                reached += value as f32 * unit;
            }
        }
        y += tall;
    }
    canvas.line((zero, top), (zero, y), INK, 1.1);
    canvas.drawing.height = y + 4.0;
}

fn label_width(chart: &Bars, canvas: &Canvas<'_>) -> f32 {
    let widest = chart.categories.iter().map(|name| canvas.measure(name, 9.2)).fold(0.0, f32::max) + 10.0;
    widest.min(canvas.width() * 0.36)
}

fn name_lines(canvas: &mut Canvas<'_>, lines: &[String], labels: f32, y: f32, tall: f32) {
    let first = y + (tall - lines.len() as f32 * 11.0) / 2.0 + 8.6;
    for (nth, line) in lines.iter().enumerate() {
        canvas.words(line, labels - 8.0, first + nth as f32 * 11.0, 9.2, INK, Anchor::End);
    }
}
