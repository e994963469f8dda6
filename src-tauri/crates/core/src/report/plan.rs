//! The plan of a pilot initiative on paper: time line, milestones, activities, deliverables, risks and budget. The plan
//! as a report of its own, and what the progress report takes from it.

use chrono::{Datelike as _, NaiveDate};
use liaise_paper::{
    chart::{Heat, HeatCell, HeatRow, Shade, Timeline, TimelineRow},
    document::{Block, Cell, Column, Figure, Inlines, Table, Tone},
};

use super::{Context, Section};
use crate::{
    Result,
    budget::{self, BudgetLine, BudgetSum},
    catalogue::{Catalogue as _, CostHeading},
    entity::{Entity as _, Id},
    money::EU_SHARE,
    pilot_initiative::PilotInitiative,
    plan::{self, Activity, Deliverable, Milestone, PlanRow},
    risk::{self, Risk, RiskBand},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "timeline", build: timeline },
    Section { code: "activities", build: activities },
    Section { code: "milestones", build: milestone_table },
    Section { code: "deliverables", build: deliverables },
    Section { code: "risks", build: risks },
    Section { code: "budget", build: budget },
];

/// The milestones of a progress report: as a time line and as a table.
pub(super) fn milestones(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut rows = plan::plan(context.data, context.subject.into())?;
    rows.retain(|row| row.entity == Milestone::NAME);
    if rows.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let mut blocks = vec![figure(context, &rows)?];
    blocks.extend(milestone_table(context)?);
    Ok(blocks)
}

/// Everything that has a date.
fn timeline(context: &Context<'_>) -> Result<Vec<Block>> {
    let rows = plan::plan(context.data, context.subject.into())?;
    if rows.is_empty() {
        return Ok(context.nothing_recorded());
    }
    Ok(vec![figure(context, &rows)?])
}

/// Everything that has a date, in charts of so many bars at most.
pub(super) fn timelines(context: &Context<'_>, most: usize) -> Result<Vec<Block>> {
    let rows = plan::plan(context.data, context.subject.into())?;
    // Evenly, so that the last chart is no leftover.
    let each = rows.len().div_ceil(rows.len().div_ceil(most).max(1)).max(1);
    rows.chunks(each).map(|rows| figure(context, rows)).collect()
}

fn figure(context: &Context<'_>, rows: &[PlanRow]) -> Result<Block> {
    let pilot: PilotInitiative = context.data.get(&Id::new(context.subject))?;
    let ends = rows.iter().flat_map(|row| [row.planned_from, row.planned_to, row.from, row.to]);
    let from = ends.clone().chain([pilot.starts]).min().unwrap_or(pilot.starts);
    let to = ends.chain([pilot.ends]).max().unwrap_or(pilot.ends);
    let bar = |label, (start, end): (NaiveDate, NaiveDate), planned| TimelineRow {
        label,
        dates: (context.locale.short_date(start), context.locale.short_date(end)),
        start,
        end,
        done: None,
        planned,
    };
    let whole = context.text("entity.pilot_initiative.one");
    let mut bars = vec![bar(whole, (pilot.starts, pilot.ends), None)];
    bars.extend(rows.iter().map(|row| {
        let planned = (row.planned_from, row.planned_to);
        let moved = (row.from, row.to) != planned;
        bar(context.plain(&row.title), (row.from, row.to), moved.then_some(planned))
    }));
    let moved = bars.iter().any(|bar| bar.planned.is_some());
    let today = context.now.date_naive();
    let chart = Timeline {
        from,
        to,
        ticks: ticks(context, from, to),
        rows: bars,
        today: (from..=to).contains(&today).then(|| (today, context.locale.short_date(today))),
        legend: moved.then(|| (context.text("report.planned"), context.text("report.as_known"))),
    };
    Ok(Figure::chart(chart, context.text("report.alt.milestones"), context.text("report.caption.timeline")).into())
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

fn slip(context: &Context<'_>, days: Option<i64>) -> String {
    match days {
        None => context.dash(),
        Some(0) => context.text("report.on_time"),
        Some(days) => {
            let key = if days > 0 { "report.days_late" } else { "report.days_early" };
            context.locale.count(key, days.unsigned_abs(), &[])
        }
    }
}

fn milestone_table(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = plan::milestones(context.data, context.subject)?;
    if found.is_empty() {
        return Ok(vec![]);
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
        table.add([
            Cell::from(context.words(&milestone.title)),
            context.short(Some(milestone.due)).into(),
            context.short(milestone.forecast).into(),
            context.short(milestone.done_on).into(),
            context.locale.of(milestone.status).into(),
            slip(context, milestone.slip()).into(),
        ]);
    }
    Ok(vec![table.into()])
}

fn activities(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.below::<Activity>(context.subject)?;
    if found.is_empty() {
        return Ok(vec![]);
    }
    found.sort_by_key(|activity| (activity.starts, activity.ends));
    let label = |name| context.field::<Activity>(name);
    let mut table = Table::new(context.text("report.caption.activities"))
        .column(Column::text(label("title")).header())
        .column(Column::text(context.text("report.planned")))
        .column(Column::text(context.text("report.as_known")))
        .column(Column::text(label("status")))
        .column(Column::number(label("participants")))
        .column(Column::number(context.text("report.slip")));
    for activity in &found {
        let (from, to) = activity.now();
        let people = activity.participants.map_or_else(|| context.dash(), |count| context.locale.number(count.into()));
        table.add([
            Cell::from(context.words(&activity.title)),
            context.short_period(activity.starts, activity.ends).into(),
            context.short_period(from, to).into(),
            context.locale.of(activity.status).into(),
            people.into(),
            slip(context, activity.slip()).into(),
        ]);
    }
    Ok(vec![table.into()])
}

fn deliverables(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.below::<Deliverable>(context.subject)?;
    if found.is_empty() {
        return Ok(vec![]);
    }
    found.sort_by_key(|deliverable| deliverable.due);
    let label = |name| context.field::<Deliverable>(name);
    let mut table = Table::new(context.text("report.caption.deliverables"))
        .column(Column::text(label("title")).header())
        .column(Column::text(label("kind")))
        .column(Column::code(label("due")))
        .column(Column::code(label("delivered_on")))
        .column(Column::text(label("status")))
        .column(Column::number(context.text("report.slip")));
    for deliverable in &found {
        let code = deliverable.code.as_ref().map(|code| format!("{code}\u{a0} ")).unwrap_or_default();
        let mut title = Inlines::from(code);
        title.0.extend(context.words(&deliverable.title).0);
        table.add([
            Cell::from(title),
            context.locale.of(deliverable.kind).into(),
            context.short(Some(deliverable.due)).into(),
            context.short(deliverable.delivered_on).into(),
            context.locale.of(deliverable.status).into(),
            slip(context, deliverable.slip()).into(),
        ]);
    }
    Ok(vec![table.into()])
}

/// The risks that are not closed, in short, for the progress report.
pub(super) fn live_risks(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = risk::register(context.data, context.subject)?;
    found.retain(Risk::is_live);
    if found.is_empty() {
        return Ok(vec![]);
    }
    let label = |name| context.field::<Risk>(name);
    let mut table = Table::new(context.text("report.caption.risks"))
        .column(Column::text(label("title")).header())
        .column(Column::text(label("category")))
        .column(Column::text(context.text("report.gross")))
        .column(Column::text(context.text("report.residual")))
        .column(Column::text(label("status")));
    for risk in &found {
        table.add([
            Cell::from(context.words(&risk.title)),
            context.locale.of(risk.category).into(),
            level(context, risk.gross()).into(),
            level(context, risk.residual()).into(),
            context.locale.of(risk.status).into(),
        ]);
    }
    Ok(vec![table.into()])
}

/// How high a risk is, as a number and in a word.
fn level(context: &Context<'_>, score: u32) -> String {
    let band = context.text(&format!("ui.risk.{}", RiskBand::of(score).code()));
    format!("{} – {band}", context.locale.number(score.into()))
}

/// The matrix of what is left of the risks, and the register.
fn risks(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = risk::register(context.data, context.subject)?;
    if found.is_empty() {
        return Ok(vec![]);
    }
    let matrix = Figure::chart(
        matrix(context, &found),
        context.text("report.alt.risk_matrix"),
        context.text("report.caption.risk_matrix"),
    );
    Ok(vec![matrix.into(), register(context, &found)])
}

fn matrix(context: &Context<'_>, risks: &[Risk]) -> Heat {
    let number = |score: u32| context.locale.number(score.into());
    let named = |field: &str, score: u32| format!("{}\u{a0}{}", context.field::<Risk>(field), number(score));
    let cell = |likelihood: u32, severity: u32| {
        let band = RiskBand::of(likelihood * severity);
        let here: Vec<String> = risks
            .iter()
            .enumerate()
            .filter(|(_, risk)| risk.is_live() && risk.left() == (likelihood, severity))
            .map(|(at, _)| number(at as u32 + 1))
            .collect();
        let label = context.text(&format!("ui.risk.{}", band.code()));
        let label =
            if here.is_empty() { label } else { context.pair(&label, &context.locale.list(here.iter().cloned())) };
        HeatCell { shade: Shade::Tone(tone(band)), mark: here.join(" "), label }
    };
    let rows = (1..=5).rev().map(|likelihood| HeatRow {
        name: named("likelihood", likelihood),
        cells: (1..=5).map(|severity| Some(cell(likelihood, severity))).collect(),
    });
    Heat {
        columns: (1..=5).map(|severity| named("severity", severity)).collect(),
        rows: rows.collect(),
        legend: vec![],
    }
}

fn tone(band: RiskBand) -> Tone {
    match band {
        RiskBand::Low => Tone::Good,
        RiskBand::Medium => Tone::Watch,
        RiskBand::High | RiskBand::VeryHigh => Tone::Bad,
    }
}

fn register(context: &Context<'_>, risks: &[Risk]) -> Block {
    let label = |name| context.field::<Risk>(name);
    let mut table = Table::new(context.text("report.caption.risks"))
        .column(Column::number(context.text("report.number")))
        .column(Column::text(label("title")).header())
        .column(Column::text(label("category")))
        .column(Column::text(context.text("report.gross")))
        .column(Column::text(label("controls")).min(120.0))
        .column(Column::text(context.text("report.residual")))
        .column(Column::text(label("owner")))
        .column(Column::text(label("status")))
        .wide();
    for (at, risk) in risks.iter().enumerate() {
        table.add([
            Cell::from(context.locale.number(at as f64 + 1.0)),
            context.words(&risk.title).into(),
            context.locale.of(risk.category).into(),
            level(context, risk.gross()).into(),
            context.maybe(risk.controls.as_deref()).into(),
            level(context, risk.residual()).into(),
            context.maybe(risk.owner.as_ref()).into(),
            context.locale.of(risk.status).into(),
        ]);
    }
    table.into()
}

/// The budget lines by cost heading, and who bears the sum.
pub(super) fn budget(context: &Context<'_>) -> Result<Vec<Block>> {
    let lines = budget::lines(context.data, context.subject)?;
    if lines.is_empty() {
        return Ok(vec![]);
    }
    let sums = budget::sum_up(&lines);
    let label = |name| context.field::<BudgetLine>(name);
    let mut table = Table::new(context.text("report.caption.budget"))
        .column(Column::text(label("title")).header())
        .column(Column::number(label("planned")))
        .column(Column::number(label("committed")))
        .column(Column::number(label("spent")))
        .column(Column::number(label("forecast")));
    let row = |title: Inlines, sum: &BudgetSum| {
        let amounts = [sum.planned, sum.committed, sum.spent, sum.forecast];
        std::iter::once(Cell::from(title)).chain(amounts.map(|amount| context.locale.money(amount).into()))
    };
    for heading in CostHeading::ALL {
        let mut own = lines.iter().filter(|line| line.heading == *heading).peekable();
        if own.peek().is_none() {
            continue;
        }
        table = table.group(context.locale.of(*heading));
        for line in own {
            table.add(row(context.words(&line.title), &BudgetSum::of(std::iter::once(line))));
        }
    }
    let percent = context.locale.percent(EU_SHARE as f64 / 100.0);
    let eu = context.locale.fill("report.eu_part", &[("percent", &percent)]);
    table = table.total(row(context.text("report.total").into(), &sums.total));
    table.add(row(eu.into(), &sums.eu));
    table.add(row(context.text("report.own_part").into(), &sums.own));
    Ok(vec![table.into(), Block::small(context.text("report.budget_note"))])
}
