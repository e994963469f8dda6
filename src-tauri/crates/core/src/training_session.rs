//! Training sessions: what is planned and delivered, by half-days. Who came is in `attendance.rs`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{AgencySector, DayPart, Delivery, SessionStatus, TrainerRole, TrainingModule},
    entity,
    entity::{ClockTime, Country, Id, Links, Percent, Personal},
    error::Problem,
    pack::PackEntry,
    records::problem_if,
    situation_analysis::Priority,
    store::Reader,
    text::{Note, Text},
};

mod planning;

pub use planning::{copy, export_calendar, fill_half_days};

/// Share of half-days that a certificate asks for unless the session says otherwise, in percent (domain reference, 1.2).
pub const CERTIFICATE_SHARE: u32 = 80;

entity! {
    /// A training session.
    TrainingSession in "training_session" checked by check_session {
        /// Its title.
        title: Text,
        /// Its number in the partner's own list, such as T-07.
        code: Option<String>,
        /// First day.
        starts: NaiveDate,
        /// Last day.
        ends: NaiveDate,
        /// City.
        city: Option<String>,
        /// Country, ISO 3166-1 alpha-2.
        country: Option<Country>,
        /// Venue.
        venue: Option<String>,
        /// How it is held.
        delivery: Delivery,
        /// Languages in which it is held: BCP 47 base languages, separated by commas.
        languages: Option<String>,
        /// Languages into which it is interpreted: BCP 47 base languages, separated by commas.
        interpretation_languages: Option<String>,
        /// Modules.
        modules: BTreeSet<TrainingModule>,
        /// Modules of the common catalogue.
        pack_modules: Links<PackEntry>,
        /// Sectors that it is meant for.
        target_sectors: BTreeSet<AgencySector>,
        /// Cities that send guests.
        guest_cities: Option<String>,
        /// Places.
        capacity: Option<u32>,
        /// Priorities that it answers.
        priorities: Links<Priority>,
        /// What it costs, in euros.
        cost: Option<f64>,
        /// Share of its half-days that a certificate asks for, in percent; nothing counts as [`CERTIFICATE_SHARE`].
        certificate_share: Option<Percent>,
        /// Whether it is a model for further sessions: then nobody comes, and it is counted nowhere.
        template: bool,
        /// Its state.
        status: SessionStatus,
        /// What it is to achieve.
        objectives: Option<Note>,
        /// What came of it: the facilitators' and the partnership's view.
        results: Option<Note>,
    }
}

entity! {
    /// A half-day of a session: the grain of attendance.
    HalfDay in "half_day" of training_session checked by check_half_day {
        /// The session.
        training_session: Id<TrainingSession>,
        /// Its day.
        date: NaiveDate,
        /// Its part of the day.
        part: DayPart,
        /// When it begins.
        starts_at: Option<ClockTime>,
        /// Its length in hours.
        hours: f64,
    }
}

entity! {
    /// A trainer: a person, and so in a document of their own.
    Trainer in "trainer" of training_session {
        /// The session.
        training_session: Id<TrainingSession>,
        /// The person's name.
        name: Personal<String>,
        /// Their organisation.
        organisation: Option<String>,
        /// Their role.
        role: TrainerRole,
    }
}

/// The half-days of a session, in the order of the calendar.
pub fn half_days(data: &Reader<'_>, session: &str) -> Result<Vec<HalfDay>> {
    let mut half_days = data.below::<HalfDay>(session)?;
    half_days.sort_by_key(|half_day| (half_day.date, half_day.part));
    Ok(half_days)
}

impl SessionStatus {
    /// Whether the session took place: the rule by which sessions are counted (domain reference, 4.12).
    pub fn took_place(self) -> bool {
        matches!(self, Self::Delivered | Self::Documented | Self::Reported)
    }
}

fn check_session(session: &TrainingSession, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let outside = data
        .below::<HalfDay>(&session.id)?
        .iter()
        .any(|half_day| half_day.date < session.starts || half_day.date > session.ends);
    Ok([
        problem_if(session.ends < session.starts, "ends", "end_before_start"),
        problem_if(session.cost.is_some_and(|cost| cost < 0.0), "cost", "out_of_range")
            .map(|problem| problem.with("min", 0).with("max", 1_000_000_000)),
        problem_if(outside && session.ends >= session.starts, "ends", "outside_session"),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_half_day(half_day: &HalfDay, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let session = data.get(&half_day.training_session)?;
    let twice = data
        .below::<HalfDay>(&half_day.training_session)?
        .iter()
        .any(|other| other.id != half_day.id && (other.date, other.part) == (half_day.date, half_day.part));
    let outside = half_day.date < session.starts || half_day.date > session.ends;
    let hours = (!(0.25..=12.0).contains(&half_day.hours))
        .then(|| Problem::new("hours", "out_of_range").with("min", "0.25").with("max", 12));
    Ok([problem_if(outside, "date", "outside_session"), problem_if(twice, "part", "duplicate_half_day"), hours]
        .into_iter()
        .flatten()
        .collect())
}
