//! Counting the people trained, by the rules of the domain reference (4.12): persons, never attendances, and each
//! person once. The rule that stands beside a figure on screen and paper is the text `target_rule.<code>` or
//! `counting_rule.<code>`.

use std::collections::BTreeMap;

use crate::{Result, catalogue::Catalogue as _, locale::fold, participant::Participant, store::Reader};

/// Groups with fewer persons than this are told to nobody outside the partnership, and no mean of fewer answers is ever
/// shown (domain reference, 1.2 and 1.6).
pub const FEWEST: u32 = 5;

/// Whether one who knows the whole, and of each part no more than whether it has [`FEWEST`] persons or fewer than that, can
/// work out a small one.
pub fn gives_away(parts: &[u32]) -> bool {
    let (small, others): (Vec<u32>, Vec<u32>) =
        parts.iter().filter(|part| **part > 0).partition(|part| **part < FEWEST);
    let (few, many) = (small.len() as u32, others.len() as u32);
    let persons: u32 = small.iter().sum();
    match (few, many) {
        (0, _) => false,
        (1, 0) => true,
        (_, 0) => persons == few || persons == few * (FEWEST - 1),
        // The others have at least so many: what is left over leaves the small ones no choice.
        _ => persons + others.iter().sum::<u32>() - many * FEWEST <= few,
    }
}

/// How many people were trained, in one session or in all that took place.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Figures {
    /// Different persons who were present or partly present on at least one half-day.
    pub persons: u32,
    /// The same by session: who came to two sessions is two.
    pub participations: u32,
    /// Half-days attended, in full or in part, by all persons together.
    pub half_days: u32,
    /// Hours of those half-days.
    pub hours: f64,
    /// The persons by `sector`, `city`, `country` and `gender`.
    pub groups: Vec<Group>,
}

/// The persons by one of their features.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Group {
    /// The field of a participant.
    pub field: &'static str,
    /// The counts: the largest first.
    pub counts: Vec<Count>,
}

/// Persons who have a feature in common.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Count {
    /// A code, a country, the name of a city; nothing for "not stated".
    pub value: Option<String>,
    /// How many.
    pub persons: u32,
}

impl Figures {
    /// How many different values a feature has, those who did not state any left out.
    pub fn different(&self, field: &str) -> usize {
        let group = self.groups.iter().find(|group| group.field == field);
        group.map_or(0, |group| group.counts.iter().filter(|count| count.value.is_some()).count())
    }
}

/// The figures of one session as it is marked, or of all sessions that took place.
pub fn figures(data: &Reader<'_>, session: Option<String>) -> Result<Figures> {
    let count = |what: &str| data.number(&format!("SELECT {what} {ATTENDED}"), &[&session]);
    let people = trained(data, session.as_deref())?;
    // Who was erased since counts still, in no group.
    let persons = count("CAST(count(DISTINCT e.participant) AS REAL)")? as u32;
    let unknown = (persons as usize).saturating_sub(people.len());
    let text = |value: Option<&str>| value.map(str::to_owned);
    let group = |field, values: Vec<Option<String>>| group(field, values.into_iter().chain(vec![None; unknown]));
    Ok(Figures {
        persons,
        participations: count("CAST(count(DISTINCT e.id) AS REAL)")? as u32,
        half_days: count("CAST(count(*) AS REAL)")? as u32,
        hours: count("coalesce(sum(h.hours), 0.0)")?,
        groups: vec![
            group("sector", people.iter().map(|person| text(Some(person.sector.code()))).collect()),
            group("city", people.iter().map(|person| text(person.city.as_deref())).collect()),
            group("country", people.iter().map(|person| text(person.country.as_deref())).collect()),
            group("gender", people.iter().map(|person| text(person.gender.map(|gender| gender.code()))).collect()),
        ],
    })
}

/// The persons who count as trained in one session as it is marked, or in all sessions that took place; each once, and
/// without those who were erased since.
pub fn trained(data: &Reader<'_>, session: Option<&str>) -> Result<Vec<Participant>> {
    let sql = format!("SELECT * FROM {{table}} WHERE id IN (SELECT e.participant {ATTENDED}) ORDER BY id");
    data.select(&sql, &[&session])
}

/// Marks that say that somebody was there: of the session `?1`, or of all sessions that took place.
const ATTENDED: &str = "FROM attendance a \
    JOIN enrolment e ON e.id = a.enrolment \
    JOIN half_day h ON h.id = a.half_day \
    JOIN training_session s ON s.id = e.training_session \
    WHERE a.status IN ('present', 'partial') AND (s.id = ?1 OR ?1 IS NULL \
        AND s.status IN ('delivered', 'documented', 'reported') AND NOT coalesce(s.template, 0))";

/// Values that differ in accents or case only are one (Liège and Liege are one city), under the spelling met first.
fn group(field: &'static str, values: impl Iterator<Item = Option<String>>) -> Group {
    let mut counts: BTreeMap<Option<String>, Count> = BTreeMap::new();
    for value in values {
        let value = value.filter(|value| !fold(value).is_empty());
        let key = value.as_deref().map(fold);
        counts.entry(key).or_insert(Count { value, persons: 0 }).persons += 1;
    }
    let mut counts: Vec<Count> = counts.into_values().collect();
    counts.sort_by(|a, b| (b.persons, a.value.is_none(), &a.value).cmp(&(a.persons, b.value.is_none(), &b.value)));
    Group { field, counts }
}
