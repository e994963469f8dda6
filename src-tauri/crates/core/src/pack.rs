//! The common catalogue: what the coordinator asks of all partners alike (training modules, indicators, targets, deadlines,
//! words for the reports), as one signed file with a number. The coordinator edits its entries here and exports them; a
//! partner looks at what would change and accepts. Its form is `pack/form.rs`, taking it in `pack/intake.rs`. The closed
//! lists of codes that the program itself has are in `catalogue.rs`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value, json};

use crate::{
    Result,
    catalogue::{
        Catalogue as _, CommonIndicator, Direction, Factor, IndicatorKind, NetworkTarget, PackKind, TrainingModule,
    },
    entity,
    entity::{ContentHash, Entity as _, Id, PackCode},
    error::{Error, Problem},
    issuer, network,
    partnership::{self, Partnership},
    records::{self, Record, derived_id, problem_if},
    session::{Session, write_file},
    signature,
    store::{Reader, sha256},
    text::{Note, Text},
};

mod form;
mod intake;
mod logo;

pub use form::schema;
pub use intake::{PackChange, PackPlan, PackRow, accept, open};
pub use logo::{choose as choose_logo, picture as logo_picture};
pub(crate) use logo::{is_logo, on_paper as logos, pictures};

entity! {
    /// An entry of the common catalogue. That of a factor is the coordinator's own wording of one that the program has; that
    /// of a logo has as its title what the logo says to those who cannot see it.
    PackEntry in "pack_entry" of partnership identified by entry_id completed by complete kept by keep checked by check {
        /// The partnership.
        partnership: Id<Partnership>,
        /// What it is.
        kind: PackKind,
        /// Its code, never changed.
        code: PackCode,
        /// Its title.
        title: Option<Text>,
        /// What it says: aim, definition, or the words for the report.
        words: Option<Note>,
        /// Unit of an indicator.
        unit: Option<Text>,
        /// Kind of an indicator's values.
        indicator_kind: Option<IndicatorKind>,
        /// Which way an indicator should move.
        direction: Option<Direction>,
        /// What is to be reached: of a target or an indicator.
        number: Option<f64>,
        /// First day of the period of a deadline.
        period_from: Option<NaiveDate>,
        /// Last day of that period.
        period_to: Option<NaiveDate>,
        /// When its report is due.
        due: Option<NaiveDate>,
        /// Whether it is not to be used any more.
        deprecated: bool,
        /// Number of the catalogue that it first came with.
        issued: Option<u32>,
        /// SHA-256 of a logo's picture, hexadecimal.
        image: Option<ContentHash>,
    }
}

/// A code is of one kind and stays: two computers that enter it make one entry.
fn entry_id(values: &Record) -> String {
    let mut values = values.clone();
    code_texts(&mut values);
    derived_id(&values, &["partnership", "kind", "code"])
}

fn complete(values: &mut Map<String, Value>, _: &Reader<'_>) -> Result<()> {
    code_texts(values);
    Ok(())
}

/// The words for the reports have no code of their own: there is one of each.
fn code_texts(values: &mut Map<String, Value>) {
    let kind = values.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
    if [PackKind::Foreword, PackKind::Closing].map(PackKind::code).contains(&&*kind) {
        values.insert("code".into(), kind.into());
    }
}

/// What was given out once is in partners' files, and is deprecated instead.
fn keep(entry: &PackEntry, _: &Reader<'_>) -> Result<()> {
    if entry.issued.is_some() { Err(Error::DeprecateInstead) } else { Ok(()) }
}

fn check(entry: &PackEntry, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let mut problems = entry.problems();
    problems.extend(logo::check(entry, data)?);
    Ok(problems)
}

impl PackEntry {
    /// What an entry of its kind lacks or has wrong, wherever it comes from.
    fn problems(&self) -> Vec<Problem> {
        let own = |codes: &[&str]| codes.contains(&&*self.code);
        let free = is_code(&self.code);
        let code = match self.kind {
            PackKind::Module => problem_if(!free || own(TrainingModule::CODES), "code", "not_a_code"),
            PackKind::Indicator => problem_if(!free || own(CommonIndicator::CODES), "code", "not_a_code"),
            PackKind::Deadline | PackKind::Logo => problem_if(!free, "code", "not_a_code"),
            PackKind::Factor => problem_if(!own(Factor::CODES), "code", "unknown_code"),
            PackKind::Target => problem_if(!own(NetworkTarget::CODES), "code", "unknown_code"),
            PackKind::Foreword | PackKind::Closing => {
                problem_if(*self.code != *self.kind.code(), "code", "unknown_code")
            }
        };
        let needs = |there: bool, field: &str| problem_if(!there, field, "required");
        let titled = matches!(self.kind, PackKind::Module | PackKind::Indicator | PackKind::Deadline | PackKind::Logo);
        let worded = matches!(self.kind, PackKind::Foreword | PackKind::Closing);
        let dated = self.kind == PackKind::Deadline;
        let whole = |number: f64| number.fract() == 0.0 && (0.0..=1e8).contains(&number);
        let target = self.kind == PackKind::Target;
        let title = self.title.as_ref().is_some_and(|title| !title.is_empty());
        let words = self.words.as_ref().is_some_and(|words| !words.is_empty());
        [
            code,
            needs(!titled || title, "title"),
            needs(!worded || words, "words"),
            // A factor's wording is a label, an explanation or both.
            needs(self.kind != PackKind::Factor || title || words, "title"),
            problem_if(self.image.is_some() && self.kind != PackKind::Logo, "image", "unknown_field"),
            needs(self.kind != PackKind::Indicator || self.indicator_kind.is_some(), "indicator_kind"),
            needs(!target || self.number.is_some(), "number"),
            self.number
                .filter(|number| target && !whole(*number))
                .map(|_| Problem::new("number", "out_of_range").with("min", 0).with("max", 100_000_000)),
            needs(!dated || self.period_from.is_some(), "period_from"),
            needs(!dated || self.period_to.is_some(), "period_to"),
            needs(!dated || self.due.is_some(), "due"),
            problem_if(
                self.period_from.zip(self.period_to).is_some_and(|(from, to)| to < from),
                "period_to",
                "end_before_start",
            ),
            problem_if(self.period_from.zip(self.due).is_some_and(|(from, due)| due < from), "due", "end_before_start"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Whether a code is one that the coordinator may give: small letters, digits and underscores, a letter first.
pub(crate) fn is_code(code: &str) -> bool {
    (2..=40).contains(&code.len())
        && code.starts_with(|first: char| first.is_ascii_lowercase())
        && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The entries, by kind and code.
pub fn entries(data: &Reader<'_>) -> Result<Vec<PackEntry>> {
    data.select("SELECT * FROM {table} ORDER BY kind, code, id", &[])
}

/// The entry of a kind and code that is in use.
pub fn entry(data: &Reader<'_>, kind: PackKind, code: &str) -> Result<Option<PackEntry>> {
    Ok(entries(data)?.into_iter().find(|entry| entry.kind == kind && *entry.code == *code && !entry.deprecated))
}

/// Whether a link leads to an entry of this kind, or nowhere.
pub(crate) fn is_of(data: &Reader<'_>, entry: Option<&Id<PackEntry>>, kind: PackKind) -> Result<bool> {
    Ok(match entry {
        Some(entry) => data.get(entry)?.kind == kind,
        None => true,
    })
}

/// What the catalogue says is to be reached, by code of the catalogue `network_target`.
pub fn targets(data: &Reader<'_>) -> Result<BTreeMap<String, u32>> {
    let targets = entries(data)?.into_iter().filter(|entry| entry.kind == PackKind::Target && !entry.deprecated);
    Ok(targets.filter_map(|entry| Some((entry.code.0, entry.number? as u32))).collect())
}

/// The coordinator's own labels of factors in a language, by the key of the text whose place they take. Where it has none
/// in this language, the program's own label stands.
pub fn wording(data: &Reader<'_>, language: String) -> Result<BTreeMap<String, String>> {
    let worded = |entry: PackEntry| {
        let label = entry.title?.words.get(&language)?.clone();
        Some((format!("catalogue.{}.{}", Factor::NAME, entry.code.0), label))
    };
    Ok(factors(data)?.into_iter().filter_map(worded).collect())
}

/// What the coordinator says of a factor, if anything.
pub(crate) fn explanations(data: &Reader<'_>) -> Result<BTreeMap<String, Note>> {
    Ok(factors(data)?.into_iter().filter_map(|entry| Some((entry.code.0, entry.words?))).collect())
}

fn factors(data: &Reader<'_>) -> Result<Vec<PackEntry>> {
    Ok(entries(data)?.into_iter().filter(|entry| entry.kind == PackKind::Factor && !entry.deprecated).collect())
}

/// Exports the catalogue as a signed file with the next number, into the reports folder or to a path; its path.
///
/// # Errors
/// [`Error::NotCoordinator`] in a partner's file; [`Error::NothingToReport`] when there is no entry;
/// [`Error::LogoMissing`] for a logo in use that has no picture.
pub fn export(session: &Session, now: DateTime<Utc>, path: Option<String>) -> Result<String> {
    let (code, name, number, entries, pictures) = session.read(|data| {
        if !network::is_coordinator(data)? {
            return Err(Error::NotCoordinator);
        }
        let number = issuer::known(data)?.and_then(|own| own.pack_number).unwrap_or(0) + 1;
        let own = partnership::of_file(data)?;
        let entries = self::entries(data)?;
        let mut pictures = BTreeMap::new();
        for entry in entries.iter().filter(|entry| entry.kind == PackKind::Logo && !entry.deprecated) {
            let image = logo::image(data, entry)?.ok_or_else(|| Error::LogoMissing(entry.code.0.clone()))?;
            pictures.insert(entry.code.0.clone(), image.address());
        }
        Ok((own.partner_code, own.partner_name, number, entries, pictures))
    })?;
    if entries.is_empty() {
        return Err(Error::NothingToReport);
    }
    let pack = form::make(&code, &name, number, now, &entries, &pictures);
    let (bytes, key) = form::seal(session, &pack)?;
    let named = path.is_some();
    let path = match path {
        Some(path) => std::path::absolute(path)?,
        None => session.document_path(None, &format!("{code} {number}"), form::EXTENSION)?,
    };
    session.note(now, |data| {
        for entry in entries.iter().filter(|entry| entry.issued.is_none()) {
            let values = Record::from_iter([("issued".to_owned(), number.into())]);
            records::change(data, PackEntry::NAME.into(), entry.id.to_string(), values)?;
        }
        // The coordinator reports on the same periods that it asks for.
        intake::enter_deadlines(data, &entries)?;
        issuer::believe(data, &code, &key, Some(&signature::fingerprint(&key)))?;
        issuer::note_pack(data, number, now, &sha256(&bytes))
    })?;
    write_file(&path, &bytes)?;
    if !named {
        session.desktop().reveal(&path).map_err(|error| Error::Desktop(error.to_string()))?;
    }
    Ok(path.display().to_string())
}

/// The values of an indicator that its entry in the catalogue gives where the officer gave none.
pub(crate) fn fill_indicator(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    let Some(id) = values.get("pack_entry").and_then(Value::as_str) else { return Ok(()) };
    if !data.exists(PackEntry::NAME, id)? {
        return Ok(());
    }
    let entry = data.get(&Id::<PackEntry>::new(id))?;
    let given = [
        ("title", json!(entry.title)),
        ("unit", json!(entry.unit)),
        ("definition", json!(entry.words)),
        ("target", json!(entry.number)),
    ];
    for (field, value) in given {
        if values.get(field).is_none_or(Value::is_null) && !value.is_null() {
            values.insert(field.into(), value);
        }
    }
    Ok(())
}
