//! What a package of this program looks like inside its signature. One that does not was made by something else, or changed
//! by somebody who could sign; it is not looked at any further.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::Value;

use super::{MOST_RECORDS, NetworkFigures, Package, PackagePartner, id, share::SHARED};
use crate::{
    catalogue::{Catalogue as _, PrivacyLevel},
    counting::FEWEST,
    entity::{EntityInfo, Field, Kind},
    locale,
    money::Money,
    records::{self, Record},
    text::Text,
};

/// More persons than anybody trains in one session.
const MOST_PERSONS: u32 = 10_000;
/// Longest name and line, in characters.
const LONGEST: usize = 300;

/// Whether a package says what it is by its own rules: its id, its counts, its records, its figures.
pub(super) fn holds(package: &Package) -> bool {
    let records: usize = package.records.values().map(Vec::len).sum();
    let counts: BTreeMap<&String, usize> =
        package.counts.iter().map(|(kind, count)| (kind, *count as usize)).filter(|(_, count)| *count > 0).collect();
    let there: BTreeMap<&String, usize> =
        package.records.iter().map(|(kind, own)| (kind, own.len())).filter(|(_, count)| *count > 0).collect();
    package.privacy_level == PrivacyLevel::Coordinator.code()
        && is_id(&package.partnership)
        && package.sequence > 0
        && is_made_in_time(package.created_at)
        && package.package == id(&package.partnership, package.sequence, package.created_at)
        && is_partner(&package.partner)
        && records <= MOST_RECORDS
        && counts == there
        && are_shareable(&package.records)
        && are_possible(&package.figures, &package.records)
}

/// Whether a moment lies in years in which this program is used: others would not sort as words do.
pub(crate) fn is_made_in_time(moment: chrono::DateTime<chrono::Utc>) -> bool {
    (2000..=2199).contains(&chrono::Datelike::year(&moment))
}

fn is_partner(partner: &PackagePartner) -> bool {
    (1..=12).contains(&partner.code.len())
        && partner.code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && is_line(&partner.name, LONGEST)
        && is_code(&partner.kind)
        && partner.country.len() == 2
        && partner.country.bytes().all(|byte| byte.is_ascii_uppercase())
        && partner.city.as_deref().is_none_or(|city| is_line(city, LONGEST))
        && locale::is_content_language(&partner.language)
        && partner.contact_email.as_deref().is_none_or(|address| is_line(address, LONGEST))
}

/// Whether records have the kinds and fields that may be shared and no other, each an id of its own.
fn are_shareable(shared: &BTreeMap<String, Vec<Record>>) -> bool {
    shared.iter().all(|(name, own)| {
        let mut ids = HashSet::with_capacity(own.len());
        SHARED.contains(&name.as_str())
            && records::entity(name).is_ok_and(|info| {
                own.iter().all(|record| {
                    record.get("id").and_then(Value::as_str).is_some_and(|id| is_id(id) && ids.insert(id))
                        && record.iter().all(|(field, value)| fits(info, field, value))
                })
            })
    })
}

fn fits(info: &EntityInfo, name: &str, value: &Value) -> bool {
    match name {
        "id" => value.is_string(),
        "created_at" | "updated_at" => value.as_str().is_some_and(|moment| moment.is_ascii() && moment.len() <= 40),
        "suppressed" => value.is_boolean(),
        _ => info.field(name).is_some_and(|field| !field.personal && (value.is_null() || is_value(field, value))),
    }
}

/// Whether a value is one that the field can have here, too. Codes may be newer than this program.
pub(crate) fn is_value(field: &Field, value: &Value) -> bool {
    let longest = field.max.map_or(LONGEST, |max| max as usize);
    let each = |test: fn(&str) -> bool| {
        value.as_array().is_some_and(|values| values.iter().all(|value| value.as_str().is_some_and(test)))
    };
    match field.kind {
        Kind::Line => value.as_str().is_some_and(|line| is_line(line, longest)),
        Kind::Text | Kind::Note => <Text as serde::Deserialize>::deserialize(value).is_ok_and(|text| {
            let fits = |(language, words): (&String, &String)| {
                locale::is_content_language(language) && words.chars().count() <= longest
            };
            locale::is_content_language(&text.source) && text.words.iter().all(fits)
        }),
        Kind::Date => value.as_str().is_some_and(|date| date.len() == 10 && date.parse::<chrono::NaiveDate>().is_ok()),
        Kind::Integer => value.as_u64().is_some_and(|number| {
            (u64::from(field.min.unwrap_or(0))..=u64::from(field.max.unwrap_or(u32::MAX))).contains(&number)
        }),
        Kind::Decimal => value.as_f64().is_some_and(is_number),
        Kind::Money => value.as_i64().is_some_and(|cents| (0..=Money::MAX.cents()).contains(&cents)),
        Kind::Flag => value.is_boolean(),
        Kind::Code => value.as_str().is_some_and(is_code),
        Kind::Codes => each(is_code),
        Kind::Link => value.as_str().is_some_and(is_id),
        Kind::Links => each(is_id),
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 36 && uuid::Uuid::try_parse(text).is_ok()
}

fn is_line(line: &str, longest: usize) -> bool {
    line.chars().count() <= longest && !line.chars().any(char::is_control)
}

fn is_code(code: &str) -> bool {
    (1..=64).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn is_number(number: f64) -> bool {
    number.is_finite() && number.abs() <= 1e12
}

/// Whether figures can be those of these records: what is counted is there, and no more persons than could have come.
fn are_possible(figures: &NetworkFigures, records: &BTreeMap<String, Vec<Record>>) -> bool {
    let ids = |kind: &str| -> BTreeSet<&str> {
        let own = records.get(kind).into_iter().flatten();
        own.filter_map(|record| record.get("id").and_then(Value::as_str)).collect()
    };
    let all_among = |own: Vec<&str>, kind: &str| {
        let there = ids(kind);
        let different: BTreeSet<&str> = own.iter().copied().collect();
        different.len() == own.len() && different.is_subset(&there)
    };
    let count = |persons: &Option<u32>| persons.is_none_or(|persons| persons == 0 || persons >= FEWEST);
    let sum: u64 = figures.sectors.iter().filter_map(|sector| sector.persons).map(u64::from).sum();
    let persons = figures.persons as usize;
    u64::from(figures.persons) <= most_persons(figures)
        && figures.persons <= figures.participations
        && sum <= u64::from(figures.persons)
        && figures.sectors.len() <= persons
        && figures.sectors.iter().all(|sector| is_code(&sector.sector) && count(&sector.persons))
        && figures.cities.len() <= persons
        && figures.countries.len() <= persons
        && figures.cities.iter().chain(&figures.countries).all(|name| is_line(name, LONGEST))
        && all_among(figures.trainings.iter().map(|one| &*one.id).collect(), "training_session")
        && figures.trainings.iter().all(|one| count(&one.persons) && is_code(&one.status))
        && all_among(figures.pilots.iter().map(|one| &*one.id).collect(), "pilot_initiative")
        && figures.pilots.iter().all(|pilot| is_code(&pilot.stage) && pilot.rag.as_deref().is_none_or(is_code))
        && figures.pilots.iter().flat_map(|pilot| &pilot.reported).all(|(from, to)| from <= to)
        && figures
            .common
            .iter()
            .all(|one| is_code(&one.code) && is_number(one.target) && one.actual.is_none_or(is_number))
        && figures.common.len() <= 2 * records.get("indicator").map_or(0, Vec::len)
        && figures.analyses.len() <= records.get("situation_analysis").map_or(0, Vec::len)
}

/// The most different persons that there can be: those of the sessions held, none of whom came twice.
fn most_persons(figures: &NetworkFigures) -> u64 {
    let held = figures.trainings.iter().filter(|training| training.held);
    held.map(|training| u64::from(training.persons.unwrap_or(MOST_PERSONS).min(MOST_PERSONS))).sum()
}
