// Layouts of the coordinator's network.
import type { Layout } from "../layout";

/** What an entry of the common catalogue starts with. */
const PACK_ENTRY = [
  "kind",
  "code",
  "title",
  "words",
  "unit",
  "indicator_kind",
  "direction",
  "number",
  "period_from",
  "period_to",
  "due",
];

export const NETWORK: Record<string, Layout> = {
  network_partner: {
    name: ["name"],
    columns: ["name", "code", "country", "role", "contact_email"],
    first: ["code", "name", "kind", "country", "language", "role", "contact_email"],
    groups: [
      {
        key: "directory",
        fields: ["name", "code", "kind", "city", "country", "language", "contact_email"],
      },
      { key: "on_map", fields: ["latitude", "longitude"] },
      { key: "role", fields: ["role", "role_from", "role_to", "trains", "pilots"] },
    ],
  },
  partner_review: {
    name: ["status"],
    columns: ["status", "reporting_period", "reviewed_on"],
    groups: [{ fields: ["status", "reporting_period", "reviewed_on", "comment"] }],
  },
  pack_entry: {
    name: ["title", "code"],
    columns: ["kind", "code", "title", "number", "due", "deprecated"],
    first: PACK_ENTRY,
    groups: [{ fields: [...PACK_ENTRY, "deprecated"] }],
    hidden: ["issued", "image"],
    kinds: {
      by: "kind",
      of: {
        module: ["code", "title", "words"],
        indicator: ["code", "title", "words", "unit", "indicator_kind", "direction", "number"],
        target: ["code", "number"],
        deadline: ["code", "title", "period_from", "period_to", "due"],
        foreword: ["words"],
        closing: ["words"],
        factor: ["code", "title", "words"],
        logo: ["code", "title"],
      },
      coded: { code: { factor: "factor" } },
    },
    filled: ["code"],
  },
  seminar: {
    name: ["title"],
    columns: ["title", "number", "starts ends", "city", "partners"],
    first: ["title", "number", "starts", "ends", "city", "country"],
    groups: [
      { fields: ["title", "number", "starts", "ends", "city", "country"] },
      { key: "taking_part", fields: ["partners"] },
    ],
  },
};
