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
sample: boolean, };
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
language: string, };
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
sample: boolean, };
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
 * On which laptop, as the file knows it.
 */
author: string, 
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
 * What was changed; nothing for the save that made the record.
 */
fields: Array<FieldChange>, };
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
periodic: boolean, };
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
html: string, };
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
  /** What happened to a record, the latest first. */
  record_history: { args: { entity: string; id: string }; result: Array<Change> };
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
  /** A report as PDF, written to the reports folder or to a path. */
  export_report: { args: { kind: string; language: string; subject?: string | null; period?: string | null; path?: string | null; privacy?: string | null }; result: Exported };
  /** The values of indicators as a spreadsheet: those of one pilot initiative, or of all. */
  export_values: { args: { language: string; pilot?: string | null; path?: string | null }; result: Saved };
  /** Where an exported report lies, if it is still in the reports folder as it was exported. */
  find_export: { args: { transmission: string }; result: string | null };
  /** Makes an e-mail draft with an exported report attached and hands it to the mail program. */
  prepare_mail: { args: { transmission: string; path: string }; result: Draft };
}
