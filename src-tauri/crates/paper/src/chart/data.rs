//! A chart's values as a table and as one line of text.

use super::{Bars, Chart, Series};
use crate::document::{Column, Table, Wording};

pub(crate) fn table(chart: &Chart, caption: &str, wording: &Wording) -> Table {
    let caption = wording.chart_data.replace("{caption}", caption);
    let item = || Column::text(wording.chart_item.as_str()).header();
    match chart {
        Chart::Bars(Bars { categories, series, unit, .. }) => {
            grid(Table::new(caption).column(item()), categories, series, unit, wording)
        }
        Chart::Lines(lines) => {
            let mut table =
                grid(Table::new(caption).column(item()), &lines.periods, &lines.series, &lines.unit, wording);
            for target in &lines.targets {
                let value = number(Some(target.value), &lines.unit, wording);
                let cells = std::iter::once(target.name.clone()).chain(lines.series.iter().map(|_| value.clone()));
                table.add(cells);
            }
            table
        }
        Chart::Timeline(timeline) => {
            let table = Table::new(caption).column(item());
            let columns = [&wording.chart_start, &wording.chart_end];
            let mut table = columns.into_iter().fold(table, |table, name| table.column(Column::code(name.as_str())));
            for row in &timeline.rows {
                table.add([row.label.clone(), row.dates.0.clone(), row.dates.1.clone()]);
            }
            table
        }
        Chart::Heat(heat) => {
            let table = Table::new(caption).column(item());
            let mut table = heat.columns.iter().fold(table, |table, name| table.column(Column::text(name.as_str())));
            for row in &heat.rows {
                let cells =
                    row.cells.iter().map(|cell| cell.as_ref().map_or("–".to_owned(), |cell| cell.label.clone()));
                table.add(std::iter::once(row.name.clone()).chain(cells));
            }
            table
        }
        Chart::Bullets(bullets) => {
            let columns = [&wording.chart_baseline, &wording.chart_actual, &wording.chart_target];
            let table = Table::new(caption).column(item());
            let mut table = columns.into_iter().fold(table, |table, name| table.column(Column::number(name.as_str())));
            for row in &bullets.rows {
                let cells = [row.baseline, row.actual, row.target].map(|value| number(value, &row.unit, wording));
                table.add(std::iter::once(row.label.clone()).chain(cells));
            }
            table
        }
        Chart::Map(map) => {
            let table = Table::new(caption).column(item());
            let columns = [&map.across, &map.up];
            let mut table = columns.into_iter().fold(table, |table, name| table.column(Column::text(name.as_str())));
            for point in &map.points {
                table.add([point.label.clone(), point.words.0.clone(), point.words.1.clone()]);
            }
            table
        }
        Chart::Places(places) => {
            let table = Table::new(caption).column(item());
            let columns = [&places.whereabouts, &places.state];
            let mut table = columns.into_iter().fold(table, |table, name| table.column(Column::text(name.as_str())));
            for point in &places.points {
                let state = places.states.get(point.state).cloned().unwrap_or_default();
                table.add([point.label.clone(), point.words.clone(), state]);
            }
            table
        }
        Chart::Quadrants(quadrants) => {
            let mut table = Table::new(caption).column(item()).column(Column::text(wording.chart_value.as_str()));
            for field in &quadrants.fields {
                let words: Vec<&str> = field.statements.iter().map(|statement| statement.words.as_str()).collect();
                table.add([field.title.clone(), words.join("; ")]);
            }
            table
        }
    }
}

/// "Row: value; value. Row: …", with the names of the columns where there are several.
pub(crate) fn text(chart: &Chart, wording: &Wording) -> String {
    let table = table(chart, "", wording);
    let names: Vec<String> = table.columns.iter().skip(1).map(|column| column.head.plain()).collect();
    let plain = names.len() == 1;
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.content.plain()).collect();
        let values = cells
            .iter()
            .skip(1)
            .zip(&names)
            .map(|(value, name)| if plain { value.clone() } else { format!("{name} {value}") });
        format!("{}: {}", cells.first().map_or("", String::as_str), values.collect::<Vec<_>>().join(", "))
    });
    let line = rows.collect::<Vec<_>>().join("; ");
    if line.is_empty() { line } else { format!("{line}.") }
}

fn grid(table: Table, items: &[String], series: &[Series], unit: &str, wording: &Wording) -> Table {
    let mut table = series.iter().fold(table, |table, series| {
        let name = if series.name.is_empty() { &wording.chart_value } else { &series.name };
        table.column(Column::number(name.as_str()))
    });
    for (nth, item) in items.iter().enumerate() {
        let values = series.iter().map(|series| number(series.values.get(nth).copied().flatten(), unit, wording));
        table.add(std::iter::once(item.clone()).chain(values));
    }
    table
}

fn number(value: Option<f64>, unit: &str, wording: &Wording) -> String {
    match value.filter(|value| value.is_finite()) {
        Some(value) => format!("{}{unit}", wording.numbers.write(value, 2)),
        None => "–".to_owned(),
    }
}
