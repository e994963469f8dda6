//! Values of an indicator for a span of time, whole and by groups. Several may be entered for one span; the last final
//! one counts, and the others stay to be seen.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::{
    Result,
    catalogue::{AgeBand, AgencySector, Aggregation, Catalogue as _, Disaggregation, Finality, Gender, IndicatorKind},
    entity,
    entity::{Id, Language},
    error::Problem,
    indicator::Indicator,
    records::problem_if,
    store::Reader,
    text::Note,
};

entity! {
    /// A value of an indicator for a span of time.
    IndicatorValue in "indicator_value" of indicator completed by complete checked by check {
        /// The indicator.
        indicator: Id<Indicator>,
        /// First day of the span.
        period_from: NaiveDate,
        /// Last day of the span.
        period_to: NaiveDate,
        /// The value; of a share, numerator by denominator in percent.
        value: f64,
        /// What to know about it.
        comment: Option<Note>,
        /// Draft or final; progress counts final values only.
        finality: Finality,
        /// How many of them, for a share.
        numerator: Option<f64>,
        /// Out of how many: the weight of a share, a mean or a rating.
        denominator: Option<f64>,
        /// Where the proof lies: a name, a path or an address.
        evidence: Option<String>,
    }
}

entity! {
    /// A part of a value: that of one group.
    GroupValue in "group_value" of indicator_value completed by complete_group checked by check_group {
        /// The value that it is a part of.
        indicator_value: Id<IndicatorValue>,
        /// The group, by gender.
        gender: Option<Gender>,
        /// The group, by age.
        age_band: Option<AgeBand>,
        /// The group, by sector.
        sector: Option<AgencySector>,
        /// The group, by district.
        district: Option<String>,
        /// The group, by language.
        language: Option<Language>,
        /// The group's value.
        value: f64,
        /// How many of them, for a share.
        numerator: Option<f64>,
        /// Out of how many.
        denominator: Option<f64>,
    }
}

/// A group: a dimension and a code or name in it.
pub type Group = (Disaggregation, String);

impl GroupValue {
    /// The group that it is about; the check sees to it that there is one.
    pub fn group(&self) -> Option<Group> {
        self.groups().pop()
    }

    fn groups(&self) -> Vec<Group> {
        let groups = [
            (Disaggregation::Gender, self.gender.map(|code| code.code().to_owned())),
            (Disaggregation::AgeBand, self.age_band.map(|code| code.code().to_owned())),
            (Disaggregation::Sector, self.sector.map(|code| code.code().to_owned())),
            (Disaggregation::District, self.district.clone()),
            (Disaggregation::Language, self.language.as_ref().map(|tag| tag.to_string())),
        ];
        groups.into_iter().filter_map(|(dimension, code)| Some((dimension, code?))).collect()
    }
}

/// The value of a share is that of its fraction; what is told in words has the value nought, which nothing shows.
fn complete(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    let Some(indicator) = values.get("indicator").and_then(Value::as_str) else { return Ok(()) };
    if !data.exists("indicator", indicator)? {
        return Ok(());
    }
    let indicator = data.get(&Id::<Indicator>::new(indicator))?;
    if indicator.is_narrative() && values["value"].is_null() {
        values.insert("value".into(), 0.0.into());
    }
    fraction(&indicator, values);
    Ok(())
}

fn complete_group(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()> {
    let Some(of) = values.get("indicator_value").and_then(Value::as_str) else { return Ok(()) };
    if data.exists("indicator_value", of)? {
        let value = data.get(&Id::<IndicatorValue>::new(of))?;
        fraction(&data.get(&value.indicator)?, values);
    }
    Ok(())
}

fn fraction(indicator: &Indicator, values: &mut Map<String, Value>) {
    let number = |field: &str| values.get(field).and_then(Value::as_f64);
    if let (true, Some(numerator), Some(denominator)) =
        (indicator.is_share(), number("numerator"), number("denominator"))
        && denominator > 0.0
    {
        values.insert("value".into(), (numerator / denominator * 100.0).into());
    }
}

/// What a value, whole or of a group, has to be for its indicator.
fn fits(indicator: &Indicator, value: f64, numerator: Option<f64>, denominator: Option<f64>) -> Vec<Problem> {
    let negative = matches!(indicator.kind, IndicatorKind::Count | IndicatorKind::Money) && value < 0.0;
    let broken = denominator.is_some_and(|denominator| denominator <= 0.0)
        || numerator.is_some_and(|numerator| numerator < 0.0)
        || indicator.is_share() && numerator.zip(denominator).is_some_and(|(part, whole)| part > whole)
        || numerator.is_some() && denominator.is_none();
    let unweighted = indicator.aggregation == Aggregation::MeanWeighted && denominator.is_none();
    [
        indicator.out_of_range("value", Some(value)).filter(|_| !broken && !indicator.is_narrative()),
        negative.then(|| Problem::new("value", "out_of_range").with("min", 0).with("max", 1_000_000_000_000_i64)),
        problem_if(broken, "denominator", "not_a_share"),
        problem_if(unweighted, "denominator", "required"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn check(value: &IndicatorValue, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let indicator = data.get(&value.indicator)?;
    let pilot = data.get(&indicator.pilot_initiative)?;
    let span = (value.period_from, value.period_to);
    let outside = !pilot.overlaps(span.0, span.1);
    // Two spans that share a day would count it twice; the same span entered again is a correction.
    let overlaps = data.below::<IndicatorValue>(&indicator.id)?.iter().any(|other| {
        let others = (other.period_from, other.period_to);
        other.id != value.id && others != span && others.0 <= span.1 && others.1 >= span.0
    });
    let mut problems = fits(&indicator, value.value, value.numerator, value.denominator);
    if indicator.is_narrative() {
        problems.extend(problem_if(value.comment.is_none(), "comment", "required"));
    }
    let groups = data.below::<GroupValue>(&value.id)?;
    problems.extend(
        [
            problem_if(span.1 < span.0, "period_to", "end_before_start"),
            problem_if(outside, "period_to", "outside_pilot"),
            problem_if(overlaps, "period_from", "overlapping_period"),
            problem_if(exceeds(&indicator, value, &groups), "value", "groups_exceed_value"),
        ]
        .into_iter()
        .flatten(),
    );
    Ok(problems)
}

fn check_group(part: &GroupValue, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let value = data.get(&part.indicator_value)?;
    let indicator = data.get(&value.indicator)?;
    let mut groups: Vec<GroupValue> = data.below(&value.id)?;
    groups.retain(|other| other.id != part.id);
    let twice = part.group().is_some_and(|group| groups.iter().any(|other| other.group().as_ref() == Some(&group)));
    groups.push(part.clone());
    let mut problems = fits(&indicator, part.value, part.numerator, part.denominator);
    let found = part.groups();
    let field = found.first().map_or("gender", |(dimension, _)| dimension.code());
    problems.extend(problem_if(found.len() != 1 || twice, field, "one_group"));
    problems.extend(problem_if(exceeds(&indicator, &value, &groups), "value", "groups_exceed_value"));
    Ok(problems)
}

/// Whether the groups of one dimension add up to more than the whole, where values add up at all.
fn exceeds(indicator: &Indicator, value: &IndicatorValue, groups: &[GroupValue]) -> bool {
    if !matches!(indicator.kind, IndicatorKind::Count | IndicatorKind::Money) {
        return false;
    }
    let mut sums = std::collections::BTreeMap::<Disaggregation, f64>::new();
    for part in groups {
        if let Some((dimension, _)) = part.group() {
            *sums.entry(dimension).or_default() += part.value;
        }
    }
    sums.values().any(|sum| *sum > value.value + 1e-6)
}
