//! The risk register of a pilot initiative: what could go wrong, before and after what is done about it. Risks of the
//! work, never of people.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{RiskCategory, RiskStatus},
    entity,
    entity::{Id, Score},
    error::Problem,
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// A risk.
    Risk in "risk" of pilot_initiative checked by check {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What could happen.
        title: Text,
        /// Its category.
        category: RiskCategory,
        /// How likely it is when nothing is done, 1 to 5.
        likelihood: Score,
        /// How severe it is when nothing is done, 1 to 5.
        severity: Score,
        /// What is done about it.
        controls: Option<Note>,
        /// How likely it is with what is done, 1 to 5.
        residual_likelihood: Option<Score>,
        /// How severe it is with what is done, 1 to 5.
        residual_severity: Option<Score>,
        /// The function that watches it.
        owner: Option<Text>,
        /// Since when it is known.
        identified_on: Option<NaiveDate>,
        /// When it is looked at again.
        review_on: Option<NaiveDate>,
        /// Its state.
        status: RiskStatus,
    }
}

/// How high a risk is: low up to 4, medium up to 9, high up to 14, very high from 15 of 25.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskBand {
    /// 1 to 4.
    Low,
    /// 5 to 9.
    Medium,
    /// 10 to 14.
    High,
    /// 15 to 25.
    VeryHigh,
}

impl RiskBand {
    /// The band of likelihood × severity, 1 to 25.
    pub fn of(score: u32) -> Self {
        match score {
            0..=4 => Self::Low,
            5..=9 => Self::Medium,
            10..=14 => Self::High,
            _ => Self::VeryHigh,
        }
    }

    /// Its code: its label is the text `ui.risk.<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }
}

impl Risk {
    /// Likelihood × severity when nothing is done, 1 to 25.
    pub fn gross(&self) -> u32 {
        self.likelihood.0 * self.severity.0
    }

    /// Likelihood and severity with what is done; each as without, where nothing else is said.
    pub fn left(&self) -> (u32, u32) {
        (self.residual_likelihood.unwrap_or(self.likelihood).0, self.residual_severity.unwrap_or(self.severity).0)
    }

    /// Their product, 1 to 25.
    pub fn residual(&self) -> u32 {
        let (likelihood, severity) = self.left();
        likelihood * severity
    }

    /// Whether it still has to be watched.
    pub fn is_live(&self) -> bool {
        self.status != RiskStatus::Closed
    }
}

/// The risks of a pilot initiative, the highest residual one first, closed ones last.
pub fn register(data: &Reader<'_>, pilot: &str) -> Result<Vec<Risk>> {
    let mut risks = data.below::<Risk>(pilot)?;
    risks.sort_by_key(|risk| (!risk.is_live(), std::cmp::Reverse((risk.residual(), risk.gross()))));
    Ok(risks)
}

fn check(risk: &Risk, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let above = |left: Option<Score>, gross: Score| left.is_some_and(|left| left > gross);
    Ok([
        problem_if(above(risk.residual_likelihood, risk.likelihood), "residual_likelihood", "residual_above_gross"),
        problem_if(above(risk.residual_severity, risk.severity), "residual_severity", "residual_above_gross"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
