//! The bytes of attached files: a table beside the history, by what the bytes are (SHA-256).
//!
//! Deliberately no part of an Automerge document. Bytes never change, so there is nothing to merge; and what is in a
//! history stays there, while a photo or a signed sheet must be erasable. Two records with the same file share one row.
//!
//! Besides attachments, the logos of the common catalogue (`pack/logo.rs`) lie here.
//!
//! - **Taking back**: a deleted attachment leaves its bytes until the file is opened again, so that undo finds them.
//! - **Erasure**: without a record that names them, bytes go when the file is opened next ([`sweep`]); `secure_delete`
//!   overwrites them. Erasing a person's attachment at once is deleting its document and calling [`sweep`].
//! - **Exchange**: the bytes travel with the record's first change; what is taken in is only what a record here names. A
//!   record whose bytes are not here is sound ([`Reader::content`] finds nothing).

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use super::{Reader, Writer};
use crate::Result;

/// What names bytes: the SHA-256 of each, with the id of its record.
const NAMED: &str = "SELECT sha256, id FROM attachment UNION ALL
                     SELECT image, id FROM pack_entry WHERE image IS NOT NULL";

impl Reader<'_> {
    /// The bytes that have this SHA-256, if the file holds them.
    pub fn content(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT bytes FROM content WHERE sha256 = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([sha256], |row| row.get(0)).optional()?)
    }
}

impl Reader<'_> {
    /// The bytes of attached files whose records have a change after one, the smallest first, up to so many in all; and how
    /// many files are left out for their size.
    pub fn contents_after(&self, seq: i64, most: u64) -> Result<(Vec<Vec<u8>>, u32)> {
        // A logo's record shares its document with much that changes every day: of that only its own change counts.
        let sql = format!(
            "SELECT DISTINCT c.sha256, length(c.bytes) FROM content c JOIN ({NAMED}) n ON n.sha256 = c.sha256
             JOIN record r ON r.id = n.id JOIN change h ON h.document = r.document WHERE h.seq > ?1
             AND (r.entity = 'attachment' OR substr(h.at, 1, 19) = substr(r.updated_at, 1, 19))
             ORDER BY length(c.bytes), c.sha256"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([seq], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)))?;
        let (mut contents, mut sum, mut left_out) = (vec![], 0, 0);
        for row in rows {
            let (sha256, size) = row?;
            sum += u64::from(size);
            match self.content(&sha256)?.filter(|_| sum <= most) {
                Some(bytes) => contents.push(bytes),
                None => left_out += 1,
            }
        }
        Ok((contents, left_out))
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
    crate::hex::encode(&Sha256::digest(bytes))
}

/// Keeps bytes that came from a colleague if a record names them and they are not here yet; whether they came to be here.
pub(super) fn take_in(data: &Reader<'_>, bytes: &[u8]) -> Result<bool> {
    let sha256 = sha256(bytes);
    let sql = format!(
        "INSERT INTO content (sha256, bytes) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM ({NAMED}) WHERE sha256 = ?1)
         ON CONFLICT DO NOTHING"
    );
    Ok(data.conn.prepare_cached(&sql)?.execute(params![sha256, bytes])? > 0)
}

/// Throws away bytes that no record names.
pub(super) fn sweep(conn: &Connection) -> Result<()> {
    conn.execute(&format!("DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM ({NAMED}))"), [])?;
    Ok(())
}
