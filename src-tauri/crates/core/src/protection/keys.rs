//! The key file beside an encrypted partnership file: who can open it. The file's own key is random and sealed with age
//! for everybody who has a passphrase, and for the recovery key on paper. A passphrase becomes an age identity by Argon2id
//! (RFC 9106), so that a new key of the file can be sealed for all without asking anybody for a passphrase.
//!
//! No name is in here, and no secret: a stranger learns how many can open the file, not who.

use std::{
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
};

use age::{Decryptor, Encryptor, Recipient, secrecy::ExposeSecret as _, x25519};
use argon2::{Algorithm, Argon2, Params, Version};
use bech32::{Bech32, Hrp};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Result, error::Error, hex, session, store::DataKey};

/// What its name has behind that of the partnership's file.
const SUFFIX: &str = "-keys";
/// A key file is at most as large.
const MAX_BYTES: u64 = 1 << 20;
/// The form that is written.
const VERSION: u32 = 1;
/// 64 MiB and three passes: the second recommended choice of RFC 9106, section 4.
const MEMORY: u32 = 64 << 10;
const PASSES: u32 = 3;
/// What a key file from elsewhere may ask for at most: more would keep an old computer busy for minutes.
const MAX_MEMORY: u32 = 512 << 10;
const MAX_PASSES: u32 = 16;

/// The part of an age identity before its digit one.
const IDENTITY: &str = "age-secret-key-";

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    /// The form of the key file.
    liaise_keys: u32,
    /// The file's key, sealed, hexadecimal.
    sealed: String,
    /// While the file gets another key: that one, sealed.
    next: Option<String>,
    /// Who has a passphrase.
    slots: Vec<Slot>,
    /// For what the recovery key on paper is the secret.
    recovery: String,
}

/// One passphrase.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    /// Id of the user, whose name only the file knows.
    pub(crate) user: String,
    salt: String,
    memory: u32,
    passes: u32,
    /// For what the passphrase is the secret.
    opens: String,
}

impl KeyFile {
    /// A key file that nobody can open yet but who has the recovery key.
    pub(crate) fn new(recovery: &x25519::Identity, key: &DataKey) -> Result<Self> {
        let mut keys = Self {
            liaise_keys: VERSION,
            sealed: String::new(),
            next: None,
            slots: vec![],
            recovery: recovery.to_public().to_string(),
        };
        keys.seal(key)?;
        Ok(keys)
    }

    /// The key file of a partnership file; none beside one that is not encrypted.
    ///
    /// # Errors
    /// [`Error::DamagedKeys`], [`Error::NewerFile`]
    pub(crate) fn read(file: &Path) -> Result<Option<Self>> {
        let bytes = match session::read_file(&path_of(file), MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(Error::MissingFile) => return Ok(None),
            Err(Error::FileTooLarge) => return Err(Error::DamagedKeys),
            Err(error) => return Err(error),
        };
        let form: Form = serde_json::from_slice(&bytes).map_err(|_| Error::DamagedKeys)?;
        if form.liaise_keys > VERSION {
            return Err(Error::NewerFile);
        }
        let keys: Self = serde_json::from_slice(&bytes).map_err(|_| Error::DamagedKeys)?;
        let sound = |slot: &Slot| slot.memory <= MAX_MEMORY && slot.passes <= MAX_PASSES;
        if keys.slots.iter().all(sound) { Ok(Some(keys)) } else { Err(Error::DamagedKeys) }
    }

    /// Writes the key file beside a partnership file.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(|error| Error::Storage(error.to_string()))?;
        session::write_secret(&path_of(file), &text)
    }

    /// Gives a user a passphrase, in place of an earlier one.
    pub(crate) fn set_passphrase(&mut self, user: &str, passphrase: &str, key: &DataKey) -> Result<()> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|error| Error::Storage(error.to_string()))?;
        let mut slot =
            Slot { user: user.into(), salt: hex::encode(&salt), memory: MEMORY, passes: PASSES, opens: String::new() };
        slot.opens = slot.identity(passphrase)?.to_public().to_string();
        self.slots.retain(|slot| slot.user != user);
        self.slots.push(slot);
        self.seal(key)
    }

    /// Takes a user's passphrase away. What is sealed already stays so until the file gets another key.
    pub(crate) fn remove(&mut self, user: &str) {
        self.slots.retain(|slot| slot.user != user);
    }

    /// Puts another recovery key in the place of the one on paper.
    pub(crate) fn set_recovery(&mut self, recovery: &x25519::Identity, key: &DataKey) -> Result<()> {
        self.recovery = recovery.to_public().to_string();
        self.seal(key)
    }

    /// Seals the key that the file has for all who may open it.
    pub(crate) fn seal(&mut self, key: &DataKey) -> Result<()> {
        self.sealed = self.sealed_for_all(key)?;
        self.next = None;
        Ok(())
    }

    /// Notes the key that the file is about to get, beside the one that it has.
    pub(crate) fn announce(&mut self, key: &DataKey) -> Result<()> {
        self.next = Some(self.sealed_for_all(key)?);
        Ok(())
    }

    /// Notes the key of a copy, as that is sealed there, as the one that the file is about to get.
    pub(crate) fn announce_copy(&mut self, copy: &Self) {
        self.next = Some(copy.sealed.clone());
    }

    /// Whose passphrase this is, and what opens the key file for that user. Every slot is tried whatever comes out, so
    /// that the time says nothing.
    pub(crate) fn unlock(&self, passphrase: &str) -> Result<Option<(String, x25519::Identity)>> {
        let mut found = None;
        for slot in &self.slots {
            let identity = slot.identity(passphrase)?;
            if identity.to_public().to_string() == slot.opens {
                found = Some((slot.user.clone(), identity));
            }
        }
        Ok(found)
    }

    /// Id of the user whose slot is opened by what this is the public key of.
    pub(crate) fn user_of(&self, opens: &str) -> Option<&str> {
        self.slots.iter().find(|slot| slot.opens == opens).map(|slot| &*slot.user)
    }

    /// Whether this is the recovery key on paper.
    pub(crate) fn recovers(&self, identity: &x25519::Identity) -> bool {
        identity.to_public().to_string() == self.recovery
    }

    /// The keys that the file may have: the one it has, and the one that it was about to get.
    pub(crate) fn keys(&self, identity: &x25519::Identity) -> Vec<DataKey> {
        let sealed = std::iter::once(&self.sealed).chain(&self.next);
        sealed.filter_map(|sealed| unseal(sealed, identity)).collect()
    }

    fn sealed_for_all(&self, key: &DataKey) -> Result<String> {
        let mut recipients: Vec<x25519::Recipient> = vec![];
        for text in self.slots.iter().map(|slot| &slot.opens).chain([&self.recovery]) {
            recipients.push(text.parse().map_err(|_| Error::DamagedKeys)?);
        }
        let unwritable = |error: &dyn std::fmt::Display| Error::Storage(error.to_string());
        let encryptor = Encryptor::with_recipients(recipients.iter().map(|one| one as &dyn Recipient))
            .map_err(|error| unwritable(&error))?;
        let mut sealed = vec![];
        let mut writer = encryptor.wrap_output(&mut sealed)?;
        writer.write_all(key.bytes())?;
        writer.finish()?;
        Ok(hex::encode(&sealed))
    }
}

/// What is read first of a key file of any form.
#[derive(Deserialize)]
struct Form {
    liaise_keys: u32,
}

impl Slot {
    fn identity(&self, passphrase: &str) -> Result<x25519::Identity> {
        let damaged = |_| Error::DamagedKeys;
        let salt: [u8; 16] = hex::decode(&self.salt).ok_or(Error::DamagedKeys)?;
        let params = Params::new(self.memory, self.passes, 1, Some(32)).map_err(damaged)?;
        let mut secret = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt, &mut *secret)
            .map_err(damaged)?;
        let hrp = Hrp::parse(IDENTITY).map_err(|_| Error::DamagedKeys)?;
        let text = bech32::encode_upper::<Bech32>(hrp, &*secret).map_err(|_| Error::DamagedKeys)?;
        Zeroizing::new(text).parse().map_err(|_| Error::DamagedKeys)
    }
}

fn unseal(sealed: &str, identity: &x25519::Identity) -> Option<DataKey> {
    let bytes = hex::decode_all(sealed)?;
    let decryptor = Decryptor::new_buffered(&*bytes).ok()?;
    let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    reader.read_exact(&mut *key).ok()?;
    Some(DataKey::from_bytes(*key))
}

/// What a passphrase became, in words. Reading them is the same as knowing that passphrase, for this file.
pub(crate) fn secret(identity: &x25519::Identity) -> Zeroizing<String> {
    Zeroizing::new(identity.to_string().expose_secret().to_owned())
}

/// The recovery key as it is printed: groups of four letters and digits.
pub(crate) fn printed(recovery: &x25519::Identity) -> String {
    let text = secret(recovery);
    let letters: Vec<char> = text.chars().skip(IDENTITY.len() + 1).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The recovery key as it was typed: in groups or not, in small or capital letters.
pub(crate) fn typed(text: &str) -> Option<x25519::Identity> {
    let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let prefix = format!("{}1", IDENTITY.to_uppercase());
    Zeroizing::new(prefix + &letters).parse().ok()
}

/// Where the key file of a partnership file lies.
pub(crate) fn path_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(SUFFIX);
    name.into()
}
