//! Pilot initiatives: what a partnership tries out on the ground, tied to the priorities it answers and the training
//! it uses.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{FormOfExtremism, MilestoneStatus, PilotStage, PreventionLevel, TargetGroup, Theme},
    entity,
    entity::{Id, Links},
    error::Problem,
    indicator::{Indicator, IndicatorValue},
    records::problem_if,
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
    }
}

entity! {
    /// A milestone of a pilot initiative.
    Milestone in "milestone" of pilot_initiative checked by check_milestone {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What is to be reached.
        title: Text,
        /// When it was planned.
        due: NaiveDate,
        /// When it is expected now.
        forecast: Option<NaiveDate>,
        /// When it was reached.
        done_on: Option<NaiveDate>,
        /// Its state.
        status: MilestoneStatus,
    }
}

impl Milestone {
    /// Days by which it slips: reached or expected later than planned (negative: earlier). Nothing while nothing else
    /// than the plan is known.
    pub fn slip(&self) -> Option<i64> {
        self.done_on.or(self.forecast).map(|actual| (actual - self.due).num_days())
    }
}

impl PilotStage {
    /// Whether the pilot counts as launched (domain reference, 4.12: stage running or later).
    pub fn launched(self) -> bool {
        !matches!(self, Self::Idea | Self::Designed | Self::Approved | Self::Stopped)
    }
}

impl PilotInitiative {
    /// Whether a period has at least one day in common with the pilot's.
    pub fn overlaps(&self, from: NaiveDate, to: NaiveDate) -> bool {
        from <= self.ends && to >= self.starts
    }
}

fn check_milestone(milestone: &Milestone, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let pilot = data.get(&milestone.pilot_initiative)?;
    let outside = !pilot.overlaps(milestone.due, milestone.due);
    let undated = milestone.status == MilestoneStatus::Done && milestone.done_on.is_none();
    Ok([problem_if(outside, "due", "outside_pilot"), problem_if(undated, "done_on", "required")]
        .into_iter()
        .flatten()
        .collect())
}

fn check(pilot: &PilotInitiative, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = pilot.ends < pilot.starts;
    let mut periods: Vec<(NaiveDate, NaiveDate)> =
        data.below::<StatusReport>(&pilot.id)?.iter().map(|report| (report.period_from, report.period_to)).collect();
    for indicator in data.below::<Indicator>(&pilot.id)? {
        let values = data.below::<IndicatorValue>(&indicator.id)?;
        periods.extend(values.iter().map(|value| (value.period_from, value.period_to)));
    }
    periods.extend(data.below::<Milestone>(&pilot.id)?.iter().map(|milestone| (milestone.due, milestone.due)));
    let outside = !reversed && periods.into_iter().any(|(from, to)| !pilot.overlaps(from, to));
    Ok([problem_if(reversed, "ends", "end_before_start"), problem_if(outside, "ends", "outside_pilot")]
        .into_iter()
        .flatten()
        .collect())
}
