//! Versions of a situation analysis: making one from an earlier one, and comparing two side by side. It compares what
//! is recorded; it deliberately adds nothing up.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    Result,
    catalogue::{AnalysisStatus, Catalogue, Change, Presence},
    entity::{Entity, Id},
    error::Error,
    finding::{FactorRating, IncidentCount, Manifestation, ServiceOffer, SwotEntry},
    locale::same_words,
    records::{self, Record},
    situation_analysis::{EvidenceSource, Priority, Recommendation, SituationAnalysis, ranked},
    store::{Reader, Writer},
    text::Text,
};

/// Two versions, compared.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Comparison {
    /// Title of the earlier one.
    pub earlier: Text,
    /// Title of the later one.
    pub later: Text,
    /// What differs and what is the same, by kind of finding in the order of the outline.
    pub groups: Vec<ComparedGroup>,
}

/// The findings of one kind.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct ComparedGroup {
    /// A code of the catalogue `analysis_part`.
    pub part: &'static str,
    /// The catalogue of the values that stand side by side.
    pub values: &'static str,
    /// The findings, changed ones first.
    pub rows: Vec<Compared>,
}

/// One finding in both versions.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Compared {
    /// What it is, where a catalogue names it: the key of its label.
    pub label: Option<String>,
    /// What it is, where the officer named it.
    pub title: Option<Text>,
    /// Its value then: a code of the group's catalogue, or a number.
    pub then: Option<String>,
    /// Its value now.
    pub now: Option<String>,
    /// A code of the catalogue `change`.
    pub change: &'static str,
}

/// What a version leaves behind: what was true of the earlier one alone.
const OWN: &[&str] = &["validation_meeting", "validated_on", "dissent", "next_review_on"];

/// Makes a new version of an analysis: all of its parts anew, with links to one another kept, at the first stage.
///
/// # Errors
/// [`Error::NotFound`]
pub fn begin_version(data: &Writer<'_>, analysis: String) -> Result<Record> {
    let earlier = data.get(&Id::<SituationAnalysis>::new(&*analysis))?;
    let versions = data.all::<SituationAnalysis>()?;
    let mut values = records::get(data, SituationAnalysis::NAME.into(), analysis.clone())?;
    values.retain(|name, _| SituationAnalysis::FIELDS.iter().any(|field| field.name == name));
    for field in OWN {
        values.insert((*field).to_owned(), Value::Null);
    }
    let newest = versions.iter().map(SituationAnalysis::version).max().unwrap_or(earlier.version());
    values.insert("version_no".into(), (newest + 1).into());
    values.insert("based_on".into(), analysis.clone().into());
    values.insert("status".into(), AnalysisStatus::Commissioned.code().into());
    let made = records::create(data, SituationAnalysis::NAME.into(), values)?;
    let id = made["id"].as_str().unwrap_or_default();
    records::copy_parts(data, SituationAnalysis::NAME, &analysis, id)?;
    records::get(data, SituationAnalysis::NAME.into(), id.into())
}

/// Compares two analyses, the earlier one first.
///
/// # Errors
/// [`Error::NotFound`]
pub fn compare_versions(data: &Reader<'_>, earlier: String, later: String) -> Result<Comparison> {
    if earlier == later {
        return Err(Error::BadArguments("an analysis is not compared with itself".into()));
    }
    let then = data.get(&Id::<SituationAnalysis>::new(&*earlier))?;
    let now = data.get(&Id::<SituationAnalysis>::new(&*later))?;
    let groups = vec![
        by_code::<Manifestation, _, _>(
            data,
            (&then, &now),
            ("manifestations", "manifestation_level"),
            |one| (one.form, one.level),
            |_| true,
        )?,
        incidents(data, &then, &now)?,
        factors(data, (&then, &now), "risk_factors", false)?,
        factors(data, (&then, &now), "protective_factors", true)?,
        by_title::<ServiceOffer, _>(data, (&then, &now), ("services", "gap"), |offer| Titled {
            id: offer.id.to_string(),
            continues: offer.continues.as_ref().map(ToString::to_string),
            title: offer.name.clone(),
            value: Some(if offer.gap { "yes" } else { "no" }.to_owned()),
            order: usize::from(offer.gap),
        })?,
        by_title::<SwotEntry, _>(data, (&then, &now), ("swot", "swot_quadrant"), |entry| Titled {
            id: entry.id.to_string(),
            continues: entry.continues.as_ref().map(ToString::to_string),
            title: entry.statement.clone(),
            value: Some(entry.quadrant.code().to_owned()),
            order: 0,
        })?,
        priorities(data, &then, &now)?,
        by_title::<Recommendation, _>(
            data,
            (&then, &now),
            ("recommendations", "recommendation_status"),
            |recommendation| Titled {
                id: recommendation.id.to_string(),
                continues: recommendation.continues.as_ref().map(ToString::to_string),
                title: recommendation.statement.clone(),
                value: Some(recommendation.status.code().to_owned()),
                order: recommendation.status as usize,
            },
        )?,
        by_title::<EvidenceSource, _>(data, (&then, &now), ("mandate_method", "reliability"), |source| Titled {
            id: source.id.to_string(),
            continues: None,
            title: source.title.clone(),
            value: Some(source.reliability.code().to_owned()),
            // A is the most reliable.
            order: usize::MAX - source.reliability as usize,
        })?,
    ];
    let groups = groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
    Ok(Comparison { earlier: then.title, later: now.title, groups })
}

type Pair<'a> = (&'a SituationAnalysis, &'a SituationAnalysis);

/// Findings that a catalogue names, each once an analysis, on a scale that another catalogue gives.
fn by_code<E: Entity, K: Catalogue + Ord, V: Catalogue + Ord>(
    data: &Reader<'_>,
    (then, now): Pair<'_>,
    (part, values): (&'static str, &'static str),
    of: impl Fn(&E) -> (K, V),
    wanted: impl Fn(&E) -> bool,
) -> Result<ComparedGroup> {
    let read = |analysis: &SituationAnalysis| -> Result<BTreeMap<K, V>> {
        Ok(data.below::<E>(&analysis.id)?.iter().filter(|one| wanted(one)).map(&of).collect())
    };
    let (then, now) = (read(then)?, read(now)?);
    let keys: BTreeSet<K> = then.keys().chain(now.keys()).copied().collect();
    let rows = keys.into_iter().map(|key| {
        let (before, after) = (then.get(&key).copied(), now.get(&key).copied());
        Compared {
            label: Some(format!("catalogue.{}.{}", K::NAME, key.code())),
            title: None,
            then: before.map(|value| value.code().to_owned()),
            now: after.map(|value| value.code().to_owned()),
            change: change(before, after).code(),
        }
    });
    Ok(ComparedGroup { part, values, rows: changed_first(rows.collect()) })
}

fn factors(data: &Reader<'_>, pair: Pair<'_>, part: &'static str, protects: bool) -> Result<ComparedGroup> {
    by_code::<FactorRating, _, _>(
        data,
        pair,
        (part, Presence::NAME),
        |rating| (rating.factor, rating.presence),
        |rating| rating.factor.protects() == protects && rating.presence != Presence::NotAssessed,
    )
}

/// Sums of incidents by kind. The numbers are the partnership's own; who prints them suppresses small ones.
fn incidents(data: &Reader<'_>, then: &SituationAnalysis, now: &SituationAnalysis) -> Result<ComparedGroup> {
    let sums = |analysis: &SituationAnalysis| -> Result<BTreeMap<_, u32>> {
        let mut sums = BTreeMap::new();
        for count in data.below::<IncidentCount>(&analysis.id)? {
            // A district's number is part of the whole territory's.
            if count.territory.is_none() {
                *sums.entry(count.kind).or_default() += count.incidents;
            }
        }
        Ok(sums)
    };
    let (then, now) = (sums(then)?, sums(now)?);
    let keys: BTreeSet<_> = then.keys().chain(now.keys()).copied().collect();
    let rows = keys.into_iter().map(|kind| {
        let (before, after) = (then.get(&kind).copied(), now.get(&kind).copied());
        Compared {
            label: Some(format!("catalogue.{}.{}", crate::catalogue::IncidentKind::NAME, kind.code())),
            title: None,
            then: before.map(|sum| sum.to_string()),
            now: after.map(|sum| sum.to_string()),
            change: change(before, after).code(),
        }
    });
    Ok(ComparedGroup { part: "incidents", values: "number", rows: changed_first(rows.collect()) })
}

/// The priorities by rank: a smaller number is a higher rank.
fn priorities(data: &Reader<'_>, then: &SituationAnalysis, now: &SituationAnalysis) -> Result<ComparedGroup> {
    let places = |analysis: &SituationAnalysis| -> Result<BTreeMap<String, usize>> {
        let ranked = ranked(data.below::<Priority>(&analysis.id)?);
        Ok(ranked.iter().enumerate().map(|(place, priority)| (priority.id.to_string(), place + 1)).collect())
    };
    let (before, after) = (places(then)?, places(now)?);
    by_title::<Priority, _>(data, (then, now), ("priorities", "number"), |priority| {
        let place = before.get(&*priority.id).or_else(|| after.get(&*priority.id)).copied().unwrap_or(usize::MAX);
        Titled {
            id: priority.id.to_string(),
            continues: priority.continues.as_ref().map(ToString::to_string),
            title: priority.title.clone(),
            value: Some(place.to_string()),
            order: usize::MAX - place,
        }
    })
}

struct Titled {
    id: String,
    continues: Option<String>,
    title: Text,
    value: Option<String>,
    order: usize,
}

/// Findings that officers name themselves: the same is what continues the earlier one, or has the same words.
fn by_title<E: Entity, F: Fn(&E) -> Titled>(
    data: &Reader<'_>,
    (then, now): Pair<'_>,
    (part, values): (&'static str, &'static str),
    of: F,
) -> Result<ComparedGroup> {
    let read = |analysis: &SituationAnalysis| -> Result<Vec<Titled>> {
        Ok(data.below::<E>(&analysis.id)?.iter().map(&of).collect())
    };
    let (mut then, now) = (read(then)?, read(now)?);
    let mut rows = vec![];
    for after in now {
        let earlier = then
            .iter()
            .position(|before| after.continues.as_deref() == Some(&before.id))
            .or_else(|| then.iter().position(|before| alike(&before.title, &after.title)));
        let before = earlier.map(|place| then.remove(place));
        let change = match &before {
            None => Change::New,
            Some(before) if before.value == after.value => Change::Same,
            Some(before) if before.order == after.order => Change::Changed,
            Some(before) => change(Some(before.order), Some(after.order)),
        };
        rows.push(Compared {
            label: None,
            title: Some(after.title),
            then: before.and_then(|before| before.value),
            now: after.value,
            change: change.code(),
        });
    }
    rows.extend(then.into_iter().map(|before| Compared {
        label: None,
        title: Some(before.title),
        then: before.value,
        now: None,
        change: Change::Gone.code(),
    }));
    Ok(ComparedGroup { part, values, rows: changed_first(rows) })
}

fn alike(a: &Text, b: &Text) -> bool {
    a.words.iter().any(|(language, words)| b.words.get(language).is_some_and(|other| same_words(words, other)))
}

fn change<T: Ord>(then: Option<T>, now: Option<T>) -> Change {
    match (then, now) {
        (None, _) => Change::New,
        (_, None) => Change::Gone,
        (Some(then), Some(now)) => match now.cmp(&then) {
            std::cmp::Ordering::Greater => Change::Risen,
            std::cmp::Ordering::Less => Change::Fallen,
            std::cmp::Ordering::Equal => Change::Same,
        },
    }
}

fn changed_first(mut rows: Vec<Compared>) -> Vec<Compared> {
    rows.sort_by_key(|row| row.change == Change::Same.code());
    rows
}
