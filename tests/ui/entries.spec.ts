// What is typed is taken as it was meant, or refused in words: numbers, half-made records, deletions, the first start.
import { expect, test, words } from "./app";
import { Officer } from "./officer";

const FOCUSED = ":focus";

for (const language of ["en", "fr"]) {
  test.describe(language, () => {
    test.use({ language });

    test("a number is read with either decimal mark, and never guessed", async ({ app, page }) => {
      await app.call("create_sample");
      const officer = await Officer.at(app, page, language);
      const [pilot] = await app.list("pilot_initiative");
      const [indicator] = await app.list("indicator", pilot.id);
      const target = async () => (await app.get("indicator", indicator.id)).target;
      await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}/indicator`);
      await page.locator("tbody th button").first().click();
      const input = officer.field("target").locator("input");
      for (const [typed, value] of [
        ["3.5", 3.5],
        ["4,25", 4.25],
        ["12 500", 12500],
      ] as const) {
        await officer.write("target", typed);
        await page.keyboard.press("Tab");
        await expect.poll(target).toBe(value);
      }
      for (const typed of ["1.234", "forty"]) {
        await officer.write("target", typed);
        await page.keyboard.press("Tab");
        await expect(officer.field("target").locator(".problem")).toHaveText(officer.t("problem.wrong_type"));
        await expect(input).toHaveValue(typed);
        expect(await target()).toBe(12500);
      }
    });
  });
}

test("a new record is told of all that is missing at once, and the first field takes the focus", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const [pilot] = await app.list("pilot_initiative");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}/plan`);
  await officer.add();
  await officer.write("title", "First meeting");
  await officer.done();
  await expect(officer.field("due").locator(".problem")).toHaveText(officer.t("problem.required"));
  await expect(officer.field("due").locator('[role="spinbutton"]').first()).toBeFocused();
  await page.keyboard.press("Escape");

  const [session] = await app.list("training_session");
  await page.goto(`${app.url}/#/training_session/${session.id}/half_day`);
  await officer.add();
  await officer.write("hours", "three");
  await officer.done();
  for (const name of ["date", "part"])
    await expect(officer.field(name).locator(".problem")).toHaveText(officer.t("problem.required"));
  await expect(officer.field("hours").locator(".problem")).toHaveText(officer.t("problem.wrong_type"));
  await expect(officer.field("date").locator('[role="spinbutton"]').first()).toBeFocused();
});

test("a half-made record shows above its list, and counts when the window is closed", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.training_session"));
  await officer.add();
  await officer.write("title", "Half a session");
  await page.keyboard.press("Escape");
  await expect(page.getByText(officer.t("ui.draft.notice"))).toBeVisible();
  await officer.press(officer.t("ui.draft.continue"));
  await expect(officer.field("title").locator("input")).toHaveValue("Half a session");
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.dispatchEvent(new Event("liaise:close")));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(officer.t("ui.draft.unfinished"));
  await officer.press(officer.t("ui.close.back"));
  expect(app.desktop()).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event("liaise:close")));
  await officer.press(officer.t("ui.close.discard"));
  await expect.poll(() => app.desktop()).toEqual([{ close: true }]);
});

test("the notice of a deletion takes back that deletion only, and goes with the next change", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const [pilot] = await app.list("pilot_initiative");
  const milestones = async () => (await app.list("milestone", pilot.id)).length;
  const before = await milestones();
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}/plan`);
  const rows = page.locator("tbody th button");
  const remove = async () => {
    await rows.first().click();
    await officer.press(officer.t("ui.delete.delete"));
    await expect(page.locator(".message")).toBeVisible();
  };
  const next = await rows.nth(1).textContent();
  await remove();
  // The focus is on the row that took the place.
  await expect(page.locator(FOCUSED)).toHaveText(next ?? "");
  await page.locator(".message button").first().click();
  await expect.poll(milestones).toBe(before);
  await expect(page.locator(".message")).toBeHidden();

  await remove();
  await expect.poll(milestones).toBe(before - 1);
  await rows.first().click();
  await officer.write("title", "Another title");
  await officer.press(officer.t("ui.word.done"));
  await expect(page.locator(".message")).toBeHidden();

  await remove();
  await officer.follow(officer.t("ui.nav.overview"));
  await expect(page.locator(".message")).toBeHidden();
});

test("the last part of a list leaves the focus to the button that adds", async ({ app, page }) => {
  await app.call("create_sample");
  const id = await app.create("training_session", {
    title: words("Short"),
    starts: "2026-05-11",
    ends: "2026-05-12",
    delivery: "in_person",
  });
  await app.call("create_record", {
    entity: "trainer",
    values: { training_session: id, name: "Sample", role: "trainer" },
  });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/training_session/${id}/trainer`);
  await page.locator("tbody th button").first().click();
  await officer.press(officer.t("ui.delete.delete"));
  await expect(page.locator(FOCUSED)).toHaveText(officer.t("ui.add.trainer"));
});

test("a partner that is not in the directory, and an agency still in its field", async ({ app, page }) => {
  const officer = await Officer.at(app, page);
  const problem = (name: string) => officer.field(name).locator(".problem");
  await officer.press(officer.t("ui.start.new_button"));
  await officer.write("partner", "");
  await page.keyboard.type("Town of Examplewick");
  await page.getByRole("option", { name: officer.t("ui.start.partner_other") }).click();
  await expect(officer.field("partner_name").locator("input")).toHaveValue("Town of Examplewick");
  await officer.write("name", "Prevention council");
  await officer.search("country", "Ireland");
  await page.getByRole("textbox", { name: officer.t("ui.start.agencies") }).fill("Youth office");
  const create = page.getByRole("button", { name: officer.t("ui.start.create") });
  await create.click();
  await expect(problem("partner_kind")).toHaveText(officer.t("problem.required"));
  await expect(problem("sector Youth office")).toHaveText(officer.t("problem.required"));
  await officer.choose("partner_kind", officer.t("catalogue.partner_kind.city"));
  await officer.search("sector Youth office", officer.t("catalogue.agency_sector.municipal_youth"));
  await create.click();
  await expect(page.getByRole("navigation")).toBeVisible();
  const { partnership } = await app.call("file");
  const record = await app.get("partnership", partnership);
  expect([record.partner_name, record.partner_kind]).toEqual(["Town of Examplewick", "city"]);
  const [agency] = await app.list("agency", partnership);
  expect(agency.sector).toBe("municipal_youth");
});

test("an earlier report can be opened, shown and prepared as an e-mail", async ({ app, page }) => {
  await app.call("create_sample");
  const made = await app.call("export_report", { kind: "partner_periodic_report", language: "en" });
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.reports"));
  const row = page.locator(".earlier tbody tr").first();
  await row.getByRole("button", { name: officer.t("ui.report.open") }).click();
  await expect.poll(() => app.desktop()).toEqual([{ open: made.path }]);
  await row.getByRole("button", { name: officer.t("ui.report.show") }).click();
  await expect.poll(() => app.desktop().length).toBe(2);
  await row.getByRole("button", { name: officer.t("ui.report.mail") }).click();
  await expect(page.locator(".message")).toBeVisible();
});

test("the languages of a session are chosen by name and kept as codes", async ({ app, page }) => {
  await app.call("create_sample");
  const [session] = await app.list("training_session");
  const stored = async () => (await app.get("training_session", session.id)).languages;
  await app.change("training_session", session.id, { languages: "fr, nl" });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/training_session/${session.id}`);
  await expect(officer.field("languages").locator(".tag")).toHaveText(["Dutch", "French"]);
  await officer.field("languages").locator(".tag button").first().click();
  await expect.poll(stored).toBe("fr");
  await expect(officer.field("languages").locator(".tag button")).toBeFocused();
});

test.describe("in a language that the officer does not write in", () => {
  test.use({ language: "de" });

  test("a text opens in the window's language, else in the original, as the heading does", async ({
    app,
    page,
  }) => {
    await app.call("create_sample");
    const [pilot] = await app.list("pilot_initiative");
    const change = (words: object) =>
      app.change("pilot_initiative", pilot.id, { title: { source: "fr", words } });
    await change({ fr: "Atelier", de: "Werkstatt", en: "Workshop" });
    const officer = await Officer.at(app, page, "de");
    await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}`);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Werkstatt");
    await expect(officer.field("title").locator("input")).toHaveValue("Werkstatt");
    await change({ fr: "Atelier", en: "Workshop" });
    await page.reload();
    await expect(heading).toHaveText("Atelier");
    await expect(officer.field("title").locator("input")).toHaveValue("Atelier");
    await officer.write("title", "Atelier nouveau");
    await officer.saved();
    await expect(heading).toHaveText("Atelier nouveau");
  });
});

test("a report is about the latest thing that there is something to report on", async ({ app, page }) => {
  await app.call("create_sample");
  const sessions = await app.list("training_session");
  const held = sessions.find(({ status }: { status: string }) => status === "reported");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/reports/training_session_report`);
  await expect(page.locator(".report-choice .select").nth(1)).toContainText(held.title.words.en);
  await page.goto(`${app.url}/#/training_session/${held.id}`);
  await officer.menu(officer.t("ui.word.more"));
  await expect(page.locator(".message")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.locator(".message button").first().click();
  await expect(page.locator("main")).toBeFocused();
});
