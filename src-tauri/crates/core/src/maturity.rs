//! The partnership's assessment of its own maturity: 16 criteria, each at a level from 0 to 4, repeated over time. The
//! levels stand side by side and are deliberately never added up.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use crate::{
    Result,
    catalogue::{Catalogue as _, MaturityCriterion, MaturityLevel},
    entity,
    entity::{Entity as _, Id},
    error::{Error, Problem},
    partnership::{self, Partnership},
    records::{self, Record, derived_id},
    store::{Reader, Writer},
    text::Note,
};

entity! {
    /// The level of one criterion on one day.
    MaturityRating in "maturity_rating" of partnership identified by rating_id {
        /// The partnership.
        partnership: Id<Partnership>,
        /// The criterion.
        criterion: MaturityCriterion,
        /// The day of the self-assessment.
        rated_on: NaiveDate,
        /// The level.
        level: MaturityLevel,
        /// What shows it.
        evidence: Option<Note>,
        /// What is to be done.
        action: Option<Note>,
    }
}

/// The self-assessments of the partnership.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Maturity {
    /// The days on which it was assessed, ISO 8601, the newest first.
    pub rounds: Vec<String>,
    /// Level by criterion and day; a criterion that was not rated on a day is missing there.
    pub levels: BTreeMap<String, BTreeMap<String, MaturityCell>>,
}

/// One rating.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct MaturityCell {
    /// Id of the record.
    pub id: String,
    /// A code of the catalogue `maturity_level`.
    pub level: String,
}

/// All self-assessments.
pub fn maturity(data: &Reader<'_>) -> Result<Maturity> {
    let ratings = all(data)?;
    let rounds: BTreeSet<NaiveDate> = ratings.iter().map(|rating| rating.rated_on).collect();
    let mut levels: BTreeMap<String, BTreeMap<String, MaturityCell>> = BTreeMap::new();
    for rating in ratings {
        let cell = MaturityCell { id: rating.id.to_string(), level: rating.level.code().into() };
        levels.entry(rating.criterion.code().into()).or_default().insert(rating.rated_on.to_string(), cell);
    }
    Ok(Maturity { rounds: rounds.iter().rev().map(ToString::to_string).collect(), levels })
}

/// Rates a criterion on a day, for the first time or anew; evidence and action that were recorded stay.
///
/// # Errors
/// [`Error::Invalid`] for a code or a date that is none.
pub fn rate(data: &Writer<'_>, criterion: String, rated_on: String, level: String) -> Result<Record> {
    let partnership = partnership::of_file(data)?;
    let values = Record::from_iter([
        ("partnership".to_owned(), Value::from(&*partnership.id)),
        ("criterion".to_owned(), criterion.into()),
        ("rated_on".to_owned(), rated_on.trim().into()),
        ("level".to_owned(), level.into()),
    ]);
    let id = rating_id(&values);
    if data.exists(MaturityRating::NAME, &id)? {
        return records::change(data, MaturityRating::NAME.into(), id, values);
    }
    records::create(data, MaturityRating::NAME.into(), values)
}

/// Starts a self-assessment on a day with the levels of the latest one, so that only what changed must be rated.
///
/// # Errors
/// [`Error::Invalid`] when there is one of this day already, or the date is none.
pub fn begin_round(data: &Writer<'_>, rated_on: String) -> Result<()> {
    let invalid = |code| Err(Error::Invalid(vec![Problem::new("rated_on", code)]));
    let Ok(day) = rated_on.trim().parse::<NaiveDate>() else {
        return invalid("not_a_date");
    };
    let ratings = all(data)?;
    if ratings.iter().any(|rating| rating.rated_on == day) {
        return invalid("duplicate_assessment");
    }
    for criterion in MaturityCriterion::ALL {
        let latest =
            ratings.iter().filter(|rating| rating.criterion == *criterion).max_by_key(|rating| rating.rated_on);
        let level = latest.map_or(MaturityLevel::None, |rating| rating.level);
        rate(data, criterion.code().into(), day.to_string(), level.code().into())?;
    }
    Ok(())
}

/// Deletes the self-assessment of a day.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this day.
pub fn delete_round(data: &Writer<'_>, rated_on: String) -> Result<()> {
    let ratings: Vec<_> = all(data)?.into_iter().filter(|rating| rating.rated_on.to_string() == rated_on).collect();
    if ratings.is_empty() {
        return Err(Error::NotFound);
    }
    ratings.iter().try_for_each(|rating| records::delete(data, MaturityRating::NAME.into(), rating.id.to_string()))
}

/// Every rating, oldest day first, each day's in the order of the catalogue.
pub fn all(data: &Reader<'_>) -> Result<Vec<MaturityRating>> {
    let mut ratings = data.all::<MaturityRating>()?;
    ratings.sort_by_key(|rating| (rating.rated_on, rating.criterion));
    Ok(ratings)
}

/// The id of a rating follows from its criterion and day, so that two laptops that rate the same make one record.
fn rating_id(values: &Record) -> String {
    derived_id(values, &["partnership", "criterion", "rated_on"])
}
