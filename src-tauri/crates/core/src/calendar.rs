//! Dates for the calendar program: iCalendar files. Whose dates they are, those who ask say.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};

use crate::{Result, error::Error, session::Session};

/// How certain a date is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Certainty {
    /// It may still move.
    Tentative,
    /// It is fixed.
    Confirmed,
    /// It is off.
    Cancelled,
}

/// One date.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Id of the record that it comes from: the same date exported twice is one in the calendar.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Where it is; may be empty.
    pub place: String,
    /// What it is about; may be empty.
    pub note: String,
    /// Its day.
    pub day: NaiveDate,
    /// When it begins on the clock of the place, and how long it takes; the whole day without it.
    pub hours: Option<(NaiveTime, TimeDelta)>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// Writes dates as an iCalendar file into the reports folder and shows it there; its path.
///
/// # Errors
/// [`Error::NothingToReport`] without any date.
pub(crate) fn export(session: &Session, now: DateTime<Utc>, name: &str, entries: &[Entry]) -> Result<String> {
    if entries.is_empty() {
        return Err(Error::NothingToReport);
    }
    let mut calendar = Calendar::new();
    for entry in entries {
        calendar.push(event(entry, now));
    }
    session.save_document(name, "ics", calendar.done().to_string().as_bytes())
}

fn event(entry: &Entry, now: DateTime<Utc>) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{}@liaise", entry.id)).timestamp(now).summary(&entry.title).status(match entry.certainty {
        Certainty::Tentative => EventStatus::Tentative,
        Certainty::Confirmed => EventStatus::Confirmed,
        Certainty::Cancelled => EventStatus::Cancelled,
    });
    if !entry.place.is_empty() {
        event.location(&entry.place);
    }
    if !entry.note.is_empty() {
        event.description(&entry.note);
    }
    match entry.hours {
        Some((from, length)) => {
            let from = entry.day.and_time(from);
            event.starts(from).ends(from + length);
        }
        None => {
            event.starts(entry.day).ends(entry.day + Days::new(1));
        }
    }
    event.done()
}
