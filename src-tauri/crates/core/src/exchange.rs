//! Exchange inside a partnership: several laptops pass each other files, by e-mail, on a stick or in a shared folder, and
//! nobody's work is lost. A file holds changes of the history, signed by the laptop that made it and sealed for the
//! members; taking one in is open → compare → accept, and only the last step writes. There is no server, and nothing is
//! sent from here: the officer sends the file.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    Result, erasure,
    error::Error,
    partnership,
    records::Record,
    session::{self, Session, free_path, safe_file_name, write_file},
    signature,
    store::{Brought, Reader, Source, Tombstone, sha256},
};

mod backup;
mod bundle;
mod conflict;
mod folder;
pub(crate) mod identity;
pub(crate) mod key;
pub mod live;
mod member;
mod plan;

pub use backup::{Backup, backups, restore_backup};
pub use backup::{Repaired, repair_file};
pub(crate) use backup::{copies_of, copy_daily, is_copy};
pub(crate) use bundle::EXTENSION;
pub use conflict::{Conflict, ConflictChoice, conflicts, settle};
pub use folder::{FoundBundle, choose_folder, forget_folder, look_in_folder};
pub(crate) use member::label_of;
pub use member::{Member, add, remove};
pub use plan::{BundlePlan, OpenedBundle, PlannedRecord, TakenIn, accept, compare, open};

/// Where the exchange of this laptop stands.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Exchange {
    /// This laptop's public key, to send to colleagues.
    pub key: String,
    /// Letters of the key to compare over the telephone.
    pub check: String,
    /// What the coordinator sees of the key with which this laptop signs reports.
    pub report_key: String,
    /// What this laptop is called, once it is a member.
    pub label: Option<String>,
    /// The laptops of the partnership, removed ones last.
    pub members: Vec<MemberRow>,
    /// The watched folder.
    pub folder: Option<String>,
    /// Changes and erasures that the present members have not been given in a file made here.
    pub unsent: u32,
    /// Whether the next file holds everything, because somebody was added since the last one.
    pub whole: bool,
    /// Changes that wait for another file.
    pub waiting: u32,
    /// Fields that hold more than one value.
    pub conflicts: u32,
}

/// A laptop of the partnership.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct MemberRow {
    /// Id of its record.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Letters of its key to compare over the telephone.
    pub check: String,
    /// Since when it is a member, ISO 8601.
    pub joined_on: String,
    /// Until when it was one.
    pub removed_on: Option<String>,
    /// Whether it is this one.
    pub own: bool,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct WrittenBundle {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub file_name: String,
    /// Changes in it.
    pub changes: u32,
    /// Attached files in it.
    pub files: u32,
    /// Attached files that did not fit into it.
    pub left_out: u32,
    /// Whether it holds everything.
    pub whole: bool,
    /// What the other laptops are called that can open it.
    pub readers: Vec<String>,
}

/// Where the exchange of this laptop stands. Its keys are made when this is asked first; they are all there is while no
/// file is open.
pub fn exchange(session: &Session, _: DateTime<Utc>) -> Result<Exchange> {
    let laptop = session.laptop()?;
    let key = laptop.public.to_string();
    let folder = session::exchange_folder(session);
    let alone = Exchange {
        key: key.clone(),
        check: laptop.public.check(),
        report_key: signature::fingerprint(&signature::own_key(&laptop)),
        label: None,
        members: vec![],
        folder,
        unsent: 0,
        whole: false,
        waiting: 0,
        conflicts: 0,
    };
    let of_file = session.read(|data| {
        let own = |member: &Member| *member.key == key;
        let mut all = data.all::<Member>()?;
        all.sort_by_key(|member| (member.removed_on, !own(member), member.label.clone()));
        let members = all.iter().map(|member| MemberRow {
            id: member.id.to_string(),
            label: member.label.clone(),
            check: member.key.parse().map(|key: key::PublicKey| key.check()).unwrap_or_default(),
            joined_on: member.joined_on.to_string(),
            removed_on: member.removed_on.map(|day| day.to_string()),
            own: own(member),
        });
        let (since, erased) = data.sent_upto(&keys_of(&member::present(data)?))?;
        Ok(Exchange {
            label: all.iter().find(|member| own(member) && member.removed_on.is_none()).map(|own| own.label.clone()),
            members: members.collect(),
            unsent: data.changes_after(since)?.0 + data.tombstone_count()?.saturating_sub(erased),
            whole: since == 0,
            waiting: data.waiting_changes()?,
            conflicts: data.clashes()?.len() as u32,
            ..alone.clone()
        })
    });
    match of_file {
        Err(Error::NoFile) => Ok(alone),
        of_file => of_file,
    }
}

/// Enters this laptop among the members, or gives it another name.
///
/// # Errors
/// [`Error::Invalid`] without a name.
pub fn join(session: &Session, now: DateTime<Utc>, label: String) -> Result<Record> {
    let key = session.laptop()?.public.to_string();
    session.write(now, |data| {
        let known = data.all::<Member>()?.into_iter().find(|member| *member.key == key && member.removed_on.is_none());
        match known {
            Some(own) => {
                let values = Record::from_iter([("label".to_owned(), label.trim().into())]);
                crate::records::change(data, "member".into(), own.id.to_string(), values)
            }
            None => member::add(data, label, key),
        }
    })
}

/// Makes a file of what the members have not been given yet, or of everything, in the watched folder or where the officer
/// says. An earlier file is never overwritten.
///
/// # Errors
/// [`Error::NothingToSend`], [`Error::NotAMember`], [`Error::FileExists`], [`Error::Cancelled`].
pub fn write_bundle(
    session: &Session,
    now: DateTime<Utc>,
    path: Option<String>,
    whole: Option<bool>,
) -> Result<WrittenBundle> {
    let laptop = session.laptop()?;
    let language = session.language();
    let (header, members, brought, left_out, upto) = session.read(|data| {
        let members = member::present(data)?;
        let key = laptop.public.to_string();
        let own = members.iter().find(|(member, _)| *member.key == key).ok_or(Error::NotAMember)?;
        let (since, erased) = if whole == Some(true) { (0, 0) } else { data.sent_upto(&keys_of(&members))? };
        let changes = data.outgoing(since)?;
        let mut tombstones = data.tombstones()?;
        let upto = (data.changes_after(since)?.1, tombstones.len() as u32);
        if changes.is_empty() && upto.1 == erased {
            return Err(Error::NothingToSend);
        }
        vouch(&mut tombstones, &laptop, data)?;
        let (contents, left_out) = data.contents_after(since, bundle::MAX_CONTENTS)?;
        let partnership = partnership::of_file(data)?;
        let header = bundle::Header {
            made_at: now.to_rfc3339(),
            program: env!("CARGO_PKG_VERSION").into(),
            signer: key,
            device: own.0.label.clone(),
            recipients: keys_of(&members).into_iter().collect(),
            name: partnership.name.words_in(language).into(),
            partnership: partnership.id.to_string(),
            partner_code: partnership.partner_code,
            whole: since == 0,
        };
        Ok((header, members, Brought { tombstones, changes, contents }, left_out, upto))
    })?;
    let recipients: Vec<key::PublicKey> = members.iter().map(|(_, key)| key.clone()).collect();
    let bytes = bundle::seal(&header, &brought, &laptop, &recipients)?;
    let sha256 = sha256(&bytes);
    let part = |words: &str| safe_file_name(words).replace([' ', '_'], "-");
    let stem = [now.date_naive().to_string(), part(&header.partner_code), part(&header.device), sha256[..8].to_owned()];
    let name = format!("{}.{}", stem.join("_"), bundle::EXTENSION);
    let path = place(session, path, &name)?;
    if path.exists() {
        return Err(Error::FileExists);
    }
    write_file(&path, &bytes)?;
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source = Source { sha256: &sha256, name: &file_name };
    session.store(|store| {
        // While the officer chose a place another file may have been opened; it is not the one that was sent.
        if store.read(open_partnership)? != header.partnership {
            return Err(Error::NoFile);
        }
        store.note_sent(now, source, upto, &keys_of(&members))
    })?;
    let others = members.iter().filter(|(member, _)| *member.key != header.signer);
    Ok(WrittenBundle {
        path: path.display().to_string(),
        changes: brought.changes.len() as u32,
        files: brought.contents.len() as u32,
        left_out,
        whole: header.whole,
        readers: others.map(|(member, _)| member.label.clone()).collect(),
        file_name,
    })
}

/// Signs anew what was erased before this laptop, or the one that did it, was a member: colleagues believe members only.
fn vouch(tombstones: &mut [Tombstone], laptop: &identity::Laptop, data: &Reader<'_>) -> Result<()> {
    let known = keys_ever(data)?;
    for tombstone in tombstones.iter_mut().filter(|tombstone| !known.contains(&tombstone.signer)) {
        erasure::signed(laptop, tombstone);
    }
    Ok(())
}

fn place(session: &Session, path: Option<String>, name: &str) -> Result<PathBuf> {
    match (path, session::exchange_folder(session)) {
        (Some(path), _) => Ok(std::path::absolute(path)?),
        (None, Some(folder)) => Ok(Path::new(&folder).join(name)),
        (None, None) => session.ask_save("ui.exchange.save_as", name, bundle::EXTENSION),
    }
}

/// Whether a text is the public key of a laptop, in its one form.
pub(crate) fn is_key(text: &str) -> bool {
    text.parse::<key::PublicKey>().is_ok_and(|key| key.to_string() == text)
}

fn keys_of(members: &[(Member, key::PublicKey)]) -> BTreeSet<String> {
    members.iter().map(|(member, _)| member.key.0.clone()).collect()
}

/// The keys of all laptops that are or were members.
pub(crate) fn keys_ever(data: &Reader<'_>) -> Result<BTreeSet<String>> {
    Ok(data.all::<Member>()?.into_iter().map(|member| member.key.0).collect())
}

/// What the other laptops are called that exchange now.
pub(crate) fn other_computers(data: &Reader<'_>, own: &str) -> Result<Vec<String>> {
    let others = member::present(data)?.into_iter().filter(|(member, _)| *member.key != *own);
    Ok(others.map(|(member, _)| member.label).collect())
}

/// What the laptop with this key is called, if it is or was a member.
pub(crate) fn label_of_key(data: &Reader<'_>, key: &str) -> Result<Option<String>> {
    Ok(data.all::<Member>()?.into_iter().find(|member| *member.key == *key).map(|member| member.label))
}

/// How the name of a copy goes on behind that of its file.
pub(crate) const COPY_TIME: &str = " %Y-%m-%d %H-%M-%S";

/// A path beside the partnership's file, in its folder of copies, that is not taken yet.
pub(crate) fn copy_path(file: &Path, now: DateTime<Utc>) -> Result<PathBuf> {
    let folder = backup::folder_of(file);
    session::make_folder(&folder)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(free_path(&folder, &format!("{stem}{}", now.format(COPY_TIME)), session::EXTENSION))
}

/// Id of the partnership whose file is open.
fn open_partnership(data: &Reader<'_>) -> Result<String> {
    Ok(partnership::of_file(data)?.id.to_string())
}
