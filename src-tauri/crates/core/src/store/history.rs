//! What became of a record, change by change: read from the history, never kept beside it.

use automerge::AutoCommit;
use serde_json::{Map, Value};

use super::{Reader, dossier};
use crate::{Result, entity::EntityInfo, error::Error};

/// One change of a record.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Moment {
    /// When, ISO 8601.
    pub at: String,
    /// On which laptop, as the file knows it.
    pub author: String,
    /// Whether the record was there afterwards.
    pub there: bool,
    /// The fields that changed, with what they hold since.
    pub values: Map<String, Value>,
}

impl Reader<'_> {
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
                moments.push(Moment { at: row.get(0)?, author: row.get(1)?, there: now_there, values: changed });
            }
            (before, there) = (values, now_there);
        }
        Ok(moments)
    }
}
