//! Which server a partnership's file is kept in step with, and the key for it: a secret file beside the keys of this
//! laptop. Whoever has the key can read and write everything that the server has.

use std::{collections::BTreeMap, fmt, io, path::PathBuf, str::FromStr};

use bech32::{Bech32m, Hrp};
use serde::{Deserialize, Serialize};

use crate::{
    Result,
    error::{Error, Problem},
    session::{self, Home},
};

/// The part before the first digit one: together with it the text begins with `LIAISE-SERVER-1`.
const PREFIX: &str = "liaise-server-";

/// Where a server is, and what opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// `wss://…`; without encryption, `ws://…`, only on this computer itself.
    pub address: String,
    /// The key.
    pub key: ServerKey,
}

/// What a server gives to a laptop: a text with a checksum of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerKey {
    /// By this the server knows the laptop. A secret.
    pub token: [u8; 32],
    /// The SHA-256 of the certificate that the server shows; none where an authority answers for it.
    pub certificate: Option<[u8; 32]>,
}

impl Server {
    /// Reads both as they were typed.
    ///
    /// # Errors
    /// [`Error::Invalid`]
    pub fn parse(address: &str, key: &str) -> Result<Self> {
        let (address, key) = (address_of(address), key.parse());
        match (address, key) {
            (Some(address), Ok(key)) => Ok(Self { address, key }),
            (address, key) => {
                let wrong = address.is_none().then(|| Problem::new("address", "not_an_address"));
                let key = key.is_err().then(|| Problem::new("key", "not_a_server_key"));
                Err(Error::Invalid(wrong.into_iter().chain(key).collect()))
            }
        }
    }
}

/// The address in its one form. What is typed without a scheme is meant with encryption.
fn address_of(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/');
    let (scheme, place) = text.split_once("://").unwrap_or(("wss", text));
    let (authority, _) = place.split_once('/').unwrap_or((place, ""));
    let port = authority.rsplit_once(':').filter(|(_, port)| !port.ends_with(']'));
    let host = port.map_or(authority, |(host, _)| host);
    let this_computer = ["127.0.0.1", "localhost", "[::1]"].contains(&host);
    let sound = !host.is_empty()
        && !place.contains(|c: char| c.is_whitespace() || c.is_control() || "@?#".contains(c))
        && port.is_none_or(|(_, port)| port.parse::<u16>().is_ok());
    match scheme.to_lowercase().as_str() {
        "wss" | "https" if sound => Some(format!("wss://{place}")),
        "ws" | "http" if sound && this_computer => Some(format!("ws://{place}")),
        _ => None,
    }
}

impl fmt::Display for ServerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.token[..], self.certificate.as_ref().map_or(&[], |certificate| certificate)].concat();
        let text = bech32::encode_upper::<Bech32m>(Hrp::parse_unchecked(PREFIX), &bytes).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl FromStr for ServerKey {
    type Err = ();

    /// Reads the text as it was sent: broken into lines or groups, in small or capital letters.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        let (prefix, bytes) = bech32::decode(&text).map_err(|_| ())?;
        let (token, certificate) = bytes.split_first_chunk().ok_or(())?;
        let certificate = match certificate {
            [] => None,
            bytes => Some(bytes.try_into().map_err(|_| ())?),
        };
        let key = Self { token: *token, certificate };
        if prefix.to_lowercase() == PREFIX && key.to_string() == text { Ok(key) } else { Err(()) }
    }
}

/// How servers lie on disk.
#[derive(Default, Serialize, Deserialize)]
struct Stored {
    version: u32,
    partnerships: BTreeMap<String, StoredServer>,
}

#[derive(Serialize, Deserialize)]
struct StoredServer {
    address: String,
    key: String,
}

/// The server of a partnership.
///
/// # Errors
/// [`Error::DamagedIdentity`] for a file that cannot be read; it stays as it is.
pub(super) fn of_partnership(home: &Home, partnership: &str) -> Result<Option<Server>> {
    let mut stored = read(home)?;
    let Some(server) = stored.partnerships.remove(partnership) else { return Ok(None) };
    Server::parse(&server.address, &server.key).map(Some).map_err(|_| Error::DamagedIdentity)
}

/// Notes the server of a partnership, or that it has none.
pub(super) fn set(home: &Home, partnership: &str, server: Option<&Server>) -> Result<()> {
    let mut stored = read(home)?;
    match server {
        Some(server) => {
            let server = StoredServer { address: server.address.clone(), key: server.key.to_string() };
            stored.partnerships.insert(partnership.into(), server);
        }
        None if stored.partnerships.remove(partnership).is_none() => return Ok(()),
        None => {}
    }
    stored.version = 1;
    let text = serde_json::to_vec_pretty(&stored).map_err(|error| Error::Storage(error.to_string()))?;
    session::make_folder(&home.data)?;
    session::write_secret(&path(home), &text)
}

fn read(home: &Home) -> Result<Stored> {
    match std::fs::read(path(home)) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| Error::DamagedIdentity),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Stored::default()),
        Err(error) => Err(error.into()),
    }
}

fn path(home: &Home) -> PathBuf {
    home.data.join("server.key")
}
