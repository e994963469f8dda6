// Which fields of an entity stand where: groups of a form, columns of a table, what names a record. Only the order is
// said here; what a field is, is said by the core. A field that no group names comes last, so that none is forgotten.

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

const LAYOUTS: Record<string, Layout> = {
  partnership: {
    name: ["name"],
    columns: ["name"],
    groups: [
      {
        key: "identity",
        fields: [
          "name",
          "status",
          "host_body",
          "meeting_frequency",
          "established_on",
          "chair_function",
          "information_sharing",
          "mandate",
          "legal_basis",
          "data_protection_contact",
        ],
      },
      { key: "partner", fields: ["partner_name", "partner_kind", "city", "country", "language"] },
      {
        key: "contact_point",
        fields: ["contact_function", "contact_email", "population", "population_year", "nuts_code"],
      },
    ],
    hidden: ["partner_code", "sample"],
  },
  agency: {
    name: ["name"],
    columns: ["name", "sector", "role", "agreement"],
    groups: [
      { fields: ["name", "sector", "level", "website", "public_body"] },
      { key: "membership", fields: ["role", "agreement", "since", "until"] },
    ],
  },
  contact: {
    name: ["family_name", "given_name"],
    columns: ["family_name given_name", "function", "work_phone"],
    groups: [
      {
        key: "person",
        fields: ["family_name", "given_name", "function", "work_email", "work_phone", "language"],
      },
      { key: "data_protection", fields: ["notice_given_on", "retention_until"] },
    ],
  },
  stakeholder_assessment: {
    name: ["assessed_on"],
    columns: ["assessed_on", "influence", "interest", "relation"],
    groups: [
      { fields: ["assessed_on", "relation", "strategy"] },
      { key: "assessment", fields: ["influence", "interest", "capacity", "note"] },
    ],
  },
  maturity_rating: {
    name: ["criterion"],
    columns: ["criterion", "level"],
    groups: [{ fields: ["level", "evidence", "action"] }],
    hidden: ["criterion", "rated_on"],
  },
  territory: {
    name: ["name"],
    columns: ["name", "kind", "population", "within"],
    groups: [{ fields: ["name", "kind", "within", "population", "population_year", "area_km2", "note"] }],
  },
  territory_indicator: {
    name: ["title"],
    columns: ["title", "unit", "direction", "source"],
    groups: [{ fields: ["title", "unit", "direction", "source", "note"] }],
  },
  territory_value: {
    name: ["period_from", "period_to"],
    columns: ["period_from period_to", "territory", "value", "numerator", "denominator"],
    groups: [
      { key: "period", fields: ["territory", "period_from", "period_to"] },
      { key: "counted", fields: ["value", "numerator", "denominator", "note"] },
    ],
  },
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
  training_session: {
    name: ["title"],
    columns: ["title", "code", "starts ends", "city", "status"],
    first: ["title", "starts", "ends", "delivery"],
    groups: [
      { key: "subject", fields: ["title", "code", "status", "starts", "ends", "delivery"] },
      {
        key: "place",
        fields: [
          "city",
          "country",
          "venue",
          "capacity",
          "languages",
          "interpretation_languages",
          "guest_cities",
        ],
      },
      { key: "content", fields: ["modules", "target_sectors", "objectives"] },
      { key: "thread", fields: ["priorities"] },
      { key: "outcome", fields: ["results", "cost", "certificate_share", "template"] },
    ],
  },
  half_day: {
    name: ["date", "part"],
    columns: ["date", "part", "starts_at", "hours"],
    groups: [{ fields: ["date", "part", "starts_at", "hours"] }],
  },
  trainer: {
    name: ["name"],
    columns: ["name", "organisation", "role"],
    groups: [{ fields: ["name", "organisation", "role"] }],
  },
  participant: {
    name: ["family_name", "given_name"],
    columns: ["family_name given_name", "organisation", "sector", "city"],
    first: ["family_name", "given_name", "function", "organisation", "sector", "city"],
    groups: [
      {
        key: "person",
        fields: ["family_name", "given_name", "function", "work_email", "language", "gender"],
      },
      { key: "organisation", fields: ["organisation", "sector", "city", "country"] },
      { key: "data_protection", fields: ["notice_given_on", "photo_consent", "retention_until"] },
    ],
  },
  enrolment: {
    name: ["participant"],
    columns: ["participant", "status", "guest_city", "walk_in"],
    groups: [{ fields: ["participant", "status", "guest_city", "walk_in"] }],
    hidden: ["source"],
  },
  attendance: {
    name: ["status"],
    columns: ["status", "basis"],
    groups: [{ fields: ["status", "minutes", "basis", "sheet"] }],
    hidden: ["half_day"],
  },
  evaluation_wave: {
    name: ["wave"],
    columns: ["wave", "due_on", "handed_out"],
    groups: [{ fields: ["wave", "due_on", "handed_out", "note"] }],
  },
  attachment: {
    name: ["file_name"],
    columns: ["file_name", "kind"],
    groups: [{ fields: ["kind", "caption", "consent"] }],
    hidden: ["subject", "file_name", "media_type", "sha256", "size"],
  },
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
      { key: "classification", fields: ["common_indicator", "fund_code", "kpi", "closed_on"] },
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
