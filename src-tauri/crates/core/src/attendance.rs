//! Attendance: who is enrolled in a session, and who was there on which half-day. "Unmarked" is no record at all, so
//! it can never be read as "absent".

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Result,
    attachment::Attachment,
    catalogue::{AttendanceBasis, AttendanceStatus, Catalogue as _, EnrolmentSource, EnrolmentStatus},
    entity,
    entity::{Entity as _, EntityInfo, Id},
    erasure,
    error::{Error, Problem},
    exchange,
    locale::Locale,
    participant::Participant,
    records::{self, Record, problem_if},
    store::{Moment, Reader, Writer},
    training_session::{HalfDay, TrainingSession, half_days},
};

mod enrolling;

pub use enrolling::{Enrolled, Seats, enrol, enrol_from, enrol_walk_in, give_place};

entity! {
    /// A person's place in a session.
    Enrolment in "enrolment" of training_session checked by check {
        /// The session.
        training_session: Id<TrainingSession>,
        /// The person.
        participant: Id<Participant>,
        /// State of the enrolment.
        status: EnrolmentStatus,
        /// Whether they come from a guest city.
        guest_city: bool,
        /// Whether they came without being registered.
        walk_in: bool,
        /// How the enrolment came in; nothing counts as entered by hand.
        source: Option<EnrolmentSource>,
    }
}

entity! {
    /// A mark: whether a person was there on a half-day.
    Attendance in "attendance" of enrolment identified by mark_id checked by check_mark {
        /// The enrolment.
        enrolment: Id<Enrolment>,
        /// The half-day.
        half_day: Id<HalfDay>,
        /// Whether they were there.
        status: AttendanceStatus,
        /// Minutes of the half-day, for who was there in part.
        minutes: Option<u32>,
        /// What the mark rests on.
        basis: Option<AttendanceBasis>,
        /// The scanned sheet that shows it.
        sheet: Option<Id<Attachment>>,
    }
}

/// One mark to set.
#[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Id of the enrolment.
    pub enrolment: String,
    /// Id of the half-day.
    pub half_day: String,
    /// A code of the catalogue `attendance_status`.
    pub status: String,
}

/// What marks rest on.
#[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// A code of the catalogue `attendance_basis`.
    pub basis: Option<String>,
    /// Id of an attachment of the session: the scanned sheet.
    pub sheet: Option<String>,
}

/// The attendance of one session.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Grid {
    /// The half-days, in the order of the calendar.
    pub half_days: Vec<GridHalfDay>,
    /// The people, sorted by name in the language asked for.
    pub rows: Vec<GridRow>,
    /// Persons counted as trained: present or partly present on at least one half-day.
    pub trained: u32,
    /// Persons expected: registered, invited or confirmed; others only if they have a mark all the same.
    pub enrolled: u32,
    /// Places and the waiting list.
    pub seats: Seats,
}

/// A half-day of the grid, with its totals.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct GridHalfDay {
    /// Id.
    pub id: String,
    /// Date, ISO 8601.
    pub date: String,
    /// A code of the catalogue `day_part`.
    pub part: String,
    /// Hours.
    pub hours: f64,
    /// Number of persons by attendance status; every status is there.
    pub totals: BTreeMap<String, u32>,
}

/// A person's row of the grid.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct GridRow {
    /// Id of the enrolment.
    pub enrolment: String,
    /// Id of the participant.
    pub participant: String,
    /// Name in sorting order.
    pub name: String,
    /// Organisation.
    pub organisation: Option<String>,
    /// A code of the catalogue `enrolment_status`.
    pub status: String,
    /// Whether they are expected, see [`Grid::enrolled`].
    pub expected: bool,
    /// Whether they come from a guest city.
    pub guest_city: bool,
    /// Whether they came without being registered.
    pub walk_in: bool,
    /// Attendance status by id of the half-day; `unmarked` where there is no mark.
    pub marks: BTreeMap<String, String>,
    /// Half-days attended, in full or in part.
    pub attended: u32,
    /// Hours of those half-days.
    pub hours: f64,
    /// Whether they count as trained.
    pub trained: bool,
}

/// The attendance grid of a session, its rows in the order of `language`.
pub fn grid(data: &Reader<'_>, session: String, language: String) -> Result<Grid> {
    let found = data.get(&Id::<TrainingSession>::new(&*session))?;
    let half_days = half_days(data, &session)?;
    let marks = marks(data, &session)?;
    let sql = "SELECT p.* FROM {table} p JOIN enrolment e ON e.participant = p.id WHERE e.training_session = ?1";
    let people: BTreeMap<String, Participant> = data
        .select::<Participant>(sql, &[&session])?
        .into_iter()
        .map(|participant| (participant.id.to_string(), participant))
        .collect();
    let enrolments = data.below::<Enrolment>(&session)?;
    let mut rows = vec![];
    for enrolment in &enrolments {
        rows.push(row(enrolment, people.get(&*enrolment.participant), &half_days, &marks, &language));
    }
    Locale::new(&language).sort_by_key(&mut rows, |row| row.name.clone());
    let expected: Vec<&GridRow> = rows.iter().filter(|row| row.expected).collect();
    let half_days = half_days.iter().map(|half_day| column(half_day, &expected)).collect();
    Ok(Grid {
        half_days,
        trained: rows.iter().filter(|row| row.trained).count() as u32,
        enrolled: expected.len() as u32,
        seats: enrolling::seats(&found, &enrolments),
        rows,
    })
}

/// Sets marks, all or none, with what they rest on if that is given. A mark set to `unmarked` is taken away.
///
/// # Errors
/// [`Error::NotFound`] for an enrolment or half-day of another session.
pub fn mark(data: &Writer<'_>, session: String, marks: Vec<Mark>, proof: Option<Proof>) -> Result<()> {
    let enrolments: BTreeSet<String> = data.below::<Enrolment>(&session)?.iter().map(|e| e.id.to_string()).collect();
    let days: BTreeSet<String> = data.below::<HalfDay>(&session)?.iter().map(|day| day.id.to_string()).collect();
    for mark in marks {
        if !enrolments.contains(&mark.enrolment) || !days.contains(&mark.half_day) {
            return Err(Error::NotFound);
        }
        let status: AttendanceStatus = serde_json::from_value(mark.status.clone().into())
            .map_err(|_| Error::Invalid(vec![Problem::new("status", "unknown_code")]))?;
        let mut cell = Record::from_iter([
            ("enrolment".to_owned(), mark.enrolment.into()),
            ("half_day".to_owned(), mark.half_day.into()),
            ("status".to_owned(), mark.status.into()),
        ]);
        if let Some(proof) = &proof {
            cell.insert("basis".into(), proof.basis.clone().into());
            cell.insert("sheet".into(), proof.sheet.clone().into());
        }
        let id = mark_id(&cell);
        match (data.exists(Attendance::NAME, &id)?, status) {
            (false, AttendanceStatus::Unmarked) => {}
            (true, AttendanceStatus::Unmarked) => data.remove(&id)?,
            (true, _) => drop(records::change(data, Attendance::NAME.into(), id, cell)?),
            (false, _) => drop(records::create(data, Attendance::NAME.into(), cell)?),
        }
    }
    Ok(())
}

/// The changes of a mark, the first one first: who was marked how, when, and on what it rests; each with what the computer
/// is called on which it was made, if it is known here.
pub fn mark_history(data: &Reader<'_>, enrolment: String, half_day: String) -> Result<Vec<Moment>> {
    let cell =
        Record::from_iter([("enrolment".to_owned(), enrolment.into()), ("half_day".to_owned(), half_day.into())]);
    let mut moments = data.moments(&EntityInfo::of::<Attendance>(), &mark_id(&cell))?;
    for moment in &mut moments {
        moment.author = exchange::label_of(data, &moment.author)?.unwrap_or_default();
    }
    Ok(moments)
}

/// Whether a mark says that the person was there, in full or in part.
fn attended(status: AttendanceStatus) -> bool {
    matches!(status, AttendanceStatus::Present | AttendanceStatus::Partial)
}

/// Whether a person counts among those of a half-day: their enrolment says so, or they were marked.
fn expected(enrolment: &Enrolment, marked: bool) -> bool {
    marked || enrolling::has_place(enrolment.status)
}

type Marks = BTreeMap<(String, String), AttendanceStatus>;

fn marks(data: &Reader<'_>, session: &str) -> Result<Marks> {
    let sql = "SELECT a.* FROM {table} a JOIN enrolment e ON e.id = a.enrolment WHERE e.training_session = ?1";
    let marks = data.select::<Attendance>(sql, &[&session])?;
    Ok(marks.into_iter().map(|mark| ((mark.enrolment.to_string(), mark.half_day.to_string()), mark.status)).collect())
}

/// A row; of a person who was erased it has what was counted, and no name.
fn row(
    enrolment: &Enrolment,
    participant: Option<&Participant>,
    half_days: &[HalfDay],
    marks: &Marks,
    language: &str,
) -> GridRow {
    let status = |half_day: &HalfDay| {
        let key = (enrolment.id.to_string(), half_day.id.to_string());
        marks.get(&key).copied().unwrap_or(AttendanceStatus::Unmarked)
    };
    let there: Vec<&HalfDay> = half_days.iter().filter(|half_day| attended(status(half_day))).collect();
    let marked = half_days.iter().any(|half_day| status(half_day) != AttendanceStatus::Unmarked);
    GridRow {
        enrolment: enrolment.id.to_string(),
        participant: enrolment.participant.to_string(),
        name: participant.map_or_else(|| erasure::gone(language), Participant::sorting_name),
        organisation: participant.and_then(|participant| participant.organisation.clone()),
        status: enrolment.status.code().into(),
        expected: expected(enrolment, marked),
        guest_city: enrolment.guest_city,
        walk_in: enrolment.walk_in,
        marks: half_days.iter().map(|half_day| (half_day.id.to_string(), status(half_day).code().into())).collect(),
        attended: there.len() as u32,
        hours: there.iter().fold(0.0, |sum, half_day| sum + half_day.hours),
        trained: !there.is_empty(),
    }
}

fn column(half_day: &HalfDay, rows: &[&GridRow]) -> GridHalfDay {
    let count = |code: &str| rows.iter().filter(|row| row.marks[&*half_day.id] == code).count() as u32;
    GridHalfDay {
        id: half_day.id.to_string(),
        date: half_day.date.to_string(),
        part: half_day.part.code().into(),
        hours: half_day.hours,
        totals: AttendanceStatus::CODES.iter().map(|code| ((*code).to_owned(), count(code))).collect(),
    }
}

/// The id of a mark follows from whose and when it is, so that two laptops that mark the same cell make one record.
fn mark_id(values: &Record) -> String {
    records::derived_id(values, &["enrolment", "half_day"])
}

fn check_mark(mark: &Attendance, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let (enrolment, half_day) = (data.get(&mark.enrolment)?, data.get(&mark.half_day)?);
    let elsewhere = enrolment.training_session != half_day.training_session;
    let nothing = mark.status == AttendanceStatus::Unmarked;
    let sheet = match &mark.sheet {
        Some(sheet) => data.get(sheet)?.subject != *half_day.training_session,
        None => false,
    };
    Ok([
        problem_if(sheet, "sheet", "unknown_record"),
        problem_if(elsewhere, "half_day", "unknown_record"),
        problem_if(nothing, "status", "required"),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check(enrolment: &Enrolment, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let twice = data
        .below::<Enrolment>(&enrolment.training_session)?
        .iter()
        .any(|other| other.id != enrolment.id && other.participant == enrolment.participant);
    Ok(problem_if(twice, "participant", "duplicate_participant").into_iter().collect())
}
