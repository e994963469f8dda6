//! The logframe of a pilot initiative: impact, outcomes, outputs and activities as a tree. Rows are closed rather than
//! deleted once something hangs on them; earlier wordings stay in the history.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::LogframeLevel,
    entity,
    entity::Id,
    error::{Error, Problem},
    indicator::Indicator,
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// A row of the logframe.
    LogframeRow in "logframe_row" of pilot_initiative kept by keep checked by check {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// Its level.
        level: LogframeLevel,
        /// Its number in the logframe, such as 1.1.
        code: Option<String>,
        /// What is to be true, or done.
        title: Text,
        /// The row to which it contributes, of a higher level.
        parent: Option<Id<LogframeRow>>,
        /// What must hold besides for it to come true.
        assumptions: Option<Note>,
        /// When it was closed, if it is not pursued any more.
        closed_on: Option<NaiveDate>,
    }
}

/// A row with its place in the tree.
pub struct Placed {
    /// The row.
    pub row: LogframeRow,
    /// How many rows are above it.
    pub depth: u32,
}

/// The rows of a pilot initiative as one reads the tree: each row before those that contribute to it, by level, then by
/// number.
pub fn tree(data: &Reader<'_>, pilot: &str) -> Result<Vec<Placed>> {
    let mut below: BTreeMap<Option<String>, Vec<LogframeRow>> = BTreeMap::new();
    for row in data.below::<LogframeRow>(pilot)? {
        below.entry(row.parent.as_ref().map(ToString::to_string)).or_default().push(row);
    }
    for rows in below.values_mut() {
        rows.sort_by_cached_key(|row| (row.level, number(row.code.as_deref()), row.id.to_string()));
    }
    let mut placed = vec![];
    place(None, 0, &mut below, &mut placed);
    // Rows whose parent two laptops moved at once; none is left out.
    while let Some(parent) = below.keys().next().cloned() {
        place(parent, 0, &mut below, &mut placed);
    }
    Ok(placed)
}

/// Takes the rows below `parent` out of `below`. A level is always deeper than its parent's, so this ends.
fn place(
    parent: Option<String>,
    depth: u32,
    below: &mut BTreeMap<Option<String>, Vec<LogframeRow>>,
    to: &mut Vec<Placed>,
) {
    for row in below.remove(&parent).unwrap_or_default() {
        let id = row.id.to_string();
        to.push(Placed { row, depth });
        place(Some(id), depth + 1, below, to);
    }
}

/// A number such as 1.10 by its parts, so that it comes after 1.9; rows without one come last.
fn number(code: Option<&str>) -> Vec<u64> {
    let Some(code) = code else { return vec![u64::MAX] };
    code.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

fn keep(row: &LogframeRow, data: &Reader<'_>) -> Result<()> {
    let rows = data.below::<LogframeRow>(&row.pilot_initiative)?;
    let indicators = data.below::<Indicator>(&row.pilot_initiative)?;
    let has_below = rows.iter().any(|other| other.parent.as_ref() == Some(&row.id))
        || indicators.iter().any(|indicator| indicator.logframe_row.as_ref() == Some(&row.id));
    if has_below { Err(Error::CloseInstead) } else { Ok(()) }
}

fn check(row: &LogframeRow, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let mut unfit = false;
    if let Some(parent) = &row.parent {
        let parent = data.get(parent)?;
        unfit = parent.level >= row.level || parent.pilot_initiative != row.pilot_initiative;
    }
    let rows = data.below::<LogframeRow>(&row.pilot_initiative)?;
    let above = rows.iter().any(|other| other.parent.as_ref() == Some(&row.id) && other.level <= row.level);
    Ok([problem_if(unfit, "parent", "parent_level"), problem_if(above, "level", "parent_level")]
        .into_iter()
        .flatten()
        .collect())
}
