// A situation analysis from its first line to its second version, with the keyboard alone: every one of its sixteen
// parts is filled in until the outline calls it complete, and the report says what was typed.
import { type App, expect, pdfText, test, words } from "./app";
import { Officer } from "./officer";

const FILE = {
  partner: "EFUS",
  name: "Prevention council of Examplewick",
  language: "en",
  agencies: [
    { name: "Youth service of Examplewick", sector: "municipal_youth" },
    { name: "Police of Examplewick", sector: "local_police" },
  ],
};
const SOURCES = ["Residents’ survey 2025", "Police statistics 2025"];

/** Ten factors of a kind. */
const some = (codes: string[], kind: string) => codes.filter((code) => code.startsWith(kind)).slice(0, 10);

async function complete(app: App, analysis: string): Promise<string[]> {
  const outline: { part: string; checks: { code: string; met: boolean }[] }[] = await app.call("outline", {
    analysis,
  });
  return outline.flatMap(({ part, checks }) =>
    checks.filter(({ met }) => !met).map(({ code }) => `${part}: ${code}`),
  );
}

test("a full analysis is entered with the keyboard alone", async ({ app, page }) => {
  test.setTimeout(420_000);
  await app.call("create_file", { file: FILE });
  const officer = await Officer.at(app, page);
  const part = (name: string) => officer.tab(officer.code("analysis_part", name));
  const evidence = (source = SOURCES[0] ?? "") => officer.tick("evidence", source);
  /** A part with several lists: the button is found by its words. */
  const add = async (entity: string) => {
    await officer.press(officer.t(`ui.add.${entity}`));
    await expect(page.getByRole("dialog")).toBeVisible();
  };
  const done = async () => {
    await officer.done();
    await expect(page.getByRole("dialog")).toBeHidden();
  };

  await officer.follow(officer.t("ui.nav.situation_analysis"));
  await officer.add();
  await officer.write("title", "Situation in Examplewick 2025");
  await officer.write("territory", "Town of Examplewick");
  await officer.date("period_from", "2025-01-01");
  await officer.date("period_to", "2025-12-31");
  await done();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation in Examplewick 2025");
  const [{ id }] = await app.list("situation_analysis");

  // 1 and 2: findings, authors, mandate, method, evidence.
  await officer.write("summary", "Debate has become harsher; services hold together.");
  await add("analysis_author");
  await officer.search("agency", "Youth service");
  await officer.write("function", "Prevention coordinator");
  await done();
  await part("mandate_method");
  await officer.write("mandate", "Asked for by the town council in January.");
  await officer.write("method", "Survey, statistics and two round tables.");
  await officer.write("limits", "Hardly anyone over 70 was heard.");
  for (const [index, title] of SOURCES.entries()) {
    await add("evidence_source");
    await officer.write("title", title);
    await officer.search(
      "kind",
      officer.code("evidence_kind", index === 0 ? "survey_residents" : "police_aggregate"),
    );
    await officer.choose("reliability", officer.code("reliability", "b"));
    await done();
  }

  // 3: the territory and what is measured in it.
  await part("territory_profile");
  await officer.write("profile", "A town of 40,000 on a river, with a harbour.");
  await add("territory");
  await officer.write("name", "Town of Examplewick");
  await officer.choose("kind", officer.code("territory_kind", "city"));
  await officer.write("population", "40000");
  await officer.write("population_year", "2025");
  await done();
  for (const title of ["Hate incidents", "Youth unemployment", "Places in youth work"]) {
    await add("territory_indicator");
    await officer.write("title", title);
    await officer.choose("unit", officer.code("indicator_unit", "count"));
    await officer.choose("direction", officer.code("better_direction", "neutral"));
    await done();
  }
  await officer.press("Hate incidents");
  for (const [year, value] of [
    ["2024", "31"],
    ["2025", "38"],
  ]) {
    await officer.press(officer.t("ui.add.territory_value"));
    await officer.date("period_from", `${year}-01-01`);
    await officer.date("period_to", `${year}-12-31`);
    await officer.write("value", value ?? "");
    await officer.done();
    await expect(page.getByRole("dialog").getByRole("rowheader", { name: String(year) })).toBeVisible();
  }
  await officer.press(officer.t("ui.word.done"));

  // 4 to 6: what is seen, counted and said.
  await part("manifestations");
  await add("manifestation");
  await officer.choose("form", officer.code("form_of_extremism", "right_wing"));
  await officer.choose("level", officer.code("manifestation_level", "occasional"));
  await officer.choose("trend", officer.code("trend", "rising"));
  await officer.choose("confidence", officer.code("confidence", "medium"));
  await officer.write("description", "Stickers around the station.");
  await evidence();
  await done();
  await part("incidents");
  await add("incident_count");
  await officer.choose("kind", officer.code("incident_kind", "hate_crime"));
  await officer.date("period_from", "2025-01-01");
  await officer.date("period_to", "2025-12-31");
  await officer.write("incidents", "38");
  await evidence(SOURCES[1]);
  await done();
  await part("perceptions");
  for (const [group, words] of [
    ["residents", "The town is safe, the station is not."],
    ["young_people", "Nobody asks us."],
  ]) {
    await add("perception");
    await officer.write("statement", words ?? "");
    await officer.choose("asked", officer.code("perception_group", group ?? ""));
    await officer.choose("trend", officer.code("trend", "stable"));
    await evidence();
    await done();
  }

  // 7 and 8: ten factors of each kind; each is found by its name.
  const factors: string[] = (await app.call("catalogues")).factor;
  for (const [name, kind] of [
    ["risk_factors", "rf"],
    ["protective_factors", "pf"],
  ] as const) {
    await part(name);
    for (const factor of some(factors, kind)) {
      await officer.press(officer.code("factor", factor));
      await expect(page.getByRole("dialog")).toBeVisible();
      await officer.choose("presence", officer.code("presence", "moderate"));
      await officer.choose("trend", officer.code("trend", "stable"));
      await officer.choose("confidence", officer.code("confidence", "low"));
      await evidence();
      await done();
    }
  }

  // 9 to 11: services, stakeholders, the partnership itself.
  await part("services");
  for (const level of ["primary_universal", "secondary_selective", "tertiary_indicated"]) {
    await add("service_offer");
    await officer.write("name", `Service, ${level}`);
    await officer.choose("prevention_level", officer.code("prevention_level", level));
    await done();
  }
  await part("stakeholders");
  for (const agency of FILE.agencies) {
    await officer.press(agency.name);
    await officer.press(officer.t("ui.add.stakeholder_assessment"));
    await officer.date("assessed_on", "2025-11-03");
    await officer.choose("relation", officer.code("stakeholder_relation", "cooperation"));
    await officer.choose("strategy", officer.code("engagement_strategy", "involve"));
    await officer.choose("influence", "4");
    await officer.choose("interest", "3");
    await officer.choose("capacity", "2");
    await officer.done();
    await expect(page.getByRole("dialog")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await part("self_assessment");
  await officer.press(officer.t("ui.maturity.begin"));
  await officer.date("rated_on", "2025-11-03");
  await done();
  await officer.reach(page.locator(".maturity .level button").first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.locator(".maturity .level button").first()).toContainText(
    officer.code("maturity_level", "embedded_and_reviewed"),
  );

  // 12 to 15: what follows.
  await part("swot");
  for (const quadrant of ["strength", "weakness", "opportunity", "threat"]) {
    await add("swot_entry");
    await officer.write("statement", `A ${quadrant}`);
    await officer.choose("quadrant", officer.code("swot_quadrant", quadrant));
    await officer.choose("weight", "2");
    await evidence();
    await done();
  }
  await part("priorities");
  for (const [title, severity] of [
    ["Calm debate", "3"],
    ["Safe station", "4"],
  ]) {
    await add("priority");
    await officer.write("title", title ?? "");
    await officer.choose("theme", officer.code("theme", "polarisation_reduction"));
    await officer.choose("severity", severity ?? "");
    await officer.choose("extent", "3");
    await officer.choose("influence", "4");
    await officer.write("rationale", "Named by most of those asked.");
    await done();
  }
  await officer.press(officer.pair(officer.t("ui.order.up"), "Safe station"));
  await expect(page.locator(".ranking li").first()).toContainText("Safe station");
  await part("recommendations");
  await add("recommendation");
  await officer.write("statement", "Train moderators for public meetings");
  await officer.write("objective", "Twelve moderators by the end of 2026.");
  await officer.search("priority", "Calm debate");
  await done();
  await part("validation");
  await officer.write("validation_meeting", "Plenary meeting");
  await officer.date("validated_on", "2025-12-15");
  await officer.date("next_review_on", "2026-12-15");
  await officer.saved();
  expect(await complete(app, id)).toEqual([]);

  // The stages, the report, and the next version.
  for (const stage of ["data_collection", "drafting", "gateway_review", "validated"]) {
    await officer.press(
      officer.t("ui.analysis.next_stage", { stage: officer.code("analysis_status", stage) }),
    );
    await expect(page.locator('.analysis-stages [aria-current="step"]')).toHaveText(
      officer.code("analysis_status", stage),
    );
  }
  const { path } = await app.call("export_report", {
    kind: "situation_analysis",
    language: "en",
    subject: id,
  });
  const words = pdfText(path);
  for (const typed of ["Stickers around the station.", "Safe station", "Nobody asks us.", "Plenary meeting"])
    expect(words).toContain(typed);
  await officer.press(officer.t("ui.analysis.new_version"));
  await expect(page.locator(".version")).toHaveText(officer.t("ui.analysis.version", { number: "2" }));
  await part("manifestations");
  await officer.press(officer.code("form_of_extremism", "right_wing"));
  await officer.choose("level", officer.code("manifestation_level", "established"));
  await officer.press(officer.t("ui.word.done"));
  await part("change_log");
  const risen = page.getByRole("row", { name: officer.code("form_of_extremism", "right_wing") });
  await expect(risen).toContainText(officer.code("change", "risen"));
});

test("a stage that needs more says what, and the analysis stays where it was", async ({ app, page }) => {
  await app.call("create_file", { file: FILE });
  const values = {
    title: words("Analysis"),
    territory: words("Town"),
    period_from: "2025-01-01",
    period_to: "2025-12-31",
    status: "gateway_review",
  };
  const id = await app.create("situation_analysis", values);
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/situation_analysis/${id}`);
  const stage = officer.t("catalogue.analysis_status.validated");
  await officer.press(officer.t("ui.analysis.next_stage", { stage }));
  await expect(page.getByRole("alert")).toContainText(officer.t("problem.validation_needed"));
  expect((await app.get("situation_analysis", id)).status).toBe("gateway_review");
});
