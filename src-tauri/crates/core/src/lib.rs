//! Liaise's product: what a prevention partnership logs, counts and reports. It knows no window, reads no clock, no
//! environment and no home folder: time, paths and language are arguments. One door: [`api::call`].

pub mod api;
pub mod attachment;
pub mod attendance;
pub mod catalogue;
pub mod certificate;
pub mod counting;
pub mod directory;
pub mod entity;
pub mod error;
pub mod evaluation;
pub mod export;
pub mod finding;
pub mod guard;
pub mod import;
pub mod indicator;
pub mod locale;
pub mod maturity;
pub mod outline;
pub mod overview;
pub mod participant;
pub mod partnership;
pub mod pilot_initiative;
pub mod records;
pub mod report;
mod sample;
pub mod series_import;
pub mod session;
pub mod situation_analysis;
pub mod stakeholder;
pub mod status_report;
pub mod store;
pub mod table_file;
pub mod territory;
pub mod text;
pub mod training_session;
pub mod transmission;
pub mod version;

pub use error::{Error, Result};
pub use session::{Ask, Desktop, Home, Session, system_fonts};
