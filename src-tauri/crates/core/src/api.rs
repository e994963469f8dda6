//! Everything that a window, the command line and the tests can ask for. A new command is a line here.
//!
//! `desk` commands need no open file, `read` ones cannot change it (by type), `write` ones run in one transaction. The word
//! behind says the least role that a command needs, see [`Grant`].

#[macro_use]
mod dispatch;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::{
    Result, about, action_point, agenda_item, attachment, attendance, budget, catalogue, certificate, counting,
    directory, entity, erasure,
    error::Error,
    evaluation, exchange, export, guard, history, import, locale, maturity, measure, meeting, network, numbering,
    open_formats, outline, overview, pack, package, participant, pilot_initiative, plan, practice_sheet,
    protection::{self, Grant},
    records::{self, Record},
    report, retention, series_import,
    session::{self, Session},
    shared_screen, situation_analysis, spreadsheet,
    store::{self, Moment},
    training_session, version, waiting, workbook,
};

commands! {
    /// Every text in one language, the interface's when none is named.
    desk anyone texts(language: Option<String>) -> BTreeMap<String, String> = |session: &Session, _, language: Option<String>| {
        Ok(locale::texts(language.as_deref().unwrap_or(session.language())))
    };
    /// The languages of interface and reports.
    desk anyone languages() -> Vec<locale::Language> = |_, _| Ok(locale::languages());
    /// The settings of this laptop.
    desk anyone settings() -> session::Settings = session::settings;
    /// Changes the settings of this laptop.
    desk anyone change_settings(change: session::SettingsChange) -> session::Settings = session::change_settings;
    /// The partners that can be named.
    desk anyone directory() -> &'static [directory::Partner] = |_, _| Ok(directory::partners());
    /// Every catalogue's codes.
    desk anyone catalogues() -> catalogue::Catalogues = |_, _| Ok(catalogue::all().copied().collect());
    /// Every entity's fields.
    desk anyone entities() -> BTreeMap<&'static str, records::EntityForm> = |_, _| Ok(records::forms());
    /// The open file.
    desk anyone file() -> Option<session::FileInfo> = session::file;
    /// Makes a partnership's file and opens it.
    desk anyone create_file(file: session::NewFile) -> session::FileInfo = session::create_file;
    /// Makes the sample partnership's file and opens it.
    desk anyone create_sample(path: Option<String>) -> session::FileInfo = session::create_sample;
    /// Opens a file; asks for one when no path is given.
    desk anyone open_file(path: Option<String>) -> session::FileInfo = session::open_file;
    /// Closes the file.
    desk anyone close_file() -> () = session::close_file;
    /// The file that the system was asked to open with this program, once.
    desk anyone handed_over() -> Option<session::HandedOver> = session::handed_over;
    /// The program: its version, and what others made of it.
    desk anyone about() -> about::About = |_, _| Ok(about::about());
    /// The words of a licence, as they were published.
    desk anyone licence(number: u32) -> &'static str = |_, _, number: u32| about::licence(number);
    /// The file that waits for a passphrase.
    desk anyone locked() -> Option<protection::LockedFile> = protection::locked;
    /// Unlocks a file with a passphrase.
    desk anyone unlock_file(path: String, passphrase: String) -> session::FileInfo = protection::unlock_file;
    /// Unlocks a file with the recovery key.
    desk anyone recover_file(path: String, key: String) -> session::FileInfo = protection::recover_file;
    /// Unlocks a file with what this computer's keyring has for it.
    desk anyone unlock_with_keyring(path: String) -> session::FileInfo = protection::unlock_with_keyring;
    /// Lets this computer's keyring open the file for whoever unlocked it.
    desk screen remember_key() -> () = protection::remember_key;
    /// Lets this computer's keyring forget what opens the file.
    desk screen forget_key() -> () = protection::forget_key;
    /// Locks the open file, if it is encrypted.
    desk anyone lock_file() -> Option<protection::LockedFile> = protection::lock_file;
    /// Waits for no passphrase any more.
    desk anyone leave_locked() -> () = protection::leave_locked;
    /// How the open file is protected, and who may unlock it.
    desk reader protection() -> protection::Protection = protection::protection;
    /// Notes that the partnership works without a passphrase.
    desk coordinator go_unprotected() -> () = protection::go_unprotected;
    /// Encrypts the open file and its copies.
    desk coordinator protect_file(name: String, passphrase: String) -> protection::Recovery = protection::protect_file;
    /// Takes the encryption away.
    desk coordinator unprotect_file(passphrase: String) -> session::FileInfo = protection::unprotect_file;
    /// Changes one's own passphrase.
    desk screen change_passphrase(former: String, passphrase: String) -> () = protection::change_passphrase;
    /// Enters somebody who may unlock the file.
    desk coordinator add_user(values: protection::UserValues, passphrase: String) -> store::User = protection::add_user;
    /// Changes what a user is called and may do.
    desk coordinator change_user(user: String, values: protection::UserValues) -> store::User = protection::change_user;
    /// Gives a user another passphrase.
    desk coordinator reset_passphrase(user: String, passphrase: String) -> () = protection::reset_passphrase;
    /// Removes a user, and gives the file another key.
    desk coordinator remove_user(user: String) -> () = protection::remove_user;
    /// Makes another recovery key.
    desk coordinator renew_recovery() -> protection::Recovery = protection::renew_recovery;
    /// Writes the recovery key as a PDF to be printed.
    desk coordinator save_recovery_sheet(key: String, language: String, path: Option<String>) -> String =
        protection::save_recovery_sheet;
    /// Shows where the data lie.
    desk anyone show_data() -> () = session::show_data;
    /// Opens an exported report with the system's program for it.
    desk anyone open_outside(path: String) -> () = session::open_outside;
    /// Shows a file in its folder.
    desk anyone show_in_folder(path: String) -> () = session::show_in_folder;
    /// How far the running long command is.
    desk anyone progress() -> Option<session::Progress> = session::progress;
    /// Closes the window.
    desk anyone close_window() -> () = session::close_window;
    /// Takes back the most recent write; with a step, only if that is the most recent one.
    desk contributor undo(step: Option<u32>) -> session::Undoable = session::undo;
    /// Does again what was taken back last.
    desk contributor redo() -> session::Undoable = session::redo;
    /// What can be taken back and done again.
    desk anyone undoable() -> session::Undoable = session::undoable;

    /// The records of one kind, or those below a parent; in a language's order when one is given.
    read reader list_records(entity: String, parent: Option<String>, language: Option<String>) -> Vec<Record> = records::list;
    /// One record.
    read reader get_record(entity: String, id: String) -> Record = records::get;
    /// Makes a record.
    write contributor create_record(entity: String, values: Record) -> Record = records::create;
    /// Changes some fields of a record.
    write contributor change_record(entity: String, id: String, values: Record) -> Record = records::change;
    /// Deletes a record with its parts.
    write contributor delete_record(entity: String, id: String) -> () = records::delete;

    /// The 16 parts of an analysis, and how far each is.
    read reader outline(analysis: String) -> Vec<outline::OutlinePart> = outline::outline;
    /// Two analyses side by side: what rose, fell, is new or gone.
    read reader compare_versions(earlier: String, later: String) -> version::Comparison = version::compare_versions;
    /// Makes a new version of an analysis, with all of its parts.
    write contributor begin_version(analysis: String) -> Record = version::begin_version;
    /// Puts the priorities of an analysis into an order.
    write contributor rank_priorities(analysis: String, order: Vec<String>) -> () = situation_analysis::rank_priorities;
    /// The partnership's self-assessments.
    read reader maturity() -> maturity::Maturity = maturity::maturity;
    /// Starts a self-assessment with the levels of the latest one.
    write contributor begin_maturity_round(rated_on: String) -> () = maturity::begin_round;
    /// Deletes the self-assessment of a day.
    write contributor delete_maturity_round(rated_on: String) -> () = maturity::delete_round;
    /// Rates a criterion of the self-assessment on a day.
    write contributor rate_maturity(criterion: String, rated_on: String, level: String) -> Record = maturity::rate;

    /// The thread from priorities to pilots, and the progress against targets.
    read reader overview() -> overview::Overview = overview::overview;
    /// The stage of a pilot initiative, and what the next one asks for.
    read reader stage_gate(pilot: String) -> pilot_initiative::StageGate = pilot_initiative::stage_gate;
    /// What the indicators of a pilot initiative have reached, period by period and in all.
    read reader indicator_progress(pilot: String) -> Vec<measure::IndicatorProgress> = measure::indicator_progress;
    /// The activities, milestones and deliverables of a pilot initiative, as planned and as known now.
    read reader plan(pilot: String) -> Vec<plan::PlanRow> = plan::plan;
    /// The sums of a pilot initiative's budget, by heading and by who bears them.
    read reader budget(pilot: String) -> budget::Budget = budget::budget;
    /// What waits for the partnership on a day: overdue, due soon, not reviewed, not reported.
    read reader waiting(today: String) -> Vec<waiting::Waiting> = waiting::waiting;
    /// Gives a record whose number another one had before it the next free number.
    write contributor renumber(entity: String, id: String) -> Record = numbering::renumber;
    /// The dates of a year.
    read reader year(year: u32) -> Vec<waiting::YearEntry> = waiting::year;
    /// The agenda of a meeting, with its times.
    read reader agenda(meeting: String) -> agenda_item::Agenda = agenda_item::agenda;
    /// The agenda items that wait for a meeting.
    read reader backlog() -> Vec<Record> = agenda_item::backlog;
    /// Puts the items of a meeting into an order.
    write contributor order_agenda(meeting: String, order: Vec<String>) -> () = agenda_item::order_agenda;
    /// Adds to a meeting the items that every meeting has.
    write contributor add_standing_items(meeting: String) -> u32 = agenda_item::add_standing_items;
    /// Puts an item of the backlog on the agenda of a meeting.
    write contributor schedule_item(item: String, meeting: String) -> Record = agenda_item::schedule_item;
    /// Begins an agenda item in its meeting, which is under way from then on.
    write contributor begin_item(item: String, time: String) -> () = agenda_item::begin_item;
    /// Puts an agenda item off to a later meeting.
    write contributor put_off(item: String) -> Record = agenda_item::put_off;
    /// The next meeting after one, with what was not dealt with.
    write contributor next_meeting(meeting: String, date: String) -> Record = meeting::next_meeting;
    /// Notes how a member agency took part in a meeting.
    write contributor mark_agency(meeting: String, agency: String, status: String) -> Record = meeting::mark_agency;
    /// How many agencies are present at a meeting, and whether that is enough to decide.
    read reader quorum(meeting: String) -> meeting::Quorum = meeting::quorum;
    /// Writes a meeting as an iCalendar file.
    desk contributor export_meeting(meeting: String, language: String) -> String = meeting::export_calendar;
    /// The action points of all meetings, or of one agency; the overdue ones first.
    read reader action_list(today: String, agency: Option<String>) -> Vec<action_point::ActionRow> = action_point::action_list;
    /// The action points of earlier meetings that a meeting reviews.
    read reader actions_to_review(meeting: String) -> Vec<action_point::ActionRow> = action_point::actions_to_review;
    /// The slides of a meeting on the shared screen, or of the partnership.
    desk screen shared_screen(meeting: Option<String>, language: String) -> shared_screen::SharedScreen =
        shared_screen::shared_screen;
    /// The meeting that is meant when none is named: the one that is held now, else that of the day.
    read screen meeting_to_show(today: String) -> Option<String> = shared_screen::meeting_to_show;
    /// Begins to share the screen; whether a second window shows the presenter's notes.
    desk screen share_screen(shown: shared_screen::Shown) -> bool = shared_screen::share_screen;
    /// Notes what the shared screen shows.
    desk screen show(shown: shared_screen::Shown) -> () = shared_screen::show;
    /// What the shared screen shows.
    desk screen showing() -> shared_screen::Showing = shared_screen::showing;
    /// Ends sharing the screen.
    desk screen end_sharing() -> () = shared_screen::end_sharing;
    /// Saves what this partner shares as a package of its own.
    desk coordinator export_package(path: Option<String>) -> String = package::export;
    /// Looks into files with partners' packages and says what taking them in would do; asks for one when none is named.
    desk coordinator open_packages(paths: Option<Vec<String>>, trust: Vec<network::Trust>) -> network::PackagePlan = network::open;
    /// Takes partners' packages in as it was planned.
    desk coordinator accept_packages(paths: Vec<String>, trust: Vec<network::Trust>, digest: String) -> network::Accepted =
        network::accept;
    /// Lets what a partnership sent count no longer.
    write coordinator set_aside_packages(partnership: String) -> () = network::set_aside;
    /// Writes receipts for the packages that were taken in.
    desk coordinator export_receipts() -> String = network::receipts;
    /// Takes in the coordinator's receipt for a report.
    desk coordinator take_receipt(path: Option<String>, trust: Option<String>) -> network::Receipt = network::take_receipt;
    /// The coordinator's own labels of factors in one language, by the keys of the texts whose place they take.
    read screen wording(language: String) -> BTreeMap<String, String> = pack::wording;
    /// Chooses the picture of a logo in the common catalogue; asks for one when no path is given.
    desk coordinator choose_logo(entry: String, path: Option<String>) -> Record = pack::choose_logo;
    /// The picture of a logo, as an address from which the window shows it.
    read reader logo_picture(entry: String) -> Option<String> = pack::logo_picture;
    /// Saves the common catalogue as a signed file, for all partners.
    desk coordinator export_pack(path: Option<String>) -> String = pack::export;
    /// Looks into a file with a common catalogue and says what taking it in would do; asks for one when none is named.
    desk coordinator open_pack(path: Option<String>, trust: Option<String>) -> pack::PackPlan = pack::open;
    /// Takes a common catalogue in as it was planned; how many entries are new or changed.
    desk coordinator accept_pack(path: String, trust: Option<String>, digest: String) -> u32 = pack::accept;
    /// Enters the partners of the project's public fiche in the directory.
    write coordinator fill_directory() -> u32 = network::fill_directory;
    /// The network: targets, partners, shared indicators, late reports.
    read coordinator network(today: String) -> network::Network = network::network;
    /// The outlines of the map of Europe.
    desk anyone europe() -> network::Europe = |_, _| network::europe();
    /// The records of one kind that a partner shared.
    read coordinator shared_records(partnership: String, entity: String) -> Vec<Record> =
        |data: &crate::store::Reader<'_>, partnership: String, entity: String| data.shared_records(&partnership, &entity);
    /// Makes an e-mail draft that reminds a partner of a missing report.
    desk coordinator prepare_reminder(partner: String, period: String) -> export::Draft = network::prepare_reminder;
    /// The network as a spreadsheet.
    desk coordinator export_network(language: String, path: Option<String>) -> spreadsheet::Saved = network::export_network;
    /// What happened to a record, the latest first.
    read reader record_history(entity: String, id: String) -> Vec<history::Change> = history::record_history;
    /// The records that were changed last, of every kind or of one, deleted ones included.
    read reader changed_records(language: String, kind: Option<String>) -> Vec<history::ChangedRecord> = history::changed_records;
    /// Draws up the practice sheet of a pilot initiative from its record.
    write contributor draft_practice_sheet(pilot: String) -> Record = practice_sheet::draft_practice_sheet;
    /// The attendance of one session.
    read reader attendance_grid(session: String, language: String) -> attendance::Grid = attendance::grid;
    /// Sets attendance marks, all or none, with what they rest on if that is given.
    write contributor mark_attendance(session: String, marks: Vec<attendance::Mark>, proof: Option<attendance::Proof>) -> () =
        attendance::mark;
    /// The changes of an attendance mark.
    read reader mark_history(enrolment: String, half_day: String) -> Vec<Moment> = attendance::mark_history;
    /// Enrols people in a session; when it is full, on its waiting list.
    write contributor enrol(session: String, participants: Vec<String>) -> attendance::Enrolled = attendance::enrol;
    /// Enrols a person who came without being registered.
    write contributor enrol_walk_in(session: String, participant: String) -> Record = attendance::enrol_walk_in;
    /// Gives a place to somebody on the waiting list.
    write contributor give_place(enrolment: String) -> Record = attendance::give_place;

    /// Adds morning and afternoon to every day of a session that has no half-day yet.
    write contributor fill_half_days(session: String) -> u32 = training_session::fill_half_days;
    /// A new session like another one.
    write contributor copy_session(session: String, starts: String) -> Record = training_session::copy;
    /// Writes a session's half-days as an iCalendar file.
    desk contributor export_calendar(session: String, language: String) -> String = training_session::export_calendar;
    /// How many people were trained, in one session or in all that took place.
    read reader training_figures(session: Option<String>) -> counting::Figures = counting::figures;

    /// Opens a table file to import from; asks for one when no path is given.
    desk contributor open_table(path: Option<String>) -> import::OpenedTable = import::open;
    /// A table that was copied out of a spreadsheet.
    desk contributor paste_table(text: String) -> import::OpenedTable = import::paste;
    /// Guesses what the columns of a table hold.
    read anyone suggest_columns(entity: String, first_row: Vec<String>) -> import::Columns = import::suggest;
    /// Compares a list of participants with who is known.
    read reader plan_participants(import: participant::Import) -> participant::Plan = participant::plan;
    /// Imports a list of participants as it was planned.
    write contributor import_participants(import: participant::Import, choices: Vec<participant::Choice>, digest: String, source: String) -> participant::Imported =
        participant::apply;
    /// Participants who share their names.
    read reader namesakes() -> Vec<participant::Namesakes> = participant::namesakes;
    /// Makes one person of two.
    write contributor merge_participants(keep: String, other: String) -> Record = participant::merge;

    /// Who earned a certificate of a session, and who has one.
    read reader certificates(session: String, language: String) -> certificate::Certificates = certificate::certificates;
    /// Issues certificates to all who earned one and have none.
    write contributor issue_certificates(session: String) -> Vec<String> = certificate::issue;
    /// Takes a certificate back.
    write contributor revoke_certificate(certificate: String, reason: Option<String>) -> Record = certificate::revoke;
    /// Writes certificates as PDF files of their own into a folder: those named, or all of the session.
    desk contributor export_certificates(session: String, certificates: Vec<String>, path: Option<String>) -> export::ExportedFiles =
        export::certificates;

    /// The questions of an evaluation wave.
    read anyone questions(wave: String) -> Vec<evaluation::Question> = evaluation::questions;
    /// What participants answered, in numbers.
    read reader evaluation_results(session: String, language: String) -> evaluation::Results = evaluation::results;
    /// Compares a table of answers with those that are there.
    read reader plan_responses(import: evaluation::ResponseImport) -> evaluation::ResponsePlan = evaluation::plan;
    /// Imports a table of answers as it was planned.
    write contributor import_responses(import: evaluation::ResponseImport, digest: String) -> u32 = evaluation::apply;

    /// Attaches a file to a record; asks for one when no path is given.
    desk contributor attach_file(subject: String, kind: String, path: Option<String>) -> Record = attachment::attach;
    /// The files attached to a record.
    read reader attachments(subject: String) -> Vec<Record> = attachment::list;
    /// Puts a copy of an attached file into the reports folder.
    desk contributor save_attachment(attachment: String) -> String = attachment::save;

    /// Opens a table with series of territory indicators and says how it seems to be meant; asks for one when no path is
    /// given.
    desk contributor open_series(path: Option<String>, encoding: Option<String>, header_row: Option<u32>) -> series_import::SeriesFile =
        series_import::open;
    /// Compares a table with what is stored: what an import would do, and what stands in its way.
    desk contributor compare_series(path: String, mapping: series_import::SeriesMapping, choices: series_import::SeriesChoices) -> series_import::SeriesPlan =
        series_import::compare;
    /// Imports a table as its plan says, all of it or nothing.
    write contributor import_series(
        path: String, mapping: series_import::SeriesMapping, choices: series_import::SeriesChoices, digest: String
    ) -> series_import::SeriesImported = series_import::import;
    /// Where the exchange with the partnership's other laptops stands.
    desk reader exchange() -> exchange::Exchange = exchange::exchange;
    /// Enters this laptop among the members, or gives it another name.
    desk coordinator join_exchange(label: String) -> Record = exchange::join;
    /// Adds a laptop by its key.
    write coordinator add_member(label: String, key: String) -> Record = exchange::add;
    /// Removes a laptop: nothing is sealed for it any more, and nothing of it taken in.
    write coordinator remove_member(member: String) -> Record = exchange::remove;
    /// Makes a file for the members of what they have not been given yet, or of everything.
    desk contributor write_bundle(path: Option<String>, whole: Option<bool>) -> exchange::WrittenBundle = exchange::write_bundle;
    /// Opens a file of a colleague; asks for one when no path is given.
    desk contributor open_bundle(path: Option<String>) -> exchange::OpenedBundle = exchange::open;
    /// What taking in a file of a colleague would do.
    desk contributor compare_bundle(path: String) -> exchange::BundlePlan = exchange::compare;
    /// Takes in a file of a colleague as its plan says, all of it or nothing.
    desk contributor accept_bundle(path: String, digest: String, erase: Option<bool>) -> exchange::TakenIn = exchange::accept;
    /// What several laptops wrote at once.
    desk reader conflicts() -> Vec<exchange::Conflict> = exchange::conflicts;
    /// Chooses one of the values that a field holds.
    write contributor settle_conflict(record: String, field: String, choice: Value) -> () = exchange::settle;
    /// Chooses the folder in which files of colleagues arrive; asks for one when no path is given.
    desk contributor choose_exchange_folder(path: Option<String>) -> session::Settings = exchange::choose_folder;
    /// Watches no folder any more.
    desk contributor forget_exchange_folder() -> session::Settings = exchange::forget_folder;
    /// The files in the watched folder that have not been taken in.
    desk reader look_in_folder() -> Vec<exchange::FoundBundle> = exchange::look_in_folder;
    /// Connects this laptop with a server, and waits until the open file is in step with it; without an open file, makes
    /// the partnership's from what the server has.
    desk coordinator connect_live(address: String, key: String) -> exchange::live::LiveState = exchange::live::connect;
    /// Where live exchange stands.
    desk reader live_state() -> exchange::live::LiveState = exchange::live::state;
    /// Waits until the open file is in step with its server, or it is known why not.
    desk reader sync_now() -> exchange::live::LiveState = exchange::live::sync_now;
    /// Disconnects this laptop from the open file's server. Everything stays here and there.
    desk coordinator disconnect_live() -> exchange::live::LiveState = exchange::live::disconnect;
    /// The copies that were made of the open file.
    desk reader backups() -> Vec<exchange::Backup> = exchange::backups;
    /// Writes everything as JSON and CSV into one ZIP file.
    desk coordinator export_everything(path: Option<String>) -> String = open_formats::export;
    /// Puts the latest sound copy in the place of a file that is damaged, and opens it.
    desk anyone repair_file(path: String, passphrase: Option<String>) -> exchange::Repaired = exchange::repair_file;
    /// Goes back to a copy of the open file; what is open now is copied first.
    desk coordinator restore_backup(path: String) -> session::FileInfo = exchange::restore_backup;
    /// What erasing a person or an attached file would do.
    desk coordinator plan_erasure(entity: String, id: String) -> erasure::ErasurePlan = erasure::plan_erasure;
    /// Erases a person or an attached file for good, as it was planned.
    desk coordinator erase(request: erasure::ErasureRequest) -> erasure::Erased = erasure::erase;
    /// What is past the date until which it is kept.
    read reader retention(today: String, language: String) -> retention::RetentionPlan = retention::retention;
    /// Says until when a class of records is kept, and what is done then.
    write coordinator set_retention(class: String, keep_until: String, action: String) -> Record = retention::set_retention;
    /// Erases or anonymises what is past its date, as it was planned.
    desk coordinator apply_retention(today: String, chosen: Vec<String>, digest: String) -> erasure::Erased = retention::apply_retention;
    /// The log of what was erased, without names.
    read reader deletions() -> Vec<erasure::Deletion> = erasure::deletions;
    /// Saves the log of what was erased as a spreadsheet.
    desk contributor export_deletions(language: String, path: Option<String>) -> spreadsheet::Saved = erasure::export_deletions;
    /// What in some words looks like a person's data.
    read anyone check_words(words: String, language: Option<String>) -> Vec<guard::Finding> = guard::in_words;
    /// What looks like a person's data in the records that a report prints.
    read reader check_report(kind: String, subject: Option<String>) -> Vec<guard::Place> = guard::in_report;

    /// The kinds of reports, and the entity that each is about.
    desk anyone list_reports() -> Vec<report::Kind> = |_, _| Ok(report::kinds());
    /// A report as accessible HTML.
    desk reader preview_report(
        kind: String, language: String, subject: Option<String>, period: Option<String>, privacy: Option<String>
    ) -> export::Preview = export::preview;
    /// The charts of one section of a report as HTML.
    desk reader section_charts(kind: String, section: String, subject: String, language: String) -> String = export::charts;
    /// Which personal data the open file holds, and so everything that is made of all of it.
    read reader personal_data() -> Vec<export::PersonalData> = export::personal_data;
    /// A report as PDF, written to the reports folder or to a path.
    desk contributor export_report(
        kind: String, language: String, subject: Option<String>, period: Option<String>, path: Option<String>,
        privacy: Option<String>
    ) -> export::Exported = export::export;
    /// The values of indicators as a spreadsheet: those of one pilot initiative, or of all.
    desk contributor export_values(language: String, pilot: Option<String>, path: Option<String>) -> spreadsheet::Saved =
        workbook::export_values;
    /// Where an exported report lies, if it is still in the reports folder as it was exported.
    desk reader find_export(transmission: String) -> Option<String> = export::find;
    /// Makes an e-mail draft with an exported report attached and hands it to the mail program.
    desk contributor prepare_mail(transmission: String, path: String) -> export::Draft = export::prepare_mail;
}

pub mod typescript;
