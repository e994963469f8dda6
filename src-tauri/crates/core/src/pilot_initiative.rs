//! Pilot initiatives: what a partnership tries out on the ground, tied to the priorities it answers and the training
//! it uses, and the stages from the idea to the published practice sheet. What is planned and measured in one is in
//! files of its own.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{
        Catalogue as _, FormOfExtremism, PilotRole, PilotStage, PreventionLevel, SheetStatus, TargetGroup, Theme,
    },
    entity,
    entity::{Id, Links},
    error::Problem,
    indicator::Indicator,
    indicator_value::IndicatorValue,
    partnership::Agency,
    plan::{Activity, Milestone},
    practice_sheet::PracticeSheet,
    records::problem_if,
    review::PeerReview,
    situation_analysis::Priority,
    status_report::StatusReport,
    store::Reader,
    text::{Note, Text},
    training_session::TrainingSession,
};

entity! {
    /// A pilot initiative.
    PilotInitiative in "pilot_initiative" checked by check {
        /// Its title.
        title: Text,
        /// Its number in the partner's own list.
        code: Option<String>,
        /// Its theme.
        theme: Theme,
        /// Level of prevention.
        prevention_level: PreventionLevel,
        /// Forms of extremism that it answers.
        forms: BTreeSet<FormOfExtremism>,
        /// Whom it is for.
        target_groups: BTreeSet<TargetGroup>,
        /// Its stage.
        stage: PilotStage,
        /// First planned day.
        starts: NaiveDate,
        /// Last planned day.
        ends: NaiveDate,
        /// What it is, in short.
        summary: Option<Note>,
        /// Why it is needed.
        need: Option<Note>,
        /// Priorities that it answers.
        priorities: Links<Priority>,
        /// Training that it uses.
        training_sessions: Links<TrainingSession>,
        /// How rights and data are protected.
        safeguards: Option<Note>,
        /// Where it takes place.
        territory: Option<Text>,
        /// First day in fact.
        started_on: Option<NaiveDate>,
        /// Last day in fact.
        ended_on: Option<NaiveDate>,
        /// How it is done.
        approach: Option<Note>,
        /// What is new about it.
        innovation: Option<Note>,
        /// What remains when it ends, and how that is secured.
        sustainability: Option<Note>,
    }
}

entity! {
    /// An agency that takes part in a pilot initiative.
    PilotPartner in "pilot_partner" of pilot_initiative {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// The agency.
        agency: Id<Agency>,
        /// What it does.
        role: PilotRole,
        /// What it brings in.
        contribution: Option<Text>,
    }
}

/// How far a pilot initiative is on its way, and what the next stage asks for.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct StageGate {
    /// Its stage.
    pub stage: &'static str,
    /// The stage that comes next; none at the end, and when it was stopped.
    pub next: Option<&'static str>,
    /// What is missing for the next stage.
    pub missing: Vec<Problem>,
}

impl PilotStage {
    /// Whether the pilot counts as launched (domain reference, 4.12: stage running or later).
    pub fn launched(self) -> bool {
        self.reached(Self::Running)
    }

    /// Whether a pilot of this stage has come as far as another stage. A stopped one has come nowhere.
    pub fn reached(self, stage: Self) -> bool {
        self != Self::Stopped && self >= stage
    }
}

impl PilotInitiative {
    /// Whether a period has at least one day in common with the pilot's.
    pub fn overlaps(&self, from: NaiveDate, to: NaiveDate) -> bool {
        from <= self.ends && to >= self.starts
    }

    /// What a stage asks for and the pilot initiative lacks: each stage asks for what those before it ask for as well.
    ///
    /// An approved pilot answers a priority, uses a training session and says why it is needed and how rights are
    /// protected; a completed one has its real dates; a documented one has a practice sheet, a reviewed one a peer
    /// review, a published one a published sheet.
    pub fn missing_for(&self, stage: PilotStage, data: &Reader<'_>) -> Result<Vec<Problem>> {
        let absent = |note: &Option<Note>| note.as_ref().is_none_or(|note| note.is_empty());
        let asks = |from: PilotStage, lacking: bool, field: &str, code: &'static str| {
            problem_if(stage.reached(from) && lacking, field, code)
        };
        let mut problems = vec![
            asks(PilotStage::Approved, absent(&self.need), "need", "required"),
            asks(PilotStage::Approved, self.priorities.is_empty(), "priorities", "required"),
            asks(PilotStage::Approved, self.training_sessions.is_empty(), "training_sessions", "required"),
            asks(PilotStage::Approved, absent(&self.safeguards), "safeguards", "required"),
            asks(PilotStage::Completed, self.started_on.is_none(), "started_on", "required"),
            asks(PilotStage::Completed, self.ended_on.is_none(), "ended_on", "required"),
        ];
        if stage.reached(PilotStage::Documented) {
            let sheet = data.below::<PracticeSheet>(&self.id)?.pop();
            let published = sheet.as_ref().is_some_and(|sheet| sheet.status == SheetStatus::Published);
            let reviewed = !data.below::<PeerReview>(&self.id)?.is_empty();
            problems.extend([
                problem_if(sheet.is_none(), "stage", "stage_needs_sheet"),
                asks(PilotStage::Reviewed, !reviewed, "stage", "stage_needs_review"),
                asks(PilotStage::Published, sheet.is_some() && !published, "stage", "stage_needs_publication"),
            ]);
        }
        Ok(problems.into_iter().flatten().collect())
    }
}

/// How far a pilot initiative is, and what its next stage asks for.
///
/// # Errors
/// [`crate::Error::NotFound`]
pub fn stage_gate(data: &Reader<'_>, pilot: String) -> Result<StageGate> {
    let pilot = data.get(&Id::<PilotInitiative>::new(pilot))?;
    let at = PilotStage::ALL.iter().position(|stage| *stage == pilot.stage).unwrap_or_default();
    let next = PilotStage::ALL.get(at + 1).copied().filter(|stage| *stage != PilotStage::Stopped);
    let missing = match next {
        Some(next) => pilot.missing_for(next, data)?,
        None => vec![],
    };
    Ok(StageGate { stage: pilot.stage.code(), next: next.map(PilotStage::code), missing })
}

/// The agencies that take part in a pilot initiative, those that lead it first.
pub fn partners(data: &Reader<'_>, pilot: &str) -> Result<Vec<(PilotPartner, Agency)>> {
    let mut partners = data.below::<PilotPartner>(pilot)?;
    partners.sort_by_key(|partner| partner.role);
    let mut found = vec![];
    for partner in partners {
        found.extend(data.follow([&partner.agency])?.pop().map(|agency| (partner, agency)));
    }
    Ok(found)
}

fn check(pilot: &PilotInitiative, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = pilot.ends < pilot.starts;
    let reversed_in_fact = pilot.started_on.zip(pilot.ended_on).is_some_and(|(from, to)| to < from);
    let mut periods: Vec<(NaiveDate, NaiveDate)> =
        data.below::<StatusReport>(&pilot.id)?.iter().map(|report| (report.period_from, report.period_to)).collect();
    for indicator in data.below::<Indicator>(&pilot.id)? {
        let values = data.below::<IndicatorValue>(&indicator.id)?;
        periods.extend(values.iter().map(|value| (value.period_from, value.period_to)));
    }
    periods.extend(data.below::<Milestone>(&pilot.id)?.iter().map(|milestone| (milestone.due, milestone.due)));
    periods.extend(data.below::<Activity>(&pilot.id)?.iter().map(|activity| (activity.starts, activity.ends)));
    let outside = !reversed && periods.into_iter().any(|(from, to)| !pilot.overlaps(from, to));
    let mut problems: Vec<Problem> = [
        problem_if(reversed, "ends", "end_before_start"),
        problem_if(outside, "ends", "outside_pilot"),
        problem_if(reversed_in_fact, "ended_on", "end_before_start"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let missing = pilot.missing_for(pilot.stage, data)?;
    // Where another field lacks something, the stage says so too: that is the field which the officer changed.
    let elsewhere = !missing.is_empty() && missing.iter().all(|problem| problem.field != "stage");
    problems.extend(missing);
    problems.extend(problem_if(elsewhere, "stage", "stage_not_ready"));
    Ok(problems)
}
