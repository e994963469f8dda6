//! Reporting periods: the partnership's own spans of time, whatever the calendar year, by which values and status
//! reports are ordered. A value belongs to the period in which its last day lies.

use chrono::NaiveDate;

use crate::{
    Result, catalogue::PeriodKind, entity, entity::Id, error::Problem, partnership::Partnership, records::problem_if,
    store::Reader, text::Text,
};

entity! {
    /// A reporting period. The periods of a partnership do not overlap.
    ReportingPeriod in "reporting_period" of partnership checked by check {
        /// The partnership.
        partnership: Id<Partnership>,
        /// What it is called, such as "Quarter 2".
        title: Text,
        /// First day.
        period_from: NaiveDate,
        /// Last day.
        period_to: NaiveDate,
        /// Why it is reported on.
        kind: PeriodKind,
        /// When the report is due.
        due: Option<NaiveDate>,
    }
}

/// The reporting periods of the file, in the order of time.
pub fn periods(data: &Reader<'_>) -> Result<Vec<ReportingPeriod>> {
    data.select("SELECT * FROM {table} ORDER BY period_from, id", &[])
}

impl ReportingPeriod {
    /// Whether a value or report whose last day this is belongs to the period.
    pub fn holds(&self, last_day: NaiveDate) -> bool {
        (self.period_from..=self.period_to).contains(&last_day)
    }
}

fn check(period: &ReportingPeriod, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let overlaps = periods(data)?.iter().any(|other| {
        other.id != period.id && other.period_from <= period.period_to && other.period_to >= period.period_from
    });
    let early = period.due.is_some_and(|due| due < period.period_from);
    Ok([
        problem_if(period.period_to < period.period_from, "period_to", "end_before_start"),
        problem_if(overlaps, "period_from", "overlapping_period"),
        problem_if(early, "due", "end_before_start"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
