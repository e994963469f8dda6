//! The sections of a pilot initiative's progress report: what it is, where it stands, in words. Its plan is in
//! `plan.rs`, its indicators in `progress.rs`, what is new in `changes.rs`.

use liaise_paper::document::{Block, Cell, Column, Table};

use super::{Context, Section, plan, progress, since};
use crate::{
    Result,
    entity::Id,
    pilot_initiative::{self, PilotInitiative, PilotPartner},
    status_report::{StatusReport, current},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "pilot", build: pilot },
    Section { code: "status", build: status },
    Section { code: "since_last_report", build: since::changes },
    Section { code: "narrative", build: narrative },
    Section { code: "milestones", build: plan::milestones },
    Section { code: "indicators", build: progress::indicators },
    Section { code: "risks", build: plan::live_risks },
    Section { code: "budget", build: plan::budget },
];

pub(super) fn pilot(context: &Context<'_>) -> Result<Vec<Block>> {
    let pilot: PilotInitiative = context.data.get(&Id::new(context.subject))?;
    let label = |name| context.field::<PilotInitiative>(name);
    let dash = |text: String| if text.is_empty() { context.dash() } else { text };
    let mut facts = vec![
        (label("code"), pilot.code.clone().unwrap_or_else(|| context.dash())),
        (label("theme"), context.locale.of(pilot.theme)),
        (label("prevention_level"), context.locale.of(pilot.prevention_level)),
        (label("forms"), dash(context.codes(&pilot.forms))),
        (label("target_groups"), dash(context.codes(&pilot.target_groups))),
        (label("stage"), context.locale.of(pilot.stage)),
        (context.text("report.planned"), context.locale.period(pilot.starts, pilot.ends)),
    ];
    if let Some(started) = pilot.started_on {
        let actual = match pilot.ended_on {
            Some(ended) => context.locale.period(started, ended),
            None => context.locale.fill("report.since", &[("date", &context.locale.date(started))]),
        };
        facts.push((context.text("report.actual"), actual));
    }
    if let Some(territory) = &pilot.territory {
        facts.push((label("territory"), context.plain(territory)));
    }
    let mut blocks = vec![Block::facts(facts)];
    blocks.extend(context.narrative::<PilotInitiative>("summary", pilot.summary.as_ref()));
    blocks.extend(context.narrative::<PilotInitiative>("need", pilot.need.as_ref()));
    let mut thread = vec![];
    for priority in context.data.follow(pilot.priorities.iter())? {
        thread.push((context.text("entity.priority.one"), context.words(&priority.title)));
    }
    for session in context.data.follow(pilot.training_sessions.iter())? {
        thread.push((context.text("entity.training_session.one"), context.words(&session.title)));
    }
    if !thread.is_empty() {
        blocks.push(Block::heading(context.level + 1, context.text("report.thread")));
        blocks.push(Block::facts(thread));
    }
    let partners = pilot_initiative::partners(context.data, context.subject)?;
    if !partners.is_empty() {
        let label = |name| context.field::<PilotPartner>(name);
        let mut table = Table::new(context.text("report.caption.pilot_partners"))
            .column(Column::text(label("agency")).header())
            .column(Column::text(label("role")))
            .column(Column::text(label("contribution")));
        for (partner, agency) in &partners {
            let contribution = context.maybe(partner.contribution.as_ref());
            table.add([
                Cell::from(context.words(&agency.name)),
                context.locale.of(partner.role).into(),
                contribution.into(),
            ]);
        }
        blocks.push(Block::heading(context.level + 1, context.text("entity.pilot_partner.many")));
        blocks.push(table.into());
    }
    for (field, note) in [
        ("approach", &pilot.approach),
        ("innovation", &pilot.innovation),
        ("safeguards", &pilot.safeguards),
        ("sustainability", &pilot.sustainability),
    ] {
        blocks.extend(context.narrative::<PilotInitiative>(field, note.as_ref()));
    }
    Ok(blocks)
}

impl Context<'_> {
    /// The status report that counts: of the reporting period, where the report is about one.
    pub(super) fn status_report(&self) -> Result<Option<StatusReport>> {
        let mut reports = self.data.below::<StatusReport>(self.subject)?;
        if let Some(period) = self.period {
            reports.retain(|report| period.holds(report.period_to));
        }
        Ok(current(&reports).cloned())
    }
}

pub(super) fn status(context: &Context<'_>) -> Result<Vec<Block>> {
    let Some(report) = context.status_report()? else {
        return Ok(context.nothing_recorded());
    };
    let period = context.locale.period(report.period_from, report.period_to);
    let mut table = Table::new(context.locale.fill("report.caption.status", &[("period", &period)]))
        .column(Column::text(context.text("report.dimension")).header())
        .column(Column::text(context.text("report.rating")));
    for (name, rag) in report.lights() {
        table.add([Cell::from(context.field::<StatusReport>(name)), context.light(rag).into()]);
    }
    Ok(vec![table.into()])
}

fn narrative(context: &Context<'_>) -> Result<Vec<Block>> {
    let Some(report) = context.status_report()? else {
        return Ok(vec![]);
    };
    let parts = [
        ("progress", &report.progress),
        ("results", &report.results),
        ("obstacles", &report.obstacles),
        ("levers", &report.levers),
        ("context_change", &report.context_change),
        ("next_steps", &report.next_steps),
        ("support_needed", &report.support_needed),
    ];
    Ok(parts.into_iter().flat_map(|(field, note)| context.narrative::<StatusReport>(field, note.as_ref())).collect())
}
