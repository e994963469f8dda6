//! What a server keeps: the changes of every document, and the ids of those that were erased. What is written is on disk
//! when a function returns; what is not is refused, and nobody is told that it was kept.

use std::{collections::BTreeMap, path::Path};

use automerge::{Automerge, Change, ReadDoc as _};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{
    conversation::Replica,
    index::{self, Index},
};

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS change (
    seq INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    document TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS change_document ON change (document, seq);
CREATE TABLE IF NOT EXISTS erased (
    document TEXT PRIMARY KEY NOT NULL
) STRICT;";

/// Why something was not kept or cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database: no room, no right, damage.
    #[error("{0}")]
    Database(#[from] rusqlite::Error),
    /// The document does not read back as it was written.
    #[error("a document does not read back as it was written")]
    Spoilt,
}

/// See the module.
pub(super) struct Store(Connection);

impl Store {
    /// Opens the history, which takes no more than so many megabytes.
    pub(super) fn open(path: &Path, max_megabytes: u32) -> Result<Self, StoreError> {
        let conn = Connection::open(path)?;
        conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        conn.pragma_update(None, "journal_mode", "WAL")?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "secure_delete", true)?;
        conn.execute_batch(SCHEMA)?;
        let page: i64 = conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let pages = (i64::from(max_megabytes) << 20) / page;
        conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
        let mut store = Self(conn);
        // What was to be erased when the power failed.
        let mut index = Automerge::new();
        index.load_incremental(&store.load(index::ID)?).map_err(|_| StoreError::Spoilt)?;
        store.erase(&Index::read(&index).erased)?;
        Ok(store)
    }

    /// Whether a document was erased: it never comes back.
    pub(super) fn erased(&self, document: &str) -> Result<bool, StoreError> {
        Ok(self.0.prepare_cached("SELECT 1 FROM erased WHERE document = ?1")?.exists([document])?)
    }

    /// Erases every document that the index says was erased, down to the pages of the file.
    fn erase(&mut self, documents: &BTreeMap<String, String>) -> Result<(), StoreError> {
        let tx = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut fresh = 0;
        for document in documents.keys() {
            fresh += tx.execute("INSERT INTO erased (document) VALUES (?1) ON CONFLICT DO NOTHING", [document])?;
            tx.execute("DELETE FROM change WHERE document = ?1", [document])?;
        }
        tx.commit()?;
        if fresh > 0 {
            self.0.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }
}

impl Replica for Store {
    type Error = StoreError;

    fn load(&mut self, document: &str) -> Result<Vec<u8>, StoreError> {
        let mut statement = self.0.prepare_cached("SELECT bytes FROM change WHERE document = ?1 ORDER BY seq")?;
        let rows = statement.query_map([document], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
    }

    fn keep(&mut self, document: &str, changes: &[Change], after: &Automerge) -> Result<(), StoreError> {
        let tx = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for change in changes {
            let sql = "INSERT INTO change (hash, document, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
            tx.prepare_cached(sql)?.execute(params![&change.hash().0[..], document, change.raw_bytes()])?;
        }
        // A change can be well formed and still spoil the document that it joins.
        let mut stored = Automerge::new();
        {
            let mut statement = tx.prepare_cached("SELECT bytes FROM change WHERE document = ?1 ORDER BY seq")?;
            let rows = statement.query_map([document], |row| row.get::<_, Vec<u8>>(0))?;
            let bytes = rows.collect::<Result<Vec<_>, _>>()?.concat();
            stored.load_incremental(&bytes).map_err(|_| StoreError::Spoilt)?;
        }
        let saved = Automerge::load(&stored.save()).map_err(|_| StoreError::Spoilt)?;
        // Another connection may have kept more of the document meanwhile: what this one has is all there, and no less.
        let whole = after.get_heads().iter().all(|head| stored.get_change_by_hash(head).is_some());
        if !whole || saved.get_heads() != stored.get_heads() {
            return Err(StoreError::Spoilt);
        }
        tx.commit()?;
        if document == index::ID {
            self.erase(&Index::read(after).erased)?;
        }
        Ok(())
    }
}
