//! The section on a pilot initiative's indicators: how far each is, as chart and as table, period by period and by
//! groups.

use liaise_paper::{
    chart::{Bullet, Bullets},
    document::{Block, Cell, Column, Figure, Table},
};

use super::Context;
use crate::{
    Result,
    catalogue::{Catalogue as _, Disaggregation, IndicatorKind},
    entity::Id,
    indicator::Indicator,
    indicator_value::{Group, IndicatorValue},
    measure::{self, Measured, PeriodResult},
    pilot_initiative::PilotInitiative,
};

pub(super) fn indicators(context: &Context<'_>) -> Result<Vec<Block>> {
    let until = context.period.map(|period| period.period_to);
    let mut found = measure::measured(context.data, &Id::<PilotInitiative>::new(context.subject), until)?;
    // What was closed before the period is not looked at any more.
    let begins = context.period.map(|period| period.period_from);
    found.retain(|one| one.indicator.closed_on.is_none_or(|closed| begins.is_none_or(|begins| closed >= begins)));
    let (told, counted): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.indicator.is_narrative());
    if told.is_empty() && counted.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let mut blocks = vec![];
    if !counted.is_empty() {
        let bullets = Bullets { rows: counted.iter().map(|measured| bullet(context, measured)).collect() };
        blocks.push(
            Figure::chart(
                bullets,
                context.text("report.alt.indicators"),
                context.text("report.caption.indicator_chart"),
            )
            .into(),
        );
        blocks.push(overview(context, &counted).into());
        blocks.push(Block::small(context.text("report.progress_rule")));
        blocks.extend(periods(context, &counted));
        blocks.extend(groups(context, &counted)?);
    }
    for measured in &told {
        blocks.push(Block::heading(context.level + 1, context.words(&measured.indicator.title)));
        for value in measure::counting(&measured.values) {
            let period = context.locale.period(value.period_from, value.period_to);
            blocks.push(Block::heading(context.level + 2, period));
            blocks.extend(value.comment.iter().flat_map(|comment| context.paragraphs(comment)));
        }
    }
    Ok(blocks)
}

/// One row an indicator: where it began, what the period brought, what it has so far, where it is to arrive.
fn overview(context: &Context<'_>, found: &[Measured]) -> Table {
    let label = |name| context.field::<Indicator>(name);
    let mut table = Table::new(context.text("report.caption.indicators"))
        .column(Column::text(label("title")).header())
        .column(Column::number(label("baseline")));
    if context.period.is_some() {
        table = table.column(Column::number(context.text("report.in_period")));
    }
    table = table
        .column(Column::number(context.text("report.so_far")))
        .column(Column::number(label("target")))
        .column(Column::number(context.text("report.progress")));
    for measured in found {
        let value = |value| context.figure(&measured.indicator, value);
        let mut cells =
            vec![Cell::from(context.words(&measured.indicator.title)), value(measured.indicator.baseline).into()];
        if let Some(period) = context.period {
            let now = measured.periods.iter().find(|result| result.period.as_deref() == Some(&*period.id));
            cells.push(value(now.and_then(|result| result.value)).into());
        }
        cells.extend([
            value(measured.actual).into(),
            value(Some(measured.indicator.target)).into(),
            context.share(measured.progress).into(),
        ]);
        table.add(cells);
    }
    table
}

fn bullet(context: &Context<'_>, measured: &Measured) -> Bullet {
    let unit = match &measured.indicator.unit {
        _ if measured.indicator.is_share() => context.locale.percent_sign(),
        _ if measured.indicator.kind == IndicatorKind::Money => "\u{a0}€".into(),
        Some(unit) => format!("\u{a0}{}", context.plain(unit)),
        None => String::new(),
    };
    Bullet {
        label: context.plain(&measured.indicator.title),
        baseline: measured.indicator.baseline,
        actual: measured.actual,
        target: Some(measured.indicator.target),
        unit,
    }
}

/// Period and total side by side, one row a period, with what was noted on the value that counts. A period without a
/// final value is there as well, so that a gap is seen.
fn periods(context: &Context<'_>, found: &[Measured]) -> Option<Block> {
    if found.iter().all(|measured| measured.values.is_empty()) {
        return None;
    }
    let mut table = Table::new(context.text("report.caption.values"))
        .column(Column::text(context.text("report.cover.period")).header())
        .column(Column::number(context.text("report.in_period")))
        .column(Column::number(context.text("report.so_far")))
        .column(Column::number(context.text("report.progress")))
        .column(Column::text(context.field::<IndicatorValue>("comment")).min(140.0));
    for measured in found.iter().filter(|measured| !measured.values.is_empty()) {
        table = table.group(context.words(&measured.indicator.title));
        let last = measured.periods.iter().rposition(|result| !result.values.is_empty()).unwrap_or_default();
        for result in &measured.periods[..=last] {
            let value = |value| context.figure(&measured.indicator, value);
            table.add([
                Cell::from(period_name(context, result)),
                value(result.value).into(),
                value(result.cumulative).into(),
                context.share(result.progress).into(),
                remark(context, measured, result),
            ]);
        }
    }
    Some(table.into())
}

fn period_name(context: &Context<'_>, result: &PeriodResult) -> String {
    match &result.title {
        Some(title) => context.plain(title),
        None => context.short_period(result.from, result.to),
    }
}

fn remark(context: &Context<'_>, measured: &Measured, result: &PeriodResult) -> Cell {
    let counting = measure::counting(&measured.values);
    let comment = counting
        .iter()
        .rev()
        .find(|value| result.values.contains(&value.id.to_string()))
        .and_then(|value| value.comment.as_ref());
    match comment {
        Some(comment) => context.words(comment).into(),
        None if result.draft => context.text("report.draft_value").into(),
        None => Cell::from(""),
    }
}

/// What the groups have reached, for the indicators that are broken down.
fn groups(context: &Context<'_>, found: &[Measured]) -> Result<Option<Block>> {
    let mut table = Table::new(context.text("report.caption.groups"))
        .column(Column::text(context.text("report.group")).header())
        .column(Column::text(context.text("report.group_kind")))
        .column(Column::number(context.text("report.so_far")));
    let mut any = false;
    for measured in found {
        let groups = measure::by_group(context.data, &measured.indicator, &measure::counting(&measured.values))?;
        if groups.is_empty() {
            continue;
        }
        any = true;
        table = table.group(context.words(&measured.indicator.title));
        for (group, value) in &groups {
            table.add([
                Cell::from(group_name(context, group)),
                context.locale.of(group.0).into(),
                measure::shown(context.locale, &measured.indicator, *value).into(),
            ]);
        }
    }
    Ok(any.then(|| table.into()))
}

fn group_name(context: &Context<'_>, (dimension, code): &Group) -> String {
    match dimension {
        Disaggregation::District => code.clone(),
        Disaggregation::Language => context.language(code),
        Disaggregation::Sector => context.locale.label("agency_sector", code),
        Disaggregation::Gender | Disaggregation::AgeBand => context.locale.label(dimension.code(), code),
    }
}
