//! The laptop's end: a thread that keeps the open file in step with its server. It is started when a file with a server
//! is first open, and does nothing while the open file has none. The file stays the truth: whatever happens here, what
//! the officer saved is saved.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use liaise_core::{
    Error, Session,
    exchange::live::{self, Link, Live, LivePhase, Server, Whole},
};
use tokio::{
    sync::Notify,
    time::{Instant, timeout_at},
};

mod connection;
mod source;

use connection::Connection;
use source::{Nothing, OpenFile};

/// The first pause before a server that could not be reached is called again; each further one is twice as long.
const PAUSE: Duration = Duration::from_secs(1);
/// The longest pause.
const LONGEST: Duration = Duration::from_secs(60);

/// Attaches the network to a session.
#[expect(clippy::disallowed_methods, reason = "what comes over the network comes at the time of this computer")]
pub fn attach(session: Session) -> Arc<Session> {
    attach_at(session, Utc::now)
}

/// Attaches the network to a session whose clock this is.
pub fn attach_at(session: Session, clock: fn() -> DateTime<Utc>) -> Arc<Session> {
    let session = Arc::new(session);
    let shared = Shared { session: Arc::downgrade(&session), clock, ..Shared::new() };
    session.attach(Box::new(Client(Arc::new(shared))));
    session
}

struct Client(Arc<Shared>);

/// What the thread and those who ask it have in common.
struct Shared {
    session: Weak<Session>,
    clock: fn() -> DateTime<Utc>,
    link: Mutex<Told>,
    /// Somebody waits for an answer.
    answered: Condvar,
    /// There may be something to do.
    stirred: Notify,
    running: AtomicBool,
    stopped: AtomicBool,
}

/// Where things stand, and which question that answers.
#[derive(Default)]
struct Told {
    link: Link,
    asked: u64,
    answered: u64,
}

impl Live for Client {
    fn wake(&self) {
        if self.0.running.load(Ordering::Acquire) || matches!(self.0.server(), Ok(Some(_)) | Err(_)) {
            self.start();
            self.0.stirred.notify_one();
        }
    }

    fn settle(&self) -> Link {
        if matches!(self.0.server(), Ok(None) | Err(Error::NoFile)) {
            self.wake();
            return Link::default();
        }
        self.start();
        let mut told = self.0.told();
        told.asked += 1;
        let question = told.asked;
        self.0.stirred.notify_one();
        while told.answered < question {
            told = self.0.answered.wait(told).unwrap_or_else(PoisonError::into_inner);
        }
        told.link.clone()
    }

    fn link(&self) -> Link {
        self.0.told().link.clone()
    }

    fn fetch(&self, server: &Server) -> liaise_core::Result<Whole> {
        runtime()?.block_on(async {
            let mut connection = Connection::open(server, Nothing::default()).await?;
            while !connection.talk.in_step() {
                connection.step(std::future::pending()).await?;
            }
            if let Some(problem) = connection.talk.quarantine() {
                return Err(problem);
            }
            connection.close().await;
            let about = connection.talk.about()?;
            Ok(connection.talk.source.whole(about))
        })
    }
}

impl Client {
    fn start(&self) {
        if self.0.running.swap(true, Ordering::AcqRel) {
            return;
        }
        let shared = Arc::clone(&self.0);
        let started = std::thread::Builder::new().name("live".into()).spawn(move || {
            if let Err(problem) = runtime().map(|runtime| runtime.block_on(shared.work())) {
                shared.answer(u64::MAX, |link| link.problem = Some(problem));
            }
            shared.running.store(false, Ordering::Release);
        });
        if let Err(error) = started {
            self.0.running.store(false, Ordering::Release);
            self.0.answer(u64::MAX, |link| link.problem = Some(error.into()));
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.0.stopped.store(true, Ordering::Release);
        self.0.stirred.notify_one();
    }
}

impl Shared {
    fn new() -> Self {
        Self {
            session: Weak::new(),
            clock: || DateTime::UNIX_EPOCH,
            link: Mutex::default(),
            answered: Condvar::new(),
            stirred: Notify::new(),
            running: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
        }
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.link.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, change: impl FnOnce(&mut Link)) {
        change(&mut self.told().link);
    }

    /// Tells where things stand, as the answer to every question up to this one.
    fn answer(&self, question: u64, change: impl FnOnce(&mut Link)) {
        let mut told = self.told();
        change(&mut told.link);
        told.answered = told.answered.max(question.min(told.asked));
        self.answered.notify_all();
    }

    fn server(&self) -> liaise_core::Result<Option<(String, Server)>> {
        live::server_of(&*self.session.upgrade().ok_or(Error::NoFile)?)
    }

    fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire) || self.session.strong_count() == 0
    }

    async fn work(&self) {
        let mut pause = PAUSE;
        while !self.stopped() {
            let question = self.told().asked;
            let problem = match self.server() {
                Ok(None) | Err(Error::NoFile) => {
                    let taken_in = self.told().link.taken_in;
                    self.answer(question, |link| *link = Link { taken_in, ..Link::default() });
                    self.stirred.notified().await;
                    continue;
                }
                Ok(Some((partnership, server))) => {
                    self.tell(|link| link.phase = LivePhase::Connecting);
                    match self.keep_in_step(&partnership, &server, &mut pause).await {
                        Ok(()) => continue,
                        Err(problem) => problem,
                    }
                }
                Err(problem) => problem,
            };
            self.answer(question, |link| {
                link.phase = LivePhase::Waiting;
                link.problem = Some(problem);
            });
            self.pause(pause).await;
            pause = LONGEST.min(2 * pause);
        }
        self.answer(u64::MAX, |link| link.phase = LivePhase::Off);
    }

    /// Waits before the next call; what is saved meanwhile waits as well, a question or another server does not.
    async fn pause(&self, pause: Duration) {
        let end = Instant::now() + pause;
        let before = self.server().ok();
        loop {
            let waited = timeout_at(end, self.stirred.notified()).await;
            let told = self.told();
            let asked = told.asked > told.answered;
            drop(told);
            if waited.is_err() || asked || self.stopped() || self.server().ok() != before {
                return;
            }
        }
    }

    /// Keeps the file in step until another one is open or it has another server.
    async fn keep_in_step(&self, partnership: &str, server: &Server, pause: &mut Duration) -> Result<(), Error> {
        let file = OpenFile::new(self.session.clone(), partnership.into(), self.clock)?;
        let mut connection = Connection::open(server, file).await?;
        let mut question = self.told().asked;
        loop {
            if connection.talk.in_step() {
                *pause = PAUSE;
                if !connection.talk.read_only() {
                    connection.talk.source.note_in_step()?;
                }
            }
            self.show(&mut connection, question);
            connection.step(self.stirred.notified()).await?;
            question = self.told().asked;
            let now = self.server();
            if !matches!(&now, Ok(Some((open, at))) if open == partnership && at == server) || self.stopped() {
                connection.close().await;
                return Ok(());
            }
            connection.talk.look()?;
            connection.flush().await?;
        }
    }

    fn show(&self, connection: &mut Connection<OpenFile>, question: u64) {
        let (in_step, problem) = (connection.talk.in_step(), connection.talk.quarantine());
        let (read_only, taken_in) = (connection.talk.read_only(), connection.talk.source.taken_in());
        let show = |link: &mut Link| {
            link.phase = if in_step { LivePhase::InStep } else { LivePhase::Syncing };
            link.problem = problem;
            link.read_only = read_only;
            link.taken_in += taken_in;
        };
        if in_step { self.answer(question, show) } else { self.tell(show) }
    }
}

fn runtime() -> liaise_core::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
