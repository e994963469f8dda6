//! Live exchange: the open file is kept in step with a server, once somebody has set that up. The core has no network; it
//! says here what it needs of one ([`Live`]), and what that one may do with the open file ([`LiveFile`]): read the
//! history, and take in changes through the same merge as an exchange file. A file is exchanged without any of this.

use std::sync::Weak;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{backup, copy_path, open_partnership};
use crate::{
    Result, erasure,
    error::Error,
    partnership::{self, Partnership},
    session::{self, Session, free_path, safe_file_name},
    store::{Brought, Incoming, Merged, Reader, Store, Tombstone},
};

mod server;

pub use server::{Server, ServerKey};

/// What has a network. It is told when there may be something to do, and does it on a thread of its own; as long as the
/// open file has no server, it does nothing.
pub trait Live: Send + Sync {
    /// The open file changed, or another one is open, or its server is another one.
    fn wake(&self);
    /// Waits until the open file is in step with its server, or it is known why not.
    fn settle(&self) -> Link;
    /// Where things stand.
    fn link(&self) -> Link;
    /// Everything that a server has, for a laptop without the partnership's file.
    ///
    /// # Errors
    /// [`Error::LiveUnreachable`], [`Error::NotALiveServer`], [`Error::LiveCertificate`], [`Error::LiveKeyRefused`],
    /// [`Error::LiveEmpty`].
    fn fetch(&self, server: &Server) -> Result<Whole>;
}

/// How far live exchange is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum LivePhase {
    /// The open file has no server.
    #[default]
    Off,
    /// The server is being called.
    Connecting,
    /// Changes come and go.
    Syncing,
    /// File and server have the same changes.
    InStep,
    /// It does not work now, and is tried again.
    Waiting,
}

/// Where things stand with the server.
#[derive(Debug, Clone, Default)]
pub struct Link {
    /// How far it is.
    pub phase: LivePhase,
    /// Why it does not work, or why some of it does not.
    pub problem: Option<Error>,
    /// Whether the server takes nothing from this laptop.
    pub read_only: bool,
    /// Changes of others that came in since the program was started.
    pub taken_in: u32,
}

/// Everything that a server has.
#[derive(Debug, Clone)]
pub struct Whole {
    /// What it says of the partnership.
    pub about: About,
    /// The changes.
    pub changes: Vec<Incoming>,
}

/// What tells a partnership from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Id of the partnership's record.
    pub partnership: String,
    /// Its name.
    pub name: String,
    /// Code of the partner whose partnership it is.
    pub partner_code: String,
}

/// Where live exchange stands, for the officer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ts_rs::TS)]
pub struct LiveState {
    /// The server's address; none where the open file has no server.
    pub address: Option<String>,
    /// How far it is.
    pub phase: LivePhase,
    /// Why it does not work, or why some of it does not: the code of an error.
    pub problem: Option<&'static str>,
    /// What that error names.
    pub detail: Option<String>,
    /// Whether the server takes nothing from this laptop.
    pub read_only: bool,
    /// Changes that the server may not have yet.
    pub waiting: u32,
    /// When the file was last in step, RFC 3339.
    pub in_step_at: Option<String>,
    /// Changes of others that came in since the program was started.
    pub taken_in: u32,
}

/// Connects the open file with a server and waits until they are in step; without an open file, makes the partnership's
/// from what the server has. What does not work is not kept.
///
/// # Errors
/// [`Error::Invalid`] for an address or key that is none; as [`Live::fetch`]; [`Error::LiveOtherPartnership`];
/// [`Error::OwnFileFirst`] when this laptop has the partnership's file already.
pub fn connect(session: &Session, now: DateTime<Utc>, address: String, key: String) -> Result<LiveState> {
    let server = Server::parse(&address, &key)?;
    let live = session.live()?;
    let partnership = match session.read(open_partnership) {
        Err(Error::NoFile) => return begin(session, now, live, &server),
        partnership => partnership?,
    };
    let before = server::of_partnership(session.home(), &partnership)?;
    server::set(session.home(), &partnership, Some(&server))?;
    let link = live.settle();
    match &link.problem {
        Some(problem) if link.phase != LivePhase::InStep => {
            server::set(session.home(), &partnership, before.as_ref())?;
            live.wake();
            Err(problem.clone())
        }
        _ => told(session, link),
    }
}

fn begin(session: &Session, now: DateTime<Utc>, live: &dyn Live, server: &Server) -> Result<LiveState> {
    let Whole { about, changes } = live.fetch(server)?;
    let brought = Brought { changes, ..Brought::default() };
    if let Some(own) = session::recent_of(session, &about.partnership) {
        return Err(Error::OwnFileFirst(own));
    }
    let path = free_path(&session.home().data, &safe_file_name(&about.name), session::EXTENSION);
    server::set(session.home(), &about.partnership, Some(server))?;
    session::make_file(session, &path, &about.partner_code, |store| {
        store.merge_live(now, &brought, |data, _| same_partnership(data, &about.partnership))
    })?;
    told(session, live.settle())
}

/// Where live exchange stands.
pub fn state(session: &Session, _: DateTime<Utc>) -> Result<LiveState> {
    told(session, session.live().map(Live::link).unwrap_or_default())
}

fn told(session: &Session, link: Link) -> Result<LiveState> {
    let server = match server_of(session) {
        Ok(Some((_, server))) => server,
        Ok(None) | Err(Error::NoFile) => return Ok(LiveState::default()),
        Err(error) => return Err(error),
    };
    let (in_step, waiting) = session.read(|data| {
        let in_step = data.in_step()?;
        let waiting = data.changes_after(in_step.as_ref().map_or(0, |(upto, _)| *upto))?.0;
        Ok((in_step, waiting))
    })?;
    Ok(LiveState {
        address: Some(server.address),
        phase: link.phase,
        problem: link.problem.as_ref().map(Error::code),
        detail: link.problem.map(|problem| problem.to_string()),
        read_only: link.read_only,
        waiting: if link.read_only || link.phase == LivePhase::InStep { 0 } else { waiting },
        in_step_at: in_step.map(|(_, at)| at),
        taken_in: link.taken_in,
    })
}

/// Waits until the open file is in step with its server, or it is known why not.
///
/// # Errors
/// [`Error::NoNetwork`]
pub fn sync_now(session: &Session, _: DateTime<Utc>) -> Result<LiveState> {
    told(session, session.live()?.settle())
}

/// Disconnects the open file from its server. What is here stays here, what is there stays there.
///
/// # Errors
/// [`Error::NoFile`]
pub fn disconnect(session: &Session, now: DateTime<Utc>) -> Result<LiveState> {
    let partnership = session.read(open_partnership)?;
    server::set(session.home(), &partnership, None)?;
    session.store(Store::forget_in_step)?;
    state(session, now)
}

/// The open file's partnership and server; nothing when it has none.
///
/// # Errors
/// [`Error::NoFile`], [`Error::DamagedIdentity`]
pub fn server_of(session: &Session) -> Result<Option<(String, Server)>> {
    let partnership = session.quietly(|store| store.read(open_partnership))?;
    let server = server::of_partnership(session.home(), &partnership)?;
    Ok(server.map(|server| (partnership, server)))
}

/// The open file as long as it is the one of this partnership, for what keeps it in step. It keeps no session alive.
pub struct LiveFile {
    session: Weak<Session>,
    partnership: String,
}

impl LiveFile {
    /// The open file of this partnership.
    pub fn new(session: Weak<Session>, partnership: String) -> Self {
        Self { session, partnership }
    }

    /// What tells its partnership from others.
    pub fn about(&self) -> Result<About> {
        let language = self.session.upgrade().ok_or(Error::NoFile)?.language();
        let partnership = self.read(partnership::of_file)?;
        Ok(About {
            name: partnership.name.words_in(language).into(),
            partnership: partnership.id.to_string(),
            partner_code: partnership.partner_code,
        })
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Error::NoFile`] when another file is open by now; what `body` returns.
    pub fn read<T>(&self, body: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.quietly(|store| store.read(body))
    }

    /// Takes in changes and the erasures that members signed, all or none; how many changes were not here. Once a day a
    /// checked copy is made before. A member's erasure is carried out without asking: a person's data do not wait.
    ///
    /// # Errors
    /// [`Error::DamagedBundle`] for what this program never wrote; [`Error::NoFile`]; the file stays as it is.
    pub fn keep(&self, now: DateTime<Utc>, changes: Vec<Incoming>, erasures: &[Tombstone]) -> Result<u32> {
        let (applied, erased) = self.quietly(|store| {
            let members = store.read(super::keys_ever)?;
            let signed = |one: &&Tombstone| members.contains(&one.signer) && erasure::is_signed(one);
            let tombstones = erasures.iter().filter(signed).cloned().collect();
            let brought = Brought { tombstones, changes, contents: vec![] };
            let path = store.path().to_owned();
            if !brought.changes.is_empty() && backup::latest_day(&path) != Some(now.date_naive()) {
                let copy = copy_path(&path, now)?;
                store.copy_to(&copy)?;
                backup::keep_latest(&path);
            }
            store.merge_live(now, &brought, |data, merged: &Merged| {
                same_partnership(data, &self.partnership)?;
                Ok((merged.applied, !merged.tombstones.is_empty()))
            })
        })?;
        if erased {
            erasure::clean_copies(&*self.session.upgrade().ok_or(Error::NoFile)?, now)?;
        }
        Ok(applied)
    }

    /// What was erased here, signed by a member where this laptop is one.
    pub fn erasures(&self) -> Result<Vec<Tombstone>> {
        let laptop = self.session.upgrade().ok_or(Error::NoFile)?.laptop()?;
        self.read(|data| {
            let mut tombstones = data.tombstones()?;
            super::vouch(&mut tombstones, &laptop, data)?;
            Ok(tombstones)
        })
    }

    /// Notes that the server has every change up to this one.
    pub fn note_in_step(&self, now: DateTime<Utc>, upto: i64) -> Result<()> {
        self.quietly(|store| store.note_in_step(now, upto))
    }

    fn quietly<T>(&self, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        let session = self.session.upgrade().ok_or(Error::NoFile)?;
        session.quietly(|store| {
            if store.read(open_partnership)? != self.partnership {
                return Err(Error::NoFile);
            }
            body(store)
        })
    }
}

/// A file has one partnership, and it is this one.
fn same_partnership(data: &Reader<'_>, partnership: &str) -> Result<()> {
    match data.all::<Partnership>()?.as_slice() {
        [only] if only.id.to_string() == partnership => Ok(()),
        _ => Err(Error::DamagedBundle("a file has one partnership".into())),
    }
}
