//! The core, driven as the window drives it: through `api::call`, on real files. One binary, one module a subject.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod analysis;
mod attendance;
mod catalogues;
mod evaluation;
mod files;
mod guard;
mod history;
mod hostile;
mod logs;
mod measures;
mod meetings;
mod office;
mod people;
mod pilots;
mod running;
mod series_import;
mod shared_screen;
mod sheets;
mod training;

/// Where an office of this suite has its files: in memory where the system offers that. What a disk does with them is looked
/// at elsewhere, and waiting for it would be a fifth of the time that these tests take.
fn folder() -> std::io::Result<tempfile::TempDir> {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir())
}
