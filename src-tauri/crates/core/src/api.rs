//! Everything that a window, the command line and the tests can ask for. A new command is a line here.
//!
//! `desk` commands need no open file, `read` ones cannot change it (by type), `write` ones run in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::{
    Result, attachment, attendance, budget, catalogue, certificate, counting, directory,
    error::Error,
    evaluation, export, guard, history, import, locale, maturity, measure, outline, overview, participant,
    pilot_initiative, plan, practice_sheet,
    records::{self, Record},
    report, series_import,
    session::{self, Session},
    situation_analysis,
    store::Moment,
    training_session, version, workbook,
};

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $access:ident $name:ident($($arg:ident: $ty:ty),*) -> $output:ty = $body:expr;)*) => {
        /// Runs the command `name` with its arguments, a JSON object, at the time `now`.
        ///
        /// # Errors
        /// [`Error::UnknownCommand`], [`Error::BadArguments`], and what the command itself refuses.
        pub fn call(session: &Session, now: DateTime<Utc>, name: &str, args: Value) -> Result<Value> {
            match name {
                $(stringify!($name) => {
                    #[derive(serde::Deserialize)]
                    #[serde(deny_unknown_fields)]
                    struct Args { $($arg: $ty,)* }
                    let Args { $($arg,)* } = serde_json::from_value(args)?;
                    let output: Result<$output> = commands!(@run $access session now $body, $($arg),*);
                    serde_json::to_value(output?).map_err(|error| Error::Storage(error.to_string()))
                })*
                _ => Err(Error::UnknownCommand(name.into())),
            }
        }

        /// The commands: name, access (`desk`, `read`, `write`), and what each does.
        pub const COMMANDS: &[(&str, &str, &str)] =
            &[$((stringify!($name), stringify!($access), concat!($($doc),+)),)*];

        /// The commands as a TypeScript interface: `{ args, result }` by name.
        #[cfg(test)]
        fn typescript() -> String {
            use ts_rs::{Config, TS};
            let config = Config::default();
            let mut text = String::from("export interface Commands {\n");
            $(
                text += &format!("  /**{} */\n", concat!($($doc),+));
                let args: Vec<String> =
                    vec![$(typescript::argument(stringify!($arg), &<$ty as TS>::name(&config))),*];
                let args = if args.is_empty() { "Record<string, never>".into() } else { format!("{{ {} }}", args.join("; ")) };
                text += &format!("  {}: {{ args: {args}; result: {} }};\n", stringify!($name), <$output as TS>::name(&config));
            )*
            text + "}\n"
        }
    };
    (@run desk $session:ident $now:ident $body:expr, $($arg:ident),*) => { $body($session, $now, $($arg),*) };
    (@run read $session:ident $now:ident $body:expr, $($arg:ident),*) => { $session.read(|data| $body(data, $($arg),*)) };
    (@run write $session:ident $now:ident $body:expr, $($arg:ident),*) => {
        $session.write($now, |data| $body(data, $($arg),*))
    };
}

commands! {
    /// Every text in one language, the interface's when none is named.
    desk texts(language: Option<String>) -> BTreeMap<String, String> = |session: &Session, _, language: Option<String>| {
        Ok(locale::texts(language.as_deref().unwrap_or(session.language())))
    };
    /// The languages of interface and reports.
    desk languages() -> Vec<locale::Language> = |_, _| Ok(locale::languages());
    /// The settings of this laptop.
    desk settings() -> session::Settings = session::settings;
    /// Changes the settings of this laptop.
    desk change_settings(change: session::SettingsChange) -> session::Settings = session::change_settings;
    /// The partners that can be named.
    desk directory() -> &'static [directory::Partner] = |_, _| Ok(directory::partners());
    /// Every catalogue's codes.
    desk catalogues() -> BTreeMap<&'static str, &'static [&'static str]> =
        |_, _| Ok(catalogue::all().copied().collect());
    /// Every entity's fields.
    desk entities() -> BTreeMap<&'static str, records::EntityForm> = |_, _| Ok(records::forms());
    /// The open file.
    desk file() -> Option<session::FileInfo> = session::file;
    /// Makes a partnership's file and opens it.
    desk create_file(file: session::NewFile) -> session::FileInfo = session::create_file;
    /// Makes the sample partnership's file and opens it.
    desk create_sample(path: Option<String>) -> session::FileInfo = session::create_sample;
    /// Opens a file; asks for one when no path is given.
    desk open_file(path: Option<String>) -> session::FileInfo = session::open_file;
    /// Closes the file.
    desk close_file() -> () = session::close_file;
    /// Shows where the data lie.
    desk show_data() -> () = session::show_data;
    /// Opens an exported report with the system's program for it.
    desk open_outside(path: String) -> () = session::open_outside;
    /// Shows a file in its folder.
    desk show_in_folder(path: String) -> () = session::show_in_folder;
    /// How far the running long command is.
    desk progress() -> Option<session::Progress> = session::progress;
    /// Closes the window.
    desk close_window() -> () = session::close_window;
    /// Takes back the most recent write; with a step, only if that is the most recent one.
    desk undo(step: Option<u32>) -> session::Undoable = session::undo;
    /// Does again what was taken back last.
    desk redo() -> session::Undoable = session::redo;
    /// What can be taken back and done again.
    desk undoable() -> session::Undoable = session::undoable;

    /// The records of one kind, or those below a parent; in a language's order when one is given.
    read list_records(entity: String, parent: Option<String>, language: Option<String>) -> Vec<Record> = records::list;
    /// One record.
    read get_record(entity: String, id: String) -> Record = records::get;
    /// Makes a record.
    write create_record(entity: String, values: Record) -> Record = records::create;
    /// Changes some fields of a record.
    write change_record(entity: String, id: String, values: Record) -> Record = records::change;
    /// Deletes a record with its parts.
    write delete_record(entity: String, id: String) -> () = records::delete;

    /// The 16 parts of an analysis, and how far each is.
    read outline(analysis: String) -> Vec<outline::OutlinePart> = outline::outline;
    /// Two analyses side by side: what rose, fell, is new or gone.
    read compare_versions(earlier: String, later: String) -> version::Comparison = version::compare_versions;
    /// Makes a new version of an analysis, with all of its parts.
    write begin_version(analysis: String) -> Record = version::begin_version;
    /// Puts the priorities of an analysis into an order.
    write rank_priorities(analysis: String, order: Vec<String>) -> () = situation_analysis::rank_priorities;
    /// The partnership's self-assessments.
    read maturity() -> maturity::Maturity = maturity::maturity;
    /// Starts a self-assessment with the levels of the latest one.
    write begin_maturity_round(rated_on: String) -> () = maturity::begin_round;
    /// Deletes the self-assessment of a day.
    write delete_maturity_round(rated_on: String) -> () = maturity::delete_round;
    /// Rates a criterion of the self-assessment on a day.
    write rate_maturity(criterion: String, rated_on: String, level: String) -> Record = maturity::rate;

    /// The thread from priorities to pilots, and the progress against targets.
    read overview() -> overview::Overview = overview::overview;
    /// The stage of a pilot initiative, and what the next one asks for.
    read stage_gate(pilot: String) -> pilot_initiative::StageGate = pilot_initiative::stage_gate;
    /// What the indicators of a pilot initiative have reached, period by period and in all.
    read indicator_progress(pilot: String) -> Vec<measure::IndicatorProgress> = measure::indicator_progress;
    /// The activities, milestones and deliverables of a pilot initiative, as planned and as known now.
    read plan(pilot: String) -> Vec<plan::PlanRow> = plan::plan;
    /// The sums of a pilot initiative's budget, by heading and by who bears them.
    read budget(pilot: String) -> budget::Budget = budget::budget;
    /// What happened to a record, the latest first.
    read record_history(entity: String, id: String) -> Vec<history::Change> = history::record_history;
    /// Draws up the practice sheet of a pilot initiative from its record.
    write draft_practice_sheet(pilot: String) -> Record = practice_sheet::draft_practice_sheet;
    /// The attendance of one session.
    read attendance_grid(session: String, language: String) -> attendance::Grid = attendance::grid;
    /// Sets attendance marks, all or none, with what they rest on if that is given.
    write mark_attendance(session: String, marks: Vec<attendance::Mark>, proof: Option<attendance::Proof>) -> () =
        attendance::mark;
    /// The changes of an attendance mark.
    read mark_history(enrolment: String, half_day: String) -> Vec<Moment> = attendance::mark_history;
    /// Enrols people in a session; when it is full, on its waiting list.
    write enrol(session: String, participants: Vec<String>) -> attendance::Enrolled = attendance::enrol;
    /// Enrols a person who came without being registered.
    write enrol_walk_in(session: String, participant: String) -> Record = attendance::enrol_walk_in;
    /// Gives a place to somebody on the waiting list.
    write give_place(enrolment: String) -> Record = attendance::give_place;

    /// Adds morning and afternoon to every day of a session that has no half-day yet.
    write fill_half_days(session: String) -> u32 = training_session::fill_half_days;
    /// A new session like another one.
    write copy_session(session: String, starts: String) -> Record = training_session::copy;
    /// Writes a session's half-days as an iCalendar file.
    desk export_calendar(session: String, language: String) -> String = training_session::export_calendar;
    /// How many people were trained, in one session or in all that took place.
    read training_figures(session: Option<String>) -> counting::Figures = counting::figures;

    /// Opens a table file to import from; asks for one when no path is given.
    desk open_table(path: Option<String>) -> import::OpenedTable = import::open;
    /// A table that was copied out of a spreadsheet.
    desk paste_table(text: String) -> import::OpenedTable = import::paste;
    /// Guesses what the columns of a table hold.
    read suggest_columns(entity: String, first_row: Vec<String>) -> import::Columns = import::suggest;
    /// Compares a list of participants with who is known.
    read plan_participants(import: participant::Import) -> participant::Plan = participant::plan;
    /// Imports a list of participants as it was planned.
    write import_participants(import: participant::Import, choices: Vec<participant::Choice>, digest: String, source: String) -> participant::Imported =
        participant::apply;
    /// Participants who share their names.
    read namesakes() -> Vec<participant::Namesakes> = participant::namesakes;
    /// Makes one person of two.
    write merge_participants(keep: String, other: String) -> Record = participant::merge;

    /// Who earned a certificate of a session, and who has one.
    read certificates(session: String, language: String) -> certificate::Certificates = certificate::certificates;
    /// Issues certificates to all who earned one and have none.
    write issue_certificates(session: String) -> Vec<String> = certificate::issue;
    /// Takes a certificate back.
    write revoke_certificate(certificate: String, reason: Option<String>) -> Record = certificate::revoke;
    /// Writes certificates as PDF files of their own into a folder: those named, or all of the session.
    desk export_certificates(session: String, certificates: Vec<String>, path: Option<String>) -> export::ExportedFiles =
        export::certificates;

    /// The questions of an evaluation wave.
    read questions(wave: String) -> Vec<evaluation::Question> = evaluation::questions;
    /// What participants answered, in numbers.
    read evaluation_results(session: String, language: String) -> evaluation::Results = evaluation::results;
    /// Compares a table of answers with those that are there.
    read plan_responses(import: evaluation::ResponseImport) -> evaluation::ResponsePlan = evaluation::plan;
    /// Imports a table of answers as it was planned.
    write import_responses(import: evaluation::ResponseImport, digest: String) -> u32 = evaluation::apply;

    /// Attaches a file to a record; asks for one when no path is given.
    desk attach_file(subject: String, kind: String, path: Option<String>) -> Record = attachment::attach;
    /// The files attached to a record.
    read attachments(subject: String) -> Vec<Record> = attachment::list;
    /// Puts a copy of an attached file into the reports folder.
    desk save_attachment(attachment: String) -> String = attachment::save;

    /// Opens a table with series of territory indicators and says how it seems to be meant; asks for one when no path is
    /// given.
    desk open_series(path: Option<String>, encoding: Option<String>, header_row: Option<u32>) -> series_import::SeriesFile =
        series_import::open;
    /// Compares a table with what is stored: what an import would do, and what stands in its way.
    desk compare_series(path: String, mapping: series_import::SeriesMapping, choices: series_import::SeriesChoices) -> series_import::SeriesPlan =
        series_import::compare;
    /// Imports a table as its plan says, all of it or nothing.
    write import_series(
        path: String, mapping: series_import::SeriesMapping, choices: series_import::SeriesChoices, digest: String
    ) -> series_import::SeriesImported = series_import::import;
    /// What in some words looks like a person's data.
    read check_words(words: String, language: Option<String>) -> Vec<guard::Finding> = guard::in_words;
    /// What looks like a person's data in the records that a report prints.
    read check_report(kind: String, subject: Option<String>) -> Vec<guard::Place> = guard::in_report;

    /// The kinds of reports, and the entity that each is about.
    desk list_reports() -> Vec<report::Kind> = |_, _| Ok(report::kinds());
    /// A report as accessible HTML.
    desk preview_report(
        kind: String,
        language: String,
        subject: Option<String>,
        period: Option<String>,
        privacy: Option<String>
    ) -> export::Preview = export::preview;
    /// The charts of one section of a report as HTML.
    desk section_charts(kind: String, section: String, subject: String, language: String) -> String = export::charts;
    /// A report as PDF, written to the reports folder or to a path.
    desk export_report(
        kind: String,
        language: String,
        subject: Option<String>,
        period: Option<String>,
        path: Option<String>,
        privacy: Option<String>
    ) -> export::Exported = export::export;
    /// The values of indicators as a spreadsheet: those of one pilot initiative, or of all.
    desk export_values(language: String, pilot: Option<String>, path: Option<String>) -> workbook::Saved =
        workbook::export_values;
    /// Where an exported report lies, if it is still in the reports folder as it was exported.
    desk find_export(transmission: String) -> Option<String> = export::find;
    /// Makes an e-mail draft with an exported report attached and hands it to the mail program.
    desk prepare_mail(transmission: String, path: String) -> export::Draft = export::prepare_mail;
}

#[cfg(test)]
pub(crate) mod typescript;
