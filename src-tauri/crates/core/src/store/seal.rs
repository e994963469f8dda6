//! The encryption of the file, by SQLCipher: its key, another key, and the file anew with a key or without one. Whose
//! passphrase opens what is not known here.

use std::path::Path;

use rusqlite::Connection;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{APPLICATION_ID, Store};
use crate::{Result, error::Error, hex};

/// How a SQLite file begins that is not encrypted.
const PLAIN: &[u8] = b"SQLite format 3\0";

/// The key of an encrypted file: 32 random bytes.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A new key.
    ///
    /// # Errors
    /// When the system has no random bytes.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| Error::Storage(error.to_string()))?;
        Ok(Self(bytes))
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as SQLCipher takes it: raw, so that it derives nothing from it.
    fn raw(&self) -> zeroize::Zeroizing<String> {
        format!("x'{}'", hex::encode(&self.0)).into()
    }
}

/// Whether a file is an unencrypted SQLite file, or no file of any kind yet.
///
/// # Errors
/// [`Error::MissingFile`], [`Error::FileAccess`]
pub(crate) fn is_plain(path: &Path) -> Result<bool> {
    use std::io::Read as _;
    let mut head = vec![];
    std::fs::File::open(path)?.take(PLAIN.len() as u64).read_to_end(&mut head)?;
    Ok(head == PLAIN)
}

/// Tells a connection the key of its file, before anything is read.
pub(super) fn unlock(conn: &Connection, key: Option<&DataKey>) -> Result<()> {
    // What does not open is said by an error, not on the error output.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    if let Some(key) = key {
        conn.pragma_update(None, "key", key.raw().as_str())?;
    }
    Ok(())
}

impl Store {
    /// Whether the file is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    /// The key of the file, if it is encrypted.
    pub(crate) fn key(&self) -> Option<&DataKey> {
        self.key.as_ref()
    }

    /// Writes all of the file into a new one with another key, or without one, and opens that once to see that it is
    /// whole.
    ///
    /// # Errors
    /// [`Error::DamagedFile`] when it is not what was written; as the system says. Half a file is taken away again.
    pub(crate) fn write_anew(&self, path: &Path, key: Option<&DataKey>) -> Result<()> {
        // An empty one, because what is attached may not make a file where the open one may not.
        std::fs::File::create(path)?;
        let written = self.export(path, key).and_then(|()| {
            let anew = Self::open(path, "", key)?;
            if anew.extent()? == self.extent()? {
                drop(anew);
                Ok(std::fs::File::options().write(true).open(path)?.sync_all()?)
            } else {
                Err(Error::DamagedFile("what was written anew is not whole".into()))
            }
        });
        if written.is_err() {
            let _ = std::fs::remove_file(path);
        }
        written
    }

    fn export(&self, path: &Path, key: Option<&DataKey>) -> Result<()> {
        let name = path.to_str().ok_or_else(|| Error::FileAccess(format!("{} is no text", path.display())))?;
        let key = key.map(DataKey::raw).unwrap_or_default();
        // What the disk refused before may have kept the former one attached.
        let _ = self.conn.execute("DETACH anew", []);
        self.conn.execute("ATTACH ?1 AS anew KEY ?2", [name, key.as_str()])?;
        // Tables are written one after the other, and not in the order in which they refer to each other.
        self.conn.pragma_update(None, "foreign_keys", false)?;
        let written = (|| {
            self.conn.query_row("SELECT sqlcipher_export('anew')", [], |_| Ok(()))?;
            let version: u32 = self.conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
            self.conn.pragma_update(Some("anew"), "user_version", version)?;
            self.conn.pragma_update(Some("anew"), "application_id", APPLICATION_ID)
        })();
        self.conn.pragma_update(None, "foreign_keys", true)?;
        let detached = self.conn.execute("DETACH anew", []);
        written.map_err(of_disk)?;
        detached?;
        Ok(())
    }
}

/// SQLCipher tells of what went wrong with the new file in SQLite's words alone, without their code.
fn of_disk(error: rusqlite::Error) -> Error {
    match Error::from(error) {
        Error::Storage(words) if words.contains("disk is full") => Error::DiskFull,
        Error::Storage(words) if words.contains("disk I/O error") || words.contains("unable to open") => {
            Error::FileAccess(words)
        }
        other => other,
    }
}
