//! The agenda of a meeting: items with their time, and those that wait for a meeting. What is decided on an item is in
//! `decision.rs`.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::{
    Result,
    action_point::ActionPoint,
    catalogue::{AgendaItemKind, Catalogue as _, MeetingStatus},
    decision::Decision,
    entity,
    entity::{ClockTime, Entity as _, EntityInfo, Id},
    error::{Error, Problem},
    indicator::Indicator,
    locale::{LANGUAGES, Locale},
    meeting::{Meeting, clock, problem_if_approved, refuse_if_approved},
    partnership::{self, Agency},
    pilot_initiative::PilotInitiative,
    records::{self, Record},
    risk::Risk,
    situation_analysis::SituationAnalysis,
    store::{Reader, Writer},
    text::{Note, Text},
    training_session::TrainingSession,
};

/// The place of any other business: behind whatever is added.
const LAST: u32 = 1_000_000;

entity! {
    /// An agenda item. One without a meeting is in the backlog.
    AgendaItem in "agenda_item" completed by place_it kept by keep checked by check {
        /// The meeting on whose agenda it is.
        meeting: Option<Id<Meeting>>,
        /// Its place on the agenda, from 1; any other business has [`LAST`].
        position: Option<u32>,
        /// What it is about.
        title: Text,
        /// Its kind.
        kind: AgendaItemKind,
        /// Minutes that it is given.
        minutes: Option<u32>,
        /// The agency that presents it.
        presenter_agency: Option<Id<Agency>>,
        /// Function of who presents it.
        presenter_function: Option<String>,
        /// The analysis that it is about.
        situation_analysis: Option<Id<SituationAnalysis>>,
        /// The training session that it is about.
        training_session: Option<Id<TrainingSession>>,
        /// The pilot initiative that it is about.
        pilot_initiative: Option<Id<PilotInitiative>>,
        /// The indicator that it is about.
        indicator: Option<Id<Indicator>>,
        /// The risk that it is about.
        risk: Option<Id<Risk>>,
        /// Whether it is dealt with in the confidential part: not on the shared screen, not in minutes for others.
        confidential: bool,
        /// What was said, in short: no names, nothing word for word.
        notes: Option<Note>,
        /// When it was begun in the meeting.
        began_at: Option<ClockTime>,
        /// The item of an earlier meeting that it takes up again.
        carried_from: Option<Id<AgendaItem>>,
    }
}

/// An agenda with its times.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Agenda {
    /// Its items in order.
    pub items: Vec<AgendaRow>,
    /// Minutes of all items together.
    pub minutes: u32,
    /// Minutes between the meeting's begin and its end, if both are set.
    pub available: Option<u32>,
    /// Whether the meeting is over.
    pub over: bool,
}

/// An item with what follows from the others.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct AgendaRow {
    /// Id of the item.
    pub id: String,
    /// Its number on the agenda, from 1.
    pub number: u32,
    /// What it is about.
    pub title: Text,
    /// Code of its kind.
    #[ts(as = "String")]
    pub kind: AgendaItemKind,
    /// Whether every meeting has it, so that it is not put off.
    pub standing: bool,
    /// When it is to begin, if the meeting's begin is set.
    pub starts_at: Option<String>,
    /// Minutes that it is given.
    pub minutes: Option<u32>,
    /// The agency that presents it.
    pub presenter_agency: Option<Text>,
    /// Function of who presents it.
    pub presenter_function: Option<String>,
    /// See [`AgendaItem::confidential`].
    pub confidential: bool,
    /// When it was begun in the meeting.
    pub began_at: Option<String>,
    /// Whether something was noted, decided or agreed on it.
    pub dealt_with: bool,
    /// Whether it takes up an item of an earlier meeting.
    pub carried_from: bool,
    /// Whether a later meeting takes it up again.
    pub carried_on: bool,
}

/// The items of a meeting, in order.
pub fn of_meeting(data: &Reader<'_>, meeting: &str) -> Result<Vec<AgendaItem>> {
    let mut items = data.select::<AgendaItem>("SELECT * FROM {table} WHERE meeting = ?1 ORDER BY id", &[&meeting])?;
    items.sort_by(|a, b| (a.position.unwrap_or(u32::MAX), &a.id).cmp(&(b.position.unwrap_or(u32::MAX), &b.id)));
    Ok(items)
}

/// The items that wait for a meeting, oldest first.
pub fn backlog(data: &Reader<'_>) -> Result<Vec<Record>> {
    let waiting = data.select::<AgendaItem>("SELECT * FROM {table} WHERE meeting IS NULL ORDER BY id", &[])?;
    waiting.iter().map(|item| data.object(&EntityInfo::of::<AgendaItem>(), &item.id)).collect()
}

/// The agenda of a meeting.
pub fn agenda(data: &Reader<'_>, meeting: String) -> Result<Agenda> {
    let found = data.get(&Id::<Meeting>::new(&*meeting))?;
    let starts = found.starts_at.as_ref().and_then(clock);
    let ends = found.ends_at.as_ref().and_then(clock);
    let items = of_meeting(data, &meeting)?;
    let mut minutes = 0;
    let mut rows = vec![];
    for (at, item) in items.into_iter().enumerate() {
        let starts_at = starts.map(|time| (time + TimeDelta::minutes(minutes.into())).format("%H:%M").to_string());
        minutes += item.minutes.unwrap_or(0);
        let presenter = data.follow(&item.presenter_agency)?.pop();
        rows.push(AgendaRow {
            dealt_with: is_dealt_with(data, &item)?,
            carried_on: is_carried_on(data, &item)?,
            number: at as u32 + 1,
            kind: item.kind,
            standing: item.kind.is_standing(),
            starts_at,
            minutes: item.minutes,
            presenter_agency: presenter.map(|agency| agency.name),
            presenter_function: item.presenter_function,
            confidential: item.confidential,
            began_at: item.began_at.map(|time| time.0),
            carried_from: item.carried_from.is_some(),
            id: item.id.to_string(),
            title: item.title,
        });
    }
    let available = starts.zip(ends).map(|(from, to)| (to - from).num_minutes().max(0) as u32);
    Ok(Agenda { items: rows, minutes, available, over: found.status.is_over() })
}

/// Whether something was noted, decided or agreed on an item.
pub fn is_dealt_with(data: &Reader<'_>, item: &AgendaItem) -> Result<bool> {
    let id: &str = &item.id;
    let decided = data.number("SELECT CAST(count(*) AS REAL) FROM decision WHERE agenda_item = ?1", &[&id])?;
    let agreed = data.number("SELECT CAST(count(*) AS REAL) FROM action_point WHERE agenda_item = ?1", &[&id])?;
    Ok(item.notes.is_some() || decided + agreed > 0.0)
}

/// Whether another item takes it up again.
pub(crate) fn is_carried_on(data: &Reader<'_>, item: &AgendaItem) -> Result<bool> {
    let id: &str = &item.id;
    let sql = "SELECT CAST(count(*) AS REAL) FROM agenda_item WHERE carried_from = ?1";
    Ok(data.number(sql, &[&id])? > 0.0)
}

/// Puts the items of a meeting into an order.
///
/// # Errors
/// [`Error::NotFound`] for one that is not on its agenda.
pub fn order_agenda(data: &Writer<'_>, meeting: String, order: Vec<String>) -> Result<()> {
    let own: BTreeSet<String> = of_meeting(data, &meeting)?.iter().map(|item| item.id.to_string()).collect();
    let last = order.len();
    for (at, id) in order.into_iter().enumerate() {
        if !own.contains(&id) {
            return Err(Error::NotFound);
        }
        let other_business = data.get(&Id::<AgendaItem>::new(&*id))?.kind == AgendaItemKind::AnyOtherBusiness;
        let position = if at + 1 == last && other_business { LAST } else { at as u32 + 1 };
        set(data, &id, json!({ "position": position }))?;
    }
    Ok(())
}

/// Puts an item of the backlog at the end of a meeting's agenda, before any other business.
pub fn schedule_item(data: &Writer<'_>, item: String, meeting: String) -> Result<Record> {
    set(data, &item, json!({ "meeting": meeting, "position": null }))
}

/// Puts an item off: one that nothing was said on goes to the backlog; one that was dealt with stays where it is, and the
/// backlog gets a new item that takes it up again.
///
/// # Errors
/// [`Error::BadArguments`] for a standing item, which every meeting has anyway.
pub fn put_off(data: &Writer<'_>, item: String) -> Result<Record> {
    let found = data.get(&Id::<AgendaItem>::new(&*item))?;
    if found.kind.is_standing() {
        return Err(Error::BadArguments("every meeting has this item".into()));
    }
    if is_dealt_with(data, &found)? || found.began_at.is_some() {
        copy(data, &found, None)
    } else {
        set(data, &item, json!({ "meeting": null, "position": null }))
    }
}

/// Begins an item at a time of the clock: its meeting is under way from then on, and the item keeps the time at which it
/// was begun first. In a meeting that is over nothing changes: there an item is only looked up.
///
/// # Errors
/// [`Error::BadArguments`] for an item that waits for a meeting; [`Error::Invalid`] for a time that is none.
pub fn begin_item(data: &Writer<'_>, item: String, time: String) -> Result<()> {
    let found = data.get(&Id::<AgendaItem>::new(&*item))?;
    let Some(meeting) = found.meeting else {
        return Err(Error::BadArguments("this item waits for a meeting".into()));
    };
    let status = data.get(&meeting)?.status;
    if status.is_over() {
        return Ok(());
    }
    if found.began_at.is_none() {
        set(data, &item, json!({ "began_at": time }))?;
    }
    if status != MeetingStatus::InProgress {
        let values = json!({ "status": MeetingStatus::InProgress });
        records::change(data, Meeting::NAME.into(), meeting.to_string(), serde_json::from_value(values)?)?;
    }
    Ok(())
}

/// Adds the items that every meeting has and this one lacks; how many were added.
pub fn add_standing_items(data: &Writer<'_>, meeting: String) -> Result<u32> {
    let owner = partnership::of_file(data)?;
    let present: Vec<AgendaItemKind> = of_meeting(data, &meeting)?.iter().map(|item| item.kind).collect();
    let mut added = 0;
    for (kind, minutes) in [
        (AgendaItemKind::PreviousMinutes, 5),
        (AgendaItemKind::ActionReview, 10),
        (AgendaItemKind::AnyOtherBusiness, 5),
    ] {
        if present.contains(&kind) {
            continue;
        }
        let words: serde_json::Map<String, Value> =
            LANGUAGES.iter().map(|(tag, _)| ((*tag).to_owned(), Locale::new(tag).of(kind).into())).collect();
        let source = if words.contains_key(&*owner.language) { owner.language.0.clone() } else { "en".into() };
        let values = json!({
            "meeting": meeting, "title": { "source": source, "words": words }, "kind": kind, "minutes": minutes,
        });
        records::create(data, AgendaItem::NAME.into(), serde_json::from_value(values)?)?;
        added += 1;
    }
    let rank = |item: &AgendaItem| match item.kind {
        AgendaItemKind::PreviousMinutes => 0,
        AgendaItemKind::ActionReview => 1,
        AgendaItemKind::AnyOtherBusiness => 3,
        _ => 2,
    };
    let mut items = of_meeting(data, &meeting)?;
    items.sort_by_key(rank);
    order_agenda(data, meeting, items.iter().map(|item| item.id.to_string()).collect())?;
    Ok(added)
}

/// Puts a copy of an item on the agenda of another meeting, or into the backlog; one that is not standing says what it
/// takes up again.
pub(crate) fn copy(data: &Writer<'_>, item: &AgendaItem, meeting: Option<&str>) -> Result<Record> {
    let info = EntityInfo::of::<AgendaItem>();
    let mut values = data.object(&info, &item.id)?;
    values.retain(|name, _| info.field(name).is_some());
    for (name, value) in [
        ("meeting", json!(meeting)),
        ("position", Value::Null),
        ("notes", Value::Null),
        ("began_at", Value::Null),
        ("carried_from", if item.kind.is_standing() { Value::Null } else { json!(item.id) }),
    ] {
        values.insert(name.into(), value);
    }
    records::create(data, AgendaItem::NAME.into(), values)
}

fn set(data: &Writer<'_>, item: &str, values: Value) -> Result<Record> {
    records::change(data, AgendaItem::NAME.into(), item.into(), serde_json::from_value(values)?)
}

/// Whether what hangs on an item belongs to the confidential part. An item that a colleague deleted meanwhile may have
/// been in it, so the careful answer is yes.
pub fn is_confidential(data: &Reader<'_>, item: Option<&Id<AgendaItem>>) -> Result<bool> {
    let Some(item) = item else { return Ok(false) };
    Ok(data.follow([item])?.pop().is_none_or(|item| item.confidential))
}

/// The decisions on an item, by number.
pub fn decisions(data: &Reader<'_>, item: &str) -> Result<Vec<Decision>> {
    data.select("SELECT * FROM {table} WHERE agenda_item = ?1 ORDER BY number, id", &[&item])
}

/// The action points agreed on an item, by number.
pub fn actions(data: &Reader<'_>, item: &str) -> Result<Vec<ActionPoint>> {
    data.select("SELECT * FROM {table} WHERE agenda_item = ?1 ORDER BY number, id", &[&item])
}

/// A new item comes behind the others of its meeting, and before any other business.
fn place_it(values: &mut serde_json::Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    let meeting = values.get("meeting").and_then(Value::as_str);
    let Some(meeting) = meeting.filter(|_| values.get("position").is_none_or(Value::is_null)) else { return Ok(()) };
    let other_business = values.get("kind").and_then(Value::as_str) == Some(AgendaItemKind::AnyOtherBusiness.code());
    let taken = of_meeting(data, meeting)?.iter().filter_map(|item| item.position).filter(|place| *place < LAST).max();
    let position = if other_business { LAST } else { taken.unwrap_or(0) + 1 };
    values.insert("position".into(), position.into());
    Ok(())
}

/// What was recorded on an item would lose its confidentiality with it.
fn keep(item: &AgendaItem, data: &Reader<'_>) -> Result<()> {
    if let Some(meeting) = &item.meeting {
        refuse_if_approved(data, meeting)?;
    }
    let free = decisions(data, &item.id)?.is_empty() && actions(data, &item.id)?.is_empty();
    if free { Ok(()) } else { Err(Error::HasOutcomes) }
}

fn check(item: &AgendaItem, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let before = if data.exists(AgendaItem::NAME, &item.id)? { data.get(&item.id)?.meeting } else { None };
    // It is neither changed in approved minutes, nor put on their agenda, nor taken from it.
    for meeting in before.iter().chain(&item.meeting) {
        if let Some(problem) = problem_if_approved(data, meeting, "title")? {
            return Ok(vec![problem]);
        }
    }
    Ok(vec![])
}
