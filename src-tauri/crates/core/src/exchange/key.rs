//! What a laptop is known by to others: a text that can be sent in a letter or read out, with a checksum of its own. It
//! holds nothing secret.

use std::{fmt, str::FromStr};

use age::x25519::Recipient;
use bech32::{Bech32, Bech32m, Hrp};
use ed25519_dalek::VerifyingKey;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The part before the first digit one: together with it the text begins with `LIAISE-1`.
const PREFIX: &str = "liaise-";
/// The part of an age recipient before its digit one.
const AGE: &str = "age";

/// The public half of a laptop's keys: by what it signs, for what one seals, and how the history names it.
#[derive(Clone)]
pub(crate) struct PublicKey {
    pub(crate) signs: VerifyingKey,
    pub(crate) opens: Recipient,
    pub(crate) installation: Uuid,
}

impl PublicKey {
    /// Twelve letters of which two people can say over the telephone whether they see the same.
    pub(crate) fn check(&self) -> String {
        let hash = Sha256::digest(self.to_string());
        let letters: Vec<String> = hash[..6].chunks(2).map(|pair| format!("{:02X}{:02X}", pair[0], pair[1])).collect();
        letters.join(" ")
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, opens) = bech32::decode(&self.opens.to_string()).map_err(|_| fmt::Error)?;
        let bytes = [&self.signs.as_bytes()[..], &opens, self.installation.as_bytes()].concat();
        let text = bech32::encode_upper::<Bech32m>(Hrp::parse_unchecked(PREFIX), &bytes).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl FromStr for PublicKey {
    type Err = ();

    /// Reads the text as it was sent: broken into lines or groups, in small or capital letters.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        let (prefix, bytes) = bech32::decode(&text).map_err(|_| ())?;
        if prefix.to_lowercase() != PREFIX || bytes.len() != 80 {
            return Err(());
        }
        let signs = VerifyingKey::from_bytes(bytes[..32].try_into().map_err(|_| ())?).map_err(|_| ())?;
        if signs.is_weak() {
            return Err(());
        }
        let opens = bech32::encode::<Bech32>(Hrp::parse_unchecked(AGE), &bytes[32..64]).map_err(|_| ())?;
        let installation = Uuid::from_slice(&bytes[64..]).map_err(|_| ())?;
        let key = Self { signs, opens: opens.parse().map_err(|_| ())?, installation };
        // One key has one text: the id of a member follows from it.
        if key.to_string() == text { Ok(key) } else { Err(()) }
    }
}
