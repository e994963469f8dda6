//! The watched folder: one that a stick, a share or a program for synchronising carries from laptop to laptop. Only
//! finished files lie there, each under a name of its own; the partnership's file itself never does.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{bundle, plan};
use crate::{
    Result,
    session::{self, Session, Settings},
    store::sha256,
};

/// A file in the watched folder that has not been taken in.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct FoundBundle {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub file_name: String,
    /// What the laptop that made it is called; none for a file that cannot be opened.
    pub device: Option<String>,
    /// When it was made.
    pub made_at: Option<String>,
    /// Why it cannot be opened: the code of an error.
    pub problem: Option<&'static str>,
}

/// Chooses the watched folder; without a path, the officer is asked for one.
///
/// # Errors
/// [`crate::Error::Cancelled`], [`crate::Error::MissingFile`].
pub fn choose_folder(session: &Session, now: DateTime<Utc>, path: Option<String>) -> Result<Settings> {
    let folder = session.ask_folder(path, "ui.exchange.choose_folder")?;
    if !folder.is_dir() {
        return Err(crate::Error::MissingFile);
    }
    session::set_exchange_folder(session, now, Some(folder.display().to_string()))
}

/// Watches no folder any more. What lies in it stays.
pub fn forget_folder(session: &Session, now: DateTime<Utc>) -> Result<Settings> {
    session::set_exchange_folder(session, now, None)
}

/// The files in the watched folder that were neither made nor taken in here, by name and so by date; those that are still
/// on their way or meant for others too, with the reason. Without a folder there are none.
pub fn look_in_folder(session: &Session, _: DateTime<Utc>) -> Result<Vec<FoundBundle>> {
    let Some(folder) = session::exchange_folder(session) else { return Ok(vec![]) };
    let mut paths: Vec<_> = std::fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == bundle::EXTENSION))
        .collect();
    paths.sort();
    let mut found = vec![];
    for path in paths {
        if !known(session, &path)? {
            found.push(describe(session, &path));
        }
    }
    Ok(found)
}

fn known(session: &Session, path: &Path) -> Result<bool> {
    // A file that cannot be read is unknown, and says so when it is opened.
    let Ok(bytes) = session::read_file(path, bundle::MAX_BYTES) else { return Ok(false) };
    session.read(|data| data.knows_bundle(&sha256(&bytes)))
}

fn describe(session: &Session, path: &Path) -> FoundBundle {
    let opened = plan::look(session, path).map(|(_, opened)| opened);
    let problem = opened.as_ref().err().map(crate::Error::code);
    let (device, made_at) = opened.ok().map(|opened| (opened.device, opened.made_at)).unzip();
    FoundBundle {
        path: path.display().to_string(),
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        device,
        made_at,
        problem,
    }
}
