//! The plan of an import: what each row of the table would do to what is stored, and what stands in its way. Reads only.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{
    IndicatorChoice, SeriesChoices, SeriesMapping, SeriesRole as Role, Source, TerritoryChoice, figures,
    figures::{Figures, Period},
    words_of,
};
use crate::{
    Result,
    error::{Error, Problem},
    locale::Locale,
    store::Reader,
    table_file::{Cell, address},
    territory::{Territory, TerritoryIndicator, TerritoryValue},
};

mod names;
mod row;

pub(super) use names::Whose;
use names::{Missing, Names, Resolved};
pub(super) use row::Entry;
use row::Outcome;

/// Most changes and most bad rows that a plan lists; it counts all of them.
const LISTED: usize = 500;

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct SeriesPlan {
    /// By which the import knows that nothing changed since.
    pub digest: String,
    /// Values that are not stored yet.
    pub new: u32,
    /// Values that are stored otherwise.
    pub changed: u32,
    /// Values that are stored just so.
    pub same: u32,
    /// Rows without any number.
    pub empty: u32,
    /// Values that cannot be read.
    pub bad: u32,
    /// Values of names about which the officer has to choose.
    pub waiting: u32,
    /// Values that the officer chose to leave out with their names.
    pub left_out: u32,
    /// The first of the new and changed values.
    pub changes: Vec<SeriesChange>,
    /// The first of the bad ones.
    pub bad_rows: Vec<BadRow>,
    /// Titles of indicators that are not known.
    pub missing_indicators: Vec<MissingName>,
    /// Names of territories that are not known.
    pub missing_territories: Vec<MissingName>,
}

/// A value that would be made or changed.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct SeriesChange {
    /// Where it stands in the table, such as `C17`.
    pub cell: String,
    /// Title of its indicator.
    pub indicator: String,
    /// Name of its territory; none for the whole one.
    pub territory: Option<String>,
    /// First day, ISO 8601.
    pub period_from: String,
    /// Last day, ISO 8601.
    pub period_to: String,
    /// Whether it is not stored yet.
    pub new: bool,
    /// What would change.
    pub fields: Vec<ValueChange>,
}

/// A field of a value that would change.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ValueChange {
    /// Its name.
    pub field: &'static str,
    /// What is stored.
    pub before: Value,
    /// What the table says.
    pub after: Value,
}

/// A value that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct BadRow {
    /// The cell that is at fault, such as `C17`.
    pub cell: String,
    /// What stands in it.
    pub word: String,
    /// The key, below `import.reason.`, of the text that says why.
    pub code: &'static str,
    /// What the text's placeholders stand for.
    pub params: BTreeMap<&'static str, String>,
}

/// A name that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MissingName {
    /// The name as the table has it.
    pub name: String,
    /// How many values have it.
    pub values: u32,
}

/// Every reason why a value cannot be read, each with a text under `import.reason.` in every language.
pub const REASONS: &[&str] = &[
    "error_cell",
    "not_a_number",
    "not_a_date",
    "not_a_period",
    "no_period",
    "no_indicator",
    "end_before_start",
    "both_needed",
    "not_positive",
    "too_long",
    "control_characters",
    "twice_in_file",
];

/// A plan with all that the import needs.
pub(super) struct Planned {
    pub(super) shown: SeriesPlan,
    pub(super) entries: Vec<Entry>,
    /// Indicators to make, by folded title: title, unit, direction.
    pub(super) indicators: BTreeMap<String, (String, String, String)>,
    /// Territories to make, by folded name: name, kind.
    pub(super) territories: BTreeMap<String, (String, String)>,
    /// Id of the indicator of a table that has no column for it, if it is known.
    pub(super) only_indicator: Option<String>,
}

/// Everything that the rows are read against.
struct Table<'a> {
    data: &'a Reader<'a>,
    mapping: &'a SeriesMapping,
    /// What the officer chose for the names that are not known, by folded name.
    indicator_choices: HashMap<String, &'a IndicatorChoice>,
    territory_choices: HashMap<String, &'a TerritoryChoice>,
    figures: Figures,
    /// Columns by role, those without a role and those of a wide table apart.
    columns: BTreeMap<Role, usize>,
    /// Columns of a wide table with their periods.
    wide: Vec<(usize, Period)>,
    indicators: Names,
    territories: Names,
    known_values: HashMap<String, HashMap<Key, TerritoryValue>>,
    seen: HashMap<(Whose, Key), (String, row::Figured)>,
    new_indicators: BTreeMap<String, (String, String, String)>,
    new_territories: BTreeMap<String, (String, String)>,
}

/// Territory and period of a value.
type Key = (Whose, NaiveDate, NaiveDate);

/// Makes the plan.
///
/// # Errors
/// [`Error::Invalid`] says what the mapping or a choice lacks.
pub(super) fn of(
    data: &Reader<'_>,
    source: &Source,
    mapping: &SeriesMapping,
    choices: &SeriesChoices,
) -> Result<Planned> {
    let header = source.header(mapping)?;
    let wide = check(mapping, choices, header)?;
    let locale = Locale::new(&mapping.language);
    let (mut indicators, mut territories) = (Names::default(), Names::default());
    for indicator in data.all::<TerritoryIndicator>()? {
        indicators.add(&indicator.id, &indicator.title, &mapping.language);
    }
    for territory in data.all::<Territory>()? {
        territories.add(&territory.id, &territory.name, &mapping.language);
    }
    let columns = mapping.columns.iter().enumerate().map(|(column, role)| (*role, column));
    let columns = columns.filter(|(role, _)| !matches!(role, Role::Ignore | Role::ValueOfPeriod)).collect();
    let mut table = Table {
        data,
        mapping,
        indicator_choices: names::by_folded_name(&choices.indicators),
        territory_choices: names::by_folded_name(&choices.territories),
        figures: Figures::of(&locale),
        columns,
        wide,
        indicators,
        territories,
        known_values: HashMap::new(),
        seen: HashMap::new(),
        new_indicators: BTreeMap::new(),
        new_territories: BTreeMap::new(),
    };
    let mut plan = SeriesPlan {
        digest: String::new(),
        new: 0,
        changed: 0,
        same: 0,
        empty: 0,
        bad: 0,
        waiting: 0,
        left_out: 0,
        changes: vec![],
        bad_rows: vec![],
        missing_indicators: vec![],
        missing_territories: vec![],
    };
    let mut entries = vec![];
    let mut missing = (Missing::default(), Missing::default());
    let rows = source.sheet(mapping)?.rows.iter().enumerate().skip(mapping.header_row as usize);
    for (number, row) in rows {
        for outcome in table.read(number, row)? {
            match outcome {
                Outcome::Empty => plan.empty += 1,
                Outcome::Same => plan.same += 1,
                Outcome::LeftOut => plan.left_out += 1,
                Outcome::Waiting { indicator, territory } => {
                    plan.waiting += 1;
                    missing.0.count(indicator);
                    missing.1.count(territory);
                }
                Outcome::Bad(bad) => {
                    plan.bad += 1;
                    if plan.bad_rows.len() < LISTED {
                        plan.bad_rows.push(bad);
                    }
                }
                Outcome::Write(entry) => {
                    if entry.existing.is_some() {
                        plan.changed += 1;
                    } else {
                        plan.new += 1;
                    }
                    if plan.changes.len() < LISTED {
                        plan.changes.push(table.shown(&entry));
                    }
                    entries.push(*entry);
                }
            }
        }
    }
    (plan.missing_indicators, plan.missing_territories) = (missing.0.named, missing.1.named);
    plan.digest = digest(source, mapping, choices, &entries);
    let only = (!table.columns.contains_key(&Role::Indicator)).then(|| table.indicator(&mapping.indicator));
    let only_indicator = match only {
        Some(Resolved::Known(Whose::Known(id))) => Some(id),
        _ => None,
    };
    // A name of which no value is written is not made either.
    let used: BTreeSet<&str> = entries
        .iter()
        .flat_map(|entry| [&entry.indicator, &entry.territory])
        .filter_map(|whose| if let Whose::New(fold) = whose { Some(&**fold) } else { None })
        .collect();
    table.new_indicators.retain(|fold, _| used.contains(&**fold));
    table.new_territories.retain(|fold, _| used.contains(&**fold));
    Ok(Planned {
        shown: plan,
        entries,
        indicators: table.new_indicators,
        territories: table.new_territories,
        only_indicator,
    })
}

/// What the mapping lacks, and the periods of a wide table's columns.
fn check(mapping: &SeriesMapping, choices: &SeriesChoices, header: &[Cell]) -> Result<Vec<(usize, Period)>> {
    let mut problems = vec![];
    let mut given = BTreeSet::new();
    for role in mapping.columns.iter().filter(|role| !matches!(role, Role::Ignore | Role::ValueOfPeriod)) {
        if !given.insert(*role) {
            problems.push(Problem::new(role.code(), "column_twice"));
        }
    }
    let has = |role| given.contains(&role);
    let mut wide = vec![];
    for column in (0..mapping.columns.len()).filter(|column| mapping.columns[*column] == Role::ValueOfPeriod) {
        match header.get(column).and_then(figures::period) {
            Some(period) => wide.push((column, period)),
            None => {
                let cell = address(mapping.header_row.saturating_sub(1) as usize, column);
                problems.push(Problem::new(Role::ValueOfPeriod.code(), "header_without_period").with("cell", cell));
            }
        }
    }
    let long = has(Role::Value) || has(Role::Numerator) || has(Role::Denominator);
    if mapping.columns.contains(&Role::ValueOfPeriod) {
        if long || has(Role::Period) || has(Role::PeriodFrom) || has(Role::PeriodTo) {
            problems.push(Problem::new(Role::ValueOfPeriod.code(), "wide_and_long"));
        }
    } else {
        if !(has(Role::Value) || has(Role::Numerator) && has(Role::Denominator)) {
            problems.push(Problem::new(Role::Value.code(), "required"));
        }
        if !(has(Role::Period) || has(Role::PeriodFrom) && has(Role::PeriodTo)) {
            problems.push(Problem::new(Role::Period.code(), "required"));
        }
    }
    if !has(Role::Indicator) && mapping.indicator.trim().is_empty() {
        problems.push(Problem::new(Role::Indicator.code(), "required"));
    }
    for choice in choices.indicators.values() {
        if let IndicatorChoice::Create { unit, direction } = choice {
            known(&mut problems, "unit", "indicator_unit", unit);
            known(&mut problems, "direction", "better_direction", direction);
        }
    }
    for choice in choices.territories.values() {
        if let TerritoryChoice::Create { kind } = choice {
            known(&mut problems, "kind", "territory_kind", kind);
        }
    }
    if problems.is_empty() { Ok(wide) } else { Err(Error::Invalid(problems)) }
}

fn known(problems: &mut Vec<Problem>, field: &str, catalogue: &str, code: &str) {
    if !crate::catalogue::codes(catalogue).contains(&code) {
        problems.push(Problem::new(field, "unknown_code"));
    }
}

fn digest(source: &Source, mapping: &SeriesMapping, choices: &SeriesChoices, entries: &[Entry]) -> String {
    let mut hash = Sha256::new();
    for part in [source.digest.clone(), json!(mapping).to_string(), json!(choices).to_string()] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    for entry in entries {
        hash.update(format!("{entry:?}\n"));
    }
    format!("{:x}", hash.finalize())
}

impl Table<'_> {
    /// The value that is stored for this territory and period.
    fn stored(&mut self, indicator: &Whose, key: &Key) -> Result<Option<TerritoryValue>> {
        let Whose::Known(id) = indicator else { return Ok(None) };
        if !self.known_values.contains_key(id) {
            let values = self.data.below::<TerritoryValue>(id)?.into_iter().map(|value| {
                let whose = value.territory.as_ref().map_or(Whose::Whole, |id| Whose::Known(id.to_string()));
                ((whose, value.period_from, value.period_to), value)
            });
            self.known_values.insert(id.clone(), values.collect());
        }
        Ok(self.known_values[id].get(key).cloned())
    }

    fn shown(&self, entry: &Entry) -> SeriesChange {
        let name = |whose: &Whose, names: &Names, new: Option<&String>| match whose {
            Whose::Whole => None,
            Whose::Known(id) => names.by_id.get(id).cloned(),
            Whose::New(_) => new.cloned(),
        };
        let new = |whose: &Whose| match whose {
            Whose::New(fold) => Some(fold.clone()),
            _ => None,
        };
        let made_indicator = new(&entry.indicator).and_then(|fold| self.new_indicators.get(&fold)).map(|made| &made.0);
        let made_territory = new(&entry.territory).and_then(|fold| self.new_territories.get(&fold)).map(|made| &made.0);
        SeriesChange {
            cell: entry.cell.clone(),
            indicator: name(&entry.indicator, &self.indicators, made_indicator).unwrap_or_default(),
            territory: name(&entry.territory, &self.territories, made_territory),
            period_from: entry.period.0.to_string(),
            period_to: entry.period.1.to_string(),
            new: entry.existing.is_none(),
            fields: entry.changes.clone(),
        }
    }
}
