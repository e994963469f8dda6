//! Territories and what is measured in them: districts, indicators and their values over time. Aggregates only; a value
//! stands for a territory and a period, never for a person.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{BetterDirection, IndicatorUnit, TerritoryKind},
    entity,
    entity::Id,
    error::Problem,
    partnership::Partnership,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

/// Counts of people or incidents below this number are printed as "fewer than" it, so that nobody can be recognised
/// (domain reference, 1.6, R3).
pub const SMALLEST_SHOWN: f64 = 5.0;

entity! {
    /// A territory: the city, a district, a neighbourhood.
    Territory in "territory" of partnership checked by check_territory {
        /// The partnership.
        partnership: Id<Partnership>,
        /// Its name.
        name: Text,
        /// Its kind.
        kind: TerritoryKind,
        /// The territory of which it is a part.
        within: Option<Id<Territory>>,
        /// Inhabitants.
        population: Option<u32>,
        /// Year of that number.
        population_year: Option<u32>,
        /// Area in square kilometres.
        area_km2: Option<f64>,
        /// What else is worth knowing.
        note: Option<Note>,
    }
}

entity! {
    /// An indicator of the territory. A dossier of its own, so that a long series weighs on no other record.
    TerritoryIndicator in "territory_indicator" {
        /// What is measured.
        title: Text,
        /// Unit of the values.
        unit: IndicatorUnit,
        /// Which way is better.
        direction: BetterDirection,
        /// Where the values come from.
        source: Option<String>,
        /// Definition and limits.
        note: Option<Note>,
    }
}

entity! {
    /// A value of an indicator for a territory and a period.
    TerritoryValue in "territory_value" of territory_indicator checked by check_value {
        /// The indicator.
        territory_indicator: Id<TerritoryIndicator>,
        /// The territory; none for the whole one.
        territory: Option<Id<Territory>>,
        /// First day.
        period_from: NaiveDate,
        /// Last day.
        period_to: NaiveDate,
        /// The value, where it is known as such.
        value: Option<f64>,
        /// How many were counted.
        numerator: Option<f64>,
        /// Out of how many.
        denominator: Option<f64>,
        /// What to know about it.
        note: Option<Note>,
    }
}

impl IndicatorUnit {
    /// What numerator ÷ denominator is multiplied by: 100 for percent, 10,000 for a rate.
    pub fn factor(self) -> f64 {
        match self {
            Self::Percent => 100.0,
            Self::Per10000 => 10_000.0,
            Self::Count | Self::Mean15 | Self::Eur | Self::Days => 1.0,
        }
    }
}

impl TerritoryValue {
    /// The value in the indicator's unit: as computed from numerator and denominator where both are known, else as
    /// entered.
    pub fn amount(&self, unit: IndicatorUnit) -> Option<f64> {
        match (self.numerator, self.denominator) {
            (Some(numerator), Some(denominator)) if denominator > 0.0 => Some(numerator / denominator * unit.factor()),
            _ => self.value,
        }
    }

    /// Whether so few were counted that the value is not to leave the partnership: a count, or the numerator of a share,
    /// above zero and below [`SMALLEST_SHOWN`].
    pub fn small(&self, unit: IndicatorUnit) -> bool {
        let counted = match unit {
            IndicatorUnit::Count => self.amount(unit),
            _ => self.numerator,
        };
        counted.is_some_and(|counted| counted > 0.0 && counted < SMALLEST_SHOWN)
    }
}

/// The values of an indicator in the order of the calendar, those of the whole territory first.
pub fn series(data: &Reader<'_>, indicator: &str) -> Result<Vec<TerritoryValue>> {
    let mut values = data.below::<TerritoryValue>(indicator)?;
    values.sort_by(|a, b| (&a.territory, a.period_from, a.period_to).cmp(&(&b.territory, b.period_from, b.period_to)));
    Ok(values)
}

fn check_territory(territory: &Territory, data: &Reader<'_>) -> Result<Vec<Problem>> {
    // A territory lies in none of its own parts.
    let mut above = territory.within.clone();
    let mut seen = 0;
    while let Some(id) = above {
        seen += 1;
        if id == territory.id || seen > 100 {
            return Ok(vec![Problem::new("within", "within_itself")]);
        }
        above = data.get(&id)?.within;
    }
    Ok(vec![])
}

fn check_value(value: &TerritoryValue, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let sql = "SELECT * FROM {table} WHERE territory_indicator = ?1 AND period_from = ?2 AND period_to = ?3";
    let (from, to) = (value.period_from.to_string(), value.period_to.to_string());
    let alike = data.select::<TerritoryValue>(sql, &[&&*value.territory_indicator, &from, &to])?;
    let twice = alike.iter().any(|other| other.id != value.id && other.territory == value.territory);
    let counted = value.numerator.is_some() && value.denominator.is_some();
    let half = value.numerator.is_some() != value.denominator.is_some();
    Ok([
        problem_if(value.period_to < value.period_from, "period_to", "end_before_start"),
        problem_if(twice, "period_from", "duplicate_value"),
        problem_if(value.value.is_none() && !counted, "value", "value_needed"),
        problem_if(half && value.value.is_some(), "denominator", "both_needed"),
        problem_if(value.denominator.is_some_and(|denominator| denominator <= 0.0), "denominator", "not_positive"),
        problem_if(value.numerator.is_some_and(|numerator| numerator < 0.0), "numerator", "not_positive"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
