//! The sections of a situation analysis: findings, territory, manifestations, priorities, evidence and limits. The
//! factors are in `factors.rs`. Nothing here adds up to a score of the territory.

use liaise_paper::{
    chart::{Heat, HeatCell, HeatRow, Shade},
    document::{Block, CallOut, CallOutKind, Cell, Column, Figure, Inlines, Table},
};

use super::{Context, Section, factors};
use crate::{
    Result,
    catalogue::{Catalogue, ManifestationLevel},
    entity::Id,
    situation_analysis::{EvidenceSource, Manifestation, Priority, SituationAnalysis, ranked},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "summary", build: summary },
    Section { code: "territory", build: territory },
    Section { code: "manifestations", build: manifestations },
    Section { code: "factors", build: factors::build },
    Section { code: "priorities", build: priorities },
    Section { code: "evidence", build: evidence },
    Section { code: "method", build: method },
];

pub(super) fn summary(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = analysis(context)?;
    let mut blocks = vec![Block::facts([
        (context.field::<SituationAnalysis>("territory"), context.words(&analysis.territory)),
        (context.text("report.cover.period"), context.locale.period(analysis.period_from, analysis.period_to).into()),
        context.code_fact::<SituationAnalysis, _>("status", analysis.status),
        context.code_fact::<SituationAnalysis, _>("sensitivity", analysis.sensitivity),
        (context.field::<SituationAnalysis>("validated_on"), context.short(analysis.validated_on).into()),
        (context.field::<SituationAnalysis>("next_review_on"), context.short(analysis.next_review_on).into()),
    ])];
    match &analysis.summary {
        Some(summary) => blocks.extend(context.paragraphs(summary)),
        None => blocks.extend(context.nothing_recorded()),
    }
    Ok(blocks)
}

fn territory(context: &Context<'_>) -> Result<Vec<Block>> {
    Ok(analysis(context)?.profile.map(|profile| context.paragraphs(&profile)).unwrap_or_default())
}

fn manifestations(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = context.data.below::<Manifestation>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<Manifestation>(name);
    let mut table = Table::new(context.text("report.caption.manifestations"))
        .column(Column::text(label("form")).header())
        .column(Column::text(label("level")))
        .column(Column::text(label("trend")))
        .column(Column::text(label("confidence")))
        .column(Column::text(label("settings")));
    for manifestation in &found {
        table.add([
            Cell::from(context.locale.of(manifestation.form)),
            context.locale.of(manifestation.level).into(),
            context.locale.of(manifestation.trend).into(),
            context.locale.of(manifestation.confidence).into(),
            context.codes(&manifestation.settings).into(),
        ]);
    }
    let mut blocks = vec![levels(context, &found).into(), table.into()];
    for manifestation in &found {
        blocks.push(Block::heading(context.level + 1, context.locale.of(manifestation.form)));
        if let Some(description) = &manifestation.description {
            blocks.extend(context.paragraphs(description));
        }
        blocks.push(basis(context, manifestation)?);
    }
    Ok(blocks)
}

/// What the statement rests on; the mark, where it rests on nothing local.
fn basis(context: &Context<'_>, manifestation: &Manifestation) -> Result<Block> {
    if manifestation.unproven() {
        let (title, text) =
            (context.text("report.no_local_evidence.title"), context.text("report.no_local_evidence.text"));
        return Ok(CallOut::new(CallOutKind::Warning, title, text).into());
    }
    let titles = sources(context, manifestation.evidence.iter())?;
    Ok(Block::small(context.locale.fill("report.evidence", &[("sources", &titles)])))
}

/// Titles of sources, separated by semicolons.
pub(super) fn sources<'i>(context: &Context<'_>, ids: impl Iterator<Item = &'i Id<EvidenceSource>>) -> Result<String> {
    let titles: Result<Vec<String>> = ids.map(|id| Ok(context.plain(&context.data.get(id)?.title))).collect();
    Ok(titles?.join("; "))
}

fn levels(context: &Context<'_>, found: &[Manifestation]) -> Figure {
    let steps = (ManifestationLevel::ALL.len() - 1) as f64;
    let cell = |level: ManifestationLevel| HeatCell {
        shade: Shade::Strength(level as u32 as f64 / steps),
        mark: (level as u32).to_string(),
        label: context.locale.of(level),
    };
    let rows = found
        .iter()
        .map(|manifestation| HeatRow {
            name: context.locale.of(manifestation.form),
            cells: ManifestationLevel::ALL
                .iter()
                .map(|level| (*level == manifestation.level).then(|| cell(*level)))
                .collect(),
        })
        .collect();
    let heat = Heat {
        columns: ManifestationLevel::ALL.iter().map(|level| context.locale.of(*level)).collect(),
        rows,
        legend: vec![],
    };
    Figure::chart(heat, context.text("report.alt.manifestations"), context.text("report.caption.manifestation_levels"))
}

pub(super) fn priorities(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = ranked(context.data.below::<Priority>(context.subject)?);
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<Priority>(name);
    let mut table = Table::new(context.text("report.caption.priorities"))
        .column(Column::number(label("rank")))
        .column(Column::text(label("title")).header())
        .column(Column::text(label("theme")))
        .column(Column::number(label("severity")))
        .column(Column::number(label("extent")))
        .column(Column::number(label("influence")))
        .column(Column::text(label("status")));
    for priority in &found {
        table.add([
            Cell::from(priority.rank.map_or_else(|| context.dash(), |rank| rank.to_string())),
            context.words(&priority.title).into(),
            context.locale.of(priority.theme).into(),
            priority.severity.0.to_string().into(),
            priority.extent.0.to_string().into(),
            priority.influence.0.to_string().into(),
            context.locale.of(priority.status).into(),
        ]);
    }
    let mut blocks = vec![table.into(), Block::small(context.text("report.scale_note"))];
    for priority in &found {
        blocks.push(Block::heading(context.level + 1, context.words(&priority.title)));
        blocks.extend(priority.rationale.iter().flat_map(|rationale| context.paragraphs(rationale)));
        if let Some(objective) = &priority.objective {
            blocks.push(
                CallOut {
                    kind: CallOutKind::Note,
                    title: label("objective").into(),
                    blocks: context.paragraphs(objective),
                }
                .into(),
            );
        }
    }
    Ok(blocks)
}

fn evidence(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = context.data.below::<EvidenceSource>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<EvidenceSource>(name);
    let mut table = Table::new(context.text("report.caption.evidence"))
        .column(Column::text(label("title")).header())
        .column(Column::text(label("kind")))
        .column(Column::text(label("owner")))
        .column(Column::text(context.text("report.cover.period")))
        .column(Column::text(label("reliability")));
    for source in &found {
        let period = source.covers_from.zip(source.covers_to);
        table.add([
            Cell::from(context.words(&source.title)),
            context.locale.of(source.kind).into(),
            source.owner.clone().unwrap_or_else(|| context.dash()).into(),
            period.map_or_else(|| context.dash(), |(from, to)| context.short_period(from, to)).into(),
            context.locale.of(source.reliability).into(),
        ]);
    }
    let limits: Vec<(Inlines, Inlines)> = found
        .iter()
        .filter_map(|source| Some((context.words(&source.title), context.words(source.limits.as_ref()?))))
        .collect();
    let mut blocks = vec![table.into()];
    if !limits.is_empty() {
        blocks.push(Block::heading(context.level + 1, label("limits")));
        blocks.push(Block::facts(limits));
    }
    Ok(blocks)
}

fn method(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = analysis(context)?;
    let mut blocks = context.narrative::<SituationAnalysis>("method", analysis.method.as_ref());
    blocks.extend(context.narrative::<SituationAnalysis>("limits", analysis.limits.as_ref()));
    Ok(blocks)
}

fn analysis(context: &Context<'_>) -> Result<SituationAnalysis> {
    context.data.get(&Id::new(context.subject))
}
