//! Meetings of the partnership: when, where, of which series, and who took part. What is on the agenda is in
//! `agenda_item.rs`, what is decided in `decision.rs`, who does what in `action_point.rs`.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::{
    Result,
    agenda_item::{self, AgendaItem},
    calendar::{self, Entry},
    catalogue::{AgendaItemKind, MeetingFrequency, MeetingKind, MeetingPresence, MeetingStatus, Sensitivity},
    entity,
    entity::{ClockTime, Entity as _, EntityInfo, Id, Personal},
    error::{Error, Problem},
    locale::Locale,
    partnership::Agency,
    pilot_initiative::PilotInitiative,
    records::{self, Record, problem_if},
    session::Session,
    store::{Reader, Writer},
    text::Text,
};

/// Length of a meeting in minutes when nothing says when it ends.
const USUAL_MINUTES: i64 = 120;

entity! {
    /// A series of meetings: what its meetings have in common.
    MeetingSeries in "meeting_series" {
        /// Its title.
        title: Text,
        /// Kind of its meetings.
        kind: MeetingKind,
        /// How often it meets.
        frequency: Option<MeetingFrequency>,
        /// The pilot initiative whose team meets.
        pilot_initiative: Option<Id<PilotInitiative>>,
    }
}

entity! {
    /// A meeting.
    Meeting in "meeting" kept by keep_meeting checked by check_meeting {
        /// Its title.
        title: Text,
        /// The series that it belongs to.
        meeting_series: Option<Id<MeetingSeries>>,
        /// Its number in the series.
        number: Option<u32>,
        /// Its kind.
        kind: MeetingKind,
        /// Its day.
        date: NaiveDate,
        /// When it begins.
        starts_at: Option<ClockTime>,
        /// When it is to end.
        ends_at: Option<ClockTime>,
        /// Where it is held: a place, or a platform.
        venue: Option<String>,
        /// Function of who chairs it.
        chair_function: Option<String>,
        /// Function of who takes the minutes.
        minute_taker_function: Option<String>,
        /// Languages in which it is held: BCP 47 base languages, separated by commas.
        languages: Option<String>,
        /// How many agencies must be present to decide.
        quorum_needed: Option<u32>,
        /// Its state.
        status: MeetingStatus,
        /// Its sensitivity marking.
        sensitivity: Sensitivity,
        /// Its pilot initiative, when the team of one meets.
        pilot_initiative: Option<Id<PilotInitiative>>,
        /// When the next one is to be.
        next_meeting_on: Option<NaiveDate>,
        /// When its minutes were approved.
        approved_on: Option<NaiveDate>,
    }
}

entity! {
    /// Somebody's part in a meeting: a member agency, or a guest from elsewhere. A person may be named, and so it is in a
    /// document of its own.
    MeetingAttendance in "meeting_attendance" of meeting kept by keep_attendance checked by check_attendance {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The agency.
        agency: Option<Id<Agency>>,
        /// The organisation of a guest who comes from none of the agencies.
        organisation: Option<String>,
        /// The function of who came.
        function: Option<String>,
        /// The name of who came.
        name: Option<Personal<String>>,
        /// How they took part.
        status: MeetingPresence,
    }
}

/// The meetings, by date.
pub fn meetings(data: &Reader<'_>) -> Result<Vec<Meeting>> {
    let mut meetings = data.all::<Meeting>()?;
    meetings.sort_by(|a, b| (a.date, &a.starts_at, &a.id).cmp(&(b.date, &b.starts_at, &b.id)));
    Ok(meetings)
}

/// Whether so many agencies were present as are needed to decide; nothing when no number is needed.
pub fn quorum_met(data: &Reader<'_>, meeting: &Meeting) -> Result<Option<bool>> {
    let present = agencies_present(data, &meeting.id)?;
    Ok(meeting.quorum_needed.map(|needed| present >= needed))
}

/// Whether a meeting may decide.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Quorum {
    /// How many agencies are present.
    pub present: u32,
    /// How many are needed, if a number is.
    pub needed: Option<u32>,
    /// See [`quorum_met`].
    pub met: Option<bool>,
}

/// How many agencies are present at a meeting, and whether that is enough to decide.
pub fn quorum(data: &Reader<'_>, meeting: String) -> Result<Quorum> {
    let found = data.get(&Id::<Meeting>::new(&*meeting))?;
    let present = agencies_present(data, &meeting)?;
    Ok(Quorum { present, needed: found.quorum_needed, met: quorum_met(data, &found)? })
}

/// How many different agencies were present.
pub fn agencies_present(data: &Reader<'_>, meeting: &str) -> Result<u32> {
    let attendance = data.below::<MeetingAttendance>(meeting)?;
    let present = attendance.iter().filter(|one| one.status == MeetingPresence::Present);
    let agencies: std::collections::BTreeSet<_> = present.filter_map(|one| one.agency.clone()).collect();
    Ok(agencies.len() as u32)
}

/// Notes how a member agency took part, in one step: a new row, or a change of its only one.
///
/// # Errors
/// [`Error::BadArguments`] when several people of the agency are listed: then each row says it for itself.
pub fn mark_agency(data: &Writer<'_>, meeting: String, agency: String, status: String) -> Result<Record> {
    let rows: Vec<MeetingAttendance> = data
        .below::<MeetingAttendance>(&meeting)?
        .into_iter()
        .filter(|row| row.agency.as_deref() == Some(agency.as_str()))
        .collect();
    let name = MeetingAttendance::NAME.to_owned();
    match rows.as_slice() {
        [] => {
            let values = json!({ "meeting": meeting, "agency": agency, "status": status });
            records::create(data, name, serde_json::from_value(values)?)
        }
        [row] => {
            let values = Record::from_iter([("status".to_owned(), status.into())]);
            records::change(data, name, row.id.to_string(), values)
        }
        _ => Err(Error::BadArguments("several people of this agency are listed".into())),
    }
}

/// The next meeting after this one: of the same series and kind, at the same place and time, with its standing items, and
/// with the items that were not dealt with carried over.
///
/// # Errors
/// [`Error::Invalid`] for a day before this meeting's.
pub fn next_meeting(data: &Writer<'_>, meeting: String, date: String) -> Result<Record> {
    let info = EntityInfo::of::<Meeting>();
    let found = data.get(&Id::<Meeting>::new(&*meeting))?;
    let date: NaiveDate = date.parse().map_err(|_| Error::Invalid(vec![Problem::new("date", "not_a_date")]))?;
    if date < found.date {
        return Err(Error::Invalid(vec![Problem::new("date", "end_before_start")]));
    }
    let mut values = data.object(&info, &meeting)?;
    values.retain(|name, _| info.field(name).is_some());
    for (name, value) in [
        ("date", json!(date)),
        ("number", json!(found.number.map(|number| number + 1))),
        ("status", json!(MeetingStatus::Draft)),
        ("next_meeting_on", Value::Null),
        ("approved_on", Value::Null),
    ] {
        values.insert(name.into(), value);
    }
    let made = records::create(data, Meeting::NAME.into(), values)?;
    let next = made["id"].as_str().unwrap_or_default().to_owned();
    let items = agenda_item::of_meeting(data, &meeting)?;
    let standing = |item: &&AgendaItem| item.kind.is_standing();
    let unfinished: Vec<&AgendaItem> = {
        let mut open = vec![];
        for item in items.iter().filter(|item| !standing(item)) {
            if !agenda_item::is_dealt_with(data, item)? && !agenda_item::is_carried_on(data, item)? {
                open.push(item);
            }
        }
        open
    };
    let (last, first): (Vec<_>, Vec<_>) =
        items.iter().filter(standing).partition(|item| item.kind == AgendaItemKind::AnyOtherBusiness);
    for item in first.into_iter().chain(unfinished).chain(last) {
        agenda_item::copy(data, item, Some(&next))?;
    }
    Ok(made)
}

/// Writes a meeting as an iCalendar file into the reports folder and shows it there; its path. What it is about is named
/// by the titles of the items that are not confidential.
pub fn export_calendar(session: &Session, now: DateTime<Utc>, meeting: String, language: String) -> Result<String> {
    let locale = Locale::new(&language);
    let (name, entry) = session.read(|data| {
        let meeting = data.get(&Id::<Meeting>::new(&*meeting))?;
        let words = |text: &Text| text.words_in(locale.tag()).to_owned();
        let items = agenda_item::of_meeting(data, &meeting.id)?;
        // With the numbers that they have on the agenda.
        let open = items.iter().enumerate().filter(|(_, item)| !item.confidential);
        let topics: Vec<String> = open.map(|(at, item)| format!("{}. {}", at + 1, words(&item.title))).collect();
        let starts = meeting.starts_at.as_ref().and_then(clock);
        let ends = meeting.ends_at.as_ref().and_then(clock);
        let title = words(&meeting.title);
        let entry = Entry {
            id: meeting.id.to_string(),
            title: title.clone(),
            place: meeting.venue.clone().unwrap_or_default(),
            note: topics.join("\n"),
            day: meeting.date,
            hours: starts.map(|from| {
                let to = ends.filter(|to| *to > from);
                (from, to.map_or(TimeDelta::minutes(USUAL_MINUTES), |to| to - from))
            }),
            certainty: match meeting.status {
                MeetingStatus::Draft => calendar::Certainty::Tentative,
                _ => calendar::Certainty::Confirmed,
            },
        };
        Ok((format!("{} {title}", meeting.date), entry))
    })?;
    calendar::export(session, now, &name, &[entry])
}

/// The time of a clock.
pub fn clock(time: &ClockTime) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(time, "%H:%M").ok()
}

/// A problem of what belongs to a meeting whose minutes are approved: they stay as they were approved.
pub fn problem_if_approved(data: &Reader<'_>, meeting: &Id<Meeting>, field: &str) -> Result<Option<Problem>> {
    let approved = data.get(meeting)?.status == MeetingStatus::MinutesApproved;
    Ok(problem_if(approved, field, "minutes_approved"))
}

/// [`problem_if_approved`] for what is to be deleted.
///
/// # Errors
/// [`Error::MinutesApproved`]
pub fn refuse_if_approved(data: &Reader<'_>, meeting: &Id<Meeting>) -> Result<()> {
    keep_meeting(&data.get(meeting)?, data)
}

fn keep_meeting(meeting: &Meeting, _: &Reader<'_>) -> Result<()> {
    if meeting.status == MeetingStatus::MinutesApproved { Err(Error::MinutesApproved) } else { Ok(()) }
}

fn keep_attendance(attendance: &MeetingAttendance, data: &Reader<'_>) -> Result<()> {
    refuse_if_approved(data, &attendance.meeting)
}

fn check_meeting(meeting: &Meeting, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = meeting.starts_at.as_ref().zip(meeting.ends_at.as_ref()).is_some_and(|(from, to)| to.0 <= from.0);
    let before = meeting.next_meeting_on.is_some_and(|next| next < meeting.date);
    let early = meeting.approved_on.is_some_and(|day| day < meeting.date);
    let undated = meeting.status == MeetingStatus::MinutesApproved && meeting.approved_on.is_none();
    Ok([
        problem_if(reversed, "ends_at", "end_before_start"),
        problem_if(before, "next_meeting_on", "end_before_start"),
        problem_if(early, "approved_on", "end_before_start"),
        problem_if(undated, "approved_on", "required"),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_attendance(attendance: &MeetingAttendance, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let approved = problem_if_approved(data, &attendance.meeting, "status")?;
    let unknown = attendance.agency.is_none() && attendance.organisation.is_none();
    Ok(problem_if(unknown, "organisation", "agency_or_organisation").into_iter().chain(approved).collect())
}

impl MeetingStatus {
    /// Whether the meeting is over.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::MinutesApproved)
    }
}

impl AgendaItemKind {
    /// Whether every meeting has it, so that it is neither carried over nor put off.
    pub fn is_standing(self) -> bool {
        matches!(self, Self::PreviousMinutes | Self::ActionReview | Self::AnyOtherBusiness)
    }
}
