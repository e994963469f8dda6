//! Who gets a place: enrolling several at once, the waiting list of a full session, people who come without being
//! registered. What a list of names becomes is `participant/import.rs`.

use std::collections::BTreeMap;

use serde_json::json;

use super::Enrolment;
use crate::{
    Result,
    catalogue::{EnrolmentSource, EnrolmentStatus},
    entity::{Entity as _, Id},
    error::{Error, Problem},
    records::{self, Record},
    store::Writer,
    training_session::TrainingSession,
};

/// Places of a session.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Seats {
    /// Places in all; none where the session has no limit.
    pub capacity: Option<u32>,
    /// Persons who have one: invited, registered or confirmed.
    pub taken: u32,
    /// Ids of the enrolments on the waiting list, who came first first.
    pub waiting: Vec<String>,
}

/// What enrolling did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Enrolled {
    /// Persons who got a place.
    pub registered: u32,
    /// Persons who went onto the waiting list.
    pub waitlisted: u32,
}

/// Whether an enrolment of this status has a place.
pub(super) fn has_place(status: EnrolmentStatus) -> bool {
    matches!(status, EnrolmentStatus::Registered | EnrolmentStatus::Invited | EnrolmentStatus::Confirmed)
}

/// The places of a session with these enrolments, oldest first.
pub(super) fn seats(session: &TrainingSession, enrolments: &[Enrolment]) -> Seats {
    let waiting = enrolments.iter().filter(|enrolment| enrolment.status == EnrolmentStatus::Waitlisted);
    Seats {
        capacity: session.capacity,
        taken: enrolments.iter().filter(|enrolment| has_place(enrolment.status)).count() as u32,
        waiting: waiting.map(|enrolment| enrolment.id.to_string()).collect(),
    }
}

/// Enrols people in a session; those who are enrolled already are left as they are. When no place is left, the others go
/// onto the waiting list.
///
/// # Errors
/// [`Error::NotFound`] for a session that is none; [`Error::Invalid`] for a template, to which nobody comes.
pub fn enrol(data: &Writer<'_>, session: String, participants: Vec<String>) -> Result<Enrolled> {
    enrol_from(data, &session, participants, Some(EnrolmentSource::Manual))
}

/// The same for people who came in by a list.
///
/// # Errors
/// As [`enrol`].
pub fn enrol_from(
    data: &Writer<'_>,
    session: &str,
    participants: Vec<String>,
    source: Option<EnrolmentSource>,
) -> Result<Enrolled> {
    let found = session_of_people(data, session)?;
    let enrolments = data.below::<Enrolment>(session)?;
    let mut there: BTreeMap<String, ()> = enrolments.iter().map(|e| (e.participant.to_string(), ())).collect();
    let seats = seats(&found, &enrolments);
    let mut enrolled = Enrolled { registered: 0, waitlisted: 0 };
    for participant in participants {
        if there.insert(participant.clone(), ()).is_some() {
            continue;
        }
        // Who waits already goes first when a place becomes free.
        let free = found
            .capacity
            .is_none_or(|capacity| seats.waiting.is_empty() && seats.taken + enrolled.registered < capacity);
        let status = if free { EnrolmentStatus::Registered } else { EnrolmentStatus::Waitlisted };
        let values = json!({
            "training_session": session, "participant": participant, "status": status, "source": source,
        });
        records::create(data, Enrolment::NAME.into(), serde_json::from_value(values)?)?;
        *(if free { &mut enrolled.registered } else { &mut enrolled.waitlisted }) += 1;
    }
    Ok(enrolled)
}

/// Enrols a person who came on the day without being registered: they have a place, whatever the capacity says.
///
/// # Errors
/// As [`enrol`].
pub fn enrol_walk_in(data: &Writer<'_>, session: String, participant: String) -> Result<Record> {
    session_of_people(data, &session)?;
    let sql = "SELECT * FROM {table} WHERE training_session = ?1 AND participant = ?2";
    let values = json!({ "status": EnrolmentStatus::Registered, "walk_in": true });
    match data.select::<Enrolment>(sql, &[&session, &participant])?.into_iter().next() {
        Some(enrolment) if has_place(enrolment.status) => {
            records::get(data, Enrolment::NAME.into(), enrolment.id.to_string())
        }
        Some(enrolment) => {
            records::change(data, Enrolment::NAME.into(), enrolment.id.to_string(), serde_json::from_value(values)?)
        }
        None => {
            let mut values: Record = serde_json::from_value(values)?;
            values.insert("training_session".into(), session.into());
            values.insert("participant".into(), participant.into());
            values.insert("source".into(), json!(EnrolmentSource::Manual));
            records::create(data, Enrolment::NAME.into(), values)
        }
    }
}

/// Gives a place to somebody on the waiting list.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for an enrolment that does not wait.
pub fn give_place(data: &Writer<'_>, enrolment: String) -> Result<Record> {
    let found = data.get(&Id::<Enrolment>::new(&*enrolment))?;
    if found.status != EnrolmentStatus::Waitlisted {
        return Err(Error::Invalid(vec![Problem::new("status", "unknown_code")]));
    }
    let values = json!({ "status": EnrolmentStatus::Registered });
    records::change(data, Enrolment::NAME.into(), enrolment, serde_json::from_value(values)?)
}

fn session_of_people(data: &Writer<'_>, session: &str) -> Result<TrainingSession> {
    let found = data.get(&Id::<TrainingSession>::new(session))?;
    if found.template {
        return Err(Error::Invalid(vec![Problem::new("template", "template_without_people")]));
    }
    Ok(found)
}
