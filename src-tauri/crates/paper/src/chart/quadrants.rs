//! Four fields with a title and a few statements each, such as a SWOT. Words only: what weighs more stands first and has
//! more dots, so that no colour is needed to read it.

use super::Quadrants;
use super::drawing::{ACCENT, Anchor, Canvas, GRID, INK, Ink, SOFT};

const GAP: f32 = 8.0;
const PAD: f32 = 8.0;
const LINE: f32 = 11.2;

pub(crate) fn draw(chart: &Quadrants, canvas: &mut Canvas<'_>) {
    let width = (canvas.width() - GAP) / 2.0;
    let mut y = 2.0;
    for row in chart.fields.chunks(2) {
        let tall = row.iter().map(|field| height(field.statements.iter(), canvas, width)).fold(0.0, f32::max);
        for (column, field) in row.iter().enumerate() {
            let x = column as f32 * (width + GAP);
            canvas.rect(x, y, width, tall, [247, 249, 251]);
            let edge = Ink { color: GRID, width: 0.8, dash: 0.0 };
            canvas.polygon(vec![(x, y), (x + width, y), (x + width, y + tall), (x, y + tall)], None, Some(edge));
            canvas.rect(x, y, 3.0, tall, ACCENT);
            canvas.bold(&field.title, x + PAD + 3.0, y + 15.0, 10.5, ACCENT, Anchor::Start);
            let mut line_y = y + 32.0;
            for statement in &field.statements {
                for nth in 0..statement.weight {
                    canvas.circle(x + PAD + 5.0 + nth as f32 * 6.0, line_y - 3.0, 2.2, Some(SOFT), None);
                }
                for line in canvas.wrap(&statement.words, 9.2, width - 2.0 * PAD - INDENT) {
                    canvas.words(&line, x + PAD + INDENT, line_y, 9.2, INK, Anchor::Start);
                    line_y += LINE;
                }
                line_y += 4.0;
            }
        }
        y += tall + GAP;
    }
    canvas.drawing.height = y - GAP + 4.0;
}

/// Room for three dots before a statement.
const INDENT: f32 = 24.0;

fn height<'s>(statements: impl Iterator<Item = &'s super::Statement>, canvas: &Canvas<'_>, width: f32) -> f32 {
    let lines = |statement: &super::Statement| canvas.wrap(&statement.words, 9.2, width - 2.0 * PAD - INDENT).len();
    statements.fold(32.0, |tall, statement| tall + lines(statement) as f32 * LINE + 4.0).max(60.0)
}
