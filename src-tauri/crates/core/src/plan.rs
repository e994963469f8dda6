//! The plan of a pilot initiative: milestones, activities and deliverables, each as planned, as expected now and as it
//! came to be. What slips is counted in days, here, once, for screen and paper.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{ActivityStatus, Catalogue as _, DeliverableKind, DeliverableStatus, MilestoneStatus, TargetGroup},
    entity,
    entity::{Entity, Id},
    error::Problem,
    logframe::LogframeRow,
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::Text,
};

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

entity! {
    /// An activity: work that takes time.
    Activity in "activity" of pilot_initiative checked by check_activity {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What is done.
        title: Text,
        /// The row of the logframe that it carries out.
        logframe_row: Option<Id<LogframeRow>>,
        /// First planned day.
        starts: NaiveDate,
        /// Last planned day.
        ends: NaiveDate,
        /// First day as expected now.
        forecast_starts: Option<NaiveDate>,
        /// Last day as expected now.
        forecast_ends: Option<NaiveDate>,
        /// First day in fact.
        started_on: Option<NaiveDate>,
        /// Last day in fact.
        ended_on: Option<NaiveDate>,
        /// Its state.
        status: ActivityStatus,
        /// Where it takes place.
        place: Option<Text>,
        /// Whom it reaches.
        target_groups: BTreeSet<TargetGroup>,
        /// How many people took part.
        participants: Option<u32>,
    }
}

entity! {
    /// A deliverable: something that can be handed over.
    Deliverable in "deliverable" of pilot_initiative checked by check_deliverable {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What it is.
        title: Text,
        /// Its number, such as D1.
        code: Option<String>,
        /// Its kind.
        kind: DeliverableKind,
        /// When it was planned.
        due: NaiveDate,
        /// When it is expected now.
        forecast: Option<NaiveDate>,
        /// When it was delivered.
        delivered_on: Option<NaiveDate>,
        /// Its state.
        status: DeliverableStatus,
        /// Where the file lies: a name, a path or an address.
        file: Option<String>,
        /// Whether the public may have it.
        public: bool,
    }
}

/// Days by which something slips: reached or expected later than planned (negative: earlier). Nothing while nothing else
/// than the plan is known.
fn slip(planned: NaiveDate, forecast: Option<NaiveDate>, actual: Option<NaiveDate>) -> Option<i64> {
    actual.or(forecast).map(|now| (now - planned).num_days())
}

impl Milestone {
    /// See [`slip`].
    pub fn slip(&self) -> Option<i64> {
        slip(self.due, self.forecast, self.done_on)
    }
}

impl Deliverable {
    /// See [`slip`].
    pub fn slip(&self) -> Option<i64> {
        slip(self.due, self.forecast, self.delivered_on)
    }
}

impl Activity {
    /// The days by which its end slips, see [`slip`].
    pub fn slip(&self) -> Option<i64> {
        slip(self.ends, self.forecast_ends, self.ended_on)
    }

    /// First and last day as known now: in fact, else as expected, else as planned.
    pub fn now(&self) -> (NaiveDate, NaiveDate) {
        let from = self.started_on.or(self.forecast_starts).unwrap_or(self.starts);
        let to = self.ended_on.or(self.forecast_ends).unwrap_or(self.ends);
        (from, to.max(from))
    }
}

/// The milestones of a pilot initiative, by due date.
pub fn milestones(data: &Reader<'_>, pilot: &str) -> Result<Vec<Milestone>> {
    let mut milestones = data.below::<Milestone>(pilot)?;
    milestones.sort_by_key(|milestone| milestone.due);
    Ok(milestones)
}

/// One line of the plan: an activity or a milestone, as planned and as known now.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct PlanRow {
    /// Id of the record.
    pub id: String,
    /// Its entity: `activity`, `milestone` or `deliverable`.
    pub entity: &'static str,
    /// What it is.
    pub title: Text,
    /// Planned first day; that of a milestone is its only one.
    #[ts(as = "String")]
    pub planned_from: NaiveDate,
    /// Planned last day.
    #[ts(as = "String")]
    pub planned_to: NaiveDate,
    /// First day as known now.
    #[ts(as = "String")]
    pub from: NaiveDate,
    /// Last day as known now.
    #[ts(as = "String")]
    pub to: NaiveDate,
    /// Whether it is over or reached, so that the days as known now are facts.
    pub done: bool,
    /// The code of its state, of the catalogue of its kind.
    pub status: String,
    /// Days by which it slips, see [`slip`].
    pub slip: Option<i32>,
}

/// The plan of a pilot initiative, by planned start.
pub fn plan(data: &Reader<'_>, pilot: String) -> Result<Vec<PlanRow>> {
    let mut rows = vec![];
    for activity in data.below::<Activity>(&pilot)? {
        let (planned, now, slip) = ((activity.starts, activity.ends), activity.now(), activity.slip());
        rows.push(row(&activity, &activity.title, (planned, now), activity.ended_on, activity.status.code(), slip));
    }
    for milestone in data.below::<Milestone>(&pilot)? {
        let day = milestone.done_on.or(milestone.forecast).unwrap_or(milestone.due);
        let (days, slip) = (((milestone.due, milestone.due), (day, day)), milestone.slip());
        rows.push(row(&milestone, &milestone.title, days, milestone.done_on, milestone.status.code(), slip));
    }
    for deliverable in data.below::<Deliverable>(&pilot)? {
        let day = deliverable.delivered_on.or(deliverable.forecast).unwrap_or(deliverable.due);
        let (days, slip) = (((deliverable.due, deliverable.due), (day, day)), deliverable.slip());
        rows.push(row(
            &deliverable,
            &deliverable.title,
            days,
            deliverable.delivered_on,
            deliverable.status.code(),
            slip,
        ));
    }
    rows.sort_by(|a, b| (a.planned_from, a.planned_to, &a.id).cmp(&(b.planned_from, b.planned_to, &b.id)));
    Ok(rows)
}

/// First and last day.
type Span = (NaiveDate, NaiveDate);

fn row<E: Entity>(
    record: &E,
    title: &Text,
    (planned, now): (Span, Span),
    done: Option<NaiveDate>,
    status: &str,
    slip: Option<i64>,
) -> PlanRow {
    PlanRow {
        id: record.id().to_string(),
        entity: E::NAME,
        title: title.clone(),
        planned_from: planned.0,
        planned_to: planned.1,
        from: now.0,
        to: now.1,
        done: done.is_some(),
        status: status.into(),
        slip: slip.map(|days| days as i32),
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

fn check_activity(activity: &Activity, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let pilot = data.get(&activity.pilot_initiative)?;
    let reversed = |from: Option<NaiveDate>, to: Option<NaiveDate>| from.zip(to).is_some_and(|(from, to)| to < from);
    let undated = activity.status == ActivityStatus::Done && activity.ended_on.is_none();
    Ok([
        problem_if(activity.ends < activity.starts, "ends", "end_before_start"),
        problem_if(!pilot.overlaps(activity.starts, activity.ends), "ends", "outside_pilot"),
        problem_if(reversed(activity.forecast_starts, activity.forecast_ends), "forecast_ends", "end_before_start"),
        problem_if(reversed(activity.started_on, activity.ended_on), "ended_on", "end_before_start"),
        problem_if(undated, "ended_on", "required"),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_deliverable(deliverable: &Deliverable, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let handed = matches!(deliverable.status, DeliverableStatus::Delivered | DeliverableStatus::Accepted);
    Ok(problem_if(handed && deliverable.delivered_on.is_none(), "delivered_on", "required").into_iter().collect())
}
