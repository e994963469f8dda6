//! What comes in from outside and what goes out: colleagues' files, partners' packages, tables, reports and texts in
//! every language; and what keeps a file closed.
//! Driven as the tests of the core are, through `api::call` on real files; apart from them because they take longer than
//! one waits while working.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod copies;
mod erasure;
mod exchange;
mod hostile;
mod keyring;
mod network;
#[path = "../../src-tauri/crates/core/tests/core/office.rs"]
mod office;
mod protection;
mod reports;
mod tables;
mod texts;

/// Where an office of this suite has its files: on the disk.
fn folder() -> std::io::Result<tempfile::TempDir> {
    tempfile::tempdir()
}
