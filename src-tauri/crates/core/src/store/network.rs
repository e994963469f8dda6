//! What partners sent, as it lies in the coordinator's file: packages and their records. They are the owners' and no part
//! of this file's own history; a later package of a partnership takes the place of the earlier one, whole.

use rusqlite::params;
use serde_json::Value;

use super::{Reader, Writer};
use crate::{
    Result,
    error::Error,
    package::{NetworkFigures, Opened, PackagePartner},
    records::Record,
};

/// A package that was taken in.
#[derive(Debug, Clone)]
pub struct Received {
    /// Its id.
    pub id: String,
    /// Id of the partnership.
    pub partnership: String,
    /// Its number among the partner's packages.
    pub sequence: u32,
    /// When it was made, ISO 8601.
    pub created_at: String,
    /// When it was taken in, ISO 8601.
    pub received_at: String,
    /// The key that signed it.
    pub key: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// Whether its data are invented.
    pub sample: bool,
    /// From whom it is.
    pub partner: PackagePartner,
    /// What is counted of it.
    pub figures: NetworkFigures,
    /// How many records it has.
    pub records: u32,
    /// Whether it is the latest of its partnership.
    pub current: bool,
}

impl Reader<'_> {
    /// All packages that were taken in, by partner and number; the figures of those that are no longer the latest are those
    /// of their time.
    pub fn received(&self) -> Result<Vec<Received>> {
        let sql = "SELECT id, partnership, sequence, created_at, received_at, signing_key, digest, sample, partner, figures, \
            records, current FROM package ORDER BY partner_code, partnership, sequence";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            let json = |text: String| serde_json::from_str::<Value>(&text);
            let damaged = |error: serde_json::Error| Error::DamagedFile(format!("package: {error}"));
            found.push(Received {
                id: row.get(0)?,
                partnership: row.get(1)?,
                sequence: row.get(2)?,
                created_at: row.get(3)?,
                received_at: row.get(4)?,
                key: row.get(5)?,
                digest: row.get(6)?,
                sample: row.get(7)?,
                partner: json(row.get(8)?).and_then(serde_json::from_value).map_err(damaged)?,
                figures: json(row.get(9)?).and_then(serde_json::from_value).map_err(damaged)?,
                records: row.get(10)?,
                current: row.get(11)?,
            });
        }
        Ok(found)
    }

    /// The records of one kind that a partnership shared.
    pub fn shared_records(&self, partnership: &str, entity: &str) -> Result<Vec<Record>> {
        let sql = "SELECT content FROM package_record WHERE partnership = ?1 AND entity = ?2 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![partnership, entity])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            let content: String = row.get(0)?;
            found.push(serde_json::from_str(&content).map_err(|error| Error::DamagedFile(error.to_string()))?);
        }
        Ok(found)
    }
}

impl Writer<'_> {
    /// Puts a package in the place of the partnership's earlier one.
    pub fn receive(&self, opened: &Opened, file_name: &str) -> Result<()> {
        let package = &opened.package;
        let text = |value: Value| value.to_string();
        let json = |error: serde_json::Error| Error::Storage(error.to_string());
        self.conn
            .prepare_cached("UPDATE package SET current = 0 WHERE partnership = ?1")?
            .execute([&package.partnership])?;
        self.conn
            .prepare_cached(
                "INSERT INTO package (id, partnership, partner_code, sequence, created_at, received_at, signing_key, digest, \
                file_name, sample, partner, figures, records, current) \
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)",
            )?
            .execute(params![
                package.package,
                package.partnership,
                package.partner.code,
                package.sequence,
                package.created_at.to_rfc3339(),
                self.now.to_rfc3339(),
                opened.key,
                opened.digest,
                file_name,
                package.sample,
                text(serde_json::to_value(&package.partner).map_err(json)?),
                text(serde_json::to_value(&package.figures).map_err(json)?),
                package.records.values().map(Vec::len).sum::<usize>() as u32,
            ])?;
        self.conn
            .prepare_cached("DELETE FROM package_record WHERE partnership = ?1")?
            .execute([&package.partnership])?;
        let mut insert = self
            .conn
            .prepare_cached("INSERT INTO package_record (partnership, entity, id, content) VALUES (?1, ?2, ?3, ?4)")?;
        for (entity, records) in &package.records {
            for record in records {
                let content = serde_json::to_string(record).map_err(json)?;
                insert.execute(params![package.partnership, entity, record["id"].as_str(), content])?;
            }
        }
        Ok(())
    }

    /// Lets what a partnership sent count no longer; its packages stay known, its records go.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nothing of it counts.
    pub fn set_aside(&self, partnership: &str) -> Result<()> {
        let changed = self
            .conn
            .prepare_cached("UPDATE package SET current = 0 WHERE partnership = ?1 AND current = 1")?
            .execute([partnership])?;
        if changed == 0 {
            return Err(Error::NotFound);
        }
        self.conn.prepare_cached("DELETE FROM package_record WHERE partnership = ?1")?.execute([partnership])?;
        Ok(())
    }
}
