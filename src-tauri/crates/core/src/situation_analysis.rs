//! The local situation analysis: what a territory sees, on which evidence, and what it makes a priority. Territory
//! level only: nothing here describes a person or a case, and nothing adds factors up to a score.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{
        AnalysisStatus, Confidence, EvidenceKind, Factor, FormOfExtremism, ManifestationLevel, Presence,
        PriorityStatus, Reliability, Sensitivity, Setting, Theme, Trend,
    },
    entity,
    entity::{Id, Links, Score},
    error::Problem,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// A local situation analysis.
    SituationAnalysis in "situation_analysis" checked by check_analysis {
        /// Its title.
        title: Text,
        /// The territory that it describes.
        territory: Text,
        /// First day of the period that it covers.
        period_from: NaiveDate,
        /// Last day of that period.
        period_to: NaiveDate,
        /// Its stage.
        status: AnalysisStatus,
        /// Its sensitivity marking.
        sensitivity: Sensitivity,
        /// The main findings in short.
        summary: Option<Note>,
        /// The territory: people, districts, schools, work.
        profile: Option<Note>,
        /// How it was made: who, when, with which sources.
        method: Option<Note>,
        /// What it cannot say.
        limits: Option<Note>,
        /// When it was validated by the partnership.
        validated_on: Option<NaiveDate>,
        /// When it is to be reviewed.
        next_review_on: Option<NaiveDate>,
    }
}

entity! {
    /// A source of evidence.
    EvidenceSource in "evidence_source" of situation_analysis checked by check_source {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// What it is.
        title: Text,
        /// Its kind.
        kind: EvidenceKind,
        /// The agency that owns it.
        owner: Option<String>,
        /// First day that it covers.
        covers_from: Option<NaiveDate>,
        /// Last day that it covers.
        covers_to: Option<NaiveDate>,
        /// How reliable it is.
        reliability: Reliability,
        /// What it cannot say.
        limits: Option<Note>,
    }
}

entity! {
    /// A form of extremism as it shows in the territory.
    Manifestation in "manifestation" of situation_analysis checked by check_manifestation {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// The form of extremism.
        form: FormOfExtremism,
        /// How present it is.
        level: ManifestationLevel,
        /// Where it is heading.
        trend: Trend,
        /// How sure the partnership is.
        confidence: Confidence,
        /// Where it is seen.
        settings: BTreeSet<Setting>,
        /// What is seen.
        description: Option<Note>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
        /// Whether there is no local evidence, which marks the statement wherever it is printed.
        no_local_evidence: bool,
    }
}

entity! {
    /// A risk or protective factor as it is present in the territory.
    FactorRating in "factor_rating" of situation_analysis checked by check_factor {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// The factor.
        factor: Factor,
        /// How present it is.
        presence: Presence,
        /// Where it is heading.
        trend: Trend,
        /// How sure the partnership is.
        confidence: Confidence,
        /// What it rests on, in words.
        comment: Option<Note>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
    }
}

entity! {
    /// A priority that the partnership sets.
    Priority in "priority" of situation_analysis {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// Its title.
        title: Text,
        /// Its theme.
        theme: Theme,
        /// How severe the problem is, 1 to 5.
        severity: Score,
        /// How far it reaches, 1 to 5.
        extent: Score,
        /// How much the partnership can influence it, 1 to 5.
        influence: Score,
        /// Rank that the partnership gave it by hand.
        rank: Option<u32>,
        /// Why it is a priority.
        rationale: Option<Note>,
        /// What is to be achieved.
        objective: Option<Note>,
        /// The factors behind it.
        factors: BTreeSet<Factor>,
        /// Its state.
        status: PriorityStatus,
    }
}

impl Priority {
    /// Severity × extent × influence, 1 to 125: an aid for ranking, no measure of risk.
    pub fn score(&self) -> u32 {
        self.severity.0 * self.extent.0 * self.influence.0
    }
}

impl Factor {
    /// Whether it protects; otherwise it is a risk factor.
    pub fn protects(self) -> bool {
        crate::catalogue::Catalogue::code(self).starts_with("pf_")
    }
}

impl Manifestation {
    /// Whether the statement must be marked as resting on no local evidence.
    pub fn unproven(&self) -> bool {
        self.no_local_evidence || self.evidence.is_empty()
    }
}

/// The priorities of an analysis in the partnership's order: by rank, then by score, the highest first.
pub fn ranked(mut priorities: Vec<Priority>) -> Vec<Priority> {
    priorities.sort_by_key(|priority| (priority.rank.unwrap_or(u32::MAX), std::cmp::Reverse(priority.score())));
    priorities
}

fn check_analysis(analysis: &SituationAnalysis, _: &Reader<'_>) -> Result<Vec<Problem>> {
    Ok(problem_if(analysis.period_to < analysis.period_from, "period_to", "end_before_start").into_iter().collect())
}

fn check_source(source: &EvidenceSource, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = source.covers_from.zip(source.covers_to).is_some_and(|(from, to)| to < from);
    Ok(problem_if(reversed, "covers_to", "end_before_start").into_iter().collect())
}

fn check_manifestation(manifestation: &Manifestation, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let contradicts = manifestation.no_local_evidence && !manifestation.evidence.is_empty();
    Ok(problem_if(contradicts, "no_local_evidence", "no_local_evidence").into_iter().collect())
}

fn check_factor(rating: &FactorRating, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let others = data.below::<FactorRating>(&rating.situation_analysis)?;
    let twice = others.iter().any(|other| other.id != rating.id && other.factor == rating.factor);
    Ok(problem_if(twice, "factor", "duplicate_factor").into_iter().collect())
}
