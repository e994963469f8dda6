//! The bytes of attached files: a table beside the history, by what the bytes are (SHA-256).
//!
//! Deliberately no part of an Automerge document. Bytes never change, so there is nothing to merge; and what is in a
//! history stays there, while a photo or a signed sheet must be erasable. Two records with the same file share one row.
//!
//! - **Taking back**: a deleted attachment leaves its bytes until the file is opened again, so that undo finds them.
//! - **Erasure**: without a record that names them, bytes go when the file is opened next ([`sweep`]); `secure_delete`
//!   overwrites them. Erasing a person's attachment at once is deleting its document and calling [`sweep`].
//! - **Exchange**: the record travels with its dossier, the bytes only when the officer asks for them; a record whose
//!   bytes are not here is sound ([`Reader::content`] finds nothing).

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use super::{Reader, Writer};
use crate::Result;

impl Reader<'_> {
    /// The bytes that have this SHA-256, if the file holds them.
    pub fn content(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT bytes FROM content WHERE sha256 = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([sha256], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// Keeps bytes in the file; their SHA-256, hexadecimal.
    pub fn keep(&self, bytes: &[u8]) -> Result<String> {
        let sha256 = sha256(bytes);
        let sql = "INSERT INTO content (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.conn.prepare_cached(sql)?.execute(params![sha256, bytes])?;
        Ok(sha256)
    }
}

/// The SHA-256 of bytes, hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Throws away bytes that no attachment names.
pub(super) fn sweep(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)", [])?;
    Ok(())
}
