//! What can go wrong, in terms that a screen can act on. The words for the officer live in `locales/` under
//! `error.<code>` and `problem.<code>`; this file has none.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

/// The result of everything the core does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! errors {
    ($($(#[doc = $doc:literal])+ $name:ident $(($payload:ty))? = $code:literal, $detail:literal;)*) => {
        /// Why a command was refused. Data and earlier files are as they were before the command.
        #[derive(Debug, Clone, thiserror::Error)]
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
    /// An agenda item has to stay, because decisions or action points were recorded on it.
    HasOutcomes = "has_outcomes", "decisions or action points hang on it";
    /// What belongs to a meeting whose minutes are approved stays.
    MinutesApproved = "minutes_approved", "the minutes are approved";
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
    /// A file carries no package of a partner.
    NotAPackage = "not_a_package", "no package";
    /// A package is of a newer form than this program knows.
    NewerPackage = "newer_package", "a newer form of package";
    /// A package is not as it was signed.
    TamperedPackage = "tampered_package", "the signature does not hold";
    /// A PDF carries several packages, or other files beside one.
    StrangeAttachments = "strange_attachments", "attachments that this program did not make";
    /// A file is signed, but not by the coordinator known here; the key as it is read out.
    OtherSigner(String) = "other_signer", "{0}";
    /// A file is no common catalogue.
    NotAPack = "not_a_pack", "no common catalogue";
    /// A common catalogue is of a newer form than this program knows.
    NewerPack = "newer_pack", "a newer form of catalogue";
    /// A common catalogue is not as it was signed.
    TamperedPack = "tampered_pack", "the signature does not hold";
    /// A common catalogue was made before the one that is here.
    OlderPack = "older_pack", "older than the catalogue here";
    /// A common catalogue is the one that is here.
    SamePack = "same_pack", "this catalogue is here already";
    /// An entry of the common catalogue was given out; it is deprecated instead of deleted.
    DeprecateInstead = "deprecate_instead", "deprecated, not deleted";
    /// A picture is neither PNG nor JPEG nor SVG.
    ImageUnknown = "image_unknown", "neither PNG nor JPEG nor SVG";
    /// A picture is larger than any that is printed as a logo.
    ImageTooLarge = "image_too_large", "the picture is too large";
    /// A picture is cut off or damaged.
    ImageDamaged = "image_damaged", "the picture is damaged";
    /// A drawing contains scripts, entities or other pictures.
    ImageUnsafe = "image_unsafe", "the drawing contains more than shapes";
    /// A drawing contains words that are not turned into shapes.
    ImageWords = "image_words", "the drawing contains words that are not shapes";
    /// A logo of the common catalogue has no picture; its code.
    LogoMissing(String) = "logo_missing", "{0}";
    /// A common catalogue that came has a logo that cannot be printed; its code.
    PackLogo(String) = "pack_logo", "{0}";
    /// A file is no receipt for a report of this partnership.
    NotAReceipt = "not_a_receipt", "no receipt for this partnership";
    /// Only the coordinator of the network has these data.
    NotCoordinator = "not_coordinator", "not the coordinator's file";
    /// A file is none that laptops exchange.
    NotABundle = "not_a_bundle", "no exchange file";
    /// A file of a colleague is cut off or damaged, or holds what this program never wrote.
    DamagedBundle(String) = "damaged_bundle", "{0}";
    /// A file of a colleague was made by a newer version of the program; the version that reads it.
    NewerBundle(String) = "newer_bundle", "{0}";
    /// A file of a colleague was sealed for other laptops.
    SealedForOthers = "sealed_for_others", "sealed for other laptops";
    /// A file was made by a laptop that is not a member here; what it calls itself.
    StrangeSigner(String) = "strange_signer", "{0}";
    /// A file belongs to another partnership; its name.
    ForeignBundle(String) = "foreign_bundle", "{0}";
    /// A file does not hold everything, and so cannot make the partnership's file on a laptop that has none.
    IncompleteBundle = "incomplete_bundle", "the file does not hold everything";
    /// The laptop has the partnership's file, but it is not open; where it lies.
    OwnFileFirst(String) = "own_file_first", "{0}";
    /// The members were given everything already.
    NothingToSend = "nothing_to_send", "nothing to send";
    /// This laptop is not a member of the partnership whose file is open.
    NotAMember = "not_a_member", "this laptop is no member";
    /// The file with the laptop's keys cannot be read.
    DamagedIdentity = "damaged_identity", "the keys of this laptop cannot be read";
    /// What came in from colleagues is not taken back step by step.
    TakenIn = "taken_in", "changes of others came in since";
    /// What was erased cannot be taken back, nor what was done before.
    ErasedSince = "erased_since", "something was erased since";
    /// A file of a colleague erases records here, and the officer did not agree to that.
    ErasureNotAgreed = "erasure_not_agreed", "the file erases records";
    /// A file holds an erasure that no member of the partnership signed.
    StrangeErasure = "strange_erasure", "an erasure by a stranger";
    /// The file is encrypted and waits for a passphrase.
    Locked = "locked", "the file is locked";
    /// A passphrase or a recovery key opens nothing.
    WrongPassphrase = "wrong_passphrase", "wrong passphrase";
    /// This computer's keyring has nothing that opens the file; the passphrase is needed.
    NotRemembered = "not_remembered", "the passphrase is needed";
    /// This computer has no keyring, or it does not answer.
    Keyring(String) = "keyring", "{0}";
    /// After several wrong passphrases the next one has to wait so many seconds.
    TryLater(i64) = "try_later", "{0}";
    /// The key file that belongs to an encrypted file is not beside it.
    MissingKeys = "missing_keys", "the key file is not there";
    /// The key file cannot be read, or holds no key of the file beside it.
    DamagedKeys = "damaged_keys", "the key file is damaged";
    /// Whoever works with the file cannot open one of its copies, which others unlocked at the time.
    LockedCopy = "locked_copy", "the copy opens for others only";
    /// The file is encrypted already.
    AlreadyEncrypted = "already_encrypted", "the file is encrypted already";
    /// The file is not encrypted, so that nobody has a passphrase.
    NotEncrypted = "not_encrypted", "the file is not encrypted";
    /// One coordinator at least has to be left.
    LastCoordinator = "last_coordinator", "no coordinator would be left";
    /// What was asked for goes beyond the role of whoever unlocked the file.
    NotAllowed = "not_allowed", "not allowed in this role";
    /// This program was started without a network.
    NoNetwork = "no_network", "no network here";
    /// The server for live exchange does not answer.
    LiveUnreachable(String) = "live_unreachable", "{0}";
    /// What answers is no server for live exchange.
    NotALiveServer(String) = "not_a_live_server", "{0}";
    /// The server shows a certificate that is not the one to expect.
    LiveCertificate(String) = "live_certificate", "{0}";
    /// The server does not know the key, or not any more.
    LiveKeyRefused = "live_key_refused", "the server does not know the key";
    /// The server has nothing yet from which the partnership's file could be made.
    LiveEmpty = "live_empty", "the server has nothing yet";
    /// The server keeps another partnership; its name.
    LiveOtherPartnership(String) = "live_other_partnership", "{0}";
    /// The server could not store what it was sent.
    LiveServerFull = "live_server_full", "the server could not store a change";
    /// Some of what the server has is not taken in, because it is damaged or not of this program.
    LiveQuarantine(String) = "live_quarantine", "{0}";
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
        "minutes_approved",
        "agency_or_organisation",
        "votes_by_consensus",
        "before_meeting",
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
        "not_a_code",
        "too_many_logos",
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
        "passphrase_short",
        "not_a_key",
        "duplicate_member",
        "not_an_address",
        "not_a_server_key",
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

impl From<liaise_paper::document::ImageError> for Error {
    fn from(error: liaise_paper::document::ImageError) -> Self {
        use liaise_paper::document::ImageError;
        match error {
            ImageError::Unknown => Self::ImageUnknown,
            ImageError::TooLarge => Self::ImageTooLarge,
            ImageError::Damaged => Self::ImageDamaged,
            ImageError::Unsafe => Self::ImageUnsafe,
            ImageError::Words => Self::ImageWords,
        }
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
