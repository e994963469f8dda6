//! What a server is set up with: `server.json` in its folder. Of a key it keeps the hash, so that whoever reads the folder
//! cannot use it.

use std::path::Path;

use axum::http::{HeaderMap, header::AUTHORIZATION};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use liaise_core::{exchange::live::ServerKey, session::write_file};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::ServerError;

const FILE: &str = "server.json";

/// See the module.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// Where laptops find it: `wss://HOST:PORT`.
    pub address: String,
    /// Where it listens: an IP address and a port.
    pub listen: String,
    /// How it encrypts the way; nothing behind a proxy that does.
    pub tls: Option<Tls>,
    /// The history takes no more room than so many megabytes.
    pub max_megabytes: u32,
    /// Those who may connect.
    pub keys: Vec<Key>,
}

/// A certificate and its private key, PEM files; relative to the folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The certificate, with those up to an authority behind it.
    pub certificate: String,
    /// The private key.
    pub key: String,
    /// SHA-256 of the certificate, hexadecimal, if it is one that only the keys of this server name.
    pub named: Option<String>,
}

/// Somebody who may connect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Whose it is, for whoever looks after the server.
    pub name: String,
    /// SHA-256 of the token, hexadecimal.
    pub sha256: String,
    /// What it opens.
    pub rights: Rights,
}

/// What a key opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rights {
    /// Reading and writing.
    Write,
    /// Reading alone.
    Read,
}

/// How the way to a new server is encrypted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// By a certificate made now, which the keys name.
    Named,
    /// By a certificate and its private key that are there already.
    Files(String, String),
    /// By a proxy before it.
    Proxy,
}

impl Setup {
    /// Sets up a server in a folder that has none.
    ///
    /// # Errors
    /// When there is one already, the address is none, or the folder cannot be written.
    pub fn make(folder: &Path, address: &str, listen: Option<&str>, way: Way) -> Result<Self, ServerError> {
        let address = address.trim_end_matches('/');
        let place = address.split_once("://").map_or(address, |(_, place)| place);
        let (host, port) = place.rsplit_once(':').unwrap_or((place, "443"));
        if host.is_empty() || port.parse::<u16>().is_err() || place.contains(['/', '@', '?', '#']) {
            return Err(ServerError::Setup(format!("`{address}` is no HOST:PORT")));
        }
        if folder.join(FILE).exists() {
            return Err(ServerError::Setup(format!("{} has a server already", folder.display())));
        }
        std::fs::create_dir_all(folder).map_err(|error| ServerError::Io(folder.display().to_string(), error))?;
        let tls = match way {
            Way::Named => Some(named_certificate(folder, host)?),
            Way::Files(certificate, key) => {
                Some(Tls { certificate: absolute(&certificate)?, key: absolute(&key)?, named: None })
            }
            Way::Proxy => None,
        };
        let listen = match (listen, &tls) {
            (Some(listen), _) => listen.to_owned(),
            (None, Some(_)) => format!("0.0.0.0:{port}"),
            (None, None) => "127.0.0.1:8080".to_owned(),
        };
        let scheme = if address.starts_with("ws://") { "ws" } else { "wss" };
        let setup = Self { address: format!("{scheme}://{place}"), listen, tls, max_megabytes: 4096, keys: vec![] };
        setup.write(folder)?;
        Ok(setup)
    }

    /// Reads the set-up of a folder.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn read(folder: &Path) -> Result<Self, ServerError> {
        let path = folder.join(FILE);
        let text = std::fs::read(&path).map_err(|error| ServerError::Io(path.display().to_string(), error))?;
        serde_json::from_slice(&text).map_err(|error| ServerError::Setup(format!("{}: {error}", path.display())))
    }

    /// Writes it.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), ServerError> {
        let text = serde_json::to_vec_pretty(self).map_err(|error| ServerError::Setup(error.to_string()))?;
        write_file(&folder.join(FILE), &text).map_err(|error| ServerError::Setup(error.to_string()))
    }

    /// Adds a key and returns it; it is kept nowhere else.
    ///
    /// # Errors
    /// When there is one of this name, or the system has no random numbers.
    pub fn add_key(&mut self, name: &str, rights: Rights) -> Result<ServerKey, ServerError> {
        if self.keys.iter().any(|key| key.name == name) {
            return Err(ServerError::Setup(format!("there is a key `{name}` already")));
        }
        let mut token = [0; 32];
        getrandom::fill(&mut token).map_err(|error| ServerError::Setup(error.to_string()))?;
        self.keys.push(Key { name: name.into(), sha256: hash_of(&token), rights });
        let named = self.tls.as_ref().and_then(|tls| tls.named.as_deref());
        let certificate = named.map(|hex| unhex(hex).ok_or_else(|| ServerError::Setup("`named` is no SHA-256".into())));
        Ok(ServerKey { token, certificate: certificate.transpose()? })
    }

    /// Takes a key back: it opens no new connection.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn remove_key(&mut self, name: &str) -> Result<(), ServerError> {
        let before = self.keys.len();
        self.keys.retain(|key| key.name != name);
        if self.keys.len() == before {
            return Err(ServerError::Setup(format!("there is no key `{name}`")));
        }
        Ok(())
    }

    /// What the key in the head of a request opens: `Bearer TOKEN`, or the password of `Basic`, which is how a client of
    /// automerge-repo gives it in its address. The token is compared by its hash, so that time tells nothing of it.
    pub(super) fn rights_of(&self, headers: &HeaderMap) -> Option<Rights> {
        let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
        let token = match value.split_once(' ')? {
            ("Bearer", token) => token.to_owned(),
            ("Basic", words) => {
                String::from_utf8(BASE64_STANDARD.decode(words).ok()?).ok()?.split_once(':')?.1.to_owned()
            }
            _ => return None,
        };
        let hash = hash_of(&unhex(&token)?);
        self.keys.iter().find(|key| key.sha256 == hash).map(|key| key.rights)
    }
}

fn hash_of(token: &[u8; 32]) -> String {
    hex(&Sha256::digest(token))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok();
    let bytes: Vec<u8> = (0..32).map(byte).collect::<Option<_>>()?;
    bytes.try_into().ok()
}

/// Makes a certificate for `host` that no authority answers for. Its keys name it instead, so it need not expire.
fn named_certificate(folder: &Path, host: &str) -> Result<Tls, ServerError> {
    let failed = |error: &dyn std::fmt::Display| ServerError::Setup(format!("no certificate: {error}"));
    let host = host.trim_matches(['[', ']']).to_owned();
    let made = rcgen::generate_simple_self_signed(vec![host]).map_err(|error| failed(&error))?;
    let (certificate, key) = ("certificate.pem", "certificate.key");
    std::fs::write(folder.join(certificate), made.cert.pem()).map_err(|error| failed(&error))?;
    liaise_core::session::write_secret(&folder.join(key), made.signing_key.serialize_pem().as_bytes())
        .map_err(|error| failed(&error))?;
    let named = Some(hex(&Sha256::digest(made.cert.der())));
    Ok(Tls { certificate: certificate.into(), key: key.into(), named })
}

fn absolute(path: &str) -> Result<String, ServerError> {
    let path = std::path::absolute(path).map_err(|error| ServerError::Io(path.into(), error))?;
    Ok(path.display().to_string())
}
