//! The keyring of whoever is logged in: Credential Manager on Windows, Keychain on macOS, the Secret Service on Linux. It
//! knows nothing of what it keeps, and waits for no answer longer than it says: a keyring may ask somebody to unlock it,
//! and one that has lost its way must not keep the window waiting.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use keyring_core::{Entry, Error, api::CredentialStoreApi};
use liaise_core::Secret;

#[cfg(target_os = "macos")]
use apple_native_keyring_store::keychain::Store;
#[cfg(windows)]
use windows_native_keyring_store::Store;
#[cfg(all(unix, not(target_os = "macos")))]
use zbus_secret_service_keyring_store::Store;

/// Under which name the keyring shows what is ours.
const SERVICE: &str = "Liaise";
/// Whether there is a keyring is known at once, or there is none.
const ANSWER: Duration = Duration::from_secs(3);
/// So long somebody may take who is asked to unlock the keyring.
const PATIENCE: Duration = Duration::from_secs(60);
/// Opening a file waits no longer for what is to be forgotten; that is tried again the next time.
const LEAVE: Duration = Duration::from_secs(10);

/// Whether there is one that answers.
pub(crate) fn is_there() -> bool {
    within(ANSWER, store, drop).is_ok()
}

/// Puts a secret in place of an earlier one of this name.
pub(crate) fn keep(name: &str, secret: Secret) -> io::Result<()> {
    let (own, name) = (name.to_owned(), name.to_owned());
    let keep = move || entry(&own)?.set_password(&secret);
    // Whoever wanted it was told that it was not kept: what is kept too late is forgotten again.
    within(PATIENCE, keep, move |()| drop(entry(&name).and_then(|entry| entry.delete_credential())))
}

/// Gives a secret back, if there is one of this name.
pub(crate) fn give(name: &str) -> io::Result<Option<Secret>> {
    let name = name.to_owned();
    let give = move || match entry(&name)?.get_password() {
        Ok(secret) => Ok(Some(Secret::new(secret))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    };
    within(PATIENCE, give, drop)
}

/// Forgets a secret; one that is not there is forgotten already.
pub(crate) fn forget(name: &str) -> io::Result<()> {
    let name = name.to_owned();
    let forget = move || match entry(&name)?.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        done => done,
    };
    within(LEAVE, forget, drop)
}

/// Connects anew each time: one that was restarted, or that still waits for somebody, keeps no later call from it.
fn store() -> Result<Arc<Store>, Error> {
    Store::new()
}

fn entry(name: &str) -> Result<Entry, Error> {
    // Windows would carry it to every computer on which the same person logs in.
    let here = HashMap::from([("persistence", "Local")]);
    store()?.build(SERVICE, name, cfg!(windows).then_some(&here))
}

/// Asks on a thread of its own. What comes when nobody waits any more goes to `late`.
fn within<T: Send + 'static>(
    patience: Duration,
    ask: impl FnOnce() -> Result<T, Error> + Send + 'static,
    late: impl FnOnce(T) + Send + 'static,
) -> io::Result<T> {
    let (sender, answer) = mpsc::sync_channel(0);
    thread::spawn(move || {
        if let Err(mpsc::SendError(Ok(done))) = sender.send(ask()) {
            late(done);
        }
    });
    match answer.recv_timeout(patience) {
        Ok(done) => done.map_err(|error| io::Error::other(error.to_string())),
        Err(_) => Err(io::ErrorKind::TimedOut.into()),
    }
}
