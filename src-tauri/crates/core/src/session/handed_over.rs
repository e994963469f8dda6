//! A file that the system was asked to open with this program: the shell hands it over, and the page takes it as soon as
//! it listens. Deliberately nothing is opened here; what is open may first have to be saved.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{Session, lock};
use crate::{Result, exchange};

/// A file that the system was asked to open with this program.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct HandedOver {
    /// Where it lies.
    pub path: String,
    /// Whether its name says that it is a file of a colleague; else it is taken for a partnership's.
    pub bundle: bool,
}

impl Session {
    /// Keeps the file until the page takes it; a later one takes the place of one that was not taken.
    pub fn hand_over(&self, file: PathBuf) {
        *lock(&self.handed_over) = Some(file);
    }
}

/// The file that was handed over, once.
pub fn handed_over(session: &Session, _: DateTime<Utc>) -> Result<Option<HandedOver>> {
    let file = lock(&session.handed_over).take();
    Ok(file.map(|path| {
        let bundle = path.extension().is_some_and(|end| end.eq_ignore_ascii_case(exchange::EXTENSION));
        HandedOver { path: path.display().to_string(), bundle }
    }))
}
