//! Taking in changes that another laptop made: in any order, as often as one likes, all of them or none.
//!
//! A change whose predecessors are not here waits in a table until they come. Every document that was touched is read
//! again from what is stored, and every row of it once as the record it is, before anything is kept: a change can be
//! well formed and still spoil the document it joins. The merging engine may panic on a hostile change; that is caught
//! here and is a refusal like any other. Who sent the changes, and whether to trust that laptop, is asked elsewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
};

use automerge::{AutoCommit, Change, ChangeHash};
use chrono::{DateTime, Utc};
use rusqlite::{Transaction, TransactionBehavior, params};
use serde_json::{Map, Value};

use super::{
    Clash, Reader, Store, Tombstone, Way, conflict, content, dossier,
    erase::{self, Carried},
    project,
};
use crate::{Result, error::Error, records::entity};

/// A change as it travels: the document it belongs to, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Id of the document.
    pub document: String,
    /// The change in Automerge's own form.
    pub bytes: Vec<u8>,
}

/// What a file of a colleague brings.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// What was erased.
    pub tombstones: Vec<Tombstone>,
    /// Changes.
    pub changes: Vec<Incoming>,
    /// Bytes of attached files.
    pub contents: Vec<Vec<u8>>,
}

/// What taking in changes does, or would do.
#[derive(Debug, Default)]
pub struct Merged {
    /// Changes that were not here and are now part of the history.
    pub applied: u32,
    /// Changes that were here already.
    pub already: u32,
    /// Changes that wait for one that they build on.
    pub waiting: u32,
    /// Changes of documents that were erased here; they stay out.
    pub erased: u32,
    /// Records of kinds that this version does not know; they are kept for one that does.
    pub unknown: u32,
    /// Every record that becomes another one.
    pub records: Vec<MergedRecord>,
    /// Erasures that were not known here.
    pub tombstones: Vec<Tombstone>,
    /// How many documents that are here they erase, by kind of record.
    pub erases: BTreeMap<String, u32>,
    /// Attached files whose bytes come to be here.
    pub files: u32,
}

impl Merged {
    fn add(&mut self, other: Self) {
        self.applied += other.applied;
        self.waiting += other.waiting;
        self.unknown += other.unknown;
        self.records.extend(other.records);
    }
}

/// A record before and after.
#[derive(Debug)]
pub struct MergedRecord {
    /// Its kind.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// Its fields; none where it is not there, or not any more.
    pub before: Option<Map<String, Value>>,
    /// The same afterwards.
    pub after: Option<Map<String, Value>>,
    /// Its fields as they would be if it were not deleted.
    pub last: Map<String, Value>,
    /// What it was not torn between before.
    pub clashes: Vec<Clash>,
}

/// A file that changes came in.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// SHA-256 of the file, hexadecimal.
    pub sha256: &'a str,
    /// Its name.
    pub name: &'a str,
}

impl Store {
    /// What taking in these changes would do; the file stays as it is.
    ///
    /// # Errors
    /// As [`Store::merge`].
    pub fn compare<T>(&mut self, brought: &Brought, body: impl FnOnce(&Reader<'_>, &Merged) -> Result<T>) -> Result<T> {
        // No time is written where nothing is kept.
        self.take_in(DateTime::UNIX_EPOCH, brought, body).map(|(output, _, _)| output)
    }

    /// Takes in changes and notes the file they came in, if `body` agrees to what that does. It is no step of the
    /// officer's: from here on nothing before it can be taken back, see [`Error::TakenIn`].
    ///
    /// # Errors
    /// [`Error::DamagedBundle`] for changes that are none, that spoil a document, or that are not of this program; what
    /// `body` refuses. The file stays as it is.
    pub fn merge<T>(
        &mut self,
        now: DateTime<Utc>,
        source: Source<'_>,
        brought: &Brought,
        body: impl FnOnce(&Reader<'_>, &Merged) -> Result<T>,
    ) -> Result<T> {
        let (output, came, tx) = self.take_in(now, brought, body)?;
        let sql = "INSERT INTO bundle (sha256, name, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        tx.execute(sql, params![source.sha256, source.name, now.to_rfc3339()])?;
        tx.commit()?;
        if came != Came::Nothing {
            // What is held in memory is not what is stored any more.
            self.dossiers.clear();
            self.undo.taken_in();
        }
        if came == Came::Erasures {
            self.forget()?;
        }
        Ok(output)
    }

    pub(super) fn take_in<T>(
        &mut self,
        now: DateTime<Utc>,
        brought: &Brought,
        body: impl FnOnce(&Reader<'_>, &Merged) -> Result<T>,
    ) -> Result<(T, Came, Transaction<'_>)> {
        let author = self.author.clone();
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let applied = catch_unwind(AssertUnwindSafe(|| {
            apply(&Taking { data: &Reader { conn: &tx }, now, author: &author }, brought)
        }));
        let merged = applied.unwrap_or_else(|_| Err(Error::DamagedBundle("the merging engine gave up".into())))?;
        let output = body(&Reader { conn: &tx }, &merged)?;
        let came = match (merged.tombstones.is_empty(), merged.applied) {
            (false, _) => Came::Erasures,
            (true, 0) => Came::Nothing,
            (true, _) => Came::Changes,
        };
        Ok((output, came, tx))
    }
}

/// What came in that was not here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    Nothing,
    Changes,
    Erasures,
}

/// The file into which something is taken, and who writes when what has to be written beside it.
struct Taking<'a> {
    data: &'a Reader<'a>,
    now: DateTime<Utc>,
    author: &'a str,
}

/// Documents that were erased now: as they were, and what is to be carried over, by the id of their successor.
type Replaced = BTreeMap<String, (AutoCommit, Carried)>;

fn apply(taking: &Taking<'_>, brought: &Brought) -> Result<Merged> {
    let data = taking.data;
    let mut merged = Merged::default();
    let replaced = bury(data, brought, &mut merged)?;
    let mut documents: BTreeMap<&str, BTreeMap<ChangeHash, Change>> = BTreeMap::new();
    for one in &brought.changes {
        let change = Change::from_bytes(one.bytes.clone()).map_err(damaged)?;
        let hash = change.hash();
        if data.erased(&one.document)? {
            merged.erased += 1;
        } else if has(data, "SELECT 1 FROM change WHERE hash = ?1", &hash)? {
            merged.already += 1;
        } else {
            documents.entry(&one.document).or_default().insert(hash, change);
        }
    }
    for (document, changes) in documents {
        merged.add(with_waiting(taking, document, changes, replaced.get(document))?);
    }
    for bytes in &brought.contents {
        merged.files += u32::from(content::take_in(data, bytes)?);
    }
    Ok(merged)
}

/// Erases what was erased elsewhere. A document whose successor has not come yet stays until it does.
fn bury(data: &Reader<'_>, brought: &Brought, merged: &mut Merged) -> Result<Replaced> {
    let mut replaced = Replaced::new();
    let coming: BTreeSet<&str> = brought.changes.iter().map(|change| &*change.document).collect();
    let known: BTreeMap<String, Way> =
        data.tombstones()?.into_iter().map(|tombstone| (tombstone.document, tombstone.way)).collect();
    for tombstone in &brought.tombstones {
        let successor = tombstone.successor();
        let stronger = |way: &Way| *way == Way::Erased || tombstone.way != Way::Erased;
        if known.get(&tombstone.document).is_some_and(stronger) {
            continue;
        }
        let comes = coming.contains(&*successor) || data.kind_of_document(&successor)?.is_some();
        if tombstone.way != Way::Erased && !comes {
            continue;
        }
        let held = [&tombstone.document, &successor];
        if tombstone.way == Way::Erased {
            for document in held {
                if let Some(kind) = data.kind_of_document(document)? {
                    *merged.erases.entry(kind).or_default() += 1;
                }
            }
            data.purge(&successor)?;
        } else if let Some(kind) = data.kind_of_document(&tombstone.document)? {
            let carried = match tombstone.way {
                Way::Cleared => data.unseen(&tombstone.document, &tombstone.seen)?,
                _ => Carried::new(),
            };
            replaced.insert(successor, (dossier::load(data, &tombstone.document, "")?, carried));
            if tombstone.way == Way::Anonymised {
                *merged.erases.entry(kind).or_default() += 1;
            }
        }
        data.purge(&tombstone.document)?;
        data.bury(tombstone)?;
        merged.tombstones.push(tombstone.clone());
    }
    Ok(replaced)
}

/// Applies the changes of one document with those that waited for them. A change that waits was not looked at when it
/// came; if it spoils the document, it goes on waiting and keeps nothing sound out.
fn with_waiting(
    taking: &Taking<'_>,
    document: &str,
    changes: BTreeMap<ChangeHash, Change>,
    replaces: Option<&(AutoCommit, Carried)>,
) -> Result<Merged> {
    let data = taking.data;
    let waited = waiting(data, document)?;
    if waited.is_empty() {
        return join(taking, document, changes, waited, replaces);
    }
    data.conn.execute_batch("SAVEPOINT waiting")?;
    let joined = catch_unwind(AssertUnwindSafe(|| join(taking, document, changes.clone(), waited, replaces)));
    let joined = match joined {
        Ok(Ok(merged)) => Ok(merged),
        _ => {
            data.conn.execute_batch("ROLLBACK TO waiting")?;
            join(taking, document, changes, BTreeMap::new(), replaces)
        }
    };
    data.conn.execute_batch("RELEASE waiting")?;
    joined
}

fn join(
    taking: &Taking<'_>,
    document: &str,
    mut changes: BTreeMap<ChangeHash, Change>,
    waited: BTreeMap<ChangeHash, Change>,
    replaces: Option<&(AutoCommit, Carried)>,
) -> Result<Merged> {
    let data = taking.data;
    let mut merged = Merged::default();
    let known: BTreeSet<ChangeHash> = waited.keys().copied().collect();
    changes.extend(waited);
    let mut after = dossier::load(data, document, taking.author)?;
    // What takes the place of another document is compared with that.
    let before = replaces.map_or_else(|| after.clone(), |(old, _)| old.clone());
    let heads = after.get_heads();
    after.apply_changes(changes.values().cloned()).map_err(damaged)?;
    let mut fresh = after.get_changes(&heads);
    for hash in fresh.iter().map(Change::hash) {
        merged.applied += u32::from(changes.remove(&hash).is_some());
        data.conn.prepare_cached("DELETE FROM waiting WHERE hash = ?1")?.execute([&hash.0[..]])?;
    }
    for (hash, change) in &changes {
        merged.waiting += u32::from(!known.contains(hash));
        let sql = "INSERT INTO waiting (hash, document, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        data.conn.prepare_cached(sql)?.execute(params![&hash.0[..], document, change.raw_bytes()])?;
    }
    if fresh.is_empty() {
        return Ok(merged);
    }
    if let Some((_, carried)) = replaces.filter(|(_, carried)| !carried.is_empty()) {
        let heads = after.get_heads();
        erase::carry(&mut after, carried)?;
        fresh.extend(dossier::commit(&mut after, &heads, taking.now));
    }
    enter(data, document, &after)?;
    for change in &fresh {
        // Only the first change of an actor names the author: the document knows whose the later ones are.
        let author = after.get_author_for_actor(change.actor_id());
        let author = author.map(|author| String::from_utf8_lossy(author.as_bytes()).into_owned());
        store(data, document, change, &author.unwrap_or_default())?;
    }
    let stored = read_back(data, document, &mut after)?;
    for id in dossier::records(&stored) {
        match data.document_of(&id)? {
            Some(other) if other != document => return Err(damaged("a record lies in two documents")),
            _ => project::record(data, document, &stored, &id).map_err(unfit)?,
        }
        compare(data, document, &id, (&before, &stored), &mut merged)?;
    }
    Ok(merged)
}

/// Enters a document that was not here.
fn enter(data: &Reader<'_>, document: &str, dossier: &AutoCommit) -> Result<()> {
    if data.conn.prepare_cached("SELECT 1 FROM document WHERE id = ?1")?.exists([document])? {
        return Ok(());
    }
    let named = |key: &str| dossier::line(dossier, key).filter(|words| !words.is_empty());
    let root = named(dossier::ROOT_RECORD).ok_or_else(|| damaged("a document without its record"))?;
    let owner = named(dossier::OWNER).ok_or_else(|| damaged("a document without its owner"))?;
    let name = named(&dossier::key(&root, dossier::ENTITY, "")).ok_or_else(|| damaged("a record without its kind"))?;
    // Of a kind that this version does not know it cannot say; the careful answer is that a person is in it.
    let personal = entity(&name).map_or(true, |info| info.personal());
    if data.conn.prepare_cached("SELECT 1 FROM document WHERE root = ?1")?.exists([&root])? {
        return Err(damaged("two documents with one record"));
    }
    let sql = "INSERT INTO document (id, root, entity, owner, personal) VALUES (?1, ?2, ?3, ?4, ?5)";
    data.conn.prepare_cached(sql)?.execute(params![document, root, name, owner, personal])?;
    Ok(())
}

fn store(data: &Reader<'_>, document: &str, change: &Change, author: &str) -> Result<()> {
    let at = DateTime::from_timestamp_millis(change.timestamp()).ok_or_else(|| damaged("a change without a time"))?;
    let sql = "INSERT INTO change (hash, document, at, author, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    data.conn.prepare_cached(sql)?.execute(params![
        &change.hash().0[..],
        document,
        at.to_rfc3339(),
        author,
        change.raw_bytes()
    ])?;
    Ok(())
}

/// The document as it will be loaded from here on, which must be the one that was merged, and must survive saving.
fn read_back(data: &Reader<'_>, document: &str, merged: &mut AutoCommit) -> Result<AutoCommit> {
    let mut stored = dossier::load(data, document, "").map_err(damaged)?;
    let mut saved = AutoCommit::load(&stored.save()).map_err(damaged)?;
    let heads = merged.get_heads();
    if stored.get_heads() != heads || saved.get_heads() != heads {
        return Err(damaged("a document does not read back as it was written"));
    }
    Ok(stored)
}

/// Notes what became of a record, if anything did.
fn compare(
    data: &Reader<'_>,
    document: &str,
    id: &str,
    (before, after): (&AutoCommit, &AutoCommit),
    merged: &mut Merged,
) -> Result<()> {
    let (old, new) = (dossier::record(before, id)?, dossier::record(after, id)?);
    if !old.entity.is_empty() && old.entity != new.entity {
        return Err(damaged("a record becomes one of another kind"));
    }
    let Ok(info) = entity(&new.entity) else {
        merged.unknown += 1;
        return Ok(());
    };
    if !new.deleted {
        // A row that cannot be read as its record would stop every screen that shows it.
        let row = data.object(info, id)?;
        (info.fits)(row).map_err(damaged)?;
    }
    let there = |one: &dossier::Recorded| (!one.entity.is_empty() && !one.deleted).then(|| one.values(info));
    let (was, is) = (there(&old), there(&new));
    let fresh: BTreeSet<&String> = new
        .conflicts
        .iter()
        .filter(|(leaf, values)| old.conflicts.get(*leaf) != Some(values))
        .map(|(l, _)| l)
        .collect();
    if was == is && fresh.is_empty() {
        return Ok(());
    }
    let clashes = conflict::of_record(data, document, after, id, &new)?;
    merged.records.push(MergedRecord {
        entity: info.name,
        id: id.into(),
        before: was,
        after: is,
        last: if new.deleted { old.values(info) } else { new.values(info) },
        clashes: clashes.into_iter().filter(|clash| fresh.contains(&clash.leaf)).collect(),
    });
    Ok(())
}

fn waiting(data: &Reader<'_>, document: &str) -> Result<BTreeMap<ChangeHash, Change>> {
    let mut statement = data.conn.prepare_cached("SELECT bytes FROM waiting WHERE document = ?1")?;
    let rows = statement.query_map([document], |row| row.get::<_, Vec<u8>>(0))?;
    rows.map(|bytes| {
        let change = Change::from_bytes(bytes?).map_err(|error| Error::DamagedFile(error.to_string()))?;
        Ok((change.hash(), change))
    })
    .collect()
}

fn has(data: &Reader<'_>, sql: &str, hash: &ChangeHash) -> Result<bool> {
    Ok(data.conn.prepare_cached(sql)?.exists([&hash.0[..]])?)
}

/// A row that the table does not take is no fault of the disk.
fn unfit(error: Error) -> Error {
    match error {
        Error::Storage(why) => damaged(why),
        other => other,
    }
}

fn damaged(why: impl ToString) -> Error {
    Error::DamagedBundle(why.to_string())
}
