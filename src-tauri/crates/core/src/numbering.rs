//! Numbers that two computers gave at the same time: after their files came together, two decisions, action points or
//! certificates have one number. None is changed by itself, for a number may stand on paper already; the officer sees which
//! and gives one of them the next free number.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    Result,
    action_point::ActionPoint,
    catalogue::MeetingStatus,
    certificate::{self, Certificate},
    decision::Decision,
    entity::{Entity, Id},
    error::Error,
    meeting::Meeting,
    records::{self, Record},
    store::{Reader, Writer},
    text::Text,
    training_session::TrainingSession,
};

/// A record whose number another one had before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Double {
    /// Its entity.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// The number.
    pub number: String,
    /// What it is called; of a certificate the session.
    pub title: Text,
    /// The meeting or the training session that it belongs to.
    pub of: String,
}

/// The records that share a number with an earlier one of their kind, by kind and number. Of those that share one, what
/// stands in approved minutes keeps it, else the first that was made.
pub fn doubles(data: &Reader<'_>) -> Result<Vec<Double>> {
    let approved =
        |meeting: &Id<Meeting>| -> Result<bool> { Ok(data.get(meeting)?.status == MeetingStatus::MinutesApproved) };
    let mut found = vec![];
    let mut decisions = vec![];
    for decision in data.all::<Decision>()? {
        let Some(number) = decision.number else { continue };
        let double = double::<Decision>(&decision.id, number, decision.text, &decision.meeting);
        decisions.push((!approved(&decision.meeting)?, double));
    }
    later(decisions, &mut found);
    let mut actions = vec![];
    for action in data.all::<ActionPoint>()? {
        let Some(number) = action.number else { continue };
        let double = double::<ActionPoint>(&action.id, number, action.text, &action.meeting);
        actions.push((!approved(&action.meeting)?, double));
    }
    later(actions, &mut found);
    let mut certificates = vec![];
    for certificate in data.all::<Certificate>()? {
        let session: TrainingSession = data.get(&certificate.training_session)?;
        let double = double::<Certificate>(&certificate.id, certificate.number, session.title, &session.id);
        certificates.push((false, double));
    }
    later(certificates, &mut found);
    Ok(found)
}

fn double<E: Entity>(id: &Id<E>, number: String, title: Text, of: &str) -> Double {
    Double { entity: E::NAME, id: id.to_string(), number, title, of: of.to_owned() }
}

/// Of records that share a number all but the first, which an id tells: ids begin with the time.
fn later(records: Vec<(bool, Double)>, found: &mut Vec<Double>) {
    let mut by_number: BTreeMap<String, Vec<(bool, Double)>> = BTreeMap::new();
    for one in records {
        by_number.entry(one.1.number.clone()).or_default().push(one);
    }
    for mut same in by_number.into_values() {
        same.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        found.extend(same.into_iter().skip(1).map(|(_, double)| double));
    }
}

/// Gives a record whose number another one had before it the next free number.
///
/// # Errors
/// [`Error::NotFound`] for a record whose number is its own; what the record's own rules refuse.
pub fn renumber(data: &Writer<'_>, entity: String, id: String) -> Result<Record> {
    let double = doubles(data)?.into_iter().find(|one| one.entity == entity && one.id == id);
    let Some(double) = double else { return Err(Error::NotFound) };
    let number = match double.entity {
        Certificate::NAME => certificate::next_number(data, &double.number)?.into(),
        // Decisions and action points are numbered where they have no number.
        _ => Value::Null,
    };
    records::change(data, entity, id, Record::from_iter([("number".to_owned(), number)]))
}
