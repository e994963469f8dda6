//! A session of the core without a window: the clock, the folders, and a system that opens and asks nothing.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use liaise_core::{Ask, Desktop, Error, Home, Session, api};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::arguments::Opened;

/// A session with settings of its own, so that a script never changes what the officer's window remembers.
pub(crate) struct Desk {
    session: Arc<Session>,
    _settings: TempDir,
}

impl Desk {
    /// A session whose reports lie in `documents` unless told otherwise.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub(crate) fn new(documents: &Path) -> Result<Self, Error> {
        let settings = tempfile::tempdir()?;
        let home = Home {
            data: settings.path().to_path_buf(),
            documents: std::path::absolute(documents)?,
            language: "en".to_owned(),
            fonts: liaise_core::system_fonts(),
        };
        let session = liaise_live::attach(Session::new(home, Box::new(Nobody)));
        Ok(Self { session, _settings: settings })
    }

    /// One command of the core, now.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn call(&self, name: &str, arguments: Value) -> Result<Value, Error> {
        // The folder of new files goes with this session: without a path of its own a new file would be lost.
        let path = match name {
            "create_file" => &arguments["file"]["path"],
            "create_sample" => &arguments["path"],
            "connect_live" => &api::call(&self.session, now(), "file", json!({}))?,
            _ => &Value::Bool(true),
        };
        if path.is_null() {
            return Err(Error::BadArguments(format!("{name} needs a file here")));
        }
        api::call(&self.session, now(), name, arguments)
    }

    /// Opens a partnership's file.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn open(&self, file: &Path) -> Result<Value, Error> {
        self.call("open_file", json!({ "path": text(file)? }))
    }

    /// Opens a partnership's file, with its passphrase if it is encrypted.
    ///
    /// # Errors
    /// What the core refused; when the file with the passphrase cannot be read.
    pub(crate) fn unlock(&self, file: &Opened) -> Result<Value, Error> {
        match (self.open(&file.path), &file.passphrase) {
            (Err(Error::Locked), Some(path)) => {
                let words = std::fs::read_to_string(path)?;
                let passphrase = words.lines().next().unwrap_or_default();
                self.call("unlock_file", json!({ "path": text(&file.path)?, "passphrase": passphrase }))
            }
            (opened, _) => opened,
        }
    }

    /// Brings the open file in step with the server of which a file holds the line.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn sync(&self, server: &Path) -> Result<Value, Error> {
        let line = std::fs::read_to_string(server)?;
        let (address, key) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        self.call("connect_live", json!({ "address": address, "key": key }))
    }

    /// The codes of the report kinds.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn reports(&self) -> Result<Vec<String>, Error> {
        Ok(codes(&self.call("list_reports", json!({}))?, |_| true))
    }

    /// The codes of the report kinds that are about a partner; the others are about the coordinator's network.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn partner_reports(&self) -> Result<Vec<String>, Error> {
        Ok(codes(&self.call("list_reports", json!({}))?, |kind| kind["network"] == false))
    }

    /// Exports one report; returns its path, pages, size in bytes and warnings.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn export(&self, kind: &str, language: &str, out: &Path, subject: Option<&str>) -> Result<Value, Error> {
        let mut arguments = json!({ "kind": kind, "language": language, "path": text(out)? });
        if let Some(subject) = subject {
            arguments["subject"] = json!(subject);
        }
        self.call("export_report", arguments)
    }
}

/// The time.
#[expect(clippy::disallowed_methods, reason = "the command line is an edge where the clock is read")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

/// A path as the core takes it.
///
/// # Errors
/// When it is not Unicode.
pub(crate) fn text(path: &Path) -> Result<String, Error> {
    let path = std::path::absolute(path)?;
    let text = path.to_str().map(str::to_owned);
    text.ok_or_else(|| Error::FileAccess(format!("{} is not a Unicode name", path.display())))
}

/// There is no desktop behind a script.
struct Nobody;

impl Desktop for Nobody {
    fn open(&self, _path: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn reveal(&self, _path: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn ask(&self, _ask: &Ask) -> Option<PathBuf> {
        None
    }

    fn close(&self) {}
}

fn codes(kinds: &Value, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let kinds = kinds.as_array().into_iter().flatten().filter(|kind| wanted(kind));
    kinds.filter_map(|kind| kind["kind"].as_str().map(str::to_owned)).collect()
}
