//! The sections on a pilot initiative's milestones and indicators: plan against fact, as chart and as table.

use chrono::{Datelike as _, NaiveDate};
use liaise_paper::{
    chart::{Bullet, Bullets, Timeline, TimelineRow},
    document::{Block, Cell, Column, Figure, Table},
};

use super::Context;
use crate::{
    Result,
    entity::Id,
    indicator::{Indicator, IndicatorValue},
    overview::{self, Measured},
    pilot_initiative::{Milestone, PilotInitiative},
};

pub(super) fn milestones(context: &Context<'_>) -> Result<Vec<Block>> {
    let id = Id::<PilotInitiative>::new(context.subject);
    let pilot = context.data.get(&id)?;
    let found = overview::milestones(context.data, &id)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<Milestone>(name);
    let mut table = Table::new(context.text("report.caption.milestones"))
        .column(Column::text(label("title")).header())
        .column(Column::code(label("due")))
        .column(Column::code(label("forecast")))
        .column(Column::code(label("done_on")))
        .column(Column::text(label("status")))
        .column(Column::number(context.text("report.slip")));
    for milestone in &found {
        let slip = milestone.slip().map_or_else(|| context.dash(), |days| slip(context, days));
        table.add([
            Cell::from(context.words(&milestone.title)),
            context.short(Some(milestone.due)).into(),
            context.short(milestone.forecast).into(),
            context.short(milestone.done_on).into(),
            context.locale.of(milestone.status).into(),
            slip.into(),
        ]);
    }
    let figure = Figure::chart(
        timeline(context, &pilot, &found),
        context.text("report.alt.milestones"),
        context.text("report.caption.timeline"),
    );
    Ok(vec![figure.into(), table.into()])
}

fn timeline(context: &Context<'_>, pilot: &PilotInitiative, milestones: &[Milestone]) -> Timeline {
    let ends = milestones.iter().flat_map(|m| [Some(m.due), m.forecast, m.done_on]).flatten();
    let from = ends.clone().chain([pilot.starts]).min().unwrap_or(pilot.starts);
    let to = ends.chain([pilot.ends]).max().unwrap_or(pilot.ends);
    let row = |label, start, end: NaiveDate, done| TimelineRow {
        label,
        dates: (context.locale.short_date(start), context.locale.short_date(end)),
        start,
        end,
        done,
    };
    let mut rows = vec![row(context.text("entity.pilot_initiative.one"), pilot.starts, pilot.ends, None)];
    rows.extend(milestones.iter().map(|milestone| {
        let day = milestone.done_on.or(milestone.forecast).unwrap_or(milestone.due);
        row(context.plain(&milestone.title), day, day, None)
    }));
    let today = context.now.date_naive();
    let today = (from..=to).contains(&today).then(|| (today, context.locale.short_date(today)));
    Timeline { from, to, ticks: ticks(context, from, to), rows, today }
}

/// First days of about six evenly spaced months.
fn ticks(context: &Context<'_>, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, String)> {
    let month = |date: NaiveDate| date.year() * 12 + date.month0() as i32;
    let (first, last) = (month(from) + 1, month(to));
    let step = ((last - first) / 6 + 1).max(1) as usize;
    (first..=last)
        .step_by(step)
        .filter_map(|index| NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1))
        .map(|date| (date, context.locale.short_date(date)))
        .collect()
}

fn slip(context: &Context<'_>, days: i64) -> String {
    match days {
        0 => context.text("report.on_time"),
        _ => {
            let key = if days > 0 { "report.days_late" } else { "report.days_early" };
            context.locale.count(key, days.unsigned_abs(), &[])
        }
    }
}

pub(super) fn indicators(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = overview::measured(context.data, &Id::<PilotInitiative>::new(context.subject))?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<Indicator>(name);
    let mut table = Table::new(context.text("report.caption.indicators"))
        .column(Column::text(label("title")).header())
        .column(Column::number(label("baseline")))
        .column(Column::number(context.text("paper.chart_actual")))
        .column(Column::number(label("target")))
        .column(Column::number(context.text("report.progress")));
    let value = |measured: &Measured, value: Option<f64>| {
        value.map_or_else(|| context.dash(), |value| number(context, &measured.indicator, value))
    };
    for measured in &found {
        let progress = measured.progress.map_or_else(|| context.dash(), |share| context.locale.percent(share));
        table.add([
            Cell::from(context.words(&measured.indicator.title)),
            value(measured, measured.indicator.baseline).into(),
            value(measured, measured.actual).into(),
            value(measured, Some(measured.indicator.target)).into(),
            progress.into(),
        ]);
    }
    let bullets = Bullets { rows: found.iter().map(|measured| bullet(context, measured)).collect() };
    let figure =
        Figure::chart(bullets, context.text("report.alt.indicators"), context.text("report.caption.indicator_chart"));
    let mut blocks = vec![figure.into(), table.into(), Block::small(context.text("report.progress_rule"))];
    blocks.extend(periods(context, &found));
    Ok(blocks)
}

fn bullet(context: &Context<'_>, measured: &Measured) -> Bullet {
    let unit = match &measured.indicator.unit {
        _ if measured.indicator.percent => context.locale.percent_sign(),
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

/// The values by period, one row each, with their comments.
fn periods(context: &Context<'_>, found: &[Measured]) -> Option<Block> {
    if found.iter().all(|measured| measured.values.is_empty()) {
        return None;
    }
    let label = |name| context.field::<IndicatorValue>(name);
    let mut table = Table::new(context.text("report.caption.values"))
        .column(Column::text(context.text("report.cover.period")).header())
        .column(Column::number(label("value")))
        .column(Column::text(label("finality")))
        .column(Column::text(label("comment")).min(140.0));
    for measured in found.iter().filter(|measured| !measured.values.is_empty()) {
        table = table.group(context.words(&measured.indicator.title));
        for value in &measured.values {
            let comment = value.comment.as_ref().map(|comment| context.words(comment)).unwrap_or_default();
            table.add([
                Cell::from(context.short_period(value.period_from, value.period_to)),
                number(context, &measured.indicator, value.value).into(),
                context.locale.of(value.finality).into(),
                comment.into(),
            ]);
        }
    }
    Some(table.into())
}

fn number(context: &Context<'_>, indicator: &Indicator, value: f64) -> String {
    let number = context.locale.number(value);
    if indicator.percent { number + &context.locale.percent_sign() } else { number }
}
