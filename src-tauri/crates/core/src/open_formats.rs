//! Everything in the open file as files that any program reads: one JSON with all records, a CSV for each kind of record,
//! the attached files as they are. For whoever leaves this program, and for archives. It is not read back.

use std::io::{Cursor, Write as _};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{
    Result,
    attachment::Attachment,
    error::Error,
    pack, partnership,
    records::{self, ENTITIES, Record},
    session::{Session, safe_file_name, write_file},
    store::Reader,
};

/// Writes all records and attached files into one ZIP file, into the reports folder unless told otherwise; its path.
///
/// # Errors
/// [`Error::NoFile`], [`Error::FileAccess`]
pub fn export(session: &Session, now: DateTime<Utc>, path: Option<String>) -> Result<String> {
    let (name, bytes) = session.read(|data| {
        let owner = partnership::of_file(data)?;
        let name = format!("{} {}", owner.name.words_in(session.language()), now.date_naive());
        Ok((name, archive(data, now)?))
    })?;
    if path.is_none() {
        return session.save_document(&name, "zip", &bytes);
    }
    let path = session.document_path(path, &safe_file_name(&name), "zip")?;
    write_file(&path, &bytes)?;
    Ok(path.display().to_string())
}

fn archive(data: &Reader<'_>, now: DateTime<Utc>) -> Result<Vec<u8>> {
    let unwritable = |error: &dyn std::fmt::Display| Error::Storage(error.to_string());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut archive = ZipWriter::new(Cursor::new(vec![]));
    let mut add = |name: &str, bytes: &[u8]| {
        archive.start_file(name, options).map_err(|error| unwritable(&error))?;
        Ok::<(), Error>(archive.write_all(bytes)?)
    };
    let mut all = Map::new();
    for info in ENTITIES {
        let records = records::list(data, info.name.into(), None, None)?;
        if records.is_empty() {
            continue;
        }
        let fields = info.fields.iter().map(|field| field.name);
        let columns: Vec<&str> = ["id", "created_at", "updated_at"].into_iter().chain(fields).collect();
        add(&format!("csv/{}.csv", info.name), &table(&columns, &records)?)?;
        all.insert(info.name.into(), records.into_iter().map(Value::Object).collect());
    }
    let content =
        serde_json::json!({ "made_at": now.to_rfc3339(), "program": env!("CARGO_PKG_VERSION"), "records": all });
    add("records.json", &serde_json::to_vec_pretty(&content).map_err(|error| unwritable(&error))?)?;
    for attachment in data.all::<Attachment>()? {
        if let Some(bytes) = data.content(&attachment.sha256)? {
            add(&format!("files/{} {}", attachment.id, safe_file_name(&attachment.file_name.0)), &bytes)?;
        }
    }
    for (name, bytes) in pack::pictures(data)? {
        add(&format!("files/{name}"), &bytes)?;
    }
    Ok(archive.finish().map_err(|error| unwritable(&error))?.into_inner())
}

/// Records as CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it. Texts, lists and links are as in the JSON.
fn table(columns: &[&str], records: &[Record]) -> Result<Vec<u8>> {
    let unwritable = |error: csv::Error| Error::Storage(error.to_string());
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    table.write_record(columns).map_err(unwritable)?;
    for record in records {
        let cell = |name: &&str| match record.get(*name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(words)) => words.clone(),
            Some(other) => other.to_string(),
        };
        table.write_record(columns.iter().map(cell)).map_err(unwritable)?;
    }
    table.into_inner().map_err(|error| Error::Storage(error.to_string()))
}
