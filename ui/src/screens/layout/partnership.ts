// Layouts of the partnership, those around it and its territory.
import type { Layout } from "../layout";

export const PARTNERSHIP: Record<string, Layout> = {
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
};
