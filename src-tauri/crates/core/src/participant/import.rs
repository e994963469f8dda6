//! Lists of participants, pasted or from a file: compared with who is known, shown as a plan, then applied in one step.
//! Applying the same list twice changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Participant, name_parts, of_name, same_organisation};
use crate::{
    Result,
    attendance::{self, Enrolment},
    catalogue::{AgencySector, Catalogue as _, EnrolmentSource},
    entity::{Entity as _, EntityInfo, Id},
    error::{Error, Problem},
    import::{Reading, digest},
    locale::{fold, word_key},
    records::{self, Record},
    store::{Reader, Writer},
};

/// The column that holds given and family name in one.
const FULL_NAME: &str = "full_name";

/// A list to import.
#[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ParticipantImport")]
pub struct Import {
    /// Id of the session in which they are enrolled; none to enter them only.
    pub session: Option<String>,
    /// The rows, without the one that names the columns.
    pub rows: Vec<Vec<String>>,
    /// What each column holds: a field of a participant, `full_name`, or nothing.
    pub columns: Vec<Option<String>>,
    /// What a new person gets in fields that the list leaves empty.
    #[ts(type = "{ [key in string]?: JsonValue }")]
    pub defaults: Record,
}

/// What importing a list would do.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
#[ts(rename = "ParticipantPlan")]
pub struct Plan {
    /// Row by row; empty rows are left out.
    pub rows: Vec<PlanRow>,
    /// What names this plan, see [`apply`].
    pub digest: String,
}

/// What importing a row would do.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
#[ts(rename = "ParticipantPlanRow")]
pub struct PlanRow {
    /// Its number in the list, from 0.
    pub row: u32,
    /// The person's name in sorting order.
    pub name: String,
    /// The person's organisation.
    pub organisation: Option<String>,
    /// `new`; `known`: somebody of this name and organisation, or of this address, is there; `similar`: somebody of this
    /// name is there, elsewhere; `enrolled`: in the session already; `repeated`: a row above is the same person;
    /// `invalid`: cannot be imported.
    pub verdict: String,
    /// The person who is there, for `known`, `similar` and `enrolled`: id.
    pub person: Option<String>,
    /// Where that person works.
    pub person_organisation: Option<String>,
    /// Why it cannot be imported, or what of it is left out.
    pub problems: Vec<Problem>,
    #[serde(skip)]
    #[ts(skip)]
    values: Record,
}

/// What the officer decides about a row: its number and `new`, `same` or `skip`.
#[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ParticipantChoice")]
pub struct Choice {
    /// The row's number in the list, from 0.
    pub row: u32,
    /// `new` makes a person, `same` takes the one who is there, `skip` does nothing.
    pub take: String,
}

/// What an import did.
#[derive(Debug, Default, PartialEq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "ParticipantsImported")]
pub struct Imported {
    /// People made.
    pub made: u32,
    /// People enrolled who have a place.
    pub enrolled: u32,
    /// People enrolled on the waiting list.
    pub waitlisted: u32,
    /// Rows that changed nothing.
    pub skipped: u32,
}

/// Compares a list with the people who are known.
pub fn plan(data: &Reader<'_>, import: Import) -> Result<Plan> {
    let info = EntityInfo::of::<Participant>();
    let enrolled: BTreeSet<String> = match &import.session {
        Some(session) => data.below::<Enrolment>(session)?.iter().map(|e| e.participant.to_string()).collect(),
        None => BTreeSet::new(),
    };
    let by_address = by_address(data)?;
    let mut reading = Reading::default();
    let (mut rows, mut seen) = (vec![], BTreeSet::new());
    for (number, cells) in import.rows.iter().enumerate() {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let mut row = read(&info, &import, &mut reading, number as u32, cells);
        if row.verdict != "invalid" {
            compare(data, &mut row, &by_address, &enrolled)?;
            let key = word_key(&row.name) + "\n" + &word_key(row.organisation.as_deref().unwrap_or_default());
            if !seen.insert(key) {
                row.verdict = "repeated".into();
            }
        }
        rows.push(row);
    }
    Ok(Plan { digest: digest(&rows), rows })
}

/// Applies a plan that the officer saw: makes people, fills what was empty of those who are there, and enrols them; once
/// the session is full, on its waiting list. A choice says otherwise for its row.
///
/// # Errors
/// [`Error::ChangedSince`] when comparing now gives another plan than the one that `digest` names;
/// [`Error::NothingToImport`] when no row is left.
pub fn apply(
    data: &Writer<'_>,
    import: Import,
    choices: Vec<Choice>,
    digest: String,
    source: String,
) -> Result<Imported> {
    let plan = plan(data, import.clone())?;
    if plan.digest != digest {
        return Err(Error::ChangedSince);
    }
    let chosen: BTreeMap<u32, String> = choices.into_iter().map(|choice| (choice.row, choice.take)).collect();
    let source = EnrolmentSource::ALL.iter().find(|known| known.code() == source).copied();
    let (mut done, mut people) = (Imported::default(), vec![]);
    for row in plan.rows {
        let usual = match &*row.verdict {
            "new" | "similar" => "new",
            "known" => "same",
            _ => "skip",
        };
        let take = chosen.get(&row.row).map_or(usual, String::as_str);
        match (take, row.person) {
            ("new", _) if row.verdict != "invalid" && row.verdict != "repeated" => {
                let mut values = import.defaults.clone();
                values.extend(row.values);
                let made = records::create(data, Participant::NAME.into(), values)?;
                people.push(made["id"].as_str().unwrap_or_default().to_owned());
                done.made += 1;
            }
            ("same", Some(person)) => {
                if row.verdict != "enrolled" {
                    complete(data, &person, row.values)?;
                }
                people.push(person);
            }
            _ => done.skipped += 1,
        }
    }
    if let Some(session) = import.session {
        let enrolled = attendance::enrol_from(data, &session, people, source)?;
        (done.enrolled, done.waitlisted) = (enrolled.registered, enrolled.waitlisted);
    }
    if done.made + done.enrolled + done.waitlisted == 0 && done.skipped == 0 {
        return Err(Error::NothingToImport);
    }
    Ok(done)
}

/// Fills fields of a person that are empty; what is there stays.
fn complete(data: &Writer<'_>, person: &str, mut values: Record) -> Result<()> {
    let info = EntityInfo::of::<Participant>();
    let known = data.object(&info, person)?;
    values.retain(|name, value| known.get(name).is_none_or(Value::is_null) && !value.is_null());
    if !values.is_empty() {
        records::change(data, Participant::NAME.into(), person.into(), values)?;
    }
    Ok(())
}

/// Ids of participants by their work address.
fn by_address(data: &Reader<'_>) -> Result<BTreeMap<String, String>> {
    let with_address = data.select::<Participant>("SELECT * FROM {table} WHERE work_email IS NOT NULL", &[])?;
    let address = |person: &Participant| person.work_email.as_ref().map(|address| address.0.to_lowercase());
    Ok(with_address.iter().filter_map(|person| Some((address(person)?, person.id.to_string()))).collect())
}

fn read(info: &EntityInfo, import: &Import, reading: &mut Reading, number: u32, cells: &[String]) -> PlanRow {
    let (mut values, mut problems) = (Record::new(), vec![]);
    for (cell, column) in cells.iter().zip(&import.columns) {
        let Some(column) = column.as_deref().filter(|_| !cell.trim().is_empty()) else { continue };
        if column == FULL_NAME {
            let (family, given) = name_parts(cell);
            values.entry("family_name").or_insert(family.into());
            if let Some(given) = given {
                values.entry("given_name").or_insert(given.into());
            }
        } else if let Some(field) = info.field(column) {
            match reading.value(field, cell, "en") {
                Ok(value) => drop(values.insert(column.into(), value)),
                // What is not understood is left out and said; only a name is needed.
                Err(problem) => problems.push(problem),
            }
        }
    }
    if !values.contains_key("sector") && !import.defaults.contains_key("sector") {
        values.insert("sector".into(), AgencySector::Other.code().into());
    }
    let words = |name: &str| values.get(name).and_then(Value::as_str).map(str::to_owned);
    let (family, given) = (words("family_name").unwrap_or_default(), words("given_name"));
    let named = !fold(&family).is_empty();
    if !named {
        problems.push(Problem::new("family_name", "required"));
    }
    PlanRow {
        row: number,
        name: given.map_or_else(|| family.clone(), |given| format!("{family}, {given}")),
        organisation: words("organisation"),
        verdict: if named { "new" } else { "invalid" }.into(),
        person: None,
        person_organisation: None,
        problems,
        values,
    }
}

fn compare(
    data: &Reader<'_>,
    row: &mut PlanRow,
    by_address: &BTreeMap<String, String>,
    enrolled: &BTreeSet<String>,
) -> Result<()> {
    let namesakes = of_name(data, &word_key(&row.name))?;
    let address = row.values.get("work_email").and_then(Value::as_str).map(str::to_lowercase);
    let same_address = address.and_then(|address| by_address.get(&address));
    let certain = match same_address {
        Some(id) => Some(data.get(&Id::<Participant>::new(id.as_str()))?),
        None => {
            let same = |other: &&Participant| {
                row.organisation.is_none()
                    || same_organisation(row.organisation.as_deref(), other.organisation.as_deref())
            };
            // Several of one name, and the list does not say which.
            let found: Vec<&Participant> = namesakes.iter().filter(same).collect();
            if let [one] = *found { Some(one.clone()) } else { None }
        }
    };
    let (verdict, person) = match certain {
        Some(person) if enrolled.contains(&*person.id) => ("enrolled", Some(person)),
        Some(person) => ("known", Some(person)),
        None => match namesakes.into_iter().next() {
            Some(person) => ("similar", Some(person)),
            None => ("new", None),
        },
    };
    row.verdict = verdict.into();
    row.person_organisation = person.as_ref().and_then(|person| person.organisation.clone());
    row.person = person.map(|person| person.id.to_string());
    Ok(())
}
