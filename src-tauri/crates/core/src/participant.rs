//! People who take part in training: professionals only. Each has a document of their own, so that one can be erased
//! without touching any other record.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{AgencySector, Gender},
    entity,
    entity::{Country, Language, Personal},
    error::Problem,
    locale::same_words,
    records::problem_if,
    store::Reader,
};

entity! {
    /// A participant.
    Participant in "participant" checked by check {
        /// Family name, or the only name of a person who has one.
        family_name: Personal<String>,
        /// Given name.
        given_name: Option<Personal<String>>,
        /// Function.
        function: Option<Personal<String>>,
        /// Organisation.
        organisation: Option<String>,
        /// Sector of the organisation.
        sector: AgencySector,
        /// City where they work.
        city: Option<String>,
        /// Country where they work, ISO 3166-1 alpha-2.
        country: Option<Country>,
        /// Language of their certificate: a BCP 47 base language.
        language: Option<Language>,
        /// Work e-mail address.
        work_email: Option<Personal<String>>,
        /// Gender, for statistics only.
        gender: Option<Gender>,
        /// When they were given the data-protection notice.
        notice_given_on: Option<NaiveDate>,
        /// Until when their data may be kept.
        retention_until: Option<NaiveDate>,
    }
}

impl Participant {
    /// The name in reading order: given name, family name.
    pub fn full_name(&self) -> String {
        match &self.given_name {
            Some(given) => format!("{} {}", given.0, self.family_name.0),
            None => self.family_name.0.clone(),
        }
    }

    /// The name in sorting order: family name, given name.
    pub fn sorting_name(&self) -> String {
        match &self.given_name {
            Some(given) => format!("{}, {}", self.family_name.0, given.0),
            None => self.family_name.0.clone(),
        }
    }

    /// Whether two entries are of one person: the same names in any order, accents and case aside, in the same
    /// organisation.
    pub fn same_person(&self, other: &Self) -> bool {
        let organisation = |participant: &Self| participant.organisation.clone().unwrap_or_default();
        same_words(&self.full_name(), &other.full_name()) && same_words(&organisation(self), &organisation(other))
    }
}

fn check(participant: &Participant, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let twice =
        data.all::<Participant>()?.iter().any(|other| other.id != participant.id && other.same_person(participant));
    Ok(problem_if(twice, "family_name", "duplicate_participant").into_iter().collect())
}
