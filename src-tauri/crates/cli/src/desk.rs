//! A session of the core without a window: the clock, the folders, and a system that opens and asks nothing.

use std::{
    io,
    path::{Path, PathBuf},
};

use liaise_core::{Ask, Desktop, Error, Home, Session, api};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A session with settings of its own, so that a script never changes what the officer's window remembers.
pub(crate) struct Desk {
    session: Session,
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
        Ok(Self { session: Session::new(home, Box::new(Nobody)), _settings: settings })
    }

    /// One command of the core, now.
    ///
    /// # Errors
    /// What the core refused.
    #[expect(clippy::disallowed_methods, reason = "the command line is an edge where the clock is read")]
    pub(crate) fn call(&self, name: &str, arguments: Value) -> Result<Value, Error> {
        // The folder of new files goes with this session: without a path of its own a new file would be lost.
        let path = match name {
            "create_file" => &arguments["file"]["path"],
            "create_sample" => &arguments["path"],
            _ => &Value::Bool(true),
        };
        if path.is_null() {
            return Err(Error::BadArguments(format!("{name} needs a path here")));
        }
        api::call(&self.session, chrono::Utc::now(), name, arguments)
    }

    /// Opens a partnership's file.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn open(&self, file: &Path) -> Result<Value, Error> {
        self.call("open_file", json!({ "path": text(file)? }))
    }

    /// The codes of the report kinds.
    ///
    /// # Errors
    /// What the core refused.
    pub(crate) fn reports(&self) -> Result<Vec<String>, Error> {
        let kinds = self.call("list_reports", json!({}))?;
        let kinds = kinds.as_array().cloned().unwrap_or_default();
        Ok(kinds.iter().filter_map(|kind| kind["kind"].as_str().map(str::to_owned)).collect())
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
