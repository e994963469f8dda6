// Layouts of training.
import type { Layout } from "../layout";

export const TRAINING: Record<string, Layout> = {
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
      { key: "content", fields: ["modules", "pack_modules", "target_sectors", "objectives"] },
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
    hidden: ["anonymised_on"],
  },
  enrolment: {
    name: ["participant"],
    columns: ["participant", "status", "guest_city", "walk_in"],
    groups: [{ fields: ["participant", "status", "guest_city", "walk_in"] }],
    hidden: ["source"],
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
  attendance: {
    name: ["status"],
    columns: ["status", "basis"],
    groups: [{ fields: ["status", "minutes", "basis", "sheet"] }],
    hidden: ["half_day"],
  },
};
