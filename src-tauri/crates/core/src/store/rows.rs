//! Rows to JSON and back, by the kinds of an entity's fields. Writes nothing.

use rusqlite::{Row, types::ValueRef};
use serde_json::{Map, Value};

use crate::{
    Result,
    entity::{EntityInfo, Kind},
    error::Error,
};

/// The query for records of one kind, oldest first, with when they were made and changed.
pub(super) fn select(info: &EntityInfo, filter: &str) -> String {
    format!(
        "SELECT t.*, r.created_at, r.updated_at FROM {} t JOIN record r ON r.id = t.id WHERE {filter} ORDER BY t.id",
        info.name
    )
}

/// The condition that a part has its parent. It has none while a colleague deleted the parent and the part was made at the
/// same time, until it is chosen what becomes of the parent.
pub(super) fn parent_is_there(field: Option<&str>) -> String {
    let exists = |field| format!("EXISTS (SELECT 1 FROM record p WHERE p.id = t.{field} AND NOT p.deleted)");
    field.map_or_else(|| "1".into(), exists)
}

/// A row as a JSON object. `created_at` and `updated_at` are there when the row has them.
pub(super) fn object(info: &EntityInfo, row: &Row<'_>) -> Result<Map<String, Value>> {
    let mut object = Map::new();
    object.insert("id".into(), row.get::<_, String>("id")?.into());
    for name in ["created_at", "updated_at"] {
        if let Ok(at) = row.get::<_, String>(name) {
            object.insert(name.into(), at.into());
        }
    }
    for field in info.fields {
        let value = match row.get_ref(field.name)? {
            ValueRef::Null if field.kind == Kind::Flag => false.into(),
            ValueRef::Null if matches!(field.kind, Kind::Codes | Kind::Links) => Value::Array(vec![]),
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) if field.kind == Kind::Flag => (number != 0).into(),
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(text) if matches!(field.kind, Kind::Text | Kind::Note | Kind::Codes | Kind::Links) => {
                serde_json::from_slice(text).map_err(|error| Error::DamagedFile(format!("{}: {error}", info.name)))?
            }
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
            ValueRef::Blob(_) => Value::Null,
        };
        object.insert(field.name.into(), value);
    }
    Ok(object)
}

/// A field's JSON value as SQLite stores it: structured ones as JSON text, empty ones as NULL.
pub(super) fn sql(value: &Value) -> rusqlite::types::Value {
    use rusqlite::types::Value as Sql;
    match value {
        Value::Null => Sql::Null,
        Value::Bool(flag) => Sql::Integer((*flag).into()),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| Sql::Real(number.as_f64().unwrap_or_default()), Sql::Integer)
        }
        Value::String(text) => Sql::Text(text.clone()),
        Value::Array(_) | Value::Object(_) => Sql::Text(value.to_string()),
    }
}
