//! The projection: the rows that follow from the history. It decides nothing; what it writes can be thrown away and
//! made again.

use automerge::AutoCommit;
use rusqlite::params;
use serde_json::Value;

use super::{Reader, dossier, rows};
use crate::{
    Result,
    entity::EntityInfo,
    error::Error,
    records::{ENTITIES, entity},
};

/// Writes the row of one record of a document, or takes it away when the record is deleted. A record of a kind that
/// this version does not know stays in the history for one that does.
pub(super) fn record(data: &Reader<'_>, document: &str, dossier: &AutoCommit, id: &str) -> Result<()> {
    let recorded = dossier::record(dossier, id)?;
    let Ok(info) = entity(&recorded.entity) else {
        return Ok(());
    };
    let (created_at, created_by) = recorded.created.split_once(' ').unwrap_or_default();
    let (updated_at, updated_by) = recorded.updated.split_once(' ').unwrap_or_default();
    data.conn
        .prepare_cached(
            "INSERT INTO record (id, entity, document, created_at, created_by, updated_at, updated_by, deleted)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at, created_by = excluded.created_by,
                 updated_at = excluded.updated_at, updated_by = excluded.updated_by, deleted = excluded.deleted",
        )?
        .execute(params![
            id,
            recorded.entity,
            document,
            created_at,
            created_by,
            updated_at,
            updated_by,
            recorded.deleted
        ])?;
    data.conn.prepare_cached("DELETE FROM conflict WHERE record = ?1")?.execute([id])?;
    for (leaf, values) in &recorded.conflicts {
        data.conn
            .prepare_cached("INSERT INTO conflict (record, leaf, choices) VALUES (?1, ?2, ?3)")?
            .execute(params![id, leaf, Value::from(values.clone()).to_string()])?;
    }
    if recorded.deleted {
        data.conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", info.name))?.execute([id])?;
        return Ok(());
    }
    let values = recorded.values(info);
    let mut row = vec![rusqlite::types::Value::Text(id.into())];
    row.extend(info.fields.iter().map(|field| rows::sql(&values[field.name])));
    data.conn.prepare_cached(&upsert(info))?.execute(rusqlite::params_from_iter(row))?;
    Ok(())
}

/// Throws the projection away and makes it again from the history: what an earlier version could not read in it comes
/// to light.
pub(super) fn rebuild(data: &Reader<'_>) -> Result<()> {
    for info in ENTITIES {
        data.conn.execute(&format!("DELETE FROM {}", info.name), [])?;
    }
    data.conn.execute_batch("DELETE FROM conflict; DELETE FROM record;")?;
    for document in documents(data)? {
        let dossier = dossier::load(data, &document, "rebuild")?;
        for id in dossier::records(&dossier) {
            record(data, &document, &dossier, &id)?;
        }
    }
    Ok(())
}

fn documents(data: &Reader<'_>) -> Result<Vec<String>> {
    let mut statement = data.conn.prepare("SELECT id FROM document ORDER BY id")?;
    let documents = statement.query_map([], |row| row.get(0))?;
    Ok(documents.collect::<Result<_, _>>()?)
}

/// Compares every row of every entity with its document.
pub(super) fn verify(data: &Reader<'_>) -> Result<()> {
    let mut live = 0;
    for document in documents(data)? {
        let dossier = dossier::load(data, &document, "verify")?;
        for id in dossier::records(&dossier) {
            let recorded = dossier::record(&dossier, &id)?;
            let Ok(info) = entity(&recorded.entity) else { continue };
            let row = data.object(info, &id);
            let same = match row {
                Ok(mut row) => {
                    live += 1;
                    row.retain(|name, _| info.field(name).is_some());
                    !recorded.deleted && row == recorded.values(info)
                }
                Err(Error::NotFound) => recorded.deleted,
                Err(error) => return Err(error),
            };
            if !same {
                return Err(Error::DamagedFile(format!("{} {id} differs from its history", info.name)));
            }
        }
    }
    let mut rows = 0;
    for info in ENTITIES {
        rows += data.conn.query_row(&format!("SELECT count(*) FROM {}", info.name), [], |row| row.get::<_, i64>(0))?;
    }
    if rows != live {
        return Err(Error::DamagedFile(format!("{rows} rows, {live} records in the history")));
    }
    Ok(())
}

fn upsert(info: &EntityInfo) -> String {
    let columns: Vec<&str> = std::iter::once("id").chain(info.fields.iter().map(|field| field.name)).collect();
    let updates: Vec<String> = columns[1..].iter().map(|column| format!("{column} = excluded.{column}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        info.name,
        columns.join(", "),
        vec!["?"; columns.len()].join(", "),
        updates.join(", "),
    )
}
