//! Indicators of a pilot initiative: what is measured, from where to where, and how values of several periods make one
//! result. Their values are in `indicator_value.rs`, the arithmetic in `measure.rs`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::{
    Result,
    catalogue::{
        Aggregation, Catalogue as _, CommonIndicator, Direction, Disaggregation, EntryMode, IndicatorKind,
        MeasuringFrequency, PackKind,
    },
    entity,
    entity::Id,
    error::{Error, Problem},
    indicator_value::IndicatorValue,
    logframe::LogframeRow,
    pack::{self, PackEntry},
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// What a pilot initiative measures. Once it has values it is closed rather than deleted.
    Indicator in "indicator" of pilot_initiative completed by complete kept by keep checked by check {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What is measured.
        title: Text,
        /// In which unit.
        unit: Option<Text>,
        /// How values of several periods make one result.
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
        /// Whether the unit is percent. Indicators made before there were kinds say so; others are of the kind share.
        percent: bool,
        /// What its values are.
        kind: IndicatorKind,
        /// Whether a value is that of its period or the total so far.
        entry: EntryMode,
        /// The row of the logframe that it measures.
        logframe_row: Option<Id<LogframeRow>>,
        /// Its number, such as I1.2.
        code: Option<String>,
        /// What exactly counts.
        definition: Option<Note>,
        /// When the baseline was measured.
        baseline_date: Option<NaiveDate>,
        /// By what its values are broken down.
        disaggregation: BTreeSet<Disaggregation>,
        /// How it is measured.
        method: Option<Note>,
        /// How often it is measured.
        frequency: Option<MeasuringFrequency>,
        /// The function that measures it.
        responsible: Option<Text>,
        /// The indicator of all partners that it answers.
        common_indicator: Option<CommonIndicator>,
        /// Whether it is one of the few that are looked at first.
        kpi: bool,
        /// The fund's own code for it.
        fund_code: Option<String>,
        /// The indicator of the common catalogue that it is.
        pack_entry: Option<Id<PackEntry>>,
        /// When it was closed, if it is not measured any more.
        closed_on: Option<NaiveDate>,
    }
}

entity! {
    /// A value to be reached on the way to the target.
    IndicatorTarget in "indicator_target" of indicator checked by check_target {
        /// The indicator.
        indicator: Id<Indicator>,
        /// By when.
        due: NaiveDate,
        /// The value.
        value: f64,
    }
}

impl Indicator {
    /// Whether its values are percentages.
    pub fn is_share(&self) -> bool {
        self.percent || self.kind == IndicatorKind::Share
    }

    /// Whether it says something in words only.
    pub fn is_narrative(&self) -> bool {
        self.kind == IndicatorKind::Narrative
    }

    /// The smallest and the largest value that it can have.
    pub fn range(&self) -> Option<(f64, f64)> {
        match self.kind {
            _ if self.is_share() => Some((0.0, 100.0)),
            IndicatorKind::Rating => Some((1.0, 5.0)),
            IndicatorKind::YesNo | IndicatorKind::Milestone => Some((0.0, 1.0)),
            _ => None,
        }
    }

    /// The problem of a value that lies outside of its range.
    pub(crate) fn out_of_range(&self, field: &str, value: Option<f64>) -> Option<Problem> {
        let (min, max) = self.range()?;
        value.filter(|value| !(min..=max).contains(value))?;
        Some(Problem::new(field, "out_of_range").with("min", min).with("max", max))
    }

    /// The ways in which values of its kind can make one result.
    pub fn aggregations(kind: IndicatorKind) -> &'static [Aggregation] {
        use Aggregation::{Distinct, Latest, Max, MeanWeighted, None, Sum};
        match kind {
            IndicatorKind::Count => &[Sum, Latest, Max, Distinct, None],
            IndicatorKind::Money => &[Sum, Latest, Max, None],
            IndicatorKind::Share | IndicatorKind::Mean | IndicatorKind::Rating => &[MeanWeighted, Latest, Max, None],
            IndicatorKind::YesNo | IndicatorKind::Milestone => &[Latest, Max, None],
            IndicatorKind::Narrative => &[None],
        }
    }
}

/// The indicators of a pilot initiative by number, those without one last.
pub fn indicators(data: &Reader<'_>, pilot: &str) -> Result<Vec<Indicator>> {
    let mut found = data.below::<Indicator>(pilot)?;
    found.sort_by_key(|indicator| (indicator.code.is_none(), indicator.code.clone()));
    Ok(found)
}

/// What is reached or not has the target yes; what is told in words has none.
fn complete(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    pack::fill_indicator(values, data)?;
    let of = |kind: IndicatorKind| values["kind"].as_str() == Some(kind.code());
    let target = if of(IndicatorKind::YesNo) || of(IndicatorKind::Milestone) {
        Some(1.0)
    } else if of(IndicatorKind::Narrative) {
        Some(0.0)
    } else {
        None
    };
    if let (Some(target), Some(Value::Null)) = (target, values.get("target")) {
        values.insert("target".into(), target.into());
    }
    Ok(())
}

fn keep(indicator: &Indicator, data: &Reader<'_>) -> Result<()> {
    if data.below::<IndicatorValue>(&indicator.id)?.is_empty() { Ok(()) } else { Err(Error::CloseInstead) }
}

fn check(indicator: &Indicator, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let values = data.below::<IndicatorValue>(&indicator.id)?;
    // The values that are there have to fit what the indicator is made into.
    let made = if indicator.percent { "percent" } else { "kind" };
    let unfit_value = values.iter().find_map(|value| indicator.out_of_range(made, Some(value.value)));
    let unfit = !Indicator::aggregations(indicator.kind).contains(&indicator.aggregation);
    let unweighted =
        indicator.aggregation == Aggregation::MeanWeighted && values.iter().any(|value| value.denominator.is_none());
    let elsewhere = match &indicator.logframe_row {
        Some(row) => data.get(row)?.pilot_initiative != indicator.pilot_initiative,
        None => false,
    };
    let early = indicator.baseline_date.zip(indicator.target_date).is_some_and(|(from, to)| to < from);
    Ok([
        indicator.out_of_range("baseline", indicator.baseline),
        (!indicator.is_narrative()).then(|| indicator.out_of_range("target", Some(indicator.target))).flatten(),
        unfit_value,
        problem_if(unfit || unweighted, "aggregation", "aggregation_unfit"),
        problem_if(elsewhere, "logframe_row", "unknown_record"),
        problem_if(early, "target_date", "end_before_start"),
        problem_if(
            !pack::is_of(data, indicator.pack_entry.as_ref(), PackKind::Indicator)?,
            "pack_entry",
            "unknown_record",
        ),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_target(target: &IndicatorTarget, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let indicator = data.get(&target.indicator)?;
    Ok(indicator.out_of_range("value", Some(target.value)).into_iter().collect())
}
