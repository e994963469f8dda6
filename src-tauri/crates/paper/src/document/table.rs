//! Tables: caption, named columns, rows. Widths, splitting over pages and repeated heads are the layout's business.

use super::Inlines;

/// A table. Caption and column names are required: a reader who cannot see the page needs them.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: Inlines,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Printed on landscape pages.
    pub wide: bool,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name.
    pub head: Inlines,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// Smallest width in points (1/72 inch); 0 lets the content decide.
    pub min_width: f32,
    /// Whether its cells name their row.
    pub row_header: bool,
}

/// What the cells of a column hold; decides alignment and hyphenation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, flush left.
    Text,
    /// Numbers, flush right, never broken.
    Number,
    /// Dates, times and codes: flush left, never broken at a hyphen.
    Code,
    /// One mark or sign, centred.
    Mark,
    /// Empty room to write in.
    Blank,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its cells; missing ones at the end are printed empty.
    pub cells: Vec<Cell>,
    /// What kind of row.
    pub kind: RowKind,
    /// Smallest height in points, such as room to sign; 0 lets the content decide.
    pub min_height: f32,
}

/// The kinds of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// An ordinary row.
    Body,
    /// Title of the rows below it; usually one cell over all columns.
    Group,
    /// Sum of the rows above it.
    Total,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its text.
    pub content: Inlines,
    /// Over how many columns it goes.
    pub span: usize,
}

impl Table {
    /// A table without columns and rows.
    pub fn new(caption: impl Into<Inlines>) -> Self {
        Table { caption: caption.into(), columns: Vec::new(), rows: Vec::new(), wide: false }
    }

    /// The table with one more column.
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    /// The table with one more row.
    pub fn row<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.add(cells);
        self
    }

    /// The table with a row of sums.
    pub fn total<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.rows.push(Row { kind: RowKind::Total, ..Row::new(cells) });
        self
    }

    /// The table with the title of a group of rows.
    pub fn group(mut self, title: impl Into<Inlines>) -> Self {
        let span = self.columns.len().max(1);
        self.rows.push(Row { kind: RowKind::Group, ..Row::new([Cell { content: title.into(), span }]) });
        self
    }

    /// The table on landscape pages.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Adds one row to a table that grows in a loop.
    pub fn add<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(Row::new(cells));
    }
}

impl Column {
    /// A column of words.
    pub fn text(head: impl Into<Inlines>) -> Self {
        Column::new(ColumnKind::Text, head)
    }

    /// A column of numbers.
    pub fn number(head: impl Into<Inlines>) -> Self {
        Column::new(ColumnKind::Number, head)
    }

    /// A column of dates, times or codes.
    pub fn code(head: impl Into<Inlines>) -> Self {
        Column::new(ColumnKind::Code, head)
    }

    /// A column of marks.
    pub fn mark(head: impl Into<Inlines>) -> Self {
        Column::new(ColumnKind::Mark, head)
    }

    /// A column of empty room to write in, at least so many points wide.
    pub fn blank(head: impl Into<Inlines>, min_width: f32) -> Self {
        Column::new(ColumnKind::Blank, head).min(min_width)
    }

    /// The column whose cells name their rows.
    pub fn header(mut self) -> Self {
        self.row_header = true;
        self
    }

    /// The column at least so many points wide.
    pub fn min(mut self, points: f32) -> Self {
        self.min_width = points;
        self
    }

    fn new(kind: ColumnKind, head: impl Into<Inlines>) -> Self {
        Column { head: head.into(), kind, min_width: 0.0, row_header: false }
    }
}

impl Row {
    /// An ordinary row.
    pub fn new<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Self {
        Row { cells: cells.into_iter().map(Into::into).collect(), kind: RowKind::Body, min_height: 0.0 }
    }

    /// The row at least so many points high.
    pub fn height(mut self, points: f32) -> Self {
        self.min_height = points;
        self
    }
}

impl Cell {
    /// A cell over several columns.
    pub fn over(span: usize, content: impl Into<Inlines>) -> Self {
        Cell { content: content.into(), span }
    }
}

impl<T: Into<Inlines>> From<T> for Cell {
    fn from(content: T) -> Self {
        Cell { content: content.into(), span: 1 }
    }
}
