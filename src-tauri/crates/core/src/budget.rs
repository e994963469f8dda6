//! The budget of a pilot initiative by the fund's cost headings: planned, committed, spent, expected at the end, and
//! who bears it. No bookkeeping: no invoice, no payment.

use crate::{
    Result,
    catalogue::{Catalogue as _, CostHeading},
    entity,
    entity::Id,
    money::Money,
    pilot_initiative::PilotInitiative,
    reporting_period::ReportingPeriod,
    store::Reader,
    text::Text,
};

entity! {
    /// A line of the budget.
    BudgetLine in "budget_line" of pilot_initiative {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What is paid for.
        title: Text,
        /// The cost heading.
        heading: CostHeading,
        /// What was planned.
        planned: Money,
        /// What is contracted or ordered, whether it is paid or not.
        committed: Option<Money>,
        /// What is paid.
        spent: Option<Money>,
        /// What it will have cost in the end; as planned where nothing is said.
        forecast: Option<Money>,
        /// The reporting period that it is for, if it is for one alone.
        reporting_period: Option<Id<ReportingPeriod>>,
    }
}

/// Sums of budget lines, in cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BudgetSum {
    /// What was planned.
    #[ts(as = "f64")]
    pub planned: Money,
    /// What is contracted.
    #[ts(as = "f64")]
    pub committed: Money,
    /// What is paid.
    #[ts(as = "f64")]
    pub spent: Money,
    /// What it will have cost.
    #[ts(as = "f64")]
    pub forecast: Money,
}

/// The budget of a pilot initiative.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Budget {
    /// The sums by cost heading, those with lines.
    pub headings: Vec<HeadingSum>,
    /// The sum of all.
    pub total: BudgetSum,
    /// What the European Union pays of it.
    pub eu: BudgetSum,
    /// What the partner pays.
    pub own: BudgetSum,
}

/// The sum of a cost heading.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct HeadingSum {
    /// A code of the catalogue `cost_heading`.
    pub heading: &'static str,
    /// Its sum.
    pub sum: BudgetSum,
}

impl BudgetSum {
    /// The sum of some lines.
    pub fn of<'l>(lines: impl Iterator<Item = &'l BudgetLine>) -> Self {
        lines.fold(Self::default(), |sum, line| Self {
            planned: sum.planned + line.planned,
            committed: sum.committed + line.committed.unwrap_or_default(),
            spent: sum.spent + line.spent.unwrap_or_default(),
            forecast: sum.forecast + line.forecast.unwrap_or(line.planned),
        })
    }

    /// The same with each amount made of it.
    fn each(self, part: impl Fn(Money) -> Money) -> Self {
        Self {
            planned: part(self.planned),
            committed: part(self.committed),
            spent: part(self.spent),
            forecast: part(self.forecast),
        }
    }
}

/// The lines of a pilot initiative, by cost heading.
pub fn lines(data: &Reader<'_>, pilot: &str) -> Result<Vec<BudgetLine>> {
    let mut lines = data.below::<BudgetLine>(pilot)?;
    lines.sort_by_key(|line| line.heading);
    Ok(lines)
}

/// The budget of a pilot initiative, from its lines.
pub fn budget(data: &Reader<'_>, pilot: String) -> Result<Budget> {
    let lines = lines(data, &pilot)?;
    Ok(sum_up(&lines))
}

/// Lines summed up by heading, as a whole and by who bears them.
pub fn sum_up(lines: &[BudgetLine]) -> Budget {
    let of = |heading: CostHeading| lines.iter().filter(move |line| line.heading == heading);
    let total = BudgetSum::of(lines.iter());
    Budget {
        headings: CostHeading::ALL
            .iter()
            .filter(|heading| of(**heading).next().is_some())
            .map(|heading| HeadingSum { heading: heading.code(), sum: BudgetSum::of(of(*heading)) })
            .collect(),
        total,
        eu: total.each(Money::eu_part),
        own: total.each(Money::own_part),
    }
}
