// What looks like a person's data: named under the field while one types, listed before the report goes out, and never
// in the way. With the keyboard alone.
import { existsSync } from "node:fs";
import { expect, test, violations } from "./app";
import { Officer } from "./officer";

const WORDS = "Reported by Mrs Sample-Okafor, +32 471 00 00 00, at the youth centre.";

for (const { language, colorScheme } of [
  { language: "en", colorScheme: "light" },
  { language: "el", colorScheme: "dark" },
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ language, colorScheme });

    test("personal data are named while one types, and saved all the same", async ({ app, page }) => {
      test.setTimeout(120_000);
      await app.call("create_sample");
      const [analysis] = await app.list("situation_analysis");
      const officer = await Officer.at(app, page, language);
      await page.goto(`${app.url}/#/situation_analysis/${analysis.id}`);
      await expect(page.getByRole("link", { name: officer.t("ui.report.make") })).toBeVisible();
      const summary = officer.field("summary");
      const notice = summary.getByRole("status");
      await officer.write("summary", WORDS);
      await expect(notice).toContainText(officer.t("guard.title"));
      await expect(notice).toContainText(officer.t("catalogue.personal_data_kind.named_person"));
      await expect(notice).toContainText("Mrs S•••••-O•••••");
      await expect(notice).toContainText(officer.t("guard.instead.phone"));
      await expect(notice).not.toContainText("471");
      await expect(summary.locator("textarea")).toHaveAccessibleDescription(
        new RegExp(officer.t("guard.title")),
      );
      await officer.saved();
      const saved = async () => JSON.stringify((await app.get("situation_analysis", analysis.id)).summary);
      await expect.poll(saved).toContain(WORDS);
      expect(await violations(page)).toEqual([]);

      // It goes as soon as the words change, and comes back after a pause while they still look so.
      await page.keyboard.press("Control+End");
      await page.keyboard.type("!");
      await expect(notice).toBeEmpty();
      await expect(notice).toContainText(officer.t("guard.title"));
    });

    test("personal data are listed before export, which goes on, and the officer has the last word", async ({
      app,
      page,
    }) => {
      test.setTimeout(120_000);
      await app.call("create_sample");
      const [analysis] = await app.list("situation_analysis");
      const words = { source: language, words: { [language]: WORDS } };
      await app.change("situation_analysis", analysis.id, { summary: words });
      const officer = await Officer.at(app, page, language);
      await page.goto(`${app.url}/#/reports/situation_analysis/${analysis.id}`);
      const list = page.getByRole("region", { name: officer.t("guard.before_export") });
      await expect(list).toContainText("Mrs S•••••-O•••••");
      await expect(list).toContainText(officer.t("entity.situation_analysis.summary"));
      expect(await violations(page)).toEqual([]);
      await officer.press(officer.t("guard.export_anyway"));
      await expect(page.getByText(officer.t("ui.report.saved_title"))).toBeVisible();
      const [logged] = await app.list("transmission");
      expect(existsSync(await app.call("find_export", { transmission: logged.id }))).toBe(true);

      // The link leads to the words; the officer says that they are harmless, and is not asked again.
      await officer.reach(list.getByRole("link").first());
      await page.keyboard.press("Enter");
      const notice = officer.field("summary").getByRole("status");
      await expect(notice).toContainText(officer.t("guard.title"));
      await officer.press(officer.t("guard.dismiss"));
      await expect(notice).toBeEmpty();
      await expect(officer.field("summary").locator("textarea")).toBeFocused();
      await page.goBack();
      await expect(page.getByRole("button", { name: officer.t("ui.report.export") })).toBeVisible();
      await expect(list).toBeHidden();
    });
  });
}

test("the list before export opens the part in which the words stand", async ({ app, page }) => {
  await app.call("create_sample");
  const [analysis] = await app.list("situation_analysis");
  const [priority] = await app.list("priority", analysis.id);
  await app.change("priority", priority.id, { rationale: { source: "en", words: { en: WORDS } } });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/reports/situation_analysis/${analysis.id}`);
  const list = page.getByRole("region", { name: officer.t("guard.before_export") });
  await officer.reach(list.getByRole("link").first());
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  await expect(officer.field("rationale").getByRole("status")).toContainText(officer.t("guard.title"));
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("a person's own fields are not checked", async ({ app, page }) => {
  await app.call("create_sample");
  const [person] = await app.list("participant");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/participant/${person.id}`);
  await expect(officer.field("family_name")).toBeVisible();
  await officer.write("organisation", "Office of Mr Sample");
  await expect(officer.field("organisation").getByRole("status")).toContainText(officer.t("guard.title"));
  await officer.write("function", "Assistant of Mr Sample");
  await officer.saved();
  await expect(officer.field("function").getByRole("status")).toHaveCount(0);
});
