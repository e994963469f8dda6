//! What the coordinator counts of a partner: computed where the data are, by the rules that stand beside each figure, so
//! that no name has to travel to be counted.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{Catalogue as _, CommonIndicator, Finality},
    counting::{self, FEWEST},
    indicator::Indicator,
    locale::fold,
    measure, overview,
    status_report::{StatusReport, current},
    store::Reader,
    text::Text,
};

/// The figures of a partner.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct NetworkFigures {
    /// Different persons trained in sessions that took place.
    pub persons: u32,
    /// The same by session.
    pub participations: u32,
    /// The cities of the persons trained, each once.
    pub cities: Vec<String>,
    /// Their countries, each once.
    pub countries: Vec<String>,
    /// Persons by sector; nothing where there are fewer than five.
    pub sectors: Vec<SectorCount>,
    /// The training sessions.
    pub trainings: Vec<TrainingFigure>,
    /// The pilot initiatives.
    pub pilots: Vec<PilotFigure>,
    /// What the indicators that all partners share have reached.
    pub common: Vec<CommonValue>,
    /// The analyses that are shared: title and period.
    pub analyses: Vec<AnalysisFigure>,
}

/// Persons of a sector.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct SectorCount {
    /// A code of the catalogue `agency_sector`.
    pub sector: String,
    /// How many persons; nothing for fewer than five, nor where those could be told from it.
    pub persons: Option<u32>,
}

/// A training session in figures.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct TrainingFigure {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// First day.
    #[ts(as = "String")]
    pub starts: NaiveDate,
    /// Its country.
    pub country: Option<String>,
    /// Code of its state.
    pub status: String,
    /// Whether it took place.
    pub held: bool,
    /// Different persons trained in it; nothing for one to four, nor where those could be told from it.
    pub persons: Option<u32>,
}

/// A pilot initiative in figures.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct PilotFigure {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Code of its stage.
    pub stage: String,
    /// Whether it counts as launched.
    pub launched: bool,
    /// Whether it counts as reviewed.
    pub reviewed: bool,
    /// The overall light of the status report that counts.
    pub rag: Option<String>,
    /// The periods of its final status reports: first and last day.
    #[ts(as = "Vec<(String, String)>")]
    pub reported: Vec<(NaiveDate, NaiveDate)>,
}

/// What an indicator that all partners share has reached.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct CommonValue {
    /// A code of the catalogue `common_indicator`, or of the common catalogue's own indicators.
    pub code: String,
    /// What was reached.
    pub actual: Option<f64>,
    /// What is to be reached.
    pub target: f64,
}

/// An analysis in figures.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct AnalysisFigure {
    /// Its title.
    pub title: Text,
    /// First day of the period that it covers.
    #[ts(as = "String")]
    pub period_from: NaiveDate,
    /// Last day of that period.
    #[ts(as = "String")]
    pub period_to: NaiveDate,
    /// Code of its state.
    pub status: String,
}

/// The figures of the file.
pub(super) fn figures(data: &Reader<'_>) -> Result<NetworkFigures> {
    let counted = counting::figures(data, None)?;
    let values = |field: &str| -> Vec<String> {
        let group = counted.groups.iter().find(|group| group.field == field);
        let mut values: Vec<String> =
            group.into_iter().flat_map(|group| group.counts.iter().filter_map(|count| count.value.clone())).collect();
        values.sort_by_key(|value| fold(value));
        values
    };
    let sectors = counted.groups.iter().filter(|group| group.field == "sector").flat_map(|group| &group.counts);
    let mut sectors: Vec<SectorCount> = sectors
        .filter_map(|count| {
            let persons = Some(count.persons).filter(|persons| *persons >= FEWEST);
            Some(SectorCount { sector: count.value.clone()?, persons })
        })
        .collect();
    hide_complement(sectors.iter_mut().map(|sector| &mut sector.persons));
    let mut trainings = vec![];
    for session in overview::sessions(data)? {
        let persons = counting::figures(data, Some(session.id.to_string()))?.persons;
        trainings.push(TrainingFigure {
            id: session.id.to_string(),
            starts: session.starts,
            country: session.country.map(|country| country.0),
            status: session.status.code().into(),
            held: session.status.took_place(),
            persons: Some(persons).filter(|persons| *persons == 0 || *persons >= FEWEST),
            title: session.title,
        });
    }
    hide_complement(trainings.iter_mut().filter(|training| training.held).map(|training| &mut training.persons));
    let mut pilots = vec![];
    let mut common = vec![];
    for pilot in overview::pilots(data)? {
        let reports = data.below::<StatusReport>(&pilot.id)?;
        for measured in measure::measured(data, &pilot.id, None)? {
            common.extend(common_values(data, &measured.indicator, measured.actual)?);
        }
        let finals: BTreeSet<(NaiveDate, NaiveDate)> = reports
            .iter()
            .filter(|report| report.finality == Finality::Final)
            .map(|report| (report.period_from, report.period_to))
            .collect();
        pilots.push(PilotFigure {
            rag: current(&reports).map(|report| report.rag_overall.code().into()),
            reported: finals.into_iter().collect(),
            id: pilot.id.to_string(),
            stage: pilot.stage.code().into(),
            launched: pilot.stage.launched(),
            reviewed: pilot.stage.reached(crate::catalogue::PilotStage::Reviewed),
            title: pilot.title,
        });
    }
    let shared = |sensitivity| {
        use crate::catalogue::Sensitivity::{PartnersOnly, Public};
        matches!(sensitivity, Public | PartnersOnly)
    };
    let analyses = overview::newest_first(data)?.into_iter().filter(|analysis| shared(analysis.sensitivity));
    Ok(NetworkFigures {
        persons: counted.persons,
        participations: counted.participations,
        cities: values("city"),
        countries: values("country"),
        sectors,
        trainings,
        pilots,
        common,
        analyses: analyses
            .map(|analysis| AnalysisFigure {
                title: analysis.title,
                period_from: analysis.period_from,
                period_to: analysis.period_to,
                status: analysis.status.code().into(),
            })
            .collect(),
    })
}

/// Where a single part of a sum is left out it could be told from the others: the smallest of them goes too.
fn hide_complement<'a>(parts: impl Iterator<Item = &'a mut Option<u32>>) {
    let (hidden, shown): (Vec<_>, Vec<_>) = parts.partition(|part| part.is_none());
    if hidden.len() == 1
        && let Some(least) = shown.into_iter().filter(|part| **part > Some(0)).min()
    {
        *least = None;
    }
}

/// What an indicator has reached of those that all partners share: the program's own and the common catalogue's.
fn common_values(data: &Reader<'_>, indicator: &Indicator, actual: Option<f64>) -> Result<Vec<CommonValue>> {
    let own = indicator.common_indicator.map(|code: CommonIndicator| code.code().to_owned());
    let entry = indicator.pack_entry.as_ref().map(|entry| data.get(entry)).transpose()?.map(|entry| entry.code.0);
    Ok(own.into_iter().chain(entry).map(|code| CommonValue { code, actual, target: indicator.target }).collect())
}
