//! Reading: records by kind, by parent, by id, and what links to what. Questions of one module alone are asked there, in
//! SQL, through [`Reader::select`].

use rusqlite::{OptionalExtension as _, params};
use serde_json::{Map, Value};

use super::{Reader, rows};
use crate::{
    Result,
    entity::{Entity, EntityInfo, Field, Id, Kind},
    error::Error,
};

impl Reader<'_> {
    /// Every record of one kind, oldest first.
    pub fn all<E: Entity>(&self) -> Result<Vec<E>> {
        let there = rows::parent_is_there(E::PARENT);
        self.select(&format!("SELECT * FROM {{table}} t WHERE {there} ORDER BY id"), &[])
    }

    /// The records of one kind that lie directly below `parent`, oldest first.
    pub fn below<E: Entity>(&self, parent: &str) -> Result<Vec<E>> {
        let field = E::PARENT.expect("only parts of a dossier are asked for by their parent");
        self.select(&format!("SELECT * FROM {{table}} WHERE {field} = ?1 ORDER BY id"), &[&parent])
    }

    /// The records of one kind that a query finds; `{table}` stands for the entity's table.
    pub fn select<E: Entity>(&self, sql: &str, params: &[&dyn rusqlite::ToSql]) -> Result<Vec<E>> {
        let info = EntityInfo::of::<E>();
        let mut statement = self.conn.prepare_cached(&sql.replace("{table}", E::NAME))?;
        let mut rows = statement.query(params)?;
        let mut records = vec![];
        while let Some(row) = rows.next()? {
            records.push(typed(rows::object(&info, row)?)?);
        }
        Ok(records)
    }

    /// The one number that a query answers.
    pub fn number(&self, sql: &str, params: &[&dyn rusqlite::ToSql]) -> Result<f64> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
    }

    /// One record.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn get<E: Entity>(&self, id: &Id<E>) -> Result<E> {
        typed(self.object(&EntityInfo::of::<E>(), id)?)
    }

    /// The records to which links lead, in their order. One that a colleague deleted while it was linked to is left out.
    pub fn follow<'i, E: Entity + 'i>(&self, links: impl IntoIterator<Item = &'i Id<E>>) -> Result<Vec<E>> {
        let found = links.into_iter().map(|id| match self.get(id) {
            Err(Error::NotFound) => Ok(None),
            found => found.map(Some),
        });
        found.filter_map(Result::transpose).collect()
    }

    /// One record as JSON: `id`, `created_at`, `updated_at` and its fields.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn object(&self, info: &EntityInfo, id: &str) -> Result<Map<String, Value>> {
        let sql = rows::select(info, "t.id = ?1");
        let mut statement = self.conn.prepare_cached(&sql)?;
        statement.query_row([id], |row| Ok(rows::object(info, row)))?
    }

    /// All records of one kind as JSON, or those below `parent`, oldest first.
    pub fn objects(&self, info: &EntityInfo, parent: Option<&str>) -> Result<Vec<Map<String, Value>>> {
        let filter = match (parent, info.parent) {
            (Some(_), Some(field)) => format!("t.{field} = ?1"),
            (Some(_), None) => return Err(Error::BadArguments(format!("{} has no parent", info.name))),
            (None, field) => rows::parent_is_there(field),
        };
        let mut statement = self.conn.prepare_cached(&rows::select(info, &filter))?;
        let mut rows = match parent {
            Some(parent) => statement.query([parent])?,
            None => statement.query([])?,
        };
        let mut objects = vec![];
        while let Some(row) = rows.next()? {
            objects.push(rows::object(info, row)?);
        }
        Ok(objects)
    }

    /// The ids of the records of one kind of which `field`, a link, leads to `id` (or a set of links contains it).
    pub fn linking(&self, info: &EntityInfo, field: &Field, id: &str) -> Result<Vec<String>> {
        let filter = match field.kind {
            Kind::Links => {
                format!("EXISTS (SELECT 1 FROM json_each({}) WHERE value = ?1)", field.name)
            }
            _ => format!("{} = ?1", field.name),
        };
        let sql = format!("SELECT id FROM {} WHERE {filter} ORDER BY id", info.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map([id], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Whether a record of this kind has this id.
    pub fn exists(&self, entity: &str, id: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM record WHERE id = ?1 AND entity = ?2 AND NOT deleted";
        Ok(self.conn.prepare_cached(sql)?.exists(params![id, entity])?)
    }

    /// How the history names this laptop.
    pub fn own_laptop(&self) -> Result<String> {
        Ok(self.conn.prepare_cached("SELECT own_laptop()")?.query_row([], |row| row.get(0))?)
    }

    /// The kind of a record, be it deleted or not.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn kind_of(&self, record: &str) -> Result<String> {
        let mut statement = self.conn.prepare_cached("SELECT entity FROM record WHERE id = ?1")?;
        statement.query_row([record], |row| row.get(0)).optional()?.ok_or(Error::NotFound)
    }

    /// The document in which a record lies, if there is such a record.
    pub(super) fn document_of(&self, record: &str) -> Result<Option<String>> {
        let sql = "SELECT document FROM record WHERE id = ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([record], |row| row.get(0)).optional()?)
    }

    /// The columns of a table as the file has them.
    pub fn columns(&self, table: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let rows = statement.query_map([table], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// A row as a record. What does not fit was not written by this program.
fn typed<E: Entity>(row: Map<String, Value>) -> Result<E> {
    E::read(row).map_err(|error| Error::DamagedFile(format!("{}: {error}", E::NAME)))
}
