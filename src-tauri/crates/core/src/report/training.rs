//! The sections of a training report: what was held, for whom, and who came, in counts. No participant is named:
//! the report goes to the coordinator, who needs functions and figures.

use std::collections::BTreeMap;

use liaise_paper::{
    chart::{Arrangement, Bars, Series},
    document::{Block, Cell, Column, Figure, Table},
};

use super::{Context, Section};
use crate::{
    Result, attendance,
    catalogue::{AttendanceStatus, Catalogue as _},
    entity::Id,
    participant::Participant,
    training_session::{HalfDay, Trainer, TrainingSession, half_days},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "session", build: session },
    Section { code: "programme", build: programme },
    Section { code: "attendance", build: presence },
    Section { code: "persons_trained", build: persons },
    Section { code: "results", build: results },
];

pub(super) fn session(context: &Context<'_>) -> Result<Vec<Block>> {
    let session = subject(context)?;
    let label = |name| context.field::<TrainingSession>(name);
    let place: Vec<String> =
        [session.venue.clone(), session.city.clone(), session.country.as_deref().map(|c| context.country(c))]
            .into_iter()
            .flatten()
            .collect();
    let dash = |text: String| if text.is_empty() { context.dash() } else { text };
    let languages = session.languages.iter().flat_map(|list| list.split(',')).map(|tag| context.language(tag.trim()));
    let mut blocks = vec![Block::facts([
        (label("code"), session.code.clone().unwrap_or_else(|| context.dash())),
        (context.text("report.cover.period"), context.locale.period(session.starts, session.ends)),
        (context.text("report.cover.place"), dash(place.join(", "))),
        (label("delivery"), context.locale.of(session.delivery)),
        (label("languages"), dash(context.locale.list(languages))),
        (label("target_sectors"), dash(context.codes(&session.target_sectors))),
        (label("guest_cities"), session.guest_cities.clone().unwrap_or_else(|| context.dash())),
        (label("status"), context.locale.of(session.status)),
    ])];
    if !session.priorities.is_empty() {
        let titles: Result<Vec<_>> =
            session.priorities.iter().map(|id| Ok(context.words(&context.data.get(id)?.title))).collect();
        blocks.push(Block::heading(context.level + 1, label("priorities")));
        blocks.push(Block::bullets(titles?));
    }
    blocks.extend(context.narrative::<TrainingSession>("objectives", session.objectives.as_ref()));
    Ok(blocks)
}

fn programme(context: &Context<'_>) -> Result<Vec<Block>> {
    let session = subject(context)?;
    let mut blocks = vec![];
    if !session.modules.is_empty() {
        blocks.push(Block::heading(context.level + 1, context.field::<TrainingSession>("modules")));
        blocks.push(Block::bullets(session.modules.iter().map(|module| context.locale.of(*module))));
    }
    let trainers = context.data.below::<Trainer>(context.subject)?;
    if !trainers.is_empty() {
        let mut table = Table::new(context.text("report.caption.trainers"))
            .column(Column::text(context.field::<Trainer>("role")).header())
            .column(Column::text(context.field::<Trainer>("organisation")));
        for trainer in trainers {
            let organisation = trainer.organisation.unwrap_or_else(|| context.dash());
            table.add([Cell::from(context.locale.of(trainer.role)), organisation.into()]);
        }
        blocks.push(table.into());
    }
    Ok(blocks)
}

fn presence(context: &Context<'_>) -> Result<Vec<Block>> {
    let days = half_days(context.data, context.subject)?;
    let grid = attendance::grid(context.data, context.subject.into(), context.locale.tag().into())?;
    if days.is_empty() || grid.rows.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let statuses = [
        AttendanceStatus::Present,
        AttendanceStatus::Partial,
        AttendanceStatus::Excused,
        AttendanceStatus::Absent,
        AttendanceStatus::Unmarked,
    ];
    let mut table = Table::new(context.text("report.caption.attendance"))
        .column(Column::text(context.text("entity.half_day.one")).header());
    for status in statuses {
        table = table.column(Column::number(context.locale.of(status)));
    }
    let names: Vec<String> = days.iter().map(|day| half_day(context, day)).collect();
    for (name, day) in names.iter().zip(&grid.half_days) {
        let counts = statuses.iter().map(|status| Cell::from(day.totals[status.code()].to_string()));
        table.add(std::iter::once(Cell::from(name.as_str())).chain(counts));
    }
    let series = statuses
        .iter()
        .map(|status| {
            Series::new(
                context.locale.of(*status),
                grid.half_days.iter().map(|day| f64::from(day.totals[status.code()])),
            )
        })
        .collect();
    let chart = Bars { categories: names, series, arrangement: Arrangement::StackedHorizontal, unit: String::new() };
    let figure =
        Figure::chart(chart, context.text("report.alt.attendance"), context.text("report.caption.attendance_chart"));
    Ok(vec![
        Block::paragraph(context.locale.count("report.enrolled", grid.enrolled.into(), &[])),
        figure.into(),
        table.into(),
        Block::small(context.text("report.unmarked_note")),
    ])
}

fn persons(context: &Context<'_>) -> Result<Vec<Block>> {
    let trained = attendance::trained(context.data, context.subject)?;
    let mut people = vec![];
    for id in &trained {
        people.push(context.data.get(&Id::<Participant>::new(id.as_str()))?);
    }
    let count = context.locale.count("report.trained", trained.len() as u64, &[]);
    let mut blocks = vec![Block::lead(count), Block::small(context.text("report.trained_rule"))];
    let unknown = || context.dash();
    let groups = [
        ("sector", tally(people.iter().map(|person| context.locale.of(person.sector)))),
        ("city", tally(people.iter().map(|person| person.city.clone().unwrap_or_else(unknown)))),
        (
            "country",
            tally(people.iter().map(|person| person.country.as_deref().map_or_else(unknown, |c| context.country(c)))),
        ),
    ];
    for (field, counts) in groups {
        if people.is_empty() {
            break;
        }
        let label = context.field::<Participant>(field);
        let caption = context.text(&format!("report.caption.persons_by_{field}"));
        let mut table = Table::new(caption)
            .column(Column::text(label).header())
            .column(Column::number(context.text("report.persons")));
        let mut counts: Vec<(String, u64)> = counts.into_iter().collect();
        context.locale.sort_by_key(&mut counts, |(name, _)| name.clone());
        for (name, count) in counts {
            table.add([Cell::from(name), context.locale.number(count as f64).into()]);
        }
        blocks.push(table.total([context.text("report.total"), context.locale.number(people.len() as f64)]).into());
    }
    Ok(blocks)
}

fn results(context: &Context<'_>) -> Result<Vec<Block>> {
    Ok(subject(context)?.results.map(|results| context.paragraphs(&results)).unwrap_or_default())
}

fn subject(context: &Context<'_>) -> Result<TrainingSession> {
    context.data.get(&Id::new(context.subject))
}

fn half_day(context: &Context<'_>, day: &HalfDay) -> String {
    format!("{}, {}", context.locale.short_date(day.date), context.locale.of(day.part))
}

fn tally(names: impl Iterator<Item = String>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}
