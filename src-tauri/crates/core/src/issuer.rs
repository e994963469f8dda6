//! The coordinator as a partner's file knows it: by the key that signed its first receipt or catalogue. From then on what
//! somebody else signed is refused, until the officer agrees to the new key.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;

use crate::{
    Result, entity,
    entity::{Entity as _, Id},
    error::Error,
    partnership::{self, Partnership},
    records::{self, Record, derived_id},
    signature,
    store::{Reader, Writer},
};

entity! {
    /// The coordinator of the network, as it is known here.
    Issuer in "issuer" of partnership identified by issuer_id {
        /// The partnership.
        partnership: Id<Partnership>,
        /// Its code.
        code: String,
        /// The public key that it signs with, hexadecimal.
        key: String,
        /// Since when this key is known.
        since: NaiveDate,
        /// Number of the catalogue that was accepted last.
        pack_number: Option<u32>,
        /// When that catalogue was made, ISO 8601.
        pack_made_at: Option<String>,
        /// Its SHA-256, hexadecimal.
        pack_digest: Option<String>,
    }
}

/// A file knows one coordinator; two computers that come to know it first know the same.
fn issuer_id(values: &Record) -> String {
    derived_id(values, &["partnership"])
}

/// The coordinator, if one is known.
pub fn known(data: &Reader<'_>) -> Result<Option<Issuer>> {
    Ok(data.all::<Issuer>()?.pop())
}

/// Whether what this key signed may be believed: the key is the known one, or the first, or the officer agrees to it by its
/// short form. Remembers it; whether it was the first.
///
/// # Errors
/// [`Error::OtherSigner`]
pub fn believe(data: &Writer<'_>, code: &str, key: &str, trust: Option<&str>) -> Result<bool> {
    let known = known(data)?;
    if !is_believed(known.as_ref(), code, key, trust) {
        return Err(Error::OtherSigner(signature::fingerprint(key)));
    }
    let values = json!({ "code": code, "key": key, "since": data.now().date_naive() });
    let serde_json::Value::Object(mut values) = values else { return Err(Error::NotFound) };
    match known {
        Some(known) if known.key == key && known.code == code => return Ok(false),
        Some(known) => records::change(data, Issuer::NAME.into(), known.id.to_string(), values)?,
        None => {
            values.insert("partnership".into(), partnership::of_file(data)?.id.to_string().into());
            records::create(data, Issuer::NAME.into(), values)?
        }
    };
    Ok(true)
}

/// See [`believe`]; remembers nothing.
pub fn is_believed(known: Option<&Issuer>, code: &str, key: &str, trust: Option<&str>) -> bool {
    known.is_none_or(|known| known.key == key && known.code == code) || trust == Some(&*signature::fingerprint(key))
}

/// Notes which catalogue of the coordinator is here.
pub fn note_pack(data: &Writer<'_>, number: u32, made_at: DateTime<Utc>, digest: &str) -> Result<()> {
    let Some(known) = known(data)? else { return Err(Error::NotFound) };
    let values = json!({ "pack_number": number, "pack_made_at": made_at.to_rfc3339(), "pack_digest": digest });
    let serde_json::Value::Object(values) = values else { return Err(Error::NotFound) };
    records::change(data, Issuer::NAME.into(), known.id.to_string(), values)?;
    Ok(())
}
