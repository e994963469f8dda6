//! The rules by which values make results: one figure a period, one so far, and the way that is done. Pure arithmetic,
//! once, for screen, paper and spreadsheet (domain reference, 4.6).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{Aggregation, Direction, EntryMode, Finality, IndicatorKind},
    entity::Id,
    indicator::{Indicator, IndicatorTarget, indicators},
    indicator_value::{Group, GroupValue, IndicatorValue},
    locale::Locale,
    money::Money,
    pilot_initiative::PilotInitiative,
    reporting_period::{ReportingPeriod, periods},
    store::Reader,
    text::Text,
};

/// A figure for a span of time, with its weight in a mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// First and last day.
    pub span: (NaiveDate, NaiveDate),
    /// The value.
    pub value: f64,
    /// Out of how many.
    pub weight: Option<f64>,
}

impl From<&IndicatorValue> for Figure {
    fn from(value: &IndicatorValue) -> Self {
        Self { span: (value.period_from, value.period_to), value: value.value, weight: value.denominator }
    }
}

/// The values that count: of each span the final one that was entered last; in the order of time.
pub fn counting(values: &[IndicatorValue]) -> Vec<&IndicatorValue> {
    let mut latest = BTreeMap::new();
    let mut finals: Vec<_> = values.iter().filter(|value| value.finality == Finality::Final).collect();
    finals.sort_by(|a, b| a.id.cmp(&b.id));
    for value in finals {
        latest.insert((value.period_to, value.period_from), value);
    }
    latest.into_values().collect()
}

/// What figures in the order of time make together, by the indicator's rule; nothing of nothing.
///
/// Totals so far are not added up again: the latest one stands, or the highest where that is the rule. A mean weighs
/// each figure by out of how many it is; figures without a weight cannot be weighed and are left out. Different persons
/// counted period by period may be the same ones, so of these the highest figure is what is certain.
pub fn combined(indicator: &Indicator, figures: &[Figure]) -> Option<f64> {
    let values = || figures.iter().map(|figure| figure.value);
    match (indicator.aggregation, indicator.entry) {
        (Aggregation::None, _) => None,
        (Aggregation::Max, _) | (Aggregation::Distinct, EntryMode::PerPeriod) => values().reduce(f64::max),
        (Aggregation::Latest, _) | (_, EntryMode::Cumulative) => figures.last().map(|figure| figure.value),
        (Aggregation::Sum, EntryMode::PerPeriod) => (!figures.is_empty()).then(|| sum(values())),
        (Aggregation::MeanWeighted, EntryMode::PerPeriod) => {
            let weighed = || figures.iter().filter_map(|figure| Some((figure.value, figure.weight?)));
            let weight: f64 = weighed().map(|(_, weight)| weight).sum();
            (weight > 0.0).then(|| weighed().map(|(value, weight)| value * weight).sum::<f64>() / weight)
        }
    }
}

/// A sum that does not drift: in ten-thousandths, which is finer than anything that can be typed.
fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let whole: i128 = values.map(|value| (value * 10_000.0).round() as i128).sum();
    whole as f64 / 10_000.0
}

/// The share of the way from baseline to target that is done, 1.0 at the target: (actual − baseline) / (target −
/// baseline), whichever way it leads. Nothing without an actual value, or where there is no way to go; what should stay
/// as it is has arrived or not.
pub fn progress(indicator: &Indicator, actual: Option<f64>) -> Option<f64> {
    if indicator.is_narrative() {
        return None;
    }
    let baseline = indicator.baseline.unwrap_or(0.0);
    let way = indicator.target - baseline;
    match indicator.direction {
        Direction::Maintain => actual.map(|actual| if actual == indicator.target { 1.0 } else { 0.0 }),
        _ if way == 0.0 => None,
        _ => actual.map(|actual| (actual - baseline) / way),
    }
}

/// A value of an indicator as one reads it: with its percent or euro sign, or as yes or no.
pub fn shown(locale: &Locale, indicator: &Indicator, value: f64) -> String {
    match indicator.kind {
        _ if indicator.is_share() => locale.number(value) + &locale.percent_sign(),
        IndicatorKind::Money => locale.money(Money::of_cents((value * 100.0).round() as i64)),
        IndicatorKind::YesNo | IndicatorKind::Milestone => {
            locale.text(if value > 0.0 { "ui.word.yes" } else { "ui.word.no" })
        }
        IndicatorKind::Narrative => String::new(),
        _ => locale.number(value),
    }
}

/// What an indicator has in one period, beside what it has so far.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct PeriodResult {
    /// Id of the reporting period; none for values outside of all of them.
    pub period: Option<String>,
    /// What the period is called.
    pub title: Option<Text>,
    /// First day.
    #[ts(as = "String")]
    pub from: NaiveDate,
    /// Last day.
    #[ts(as = "String")]
    pub to: NaiveDate,
    /// What was measured in the period; nothing where no final value is.
    pub value: Option<f64>,
    /// What was reached at its end, by the final values so far.
    pub cumulative: Option<f64>,
    /// The share of the way that was done by then.
    pub progress: Option<f64>,
    /// What was to be reached by then, where a value is set for a day of the period.
    pub target: Option<f64>,
    /// Ids of the values entered, the last one first.
    pub values: Vec<String>,
    /// Whether one of them is a draft that does not count yet.
    pub draft: bool,
}

/// An indicator with what it has reached.
pub struct Measured {
    /// The indicator.
    pub indicator: Indicator,
    /// Its values, in the order of time.
    pub values: Vec<IndicatorValue>,
    /// Its results, period by period.
    pub periods: Vec<PeriodResult>,
    /// What it has reached, see [`combined`].
    pub actual: Option<f64>,
    /// How much of the way is done, see [`progress`].
    pub progress: Option<f64>,
}

/// The indicators of a pilot initiative with their results; those up to a day, if one is given.
pub fn measured(data: &Reader<'_>, pilot: &Id<PilotInitiative>, until: Option<NaiveDate>) -> Result<Vec<Measured>> {
    let run = data.get(pilot)?;
    let mut spans = periods(data)?;
    spans.retain(|period| run.overlaps(period.period_from, period.period_to));
    spans.retain(|period| until.is_none_or(|until| period.period_from <= until));
    let measure = |indicator: Indicator| {
        let mut values = data.below::<IndicatorValue>(&indicator.id)?;
        values.retain(|value| until.is_none_or(|until| value.period_to <= until));
        values.sort_by(|a, b| (a.period_to, a.period_from, &a.id).cmp(&(b.period_to, b.period_from, &b.id)));
        let targets = data.below::<IndicatorTarget>(&indicator.id)?;
        let periods = by_period(&indicator, &values, &spans, &targets);
        let figures: Vec<Figure> = counting(&values).into_iter().map(Figure::from).collect();
        let actual = combined(&indicator, &figures);
        Ok(Measured { progress: progress(&indicator, actual), actual, periods, values, indicator })
    };
    indicators(data, pilot)?.into_iter().map(measure).collect()
}

/// How far an indicator is.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct IndicatorProgress {
    /// Id of the indicator.
    pub indicator: String,
    /// What it has reached, see [`combined`].
    pub actual: Option<f64>,
    /// The share of the way that is done, see [`progress`].
    pub progress: Option<f64>,
    /// The same, period by period.
    pub periods: Vec<PeriodResult>,
}

/// How far the indicators of a pilot initiative are.
pub fn indicator_progress(data: &Reader<'_>, pilot: String) -> Result<Vec<IndicatorProgress>> {
    let of = |m: Measured| IndicatorProgress {
        indicator: m.indicator.id.to_string(),
        actual: m.actual,
        progress: m.progress,
        periods: m.periods,
    };
    Ok(measured(data, &Id::new(pilot), None)?.into_iter().map(of).collect())
}

/// The results of each reporting period, and of each span of time that lies in none, in the order of time.
pub fn by_period(
    indicator: &Indicator,
    values: &[IndicatorValue],
    spans: &[ReportingPeriod],
    targets: &[IndicatorTarget],
) -> Vec<PeriodResult> {
    let mut results: Vec<PeriodResult> =
        spans.iter().map(|period| empty(Some(period), (period.period_from, period.period_to))).collect();
    for value in values {
        let at = results.iter().position(|result| match result.period {
            Some(_) => (result.from..=result.to).contains(&value.period_to),
            None => (result.from, result.to) == (value.period_from, value.period_to),
        });
        let at = at.unwrap_or_else(|| {
            results.push(empty(None, (value.period_from, value.period_to)));
            results.len() - 1
        });
        let result = &mut results[at];
        result.values.insert(0, value.id.to_string());
        result.draft |= value.finality == Finality::Draft;
    }
    results.sort_by_key(|result| (result.to, result.from));
    let counting = counting(values);
    let mut before = None;
    for result in &mut results {
        let own = |value: &&IndicatorValue| result.values.contains(&value.id.to_string());
        let inside: Vec<Figure> = counting.iter().copied().filter(own).map(Figure::from).collect();
        let so_far: Vec<Figure> =
            counting.iter().copied().filter(|value| value.period_to <= result.to).map(Figure::from).collect();
        result.cumulative = combined(indicator, &so_far);
        result.value = in_period(indicator, &inside, before);
        result.progress = progress(indicator, result.cumulative);
        result.target = targets
            .iter()
            .filter(|target| (result.from..=result.to).contains(&target.due))
            .max_by_key(|target| target.due)
            .map(|target| target.value);
        before = result.cumulative;
    }
    results
}

/// What was measured in one period: where totals so far are entered and add up, what came on top of the one before.
fn in_period(indicator: &Indicator, inside: &[Figure], before: Option<f64>) -> Option<f64> {
    let last = inside.last()?.value;
    match (indicator.entry, indicator.aggregation) {
        (_, Aggregation::None) => Some(last),
        (EntryMode::Cumulative, Aggregation::Sum | Aggregation::Distinct) => {
            Some(sum([last, -before.unwrap_or(0.0)].into_iter()))
        }
        _ => combined(indicator, inside),
    }
}

fn empty(period: Option<&ReportingPeriod>, (from, to): (NaiveDate, NaiveDate)) -> PeriodResult {
    PeriodResult {
        period: period.map(|period| period.id.to_string()),
        title: period.map(|period| period.title.clone()),
        from,
        to,
        value: None,
        cumulative: None,
        progress: None,
        target: None,
        values: vec![],
        draft: false,
    }
}

/// What the groups of some values come to together, by the indicator's rule.
pub fn by_group(data: &Reader<'_>, indicator: &Indicator, values: &[&IndicatorValue]) -> Result<BTreeMap<Group, f64>> {
    let mut figures: BTreeMap<Group, Vec<Figure>> = BTreeMap::new();
    for value in values {
        for part in data.below::<GroupValue>(&value.id)? {
            if let Some(group) = part.group() {
                let figure = Figure { value: part.value, weight: part.denominator, ..Figure::from(*value) };
                figures.entry(group).or_default().push(figure);
            }
        }
    }
    Ok(figures
        .into_iter()
        .filter_map(|(group, figures)| Some((group, in_period(indicator, &figures, None)?)))
        .collect())
}
