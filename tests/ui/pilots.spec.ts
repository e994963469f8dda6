// A pilot initiative from the idea to the published practice sheet, over three reporting periods, with the keyboard
// alone; and what the screens of the sample show of a year.
import { existsSync } from "node:fs";
import { type App, expect, test, violations, words } from "./app";
import { Officer } from "./officer";

/** What is there before a pilot begins: a partnership, a priority, a training session. */
async function before(app: App) {
  const file = {
    partner: "LIE",
    name: "Examplewick",
    language: "en",
    agencies: [{ name: "Youth office", sector: "municipal_youth" }],
  };
  await app.call("create_file", { file });
  const analysis = await app.create("situation_analysis", {
    title: words("Analysis"),
    territory: words("Town"),
    period_from: "2016-01-01",
    period_to: "2016-03-31",
  });
  await app.create("priority", {
    situation_analysis: analysis,
    title: words("Calm debate"),
    theme: "mentoring",
    severity: 3,
    extent: 3,
    influence: 4,
  });
  await app.create("training_session", {
    title: words("Joint training"),
    starts: "2016-05-02",
    ends: "2016-05-03",
  });
}

test("a pilot goes from the idea to the published practice sheet over three periods", async ({
  app,
  page,
}) => {
  test.setTimeout(600_000);
  await before(app);
  const officer = await Officer.at(app, page);
  const code = (catalogue: string, value: string) => officer.t(`catalogue.${catalogue}.${value}`);
  const stage = (next: string) =>
    officer.press(officer.t("ui.pilot.advance", { stage: code("pilot_stage", next) }));
  const current = page.locator(".stages [aria-current]");
  const row = (name: string) => page.getByRole("rowheader", { name }).first();

  // The idea, designed; approval asks for need, priority, training and safeguards.
  await officer.follow(officer.t("ui.nav.pilot_initiative"));
  await officer.add();
  await officer.write("title", "Open questions");
  await officer.choose("theme", code("theme", "mentoring"));
  await officer.choose("prevention_level", code("prevention_level", "primary_universal"));
  await officer.date("starts", "2016-06-01");
  await officer.date("ends", "2017-06-30");
  await officer.done();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open questions");
  await stage("designed");
  await expect(current).toHaveText(code("pilot_stage", "designed"));
  await expect(page.locator(".stages")).toContainText(officer.t("ui.pilot.missing"));
  for (const field of ["priorities", "training_sessions"]) {
    await officer.reach(officer.field(field).getByRole("checkbox").first());
    await page.keyboard.press("Space");
  }
  await officer.write("summary", "Moderated discussions with whole classes.");
  await officer.write("need", "Teachers feel unprepared.");
  await officer.write("safeguards", "No remarks are noted by name.");
  await officer.date("started_on", "2016-06-06");
  await officer.date("ended_on", "2017-06-23");
  await officer.saved();
  await expect(page.locator(".knot-links")).toContainText("Calm debate");
  await stage("approved");
  await stage("running");
  await expect(current).toHaveText(code("pilot_stage", "running"));

  // The logframe and an indicator on it.
  await officer.tab(officer.t("entity.logframe_row.many"));
  await officer.add();
  await officer.choose("level", code("logframe_level", "outcome"));
  await officer.write("code", "1");
  await officer.write("title", "Pupils can disagree calmly");
  await officer.done();
  await expect(row("Pupils can disagree calmly")).toBeVisible();
  await officer.tab(officer.t("entity.indicator.many"));
  await officer.add();
  await officer.write("title", "Pupils reached");
  await officer.write("baseline", "0");
  await officer.write("target", "120");
  await officer.search("logframe_row", "Pupils can", "1 · Pupils can disagree calmly");
  await officer.done();
  await expect(row("Pupils reached")).toBeVisible();

  // Three reporting periods, and a value in each: the total so far stands below that of the period.
  await officer.tab(officer.t("ui.pilot.results"));
  for (const [title, from, to] of [
    ["Period 1", "2016-06-01", "2016-09-30"],
    ["Period 2", "2016-10-01", "2017-01-31"],
    ["Period 3", "2017-02-01", "2017-06-30"],
  ] as const) {
    await officer.press(officer.t("ui.add.reporting_period"));
    await officer.write("title", title);
    await officer.date("period_from", from);
    await officer.date("period_to", to);
    await officer.done();
    await expect(row(title)).toBeVisible();
  }
  for (const [period, value] of [
    ["Period 1", "30"],
    ["Period 2", "50"],
    ["Period 3", "34"],
  ] as const) {
    const none = officer.t("ui.pilot.no_value");
    await officer.press(officer.t("ui.pilot.value_of", { indicator: "Pupils reached", period, value: none }));
    await officer.write("value", value);
    await officer.choose("finality", code("finality", "final"));
    await officer.done();
    await expect(
      page.getByRole("button", {
        name: officer.t("ui.pilot.value_of", { indicator: "Pupils reached", period, value }),
      }),
    ).toBeVisible();
  }
  await expect(page.locator(".matrix tbody tr")).toContainText(
    officer.t("ui.pilot.cumulative_of", { value: "114" }),
  );
  await expect(page.locator(".matrix tbody tr")).toContainText("95%");
  await officer.press(officer.t("ui.pilot.export"));
  await expect(page.getByText(officer.t("ui.pilot.exported"))).toBeVisible();
  expect(existsSync((await page.locator(".notice .path").textContent()) ?? "")).toBe(true);

  // A milestone that slipped, money to the cent, a status report for the last period.
  await officer.tab(officer.t("ui.pilot.plan"));
  await officer.press(officer.t("ui.add.milestone"));
  await officer.write("title", "Half-time review");
  await officer.choose("status", code("milestone_status", "done"));
  await officer.date("due", "2017-01-10");
  await officer.date("done_on", "2017-01-20");
  await officer.done();
  await expect(page.locator("table", { has: page.locator("svg.time-line") })).toContainText("10 days late");
  await officer.tab(officer.t("report.section.budget"));
  await officer.press(officer.t("ui.add.budget_line"));
  await officer.write("title", "Moderators");
  await officer.choose("heading", code("cost_heading", "staff"));
  await officer.write("planned", "1 234,56");
  await officer.done();
  await expect(page.getByText("€1,111.10").first()).toBeVisible();
  await expect(page.getByText("€123.46").first()).toBeVisible();
  await officer.tab(officer.t("entity.status_report.many"));
  await officer.add();
  await officer.choose("reporting_period", "Period 3");
  await officer.date("reported_on", "2017-06-26");
  await officer.choose("finality", code("finality", "final"));
  await officer.choose("rag_overall", code("rag", "green"));
  await officer.write("progress", "All classes have finished.");
  await officer.done();
  await expect(row("26 Jun 2017")).toBeVisible();

  // Completed, described, reviewed, published.
  await officer.tab(officer.t("ui.tab.details"));
  await stage("completed");
  await officer.tab(officer.t("entity.practice_sheet.one"));
  await officer.press(officer.t("ui.pilot.draw_up"));
  await expect(officer.field("results").locator("textarea")).toHaveValue("Pupils reached: 114 (target: 120)");
  await officer.write("transferability", "One trained pair in each school.");
  await officer.saved();
  await officer.tab(officer.t("ui.tab.details"));
  await stage("documented");
  await officer.tab(officer.t("ui.pilot.evaluation"));
  await officer.press(officer.t("ui.add.peer_review"));
  await officer.write("reviewer", "Neighbouring city");
  await officer.date("reviewed_on", "2017-06-28");
  await officer.choose("mode", code("review_mode", "visit"));
  await officer.done();
  await expect(row("Neighbouring city")).toBeVisible();
  await officer.tab(officer.t("entity.practice_sheet.one"));
  for (const step of ["peer_reviewed", "efus_validated", "published"]) {
    await officer.choose("status", code("sheet_status", step));
    await officer.saved();
  }
  await officer.tab(officer.t("ui.tab.details"));
  await stage("reviewed");
  await stage("published");
  await expect(current).toHaveText(code("pilot_stage", "published"));
  expect(await violations(page)).toEqual([]);

  // The sheet on paper, of no more than two pages.
  await officer.tab(officer.t("entity.practice_sheet.one"));
  await officer.follow(officer.t("ui.pilot.to_sheet"));
  await expect(page.locator(".paper")).toContainText("One trained pair in each school.");
  await officer.press(officer.t("ui.report.export"));
  await expect(page.getByText(officer.t("ui.report.saved_title"))).toBeVisible();
  const [logged] = await app.list("transmission");
  expect(logged.report_kind).toBe("practice_sheet");
  expect(logged.pages).toBeLessThanOrEqual(2);
});

test("an indicator with values is closed, and its earlier target stays to be seen", async ({ app, page }) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  const [pilot] = await app.list("pilot_initiative");
  await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}/indicator`);
  await page.locator("tbody th button").first().click();
  await officer.write("target", "650");
  await page.keyboard.press("Tab");
  await expect(page.locator(".history summary")).toBeVisible();
  await officer.reach(page.locator(".history summary"));
  await page.keyboard.press("Enter");
  await expect(page.locator(".history")).toContainText("600 → 650");
  await officer.press(officer.t("ui.delete.delete"));
  await expect(page.locator(".message")).toContainText(officer.t("error.close_instead"));
});
