//! The copies of the file that the program made: what was erased does not live on in them. They are made anew without it
//! at once; one that cannot be is deleted when it is due.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::{
    Result, exchange,
    protection::keys,
    session::Session,
    store::{Store, Tombstone},
};

/// A copy that still holds something that was erased so long ago is deleted.
const KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// What became of the copies of the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ts_rs::TS)]
pub struct Cleaned {
    /// Copies that were made anew without what was erased.
    pub cleaned: u32,
    /// Copies that were deleted because they still held it after thirty days.
    pub deleted: u32,
    /// Names of copies that still hold it, because they could not be written.
    pub left: Vec<String>,
}

/// Makes the copies of the open file anew without what was erased.
pub(crate) fn clean(session: &Session, now: DateTime<Utc>) -> Result<Cleaned> {
    let (file, brought) = session.store(|store| {
        let brought = store.read(|data| data.erasures())?;
        Ok((store.path().to_owned(), brought))
    })?;
    let mut cleaned = Cleaned::default();
    for copy in copies(session, &file, &brought.tombstones) {
        let opened = session.key_of_copy(&copy).and_then(|key| Store::open(&copy, "", key.as_ref()));
        let done = opened.and_then(|mut store| store.erase_also(now, &brought));
        let overdue = overdue(&copy, &file, &brought.tombstones, now);
        if done.is_ok() {
            cleaned.cleaned += 1;
        } else if overdue && std::fs::remove_file(&copy).is_ok() {
            let _ = std::fs::remove_file(keys::path_of(&copy));
            cleaned.deleted += 1;
        } else {
            cleaned.left.push(copy.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    Ok(cleaned)
}

/// The same when a file is opened: what could not be done earlier is done then. That it fails keeps no file from opening.
pub(crate) fn tend(session: &Session, now: DateTime<Utc>) {
    let _ = clean(session, now);
}

/// The copies that hold something of what was erased.
pub(crate) fn holding(session: &Session) -> Result<Vec<PathBuf>> {
    let (file, tombstones) =
        session.store(|store| Ok((store.path().to_owned(), store.read(|data| data.tombstones())?)))?;
    Ok(copies(session, &file, &tombstones))
}

/// How many copies hold a document.
pub(super) fn with_document(session: &Session, document: &str) -> Result<u32> {
    let file = session.store(|store| Ok(store.path().to_owned()))?;
    let holds = |copy: &PathBuf| holds(session, copy, &[document]).unwrap_or(false);
    Ok(exchange::copies_of(&file).iter().filter(|copy| holds(copy)).count() as u32)
}

fn holds(session: &Session, copy: &Path, documents: &[&str]) -> Result<bool> {
    Store::holds(copy, documents, session.key_of_copy(copy)?.as_ref())
}

fn copies(session: &Session, file: &Path, tombstones: &[Tombstone]) -> Vec<PathBuf> {
    let documents: Vec<&str> = tombstones.iter().map(|tombstone| &*tombstone.document).collect();
    if documents.is_empty() {
        return vec![];
    }
    // One that cannot be looked into may hold it.
    let holds = |copy: &PathBuf| holds(session, copy, &documents).unwrap_or(true);
    exchange::copies_of(file).into_iter().filter(holds).collect()
}

/// Whether a copy was made before an erasure that is longer ago than copies are kept for.
fn overdue(copy: &Path, file: &Path, tombstones: &[Tombstone], now: DateTime<Utc>) -> bool {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = copy.file_stem().unwrap_or_default().to_string_lossy();
    let made =
        name.strip_prefix(&*stem).and_then(|rest| NaiveDateTime::parse_and_remainder(rest, exchange::COPY_TIME).ok());
    let Some((made, _)) = made else { return false };
    tombstones.iter().filter_map(|one| DateTime::parse_from_rfc3339(&one.at).ok()).any(|at| {
        let at = at.with_timezone(&Utc);
        made.and_utc() <= at && now - at > KEPT_FOR
    })
}
