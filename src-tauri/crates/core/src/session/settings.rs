//! The settings of this laptop: the interface's language, the files opened lately, and the id by which the history
//! knows this installation. Nothing of a partnership's content is in here.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Home, Session, lock, make_folder, write_file};
use crate::{Result, error::Error, exchange::identity, locale, series_import::SeriesRole};

/// Files remembered.
const RECENT: usize = 8;

/// Kinds of tables remembered.
const TABLES: usize = 50;

/// The settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Settings {
    /// The interface's language.
    pub language: String,
    /// This installation, as the history names it.
    pub installation: String,
    /// Files opened lately, the latest first.
    pub recent: Vec<Recent>,
    /// How tables that were imported are read, the latest first.
    #[serde(default)]
    #[ts(skip)]
    pub series: Vec<Remembered>,
    /// The files that this computer's keyring opens.
    #[serde(default)]
    #[ts(skip)]
    pub(crate) keyring: Vec<InKeyring>,
    /// The folder in which files of colleagues arrive.
    #[serde(default)]
    pub exchange_folder: Option<String>,
    /// After so many minutes without anybody at the computer an encrypted file is locked.
    #[serde(default = "lock_after")]
    pub lock_after: u32,
    /// The folder of partnership files.
    #[serde(skip_deserializing)]
    pub data_folder: String,
    /// The folder of exported reports.
    #[serde(skip_deserializing)]
    pub reports_folder: String,
}

/// A file opened lately.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Recent {
    /// Where it lies.
    pub path: String,
    /// The partnership's name.
    pub name: String,
    /// Whether it is the sample.
    pub sample: bool,
    /// Id of the partnership's record.
    #[serde(default)]
    pub partnership: String,
}

/// How tables with one header are read. Headers are known by their hashes only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// What tells such tables from others.
    pub(crate) signature: String,
    /// The header of each column, and what it holds.
    pub(crate) columns: Vec<(String, SeriesRole)>,
    /// Id of the indicator of a table that has no column for it.
    pub(crate) indicator: Option<String>,
    /// The language of its numbers and dates.
    pub(crate) language: String,
}

/// A file that this computer's keyring opens. The secret is there and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InKeyring {
    /// Where the file lies.
    pub(crate) path: String,
    /// Which slot of its key file the secret opens: the name of the secret.
    pub(crate) opens: String,
}

/// What an officer may change of the settings.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsChange {
    /// The interface's language.
    pub language: String,
    /// After how many minutes an encrypted file is locked: one of [`LOCK_AFTER`]. As before when left out.
    #[serde(default)]
    #[ts(optional)]
    pub lock_after: Option<u32>,
}

/// The choices of minutes after which an encrypted file is locked.
pub const LOCK_AFTER: &[u32] = &[1, 5, 10, 15, 30, 60];

fn lock_after() -> u32 {
    10
}

impl Settings {
    /// The settings of this laptop, or those of a first start.
    pub(super) fn load(home: &Home) -> Self {
        let read = std::fs::read(path(home)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let mut settings = read.unwrap_or_else(|| Self {
            language: locale::matching(&home.language).into(),
            installation: identity::installation(home).unwrap_or_else(|| uuid::Uuid::new_v4().to_string()),
            recent: vec![],
            series: vec![],
            keyring: vec![],
            exchange_folder: None,
            lock_after: lock_after(),
            data_folder: String::new(),
            reports_folder: String::new(),
        });
        settings.data_folder = home.data.display().to_string();
        settings.reports_folder = home.documents.display().to_string();
        settings
    }

    /// Puts a file first among those opened lately.
    pub(super) fn remember(&mut self, file: Recent) {
        self.recent.retain(|recent| recent.path != file.path);
        self.recent.insert(0, file);
        self.recent.truncate(RECENT);
    }

    pub(super) fn save(&self, home: &Home) -> Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(|error| Error::Storage(error.to_string()))?;
        make_folder(&home.data)?;
        write_file(&path(home), &text)
    }
}

/// The settings, with the files opened lately that are still there.
pub fn settings(session: &Session, _: DateTime<Utc>) -> Result<Settings> {
    let mut settings = lock(&session.settings).clone();
    settings.recent.retain(|recent| PathBuf::from(&recent.path).exists());
    Ok(settings)
}

/// Changes the settings.
///
/// # Errors
/// [`Error::BadArguments`] for a number of minutes that is no choice.
pub fn change_settings(session: &Session, now: DateTime<Utc>, change: SettingsChange) -> Result<Settings> {
    if change.lock_after.is_some_and(|minutes| !LOCK_AFTER.contains(&minutes)) {
        return Err(Error::BadArguments(format!("lock_after is one of {LOCK_AFTER:?}")));
    }
    {
        let mut settings = lock(&session.settings);
        settings.lock_after = change.lock_after.unwrap_or(settings.lock_after);
        settings.language = locale::matching(&change.language).into();
        settings.save(&session.home)?;
    }
    self::settings(session, now)
}

/// The folder in which files of colleagues arrive.
pub(crate) fn exchange_folder(session: &Session) -> Option<String> {
    lock(&session.settings).exchange_folder.clone()
}

/// Changes that folder.
pub(crate) fn set_exchange_folder(session: &Session, now: DateTime<Utc>, folder: Option<String>) -> Result<Settings> {
    {
        let mut settings = lock(&session.settings);
        settings.exchange_folder = folder;
        settings.save(&session.home)?;
    }
    self::settings(session, now)
}

/// Where this partnership's file lies, if it was opened lately and is still there.
pub(crate) fn recent_of(session: &Session, partnership: &str) -> Option<String> {
    let settings = lock(&session.settings);
    let recent = settings.recent.iter().find(|recent| recent.partnership == partnership);
    recent.map(|recent| recent.path.clone()).filter(|path| PathBuf::from(path).exists())
}

/// How the officer read a table of this signature last time.
pub(crate) fn series_mapping(session: &Session, signature: &str) -> Option<Remembered> {
    lock(&session.settings).series.iter().find(|known| known.signature == signature).cloned()
}

/// Remembers how a table is read. That this cannot be written must not keep a table from being imported.
pub(crate) fn remember_series(session: &Session, table: Remembered) {
    let mut settings = lock(&session.settings);
    settings.series.retain(|known| known.signature != table.signature);
    settings.series.insert(0, table);
    settings.series.truncate(TABLES);
    let _ = settings.save(&session.home);
}

/// The files that this computer's keyring opens.
pub(crate) fn in_keyring(session: &Session) -> Vec<InKeyring> {
    lock(&session.settings).keyring.clone()
}

/// Changes that list, on the disk as well or not at all.
pub(crate) fn change_in_keyring(session: &Session, change: impl FnOnce(&mut Vec<InKeyring>)) -> Result<()> {
    let mut settings = lock(&session.settings);
    let mut changed = settings.clone();
    change(&mut changed.keyring);
    changed.save(&session.home)?;
    *settings = changed;
    Ok(())
}

fn path(home: &Home) -> PathBuf {
    home.data.join("settings.json")
}
