//! The history as what keeps it in step with a server needs it: by document, and by what came after a change. Taking in
//! is the merge of an exchange file, but for one thing: it happens all the time, so that what the officer did before can
//! still be taken back where nobody has touched it since.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, params};

use super::{Brought, Merged, Reader, Store, merge::Came};
use crate::Result;

impl Reader<'_> {
    /// The documents of the history.
    pub fn documents(&self) -> Result<Vec<String>> {
        self.column("SELECT id FROM document ORDER BY id")
    }

    /// The documents that were erased, and those that take the place of one of which nothing was to stay.
    pub fn erased_documents(&self) -> Result<Vec<String>> {
        self.column("SELECT document FROM erased UNION SELECT successor FROM erased WHERE way = 'erased' ORDER BY 1")
    }

    fn column(&self, sql: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map([], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The changes of a document, one behind the other; nothing of one that is not here.
    pub fn changes_of(&self, document: &str) -> Result<Vec<u8>> {
        let mut statement = self.conn.prepare_cached("SELECT bytes FROM change WHERE document = ?1 ORDER BY seq")?;
        let rows = statement.query_map([document], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// The last change that the server had when the file was last in step with it, and when that was.
    pub fn in_step(&self) -> Result<Option<(i64, String)>> {
        let mut statement = self.conn.prepare_cached("SELECT upto, at FROM live")?;
        Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }
}

impl Store {
    /// Takes in what came over the network, if `body` agrees to what that does.
    ///
    /// # Errors
    /// As [`Store::merge`]; the file stays as it is.
    pub fn merge_live<T>(
        &mut self,
        now: DateTime<Utc>,
        brought: &Brought,
        body: impl FnOnce(&Reader<'_>, &Merged) -> Result<T>,
    ) -> Result<T> {
        let (output, came, tx) = self.take_in(now, brought, body)?;
        tx.commit()?;
        if came == Came::Erasures {
            self.forget()?;
        }
        for change in &brought.changes {
            // What is held in memory of it is not what is stored any more.
            self.dossiers.remove(&change.document);
        }
        Ok(output)
    }

    /// Notes that the server has every change up to this one.
    pub fn note_in_step(&mut self, now: DateTime<Utc>, upto: i64) -> Result<()> {
        let sql = "INSERT INTO live (id, upto, at) VALUES (1, ?1, ?2)
                   ON CONFLICT (id) DO UPDATE SET upto = excluded.upto, at = excluded.at";
        self.conn.execute(sql, params![upto, now.to_rfc3339()])?;
        Ok(())
    }

    /// Forgets that the file was ever in step with a server.
    pub fn forget_in_step(&mut self) -> Result<()> {
        self.conn.execute("DELETE FROM live", [])?;
        Ok(())
    }
}
