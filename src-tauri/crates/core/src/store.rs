//! The partnership's file: SQLite, opened by one window at a time.
//!
//! The truth is the table `change`: immutable Automerge changes, one a save, with author and time. The typed tables
//! are their projection, written in the same transaction, and can be rebuilt from them at any time. This file opens,
//! reads and writes; `store/dossier.rs` knows how a record lies in an Automerge document, `store/project.rs` how it
//! becomes a row. No question about the field is asked here.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use automerge::AutoCommit;
use chrono::{DateTime, Utc};
use include_dir::{Dir, include_dir};
use rusqlite::{Connection, OpenFlags, functions::FunctionFlags, params};
use sha2::{Digest as _, Sha256};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::{Result, error::Error, locale::word_key, protection::Grant};

mod conflict;
mod content;
mod copy;
mod dossier;
mod erase;
mod history;
mod live;
mod merge;
mod network;
mod project;
mod reader;
mod rows;
mod seal;
mod sent;
mod undo;
mod user;
mod writer;

pub use conflict::{Clash, Written};
pub(crate) use content::sha256;
pub use erase::{Leaf, Tombstone, Way, Wording};
pub use history::{Moment, Touched};
pub use merge::{Brought, Incoming, Merged, MergedRecord, Source};
pub use network::Received;
pub use seal::DataKey;
pub(crate) use seal::is_plain;
pub use undo::{Edit, Typed};
pub use user::User;
pub(crate) use user::laptop_and_user;

static MIGRATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/migrations");

/// Marks a SQLite file as ours: "LIAS".
const APPLICATION_ID: i32 = 0x4C49_4153;

/// An open file.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    author: String,
    owner: String,
    dossiers: HashMap<String, AutoCommit>,
    undo: undo::Stack,
    key: Option<DataKey>,
    grant: Grant,
}

/// The file, to read. All reads of one `Reader` see the same state.
pub struct Reader<'a> {
    conn: &'a Connection,
}

/// The file, to read and change within one transaction.
pub struct Writer<'a> {
    reader: Reader<'a>,
    author: &'a str,
    owner: &'a str,
    grant: Grant,
    now: DateTime<Utc>,
    dossiers: RefCell<HashMap<String, AutoCommit>>,
    touched: RefCell<BTreeMap<String, Vec<automerge::ChangeHash>>>,
    edits: RefCell<Vec<Edit>>,
}

impl<'a> std::ops::Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}

impl Store {
    /// Makes a new file, encrypted if there is a key. `author` names who changes it from here on, `owner` the partner (its
    /// code) whose file it is.
    ///
    /// # Errors
    /// [`Error::FileExists`] when there is one already; it stays as it is.
    pub fn create(path: &Path, author: &str, owner: &str, key: Option<&DataKey>) -> Result<Self> {
        if path.exists() {
            return Err(Error::FileExists);
        }
        let made = Connection::open(path).map_err(Error::from).and_then(|conn| {
            seal::unlock(&conn, key)?;
            conn.pragma_update(None, "application_id", APPLICATION_ID)?;
            let mut store = Self::prepare(conn, path, author, key)?;
            store
                .conn
                .execute("INSERT INTO file (id, owner) VALUES (?1, ?2)", params![Uuid::new_v4().to_string(), owner])?;
            store.owner = owner.into();
            Ok(store)
        });
        if made.is_err() {
            // Nobody has been told that this file exists; half a file must not stay behind.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    /// Opens a file, with its key if it is encrypted.
    ///
    /// # Errors
    /// [`Error::MissingFile`], [`Error::NotOurFile`] (also for a wrong key), [`Error::NewerFile`], [`Error::DamagedFile`],
    /// [`Error::ReadOnlyFile`] and [`Error::FileInUse`]; the file stays as it is.
    pub fn open(path: &Path, author: &str, key: Option<&DataKey>) -> Result<Self> {
        if std::fs::metadata(path)?.permissions().readonly() {
            return Err(Error::ReadOnlyFile);
        }
        let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        seal::unlock(&conn, key)?;
        conn.busy_timeout(std::time::Duration::from_millis(200))?;
        let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if id != APPLICATION_ID {
            return Err(Error::NotOurFile);
        }
        let mut store = Self::prepare(conn, path, author, key)?;
        store.owner = store
            .conn
            .query_row("SELECT owner FROM file", [], |row| row.get(0))
            .map_err(|error| Error::DamagedFile(error.to_string()))?;
        Ok(store)
    }

    fn prepare(mut conn: Connection, path: &Path, author: &str, key: Option<&DataKey>) -> Result<Self> {
        // One window at a time: SQLite's own exclusive lock says so on every system, and ends with the process.
        conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        conn.pragma_update(None, "journal_mode", "WAL")?;
        // NORMAL loses acknowledged saves when the power fails.
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "foreign_keys", true)?;
        conn.pragma_update(None, "secure_delete", true)?;
        conn.pragma_update(None, "trusted_schema", false)?;
        conn.pragma_update(None, "cell_size_check", true)?;
        conn.set_prepared_statement_cache_capacity(128);
        // For questions about names, see `locale::word_key`.
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        conn.create_scalar_function("word_key", 1, flags, |words| {
            Ok(word_key(words.get_raw(0).as_str().unwrap_or("")))
        })?;
        let own = author.to_owned();
        conn.create_scalar_function("own_laptop", 0, flags, move |_| Ok(own.clone()))?;
        let verdict: String = conn.pragma_query_value(None, "quick_check", |row| row.get(0))?;
        if verdict != "ok" {
            return Err(Error::DamagedFile(verdict));
        }
        migrate(&mut conn, path, key.is_some())?;
        content::sweep(&conn)?;
        Ok(Self {
            conn,
            path: path.into(),
            author: author.into(),
            owner: String::new(),
            dossiers: HashMap::new(),
            undo: undo::Stack::default(),
            key: key.cloned(),
            grant: Grant::Coordinator,
        })
    }

    /// Who changes the file, as the history names them.
    pub(crate) fn author(&self) -> &str {
        &self.author
    }

    /// Says who writes from here on: under which name, and what they may write.
    pub(crate) fn work_as(&mut self, author: String, grant: Grant) {
        self.author = author;
        self.grant = grant;
        self.dossiers.clear();
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `body` on one consistent state of the file.
    pub fn read<T>(&mut self, body: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let tx = self.conn.transaction()?;
        body(&Reader { conn: &tx })
    }

    /// Runs `body` and keeps all of its changes as one change a dossier, or none if it fails.
    pub fn write<T>(&mut self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        let (output, edits) = self.transact(now, body)?;
        self.undo.push(edits, now);
        Ok(output)
    }

    /// The same for what the program notes by itself: no step of the officer's, and so nothing to take back.
    pub fn note<T>(&mut self, now: DateTime<Utc>, body: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        self.transact(now, body).map(|(output, _)| output)
    }

    /// Takes back the most recent write of this session; with a step, only if that is the most recent one.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`]; [`Error::TakenIn`] when the last thing that happened was that changes of others came in;
    /// [`Error::ChangedSince`] when something of it was changed by another hand since, or the
    /// step is not the most recent one any more.
    pub fn undo(&mut self, now: DateTime<Utc>, step: Option<u32>) -> Result<()> {
        if step.is_some() && step != self.undo.number() {
            return Err(Error::ChangedSince);
        }
        let edits = self.undo.last_done().ok_or_else(|| self.undo.end())?;
        self.transact(now, |data| data.revert(&edits))?;
        self.undo.undone();
        Ok(())
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<()> {
        let edits = self.undo.last_undone().ok_or(Error::NothingToUndo)?;
        self.transact(now, |data| data.repeat(&edits))?;
        self.undo.redone();
        Ok(())
    }

    /// The step that would be taken back next, and whether there is something to do again.
    pub fn undoable(&self) -> (Option<u32>, bool) {
        (self.undo.number(), self.undo.last_undone().is_some())
    }

    /// Puts all of the log into the file, so that it is whole without what lies beside it.
    ///
    /// # Errors
    /// As the system says; nothing is lost then.
    pub(crate) fn settle(&mut self) -> Result<()> {
        let busy: i64 = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(Error::FileInUse) }
    }

    /// Makes every row again from the history.
    pub fn rebuild(&mut self) -> Result<()> {
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        project::rebuild(&Reader { conn: &tx })?;
        Ok(tx.commit()?)
    }

    /// Looks through the whole database, and compares every row with the history it comes from.
    ///
    /// # Errors
    /// [`Error::DamagedFile`] names the first thing that is not right.
    pub fn verify(&mut self) -> Result<()> {
        let tx = self.conn.transaction()?;
        let verdict: String = tx.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
        if verdict != "ok" {
            return Err(Error::DamagedFile(verdict));
        }
        project::verify(&Reader { conn: &tx })
    }

    fn transact<T>(
        &mut self,
        now: DateTime<Utc>,
        body: impl FnOnce(&Writer<'_>) -> Result<T>,
    ) -> Result<(T, Vec<Edit>)> {
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let writer = Writer {
            reader: Reader { conn: &tx },
            author: &self.author,
            owner: &self.owner,
            grant: self.grant,
            now,
            dossiers: RefCell::new(std::mem::take(&mut self.dossiers)),
            touched: RefCell::default(),
            edits: RefCell::default(),
        };
        let output = body(&writer).and_then(|output| writer.finish().map(|()| output));
        let (mut dossiers, touched, edits) =
            (writer.dossiers.into_inner(), writer.touched.into_inner(), writer.edits.into_inner());
        let output = output.and_then(|output| tx.commit().map(|()| output).map_err(Error::from));
        if output.is_err() {
            // What these hold in memory is not in the file: the next use loads them again.
            dossiers.retain(|id, _| !touched.contains_key(id));
        }
        self.dossiers = dossiers;
        output.map(|output| (output, edits))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // A single tidy file while it is closed; if this fails, SQLite recovers the log at the next opening.
        let _ = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

/// A new record id: a UUIDv7 of the time `now`, so that ids sort by when records were made; those of one moment by
/// their order.
pub fn new_id(now: DateTime<Utc>) -> String {
    static ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());
    let seconds = now.timestamp().try_into().unwrap_or_default();
    let order = ORDER.lock().unwrap_or_else(PoisonError::into_inner);
    Uuid::new_v7(Timestamp::from_unix(&*order, seconds, now.timestamp_subsec_nanos())).to_string()
}

/// The id of a record that two people make alike because it follows from these parts.
pub fn id_from(parts: &[&str]) -> String {
    let hash = Sha256::digest(parts.join(" "));
    let bytes: [u8; 16] = hash[..16].try_into().expect("a SHA-256 has 32 bytes");
    uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

/// Brings the file to the newest schema, in one transaction; what was there before is copied first.
fn migrate(conn: &mut Connection, path: &Path, encrypted: bool) -> Result<()> {
    let mut files: Vec<_> = MIGRATIONS.files().collect();
    files.sort_by_key(|file| file.path());
    let done: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let Some(pending) = files.get(done as usize..) else {
        return Err(Error::NewerFile);
    };
    if done > 0 && !pending.is_empty() {
        copy::before_migration(conn, path, encrypted)?;
    }
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for file in pending {
        tx.execute_batch(file.contents_utf8().expect("migrations are UTF-8"))?;
    }
    if done > 0 && !pending.is_empty() {
        project::rebuild(&Reader { conn: &tx })?;
    }
    tx.pragma_update(None, "user_version", files.len() as u32)?;
    Ok(tx.commit()?)
}
