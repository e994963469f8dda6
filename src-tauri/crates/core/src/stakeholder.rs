//! The people and bodies around the partnership: professional contacts of its agencies, and how each agency is assessed
//! as a stakeholder. Private data of nobody.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{EngagementStrategy, StakeholderRelation},
    entity,
    entity::{Id, Language, Personal, Score},
    error::Problem,
    partnership::{Agency, Partnership},
    records::problem_if,
    store::Reader,
    text::Note,
};

entity! {
    /// A professional contact: a person, and so in a document of their own.
    Contact in "contact" of agency checked by check_contact {
        /// The agency.
        agency: Id<Agency>,
        /// Family name, or the only name.
        family_name: Personal<String>,
        /// Given name.
        given_name: Option<Personal<String>>,
        /// Function.
        function: Option<Personal<String>>,
        /// Work e-mail address.
        work_email: Option<Personal<String>>,
        /// Work telephone number.
        work_phone: Option<Personal<String>>,
        /// Language in which they are written to: a BCP 47 base language.
        language: Option<Language>,
        /// When they were given the data-protection notice.
        notice_given_on: Option<NaiveDate>,
        /// Until when their data may be kept.
        retention_until: Option<NaiveDate>,
    }
}

entity! {
    /// How an agency is assessed as a stakeholder on a day.
    StakeholderAssessment in "stakeholder_assessment" of agency checked by check_assessment {
        /// The agency.
        agency: Id<Agency>,
        /// The day.
        assessed_on: NaiveDate,
        /// How much it can influence prevention, 1 to 5.
        influence: Score,
        /// How interested it is, 1 to 5.
        interest: Score,
        /// What it can contribute, 1 to 5.
        capacity: Score,
        /// Quality of the relation.
        relation: StakeholderRelation,
        /// How it is to be engaged.
        strategy: EngagementStrategy,
        /// What to know about it.
        note: Option<Note>,
    }
}

/// The agencies of a partnership with the newest assessment of each that is not later than `until`; agencies that have
/// none are left out.
pub fn map(
    data: &Reader<'_>,
    partnership: &Id<Partnership>,
    until: Option<NaiveDate>,
) -> Result<Vec<(Agency, StakeholderAssessment)>> {
    let mut assessments = data.all::<StakeholderAssessment>()?;
    assessments.retain(|assessment| until.is_none_or(|until| assessment.assessed_on <= until));
    let newest = |agency: &Agency| {
        let own = assessments.iter().filter(|assessment| assessment.agency == agency.id);
        own.max_by_key(|assessment| assessment.assessed_on).cloned()
    };
    let agencies = data.below::<Agency>(partnership)?;
    Ok(agencies.into_iter().filter_map(|agency| newest(&agency).map(|assessment| (agency, assessment))).collect())
}

fn check_contact(contact: &Contact, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let email = contact.work_email.as_ref().is_some_and(|email| !email.0.contains('@'));
    let reversed = contact.notice_given_on.zip(contact.retention_until).is_some_and(|(given, until)| until < given);
    Ok([problem_if(email, "work_email", "not_an_email"), problem_if(reversed, "retention_until", "end_before_start")]
        .into_iter()
        .flatten()
        .collect())
}

fn check_assessment(assessment: &StakeholderAssessment, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let twice = data
        .below::<StakeholderAssessment>(&assessment.agency)?
        .iter()
        .any(|other| other.id != assessment.id && other.assessed_on == assessment.assessed_on);
    Ok(problem_if(twice, "assessed_on", "duplicate_assessment").into_iter().collect())
}
