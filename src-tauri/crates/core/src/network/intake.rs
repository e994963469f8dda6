//! Taking packages in: open, compare, accept. What is older, repeated, foreign, tampered with or of a newer form is named
//! and left out; the rest goes in, in one transaction. The way back is in `network/receipt.rs`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

use super::partners;
use crate::{
    Result,
    catalogue::PackageState,
    error::Error,
    package::{self, Opened, Package},
    session::Session,
    signature,
    store::{Reader, Received, Writer, sha256},
};

/// Most files that are taken in at once.
const MOST_FILES: usize = 1_000;
/// So far the clocks of two computers may be apart.
const CLOCKS_APART: TimeDelta = TimeDelta::days(1);

/// What taking files in would do.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct PackagePlan {
    /// The files, as they are asked for when the plan is accepted.
    pub paths: Vec<String>,
    /// Stands for the plan: it is accepted as it was shown or not at all.
    pub digest: String,
    /// The packages, by file.
    pub rows: Vec<PackageRow>,
    /// How many records would come in.
    pub records: u32,
}

/// One package of a plan.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct PackageRow {
    /// The file's name.
    pub file: String,
    /// What it is to this file.
    #[ts(as = "String")]
    pub state: PackageState,
    /// Whether it would be taken in.
    pub taken: bool,
    /// Code of the partner.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Id of the partnership.
    pub partnership: Option<String>,
    /// Number of the package.
    pub sequence: Option<u32>,
    /// When it was made.
    pub created_at: Option<String>,
    /// Records in it.
    pub records: u32,
    /// Whether its data are invented.
    pub sample: bool,
    /// The key that signed it, short enough to be read out.
    pub key: Option<String>,
    /// The same key, whole: what the coordinator agrees to.
    pub signer: Option<String>,
    /// SHA-256 of the package's bytes.
    pub digest: Option<String>,
}

/// What was taken in.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Accepted {
    /// Packages.
    pub packages: u32,
    /// Records.
    pub records: u32,
}

/// What the coordinator agreed to: a partner's package of this partnership, signed with this key.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Trust {
    /// Code of the partner.
    pub code: String,
    /// Id of the partnership.
    pub partnership: String,
    /// The key, whole.
    pub signer: String,
}

/// Looks into files, and folders of files: PDF reports, packages, e-mails, archives. Asks for a file when none is named.
///
/// # Errors
/// [`Error::Cancelled`], [`Error::FileTooLarge`] for more than a thousand files.
pub fn open(
    session: &Session,
    now: DateTime<Utc>,
    paths: Option<Vec<String>>,
    trust: Vec<Trust>,
) -> Result<PackagePlan> {
    let paths = match paths {
        Some(paths) => paths,
        None => {
            let path = session.ask_open(None, "ui.network.open", &["pdf", "json", "eml", "zip"])?;
            vec![path.display().to_string()]
        }
    };
    let files = files(&paths)?;
    session.read(|data| {
        let (rows, _) = compare(data, now, &files, &trust)?;
        let records = rows.iter().filter(|row| row.taken).map(|row| row.records).sum();
        Ok(PackagePlan { digest: digest(&rows), rows, records, paths })
    })
}

/// Takes in what the plan says, all of it or nothing. `trust` names partnerships whose new key the coordinator agreed to.
///
/// # Errors
/// [`Error::PlanOutdated`] when the files or the data are not those any more that the plan was made for,
/// [`Error::NothingToImport`] when nothing would come in.
pub fn accept(
    session: &Session,
    now: DateTime<Utc>,
    paths: Vec<String>,
    trust: Vec<Trust>,
    digest: String,
) -> Result<Accepted> {
    let files = files(&paths)?;
    session.write(now, |data| {
        let (rows, taken) = compare(data, now, &files, &trust)?;
        if self::digest(&rows) != digest {
            return Err(Error::PlanOutdated);
        }
        if taken.is_empty() {
            return Err(Error::NothingToImport);
        }
        let mut records = 0;
        let mut rest: BTreeMap<&str, &Taken> = taken.iter().map(|one| (&*one.digest, one)).collect();
        let paths: BTreeSet<&PathBuf> = taken.iter().map(|one| &one.path).collect();
        // Read again, one after the other: all packages of a network at once would not fit into a small laptop.
        for part in paths.into_iter().flat_map(|path| package::parts(path).unwrap_or_default()) {
            let Ok(bytes) = part.bytes else { continue };
            let Some(one) = rest.remove(&*sha256(&bytes)) else { continue };
            let opened = package::open(&bytes)?;
            data.receive(&opened, &one.file)?;
            records += opened.package.counts.values().sum::<u32>();
        }
        if !rest.is_empty() {
            return Err(Error::PlanOutdated);
        }
        Ok(Accepted { packages: taken.len() as u32, records })
    })
}

/// The files that are named, and those that lie in folders that are named.
fn files(paths: &[String]) -> Result<Vec<PathBuf>> {
    let mut files = vec![];
    for path in paths {
        let path = std::path::absolute(path)?;
        if path.is_dir() {
            let mut inside: Vec<PathBuf> = std::fs::read_dir(&path)?.flatten().map(|entry| entry.path()).collect();
            inside.retain(|path| {
                let end = path.extension().unwrap_or_default().to_ascii_lowercase();
                path.is_file() && ["pdf", "json", "eml", "zip"].iter().any(|known| end == *known)
            });
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path);
        }
    }
    if files.len() > MOST_FILES { Err(Error::FileTooLarge) } else { Ok(files) }
}

fn digest(rows: &[PackageRow]) -> String {
    sha256(serde_json::to_string(rows).unwrap_or_default().as_bytes())
}

/// A package that would be taken in.
struct Taken {
    path: PathBuf,
    file: String,
    /// SHA-256 of the package's bytes.
    digest: String,
    made: Made,
    /// Its row in the plan.
    row: usize,
}

/// By what the packages of a partnership follow one another: when they were made, and of those made at one moment the
/// number. A computer that went back to a copy gives a number twice; its clock goes on.
type Made = (String, u32, String);

fn made(package: &Package) -> Made {
    (moment(package.created_at), package.sequence, package.package.clone())
}

fn made_before(received: &Received) -> Made {
    let made = DateTime::parse_from_rfc3339(&received.created_at).map(|moment| moment.to_utc());
    (made.map(moment).unwrap_or_default(), received.sequence, received.id.clone())
}

/// A moment as words that sort as the moments do.
fn moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// What is known of the partners before files are looked at.
#[derive(Default)]
struct Known {
    /// What is dated later would put the true ones behind it.
    latest: DateTime<Utc>,
    /// The codes of the directory.
    codes: BTreeSet<String>,
    /// The packages that count, by partnership.
    current: BTreeMap<String, Received>,
    /// The ids and digests of all packages that ever came in.
    seen: BTreeSet<String>,
    /// Whose the partnerships are that count: codes by partnership.
    owners: BTreeMap<String, String>,
    /// The keys that a partner's packages were signed with, by its code: each computer has its own.
    keys: BTreeMap<String, BTreeSet<String>>,
}

impl Known {
    fn read(data: &Reader<'_>, now: DateTime<Utc>) -> Result<Self> {
        let codes = partners(data)?.into_iter().map(|partner| partner.code).collect();
        let mut known = Self { codes, latest: now + CLOCKS_APART, ..Self::default() };
        for received in data.received()? {
            known.seen.extend([received.id.clone(), received.digest.clone()]);
            known.keys.entry(received.partner.code.clone()).or_default().insert(received.key.clone());
            if received.current {
                known.owners.insert(received.partnership.clone(), received.partner.code.clone());
                known.current.insert(received.partnership.clone(), received);
            }
        }
        Ok(known)
    }

    fn state(&self, opened: &Opened, trust: &[Trust]) -> PackageState {
        let package = &opened.package;
        let code = &package.partner.code;
        if !self.codes.contains(code) {
            return PackageState::Foreign;
        }
        if package.created_at > self.latest {
            return PackageState::DatedAhead;
        }
        if let Some(before) = self.current.get(&package.partnership) {
            if before.digest == opened.digest || before.id == package.package {
                return PackageState::Same;
            }
            if before.partner.code == *code && made_before(before) >= made(package) {
                return PackageState::Older;
            }
        }
        let owner = self.owners.get(&package.partnership);
        if owner.is_some_and(|owner| owner != code) {
            return PackageState::OtherPartner;
        }
        if self.seen.contains(&package.package) || self.seen.contains(&opened.digest) {
            return PackageState::Older;
        }
        let trusted = trust
            .iter()
            .any(|one| one.code == *code && one.partnership == package.partnership && one.signer == opened.key);
        if !trusted && self.keys.get(code).is_some_and(|keys| !keys.contains(&opened.key)) {
            return PackageState::ChangedKey;
        }
        // The partner began anew, or has a second partnership: only the coordinator can tell.
        if !trusted && owner.is_none() && self.owners.values().any(|other| other == code) {
            return PackageState::OtherPartnership;
        }
        if self.current.contains_key(&package.partnership) { PackageState::Newer } else { PackageState::New }
    }

    /// What a package that would be taken in makes known to those after it.
    fn note(&mut self, opened: &Opened) {
        let code = &opened.package.partner.code;
        self.owners.insert(opened.package.partnership.clone(), code.clone());
        self.keys.entry(code.clone()).or_default().insert(opened.key.clone());
    }
}

/// The rows of a plan, and the packages that would be taken in: of a partnership the latest.
fn compare(
    data: &Reader<'_>,
    now: DateTime<Utc>,
    files: &[PathBuf],
    trust: &[Trust],
) -> Result<(Vec<PackageRow>, Vec<Taken>)> {
    if !super::is_coordinator(data)? {
        return Err(Error::NotCoordinator);
    }
    let mut known = Known::read(data, now)?;
    let mut rows: Vec<PackageRow> = vec![];
    let mut best: BTreeMap<String, Taken> = BTreeMap::new();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let parts =
            package::parts(path).unwrap_or_else(|error| vec![package::Part { name: name.clone(), bytes: Err(error) }]);
        for part in parts {
            let opened = match part.bytes.and_then(|bytes| package::open(&bytes)) {
                Ok(opened) => opened,
                Err(error) => {
                    rows.push(unread(&part.name, &error));
                    continue;
                }
            };
            let own = &opened.package;
            let mut row = row(&part.name, &opened, known.state(&opened, trust));
            if row.taken {
                // Of several in one go the latest counts; the same one twice is the same.
                let made = made(own);
                match best.get(&own.partnership) {
                    Some(other) if other.made >= made => {
                        row.taken = false;
                        row.state = if other.digest == opened.digest || other.made == made {
                            PackageState::Same
                        } else {
                            PackageState::Older
                        };
                    }
                    Some(other) => {
                        rows[other.row].taken = false;
                        rows[other.row].state = PackageState::Older;
                    }
                    None => {}
                }
                known.note(&opened);
                if row.taken {
                    let (path, file, digest) = (path.clone(), part.name, opened.digest.clone());
                    best.insert(own.partnership.clone(), Taken { path, file, digest, made, row: rows.len() });
                }
            }
            rows.push(row);
        }
    }
    Ok((rows, best.into_values().collect()))
}

fn row(file: &str, opened: &Opened, state: PackageState) -> PackageRow {
    let package = &opened.package;
    PackageRow {
        file: file.to_owned(),
        state,
        taken: matches!(state, PackageState::New | PackageState::Newer),
        code: Some(package.partner.code.clone()),
        name: Some(package.partner.name.clone()),
        partnership: Some(package.partnership.clone()),
        sequence: Some(package.sequence),
        created_at: Some(package.created_at.to_rfc3339()),
        records: package.counts.values().sum(),
        sample: package.sample,
        key: Some(signature::fingerprint(&opened.key)),
        signer: Some(opened.key.clone()),
        digest: Some(opened.digest.clone()),
    }
}

fn unread(file: &str, error: &Error) -> PackageRow {
    let state = match error {
        Error::TamperedPackage => PackageState::Tampered,
        Error::NewerPackage => PackageState::NewerFormat,
        Error::FileTooLarge => PackageState::TooLarge,
        Error::StrangeAttachments => PackageState::StrangeAttachments,
        _ => PackageState::Unreadable,
    };
    PackageRow {
        file: file.to_owned(),
        state,
        taken: false,
        code: None,
        name: None,
        partnership: None,
        sequence: None,
        created_at: None,
        records: 0,
        sample: false,
        key: None,
        signer: None,
        digest: None,
    }
}

/// Lets what a partnership sent count no longer: it was begun anew in another file, or never was the partner's. Its
/// packages stay known, its records go.
///
/// # Errors
/// [`Error::NotFound`] when nothing of the partnership counts.
pub fn set_aside(data: &Writer<'_>, partnership: String) -> Result<()> {
    data.set_aside(&partnership)
}
