//! Planning a session with little typing: its half-days at once, a copy of an earlier session or template, and its days
//! for the calendar program.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{HalfDay, Trainer, TrainingSession, half_days};
use crate::{
    Result,
    calendar::{self, Certainty, Entry},
    catalogue::{Catalogue as _, DayPart, SessionStatus},
    entity::{Entity, EntityInfo, Id},
    error::{Error, Problem},
    locale::Locale,
    records::{self, Record},
    session::Session,
    store::{Reader, Writer},
};

/// Hours of a half-day that is filled in, until the officer says otherwise.
const USUAL_HOURS: f64 = 3.0;
/// The most days that are filled in at once.
const MOST_DAYS: usize = 31;

/// Adds morning and afternoon to every day of a session that has no half-day yet; how many half-days were added.
///
/// # Errors
/// [`Error::Invalid`] for a session of more than 31 days: nobody means that.
pub fn fill_half_days(data: &Writer<'_>, session: String) -> Result<u32> {
    let found = data.get(&Id::<TrainingSession>::new(&*session))?;
    let days: Vec<NaiveDate> =
        found.starts.iter_days().take_while(|day| *day <= found.ends).take(MOST_DAYS + 1).collect();
    if days.len() > MOST_DAYS {
        return Err(Error::Invalid(vec![Problem::new("ends", "out_of_range").with("min", 1).with("max", MOST_DAYS)]));
    }
    let planned = half_days(data, &session)?;
    let mut added = 0;
    for day in days {
        if planned.iter().any(|half_day| half_day.date == day) {
            continue;
        }
        for part in [DayPart::Am, DayPart::Pm] {
            let values = json!({ "training_session": session, "date": day, "part": part, "hours": USUAL_HOURS });
            records::create(data, HalfDay::NAME.into(), serde_json::from_value(values)?)?;
            added += 1;
        }
    }
    Ok(added)
}

/// A new session like another one, beginning on `starts`: with its half-days at the same distance, and its trainers. It
/// is planned and no template; nobody is enrolled, and what came of the other one is left out.
pub fn copy(data: &Writer<'_>, session: String, starts: String) -> Result<Record> {
    let starts: NaiveDate = starts.parse().map_err(|_| Error::Invalid(vec![Problem::new("starts", "not_a_date")]))?;
    let info = EntityInfo::of::<TrainingSession>();
    let mut values = data.object(&info, &session)?;
    let model = data.get(&Id::<TrainingSession>::new(&*session))?;
    values.retain(|name, _| info.field(name).is_some());
    let moved = |day: NaiveDate| starts + (day - model.starts);
    for (name, value) in [
        ("starts", json!(starts)),
        ("ends", json!(moved(model.ends))),
        ("status", json!(SessionStatus::Planned)),
        ("template", json!(false)),
        ("code", Value::Null),
        ("results", Value::Null),
    ] {
        values.insert(name.into(), value);
    }
    let made = records::create(data, TrainingSession::NAME.into(), values)?;
    let id = made["id"].as_str().unwrap_or_default().to_owned();
    for half_day in half_days(data, &session)? {
        copy_part::<HalfDay>(data, &half_day.id, &id, Some(moved(half_day.date)))?;
    }
    for trainer in data.below::<Trainer>(&session)? {
        copy_part::<Trainer>(data, &trainer.id, &id, None)?;
    }
    Ok(made)
}

fn copy_part<E: Entity>(data: &Writer<'_>, part: &str, session: &str, date: Option<NaiveDate>) -> Result<()> {
    let info = EntityInfo::of::<E>();
    let mut values = data.object(&info, part)?;
    values.retain(|name, _| info.field(name).is_some());
    values.insert("training_session".into(), session.into());
    if let Some(date) = date {
        values.insert("date".into(), json!(date));
    }
    records::create(data, E::NAME.into(), values).map(drop)
}

/// Writes a session's half-days as an iCalendar file into the reports folder and shows it there; its path. Half-days
/// without a time of their own are entries for the whole day. No person is named but by the officer's own title.
///
/// # Errors
/// [`Error::NothingToReport`] for a session without half-days.
pub fn export_calendar(
    session: &Session,
    now: DateTime<Utc>,
    training_session: String,
    language: String,
) -> Result<String> {
    let locale = Locale::new(&language);
    let (name, entries) = session.read(|data| entries(data, &training_session, &locale))?;
    calendar::export(session, now, &name, &entries)
}

fn entries(data: &Reader<'_>, id: &str, locale: &Locale) -> Result<(String, Vec<Entry>)> {
    let session = data.get(&Id::<TrainingSession>::new(id))?;
    let title = session.title.words_in(locale.tag());
    let place: Vec<String> = session.venue.iter().chain(&session.city).cloned().collect();
    let certainty = match session.status {
        SessionStatus::Cancelled => Certainty::Cancelled,
        SessionStatus::Planned | SessionStatus::RegistrationOpen | SessionStatus::Postponed => Certainty::Tentative,
        _ => Certainty::Confirmed,
    };
    let entries = half_days(data, id)?.into_iter().map(|half_day| {
        let begins = half_day.starts_at.as_ref().and_then(|at| NaiveTime::parse_from_str(at, "%H:%M").ok());
        Entry {
            id: half_day.id.to_string(),
            title: format!("{title} ({})", locale.label(DayPart::NAME, half_day.part.code())),
            place: place.join(", "),
            note: String::new(),
            day: half_day.date,
            hours: begins.map(|time| (time, TimeDelta::minutes((half_day.hours * 60.0).round() as i64))),
            certainty,
        }
    });
    Ok((format!("{} {title}", session.starts), entries.collect()))
}
