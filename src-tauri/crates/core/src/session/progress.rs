//! How far a long command is, for whoever asks meanwhile on another thread.

use chrono::{DateTime, Utc};

use super::{Session, lock};
use crate::Result;

/// How far a long command is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Progress {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

impl Session {
    /// Begins a long command: there is progress to ask for until what this returns is dropped.
    pub fn begin(&self) -> Running<'_> {
        self.set_progress(Some(Progress { done: 0, total: 100 }));
        Running(self)
    }

    /// Notes how far a long command is; `None` when it has ended.
    pub fn set_progress(&self, progress: Option<Progress>) {
        *lock(&self.progress) = progress;
    }
}

/// A long command that is running.
pub struct Running<'a>(&'a Session);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.set_progress(None);
    }
}

/// How far the running long command is.
pub fn progress(session: &Session, _: DateTime<Utc>) -> Result<Option<Progress>> {
    Ok(*lock(&session.progress))
}
