//! The local situation analysis itself, the sources that it rests on, and what follows from it: priorities and
//! recommendations. Its findings are in `finding.rs`. Territory level only: nothing here describes a person or a case.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{
        AnalysisStatus, EvidenceKind, Factor, GoalLevel, PriorityStatus, RecommendationStatus, Reliability,
        Sensitivity, Theme, UpdateFrequency,
    },
    entity,
    entity::{Entity as _, Id, Links, Score},
    error::{Error, Problem},
    partnership::Agency,
    pilot_initiative::PilotInitiative,
    records::{self, Record, problem_if},
    store::{Reader, Writer},
    territory::Territory,
    text::{Note, Text},
};

entity! {
    /// A local situation analysis.
    SituationAnalysis in "situation_analysis" checked by check_analysis {
        /// Its title.
        title: Text,
        /// The territory that it describes.
        territory: Text,
        /// The territories and districts that it covers in detail.
        territories: Links<Territory>,
        /// Its number among the versions, from 1.
        version_no: Option<u32>,
        /// The earlier version that it was made from.
        based_on: Option<Id<SituationAnalysis>>,
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
        /// On whose mandate, for what.
        mandate: Option<Note>,
        /// How it was made: who, when, with which sources.
        method: Option<Note>,
        /// What it cannot say.
        limits: Option<Note>,
        /// The meeting that validated it.
        validation_meeting: Option<Text>,
        /// When it was validated by the partnership.
        validated_on: Option<NaiveDate>,
        /// Who did not agree, and why: agencies and their reasons, no persons.
        dissent: Option<Note>,
        /// When it is to be reviewed.
        next_review_on: Option<NaiveDate>,
    }
}

entity! {
    /// An agency that wrote the analysis, by the function of who took part.
    AnalysisAuthor in "analysis_author" of situation_analysis {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// The agency.
        agency: Id<Agency>,
        /// The function in it.
        function: Text,
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
        /// The territory that it is about; none for the whole one.
        territory: Option<Id<Territory>>,
        /// When it was collected.
        collected_on: Option<NaiveDate>,
        /// How often it is brought up to date.
        frequency: Option<UpdateFrequency>,
        /// How many people or cases it covers.
        sample_size: Option<u32>,
        /// How reliable it is.
        reliability: Reliability,
        /// What it cannot say.
        limits: Option<Note>,
        /// Its own sensitivity.
        sensitivity: Option<Sensitivity>,
        /// Where it is kept or published.
        reference: Option<String>,
        /// Whether it holds data on individual persons, which no source of an analysis may.
        personal_data: bool,
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
        /// When it was scored.
        scored_on: Option<NaiveDate>,
        /// The agencies that scored it.
        scored_by: Links<Agency>,
        /// Whether there is a political mandate for it.
        mandate: bool,
        /// Why it is a priority.
        rationale: Option<Note>,
        /// What is to be achieved.
        objective: Option<Note>,
        /// Level of that objective.
        goal_level: Option<GoalLevel>,
        /// The factors behind it.
        factors: BTreeSet<Factor>,
        /// Its state.
        status: PriorityStatus,
        /// The same priority in the version that this one is based on.
        continues: Option<Id<Priority>>,
    }
}

entity! {
    /// A recommendation, its objective, and the pilot initiatives that take it up.
    Recommendation in "recommendation" of situation_analysis {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// What is recommended.
        statement: Text,
        /// The priority that it answers.
        priority: Option<Id<Priority>>,
        /// To whom it is addressed.
        addressee: Option<Text>,
        /// What is to be achieved.
        objective: Option<Note>,
        /// Level of that objective.
        goal_level: Option<GoalLevel>,
        /// The agency that is responsible.
        responsible: Option<Id<Agency>>,
        /// The pilot initiatives that take it up.
        pilots: Links<PilotInitiative>,
        /// Its state.
        status: RecommendationStatus,
        /// The same recommendation in the version that this one is based on.
        continues: Option<Id<Recommendation>>,
    }
}

impl Priority {
    /// Severity × extent × influence, 1 to 125: an aid for ranking, no measure of risk.
    pub fn score(&self) -> u32 {
        self.severity.0 * self.extent.0 * self.influence.0
    }
}

impl SituationAnalysis {
    /// Its number among the versions, from 1.
    pub fn version(&self) -> u32 {
        self.version_no.unwrap_or(1)
    }
}

/// The priorities of an analysis in the partnership's order: by rank, then by score, the highest first.
pub fn ranked(mut priorities: Vec<Priority>) -> Vec<Priority> {
    priorities.sort_by_key(|priority| (priority.rank.unwrap_or(u32::MAX), std::cmp::Reverse(priority.score())));
    priorities
}

/// Puts the priorities of an analysis into an order: the first gets rank 1. Those not named keep theirs.
///
/// # Errors
/// [`Error::NotFound`] for a priority of another analysis.
pub fn rank_priorities(data: &Writer<'_>, analysis: String, order: Vec<String>) -> Result<()> {
    let own: BTreeSet<String> = data.below::<Priority>(&analysis)?.iter().map(|one| one.id.to_string()).collect();
    for (place, id) in order.into_iter().enumerate() {
        if !own.contains(&id) {
            return Err(Error::NotFound);
        }
        let values = Record::from_iter([("rank".to_owned(), (place + 1).into())]);
        records::change(data, Priority::NAME.into(), id, values)?;
    }
    Ok(())
}

fn check_analysis(analysis: &SituationAnalysis, _: &Reader<'_>) -> Result<Vec<Problem>> {
    // What counts as validated says when it was.
    let unvalidated = analysis.status >= AnalysisStatus::Validated && analysis.validated_on.is_none();
    let itself = analysis.based_on.as_ref() == Some(&analysis.id);
    Ok([
        problem_if(analysis.period_to < analysis.period_from, "period_to", "end_before_start"),
        problem_if(unvalidated, "validated_on", "validation_needed"),
        problem_if(itself, "based_on", "unknown_record"),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_source(source: &EvidenceSource, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = source.covers_from.zip(source.covers_to).is_some_and(|(from, to)| to < from);
    Ok([
        problem_if(reversed, "covers_to", "end_before_start"),
        problem_if(source.personal_data, "personal_data", "personal_source"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
