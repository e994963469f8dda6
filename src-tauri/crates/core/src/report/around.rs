//! The sections on what stands around the findings: services and gaps, stakeholders, the partnership's own maturity,
//! strengths and weaknesses.

use liaise_paper::{
    chart::{Heat, HeatCell, HeatRow, Map, MapPoint, Quadrant, Quadrants, Shade, Statement},
    document::{Block, CallOut, CallOutKind, Cell, Column, Figure, Inlines, Table},
};

use super::{Context, analysis};
use crate::{
    Result,
    catalogue::{Catalogue as _, MaturityCriterion, MaturityLevel, PackKind, PreventionLevel, SwotQuadrant},
    finding::{Evidenced as _, ServiceOffer, SwotEntry},
    maturity::{self, MaturityRating},
    pack,
    partnership::{self, Agency},
    stakeholder::{self, StakeholderAssessment},
};

/// Self-assessments that stand side by side.
const ROUNDS: usize = 4;

/// What the coordinator has to say before the rest, by the common catalogue.
pub(super) fn foreword(context: &Context<'_>) -> Result<Vec<Block>> {
    words_of(context, PackKind::Foreword)
}

/// What it has to say after the rest.
pub(super) fn closing_words(context: &Context<'_>) -> Result<Vec<Block>> {
    words_of(context, PackKind::Closing)
}

fn words_of(context: &Context<'_>, kind: PackKind) -> Result<Vec<Block>> {
    let entry = pack::entry(context.data, kind, kind.code())?;
    Ok(entry.and_then(|entry| entry.words).map(|words| context.paragraphs(&words)).unwrap_or_default())
}

pub(super) fn services(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.below::<ServiceOffer>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    found.sort_by_key(|offer| (offer.prevention_level, offer.gap));
    let agencies = context.data.all::<Agency>()?;
    let label = |name| context.field::<ServiceOffer>(name);
    let mut table = Table::new(context.text("report.caption.services"))
        .column(Column::text(label("name")).header().min(120.0))
        .column(Column::text(label("agency")))
        .column(Column::text(label("target_groups")))
        .column(Column::text(label("capacity")))
        .column(Column::text(context.text("report.availability")));
    for level in PreventionLevel::ALL {
        let offers: Vec<&ServiceOffer> = found.iter().filter(|offer| offer.prevention_level == *level).collect();
        table = table.group(context.locale.of(*level));
        if offers.is_empty() {
            table.add([Cell::over(5, context.text("report.no_service"))]);
        }
        for offer in offers {
            let agency = offer.agency.as_ref().and_then(|id| agencies.iter().find(|agency| agency.id == *id));
            table.add([
                Cell::from(context.words(&offer.name)),
                agency.map_or_else(|| context.dash().into(), |agency| context.words(&agency.name)).into(),
                context.codes(&offer.target_groups).into(),
                offer.capacity.clone().unwrap_or_else(|| context.dash()).into(),
                context.text(if offer.gap { "report.gap" } else { "report.available" }).into(),
            ]);
        }
    }
    let mut blocks = vec![table.into()];
    let gaps: Vec<(Inlines, Inlines)> = found
        .iter()
        .filter(|offer| offer.gap)
        .filter_map(|offer| Some((context.words(&offer.name), context.words(offer.note.as_ref()?))))
        .collect();
    if !gaps.is_empty() {
        blocks.push(Block::heading(context.level + 1, context.text("report.gaps")));
        blocks.push(Block::facts(gaps));
    }
    Ok(blocks)
}

pub(super) fn stakeholders(context: &Context<'_>) -> Result<Vec<Block>> {
    let partnership = partnership::of_file(context.data)?;
    let mut found = stakeholder::map(context.data, &partnership.id, None)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    context.locale.sort_by_key(&mut found, |(agency, _)| context.plain(&agency.name));
    let label = |name| context.field::<StakeholderAssessment>(name);
    let place = |score: u32| f64::from(score - 1) / 4.0;
    let map = Map {
        across: label("interest"),
        up: label("influence"),
        ends: (context.text("report.low"), context.text("report.high")),
        quarters: ["win_over", "work_closely", "keep_informed", "support"]
            .map(|quarter| context.text(&format!("report.quarter.{quarter}"))),
        points: found
            .iter()
            .map(|(agency, assessment)| MapPoint {
                label: context.plain(&agency.name),
                across: place(assessment.interest.0),
                up: place(assessment.influence.0),
                words: (assessment.interest.0.to_string(), assessment.influence.0.to_string()),
            })
            .collect(),
    };
    let mut table = Table::new(context.text("report.caption.stakeholders"))
        .column(Column::text(context.text("entity.agency.one")).header())
        .column(Column::number(label("influence")))
        .column(Column::number(label("interest")))
        .column(Column::number(label("capacity")))
        .column(Column::text(label("relation")))
        .column(Column::text(label("strategy")));
    for (agency, assessment) in &found {
        table.add([
            Cell::from(context.words(&agency.name)),
            assessment.influence.0.to_string().into(),
            assessment.interest.0.to_string().into(),
            assessment.capacity.0.to_string().into(),
            context.locale.of(assessment.relation).into(),
            context.locale.of(assessment.strategy).into(),
        ]);
    }
    let figure =
        Figure::chart(map, context.text("report.alt.stakeholders"), context.text("report.caption.stakeholder_map"))
            .beside_its_table();
    let newest = found.iter().map(|(_, assessment)| assessment.assessed_on).max();
    let date = newest.map_or_else(|| context.dash(), |date| context.locale.date(date));
    let note = Block::small(context.locale.fill("report.assessed_until", &[("date", &date)]));
    Ok(vec![figure.into(), table.into(), note])
}

pub(super) fn self_assessment(context: &Context<'_>) -> Result<Vec<Block>> {
    let ratings = maturity::all(context.data)?;
    let mut rounds: Vec<_> = ratings.iter().map(|rating| rating.rated_on).collect();
    rounds.dedup();
    let rounds = rounds.split_off(rounds.len().saturating_sub(ROUNDS));
    let Some(newest) = rounds.last().copied() else {
        return Ok(context.nothing_recorded());
    };
    let cell = |level: MaturityLevel| HeatCell {
        shade: Shade::Strength(level as u32 as f64 / 4.0),
        mark: (level as u32).to_string(),
        label: context.locale.of(level),
    };
    let at = |criterion, day| ratings.iter().find(|rating| rating.criterion == criterion && rating.rated_on == day);
    let heat = Heat {
        columns: rounds.iter().map(|day| context.locale.short_date(*day)).collect(),
        rows: MaturityCriterion::ALL
            .iter()
            .map(|criterion| HeatRow {
                name: context.locale.of(*criterion),
                cells: rounds.iter().map(|day| at(*criterion, *day).map(|rating| cell(rating.level))).collect(),
            })
            .collect(),
        legend: MaturityLevel::ALL.iter().map(|level| cell(*level)).collect(),
    };
    let figure = Figure::chart(heat, context.text("report.alt.maturity"), context.text("report.caption.maturity"));
    let label = |name| context.field::<MaturityRating>(name);
    let mut table = Table::new(context.text("report.caption.maturity_actions"))
        .column(Column::text(label("criterion")).header())
        .column(Column::text(label("level")))
        .column(Column::text(label("evidence")).min(130.0))
        .column(Column::text(label("action")).min(130.0));
    let words = |note: &Option<crate::text::Note>| match note {
        Some(note) => context.words(note),
        None => context.dash().into(),
    };
    let mut said = false;
    for rating in ratings.iter().filter(|rating| rating.rated_on == newest) {
        if rating.evidence.is_some() || rating.action.is_some() {
            said = true;
            table.add([
                Cell::from(context.locale.of(rating.criterion)),
                context.locale.of(rating.level).into(),
                words(&rating.evidence).into(),
                words(&rating.action).into(),
            ]);
        }
    }
    let mut blocks: Vec<Block> = vec![figure.into()];
    if said {
        blocks.push(table.into());
    }
    Ok(blocks)
}

pub(super) fn swot(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.below::<SwotEntry>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    found.sort_by_key(|entry| (entry.quadrant, std::cmp::Reverse(entry.weight)));
    let field = |quadrant: SwotQuadrant| Quadrant {
        title: context.locale.of(quadrant),
        statements: found
            .iter()
            .filter(|entry| entry.quadrant == quadrant)
            .map(|entry| Statement { words: context.plain(&entry.statement), weight: entry.weight.0 })
            .collect(),
    };
    let quadrants = Quadrants {
        fields: [SwotQuadrant::Strength, SwotQuadrant::Weakness, SwotQuadrant::Opportunity, SwotQuadrant::Threat]
            .map(field),
    };
    let figure = Figure::chart(quadrants, context.text("report.alt.swot"), context.text("report.caption.swot"))
        .beside_its_table();
    let label = |name| context.field::<SwotEntry>(name);
    let mut table = Table::new(context.text("report.caption.swot_evidence"))
        .column(Column::text(label("statement")).header().min(150.0))
        .column(Column::number(label("weight")))
        .column(Column::text(label("priority")))
        .column(Column::text(label("evidence")).min(110.0));
    let register = analysis::Register::of(context)?;
    let mut quadrant = None;
    for entry in &found {
        if quadrant != Some(entry.quadrant) {
            table = table.group(context.locale.of(entry.quadrant));
            quadrant = Some(entry.quadrant);
        }
        let basis = if entry.unproven() {
            context.text("report.no_local_evidence.short")
        } else {
            register.numbers(entry.evidence.iter())
        };
        let priority = match context.data.follow(&entry.priority)?.pop() {
            Some(priority) => context.words(&priority.title),
            None => context.dash().into(),
        };
        table.add([
            Cell::from(context.words(&entry.statement)),
            entry.weight.0.to_string().into(),
            priority.into(),
            basis.into(),
        ]);
    }
    let mut blocks = vec![figure.into(), table.into()];
    if found.iter().any(|entry| entry.unproven()) {
        let (title, text) =
            (context.text("report.no_local_evidence.title"), context.text("report.no_local_evidence.some"));
        blocks.push(CallOut::new(CallOutKind::Warning, title, text).into());
    }
    Ok(blocks)
}
