//! People who take part in training: professionals only. Each has a document of their own, so that one can be erased
//! without touching any other record.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{AgencySector, Gender, PhotoConsent},
    entity,
    entity::{Country, Language, Personal},
    error::Problem,
    locale::{fold, same_words, word_key},
    records::problem_if,
    store::Reader,
};

mod import;
mod merge;

pub use import::{Choice, Import, Imported, Plan, PlanRow, apply, plan};
pub use merge::{Namesakes, merge, namesakes};

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
        /// Whether they agreed to be in photos; nothing counts as not asked.
        photo_consent: Option<PhotoConsent>,
        /// Until when their data may be kept.
        retention_until: Option<NaiveDate>,
        /// When the name was taken out; from then on only what can be counted is left, under a number.
        anonymised_on: Option<NaiveDate>,
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

    /// What the names of one person have in common however they are written: accents, case and order aside.
    pub fn name_key(&self) -> String {
        word_key(&self.full_name())
    }
}

/// The participants who have these names, in any order and regardless of accents and case.
pub fn of_name(data: &Reader<'_>, name_key: &str) -> Result<Vec<Participant>> {
    let names = "word_key(family_name || ' ' || coalesce(given_name, ''))";
    data.select(&format!("SELECT * FROM {{table}} WHERE {names} = ?1 ORDER BY id"), &[&name_key])
}

/// Small words that begin a family name in Europe's languages.
const PARTICLES: &[&str] = &[
    "af", "al", "am", "aan", "bin", "d", "da", "dal", "dall", "das", "de", "degli", "dei", "del", "dela", "della",
    "den", "der", "des", "di", "do", "dos", "du", "el", "la", "las", "le", "les", "los", "op", "ten", "ter", "van",
    "von", "vom", "y", "zu", "zum", "zur", "i", "het", "t",
];

/// Family and given name of a full name: what stands before a comma is the family name, else what is in capitals, else
/// the last word with the small words before it. One word alone is a family name.
pub(crate) fn name_parts(full: &str) -> (String, Option<String>) {
    let join = |words: &[&str]| words.join(" ");
    let given = |words: &[&str]| Some(join(words)).filter(|given| !given.is_empty());
    if let Some((family, rest)) = full.split_once(',') {
        return (family.trim().to_owned(), given(&rest.split_whitespace().collect::<Vec<_>>()));
    }
    let words: Vec<&str> = full.split_whitespace().collect();
    let capitals = |word: &&&str| {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        letters.len() > 1 && letters.iter().all(|c| c.is_uppercase())
    };
    let shouted: Vec<&str> = words.iter().filter(capitals).copied().collect();
    if !shouted.is_empty() && shouted.len() < words.len() {
        let rest: Vec<&str> = words.iter().filter(|word| !capitals(word)).copied().collect();
        return (join(&shouted), given(&rest));
    }
    let mut at = words.len().saturating_sub(1);
    while at > 1 && PARTICLES.contains(&&*fold(words[at - 1])) {
        at -= 1;
    }
    (join(&words[at..]), given(&words[..at]))
}

/// Whether two entries of the same names are of one person for certain: they work for the same organisation.
pub(crate) fn same_organisation(a: Option<&str>, b: Option<&str>) -> bool {
    same_words(a.unwrap_or_default(), b.unwrap_or_default())
}

fn check(participant: &Participant, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let twice = of_name(data, &participant.name_key())?.iter().any(|other| {
        let (mine, theirs) = (participant.organisation.as_deref(), other.organisation.as_deref());
        other.id != participant.id && same_organisation(mine, theirs)
    });
    Ok(problem_if(twice, "family_name", "duplicate_participant").into_iter().collect())
}
