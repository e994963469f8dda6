//! Who is late: which partner's report for which period is there, was late, or is missing. A package covers a period when
//! it was made on its last day or later.

use chrono::{DateTime, NaiveDate};

use super::{NetworkPartner, partners};
use crate::{
    Result,
    catalogue::{PartnerRole, ReportState},
    reporting_period::{ReportingPeriod, periods},
    store::{Reader, Received},
    text::Text,
};

/// What is expected of a partner for a period.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Expected {
    /// Id of the partner's directory entry.
    pub partner: String,
    /// Its name.
    pub partner_name: String,
    /// Id of the reporting period.
    pub period: String,
    /// What the period is called.
    pub period_title: Text,
    /// When the report is due.
    #[ts(as = "String")]
    pub due: NaiveDate,
    /// A code of the catalogue `report_state`.
    #[ts(as = "String")]
    pub state: ReportState,
    /// When it was taken in.
    pub received_at: Option<String>,
    /// Days since it was due, while it is missing.
    pub days_late: Option<u32>,
}

/// What is expected of every partner for every period that has ended.
pub fn radar(data: &Reader<'_>, today: NaiveDate) -> Result<Vec<Expected>> {
    expected(data, &partners(data)?, &data.received()?, today)
}

/// See [`radar`].
pub(super) fn expected(
    data: &Reader<'_>,
    directory: &[NetworkPartner],
    packages: &[Received],
    today: NaiveDate,
) -> Result<Vec<Expected>> {
    let mut rows = vec![];
    let ended: Vec<ReportingPeriod> = periods(data)?.into_iter().filter(|period| period.period_to < today).collect();
    for partner in directory.iter().filter(|partner| partner.role == PartnerRole::Beneficiary) {
        for period in ended.iter().filter(|period| partner.is_in_role(period.period_to)) {
            rows.push(one(partner, period, packages, today));
        }
    }
    rows.sort_by(|a, b| {
        let missing = |row: &Expected| row.state != ReportState::Missing;
        (missing(a), a.due, &a.partner_name).cmp(&(missing(b), b.due, &b.partner_name))
    });
    Ok(rows)
}

fn one(partner: &NetworkPartner, period: &ReportingPeriod, packages: &[Received], today: NaiveDate) -> Expected {
    let due = period.due.unwrap_or(period.period_to);
    let day = |moment: &str| DateTime::parse_from_rfc3339(moment).ok().map(|moment| moment.date_naive());
    let covering = packages
        .iter()
        .filter(|package| package.partner.code == partner.code)
        .filter(|package| day(&package.created_at).is_some_and(|made| made >= period.period_to))
        .min_by_key(|package| package.received_at.clone());
    let state = match covering {
        Some(package) if day(&package.created_at).is_some_and(|made| made <= due) => ReportState::OnTime,
        Some(_) => ReportState::Late,
        None if due < today => ReportState::Missing,
        None => ReportState::NotDue,
    };
    Expected {
        partner: partner.id.to_string(),
        partner_name: partner.name.clone(),
        period: period.id.to_string(),
        period_title: period.title.clone(),
        due,
        state,
        received_at: covering.map(|package| package.received_at.clone()),
        days_late: (state == ReportState::Missing).then(|| (today - due).num_days() as u32),
    }
}
