// Layouts of the partnership's meetings.
import type { Layout } from "../layout";

export const MEETING: Record<string, Layout> = {
  meeting_series: {
    name: ["title"],
    columns: ["title", "kind", "frequency"],
    groups: [{ fields: ["title", "kind", "frequency", "pilot_initiative"] }],
  },
  meeting: {
    name: ["title", "date"],
    columns: ["date", "title", "number", "kind", "status"],
    first: ["title", "date", "starts_at", "ends_at", "kind", "meeting_series"],
    groups: [
      {
        key: "meeting",
        fields: ["title", "status", "meeting_series", "number", "kind", "pilot_initiative", "sensitivity"],
      },
      { key: "when_where", fields: ["date", "starts_at", "ends_at", "venue", "languages"] },
      { key: "running", fields: ["chair_function", "minute_taker_function", "quorum_needed"] },
      { key: "after", fields: ["next_meeting_on", "approved_on"] },
    ],
  },
  meeting_attendance: {
    name: ["agency", "organisation"],
    columns: ["agency", "function", "name", "status"],
    groups: [{ fields: ["agency", "organisation", "function", "name", "status"] }],
  },
  agenda_item: {
    name: ["title"],
    columns: ["title", "kind", "minutes"],
    first: ["title", "kind", "minutes", "presenter_agency", "confidential"],
    groups: [
      {
        key: "item",
        fields: ["title", "kind", "minutes", "presenter_agency", "presenter_function", "confidential"],
      },
      {
        key: "linked_records",
        fields: ["situation_analysis", "training_session", "pilot_initiative", "indicator", "risk"],
      },
      { fields: ["notes"] },
    ],
    hidden: ["meeting", "position", "began_at", "carried_from"],
  },
  decision: {
    name: ["number", "text"],
    columns: ["number", "text", "result", "basis"],
    first: ["text", "result", "basis", "votes_for", "votes_against", "abstentions", "dissent"],
    groups: [
      { fields: ["text", "result", "basis", "agenda_item"] },
      { key: "vote", fields: ["votes_for", "votes_against", "abstentions", "dissent"] },
    ],
    hidden: ["number"],
  },
  action_point: {
    name: ["number", "text"],
    columns: ["number", "text", "owner_agency", "due", "status"],
    first: ["text", "owner_agency", "owner_function", "due"],
    groups: [
      { fields: ["text", "status", "done_on", "agenda_item"] },
      { key: "charge", fields: ["owner_agency", "owner_function", "due"] },
      { fields: ["comment"] },
    ],
    hidden: ["number"],
  },
};
