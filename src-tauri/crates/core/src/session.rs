//! A session: the one file that a window has open, the settings of this laptop, and the edges that others provide
//! (folders, file dialogs, opening files outside). Slow commands may run on one thread while `progress` is asked on
//! another: what is shared is locked inside.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, OnceLock},
};

use chrono::{DateTime, Utc};

use crate::{
    Result,
    error::Error,
    exchange::{
        identity::{self, Laptop},
        live::Live,
    },
    locale::{self, Locale},
    protection::Access,
    shared_screen::Shown,
    store::{Reader, Store, Writer},
};

mod desktop;
mod files;
mod handed_over;
mod live;
mod place;
mod progress;
mod settings;

pub use desktop::{Ask, Beside, Desktop, Secret};
pub(crate) use files::{EXTENSION, make as make_file, replace as replace_file, safe_file_name, scratch};
pub use files::{FileInfo, NewAgency, NewFile, close_file, create_file, create_sample, file, open_file, show_data};
pub use handed_over::{HandedOver, handed_over};
pub use place::shared_place;
pub use progress::{Progress, Running, progress};
pub(crate) use settings::{
    InKeyring, change_in_keyring, exchange_folder, in_keyring, recent_of, remember_series, series_mapping,
    set_exchange_folder,
};
pub use settings::{LOCK_AFTER, Recent, Remembered, Settings, SettingsChange, change_settings, settings};

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

/// See the module.
pub struct Session {
    home: Home,
    desktop: Box<dyn Desktop>,
    settings: Mutex<Settings>,
    store: Mutex<Option<Store>>,
    access: Mutex<Access>,
    progress: Mutex<Option<Progress>>,
    live: OnceLock<Box<dyn Live>>,
    shown: Mutex<Option<Shown>>,
    handed_over: Mutex<Option<PathBuf>>,
}

impl Session {
    /// A session without an open file. Settings that cannot be read are those of a first start.
    pub fn new(home: Home, desktop: Box<dyn Desktop>) -> Self {
        let settings = Settings::load(&home);
        Self {
            home,
            desktop,
            settings: Mutex::new(settings),
            store: Mutex::new(None),
            access: Mutex::default(),
            progress: Mutex::new(None),
            live: OnceLock::new(),
            shown: Mutex::new(None),
            handed_over: Mutex::new(None),
        }
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

    /// The path that the officer chooses for a new file.
    ///
    /// # Errors
    /// [`Error::Cancelled`]
    pub(crate) fn ask_save(&self, title: &str, file_name: &str, extension: &str) -> Result<PathBuf> {
        let ask = Ask::Save {
            title: Locale::new(self.language()).text(title),
            file_name: file_name.into(),
            folder: self.home.documents.clone(),
            extensions: vec![extension.into()],
        };
        self.desktop().ask(&ask).ok_or(Error::Cancelled)
    }

    /// The path that was given, else one in the reports folder that is not taken yet: the name made one that every system
    /// takes, with the extension.
    ///
    /// # Errors
    /// [`Error::FileAccess`]
    pub(crate) fn document_path(&self, path: Option<String>, name: &str, extension: &str) -> Result<PathBuf> {
        if let Some(path) = path {
            return Ok(std::path::absolute(path)?);
        }
        make_folder(&self.home.documents)?;
        Ok(free_path(&self.home.documents, &safe_file_name(name), extension))
    }

    /// Saves a new file in the reports folder and shows it there; its path.
    ///
    /// # Errors
    /// [`Error::FileAccess`]; [`Error::Desktop`] when it cannot be shown, but was saved all the same.
    pub(crate) fn save_document(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let path = self.document_path(None, name, extension)?;
        write_file(&path, bytes)?;
        self.desktop().reveal(&path).map_err(|error| Error::Desktop(error.to_string()))?;
        Ok(path.display().to_string())
    }

    /// The folder that was given, else the one that the officer chooses.
    ///
    /// # Errors
    /// [`Error::Cancelled`]
    pub(crate) fn ask_folder(&self, path: Option<String>, title: &str) -> Result<PathBuf> {
        match path {
            Some(path) => Ok(std::path::absolute(path)?),
            None => {
                let title = Locale::new(self.language()).text(title);
                self.desktop().ask(&Ask::Folder { title }).ok_or(Error::Cancelled)
            }
        }
    }

    /// The keys of this laptop.
    ///
    /// # Errors
    /// [`Error::DamagedIdentity`]
    pub(crate) fn laptop(&self) -> Result<Laptop> {
        let installation = lock(&self.settings).installation.clone();
        identity::of_laptop(&self.home, &installation)
    }

    /// Works on the open file as a whole: copies it, takes changes of others in.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub(crate) fn store<T>(&self, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        let done = self.quietly(body);
        self.stir();
        done
    }

    /// Closes the open file and forgets it.
    pub(crate) fn forget_store(&self) {
        *lock(&self.store) = None;
        self.set_shown(None);
    }

    /// Who works with the file.
    pub(crate) fn access(&self) -> MutexGuard<'_, Access> {
        lock(&self.access)
    }

    /// Works on an empty file that is thrown away.
    pub(crate) fn scratch<T>(&self, owner: &str, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        scratch(self, owner, body)
    }

    /// Reads the open file.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub fn read<T>(&self, body: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        lock(&self.store).as_mut().ok_or(Error::NoFile)?.read(body)
    }

    /// Looks through the open file, see [`Store::verify`].
    ///
    /// # Errors
    /// [`Error::NoFile`], [`Error::DamagedFile`]
    pub fn verify(&self) -> Result<()> {
        self.store(Store::verify)
    }

    /// Changes the open file, all or nothing.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub fn write<T>(&self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        self.store(|store| store.write(now, body))
    }

    /// Notes something in the open file that is no step of the officer's, and so nothing to take back.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub fn note<T>(&self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        self.store(|store| store.note(now, body))
    }

    /// What the shared screen shows; none while no screen is shared.
    pub(crate) fn shown(&self) -> Option<Shown> {
        lock(&self.shown).clone()
    }

    /// Notes what the shared screen shows.
    pub(crate) fn set_shown(&self, shown: Option<Shown>) {
        *lock(&self.shown) = shown;
    }
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
    session.store(|store| store.undo(now, step))?;
    undoable(session, now)
}

/// Does again what was taken back last.
pub fn redo(session: &Session, now: DateTime<Utc>) -> Result<Undoable> {
    session.store(|store| store.redo(now))?;
    undoable(session, now)
}

/// What can be taken back and done again now.
pub fn undoable(session: &Session, _: DateTime<Utc>) -> Result<Undoable> {
    let (step, redo) = lock(&session.store).as_ref().map_or((None, false), Store::undoable);
    Ok(Undoable { undo: step.is_some(), redo, step })
}

/// Closes the window.
pub fn close_window(session: &Session, now: DateTime<Utc>) -> Result<()> {
    close_file(session, now)?;
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
    write_with(path, bytes, std::fs::File::options().create(true).truncate(true))
}

/// Writes a file that is nobody else's business, in the same way; where the system knows rights, its owner alone may read
/// it.
pub fn write_secret(path: &Path, bytes: &[u8]) -> Result<()> {
    // What an earlier write left when it was cut off may have other rights.
    let _ = std::fs::remove_file(beside(path));
    let mut options = std::fs::File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    write_with(path, bytes, options.create_new(true))
}

/// Where a file is written before it takes its name.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn write_with(path: &Path, bytes: &[u8], options: &mut std::fs::OpenOptions) -> Result<()> {
    let beside = beside(path);
    let written = (|| {
        let mut file = options.write(true).open(&beside)?;
        io::Write::write_all(&mut file, bytes)?;
        file.sync_all()?;
        drop(file);
        std::fs::rename(&beside, path)?;
        sync_folder(path)
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::FileAccess(format!("there is no folder {}", path.display())),
        _ => error.into(),
    })
}

/// Waits until the disk has the names in the folder of a file: until then a power cut brings a former one back. Where the
/// system or the disk knows no such thing there is nothing to wait for.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    use io::ErrorKind;
    let Some(folder) = path.parent().filter(|_| cfg!(unix)) else { return Ok(()) };
    match std::fs::File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
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
