//! The keys of this laptop, in a file of their own beside the settings: made when they are first needed, and never made
//! anew unasked, because what colleagues sealed for the old ones could not be opened any more.

use std::{io, path::PathBuf};

use age::{secrecy::ExposeSecret as _, x25519::Identity};
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::key::PublicKey;
use crate::{
    Result,
    error::Error,
    session::{self, Home},
};

/// The keys of this laptop.
pub(crate) struct Laptop {
    pub(crate) signing: SigningKey,
    pub(crate) opening: Identity,
    pub(crate) public: PublicKey,
}

/// How they lie on disk.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    installation: String,
    signing: String,
    opening: String,
}

/// The keys of this laptop, which the history names `installation`.
///
/// # Errors
/// [`Error::DamagedIdentity`] for a file that cannot be read; it stays as it is.
pub(crate) fn of_laptop(home: &Home, installation: &str) -> Result<Laptop> {
    match std::fs::read(path(home)) {
        Ok(bytes) => parse(&bytes).ok_or(Error::DamagedIdentity),
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(home, installation),
        Err(error) => Err(error.into()),
    }
}

/// How the history names the laptop whose keys these are, if there are any: for settings that were lost.
pub(crate) fn installation(home: &Home) -> Option<String> {
    let stored: Stored = serde_json::from_slice(&std::fs::read(path(home)).ok()?).ok()?;
    Some(stored.installation)
}

fn make(home: &Home, installation: &str) -> Result<Laptop> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| Error::Storage(error.to_string()))?;
    let signing = crate::hex::encode(&seed);
    let opening = Identity::generate().to_string().expose_secret().to_owned();
    let stored = Stored { version: 1, installation: installation.into(), signing, opening };
    let text = serde_json::to_vec_pretty(&stored).map_err(|error| Error::Storage(error.to_string()))?;
    session::make_folder(&home.data)?;
    session::write_secret(&path(home), &text)?;
    parse(&text).ok_or(Error::DamagedIdentity)
}

fn parse(text: &[u8]) -> Option<Laptop> {
    let stored: Stored = serde_json::from_slice(text).ok()?;
    let byte = |at: usize| u8::from_str_radix(stored.signing.get(2 * at..2 * at + 2)?, 16).ok();
    let seed: Vec<u8> = (0..32).map(byte).collect::<Option<_>>()?;
    let signing = SigningKey::from_bytes(seed.as_slice().try_into().ok()?);
    let opening: Identity = stored.opening.parse().ok()?;
    if stored.version != 1 || stored.signing.len() != 64 {
        return None;
    }
    let installation = Uuid::parse_str(&stored.installation).ok()?;
    let public = PublicKey { signs: signing.verifying_key(), opens: opening.to_public(), installation };
    Some(Laptop { signing, opening, public })
}

fn path(home: &Home) -> PathBuf {
    home.data.join("laptop.key")
}
