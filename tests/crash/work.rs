//! What the writer and whoever checks on it say to each other, a line of JSON each, and the state of a file in words that
//! can be compared: which analyses there are and what they say, how many people came with which list.

use std::collections::BTreeMap;

use liaise_core::Error;
use serde::{Deserialize, Serialize};

use crate::base::Computer;

/// What a file holds.
pub(crate) type Facts = BTreeMap<String, String>;

/// A line of the writer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Line {
    /// A command begins; what it will have done.
    Begin(Effect),
    /// Copies that are there beside those that commands made: the one of the day, and what a refused command left.
    Copies(Vec<String>),
    /// It returned. The copy of the file that it made, and the file that it wrote in the documents folder.
    Done { copy: Option<String>, written: Option<String> },
    /// It was refused, with this code and why; what the file holds then, and whether it is encrypted.
    Refused { code: String, detail: String, facts: Facts, encrypted: bool },
    /// All is done, and the file is closed.
    End,
}

/// What a command does.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Effect {
    /// Its name.
    pub(crate) command: String,
    /// Facts that are so afterwards.
    pub(crate) set: Facts,
    /// Facts that are none any more.
    pub(crate) gone: Vec<String>,
    /// Whether the file is encrypted afterwards, if that changes.
    pub(crate) encrypted: Option<bool>,
    /// The copy to which it goes back.
    pub(crate) restore: Option<String>,
    /// The list of which it erases a person for good.
    pub(crate) erased: Option<String>,
}

/// People on a list.
pub(crate) const PEOPLE: u32 = 12;

/// How many people of each list were erased.
pub(crate) type Erased = BTreeMap<String, u32>;

/// What a file holds that has held these facts, now that people were erased: who was is in no copy any more.
pub(crate) fn without(facts: &Facts, erased: &Erased) -> Facts {
    let mut left = facts.clone();
    for (list, gone) in erased {
        if left.remove(list).is_some() && *gone < PEOPLE {
            left.insert(list.clone(), (PEOPLE - gone).to_string());
        }
    }
    left
}

/// What the open file holds.
pub(crate) fn facts(computer: &Computer) -> Result<Facts, Error> {
    let mut facts = Facts::new();
    for analysis in computer.list("situation_analysis")? {
        let english = |field: &str| analysis[field]["words"]["en"].as_str().unwrap_or_default().to_owned();
        facts.insert(format!("analysis {}", english("title")), english("territory"));
    }
    let mut people = BTreeMap::<String, u32>::new();
    for participant in computer.list("participant")? {
        *people.entry(format!("people {}", participant["organisation"].as_str().unwrap_or_default())).or_default() += 1;
    }
    facts.extend(people.into_iter().map(|(list, count)| (list, count.to_string())));
    Ok(facts)
}
