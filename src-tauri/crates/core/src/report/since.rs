//! What changed since the last report: the lights, what was reached and delivered, what the indicators have gained, and
//! which risks are new. From dates and values alone, so that it reads the same whenever it is printed.

use chrono::NaiveDate;
use liaise_paper::document::{Block, Cell, Column, Inlines, Table};

use super::Context;
use crate::{
    Result,
    entity::Id,
    measure,
    pilot_initiative::PilotInitiative,
    plan::{Deliverable, Milestone},
    risk::{self, Risk},
    status_report::{self, StatusReport},
};

pub(super) fn changes(context: &Context<'_>) -> Result<Vec<Block>> {
    let Some(now) = context.status_report()? else { return Ok(vec![]) };
    let reports = context.data.below::<StatusReport>(context.subject)?;
    let Some(before) = status_report::previous(&reports, &now) else {
        return Ok(vec![Block::paragraph(context.text("report.first_report"))]);
    };
    let since = context.locale.date(before.reported_on);
    let mut blocks = vec![Block::small(context.locale.fill("report.since_report", &[("date", &since)]))];
    blocks.extend(lights(context, before, &now));
    let span = (before.reported_on, now.reported_on);
    blocks.extend(facts(context, span)?);
    blocks.extend(gains(context, before, &now)?);
    if blocks.len() == 1 {
        blocks.push(Block::paragraph(context.text("report.nothing_changed")));
    }
    Ok(blocks)
}

/// The lights that are not what they were.
fn lights(context: &Context<'_>, before: &StatusReport, now: &StatusReport) -> Option<Block> {
    let mut table = Table::new(context.text("report.caption.light_changes"))
        .column(Column::text(context.text("report.dimension")).header())
        .column(Column::text(context.text("report.before")))
        .column(Column::text(context.text("report.now")));
    for ((name, was), (_, is)) in before.lights().into_iter().zip(now.lights()) {
        if was != is {
            table.add([
                Cell::from(context.field::<StatusReport>(name)),
                context.light(was).into(),
                context.light(is).into(),
            ]);
        }
    }
    (!table.rows.is_empty()).then(|| table.into())
}

/// Milestones reached, deliverables handed over and risks found in the days after the one report until the other.
fn facts(context: &Context<'_>, (after, until): (NaiveDate, NaiveDate)) -> Result<Option<Block>> {
    let within = |date: Option<NaiveDate>| date.is_some_and(|date| date > after && date <= until);
    let mut lines: Vec<Inlines> = vec![];
    let mut line = |key: &str, title: Inlines, date: Option<NaiveDate>| {
        let date = date.map(|date| context.locale.date(date)).unwrap_or_default();
        let text = context.locale.fill(key, &[("date", &date)]);
        let (lead, rest) = text.split_once("%{title}").unwrap_or((&text, ""));
        let mut inlines = Inlines::from(lead);
        inlines.0.extend(title.0);
        lines.push(inlines.and(rest.to_owned()));
    };
    for milestone in context.data.below::<Milestone>(context.subject)? {
        if within(milestone.done_on) {
            line("report.change.milestone", context.words(&milestone.title), milestone.done_on);
        }
    }
    for deliverable in context.data.below::<Deliverable>(context.subject)? {
        if within(deliverable.delivered_on) {
            line("report.change.deliverable", context.words(&deliverable.title), deliverable.delivered_on);
        }
    }
    for risk in risk::register(context.data, context.subject)?.iter().filter(|risk| within(risk.identified_on)) {
        let Risk { title, identified_on, .. } = risk;
        line("report.change.risk", context.words(title), *identified_on);
    }
    Ok((!lines.is_empty()).then(|| Block::bullets(lines)))
}

/// What the indicators had at the end of the one report's period and have at the end of the other's.
fn gains(context: &Context<'_>, before: &StatusReport, now: &StatusReport) -> Result<Option<Block>> {
    let pilot = Id::<PilotInitiative>::new(context.subject);
    let earlier = measure::measured(context.data, &pilot, Some(before.period_to))?;
    let mut table = Table::new(context.text("report.caption.value_changes"))
        .column(Column::text(context.text("entity.indicator.one")).header())
        .column(Column::number(context.text("report.before")))
        .column(Column::number(context.text("report.now")));
    for measured in measure::measured(context.data, &pilot, Some(now.period_to))? {
        let was = earlier.iter().find(|one| one.indicator.id == measured.indicator.id).and_then(|one| one.actual);
        if was != measured.actual {
            let value = |value| context.figure(&measured.indicator, value);
            table.add([
                Cell::from(context.words(&measured.indicator.title)),
                value(was).into(),
                value(measured.actual).into(),
            ]);
        }
    }
    Ok((!table.rows.is_empty()).then(|| table.into()))
}
