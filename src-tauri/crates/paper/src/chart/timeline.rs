//! Bars and milestones over days. The dates stand beside each bar, so that nobody has to read them off the scale.

use chrono::NaiveDate;

use super::Timeline;
use super::drawing::{ACCENT, Anchor, Canvas, GRID, INK, Ink, SOFT, WHITE};
use crate::text::Color;

const ROW: f32 = 19.0;
/// Height of a row that shows its plan as well, and how far its two bars stand from the row's middle.
const TALL: f32 = 25.0;
const APART: f32 = 4.6;
/// Ground of every other row.
const BAND: Color = [245, 247, 250];

pub(crate) fn draw(chart: &Timeline, canvas: &mut Canvas<'_>) {
    let days = (chart.to - chart.from).num_days().max(1) as f32;
    let widest = chart.rows.iter().map(|row| canvas.measure(&row.label, 9.0)).fold(0.0, f32::max) + 10.0;
    let labels = widest.min(canvas.width() * 0.34);
    let plot = canvas.width() - labels;
    let x_of = |day: NaiveDate| labels + plot * ((day - chart.from).num_days() as f32 / days).clamp(0.0, 1.0);
    let head = if chart.today.is_some() { 27.0 } else { 15.0 };
    let mut heights = Vec::with_capacity(chart.rows.len());
    let mut names = Vec::with_capacity(chart.rows.len());
    for row in &chart.rows {
        let lines = canvas.wrap(&row.label, 9.0, labels - 10.0);
        heights.push((lines.len() as f32 * 10.8 + 7.0).max(if row.planned.is_some() { TALL } else { ROW }));
        names.push(lines);
    }
    let bottom = head + heights.iter().sum::<f32>();
    let mut band = head;
    for (nth, tall) in heights.iter().enumerate() {
        if nth % 2 == 0 {
            canvas.rect(0.0, band, canvas.width(), *tall, BAND);
        }
        band += tall;
    }
    let mut free = f32::MIN;
    for (day, name) in &chart.ticks {
        let x = x_of(*day);
        canvas.line((x, head - 3.0), (x, bottom), GRID, 0.6);
        let wide = canvas.measure(name, 8.3);
        let from = x.min(canvas.width() - wide);
        if from > free {
            canvas.words(name, from, head - 6.0, 8.3, SOFT, Anchor::Start);
            free = from + wide + 5.0;
        }
    }
    if let Some((day, name)) = &chart.today
        && (chart.from..=chart.to).contains(day)
    {
        let x = x_of(*day);
        canvas.path(vec![(x, 11.0), (x, bottom)], [165, 60, 20], 1.1, 3.0);
        let wide = canvas.measure(name, 8.3) * 1.06;
        let at = (x - wide / 2.0).clamp(0.0, canvas.width() - wide);
        canvas.bold(name, at, 8.0, 8.3, [150, 50, 15], Anchor::Start);
    }
    let mut y = head;
    // The row's text stands in its middle, the bars around it: what is now above, what was planned below.
    for (nth, ((row, lines), tall)) in chart.rows.iter().zip(&names).zip(&heights).enumerate() {
        let ground = if nth % 2 == 0 { BAND } else { WHITE };
        let middle = y + tall / 2.0;
        for (nth, line) in lines.iter().enumerate() {
            let base = middle - lines.len() as f32 * 5.4 + 8.4 + nth as f32 * 10.8;
            canvas.words(line, 0.0, base, 9.0, INK, Anchor::Start);
        }
        let edge = Ink { color: ACCENT, width: 0.9, dash: 0.0 };
        if let Some((start, end)) = row.planned {
            outline(canvas, x_of(start), x_of(end), middle + APART, edge);
        }
        let middle = if row.planned.is_some() { middle - APART } else { middle };
        let (from, to) = (x_of(row.start.min(row.end)), x_of(row.end.max(row.start)));
        let milestone = row.start == row.end;
        let dates = if milestone { row.dates.0.clone() } else { format!("{} – {}", row.dates.0, row.dates.1) };
        let (left, right) = if milestone {
            let r = 5.4;
            let points = vec![(from, middle - r), (from + r, middle), (from, middle + r), (from - r, middle)];
            canvas.polygon(points, Some(ACCENT), None);
            (from - r, from + r)
        } else {
            let wide = (to - from).max(3.0);
            let inside = if row.done.is_some() { WHITE } else { ACCENT };
            let outline = vec![
                (from, middle - 5.0),
                (from + wide, middle - 5.0),
                (from + wide, middle + 5.0),
                (from, middle + 5.0),
            ];
            canvas.polygon(outline, Some(inside), Some(edge));
            if let Some(done) = row.done {
                canvas.rect(from, middle - 5.0, wide * done.clamp(0.0, 1.0) as f32, 10.0, ACCENT);
            }
            (from, from + wide)
        };
        let wide = canvas.measure(&dates, 8.0) + 6.0;
        if right + wide <= canvas.width() {
            canvas.rect(right + 3.0, middle - 5.0, wide, 10.0, ground);
            canvas.words(&dates, right + 5.0, middle + 2.8, 8.0, INK, Anchor::Start);
        } else if left - wide >= labels {
            canvas.rect(left - wide - 1.0, middle - 5.0, wide - 1.0, 10.0, ground);
            canvas.words(&dates, left - 5.0, middle + 2.8, 8.0, INK, Anchor::End);
        } else {
            let x = (left + right) / 2.0;
            canvas.rect(x - wide / 2.0, middle - 4.4, wide, 9.0, WHITE);
            canvas.words(&dates, x, middle + 2.8, 8.0, INK, Anchor::Middle);
        }
        y += tall;
    }
    canvas.drawing.height = bottom + 4.0;
    if let Some((planned, now)) = &chart.legend {
        legend(canvas, (labels, bottom + 12.0), planned, now);
    }
}

/// What was planned: a hollow diamond for a day, a thin hollow bar for more.
fn outline(canvas: &mut Canvas<'_>, from: f32, to: f32, middle: f32, edge: Ink) {
    let points = if to - from < 1.0 {
        let r = 4.4;
        vec![(from, middle - r), (from + r, middle), (from, middle + r), (from - r, middle)]
    } else {
        vec![(from, middle - 2.6), (to, middle - 2.6), (to, middle + 2.6), (from, middle + 2.6)]
    };
    canvas.polygon(points, Some(WHITE), Some(edge));
}

fn legend(canvas: &mut Canvas<'_>, (mut x, y): (f32, f32), planned: &str, now: &str) {
    let edge = Ink { color: ACCENT, width: 0.9, dash: 0.0 };
    outline(canvas, x, x + 18.0, y - 3.0, edge);
    canvas.words(planned, x + 23.0, y, 8.3, SOFT, Anchor::Start);
    x += 23.0 + canvas.measure(planned, 8.3) + 16.0;
    canvas.rect(x, y - 8.0, 18.0, 10.0, ACCENT);
    canvas.words(now, x + 23.0, y, 8.3, SOFT, Anchor::Start);
    canvas.drawing.height = y + 6.0;
}
