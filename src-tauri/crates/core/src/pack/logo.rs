//! The logos of the common catalogue: chosen by the coordinator, checked when they are chosen and when they come, printed
//! on every paper. The record says whose logo it is, in words; its bytes lie beside the history (`store/content.rs`). How
//! a logo looks on paper is the printer's business.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use chrono::{DateTime, Utc};
use liaise_paper::document::{Bounds, Image, Logo};

use super::{PackEntry, entries};
use crate::{
    Result,
    catalogue::PackKind,
    entity::{Entity as _, Id},
    error::{Error, Problem},
    locale::Locale,
    network,
    records::{self, Record, problem_if},
    session::{Session, read_file},
    store::Reader,
};

/// How large a logo may be: a page shows it two or three inches wide.
const BOUNDS: Bounds = Bounds { file: 512 * 1024, side: 4_000, kept: 1_200 };
/// Most logos that a paper has room for.
const MOST: usize = 4;

/// Chooses the picture of a logo; asks for one when no path is given.
///
/// # Errors
/// [`Error::NotCoordinator`] in a partner's file; [`Error::ImageUnknown`], [`Error::ImageTooLarge`],
/// [`Error::ImageDamaged`], [`Error::ImageUnsafe`], [`Error::ImageWords`] for what cannot be printed.
pub fn choose(session: &Session, now: DateTime<Utc>, entry: String, path: Option<String>) -> Result<Record> {
    session.read(|data| if network::is_coordinator(data)? { Ok(()) } else { Err(Error::NotCoordinator) })?;
    let path = session.ask_open(path, "ui.pack.choose_logo", &["png", "jpg", "jpeg", "svg"])?;
    let bytes = read_file(&path, BOUNDS.file as u64).map_err(|error| match error {
        Error::FileTooLarge => Error::ImageTooLarge,
        other => other,
    })?;
    read(&bytes)?;
    session.write(now, |data| {
        let values = Record::from_iter([("image".to_owned(), data.keep(&bytes)?.into())]);
        records::change(data, PackEntry::NAME.into(), entry, values)
    })
}

/// The picture of a logo as an address from which the window shows it; none where there is no picture here.
///
/// # Errors
/// [`Error::NotFound`]
pub fn picture(data: &Reader<'_>, entry: String) -> Result<Option<String>> {
    Ok(image(data, &data.get(&Id::<PackEntry>::new(&*entry))?)?.map(|image| image.address()))
}

/// The picture of a logo, if it is here and can be printed.
pub(super) fn image(data: &Reader<'_>, entry: &PackEntry) -> Result<Option<Image>> {
    let bytes = match &entry.image {
        Some(sha256) => data.content(sha256)?,
        None => None,
    };
    Ok(bytes.and_then(|bytes| read(&bytes).ok()))
}

/// The logos that stand on a paper in a language, by their codes. One whose picture is not here is left out: it comes with
/// the next exchange file, or with the catalogue when that is opened once more.
pub(crate) fn on_paper(data: &Reader<'_>, locale: &Locale) -> Result<Vec<Logo>> {
    let mut logos = vec![];
    for entry in in_use(data)?.into_iter().take(MOST) {
        let Some((language, alt)) = entry.title.as_ref().and_then(|title| title.in_language(locale.tag())) else {
            continue;
        };
        if let Some(image) = image(data, &entry)? {
            let language = (language != locale.tag()).then(|| language.to_owned());
            logos.push(Logo { image, alt: alt.to_owned(), language });
        }
    }
    Ok(logos)
}

/// The pictures that are here, as files with names of their own.
pub(crate) fn pictures(data: &Reader<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = vec![];
    for entry in entries(data)? {
        if let Some(image) = image(data, &entry)? {
            let ending = image.media_type().trim_start_matches("image/").trim_end_matches("+xml");
            found.push((format!("{} {}.{ending}", entry.id, entry.code.0), image.source().to_vec()));
        }
    }
    Ok(found)
}

/// The logos that are used.
fn in_use(data: &Reader<'_>) -> Result<Vec<PackEntry>> {
    Ok(entries(data)?.into_iter().filter(|entry| entry.kind == PackKind::Logo && !entry.deprecated).collect())
}

/// What is wrong with a logo in this file.
pub(super) fn check(entry: &PackEntry, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let stored = if data.exists(PackEntry::NAME, &entry.id)? { Some(data.get(&entry.id)?) } else { None };
    let same = stored.as_ref().is_some_and(|stored: &PackEntry| stored.image == entry.image);
    // Of a record that came from a colleague the bytes may not be here; what is said of it can be corrected all the same.
    let sound = entry.image.is_none() || same || image(data, entry)?.is_some();
    let others = in_use(data)?.iter().filter(|other| other.id != entry.id).count();
    let used = stored.as_ref().is_some_and(|stored| !stored.deprecated);
    let many = entry.kind == PackKind::Logo && !entry.deprecated && !used && others >= MOST;
    let field = if stored.is_some() { "deprecated" } else { "kind" };
    let many = many.then(|| Problem::new(field, "too_many_logos").with("max", MOST));
    Ok(problem_if(!sound, "image", "unknown_record").into_iter().chain(many).collect())
}

/// The picture of a file as it may be printed.
///
/// # Errors
/// What it is not, or why it is refused.
pub(super) fn read(bytes: &[u8]) -> Result<Image> {
    Ok(Image::read_within(bytes, BOUNDS)?)
}

/// Whether bytes are a picture that may be printed as a logo.
pub(crate) fn is_logo(bytes: &[u8]) -> bool {
    read(bytes).is_ok()
}

/// The bytes of an address as [`Image::address`] writes it, and of no other spelling.
pub(super) fn bytes_of(address: &str) -> Option<Vec<u8>> {
    let (_, text) = address.strip_prefix("data:image/")?.split_once(";base64,")?;
    BASE64_STANDARD.decode(text).ok()
}
