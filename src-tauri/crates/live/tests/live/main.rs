//! Live exchange with a real server on the loopback address and real files on every computer.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod computer;
mod erasure;
mod exchange;
#[cfg(feature = "gate")]
mod javascript;
mod place;
mod refusals;
