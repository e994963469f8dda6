//! The logframe as a matrix on a page across: results, indicators with baseline, target and what was reached, sources
//! and assumptions; the rows that were closed, and the targets that were changed.

use liaise_paper::document::{Block, Cell, Column, Inlines, Table};
use serde_json::Value;

use super::{Context, Section};
use crate::{
    Result,
    catalogue::{Catalogue as _, LogframeLevel},
    entity::{Entity as _, Id},
    history,
    indicator::Indicator,
    logframe::{self, LogframeRow},
    measure::{self, Measured},
    pilot_initiative::PilotInitiative,
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "logframe", build: matrix },
    Section { code: "closed_rows", build: closed },
    Section { code: "target_changes", build: target_changes },
];

fn matrix(context: &Context<'_>) -> Result<Vec<Block>> {
    let tree = logframe::tree(context.data, context.subject)?;
    let measured = measure::measured(context.data, &Id::<PilotInitiative>::new(context.subject), None)?;
    let open: Vec<&Measured> = measured.iter().filter(|one| one.indicator.closed_on.is_none()).collect();
    if tree.is_empty() && open.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<Indicator>(name);
    let mut table = Table::new(context.text("report.caption.logframe"))
        .column(Column::text(context.text("report.results_chain")).header().min(130.0))
        .column(Column::text(context.text("entity.indicator.one")).min(110.0))
        .column(Column::number(label("baseline")))
        .column(Column::number(label("target")))
        .column(Column::number(context.text("report.so_far")))
        .column(Column::text(label("source")))
        .column(Column::text(context.field::<LogframeRow>("assumptions")).min(90.0))
        .wide();
    for level in LogframeLevel::ALL {
        let mut rows =
            tree.iter().map(|p| &p.row).filter(|row| row.level == *level && row.closed_on.is_none()).peekable();
        if rows.peek().is_none() {
            continue;
        }
        table = table.group(context.locale.of(*level));
        for row in rows {
            let own = open.iter().copied().filter(|one| one.indicator.logframe_row.as_ref() == Some(&row.id));
            add(context, &mut table, Some(row), own);
        }
    }
    let known = |one: &&&Measured| {
        one.indicator
            .logframe_row
            .as_ref()
            .is_some_and(|id| tree.iter().any(|placed| placed.row.id == *id && placed.row.closed_on.is_none()))
    };
    let mut loose = open.iter().filter(|one| !known(one)).copied().peekable();
    if loose.peek().is_some() {
        table = table.group(context.text("report.without_row"));
        add(context, &mut table, None, loose);
    }
    Ok(vec![table.into()])
}

/// A row of the logframe, a line for each of its indicators; from the second one on the row is named by its number.
fn add<'m>(
    context: &Context<'_>,
    table: &mut Table,
    row: Option<&LogframeRow>,
    measured: impl Iterator<Item = &'m Measured>,
) {
    let code = row.and_then(|row| row.code.clone()).unwrap_or_else(|| "″".into());
    let mut title = Inlines::default();
    let mut assumptions = Inlines::default();
    if let Some(row) = row {
        title = row.code.as_ref().map(|code| Inlines::from(format!("{code}\u{a0} "))).unwrap_or_default();
        title.0.extend(context.words(&row.title).0);
        assumptions = context.maybe(row.assumptions.as_deref());
    }
    let mut any = false;
    for one in measured {
        let indicator = &one.indicator;
        let value = |value: Option<f64>| match value {
            Some(value) if !indicator.is_narrative() => measure::shown(context.locale, indicator, value),
            _ => context.dash(),
        };
        let target = match indicator.target_date {
            Some(date) => format!("{}\n{}", value(Some(indicator.target)), context.locale.short_date(date)),
            None => value(Some(indicator.target)),
        };
        table.add([
            Cell::from(if any || row.is_none() { code.clone().into() } else { std::mem::take(&mut title) }),
            context.words(&indicator.title).into(),
            value(indicator.baseline).into(),
            target.into(),
            value(one.actual).into(),
            context.maybe(indicator.source.as_ref()).into(),
            std::mem::take(&mut assumptions).into(),
        ]);
        any = true;
    }
    if !any && row.is_some() {
        let dash = || Cell::from(context.dash());
        table.add([title.into(), dash(), dash(), dash(), dash(), dash(), assumptions.into()]);
    }
}

/// Rows and indicators that are not pursued any more, with the day on which they were closed.
fn closed(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut table = Table::new(context.text("report.caption.closed_rows"))
        .column(Column::text(context.field::<LogframeRow>("title")).header())
        .column(Column::text(context.field::<LogframeRow>("level")))
        .column(Column::code(context.field::<LogframeRow>("closed_on")));
    for placed in logframe::tree(context.data, context.subject)? {
        if placed.row.closed_on.is_some() {
            let level = context.locale.of(placed.row.level);
            table.add([
                Cell::from(context.words(&placed.row.title)),
                level.into(),
                context.short(placed.row.closed_on).into(),
            ]);
        }
    }
    for indicator in context.data.below::<Indicator>(context.subject)? {
        if indicator.closed_on.is_some() {
            let kind = context.text("entity.indicator.one");
            table.add([
                Cell::from(context.words(&indicator.title)),
                kind.into(),
                context.short(indicator.closed_on).into(),
            ]);
        }
    }
    Ok(if table.rows.is_empty() { vec![] } else { vec![table.into()] })
}

/// Baselines and targets that were others once: the history of the indicators.
fn target_changes(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut table = Table::new(context.text("report.caption.target_changes"))
        .column(Column::text(context.text("entity.indicator.one")).header())
        .column(Column::code(context.text("report.changed_on")))
        .column(Column::text(context.text("report.changed_field")))
        .column(Column::number(context.text("report.before")))
        .column(Column::number(context.text("report.now")));
    for indicator in context.data.below::<Indicator>(context.subject)? {
        let changes = history::record_history(context.data, Indicator::NAME.into(), indicator.id.to_string())?;
        for change in changes.iter().rev() {
            let day = change.at.get(..10).and_then(|day| day.parse().ok());
            for changed in change.fields.iter().filter(|changed| ["baseline", "target"].contains(&changed.field)) {
                let value = |value: &Value| context.figure(&indicator, value.as_f64());
                table.add([
                    Cell::from(context.words(&indicator.title)),
                    context.short(day).into(),
                    context.field::<Indicator>(changed.field).into(),
                    value(&changed.before).into(),
                    value(&changed.after).into(),
                ]);
            }
        }
    }
    Ok(if table.rows.is_empty() { vec![] } else { vec![table.into()] })
}
