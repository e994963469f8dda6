//! The people of a training report: how many were trained, by what counts; and, in a report that stays inside, who they
//! are and what they attended.

use std::collections::BTreeMap;

use liaise_paper::document::{Block, Cell, Column, Table};

use super::Context;
use crate::{
    Result, attendance,
    catalogue::{AgencySector, AttendanceStatus, Catalogue, Gender, PrivacyLevel},
    certificate,
    counting::{self, Count, FEWEST, Figures},
    overview,
    participant::Participant,
    training_session::half_days,
};

/// How many were trained, with the rule beside it, by sector, city, country and gender.
pub(super) fn persons(context: &Context<'_>) -> Result<Vec<Block>> {
    let figures = counting::figures(context.data, Some(context.subject.into()))?;
    let mut blocks = totals(context, &figures)?;
    if figures.persons == 0 {
        return Ok(blocks);
    }
    let certificates = certificate::counting(context.data, context.subject)?.len();
    blocks.push(Block::paragraph(
        context.locale.fill("report.certificates_issued", &[("count", &context.locale.number(certificates as f64))]),
    ));
    blocks.extend(groups(context, &figures));
    if context.privacy == PrivacyLevel::Coordinator {
        blocks.extend(functions(context)?);
    }
    Ok(blocks)
}

/// The figures in words, each with the rule by which it is counted, against the project's target.
pub(super) fn totals(context: &Context<'_>, figures: &Figures) -> Result<Vec<Block>> {
    let locale = context.locale;
    let number = |count: u32| Cell::from(locale.number(count.into()));
    let mut table = Table::new(context.text("report.caption.figures"))
        .column(Column::text(context.text("report.figure")).header())
        .column(Column::number(context.text("report.count")))
        .column(Column::text(context.text("report.counting_rule")));
    for (code, count) in
        [("persons", figures.persons), ("participations", figures.participations), ("half_days", figures.half_days)]
    {
        let label = Cell::from(context.text(&format!("counting.{code}")));
        table.add([label, number(count), context.text(&format!("counting_rule.{code}")).into()]);
    }
    let mut blocks = vec![Block::lead(locale.count("report.trained", figures.persons.into(), &[])), table.into()];
    if let Some(target) = overview::targets(context.data)?.into_iter().find(|target| target.code == "trained") {
        let (reached, project) = (locale.number(target.reached.into()), locale.number(target.project.into()));
        blocks.push(Block::paragraph(
            locale.fill("report.trained_target", &[("reached", &reached), ("project", &project)]),
        ));
    }
    Ok(blocks)
}

/// A table for each feature. In a report that goes to others they tell no more of any group than whether it has five
/// persons, as soon as one of them has fewer: the tables are about the same persons, and each number would help to work
/// out that one. Where even that would give it away there is no table.
pub(super) fn groups(context: &Context<'_>, figures: &Figures) -> Vec<Block> {
    let locale = context.locale;
    let small = figures.groups.iter().flat_map(|group| &group.counts).any(|count| count.persons < FEWEST);
    let withheld = small && context.privacy != PrivacyLevel::Internal;
    let fewest = locale.number(FEWEST.into());
    let tables = figures.groups.iter().filter_map(|group| {
        let counts: Vec<u32> = group.counts.iter().map(|count| count.persons).collect();
        if withheld && counting::gives_away(&counts) {
            return None;
        }
        let name = |count: &Count| match (&count.value, group.field) {
            (None, "gender") => locale.of(Gender::NotStated),
            (None, _) => context.dash(),
            (Some(code), "sector") => locale.label(AgencySector::NAME, code),
            (Some(code), "gender") => locale.label(Gender::NAME, code),
            (Some(code), "country") => context.country(code),
            (Some(value), _) => value.clone(),
        };
        let mut table = Table::new(context.text(&format!("report.caption.persons_by_{}", group.field)))
            .column(Column::text(context.text(&format!("counting.by_{}", group.field))).header())
            .column(Column::number(context.text("report.persons")));
        let mut rows: Vec<(String, u32)> = group.counts.iter().map(|count| (name(count), count.persons)).collect();
        locale.sort_by_key(&mut rows, |(name, _)| name.clone());
        for (name, persons) in rows {
            let shown = match withheld {
                true if persons < FEWEST => format!("< {fewest}"),
                true => format!("≥ {fewest}"),
                false => locale.number(persons.into()),
            };
            table.add([Cell::from(name), shown.into()]);
        }
        Some(table.total([context.text("report.total"), locale.number(figures.persons.into())]).into())
    });
    let note = withheld.then(|| Block::small(context.text("report.few_note")));
    tables.chain(note).collect()
}

/// The functions of the persons trained, each once, without names (domain reference, 1.6 R4).
fn functions(context: &Context<'_>) -> Result<Option<Block>> {
    let trained = counting::trained(context.data, Some(context.subject))?;
    let mut functions: Vec<String> = trained.into_iter().filter_map(|person| Some(person.function?.0)).collect();
    context.locale.sort_by_key(&mut functions, Clone::clone);
    functions.dedup();
    if functions.is_empty() {
        return Ok(None);
    }
    let label = context.text("report.caption.persons_functions");
    Ok(Some(Block::paragraph(context.pair(&label, &context.locale.list(functions)))))
}

/// Who was enrolled and there when, by name: for a report that stays inside.
pub(super) fn names(context: &Context<'_>) -> Result<Vec<Block>> {
    if context.privacy != PrivacyLevel::Internal {
        return Ok(vec![]);
    }
    let locale = context.locale;
    let days = half_days(context.data, context.subject)?;
    let grid = attendance::grid(context.data, context.subject.into(), locale.tag().into())?;
    let issued: BTreeMap<String, String> = certificate::counting(context.data, context.subject)?
        .into_iter()
        .map(|certificate| (certificate.participant.to_string(), certificate.number))
        .collect();
    let mut table = Table::new(context.text("report.caption.names"))
        .column(Column::text(context.text("entity.participant.one")).header().min(110.0))
        .column(Column::text(context.field::<Participant>("organisation")).min(110.0));
    for day in &days {
        table = table.column(Column::mark(format!("{} {}", locale.short_date(day.date), locale.of(day.part))));
    }
    table = table.column(Column::code(context.text("entity.certificate.one")));
    for row in grid.rows.iter().filter(|row| row.expected) {
        let letter = |day: &crate::training_session::HalfDay| {
            let status = row.marks.get(&*day.id).map_or(AttendanceStatus::Unmarked.code(), String::as_str);
            Cell::from(context.text(&format!("ui.letter.attendance_status.{status}")))
        };
        let cells = [Cell::from(row.name.as_str()), row.organisation.clone().unwrap_or_default().into()];
        let number = Cell::from(issued.get(&row.participant).cloned().unwrap_or_else(|| context.dash()));
        table.add(cells.into_iter().chain(days.iter().map(letter)).chain([number]));
    }
    let legend = AttendanceStatus::ALL.iter().map(|status| {
        let letter = context.text(&format!("ui.letter.attendance_status.{}", status.code()));
        format!("{letter} = {}", locale.of(*status))
    });
    let table = if days.len() > 4 { table.wide() } else { table };
    Ok(vec![table.into(), Block::small(locale.list(legend))])
}
