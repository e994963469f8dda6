//! Widths of table columns, found as CSS finds them: each column gets its longest word, the rest goes where lines would
//! else break.

use super::Flow;
use crate::document::{ColumnKind, Inline, Table};
use crate::text::clean;

/// Space left and right of the text of a cell.
pub(crate) const PAD: f32 = 5.0;

/// Widths a column can have, in points.
#[derive(Clone, Copy, Default)]
struct Bounds {
    /// Longest word.
    least: f32,
    /// Longest line.
    most: f32,
}

/// Whether dates and codes keep to one line.
#[derive(Clone, Copy, PartialEq)]
enum Codes {
    Whole,
    Broken,
}

/// A column of words narrower than this is hard to read, in points.
const NARROW: f32 = 110.0;

/// Rows that say how wide the columns of a table should be, and how often width is moved between them.
const SETTLED: usize = 80;
const MOVES: usize = 24;

impl Flow<'_> {
    /// Whether a table's longest words do not fit on an upright page side by side.
    pub(crate) fn too_wide(&self, table: &Table) -> bool {
        table.columns.len() >= 7 && {
            let needed: f32 = self.bounds(table, Codes::Whole).iter().map(|bounds| bounds.least).sum();
            needed > self.theme.page.column() && self.parents.len() == 1
        }
    }

    /// Column widths, and whether words will have to be broken anywhere.
    pub(crate) fn column_widths(&self, table: &Table) -> (Vec<f32>, bool) {
        let bounds = self.bounds(table, Codes::Whole);
        let (widths, tight) = self.share_out(table, &bounds);
        // Dates in one line are pleasant, but not at the cost of the words beside them.
        let squeezed = table
            .columns
            .iter()
            .zip(&bounds)
            .zip(&widths)
            .any(|((column, bounds), width)| column.kind == ColumnKind::Text && *width < bounds.most.min(NARROW));
        if squeezed && table.columns.iter().any(|column| column.kind == ColumnKind::Code) {
            return self.share_out(table, &self.bounds(table, Codes::Broken));
        }
        (widths, tight)
    }

    fn share_out(&self, table: &Table, bounds: &[Bounds]) -> (Vec<f32>, bool) {
        let room = self.width;
        let least: f32 = bounds.iter().map(|bounds| bounds.least).sum();
        let most: f32 = bounds.iter().map(|bounds| bounds.most).sum();
        if most <= room {
            // Empty columns to write in take what is left; else all grow alike.
            let blanks: f32 = table.columns.iter().filter(|column| column.kind == ColumnKind::Blank).count() as f32;
            let spare = room - most;
            let widths = table.columns.iter().zip(bounds).map(|(column, bounds)| {
                if blanks > 0.0 {
                    bounds.most + if column.kind == ColumnKind::Blank { spare / blanks } else { 0.0 }
                } else {
                    bounds.most + spare * bounds.most / most.max(1.0)
                }
            });
            return (widths.collect(), false);
        }
        if least >= room {
            return (cap(&bounds.iter().map(|bounds| bounds.least).collect::<Vec<_>>(), room), least > room * 1.5);
        }
        let share = |bounds: &Bounds| (bounds.most - bounds.least).max(0.0).min(room);
        let spread: f32 = bounds.iter().map(share).sum();
        let spare = room - least;
        let widths = bounds.iter().map(|bounds| bounds.least + spare * share(bounds) / spread.max(1.0)).collect();
        (self.settle(table, bounds, widths), false)
    }

    /// Moves width from column to column as long as the table becomes shorter by it: one cell of three words in a narrow
    /// column makes its row as tall as a long remark in a wide one.
    fn settle(&self, table: &Table, bounds: &[Bounds], mut widths: Vec<f32>) -> Vec<f32> {
        let rows: Vec<Vec<f32>> = table
            .rows
            .iter()
            .take(SETTLED)
            .filter(|row| row.cells.iter().all(|cell| cell.span <= 1))
            .map(|row| row.cells.iter().map(|cell| self.line_width(&cell.content.0)).collect())
            .collect();
        let mut least = height(&rows, &widths);
        for _ in 0..MOVES {
            let mut best: Option<(f32, Vec<f32>)> = None;
            for (from, to) in (0..widths.len()).flat_map(|from| (0..widths.len()).map(move |to| (from, to))) {
                for step in [8.0, 24.0] {
                    let step = f32::min(step, bounds[to].most - widths[to]);
                    if from == to || step < 1.0 || widths[from] - step < bounds[from].least {
                        continue;
                    }
                    let mut tried = widths.clone();
                    tried[from] -= step;
                    tried[to] += step;
                    let height = height(&rows, &tried);
                    if height < best.as_ref().map_or(least, |best| best.0) {
                        best = Some((height, tried));
                    }
                }
            }
            let Some((height, found)) = best else { break };
            (least, widths) = (height, found);
        }
        widths
    }

    fn bounds(&self, table: &Table, codes: Codes) -> Vec<Bounds> {
        let mut bounds = vec![Bounds::default(); table.columns.len()];
        for (column, bounds) in table.columns.iter().zip(&mut bounds) {
            self.measure(&column.head.0, 1, true, bounds);
        }
        let bold = table.columns.iter().map(|column| u8::from(column.row_header)).collect::<Vec<_>>();
        for row in &table.rows {
            let mut at = 0;
            for cell in &row.cells {
                if cell.span <= 1 && at < bounds.len() {
                    let kind = table.columns[at].kind;
                    let breakable = matches!(kind, ColumnKind::Text | ColumnKind::Blank)
                        || (kind == ColumnKind::Code && codes == Codes::Broken);
                    let face = if row.kind == crate::document::RowKind::Total { 1 } else { bold[at] };
                    self.measure(&cell.content.0, face, breakable, &mut bounds[at]);
                }
                at += cell.span.max(1);
            }
        }
        for (column, bounds) in table.columns.iter().zip(&mut bounds) {
            bounds.least = (bounds.least + 2.0 * PAD + 0.5).max(column.min_width);
            bounds.most = (bounds.most + 2.0 * PAD + 0.5).max(bounds.least);
        }
        bounds
    }

    /// Width of a text in one line, in the size of tables.
    pub(crate) fn line_width(&self, pieces: &[Inline]) -> f32 {
        let (mut least, mut line) = (0.0, 0.0);
        self.measure_into(pieces, 1, self.theme.table, &mut least, &mut line);
        line
    }

    fn measure(&self, pieces: &[Inline], face: u8, breakable: bool, bounds: &mut Bounds) {
        let size = self.theme.table;
        let (mut least, mut line) = (0f32, 0f32);
        self.measure_into(pieces, face, size, &mut least, &mut line);
        bounds.least = bounds.least.max(if breakable { least } else { line.min(self.width * 0.3).max(least) });
        bounds.most = bounds.most.max(line);
    }

    fn measure_into(&self, pieces: &[Inline], face: u8, size: f32, least: &mut f32, line: &mut f32) {
        let shaper = self.paper.shaper;
        let blank = shaper.word(face, self.language, " ", false).width(size);
        for piece in pieces {
            match piece {
                Inline::Text(words) => {
                    let cleaned;
                    let words = if words.bytes().any(|byte| byte < b' ') {
                        cleaned = clean(words);
                        cleaned.as_str()
                    } else {
                        words.as_str()
                    };
                    for (nth, word) in words.split([' ', '\n']).enumerate() {
                        let width = if word.is_empty() {
                            0.0
                        } else {
                            shaper.word(face, self.language, word, false).width(size)
                        };
                        *least = least.max(width);
                        *line += width + if nth > 0 { blank } else { 0.0 };
                    }
                }
                Inline::Strong(content) => self.measure_into(content, face | 1, size, least, line),
                Inline::Emphasis(content) => self.measure_into(content, face | 2, size, least, line),
                Inline::Link { content, .. } | Inline::Language { content, .. } => {
                    self.measure_into(content, face, size, least, line);
                }
                Inline::Rating(rating) => {
                    let mut words = 0.0;
                    self.measure_into(&[Inline::Text(rating.label.clone())], face, size, least, &mut words);
                    *least += blank + size * 1.4;
                    *line += words + blank + size * 1.4;
                }
                Inline::Footnote(_) => *line += size * 0.8,
            }
        }
    }
}

/// How many lines rows of texts so long have together in columns so wide.
fn height(rows: &[Vec<f32>], widths: &[f32]) -> f32 {
    let tallest = |row: &Vec<f32>| row.iter().zip(widths).map(|(text, width)| lines(*text, *width)).fold(1.0, f32::max);
    rows.iter().map(tallest).sum()
}

/// About how many lines a text has in a column: words leave the end of a line empty.
pub(crate) fn lines(text: f32, width: f32) -> f32 {
    let column = (width - 2.0 * PAD).max(8.0);
    if text <= column { 1.0 } else { (text * 1.12 / column).ceil() }
}

/// Narrow columns keep what they need, wide ones share what is left.
fn cap(wanted: &[f32], room: f32) -> Vec<f32> {
    let mut sorted = wanted.to_vec();
    sorted.sort_by(f32::total_cmp);
    let (mut left, mut limit) = (room, room);
    for (nth, width) in sorted.iter().enumerate() {
        limit = left / (sorted.len() - nth) as f32;
        if *width > limit {
            break;
        }
        left -= width;
    }
    wanted.iter().map(|width| width.min(limit)).collect()
}
