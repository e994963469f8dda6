//! The keyring of whoever is logged in to this computer. If somebody wants it, it keeps what their passphrase becomes, and
//! the file then opens without the passphrase. A secret is named after the slot of the key file that it opens: one of a
//! former passphrase, of somebody who was removed or of another file fits nothing.
//!
//! What it is not: a place for a passphrase, or for the recovery key. Which files it opens stands in the settings, so that
//! no screen has to wait for a keyring that nobody wants to use.

use std::path::{Path, PathBuf};

use age::x25519;
use chrono::{DateTime, Utc};

use super::{
    entry::enter,
    keys::{self, KeyFile},
};
use crate::{
    Result,
    error::Error,
    session::{FileInfo, InKeyring, Session, change_in_keyring, in_keyring},
};

/// Gives this computer's keyring what opens the file for whoever unlocked it. It opens a file for one person: whoever was
/// remembered before is forgotten.
///
/// # Errors
/// [`Error::NotEncrypted`]; [`Error::NotAllowed`] for who came with the recovery key; [`Error::Keyring`].
pub fn remember_key(session: &Session, _: DateTime<Utc>) -> Result<()> {
    let (path, identity) = unlocked(session)?;
    let identity = identity.ok_or(Error::NotAllowed)?;
    let opens = identity.to_public().to_string();
    let keys = KeyFile::read(&path)?.ok_or(Error::MissingKeys)?;
    keys.user_of(&opens).ok_or(Error::NotAllowed)?;
    let entry = InKeyring { path: path.display().to_string(), opens };
    // Noted first: a secret of which nobody knows would never be forgotten.
    change_in_keyring(session, |entries| {
        entries.retain(|one| *one != entry);
        entries.push(entry.clone());
    })?;
    let kept = (|| {
        let mut others =
            in_keyring(session).into_iter().filter(|one| one.path == entry.path && one.opens != entry.opens);
        others.try_for_each(|other| forget(session, &other.opens))?;
        session.desktop().keep_secret(&entry.opens, keys::secret(&identity)).map_err(silent)
    })();
    if kept.is_err() {
        change_in_keyring(session, |entries| entries.retain(|one| *one != entry))?;
    }
    kept
}

/// Lets this computer's keyring forget what opens the open file, whoever that was for.
///
/// # Errors
/// [`Error::NoFile`], [`Error::Keyring`]
pub fn forget_key(session: &Session, _: DateTime<Utc>) -> Result<()> {
    let (path, identity) = unlocked(session)?;
    let own = identity.map(|identity| identity.to_public().to_string());
    let file = path.display().to_string();
    let mut entries =
        in_keyring(session).into_iter().filter(|one| one.path == file || own.as_ref() == Some(&one.opens));
    entries.try_for_each(|entry| forget(session, &entry.opens))
}

/// Unlocks a file with what this computer's keyring has for it, and opens it. What opens nothing any more is forgotten.
/// Nobody can guess anything here, so nobody has to wait.
///
/// # Errors
/// [`Error::NotRemembered`] when the passphrase is needed, whatever the reason; [`Error::Keyring`], [`Error::MissingKeys`].
pub fn unlock_with_keyring(session: &Session, now: DateTime<Utc>, path: String) -> Result<FileInfo> {
    let path = std::path::absolute(path)?;
    let keys = KeyFile::read(&path)?.ok_or(Error::MissingKeys)?;
    tidy(session, &path);
    let known = in_keyring(session).into_iter().find_map(|entry| {
        let user = keys.user_of(&entry.opens)?.to_owned();
        Some((entry.opens, user))
    });
    let (opens, user) = known.ok_or(Error::NotRemembered)?;
    let secret = session.desktop().kept_secret(&opens).map_err(silent)?;
    let identity = secret.and_then(|secret| secret.parse::<x25519::Identity>().ok());
    let entered = match identity.filter(|identity| identity.to_public().to_string() == opens) {
        Some(identity) => enter(session, now, &path, identity, Some(user)),
        None => Err(Error::NotRemembered),
    };
    match entered {
        Err(Error::NotRemembered | Error::Locked | Error::WrongPassphrase | Error::DamagedKeys) => {
            // A keyring that does not answer now is told again when the file is opened.
            let _ = forget(session, &opens);
            Err(Error::NotRemembered)
        }
        other => other,
    }
}

/// Whether the keyring was given something for a file. That it opens nothing any more is only seen when it is tried.
pub(super) fn knows(session: &Session, path: &Path) -> bool {
    let keys = KeyFile::read(path).ok().flatten();
    let file = path.display().to_string();
    let opens = |entry: &InKeyring| keys.as_ref().is_some_and(|keys| keys.user_of(&entry.opens).is_some());
    in_keyring(session).iter().any(|entry| entry.path == file || opens(entry))
}

/// Whether the keyring opens the open file for whoever works with it.
///
/// # Errors
/// [`Error::NoFile`]
pub(super) fn remembers(session: &Session) -> Result<bool> {
    let (_, identity) = unlocked(session)?;
    let own = identity.map(|identity| identity.to_public().to_string());
    Ok(in_keyring(session).iter().any(|entry| own.as_ref() == Some(&entry.opens)))
}

/// Forgets what opens a file no longer: its user has another passphrase or is gone, or it is not encrypted any more. What
/// the keyring does not forget now stays noted, and is tried again when the file is opened. A file that was moved keeps
/// what is noted of it.
pub(crate) fn tidy(session: &Session, path: &Path) {
    let entries = in_keyring(session);
    if entries.is_empty() {
        return;
    }
    let keys = match (crate::store::is_plain(path), KeyFile::read(path)) {
        (Ok(true), _) => None,
        (Ok(false), Ok(Some(keys))) => Some(keys),
        // A key file that cannot be read now says nothing about who has a passphrase.
        _ => return,
    };
    let file = path.display().to_string();
    for entry in entries {
        let opens = keys.as_ref().is_some_and(|keys| keys.user_of(&entry.opens).is_some());
        if entry.path == file && !opens {
            let _ = forget(session, &entry.opens);
        } else if entry.path != file && opens && !Path::new(&entry.path).exists() {
            let _ = change_in_keyring(session, |entries| {
                entries.iter_mut().filter(|one| **one == entry).for_each(|one| one.path.clone_from(&file));
            });
        }
    }
}

/// Where the open file lies, and what unlocked it for a user; none for who came with the recovery key.
fn unlocked(session: &Session) -> Result<(PathBuf, Option<x25519::Identity>)> {
    let path = session.store(|store| {
        store.key().ok_or(Error::NotEncrypted)?;
        Ok(store.path().to_owned())
    })?;
    let access = session.access();
    let user = access.unlocked.as_ref().filter(|unlocked| unlocked.user.is_some());
    Ok((path, user.map(|unlocked| unlocked.identity.clone())))
}

fn forget(session: &Session, opens: &str) -> Result<()> {
    session.desktop().forget_secret(opens).map_err(silent)?;
    change_in_keyring(session, |entries| entries.retain(|entry| entry.opens != opens))
}

fn silent(error: std::io::Error) -> Error {
    Error::Keyring(error.to_string())
}
