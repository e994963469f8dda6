// Which fields of an entity stand where: groups of a form, columns of a table, what names a record. Only the order is
// said here; what a field is, is said by the core. A field that no group names comes last, so that none is forgotten.
import { ANALYSIS } from "./layout/analysis";
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
}

const LAYOUTS: Record<string, Layout> = { ...PARTNERSHIP, ...ANALYSIS, ...TRAINING, ...PILOT };

/** What a new record starts with in a field of these catalogues. For all others the officer must choose. */
export const PRESETS: Record<string, string> = {
  activity_status: "not_started",
  aggregation: "sum",
  analysis_status: "commissioned",
  deliverable_status: "planned",
  delivery: "in_person",
  direction: "increase",
  enrolment_status: "registered",
  entry_mode: "per_period",
  evaluation_stage: "preparation",
  finality: "draft",
  indicator_kind: "count",
  membership_role: "core_member",
  milestone_status: "not_started",
  partnership_status: "active",
  period_kind: "quarterly",
  pilot_stage: "idea",
  priority_status: "proposed",
  rag: "grey_not_assessed",
  recommendation_status: "draft",
  // A new analysis is not public before somebody has decided so.
  sensitivity: "internal",
  session_status: "planned",
  risk_status: "open",
  sheet_status: "draft",
  trainer_role: "trainer",
  urgency: "medium",
};

const PLAIN: Layout = { name: ["title", "name"], columns: [], groups: [] };

export function layoutOf(entity: string): Layout {
  return LAYOUTS[entity] ?? PLAIN;
}
