//! Action points on paper: the lists across meetings, of all agencies or of one, and the table that a meeting's papers
//! share with them.

use chrono::NaiveDate;
use liaise_paper::document::{Block, Cell, Column, Inlines, Table};

use super::{
    Context, Section,
    meetings::{is_shown, who},
};
use crate::{
    Result,
    action_point::{self, ActionPoint},
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "overdue_actions", build: overdue },
    Section { code: "open_actions", build: open },
    Section { code: "finished_actions", build: finished },
];

/// Action points as a table; those of a confidential item only on papers that stay inside.
pub(super) fn action_table(
    context: &Context<'_>,
    caption: &str,
    found: &[ActionPoint],
    today: NaiveDate,
) -> Result<Vec<Block>> {
    Ok(table(context.text(caption), action_columns(context), action_rows(context, found, today)?))
}

/// A table, or nothing when there are no rows.
pub(super) fn table(caption: String, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Vec<Block> {
    if rows.is_empty() {
        return vec![];
    }
    let mut table = columns.into_iter().fold(Table::new(caption), Table::column);
    for row in rows {
        table.add(row);
    }
    vec![table.into()]
}

/// The columns of a table of action points.
pub(super) fn action_columns(context: &Context<'_>) -> Vec<Column> {
    let label = |name| context.field::<ActionPoint>(name);
    vec![
        Column::code(label("number")),
        Column::text(label("text")).header().min(170.0),
        Column::text(label("owner_agency")).min(90.0),
        Column::code(label("due")),
        Column::text(label("status")),
    ]
}

/// Its rows; those of a confidential item only on papers that stay inside.
pub(super) fn action_rows(context: &Context<'_>, found: &[ActionPoint], today: NaiveDate) -> Result<Vec<Vec<Cell>>> {
    let mut rows = vec![];
    for action in found {
        if !is_shown(context, action.agenda_item.as_ref())? {
            continue;
        }
        let status =
            if action.is_overdue(today) { context.text("report.overdue") } else { context.locale.of(action.status) };
        rows.push(vec![
            Cell::from(action.number.clone().unwrap_or_default()),
            context.words(&action.text).into(),
            owner(context, action)?.into(),
            context.short(action.due).into(),
            status.into(),
        ]);
    }
    Ok(rows)
}

/// Who does it: agency and function.
pub(super) fn owner(context: &Context<'_>, action: &ActionPoint) -> Result<Inlines> {
    let agency = context.data.follow(&action.owner_agency)?.pop();
    who(context, agency.as_ref(), action.owner_function.as_deref())
}

/// The action points of all meetings, or of the agency that the paper is about.
fn all_actions(context: &Context<'_>) -> Result<Vec<ActionPoint>> {
    let agency = Some(context.subject).filter(|subject| !subject.is_empty());
    action_point::listed(context.data, context.now.date_naive(), agency)
}

fn overdue(context: &Context<'_>) -> Result<Vec<Block>> {
    let today = context.now.date_naive();
    let mut found = all_actions(context)?;
    found.retain(|action| action.is_overdue(today));
    action_table(context, "report.caption.overdue_actions", &found, today)
}

fn open(context: &Context<'_>) -> Result<Vec<Block>> {
    let today = context.now.date_naive();
    let mut found = all_actions(context)?;
    let none = found.is_empty();
    found.retain(|action| action.is_live() && !action.is_overdue(today));
    let blocks = action_table(context, "report.caption.open_actions", &found, today)?;
    Ok(if none { context.nothing_recorded() } else { blocks })
}

fn finished(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = all_actions(context)?;
    found.retain(|action| !action.is_live());
    action_table(context, "report.caption.finished_actions", &found, context.now.date_naive())
}
