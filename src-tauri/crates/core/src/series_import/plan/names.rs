//! Names in the table: which records they stand for, and which the officer has to choose about.

use std::collections::{BTreeMap, HashMap};

use super::{IndicatorChoice, MissingName, Table, TerritoryChoice};
use crate::{locale::fold, text::Text};

/// Whose value it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::series_import) enum Whose {
    /// The whole territory's; no indicator is this.
    Whole,
    /// The one of this id.
    Known(String),
    /// One to be made, by its folded name.
    New(String),
}

/// What a name in the table stands for.
pub(super) enum Resolved {
    Known(Whose),
    Waiting,
    LeftOut,
}

/// Records by folded name, and names by id.
#[derive(Default)]
pub(super) struct Names {
    pub(super) by_name: HashMap<String, String>,
    pub(super) by_id: HashMap<String, String>,
}

impl Names {
    pub(super) fn add(&mut self, id: &str, name: &Text, language: &str) {
        for words in name.words.values() {
            self.by_name.entry(fold(words)).or_insert_with(|| id.into());
        }
        self.by_id.insert(id.into(), name.words_in(language).into());
    }
}

/// Names that are not known, in the order of the table.
#[derive(Default)]
pub(super) struct Missing {
    pub(super) named: Vec<MissingName>,
    at: HashMap<String, usize>,
}

impl Missing {
    pub(super) fn count(&mut self, name: Option<String>) {
        let Some(name) = name else { return };
        let at = *self.at.entry(fold(&name)).or_insert_with(|| {
            self.named.push(MissingName { name, values: 0 });
            self.named.len() - 1
        });
        self.named[at].values += 1;
    }
}

impl Table<'_> {
    /// What the title of an indicator, or its id, stands for.
    pub(super) fn indicator(&mut self, name: &str) -> Resolved {
        let folded = fold(name);
        if self.indicators.by_id.contains_key(name) {
            return Resolved::Known(Whose::Known(name.into()));
        }
        if let Some(id) = self.indicators.by_name.get(&folded) {
            return Resolved::Known(Whose::Known(id.clone()));
        }
        match self.indicator_choices.get(&folded) {
            Some(IndicatorChoice::Create { unit, direction }) => {
                let made = (name.to_owned(), unit.clone(), direction.clone());
                self.new_indicators.entry(folded.clone()).or_insert(made);
                Resolved::Known(Whose::New(folded))
            }
            Some(IndicatorChoice::Use(id)) if self.indicators.by_id.contains_key(id) => {
                Resolved::Known(Whose::Known(id.clone()))
            }
            Some(IndicatorChoice::LeaveOut) => Resolved::LeftOut,
            _ => Resolved::Waiting,
        }
    }

    /// What the name of a territory stands for.
    pub(super) fn territory(&mut self, name: &str) -> Resolved {
        if name.is_empty() {
            return Resolved::Known(Whose::Whole);
        }
        let folded = fold(name);
        if let Some(id) = self.territories.by_name.get(&folded) {
            return Resolved::Known(Whose::Known(id.clone()));
        }
        match self.territory_choices.get(&folded) {
            Some(TerritoryChoice::Create { kind }) => {
                self.new_territories.entry(folded.clone()).or_insert((name.to_owned(), kind.clone()));
                Resolved::Known(Whose::New(folded))
            }
            Some(TerritoryChoice::Use(id)) if self.territories.by_id.contains_key(id) => {
                Resolved::Known(Whose::Known(id.clone()))
            }
            Some(TerritoryChoice::Whole) => Resolved::Known(Whose::Whole),
            Some(TerritoryChoice::LeaveOut) => Resolved::LeftOut,
            _ => Resolved::Waiting,
        }
    }
}

/// Choices by folded name; of two names that are the same folded, the first one counts.
pub(super) fn by_folded_name<C>(choices: &BTreeMap<String, C>) -> HashMap<String, &C> {
    choices.iter().rev().map(|(name, choice)| (fold(name), choice)).collect()
}
