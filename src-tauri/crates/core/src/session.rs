//! A session: the one file that a window has open, the settings of this laptop, and the edges that others provide
//! (folders, file dialogs, opening files outside). Slow commands may run on one thread while `progress` is asked on
//! another: what is shared is locked inside.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard},
};

use chrono::{DateTime, Utc};

use crate::{
    Result,
    error::Error,
    locale::{self, Locale},
    store::{Reader, Store, Writer},
};

mod files;
mod settings;

pub(crate) use files::safe_file_name;
pub use files::{FileInfo, NewAgency, NewFile, close_file, create_file, create_sample, file, open_file, show_data};
pub use settings::{Recent, Remembered, Settings, SettingsChange, change_settings, settings};
pub(crate) use settings::{remember_series, series_mapping};

/// The folders and the language of whoever runs the program.
#[derive(Debug, Clone)]
pub struct Home {
    /// Folder of the settings and of partnership files.
    pub data: PathBuf,
    /// Folder where exported reports go.
    pub documents: PathBuf,
    /// The system's language, a BCP 47 tag.
    pub language: String,
    /// Folders of fonts that may stand in for scripts that the embedded ones lack, see [`system_fonts`].
    pub fonts: Vec<PathBuf>,
}

/// The folders where a system of this kind keeps the fonts of all its users.
pub fn system_fonts() -> Vec<PathBuf> {
    let folders: &[&str] = if cfg!(target_os = "windows") {
        &["C:\\Windows\\Fonts"]
    } else if cfg!(target_os = "macos") {
        &["/System/Library/Fonts", "/Library/Fonts"]
    } else {
        &["/usr/share/fonts", "/usr/local/share/fonts"]
    };
    folders.iter().map(PathBuf::from).collect()
}

/// What only a desktop can do.
pub trait Desktop: Send + Sync {
    /// Opens a file with the system's program for it.
    fn open(&self, path: &Path) -> io::Result<()>;
    /// Shows a file in its folder.
    fn reveal(&self, path: &Path) -> io::Result<()>;
    /// Asks for a path with the system's dialog; nothing when it was closed.
    fn ask(&self, ask: &Ask) -> Option<PathBuf>;
    /// Closes the window now.
    fn close(&self);
}

/// What a file dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A file that exists.
    Open {
        /// The dialog's title.
        title: String,
        /// File name extensions without the dot.
        extensions: Vec<String>,
    },
    /// A file to write.
    Save {
        /// The dialog's title.
        title: String,
        /// The suggested file name.
        file_name: String,
        /// The folder where it starts.
        folder: PathBuf,
        /// File name extensions without the dot.
        extensions: Vec<String>,
    },
}

/// How far a long command is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Progress {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// See the module.
pub struct Session {
    home: Home,
    desktop: Box<dyn Desktop>,
    settings: Mutex<Settings>,
    store: Mutex<Option<Store>>,
    progress: Mutex<Option<Progress>>,
}

impl Session {
    /// A session without an open file. Settings that cannot be read are those of a first start.
    pub fn new(home: Home, desktop: Box<dyn Desktop>) -> Self {
        let settings = Settings::load(&home);
        Self { home, desktop, settings: Mutex::new(settings), store: Mutex::new(None), progress: Mutex::new(None) }
    }

    /// The folders.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The desktop.
    pub fn desktop(&self) -> &dyn Desktop {
        &*self.desktop
    }

    /// The language of the interface.
    pub fn language(&self) -> &'static str {
        locale::matching(&lock(&self.settings).language)
    }

    /// The path that was given, else the one that the officer chooses.
    ///
    /// # Errors
    /// [`Error::Cancelled`]
    pub(crate) fn ask_open(&self, path: Option<String>, title: &str, extensions: &[&str]) -> Result<PathBuf> {
        match path {
            Some(path) => Ok(std::path::absolute(path)?),
            None => {
                let title = Locale::new(self.language()).text(title);
                let extensions = extensions.iter().map(|extension| (*extension).to_owned()).collect();
                self.desktop().ask(&Ask::Open { title, extensions }).ok_or(Error::Cancelled)
            }
        }
    }

    /// Reads the open file.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub fn read<T>(&self, body: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        lock(&self.store).as_mut().ok_or(Error::NoFile)?.read(body)
    }

    /// Changes the open file, all or nothing.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub fn write<T>(&self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        lock(&self.store).as_mut().ok_or(Error::NoFile)?.write(now, body)
    }

    /// Notes something in the open file that is no step of the officer's, and so nothing to take back.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub fn note<T>(&self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        lock(&self.store).as_mut().ok_or(Error::NoFile)?.note(now, body)
    }

    /// Begins a long command: there is progress to ask for until what this returns is dropped.
    pub fn begin(&self) -> Running<'_> {
        self.set_progress(Some(Progress { done: 0, total: 100 }));
        Running(self)
    }

    /// Notes how far a long command is; `None` when it has ended.
    pub fn set_progress(&self, progress: Option<Progress>) {
        *lock(&self.progress) = progress;
    }
}

/// A long command that is running.
pub struct Running<'a>(&'a Session);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.set_progress(None);
    }
}

/// How far the running long command is.
pub fn progress(session: &Session, _: DateTime<Utc>) -> Result<Option<Progress>> {
    Ok(*lock(&session.progress))
}

/// What can be taken back and done again.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Undoable {
    /// Whether there is a write to take back.
    pub undo: bool,
    /// Whether there is one to do again.
    pub redo: bool,
    /// The write that would be taken back next; a new number for each.
    pub step: Option<u32>,
}

/// Takes back the most recent write; with a step, only if that is the most recent one.
pub fn undo(session: &Session, now: DateTime<Utc>, step: Option<u32>) -> Result<Undoable> {
    lock(&session.store).as_mut().ok_or(Error::NoFile)?.undo(now, step)?;
    undoable(session, now)
}

/// Does again what was taken back last.
pub fn redo(session: &Session, now: DateTime<Utc>) -> Result<Undoable> {
    lock(&session.store).as_mut().ok_or(Error::NoFile)?.redo(now)?;
    undoable(session, now)
}

/// What can be taken back and done again now.
pub fn undoable(session: &Session, _: DateTime<Utc>) -> Result<Undoable> {
    let (step, redo) = lock(&session.store).as_ref().map_or((None, false), Store::undoable);
    Ok(Undoable { undo: step.is_some(), redo, step })
}

/// Closes the window.
pub fn close_window(session: &Session, _: DateTime<Utc>) -> Result<()> {
    *lock(&session.store) = None;
    session.desktop.close();
    Ok(())
}

/// Opens an exported report or spreadsheet with the system's program for such files; nothing else is ever opened for
/// the page.
pub fn open_outside(session: &Session, _: DateTime<Utc>, path: String) -> Result<()> {
    let path = existing(&path)?;
    let ours = |extension: &std::ffi::OsStr| ["pdf", "xlsx"].iter().any(|one| extension.eq_ignore_ascii_case(one));
    if !path.extension().is_some_and(ours) {
        return Err(Error::BadArguments("only reports are opened".into()));
    }
    session.desktop.open(&path).map_err(|error| Error::Desktop(error.to_string()))
}

/// Shows a file in its folder.
pub fn show_in_folder(session: &Session, _: DateTime<Utc>, path: String) -> Result<()> {
    let path = existing(&path)?;
    session.desktop.reveal(&path).map_err(|error| Error::Desktop(error.to_string()))
}

fn existing(path: &str) -> Result<PathBuf> {
    let path = PathBuf::from(path);
    if path.exists() { Ok(path) } else { Err(Error::MissingFile) }
}

/// What the lock guards is sound even if a thread panicked while it held it: a store rolls back what was not
/// committed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Writes a file so that it is either all there or as it was: beside the target, synced, then renamed.
///
/// # Errors
/// As the system says; nothing is left beside the target.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let written = (|| {
        let mut file = std::fs::File::create(&beside)?;
        io::Write::write_all(&mut file, bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::FileAccess(format!("there is no folder {}", path.display())),
        _ => error.into(),
    })
}

/// Reads a file that is not larger than so many bytes.
///
/// # Errors
/// [`Error::FileTooLarge`], [`Error::MissingFile`], [`Error::FileAccess`]
pub(crate) fn read_file(path: &Path, largest: u64) -> Result<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = vec![];
    // One byte more than allowed tells a file that is too large, whatever its directory entry says.
    std::fs::File::open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest { Err(Error::FileTooLarge) } else { Ok(bytes) }
}

/// Makes a folder of the program's own, if it is not there yet.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| Error::FileAccess(error.to_string()))
}

/// A path in the folder that is not taken yet.
pub(crate) fn free_path(folder: &Path, stem: &str, extension: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.{extension}"));
    (2..)
        .map(|number| folder.join(format!("{stem} {number}.{extension}")))
        .find(|path| !path.exists())
        .filter(|_| first.exists())
        .unwrap_or(first)
}
