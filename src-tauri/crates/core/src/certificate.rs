//! Certificates of attendance: who earned one by real attendance, their numbers, and taking one back. How a certificate
//! looks is `report/certificate.rs`.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use serde_json::json;

use crate::{
    Result,
    attendance::{self, GridRow},
    catalogue::{Catalogue as _, SessionStatus},
    entity,
    entity::{Entity as _, Id, Language},
    error::{Error, Problem},
    locale,
    participant::Participant,
    partnership,
    records::{self, Record, problem_if},
    store::{Reader, Writer},
    training_session::{CERTIFICATE_SHARE, TrainingSession},
};

entity! {
    /// A certificate of attendance. It says what was attended when it was issued; the name is the person's own record's,
    /// so an erased person leaves a number, half-days and hours.
    Certificate in "certificate" of training_session checked by check {
        /// The session.
        training_session: Id<TrainingSession>,
        /// The person.
        participant: Id<Participant>,
        /// Its number, `PARTNER-YYYY-NNN`.
        number: String,
        /// When it was issued.
        issued_on: NaiveDate,
        /// Its language: a BCP 47 base language of ours.
        language: Language,
        /// Half-days attended, in full or in part.
        attended: u32,
        /// Half-days held.
        held: u32,
        /// Hours of the half-days attended.
        hours: f64,
        /// When it was taken back.
        revoked_on: Option<NaiveDate>,
        /// Why it was taken back.
        revocation_reason: Option<String>,
    }
}

/// The certificates of a session, and who could have one.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Certificates {
    /// The share of half-days that a certificate asks for, in percent.
    pub share: u32,
    /// Half-days that this share means, of those held.
    pub needed: u32,
    /// Half-days held.
    pub held: u32,
    /// Whether certificates can be issued: the session took place.
    pub open: bool,
    /// The people, in the order of the attendance grid.
    pub rows: Vec<CertificateRow>,
}

/// A person and their certificate.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct CertificateRow {
    /// Id of the participant.
    pub participant: String,
    /// Name in sorting order.
    pub name: String,
    /// Half-days attended, in full or in part.
    pub attended: u32,
    /// Whether that is enough.
    pub earned: bool,
    /// Id of the certificate that counts, or of the last one that was taken back.
    pub certificate: Option<String>,
    /// Its number.
    pub number: Option<String>,
    /// When it was issued, ISO 8601.
    pub issued_on: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// When it was taken back, ISO 8601.
    pub revoked_on: Option<String>,
    /// Whether attendance was marked otherwise since it was issued.
    pub outdated: bool,
}

/// Half-days that a share in percent means: at least one, and no more than there are.
pub fn half_days_needed(share: u32, held: u32) -> u32 {
    (held * share).div_ceil(100).clamp(1, held.max(1))
}

/// Who earned a certificate of a session, and who has one.
pub fn certificates(data: &Reader<'_>, session: String, language: String) -> Result<Certificates> {
    let found = data.get(&Id::<TrainingSession>::new(&*session))?;
    let grid = attendance::grid(data, session.clone(), language)?;
    let (share, held) = (share(&found), grid.half_days.len() as u32);
    let needed = half_days_needed(share, held);
    let mut issued: BTreeMap<String, Certificate> = BTreeMap::new();
    for certificate in data.below::<Certificate>(&session)? {
        let person = certificate.participant.to_string();
        // One that counts goes before one that was taken back; else the later one.
        if issued.get(&person).is_none_or(|earlier| earlier.revoked_on.is_some()) {
            issued.insert(person, certificate);
        }
    }
    let row = |row: &GridRow| {
        let certificate = issued.get(&row.participant);
        let counts = certificate.is_some_and(|certificate| certificate.revoked_on.is_none());
        CertificateRow {
            participant: row.participant.clone(),
            name: row.name.clone(),
            attended: row.attended,
            earned: held > 0 && row.attended >= needed,
            certificate: certificate.map(|certificate| certificate.id.to_string()),
            number: certificate.map(|certificate| certificate.number.clone()),
            issued_on: certificate.map(|certificate| certificate.issued_on.to_string()),
            language: certificate.map(|certificate| certificate.language.0.clone()),
            revoked_on: certificate.and_then(|c| c.revoked_on).map(|day| day.to_string()),
            outdated: counts
                && certificate.is_some_and(|c| (c.attended, c.held, c.hours) != (row.attended, held, row.hours)),
        }
    };
    let rows = grid.rows.iter().filter(|one| one.expected || issued.contains_key(&one.participant)).map(row).collect();
    Ok(Certificates { share, needed, held, open: found.status.took_place(), rows })
}

/// Issues certificates to all who earned one and have none that counts; their ids. Each gets the language of its person,
/// else the first of the session that is one of ours, else the partnership's.
///
/// # Errors
/// [`Error::Invalid`] for a session that has not taken place.
pub fn issue(data: &Writer<'_>, session: String) -> Result<Vec<String>> {
    let found = data.get(&Id::<TrainingSession>::new(&*session))?;
    let owner = partnership::of_file(data)?;
    let state = certificates(data, session.clone(), owner.language.0.clone())?;
    if !state.open {
        let delivered = SessionStatus::Delivered.code();
        return Err(Error::Invalid(vec![Problem::new("status", "not_delivered").with("status", delivered)]));
    }
    let hours: BTreeMap<String, f64> = attendance::grid(data, session.clone(), owner.language.0.clone())?
        .rows
        .into_iter()
        .map(|row| (row.participant, row.hours))
        .collect();
    let spoken = spoken(&found).unwrap_or(locale::matching(&owner.language));
    let year = data.now().year();
    let prefix = format!("{}-{year}-", owner.partner_code);
    let last = last_number(data, &prefix)?;
    let mut made = vec![];
    let due = |row: &&CertificateRow| row.earned && (row.certificate.is_none() || row.revoked_on.is_some());
    for row in state.rows.iter().filter(due) {
        // Who was erased or has no name any more gets none.
        let Some(person) = named(data, &row.participant)? else { continue };
        let language = person.language.as_ref().map_or(spoken, |language| locale::matching(language));
        let values = json!({
            "training_session": session,
            "participant": person.id,
            "number": format!("{prefix}{:03}", last + 1 + made.len() as u32),
            "issued_on": data.now().date_naive(),
            "language": language,
            "attended": row.attended,
            "held": state.held,
            "hours": hours.get(&row.participant).copied().unwrap_or_default(),
        });
        let record = records::create(data, Certificate::NAME.into(), serde_json::from_value(values)?)?;
        made.push(record["id"].as_str().unwrap_or_default().to_owned());
    }
    Ok(made)
}

fn last_number(data: &Reader<'_>, prefix: &str) -> Result<u32> {
    let numbers = data.select::<Certificate>("SELECT * FROM {table} WHERE number LIKE ?1 || '%'", &[&prefix])?;
    Ok(numbers.iter().filter_map(|one| one.number.strip_prefix(prefix)?.parse::<u32>().ok()).max().unwrap_or(0))
}

/// The next free number of the partner and year of this one.
pub(crate) fn next_number(data: &Reader<'_>, like: &str) -> Result<String> {
    let prefix = like.rfind('-').map_or("", |end| &like[..=end]);
    Ok(format!("{prefix}{:03}", last_number(data, prefix)? + 1))
}

/// The person with their name, unless they were erased or anonymised.
fn named(data: &Reader<'_>, participant: &str) -> Result<Option<Participant>> {
    let person = data.follow([&Id::<Participant>::new(participant)])?.pop();
    Ok(person.filter(|person| person.anonymised_on.is_none()))
}

/// The certificates of a session that count and can be printed: those of people whose name is known.
pub fn printable(data: &Reader<'_>, session: &str) -> Result<Vec<Certificate>> {
    let mut found = vec![];
    for certificate in counting(data, session)? {
        if named(data, &certificate.participant)?.is_some() {
            found.push(certificate);
        }
    }
    Ok(found)
}

/// Takes a certificate back. It stays in the list with its number, which is never given again.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] for one that is taken back already.
pub fn revoke(data: &Writer<'_>, certificate: String, reason: Option<String>) -> Result<Record> {
    let found = data.get(&Id::<Certificate>::new(&*certificate))?;
    if found.revoked_on.is_some() {
        return Err(Error::Invalid(vec![Problem::new("revoked_on", "out_of_range").with("min", 0).with("max", 0)]));
    }
    let values = json!({ "revoked_on": data.now().date_naive(), "revocation_reason": reason });
    records::change(data, Certificate::NAME.into(), certificate, serde_json::from_value(values)?)
}

/// The certificates of a session that count, by number.
pub fn counting(data: &Reader<'_>, session: &str) -> Result<Vec<Certificate>> {
    let mut found = data.below::<Certificate>(session)?;
    found.retain(|certificate| certificate.revoked_on.is_none());
    found.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(found)
}

/// The share of half-days that a certificate of the session asks for, in percent.
pub fn share(session: &TrainingSession) -> u32 {
    session.certificate_share.map_or(CERTIFICATE_SHARE, |share| share.0)
}

/// The first language in which a session is held that reports can be made in.
pub fn spoken(session: &TrainingSession) -> Option<&'static str> {
    let ours = |tag: &str| locale::LANGUAGES.iter().map(|(known, _)| *known).find(|known| *known == tag);
    session.languages.as_deref()?.split(',').find_map(|tag| ours(tag.trim()))
}

fn check(certificate: &Certificate, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let sql = "SELECT * FROM {table} WHERE number = ?1 AND id <> ?2";
    let twice = !data.select::<Certificate>(sql, &[&certificate.number, &&*certificate.id])?.is_empty();
    let early = certificate.revoked_on.is_some_and(|day| day < certificate.issued_on);
    Ok([problem_if(twice, "number", "duplicate_number"), problem_if(early, "revoked_on", "end_before_start")]
        .into_iter()
        .flatten()
        .collect())
}
