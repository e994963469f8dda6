//! The settings of this laptop: the interface's language, the files opened lately, and the id by which the history
//! knows this installation. Nothing of a partnership's content is in here.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Home, Session, lock, make_folder, write_file};
use crate::{Result, error::Error, locale, series_import::SeriesRole};

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

/// What an officer may change of the settings.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsChange {
    /// The interface's language.
    pub language: String,
}

impl Settings {
    /// The settings of this laptop, or those of a first start.
    pub(super) fn load(home: &Home) -> Self {
        let read = std::fs::read(path(home)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let mut settings = read.unwrap_or_else(|| Self {
            language: locale::matching(&home.language).into(),
            installation: uuid::Uuid::new_v4().to_string(),
            recent: vec![],
            series: vec![],
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
pub fn change_settings(session: &Session, now: DateTime<Utc>, change: SettingsChange) -> Result<Settings> {
    {
        let mut settings = lock(&session.settings);
        settings.language = locale::matching(&change.language).into();
        settings.save(&session.home)?;
    }
    self::settings(session, now)
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

fn path(home: &Home) -> PathBuf {
    home.data.join("settings.json")
}
