//! Protection of the file: encrypted with a key that a passphrase of each user opens, and the recovery key on paper. Roles
//! are in `protection/role.rs`, the key file in `protection/keys.rs`, the encryption itself in `store/seal.rs`.
//!
//! What it is not: a protection against somebody who is a user. Whoever unlocks a file can copy all of it.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use age::x25519;
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    Result,
    catalogue::UserRole,
    error::Error,
    exchange,
    session::{self, FileInfo, Session},
    store::{DataKey, Store, User},
};

mod entry;
mod keyring;
pub(crate) mod keys;
mod place;
mod role;
mod sheet;
mod users;

pub use entry::{recover_file, unlock_file};
pub(crate) use keyring::tidy as tidy_keyring;
pub use keyring::{forget_key, remember_key, unlock_with_keyring};
pub use role::Grant;
pub use sheet::save_recovery_sheet;
pub use users::{UserValues, add_user, change_passphrase, change_user, remove_user, reset_passphrase};

use keys::KeyFile;
use place::sweep;
pub(crate) use place::{anew, put_in_place};
use users::{sound, user_of};

/// Who works with a file, and what was tried before.
#[derive(Default)]
pub(crate) struct Access {
    locked: Option<PathBuf>,
    unlocked: Option<Unlocked>,
    failures: u32,
    not_before: Option<DateTime<Utc>>,
}

/// Who unlocked a file.
#[derive(Clone)]
struct Unlocked {
    path: PathBuf,
    identity: x25519::Identity,
    /// None for who came with the recovery key.
    user: Option<User>,
}

/// A file that waits for a passphrase.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct LockedFile {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub file_name: String,
    /// Whether this computer's keyring was given something that opens it.
    pub keyring: bool,
}

/// How the open file is protected.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Protection {
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether somebody chose to work without a passphrase.
    pub unprotected_by_choice: bool,
    /// Who may unlock it.
    pub users: Vec<User>,
    /// Id of who did; none for a file that is not encrypted, and for the recovery key.
    pub user: Option<String>,
    /// What whoever works with it may do.
    #[ts(type = "string")]
    pub role: UserRole,
    /// The choices of minutes after which it is locked.
    pub lock_choices: &'static [u32],
    /// Whether this computer has a keyring.
    pub keyring: bool,
    /// Whether whoever works with the file can open it with that keyring.
    pub remembered: bool,
}

/// A file that was encrypted, or got another recovery key.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Recovery {
    /// The recovery key, to be printed or written down: shown this once.
    pub key: String,
    /// Copies of the file that could not be encrypted with it. It is tried again whenever the file is opened.
    pub left: Vec<String>,
}

impl Session {
    /// What whoever works with this session may do. Without an encrypted file there is nothing to be kept from anybody.
    pub(crate) fn grant(&self) -> Grant {
        let access = self.access();
        let user = access.unlocked.as_ref().and_then(|unlocked| unlocked.user.as_ref());
        user.map_or(Grant::Coordinator, |user| Grant::of(user.role))
    }

    /// Opens the file at `path`, with what was unlocked for it if it is encrypted.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::MissingKeys`]; what opening a file refuses.
    pub(crate) fn open_store(&self, path: &Path, author: &str) -> Result<Store> {
        let plain = crate::store::is_plain(path)?;
        sweep(path, plain)?;
        if plain {
            let store = Store::open(path, author, None)?;
            self.access().unlocked = None;
            return Ok(store);
        }
        let Some(keys) = KeyFile::read(path)? else {
            let length = std::fs::metadata(path)?.len();
            let encrypted = length > 0 && length.is_multiple_of(4096);
            return Err(if encrypted { Error::MissingKeys } else { Error::NotOurFile });
        };
        let unlocked = self.access().unlocked.clone().filter(|unlocked| unlocked.path == path).ok_or(Error::Locked)?;
        let (mut store, user) = unlock(path, author, keys, &unlocked)?;
        let grant = user.as_ref().map_or(Grant::Coordinator, |user| Grant::of(user.role));
        store.work_as(user.as_ref().map_or(author.into(), |user| format!("{author}/{}", user.id)), grant);
        self.access().unlocked = Some(Unlocked { user, ..unlocked });
        Ok(store)
    }

    /// The key of a copy of the open file; none for one that is not encrypted.
    ///
    /// # Errors
    /// [`Error::LockedCopy`] when whoever works with the file cannot open it, [`Error::MissingKeys`].
    pub(crate) fn key_of_copy(&self, copy: &Path) -> Result<Option<DataKey>> {
        if crate::store::is_plain(copy)? {
            return Ok(None);
        }
        let keys = KeyFile::read(copy)?.ok_or(Error::MissingKeys)?;
        let identity = self.access().unlocked.as_ref().map(|unlocked| unlocked.identity.clone());
        let key = identity.and_then(|identity| keys.keys(&identity).into_iter().next());
        key.map(Some).ok_or(Error::LockedCopy)
    }

    /// The key of a copy for somebody with a passphrase; none for a copy that is not encrypted.
    ///
    /// # Errors
    /// [`Error::Locked`] without a passphrase, [`Error::WrongPassphrase`], [`Error::MissingKeys`].
    pub(crate) fn key_by_passphrase(&self, copy: &Path, passphrase: Option<&str>) -> Result<Option<DataKey>> {
        if crate::store::is_plain(copy)? {
            return Ok(None);
        }
        let keys = KeyFile::read(copy)?.ok_or(Error::MissingKeys)?;
        let unlocked = keys.unlock(passphrase.ok_or(Error::Locked)?)?;
        let key = unlocked.and_then(|(_, identity)| keys.keys(&identity).into_iter().next());
        key.map(Some).ok_or(Error::WrongPassphrase)
    }

    /// Notes that a file waits for a passphrase, or that none does; either way nobody has unlocked anything.
    pub(crate) fn wait_for(&self, path: Option<&Path>) {
        let mut access = self.access();
        access.locked = path.map(Path::to_owned);
        access.unlocked = None;
    }
}

/// Opens a file with the keys that its key file has for somebody, and says who that is.
fn unlock(path: &Path, author: &str, mut keys: KeyFile, unlocked: &Unlocked) -> Result<(Store, Option<User>)> {
    let mut opened = Err(Error::Locked);
    for (place, key) in keys.keys(&unlocked.identity).into_iter().enumerate() {
        match Store::open(path, author, Some(&key)) {
            // Not this key: the file got the other one, or has not got it yet.
            Err(Error::NotOurFile) => opened = Err(Error::DamagedKeys),
            other => {
                if other.is_ok() && place > 0 {
                    // The program ended between the file's new key and this note of it.
                    keys.seal(&key)?;
                    keys.write(path)?;
                }
                opened = other;
                break;
            }
        }
    }
    let store = opened?;
    let user = match &unlocked.user {
        Some(user) => Some(store.user(&user.id)?.ok_or(Error::WrongPassphrase)?),
        None => None,
    };
    Ok((store, user))
}

/// The file that waits for a passphrase, if one does.
pub fn locked(session: &Session, _: DateTime<Utc>) -> Result<Option<LockedFile>> {
    let path = session.access().locked.clone();
    Ok(path.map(|path| LockedFile {
        path: path.display().to_string(),
        file_name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        keyring: keyring::knows(session, &path),
    }))
}

/// Locks the open file: what is in memory of it is forgotten until somebody unlocks it again. A file that is not
/// encrypted stays open.
pub fn lock_file(session: &Session, _: DateTime<Utc>) -> Result<Option<LockedFile>> {
    let path = session.store(|store| Ok(store.is_encrypted().then(|| store.path().to_owned())))?;
    if let Some(path) = path {
        session.forget_store();
        session.wait_for(Some(&path));
    }
    locked(session, DateTime::UNIX_EPOCH)
}

/// Goes back to the start from a file that waits for a passphrase.
pub fn leave_locked(session: &Session, _: DateTime<Utc>) -> Result<()> {
    session.wait_for(None);
    Ok(())
}

/// How the open file is protected.
///
/// # Errors
/// [`Error::NoFile`]
pub fn protection(session: &Session, _: DateTime<Utc>) -> Result<Protection> {
    let mut protection = standing(session)?;
    if protection.encrypted {
        protection.remembered = keyring::remembers(session)?;
        protection.keyring = protection.remembered || session.desktop().has_keyring();
    }
    Ok(protection)
}

/// The same without a word of the keyring, which may take its time to answer.
pub(crate) fn standing(session: &Session) -> Result<Protection> {
    let user = session.access().unlocked.as_ref().and_then(|unlocked| unlocked.user.clone());
    session.store(|store| {
        Ok(Protection {
            encrypted: store.is_encrypted(),
            unprotected_by_choice: store.is_unprotected_by_choice()?,
            users: if store.is_encrypted() { store.users()? } else { vec![] },
            role: user.as_ref().map_or(UserRole::Coordinator, |user| user.role),
            user: user.map(|user| user.id),
            lock_choices: session::LOCK_AFTER,
            keyring: false,
            remembered: false,
        })
    })
}

/// Notes that the partnership works without a passphrase.
///
/// # Errors
/// [`Error::NoFile`]
pub fn go_unprotected(session: &Session, now: DateTime<Utc>) -> Result<()> {
    session.store(|store| store.go_unprotected(now))
}

/// Encrypts the open file and the copies that were made of it. Whoever does becomes its first user, a coordinator.
///
/// # Errors
/// [`Error::Invalid`] for a name or a passphrase; [`Error::AlreadyEncrypted`]. The file stays as it is.
pub fn protect_file(session: &Session, now: DateTime<Utc>, name: String, passphrase: String) -> Result<Recovery> {
    let user = user_of(UserValues { name, role: UserRole::Coordinator, agency: None })?;
    sound("passphrase", &passphrase)?;
    let (path, encrypted) = session.store(|store| Ok((store.path().to_owned(), store.is_encrypted())))?;
    if encrypted {
        return Err(Error::AlreadyEncrypted);
    }
    let (key, recovery) = (DataKey::random()?, x25519::Identity::generate());
    let mut keys = KeyFile::new(&recovery, &key)?;
    keys.set_passphrase(&user.id, &passphrase, &key)?;
    let (_, identity) = keys.unlock(&passphrase)?.ok_or(Error::WrongPassphrase)?;
    session.store(|store| {
        store.remove_users()?;
        store.set_user(&user, now)?;
        store.write_anew(&anew(&path), Some(&key))
    })?;
    // A key file beside a file that is not encrypted yet does nothing.
    keys.write(&path)?;
    session.access().unlocked = Some(Unlocked { path: path.clone(), identity, user: Some(user.clone()) });
    session::replace_file(session, now, &path, || put_in_place(&path))?;
    // From here on it is encrypted, and the recovery key is shown whatever the disk refuses.
    let left =
        encrypt_copies(session, now).map_or_else(|_| exchange::copies_of(&path), |left| left.into_keys().collect());
    let left = left.iter().map(|copy| copy.display().to_string()).collect();
    Ok(Recovery { key: keys::printed(&recovery), left })
}

/// Encrypts the copies of the open file that lie in the clear while the file does not: all when it is encrypted, and later
/// those that the disk refused then. Those that lie in the clear still, and why.
///
/// # Errors
/// [`Error::NoFile`]; what the disk refuses of the open file.
pub(crate) fn encrypt_copies(session: &Session, now: DateTime<Utc>) -> Result<BTreeMap<PathBuf, Error>> {
    let (path, key, users) =
        session.store(|store| Ok((store.path().to_owned(), store.key().cloned(), store.users()?)))?;
    let Some(key) = key else { return Ok(BTreeMap::new()) };
    let mut keys = KeyFile::read(&path)?.ok_or(Error::MissingKeys)?;
    // The file may get another key meanwhile: a copy opens with the one that it has.
    keys.seal(&key)?;
    let encrypted = |copy: &PathBuf| -> Result<()> {
        let plain = crate::store::is_plain(copy)?;
        // What was cut off left the former copy under a second name.
        sweep(copy, plain)?;
        if plain { encrypt_copy(copy, &users, now, &keys, &key) } else { Ok(()) }
    };
    let copies = exchange::copies_of(&path).into_iter();
    Ok(copies.filter_map(|copy| encrypted(&copy).err().map(|why| (copy, why))).collect())
}

fn encrypt_copy(copy: &Path, users: &[User], now: DateTime<Utc>, keys: &KeyFile, key: &DataKey) -> Result<()> {
    let mut store = Store::open(copy, "", None)?;
    store.remove_users()?;
    store.set_users(users, now)?;
    store.write_anew(&anew(copy), Some(key))?;
    drop(store);
    keys.write(copy)?;
    put_in_place(copy)
}

/// Takes the encryption away from the open file. The copies that were made of it keep theirs.
///
/// # Errors
/// [`Error::WrongPassphrase`]
pub fn unprotect_file(session: &Session, now: DateTime<Utc>, passphrase: String) -> Result<FileInfo> {
    let path = own_passphrase(session, &passphrase)?;
    session.store(|store| {
        store.go_unprotected(now)?;
        store.write_anew(&anew(&path), None)
    })?;
    let info = session::replace_file(session, now, &path, || put_in_place(&path))?;
    session.store(Store::remove_users)?;
    std::fs::remove_file(keys::path_of(&path))?;
    Ok(info)
}

/// Makes another recovery key, so that the one on paper opens nothing any more.
///
/// # Errors
/// [`Error::NotEncrypted`]
pub fn renew_recovery(session: &Session, now: DateTime<Utc>) -> Result<Recovery> {
    let recovery = x25519::Identity::generate();
    let (path, keys) = session.store(|store| {
        let key = store.key().ok_or(Error::NotEncrypted)?.clone();
        let mut keys = KeyFile::read(store.path())?.ok_or(Error::MissingKeys)?;
        keys.set_recovery(&recovery, &key)?;
        Ok((store.path().to_owned(), keys))
    })?;
    // Whoever came with the former recovery key has this one now.
    let former = session.access().unlocked.clone();
    if let Some(unlocked) = session.access().unlocked.as_mut().filter(|unlocked| unlocked.user.is_none()) {
        unlocked.identity = recovery.clone();
    }
    if let Err(error) = rekey(session, now, keys) {
        // Whatever was refused: the recovery key that counts is the one that the key file knows, and is shown.
        if !KeyFile::read(&path).is_ok_and(|keys| keys.is_some_and(|keys| keys.recovers(&recovery))) {
            session.access().unlocked = former;
            return Err(error);
        }
    }
    Ok(Recovery { key: keys::printed(&recovery), left: vec![] })
}

/// Gives the file another key: writes it anew. The key file knows both while it is done: wherever that is cut off, one of
/// them opens it. SQLCipher's own way is not gone, which goes on in silence when the disk refuses.
fn rekey(session: &Session, now: DateTime<Utc>, mut keys: KeyFile) -> Result<()> {
    let key = DataKey::random()?;
    let (path, before) = session.store(|store| {
        let path = store.path().to_owned();
        // An earlier note of the file's key may not have reached the disk.
        keys.seal(store.key().ok_or(Error::NotEncrypted)?)?;
        keys.announce(&key)?;
        store.write_anew(&anew(&path), Some(&key))?;
        let before = KeyFile::read(&path)?.ok_or(Error::MissingKeys)?;
        keys.write(&path)?;
        Ok((path, before))
    })?;
    if let Err(error) = session::replace_file(session, now, &path, || put_in_place(&path)) {
        let as_before = session.store(|store| Ok(store.key().is_some_and(|now| now.bytes() != key.bytes())));
        if as_before.unwrap_or(false) {
            before.write(&path)?;
        }
        return Err(error);
    }
    keys.seal(&key)?;
    // The file has its key, and the key file knows it; that it is the only one is noted when the file is opened, if not now.
    let _ = keys.write(&path);
    Ok(())
}

/// Where the open file lies, if this is the passphrase of whoever works with it.
fn own_passphrase(session: &Session, passphrase: &str) -> Result<PathBuf> {
    let path = session.store(|store| Ok(store.path().to_owned()))?;
    let user = session.access().unlocked.as_ref().and_then(|unlocked| unlocked.user.clone());
    let keys = KeyFile::read(&path)?.ok_or(Error::NotEncrypted)?;
    match keys.unlock(passphrase)? {
        Some((id, _)) if user.is_some_and(|user| user.id == id) => Ok(path),
        _ => Err(Error::WrongPassphrase),
    }
}
