//! Making, opening and closing the partnership's file.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Recent, Session, lock, make_folder, shared_place, sync_folder};
use crate::{
    Result,
    catalogue::{Catalogue as _, PartnerKind},
    directory, erasure,
    error::{Error, Problem},
    exchange,
    locale::{self, Locale},
    partnership, protection, records, sample,
    store::{DataKey, Store},
};

/// The extension of partnership files.
pub(crate) const EXTENSION: &str = "liaise";

/// The open file.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct FileInfo {
    /// Where it lies.
    pub path: String,
    /// Id of the partnership's record.
    pub partnership: String,
    /// The partnership's name, in the interface's language if it has one there.
    pub name: String,
    /// The partner's code.
    pub partner_code: String,
    /// The partner's name.
    pub partner_name: String,
    /// The partner's language.
    pub language: String,
    /// Whether it is the invented sample.
    pub sample: bool,
    /// Whether it is the file of the network's coordinator.
    pub network: bool,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether somebody should choose whether it is to be: neither was done yet.
    pub protection_open: bool,
    /// What whoever works with it may do, a code of the catalogue `user_role`.
    pub role: &'static str,
    /// Where it should not lie: the code of a program that synchronises its folder, or `network`.
    pub shared_place: Option<&'static str>,
}

/// What a new file starts with.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewFile {
    /// Code of a partner of the directory; none for one that is typed in.
    pub partner: Option<String>,
    /// Name of a partner that is not in the directory.
    pub partner_name: Option<String>,
    /// Type of such a partner, a code of the catalogue `partner_kind`.
    pub partner_kind: Option<String>,
    /// Country of such a partner, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// City of such a partner.
    pub city: Option<String>,
    /// Name of the partnership.
    pub name: String,
    /// Language in which it works: a BCP 47 base language of ours.
    pub language: String,
    /// Its member agencies.
    pub agencies: Vec<NewAgency>,
    /// Where to put the file; by default in the data folder, under the partnership's name.
    pub path: Option<String>,
}

/// A member agency of a new file.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgency {
    /// Its name.
    pub name: String,
    /// A code of the catalogue `agency_sector`.
    pub sector: String,
}

/// The open file, if there is one.
pub fn file(session: &Session, _: DateTime<Utc>) -> Result<Option<FileInfo>> {
    match describe(session) {
        Err(Error::NoFile) => Ok(None),
        described => described.map(Some),
    }
}

/// Makes a file and opens it.
///
/// # Errors
/// [`Error::FileExists`]; [`Error::Invalid`] says what is missing.
pub fn create_file(session: &Session, now: DateTime<Utc>, file: NewFile) -> Result<FileInfo> {
    let name = file.name.trim();
    let known = file.partner.as_deref().and_then(|code| directory::PARTNERS.iter().find(|p| p.code == code));
    let partner_name = known.map(|partner| partner.name.to_owned()).or(file.partner_name.clone()).unwrap_or_default();
    let mut problems = vec![];
    for (field, value) in [("name", name), ("partner_name", partner_name.trim())] {
        if value.is_empty() {
            problems.push(Problem::new(field, "required"));
        }
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let code = known.map_or_else(|| code_of(&partner_name), |partner| partner.code.to_owned());
    let path = match &file.path {
        Some(path) => PathBuf::from(path),
        None => session.home.data.join(format!("{}.{EXTENSION}", safe_file_name(name))),
    };
    let language = locale::matching(&file.language);
    let values = json!({
        "name": { "source": language, "words": { language: name } },
        "partner_code": code,
        "partner_name": partner_name,
        "partner_kind": known.map_or(file.partner_kind.as_deref().unwrap_or("other_authority"), |partner| partner.kind),
        "city": known.and_then(|partner| partner.city).map(str::to_owned).or(file.city.clone()),
        "country": known.map(|partner| partner.country.to_owned()).or(file.country.clone()).unwrap_or_default(),
        "language": language,
        "status": "active",
    });
    make(session, &path, &code, |store| {
        store.write(now, |data| {
            let partnership = records::create(data, "partnership".into(), object(values))?;
            for agency in &file.agencies {
                let values = json!({
                    "partnership": partnership["id"],
                    "name": { "source": language, "words": { language: agency.name } },
                    "sector": agency.sector,
                    "role": "core_member",
                });
                records::create(data, "agency".into(), object(values)).map_err(of_agencies)?;
            }
            Ok(())
        })
    })
}

/// Makes the sample partnership's file anew and opens it. An earlier one under the same name is replaced, unless it
/// is not a sample.
pub fn create_sample(session: &Session, now: DateTime<Utc>, path: Option<String>) -> Result<FileInfo> {
    let locale = Locale::new(session.language());
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => session.home.data.join(format!("{}.{EXTENSION}", safe_file_name(&locale.text("sample.file_name")))),
    };
    let path = std::path::absolute(path)?;
    if path.exists() {
        {
            let mut open = lock(&session.store);
            let same = open.as_ref().is_some_and(|store| store.path() == path);
            let found = match open.as_mut().filter(|_| same) {
                Some(store) => store.read(partnership::of_file)?,
                None => session.open_store(&path, "")?.read(partnership::of_file)?,
            };
            if !found.sample {
                return Err(Error::FileExists);
            }
            if same {
                *open = None;
            }
        }
        std::fs::remove_file(&path)?;
    }
    make(session, &path, sample::PARTNER_CODE, |store| store.write(now, sample::fill))
}

/// Opens a file; without a path, the officer is asked for one.
///
/// # Errors
/// [`Error::Locked`] for an encrypted one that nobody unlocked: then it waits for a passphrase, and what was open is
/// closed.
pub fn open_file(session: &Session, now: DateTime<Utc>, path: Option<String>) -> Result<FileInfo> {
    let path = session.ask_open(path, "ui.open_file", &[EXTENSION])?;
    {
        let mut store = lock(&session.store);
        if store.as_ref().is_none_or(|store| store.path() != path) {
            let author = lock(&session.settings).installation.clone();
            let opened = session.open_store(&path, &author);
            if matches!(opened, Err(Error::Locked)) {
                *store = None;
                session.wait_for(Some(&path));
            }
            let mut opened = opened?;
            opened.read(partnership::of_file)?;
            *store = Some(opened);
        }
    }
    protection::tidy_keyring(session, &path);
    erasure::tend(session, now);
    exchange::copy_daily(session, now);
    // That a copy cannot be encrypted keeps no file from opening; it is tried again the next time.
    let _ = protection::encrypt_copies(session, now);
    remember(session)
}

/// Closes the file; an encrypted one has to be unlocked again.
pub fn close_file(session: &Session, _: DateTime<Utc>) -> Result<()> {
    session.forget_store();
    session.wait_for(None);
    session.stir();
    Ok(())
}

/// Shows the open file, or the folder of such files, in the system's file manager.
pub fn show_data(session: &Session, now: DateTime<Utc>) -> Result<()> {
    let path = match file(session, now)? {
        Some(file) => PathBuf::from(file.path),
        None => {
            make_folder(&session.home.data)?;
            session.home.data.clone()
        }
    };
    session.desktop.reveal(&path).map_err(|error| Error::Desktop(error.to_string()))
}

/// A problem of an agency is one of the list of agencies to whoever fills in the form.
fn of_agencies(error: Error) -> Error {
    match error {
        Error::Invalid(problems) => {
            let named = |problem: Problem| Problem { field: "agencies".into(), ..problem };
            Error::Invalid(problems.into_iter().map(named).collect())
        }
        other => other,
    }
}

/// Makes a file beside its place, fills it, puts it there and opens it; or nothing is there.
pub(crate) fn make(
    session: &Session,
    path: &Path,
    owner: &str,
    fill: impl FnOnce(&mut Store) -> Result<()>,
) -> Result<FileInfo> {
    let path = std::path::absolute(path)?;
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    if path.exists() {
        return Err(Error::FileExists);
    }
    let author = lock(&session.settings).installation.clone();
    // Made beside and renamed, so that there is a whole file under the name or none.
    let beside = path.with_extension(format!("{EXTENSION}.part"));
    if beside.exists() {
        std::fs::remove_file(&beside)?;
    }
    let made = Store::create(&beside, &author, owner, None).and_then(|mut store| fill(&mut store));
    let named = made.and_then(|()| {
        std::fs::rename(&beside, &path)?;
        Ok(sync_folder(&path)?)
    });
    if named.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    named?;
    let store = session.open_store(&path, &author)?;
    *lock(&session.store) = Some(store);
    remember(session)
}

/// Works on an empty file in the data folder, encrypted with a key that nobody has, and throws it away.
pub(crate) fn scratch<T>(session: &Session, owner: &str, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
    make_folder(&session.home.data)?;
    let path = session.home.data.join(format!("{}.{EXTENSION}.part", uuid::Uuid::new_v4()));
    let done = Store::create(&path, "", owner, Some(&DataKey::random()?)).and_then(|mut store| body(&mut store));
    let _ = std::fs::remove_file(&path);
    done
}

/// Puts another file in the place of the open one: closes it, lets `replace` do it, and opens what lies there then,
/// whether that went well or not.
pub(crate) fn replace(
    session: &Session,
    now: DateTime<Utc>,
    path: &Path,
    replace: impl FnOnce() -> Result<()>,
) -> Result<FileInfo> {
    // What is left in the log beside the former file would be read into the other one.
    session.store(Store::settle)?;
    *lock(&session.store) = None;
    let replaced = replace();
    let opened = open_file(session, now, Some(path.display().to_string()));
    replaced.and(opened)
}

/// Puts the open file first among those opened lately. That this cannot be written must not keep a file from opening.
fn remember(session: &Session) -> Result<FileInfo> {
    let info = describe(session)?;
    let mut settings = lock(&session.settings);
    settings.remember(Recent {
        path: info.path.clone(),
        name: info.name.clone(),
        sample: info.sample,
        partnership: info.partnership.clone(),
    });
    let _ = settings.save(&session.home);
    drop(settings);
    session.stir();
    Ok(info)
}

fn describe(session: &Session) -> Result<FileInfo> {
    let path = lock(&session.store).as_ref().ok_or(Error::NoFile)?.path().to_owned();
    // Only Linux has such a list; without it a path says less.
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    let partnership = session.read(partnership::of_file)?;
    let protection = protection::standing(session)?;
    let name = partnership.name.words_in(session.language());
    Ok(FileInfo {
        path: path.display().to_string(),
        shared_place: shared_place(&path, &mounts),
        partnership: partnership.id.to_string(),
        name: name.into(),
        partner_code: partnership.partner_code,
        partner_name: partnership.partner_name,
        language: partnership.language.0,
        sample: partnership.sample,
        network: partnership.partner_kind == PartnerKind::NetworkCoordinator,
        encrypted: protection.encrypted,
        protection_open: !protection.encrypted && !protection.unprotected_by_choice && !partnership.sample,
        role: protection.role.code(),
    })
}

/// A code for a partner that is typed in: the letters and digits of its name, at most six.
fn code_of(name: &str) -> String {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).take(6).collect();
    if letters.is_empty() { "OTHER".into() } else { letters.to_uppercase() }
}

/// Names that Windows keeps for devices.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// A name as a file name that every system takes: no separators, no device, at most 120 bytes.
pub(crate) fn safe_file_name(name: &str) -> String {
    let mut sound = String::new();
    for character in name.trim().chars() {
        if sound.len() + character.len_utf8() > 120 {
            // Shortened at a word, if there is one.
            sound.truncate(sound.rfind(' ').unwrap_or(sound.len()));
            break;
        }
        let unsound = character.is_control() || "/\\:*?\"<>|".contains(character);
        sound.push(if unsound { '-' } else { character });
    }
    let sound = sound.trim().trim_end_matches('.').to_owned();
    match sound.to_lowercase() {
        lower if lower.is_empty() => "-".into(),
        lower if DEVICES.contains(&&*lower) => sound + "-",
        _ => sound,
    }
}

fn object(value: Value) -> records::Record {
    match value {
        Value::Object(object) => object,
        _ => records::Record::new(),
    }
}
