//! The sections on how an analysis came about and what became of it: validation, recommendations, and the change log
//! against the version that it is based on.

use liaise_paper::document::{Block, Cell, Column, Inlines, Table};

use super::{Context, analysis};
use crate::{
    Result,
    catalogue::Change,
    situation_analysis::{Recommendation, SituationAnalysis},
    territory::SMALLEST_SHOWN,
    version::{self, Compared, ComparedGroup},
};

pub(super) fn recommendations(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = context.data.below::<Recommendation>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<Recommendation>(name);
    let mut table = Table::new(context.text("report.caption.recommendations"))
        .column(Column::text(label("statement")).header().min(150.0))
        .column(Column::text(label("priority")))
        .column(Column::text(label("responsible")))
        .column(Column::text(label("pilots")))
        .column(Column::text(label("status")));
    for recommendation in &found {
        let priority = match context.data.follow(&recommendation.priority)?.pop() {
            Some(priority) => context.words(&priority.title),
            None => context.dash().into(),
        };
        let responsible = match context.data.follow(&recommendation.responsible)?.pop() {
            Some(agency) => context.words(&agency.name),
            None => context.dash().into(),
        };
        let pilots = context.data.follow(recommendation.pilots.iter())?;
        let pilots: Vec<String> = pilots.iter().map(|pilot| context.plain(&pilot.title)).collect();
        table.add([
            Cell::from(context.words(&recommendation.statement)),
            priority.into(),
            responsible.into(),
            if pilots.is_empty() { context.dash() } else { pilots.join("; ") }.into(),
            context.locale.of(recommendation.status).into(),
        ]);
    }
    let mut blocks = vec![table.into()];
    let objectives: Vec<(Inlines, Inlines)> = found
        .iter()
        .filter_map(|recommendation| {
            Some((context.words(&recommendation.statement), objective(context, recommendation)?))
        })
        .collect();
    if !objectives.is_empty() {
        blocks.push(Block::heading(context.level + 1, label("objective")));
        blocks.push(Block::facts(objectives));
    }
    Ok(blocks)
}

/// What a recommendation is to achieve, at which level, and who is to act.
fn objective(context: &Context<'_>, recommendation: &Recommendation) -> Option<Inlines> {
    let mut words = context.words(recommendation.objective.as_ref()?);
    if let Some(level) = recommendation.goal_level {
        words = words.and(format!(" ({})", context.locale.of(level)));
    }
    if let Some(addressee) = &recommendation.addressee {
        let label = context.field::<Recommendation>("addressee");
        words = words.and(format!(" {}", context.pair(&label, &context.plain(addressee))));
    }
    Some(words)
}

pub(super) fn validation(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = analysis::subject(context)?;
    let label = |name| context.field::<SituationAnalysis>(name);
    let meeting = analysis.validation_meeting.as_ref().map_or_else(|| context.dash().into(), |m| context.words(m));
    let mut blocks = vec![Block::facts([
        (label("status"), Inlines::from(context.locale.of(analysis.status))),
        (label("validation_meeting"), meeting),
        (label("validated_on"), context.short(analysis.validated_on).into()),
        (label("next_review_on"), context.short(analysis.next_review_on).into()),
    ])];
    match &analysis.dissent {
        Some(dissent) => {
            blocks.push(Block::heading(context.level + 1, label("dissent")));
            blocks.extend(context.paragraphs(dissent));
        }
        None if analysis.validated_on.is_some() => blocks.push(Block::small(context.text("report.no_dissent"))),
        None => {}
    }
    Ok(blocks)
}

/// What rose, fell, is new or gone since the version that this one is based on; nothing for a first version.
pub(super) fn changes(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = analysis::subject(context)?;
    let Some(earlier) = &analysis.based_on else {
        return Ok(vec![Block::small(context.text("report.first_version"))]);
    };
    let comparison = version::compare_versions(context.data, earlier.to_string(), analysis.id.to_string())?;
    let intro = context.locale.fill("report.compared_with", &[("earlier", &context.plain(&comparison.earlier))]);
    let mut blocks = vec![Block::paragraph(intro)];
    let mut same = 0;
    let mut table = Table::new(context.text("report.caption.changes"))
        .column(Column::text(context.text("report.finding")).header().min(150.0))
        .column(Column::text(context.text("report.then")))
        .column(Column::text(context.text("report.now")))
        .column(Column::text(context.text("report.change")));
    // The sources are listed in the register.
    for group in comparison.groups.iter().filter(|group| group.part != "mandate_method") {
        let changed: Vec<&Compared> = group.rows.iter().filter(|row| row.change != code(Change::Same)).collect();
        same += group.rows.len() - changed.len();
        if !changed.is_empty() {
            table = table.group(context.locale.label("analysis_part", group.part));
        }
        for row in changed {
            table.add([
                Cell::from(what(context, row)),
                value(context, group, row.then.as_deref()).into(),
                value(context, group, row.now.as_deref()).into(),
                context.locale.label("change", row.change).into(),
            ]);
        }
    }
    if !table.rows.is_empty() {
        blocks.push(table.into());
    }
    blocks.push(Block::small(context.locale.count("report.unchanged", same as u64, &[])));
    Ok(blocks)
}

fn code(change: Change) -> &'static str {
    crate::catalogue::Catalogue::code(change)
}

fn what(context: &Context<'_>, row: &Compared) -> Inlines {
    match (&row.label, &row.title) {
        (Some(key), _) => context.text(key).into(),
        (None, Some(title)) => context.words(title),
        (None, None) => context.dash().into(),
    }
}

fn value(context: &Context<'_>, group: &ComparedGroup, value: Option<&str>) -> String {
    match (value, group.values) {
        (None, _) => context.dash(),
        (Some(value), "gap") => context.text(if value == "yes" { "report.gap" } else { "report.available" }),
        // A sum of incidents may be small; a place among the priorities is none.
        (Some(value), "number") => match value.parse::<f64>() {
            Ok(number) if group.part == "incidents" && number > 0.0 && number < SMALLEST_SHOWN => context.few(),
            Ok(number) => context.locale.number(number),
            Err(_) => value.to_owned(),
        },
        (Some(value), catalogue) => context.locale.label(catalogue, value),
    }
}
