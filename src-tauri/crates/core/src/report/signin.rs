//! The sign-in sheet of a session: a list for each day, to be signed each half-day, with what people must be told when
//! they are asked to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use liaise_paper::document::{Block, Column, Design, Document, Fact, Row, Table};

use super::{Context, frame};
use crate::{
    Result, attendance,
    catalogue::{DayPart, ReportKind},
    entity::Id,
    error::Error,
    participant::Participant,
    partnership::{self, Partnership},
    training_session::{Trainer, TrainingSession, half_days},
};

/// Empty rows for people who come without being registered.
const SPARE: usize = 4;
/// Height of a row in points: room to sign.
const ROW: f32 = 25.0;

/// The sheets of a session, a day each.
///
/// # Errors
/// [`Error::NothingToReport`] for a session without half-days.
pub(super) fn document(context: &Context<'_>) -> Result<Document> {
    let session: TrainingSession = context.data.get(&Id::new(context.subject))?;
    let owner = partnership::of_file(context.data)?;
    let mut days: BTreeMap<NaiveDate, BTreeSet<DayPart>> = BTreeMap::new();
    for half_day in half_days(context.data, context.subject)? {
        days.entry(half_day.date).or_default().insert(half_day.part);
    }
    let people = expected(context)?;
    let trainers = context.data.below::<Trainer>(context.subject)?;
    let mut sheets: Vec<Document> = days
        .iter()
        .map(|(day, parts)| sheet(context, &owner, &session, *day, parts, &people, &trainers))
        .collect::<Result<_>>()?;
    if sheets.is_empty() {
        return Err(Error::NothingToReport);
    }
    let mut first = sheets.remove(0);
    first.parts = sheets;
    Ok(first)
}

/// The people who are expected at a session, by name.
pub(super) fn expected(context: &Context<'_>) -> Result<Vec<Participant>> {
    let grid = attendance::grid(context.data, context.subject.into(), context.locale.tag().into())?;
    let expected = grid.rows.iter().filter(|row| row.expected);
    let ids: Vec<Id<Participant>> = expected.map(|row| Id::new(row.participant.as_str())).collect();
    let mut people = context.data.follow(&ids)?;
    people.retain(|person| person.anonymised_on.is_none());
    Ok(people)
}

fn sheet(
    context: &Context<'_>,
    owner: &Partnership,
    session: &TrainingSession,
    day: NaiveDate,
    parts: &BTreeSet<DayPart>,
    people: &[Participant],
    trainers: &[Trainer],
) -> Result<Document> {
    let locale = context.locale;
    let kind = locale.of(ReportKind::SigninSheet);
    let mut document = frame::bare(context, owner, &context.plain(&session.title), &kind)?.design(Design::SignInSheet);
    document.front.subtitle = format!("{kind} – {}", locale.date(day));
    let place: Vec<String> = session.venue.iter().chain(&session.city).cloned().collect();
    let label = |key: &str| context.text(&format!("report.signin.{key}"));
    document.front.facts = vec![
        Fact::new(label("project"), "LIAISE 2"),
        Fact::new(context.text("report.cover.partner"), owner.partner_name.as_str()),
        Fact::new(context.text("report.cover.place"), if place.is_empty() { context.dash() } else { place.join(", ") }),
        Fact::new(context.field::<TrainingSession>("code"), session.code.clone().unwrap_or_else(|| context.dash())),
    ];
    document.push(Block::small(notice(context, owner, people)));
    let name = |field| context.field::<Participant>(field);
    let mut table = Table::new(document.front.subtitle.clone())
        .column(Column::number("№"))
        .column(Column::text(name("family_name")).header().min(110.0))
        .column(Column::text(name("given_name")).min(80.0))
        .column(Column::text(name("organisation")).min(120.0))
        .column(Column::text(name("city")).min(60.0));
    for part in parts {
        let head = locale.fill("report.signin.signature", &[("part", &locale.of(*part))]);
        table = table.column(Column::blank(head, 92.0));
    }
    table = table.column(Column::blank(label("photo"), 46.0));
    let trainer_role = |trainer: &Trainer| locale.of(trainer.role);
    for trainer in trainers {
        let organisation = trainer.organisation.clone().unwrap_or_default();
        let cells = [String::new(), trainer.name.0.clone(), trainer_role(trainer), organisation, String::new()];
        table.rows.push(Row::new(cells).height(ROW));
    }
    for (number, person) in people.iter().enumerate() {
        let given = person.given_name.as_ref().map(|name| name.0.clone()).unwrap_or_default();
        let organisation: Vec<String> = person
            .organisation
            .iter()
            .cloned()
            .chain(person.function.as_ref().map(|function| function.0.clone()))
            .collect();
        let cells = [
            (number + 1).to_string(),
            person.family_name.0.clone(),
            given,
            organisation.join(", "),
            person.city.clone().unwrap_or_default(),
        ];
        table.rows.push(Row::new(cells).height(ROW));
    }
    for number in 0..SPARE {
        table.rows.push(Row::new([(people.len() + number + 1).to_string()]).height(ROW));
    }
    document.push(table);
    Ok(document)
}

/// Why people are asked to sign, how long that is kept, and whom to ask.
fn notice(context: &Context<'_>, owner: &Partnership, people: &[Participant]) -> String {
    let locale = context.locale;
    let mut notice = vec![locale.fill("report.signin.notice", &[("controller", &owner.partner_name)])];
    if let Some(until) = people.iter().filter_map(|person| person.retention_until).max() {
        notice.push(locale.fill("report.signin.kept_until", &[("date", &locale.date(until))]));
    }
    if let Some(contact) = &owner.data_protection_contact {
        notice.push(locale.fill("report.signin.contact", &[("contact", contact)]));
    }
    notice.push(context.text("report.signin.photo_note"));
    notice.join(" ")
}
