//! The copies that are made before a file is taken in, and the way back to one of them. What is open when one goes back
//! is copied first as well, so that going back loses nothing either.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::Serialize;

use super::copy_path;
use crate::{
    Result, erasure,
    error::Error,
    partnership,
    protection::{
        self,
        keys::{self, KeyFile},
    },
    session::{self, FileInfo, Session, free_path, write_file},
    store::Store,
};

/// So many copies of one file are kept.
const KEPT: usize = 20;

/// A copy of the partnership's file as it was.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Backup {
    /// Where it lies.
    pub path: String,
    /// Its name, which says when it was made.
    pub file_name: String,
    /// Whether it holds something that was erased since and could not be made anew: it will be deleted.
    pub holds_erased: bool,
}

/// The copies of the open file, the latest first.
pub fn backups(session: &Session, _: DateTime<Utc>) -> Result<Vec<Backup>> {
    let file = session.store(|store| Ok(store.path().to_owned()))?;
    let holding = erasure::holding(session)?;
    Ok(copies_of(&file)
        .into_iter()
        .rev()
        .map(|path| Backup {
            file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            holds_erased: holding.contains(&path),
            path: path.display().to_string(),
        })
        .collect())
}

/// Goes back to a copy of the open file. What is in the open file now is copied first. What was erased since the copy was
/// made stays erased.
///
/// # Errors
/// [`Error::MissingFile`] for what is no copy of the open file; what opening a file refuses. The open file stays as it is.
pub fn restore_backup(session: &Session, now: DateTime<Utc>, path: String) -> Result<FileInfo> {
    let file = session.store(|store| Ok(store.path().to_owned()))?;
    let copy = copies_of(&file).into_iter().find(|copy| *copy == Path::new(&path)).ok_or(Error::MissingFile)?;
    // An encrypted file does not come to lie in the clear by going back to a copy from before.
    if let Some(why) = protection::encrypt_copies(session, now)?.remove(&copy) {
        return Err(why);
    }
    // A copy that is damaged is no way back: it is looked through before it takes the place of anything.
    let key_of_copy = session.key_of_copy(&copy)?;
    let mut checked = Store::open(&copy, "", key_of_copy.as_ref())?;
    checked.read(partnership::of_file)?;
    checked.verify()?;
    drop(checked);
    let before = copy_path(&file, now)?;
    let keys = KeyFile::read(&copy)?;
    let key = session.store(|store| Ok(store.key().cloned()))?;
    let (author, erased) = session.store(|store| {
        store.copy_to(&before)?;
        let erased = store.read(|data| data.erasures())?;
        Ok((store.author().to_owned(), erased))
    })?;
    // What takes the file's place holds nothing any more that was erased: wherever this is cut off, nothing comes back.
    let fresh = protection::anew(&file);
    let written: Result<()> = (|| {
        std::fs::copy(&copy, &fresh)?;
        if !erased.tombstones.is_empty() {
            Store::open(&fresh, &author, key_of_copy.as_ref())?.erase_also(now, &erased)?;
        }
        Ok(std::fs::File::options().write(true).open(&fresh)?.sync_all()?)
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&fresh);
    }
    written?;
    let restored = session::replace_file(session, now, &file, || {
        // The copy may have been encrypted with an earlier key: until it is in its place, both open the file.
        if let Some(of_copy) = &keys {
            let mut both = KeyFile::read(&file)?.unwrap_or_else(|| of_copy.clone());
            if let Some(key) = &key {
                both.seal(key)?;
            }
            both.announce_copy(of_copy);
            both.write(&file)?;
        }
        protection::put_in_place(&file)?;
        keys.map_or(Ok(()), |of_copy| of_copy.write(&file))
    })?;
    keep_latest(&file);
    Ok(restored)
}

/// Copies the open file when something was saved since the latest copy was made and that was on an earlier day. That it
/// fails keeps no file from opening.
pub(crate) fn copy_daily(session: &Session, now: DateTime<Utc>) {
    let copied = session.store(|store| {
        let file = store.path().to_owned();
        let Some(saved) = store.saved_last()?.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()) else {
            return Ok(());
        };
        let latest = copies_of(&file).last().and_then(|copy| made_at(copy, &file));
        if latest.is_some_and(|made| made.date() >= now.date_naive() || made.and_utc() >= saved) {
            return Ok(());
        }
        store.copy_to(&copy_path(&file, now)?)?;
        keep_latest(&file);
        Ok(())
    });
    let _: Result<()> = copied;
}

/// A file that was put in the place of a damaged one.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Repaired {
    /// The open file.
    pub file: FileInfo,
    /// When the copy was made that is open now, RFC 3339: what was saved later is only in the damaged file.
    pub made_at: String,
    /// Where the damaged file lies now.
    pub damaged: String,
}

/// Puts the latest sound copy of a damaged file in its place and opens it. The damaged file is kept beside it. An encrypted
/// one needs a passphrase that opened the copy.
///
/// # Errors
/// [`Error::FileExists`] for a file that is not damaged; [`Error::MissingFile`] when no copy is sound;
/// [`Error::WrongPassphrase`].
pub fn repair_file(
    session: &Session,
    now: DateTime<Utc>,
    path: String,
    passphrase: Option<String>,
) -> Result<Repaired> {
    let file = std::path::absolute(path)?;
    let opened = session
        .key_by_passphrase(&file, passphrase.as_deref())
        .and_then(|key| Store::open(&file, "", key.as_ref())?.read(partnership::of_file).map(|_| ()));
    match opened {
        Err(Error::DamagedFile(_) | Error::NotOurFile | Error::DamagedKeys | Error::MissingKeys) => {}
        Ok(()) => return Err(Error::FileExists),
        Err(error) => return Err(error),
    }
    let sound = |copy: &PathBuf| -> Result<Option<NaiveDateTime>> {
        let key = session.key_by_passphrase(copy, passphrase.as_deref())?;
        let mut store = Store::open(copy, "", key.as_ref())?;
        store.read(partnership::of_file)?;
        store.verify()?;
        Ok(made_at(copy, &file))
    };
    let mut copies = copies_of(&file);
    // An encrypted file comes back encrypted where it can.
    if keys::path_of(&file).exists() {
        copies.sort_by_key(|copy| !crate::store::is_plain(copy).unwrap_or(true));
    }
    let mut wrong = false;
    let found = copies.iter().rev().find_map(|copy| match sound(copy) {
        Ok(made) => made.map(|made| (copy, made)),
        Err(error) => {
            wrong |= matches!(error, Error::WrongPassphrase | Error::Locked);
            None
        }
    });
    let (copy, made) = found.ok_or(if wrong { Error::WrongPassphrase } else { Error::MissingFile })?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let damaged = free_path(folder, &format!("{stem}{}", now.format(super::COPY_TIME)), "damaged");
    let (bytes, keys) = (std::fs::read(copy)?, KeyFile::read(copy)?);
    // The damaged file keeps its own key file: it may be mended elsewhere.
    if let Some(own) = KeyFile::read(&file)? {
        own.write(&damaged)?;
    }
    std::fs::rename(&file, &damaged)?;
    for log in ["-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(log);
        let _ = std::fs::remove_file(name);
    }
    if let Some(keys) = keys {
        keys.write(&file)?;
    }
    write_file(&file, &bytes)?;
    let file = match passphrase {
        Some(words) => protection::unlock_file(session, now, file.display().to_string(), words)?,
        None => session::open_file(session, now, Some(file.display().to_string()))?,
    };
    Ok(Repaired { file, made_at: made.and_utc().to_rfc3339(), damaged: damaged.display().to_string() })
}

/// When a copy of a file was made, by its name.
fn made_at(copy: &Path, file: &Path) -> Option<NaiveDateTime> {
    let stem = file.file_stem()?.to_string_lossy().into_owned();
    let name = copy.file_name()?.to_string_lossy().into_owned();
    NaiveDateTime::parse_and_remainder(name.strip_prefix(&stem)?, super::COPY_TIME).ok().map(|(made, _)| made)
}

/// The folder of copies, beside the file.
const FOLDER: &str = "backups";

pub(super) fn folder_of(file: &Path) -> PathBuf {
    file.with_file_name(FOLDER)
}

/// Whether a file is a copy of another one, by its place and its name.
pub(crate) fn is_copy(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let dated = |(at, _)| NaiveDateTime::parse_and_remainder(&stem[at..], super::COPY_TIME).is_ok();
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == FOLDER) && stem.match_indices(' ').any(dated)
}

/// Takes away the oldest copies beyond those that are kept. That one cannot be taken away does no harm.
pub(super) fn keep_latest(file: &Path) {
    let copies = copies_of(file);
    for copy in &copies[..copies.len().saturating_sub(KEPT)] {
        let _ = std::fs::remove_file(copy);
        let _ = std::fs::remove_file(keys::path_of(copy));
    }
}

/// The day of a file's latest copy.
pub(super) fn latest_day(file: &Path) -> Option<NaiveDate> {
    let stem = file.file_stem()?.to_string_lossy().into_owned();
    let latest = copies_of(file).pop()?;
    let name = latest.file_name()?.to_string_lossy().into_owned();
    Some(NaiveDateTime::parse_and_remainder(name.strip_prefix(&stem)?, super::COPY_TIME).ok()?.0.date())
}

/// The copies of a file, the oldest first: their names begin with its own and the time.
pub(crate) fn copies_of(file: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder_of(file)).into_iter().flatten().flatten();
    // The time comes right behind the name: "Town 2 2026-07-01 …" is a copy of "Town 2", not of "Town".
    let dated = |path: &PathBuf| {
        made_at(path, file).is_some() && path.extension().is_some_and(|extension| extension == session::EXTENSION)
    };
    let mut copies: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(dated).collect();
    copies.sort();
    copies
}
