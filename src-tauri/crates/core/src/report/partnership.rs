//! The sections of the combined partner report: who the partnership is, how far it is, and the essentials of its
//! latest analysis, its training and its pilot initiatives, taken from the sections of their own reports.

use liaise_paper::document::{Block, Cell, Column, Table};

use super::{Context, Section, analysis, around, people, pilot, progress, training};
use crate::{
    Result,
    catalogue::PrivacyLevel,
    counting, overview,
    partnership::{self, Agency, Partnership},
    transmission::Transmission,
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "foreword", build: around::foreword },
    Section { code: "partnership", build: partnership },
    Section { code: "targets", build: targets },
    Section { code: "latest_analysis", build: latest_analysis },
    Section { code: "trainings", build: trainings },
    Section { code: "pilots", build: pilots },
    Section { code: "transmissions", build: transmissions },
    Section { code: "closing_words", build: around::closing_words },
];

fn partnership(context: &Context<'_>) -> Result<Vec<Block>> {
    let partnership = partnership::of_file(context.data)?;
    let label = |name| context.field::<Partnership>(name);
    let dash = || context.dash();
    let mut blocks = vec![Block::facts([
        (label("partner_kind"), context.locale.of(partnership.partner_kind)),
        (label("host_body"), partnership.host_body.map_or_else(dash, |value| context.locale.of(value))),
        (label("established_on"), partnership.established_on.map_or_else(dash, |date| context.locale.date(date))),
        (label("meeting_frequency"), partnership.meeting_frequency.map_or_else(dash, |value| context.locale.of(value))),
        (label("status"), context.locale.of(partnership.status)),
    ])];
    blocks.extend(context.narrative::<Partnership>("mandate", partnership.mandate.as_ref()));
    let mut agencies = context.data.below::<Agency>(&partnership.id)?;
    if !agencies.is_empty() {
        context.locale.sort_by_key(&mut agencies, |agency| context.plain(&agency.name));
        let label = |name| context.field::<Agency>(name);
        let mut table = Table::new(context.text("report.caption.agencies"))
            .column(Column::text(label("name")).header())
            .column(Column::text(label("sector")))
            .column(Column::text(label("role")));
        for agency in &agencies {
            table.add([
                Cell::from(context.words(&agency.name)),
                context.locale.of(agency.sector).into(),
                agency.role.map_or_else(|| context.dash(), |role| context.locale.of(role)).into(),
            ]);
        }
        blocks.push(Block::heading(context.level + 1, context.text("entity.agency.many")));
        blocks.push(table.into());
    }
    Ok(blocks)
}

fn targets(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut table = Table::new(context.text("report.caption.targets"))
        .column(Column::text(context.text("report.target")).header())
        .column(Column::number(context.text("report.reached")))
        .column(Column::number(context.text("report.project_target")))
        .column(Column::text(context.text("report.counting_rule")));
    for target in overview::targets(context.data)? {
        table.add([
            Cell::from(context.text(&format!("target.{}", target.code))),
            context.locale.number(target.reached.into()).into(),
            context.locale.number(target.project.into()).into(),
            context.text(&format!("target_rule.{}", target.code)).into(),
        ]);
    }
    Ok(vec![table.into(), Block::small(context.text("report.targets_note"))])
}

fn latest_analysis(context: &Context<'_>) -> Result<Vec<Block>> {
    let Some(latest) = overview::newest_first(context.data)?.into_iter().next() else {
        return Ok(context.nothing_recorded());
    };
    let part = part(context, &latest.id);
    let mut blocks = vec![Block::heading(part.level, context.words(&latest.title))];
    let below = Context { level: part.level + 1, ..part };
    blocks.extend(analysis::summary(&below)?);
    blocks.push(Block::heading(below.level, context.text("report.section.priorities")));
    blocks.extend(analysis::priorities(&below)?);
    Ok(blocks)
}

fn trainings(context: &Context<'_>) -> Result<Vec<Block>> {
    let sessions = overview::sessions(context.data)?;
    let figures = counting::figures(context.data, None)?;
    let mut blocks = vec![];
    if figures.persons > 0 {
        blocks.push(Block::heading(context.level + 1, context.text("report.section.persons_trained")));
        blocks.extend(people::totals(context, &figures)?);
        blocks.extend(people::groups(context, &figures));
    }
    blocks.extend(each(context, sessions.iter().map(|session| (&*session.id, &session.title)), training::session)?);
    Ok(blocks)
}

fn pilots(context: &Context<'_>) -> Result<Vec<Block>> {
    each(context, overview::pilots(context.data)?.iter().map(|pilot| (&*pilot.id, &pilot.title)), |context| {
        let mut blocks = pilot::pilot(context)?;
        for (code, part) in [("status", pilot::status(context)?), ("indicators", progress::indicators(context)?)] {
            blocks.push(Block::heading(context.level + 1, context.text(&format!("report.section.{code}"))));
            blocks.extend(part);
        }
        Ok(blocks)
    })
}

fn transmissions(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.all::<Transmission>()?;
    // Sheets and certificates are for the people there, and no reports to anybody.
    found.retain(|one| super::levels(one.report_kind).contains(&PrivacyLevel::Coordinator));
    if found.is_empty() {
        return Ok(vec![]);
    }
    found.reverse();
    let label = |name| context.field::<Transmission>(name);
    let mut table = Table::new(context.text("report.caption.transmissions"))
        .column(Column::text(label("report_kind")).header())
        .column(Column::text(label("language")))
        .column(Column::code(label("exported_on")))
        .column(Column::text(label("state")));
    for transmission in &found {
        table.add([
            Cell::from(context.locale.of(transmission.report_kind)),
            context.language(&transmission.language).into(),
            context.short(Some(transmission.exported_on)).into(),
            context.locale.of(transmission.state).into(),
        ]);
    }
    Ok(vec![table.into()])
}

/// The blocks of several records, each under its title.
fn each<'r>(
    context: &Context<'_>,
    records: impl Iterator<Item = (&'r str, &'r crate::text::Text)>,
    build: impl Fn(&Context<'_>) -> Result<Vec<Block>>,
) -> Result<Vec<Block>> {
    let mut blocks = vec![];
    for (id, title) in records {
        blocks.push(Block::heading(context.level + 1, context.words(title)));
        let part = part(context, id);
        blocks.extend(build(&part)?);
    }
    if blocks.is_empty() {
        blocks = context.nothing_recorded();
    }
    Ok(blocks)
}

/// The same report, about one of its records, a level below.
fn part<'a>(context: &'a Context<'_>, subject: &'a str) -> Context<'a> {
    Context { subject, level: context.level + 1, ..*context }
}
