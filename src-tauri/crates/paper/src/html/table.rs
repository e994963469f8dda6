//! Tables as HTML: real tables, with what each cell needs to be read aloud. Nothing of a figure or a list.

use super::Page;
use crate::{
    chart::escape,
    document::{Cell, ColumnKind, Row, RowKind, Table},
};

impl Page<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        // A table wider than the window scrolls by itself; the keyboard can reach it.
        let caption = escape(&table.caption.plain());
        self.push(format_args!(
            "<div class=\"paper-scroll\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table class=\"paper-table\"><caption>"
        ));
        self.inlines(&table.caption.0);
        self.out.push_str("</caption><thead><tr>");
        for column in &table.columns {
            self.push(format_args!("<th scope=\"col\"{}>", class(column.kind)));
            self.inlines(&column.head.0);
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            self.row(table, row);
        }
        self.out.push_str("</tbody></table></div>");
    }

    fn row(&mut self, table: &Table, row: &Row) {
        self.out.push_str(match row.kind {
            RowKind::Body => "<tr>",
            RowKind::Group => "<tr class=\"paper-group\">",
            RowKind::Total => "<tr class=\"paper-total\">",
        });
        let mut at = 0;
        for cell in &row.cells {
            let Some(column) = table.columns.get(at) else { break };
            let span = cell.span.clamp(1, table.columns.len() - at);
            let header = (column.row_header && !cell.content.is_empty()) || row.kind == RowKind::Group;
            self.cell(cell, header, span, if span > 1 { ColumnKind::Text } else { column.kind });
            at += span;
        }
        while at < table.columns.len() {
            self.out.push_str("<td></td>");
            at += 1;
        }
        self.out.push_str("</tr>");
    }

    fn cell(&mut self, cell: &Cell, header: bool, span: usize, kind: ColumnKind) {
        let tag = if header { "th" } else { "td" };
        let scope = if header { " scope=\"row\"" } else { "" };
        let over = if span > 1 { format!(" colspan=\"{span}\"") } else { String::new() };
        self.push(format_args!("<{tag}{scope}{over}{}>", class(kind)));
        self.inlines(&cell.content.0);
        self.push(format_args!("</{tag}>"));
    }
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text | ColumnKind::Blank => "",
        ColumnKind::Number => " class=\"paper-number\"",
        ColumnKind::Code => " class=\"paper-code\"",
        ColumnKind::Mark => " class=\"paper-cell-mark\"",
    }
}
