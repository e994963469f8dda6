//! Signatures: what tells a partner's data from somebody else's. They are made with the laptop's own key, the one by which
//! colleagues know it (`exchange/identity.rs`). Nothing is kept secret here: a signature says from whom something is, not
//! who may read it.

use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use serde_json::{Value, value::RawValue};
use sha2::{Digest as _, Sha256};

use crate::{Result, error::Error, exchange::identity::Laptop, hex, session::Session};

/// A signature with the key that can check it, both hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// How it was made: always `ed25519`.
    pub algorithm: String,
    /// The public key.
    pub key: String,
    /// The signature.
    pub value: String,
}

/// What is signed travels as `{ "content": …, "signature": … }`. The signature is of the content's bytes as they stand.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    content: Box<RawValue>,
    signature: Signed,
}

/// Why a file is not taken for what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is something else.
    Foreign,
    /// It is of a newer form.
    Newer,
    /// It is not as it was signed.
    Tampered,
}

/// Signs content with this laptop's key: the bytes that travel, and the key.
///
/// # Errors
/// [`Error::DamagedIdentity`] when the key cannot be read.
pub(crate) fn seal(session: &Session, content: &impl serde::Serialize) -> Result<(Vec<u8>, String)> {
    let storage = |error: serde_json::Error| Error::Storage(error.to_string());
    let content = serde_json::to_string(content).map_err(storage)?;
    let signature = sign(session, content.as_bytes())?;
    let key = signature.key.clone();
    let content = RawValue::from_string(content).map_err(storage)?;
    Ok((serde_json::to_vec(&Envelope { content, signature }).map_err(storage)?, key))
}

/// The content of what anybody sent, if it calls itself `format` in a version up to this one, and the key that signed it.
pub(crate) fn open(bytes: &[u8], format: &str, version: u32) -> Result<(Value, String), Unfit> {
    if is_deep(bytes) {
        return Err(Unfit::Foreign);
    }
    let envelope: Envelope = serde_json::from_slice(bytes).map_err(|_| Unfit::Foreign)?;
    let content = envelope.content.get();
    let outline: Value = serde_json::from_str(content).map_err(|_| Unfit::Foreign)?;
    if outline["format"] != format {
        return Err(Unfit::Foreign);
    }
    // A newer form is said to be newer before anything else of it is judged.
    if outline["format_version"].as_u64().is_none_or(|found| found > u64::from(version)) {
        return Err(Unfit::Newer);
    }
    if holds(&envelope.signature, content.as_bytes()) {
        Ok((outline, envelope.signature.key))
    } else {
        Err(Unfit::Tampered)
    }
}

/// Signs bytes with this laptop's key.
///
/// # Errors
/// [`crate::Error::DamagedIdentity`] when the key cannot be read.
fn sign(session: &Session, bytes: &[u8]) -> Result<Signed> {
    let laptop = session.laptop()?;
    Ok(Signed {
        algorithm: "ed25519".into(),
        key: own_key(&laptop),
        value: hex::encode(&laptop.signing.sign(bytes).to_bytes()),
    })
}

/// The public key with which a laptop signs, as [`Signed`] carries it.
pub(crate) fn own_key(laptop: &Laptop) -> String {
    hex::encode(laptop.signing.verifying_key().as_bytes())
}

/// Whether a signature is that of these bytes by its key.
fn holds(signed: &Signed, bytes: &[u8]) -> bool {
    let checked = || {
        let key = VerifyingKey::from_bytes(&hex::decode::<32>(&signed.key)?).ok()?;
        let value = Signature::from_bytes(&hex::decode::<64>(&signed.value)?);
        key.verify_strict(bytes, &value).ok()
    };
    signed.algorithm == "ed25519" && checked().is_some()
}

/// Deepest nesting of signed JSON.
const DEEPEST: usize = 16;

/// Whether JSON is nested deeper than any that this program signs: to be asked before it is read.
fn is_deep(bytes: &[u8]) -> bool {
    let (mut depth, mut text, mut escaped) = (0usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if text => escaped = true,
            b'"' => text = !text,
            b'{' | b'[' if !text => depth += 1,
            b'}' | b']' if !text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// A key in four groups of letters and digits, short enough to be read out on the telephone.
pub fn fingerprint(key: &str) -> String {
    let hash = hex::encode(&Sha256::digest(key.as_bytes())[..8]);
    (0..4).map(|group| hash[group * 4..group * 4 + 4].to_uppercase()).collect::<Vec<_>>().join(" ")
}
