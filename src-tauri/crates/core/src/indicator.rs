//! Indicators of a pilot initiative and their values. The rules of progress live here, once, for screen and report.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{Aggregation, Direction, Finality},
    entity,
    entity::Id,
    error::Problem,
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// What a pilot initiative measures.
    Indicator in "indicator" of pilot_initiative checked by check_indicator {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What is measured.
        title: Text,
        /// In which unit.
        unit: Option<Text>,
        /// How values add up.
        aggregation: Aggregation,
        /// Which way it should move.
        direction: Direction,
        /// Value before the pilot.
        baseline: Option<f64>,
        /// Value to be reached.
        target: f64,
        /// By when.
        target_date: Option<NaiveDate>,
        /// Where the value is read from.
        source: Option<Text>,
        /// Whether the unit is percent.
        percent: bool,
    }
}

entity! {
    /// A value of an indicator for a period.
    IndicatorValue in "indicator_value" of indicator checked by check_value {
        /// The indicator.
        indicator: Id<Indicator>,
        /// First day of the period.
        period_from: NaiveDate,
        /// Last day of the period.
        period_to: NaiveDate,
        /// The value.
        value: f64,
        /// What to know about it.
        comment: Option<Note>,
        /// Draft or final; progress counts final values only.
        finality: Finality,
    }
}

/// The value that an indicator has reached: the final values by its aggregation; nothing before the first.
///
/// Several final values may be entered for one period; the one entered last counts.
pub fn actual(indicator: &Indicator, values: &[IndicatorValue]) -> Option<f64> {
    let mut latest: std::collections::BTreeMap<(NaiveDate, NaiveDate), &IndicatorValue> = Default::default();
    let mut finals: Vec<_> = values.iter().filter(|value| value.finality == Finality::Final).collect();
    finals.sort_by(|a, b| a.id.cmp(&b.id));
    for value in finals {
        latest.insert((value.period_to, value.period_from), value);
    }
    let mut values = latest.values().map(|value| value.value);
    match indicator.aggregation {
        Aggregation::Sum => values.reduce(|a, b| a + b),
        Aggregation::Latest => values.next_back(),
        Aggregation::Max => values.reduce(f64::max),
    }
}

/// The share of the way from baseline to target that is done, 1.0 at the target: (actual − baseline) / (target −
/// baseline). Nothing without an actual value, or where there is no way to go.
pub fn progress(indicator: &Indicator, actual: Option<f64>) -> Option<f64> {
    let baseline = indicator.baseline.unwrap_or(0.0);
    let way = indicator.target - baseline;
    match indicator.direction {
        Direction::Maintain => actual.map(|actual| if actual == indicator.target { 1.0 } else { 0.0 }),
        _ if way == 0.0 => None,
        _ => actual.map(|actual| (actual - baseline) / way),
    }
}

fn check_indicator(indicator: &Indicator, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let percent = |field: &'static str, value: Option<f64>| {
        (indicator.percent && value.is_some_and(|value| !(0.0..=100.0).contains(&value)))
            .then(|| Problem::new(field, "out_of_range").with("min", 0).with("max", 100))
    };
    let beyond = data
        .below::<IndicatorValue>(&indicator.id)?
        .into_iter()
        .find_map(|value| percent("percent", Some(value.value)));
    Ok([percent("baseline", indicator.baseline), percent("target", Some(indicator.target)), beyond]
        .into_iter()
        .flatten()
        .collect())
}

fn check_value(value: &IndicatorValue, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let indicator = data.get(&value.indicator)?;
    let pilot = data.get(&indicator.pilot_initiative)?;
    let beyond = (indicator.percent && !(0.0..=100.0).contains(&value.value))
        .then(|| Problem::new("value", "out_of_range").with("min", 0).with("max", 100));
    let outside = !pilot.overlaps(value.period_from, value.period_to);
    Ok([
        problem_if(value.period_to < value.period_from, "period_to", "end_before_start"),
        problem_if(outside, "period_to", "outside_pilot"),
        beyond,
    ]
    .into_iter()
    .flatten()
    .collect())
}
