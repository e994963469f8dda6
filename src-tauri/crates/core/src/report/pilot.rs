//! The sections of a pilot initiative's progress report: what it is, where it stands, in words. Its milestones and
//! indicators are in `progress.rs`.

use liaise_paper::document::{Block, Cell, Column, Table};

use super::{Context, Section, progress};
use crate::{
    Result,
    entity::Id,
    pilot_initiative::PilotInitiative,
    status_report::{StatusReport, current},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "pilot", build: pilot },
    Section { code: "status", build: status },
    Section { code: "milestones", build: progress::milestones },
    Section { code: "indicators", build: progress::indicators },
    Section { code: "narrative", build: narrative },
];

pub(super) fn pilot(context: &Context<'_>) -> Result<Vec<Block>> {
    let pilot: PilotInitiative = context.data.get(&Id::new(context.subject))?;
    let label = |name| context.field::<PilotInitiative>(name);
    let dash = |text: String| if text.is_empty() { context.dash() } else { text };
    let mut blocks = vec![Block::facts([
        (label("code"), pilot.code.clone().unwrap_or_else(|| context.dash())),
        (label("theme"), context.locale.of(pilot.theme)),
        (label("prevention_level"), context.locale.of(pilot.prevention_level)),
        (label("forms"), dash(context.codes(&pilot.forms))),
        (label("target_groups"), dash(context.codes(&pilot.target_groups))),
        (label("stage"), context.locale.of(pilot.stage)),
        (context.text("report.cover.period"), context.locale.period(pilot.starts, pilot.ends)),
    ])];
    blocks.extend(context.narrative::<PilotInitiative>("summary", pilot.summary.as_ref()));
    blocks.extend(context.narrative::<PilotInitiative>("need", pilot.need.as_ref()));
    let mut thread = vec![];
    for id in pilot.priorities.iter() {
        thread.push((context.text("entity.priority.one"), context.words(&context.data.get(id)?.title)));
    }
    for id in pilot.training_sessions.iter() {
        thread.push((context.text("entity.training_session.one"), context.words(&context.data.get(id)?.title)));
    }
    if !thread.is_empty() {
        blocks.push(Block::heading(context.level + 1, context.text("report.thread")));
        blocks.push(Block::facts(thread));
    }
    blocks.extend(context.narrative::<PilotInitiative>("safeguards", pilot.safeguards.as_ref()));
    Ok(blocks)
}

pub(super) fn status(context: &Context<'_>) -> Result<Vec<Block>> {
    let reports = context.data.below::<StatusReport>(context.subject)?;
    let Some(report) = current(&reports) else {
        return Ok(context.nothing_recorded());
    };
    let period = context.locale.period(report.period_from, report.period_to);
    let mut table = Table::new(context.locale.fill("report.caption.status", &[("period", &period)]))
        .column(Column::text(context.text("report.dimension")).header())
        .column(Column::text(context.text("report.rating")));
    for (name, rag) in [
        ("rag_overall", report.rag_overall),
        ("rag_schedule", report.rag_schedule),
        ("rag_scope", report.rag_scope),
        ("rag_budget", report.rag_budget),
        ("rag_partners", report.rag_partners),
        ("rag_results", report.rag_results),
    ] {
        table.add([Cell::from(context.field::<StatusReport>(name)), context.light(rag).into()]);
    }
    Ok(vec![table.into()])
}

fn narrative(context: &Context<'_>) -> Result<Vec<Block>> {
    let reports = context.data.below::<StatusReport>(context.subject)?;
    let Some(report) = current(&reports) else {
        return Ok(vec![]);
    };
    let parts = [
        ("progress", &report.progress),
        ("obstacles", &report.obstacles),
        ("levers", &report.levers),
        ("next_steps", &report.next_steps),
        ("support_needed", &report.support_needed),
    ];
    Ok(parts.into_iter().flat_map(|(field, note)| context.narrative::<StatusReport>(field, note.as_ref())).collect())
}
