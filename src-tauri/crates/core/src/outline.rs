//! The outline of a situation analysis: its 16 parts (domain reference, 1.1), and how far each is. It counts what is
//! there; it deliberately judges no finding.

use crate::{
    Result,
    catalogue::{AnalysisPart, Catalogue as _, MaturityCriterion, Presence, PreventionLevel, SwotQuadrant},
    entity::Id,
    finding::{Evidenced as _, FactorRating, IncidentCount, Manifestation, Perception, ServiceOffer, SwotEntry},
    maturity, partnership,
    situation_analysis::{AnalysisAuthor, EvidenceSource, Priority, Recommendation, SituationAnalysis},
    stakeholder,
    store::Reader,
    territory::{Territory, TerritoryIndicator},
};

/// Factors of one kind that must be rated before that part counts as complete: a third of the catalogue.
const FACTORS_NEEDED: usize = 10;
/// Indicators that make a profile.
const INDICATORS_NEEDED: usize = 3;
/// Sources that make a register: recorded data and perception each need their own.
const SOURCES_NEEDED: usize = 2;

/// One part of the outline.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OutlinePart {
    /// A code of the catalogue `analysis_part`.
    pub part: &'static str,
    /// What is asked of it; the label of each is the text `outline.<code>`.
    pub checks: Vec<OutlineCheck>,
    /// How many of the checks are met.
    pub met: u32,
    /// How many statements in it rest on no local evidence.
    pub unproven: u32,
}

/// One thing that a part needs.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OutlineCheck {
    /// Its code.
    pub code: &'static str,
    /// Whether it is there.
    pub met: bool,
}

/// How far each part of an analysis is.
///
/// # Errors
/// [`crate::Error::NotFound`]
pub fn outline(data: &Reader<'_>, analysis: String) -> Result<Vec<OutlinePart>> {
    let analysis = data.get(&Id::<SituationAnalysis>::new(analysis))?;
    AnalysisPart::ALL.iter().map(|part| self::part(data, &analysis, *part)).collect()
}

fn part(data: &Reader<'_>, analysis: &SituationAnalysis, part: AnalysisPart) -> Result<OutlinePart> {
    let id = &*analysis.id;
    let mut unproven = 0;
    let checks = match part {
        AnalysisPart::Cover => {
            vec![("authors", !data.below::<AnalysisAuthor>(id)?.is_empty()), ("summary", analysis.summary.is_some())]
        }
        AnalysisPart::MandateMethod => vec![
            ("mandate", analysis.mandate.is_some()),
            ("method", analysis.method.is_some()),
            ("limits", analysis.limits.is_some()),
            ("sources", data.below::<EvidenceSource>(id)?.len() >= SOURCES_NEEDED),
        ],
        AnalysisPart::TerritoryProfile => vec![
            ("profile", analysis.profile.is_some()),
            ("territories", data.all::<Territory>()?.iter().any(|territory| territory.population.is_some())),
            ("indicators", data.all::<TerritoryIndicator>()?.len() >= INDICATORS_NEEDED),
        ],
        AnalysisPart::Manifestations => {
            let found = data.below::<Manifestation>(id)?;
            unproven = found.iter().filter(|one| one.unproven()).count();
            vec![
                ("any", !found.is_empty()),
                ("described", !found.is_empty() && found.iter().all(|one| one.description.is_some())),
                ("evidence", !found.is_empty() && unproven == 0),
            ]
        }
        AnalysisPart::Incidents => {
            let found = data.below::<IncidentCount>(id)?;
            unproven = found.iter().filter(|one| one.unproven()).count();
            vec![("any", !found.is_empty()), ("evidence", !found.is_empty() && unproven == 0)]
        }
        AnalysisPart::Perceptions => {
            let found = data.below::<Perception>(id)?;
            unproven = found.iter().filter(|one| one.unproven()).count();
            let groups: std::collections::BTreeSet<_> = found.iter().map(|perception| perception.asked).collect();
            vec![
                ("any", !found.is_empty()),
                ("two_groups", groups.len() >= 2),
                ("evidence", !found.is_empty() && unproven == 0),
            ]
        }
        AnalysisPart::RiskFactors | AnalysisPart::ProtectiveFactors => {
            let mut found = data.below::<FactorRating>(id)?;
            found.retain(|rating| {
                rating.factor.protects() == (part == AnalysisPart::ProtectiveFactors)
                    && rating.presence != Presence::NotAssessed
            });
            unproven = found.iter().filter(|one| one.unproven()).count();
            vec![
                ("any", !found.is_empty()),
                ("ten_factors", found.len() >= FACTORS_NEEDED),
                ("evidence", !found.is_empty() && unproven == 0),
            ]
        }
        AnalysisPart::Services => {
            let found = data.below::<ServiceOffer>(id)?;
            let level = |level: &PreventionLevel| found.iter().any(|offer| offer.prevention_level == *level);
            vec![("any", !found.is_empty()), ("every_level", PreventionLevel::ALL.iter().all(level))]
        }
        AnalysisPart::Stakeholders => {
            let partnership = partnership::of_file(data)?;
            let assessed = stakeholder::map(data, &partnership.id, None)?.len();
            let agencies = data.below::<partnership::Agency>(&partnership.id)?.len();
            vec![("any", assessed > 0), ("all_assessed", agencies > 0 && assessed == agencies)]
        }
        AnalysisPart::SelfAssessment => {
            let ratings = maturity::all(data)?;
            let newest = ratings.iter().map(|rating| rating.rated_on).max();
            let rated = ratings.iter().filter(|rating| Some(rating.rated_on) == newest).count();
            vec![("any", rated > 0), ("all_criteria", rated == MaturityCriterion::ALL.len())]
        }
        AnalysisPart::Swot => {
            let found = data.below::<SwotEntry>(id)?;
            unproven = found.iter().filter(|one| one.unproven()).count();
            let quadrant = |quadrant: &SwotQuadrant| found.iter().any(|entry| entry.quadrant == *quadrant);
            vec![
                ("any", !found.is_empty()),
                ("four_quadrants", SwotQuadrant::ALL.iter().all(quadrant)),
                ("evidence", !found.is_empty() && unproven == 0),
            ]
        }
        AnalysisPart::Priorities => {
            let found = data.below::<Priority>(id)?;
            vec![
                ("any", !found.is_empty()),
                ("ranked", !found.is_empty() && found.iter().all(|priority| priority.rank.is_some())),
                ("reasons", !found.is_empty() && found.iter().all(|priority| priority.rationale.is_some())),
            ]
        }
        AnalysisPart::Recommendations => {
            let found = data.below::<Recommendation>(id)?;
            vec![
                ("any", !found.is_empty()),
                ("linked", !found.is_empty() && found.iter().all(|one| one.priority.is_some())),
                ("objectives", !found.is_empty() && found.iter().all(|one| one.objective.is_some())),
            ]
        }
        AnalysisPart::Validation => vec![
            ("meeting", analysis.validation_meeting.is_some()),
            ("validated", analysis.validated_on.is_some()),
            ("next_review", analysis.next_review_on.is_some()),
        ],
        // A first version has nothing to be compared with.
        AnalysisPart::ChangeLog => vec![("compared", analysis.based_on.is_some() || analysis.version() == 1)],
    };
    let checks: Vec<OutlineCheck> = checks.into_iter().map(|(code, met)| OutlineCheck { code, met }).collect();
    let met = checks.iter().filter(|check| check.met).count() as u32;
    Ok(OutlinePart { part: part.code(), checks, met, unproven: unproven as u32 })
}
