//! How long personal data are kept: a date for each class of records, what is past it, and erasing or anonymising that in
//! one planned step. Records that hold no personal data are kept: findings on a territory, pilot initiatives, decisions.
//! It never erases anything on its own.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    Result,
    attachment::Attachment,
    catalogue::{AttachmentKind, Catalogue as _, ErasureReason, RetentionAction, RetentionClass},
    entity,
    entity::{Entity as _, EntityInfo, Id},
    erasure::{self, Cleaned, Erased},
    error::{Error, Problem},
    evaluation::EvaluationResponse,
    meeting::MeetingAttendance,
    participant::Participant,
    partnership::{self, Partnership},
    records::{self, ENTITIES, Record, derived_id, problem_if},
    session::Session,
    stakeholder::Contact,
    store::{Leaf, Reader, Tombstone, Way, Writer, sha256},
    training_session::{Trainer, TrainingSession},
};

/// The project's end and six years: five for which records are kept as proof, and one to spare (domain reference, 1.4).
pub const KEEP_UNTIL: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 4).expect("a date of the calendar");
/// What was deleted can be brought back by a colleague's file for so long; then it is to go for good.
const DELETED_FOR: Days = Days::new(30);

entity! {
    /// Until when a class of records is kept, and what is done then, where that is not as usual.
    RetentionRule in "retention_rule" of partnership identified by rule_id checked by check {
        /// The partnership.
        partnership: Id<Partnership>,
        /// The class.
        class: RetentionClass,
        /// The last day on which they are kept.
        keep_until: NaiveDate,
        /// What is done afterwards.
        action: RetentionAction,
    }
}

/// Two laptops that make a rule for one class make one.
fn rule_id(values: &Record) -> String {
    derived_id(values, &["partnership", "class"])
}

fn check(rule: &RetentionRule, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let fits = actions(rule.class).contains(&rule.action);
    Ok(problem_if(!fits, "action", "unknown_code").into_iter().collect())
}

/// What can be done with a class, the usual first.
pub fn actions(class: RetentionClass) -> &'static [RetentionAction] {
    use RetentionAction::{Anonymise, Delete, Keep};
    match class {
        RetentionClass::AttendanceLists => &[Anonymise, Delete, Keep],
        RetentionClass::Minutes => &[Anonymise, Keep],
        RetentionClass::DeletedRecords => &[Delete],
        _ => &[Delete, Keep],
    }
}

/// What is past its date.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct RetentionPlan {
    /// The classes.
    pub classes: Vec<RetentionClassPlan>,
    /// Names this plan.
    pub digest: String,
}

/// What of a class is past its date.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct RetentionClassPlan {
    /// A code of the catalogue `retention_class`.
    pub class: &'static str,
    /// The last day on which it is kept, ISO; a record may have a date of its own. None where each has its own.
    pub keep_until: Option<String>,
    /// What is done then: a code of the catalogue `retention_action`.
    pub action: &'static str,
    /// What can be done, the usual first.
    pub actions: Vec<&'static str>,
    /// How many records there are.
    pub present: u32,
    /// Those that are past their date, the longest overdue first.
    pub due: Vec<DueRecord>,
}

/// A record that is past its date.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct DueRecord {
    /// Its kind.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// The words by which an officer knows it; none of one that is deleted.
    pub name: String,
    /// The last day on which it is kept, ISO.
    pub keep_until: String,
}

/// A record and the last day on which it is kept.
struct Kept {
    entity: &'static EntityInfo,
    id: String,
    name: String,
    until: NaiveDate,
}

/// What is past its date on a day.
///
/// # Errors
/// [`Error::BadArguments`] when `today` is no date.
pub fn retention(data: &Reader<'_>, today: String, language: String) -> Result<RetentionPlan> {
    let today: NaiveDate = today.parse().map_err(|_| Error::BadArguments(format!("no date: {today}")))?;
    let mut classes = vec![];
    for class in RetentionClass::ALL {
        let (until, action) = rule(data, *class)?;
        let mut kept = members(data, *class, until, &language)?;
        let present = kept.len() as u32;
        kept.retain(|one| one.until < today && action != RetentionAction::Keep);
        kept.sort_by(|a, b| (a.until, a.entity.name, &a.name, &a.id).cmp(&(b.until, b.entity.name, &b.name, &b.id)));
        let due = |one: Kept| DueRecord {
            entity: one.entity.name,
            id: one.id,
            name: one.name,
            keep_until: one.until.to_string(),
        };
        classes.push(RetentionClassPlan {
            class: class.code(),
            keep_until: (*class != RetentionClass::DeletedRecords).then(|| until.to_string()),
            action: action.code(),
            actions: actions(*class).iter().map(|action| action.code()).collect(),
            present,
            due: kept.into_iter().map(due).collect(),
        });
    }
    let shown = serde_json::to_vec(&classes).map_err(|error| Error::Storage(error.to_string()))?;
    Ok(RetentionPlan { classes, digest: sha256(&shown) })
}

/// How many records are past their date on a day or will be soon, and the first of those dates.
pub(crate) fn first_due(data: &Reader<'_>, soon: NaiveDate) -> Result<Option<(u32, NaiveDate)>> {
    let mut dates = vec![];
    for class in RetentionClass::ALL {
        let (until, action) = rule(data, *class)?;
        if action != RetentionAction::Keep {
            dates.extend(members(data, *class, until, "")?.into_iter().map(|one| one.until));
        }
    }
    dates.retain(|date| *date < soon);
    Ok(dates.iter().min().map(|first| (dates.len() as u32, *first)))
}

/// Until when a class is kept, and what is done then.
pub(crate) fn rule(data: &Reader<'_>, class: RetentionClass) -> Result<(NaiveDate, RetentionAction)> {
    let own = data.select::<RetentionRule>("SELECT * FROM {table} WHERE class = ?1", &[&class.code()])?.pop();
    Ok(own.map_or((KEEP_UNTIL, actions(class)[0]), |rule| (rule.keep_until, rule.action)))
}

/// The records of a class that hold personal data, each with the last day on which it is kept.
fn members(data: &Reader<'_>, class: RetentionClass, until: NaiveDate, language: &str) -> Result<Vec<Kept>> {
    let mut kept = vec![];
    let mut add = |entity: &'static EntityInfo, record: &Record| {
        let own = record.get("retention_until").and_then(Value::as_str).and_then(|day| day.parse().ok());
        let id = record["id"].as_str().unwrap_or_default().to_owned();
        kept.push(Kept { entity, id, name: erasure::name_of(entity, record, language), until: own.unwrap_or(until) });
    };
    match class {
        RetentionClass::AttendanceLists => {
            let info = records::entity(Participant::NAME)?;
            let people = data.objects(info, None)?;
            people.iter().filter(|one| one["anonymised_on"].is_null()).for_each(|one| add(info, one));
            let info = records::entity(Trainer::NAME)?;
            data.objects(info, None)?.iter().for_each(|one| add(info, one));
        }
        RetentionClass::SignaturesScans => {
            let info = records::entity(Attachment::NAME)?;
            let scans = [AttachmentKind::SignedSheet, AttachmentKind::Photo].map(|kind| kind.code());
            let all = data.objects(info, None)?;
            all.iter().filter(|one| scans.iter().any(|scan| one["kind"] == **scan)).for_each(|one| add(info, one));
        }
        RetentionClass::Contacts => {
            let info = records::entity(Contact::NAME)?;
            data.objects(info, None)?.iter().for_each(|one| add(info, one));
        }
        RetentionClass::SurveyRaw => {
            let info = records::entity(TrainingSession::NAME)?;
            for session in data.objects(info, None)? {
                if !responses(data, session["id"].as_str().unwrap_or_default())?.is_empty() {
                    add(info, &session);
                }
            }
        }
        RetentionClass::Minutes => {
            let info = records::entity(MeetingAttendance::NAME)?;
            data.objects(info, None)?.iter().filter(|one| !one["name"].is_null()).for_each(|one| add(info, one));
        }
        RetentionClass::DeletedRecords => {
            for info in ENTITIES.iter().filter(|info| info.personal()) {
                for (id, day) in data.deleted_of(info.name)? {
                    let until = day.checked_add_days(DELETED_FOR).unwrap_or(day);
                    kept.push(Kept { entity: info, id, name: String::new(), until });
                }
            }
        }
    }
    Ok(kept)
}

/// The ids of the answers to a session's questionnaires.
fn responses(data: &Reader<'_>, session: &str) -> Result<Vec<String>> {
    let sql = "SELECT r.* FROM {table} r JOIN evaluation_wave w ON w.id = r.evaluation_wave
               WHERE w.training_session = ?1 ORDER BY r.id";
    Ok(data.select::<EvaluationResponse>(sql, &[&session])?.into_iter().map(|one| one.id.to_string()).collect())
}

/// Says until when a class of records is kept, and what is done then.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be done with the class.
pub fn set_retention(data: &Writer<'_>, class: String, keep_until: String, action: String) -> Result<Record> {
    let values = json!({
        "partnership": partnership::of_file(data)?.id, "class": class, "keep_until": keep_until, "action": action,
    });
    let values: Record = serde_json::from_value(values)?;
    let id = rule_id(&values);
    if data.exists(RetentionRule::NAME, &id)? {
        records::change(data, RetentionRule::NAME.into(), id, values)
    } else {
        records::create(data, RetentionRule::NAME.into(), values)
    }
}

/// Does with the chosen records of a plan what their classes say. It cannot be taken back.
///
/// # Errors
/// [`Error::PlanOutdated`] if what is due changed since; [`Error::NotFound`] for a record that is not due.
pub fn apply_retention(
    session: &Session,
    now: DateTime<Utc>,
    today: String,
    chosen: Vec<String>,
    digest: String,
) -> Result<Erased> {
    if chosen.is_empty() {
        return Ok(Erased { documents: 0, copies: Cleaned::default() });
    }
    let laptop = session.laptop()?;
    let language = session.language();
    let sign = |tombstone: &mut Tombstone| erasure::signed(&laptop, tombstone);
    let documents = session.store(|store| {
        store.erase(now, |data| {
            let plan = retention(data, today, language.into())?;
            if plan.digest != digest {
                return Err(Error::PlanOutdated);
            }
            let mut gone = 0;
            let mut left: std::collections::BTreeSet<&String> = chosen.iter().collect();
            for class in &plan.classes {
                for record in class.due.iter().filter(|record| chosen.contains(&record.id)) {
                    left.remove(&record.id);
                    gone += expire(data, class, record, &sign)?;
                }
            }
            if left.is_empty() { Ok(gone) } else { Err(Error::NotFound) }
        })
    })?;
    Ok(Erased { documents, copies: erasure::clean_copies(session, now)? })
}

fn expire(
    data: &Writer<'_>,
    class: &RetentionClassPlan,
    record: &DueRecord,
    sign: &dyn Fn(&mut Tombstone),
) -> Result<u32> {
    let reason = ErasureReason::RetentionOver.code();
    let Ok(document) = data.document_for(&record.id) else {
        // A file that was attached to a person went with them.
        return Ok(0);
    };
    if class.class == RetentionClass::SurveyRaw.code() {
        let answers = responses(data, &record.id)?;
        let keep = |leaves: Vec<Leaf>| {
            leaves.into_iter().filter(|(key, _)| !answers.iter().any(|id| key.starts_with(id.as_str()))).collect()
        };
        data.erase(&document, reason, Way::Cleared, sign, &keep)?;
        return Ok(1);
    }
    if record.entity == MeetingAttendance::NAME && class.action == RetentionAction::Anonymise.code() {
        let name = format!("{}/name", record.id);
        let keep = |leaves: Vec<Leaf>| leaves.into_iter().filter(|(key, _)| *key != name).collect();
        data.erase(&document, reason, Way::Anonymised, sign, &keep)?;
        return Ok(1);
    }
    let anonymise = class.action == RetentionAction::Anonymise.code() && record.entity == Participant::NAME;
    let way = if anonymise { Way::Anonymised } else { Way::Erased };
    erasure::erase_record(data, &record.id, reason, way, sign)
}
