//! The log of what was erased: when, of what kind, how much, why and on which computer; no name, and nothing that leads
//! to one. It follows from the tombstones, and so is the same on every computer.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::{
    Result,
    catalogue::{Catalogue as _, ErasureReason},
    exchange::{self, key::PublicKey},
    locale::Locale,
    partnership,
    session::Session,
    spreadsheet::{self, Cell, Saved, Sheet},
    store::{Reader, Way},
};

/// Documents of one kind that were erased at once.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Deletion {
    /// When, RFC 3339.
    pub at: String,
    /// What kind of record they were.
    pub entity: String,
    /// How many.
    pub count: u32,
    /// Why: a code of the catalogue `erasure_reason`.
    pub reason: String,
    /// How.
    pub way: Way,
    /// What the computer is called on which it was done; none if it is not known here.
    pub by: Option<String>,
    /// Whether it was this one.
    pub own: bool,
}

/// What was erased, the latest first.
pub fn deletions(data: &Reader<'_>) -> Result<Vec<Deletion>> {
    let mut found: BTreeMap<(String, String, String, String, String), Deletion> = BTreeMap::new();
    let this = data.own_laptop()?;
    for tombstone in data.tombstones()? {
        let way = format!("{:?}", tombstone.way);
        let key =
            (tombstone.at.clone(), tombstone.entity.clone(), tombstone.reason.clone(), way, tombstone.signer.clone());
        let by = exchange::label_of_key(data, &tombstone.signer)?;
        let own = tombstone.signer.parse::<PublicKey>().is_ok_and(|key| key.installation.to_string() == this);
        let (at, entity, reason, way) = (tombstone.at, tombstone.entity, tombstone.reason, tombstone.way);
        found.entry(key).or_insert(Deletion { at, entity, count: 0, reason, way, by, own }).count += 1;
    }
    Ok(found.into_values().rev().collect())
}

/// The log as a spreadsheet; without a path it goes to the reports folder.
///
/// # Errors
/// [`crate::Error::NothingToReport`] when nothing was erased.
pub fn export_deletions(
    session: &Session,
    now: DateTime<Utc>,
    language: String,
    path: Option<String>,
) -> Result<Saved> {
    let locale = Locale::new(&language);
    let (found, owner) = session.read(|data| Ok((deletions(data)?, partnership::of_file(data)?)))?;
    if found.is_empty() {
        return Err(crate::Error::NothingToReport);
    }
    let row = |deletion: &Deletion| {
        let day = deletion.at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
        vec![
            day.map_or(Cell::Nothing, Cell::Day),
            Cell::Words(locale.text(&format!("entity.{}.many", deletion.entity))),
            Cell::from(deletion.count),
            Cell::Words(locale.text(&format!("erasure.way.{}", deletion.way.code()))),
            Cell::Words(locale.label(ErasureReason::NAME, &deletion.reason)),
            match (&deletion.by, deletion.own) {
                (Some(by), _) => Cell::Words(by.clone()),
                (None, true) => Cell::Words(locale.text("ui.history.this_computer")),
                (None, false) => Cell::Nothing,
            },
        ]
    };
    let heads = [("at", 12.0), ("kind", 28.0), ("count", 10.0), ("way", 36.0), ("reason", 36.0), ("by", 28.0)];
    let sheet = Sheet {
        name: locale.text("erasure.log"),
        columns: heads.iter().map(|(head, across)| (locale.text(&format!("erasure.column.{head}")), *across)).collect(),
        rows: found.iter().map(row).collect(),
    };
    let name = format!("{} {} {} ({})", owner.partner_code, now.date_naive(), locale.text("erasure.log"), locale.tag());
    let path = spreadsheet::save(session, now, &name, path, &[sheet])?;
    Ok(Saved { path, rows: found.len() as u32 })
}
