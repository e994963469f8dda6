//! Decisions of a meeting: numbered, with how they were reached and who did not agree.

use serde_json::{Map, Value};

use crate::{
    Result,
    agenda_item::AgendaItem,
    catalogue::{DecisionBasis, DecisionResult},
    entity,
    entity::Id,
    error::Problem,
    meeting::{Meeting, problem_if_approved, refuse_if_approved},
    records::{next_number, problem_if},
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// A decision.
    Decision in "decision" of meeting completed by number_it kept by keep checked by check {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The agenda item that it is about.
        agenda_item: Option<Id<AgendaItem>>,
        /// Its number, `YYYY-NN`, given when it is made.
        number: Option<String>,
        /// What was decided.
        text: Text,
        /// What became of the proposal.
        result: DecisionResult,
        /// How it was reached.
        basis: DecisionBasis,
        /// Votes for it.
        votes_for: Option<u32>,
        /// Votes against it.
        votes_against: Option<u32>,
        /// Abstentions.
        abstentions: Option<u32>,
        /// Who did not agree, and why: agencies and their reasons, no persons.
        dissent: Option<Note>,
    }
}

/// The decisions of a meeting, by number.
pub fn of_meeting(data: &Reader<'_>, meeting: &str) -> Result<Vec<Decision>> {
    let mut decisions = data.below::<Decision>(meeting)?;
    decisions.sort_by(|a, b| (&a.number, &a.id).cmp(&(&b.number, &b.id)));
    Ok(decisions)
}

fn number_it(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    next_number::<Decision>(values, data)
}

fn keep(decision: &Decision, data: &Reader<'_>) -> Result<()> {
    refuse_if_approved(data, &decision.meeting)
}

fn check(decision: &Decision, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let approved = problem_if_approved(data, &decision.meeting, "text")?;
    let votes = decision.votes_for.is_some() || decision.votes_against.is_some() || decision.abstentions.is_some();
    let uncounted = decision.basis == DecisionBasis::Vote && decision.votes_for.is_none();
    let counted = decision.basis == DecisionBasis::Consensus && votes;
    Ok([problem_if(uncounted, "votes_for", "required"), problem_if(counted, "basis", "votes_by_consensus"), approved]
        .into_iter()
        .flatten()
        .collect())
}
