//! The sections of a situation analysis in the order of its outline: findings, method, manifestations, priorities,
//! evidence. What has a file of its own beside this one is named there. Nothing here adds up to a score of the
//! territory.

use liaise_paper::{
    chart::{Heat, HeatCell, HeatRow, Map, MapPoint, Shade},
    document::{Block, CallOut, CallOutKind, Cell, Column, Figure, Table},
};

use super::{Context, Section, around, changes, factors, territory};
use crate::{
    Result,
    catalogue::{Catalogue, ManifestationLevel},
    entity::Id,
    finding::{Evidenced, Manifestation},
    partnership::Agency,
    situation_analysis::{AnalysisAuthor, EvidenceSource, Priority, Recommendation, SituationAnalysis, ranked},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "summary", build: summary },
    Section { code: "method", build: method },
    Section { code: "territory", build: territory::profile },
    Section { code: "manifestations", build: manifestations },
    Section { code: "incidents", build: territory::incidents },
    Section { code: "perceptions", build: territory::perceptions },
    Section { code: "factors", build: factors::build },
    Section { code: "services", build: around::services },
    Section { code: "stakeholders", build: around::stakeholders },
    Section { code: "self_assessment", build: around::self_assessment },
    Section { code: "swot", build: around::swot },
    Section { code: "priorities", build: priorities },
    Section { code: "recommendations", build: changes::recommendations },
    Section { code: "validation", build: changes::validation },
    Section { code: "changes", build: changes::changes },
    Section { code: "evidence", build: evidence },
];

/// The same on two pages: what a council or a partner reads first.
pub(super) const SUMMARY: &[Section] = &[
    Section { code: "summary", build: summary },
    Section { code: "manifestations", build: levels_chart },
    Section { code: "factors", build: factors::strongest },
    Section { code: "priorities", build: first_priorities },
    Section { code: "recommendations", build: first_recommendations },
];

/// Priorities and recommendations in the summary.
const FIRST: usize = 5;

pub(super) fn summary(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = subject(context)?;
    let mut blocks = vec![Block::facts([
        (context.field::<SituationAnalysis>("territory"), context.words(&analysis.territory)),
        (context.text("report.cover.period"), context.locale.period(analysis.period_from, analysis.period_to).into()),
        context.code_fact::<SituationAnalysis, _>("status", analysis.status),
        context.code_fact::<SituationAnalysis, _>("sensitivity", analysis.sensitivity),
        (context.field::<SituationAnalysis>("validated_on"), context.short(analysis.validated_on).into()),
        (context.field::<SituationAnalysis>("next_review_on"), context.short(analysis.next_review_on).into()),
        (context.field::<SituationAnalysis>("version_no"), analysis.version().to_string().into()),
        (context.text("entity.analysis_author.many"), authors(context)?.into()),
    ])];
    match &analysis.summary {
        Some(summary) => blocks.extend(context.paragraphs(summary)),
        None => blocks.extend(context.nothing_recorded()),
    }
    Ok(blocks)
}

/// The agencies that wrote it, each with the functions in it.
fn authors(context: &Context<'_>) -> Result<String> {
    let authors = context.data.below::<AnalysisAuthor>(context.subject)?;
    if authors.is_empty() {
        return Ok(context.dash());
    }
    let name = |author: &AnalysisAuthor| -> Result<String> {
        let agency = context.data.get::<Agency>(&author.agency)?;
        Ok(format!("{} ({})", context.plain(&agency.name), context.plain(&author.function)))
    };
    Ok(authors.iter().map(name).collect::<Result<Vec<_>>>()?.join("; "))
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
    let register = Register::of(context)?;
    for manifestation in &found {
        blocks.push(Block::heading(context.level + 1, context.locale.of(manifestation.form)));
        if let Some(description) = &manifestation.description {
            blocks.extend(context.paragraphs(description));
        }
        blocks.push(basis(context, &register, manifestation));
    }
    Ok(blocks)
}

/// What the statement rests on; the mark, where it rests on nothing local.
fn basis(context: &Context<'_>, register: &Register, manifestation: &impl Evidenced) -> Block {
    if manifestation.unproven() {
        let (title, text) =
            (context.text("report.no_local_evidence.title"), context.text("report.no_local_evidence.text"));
        return CallOut::new(CallOutKind::Warning, title, text).into();
    }
    let sources = register.numbers(manifestation.evidence().iter());
    Block::small(context.locale.fill("report.evidence", &[("sources", &sources)]))
}

/// The numbers of the analysis' sources. Read once for a section: a hundred statements refer to hundreds of sources.
pub(super) struct Register(Vec<Id<EvidenceSource>>);

impl Register {
    pub(super) fn of(context: &Context<'_>) -> Result<Self> {
        let sources = context.data.below::<EvidenceSource>(context.subject)?;
        Ok(Self(sources.into_iter().map(|source| source.id).collect()))
    }

    /// The numbers that sources have in the register: "[1], [3]".
    pub(super) fn numbers<'i>(&self, ids: impl Iterator<Item = &'i Id<EvidenceSource>>) -> String {
        // They are read in the order of their ids.
        let place = |id: &Id<EvidenceSource>| self.0.binary_search_by(|source| (**source).cmp(&**id)).ok();
        let mut numbers: Vec<usize> = ids.filter_map(place).collect();
        numbers.sort_unstable();
        numbers.iter().map(|number| format!("[{}]", number + 1)).collect::<Vec<_>>().join(", ")
    }
}

/// The chart of levels alone, if there are manifestations.
fn found_levels(context: &Context<'_>) -> Result<Option<Figure>> {
    let found = context.data.below::<Manifestation>(context.subject)?;
    Ok((!found.is_empty()).then(|| levels(context, &found)))
}

/// The levels of manifestations as a chart; nothing when none is recorded.
pub(super) fn levels_chart(context: &Context<'_>) -> Result<Vec<Block>> {
    Ok(found_levels(context)?.map(Block::from).into_iter().collect())
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
    let mut blocks =
        vec![matrix(context, &found).into(), table.into(), Block::small(context.text("report.scale_note"))];
    for priority in &found {
        blocks.push(Block::heading(context.level + 1, context.words(&priority.title)));
        if let Some(scored_on) = priority.scored_on.filter(|_| !priority.scored_by.is_empty()) {
            let agencies = context.data.follow(priority.scored_by.iter())?;
            let names = agencies.iter().map(|agency| context.plain(&agency.name));
            let (date, agencies) = (context.locale.date(scored_on), context.locale.list(names));
            let scored = context.locale.fill("report.scored", &[("date", &date), ("agencies", &agencies)]);
            blocks.push(Block::small(scored));
        }
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

/// Where the priorities stand: how severe and widespread against how much can be influenced.
fn matrix(context: &Context<'_>, found: &[Priority]) -> Figure {
    let label = |name| context.field::<Priority>(name);
    let map = Map {
        across: label("influence"),
        up: context.text("report.severity_extent"),
        ends: (context.text("report.low"), context.text("report.high")),
        quarters: ["alert_others", "act_first", "observe", "act_easily"]
            .map(|quarter| context.text(&format!("report.quarter.{quarter}"))),
        points: found
            .iter()
            .map(|priority| {
                let weight = priority.severity.0 * priority.extent.0;
                MapPoint {
                    label: context.plain(&priority.title),
                    across: f64::from(priority.influence.0 - 1) / 4.0,
                    up: f64::from(weight - 1) / 24.0,
                    words: (priority.influence.0.to_string(), weight.to_string()),
                }
            })
            .collect(),
    };
    Figure::chart(map, context.text("report.alt.priorities"), context.text("report.caption.priority_matrix"))
        .beside_its_table()
}

fn first_priorities(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = ranked(context.data.below::<Priority>(context.subject)?);
    found.truncate(FIRST);
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let item =
        |priority: &Priority| context.words(&priority.title).and(format!(" – {}", context.locale.of(priority.status)));
    Ok(vec![Block::numbers(found.iter().map(item))])
}

fn first_recommendations(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = context.data.below::<Recommendation>(context.subject)?;
    if found.is_empty() {
        return Ok(vec![]);
    }
    Ok(vec![Block::bullets(found.iter().take(FIRST).map(|recommendation| context.words(&recommendation.statement)))])
}

fn evidence(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = context.data.below::<EvidenceSource>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<EvidenceSource>(name);
    let mut table = Table::new(context.text("report.caption.evidence"))
        .column(Column::code(context.text("report.number")))
        .column(Column::text(label("title")).header())
        .column(Column::text(label("kind")))
        .column(Column::text(context.text("report.cover.period")))
        .column(Column::text(label("reliability")))
        .column(Column::text(label("limits")).min(120.0));
    for (number, source) in found.iter().enumerate() {
        let period = source.covers_from.zip(source.covers_to);
        table.add([
            Cell::from(format!("[{}]", number + 1)),
            match &source.owner {
                Some(owner) => context.words(&source.title).and(format!(" – {owner}")).into(),
                None => context.words(&source.title).into(),
            },
            context.locale.of(source.kind).into(),
            period.map_or_else(|| context.dash(), |(from, to)| context.short_period(from, to)).into(),
            context.locale.of(source.reliability).into(),
            source.limits.as_ref().map(|limits| context.words(limits)).unwrap_or_default().into(),
        ]);
    }
    Ok(vec![table.into()])
}

fn method(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = subject(context)?;
    let mut blocks = context.narrative::<SituationAnalysis>("mandate", analysis.mandate.as_ref());
    blocks.extend(context.narrative::<SituationAnalysis>("method", analysis.method.as_ref()));
    blocks.extend(context.narrative::<SituationAnalysis>("limits", analysis.limits.as_ref()));
    Ok(blocks)
}

/// The analysis that the report is about.
pub(super) fn subject(context: &Context<'_>) -> Result<SituationAnalysis> {
    context.data.get(&Id::new(context.subject))
}
