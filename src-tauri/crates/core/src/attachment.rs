//! Files attached to records: a scanned sheet, a photo, a programme. The record says what the file is; its bytes lie
//! beside the history (`store/content.rs`, which says what erasing and exchanging do with them). Any record can have
//! attachments; what belongs to which kind of record is the screens' business.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::{
    Result,
    catalogue::{AttachmentKind, Catalogue as _, PhotoConsent},
    entity,
    entity::{Entity as _, EntityInfo, Id, Personal},
    error::{Error, Problem},
    records::{self, ENTITIES, Record, problem_if},
    session::Session,
    store::Reader,
    text::Text,
};

/// The largest file that can be attached, in bytes: a scanned sheet of several pages, not a film.
pub const LARGEST: u64 = 10 * 1024 * 1024;

entity! {
    /// A file that belongs to a record. It may show a person's name or face, so it has a document of its own and can be
    /// erased alone.
    Attachment in "attachment" checked by check {
        /// Id of the record that it belongs to; deleting that deletes this.
        subject: String,
        /// What it is.
        kind: AttachmentKind,
        /// The file's name.
        file_name: Personal<String>,
        /// Its media type: `application/pdf`, `image/jpeg` or `image/png`, by its content.
        media_type: String,
        /// SHA-256 of its bytes, hexadecimal.
        sha256: String,
        /// Its size in bytes.
        size: u32,
        /// Whether the people in a photo agreed to it.
        consent: Option<PhotoConsent>,
        /// What it shows.
        caption: Option<Text>,
    }
}

/// Attaches a file to a record; asks for one when no path is given. The file itself stays where it is.
///
/// # Errors
/// [`Error::FileTooLarge`] above [`LARGEST`], [`Error::UnknownAttachment`] when it is neither PDF nor JPEG nor PNG.
pub fn attach(
    session: &Session,
    now: DateTime<Utc>,
    subject: String,
    kind: String,
    path: Option<String>,
) -> Result<Record> {
    let path = session.ask_open(path, "ui.attachment.choose", &["pdf", "jpg", "jpeg", "png"])?;
    let bytes = crate::session::read_file(&path, LARGEST)?;
    let media_type = media_type(&bytes).ok_or(Error::UnknownAttachment)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    session.write(now, |data| {
        let sha256 = data.keep(&bytes)?;
        let values = json!({
            "subject": subject, "kind": kind, "file_name": name, "media_type": media_type, "sha256": sha256,
            "size": bytes.len(),
        });
        records::create(data, Attachment::NAME.into(), serde_json::from_value(values)?)
    })
}

/// The attachments of a record, oldest first.
pub fn of(data: &Reader<'_>, subject: &str) -> Result<Vec<Attachment>> {
    data.select("SELECT * FROM {table} WHERE subject = ?1 ORDER BY id", &[&subject])
}

/// The same as records.
pub fn list(data: &Reader<'_>, subject: String) -> Result<Vec<Record>> {
    let info = EntityInfo::of::<Attachment>();
    of(data, &subject)?.iter().map(|attachment| data.object(&info, &attachment.id)).collect()
}

/// Puts a copy of an attached file into the reports folder, under a name of its own, and shows it there; its path.
///
/// # Errors
/// [`Error::MissingFile`] when the file's bytes are not in this partnership's file.
pub fn save(session: &Session, _: DateTime<Utc>, attachment: String) -> Result<String> {
    let (found, bytes) = session.read(|data| {
        let found: Attachment = data.get(&Id::<Attachment>::new(&*attachment))?;
        let bytes = data.content(&found.sha256)?.ok_or(Error::MissingFile)?;
        Ok((found, bytes))
    })?;
    let extension = match &*found.media_type {
        "application/pdf" => "pdf",
        "image/png" => "png",
        _ => "jpg",
    };
    let name = PathBuf::from(&found.file_name.0);
    session.save_document(&name.file_stem().unwrap_or_default().to_string_lossy(), extension, &bytes)
}

/// What the bytes are, by their first ones; never by the file's name.
pub(crate) fn media_type(bytes: &[u8]) -> Option<&'static str> {
    [(&b"%PDF-"[..], "application/pdf"), (&b"\x89PNG\r\n\x1a\n"[..], "image/png"), (&b"\xff\xd8\xff"[..], "image/jpeg")]
        .into_iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, media_type)| media_type)
}

fn check(attachment: &Attachment, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let mut known = false;
    for info in ENTITIES {
        known |= data.exists(info.name, &attachment.subject)?;
    }
    // Of a record that came from a colleague the bytes may not be here; what is said of them can be corrected all the same.
    let new = !data.exists(Attachment::NAME, &attachment.id)?;
    let photo = attachment.kind.code() == AttachmentKind::Photo.code();
    Ok([
        problem_if(!known, "subject", "unknown_record"),
        problem_if(new && data.content(&attachment.sha256)?.is_none(), "sha256", "unknown_record"),
        problem_if(attachment.consent.is_some() && !photo, "consent", "unknown_code"),
    ]
    .into_iter()
    .flatten()
    .collect())
}
