// Erasing for good, the yearly purge and the log, by keyboard alone.
import { expect, type Page } from "@playwright/test";
import { test, violations } from "./app";
import { Officer } from "./officer";

/** Chooses from a menu that is open. */
async function chooseFromMenu(page: Page, name: string) {
  const item = page.getByRole("menuitem", { name, exact: true });
  await expect(item).toBeVisible();
  for (let presses = 0; presses < 10; presses++) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

test("a person is erased for good in two steps, and the log says so without the name", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const people = await app.call("list_records", { entity: "participant" });
  const { id, family_name, given_name } = people[0];
  const analyses = await app.call("list_records", { entity: "situation_analysis" });
  await app.call("change_record", {
    entity: "situation_analysis",
    id: analyses[0].id,
    values: { limits: { source: "en", words: { en: `Talks with ${given_name} ${family_name} only.` } } },
  });

  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}#/participant/${id}`);
  await officer.press(officer.t("ui.word.more"));
  await chooseFromMenu(page, officer.t("ui.erase.erase"));
  const panel = page.getByRole("alertdialog");
  await expect(panel).toContainText(officer.t("ui.erase.goes"));
  await expect(panel).toContainText("Talks with");
  expect(await violations(page)).toEqual([]);
  await officer.choose("reason", officer.t("catalogue.erasure_reason.consent_withdrawn"));
  await officer.press(officer.t("ui.erase.continue"));
  await expect(panel).toContainText(officer.t("ui.erase.outside"));
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.erase.erase"));
  await expect(panel).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("entity.participant.many"));
  await expect(page.getByText(officer.t("ui.erase.done")).first()).toBeVisible();
  const left = await app.call("list_records", { entity: "participant" });
  expect(left.length).toBe(people.length - 1);
  const cleared = await app.call("get_record", { entity: "situation_analysis", id: analyses[0].id });
  expect(cleared.limits.words.en).toBe("Talks with […] only.");
  expect((await app.call("undoable")).undo).toBe(false);

  await officer.follow(officer.t("ui.nav.data"));
  await officer.follow(officer.t("ui.retention.link"));
  const log = page.getByRole("table", { name: officer.t("erasure.log") });
  await expect(log).toContainText(officer.t("catalogue.erasure_reason.consent_withdrawn"));
  await expect(log).not.toContainText(family_name);
  await officer.press(officer.t("ui.retention.log_export"));
  await expect(page.getByText(/\.xlsx/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("what is past its date is looked through, chosen and confirmed", async ({ app, page }) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}#/retention`);
  await officer.press(
    `${officer.t("ui.retention.change")}: ${officer.t("catalogue.retention_class.survey_raw")}`,
  );
  await officer.date("keep_until", "2100-01-31");
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.retention.save"));
  await expect(page.getByRole("dialog")).toBeHidden();

  await officer.press(officer.t("ui.retention.purge"));
  const panel = page.getByRole("alertdialog");
  await expect(panel).not.toContainText(officer.t("catalogue.retention_class.survey_raw"));
  const { classes } = await app.call("retention", { today: "2026-01-01", language: "en" });
  const first = classes[0].due[0];
  await officer.tick(`due-${first.id}`);
  await expect(panel).toContainText(officer.t("ui.retention.chosen", { count: "1" }));
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.erase.continue"));
  await officer.press(officer.t("ui.retention.apply"));
  await expect(panel).toBeHidden();
  const record = await app.call("get_record", { entity: first.entity, id: first.id });
  expect(record.anonymised_on).not.toBeNull();
  expect(await violations(page)).toEqual([]);
});

test("what is deleted can be read, with who changed it when", async ({ app, page }) => {
  await app.call("create_sample");
  const [person] = await app.call("list_records", { entity: "participant" });
  await app.call("delete_record", { entity: "participant", id: person.id });
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.data"));
  await officer.follow(officer.t("ui.history.log_title"));
  await officer.choose("shown", officer.t("ui.history.deleted_title"));
  const entry = page.locator(".mentions > li", { hasText: person.family_name });
  await officer.reach(entry.locator("summary"));
  await page.keyboard.press("Enter");
  await expect(entry).toContainText(officer.t("ui.history.deleted"));
  expect(await violations(page)).toEqual([]);
});

test("a paper says which personal data are on it before it is saved", async ({ app, page }) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}#/reports/personal_data_extract`);
  await expect(page.getByText(officer.t("ui.report.personal"))).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${app.url}#/reports/data_protection_record`);
  await expect(page.getByText(officer.t("ui.report.no_personal"))).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
