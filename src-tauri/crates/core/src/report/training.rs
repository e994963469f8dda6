//! The sections of a training report: what was held, for whom, and who came. It comes in three levels of privacy: with
//! names for those inside, with functions and counts for the coordinator, with counts alone for the public.

use liaise_paper::{
    chart::{Arrangement, Bars, Series},
    document::{Block, Cell, Column, Figure, Table},
};

use super::{Context, Section, evaluation, people};
use crate::{
    Result,
    attachment::{self, Attachment},
    attendance,
    catalogue::{AttachmentKind, AttendanceStatus, Catalogue as _, PhotoConsent, PrivacyLevel},
    entity::Id,
    training_session::{HalfDay, Trainer, TrainingSession, half_days},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "session", build: session },
    Section { code: "programme", build: programme },
    Section { code: "attendance", build: presence },
    Section { code: "names", build: people::names },
    Section { code: "persons_trained", build: people::persons },
    Section { code: "evaluation", build: evaluation::evaluation },
    Section { code: "results", build: results },
    Section { code: "attached", build: attached },
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
    let names = |list: &Option<String>| -> Vec<String> {
        list.iter().flat_map(|list| list.split(',')).map(|tag| context.language(tag.trim())).collect()
    };
    let (languages, interpreted) = (names(&session.languages), names(&session.interpretation_languages));
    let mut facts = vec![
        (label("code"), session.code.clone().unwrap_or_else(|| context.dash())),
        (context.text("report.cover.period"), context.locale.period(session.starts, session.ends)),
        (context.text("report.cover.place"), dash(place.join(", "))),
        (label("delivery"), context.locale.of(session.delivery)),
        (label("languages"), dash(context.locale.list(languages))),
        (label("interpretation_languages"), dash(context.locale.list(interpreted))),
        (label("target_sectors"), dash(context.codes(&session.target_sectors))),
        (label("guest_cities"), session.guest_cities.clone().unwrap_or_else(|| context.dash())),
        (label("status"), context.locale.of(session.status)),
    ];
    // What it cost is between the partner and the coordinator.
    if let Some(cost) = session.cost.filter(|_| context.privacy != PrivacyLevel::Public) {
        facts.push((label("cost"), context.locale.number(cost)));
    }
    let mut blocks = vec![Block::facts(facts)];
    if !session.priorities.is_empty() {
        let priorities = context.data.follow(session.priorities.iter())?;
        blocks.push(Block::heading(context.level + 1, label("priorities")));
        blocks.push(Block::bullets(priorities.iter().map(|priority| context.words(&priority.title))));
    }
    blocks.extend(context.narrative::<TrainingSession>("objectives", session.objectives.as_ref()));
    Ok(blocks)
}

fn programme(context: &Context<'_>) -> Result<Vec<Block>> {
    let session = subject(context)?;
    let mut blocks = vec![];
    let given = context.data.follow(session.pack_modules.iter())?;
    if !session.modules.is_empty() || !given.is_empty() {
        blocks.push(Block::heading(context.level + 1, context.field::<TrainingSession>("modules")));
        let own = session.modules.iter().map(|module| context.locale.of(*module).into());
        let given = given.iter().filter_map(|entry| Some(context.words(entry.title.as_ref()?)));
        blocks.push(Block::bullets(own.chain(given)));
    }
    let days = half_days(context.data, context.subject)?;
    if !days.is_empty() {
        let label = |name| context.field::<HalfDay>(name);
        let mut table = Table::new(context.text("report.caption.half_days"))
            .column(Column::text(label("date")).header())
            .column(Column::text(label("part")))
            .column(Column::code(label("starts_at")))
            .column(Column::number(label("hours")));
        for day in &days {
            table.add([
                Cell::from(context.locale.date(day.date)),
                context.locale.of(day.part).into(),
                day.starts_at.as_ref().map_or_else(|| context.dash(), |time| time.0.clone()).into(),
                context.locale.number(day.hours).into(),
            ]);
        }
        let hours = days.iter().fold(0.0, |sum, day| sum + day.hours);
        let total = [context.text("report.total"), String::new(), String::new(), context.locale.number(hours)];
        blocks.push(table.total(total).into());
    }
    let trainers = context.data.below::<Trainer>(context.subject)?;
    if !trainers.is_empty() {
        let named = context.privacy == PrivacyLevel::Internal;
        let mut table = Table::new(context.text("report.caption.trainers"))
            .column(Column::text(context.field::<Trainer>("role")).header())
            .column(Column::text(context.field::<Trainer>("organisation")));
        if named {
            table = table.column(Column::text(context.field::<Trainer>("name")));
        }
        for trainer in trainers {
            let organisation = trainer.organisation.unwrap_or_else(|| context.dash());
            let name = named.then(|| Cell::from(trainer.name.0));
            table.add([Cell::from(context.locale.of(trainer.role)), organisation.into()].into_iter().chain(name));
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

/// The photos of the session, by what they show, and whether the people in them agreed; and what else is attached.
fn attached(context: &Context<'_>) -> Result<Vec<Block>> {
    if context.privacy == PrivacyLevel::Public {
        return Ok(vec![]);
    }
    let attached = attachment::of(context.data, context.subject)?;
    if attached.is_empty() {
        return Ok(vec![]);
    }
    let label = |name| context.field::<Attachment>(name);
    let mut table = Table::new(context.text("report.caption.attached"))
        .column(Column::text(label("kind")).header())
        .column(Column::text(label("caption")))
        .column(Column::text(label("consent")));
    for file in attached {
        let caption = match &file.caption {
            Some(caption) => Cell::from(context.words(caption)),
            None => context.dash().into(),
        };
        let photo = file.kind == AttachmentKind::Photo;
        let consent = photo.then(|| context.locale.of(file.consent.unwrap_or(PhotoConsent::NotAsked)));
        table.add([context.locale.of(file.kind).into(), caption, consent.unwrap_or_else(|| context.dash()).into()]);
    }
    Ok(vec![table.into()])
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
