// Which fields of an entity stand where: groups of a form, columns of a table, what names a record. Only the order is
// said here; what a field is, is said by the core. A field that no group names comes last, so that none is forgotten.
import { ANALYSIS } from "./layout/analysis";
import { MEETING } from "./layout/meeting";
import { NETWORK } from "./layout/network";
import { PARTNERSHIP } from "./layout/partnership";
import { PILOT } from "./layout/pilot";
import { TRAINING } from "./layout/training";

export interface Group {
  /** Title: the text `ui.group.<key>`; none for a group without title. */
  key?: string;
  fields: string[];
}

export interface Layout {
  /** The fields that name a record, joined. */
  name: string[];
  /** The columns of its table. */
  columns: string[];
  /** The fields of a new record's dialog, where it asks for less than the form. */
  first?: string[];
  groups: Group[];
  /** Required fields that the core fills in from others where the officer leaves them empty. */
  filled?: string[];
  /** Fields that the officer does not edit. */
  hidden?: string[];
  /** Fields that only some records have: which, by the code of the field `by`. */
  kinds?: {
    by: string;
    of: Record<string, string[]>;
    /** Lines that are codes of a catalogue in records of some kinds: by field, then by kind. */
    coded?: Record<string, Record<string, string>>;
  };
}

const LAYOUTS: Record<string, Layout> = {
  ...PARTNERSHIP,
  ...ANALYSIS,
  ...TRAINING,
  ...PILOT,
  ...MEETING,
  ...NETWORK,
};

/** What a new record starts with in a field of these catalogues. For all others the officer must choose. */
export const PRESETS: Record<string, string> = {
  action_status: "open",
  activity_status: "not_started",
  agenda_item_kind: "discussion",
  aggregation: "sum",
  analysis_status: "commissioned",
  decision_basis: "consensus",
  decision_result: "adopted",
  deliverable_status: "planned",
  delivery: "in_person",
  direction: "increase",
  enrolment_status: "registered",
  entry_mode: "per_period",
  evaluation_stage: "preparation",
  finality: "draft",
  indicator_kind: "count",
  meeting_kind: "partnership",
  meeting_presence: "present",
  meeting_status: "draft",
  membership_role: "core_member",
  milestone_status: "not_started",
  partnership_status: "active",
  period_kind: "quarterly",
  pilot_stage: "idea",
  partner_role: "beneficiary",
  priority_status: "proposed",
  rag: "grey_not_assessed",
  recommendation_status: "draft",
  // A new analysis is not public before somebody has decided so.
  sensitivity: "internal",
  session_status: "planned",
  risk_status: "open",
  review_status: "received",
  sheet_status: "draft",
  trainer_role: "trainer",
  urgency: "medium",
};

const PLAIN: Layout = { name: ["title", "name"], columns: [], groups: [] };

/** Whether a record of these values has the field. */
export function hasField(layout: Layout, values: Record<string, unknown>, name: string): boolean {
  if (!layout.kinds) return true;
  const { by, of } = layout.kinds;
  if (!Object.values(of).some((fields) => fields.includes(name))) return true;
  return of[String(values[by] ?? "")]?.includes(name) ?? false;
}

export function layoutOf(entity: string): Layout {
  return LAYOUTS[entity] ?? PLAIN;
}
