//! Charts from one specification. A chart is worked out once as a [`Drawing`] (rectangles, lines, circles, words in
//! points) that the page and the window's SVG are both made from, so what the officer sees is what is printed.
//!
//! Why own drawing: the chart libraries in the registry were weighed against it. `plotters` draws onto backends with
//! its own text model (one anchor and an estimated width a label), has no diverging or bullet bars and no patterns, and
//! its SVG carries style attributes that a strict content security policy refuses. `charts-rs` makes finished SVG
//! strings with fonts and measures of its own; printing them would need a second SVG renderer whose words are shapes,
//! no longer text. `charming` hands the work to ECharts in a JavaScript engine. None of them breaks labels with the
//! document's shaping and hyphenation, and none keeps a chart readable in black and white. The shapes needed here are
//! few (bars, lines, circles, words), so each kind is one file of plain arithmetic on the same text engine as the page.
//!
//! Deliberately not here: colours of the page, captions, numbers of figures. Values that are missing stay missing: they
//! are neither drawn nor counted as zero.

mod axis;
mod bars;
mod bullet;
mod data;
mod drawing;
mod heat;
mod lines;
mod map;
mod places;
mod quadrants;
mod svg;
mod timeline;

use chrono::NaiveDate;

use crate::document::{Tone, Wording};
use crate::text::Shaper;
use drawing::Canvas;

pub(crate) use drawing::{Anchor, Drawing, Ink, Shape};
pub(crate) use svg::{escape, write as write_svg};

/// A chart: one of the kinds with its values.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Bars, upright or lying, side by side, stacked or diverging.
    Bars(Bars),
    /// Lines over periods, with targets.
    Lines(Lines),
    /// Bars and milestones over days (Gantt).
    Timeline(Timeline),
    /// A table of shaded cells, each with its letter or number.
    Heat(Heat),
    /// Baseline, actual and target of several indicators.
    Bullets(Bullets),
    /// Points on two scales, such as influence and interest.
    Map(Map),
    /// Places on the map of Europe.
    Places(Places),
    /// Four fields of statements, such as a SWOT.
    Quadrants(Quadrants),
}

/// A named row of values, one for each category.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Its values; `None` is "not known".
    pub values: Vec<Option<f64>>,
}

/// Bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What each group of bars stands for.
    pub categories: Vec<String>,
    /// The values.
    pub series: Vec<Series>,
    /// Direction and stacking.
    pub arrangement: Arrangement,
    /// Written after each value, such as " %"; may be empty.
    pub unit: String,
}

/// Direction and stacking of bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Upright, series side by side.
    Vertical,
    /// Lying, series below one another; best for long names.
    Horizontal,
    /// Upright, series on top of one another.
    Stacked,
    /// Lying, series one after another.
    StackedHorizontal,
    /// Lying, left and right of a zero line; the first half of the series goes left.
    Diverging,
}

/// Lines over periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The periods.
    pub periods: Vec<String>,
    /// The values; a missing one breaks the line.
    pub series: Vec<Series>,
    /// Horizontal lines to be reached.
    pub targets: Vec<TargetLine>,
    /// Written after each value; may be empty.
    pub unit: String,
}

/// A value to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: f64,
}

/// Bars and milestones over days.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// First day shown.
    pub from: NaiveDate,
    /// Last day shown.
    pub to: NaiveDate,
    /// Days named on the scale, with the words for them.
    pub ticks: Vec<(NaiveDate, String)>,
    /// The bars and milestones, top to bottom.
    pub rows: Vec<TimelineRow>,
    /// The day of the report with its words, drawn as a line.
    pub today: Option<(NaiveDate, String)>,
    /// What the thin outline and the full bar stand for, where rows have both.
    pub legend: Option<(String, String)>,
}

/// One row of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    /// What happens.
    pub label: String,
    /// The days as the reader's language writes them; used beside the bar and in the data table.
    pub dates: (String, String),
    /// First day.
    pub start: NaiveDate,
    /// Last day; the same as the first for a milestone.
    pub end: NaiveDate,
    /// How far it is, 0 to 1; `None` draws a plain bar.
    pub done: Option<f64>,
    /// First and last day as they were planned, drawn as an outline below the bar; `None` where nothing else was
    /// planned.
    pub planned: Option<(NaiveDate, NaiveDate)>,
}

/// A table of shaded cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<HeatRow>,
    /// What the tones or steps mean, in the order of the legend.
    pub legend: Vec<HeatCell>,
}

/// One row of a heat table.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// Its cells; `None` is "not known".
    pub cells: Vec<Option<HeatCell>>,
}

/// One cell of a heat table.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// How it is shaded.
    pub shade: Shade,
    /// The letter or number in it.
    pub mark: String,
    /// What it means in words.
    pub label: String,
}

/// How a cell is shaded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shade {
    /// By tone (green, amber, red, grey).
    Tone(Tone),
    /// By strength, 0 (light) to 1 (dark).
    Strength(f64),
}

/// Baseline, actual and target of several indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullets {
    /// The indicators.
    pub rows: Vec<Bullet>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// Its name.
    pub label: String,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it is.
    pub actual: Option<f64>,
    /// Where it should be.
    pub target: Option<f64>,
    /// Written after each value; may be empty.
    pub unit: String,
}

/// Points on two scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Name of the horizontal scale.
    pub across: String,
    /// Name of the vertical scale.
    pub up: String,
    /// Words for the low and the high end of both scales.
    pub ends: (String, String),
    /// Names of the quarters: top left, top right, bottom left, bottom right; empty for none.
    pub quarters: [String; 4],
    /// The points.
    pub points: Vec<MapPoint>,
}

/// One point.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// Who or what.
    pub label: String,
    /// Place on the horizontal scale, 0 to 1.
    pub across: f64,
    /// Place on the vertical scale, 0 to 1.
    pub up: f64,
    /// The places in words, for the data table.
    pub words: (String, String),
}

/// Places on the map of Europe.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// Names of the states that places can be in, at most three.
    pub states: Vec<String>,
    /// What the table calls where a place is.
    pub whereabouts: String,
    /// What the table calls its state.
    pub state: String,
    /// The places.
    pub points: Vec<Place>,
}

/// One place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Who or what.
    pub label: String,
    /// Where it is in words, for the data table.
    pub words: String,
    /// Where it is in the window of [`crate::europe`].
    pub place: (f64, f64),
    /// Which of the states it is in.
    pub state: usize,
}

/// Four fields of statements: top left, top right, bottom left, bottom right.
#[derive(Clone, Debug, PartialEq)]
pub struct Quadrants {
    /// The fields.
    pub fields: [Quadrant; 4],
}

/// One field of statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Quadrant {
    /// Its title.
    pub title: String,
    /// Its statements.
    pub statements: Vec<Statement>,
}

/// One statement in a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it says.
    pub words: String,
    /// How much it weighs, 0 to 3: so many dots stand before it.
    pub weight: u32,
}

impl Series {
    /// A named row of known values.
    pub fn new(name: impl Into<String>, values: impl IntoIterator<Item = f64>) -> Self {
        Series { name: name.into(), values: values.into_iter().map(Some).collect() }
    }
}

impl Bars {
    /// Bars with one series.
    pub fn simple(arrangement: Arrangement, bars: impl IntoIterator<Item = (String, f64)>) -> Self {
        let (categories, values): (Vec<_>, Vec<_>) = bars.into_iter().unzip();
        Bars { categories, series: vec![Series::new("", values)], arrangement, unit: String::new() }
    }
}

macro_rules! chart_from {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Chart {
            fn from(chart: $kind) -> Self {
                Chart::$kind(chart)
            }
        }
    )*};
}
chart_from!(Bars, Lines, Timeline, Heat, Bullets, Map, Places, Quadrants);

impl Chart {
    /// The chart's values as a table, for readers who want numbers and for those who cannot see the drawing.
    pub fn data_table(&self, caption: &str, wording: &Wording) -> crate::document::Table {
        data::table(self, caption, wording)
    }

    /// The chart's values in one line of text.
    pub fn data_text(&self, wording: &Wording) -> String {
        data::text(self, wording)
    }

    /// The drawing at a width in points.
    pub(crate) fn draw(&self, width: f32, wording: &Wording, shaper: &Shaper, language: u8) -> Drawing {
        let mut canvas = Canvas::new(width, shaper, language);
        match self {
            Chart::Bars(chart) => bars::draw(chart, wording, &mut canvas),
            Chart::Lines(chart) => lines::draw(chart, wording, &mut canvas),
            Chart::Timeline(chart) => timeline::draw(chart, &mut canvas),
            Chart::Heat(chart) => heat::draw(chart, &mut canvas),
            Chart::Bullets(chart) => bullet::draw(chart, wording, &mut canvas),
            Chart::Map(chart) => map::draw(chart, &mut canvas),
            Chart::Places(chart) => places::draw(chart, &mut canvas),
            Chart::Quadrants(chart) => quadrants::draw(chart, &mut canvas),
        }
        canvas.drawing
    }
}
