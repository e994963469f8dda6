//! Receipts: the coordinator's signed word that a package came in. The first one makes the coordinator's key known to the
//! partner; from then on one of another signer is refused.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::{
    Result,
    catalogue::{Catalogue as _, TransmissionState},
    entity::Entity as _,
    error::Error,
    issuer, partnership, records,
    session::{Session, free_path, make_folder, read_file, safe_file_name, write_file},
    signature,
    store::Received,
    transmission::Transmission,
};

/// A receipt that a partner took in.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Receipt {
    /// How many reports it acknowledges.
    pub reports: u32,
    /// When the coordinator took the package in.
    pub received_at: String,
    /// The coordinator's key, short enough to be read out.
    pub key: String,
    /// Whether that key is known only since now.
    pub first: bool,
}

/// What a receipt says, signed by the coordinator.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    format: String,
    format_version: u32,
    package: String,
    partnership: String,
    sequence: u32,
    digest: String,
    received_at: String,
    by: String,
}

const RECEIPT: &str = "liaise-receipt";
const VERSION: u32 = 1;
/// Largest receipt that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Writes a receipt for the latest package of each partner into a folder of their own; that folder. They are files, to be
/// sent back by whoever wants to.
///
/// # Errors
/// [`Error::NothingToReport`] when nothing was taken in.
pub fn receipts(session: &Session, now: DateTime<Utc>) -> Result<String> {
    let (owner, received): (_, Vec<Received>) =
        session.read(|data| Ok((partnership::of_file(data)?, super::latest(data)?)))?;
    if received.is_empty() {
        return Err(Error::NothingToReport);
    }
    let name = safe_file_name(&format!("{} {} receipts", owner.partner_code, now.date_naive()));
    let folder = session.home().documents.join(name);
    make_folder(&folder)?;
    for package in &received {
        let content = Content {
            format: RECEIPT.into(),
            format_version: VERSION,
            package: package.id.clone(),
            partnership: package.partnership.clone(),
            sequence: package.sequence,
            digest: package.digest.clone(),
            received_at: package.received_at.clone(),
            by: owner.partner_code.clone(),
        };
        let (bytes, _) = signature::seal(session, &content)?;
        let stem = safe_file_name(&format!("{} {}", package.partner.code, package.sequence));
        write_file(&free_path(&folder, &stem, "liaise-receipt"), &bytes)?;
    }
    session.desktop().reveal(&folder).map_err(|error| Error::Desktop(error.to_string()))?;
    Ok(folder.display().to_string())
}

/// Takes a receipt in: the reports that its package travelled in are acknowledged. `trust` is the key, as it is read out,
/// that the officer agreed to in the place of the one known.
///
/// # Errors
/// [`Error::NotAReceipt`] for anything else, also for a receipt of another partnership's package; [`Error::OtherSigner`]
/// for one that the known coordinator did not sign.
pub fn take_receipt(
    session: &Session,
    now: DateTime<Utc>,
    path: Option<String>,
    trust: Option<String>,
) -> Result<Receipt> {
    let path = session.ask_open(path, "ui.reports.take_receipt", &["liaise-receipt"])?;
    let (content, key) = open(&read_file(&path, LARGEST)?)?;
    session.note(now, |data| {
        if partnership::of_file(data)?.id.to_string() != content.partnership {
            return Err(Error::NotAReceipt);
        }
        let mut reports = 0;
        for sent in data.all::<Transmission>()?.iter().filter(|one| one.package.as_deref() == Some(&*content.package)) {
            let values = json!({ "state": TransmissionState::Acknowledged.code() });
            records::change(data, Transmission::NAME.into(), sent.id.to_string(), serde_json::from_value(values)?)?;
            reports += 1;
        }
        if reports == 0 {
            return Err(Error::NotAReceipt);
        }
        let first = issuer::believe(data, &content.by, &key, trust.as_deref())?;
        let key = signature::fingerprint(&key);
        Ok(Receipt { reports, received_at: content.received_at.clone(), key, first })
    })
}

/// What a receipt says, and the key that signed it.
fn open(bytes: &[u8]) -> Result<(Content, String)> {
    let (content, key) = signature::open(bytes, RECEIPT, VERSION).map_err(|_| Error::NotAReceipt)?;
    let content: Content = serde_json::from_value(content).map_err(|_| Error::NotAReceipt)?;
    if content.format_version == VERSION { Ok((content, key)) } else { Err(Error::NotAReceipt) }
}
