//! The rules by which values make results, whatever the values: sums that do not drift, means between their extremes,
//! ways that lead up and down, gaps, and money to the cent.

use chrono::{Days, NaiveDate};
use liaise_core::{
    budget::{BudgetLine, sum_up},
    counting,
    entity::Entity,
    indicator::Indicator,
    indicator_value::IndicatorValue,
    locale::{LANGUAGES, Locale},
    measure::{self, Figure},
    money::Money,
    reporting_period::ReportingPeriod,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{cases, words};

const START: &str = "2016-01-01";

fn record<E: Entity>(values: Value) -> E {
    E::read(values.as_object().unwrap().clone()).unwrap()
}

fn indicator(changes: Value) -> Indicator {
    let mut values = json!({
        "id": "i", "pilot_initiative": "p", "title": words("Indicator"), "aggregation": "sum", "direction": "increase",
        "target": 100.0, "percent": false, "kind": "count", "entry": "per_period", "disaggregation": [], "kpi": false,
    });
    values.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    record(values)
}

fn day(nth: u64) -> NaiveDate {
    START.parse::<NaiveDate>().unwrap() + Days::new(nth)
}

/// A figure for each month of thirty days.
fn figures(values: &[(f64, Option<f64>)]) -> Vec<Figure> {
    let figure = |(nth, (value, weight)): (usize, &(f64, Option<f64>))| Figure {
        span: (day(nth as u64 * 30), day(nth as u64 * 30 + 29)),
        value: *value,
        weight: *weight,
    };
    values.iter().enumerate().map(figure).collect()
}

fn plain(values: &[f64]) -> Vec<Figure> {
    figures(&values.iter().map(|value| (*value, None)).collect::<Vec<_>>())
}

fn value(nth: u64, id: u32, value: f64, finality: &str) -> IndicatorValue {
    record(json!({
        "id": format!("{id:08}"), "indicator": "i", "period_from": day(nth * 30), "period_to": day(nth * 30 + 29),
        "value": value, "finality": finality,
    }))
}

fn period(nth: u64) -> ReportingPeriod {
    record(json!({
        "id": format!("period {nth}"), "partnership": "p", "title": words("Period"), "kind": "interim",
        "period_from": day(nth * 60), "period_to": day(nth * 60 + 59),
    }))
}

/// Every way in which parts of which is known whether each is small can make up the whole.
fn possible(small: &[bool], whole: u32) -> Vec<Vec<u32>> {
    let Some((first, rest)) = small.split_first() else { return if whole == 0 { vec![vec![]] } else { vec![] } };
    let numbers = if *first { 1..=4 } else { 5..=whole };
    let ways = numbers.filter(|number| *number <= whole).flat_map(|number| {
        possible(rest, whole - number).into_iter().map(move |others| [&[number][..], &others].concat())
    });
    ways.collect()
}

/// Numbers as officers type them: at most two decimals.
fn typed() -> impl Strategy<Value = f64> {
    (0_i64..1_000_000_000).prop_map(|hundredths| hundredths as f64 / 100.0)
}

fn by(aggregation: &str) -> Indicator {
    let kind = if aggregation == "mean_weighted" { "mean" } else { "count" };
    indicator(json!({ "aggregation": aggregation, "kind": kind }))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_sum_of_typed_numbers_is_exact_in_any_order(hundredths in prop::collection::vec(0_i64..1_000_000_000, 1..60)) {
        let mut values: Vec<f64> = hundredths.iter().map(|value| *value as f64 / 100.0).collect();
        let whole = hundredths.iter().sum::<i64>() as f64 / 100.0;
        prop_assert_eq!(measure::combined(&by("sum"), &plain(&values)), Some(whole));
        values.reverse();
        prop_assert_eq!(measure::combined(&by("sum"), &plain(&values)), Some(whole));
    }

    #[test]
    fn latest_highest_and_distinct_are_values_that_were_entered(values in prop::collection::vec(typed(), 1..30)) {
        let highest = values.iter().copied().reduce(f64::max);
        let figures = plain(&values);
        prop_assert_eq!(measure::combined(&by("latest"), &figures), values.last().copied());
        prop_assert_eq!(measure::combined(&by("max"), &figures), highest);
        // Persons who came in several periods are known to be at least as many as in the fullest one.
        prop_assert_eq!(measure::combined(&by("distinct"), &figures), highest);
        prop_assert!(measure::combined(&by("distinct"), &figures) <= measure::combined(&by("sum"), &figures));
        prop_assert_eq!(measure::combined(&by("none"), &figures), None);
    }

    #[test]
    fn a_weighted_mean_lies_between_its_values_and_is_that_of_all_who_were_asked(
        groups in prop::collection::vec((0_u32..=500, 1_u32..=500), 1..20),
    ) {
        let groups: Vec<(f64, f64)> = groups.into_iter().map(|(part, whole)| (f64::from(part.min(whole)), f64::from(whole))).collect();
        let shares: Vec<(f64, Option<f64>)> =
            groups.iter().map(|(part, whole)| (part / whole * 100.0, Some(*whole))).collect();
        let share = indicator(json!({ "kind": "share", "aggregation": "mean_weighted" }));
        let mean = measure::combined(&share, &figures(&shares)).unwrap();
        let (parts, wholes) = groups.iter().fold((0.0, 0.0), |sum, group| (sum.0 + group.0, sum.1 + group.1));
        prop_assert!((mean - parts / wholes * 100.0).abs() < 1e-6);
        let lowest = shares.iter().map(|share| share.0).fold(f64::MAX, f64::min);
        let highest = shares.iter().map(|share| share.0).fold(f64::MIN, f64::max);
        prop_assert!(mean >= lowest - 1e-9 && mean <= highest + 1e-9);
    }

    #[test]
    fn progress_is_none_at_the_baseline_all_at_the_target_and_leads_either_way(
        baseline in typed(), target in typed(), share in 0.0_f64..2.0,
    ) {
        prop_assume!((target - baseline).abs() > 0.01);
        let direction = if target > baseline { "increase" } else { "decrease" };
        let way = indicator(json!({ "baseline": baseline, "target": target, "direction": direction }));
        prop_assert_eq!(measure::progress(&way, Some(baseline)), Some(0.0));
        prop_assert_eq!(measure::progress(&way, Some(target)), Some(1.0));
        prop_assert_eq!(measure::progress(&way, None), None);
        let there = baseline + (target - baseline) * share;
        let found = measure::progress(&way, Some(there)).unwrap();
        prop_assert!((found - share).abs() < 1e-3, "{found} for {share}");
    }

    #[test]
    fn a_baseline_left_empty_is_zero_and_no_way_has_no_progress(target in typed(), actual in typed()) {
        let empty = measure::progress(&indicator(json!({ "target": target })), Some(actual));
        let zero = measure::progress(&indicator(json!({ "target": target, "baseline": 0.0 })), Some(actual));
        prop_assert_eq!(empty, zero);
        prop_assert_eq!(measure::progress(&indicator(json!({ "target": target, "baseline": target })), Some(actual)), None);
        let kept = indicator(json!({ "target": target, "baseline": target, "direction": "maintain" }));
        prop_assert_eq!(measure::progress(&kept, Some(target)), Some(1.0));
    }

    #[test]
    fn what_periods_bring_adds_up_to_what_there_is_however_it_was_entered(
        months in prop::collection::vec(prop::option::of(0_i64..100_000), 1..12),
    ) {
        let periods: Vec<ReportingPeriod> = (0..6).map(period).collect();
        let whole: i64 = months.iter().flatten().sum();
        let entered = |cumulative: bool| -> Vec<IndicatorValue> {
            let mut so_far = 0;
            months.iter().enumerate().filter_map(|(nth, value)| {
                so_far += (*value)?;
                let hundredths = if cumulative { so_far } else { (*value)? };
                Some(self::value(nth as u64, nth as u32, hundredths as f64 / 100.0, "final"))
            }).collect()
        };
        for (entry, cumulative) in [("per_period", false), ("cumulative", true)] {
            let sum = indicator(json!({ "entry": entry }));
            let results = measure::by_period(&sum, &entered(cumulative), &periods, &[]);
            prop_assert_eq!(results.len(), periods.len());
            let brought: f64 = results.iter().filter_map(|result| result.value).sum();
            prop_assert!((brought - whole as f64 / 100.0).abs() < 1e-6);
            // A period without a value brings nothing, and what was there before stays.
            for (before, after) in results.iter().zip(&results[1..]) {
                if after.value.is_none() {
                    prop_assert_eq!(before.cumulative, after.cumulative);
                }
            }
            let last = results.iter().rev().find_map(|result| result.cumulative);
            prop_assert_eq!(last, months.iter().any(Option::is_some).then_some(whole as f64 / 100.0));
        }
    }

    #[test]
    fn of_several_entries_for_one_span_the_last_final_one_counts(
        entries in prop::collection::vec((0_u64..3, typed(), any::<bool>()), 1..12),
    ) {
        let values: Vec<IndicatorValue> = entries.iter().enumerate()
            .map(|(id, (nth, number, final_))| value(*nth, id as u32, *number, if *final_ { "final" } else { "draft" }))
            .collect();
        let counting = measure::counting(&values);
        for nth in 0..3 {
            let expected = entries.iter().rev().find(|(span, _, final_)| *span == nth && *final_).map(|entry| entry.1);
            let found = counting.iter().find(|value| value.period_from == day(nth * 30)).map(|value| value.value);
            prop_assert_eq!(found, expected);
        }
    }

    /// Whoever knows the whole and the rule is left with more than one number for each small part.
    #[test]
    fn no_small_group_can_be_worked_out_of_the_others(parts in prop::collection::vec(1_u32..9, 1..6)) {
        let possible = possible(&parts.iter().map(|part| *part < 5).collect::<Vec<_>>(), parts.iter().sum());
        let certain = |at: usize| possible.iter().all(|numbers| numbers[at] == parts[at]);
        let small = (0..parts.len()).filter(|at| parts[*at] < 5);
        prop_assert_eq!(counting::gives_away(&parts), small.into_iter().any(certain));
    }

    #[test]
    fn money_never_drifts_a_cent(cents in prop::collection::vec(0_i64..=100_000_000_000, 0..80)) {
        let lines: Vec<BudgetLine> = cents.iter().enumerate().map(|(nth, planned)| record(json!({
            "id": nth.to_string(), "pilot_initiative": "p", "title": words("Line"), "planned": planned, "spent": planned,
            "heading": liaise_core::catalogue::codes("cost_heading")[nth % 7],
        }))).collect();
        let budget = sum_up(&lines);
        let whole: i64 = cents.iter().sum();
        prop_assert_eq!(budget.total.planned.cents(), whole);
        prop_assert_eq!(budget.headings.iter().map(|heading| heading.sum.planned.cents()).sum::<i64>(), whole);
        prop_assert_eq!(budget.eu.planned + budget.own.planned, budget.total.planned);
        prop_assert!((budget.eu.planned.cents() * 100 - whole * 90).abs() <= 50);
        prop_assert_eq!(budget.total.forecast, budget.total.planned);
        prop_assert_eq!(budget.total.committed, Money::default());
    }
}

proptest! {
    // Making ten languages takes longer than the arithmetic.
    #![proptest_config(cases(4))]

    #[test]
    fn an_amount_reads_in_every_language_as_the_same_cents(cents in -1_000_000_000_i64..=100_000_000_000) {
        for (language, _) in LANGUAGES {
            let locale = Locale::new(language);
            let shown = locale.money(Money::of_cents(cents));
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits.parse::<i64>().unwrap(), cents.abs());
            let (decimal, _) = locale.separators();
            let (_, after) = shown.rsplit_once(&decimal).unwrap();
            prop_assert_eq!(after.chars().take_while(char::is_ascii_digit).count(), 2);
        }
    }
}

#[test]
fn the_fiche_of_the_project_is_shared_to_the_cent() {
    let total = Money::of_cents(68_734_650);
    assert_eq!((total.eu_part().cents(), total.own_part().cents()), (61_861_185, 6_873_465));
    assert_eq!(Locale::new("de").money(total), "687.346,50\u{a0}€");
    assert_eq!(Locale::new("en").money(total), "€687,346.50");
    assert_eq!(Locale::new("nl").money(Money::of_cents(5)), "€\u{a0}0,05");
}

#[test]
fn a_period_and_the_total_stand_side_by_side_with_the_targets_on_the_way() {
    let sum = indicator(json!({ "baseline": 0.0, "target": 100.0 }));
    let periods: Vec<ReportingPeriod> = (0..3).map(period).collect();
    let values = [
        value(0, 1, 10.0, "final"),
        value(1, 2, 15.0, "final"),
        value(4, 3, 25.0, "final"),
        value(5, 4, 99.0, "draft"),
    ];
    let targets = [record(json!({ "id": "t", "indicator": "i", "due": day(59), "value": 30.0 }))];
    let results = measure::by_period(&sum, &values, &periods, &targets);
    let seen: Vec<_> = results.iter().map(|r| (r.value, r.cumulative, r.progress, r.target, r.draft)).collect();
    assert_eq!(
        seen,
        [
            (Some(25.0), Some(25.0), Some(0.25), Some(30.0), false),
            (None, Some(25.0), Some(0.25), None, false),
            (Some(25.0), Some(50.0), Some(0.5), None, true),
        ]
    );
}
