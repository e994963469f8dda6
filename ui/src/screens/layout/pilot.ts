// Layouts of pilot initiatives and their reporting periods.
import type { Layout } from "../layout";

export const PILOT: Record<string, Layout> = {
  reporting_period: {
    name: ["title"],
    columns: ["title", "period_from period_to", "kind", "due"],
    groups: [{ fields: ["title", "kind", "period_from", "period_to", "due"] }],
  },
  pilot_initiative: {
    name: ["title"],
    columns: ["title", "code", "theme", "starts ends", "stage"],
    first: ["title", "theme", "prevention_level", "starts", "ends"],
    groups: [
      { key: "subject", fields: ["title", "code", "stage", "starts", "ends", "started_on", "ended_on"] },
      {
        key: "orientation",
        fields: ["theme", "prevention_level", "territory", "target_groups", "forms"],
      },
      { key: "thread", fields: ["priorities", "training_sessions"] },
      { key: "content", fields: ["summary", "need", "approach", "safeguards"] },
      { key: "sustainability", fields: ["innovation", "sustainability"] },
    ],
  },
  pilot_partner: {
    name: ["agency"],
    columns: ["agency", "role", "contribution"],
    groups: [{ fields: ["agency", "role", "contribution"] }],
  },
  logframe_row: {
    name: ["code", "title"],
    columns: ["title code", "level", "closed_on"],
    groups: [{ fields: ["level", "code", "title", "parent"] }, { fields: ["assumptions", "closed_on"] }],
  },
  indicator: {
    name: ["title"],
    columns: ["title", "code", "kind", "baseline", "target", "closed_on"],
    first: [
      "title",
      "pack_entry",
      "unit",
      "kind",
      "aggregation",
      "entry",
      "direction",
      "baseline",
      "target",
      "logframe_row",
    ],
    groups: [
      { fields: ["title", "code", "unit", "kind", "logframe_row"] },
      {
        key: "target",
        fields: ["baseline", "baseline_date", "target", "target_date", "direction", "source"],
      },
      {
        key: "measuring",
        fields: [
          "aggregation",
          "entry",
          "definition",
          "method",
          "frequency",
          "responsible",
          "disaggregation",
        ],
      },
      { key: "classification", fields: ["common_indicator", "pack_entry", "fund_code", "kpi", "closed_on"] },
    ],
    hidden: ["percent"],
    filled: ["target"],
  },
  indicator_target: {
    name: ["due"],
    columns: ["due", "value"],
    groups: [{ fields: ["due", "value"] }],
  },
  indicator_value: {
    name: ["period_from", "period_to"],
    columns: ["period_from period_to", "value", "finality"],
    groups: [
      {
        fields: [
          "period_from",
          "period_to",
          "value",
          "numerator",
          "denominator",
          "finality",
          "evidence",
          "comment",
        ],
      },
    ],
    filled: ["value"],
  },
  group_value: {
    name: ["gender", "age_band", "sector", "district", "language"],
    columns: ["gender age_band", "value"],
    groups: [
      {
        fields: ["gender", "age_band", "sector", "district", "language", "value", "numerator", "denominator"],
      },
    ],
    filled: ["value"],
  },
  milestone: {
    name: ["title"],
    columns: ["title", "due", "done_on", "status"],
    groups: [{ fields: ["title", "status", "due", "forecast", "done_on"] }],
  },
  activity: {
    name: ["title"],
    columns: ["title", "starts ends", "status", "participants"],
    first: ["title", "status", "starts", "ends", "logframe_row"],
    groups: [
      { fields: ["title", "status", "starts", "ends", "logframe_row"] },
      { key: "forecast", fields: ["forecast_starts", "forecast_ends", "started_on", "ended_on"] },
      { key: "outcome", fields: ["place", "participants", "target_groups"] },
    ],
  },
  deliverable: {
    name: ["title"],
    columns: ["title", "code", "kind", "due", "status"],
    groups: [
      { fields: ["title", "code", "kind", "status", "due", "forecast", "delivered_on", "file", "public"] },
    ],
  },
  risk: {
    name: ["title"],
    columns: ["title", "category", "owner", "review_on", "status"],
    groups: [
      { fields: ["title", "category", "status", "owner"] },
      { key: "gross", fields: ["likelihood", "severity"] },
      { key: "residual", fields: ["controls", "residual_likelihood", "residual_severity"] },
      { fields: ["identified_on", "review_on"] },
    ],
  },
  budget_line: {
    name: ["title"],
    columns: ["title", "heading", "planned", "committed", "spent", "forecast"],
    groups: [
      { fields: ["title", "heading", "reporting_period"] },
      { fields: ["planned", "committed", "spent", "forecast"] },
    ],
  },
  status_report: {
    name: ["reported_on"],
    columns: ["reported_on", "period_from period_to", "rag_overall", "finality"],
    groups: [
      { fields: ["reported_on", "finality", "period_from", "period_to"] },
      {
        key: "rating",
        fields: ["rag_overall", "rag_schedule", "rag_scope", "rag_budget", "rag_partners", "rag_results"],
      },
      {
        key: "words",
        fields: [
          "progress",
          "results",
          "obstacles",
          "levers",
          "context_change",
          "next_steps",
          "support_needed",
        ],
      },
    ],
  },
  evaluation_plan: {
    name: ["title"],
    columns: ["title", "kind", "stage", "results_on"],
    groups: [
      { fields: ["title", "kind", "stage", "evaluator"] },
      { fields: ["questions", "methods", "use_of_results"] },
      { fields: ["baseline_on", "results_on", "budget"] },
    ],
  },
  peer_review: {
    name: ["reviewer"],
    columns: ["reviewer", "reviewed_on", "mode"],
    first: ["reviewer", "reviewed_on", "mode", "strengths"],
    groups: [
      { fields: ["reviewer", "reviewed_on", "mode"] },
      {
        key: "scores",
        fields: [
          "relevance",
          "coherence",
          "effectiveness",
          "efficiency",
          "rights_ethics",
          "sustainability",
          "transferability",
        ],
      },
      { fields: ["strengths"] },
    ],
  },
  review_recommendation: {
    name: ["title"],
    columns: ["title", "urgency", "response", "due"],
    groups: [{ fields: ["title", "urgency", "response", "due", "response_text"] }],
  },
  lesson: {
    name: ["title"],
    columns: ["title", "kind"],
    groups: [{ fields: ["title", "kind", "description"] }],
  },
  practice_sheet: {
    name: ["title"],
    columns: ["title", "status"],
    groups: [
      { fields: ["title", "status", "summary"] },
      {
        key: "practice",
        fields: ["context", "objectives", "approach", "activities", "partners", "resources"],
      },
      { key: "results", fields: ["results", "evaluation", "evidence_strength", "obstacles", "lessons"] },
      {
        key: "publication",
        fields: ["transferability", "safeguards", "contact", "languages", "annexes"],
      },
    ],
  },
};
