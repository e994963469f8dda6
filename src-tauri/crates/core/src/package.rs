//! The package: a partner's shareable records as versioned, signed JSON. It travels inside every PDF report for the
//! coordinator and can be saved alone for other programs. What goes in is decided in `package/share.rs`; what comes of it
//! at the coordinator is in `network.rs`. Its form is published as `assets/exchange/package-1.schema.json` and never
//! changes once released; a new form is a new version.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::{
    Result,
    catalogue::{Catalogue as _, PrivacyLevel},
    error::Error,
    partnership,
    records::Record,
    session::{Session, write_file},
    signature::{self, Unfit},
    store::{Reader, id_from, sha256},
    transmission::Transmission,
};

mod carrier;
mod figures;
mod form;
mod share;

pub use carrier::{Part, parts};
pub use figures::{AnalysisFigure, CommonValue, NetworkFigures, PilotFigure, SectorCount, TrainingFigure};
pub(crate) use form::{is_made_in_time, is_value};

/// The version of packages that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;
/// The name of a package inside a PDF.
pub const NAME: &str = "liaise-package.json";
/// Its media type.
pub const MEDIA_TYPE: &str = "application/json";
/// Largest package that is read, unpacked, in bytes.
pub const LARGEST: usize = 64 << 20;
/// Most records that a package may have.
pub const MOST_RECORDS: usize = 200_000;
/// What tells a package from other JSON.
const FORMAT: &str = "liaise-package";

/// What a package says.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// Always `liaise-package`.
    pub format: String,
    /// See [`VERSION`].
    pub format_version: u32,
    /// Version of the program whose catalogues the codes are of.
    pub catalogue_version: String,
    /// Its own id.
    pub package: String,
    /// From whom it is.
    pub partner: PackagePartner,
    /// Id of the partnership.
    pub partnership: String,
    /// Its number among the partner's packages: a later one has a higher one.
    pub sequence: u32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// For whom it was made: always `coordinator`.
    pub privacy_level: String,
    /// Whether its data are invented.
    pub sample: bool,
    /// What the coordinator counts, by the rules of each figure.
    pub figures: NetworkFigures,
    /// How many records of each kind it has.
    pub counts: BTreeMap<String, u32>,
    /// The records by kind.
    pub records: BTreeMap<String, Vec<Record>>,
}

/// From whom a package is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackagePartner {
    /// Code of the partner.
    pub code: String,
    /// Its name.
    pub name: String,
    /// A code of the catalogue `partner_kind`.
    pub kind: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Its city.
    pub city: Option<String>,
    /// The language in which it reports.
    pub language: String,
    /// The mailbox of its function.
    pub contact_email: Option<String>,
}

/// A package that was read, with who signed it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What it says.
    pub package: Package,
    /// The key that signed it, hexadecimal.
    pub key: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub digest: String,
}

/// The package of this file as it would be made now.
pub fn make(data: &Reader<'_>, now: DateTime<Utc>) -> Result<Package> {
    let owner = partnership::of_file(data)?;
    let records = share::records(data)?;
    let sequence = data.all::<Transmission>()?.len() as u32 + 1;
    let counts = records.iter().map(|(entity, records)| (entity.clone(), records.len() as u32)).collect();
    Ok(Package {
        format: FORMAT.into(),
        format_version: VERSION,
        catalogue_version: env!("CARGO_PKG_VERSION").into(),
        package: id(&owner.id, sequence, now),
        partner: PackagePartner {
            code: owner.partner_code.clone(),
            name: owner.partner_name.clone(),
            kind: owner.partner_kind.code().into(),
            country: owner.country.0.clone(),
            city: owner.city.clone(),
            language: owner.language.0.clone(),
            contact_email: owner.contact_email.clone(),
        },
        partnership: owner.id.to_string(),
        sequence,
        created_at: now,
        privacy_level: PrivacyLevel::Coordinator.code().into(),
        sample: owner.sample,
        figures: figures::figures(data)?,
        counts,
        records,
    })
}

/// The id of a package: it follows from whose it is and when it was made, so that none can pass for another.
pub fn id(partnership: &str, sequence: u32, created_at: DateTime<Utc>) -> String {
    id_from(&["package", partnership, &sequence.to_string(), &created_at.to_rfc3339()])
}

/// The bytes of a package, signed by this laptop.
pub fn seal(session: &Session, package: &Package) -> Result<Vec<u8>> {
    Ok(signature::seal(session, package)?.0)
}

/// Reads a package from whatever anybody sent.
///
/// # Errors
/// [`Error::NotAPackage`], [`Error::NewerPackage`], [`Error::TamperedPackage`], [`Error::FileTooLarge`]
pub fn open(bytes: &[u8]) -> Result<Opened> {
    if bytes.len() > LARGEST {
        return Err(Error::FileTooLarge);
    }
    let (content, key) = signature::open(bytes, FORMAT, VERSION).map_err(|unfit| match unfit {
        Unfit::Foreign => Error::NotAPackage,
        Unfit::Newer => Error::NewerPackage,
        Unfit::Tampered => Error::TamperedPackage,
    })?;
    let package: Package = serde_json::from_value(content).map_err(|_| Error::NotAPackage)?;
    if !form::holds(&package) {
        return Err(Error::TamperedPackage);
    }
    Ok(Opened { key, digest: sha256(bytes), package })
}

/// Saves the package of this file as JSON, for other programs, into the reports folder or to a path; its path.
pub fn export(session: &Session, now: DateTime<Utc>, path: Option<String>) -> Result<String> {
    let package = session.read(|data| make(data, now))?;
    let bytes = seal(session, &package)?;
    if let Some(path) = path {
        let path = std::path::absolute(path)?;
        write_file(&path, &bytes)?;
        return Ok(path.display().to_string());
    }
    let name = format!("{} {} liaise-package", package.partner.code, now.date_naive());
    session.save_document(&name, "json", &bytes)
}

/// What the JSON Schema of packages says, from the list of what is shared: a released one is never changed.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "liaise-package-1",
        "title": "Liaise package, version 1",
        "type": "object",
        "required": ["content", "signature"],
        "additionalProperties": false,
        "properties": {
            "content": {
                "type": "object",
                "required": [
                    "format", "format_version", "catalogue_version", "package", "partner", "partnership", "sequence",
                    "created_at", "privacy_level", "sample", "figures", "counts", "records"
                ],
                "additionalProperties": false,
                "properties": {
                    "format": { "const": FORMAT },
                    "format_version": { "const": VERSION },
                    "catalogue_version": { "type": "string" },
                    "package": { "type": "string", "format": "uuid" },
                    "partner": {
                        "type": "object",
                        "required": ["code", "name", "kind", "country", "city", "language", "contact_email"],
                        "properties": {
                            "code": { "type": "string" }, "name": { "type": "string" }, "kind": { "type": "string" },
                            "country": { "type": "string", "minLength": 2, "maxLength": 2 },
                            "city": { "type": ["string", "null"] }, "language": { "type": "string" },
                            "contact_email": { "type": ["string", "null"] }
                        }
                    },
                    "partnership": { "type": "string", "format": "uuid" },
                    "sequence": { "type": "integer", "minimum": 1 },
                    "created_at": { "type": "string", "format": "date-time" },
                    "privacy_level": { "const": "coordinator" },
                    "sample": { "type": "boolean" },
                    "figures": { "type": "object" },
                    "counts": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } },
                    "records": share::schema()
                }
            },
            "signature": signature_schema()
        }
    })
}

/// The schema of a signature.
pub(crate) fn signature_schema() -> Value {
    json!({
        "type": "object",
        "required": ["algorithm", "key", "value"],
        "additionalProperties": false,
        "properties": {
            "algorithm": { "const": "ed25519" },
            "key": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
            "value": { "type": "string", "pattern": "^[0-9a-f]{128}$" }
        }
    })
}
