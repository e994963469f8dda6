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
    if context.privacy == PrivacyLevel::Public {
        blocks.push(Block::small(context.text("report.few_note")));
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

/// A table for each feature. In a public report, groups of fewer than five persons are not told apart.
pub(super) fn groups(context: &Context<'_>, figures: &Figures) -> Vec<Block> {
    let locale = context.locale;
    let mut blocks = vec![];
    for group in &figures.groups {
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
            let few = context.privacy == PrivacyLevel::Public && persons < FEWEST;
            let shown = if few { format!("< {}", locale.number(FEWEST.into())) } else { locale.number(persons.into()) };
            table.add([Cell::from(name), shown.into()]);
        }
        blocks.push(table.total([context.text("report.total"), locale.number(figures.persons.into())]).into());
    }
    blocks
}

/// The functions of the persons trained, without names.
fn functions(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for person in counting::trained(context.data, Some(context.subject))? {
        let function = person.function.map_or_else(|| context.dash(), |function| function.0);
        *counts.entry(function).or_default() += 1;
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().collect();
    context.locale.sort_by_key(&mut counts, |(function, _)| function.clone());
    let mut table = Table::new(context.text("report.caption.persons_by_function"))
        .column(Column::text(context.field::<Participant>("function")).header())
        .column(Column::number(context.text("report.persons")));
    for (function, persons) in counts {
        table.add([Cell::from(function), context.locale.number(persons.into()).into()]);
    }
    Ok(vec![table.into()])
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
