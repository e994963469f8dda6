//! The recovery key on paper: the only way in when every passphrase is forgotten. It is printed because a file with it,
//! beside the file that it opens, would protect nothing.

use std::cell::OnceCell;

use chrono::{DateTime, Utc};
use liaise_paper::document::{Block, Design, Document, Figure, Image, Inline, Inlines, ParagraphStyle};
use qrcode::{EcLevel, QrCode, render::svg};

use super::keys::{self, KeyFile};
use crate::{
    Result,
    catalogue::PrivacyLevel,
    error::Error,
    export,
    locale::Locale,
    partnership,
    report::{Context, frame},
    session::{Session, safe_file_name},
    store::Reader,
};

/// The width of the code on paper, in points: seven centimetres.
const CODE_WIDTH: f32 = 198.0;

/// Writes the recovery key of the open file as a PDF to be printed; its path. Asks where when no path is given.
///
/// # Errors
/// [`Error::WrongPassphrase`] for a key that is not that of the file, [`Error::NotEncrypted`], [`Error::Cancelled`].
pub fn save_recovery_sheet(
    session: &Session,
    now: DateTime<Utc>,
    key: String,
    language: String,
    path: Option<String>,
) -> Result<String> {
    let file = session.store(|store| Ok(store.path().to_owned()))?;
    let known = KeyFile::read(&file)?.ok_or(Error::NotEncrypted)?;
    let recovery = keys::typed(&key).filter(|key| known.recovers(key)).ok_or(Error::WrongPassphrase)?;
    let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let locale = Locale::new(&language);
    let printed = keys::printed(&recovery);
    let document = session.read(|data| document(data, &locale, &printed, &file_name, now))?;
    let rendered = export::print(session, &document)?;
    let title = safe_file_name(&locale.text("report.recovery.title"));
    let path = match path {
        Some(path) => std::path::absolute(path)?,
        None => session.ask_save("ui.protection.save_sheet", &format!("{title}.pdf"), "pdf")?,
    };
    crate::session::write_file(&path, &rendered.bytes)?;
    Ok(path.display().to_string())
}

fn document(data: &Reader<'_>, locale: &Locale, key: &str, file_name: &str, now: DateTime<Utc>) -> Result<Document> {
    let owner = partnership::of_file(data)?;
    let (network, privacy) = (&OnceCell::new(), PrivacyLevel::Internal);
    let subject = owner.id.to_string();
    let context = Context { data, locale, subject: &subject, period: None, level: 1, privacy, now, network };
    let text = |key: &str| locale.text(&format!("report.recovery.{key}"));
    let title = text("title");
    let mut document = frame::bare(&context, &owner, &title, &text("kind"))?.design(Design::Sheet);
    document.push(Block::paragraph(locale.fill("report.recovery.intro", &[("file", file_name)])));
    document.push(Block::styled(ParagraphStyle::Centred, Inlines(vec![Inline::Strong(vec![Inline::from(key)])])));
    let letters: String = key.chars().filter(|letter| *letter != ' ').collect();
    let code =
        QrCode::with_error_correction_level(letters, EcLevel::Q).map_err(|error| Error::Printer(error.to_string()))?;
    let drawing = code.render::<svg::Color<'_>>().min_dimensions(600, 600).build();
    let image = Image::read(drawing.as_bytes()).map_err(|error| Error::Printer(error.to_string()))?;
    document.push(Figure::image(image, CODE_WIDTH, text("code"), text("code")));
    let steps = ["keep", "use", "lost"].map(text);
    document.push(Block::bullets(steps));
    document
        .push(Block::paragraph(locale.fill("report.recovery.made_on", &[("date", &locale.date(now.date_naive()))])));
    Ok(document)
}
