//! What a situation analysis finds: manifestations, counted incidents, perceptions, factors, services, strengths and
//! weaknesses. Each rests on evidence, or says that it does not. Territory level only.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{
        BiasGround, Confidence, Factor, FormOfExtremism, IncidentKind, ManifestationLevel, PerceptionGroup, Presence,
        PreventionLevel, Setting, SwotQuadrant, TargetGroup, Trend,
    },
    entity,
    entity::{Id, Links, Weight},
    error::Problem,
    partnership::Agency,
    records::problem_if,
    situation_analysis::{EvidenceSource, Priority, SituationAnalysis},
    store::Reader,
    territory::{SMALLEST_SHOWN, Territory},
    text::{Note, Text},
};

entity! {
    /// A form of extremism as it shows in the territory.
    Manifestation in "manifestation" of situation_analysis checked by check_manifestation {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// The form of extremism.
        form: FormOfExtremism,
        /// How present it is.
        level: ManifestationLevel,
        /// Where it is heading.
        trend: Trend,
        /// How sure the partnership is.
        confidence: Confidence,
        /// Where it is seen.
        settings: BTreeSet<Setting>,
        /// What is seen.
        description: Option<Note>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
        /// Whether there is no local evidence, which marks the statement wherever it is printed.
        no_local_evidence: bool,
    }
}

entity! {
    /// How many incidents were recorded in a period: an aggregate, never a description of one.
    IncidentCount in "incident_count" of situation_analysis checked by check_incidents {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// Kind of the incidents.
        kind: IncidentKind,
        /// Ground, as recorded.
        ground: Option<BiasGround>,
        /// The territory; none for the whole one.
        territory: Option<Id<Territory>>,
        /// First day.
        period_from: NaiveDate,
        /// Last day.
        period_to: NaiveDate,
        /// How many.
        incidents: u32,
        /// What to know about the number.
        note: Option<Note>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
    }
}

entity! {
    /// How a group sees the situation.
    Perception in "perception" of situation_analysis checked by check_perception {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// Whose view it is.
        asked: PerceptionGroup,
        /// What they say.
        statement: Text,
        /// Where it is heading.
        trend: Trend,
        /// How many agreed.
        agreeing: Option<u32>,
        /// How many were asked and answered.
        respondents: Option<u32>,
        /// What to know about it.
        description: Option<Note>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
        /// Whether there is no local evidence.
        no_local_evidence: bool,
    }
}

entity! {
    /// A risk or protective factor as it is present in the territory.
    FactorRating in "factor_rating" of situation_analysis checked by check_factor {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// The factor.
        factor: Factor,
        /// How present it is.
        presence: Presence,
        /// Where it is heading.
        trend: Trend,
        /// How sure the partnership is.
        confidence: Confidence,
        /// The districts that it is about; none for the whole territory.
        districts: Links<Territory>,
        /// What it rests on, in words.
        comment: Option<Note>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
        /// Whether there is no local evidence.
        no_local_evidence: bool,
    }
}

entity! {
    /// A service that there is, or that is missing.
    ServiceOffer in "service_offer" of situation_analysis {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// Its name.
        name: Text,
        /// The agency that offers it.
        agency: Option<Id<Agency>>,
        /// Level of prevention.
        prevention_level: PreventionLevel,
        /// Whom it is for.
        target_groups: BTreeSet<TargetGroup>,
        /// What it can take on.
        capacity: Option<String>,
        /// Whether it is missing or does not suffice.
        gap: bool,
        /// What to know about it.
        note: Option<Note>,
        /// The same service in the version that this one is based on.
        continues: Option<Id<ServiceOffer>>,
    }
}

entity! {
    /// A strength, a weakness, an opportunity or a threat.
    SwotEntry in "swot_entry" of situation_analysis checked by check_swot {
        /// The analysis.
        situation_analysis: Id<SituationAnalysis>,
        /// Its quarter.
        quadrant: SwotQuadrant,
        /// What it says.
        statement: Text,
        /// How much it weighs, 1 to 3.
        weight: Weight,
        /// The priority that it leads to.
        priority: Option<Id<Priority>>,
        /// The sources that it rests on.
        evidence: Links<EvidenceSource>,
        /// Whether there is no local evidence.
        no_local_evidence: bool,
        /// The same entry in the version that this one is based on.
        continues: Option<Id<SwotEntry>>,
    }
}

impl Factor {
    /// Whether it protects; otherwise it is a risk factor.
    pub fn protects(self) -> bool {
        crate::catalogue::Catalogue::code(self).starts_with("pf_")
    }
}

/// A statement that rests on evidence, or must be marked.
pub trait Evidenced {
    /// The sources that it rests on.
    fn evidence(&self) -> &Links<EvidenceSource>;

    /// Whether the statement must be marked as resting on no local evidence.
    fn unproven(&self) -> bool {
        self.evidence().is_empty()
    }
}

macro_rules! evidenced {
    ($($entity:ident),*) => {$(
        impl Evidenced for $entity {
            fn evidence(&self) -> &Links<EvidenceSource> {
                &self.evidence
            }
        }
    )*};
}
evidenced!(Manifestation, IncidentCount, Perception, FactorRating, SwotEntry);

impl IncidentCount {
    /// Whether the number is so small that it is not to leave the partnership.
    pub fn small(&self) -> bool {
        self.incidents > 0 && f64::from(self.incidents) < SMALLEST_SHOWN
    }
}

impl Perception {
    /// The share of those asked who agreed, 0 to 1; none when it is not known or rests on too few answers.
    pub fn share(&self) -> Option<f64> {
        let (agreeing, respondents) = (f64::from(self.agreeing?), f64::from(self.respondents?));
        (respondents >= SMALLEST_SHOWN).then(|| agreeing / respondents)
    }
}

fn check_manifestation(manifestation: &Manifestation, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let others = data.below::<Manifestation>(&manifestation.situation_analysis)?;
    let twice = others.iter().any(|other| other.id != manifestation.id && other.form == manifestation.form);
    Ok([
        problem_if(twice, "form", "duplicate_form"),
        contradiction(manifestation.no_local_evidence, &manifestation.evidence),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_incidents(count: &IncidentCount, _: &Reader<'_>) -> Result<Vec<Problem>> {
    Ok(problem_if(count.period_to < count.period_from, "period_to", "end_before_start").into_iter().collect())
}

fn check_perception(perception: &Perception, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let more = perception.agreeing.zip(perception.respondents).is_some_and(|(agreeing, all)| agreeing > all);
    let alone = perception.agreeing.is_some() && perception.respondents.is_none();
    Ok([
        problem_if(more, "agreeing", "more_than_all"),
        problem_if(alone, "respondents", "both_needed"),
        contradiction(perception.no_local_evidence, &perception.evidence),
    ]
    .into_iter()
    .flatten()
    .collect())
}

/// A rating without evidence does not stand for itself: the officer names a source, or says that there is none.
fn check_factor(rating: &FactorRating, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let others = data.below::<FactorRating>(&rating.situation_analysis)?;
    let twice = others.iter().any(|other| other.id != rating.id && other.factor == rating.factor);
    let bare = rating.presence != Presence::NotAssessed && rating.evidence.is_empty() && !rating.no_local_evidence;
    Ok([
        problem_if(twice, "factor", "duplicate_factor"),
        problem_if(bare, "evidence", "evidence_needed"),
        contradiction(rating.no_local_evidence, &rating.evidence),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_swot(entry: &SwotEntry, _: &Reader<'_>) -> Result<Vec<Problem>> {
    Ok(contradiction(entry.no_local_evidence, &entry.evidence).into_iter().collect())
}

fn contradiction(none: bool, evidence: &Links<EvidenceSource>) -> Option<Problem> {
    problem_if(none && !evidence.is_empty(), "no_local_evidence", "no_local_evidence")
}
