// Generated from the core's lists by `cargo test -p liaise-core`. Do not edit.

export type JsonValue = number | string | boolean | JsonValue[] | { [key in string]?: JsonValue } | null;
export type Text = { 
/**
 * The language in which it was written first: a BCP 47 base language.
 */
source: string, 
/**
 * The words by language; never an empty string.
 */
words: { [key in string]: string }, };
export type Kind = "line" | "text" | "note" | "date" | "integer" | "decimal" | "money" | "flag" | "code" | "codes" | "link" | "links";
export type Field = { 
/**
 * Its name: the column and the JSON key.
 */
name: string, 
/**
 * What it holds.
 */
kind: Kind, 
/**
 * Whether a record needs it.
 */
required: boolean, 
/**
 * The catalogue of a `code` or `codes` field.
 */
catalogue: string | null, 
/**
 * The entity that a `link` or `links` field leads to.
 */
target: string | null, 
/**
 * Whether it is personal data: left out of the shared screen, public reports and exchange.
 */
personal: boolean, 
/**
 * The smallest number allowed.
 */
min: number | null, 
/**
 * The largest number, or the largest count of characters (of each language in a text).
 */
max: number | null, };
export type Problem = { 
/**
 * The field's name, as in the record.
 */
field: string, 
/**
 * The key, below `problem.`, of the text that says what to do.
 */
code: string, 
/**
 * What the text's placeholders stand for, as the officer would read it or as ISO dates.
 */
params: { [key in string]: string }, };
export type EntityForm = { 
/**
 * The field that links to the parent record, if it has one.
 */
parent: string | null, 
/**
 * Its fields.
 */
fields: Array<Field>, };
export type Language = { 
/**
 * BCP 47 base language.
 */
tag: string, 
/**
 * Its own name.
 */
name: string, };
export type Partner = { 
/**
 * Code, 3 to 6 letters.
 */
code: string, 
/**
 * Its own name.
 */
name: string, 
/**
 * City, where it is one.
 */
city: string | null, 
/**
 * Country, ISO 3166-1 alpha-2.
 */
country: string, 
/**
 * A code of the catalogue `partner_kind`.
 */
kind: string, 
/**
 * Where it is or has its seat, degrees north and east; nothing where only the country is known.
 */
place: [number, number] | null, 
/**
 * Its working languages: BCP 47 base languages, the first one is the default.
 */
languages: Array<string>, };
export type Recent = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * The partnership's name.
 */
name: string, 
/**
 * Whether it is the sample.
 */
sample: boolean, 
/**
 * Id of the partnership's record.
 */
partnership: string, };
export type Settings = { 
/**
 * The interface's language.
 */
language: string, 
/**
 * This installation, as the history names it.
 */
installation: string, 
/**
 * Files opened lately, the latest first.
 */
recent: Array<Recent>, 
/**
 * The folder in which files of colleagues arrive.
 */
exchange_folder: string | null, 
/**
 * After so many minutes without anybody at the computer an encrypted file is locked.
 */
lock_after: number, 
/**
 * The folder of partnership files.
 */
data_folder: string, 
/**
 * The folder of exported reports.
 */
reports_folder: string, };
export type SettingsChange = { 
/**
 * The interface's language.
 */
language: string, 
/**
 * After how many minutes an encrypted file is locked: one of [`LOCK_AFTER`]. As before when left out.
 */
lock_after?: number, };
export type FileInfo = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Id of the partnership's record.
 */
partnership: string, 
/**
 * The partnership's name, in the interface's language if it has one there.
 */
name: string, 
/**
 * The partner's code.
 */
partner_code: string, 
/**
 * The partner's name.
 */
partner_name: string, 
/**
 * The partner's language.
 */
language: string, 
/**
 * Whether it is the invented sample.
 */
sample: boolean, 
/**
 * Whether it is the file of the network's coordinator.
 */
network: boolean, 
/**
 * Whether it is encrypted.
 */
encrypted: boolean, 
/**
 * Whether somebody should choose whether it is to be: neither was done yet.
 */
protection_open: boolean, 
/**
 * What whoever works with it may do, a code of the catalogue `user_role`.
 */
role: string, 
/**
 * Where it should not lie: the code of a program that synchronises its folder, or `network`.
 */
shared_place: string | null, };
export type NewAgency = { 
/**
 * Its name.
 */
name: string, 
/**
 * A code of the catalogue `agency_sector`.
 */
sector: string, };
export type NewFile = { 
/**
 * Code of a partner of the directory; none for one that is typed in.
 */
partner: string | null, 
/**
 * Name of a partner that is not in the directory.
 */
partner_name: string | null, 
/**
 * Type of such a partner, a code of the catalogue `partner_kind`.
 */
partner_kind: string | null, 
/**
 * Country of such a partner, ISO 3166-1 alpha-2.
 */
country: string | null, 
/**
 * City of such a partner.
 */
city: string | null, 
/**
 * Name of the partnership.
 */
name: string, 
/**
 * Language in which it works: a BCP 47 base language of ours.
 */
language: string, 
/**
 * Its member agencies.
 */
agencies: Array<NewAgency>, 
/**
 * Where to put the file; by default in the data folder, under the partnership's name.
 */
path: string | null, };
export type Progress = { 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all.
 */
total: number, };
export type HandedOver = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Whether its name says that it is a file of a colleague; else it is taken for a partnership's.
 */
bundle: boolean, };
export type About = { 
/**
 * Its version.
 */
version: string, 
/**
 * What others made, by name.
 */
works: Array<Work>, };
export type Work = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its version, where it has one.
 */
version: string | null, 
/**
 * The licences under which it may be used, an SPDX expression.
 */
licence: string, 
/**
 * The numbers of the texts that came with it, see [`licence`].
 */
texts: Array<number>, };
export type Undoable = { 
/**
 * Whether there is a write to take back.
 */
undo: boolean, 
/**
 * Whether there is one to do again.
 */
redo: boolean, 
/**
 * The write that would be taken back next; a new number for each.
 */
step: number | null, };
export type Mark = { 
/**
 * Id of the enrolment.
 */
enrolment: string, 
/**
 * Id of the half-day.
 */
half_day: string, 
/**
 * A code of the catalogue `attendance_status`.
 */
status: string, };
export type Proof = { 
/**
 * A code of the catalogue `attendance_basis`.
 */
basis: string | null, 
/**
 * Id of an attachment of the session: the scanned sheet.
 */
sheet: string | null, };
export type Seats = { 
/**
 * Places in all; none where the session has no limit.
 */
capacity: number | null, 
/**
 * Persons who have one: invited, registered or confirmed.
 */
taken: number, 
/**
 * Ids of the enrolments on the waiting list, who came first first.
 */
waiting: Array<string>, };
export type Enrolled = { 
/**
 * Persons who got a place.
 */
registered: number, 
/**
 * Persons who went onto the waiting list.
 */
waitlisted: number, };
export type Moment = { 
/**
 * When, ISO 8601.
 */
at: string, 
/**
 * On which laptop, as the history names it.
 */
author: string, 
/**
 * Whether it was this one.
 */
own: boolean, 
/**
 * Whether the record was there afterwards.
 */
there: boolean, 
/**
 * The fields that changed, with what they hold since.
 */
values: { [key in string]: JsonValue }, };
export type Count = { 
/**
 * A code, a country, the name of a city; nothing for "not stated".
 */
value: string | null, 
/**
 * How many.
 */
persons: number, };
export type Group = { 
/**
 * The field of a participant.
 */
field: string, 
/**
 * The counts: the largest first.
 */
counts: Array<Count>, };
export type Figures = { 
/**
 * Different persons who were present or partly present on at least one half-day.
 */
persons: number, 
/**
 * The same by session: who came to two sessions is two.
 */
participations: number, 
/**
 * Half-days attended, in full or in part, by all persons together.
 */
half_days: number, 
/**
 * Hours of those half-days.
 */
hours: number, 
/**
 * The persons by `sector`, `city`, `country` and `gender`.
 */
groups: Array<Group>, };
export type OpenedSheet = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its cells as words.
 */
rows: Array<Array<string>>, };
export type OpenedTable = { 
/**
 * The file's name; empty for a pasted table.
 */
file_name: string, 
/**
 * Its sheets that are not empty.
 */
sheets: Array<OpenedSheet>, };
export type Columns = { 
/**
 * Whether the first row names the columns.
 */
header: boolean, 
/**
 * The field of each column; none where none fits.
 */
fields: Array<string | null>, };
export type ParticipantImport = { 
/**
 * Id of the session in which they are enrolled; none to enter them only.
 */
session: string | null, 
/**
 * The rows, without the one that names the columns.
 */
rows: Array<Array<string>>, 
/**
 * What each column holds: a field of a participant, `full_name`, or nothing.
 */
columns: Array<string | null>, 
/**
 * What a new person gets in fields that the list leaves empty.
 */
defaults: { [key in string]?: JsonValue }, };
export type ParticipantPlanRow = { 
/**
 * Its number in the list, from 0.
 */
row: number, 
/**
 * The person's name in sorting order.
 */
name: string, 
/**
 * The person's organisation.
 */
organisation: string | null, 
/**
 * `new`; `known`: somebody of this name and organisation, or of this address, is there; `similar`: somebody of this
 * name is there, elsewhere; `enrolled`: in the session already; `repeated`: a row above is the same person;
 * `invalid`: cannot be imported.
 */
verdict: string, 
/**
 * The person who is there, for `known`, `similar` and `enrolled`: id.
 */
person: string | null, 
/**
 * Where that person works.
 */
person_organisation: string | null, 
/**
 * Why it cannot be imported, or what of it is left out.
 */
problems: Array<Problem>, };
export type ParticipantPlan = { 
/**
 * Row by row; empty rows are left out.
 */
rows: Array<ParticipantPlanRow>, 
/**
 * What names this plan, see [`apply`].
 */
digest: string, };
export type ParticipantChoice = { 
/**
 * The row's number in the list, from 0.
 */
row: number, 
/**
 * `new` makes a person, `same` takes the one who is there, `skip` does nothing.
 */
take: string, };
export type ParticipantsImported = { 
/**
 * People made.
 */
made: number, 
/**
 * People enrolled who have a place.
 */
enrolled: number, 
/**
 * People enrolled on the waiting list.
 */
waitlisted: number, 
/**
 * Rows that changed nothing.
 */
skipped: number, };
export type Namesakes = { 
/**
 * Ids of the participants, the one entered first first.
 */
people: Array<string>, };
export type CertificateRow = { 
/**
 * Id of the participant.
 */
participant: string, 
/**
 * Name in sorting order.
 */
name: string, 
/**
 * Half-days attended, in full or in part.
 */
attended: number, 
/**
 * Whether that is enough.
 */
earned: boolean, 
/**
 * Id of the certificate that counts, or of the last one that was taken back.
 */
certificate: string | null, 
/**
 * Its number.
 */
number: string | null, 
/**
 * When it was issued, ISO 8601.
 */
issued_on: string | null, 
/**
 * Its language.
 */
language: string | null, 
/**
 * When it was taken back, ISO 8601.
 */
revoked_on: string | null, 
/**
 * Whether attendance was marked otherwise since it was issued.
 */
outdated: boolean, };
export type Certificates = { 
/**
 * The share of half-days that a certificate asks for, in percent.
 */
share: number, 
/**
 * Half-days that this share means, of those held.
 */
needed: number, 
/**
 * Half-days held.
 */
held: number, 
/**
 * Whether certificates can be issued: the session took place.
 */
open: boolean, 
/**
 * The people, in the order of the attendance grid.
 */
rows: Array<CertificateRow>, };
export type Question = { 
/**
 * The field of a response.
 */
field: string, 
/**
 * `score` (1 to 5), `answer` (yes, no, not yet) or `words`.
 */
kind: string, };
export type ItemResult = { 
/**
 * The field of a response.
 */
field: string, 
/**
 * How many answered.
 */
answers: number, 
/**
 * The mean from 1 to 5, or for a question of yes and no the share of yes; nothing from fewer than five answers.
 */
mean: number | null, };
export type WrittenAnswers = { 
/**
 * The field of a response.
 */
field: string, 
/**
 * The answers.
 */
answers: Array<string>, };
export type WaveResult = { 
/**
 * Id of the wave.
 */
id: string, 
/**
 * A code of the catalogue `wave`.
 */
wave: string, 
/**
 * Questionnaires handed out, if that was noted.
 */
handed_out: number | null, 
/**
 * Questionnaires that came back.
 */
responses: number, 
/**
 * The share of those handed out that came back.
 */
returned: number | null, 
/**
 * The share of the answers of the wave before that were lost since; never below 0, and none before the first answer.
 */
attrition: number | null, 
/**
 * Question by question.
 */
items: Array<ItemResult>, 
/**
 * What was written, question by question and in no order that tells who wrote it; nothing from fewer than five
 * responses.
 */
words: Array<WrittenAnswers>, };
export type EvaluationResults = { 
/**
 * The fewest answers from which a mean is shown.
 */
fewest: number, 
/**
 * Persons trained in the session: whom the waves after it are about.
 */
trained: number, 
/**
 * The waves that were made, earliest first.
 */
waves: Array<WaveResult>, };
export type ResponseImport = { 
/**
 * Id of the wave.
 */
wave: string, 
/**
 * The rows, without the one that names the columns.
 */
rows: Array<Array<string>>, 
/**
 * What each column holds: a field of a response, or nothing.
 */
columns: Array<string | null>, 
/**
 * The language in which words were written: a BCP 47 base language.
 */
language: string, };
export type ResponseRow = { 
/**
 * Its number in the table, from 0.
 */
row: number, 
/**
 * `new`; `known`: came in before; `invalid`: nothing in it is an answer.
 */
verdict: string, 
/**
 * How many of its cells are answers.
 */
answers: number, 
/**
 * What of it is left out, and why.
 */
problems: Array<Problem>, };
export type ResponsePlan = { 
/**
 * Row by row; empty rows are left out.
 */
rows: Array<ResponseRow>, 
/**
 * What names this plan, see [`apply`].
 */
digest: string, };
export type GridHalfDay = { 
/**
 * Id.
 */
id: string, 
/**
 * Date, ISO 8601.
 */
date: string, 
/**
 * A code of the catalogue `day_part`.
 */
part: string, 
/**
 * Hours.
 */
hours: number, 
/**
 * Number of persons by attendance status; every status is there.
 */
totals: { [key in string]: number }, };
export type GridRow = { 
/**
 * Id of the enrolment.
 */
enrolment: string, 
/**
 * Id of the participant.
 */
participant: string, 
/**
 * Name in sorting order.
 */
name: string, 
/**
 * Organisation.
 */
organisation: string | null, 
/**
 * A code of the catalogue `enrolment_status`.
 */
status: string, 
/**
 * Whether they are expected, see [`Grid::enrolled`].
 */
expected: boolean, 
/**
 * Whether they come from a guest city.
 */
guest_city: boolean, 
/**
 * Whether they came without being registered.
 */
walk_in: boolean, 
/**
 * Attendance status by id of the half-day; `unmarked` where there is no mark.
 */
marks: { [key in string]: string }, 
/**
 * Half-days attended, in full or in part.
 */
attended: number, 
/**
 * Hours of those half-days.
 */
hours: number, 
/**
 * Whether they count as trained.
 */
trained: boolean, };
export type Grid = { 
/**
 * The half-days, in the order of the calendar.
 */
half_days: Array<GridHalfDay>, 
/**
 * The people, sorted by name in the language asked for.
 */
rows: Array<GridRow>, 
/**
 * Persons counted as trained: present or partly present on at least one half-day.
 */
trained: number, 
/**
 * Persons expected: registered, invited or confirmed; others only if they have a mark all the same.
 */
enrolled: number, 
/**
 * Places and the waiting list.
 */
seats: Seats, };
export type AgendaRow = { 
/**
 * Id of the item.
 */
id: string, 
/**
 * Its number on the agenda, from 1.
 */
number: number, 
/**
 * What it is about.
 */
title: Text, 
/**
 * Code of its kind.
 */
kind: string, 
/**
 * Whether every meeting has it, so that it is not put off.
 */
standing: boolean, 
/**
 * When it is to begin, if the meeting's begin is set.
 */
starts_at: string | null, 
/**
 * Minutes that it is given.
 */
minutes: number | null, 
/**
 * The agency that presents it.
 */
presenter_agency: Text | null, 
/**
 * Function of who presents it.
 */
presenter_function: string | null, 
/**
 * See [`AgendaItem::confidential`].
 */
confidential: boolean, 
/**
 * When it was begun in the meeting.
 */
began_at: string | null, 
/**
 * Whether something was noted, decided or agreed on it.
 */
dealt_with: boolean, 
/**
 * Whether it takes up an item of an earlier meeting.
 */
carried_from: boolean, 
/**
 * Whether a later meeting takes it up again.
 */
carried_on: boolean, };
export type Agenda = { 
/**
 * Its items in order.
 */
items: Array<AgendaRow>, 
/**
 * Minutes of all items together.
 */
minutes: number, 
/**
 * Minutes between the meeting's begin and its end, if both are set.
 */
available: number | null, 
/**
 * Whether the meeting is over.
 */
over: boolean, };
export type Quorum = { 
/**
 * How many agencies are present.
 */
present: number, 
/**
 * How many are needed, if a number is.
 */
needed: number | null, 
/**
 * See [`quorum_met`].
 */
met: boolean | null, };
export type ActionRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
number: string | null, 
/**
 * What is to be done.
 */
text: Text, 
/**
 * Id of the agency that does it.
 */
owner: string | null, 
/**
 * Name of that agency.
 */
owner_name: Text | null, 
/**
 * Function of who does it.
 */
owner_function: string | null, 
/**
 * Until when: ISO date.
 */
due: string | null, 
/**
 * Code of its state.
 */
status: string, 
/**
 * Whether it is still to be done.
 */
live: boolean, 
/**
 * Whether it should have been done before today.
 */
overdue: boolean, 
/**
 * Whether it comes from the confidential part of its meeting.
 */
confidential: boolean, 
/**
 * Id of the meeting that agreed on it.
 */
meeting: string, 
/**
 * Day of that meeting: ISO date.
 */
agreed_on: string, };
export type CommonValue = { 
/**
 * A code of the catalogue `common_indicator`, or of the common catalogue's own indicators.
 */
code: string, 
/**
 * What was reached.
 */
actual: number | null, 
/**
 * What is to be reached.
 */
target: number, };
export type SectorCount = { 
/**
 * A code of the catalogue `agency_sector`.
 */
sector: string, 
/**
 * How many persons; nothing for fewer than five, nor where those could be told from it.
 */
persons: number | null, };
export type AnalysisFigure = { 
/**
 * Its title.
 */
title: Text, 
/**
 * First day of the period that it covers.
 */
period_from: string, 
/**
 * Last day of that period.
 */
period_to: string, 
/**
 * Code of its state.
 */
status: string, };
export type TrainingFigure = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * First day.
 */
starts: string, 
/**
 * Its country.
 */
country: string | null, 
/**
 * Code of its state.
 */
status: string, 
/**
 * Whether it took place.
 */
held: boolean, 
/**
 * Different persons trained in it; nothing for one to four, nor where those could be told from it.
 */
persons: number | null, };
export type PilotFigure = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * Code of its stage.
 */
stage: string, 
/**
 * Whether it counts as launched.
 */
launched: boolean, 
/**
 * Whether it counts as reviewed.
 */
reviewed: boolean, 
/**
 * The overall light of the status report that counts.
 */
rag: string | null, 
/**
 * The periods of its final status reports: first and last day.
 */
reported: Array<[string, string]>, };
export type NetworkFigures = { 
/**
 * Different persons trained in sessions that took place.
 */
persons: number, 
/**
 * The same by session.
 */
participations: number, 
/**
 * The cities of the persons trained, each once.
 */
cities: Array<string>, 
/**
 * Their countries, each once.
 */
countries: Array<string>, 
/**
 * Persons by sector; nothing where there are fewer than five.
 */
sectors: Array<SectorCount>, 
/**
 * The training sessions.
 */
trainings: Array<TrainingFigure>, 
/**
 * The pilot initiatives.
 */
pilots: Array<PilotFigure>, 
/**
 * What the indicators that all partners share have reached.
 */
common: Array<CommonValue>, 
/**
 * The analyses that are shared: title and period.
 */
analyses: Array<AnalysisFigure>, };
export type PackChange = "new" | "changed" | "deprecated" | "same";
export type PackRow = { 
/**
 * A code of the catalogue `pack_kind`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title, if it has one.
 */
title: Text | null, 
/**
 * What it says, if it says anything.
 */
words: Text | null, 
/**
 * The picture of a logo: an address from which the window shows it.
 */
image: string | null, 
/**
 * What would happen.
 */
change: PackChange, 
/**
 * Whether the period of a deadline crosses one of this file, so that it stays out of the reporting periods.
 */
crosses: boolean, };
export type PackPlan = { 
/**
 * The file, as it is asked for when the plan is accepted.
 */
path: string, 
/**
 * Stands for the plan: it is accepted as it was shown or not at all.
 */
digest: string, 
/**
 * Its number.
 */
number: number, 
/**
 * When it was made.
 */
made_at: string, 
/**
 * Name of the coordinator.
 */
name: string, 
/**
 * The key that signed it, short enough to be read out.
 */
key: string, 
/**
 * Whether the coordinator's key would become known by this.
 */
first: boolean, 
/**
 * Its entries.
 */
rows: Array<PackRow>, };
export type Trust = { 
/**
 * Code of the partner.
 */
code: string, 
/**
 * Id of the partnership.
 */
partnership: string, 
/**
 * The key, whole.
 */
signer: string, };
export type PackageRow = { 
/**
 * The file's name.
 */
file: string, 
/**
 * What it is to this file.
 */
state: string, 
/**
 * Whether it would be taken in.
 */
taken: boolean, 
/**
 * Code of the partner.
 */
code: string | null, 
/**
 * Its name.
 */
name: string | null, 
/**
 * Id of the partnership.
 */
partnership: string | null, 
/**
 * Number of the package.
 */
sequence: number | null, 
/**
 * When it was made.
 */
created_at: string | null, 
/**
 * Records in it.
 */
records: number, 
/**
 * Whether its data are invented.
 */
sample: boolean, 
/**
 * The key that signed it, short enough to be read out.
 */
key: string | null, 
/**
 * The same key, whole: what the coordinator agrees to.
 */
signer: string | null, 
/**
 * SHA-256 of the package's bytes.
 */
digest: string | null, };
export type PackagePlan = { 
/**
 * The files, as they are asked for when the plan is accepted.
 */
paths: Array<string>, 
/**
 * Stands for the plan: it is accepted as it was shown or not at all.
 */
digest: string, 
/**
 * The packages, by file.
 */
rows: Array<PackageRow>, 
/**
 * How many records would come in.
 */
records: number, };
export type Accepted = { 
/**
 * Packages.
 */
packages: number, 
/**
 * Records.
 */
records: number, };
export type Receipt = { 
/**
 * How many reports it acknowledges.
 */
reports: number, 
/**
 * When the coordinator took the package in.
 */
received_at: string, 
/**
 * The coordinator's key, short enough to be read out.
 */
key: string, 
/**
 * Whether that key is known only since now.
 */
first: boolean, };
export type BoardTarget = { 
/**
 * Its code.
 */
code: string, 
/**
 * What was reached.
 */
reached: number, 
/**
 * What the project is to reach.
 */
project: number, 
/**
 * How many of what was reached may have been counted twice, at most; nothing where that cannot be.
 */
doubles: number | null, };
export type Since = { 
/**
 * Sessions that took place.
 */
trainings: number, 
/**
 * Persons trained.
 */
persons: number, 
/**
 * Pilot initiatives launched.
 */
pilots: number, 
/**
 * Final status reports.
 */
reports: number, };
export type Counted = { 
/**
 * Its id.
 */
id: string, 
/**
 * When the package was made.
 */
created_at: string, };
export type NetworkRow = { 
/**
 * Id of its directory entry.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * A code of the catalogue `partner_kind`.
 */
kind: string, 
/**
 * Its country.
 */
country: string, 
/**
 * A code of the catalogue `partner_role`.
 */
role: string, 
/**
 * Whether it has this role today.
 */
active: boolean, 
/**
 * Its partnerships whose packages were taken in, the latest first; none before the first. What they reached is added
 * up.
 */
partnerships: Array<Counted>, 
/**
 * When the latest package was made.
 */
created_at: string | null, 
/**
 * When it was taken in.
 */
received_at: string | null, 
/**
 * Records in it.
 */
records: number, 
/**
 * Sessions that took place.
 */
trainings: number, 
/**
 * Persons trained.
 */
persons: number, 
/**
 * Pilot initiatives launched.
 */
pilots: number, 
/**
 * Pilot initiatives reviewed.
 */
reviewed: number, 
/**
 * Analyses that are shared.
 */
analyses: number, 
/**
 * Seminars that it took part in.
 */
seminars: number, 
/**
 * The worst light of its pilot initiatives: a code of the catalogue `rag`.
 */
rag: string | null, 
/**
 * How far the coordinator is with it: a code of the catalogue `review_status`.
 */
review: string | null, 
/**
 * What is new since the package before.
 */
since: Since | null, };
export type CommonRow = { 
/**
 * A code of the catalogue `common_indicator`, or of the common catalogue's own indicators.
 */
code: string, 
/**
 * Its title in the common catalogue; none for the program's own.
 */
title: Text | null, 
/**
 * Partners that measure it.
 */
partners: number, 
/**
 * The sum of what they reached; a mean where it is none of counts.
 */
actual: number | null, 
/**
 * The sum of their targets; a mean where it is none of counts.
 */
target: number, 
/**
 * Whether it is a share.
 */
share: boolean, };
export type Expected = { 
/**
 * Id of the partner's directory entry.
 */
partner: string, 
/**
 * Its name.
 */
partner_name: string, 
/**
 * Id of the reporting period.
 */
period: string, 
/**
 * What the period is called.
 */
period_title: Text, 
/**
 * When the report is due.
 */
due: string, 
/**
 * A code of the catalogue `report_state`.
 */
state: string, 
/**
 * When it was taken in.
 */
received_at: string | null, 
/**
 * Days since it was due, while it is missing.
 */
days_late: number | null, };
export type MapPlace = { 
/**
 * Id of its directory entry.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its city.
 */
city: string | null, 
/**
 * Its country.
 */
country: string, 
/**
 * How it stands: a code of the catalogue `partner_state`.
 */
state: string, 
/**
 * Where it is in the window of the map.
 */
place: [number, number], 
/**
 * Where its mark is shown, so that no mark covers another.
 */
shown: [number, number], 
/**
 * Whether only its country is known.
 */
by_country: boolean, };
export type Europe = { 
/**
 * Width of the window, in its own units.
 */
width: number, 
/**
 * Height of the window.
 */
height: number, 
/**
 * The land, each piece as the points of a polygon.
 */
lands: Array<string>, };
export type Network = { 
/**
 * Progress against the project's targets.
 */
board: Array<BoardTarget>, 
/**
 * The partners, by name.
 */
partners: Array<NetworkRow>, 
/**
 * The indicators that all partners share, rolled up.
 */
common: Array<CommonRow>, 
/**
 * Which report of which partner is there, late or missing.
 */
expected: Array<Expected>, 
/**
 * The partners on the map.
 */
map: Array<MapPlace>, 
/**
 * Whether some of the data are invented.
 */
sample: boolean, };
export type WaitingGroup = "overdue" | "soon" | "unreviewed" | "unreported" | "double_number";
export type PagePlace = { 
/**
 * Entity of the record whose page it is.
 */
entity: string, 
/**
 * Id of that record.
 */
id: string, 
/**
 * The part of the page.
 */
tab: string | null, };
export type Waiting = { 
/**
 * Why it waits.
 */
group: WaitingGroup, 
/**
 * What it is: the text `waiting.kind.<kind>`.
 */
kind: string, 
/**
 * What it is called.
 */
title: Text, 
/**
 * Its number or code; may be empty.
 */
number: string, 
/**
 * The reporting period that it is about.
 */
period: Text | null, 
/**
 * Its date, ISO.
 */
date: string | null, 
/**
 * Where it is dealt with.
 */
place: PagePlace, 
/**
 * The record that can be given a new number.
 */
renumber: PagePlace | null, };
export type YearEntry = { 
/**
 * The row in which it stands: `meeting`, `training_session`, `pilot_initiative`, `deadline`.
 */
row: string, 
/**
 * What it is: the text `waiting.kind.<kind>`.
 */
kind: string, 
/**
 * What it is called.
 */
title: Text, 
/**
 * First day, ISO.
 */
from: string, 
/**
 * Last day, ISO.
 */
to: string, 
/**
 * Where it is dealt with.
 */
place: PagePlace, };
export type SlideKind = "opening" | "table" | "item" | "chart" | "figures";
export type Slide = { 
/**
 * Tells it from the others, and stays the same while records change.
 */
key: string, 
/**
 * What kind of slide it is.
 */
kind: SlideKind, 
/**
 * Its heading.
 */
title: string, 
/**
 * Its content: HTML without scripts and styles.
 */
html: string, 
/**
 * Id of the agenda item that it belongs to.
 */
item: string | null, 
/**
 * Minutes that the item is given.
 */
minutes: number | null, };
export type SharedScreen = { 
/**
 * What is shown: the title of the meeting, or the name of the partnership.
 */
title: string, 
/**
 * Its sensitivity marking, in words.
 */
sensitivity: string | null, 
/**
 * The slides, in order.
 */
slides: Array<Slide>, };
export type Shown = { 
/**
 * Id of the meeting; none for the partnership as a whole.
 */
meeting: string | null, 
/**
 * Key of the slide.
 */
slide: string, 
/**
 * Whether the screen is blank.
 */
blank: boolean, };
export type Showing = { 
/**
 * What is shown; none while no screen is shared.
 */
shown: Shown | null, 
/**
 * The number of the latest write: a new one after each.
 */
step: number | null, };
export type OutlineCheck = { 
/**
 * Its code.
 */
code: string, 
/**
 * Whether it is there.
 */
met: boolean, };
export type OutlinePart = { 
/**
 * A code of the catalogue `analysis_part`.
 */
part: string, 
/**
 * What is asked of it; the label of each is the text `outline.<code>`.
 */
checks: Array<OutlineCheck>, 
/**
 * How many of the checks are met.
 */
met: number, 
/**
 * How many statements in it rest on no local evidence.
 */
unproven: number, };
export type Compared = { 
/**
 * What it is, where a catalogue names it: the key of its label.
 */
label: string | null, 
/**
 * What it is, where the officer named it.
 */
title: Text | null, 
/**
 * Its value then: a code of the group's catalogue, or a number.
 */
then: string | null, 
/**
 * Its value now.
 */
now: string | null, 
/**
 * A code of the catalogue `change`.
 */
change: string, };
export type ComparedGroup = { 
/**
 * A code of the catalogue `analysis_part`.
 */
part: string, 
/**
 * The catalogue of the values that stand side by side.
 */
values: string, 
/**
 * The findings, changed ones first.
 */
rows: Array<Compared>, };
export type Comparison = { 
/**
 * Title of the earlier one.
 */
earlier: Text, 
/**
 * Title of the later one.
 */
later: Text, 
/**
 * What differs and what is the same, by kind of finding in the order of the outline.
 */
groups: Array<ComparedGroup>, };
export type MaturityCell = { 
/**
 * Id of the record.
 */
id: string, 
/**
 * A code of the catalogue `maturity_level`.
 */
level: string, };
export type Maturity = { 
/**
 * The days on which it was assessed, ISO 8601, the newest first.
 */
rounds: Array<string>, 
/**
 * Level by criterion and day; a criterion that was not rated on a day is missing there.
 */
levels: { [key in string]: { [key in string]: MaturityCell } }, };
export type Knot = { 
/**
 * Its id.
 */
id: string, 
/**
 * Id of the record whose page shows it: its own, or its analysis's.
 */
page: string, 
/**
 * Its title, in all languages that it has.
 */
title: Text, 
/**
 * The code of its state, of the catalogue of its kind.
 */
status: string, 
/**
 * ISO date by which it is ordered, if it has one.
 */
date: string | null, 
/**
 * The overall light of the current status report, for a pilot initiative that has one.
 */
rag: string | null, 
/**
 * Ids of linked priorities.
 */
priorities: Array<string>, 
/**
 * Ids of linked training sessions.
 */
trainings: Array<string>, 
/**
 * Ids of linked pilot initiatives.
 */
pilots: Array<string>, };
export type Target = { 
/**
 * Its code; its label and counting rule are the texts `target.<code>` and `target_rule.<code>`.
 */
code: string, 
/**
 * What this partnership has reached.
 */
reached: number, 
/**
 * What the project is to reach as a whole.
 */
project: number, };
export type Overview = { 
/**
 * The priorities, those of the newest analysis first, each analysis's by rank.
 */
priorities: Array<Knot>, 
/**
 * The training sessions, by date.
 */
trainings: Array<Knot>, 
/**
 * The pilot initiatives, by start.
 */
pilots: Array<Knot>, 
/**
 * Progress against targets.
 */
targets: Array<Target>, };
export type SeriesRole = "ignore" | "indicator" | "territory" | "period_from" | "period_to" | "period" | "value" | "numerator" | "denominator" | "note" | "value_of_period";
export type SeriesMapping = { 
/**
 * The sheet, counted from 0.
 */
sheet: number, 
/**
 * The row with the header, as spreadsheets count: from 1.
 */
header_row: number, 
/**
 * What each column holds.
 */
columns: Array<SeriesRole>, 
/**
 * The indicator of a table that has no column for it: the id of one that there is, or a title.
 */
indicator: string, 
/**
 * The language whose rules numbers and dates follow, and in which new names are.
 */
language: string, 
/**
 * The encoding of a CSV file; none for the one that is found.
 */
encoding: string | null, };
export type IndicatorChoice = { "create": { 
/**
 * A code of the catalogue `indicator_unit`.
 */
unit: string, 
/**
 * A code of the catalogue `better_direction`.
 */
direction: string, } } | { "use": string } | "leave_out";
export type TerritoryChoice = { "create": { 
/**
 * A code of the catalogue `territory_kind`.
 */
kind: string, } } | { "use": string } | "whole" | "leave_out";
export type SeriesChoices = { 
/**
 * By the title in the table.
 */
indicators: { [key in string]: IndicatorChoice }, 
/**
 * By the name in the table.
 */
territories: { [key in string]: TerritoryChoice }, 
/**
 * Whether rows that cannot be read are left out.
 */
leave_out_bad: boolean, };
export type SeriesFile = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * The encoding of a CSV file.
 */
encoding: string | null, 
/**
 * Encodings that a CSV file can be read in instead.
 */
encodings: Array<string>, 
/**
 * What to know about it, see [`TableFile::remarks`].
 */
remarks: { [key in string]: number }, 
/**
 * Its sheets.
 */
sheets: Array<SeriesSheet>, };
export type SeriesSheet = { 
/**
 * Its name; empty for a CSV file.
 */
name: string, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * Its first rows, as they are shown in the mapping's language; all of one width.
 */
first: Array<Array<string>>, 
/**
 * How its columns seem to be meant.
 */
mapping: SeriesMapping, 
/**
 * Whether the officer said so about an earlier table with this header.
 */
remembered: boolean, };
export type SeriesPlan = { 
/**
 * By which the import knows that nothing changed since.
 */
digest: string, 
/**
 * Values that are not stored yet.
 */
new: number, 
/**
 * Values that are stored otherwise.
 */
changed: number, 
/**
 * Values that are stored just so.
 */
same: number, 
/**
 * Rows without any number.
 */
empty: number, 
/**
 * Values that cannot be read.
 */
bad: number, 
/**
 * Values of names about which the officer has to choose.
 */
waiting: number, 
/**
 * Values that the officer chose to leave out with their names.
 */
left_out: number, 
/**
 * The first of the new and changed values.
 */
changes: Array<SeriesChange>, 
/**
 * The first of the bad ones.
 */
bad_rows: Array<BadRow>, 
/**
 * Titles of indicators that are not known.
 */
missing_indicators: Array<MissingName>, 
/**
 * Names of territories that are not known.
 */
missing_territories: Array<MissingName>, };
export type SeriesChange = { 
/**
 * Where it stands in the table, such as `C17`.
 */
cell: string, 
/**
 * Title of its indicator.
 */
indicator: string, 
/**
 * Name of its territory; none for the whole one.
 */
territory: string | null, 
/**
 * First day, ISO 8601.
 */
period_from: string, 
/**
 * Last day, ISO 8601.
 */
period_to: string, 
/**
 * Whether it is not stored yet.
 */
new: boolean, 
/**
 * What would change.
 */
fields: Array<ValueChange>, };
export type ValueChange = { 
/**
 * Its name.
 */
field: string, 
/**
 * What is stored.
 */
before: JsonValue, 
/**
 * What the table says.
 */
after: JsonValue, };
export type BadRow = { 
/**
 * The cell that is at fault, such as `C17`.
 */
cell: string, 
/**
 * What stands in it.
 */
word: string, 
/**
 * The key, below `import.reason.`, of the text that says why.
 */
code: string, 
/**
 * What the text's placeholders stand for.
 */
params: { [key in string]: string }, };
export type MissingName = { 
/**
 * The name as the table has it.
 */
name: string, 
/**
 * How many values have it.
 */
values: number, };
export type SeriesImported = { 
/**
 * Values made.
 */
new: number, 
/**
 * Values changed.
 */
changed: number, 
/**
 * Indicators made.
 */
indicators: number, 
/**
 * Territories made.
 */
territories: number, };
export type Exchange = { 
/**
 * This laptop's public key, to send to colleagues.
 */
key: string, 
/**
 * Letters of the key to compare over the telephone.
 */
check: string, 
/**
 * What the coordinator sees of the key with which this laptop signs reports.
 */
report_key: string, 
/**
 * What this laptop is called, once it is a member.
 */
label: string | null, 
/**
 * The laptops of the partnership, removed ones last.
 */
members: Array<MemberRow>, 
/**
 * The watched folder.
 */
folder: string | null, 
/**
 * Changes and erasures that the present members have not been given in a file made here.
 */
unsent: number, 
/**
 * Whether the next file holds everything, because somebody was added since the last one.
 */
whole: boolean, 
/**
 * Changes that wait for another file.
 */
waiting: number, 
/**
 * Fields that hold more than one value.
 */
conflicts: number, };
export type MemberRow = { 
/**
 * Id of its record.
 */
id: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Letters of its key to compare over the telephone.
 */
check: string, 
/**
 * Since when it is a member, ISO 8601.
 */
joined_on: string, 
/**
 * Until when it was one.
 */
removed_on: string | null, 
/**
 * Whether it is this one.
 */
own: boolean, };
export type WrittenBundle = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Changes in it.
 */
changes: number, 
/**
 * Attached files in it.
 */
files: number, 
/**
 * Attached files that did not fit into it.
 */
left_out: number, 
/**
 * Whether it holds everything.
 */
whole: boolean, 
/**
 * What the other laptops are called that can open it.
 */
readers: Array<string>, };
export type OpenedBundle = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * What the laptop that made it is called, here if it is known, else as it says.
 */
device: string, 
/**
 * Letters of its key to compare over the telephone.
 */
check: string, 
/**
 * Whether that laptop is a member here. It cannot be where the file is to make the partnership's.
 */
known: boolean, 
/**
 * The partnership's name.
 */
partnership: string, 
/**
 * Whether it makes the partnership's file on this laptop.
 */
new_file: boolean, 
/**
 * Whether it holds everything that the laptop had then.
 */
whole: boolean, 
/**
 * Whether it was made or taken in here before.
 */
taken: boolean, };
export type BundlePlan = { 
/**
 * The file.
 */
file: OpenedBundle, 
/**
 * Records that come to be here.
 */
new: Array<PlannedRecord>, 
/**
 * Records of which fields change.
 */
changed: Array<PlannedRecord>, 
/**
 * Records that go.
 */
deleted: Array<PlannedRecord>, 
/**
 * Fields that would hold more than one value.
 */
conflicts: Array<Conflict>, 
/**
 * Changes that are not here yet and can be taken in.
 */
applied: number, 
/**
 * Changes that are here already.
 */
already: number, 
/**
 * Changes that would wait for another file.
 */
waiting: number, 
/**
 * Changes of what was erased here; they stay out.
 */
erased: number, 
/**
 * Attached files that come with it.
 */
files: number, 
/**
 * What was erased elsewhere and is here: how many documents go for good, by kind of record.
 */
erases: { [key in string]: number }, 
/**
 * Erasures that were not known here, those included that take a name out of words.
 */
tombstones: number, 
/**
 * Records that only a newer version of the program can show.
 */
unknown: number, 
/**
 * Records that are here now.
 */
present: number, 
/**
 * Whether the greater part of what is here would go.
 */
deletes_most: boolean, 
/**
 * Whether the greater part of the people and files here would be erased.
 */
erases_most: boolean, 
/**
 * Names this plan.
 */
digest: string, };
export type PlannedRecord = { 
/**
 * Its kind.
 */
entity: string, 
/**
 * Its id.
 */
id: string, 
/**
 * The words by which an officer knows it.
 */
name: string, 
/**
 * The fields that change; none for a record that comes or goes.
 */
fields: Array<FieldChange>, };
export type TakenIn = { 
/**
 * Changes that were not here.
 */
applied: number, 
/**
 * Changes that wait for another file.
 */
waiting: number, 
/**
 * Documents that were erased for good.
 */
erased: number, 
/**
 * Fields that now hold more than one value.
 */
conflicts: number, 
/**
 * The copy of what was there before; none where there was nothing or nothing came.
 */
backup: string | null, 
/**
 * The open file.
 */
file: FileInfo, };
export type Conflict = { 
/**
 * The record's kind.
 */
entity: string, 
/**
 * Its id.
 */
record: string, 
/**
 * The words by which an officer knows it.
 */
name: string, 
/**
 * The field; after a slash the language of a text or the member of a set. `~deleted` where one laptop deleted what
 * another one changed.
 */
field: string, 
/**
 * Its values.
 */
choices: Array<ConflictChoice>, };
export type ConflictChoice = { 
/**
 * The value: of one language of a text, its words; of `~deleted`, whether it stays deleted.
 */
value: JsonValue, 
/**
 * What the laptop is called; none if it is not known here.
 */
device: string | null, 
/**
 * When, RFC 3339.
 */
at: string, };
export type FoundBundle = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * What the laptop that made it is called; none for a file that cannot be opened.
 */
device: string | null, 
/**
 * When it was made.
 */
made_at: string | null, 
/**
 * Why it cannot be opened: the code of an error.
 */
problem: string | null, };
export type Backup = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name, which says when it was made.
 */
file_name: string, 
/**
 * Whether it holds something that was erased since and could not be made anew: it will be deleted.
 */
holds_erased: boolean, };
export type Repaired = { 
/**
 * The open file.
 */
file: FileInfo, 
/**
 * When the copy was made that is open now, RFC 3339: what was saved later is only in the damaged file.
 */
made_at: string, 
/**
 * Where the damaged file lies now.
 */
damaged: string, };
export type LockedFile = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Whether this computer's keyring was given something that opens it.
 */
keyring: boolean, };
export type Protection = { 
/**
 * Whether it is encrypted.
 */
encrypted: boolean, 
/**
 * Whether somebody chose to work without a passphrase.
 */
unprotected_by_choice: boolean, 
/**
 * Who may unlock it.
 */
users: Array<User>, 
/**
 * Id of who did; none for a file that is not encrypted, and for the recovery key.
 */
user: string | null, 
/**
 * What whoever works with it may do.
 */
role: string, 
/**
 * The choices of minutes after which it is locked.
 */
lock_choices: Array<number>, 
/**
 * Whether this computer has a keyring.
 */
keyring: boolean, 
/**
 * Whether whoever works with the file can open it with that keyring.
 */
remembered: boolean, };
export type Recovery = { 
/**
 * The recovery key, to be printed or written down: shown this once.
 */
key: string, 
/**
 * Copies of the file that could not be encrypted with it. It is tried again whenever the file is opened.
 */
left: Array<string>, };
export type UserValues = { 
/**
 * What the person is called.
 */
name: string, 
/**
 * What they may do, a code of the catalogue `user_role`.
 */
role: string, 
/**
 * Id of the agency for which they work.
 */
agency: string | null, };
export type User = { 
/**
 * Its id.
 */
id: string, 
/**
 * What the person is called.
 */
name: string, 
/**
 * What they may do, a code of the catalogue `user_role`.
 */
role: string, 
/**
 * Id of the agency for which they work.
 */
agency: string | null, };
export type ErasureWay = "erased" | "anonymised" | "cleared";
export type Cleaned = { 
/**
 * Copies that were made anew without what was erased.
 */
cleaned: number, 
/**
 * Copies that were deleted because they still held it after thirty days.
 */
deleted: number, 
/**
 * Names of copies that still hold it, because they could not be written.
 */
left: Array<string>, };
export type Deletion = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * What kind of record they were.
 */
entity: string, 
/**
 * How many.
 */
count: number, 
/**
 * Why: a code of the catalogue `erasure_reason`.
 */
reason: string, 
/**
 * How.
 */
way: ErasureWay, 
/**
 * What the computer is called on which it was done; none if it is not known here.
 */
by: string | null, 
/**
 * Whether it was this one.
 */
own: boolean, };
export type Erased = { 
/**
 * How many documents are gone.
 */
documents: number, 
/**
 * What became of the copies.
 */
copies: Cleaned, };
export type ErasurePlan = { 
/**
 * The record's kind.
 */
entity: string, 
/**
 * Its id.
 */
id: string, 
/**
 * The words by which an officer knows it.
 */
name: string, 
/**
 * Whether what can be counted may stay, without a name.
 */
can_anonymise: boolean, 
/**
 * Files attached to it, which go too.
 */
attachments: number, 
/**
 * What refers to it and stays, as counts without a name: by kind of record.
 */
references: { [key in string]: number }, 
/**
 * Scanned lists and photos of the sessions the person took part in: only an officer can see who is on them.
 */
scans: number, 
/**
 * Dossiers of other records in whose words the name stands or stood.
 */
mentions: Array<Mention>, 
/**
 * Copies of the file that hold the record; they are made anew without it.
 */
copies: number, 
/**
 * What the other computers are called that erase it when they take in the next file.
 */
computers: Array<string>, 
/**
 * Names this plan.
 */
digest: string, };
export type ErasureRequest = { 
/**
 * The record's kind.
 */
entity: string, 
/**
 * Its id.
 */
id: string, 
/**
 * Why: a code of the catalogue `erasure_reason`.
 */
reason: string, 
/**
 * Whether what can be counted stays without a name.
 */
anonymise: boolean, 
/**
 * The dossiers of the plan's mentions from which the name is taken; another person's record among them is erased.
 */
clear: Array<string>, 
/**
 * The plan's digest.
 */
digest: string, };
export type Mention = { 
/**
 * Id of its document.
 */
document: string, 
/**
 * The kind of record it is about.
 */
entity: string, 
/**
 * The words by which an officer knows that record; none if it is deleted.
 */
name: string, 
/**
 * Id of that record where it is a person's own: it is erased, not cleared.
 */
record: string | null, 
/**
 * Whether the whole name stands there, or an address; else the family name alone.
 */
sure: boolean, 
/**
 * The places.
 */
places: Array<MentionPlace>, };
export type MentionPlace = { 
/**
 * The record's kind.
 */
entity: string, 
/**
 * The field.
 */
field: string, 
/**
 * The words around the name.
 */
excerpt: string, 
/**
 * Whether it stands there now; else it did before it was changed or deleted.
 */
now: boolean, };
export type RetentionPlan = { 
/**
 * The classes.
 */
classes: Array<RetentionClassPlan>, 
/**
 * Names this plan.
 */
digest: string, };
export type RetentionClassPlan = { 
/**
 * A code of the catalogue `retention_class`.
 */
class: string, 
/**
 * The last day on which it is kept, ISO; a record may have a date of its own. None where each has its own.
 */
keep_until: string | null, 
/**
 * What is done then: a code of the catalogue `retention_action`.
 */
action: string, 
/**
 * What can be done, the usual first.
 */
actions: Array<string>, 
/**
 * How many records there are.
 */
present: number, 
/**
 * Those that are past their date, the longest overdue first.
 */
due: Array<DueRecord>, };
export type DueRecord = { 
/**
 * Its kind.
 */
entity: string, 
/**
 * Its id.
 */
id: string, 
/**
 * The words by which an officer knows it; none of one that is deleted.
 */
name: string, 
/**
 * The last day on which it is kept, ISO.
 */
keep_until: string, };
export type LivePhase = "off" | "connecting" | "syncing" | "in_step" | "waiting";
export type LiveState = { 
/**
 * The server's address; none where the open file has no server.
 */
address: string | null, 
/**
 * How far it is.
 */
phase: LivePhase, 
/**
 * Why it does not work, or why some of it does not: the code of an error.
 */
problem: string | null, 
/**
 * What that error names.
 */
detail: string | null, 
/**
 * Whether the server takes nothing from this laptop.
 */
read_only: boolean, 
/**
 * Changes that the server may not have yet.
 */
waiting: number, 
/**
 * When the file was last in step, RFC 3339.
 */
in_step_at: string | null, 
/**
 * Changes of others that came in since the program was started.
 */
taken_in: number, };
export type StageGate = { 
/**
 * Its stage.
 */
stage: string, 
/**
 * The stage that comes next; none at the end, and when it was stopped.
 */
next: string | null, 
/**
 * What is missing for the next stage.
 */
missing: Array<Problem>, };
export type PeriodResult = { 
/**
 * Id of the reporting period; none for values outside of all of them.
 */
period: string | null, 
/**
 * What the period is called.
 */
title: Text | null, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * What was measured in the period; nothing where no final value is.
 */
value: number | null, 
/**
 * What was reached at its end, by the final values so far.
 */
cumulative: number | null, 
/**
 * The share of the way that was done by then.
 */
progress: number | null, 
/**
 * What was to be reached by then, where a value is set for a day of the period.
 */
target: number | null, 
/**
 * Ids of the values entered, the last one first.
 */
values: Array<string>, 
/**
 * Whether one of them is a draft that does not count yet.
 */
draft: boolean, };
export type IndicatorProgress = { 
/**
 * Id of the indicator.
 */
indicator: string, 
/**
 * What it has reached, see [`combined`].
 */
actual: number | null, 
/**
 * The share of the way that is done, see [`progress`].
 */
progress: number | null, 
/**
 * The same, period by period.
 */
periods: Array<PeriodResult>, };
export type PlanRow = { 
/**
 * Id of the record.
 */
id: string, 
/**
 * Its entity: `activity`, `milestone` or `deliverable`.
 */
entity: string, 
/**
 * What it is.
 */
title: Text, 
/**
 * Planned first day; that of a milestone is its only one.
 */
planned_from: string, 
/**
 * Planned last day.
 */
planned_to: string, 
/**
 * First day as known now.
 */
from: string, 
/**
 * Last day as known now.
 */
to: string, 
/**
 * Whether it is over or reached, so that the days as known now are facts.
 */
done: boolean, 
/**
 * The code of its state, of the catalogue of its kind.
 */
status: string, 
/**
 * Days by which it slips, see [`slip`].
 */
slip: number | null, };
export type BudgetSum = { 
/**
 * What was planned.
 */
planned: number, 
/**
 * What is contracted.
 */
committed: number, 
/**
 * What is paid.
 */
spent: number, 
/**
 * What it will have cost.
 */
forecast: number, };
export type HeadingSum = { 
/**
 * A code of the catalogue `cost_heading`.
 */
heading: string, 
/**
 * Its sum.
 */
sum: BudgetSum, };
export type Budget = { 
/**
 * The sums by cost heading, those with lines.
 */
headings: Array<HeadingSum>, 
/**
 * The sum of all.
 */
total: BudgetSum, 
/**
 * What the European Union pays of it.
 */
eu: BudgetSum, 
/**
 * What the partner pays.
 */
own: BudgetSum, };
export type FieldChange = { 
/**
 * The field's name.
 */
field: string, 
/**
 * What was there.
 */
before: JsonValue, 
/**
 * What was put there.
 */
after: JsonValue, };
export type Change = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * What the computer is called on which it was saved; none if it is not known here.
 */
by: string | null, 
/**
 * Whether it was this one.
 */
own: boolean, 
/**
 * What happened to it.
 */
what: WhatHappened, 
/**
 * What was changed; nothing for the save that made the record.
 */
fields: Array<FieldChange>, };
export type WhatHappened = "made" | "changed" | "deleted" | "restored";
export type ChangedRecord = { 
/**
 * Its kind.
 */
entity: string, 
/**
 * Its id.
 */
id: string, 
/**
 * The words by which an officer knows it, or knew it.
 */
name: string, 
/**
 * When it was changed last, RFC 3339.
 */
at: string, 
/**
 * What the computer is called on which that was; none if it is not known here.
 */
by: string | null, 
/**
 * Whether it was this one.
 */
own: boolean, 
/**
 * Whether it is deleted.
 */
deleted: boolean, };
export type PersonalData = { 
/**
 * The kind of record whose field it is.
 */
entity: string, 
/**
 * The field.
 */
field: string, 
/**
 * Of how many records the field is there.
 */
records: number, };
export type Saved = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many rows it has below the heads of its columns.
 */
rows: number, };
export type ReportKind = { 
/**
 * A code of the catalogue `report_kind`.
 */
kind: string, 
/**
 * The entity that it is about; none for the whole partnership.
 */
subject: string | null, 
/**
 * Codes of the catalogue `privacy_level`: for whom it can be made, the usual one first.
 */
levels: Array<string>, 
/**
 * Whether it can be about one reporting period.
 */
periodic: boolean, 
/**
 * Whether it is the coordinator's, about the whole network.
 */
network: boolean, };
export type Finding = { 
/**
 * What it looks like: a code of the catalogue `personal_data_kind`.
 */
kind: string, 
/**
 * Where it begins, in UTF-16 code units, by which the window counts.
 */
start: number, 
/**
 * Where it ends, in the same units.
 */
end: number, 
/**
 * The passage, masked but for what one needs to find it again: title, street, the first of the letters or digits.
 */
excerpt: string, 
/**
 * Stands for the passage itself, so that the window can remember one that the officer has judged to be harmless.
 */
fingerprint: string, };
export type GuardPart = { 
/**
 * Its entity.
 */
entity: string, 
/**
 * Its id.
 */
id: string, };
export type GuardPlace = { 
/**
 * The record's entity.
 */
entity: string, 
/**
 * The record's id.
 */
record: string, 
/**
 * The entity of the record whose page it is on: itself, or the root of its dossier.
 */
page_entity: string, 
/**
 * The id of that record.
 */
page: string, 
/**
 * The record on that page that leads to it: itself, or the part in which it lies; none for the page's own record.
 */
part: GuardPart | null, 
/**
 * The field.
 */
field: string, 
/**
 * The language of the words, where the field has one.
 */
language: string | null, 
/**
 * What was found there.
 */
findings: Array<Finding>, };
export type Preview = { 
/**
 * The report's title.
 */
title: string, 
/**
 * Accessible HTML, without scripts and styles.
 */
html: string, 
/**
 * The personal data on the paper.
 */
personal: Array<PersonalData>, };
export type PrintWarning = { 
/**
 * Its code.
 */
code: string, 
/**
 * What it is about: a character and its surroundings, a number of pages, a caption.
 */
detail: string, };
export type Exported = { 
/**
 * Where the PDF lies.
 */
path: string, 
/**
 * Its pages.
 */
pages: number, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * What the officer should look at before passing it on.
 */
warnings: Array<PrintWarning>, 
/**
 * Id of the transmission that logs it.
 */
transmission: string, };
export type ExportedFiles = { 
/**
 * The folder in which they lie.
 */
folder: string, 
/**
 * Their names, the certificates' numbers.
 */
files: Array<string>, 
/**
 * What the officer should look at before passing them on.
 */
warnings: Array<PrintWarning>, };
export type Draft = { 
/**
 * Where the draft lies.
 */
path: string, 
/**
 * The state that the transmission has now.
 */
state: string, };

/** An error as every command may answer it. */
export interface CallError { code: string; detail: string; problems: Problem[] }

/** What every record has. */
export interface RecordBase { id: string; created_at: string; updated_at: string }

export interface Partnership extends RecordBase {
  name: Text;
  partner_code: string;
  partner_name: string;
  partner_kind: string;
  city: string | null;
  country: string;
  language: string;
  host_body: string | null;
  established_on: string | null;
  meeting_frequency: string | null;
  status: string;
  legal_basis: Text | null;
  chair_function: string | null;
  information_sharing: string | null;
  nuts_code: string | null;
  population: number | null;
  population_year: number | null;
  contact_function: string | null;
  contact_email: string | null;
  mandate: Text | null;
  data_protection_contact: string | null;
  sample: boolean;
}

export interface Agency extends RecordBase {
  partnership: string;
  name: Text;
  sector: string;
  level: string | null;
  role: string | null;
  since: string | null;
  until: string | null;
  agreement: string | null;
  public_body: boolean;
  website: string | null;
}

export interface Contact extends RecordBase {
  agency: string;
  family_name: string;
  given_name: string | null;
  function: string | null;
  work_email: string | null;
  work_phone: string | null;
  language: string | null;
  notice_given_on: string | null;
  retention_until: string | null;
}

export interface StakeholderAssessment extends RecordBase {
  agency: string;
  assessed_on: string;
  influence: number;
  interest: number;
  capacity: number;
  relation: string;
  strategy: string;
  note: Text | null;
}

export interface MaturityRating extends RecordBase {
  partnership: string;
  criterion: string;
  rated_on: string;
  level: string;
  evidence: Text | null;
  action: Text | null;
}

export interface Territory extends RecordBase {
  partnership: string;
  name: Text;
  kind: string;
  within: string | null;
  population: number | null;
  population_year: number | null;
  area_km2: number | null;
  note: Text | null;
}

export interface TerritoryIndicator extends RecordBase {
  title: Text;
  unit: string;
  direction: string;
  source: string | null;
  note: Text | null;
}

export interface TerritoryValue extends RecordBase {
  territory_indicator: string;
  territory: string | null;
  period_from: string;
  period_to: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: Text | null;
}

export interface ReportingPeriod extends RecordBase {
  partnership: string;
  title: Text;
  period_from: string;
  period_to: string;
  kind: string;
  due: string | null;
}

export interface Transmission extends RecordBase {
  partnership: string;
  report_kind: string;
  subject: string | null;
  language: string;
  file_name: string;
  sha256: string;
  pages: number;
  exported_on: string;
  state: string;
  package: string | null;
}

export interface Member extends RecordBase {
  partnership: string;
  label: string;
  key: string;
  joined_on: string;
  removed_on: string | null;
}

export interface RetentionRule extends RecordBase {
  partnership: string;
  class: string;
  keep_until: string;
  action: string;
}

export interface SituationAnalysis extends RecordBase {
  title: Text;
  territory: Text;
  territories: string[];
  version_no: number | null;
  based_on: string | null;
  period_from: string;
  period_to: string;
  status: string;
  sensitivity: string;
  summary: Text | null;
  profile: Text | null;
  mandate: Text | null;
  method: Text | null;
  limits: Text | null;
  validation_meeting: Text | null;
  validated_on: string | null;
  dissent: Text | null;
  next_review_on: string | null;
}

export interface EvidenceSource extends RecordBase {
  situation_analysis: string;
  title: Text;
  kind: string;
  owner: string | null;
  covers_from: string | null;
  covers_to: string | null;
  territory: string | null;
  collected_on: string | null;
  frequency: string | null;
  sample_size: number | null;
  reliability: string;
  limits: Text | null;
  sensitivity: string | null;
  reference: string | null;
  personal_data: boolean;
}

export interface AnalysisAuthor extends RecordBase {
  situation_analysis: string;
  agency: string;
  function: Text;
}

export interface Manifestation extends RecordBase {
  situation_analysis: string;
  form: string;
  level: string;
  trend: string;
  confidence: string;
  settings: string[];
  description: Text | null;
  evidence: string[];
  no_local_evidence: boolean;
}

export interface IncidentCount extends RecordBase {
  situation_analysis: string;
  kind: string;
  ground: string | null;
  territory: string | null;
  period_from: string;
  period_to: string;
  incidents: number;
  note: Text | null;
  evidence: string[];
}

export interface Perception extends RecordBase {
  situation_analysis: string;
  asked: string;
  statement: Text;
  trend: string;
  agreeing: number | null;
  respondents: number | null;
  description: Text | null;
  evidence: string[];
  no_local_evidence: boolean;
}

export interface FactorRating extends RecordBase {
  situation_analysis: string;
  factor: string;
  presence: string;
  trend: string;
  confidence: string;
  districts: string[];
  comment: Text | null;
  evidence: string[];
  no_local_evidence: boolean;
}

export interface ServiceOffer extends RecordBase {
  situation_analysis: string;
  name: Text;
  agency: string | null;
  prevention_level: string;
  target_groups: string[];
  capacity: string | null;
  gap: boolean;
  note: Text | null;
  continues: string | null;
}

export interface SwotEntry extends RecordBase {
  situation_analysis: string;
  quadrant: string;
  statement: Text;
  weight: number;
  priority: string | null;
  evidence: string[];
  no_local_evidence: boolean;
  continues: string | null;
}

export interface Priority extends RecordBase {
  situation_analysis: string;
  title: Text;
  theme: string;
  severity: number;
  extent: number;
  influence: number;
  rank: number | null;
  scored_on: string | null;
  scored_by: string[];
  mandate: boolean;
  rationale: Text | null;
  objective: Text | null;
  goal_level: string | null;
  factors: string[];
  status: string;
  continues: string | null;
}

export interface Recommendation extends RecordBase {
  situation_analysis: string;
  statement: Text;
  priority: string | null;
  addressee: Text | null;
  objective: Text | null;
  goal_level: string | null;
  responsible: string | null;
  pilots: string[];
  status: string;
  continues: string | null;
}

export interface Participant extends RecordBase {
  family_name: string;
  given_name: string | null;
  function: string | null;
  organisation: string | null;
  sector: string;
  city: string | null;
  country: string | null;
  language: string | null;
  work_email: string | null;
  gender: string | null;
  notice_given_on: string | null;
  photo_consent: string | null;
  retention_until: string | null;
  anonymised_on: string | null;
}

export interface TrainingSession extends RecordBase {
  title: Text;
  code: string | null;
  starts: string;
  ends: string;
  city: string | null;
  country: string | null;
  venue: string | null;
  delivery: string;
  languages: string | null;
  interpretation_languages: string | null;
  modules: string[];
  pack_modules: string[];
  target_sectors: string[];
  guest_cities: string | null;
  capacity: number | null;
  priorities: string[];
  cost: number | null;
  certificate_share: number | null;
  template: boolean;
  status: string;
  objectives: Text | null;
  results: Text | null;
}

export interface HalfDay extends RecordBase {
  training_session: string;
  date: string;
  part: string;
  starts_at: string | null;
  hours: number;
}

export interface Trainer extends RecordBase {
  training_session: string;
  name: string;
  organisation: string | null;
  role: string;
}

export interface Enrolment extends RecordBase {
  training_session: string;
  participant: string;
  status: string;
  guest_city: boolean;
  walk_in: boolean;
  source: string | null;
}

export interface Attendance extends RecordBase {
  enrolment: string;
  half_day: string;
  status: string;
  minutes: number | null;
  basis: string | null;
  sheet: string | null;
}

export interface Certificate extends RecordBase {
  training_session: string;
  participant: string;
  number: string;
  issued_on: string;
  language: string;
  attended: number;
  held: number;
  hours: number;
  revoked_on: string | null;
  revocation_reason: string | null;
}

export interface EvaluationWave extends RecordBase {
  training_session: string;
  wave: string;
  due_on: string | null;
  handed_out: number | null;
  note: Text | null;
}

export interface EvaluationResponse extends RecordBase {
  evaluation_wave: string;
  usefulness: number | null;
  relevance_to_role: number | null;
  trainer_quality: number | null;
  materials: number | null;
  organisation: number | null;
  knowledge_tm1: number | null;
  knowledge_tm2: number | null;
  knowledge_tm3: number | null;
  knowledge_tm4: number | null;
  knowledge_tm5: number | null;
  knowledge_tm6: number | null;
  knowledge_tm7: number | null;
  knowledge_tm8: number | null;
  knowledge_tm9: number | null;
  knowledge_tm10: number | null;
  knowledge_tm11: number | null;
  knowledge_tm12: number | null;
  knowledge_tm13: number | null;
  can_recognise: number | null;
  know_whom_to_contact: number | null;
  confidence_to_act: number | null;
  used_in_work: string | null;
  shared_with_colleagues: string | null;
  contacted_partner_agency: string | null;
  most_useful: Text | null;
  missing: Text | null;
  fingerprint: string | null;
}

export interface Attachment extends RecordBase {
  subject: string;
  kind: string;
  file_name: string;
  media_type: string;
  sha256: string;
  size: number;
  consent: string | null;
  caption: Text | null;
}

export interface PilotInitiative extends RecordBase {
  title: Text;
  code: string | null;
  theme: string;
  prevention_level: string;
  forms: string[];
  target_groups: string[];
  stage: string;
  starts: string;
  ends: string;
  summary: Text | null;
  need: Text | null;
  priorities: string[];
  training_sessions: string[];
  safeguards: Text | null;
  territory: Text | null;
  started_on: string | null;
  ended_on: string | null;
  approach: Text | null;
  innovation: Text | null;
  sustainability: Text | null;
}

export interface PilotPartner extends RecordBase {
  pilot_initiative: string;
  agency: string;
  role: string;
  contribution: Text | null;
}

export interface LogframeRow extends RecordBase {
  pilot_initiative: string;
  level: string;
  code: string | null;
  title: Text;
  parent: string | null;
  assumptions: Text | null;
  closed_on: string | null;
}

export interface Indicator extends RecordBase {
  pilot_initiative: string;
  title: Text;
  unit: Text | null;
  aggregation: string;
  direction: string;
  baseline: number | null;
  target: number;
  target_date: string | null;
  source: Text | null;
  percent: boolean;
  kind: string;
  entry: string;
  logframe_row: string | null;
  code: string | null;
  definition: Text | null;
  baseline_date: string | null;
  disaggregation: string[];
  method: Text | null;
  frequency: string | null;
  responsible: Text | null;
  common_indicator: string | null;
  kpi: boolean;
  fund_code: string | null;
  pack_entry: string | null;
  closed_on: string | null;
}

export interface IndicatorTarget extends RecordBase {
  indicator: string;
  due: string;
  value: number;
}

export interface IndicatorValue extends RecordBase {
  indicator: string;
  period_from: string;
  period_to: string;
  value: number;
  comment: Text | null;
  finality: string;
  numerator: number | null;
  denominator: number | null;
  evidence: string | null;
}

export interface GroupValue extends RecordBase {
  indicator_value: string;
  gender: string | null;
  age_band: string | null;
  sector: string | null;
  district: string | null;
  language: string | null;
  value: number;
  numerator: number | null;
  denominator: number | null;
}

export interface Milestone extends RecordBase {
  pilot_initiative: string;
  title: Text;
  due: string;
  forecast: string | null;
  done_on: string | null;
  status: string;
}

export interface Activity extends RecordBase {
  pilot_initiative: string;
  title: Text;
  logframe_row: string | null;
  starts: string;
  ends: string;
  forecast_starts: string | null;
  forecast_ends: string | null;
  started_on: string | null;
  ended_on: string | null;
  status: string;
  place: Text | null;
  target_groups: string[];
  participants: number | null;
}

export interface Deliverable extends RecordBase {
  pilot_initiative: string;
  title: Text;
  code: string | null;
  kind: string;
  due: string;
  forecast: string | null;
  delivered_on: string | null;
  status: string;
  file: string | null;
  public: boolean;
}

export interface Risk extends RecordBase {
  pilot_initiative: string;
  title: Text;
  category: string;
  likelihood: number;
  severity: number;
  controls: Text | null;
  residual_likelihood: number | null;
  residual_severity: number | null;
  owner: Text | null;
  identified_on: string | null;
  review_on: string | null;
  status: string;
}

export interface BudgetLine extends RecordBase {
  pilot_initiative: string;
  title: Text;
  heading: string;
  planned: number;
  committed: number | null;
  spent: number | null;
  forecast: number | null;
  reporting_period: string | null;
}

export interface StatusReport extends RecordBase {
  pilot_initiative: string;
  period_from: string;
  period_to: string;
  reported_on: string;
  finality: string;
  rag_overall: string;
  rag_schedule: string;
  rag_scope: string;
  rag_budget: string;
  rag_partners: string;
  rag_results: string;
  progress: Text | null;
  obstacles: Text | null;
  levers: Text | null;
  next_steps: Text | null;
  support_needed: Text | null;
  results: Text | null;
  context_change: Text | null;
}

export interface EvaluationPlan extends RecordBase {
  pilot_initiative: string;
  title: Text;
  kind: string;
  stage: string;
  questions: Text | null;
  methods: Text | null;
  evaluator: Text | null;
  baseline_on: string | null;
  results_on: string | null;
  budget: number | null;
  use_of_results: Text | null;
}

export interface PeerReview extends RecordBase {
  pilot_initiative: string;
  reviewer: string;
  reviewed_on: string;
  mode: string;
  relevance: number | null;
  coherence: number | null;
  effectiveness: number | null;
  efficiency: number | null;
  rights_ethics: number | null;
  sustainability: number | null;
  transferability: number | null;
  strengths: Text | null;
}

export interface ReviewRecommendation extends RecordBase {
  peer_review: string;
  title: Text;
  urgency: string;
  response: string | null;
  response_text: Text | null;
  due: string | null;
}

export interface Lesson extends RecordBase {
  pilot_initiative: string;
  title: Text;
  kind: string;
  description: Text | null;
}

export interface PracticeSheet extends RecordBase {
  pilot_initiative: string;
  title: Text;
  status: string;
  summary: Text | null;
  context: Text | null;
  objectives: Text | null;
  approach: Text | null;
  activities: Text | null;
  partners: Text | null;
  resources: Text | null;
  results: Text | null;
  evaluation: Text | null;
  evidence_strength: string | null;
  obstacles: Text | null;
  lessons: Text | null;
  transferability: Text | null;
  safeguards: Text | null;
  contact: string | null;
  languages: string | null;
  annexes: Text | null;
}

export interface MeetingSeries extends RecordBase {
  title: Text;
  kind: string;
  frequency: string | null;
  pilot_initiative: string | null;
}

export interface Meeting extends RecordBase {
  title: Text;
  meeting_series: string | null;
  number: number | null;
  kind: string;
  date: string;
  starts_at: string | null;
  ends_at: string | null;
  venue: string | null;
  chair_function: string | null;
  minute_taker_function: string | null;
  languages: string | null;
  quorum_needed: number | null;
  status: string;
  sensitivity: string;
  pilot_initiative: string | null;
  next_meeting_on: string | null;
  approved_on: string | null;
}

export interface MeetingAttendance extends RecordBase {
  meeting: string;
  agency: string | null;
  organisation: string | null;
  function: string | null;
  name: string | null;
  status: string;
}

export interface AgendaItem extends RecordBase {
  meeting: string | null;
  position: number | null;
  title: Text;
  kind: string;
  minutes: number | null;
  presenter_agency: string | null;
  presenter_function: string | null;
  situation_analysis: string | null;
  training_session: string | null;
  pilot_initiative: string | null;
  indicator: string | null;
  risk: string | null;
  confidential: boolean;
  notes: Text | null;
  began_at: string | null;
  carried_from: string | null;
}

export interface Decision extends RecordBase {
  meeting: string;
  agenda_item: string | null;
  number: string | null;
  text: Text;
  result: string;
  basis: string;
  votes_for: number | null;
  votes_against: number | null;
  abstentions: number | null;
  dissent: Text | null;
}

export interface ActionPoint extends RecordBase {
  meeting: string;
  agenda_item: string | null;
  number: string | null;
  text: Text;
  owner_agency: string | null;
  owner_function: string | null;
  due: string | null;
  status: string;
  done_on: string | null;
  comment: Text | null;
}

export interface Issuer extends RecordBase {
  partnership: string;
  code: string;
  key: string;
  since: string;
  pack_number: number | null;
  pack_made_at: string | null;
  pack_digest: string | null;
}

export interface PackEntry extends RecordBase {
  partnership: string;
  kind: string;
  code: string;
  title: Text | null;
  words: Text | null;
  unit: Text | null;
  indicator_kind: string | null;
  direction: string | null;
  number: number | null;
  period_from: string | null;
  period_to: string | null;
  due: string | null;
  deprecated: boolean;
  issued: number | null;
  image: string | null;
}

export interface NetworkPartner extends RecordBase {
  partnership: string;
  code: string;
  name: string;
  kind: string;
  country: string;
  city: string | null;
  language: string;
  role: string;
  role_from: string | null;
  role_to: string | null;
  contact_email: string | null;
  trains: boolean;
  pilots: boolean;
  latitude: number | null;
  longitude: number | null;
}

export interface PartnerReview extends RecordBase {
  network_partner: string;
  reporting_period: string | null;
  status: string;
  reviewed_on: string | null;
  comment: Text | null;
}

export interface Seminar extends RecordBase {
  partnership: string;
  number: number | null;
  title: Text;
  city: string | null;
  country: string | null;
  starts: string;
  ends: string;
  partners: string[];
}

/** The records by entity. */
export interface Records {
  partnership: Partnership;
  agency: Agency;
  contact: Contact;
  stakeholder_assessment: StakeholderAssessment;
  maturity_rating: MaturityRating;
  territory: Territory;
  territory_indicator: TerritoryIndicator;
  territory_value: TerritoryValue;
  reporting_period: ReportingPeriod;
  transmission: Transmission;
  member: Member;
  retention_rule: RetentionRule;
  situation_analysis: SituationAnalysis;
  evidence_source: EvidenceSource;
  analysis_author: AnalysisAuthor;
  manifestation: Manifestation;
  incident_count: IncidentCount;
  perception: Perception;
  factor_rating: FactorRating;
  service_offer: ServiceOffer;
  swot_entry: SwotEntry;
  priority: Priority;
  recommendation: Recommendation;
  participant: Participant;
  training_session: TrainingSession;
  half_day: HalfDay;
  trainer: Trainer;
  enrolment: Enrolment;
  attendance: Attendance;
  certificate: Certificate;
  evaluation_wave: EvaluationWave;
  evaluation_response: EvaluationResponse;
  attachment: Attachment;
  pilot_initiative: PilotInitiative;
  pilot_partner: PilotPartner;
  logframe_row: LogframeRow;
  indicator: Indicator;
  indicator_target: IndicatorTarget;
  indicator_value: IndicatorValue;
  group_value: GroupValue;
  milestone: Milestone;
  activity: Activity;
  deliverable: Deliverable;
  risk: Risk;
  budget_line: BudgetLine;
  status_report: StatusReport;
  evaluation_plan: EvaluationPlan;
  peer_review: PeerReview;
  review_recommendation: ReviewRecommendation;
  lesson: Lesson;
  practice_sheet: PracticeSheet;
  meeting_series: MeetingSeries;
  meeting: Meeting;
  meeting_attendance: MeetingAttendance;
  agenda_item: AgendaItem;
  decision: Decision;
  action_point: ActionPoint;
  issuer: Issuer;
  pack_entry: PackEntry;
  network_partner: NetworkPartner;
  partner_review: PartnerReview;
  seminar: Seminar;
}

export interface Commands {
  /** Every text in one language, the interface's when none is named. */
  texts: { args: { language?: string | null }; result: { [key in string]: string } };
  /** The languages of interface and reports. */
  languages: { args: Record<string, never>; result: Array<Language> };
  /** The settings of this laptop. */
  settings: { args: Record<string, never>; result: Settings };
  /** Changes the settings of this laptop. */
  change_settings: { args: { change: SettingsChange }; result: Settings };
  /** The partners that can be named. */
  directory: { args: Record<string, never>; result: Array<Partner> };
  /** Every catalogue's codes. */
  catalogues: { args: Record<string, never>; result: { [key in string]: Array<string> } };
  /** Every entity's fields. */
  entities: { args: Record<string, never>; result: { [key in string]: EntityForm } };
  /** The open file. */
  file: { args: Record<string, never>; result: FileInfo | null };
  /** Makes a partnership's file and opens it. */
  create_file: { args: { file: NewFile }; result: FileInfo };
  /** Makes the sample partnership's file and opens it. */
  create_sample: { args: { path?: string | null }; result: FileInfo };
  /** Opens a file; asks for one when no path is given. */
  open_file: { args: { path?: string | null }; result: FileInfo };
  /** Closes the file. */
  close_file: { args: Record<string, never>; result: null };
  /** The file that the system was asked to open with this program, once. */
  handed_over: { args: Record<string, never>; result: HandedOver | null };
  /** The program: its version, and what others made of it. */
  about: { args: Record<string, never>; result: About };
  /** The words of a licence, as they were published. */
  licence: { args: { number: number }; result: string };
  /** The file that waits for a passphrase. */
  locked: { args: Record<string, never>; result: LockedFile | null };
  /** Unlocks a file with a passphrase. */
  unlock_file: { args: { path: string; passphrase: string }; result: FileInfo };
  /** Unlocks a file with the recovery key. */
  recover_file: { args: { path: string; key: string }; result: FileInfo };
  /** Unlocks a file with what this computer's keyring has for it. */
  unlock_with_keyring: { args: { path: string }; result: FileInfo };
  /** Lets this computer's keyring open the file for whoever unlocked it. */
  remember_key: { args: Record<string, never>; result: null };
  /** Lets this computer's keyring forget what opens the file. */
  forget_key: { args: Record<string, never>; result: null };
  /** Locks the open file, if it is encrypted. */
  lock_file: { args: Record<string, never>; result: LockedFile | null };
  /** Waits for no passphrase any more. */
  leave_locked: { args: Record<string, never>; result: null };
  /** How the open file is protected, and who may unlock it. */
  protection: { args: Record<string, never>; result: Protection };
  /** Notes that the partnership works without a passphrase. */
  go_unprotected: { args: Record<string, never>; result: null };
  /** Encrypts the open file and its copies. */
  protect_file: { args: { name: string; passphrase: string }; result: Recovery };
  /** Takes the encryption away. */
  unprotect_file: { args: { passphrase: string }; result: FileInfo };
  /** Changes one's own passphrase. */
  change_passphrase: { args: { former: string; passphrase: string }; result: null };
  /** Enters somebody who may unlock the file. */
  add_user: { args: { values: UserValues; passphrase: string }; result: User };
  /** Changes what a user is called and may do. */
  change_user: { args: { user: string; values: UserValues }; result: User };
  /** Gives a user another passphrase. */
  reset_passphrase: { args: { user: string; passphrase: string }; result: null };
  /** Removes a user, and gives the file another key. */
  remove_user: { args: { user: string }; result: null };
  /** Makes another recovery key. */
  renew_recovery: { args: Record<string, never>; result: Recovery };
  /** Writes the recovery key as a PDF to be printed. */
  save_recovery_sheet: { args: { key: string; language: string; path?: string | null }; result: string };
  /** Shows where the data lie. */
  show_data: { args: Record<string, never>; result: null };
  /** Opens an exported report with the system's program for it. */
  open_outside: { args: { path: string }; result: null };
  /** Shows a file in its folder. */
  show_in_folder: { args: { path: string }; result: null };
  /** How far the running long command is. */
  progress: { args: Record<string, never>; result: Progress | null };
  /** Closes the window. */
  close_window: { args: Record<string, never>; result: null };
  /** Takes back the most recent write; with a step, only if that is the most recent one. */
  undo: { args: { step?: number | null }; result: Undoable };
  /** Does again what was taken back last. */
  redo: { args: Record<string, never>; result: Undoable };
  /** What can be taken back and done again. */
  undoable: { args: Record<string, never>; result: Undoable };
  /** The records of one kind, or those below a parent; in a language's order when one is given. */
  list_records: { args: { entity: string; parent?: string | null; language?: string | null }; result: Array<{ [key in string]: JsonValue }> };
  /** One record. */
  get_record: { args: { entity: string; id: string }; result: { [key in string]: JsonValue } };
  /** Makes a record. */
  create_record: { args: { entity: string; values: { [key in string]: JsonValue } }; result: { [key in string]: JsonValue } };
  /** Changes some fields of a record. */
  change_record: { args: { entity: string; id: string; values: { [key in string]: JsonValue } }; result: { [key in string]: JsonValue } };
  /** Deletes a record with its parts. */
  delete_record: { args: { entity: string; id: string }; result: null };
  /** The 16 parts of an analysis, and how far each is. */
  outline: { args: { analysis: string }; result: Array<OutlinePart> };
  /** Two analyses side by side: what rose, fell, is new or gone. */
  compare_versions: { args: { earlier: string; later: string }; result: Comparison };
  /** Makes a new version of an analysis, with all of its parts. */
  begin_version: { args: { analysis: string }; result: { [key in string]: JsonValue } };
  /** Puts the priorities of an analysis into an order. */
  rank_priorities: { args: { analysis: string; order: Array<string> }; result: null };
  /** The partnership's self-assessments. */
  maturity: { args: Record<string, never>; result: Maturity };
  /** Starts a self-assessment with the levels of the latest one. */
  begin_maturity_round: { args: { rated_on: string }; result: null };
  /** Deletes the self-assessment of a day. */
  delete_maturity_round: { args: { rated_on: string }; result: null };
  /** Rates a criterion of the self-assessment on a day. */
  rate_maturity: { args: { criterion: string; rated_on: string; level: string }; result: { [key in string]: JsonValue } };
  /** The thread from priorities to pilots, and the progress against targets. */
  overview: { args: Record<string, never>; result: Overview };
  /** The stage of a pilot initiative, and what the next one asks for. */
  stage_gate: { args: { pilot: string }; result: StageGate };
  /** What the indicators of a pilot initiative have reached, period by period and in all. */
  indicator_progress: { args: { pilot: string }; result: Array<IndicatorProgress> };
  /** The activities, milestones and deliverables of a pilot initiative, as planned and as known now. */
  plan: { args: { pilot: string }; result: Array<PlanRow> };
  /** The sums of a pilot initiative's budget, by heading and by who bears them. */
  budget: { args: { pilot: string }; result: Budget };
  /** What waits for the partnership on a day: overdue, due soon, not reviewed, not reported. */
  waiting: { args: { today: string }; result: Array<Waiting> };
  /** Gives a record whose number another one had before it the next free number. */
  renumber: { args: { entity: string; id: string }; result: { [key in string]: JsonValue } };
  /** The dates of a year. */
  year: { args: { year: number }; result: Array<YearEntry> };
  /** The agenda of a meeting, with its times. */
  agenda: { args: { meeting: string }; result: Agenda };
  /** The agenda items that wait for a meeting. */
  backlog: { args: Record<string, never>; result: Array<{ [key in string]: JsonValue }> };
  /** Puts the items of a meeting into an order. */
  order_agenda: { args: { meeting: string; order: Array<string> }; result: null };
  /** Adds to a meeting the items that every meeting has. */
  add_standing_items: { args: { meeting: string }; result: number };
  /** Puts an item of the backlog on the agenda of a meeting. */
  schedule_item: { args: { item: string; meeting: string }; result: { [key in string]: JsonValue } };
  /** Begins an agenda item in its meeting, which is under way from then on. */
  begin_item: { args: { item: string; time: string }; result: null };
  /** Puts an agenda item off to a later meeting. */
  put_off: { args: { item: string }; result: { [key in string]: JsonValue } };
  /** The next meeting after one, with what was not dealt with. */
  next_meeting: { args: { meeting: string; date: string }; result: { [key in string]: JsonValue } };
  /** Notes how a member agency took part in a meeting. */
  mark_agency: { args: { meeting: string; agency: string; status: string }; result: { [key in string]: JsonValue } };
  /** How many agencies are present at a meeting, and whether that is enough to decide. */
  quorum: { args: { meeting: string }; result: Quorum };
  /** Writes a meeting as an iCalendar file. */
  export_meeting: { args: { meeting: string; language: string }; result: string };
  /** The action points of all meetings, or of one agency; the overdue ones first. */
  action_list: { args: { today: string; agency?: string | null }; result: Array<ActionRow> };
  /** The action points of earlier meetings that a meeting reviews. */
  actions_to_review: { args: { meeting: string }; result: Array<ActionRow> };
  /** The slides of a meeting on the shared screen, or of the partnership. */
  shared_screen: { args: { meeting?: string | null; language: string }; result: SharedScreen };
  /** The meeting that is meant when none is named: the one that is held now, else that of the day. */
  meeting_to_show: { args: { today: string }; result: string | null };
  /** Begins to share the screen; whether a second window shows the presenter's notes. */
  share_screen: { args: { shown: Shown }; result: boolean };
  /** Notes what the shared screen shows. */
  show: { args: { shown: Shown }; result: null };
  /** What the shared screen shows. */
  showing: { args: Record<string, never>; result: Showing };
  /** Ends sharing the screen. */
  end_sharing: { args: Record<string, never>; result: null };
  /** Saves what this partner shares as a package of its own. */
  export_package: { args: { path?: string | null }; result: string };
  /** Looks into files with partners' packages and says what taking them in would do; asks for one when none is named. */
  open_packages: { args: { paths?: Array<string> | null; trust: Array<Trust> }; result: PackagePlan };
  /** Takes partners' packages in as it was planned. */
  accept_packages: { args: { paths: Array<string>; trust: Array<Trust>; digest: string }; result: Accepted };
  /** Lets what a partnership sent count no longer. */
  set_aside_packages: { args: { partnership: string }; result: null };
  /** Writes receipts for the packages that were taken in. */
  export_receipts: { args: Record<string, never>; result: string };
  /** Takes in the coordinator's receipt for a report. */
  take_receipt: { args: { path?: string | null; trust?: string | null }; result: Receipt };
  /** The coordinator's own labels of factors in one language, by the keys of the texts whose place they take. */
  wording: { args: { language: string }; result: { [key in string]: string } };
  /** Chooses the picture of a logo in the common catalogue; asks for one when no path is given. */
  choose_logo: { args: { entry: string; path?: string | null }; result: { [key in string]: JsonValue } };
  /** The picture of a logo, as an address from which the window shows it. */
  logo_picture: { args: { entry: string }; result: string | null };
  /** Saves the common catalogue as a signed file, for all partners. */
  export_pack: { args: { path?: string | null }; result: string };
  /** Looks into a file with a common catalogue and says what taking it in would do; asks for one when none is named. */
  open_pack: { args: { path?: string | null; trust?: string | null }; result: PackPlan };
  /** Takes a common catalogue in as it was planned; how many entries are new or changed. */
  accept_pack: { args: { path: string; trust?: string | null; digest: string }; result: number };
  /** Enters the partners of the project's public fiche in the directory. */
  fill_directory: { args: Record<string, never>; result: number };
  /** The network: targets, partners, shared indicators, late reports. */
  network: { args: { today: string }; result: Network };
  /** The outlines of the map of Europe. */
  europe: { args: Record<string, never>; result: Europe };
  /** The records of one kind that a partner shared. */
  shared_records: { args: { partnership: string; entity: string }; result: Array<{ [key in string]: JsonValue }> };
  /** Makes an e-mail draft that reminds a partner of a missing report. */
  prepare_reminder: { args: { partner: string; period: string }; result: Draft };
  /** The network as a spreadsheet. */
  export_network: { args: { language: string; path?: string | null }; result: Saved };
  /** What happened to a record, the latest first. */
  record_history: { args: { entity: string; id: string }; result: Array<Change> };
  /** The records that were changed last, of every kind or of one, deleted ones included. */
  changed_records: { args: { language: string; kind?: string | null }; result: Array<ChangedRecord> };
  /** Draws up the practice sheet of a pilot initiative from its record. */
  draft_practice_sheet: { args: { pilot: string }; result: { [key in string]: JsonValue } };
  /** The attendance of one session. */
  attendance_grid: { args: { session: string; language: string }; result: Grid };
  /** Sets attendance marks, all or none, with what they rest on if that is given. */
  mark_attendance: { args: { session: string; marks: Array<Mark>; proof?: Proof | null }; result: null };
  /** The changes of an attendance mark. */
  mark_history: { args: { enrolment: string; half_day: string }; result: Array<Moment> };
  /** Enrols people in a session; when it is full, on its waiting list. */
  enrol: { args: { session: string; participants: Array<string> }; result: Enrolled };
  /** Enrols a person who came without being registered. */
  enrol_walk_in: { args: { session: string; participant: string }; result: { [key in string]: JsonValue } };
  /** Gives a place to somebody on the waiting list. */
  give_place: { args: { enrolment: string }; result: { [key in string]: JsonValue } };
  /** Adds morning and afternoon to every day of a session that has no half-day yet. */
  fill_half_days: { args: { session: string }; result: number };
  /** A new session like another one. */
  copy_session: { args: { session: string; starts: string }; result: { [key in string]: JsonValue } };
  /** Writes a session's half-days as an iCalendar file. */
  export_calendar: { args: { session: string; language: string }; result: string };
  /** How many people were trained, in one session or in all that took place. */
  training_figures: { args: { session?: string | null }; result: Figures };
  /** Opens a table file to import from; asks for one when no path is given. */
  open_table: { args: { path?: string | null }; result: OpenedTable };
  /** A table that was copied out of a spreadsheet. */
  paste_table: { args: { text: string }; result: OpenedTable };
  /** Guesses what the columns of a table hold. */
  suggest_columns: { args: { entity: string; first_row: Array<string> }; result: Columns };
  /** Compares a list of participants with who is known. */
  plan_participants: { args: { import: ParticipantImport }; result: ParticipantPlan };
  /** Imports a list of participants as it was planned. */
  import_participants: { args: { import: ParticipantImport; choices: Array<ParticipantChoice>; digest: string; source: string }; result: ParticipantsImported };
  /** Participants who share their names. */
  namesakes: { args: Record<string, never>; result: Array<Namesakes> };
  /** Makes one person of two. */
  merge_participants: { args: { keep: string; other: string }; result: { [key in string]: JsonValue } };
  /** Who earned a certificate of a session, and who has one. */
  certificates: { args: { session: string; language: string }; result: Certificates };
  /** Issues certificates to all who earned one and have none. */
  issue_certificates: { args: { session: string }; result: Array<string> };
  /** Takes a certificate back. */
  revoke_certificate: { args: { certificate: string; reason?: string | null }; result: { [key in string]: JsonValue } };
  /** Writes certificates as PDF files of their own into a folder: those named, or all of the session. */
  export_certificates: { args: { session: string; certificates: Array<string>; path?: string | null }; result: ExportedFiles };
  /** The questions of an evaluation wave. */
  questions: { args: { wave: string }; result: Array<Question> };
  /** What participants answered, in numbers. */
  evaluation_results: { args: { session: string; language: string }; result: EvaluationResults };
  /** Compares a table of answers with those that are there. */
  plan_responses: { args: { import: ResponseImport }; result: ResponsePlan };
  /** Imports a table of answers as it was planned. */
  import_responses: { args: { import: ResponseImport; digest: string }; result: number };
  /** Attaches a file to a record; asks for one when no path is given. */
  attach_file: { args: { subject: string; kind: string; path?: string | null }; result: { [key in string]: JsonValue } };
  /** The files attached to a record. */
  attachments: { args: { subject: string }; result: Array<{ [key in string]: JsonValue }> };
  /** Puts a copy of an attached file into the reports folder. */
  save_attachment: { args: { attachment: string }; result: string };
  /** Opens a table with series of territory indicators and says how it seems to be meant; asks for one when no path is given. */
  open_series: { args: { path?: string | null; encoding?: string | null; header_row?: number | null }; result: SeriesFile };
  /** Compares a table with what is stored: what an import would do, and what stands in its way. */
  compare_series: { args: { path: string; mapping: SeriesMapping; choices: SeriesChoices }; result: SeriesPlan };
  /** Imports a table as its plan says, all of it or nothing. */
  import_series: { args: { path: string; mapping: SeriesMapping; choices: SeriesChoices; digest: string }; result: SeriesImported };
  /** Where the exchange with the partnership's other laptops stands. */
  exchange: { args: Record<string, never>; result: Exchange };
  /** Enters this laptop among the members, or gives it another name. */
  join_exchange: { args: { label: string }; result: { [key in string]: JsonValue } };
  /** Adds a laptop by its key. */
  add_member: { args: { label: string; key: string }; result: { [key in string]: JsonValue } };
  /** Removes a laptop: nothing is sealed for it any more, and nothing of it taken in. */
  remove_member: { args: { member: string }; result: { [key in string]: JsonValue } };
  /** Makes a file for the members of what they have not been given yet, or of everything. */
  write_bundle: { args: { path?: string | null; whole?: boolean | null }; result: WrittenBundle };
  /** Opens a file of a colleague; asks for one when no path is given. */
  open_bundle: { args: { path?: string | null }; result: OpenedBundle };
  /** What taking in a file of a colleague would do. */
  compare_bundle: { args: { path: string }; result: BundlePlan };
  /** Takes in a file of a colleague as its plan says, all of it or nothing. */
  accept_bundle: { args: { path: string; digest: string; erase?: boolean | null }; result: TakenIn };
  /** What several laptops wrote at once. */
  conflicts: { args: Record<string, never>; result: Array<Conflict> };
  /** Chooses one of the values that a field holds. */
  settle_conflict: { args: { record: string; field: string; choice: JsonValue }; result: null };
  /** Chooses the folder in which files of colleagues arrive; asks for one when no path is given. */
  choose_exchange_folder: { args: { path?: string | null }; result: Settings };
  /** Watches no folder any more. */
  forget_exchange_folder: { args: Record<string, never>; result: Settings };
  /** The files in the watched folder that have not been taken in. */
  look_in_folder: { args: Record<string, never>; result: Array<FoundBundle> };
  /** Connects this laptop with a server, and waits until the open file is in step with it; without an open file, makes the partnership's from what the server has. */
  connect_live: { args: { address: string; key: string }; result: LiveState };
  /** Where live exchange stands. */
  live_state: { args: Record<string, never>; result: LiveState };
  /** Waits until the open file is in step with its server, or it is known why not. */
  sync_now: { args: Record<string, never>; result: LiveState };
  /** Disconnects this laptop from the open file's server. Everything stays here and there. */
  disconnect_live: { args: Record<string, never>; result: LiveState };
  /** The copies that were made of the open file. */
  backups: { args: Record<string, never>; result: Array<Backup> };
  /** Writes everything as JSON and CSV into one ZIP file. */
  export_everything: { args: { path?: string | null }; result: string };
  /** Puts the latest sound copy in the place of a file that is damaged, and opens it. */
  repair_file: { args: { path: string; passphrase?: string | null }; result: Repaired };
  /** Goes back to a copy of the open file; what is open now is copied first. */
  restore_backup: { args: { path: string }; result: FileInfo };
  /** What erasing a person or an attached file would do. */
  plan_erasure: { args: { entity: string; id: string }; result: ErasurePlan };
  /** Erases a person or an attached file for good, as it was planned. */
  erase: { args: { request: ErasureRequest }; result: Erased };
  /** What is past the date until which it is kept. */
  retention: { args: { today: string; language: string }; result: RetentionPlan };
  /** Says until when a class of records is kept, and what is done then. */
  set_retention: { args: { class: string; keep_until: string; action: string }; result: { [key in string]: JsonValue } };
  /** Erases or anonymises what is past its date, as it was planned. */
  apply_retention: { args: { today: string; chosen: Array<string>; digest: string }; result: Erased };
  /** The log of what was erased, without names. */
  deletions: { args: Record<string, never>; result: Array<Deletion> };
  /** Saves the log of what was erased as a spreadsheet. */
  export_deletions: { args: { language: string; path?: string | null }; result: Saved };
  /** What in some words looks like a person's data. */
  check_words: { args: { words: string; language?: string | null }; result: Array<Finding> };
  /** What looks like a person's data in the records that a report prints. */
  check_report: { args: { kind: string; subject?: string | null }; result: Array<GuardPlace> };
  /** The kinds of reports, and the entity that each is about. */
  list_reports: { args: Record<string, never>; result: Array<ReportKind> };
  /** A report as accessible HTML. */
  preview_report: { args: { kind: string; language: string; subject?: string | null; period?: string | null; privacy?: string | null }; result: Preview };
  /** The charts of one section of a report as HTML. */
  section_charts: { args: { kind: string; section: string; subject: string; language: string }; result: string };
  /** Which personal data the open file holds, and so everything that is made of all of it. */
  personal_data: { args: Record<string, never>; result: Array<PersonalData> };
  /** A report as PDF, written to the reports folder or to a path. */
  export_report: { args: { kind: string; language: string; subject?: string | null; period?: string | null; path?: string | null; privacy?: string | null }; result: Exported };
  /** The values of indicators as a spreadsheet: those of one pilot initiative, or of all. */
  export_values: { args: { language: string; pilot?: string | null; path?: string | null }; result: Saved };
  /** Where an exported report lies, if it is still in the reports folder as it was exported. */
  find_export: { args: { transmission: string }; result: string | null };
  /** Makes an e-mail draft with an exported report attached and hands it to the mail program. */
  prepare_mail: { args: { transmission: string; path: string }; result: Draft };
}
