//! The people who may open an encrypted file: who they are, what they may do, their passphrases.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::{keyring, keys::KeyFile, own_passphrase, rekey};
use crate::{
    Result,
    catalogue::UserRole,
    error::{Error, Problem},
    session::Session,
    store::User,
};

/// A passphrase has at least as many characters: what NIST SP 800-63B-4, 3.1.1.2, asks of one that stands alone is 15;
/// this one has Argon2id in front of it and a file to get hold of first.
const SHORTEST: usize = 12;
/// And at most as many.
const LONGEST: usize = 1000;
/// A user to be entered or changed.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct UserValues {
    /// What the person is called.
    pub name: String,
    /// What they may do, a code of the catalogue `user_role`.
    #[ts(type = "string")]
    pub role: UserRole,
    /// Id of the agency for which they work.
    pub agency: Option<String>,
}

/// Changes the passphrase of whoever works with the file.
///
/// # Errors
/// [`Error::WrongPassphrase`] for the former one; [`Error::Invalid`] for the new one.
pub fn change_passphrase(session: &Session, _: DateTime<Utc>, former: String, passphrase: String) -> Result<()> {
    own_passphrase(session, &former)?;
    let user =
        session.access().unlocked.as_ref().and_then(|unlocked| unlocked.user.clone()).ok_or(Error::NotAllowed)?;
    set(session, &user.id, &passphrase)
}

/// Enters somebody who may unlock the file, with a first passphrase.
///
/// # Errors
/// [`Error::Invalid`]; [`Error::NotEncrypted`].
pub fn add_user(session: &Session, now: DateTime<Utc>, values: UserValues, passphrase: String) -> Result<User> {
    let user = user_of(values)?;
    sound("passphrase", &passphrase)?;
    session.store(|store| {
        store.key().ok_or(Error::NotEncrypted)?;
        store.set_user(&user, now)
    })?;
    set(session, &user.id, &passphrase)?;
    Ok(user)
}

/// Changes what a user is called and may do.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`], [`Error::LastCoordinator`].
pub fn change_user(session: &Session, now: DateTime<Utc>, user: String, values: UserValues) -> Result<User> {
    let changed = User { id: user, ..user_of(values)? };
    session.store(|store| {
        store.user(&changed.id)?.ok_or(Error::NotFound)?;
        store.set_user(&changed, now)
    })?;
    Ok(changed)
}

/// Gives a user who forgot theirs another passphrase.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`].
pub fn reset_passphrase(session: &Session, _: DateTime<Utc>, user: String, passphrase: String) -> Result<()> {
    session.store(|store| store.user(&user)?.ok_or(Error::NotFound))?;
    set(session, &user, &passphrase)
}

/// Removes a user: the file gets another key, which is sealed for the others only. Copies made before stay as they are.
///
/// # Errors
/// [`Error::NotFound`], [`Error::LastCoordinator`]; nobody removes themselves: [`Error::NotAllowed`].
pub fn remove_user(session: &Session, now: DateTime<Utc>, user: String) -> Result<()> {
    let own = session.access().unlocked.as_ref().and_then(|unlocked| unlocked.user.clone());
    if own.is_some_and(|own| own.id == user) {
        return Err(Error::NotAllowed);
    }
    let keys = session.store(|store| {
        store.remove_user(&user)?;
        let mut keys = KeyFile::read(store.path())?.ok_or(Error::MissingKeys)?;
        keys.remove(&user);
        Ok(keys)
    })?;
    rekey(session, now, keys)
}

/// Gives a user a passphrase.
fn set(session: &Session, user: &str, passphrase: &str) -> Result<()> {
    sound("passphrase", passphrase)?;
    let path = session.store(|store| {
        let key = store.key().ok_or(Error::NotEncrypted)?;
        let mut keys = KeyFile::read(store.path())?.ok_or(Error::MissingKeys)?;
        keys.set_passphrase(user, passphrase, key)?;
        keys.write(store.path())?;
        let mut access = session.access();
        if let Some(unlocked) = access.unlocked.as_mut()
            && unlocked.user.as_ref().is_some_and(|own| own.id == user)
            && let Some((_, identity)) = keys.unlock(passphrase)?
        {
            unlocked.identity = identity;
        }
        Ok(store.path().to_owned())
    })?;
    keyring::tidy(session, &path);
    Ok(())
}

pub(super) fn user_of(values: UserValues) -> Result<User> {
    let name = values.name.trim();
    let problem = match name.chars().count() {
        0 => Some("required"),
        200.. => Some("too_long"),
        _ if name.chars().any(char::is_control) => Some("control_characters"),
        _ => None,
    };
    match problem {
        Some(code) => Err(Error::Invalid(vec![Problem::new("name", code)])),
        None => {
            Ok(User { id: Uuid::new_v4().to_string(), name: name.into(), role: values.role, agency: values.agency })
        }
    }
}

pub(super) fn sound(field: &str, passphrase: &str) -> Result<()> {
    let code = match passphrase.chars().count() {
        count if count < SHORTEST => "passphrase_short",
        count if count > LONGEST => "too_long",
        _ => return Ok(()),
    };
    Err(Error::Invalid(vec![Problem::new(field, code).with("least", SHORTEST)]))
}
