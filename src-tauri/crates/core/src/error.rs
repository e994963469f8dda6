//! What can go wrong, in terms that a screen can act on. The words for the officer live in `locales/` under
//! `error.<code>` and `problem.<code>`; this file has none.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

/// The result of everything the core does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! errors {
    ($($(#[doc = $doc:literal])+ $name:ident $(($payload:ty))? = $code:literal, $detail:literal;)*) => {
        /// Why a command was refused. Data and earlier files are as they were before the command.
        #[derive(Debug, thiserror::Error)]
        pub enum Error {
            $($(#[doc = $doc])+ #[error($detail)] $name $(($payload))?,)*
        }

        impl Error {
            /// All codes, each with a text under `error.` in every language.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable snake_case code: the key of the officer's text and of the command line's answer.
            pub fn code(&self) -> &'static str {
                match self {
                    $(errors!(@pattern $name $(($payload))?) => $code,)*
                }
            }
        }
    };
    (@pattern $name:ident ($payload:ty)) => { Self::$name(_) };
    (@pattern $name:ident) => { Self::$name };
}

errors! {
    /// No record has this id.
    NotFound = "not_found", "no such record";
    /// One or more fields cannot be saved as they are.
    Invalid(Vec<Problem>) = "invalid", "some fields cannot be saved";
    /// No command has this name.
    UnknownCommand(String) = "unknown_command", "no such command: {0}";
    /// The arguments do not fit the command.
    BadArguments(String) = "bad_arguments", "bad arguments: {0}";
    /// No partnership file is open.
    NoFile = "no_file", "no file is open";
    /// The file does not exist any more.
    MissingFile = "missing_file", "the file does not exist";
    /// There is a file of this name already.
    FileExists = "file_exists", "a file of that name exists";
    /// The file is not a Liaise file.
    NotOurFile = "not_our_file", "not a Liaise file";
    /// The file was written by a newer version of the program.
    NewerFile = "newer_file", "the file was written by a newer version";
    /// The file is cut off or damaged.
    DamagedFile(String) = "damaged_file", "the file is damaged: {0}";
    /// The file may not be written.
    ReadOnlyFile = "read_only_file", "the file is read-only";
    /// Another window or another person has the file open.
    FileInUse = "file_in_use", "the file is open elsewhere";
    /// The disk has no room left.
    DiskFull = "disk_full", "the disk is full";
    /// A file to read is larger than the program takes.
    FileTooLarge = "file_too_large", "the file is too large";
    /// A file to attach is neither PDF nor JPEG nor PNG.
    UnknownAttachment = "unknown_attachment", "neither PDF nor JPEG nor PNG";
    /// No row of a table can be imported.
    NothingToImport = "nothing_to_import", "nothing to import";
    /// The system refused to read or write a file.
    FileAccess(String) = "file_access", "file access: {0}";
    /// The exported report is not the one that was exported.
    ChangedReport = "changed_report", "the exported file was changed since";
    /// The record has to stay because of what hangs on it; it can be closed.
    CloseInstead = "close_instead", "closed, not deleted";
    /// There is nothing to take back, or nothing to do again.
    NothingToUndo = "nothing_to_undo", "nothing to undo";
    /// The record was changed again since, so that taking back would destroy newer work.
    ChangedSince = "changed_since", "changed since";
    /// There is no record that the report could be about.
    NothingToReport = "nothing_to_report", "no subject for this report";
    /// The officer closed a dialog without choosing.
    Cancelled = "cancelled", "cancelled";
    /// The printer refused a document.
    Printer(String) = "printer", "printer: {0}";
    /// No program of the system opens the file.
    Desktop(String) = "desktop", "the system could not open it: {0}";
    /// A table file is larger than any that is read, packed or unpacked.
    TableTooBig = "table_too_big", "the table file is too large";
    /// A table has more rows, columns or cells than are read.
    TableTooLong = "table_too_long", "the table has too many rows or columns";
    /// A table file is protected by a password.
    TableProtected = "table_protected", "the table file is protected by a password";
    /// A workbook is of a kind that is not read: XLS, XLSB.
    OldTable = "old_table", "the workbook is of an older kind";
    /// A file holds no table.
    NotATable = "not_a_table", "the file is no table";
    /// A table file is cut off or damaged.
    DamagedTable(String) = "damaged_table", "the table file is damaged: {0}";
    /// A quotation mark is opened and never closed; the row where it was noticed.
    OpenQuote(usize) = "open_quote", "{0}";
    /// A table file has no cell with anything in it.
    EmptyTable = "empty_table", "the table is empty";
    /// The table file or the data are not those any more that the plan was made for.
    PlanOutdated = "plan_outdated", "the file or the data changed since the plan was made";
    /// A plan has rows that cannot be read, and the officer did not agree to leave them out.
    BadRows = "bad_rows", "some rows cannot be imported";
    /// The data file could not be read or written.
    Storage(String) = "storage", "storage: {0}";
}

/// A field that the officer must correct, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Problem {
    /// The field's name, as in the record.
    pub field: String,
    /// The key, below `problem.`, of the text that says what to do.
    pub code: &'static str,
    /// What the text's placeholders stand for, as the officer would read it or as ISO dates.
    pub params: BTreeMap<&'static str, String>,
}

impl Problem {
    /// A problem whose text has no placeholders.
    pub fn new(field: &str, code: &'static str) -> Self {
        Self { field: field.into(), code, params: BTreeMap::new() }
    }

    /// The same problem with one more placeholder filled.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// All codes, each with a text under `problem.` in every language.
    pub const CODES: &'static [&'static str] = &[
        "required",
        "wrong_type",
        "too_long",
        "control_characters",
        "out_of_range",
        "not_a_date",
        "not_a_time",
        "unknown_code",
        "unknown_record",
        "unknown_field",
        "unknown_language",
        "end_before_start",
        "outside_session",
        "outside_pilot",
        "overlapping_period",
        "aggregation_unfit",
        "groups_exceed_value",
        "one_group",
        "not_a_share",
        "parent_level",
        "stage_not_ready",
        "stage_needs_sheet",
        "stage_needs_review",
        "stage_needs_publication",
        "status_order",
        "residual_above_gross",
        "response_missing",
        "duplicate_participant",
        "duplicate_factor",
        "duplicate_half_day",
        "duplicate_value",
        "duplicate_assessment",
        "duplicate_form",
        "duplicate_wave",
        "duplicate_number",
        "not_delivered",
        "template_without_people",
        "nothing_answered",
        "no_local_evidence",
        "evidence_needed",
        "personal_source",
        "validation_needed",
        "within_itself",
        "value_needed",
        "both_needed",
        "not_positive",
        "more_than_all",
        "not_an_email",
        "column_twice",
        "header_without_period",
        "wide_and_long",
    ];
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let problems: &[Problem] = match self {
            Self::Invalid(problems) => problems,
            _ => &[],
        };
        let mut state = serializer.serialize_struct("Error", 3)?;
        state.serialize_field("code", self.code())?;
        state.serialize_field("detail", &self.to_string())?;
        state.serialize_field("problems", problems)?;
        state.end()
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::BadArguments(error.to_string())
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        if matches!(error, rusqlite::Error::QueryReturnedNoRows) {
            return Self::NotFound;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::FileInUse,
            Some(ErrorCode::NotADatabase) => Self::NotOurFile,
            Some(ErrorCode::DatabaseCorrupt) => Self::DamagedFile(error.to_string()),
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnlyFile,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure) => {
                Self::FileAccess(error.to_string())
            }
            _ => Self::Storage(error.to_string()),
        }
    }
}

impl From<automerge::AutomergeError> for Error {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::DamagedFile(error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::MissingFile,
            ErrorKind::AlreadyExists => Self::FileExists,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFile,
            _ => Self::FileAccess(error.to_string()),
        }
    }
}
