//! What became of a record, change by change: read from the history, never kept beside it.

use std::collections::BTreeMap;

use automerge::AutoCommit;
use rusqlite::params;
use serde_json::{Map, Value};

use super::{Reader, dossier, laptop_and_user};
use crate::{Result, entity::EntityInfo, error::Error, records};

/// One change of a record.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Moment {
    /// When, ISO 8601.
    pub at: String,
    /// On which laptop, as the history names it.
    pub author: String,
    /// Whether it was this one.
    pub own: bool,
    /// Whether the record was there afterwards.
    pub there: bool,
    /// The fields that changed, with what they hold since.
    pub values: Map<String, Value>,
}

/// A record and its latest change.
#[derive(Debug)]
pub struct Touched {
    /// Its kind.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// When it was changed last, RFC 3339.
    pub at: String,
    /// On which laptop, as the history names it.
    pub author: String,
    /// Whether it is deleted.
    pub deleted: bool,
    /// What its fields hold, or held when it was deleted.
    pub values: Map<String, Value>,
}

impl Reader<'_> {
    /// So many records of kinds that this version knows, of one kind where it is named: those changed last, deleted ones
    /// included.
    pub fn touched_last(&self, entity: Option<&str>, most: u32) -> Result<Vec<Touched>> {
        let sql = "SELECT entity, id, document, updated_at, updated_by, deleted FROM record
                   WHERE ?1 IS NULL OR entity = ?1 ORDER BY updated_at DESC, id LIMIT ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![entity, most])?;
        let mut found = vec![];
        let mut dossiers: BTreeMap<String, AutoCommit> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (entity, id, document): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let Ok(info) = records::entity(&entity) else { continue };
            let deleted: bool = row.get(5)?;
            let values = if deleted {
                if !dossiers.contains_key(&document) {
                    dossiers.insert(document.clone(), dossier::load(self, &document, "")?);
                }
                dossier::record(&dossiers[&document], &id)?.values(info)
            } else {
                self.object(info, &id)?
            };
            found.push(Touched { entity, id, at: row.get(3)?, author: row.get(4)?, deleted, values });
        }
        Ok(found)
    }

    /// Every change of a record that changed a field, or made, deleted or brought back the record; the first one first.
    /// Nothing for a record that never was.
    pub fn moments(&self, info: &EntityInfo, id: &str) -> Result<Vec<Moment>> {
        let Some(document) = self.document_of(id)? else {
            return Ok(vec![]);
        };
        let sql = "SELECT at, author, bytes FROM change WHERE document = ?1 ORDER BY seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([&document])?;
        let mut dossier = AutoCommit::new();
        let (mut before, mut there): (Map<String, Value>, bool) = (Map::new(), false);
        let mut moments = vec![];
        let this = self.own_laptop()?;
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref(2)?.as_blob().map_err(|error| Error::DamagedFile(error.to_string()))?;
            dossier.load_incremental(bytes)?;
            let recorded = dossier::record(&dossier, id)?;
            let now_there = !recorded.entity.is_empty() && !recorded.deleted;
            let values = recorded.values(info);
            let changed: Map<String, Value> = values
                .iter()
                .filter(|(name, value)| before.get(*name).unwrap_or(&Value::Null) != *value)
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            if !recorded.entity.is_empty() && (now_there != there || !changed.is_empty()) {
                let author: String = row.get(1)?;
                let own = laptop_and_user(&author).0 == this;
                moments.push(Moment { at: row.get(0)?, author, own, there: now_there, values: changed });
            }
            (before, there) = (values, now_there);
        }
        Ok(moments)
    }
}
