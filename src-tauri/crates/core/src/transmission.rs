//! Reports that left the program: what was exported, and how far it has travelled. The program never sends anything,
//! so no state here says so.

use chrono::NaiveDate;

use crate::{
    catalogue::{ReportKind, TransmissionState},
    entity,
    entity::{Id, Language},
    partnership::Partnership,
};

entity! {
    /// One exported report.
    Transmission in "transmission" of partnership {
        /// The partnership.
        partnership: Id<Partnership>,
        /// Kind of report.
        report_kind: ReportKind,
        /// Id of the record that it is about; none for the whole partnership's.
        subject: Option<String>,
        /// Its language.
        language: Language,
        /// The file's name, without its folder, which is nobody else's business.
        file_name: String,
        /// SHA-256 of the file, hexadecimal.
        sha256: String,
        /// Pages.
        pages: u32,
        /// When it was exported.
        exported_on: NaiveDate,
        /// How far it has travelled.
        state: TransmissionState,
        /// Id of the package that it carries.
        package: Option<String>,
    }
}
