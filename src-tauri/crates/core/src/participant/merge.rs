//! Two entries of one person made one: found by their names, merged by the officer, taken back by undo like any write.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Participant;
use crate::{
    Result,
    attendance::{Attendance, Enrolment},
    certificate::Certificate,
    entity::{Entity as _, EntityInfo, Id},
    error::Error,
    records::{self, Record},
    store::{Reader, Writer},
};

/// Entries that may be of one person.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Namesakes {
    /// Ids of the participants, the one entered first first.
    pub people: Vec<String>,
}

/// Participants who share their names, accents, case and order aside.
pub fn namesakes(data: &Reader<'_>) -> Result<Vec<Namesakes>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for person in data.all::<Participant>()? {
        groups.entry(person.name_key()).or_default().push(person.id.to_string());
    }
    Ok(groups.into_values().filter(|people| people.len() > 1).map(|people| Namesakes { people }).collect())
}

/// Makes one person of two: `keep` stays, gets what was empty from `other`, and takes over its enrolments, marks and
/// certificates; where both have a mark for a half-day, that of `keep` stays. Then `other` is deleted.
///
/// # Errors
/// [`Error::BadArguments`] for one person twice; [`Error::NotFound`]
pub fn merge(data: &Writer<'_>, keep: String, other: String) -> Result<Record> {
    if keep == other {
        return Err(Error::BadArguments("a person is one already".into()));
    }
    let info = EntityInfo::of::<Participant>();
    let (kept, mut gone) = (data.object(&info, &keep)?, data.object(&info, &other)?);
    let by_person = "SELECT * FROM {table} WHERE participant = ?1 ORDER BY id";
    let own: BTreeMap<String, String> = data
        .select::<Enrolment>(by_person, &[&keep])?
        .into_iter()
        .map(|enrolment| (enrolment.training_session.to_string(), enrolment.id.to_string()))
        .collect();
    for enrolment in data.select::<Enrolment>(by_person, &[&other])? {
        match own.get(&*enrolment.training_session) {
            Some(into) => {
                take_marks(data, &enrolment.id, into)?;
                records::delete(data, Enrolment::NAME.into(), enrolment.id.to_string())?;
            }
            None => hand_over(data, Enrolment::NAME, &enrolment.id, &keep)?,
        }
    }
    for certificate in data.select::<Certificate>(by_person, &[&other])? {
        hand_over(data, Certificate::NAME, &certificate.id, &keep)?;
    }
    records::delete(data, Participant::NAME.into(), other)?;
    gone.retain(|name, value| info.field(name).is_some() && kept[name].is_null() && !value.is_null());
    records::change(data, Participant::NAME.into(), keep, gone)
}

fn hand_over(data: &Writer<'_>, entity: &str, id: &str, keep: &str) -> Result<()> {
    let values = Record::from_iter([("participant".to_owned(), Value::from(keep))]);
    records::change(data, entity.into(), id.into(), values).map(drop)
}

/// Marks of one enrolment for half-days that the other has none for.
fn take_marks(data: &Writer<'_>, from: &Id<Enrolment>, into: &str) -> Result<()> {
    let taken: Vec<String> = data.below::<Attendance>(into)?.iter().map(|mark| mark.half_day.to_string()).collect();
    for mark in data.below::<Attendance>(from)? {
        if !taken.contains(&mark.half_day.to_string()) {
            let values = json!({
                "enrolment": into, "half_day": mark.half_day, "status": mark.status, "basis": mark.basis,
                "minutes": mark.minutes, "sheet": mark.sheet,
            });
            records::create(data, Attendance::NAME.into(), serde_json::from_value(values)?)?;
        }
    }
    Ok(())
}
