//! Status reports of a pilot initiative: where it stands at the end of a period, as lights and in words.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{Finality, Rag},
    entity,
    entity::Id,
    error::Problem,
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::Note,
};

entity! {
    /// A status report.
    StatusReport in "status_report" of pilot_initiative checked by check {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// First day of the period.
        period_from: NaiveDate,
        /// Last day of the period.
        period_to: NaiveDate,
        /// Day of the report.
        reported_on: NaiveDate,
        /// Draft or final; the last final one counts.
        finality: Finality,
        /// Overall status.
        rag_overall: Rag,
        /// Status of the schedule.
        rag_schedule: Rag,
        /// Status of the scope.
        rag_scope: Rag,
        /// Status of the budget.
        rag_budget: Rag,
        /// Status of the work with partners.
        rag_partners: Rag,
        /// Status of the results.
        rag_results: Rag,
        /// What was done.
        progress: Option<Note>,
        /// What stood in the way.
        obstacles: Option<Note>,
        /// What helped.
        levers: Option<Note>,
        /// What comes next.
        next_steps: Option<Note>,
        /// What the coordinator could help with.
        support_needed: Option<Note>,
        /// What it led to.
        results: Option<Note>,
        /// What changed around it.
        context_change: Option<Note>,
    }
}

/// The status report that counts: the last final one, else the last draft.
pub fn current(reports: &[StatusReport]) -> Option<&StatusReport> {
    reports.iter().max_by_key(|report| (report.finality, report.period_to, report.reported_on, report.id.to_string()))
}

/// The final report that counted before this one: the last one of an earlier period.
pub fn previous<'r>(reports: &'r [StatusReport], of: &StatusReport) -> Option<&'r StatusReport> {
    reports
        .iter()
        .filter(|report| report.finality == Finality::Final && report.period_to < of.period_to)
        .max_by_key(|report| (report.period_to, report.reported_on, report.id.to_string()))
}

impl StatusReport {
    /// The lights by the names of their fields, the overall one first.
    pub fn lights(&self) -> [(&'static str, Rag); 6] {
        [
            ("rag_overall", self.rag_overall),
            ("rag_schedule", self.rag_schedule),
            ("rag_scope", self.rag_scope),
            ("rag_budget", self.rag_budget),
            ("rag_partners", self.rag_partners),
            ("rag_results", self.rag_results),
        ]
    }
}

fn check(report: &StatusReport, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let pilot = data.get(&report.pilot_initiative)?;
    let early = report.reported_on < report.period_from;
    Ok([
        problem_if(early, "reported_on", "end_before_start"),
        problem_if(report.period_to < report.period_from, "period_to", "end_before_start"),
        problem_if(!pilot.overlaps(report.period_from, report.period_to), "period_to", "outside_pilot"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
