//! What waits for the partnership: what is overdue or due soon, what nobody has reviewed, what was not reported; and the
//! dates of one year. It stores nothing of its own and shows no person.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::{
    Result,
    action_point::{self, ActionPoint},
    catalogue::{
        AnalysisStatus, DeliverableStatus, Finality, MeetingStatus, MilestoneStatus, PilotStage, SessionStatus,
    },
    certificate::Certificate,
    entity::{Entity, Id},
    error::Error,
    evaluation::{EvaluationResponse, EvaluationWave},
    meeting::{self, Meeting},
    numbering, overview, partnership,
    pilot_initiative::PilotInitiative,
    plan::{self, Deliverable, Milestone},
    reporting_period::ReportingPeriod,
    retention,
    situation_analysis::SituationAnalysis,
    status_report::StatusReport,
    store::Reader,
    text::Text,
    training_session::TrainingSession,
};

/// So many days ahead something is due soon.
pub const SOON: u64 = 30;

/// Why something waits; its heading is the text `waiting.<group>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, ts_rs::TS)]
#[ts(rename = "WaitingGroup")]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Its date is over.
    Overdue,
    /// Its date comes within [`SOON`] days.
    Soon,
    /// It is done, and nobody has looked at it as is due.
    Unreviewed,
    /// It took place or ended, and was not reported.
    Unreported,
    /// Its number is another's too.
    DoubleNumber,
}

/// Something that waits.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Waiting {
    /// Why it waits.
    pub group: Group,
    /// What it is: the text `waiting.kind.<kind>`.
    pub kind: &'static str,
    /// What it is called.
    pub title: Text,
    /// Its number or code; may be empty.
    pub number: String,
    /// The reporting period that it is about.
    pub period: Option<Text>,
    /// Its date, ISO.
    pub date: Option<String>,
    /// Where it is dealt with.
    pub place: Place,
    /// The record that can be given a new number.
    pub renumber: Option<Place>,
}

/// A page of the window.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
#[ts(rename = "PagePlace")]
pub struct Place {
    /// Entity of the record whose page it is.
    pub entity: &'static str,
    /// Id of that record.
    pub id: String,
    /// The part of the page.
    pub tab: Option<&'static str>,
}

/// A date or a span of the year.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct YearEntry {
    /// The row in which it stands: `meeting`, `training_session`, `pilot_initiative`, `deadline`.
    pub row: &'static str,
    /// What it is: the text `waiting.kind.<kind>`.
    pub kind: &'static str,
    /// What it is called.
    pub title: Text,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO.
    pub to: String,
    /// Where it is dealt with.
    pub place: Place,
}

fn place<E: Entity>(id: &Id<E>, tab: Option<&'static str>) -> Place {
    Place { entity: E::NAME, id: id.to_string(), tab }
}

struct List {
    today: NaiveDate,
    soon: NaiveDate,
    found: Vec<Waiting>,
}

impl List {
    /// Something with a date, if that is over or near.
    fn dated(&mut self, kind: &'static str, title: &Text, number: String, date: NaiveDate, place: Place) {
        let group = if date < self.today { Group::Overdue } else { Group::Soon };
        if date <= self.soon {
            self.add(group, kind, title, number, Some(date), place);
        }
    }

    fn add(
        &mut self,
        group: Group,
        kind: &'static str,
        title: &Text,
        number: String,
        date: Option<NaiveDate>,
        place: Place,
    ) {
        let date = date.map(|date| date.to_string());
        self.found.push(Waiting {
            group,
            kind,
            title: title.clone(),
            number,
            period: None,
            date,
            place,
            renumber: None,
        });
    }
}

/// Everything that waits on a day, by group and date.
///
/// # Errors
/// [`Error::BadArguments`] when `today` is no date.
pub fn waiting(data: &Reader<'_>, today: String) -> Result<Vec<Waiting>> {
    let today = day(&today)?;
    let mut list = List { today, soon: today + Days::new(SOON), found: vec![] };
    meetings(data, &mut list)?;
    analyses(data, &mut list)?;
    trainings(data, &mut list)?;
    pilots(data, &mut list)?;
    double_numbers(data, &mut list)?;
    kept(data, &mut list)?;
    let mut found = list.found;
    found.sort_by(|a, b| (a.group, &a.date, &a.place.id).cmp(&(b.group, &b.date, &b.place.id)));
    Ok(found)
}

fn day(iso: &str) -> Result<NaiveDate> {
    iso.parse().map_err(|_| Error::BadArguments(format!("no date: {iso}")))
}

fn meetings(data: &Reader<'_>, list: &mut List) -> Result<()> {
    for meeting in meeting::meetings(data)? {
        if !meeting.status.is_over() && meeting.date >= list.today {
            list.dated("meeting", &meeting.title, String::new(), meeting.date, place(&meeting.id, None));
        } else if meeting.status != MeetingStatus::MinutesApproved {
            let group = if meeting.status.is_over() { Group::Unreviewed } else { Group::Unreported };
            let kind = if meeting.status.is_over() { "minutes_approval" } else { "minutes" };
            list.add(group, kind, &meeting.title, String::new(), Some(meeting.date), place(&meeting.id, Some("live")));
        }
    }
    for action in action_point::listed(data, list.today, None)?.iter().filter(|action| action.is_live()) {
        if let Some(due) = action.due {
            let number = action.number.clone().unwrap_or_default();
            list.dated("action_point", &action.text, number, due, place(&action.meeting, Some(ActionPoint::NAME)));
        }
    }
    Ok(())
}

fn double_numbers(data: &Reader<'_>, list: &mut List) -> Result<()> {
    for double in numbering::doubles(data)? {
        let (entity, tab) = match double.entity {
            Certificate::NAME => (TrainingSession::NAME, "certificates"),
            ActionPoint::NAME => (Meeting::NAME, ActionPoint::NAME),
            _ => (Meeting::NAME, "live"),
        };
        let own = Place { entity, id: double.of, tab: Some(tab) };
        list.add(Group::DoubleNumber, double.entity, &double.title, double.number, None, own);
        if let Some(added) = list.found.last_mut() {
            added.renumber = Some(Place { entity: double.entity, id: double.id, tab: None });
        }
    }
    Ok(())
}

fn analyses(data: &Reader<'_>, list: &mut List) -> Result<()> {
    for analysis in data.all::<SituationAnalysis>()? {
        let own = place(&analysis.id, Some("validation"));
        if let Some(next) = analysis.next_review_on.filter(|_| analysis.status != AnalysisStatus::Superseded) {
            list.dated("analysis_review", &analysis.title, String::new(), next, own.clone());
        }
        if analysis.status == AnalysisStatus::GatewayReview {
            list.add(Group::Unreviewed, "analysis_validation", &analysis.title, String::new(), None, own);
        }
    }
    Ok(())
}

fn trainings(data: &Reader<'_>, list: &mut List) -> Result<()> {
    for session in overview::sessions(data)? {
        let own = place(&session.id, None);
        match session.status {
            SessionStatus::Planned | SessionStatus::RegistrationOpen | SessionStatus::Confirmed => {
                if session.ends >= list.today {
                    list.dated("training_session", &session.title, String::new(), session.starts, own);
                } else {
                    list.add(
                        Group::Unreported,
                        "training_state",
                        &session.title,
                        String::new(),
                        Some(session.ends),
                        own,
                    );
                }
            }
            SessionStatus::Delivered => {
                list.add(Group::Unreported, "training_report", &session.title, String::new(), Some(session.ends), own);
            }
            _ => {}
        }
        for wave in data.below::<EvaluationWave>(&session.id)? {
            if let Some(due) = wave.due_on.filter(|_| session.status.took_place())
                && data.below::<EvaluationResponse>(&wave.id)?.is_empty()
            {
                list.dated(
                    "evaluation_wave",
                    &session.title,
                    String::new(),
                    due,
                    place(&session.id, Some("evaluation")),
                );
            }
        }
    }
    Ok(())
}

fn pilots(data: &Reader<'_>, list: &mut List) -> Result<()> {
    let periods = data.all::<ReportingPeriod>()?;
    for pilot in overview::pilots(data)? {
        for milestone in plan::milestones(data, &pilot.id)? {
            if !matches!(milestone.status, MilestoneStatus::Done | MilestoneStatus::Cancelled) {
                let due = milestone.forecast.unwrap_or(milestone.due);
                list.dated("milestone", &milestone.title, String::new(), due, place(&pilot.id, Some("plan")));
            }
        }
        for deliverable in data.below::<Deliverable>(&pilot.id)? {
            if !matches!(deliverable.status, DeliverableStatus::Delivered | DeliverableStatus::Accepted) {
                let due = deliverable.forecast.unwrap_or(deliverable.due);
                let code = deliverable.code.clone().unwrap_or_default();
                list.dated("deliverable", &deliverable.title, code, due, place(&pilot.id, Some("plan")));
            }
        }
        unreported(data, list, &pilot, &periods)?;
        if pilot.stage == PilotStage::Documented {
            let own = place(&pilot.id, Some("evaluation"));
            list.add(Group::Unreviewed, "pilot_review", &pilot.title, String::new(), None, own);
        }
    }
    Ok(())
}

/// Personal data that are past the date until which they are kept, or soon will be.
fn kept(data: &Reader<'_>, list: &mut List) -> Result<()> {
    if let Some((count, until)) = retention::first_due(data, list.soon)? {
        let title = partnership::of_file(data)?.name;
        let place = Place { entity: "retention", id: String::new(), tab: None };
        list.dated("retention", &title, count.to_string(), until, place);
    }
    Ok(())
}

/// The reporting periods that ended while a pilot initiative ran and that no final status report covers.
fn unreported(data: &Reader<'_>, list: &mut List, pilot: &PilotInitiative, periods: &[ReportingPeriod]) -> Result<()> {
    if !pilot.stage.launched() {
        return Ok(());
    }
    let reports = data.below::<StatusReport>(&pilot.id)?;
    let (from, to) = (pilot.started_on.unwrap_or(pilot.starts), pilot.ended_on.unwrap_or(pilot.ends));
    let today = list.today;
    for period in periods.iter().filter(|period| period.period_to < today) {
        let ran = period.period_from <= to && period.period_to >= from;
        let covered = |report: &StatusReport| {
            report.finality == Finality::Final
                && period.period_from <= report.period_to
                && period.period_to >= report.period_from
        };
        if ran && !reports.iter().any(covered) {
            let own = place(&pilot.id, Some(StatusReport::NAME));
            let due = period.due.unwrap_or(period.period_to);
            list.add(Group::Unreported, "status_report", &pilot.title, String::new(), Some(due), own);
            if let Some(added) = list.found.last_mut() {
                added.period = Some(period.title.clone());
            }
        }
    }
    Ok(())
}

/// The dates of a year, by row and date: meetings, training sessions, pilot initiatives with their spans, and what falls
/// due.
pub fn year(data: &Reader<'_>, year: u32) -> Result<Vec<YearEntry>> {
    let mut found = vec![];
    let mut add = |row, kind, title: &Text, (from, to): (NaiveDate, NaiveDate), place: Place| {
        if from.year() <= year as i32 && to.year() >= year as i32 {
            let (from, to) = (from.to_string(), to.to_string());
            found.push(YearEntry { row, kind, title: title.clone(), from, to, place });
        }
    };
    for meeting in data.all::<Meeting>()? {
        add(Meeting::NAME, "meeting", &meeting.title, (meeting.date, meeting.date), place(&meeting.id, None));
    }
    for session in overview::sessions(data)? {
        let span = (session.starts, session.ends);
        add(TrainingSession::NAME, "training_session", &session.title, span, place(&session.id, None));
    }
    let pilots = overview::pilots(data)?;
    for pilot in &pilots {
        let span = (pilot.started_on.unwrap_or(pilot.starts), pilot.ended_on.unwrap_or(pilot.ends));
        add(
            PilotInitiative::NAME,
            "pilot_initiative",
            &pilot.title,
            (span.0, span.1.max(span.0)),
            place(&pilot.id, None),
        );
        for milestone in data.below::<Milestone>(&pilot.id)? {
            let day = milestone.done_on.or(milestone.forecast).unwrap_or(milestone.due);
            add("deadline", "milestone", &milestone.title, (day, day), place(&pilot.id, Some("plan")));
        }
        for deliverable in data.below::<Deliverable>(&pilot.id)? {
            let day = deliverable.delivered_on.or(deliverable.forecast).unwrap_or(deliverable.due);
            add("deadline", "deliverable", &deliverable.title, (day, day), place(&pilot.id, Some("plan")));
        }
    }
    for period in data.all::<ReportingPeriod>()? {
        if let Some(due) = period.due {
            // Periods are kept with the results of pilot initiatives: any of those pages has them.
            let Some(pilot) = pilots.first() else { continue };
            let own = place(&pilot.id, Some("results"));
            add("deadline", "reporting_period", &period.title, (due, due), own);
        }
    }
    for analysis in data.all::<SituationAnalysis>()? {
        if let Some(next) = analysis.next_review_on {
            let own = place(&analysis.id, Some("validation"));
            add("deadline", "analysis_review", &analysis.title, (next, next), own);
        }
    }
    for action in data.all::<ActionPoint>()? {
        if let Some(due) = action.due.filter(|_| action.is_live()) {
            let own = place(&action.meeting, Some(ActionPoint::NAME));
            add("deadline", "action_point", &action.text, (due, due), own);
        }
    }
    found.sort_by(|a, b| (&a.from, &a.to, &a.place.id).cmp(&(&b.from, &b.to, &b.place.id)));
    Ok(found)
}
