//! Tables down the pages: the head comes again on every page, rows stay whole unless they are taller than a good part
//! of one, cells may go over columns.

use std::{collections::VecDeque, mem::take};

use super::Flow;
use super::columns::PAD;
use super::inline::Spans;
use super::paragraph::{BASELINE, Par};
use super::theme::{ACCENT, INK, RULE, SOFT, TINT, WHITE, ZEBRA};
use crate::Warning;
use crate::document::{ColumnKind, Design, Row, RowKind, Table};
use crate::page::{NodeId, Place};
use crate::text::{Align, Breaking, Color, Line, Style, break_lines};

struct SetCell {
    x: f32,
    columns: usize,
    spans: Spans,
    lines: Vec<Line>,
    node: Option<NodeId>,
}

struct SetRow {
    cells: Vec<SetCell>,
    height: f32,
    ground: Option<Color>,
    /// Made to be written in: its words stand in the middle, and its cells have edges.
    roomy: bool,
}

/// Rows up to which a table is short, and the part of a page up to which it stays whole: what is taller would leave half
/// a page empty above it.
const SHORT: usize = 12;
const WHOLE: f32 = 0.35;
/// How far rows to sign in may be squeezed so that a day's list stays on its page.
const LEAST_SQUEEZE: f32 = 0.7;

impl Flow<'_> {
    pub(crate) fn table(&mut self, table: &Table) {
        let (widths, tight) = self.column_widths(table);
        if tight {
            self.warnings.push(Warning::TightTable { caption: table.caption.plain() });
        }
        let node = self.open("Table");
        let (body, par) = self.body();
        let caption = Style { face: 1, size: self.theme.table, color: INK, ..body };
        self.space(4.0);
        let heads =
            table.columns.iter().map(|column| self.spans(&column.head.0, head_style(self.theme.table))).collect();
        let mut head = self.head(table, &widths, heads);
        self.squeeze_rows(table, head.height);
        // A short table is read at one glance: it stays on one page.
        let short: Vec<SetRow> = match table.rows.len() {
            0..=SHORT => table.rows.iter().map(|row| self.set_row(table, row, &widths, None)).collect(),
            _ => Vec::new(),
        };
        let whole: f32 = short.iter().map(|row| row.height).sum();
        let first =
            if !short.is_empty() && whole < self.page_room() * WHOLE { whole } else { self.begins(table, &widths) };
        let above = Par {
            leading: self.theme.table_leading + 1.0,
            after: 5.0,
            keep: 5.0 + head.height + first,
            hyphen: None,
            ..par
        };
        self.paragraph("Caption", &table.caption, caption, above);
        let group = self.paper.node(node, "THead");
        let row = self.paper.node(group, "TR");
        for cell in &mut head.cells {
            let header = self.paper.node(row, "TH");
            self.paper.more(header).scope = Some("Column");
            cell.node = Some(header);
        }
        self.draw_whole(&mut head);
        let rows = self.paper.node(node, "TBody");
        let mut ahead = VecDeque::from(short);
        let mut zebra = false;
        for (nth, row) in table.rows.iter().enumerate() {
            zebra = row.kind == RowKind::Body && !zebra;
            let ground = match row.kind {
                RowKind::Body => (!zebra).then_some(ZEBRA),
                RowKind::Group | RowKind::Total => Some(TINT),
            };
            let mut set = match ahead.pop_front() {
                Some(set) => SetRow { ground, ..set },
                None => self.set_row(table, row, &widths, ground),
            };
            let notes: Vec<u32> = set.cells.iter().flat_map(|cell| cell.spans.notes.iter().copied()).collect();
            // A group's title stays with its first row, and the last row is not left alone.
            let mut bound = 0;
            while let [above, next, rest @ ..] = &table.rows[nth + bound..]
                && (above.kind == RowKind::Group || rest.is_empty())
            {
                if ahead.len() == bound {
                    let next = self.set_row(table, next, &widths, None);
                    ahead.push_back(next);
                }
                bound += 1;
            }
            let follows: f32 = ahead.iter().take(bound).map(|row| row.height).sum();
            let follows = follows.min(self.page_room() * 0.4);
            let tall = set.height > self.page_room() * 0.45;
            let wanted = set.height + follows + self.notes_room(&notes);
            if self.room() < wanted && (!tall || self.room() < self.row_height(4)) {
                self.continue_table(table, &widths);
            }
            self.take_notes(&notes);
            self.tag_row(table, row, rows, &mut set);
            while set.height > self.room() + 0.5 && set.cells.iter().any(|cell| cell.lines.len() > 1) {
                let Some(mut part) = self.split(&mut set) else { break };
                self.draw_whole(&mut part);
                self.continue_table(table, &widths);
            }
            self.draw_whole(&mut set);
        }
        self.divide();
        self.parents.pop();
        self.y -= 12.0;
    }

    /// Attendance lists fill a page and no more: rows to sign in give way, as far as one can still sign.
    fn squeeze_rows(&mut self, table: &Table, head: f32) {
        self.squeeze = 1.0;
        let wanted: f32 = table.rows.iter().map(|row| row.min_height.max(self.row_height(1))).sum();
        let funding = self.document.front.funding.as_ref().map_or(0.0, |funding| self.funding_height(funding) + 30.0);
        let room = self.room() - head - self.theme.table_leading * 2.0 - 8.0 - funding;
        if self.document.design == Design::SignInSheet && wanted > room && wanted * LEAST_SQUEEZE <= room {
            self.squeeze = room / wanted;
        }
    }

    /// About how high a table is that stays on one page, with its caption; for longer ones what its beginning needs.
    pub(crate) fn table_lead(&self, table: &Table) -> f32 {
        let above = self.theme.table_leading + 10.0 + self.row_height(2);
        let (widths, _) = self.column_widths(table);
        if table.rows.len() <= SHORT {
            let rows: f32 = table.rows.iter().map(|row| self.about(row, &widths)).sum();
            if rows < self.page_room() * WHOLE {
                return above + rows;
            }
        }
        above + self.begins(table, &widths)
    }

    /// About how high the two rows are with which a table begins: less of it does not stand at the end of a page.
    fn begins(&self, table: &Table, widths: &[f32]) -> f32 {
        let rows: f32 = table.rows.iter().take(2).map(|row| self.about(row, widths)).sum();
        rows.min(self.page_room() * 0.4)
    }

    /// About how high a row is.
    fn about(&self, row: &Row, widths: &[f32]) -> f32 {
        let mut at = 0;
        let mut lines = 1;
        for cell in &row.cells {
            let columns = cell.span.max(1);
            let width = widths.iter().skip(at).take(columns).sum();
            lines = lines.max(super::columns::lines(self.line_width(&cell.content.0), width) as usize);
            at += columns;
        }
        self.row_height(lines).max(row.min_height)
    }

    fn row_height(&self, lines: usize) -> f32 {
        lines.max(1) as f32 * self.theme.table_leading + 2.0 * self.theme.cell
    }

    fn head(&mut self, table: &Table, widths: &[f32], heads: Vec<Spans>) -> SetRow {
        let mut cells = Vec::with_capacity(table.columns.len());
        let (mut x, mut lines) = (0.0, 1);
        for ((column, width), spans) in table.columns.iter().zip(widths).zip(heads) {
            let breaking = Breaking { width: width - 2.0 * PAD, align: align(column.kind), hyphen: Some(3000.0) };
            let set = break_lines(self.paper.shaper, &spans.list, breaking);
            lines = lines.max(set.len());
            cells.push(SetCell { x, columns: 1, spans, lines: set, node: None });
            x += width;
        }
        SetRow { cells, height: self.row_height(lines), ground: Some(ACCENT), roomy: false }
    }

    fn set_row(&mut self, table: &Table, row: &Row, widths: &[f32], ground: Option<Color>) -> SetRow {
        let mut cells = Vec::with_capacity(row.cells.len());
        let (mut at, mut x, mut lines) = (0, 0.0, 1);
        for cell in &row.cells {
            if at >= widths.len() {
                break;
            }
            let columns = cell.span.clamp(1, widths.len() - at);
            let width: f32 = widths[at..at + columns].iter().sum();
            let kind = if columns > 1 { ColumnKind::Text } else { table.columns[at].kind };
            let strong = row.kind != RowKind::Body || table.columns[at].row_header;
            let color = if row.kind == RowKind::Group { ACCENT } else { INK };
            let style = Style::new(u8::from(strong), self.theme.table, color);
            let spans = self.spans(&cell.content.0, style);
            let hyphen = (kind == ColumnKind::Text || kind == ColumnKind::Blank).then_some(3000.0);
            let breaking = Breaking { width: width - 2.0 * PAD, align: align(kind), hyphen };
            let set = break_lines(self.paper.shaper, &spans.list, breaking);
            lines = lines.max(set.len());
            cells.push(SetCell { x, columns, spans, lines: set, node: None });
            at += columns;
            x += width;
        }
        while at < widths.len() {
            cells.push(SetCell { x, columns: 1, spans: Spans::default(), lines: Vec::new(), node: None });
            x += widths[at];
            at += 1;
        }
        let needed = self.row_height(lines);
        let height = needed.max(row.min_height * self.squeeze);
        SetRow { cells, height, ground, roomy: row.min_height > 0.0 }
    }

    /// Structure elements of a row; notes are read at the end of their cell.
    fn tag_row(&mut self, table: &Table, row: &Row, rows: NodeId, set: &mut SetRow) {
        let tr = self.paper.node(rows, "TR");
        let mut at = 0;
        for cell in &mut set.cells {
            let titles = table.columns.get(at).is_some_and(|column| column.row_header);
            let header = titles && names_rows(table) && !cell.lines.is_empty() && row.kind != RowKind::Group;
            let node = self.paper.node(tr, if header { "TH" } else { "TD" });
            if header {
                self.paper.more(node).scope = Some("Row");
            }
            if cell.columns > 1 {
                self.paper.more(node).column_span = Some(cell.columns);
            }
            cell.node = Some(node);
            at += cell.columns;
        }
    }

    /// The upper part of a row that does not fit, as many lines as the page takes; the rest stays in `set`.
    fn split(&mut self, set: &mut SetRow) -> Option<SetRow> {
        let room = self.room().min(self.page_room());
        let fitting = ((room - 2.0 * self.theme.cell) / self.theme.table_leading).floor() as usize;
        if fitting == 0 {
            return None;
        }
        let mut upper =
            SetRow { cells: Vec::with_capacity(set.cells.len()), height: room, ground: set.ground, roomy: false };
        let mut longest = 1;
        for cell in &mut set.cells {
            let rest = if cell.lines.len() > fitting { cell.lines.split_off(fitting) } else { Vec::new() };
            let lines = std::mem::replace(&mut cell.lines, rest);
            longest = longest.max(cell.lines.len());
            // Links that were begun in the upper part go on in the lower one, so both share them.
            let spans = Spans { list: cell.spans.list.clone(), links: take(&mut cell.spans.links), notes: Vec::new() };
            upper.cells.push(SetCell { x: cell.x, columns: cell.columns, spans, lines, node: cell.node });
        }
        set.height = self.row_height(longest);
        for (cell, upper) in set.cells.iter_mut().zip(&mut upper.cells) {
            if !cell.lines.is_empty() {
                cell.spans.links.targets = upper.spans.links.targets.clone();
            }
        }
        Some(upper)
    }

    /// The head again at the top of a new page, as decoration: readers have it from the table's structure.
    fn continue_table(&mut self, table: &Table, widths: &[f32]) {
        self.divide();
        self.new_page();
        let line = self.document.wording.continued.replace("{caption}", &Self::plain_heading(&table.caption));
        if !line.is_empty() {
            let style = Style::new(2, self.theme.table, SOFT);
            self.y -= self.theme.table_leading;
            let (left, y, width) = (self.left, self.y, self.width);
            self.paper.running("Header");
            self.paper.label(&line, style, self.language, (left, y + 3.0), width, Align::Left);
            self.y -= 3.0;
        }
        let style = head_style(self.theme.table);
        let words = |text: String| Spans { list: self.words(&text, style, self.language), ..Spans::default() };
        let heads = table.columns.iter().map(|column| words(column.head.plain())).collect();
        let mut head = self.head(table, widths, heads);
        self.draw_whole(&mut head);
    }

    /// Draws a row at the current height.
    fn draw_whole(&mut self, row: &mut SetRow) {
        let (left, top, width) = (self.left, self.y, self.width);
        if let Some(ground) = row.ground {
            self.paper.artifact();
            self.paper.rect(left, top - row.height, width, row.height, ground);
        } else if row.roomy {
            self.paper.artifact();
            self.paper.rule((left, top), (left + width, top), 0.4, RULE);
        }
        let leading = self.theme.table_leading;
        for cell in &mut row.cells {
            if cell.node.is_none() {
                self.paper.running("Header");
            }
            let mut y = top - self.theme.cell;
            if row.roomy {
                y -= (row.height - self.row_height(cell.lines.len())) / 2.0;
            }
            for line in &cell.lines {
                y -= leading;
                let place = Place {
                    x: left + cell.x + PAD,
                    y: y + leading * BASELINE,
                    node: cell.node,
                    language: self.language,
                    links: Some(&mut cell.spans.links),
                };
                self.paper.line(line, &cell.spans.list, place);
            }
            if let Some(node) = cell.node {
                let notes = take(&mut cell.spans.notes);
                self.adopt_notes(node, &notes);
            }
        }
        if row.roomy && row.cells.iter().any(|cell| cell.node.is_some()) {
            self.grid(row);
        }
        self.y -= row.height;
    }

    /// Thin uprights between the cells of a tall row, so that one sees where to write.
    fn grid(&mut self, row: &SetRow) {
        if row.cells.iter().all(|cell| cell.lines.len() > 2 || !cell.lines.is_empty()) {
            return;
        }
        let (left, top) = (self.left, self.y);
        self.paper.artifact();
        for cell in row.cells.iter().skip(1) {
            let x = left + cell.x;
            self.paper.rule((x, top), (x, top - row.height), 0.4, RULE);
        }
    }
}

/// Whether the cells of row header columns are tagged as headers: only where they name more data than there are names,
/// else a reader program announces more headers than values.
fn names_rows(table: &Table) -> bool {
    let headers = table.columns.iter().filter(|column| column.row_header).count();
    let columns = table.columns.len();
    table.rows.len() * headers + columns <= table.rows.len() * (columns - headers)
}

fn head_style(size: f32) -> Style {
    Style::new(1, size, WHITE)
}

fn align(kind: ColumnKind) -> Align {
    match kind {
        ColumnKind::Text | ColumnKind::Code | ColumnKind::Blank => Align::Left,
        ColumnKind::Number => Align::Right,
        ColumnKind::Mark => Align::Center,
    }
}
