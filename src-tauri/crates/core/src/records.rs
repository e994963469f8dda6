//! Records of every kind: the one list of entities, and reading, making, changing and deleting by name. Rules of one
//! entity alone live in its own file.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use serde_json::{Map, Value};

use crate::{
    Result,
    agenda_item::{self, AgendaItem},
    attachment,
    entity::{Entity, EntityInfo, Field, Id, Kind},
    error::{Error, Problem},
    locale::Locale,
    meeting::Meeting,
    partnership::Partnership,
    store::{Reader, Writer, id_from},
};

mod check;

/// Every entity. A new one is a line here, a file of its own and a migration.
pub static ENTITIES: &[EntityInfo] = &[
    EntityInfo::of::<crate::partnership::Partnership>(),
    EntityInfo::of::<crate::partnership::Agency>(),
    EntityInfo::of::<crate::stakeholder::Contact>(),
    EntityInfo::of::<crate::stakeholder::StakeholderAssessment>(),
    EntityInfo::of::<crate::maturity::MaturityRating>(),
    EntityInfo::of::<crate::territory::Territory>(),
    EntityInfo::of::<crate::territory::TerritoryIndicator>(),
    EntityInfo::of::<crate::territory::TerritoryValue>(),
    EntityInfo::of::<crate::reporting_period::ReportingPeriod>(),
    EntityInfo::of::<crate::transmission::Transmission>(),
    EntityInfo::of::<crate::exchange::Member>(),
    EntityInfo::of::<crate::retention::RetentionRule>(),
    EntityInfo::of::<crate::situation_analysis::SituationAnalysis>(),
    EntityInfo::of::<crate::situation_analysis::EvidenceSource>(),
    EntityInfo::of::<crate::situation_analysis::AnalysisAuthor>(),
    EntityInfo::of::<crate::finding::Manifestation>(),
    EntityInfo::of::<crate::finding::IncidentCount>(),
    EntityInfo::of::<crate::finding::Perception>(),
    EntityInfo::of::<crate::finding::FactorRating>(),
    EntityInfo::of::<crate::finding::ServiceOffer>(),
    EntityInfo::of::<crate::finding::SwotEntry>(),
    EntityInfo::of::<crate::situation_analysis::Priority>(),
    EntityInfo::of::<crate::situation_analysis::Recommendation>(),
    EntityInfo::of::<crate::participant::Participant>(),
    EntityInfo::of::<crate::training_session::TrainingSession>(),
    EntityInfo::of::<crate::training_session::HalfDay>(),
    EntityInfo::of::<crate::training_session::Trainer>(),
    EntityInfo::of::<crate::attendance::Enrolment>(),
    EntityInfo::of::<crate::attendance::Attendance>(),
    EntityInfo::of::<crate::certificate::Certificate>(),
    EntityInfo::of::<crate::evaluation::EvaluationWave>(),
    EntityInfo::of::<crate::evaluation::EvaluationResponse>(),
    EntityInfo::of::<crate::attachment::Attachment>(),
    EntityInfo::of::<crate::pilot_initiative::PilotInitiative>(),
    EntityInfo::of::<crate::pilot_initiative::PilotPartner>(),
    EntityInfo::of::<crate::logframe::LogframeRow>(),
    EntityInfo::of::<crate::indicator::Indicator>(),
    EntityInfo::of::<crate::indicator::IndicatorTarget>(),
    EntityInfo::of::<crate::indicator_value::IndicatorValue>(),
    EntityInfo::of::<crate::indicator_value::GroupValue>(),
    EntityInfo::of::<crate::plan::Milestone>(),
    EntityInfo::of::<crate::plan::Activity>(),
    EntityInfo::of::<crate::plan::Deliverable>(),
    EntityInfo::of::<crate::risk::Risk>(),
    EntityInfo::of::<crate::budget::BudgetLine>(),
    EntityInfo::of::<crate::status_report::StatusReport>(),
    EntityInfo::of::<crate::review::EvaluationPlan>(),
    EntityInfo::of::<crate::review::PeerReview>(),
    EntityInfo::of::<crate::review::ReviewRecommendation>(),
    EntityInfo::of::<crate::review::Lesson>(),
    EntityInfo::of::<crate::practice_sheet::PracticeSheet>(),
    EntityInfo::of::<crate::meeting::MeetingSeries>(),
    EntityInfo::of::<crate::meeting::Meeting>(),
    EntityInfo::of::<crate::meeting::MeetingAttendance>(),
    EntityInfo::of::<crate::agenda_item::AgendaItem>(),
    EntityInfo::of::<crate::decision::Decision>(),
    EntityInfo::of::<crate::action_point::ActionPoint>(),
    EntityInfo::of::<crate::issuer::Issuer>(),
    EntityInfo::of::<crate::pack::PackEntry>(),
    EntityInfo::of::<crate::network::NetworkPartner>(),
    EntityInfo::of::<crate::network::PartnerReview>(),
    EntityInfo::of::<crate::network::Seminar>(),
];

/// The entity `name`.
///
/// # Errors
/// [`Error::BadArguments`] for a name that is none.
pub fn entity(name: &str) -> Result<&'static EntityInfo> {
    ENTITIES.iter().find(|info| info.name == name).ok_or_else(|| Error::BadArguments(format!("no such entity: {name}")))
}

/// A record as JSON: `id`, `created_at`, `updated_at` and its fields.
pub type Record = Map<String, Value>;

/// What a screen knows of an entity.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct EntityForm {
    /// The field that links to the parent record, if it has one.
    pub parent: Option<&'static str>,
    /// Its fields.
    pub fields: &'static [Field],
}

/// Every entity's fields, by name.
pub fn forms() -> BTreeMap<&'static str, EntityForm> {
    ENTITIES.iter().map(|info| (info.name, EntityForm { parent: info.parent, fields: info.fields })).collect()
}

/// The records of one kind, or those below `parent`: oldest first or, when a language is given, by their first words
/// in that language's order.
pub fn list(data: &Reader<'_>, name: String, parent: Option<String>, language: Option<String>) -> Result<Vec<Record>> {
    let info = entity(&name)?;
    let mut records = data.objects(info, parent.as_deref())?;
    if let Some(language) = language {
        let locale = Locale::new(&language);
        let keyed = |record: &Record| label(info, record, &language);
        locale.sort_by_key(&mut records, keyed);
    }
    Ok(records)
}

/// One record.
///
/// # Errors
/// [`Error::NotFound`]
pub fn get(data: &Reader<'_>, name: String, id: String) -> Result<Record> {
    data.object(entity(&name)?, &id)
}

/// Makes a record of the given values and the fields' defaults.
///
/// # Errors
/// [`Error::Invalid`] says what is missing or wrong.
pub fn create(data: &Writer<'_>, name: String, values: Record) -> Result<Record> {
    let info = entity(&name)?;
    let mut full: Record = info.fields.iter().map(|field| (field.name.to_owned(), field.default())).collect();
    full.extend(values);
    if info.name == Partnership::NAME && !data.objects(info, None)?.is_empty() {
        return Err(Error::BadArguments("a file has one partnership".into()));
    }
    let id = (info.new_id)(&full, data.now());
    if info.identified && data.exists(info.name, &id)? {
        return Err(Error::BadArguments(format!("this {} is there already", info.name)));
    }
    put(data, info, &id, full.clone(), full)
}

/// Changes some fields of a record.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] says what is wrong.
pub fn change(data: &Writer<'_>, name: String, id: String, values: Record) -> Result<Record> {
    let info = entity(&name)?;
    let mut full = data.object(info, &id)?;
    full.retain(|name, _| info.field(name).is_some());
    let parent = info.parent.map(|parent| full[parent].clone());
    full.extend(values.clone());
    let moved = info.parent.is_some_and(|field| Some(&full[field]) != parent.as_ref());
    if moved || info.identified && (info.new_id)(&full, data.now()) != id {
        return Err(Error::BadArguments(format!("a {} stays where it was made", info.name)));
    }
    put(data, info, &id, full, values)
}

/// Copies the parts of a record to another one of its kind, parts of parts included: new records with the same values.
/// Links among what is copied lead to the copies; links elsewhere stay. A part that has a field `continues` says there
/// which one it came from.
///
/// # Errors
/// What [`create`] refuses.
pub fn copy_parts(data: &Writer<'_>, name: &str, from: &str, to: &str) -> Result<()> {
    let mut copies = BTreeMap::from([(from.to_owned(), to.to_owned())]);
    let mut parts = vec![];
    collect_parts(data, name, from, &mut parts)?;
    // A part is made after what it leads to; links in a circle are none that an entity has.
    let ids: std::collections::BTreeSet<String> = parts.iter().map(|(_, record)| id_of(record)).collect();
    while !parts.is_empty() {
        let ready = |record: &Record, copies: &BTreeMap<String, String>| {
            links(record).all(|link| !ids.contains(link) || copies.contains_key(link))
        };
        let (now, later): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, record)| ready(record, &copies));
        if now.is_empty() {
            return Err(Error::Storage("parts that lead to one another in a circle".into()));
        }
        for (info, record) in now {
            let id = id_of(&record);
            let mut values = relinked(&record, &copies);
            values.retain(|field, _| info.field(field).is_some());
            if info.field("continues").is_some() {
                values.insert("continues".into(), id.clone().into());
            }
            copies.insert(id, id_of(&create(data, info.name.into(), values)?));
        }
        parts = later;
    }
    Ok(())
}

fn collect_parts(
    data: &Reader<'_>,
    name: &str,
    parent: &str,
    parts: &mut Vec<(&'static EntityInfo, Record)>,
) -> Result<()> {
    for info in ENTITIES {
        let belongs = info.parent.and_then(|field| info.field(field)).is_some_and(|field| field.target == Some(name));
        if belongs {
            for record in data.objects(info, Some(parent))? {
                let id = id_of(&record);
                parts.push((info, record));
                collect_parts(data, info.name, &id, parts)?;
            }
        }
    }
    Ok(())
}

fn id_of(record: &Record) -> String {
    record["id"].as_str().unwrap_or_default().to_owned()
}

/// Every string in a record that may be a link, but its own id and what it continues.
fn links(record: &Record) -> impl Iterator<Item = &str> {
    let fields = record.iter().filter(|(field, _)| !["id", "continues"].contains(&field.as_str()));
    fields.flat_map(|(_, value)| match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        Value::String(text) => vec![text.as_str()],
        _ => vec![],
    })
}

fn relinked(record: &Record, copies: &BTreeMap<String, String>) -> Record {
    let new = |text: &str| Value::from(copies.get(text).map_or(text, String::as_str));
    let value = |value: &Value| match value {
        Value::Array(values) => values.iter().map(|value| value.as_str().map_or(value.clone(), new)).collect(),
        Value::String(text) => new(text),
        other => other.clone(),
    };
    record.iter().map(|(field, old)| (field.clone(), value(old))).collect()
}

/// Deletes a record with its parts, and takes it out of the links of others; what cannot be without it goes too.
/// Taking back brings all of it again.
///
/// # Errors
/// [`Error::NotFound`]; what [`Entity::may_go`] says of one that has to stay.
pub fn delete(data: &Writer<'_>, name: String, id: String) -> Result<()> {
    let info = entity(&name)?;
    if info.name == Partnership::NAME {
        return Err(Error::BadArguments("a file has one partnership".into()));
    }
    let record = data.object(info, &id)?;
    (info.may_go)(data, record)?;
    if info.name == Meeting::NAME {
        // The items that every meeting has go with it: the others go to the backlog.
        for item in agenda_item::of_meeting(data, &id)?.into_iter().filter(|item| item.kind.is_standing()) {
            delete_with_parts(data, &EntityInfo::of::<AgendaItem>(), &item.id)?;
        }
    }
    delete_with_parts(data, info, &id)
}

fn delete_with_parts(data: &Writer<'_>, info: &EntityInfo, id: &str) -> Result<()> {
    delete_parts(data, info, id)?;
    data.remove(id)
}

/// Deletes what cannot be without a record, and takes it out of the links of others.
pub(crate) fn delete_parts(data: &Writer<'_>, info: &EntityInfo, id: &str) -> Result<()> {
    for other in ENTITIES {
        for field in other.fields.iter().filter(|field| field.target == Some(info.name)) {
            for linking in data.linking(other, field, id)? {
                if field.required {
                    delete_with_parts(data, other, &linking)?;
                } else {
                    unlink(data, other, field, &linking, id)?;
                }
            }
        }
    }
    for attachment in attachment::of(data, id)? {
        data.remove(&attachment.id)?;
    }
    Ok(())
}

/// Takes a record out of the links of others that can be without it.
pub(crate) fn unlink_all(data: &Writer<'_>, info: &EntityInfo, id: &str) -> Result<()> {
    for other in ENTITIES {
        for field in other.fields.iter().filter(|field| field.target == Some(info.name) && !field.required) {
            for linking in data.linking(other, field, id)? {
                unlink(data, other, field, &linking, id)?;
            }
        }
    }
    Ok(())
}

/// The words by which an officer knows a record: its first line or text, in `language` if it has words there.
pub fn label(info: &EntityInfo, record: &Record, language: &str) -> String {
    let words = |field: &Field| match &record[field.name] {
        Value::String(line) if field.kind == Kind::Line => Some(line.clone()),
        Value::Object(text) => {
            let words = text["words"].as_object()?;
            let source = text["source"].as_str()?;
            words.get(language).or_else(|| words.get(source)).and_then(Value::as_str).map(str::to_owned)
        }
        Value::String(code) if field.kind == Kind::Code => Some(code.clone()),
        _ => None,
    };
    info.fields.iter().find_map(words).unwrap_or_default()
}

fn put(data: &Writer<'_>, info: &'static EntityInfo, id: &str, mut full: Record, mut given: Record) -> Result<Record> {
    let before = full.clone();
    (info.complete)(&mut full, data)?;
    given.extend(
        full.iter().filter(|(name, value)| before.get(*name) != Some(value)).map(|(n, v)| (n.clone(), v.clone())),
    );
    let mut problems = check::values(data, info, &mut full)?;
    if problems.is_empty() {
        let mut typed = full.clone();
        typed.insert("id".into(), id.into());
        problems = (info.check)(data, typed)?;
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    // The checks tidy values (trimmed, empty words left out); store the tidy ones.
    for (name, value) in &mut given {
        if let Some(tidy) = full.get(name) {
            *value = tidy.clone();
        }
    }
    data.put(info, id, &given)?;
    data.object(info, id)
}

fn unlink(data: &Writer<'_>, info: &EntityInfo, field: &Field, from: &str, to: &str) -> Result<()> {
    let record = data.object(info, from)?;
    let value = match &record[field.name] {
        Value::Array(links) => links.iter().filter(|link| link.as_str() != Some(to)).cloned().collect(),
        _ => Value::Null,
    };
    data.put(info, from, &Map::from_iter([(field.name.to_owned(), value)]))
}

/// An id that follows from the values of some fields, for records that two laptops must make as one.
pub fn derived_id(values: &Record, fields: &[&str]) -> String {
    let parts: Vec<&str> =
        fields.iter().map(|field| values.get(*field).and_then(Value::as_str).unwrap_or_default()).collect();
    id_from(&parts)
}

/// A problem of a field, for the checks of entities.
pub fn problem_if(found: bool, field: &str, code: &'static str) -> Option<Problem> {
    found.then(|| Problem::new(field, code))
}

/// Gives what a meeting agrees on its number, `YYYY-NN`: the next free one of the year of its meeting.
pub fn next_number<E: Entity>(values: &mut Record, data: &Reader<'_>) -> Result<()> {
    let meeting = values.get("meeting").and_then(Value::as_str);
    let Some(meeting) = meeting.filter(|_| values.get("number").is_none_or(Value::is_null)) else { return Ok(()) };
    if !data.exists(Meeting::NAME, meeting)? {
        return Ok(());
    }
    let year = data.get(&Id::<Meeting>::new(meeting))?.date.year();
    let prefix = format!("{year}-");
    let sql =
        format!("SELECT coalesce(max(CAST(substr(number, 6) AS REAL)), 0.0) FROM {} WHERE number LIKE ?1", E::NAME);
    let last = data.number(&sql, &[&format!("{prefix}%")])?;
    values.insert("number".into(), format!("{prefix}{:02}", last as u32 + 1).into());
    Ok(())
}
