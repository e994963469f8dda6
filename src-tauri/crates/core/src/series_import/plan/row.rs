//! One row of the table: what it says, whether that can be stored, and how it differs from what is.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{BadRow, Key, Period, Resolved, Role, Table, ValueChange, Whose, figures, words_of};
use crate::{
    Result,
    table_file::{Cell, address},
    territory::TerritoryValue,
    text::Note,
};

/// Longest names and notes, as the fields have them.
const LONGEST_NAME: usize = 300;
const LONGEST_NOTE: usize = 20_000;

/// What becomes of a value of the table.
pub(super) enum Outcome {
    /// There is no number in the row.
    Empty,
    /// It is stored just so.
    Same,
    /// The officer chose to leave its name out.
    LeftOut,
    /// The officer has to choose about these names.
    Waiting { indicator: Option<String>, territory: Option<String> },
    /// It cannot be read.
    Bad(BadRow),
    /// It is to be stored.
    Write(Box<Entry>),
}

/// A value to be stored.
#[derive(Debug)]
pub(in crate::series_import) struct Entry {
    /// Where it stands.
    pub(in crate::series_import) cell: String,
    pub(in crate::series_import) indicator: Whose,
    pub(in crate::series_import) territory: Whose,
    pub(in crate::series_import) period: Period,
    /// Id of the value that is stored.
    pub(in crate::series_import) existing: Option<String>,
    /// What is to be set.
    pub(in crate::series_import) changes: Vec<ValueChange>,
    /// The note that is stored.
    pub(in crate::series_import) note: Option<Note>,
}

/// What the table says of a value; nothing where its cells are empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Figured {
    value: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    note: Option<String>,
}

/// The cells of one value.
struct Place<'a> {
    number: usize,
    row: &'a [Cell],
    /// The column that stands for the value as a whole.
    column: usize,
    /// The period that the header gives it.
    period: Option<Period>,
}

type Read<T> = std::result::Result<T, BadRow>;

impl Table<'_> {
    /// What becomes of a row's values: one, or one for each column of a wide table. An empty row has none.
    pub(super) fn read(&mut self, number: usize, row: &[Cell]) -> Result<Vec<Outcome>> {
        let filled = |column: &usize| row.get(*column).is_some_and(|cell| *cell != Cell::Empty);
        if !self.columns.values().chain(self.wide.iter().map(|(column, _)| column)).any(filled) {
            return Ok(vec![]);
        }
        if !self.wide.is_empty() {
            let columns: Vec<_> = self.wide.iter().copied().filter(|(column, _)| filled(column)).collect();
            if columns.is_empty() {
                return Ok(vec![Outcome::Empty]);
            }
            return columns
                .into_iter()
                .map(|(column, period)| self.outcome(&Place { number, row, column, period: Some(period) }))
                .collect();
        }
        let numbers = [Role::Value, Role::Numerator, Role::Denominator];
        let columns: Vec<usize> = numbers.iter().filter_map(|role| self.columns.get(role)).copied().collect();
        match columns.iter().find(|column| filled(column)) {
            Some(&column) => Ok(vec![self.outcome(&Place { number, row, column, period: None })?]),
            None => Ok(vec![Outcome::Empty]),
        }
    }

    fn outcome(&mut self, place: &Place<'_>) -> Result<Outcome> {
        let said = (|| {
            let indicator = self.name(place, Role::Indicator)?;
            let territory = self.name(place, Role::Territory)?.unwrap_or_default();
            Ok((indicator, territory, self.period(place)?, self.figured(place)?))
        })();
        let (title, name, period, figured) = match said {
            Ok(said) => said,
            Err(bad) => return Ok(Outcome::Bad(bad)),
        };
        let title = match (title, self.columns.get(&Role::Indicator)) {
            (Some(title), _) => title,
            (None, Some(&column)) => return Ok(Outcome::Bad(place.bad(column, "no_indicator"))),
            (None, None) => self.mapping.indicator.clone(),
        };
        let (indicator, territory) = match (self.indicator(&title), self.territory(&name)) {
            (Resolved::LeftOut, _) | (_, Resolved::LeftOut) => return Ok(Outcome::LeftOut),
            (Resolved::Known(indicator), Resolved::Known(territory)) => (indicator, territory),
            (indicator, territory) => {
                return Ok(Outcome::Waiting {
                    indicator: matches!(indicator, Resolved::Waiting).then_some(title),
                    territory: matches!(territory, Resolved::Waiting).then_some(name),
                });
            }
        };
        let key: Key = (territory.clone(), period.0, period.1);
        let cell = place.address(place.column);
        if let Some((first, before)) = self.seen.get(&(indicator.clone(), key.clone())) {
            let again = place.bad(place.column, "twice_in_file").with("cell", first);
            return Ok(if *before == figured { Outcome::Same } else { Outcome::Bad(again) });
        }
        let stored = self.stored(&indicator, &key)?;
        if let Some((role, code)) = unfit(&figured, stored.as_ref()) {
            let column = self.columns.get(&role).copied().unwrap_or(place.column);
            return Ok(Outcome::Bad(place.bad(column, code)));
        }
        let changes = changes(&figured, stored.as_ref(), &self.mapping.language);
        self.seen.insert((indicator.clone(), key), (cell.clone(), figured));
        if changes.is_empty() {
            return Ok(Outcome::Same);
        }
        let (existing, note) = stored.map_or((None, None), |stored| (Some(stored.id.to_string()), stored.note));
        Ok(Outcome::Write(Box::new(Entry { cell, indicator, territory, period, existing, changes, note })))
    }

    fn cell<'a>(&self, place: &Place<'a>, role: Role) -> Read<Option<(usize, &'a Cell)>> {
        let Some(&column) = self.columns.get(&role) else { return Ok(None) };
        match place.row.get(column) {
            None | Some(Cell::Empty) => Ok(None),
            Some(Cell::Error(_)) => Err(place.bad(column, "error_cell")),
            Some(cell) => Ok(Some((column, cell))),
        }
    }

    fn name(&self, place: &Place<'_>, role: Role) -> Read<Option<String>> {
        let Some((column, cell)) = self.cell(place, role)? else { return Ok(None) };
        let name = words_of(cell).split_whitespace().collect::<Vec<_>>().join(" ");
        place.sound(column, &name, LONGEST_NAME)?;
        Ok(Some(name))
    }

    fn period(&self, place: &Place<'_>) -> Read<Period> {
        if let Some(period) = place.period {
            return Ok(period);
        }
        let day = |role| -> Read<Option<(usize, chrono::NaiveDate)>> {
            let Some((column, cell)) = self.cell(place, role)? else { return Ok(None) };
            figures::day(cell).map(|day| Some((column, day))).ok_or_else(|| place.bad(column, "not_a_date"))
        };
        if let (Some((_, from)), Some((column, to))) = (day(Role::PeriodFrom)?, day(Role::PeriodTo)?) {
            return if from <= to { Ok((from, to)) } else { Err(place.bad(column, "end_before_start")) };
        }
        if let Some((column, cell)) = self.cell(place, Role::Period)? {
            return figures::period(cell).ok_or_else(|| place.bad(column, "not_a_period"));
        }
        let missing = [Role::Period, Role::PeriodTo, Role::PeriodFrom];
        let empty = |role: &&Role| {
            self.columns.get(role).is_some_and(|column| place.row.get(*column).is_none_or(|cell| *cell == Cell::Empty))
        };
        let column = missing.iter().find(empty).and_then(|role| self.columns.get(role)).copied();
        Err(place.bad(column.unwrap_or(place.column), "no_period"))
    }

    fn figured(&self, place: &Place<'_>) -> Read<Figured> {
        let number = |found: Option<(usize, &Cell)>| -> Read<Option<f64>> {
            let Some((column, cell)) = found else { return Ok(None) };
            self.figures.number(cell).map(Some).ok_or_else(|| place.bad(column, "not_a_number"))
        };
        let value = if place.period.is_some() {
            match &place.row[place.column] {
                Cell::Error(_) => return Err(place.bad(place.column, "error_cell")),
                cell => number(Some((place.column, cell)))?,
            }
        } else {
            number(self.cell(place, Role::Value)?)?
        };
        let note = match self.cell(place, Role::Note)? {
            None => None,
            Some((column, cell)) => {
                let note = words_of(cell).replace("\r\n", "\n");
                place.sound(column, &note.replace(['\n', '\t'], " "), LONGEST_NOTE)?;
                Some(note)
            }
        };
        Ok(Figured {
            value,
            numerator: number(self.cell(place, Role::Numerator)?)?,
            denominator: number(self.cell(place, Role::Denominator)?)?,
            note,
        })
    }
}

impl Place<'_> {
    fn address(&self, column: usize) -> String {
        address(self.number, column)
    }

    fn bad(&self, column: usize, code: &'static str) -> BadRow {
        let word = self.row.get(column).map_or_else(String::new, words_of);
        let word = if word.chars().count() > 80 { word.chars().take(80).collect::<String>() + "…" } else { word };
        BadRow { cell: self.address(column), word, code, params: BTreeMap::new() }
    }

    fn sound(&self, column: usize, words: &str, longest: usize) -> Read<()> {
        if words.chars().any(char::is_control) {
            return Err(self.bad(column, "control_characters"));
        }
        if words.chars().count() > longest {
            return Err(self.bad(column, "too_long").with("max", longest));
        }
        Ok(())
    }
}

impl BadRow {
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }
}

/// Why a value could not be stored, by the rules that all values obey; with what is stored where the table is silent.
fn unfit(figured: &Figured, stored: Option<&TerritoryValue>) -> Option<(Role, &'static str)> {
    let numerator = figured.numerator.or_else(|| stored?.numerator);
    let denominator = figured.denominator.or_else(|| stored?.denominator);
    let half = numerator.is_some() != denominator.is_some();
    let missing = if numerator.is_some() { Role::Denominator } else { Role::Numerator };
    [
        half.then_some((missing, "both_needed")),
        denominator.filter(|denominator| *denominator <= 0.0).map(|_| (Role::Denominator, "not_positive")),
        numerator.filter(|numerator| *numerator < 0.0).map(|_| (Role::Numerator, "not_positive")),
    ]
    .into_iter()
    .flatten()
    .next()
}

fn changes(figured: &Figured, stored: Option<&TerritoryValue>, language: &str) -> Vec<ValueChange> {
    let numbers = [
        ("value", figured.value, stored.and_then(|stored| stored.value)),
        ("numerator", figured.numerator, stored.and_then(|stored| stored.numerator)),
        ("denominator", figured.denominator, stored.and_then(|stored| stored.denominator)),
    ];
    let mut changes: Vec<ValueChange> = numbers
        .into_iter()
        .filter(|(_, after, before)| after.is_some() && after != before)
        .map(|(field, after, before)| ValueChange { field, before: before.into(), after: after.into() })
        .collect();
    let before = stored.and_then(|stored| stored.note.as_ref()?.words.get(language));
    if let Some(after) = figured.note.as_ref().filter(|after| Some(*after) != before) {
        changes.push(ValueChange {
            field: "note",
            before: before.map_or(Value::Null, |words| words.as_str().into()),
            after: after.as_str().into(),
        });
    }
    changes
}
