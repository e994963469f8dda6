//! What went out and what came in: the changes since the last file for the same colleagues, and the files that are known
//! here. Of this laptop alone, and no part of the history.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::{Incoming, Reader, Source, Store};
use crate::Result;

impl Reader<'_> {
    /// The last change that all of `recipients` were given in a file made here, and with how many erasures; nothing before
    /// the first such file.
    pub fn sent_upto(&self, recipients: &BTreeSet<String>) -> Result<(i64, u32)> {
        let mut statement = self.conn.prepare_cached(
            "SELECT upto, recipients, coalesce(erased, 0) FROM bundle WHERE upto IS NOT NULL
             ORDER BY upto DESC, coalesce(erased, 0) DESC",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let given: String = row.get(1)?;
            let given: BTreeSet<&str> = given.split(' ').collect();
            if recipients.iter().all(|recipient| given.contains(recipient.as_str())) {
                return Ok((row.get(0)?, row.get(2)?));
            }
        }
        Ok((0, 0))
    }

    /// How many changes came after one, and the number of the last one.
    pub fn changes_after(&self, seq: i64) -> Result<(u32, i64)> {
        let sql = "SELECT count(*), coalesce(max(seq), ?1) FROM change WHERE seq > ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The changes after one, in the order in which they came to be here.
    pub fn outgoing(&self, seq: i64) -> Result<Vec<Incoming>> {
        let sql = "SELECT document, bytes FROM change WHERE seq > ?1 ORDER BY seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([seq], |row| Ok(Incoming { document: row.get(0)?, bytes: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether a file was made or taken in here, by its SHA-256.
    pub fn knows_bundle(&self, sha256: &str) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM bundle WHERE sha256 = ?1")?.exists([sha256])?)
    }

    /// How many changes wait for one that they build on.
    pub fn waiting_changes(&self) -> Result<u32> {
        Ok(self.conn.prepare_cached("SELECT count(*) FROM waiting")?.query_row([], |row| row.get(0))?)
    }
}

impl Store {
    /// Notes a file that was made here: up to which change and with how many erasures, for whom.
    pub fn note_sent(
        &mut self,
        now: DateTime<Utc>,
        file: Source<'_>,
        upto: (i64, u32),
        recipients: &BTreeSet<String>,
    ) -> Result<()> {
        let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
        let sql = "INSERT INTO bundle (sha256, name, at, upto, recipients, erased) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let row = params![file.sha256, file.name, now.to_rfc3339(), upto.0, recipients.join(" "), upto.1];
        self.conn.execute(sql, row)?;
        Ok(())
    }
}
