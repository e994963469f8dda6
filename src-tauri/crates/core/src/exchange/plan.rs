//! Taking in a file: open → compare → accept. What a file would do is found by doing it in a transaction that is rolled
//! back, so that plan and deed cannot differ. On a laptop without the partnership's file, a file of a colleague that
//! holds everything makes one.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{
    Conflict, backup,
    bundle::{self, Bundle},
    conflict, copy_path, member, open_partnership,
};
use crate::{
    Result, erasure,
    error::Error,
    history::FieldChange,
    partnership::{self, Partnership},
    records::{ENTITIES, entity},
    session::{self, FileInfo, Session, free_path, safe_file_name},
    store::{Merged, MergedRecord, Reader, Source, sha256},
};

/// From so many on, records that a file deletes are worth a warning if they are the greater part.
const MANY: usize = 5;

/// A file of a colleague, as it says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct OpenedBundle {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub file_name: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// What the laptop that made it is called, here if it is known, else as it says.
    pub device: String,
    /// Letters of its key to compare over the telephone.
    pub check: String,
    /// Whether that laptop is a member here. It cannot be where the file is to make the partnership's.
    pub known: bool,
    /// The partnership's name.
    pub partnership: String,
    /// Whether it makes the partnership's file on this laptop.
    pub new_file: bool,
    /// Whether it holds everything that the laptop had then.
    pub whole: bool,
    /// Whether it was made or taken in here before.
    pub taken: bool,
}

/// What taking in a file would do.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct BundlePlan {
    /// The file.
    pub file: OpenedBundle,
    /// Records that come to be here.
    pub new: Vec<PlannedRecord>,
    /// Records of which fields change.
    pub changed: Vec<PlannedRecord>,
    /// Records that go.
    pub deleted: Vec<PlannedRecord>,
    /// Fields that would hold more than one value.
    pub conflicts: Vec<Conflict>,
    /// Changes that are not here yet and can be taken in.
    pub applied: u32,
    /// Changes that are here already.
    pub already: u32,
    /// Changes that would wait for another file.
    pub waiting: u32,
    /// Changes of what was erased here; they stay out.
    pub erased: u32,
    /// Attached files that come with it.
    pub files: u32,
    /// What was erased elsewhere and is here: how many documents go for good, by kind of record.
    pub erases: BTreeMap<String, u32>,
    /// Erasures that were not known here, those included that take a name out of words.
    pub tombstones: u32,
    /// Records that only a newer version of the program can show.
    pub unknown: u32,
    /// Records that are here now.
    pub present: u32,
    /// Whether the greater part of what is here would go.
    pub deletes_most: bool,
    /// Whether the greater part of the people and files here would be erased.
    pub erases_most: bool,
    /// Names this plan.
    pub digest: String,
}

/// A record that a file changes.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct PlannedRecord {
    /// Its kind.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// The words by which an officer knows it.
    pub name: String,
    /// The fields that change; none for a record that comes or goes.
    pub fields: Vec<FieldChange>,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct TakenIn {
    /// Changes that were not here.
    pub applied: u32,
    /// Changes that wait for another file.
    pub waiting: u32,
    /// Documents that were erased for good.
    pub erased: u32,
    /// Fields that now hold more than one value.
    pub conflicts: u32,
    /// The copy of what was there before; none where there was nothing or nothing came.
    pub backup: Option<String>,
    /// The open file.
    pub file: FileInfo,
}

/// Opens a file of a colleague; without a path, the officer is asked for one.
///
/// # Errors
/// [`Error::NotABundle`], [`Error::DamagedBundle`], [`Error::FileTooLarge`], [`Error::SealedForOthers`],
/// [`Error::NewerBundle`], [`Error::StrangeSigner`], [`Error::ForeignBundle`], [`Error::IncompleteBundle`].
pub fn open(session: &Session, _: DateTime<Utc>, path: Option<String>) -> Result<OpenedBundle> {
    let path = session.ask_open(path, "ui.exchange.open_file", &[bundle::EXTENSION])?;
    Ok(look(session, &path)?.1)
}

/// What taking in a file would do; everything stays as it is.
///
/// # Errors
/// As [`open`].
pub fn compare(session: &Session, _: DateTime<Utc>, path: String) -> Result<BundlePlan> {
    let (bundle, file) = look(session, Path::new(&path))?;
    planned_by(session, &bundle, &file)
}

fn planned_by(session: &Session, bundle: &Bundle, file: &OpenedBundle) -> Result<BundlePlan> {
    let language = session.language();
    let compare = |store: &mut crate::store::Store| {
        store.compare(&bundle.brought, |data, merged| plan(data, bundle, file, merged, language))
    };
    if file.new_file { session.scratch(&bundle.header.partner_code, compare) } else { session.store(compare) }
}

/// Takes in a file as its plan says, all of it or nothing. Before that, what is here is copied into the folder `backups`.
///
/// # Errors
/// [`Error::PlanOutdated`] if the file or the data changed since; [`Error::ErasureNotAgreed`] if it erases what is here and
/// `erase` does not say that it may; as [`open`].
pub fn accept(
    session: &Session,
    now: DateTime<Utc>,
    path: String,
    digest: String,
    erase: Option<bool>,
) -> Result<TakenIn> {
    let (bundle, file) = look(session, Path::new(&path))?;
    let planned = planned_by(session, &bundle, &file)?;
    if planned.digest != digest {
        return Err(Error::PlanOutdated);
    }
    if !planned.erases.is_empty() && erase != Some(true) {
        return Err(Error::ErasureNotAgreed);
    }
    let language = session.language();
    let source = Source { sha256: &bundle.sha256, name: &file.file_name };
    let agree = |data: &Reader<'_>, merged: &Merged| match plan(data, &bundle, &file, merged, language)? {
        plan if plan.digest == digest => Ok(()),
        _ => Err(Error::PlanOutdated),
    };
    let (file, backup) = if file.new_file {
        let target = free_path(&session.home().data, &safe_file_name(&bundle.header.name), session::EXTENSION);
        let made = session::make_file(session, &target, &bundle.header.partner_code, |store| {
            store.merge(now, source, &bundle.brought, agree)
        })?;
        (made, None)
    } else {
        let backup = session.store(|store| {
            let mut backup = None;
            if planned.applied + planned.waiting + planned.tombstones > 0 {
                let target = copy_path(store.path(), now)?;
                store.copy_to(&target)?;
                backup = Some(target);
            }
            match store.merge(now, source, &bundle.brought, agree) {
                Ok(()) => Ok(backup),
                Err(error) => {
                    // Nothing was taken in, so there is nothing to go back from.
                    backup.iter().for_each(|target| drop(std::fs::remove_file(target)));
                    Err(error)
                }
            }
        })?;
        let info = session::file(session, now)?.ok_or(Error::NoFile)?;
        backup::keep_latest(Path::new(&info.path));
        if planned.tombstones > 0 {
            erasure::clean_copies(session, now)?;
        }
        (info, backup)
    };
    let conflicts = planned.conflicts.len() as u32;
    let backup = backup.map(|path: PathBuf| path.display().to_string());
    let erased = planned.erases.values().sum();
    Ok(TakenIn { applied: planned.applied, waiting: planned.waiting, erased, conflicts, backup, file })
}

/// Reads and opens a file, and asks what it has to do with what is open here.
pub(super) fn look(session: &Session, path: &Path) -> Result<(Bundle, OpenedBundle)> {
    let bytes = session::read_file(path, bundle::MAX_BYTES)?;
    let bundle = bundle::open(&bytes, &session.laptop()?)?;
    let header = &bundle.header;
    let mut file = OpenedBundle {
        path: path.display().to_string(),
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        made_at: header.made_at.clone(),
        device: header.device.clone(),
        check: bundle.signer.check(),
        known: false,
        partnership: header.name.clone(),
        new_file: false,
        whole: header.whole,
        taken: false,
    };
    let looked = session.read(|data| {
        if open_partnership(data)? != header.partnership {
            return Err(Error::ForeignBundle(header.name.clone()));
        }
        let known = member::present(data)?.into_iter().find(|(member, _)| *member.key == header.signer);
        let Some((member, _)) = known else { return Err(Error::StrangeSigner(header.device.clone())) };
        (file.device, file.known) = (member.label, true);
        file.taken = data.knows_bundle(&bundle.sha256)?;
        Ok(())
    });
    match looked {
        Err(Error::NoFile) => {
            if let Some(own) = session::recent_of(session, &header.partnership) {
                return Err(Error::OwnFileFirst(own));
            }
            if !header.whole {
                return Err(Error::IncompleteBundle);
            }
            file.new_file = true;
        }
        looked => looked?,
    }
    Ok((bundle, file))
}

fn plan(
    data: &Reader<'_>,
    bundle: &Bundle,
    file: &OpenedBundle,
    merged: &Merged,
    language: &str,
) -> Result<BundlePlan> {
    let partnerships = data.all::<Partnership>()?;
    if file.new_file && partnerships.is_empty() {
        return Err(Error::IncompleteBundle);
    }
    if partnerships.len() != 1 || partnership::of_file(data)?.id.to_string() != bundle.header.partnership {
        return Err(Error::DamagedBundle("a file has one partnership".into()));
    }
    let mut plan = BundlePlan {
        file: file.clone(),
        new: vec![],
        changed: vec![],
        deleted: vec![],
        conflicts: vec![],
        applied: merged.applied,
        already: merged.already,
        waiting: merged.waiting,
        erased: merged.erased,
        files: merged.files,
        erases: merged.erases.clone(),
        tombstones: merged.tombstones.len() as u32,
        unknown: merged.unknown,
        present: 0,
        deletes_most: false,
        erases_most: false,
        digest: String::new(),
    };
    if !erasure::by_members(data, &merged.tombstones, &bundle.header.signer)? {
        return Err(Error::StrangeErasure);
    }
    for record in &merged.records {
        plan.conflicts.extend(conflict::of_merged(data, record, language)?);
        let planned = planned(record, language)?;
        match (&record.before, &record.after) {
            (None, Some(_)) => plan.new.push(planned),
            (Some(_), None) => plan.deleted.push(planned),
            (Some(_), Some(_)) if !planned.fields.is_empty() => plan.changed.push(planned),
            _ => {}
        }
    }
    for part in [&mut plan.new, &mut plan.changed, &mut plan.deleted] {
        let place = |record: &PlannedRecord| ENTITIES.iter().position(|info| info.name == record.entity);
        part.sort_by(|one, other| (place(one), &one.name, &one.id).cmp(&(place(other), &other.name, &other.id)));
    }
    let after = data.number("SELECT total(NOT deleted) FROM record", &[])? as usize;
    let present = (after + plan.deleted.len()).saturating_sub(plan.new.len());
    plan.present = present as u32;
    plan.deletes_most = plan.deleted.len() >= MANY && 2 * plan.deleted.len() > present;
    let gone = plan.erases.values().sum::<u32>() as usize;
    let own = data.number("SELECT total(1) FROM document WHERE personal", &[])? as usize;
    plan.erases_most = gone >= MANY && gone > own;
    let shown = serde_json::to_vec(&plan).map_err(|error| Error::Storage(error.to_string()))?;
    plan.digest = sha256(&[&shown, bundle.sha256.as_bytes()].concat());
    Ok(plan)
}

fn planned(record: &MergedRecord, language: &str) -> Result<PlannedRecord> {
    let values = record.after.as_ref().unwrap_or(&record.last);
    let mut fields = vec![];
    if let (Some(before), Some(after)) = (&record.before, &record.after) {
        for field in entity(record.entity)?.fields.iter().map(|field| field.name) {
            if before.get(field) != after.get(field) {
                fields.push(FieldChange { field, before: before[field].clone(), after: after[field].clone() });
            }
        }
    }
    let name = conflict::name_of(record.entity, values, language);
    Ok(PlannedRecord { entity: record.entity, id: record.id.clone(), name, fields })
}
