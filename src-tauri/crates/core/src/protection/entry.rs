//! Unlocking a file with a passphrase or with the recovery key, and how long one has to wait after wrong ones. What is kept
//! in this computer's keyring is in `keyring.rs`: nobody can guess there.

use std::path::Path;

use age::x25519;
use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Unlocked,
    keys::{self, KeyFile},
};
use crate::{
    Result,
    catalogue::UserRole,
    error::Error,
    session::{self, FileInfo, Session},
    store::User,
};

/// After so many wrong passphrases each further one has to wait.
const FREE_FAILURES: u32 = 3;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 60;

/// Unlocks a file with a user's passphrase and opens it.
///
/// # Errors
/// [`Error::WrongPassphrase`], whatever is wrong with it; [`Error::TryLater`] after several; [`Error::MissingKeys`].
pub fn unlock_file(session: &Session, now: DateTime<Utc>, path: String, passphrase: String) -> Result<FileInfo> {
    let path = std::path::absolute(path)?;
    let passphrase = zeroize::Zeroizing::new(passphrase);
    attempt(session, now, &path, |keys| Ok(keys.unlock(&passphrase)?.map(|(user, identity)| (identity, Some(user)))))
}

/// Unlocks a file with the recovery key and opens it.
///
/// # Errors
/// As [`unlock_file`].
pub fn recover_file(session: &Session, now: DateTime<Utc>, path: String, key: String) -> Result<FileInfo> {
    let path = std::path::absolute(path)?;
    attempt(session, now, &path, |keys| {
        Ok(keys::typed(&key).filter(|identity| keys.recovers(identity)).map(|identity| (identity, None)))
    })
}

fn attempt(
    session: &Session,
    now: DateTime<Utc>,
    path: &Path,
    find: impl FnOnce(&KeyFile) -> Result<Option<(x25519::Identity, Option<String>)>>,
) -> Result<FileInfo> {
    let wait = session.access().not_before.map_or(0, |moment| (moment - now).num_seconds());
    if wait > 0 {
        return Err(Error::TryLater(wait));
    }
    let keys = KeyFile::read(path)?.ok_or(Error::MissingKeys)?;
    let opened = match find(&keys)? {
        Some((identity, user)) => enter(session, now, path, identity, user),
        None => Err(Error::WrongPassphrase),
    };
    let mut access = session.access();
    match &opened {
        Ok(_) => (access.failures, access.not_before) = (0, None),
        Err(Error::WrongPassphrase) => {
            access.failures += 1;
            let beyond = access.failures.saturating_sub(FREE_FAILURES);
            let seconds = if beyond == 0 { 0 } else { (1 << beyond.min(16)).min(LONGEST_WAIT) };
            access.not_before = Some(now + TimeDelta::seconds(seconds));
        }
        Err(_) => {}
    }
    opened
}

/// Opens a file for the user with this id, or for whoever has the recovery key.
pub(super) fn enter(
    session: &Session,
    now: DateTime<Utc>,
    path: &Path,
    identity: x25519::Identity,
    user: Option<String>,
) -> Result<FileInfo> {
    if session.store(|store| Ok(store.path() == path)).unwrap_or(false) {
        // A file that is open already stays with whoever unlocked it.
        return session::open_file(session, now, Some(path.display().to_string()));
    }
    // Only the id matters here: what is known of the user is read from the file.
    let user = user.map(|id| User { id, name: String::new(), role: UserRole::MeetingScreen, agency: None });
    let before = session.access().unlocked.replace(Unlocked { path: path.to_owned(), identity, user });
    let opened = session::open_file(session, now, Some(path.display().to_string()));
    if opened.is_err() {
        session.access().unlocked = before;
    }
    opened
}
