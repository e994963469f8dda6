//! Action points: what an agency does until when, agreed in a meeting and followed across meetings.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::{
    Result,
    agenda_item::{self, AgendaItem},
    catalogue::ActionStatus,
    entity,
    entity::Id,
    error::{Error, Problem},
    meeting::Meeting,
    partnership::Agency,
    records::{next_number, problem_if},
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// An action point.
    ActionPoint in "action_point" of meeting completed by number_it checked by check {
        /// The meeting that agreed on it.
        meeting: Id<Meeting>,
        /// The agenda item that it comes from.
        agenda_item: Option<Id<AgendaItem>>,
        /// Its number, `YYYY-NN`, given when it is made.
        number: Option<String>,
        /// What is to be done.
        text: Text,
        /// The agency that does it.
        owner_agency: Option<Id<Agency>>,
        /// Function of who does it.
        owner_function: Option<String>,
        /// Until when.
        due: Option<NaiveDate>,
        /// Its state.
        status: ActionStatus,
        /// When it was done.
        done_on: Option<NaiveDate>,
        /// How it stands.
        comment: Option<Note>,
    }
}

/// An action point in a list across meetings.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct ActionRow {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: Option<String>,
    /// What is to be done.
    pub text: Text,
    /// Id of the agency that does it.
    pub owner: Option<String>,
    /// Name of that agency.
    pub owner_name: Option<Text>,
    /// Function of who does it.
    pub owner_function: Option<String>,
    /// Until when: ISO date.
    pub due: Option<String>,
    /// Code of its state.
    #[ts(as = "String")]
    pub status: ActionStatus,
    /// Whether it is still to be done.
    pub live: bool,
    /// Whether it should have been done before today.
    pub overdue: bool,
    /// Whether it comes from the confidential part of its meeting.
    pub confidential: bool,
    /// Id of the meeting that agreed on it.
    pub meeting: String,
    /// Day of that meeting: ISO date.
    pub agreed_on: String,
}

impl ActionPoint {
    /// Whether it is still to be done.
    pub fn is_live(&self) -> bool {
        !matches!(self.status, ActionStatus::Done | ActionStatus::Cancelled)
    }

    /// Whether it should have been done before `today`.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_live() && self.due.is_some_and(|due| due < today)
    }
}

/// The action points of all meetings, or those of one agency: the overdue ones first, then those to be done by date, then
/// the others, the latest first.
///
/// # Errors
/// [`Error::BadArguments`] when `today` is no date.
pub fn action_list(data: &Reader<'_>, today: String, agency: Option<String>) -> Result<Vec<ActionRow>> {
    let today = today.parse().map_err(|_| Error::BadArguments(format!("no date: {today}")))?;
    let found = listed(data, today, agency.as_deref())?;
    found.iter().map(|action| row(data, action, today)).collect()
}

/// The records of [`action_list`].
pub fn listed(data: &Reader<'_>, today: NaiveDate, agency: Option<&str>) -> Result<Vec<ActionPoint>> {
    let mut found = data.all::<ActionPoint>()?;
    found.retain(|action| agency.is_none() || action.owner_agency.as_deref() == agency);
    found.sort_by(|a, b| {
        let late = |action: &ActionPoint| (!action.is_overdue(today), !action.is_live());
        let by_date = if a.is_live() {
            (a.due.unwrap_or(NaiveDate::MAX), &a.number).cmp(&(b.due.unwrap_or(NaiveDate::MAX), &b.number))
        } else {
            (Reverse(a.done_on), Reverse(&a.number)).cmp(&(Reverse(b.done_on), Reverse(&b.number)))
        };
        late(a).cmp(&late(b)).then(by_date).then(a.id.cmp(&b.id))
    });
    Ok(found)
}

/// The action points that a meeting agreed on, by number.
pub fn of_meeting(data: &Reader<'_>, meeting: &str) -> Result<Vec<ActionPoint>> {
    let mut actions = data.below::<ActionPoint>(meeting)?;
    actions.sort_by(|a, b| (&a.number, &a.id).cmp(&(&b.number, &b.id)));
    Ok(actions)
}

/// The action points that meetings on earlier days agreed on and that are still to be done, in the order of [`action_list`]
/// on the day of the meeting.
pub fn to_review(data: &Reader<'_>, meeting: &Meeting) -> Result<Vec<ActionPoint>> {
    let mut earlier = vec![];
    for action in listed(data, meeting.date, None)?.into_iter().filter(ActionPoint::is_live) {
        if data.get(&action.meeting)?.date < meeting.date {
            earlier.push(action);
        }
    }
    Ok(earlier)
}

/// The rows of [`to_review`].
pub fn actions_to_review(data: &Reader<'_>, meeting: String) -> Result<Vec<ActionRow>> {
    let meeting = data.get(&Id::<Meeting>::new(&*meeting))?;
    to_review(data, &meeting)?.iter().map(|action| row(data, action, meeting.date)).collect()
}

fn row(data: &Reader<'_>, action: &ActionPoint, today: NaiveDate) -> Result<ActionRow> {
    let owner = data.follow(&action.owner_agency)?.pop();
    Ok(ActionRow {
        id: action.id.to_string(),
        number: action.number.clone(),
        text: action.text.clone(),
        owner: action.owner_agency.as_ref().map(ToString::to_string),
        owner_name: owner.map(|agency| agency.name),
        owner_function: action.owner_function.clone(),
        due: action.due.map(|day| day.to_string()),
        status: action.status,
        live: action.is_live(),
        overdue: action.is_overdue(today),
        confidential: is_confidential(data, action)?,
        meeting: action.meeting.to_string(),
        agreed_on: data.get(&action.meeting)?.date.to_string(),
    })
}

/// Whether it comes from the confidential part of its meeting.
pub fn is_confidential(data: &Reader<'_>, action: &ActionPoint) -> Result<bool> {
    agenda_item::is_confidential(data, action.agenda_item.as_ref())
}

fn number_it(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    next_number::<ActionPoint>(values, data)
}

fn check(action: &ActionPoint, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let agreed_on = data.get(&action.meeting)?.date;
    let undated = action.status == ActionStatus::Done && action.done_on.is_none();
    Ok([
        problem_if(action.due.is_some_and(|due| due < agreed_on), "due", "before_meeting"),
        problem_if(action.done_on.is_some_and(|done| done < agreed_on), "done_on", "before_meeting"),
        problem_if(undated, "done_on", "required"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
