//! Reports leaving the program: preview, PDF on disk, e-mail draft. The program sends nothing; a draft is handed to
//! the system's mail program, where the officer sends it or not.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use liaise_paper::{
    Fonts, PaperError, Rendered, Warning,
    document::{Attachment, Document},
};
use serde_json::json;

use crate::{
    Result,
    catalogue::{Catalogue as _, PrivacyLevel, ReportKind, TransmissionState},
    certificate,
    entity::{Entity as _, Id},
    error::Error,
    locale::{Locale, fold},
    package,
    partnership::{self, Partnership},
    records::{self, ENTITIES},
    report,
    session::{Progress, Session, free_path, make_folder, safe_file_name, write_file},
    store::{Reader, sha256},
    training_session::TrainingSession,
    transmission::Transmission,
};

mod mail;

/// A report as the window shows it.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Preview {
    /// The report's title.
    pub title: String,
    /// Accessible HTML, without scripts and styles.
    pub html: String,
    /// The personal data on the paper.
    pub personal: Vec<PersonalData>,
}

/// Personal data of one kind on a paper or in a file.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct PersonalData {
    /// The kind of record whose field it is.
    pub entity: &'static str,
    /// The field.
    pub field: &'static str,
    /// Of how many records the field is there.
    pub records: u32,
}

/// An exported report.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Exported {
    /// Where the PDF lies.
    pub path: String,
    /// Its pages.
    pub pages: u32,
    /// Its size in bytes.
    pub bytes: u32,
    /// What the officer should look at before passing it on.
    pub warnings: Vec<PrintWarning>,
    /// Id of the transmission that logs it.
    pub transmission: String,
}

/// Something that could not be printed as given: the text `warning.<code>`.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PrintWarning {
    /// Its code.
    pub code: &'static str,
    /// What it is about: a character and its surroundings, a number of pages, a caption.
    pub detail: String,
}

/// An e-mail draft.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Draft {
    /// Where the draft lies.
    pub path: String,
    /// The state that the transmission has now.
    pub state: String,
}

/// A report as HTML.
pub fn preview(
    session: &Session,
    now: DateTime<Utc>,
    kind: String,
    language: String,
    subject: Option<String>,
    period: Option<String>,
    privacy: Option<String>,
) -> Result<Preview> {
    let kind = report::kind(&kind)?;
    let level = report::level(kind, privacy.as_deref())?;
    let ((document, _), known) = session.read(|data| {
        let built = report::build(data, kind, subject.as_deref(), period.as_deref(), &language, level, now)?;
        Ok((built, personal_values(data)?))
    })?;
    let html = liaise_paper::html(&document);
    let personal = on_paper(&html, &known);
    Ok(Preview { title: document.title.clone(), html, personal })
}

/// A kind of record, one of its personal fields, and what it holds in each record.
type PersonalValues = Vec<(&'static str, &'static str, Vec<String>)>;

fn personal_values(data: &Reader<'_>) -> Result<PersonalValues> {
    let mut values = vec![];
    for info in ENTITIES.iter().filter(|info| info.personal()) {
        let records = data.objects(info, None)?;
        for field in info.fields.iter().filter(|field| field.personal) {
            let held = records.iter().filter_map(|record| record[field.name].as_str().map(str::to_owned));
            values.push((info.name, field.name, held.collect()));
        }
    }
    Ok(values)
}

/// Which personal data the open file holds, and of how many records.
pub fn personal_data(data: &Reader<'_>) -> Result<Vec<PersonalData>> {
    Ok(counted(&personal_values(data)?, |value| !value.is_empty()))
}

fn counted(known: &PersonalValues, counts: impl Fn(&String) -> bool) -> Vec<PersonalData> {
    let count = |(entity, field, values): &(&'static str, &'static str, Vec<String>)| PersonalData {
        entity,
        field,
        records: values.iter().filter(|value| counts(value)).count() as u32,
    };
    known.iter().map(count).filter(|one| one.records > 0).collect()
}

/// The personal data that are among the words of a paper.
fn on_paper(html: &str, known: &PersonalValues) -> Vec<PersonalData> {
    let words = fold(&html.replace('<', " <").split('<').filter_map(|part| part.split_once('>')).fold(
        String::new(),
        |mut words, (_, text)| {
            words.push_str(text);
            words.push(' ');
            words
        },
    ));
    let words = format!(" {words} ");
    counted(known, |value| {
        let value = fold(value);
        !value.is_empty() && words.contains(&format!(" {value} "))
    })
}

/// The charts of one section of a report as HTML; empty when it has none.
pub fn charts(
    session: &Session,
    now: DateTime<Utc>,
    kind: String,
    section: String,
    subject: String,
    language: String,
) -> Result<String> {
    let kind = report::kind(&kind)?;
    let document = session.read(|data| report::charts(data, kind, &section, &subject, &language, now))?;
    Ok(if document.blocks.is_empty() { String::new() } else { liaise_paper::html_blocks(&document) })
}

/// A report as PDF. Without a path it goes to the reports folder under a name of its own, never over an earlier one;
/// with a path it replaces what is there, whole or not at all.
#[expect(clippy::too_many_arguments, reason = "the arguments of the command, as the window names them")]
pub fn export(
    session: &Session,
    now: DateTime<Utc>,
    kind: String,
    language: String,
    subject: Option<String>,
    period: Option<String>,
    path: Option<String>,
    privacy: Option<String>,
) -> Result<Exported> {
    let kind = report::kind(&kind)?;
    let level = report::level(kind, privacy.as_deref())?;
    let _progress = session.begin();
    let ((mut document, subject), owner, package) = session.read(|data| {
        let built = report::build(data, kind, subject.as_deref(), period.as_deref(), &language, level, now)?;
        // What goes to the coordinator carries the data that can be counted there.
        let carries = level == PrivacyLevel::Coordinator && kind != ReportKind::ConsolidatedProgrammeReport;
        let package = if carries { Some(package::make(data, now)?) } else { None };
        Ok((built, partnership::of_file(data)?, package))
    })?;
    if let Some(package) = &package {
        document.attachments.push(Attachment {
            name: package::NAME.into(),
            media_type: package::MEDIA_TYPE.into(),
            description: Locale::new(&language).text("report.package"),
            bytes: package::seal(session, package)?,
        });
    }
    let rendered = print(session, &document)?;
    let path = session.document_path(path, &file_name(&owner, kind, &document, &Locale::new(&language)), "pdf")?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let values = json!({
        "partnership": owner.id,
        "report_kind": kind,
        "subject": subject,
        "language": language,
        "file_name": name,
        "sha256": sha256(&rendered.bytes),
        "pages": rendered.pages,
        "exported_on": now.date_naive(),
        "state": TransmissionState::Prepared,
        "package": package.as_ref().map(|package| &package.package),
    });
    // Logged first, and in the file that the report was read from: an export that cannot be logged writes no PDF.
    let transmission = session.note(now, |data| {
        if partnership::of_file(data)?.id != owner.id {
            return Err(Error::NoFile);
        }
        records::create(data, Transmission::NAME.into(), serde_json::from_value(values)?)
    })?;
    let id = transmission["id"].as_str().unwrap_or_default().to_owned();
    if let Err(error) = write_file(&path, &rendered.bytes) {
        session.note(now, |data| records::delete(data, Transmission::NAME.into(), id))?;
        return Err(error);
    }
    advance(session, now, &id, TransmissionState::FileSaved)?;
    Ok(Exported {
        path: path.display().to_string(),
        pages: rendered.pages as u32,
        bytes: rendered.bytes.len() as u32,
        warnings: rendered.warnings.iter().map(warning).collect(),
        transmission: id,
    })
}

/// Certificates as files of their own.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct ExportedFiles {
    /// The folder in which they lie.
    pub folder: String,
    /// Their names, the certificates' numbers.
    pub files: Vec<String>,
    /// What the officer should look at before passing them on.
    pub warnings: Vec<PrintWarning>,
}

/// Writes certificates as PDF files of their own, each in its person's language and named by its number: those named, or
/// all of the session that count. Without a path they go to a folder of their own in the reports folder, and an earlier
/// file is never written over.
///
/// # Errors
/// [`Error::NothingToReport`] when there is none.
pub fn certificates(
    session: &Session,
    now: DateTime<Utc>,
    training_session: String,
    certificates: Vec<String>,
    path: Option<String>,
) -> Result<ExportedFiles> {
    let _progress = session.begin();
    let (documents, stem) = session.read(|data| {
        let mut found = certificate::printable(data, &training_session)?;
        found.retain(|one| certificates.is_empty() || certificates.iter().any(|id| **id == *one.id));
        let owner = partnership::of_file(data)?;
        let kind = Locale::new(&owner.language).of(ReportKind::Certificate);
        let title = data.get(&Id::<TrainingSession>::new(&*training_session))?.title;
        let title = title.words_in(&owner.language);
        let stem = safe_file_name(&format!("{} {} {kind} {title}", owner.partner_code, now.date_naive()));
        let documents: Result<Vec<_>> =
            found.into_iter().map(|one| Ok((one.number.clone(), report::certificate(data, &one, now)?))).collect();
        Ok((documents?, stem))
    })?;
    if documents.is_empty() {
        return Err(Error::NothingToReport);
    }
    let folder = path.map_or_else(|| Ok(session.home().documents.join(stem)), std::path::absolute)?;
    make_folder(&folder)?;
    let (mut files, mut warnings) = (vec![], vec![]);
    for (number, document) in &documents {
        let rendered = print(session, document)?;
        let path = free_path(&folder, &safe_file_name(number), "pdf");
        write_file(&path, &rendered.bytes)?;
        files.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        warnings.extend(rendered.warnings.iter().map(warning));
    }
    Ok(ExportedFiles { folder: folder.display().to_string(), files, warnings })
}

/// Prints a document; where the embedded fonts lack a character, with the system's fonts beside them.
pub(crate) fn print(session: &Session, document: &Document) -> Result<Rendered> {
    let refused = |error: PaperError| Error::Printer(error.code().into());
    let mut progress = |step: liaise_paper::Progress| {
        session.set_progress(Some(Progress { done: step.done as u32, total: step.total as u32 }));
    };
    let rendered = liaise_paper::render(document, &Fonts::bundled(), &mut progress).map_err(refused)?;
    if !rendered.warnings.iter().any(|warning| matches!(warning, Warning::MissingGlyph { .. })) {
        return Ok(rendered);
    }
    let fonts = Fonts::with_folders(&session.home().fonts).map_err(refused)?;
    liaise_paper::render(document, &fonts, &mut progress).map_err(refused)
}

/// Where an exported report lies, if it is in the reports folder and still the one that was exported.
pub fn find(session: &Session, _: DateTime<Utc>, transmission: String) -> Result<Option<String>> {
    let exported: Transmission = session.read(|data| data.get(&Id::new(transmission)))?;
    let path = session.home().documents.join(&exported.file_name);
    let same = std::fs::read(&path).is_ok_and(|bytes| sha256(&bytes) == exported.sha256);
    Ok(same.then(|| path.display().to_string()))
}

/// Makes an e-mail draft to the coordinator with the exported file attached, in the report's language, and hands it to
/// the system's mail program.
///
/// # Errors
/// [`Error::MissingFile`] when the exported file is not there any more, [`Error::ChangedReport`] when it is another one
/// by now; [`Error::Desktop`] when no program takes the draft, which is then saved beside the report all the same.
pub fn prepare_mail(session: &Session, now: DateTime<Utc>, transmission: String, path: String) -> Result<Draft> {
    let id = Id::<Transmission>::new(transmission);
    let (exported, owner) = session.read(|data| Ok((data.get(&id)?, partnership::of_file(data)?)))?;
    let pdf = PathBuf::from(path);
    let bytes = std::fs::read(&pdf)?;
    if sha256(&bytes) != exported.sha256 {
        return Err(Error::ChangedReport);
    }
    let locale = Locale::new(&exported.language);
    let draft = mail::draft(&locale, &owner, &exported, &bytes);
    let stem = pdf.file_stem().unwrap_or_default().to_string_lossy();
    let eml = free_path(pdf.parent().unwrap_or(&pdf), &stem, "eml");
    write_file(&eml, &draft)?;
    session.desktop().open(&eml).map_err(|error| Error::Desktop(error.to_string()))?;
    let state = TransmissionState::HandedToMail;
    advance(session, now, &id, state)?;
    Ok(Draft { path: eml.display().to_string(), state: state.code().into() })
}

/// Notes how far a transmission is.
fn advance(session: &Session, now: DateTime<Utc>, id: &str, state: TransmissionState) -> Result<()> {
    session.note(now, |data| {
        let values = serde_json::from_value(json!({ "state": state }))?;
        records::change(data, Transmission::NAME.into(), id.into(), values).map(drop)
    })
}

fn warning(warning: &Warning) -> PrintWarning {
    let detail = match warning {
        Warning::MissingGlyph { character, context } => {
            format!("{character} (U+{:04X}): {context}", u32::from(*character))
        }
        Warning::UnknownAnchor { anchor } => anchor.clone(),
        Warning::Overflow { pages } => pages.to_string(),
        Warning::TightTable { caption } => caption.clone(),
    };
    PrintWarning { code: warning.code(), detail }
}

/// "LIE 2026-03-01 Situation analysis (el) Title", its words in the report's language.
fn file_name(owner: &Partnership, kind: ReportKind, document: &Document, locale: &Locale) -> String {
    let (date, kind) = (document.created.date_naive(), locale.of(kind));
    let title = document.title.split('[').next().unwrap_or_default().trim();
    format!("{} {date} {kind} ({}) {title}", owner.partner_code, locale.tag())
}
