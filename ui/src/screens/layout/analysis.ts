// Layouts of a situation analysis.
import type { Layout } from "../layout";

export const ANALYSIS: Record<string, Layout> = {
  situation_analysis: {
    name: ["title"],
    columns: ["title", "period_from period_to", "status", "version_no"],
    first: ["title", "territory", "period_from", "period_to"],
    // Its page is an outline: each part shows its own fields (analysis.tsx).
    groups: [],
  },
  analysis_author: {
    name: ["agency"],
    columns: ["agency", "function"],
    groups: [{ fields: ["agency", "function"] }],
  },
  evidence_source: {
    name: ["title"],
    columns: ["title", "kind", "covers_from covers_to", "reliability"],
    groups: [
      { fields: ["title", "kind", "reliability", "owner", "covers_from", "covers_to", "limits"] },
      { key: "source", fields: ["territory", "collected_on", "frequency", "sample_size"] },
      { key: "access", fields: ["reference", "sensitivity", "personal_data"] },
    ],
  },
  manifestation: {
    name: ["form"],
    columns: ["form", "level", "trend", "confidence", "evidence"],
    groups: [
      { fields: ["form", "level", "trend", "confidence"] },
      { fields: ["description", "settings"] },
      { key: "evidence", fields: ["evidence", "no_local_evidence"] },
    ],
  },
  incident_count: {
    name: ["kind", "period_from"],
    columns: ["kind", "ground", "period_from period_to", "incidents", "evidence"],
    groups: [
      { fields: ["kind", "ground"] },
      { key: "period", fields: ["territory", "period_from", "period_to"] },
      { key: "counted", fields: ["incidents", "note"] },
      { key: "evidence", fields: ["evidence"] },
    ],
  },
  perception: {
    name: ["statement"],
    columns: ["statement", "asked", "trend", "respondents", "evidence"],
    groups: [
      { fields: ["statement", "asked", "trend"] },
      { key: "counted", fields: ["agreeing", "respondents", "description"] },
      { key: "evidence", fields: ["evidence", "no_local_evidence"] },
    ],
  },
  service_offer: {
    name: ["name"],
    columns: ["name", "agency", "prevention_level", "gap"],
    groups: [{ fields: ["name", "agency", "prevention_level", "target_groups", "capacity", "gap", "note"] }],
    hidden: ["continues"],
  },
  swot_entry: {
    name: ["statement"],
    columns: ["statement", "quadrant", "weight", "evidence"],
    groups: [
      { fields: ["statement", "quadrant", "weight", "priority"] },
      { key: "evidence", fields: ["evidence", "no_local_evidence"] },
    ],
    hidden: ["continues"],
  },
  factor_rating: {
    name: ["factor"],
    columns: ["factor", "presence", "trend", "confidence"],
    groups: [
      { fields: ["factor"] },
      { fields: ["presence", "trend", "confidence"] },
      { key: "evidence", fields: ["evidence", "no_local_evidence", "comment", "districts"] },
    ],
  },
  priority: {
    name: ["title"],
    columns: ["title", "theme", "rank", "status"],
    groups: [
      { fields: ["title", "theme", "status", "mandate"] },
      {
        key: "scoring",
        fields: ["severity", "extent", "influence", "rank", "scored_on", "scored_by"],
      },
      { key: "reasons", fields: ["rationale", "objective", "goal_level", "factors"] },
    ],
    hidden: ["continues"],
  },
  recommendation: {
    name: ["statement"],
    columns: ["statement", "priority", "responsible", "status"],
    groups: [
      { fields: ["statement", "addressee", "responsible", "status"] },
      { key: "reasons", fields: ["objective", "goal_level"] },
      { key: "link", fields: ["priority", "pilots"] },
    ],
    hidden: ["continues"],
  },
};
