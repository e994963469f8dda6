//! Taking a common catalogue in: open, compare, accept. What is older, repeated, another coordinator's, changed after it was
//! signed or of a newer form is refused by name; of the rest the officer sees entry by entry what would change.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{PackEntry, entries, entry_id, form};
use crate::{
    Result,
    catalogue::{Catalogue as _, PackKind, PeriodKind},
    entity::Entity as _,
    error::Error,
    issuer, partnership,
    records::{self, Record},
    reporting_period::{ReportingPeriod, periods},
    session::{Session, read_file},
    signature,
    store::{Reader, Writer, sha256},
    text::{Note, Text},
};

/// What taking a catalogue in would do.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct PackPlan {
    /// The file, as it is asked for when the plan is accepted.
    pub path: String,
    /// Stands for the plan: it is accepted as it was shown or not at all.
    pub digest: String,
    /// Its number.
    pub number: u32,
    /// When it was made.
    pub made_at: String,
    /// Name of the coordinator.
    pub name: String,
    /// The key that signed it, short enough to be read out.
    pub key: String,
    /// Whether the coordinator's key would become known by this.
    pub first: bool,
    /// Its entries.
    pub rows: Vec<PackRow>,
}

/// An entry of a plan.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct PackRow {
    /// A code of the catalogue `pack_kind`.
    #[ts(as = "String")]
    pub kind: PackKind,
    /// Its code.
    pub code: String,
    /// Its title, if it has one.
    pub title: Option<Text>,
    /// What it says, if it says anything.
    #[ts(as = "Option<Text>")]
    pub words: Option<Note>,
    /// The picture of a logo: an address from which the window shows it.
    pub image: Option<String>,
    /// What would happen.
    pub change: PackChange,
    /// Whether the period of a deadline crosses one of this file, so that it stays out of the reporting periods.
    pub crosses: bool,
}

/// What would happen to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PackChange {
    /// It is not here yet.
    New,
    /// It says something else than before.
    Changed,
    /// It is not to be used any more.
    Deprecated,
    /// It stays.
    Same,
}

/// Looks into a file with a common catalogue; asks for one when none is named. `trust` is the key, as it is read out, that
/// the officer agreed to in the place of the one known.
///
/// # Errors
/// [`Error::NotAPack`], [`Error::NewerPack`], [`Error::TamperedPack`], [`Error::OtherSigner`], [`Error::OlderPack`],
/// [`Error::SamePack`], [`Error::PackLogo`]
pub fn open(session: &Session, _: DateTime<Utc>, path: Option<String>, trust: Option<String>) -> Result<PackPlan> {
    let path = session.ask_open(path, "ui.pack.open", &[form::EXTENSION])?;
    let opened = form::open(&read_file(&path, form::LARGEST)?)?;
    session.read(|data| {
        let plan = compare(data, &opened, trust.as_deref())?;
        Ok(PackPlan { path: path.display().to_string(), ..plan })
    })
}

/// Takes in what the plan says, all of it or nothing; how many entries are new or changed.
///
/// # Errors
/// What [`open`] refuses; [`Error::PlanOutdated`] when the file or the data are not those any more.
pub fn accept(
    session: &Session,
    now: DateTime<Utc>,
    path: String,
    trust: Option<String>,
    digest: String,
) -> Result<u32> {
    let opened = form::open(&read_file(std::path::Path::new(&path), form::LARGEST)?)?;
    session.write(now, |data| {
        let plan = compare(data, &opened, trust.as_deref())?;
        if plan.digest != digest {
            return Err(Error::PlanOutdated);
        }
        issuer::believe(data, &opened.pack.by, &opened.key, trust.as_deref())?;
        let owner = partnership::of_file(data)?.id.to_string();
        let before = by_id(data)?;
        for entry in &opened.pack.entries {
            let mut values = entry.values();
            if let Some(picture) = entry.picture() {
                data.keep(&picture)?;
            }
            values.insert("partnership".into(), owner.clone().into());
            let id = entry_id(&values);
            if before.contains_key(&id) {
                records::change(data, PackEntry::NAME.into(), id, values)?;
            } else {
                values.insert("issued".into(), opened.pack.number.into());
                records::create(data, PackEntry::NAME.into(), values)?;
            }
        }
        for row in plan.rows.iter().filter(|row| row.change == PackChange::Deprecated) {
            let values = json!({ "partnership": owner, "kind": row.kind.code(), "code": row.code });
            let Value::Object(values) = values else { continue };
            let deprecated = Record::from_iter([("deprecated".to_owned(), true.into())]);
            records::change(data, PackEntry::NAME.into(), entry_id(&values), deprecated)?;
        }
        enter_deadlines(data, &entries(data)?)?;
        issuer::note_pack(data, opened.pack.number, opened.pack.made_at, &opened.digest)?;
        Ok(plan.rows.iter().filter(|row| row.change != PackChange::Same).count() as u32)
    })
}

fn by_id(data: &Reader<'_>) -> Result<BTreeMap<String, PackEntry>> {
    Ok(entries(data)?.into_iter().map(|entry| (entry.id.to_string(), entry)).collect())
}

fn compare(data: &Reader<'_>, opened: &form::Opened, trust: Option<&str>) -> Result<PackPlan> {
    let pack = &opened.pack;
    let owner = partnership::of_file(data)?;
    let known = issuer::known(data)?;
    let own = owner.partner_code == pack.by;
    if own || !issuer::is_believed(known.as_ref(), &pack.by, &opened.key, trust) {
        return Err(Error::OtherSigner(signature::fingerprint(&opened.key)));
    }
    if let Some(known) = &known {
        let same = known.pack_digest.as_deref() == Some(&*opened.digest);
        // A picture does not come over a server: the file that has it may be opened once more.
        if same && !lacks_pictures(data, pack)? {
            return Err(Error::SamePack);
        }
        let made = known.pack_made_at.as_deref().and_then(|made| DateTime::parse_from_rfc3339(made).ok());
        // A coordinator that went back to a copy gives a number twice; its clock goes on.
        if !same && made.is_some_and(|made| (made.to_utc(), known.pack_number) >= (pack.made_at, Some(pack.number))) {
            return Err(Error::OlderPack);
        }
    }
    let mut before = by_id(data)?;
    let periods = periods(data)?;
    let mut rows = vec![];
    for entry in &pack.entries {
        let mut values = entry.values();
        values.insert("partnership".into(), owner.id.to_string().into());
        let change = match before.remove(&entry_id(&values)) {
            None => PackChange::New,
            Some(old) if entry.deprecated && !old.deprecated => PackChange::Deprecated,
            Some(old) if says(&old, &values) && !lacks_picture(data, entry)? => PackChange::Same,
            Some(_) => PackChange::Changed,
        };
        let span = entry.period_from.zip(entry.period_to);
        let crosses = span.is_some_and(|span| periods.iter().any(|period| crosses(period, span)));
        rows.push(PackRow {
            kind: entry.kind,
            code: entry.code.clone(),
            title: entry.title.clone(),
            words: entry.words.clone(),
            image: entry.image.clone(),
            change,
            crosses,
        });
    }
    // Codes are never taken back: one that is not listed any more is deprecated.
    rows.extend(before.into_values().filter(|old| old.issued.is_some() && !old.deprecated).map(|old| PackRow {
        kind: old.kind,
        code: old.code.0,
        title: old.title,
        words: None,
        image: None,
        change: PackChange::Deprecated,
        crosses: false,
    }));
    let shown = serde_json::to_string(&rows).unwrap_or_default();
    Ok(PackPlan {
        path: String::new(),
        digest: sha256(format!("{} {shown}", opened.digest).as_bytes()),
        number: pack.number,
        made_at: pack.made_at.to_rfc3339(),
        name: pack.name.clone(),
        key: signature::fingerprint(&opened.key),
        first: known.is_none_or(|known| known.key != opened.key),
        rows,
    })
}

fn lacks_pictures(data: &Reader<'_>, pack: &form::Pack) -> Result<bool> {
    for entry in &pack.entries {
        if lacks_picture(data, entry)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether an entry brings a picture that is not here.
fn lacks_picture(data: &Reader<'_>, entry: &form::Entry) -> Result<bool> {
    Ok(match entry.picture() {
        Some(picture) => data.content(&sha256(&picture))?.is_none(),
        None => false,
    })
}

/// Whether an entry says these values already.
fn says(old: &PackEntry, values: &Record) -> bool {
    let Value::Object(old) = json!(old) else { return false };
    values.iter().all(|(name, value)| old.get(name) == Some(value))
}

fn crosses(period: &ReportingPeriod, span: (chrono::NaiveDate, chrono::NaiveDate)) -> bool {
    let same = (period.period_from, period.period_to) == span;
    !same && period.period_from <= span.1 && period.period_to >= span.0
}

/// Enters the deadlines among the reporting periods: those of the same days get the date, those that cross none are new.
pub(super) fn enter_deadlines(data: &Writer<'_>, entries: &[PackEntry]) -> Result<()> {
    let owner = partnership::of_file(data)?.id.to_string();
    for entry in entries.iter().filter(|entry| entry.kind == PackKind::Deadline && !entry.deprecated) {
        let Some(span) = entry.period_from.zip(entry.period_to) else { continue };
        let periods = periods(data)?;
        if let Some(same) = periods.iter().find(|period| (period.period_from, period.period_to) == span) {
            let values = Record::from_iter([("due".to_owned(), json!(entry.due))]);
            records::change(data, ReportingPeriod::NAME.into(), same.id.to_string(), values)?;
        } else if !periods.iter().any(|period| crosses(period, span)) {
            let values = json!({
                "partnership": owner, "title": entry.title, "period_from": span.0, "period_to": span.1,
                "kind": PeriodKind::CODES[0], "due": entry.due,
            });
            let Value::Object(values) = values else { continue };
            records::create(data, ReportingPeriod::NAME.into(), values)?;
        }
    }
    Ok(())
}
