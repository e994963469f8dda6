// A series of indicators from a table of LibreOffice, by keyboard alone: from the file to the stored values and back.
import { join } from "node:path";
import { expect, test, violations } from "./app";
import { Officer } from "./officer";

const table = (name: string) => join(import.meta.dirname, "../fixtures/tables", name);

for (const language of ["fr", "el"]) {
  test.describe(language, () => {
    test.use({ language });

    test("a table becomes values after the officer saw the plan, and goes again with one key", async ({
      app,
      page,
    }) => {
      await app.call("create_sample");
      const count = async (entity: string) => (await app.list(entity)).length;
      const [values, territories] = [await count("territory_value"), await count("territory")];
      const officer = await Officer.at(app, page, language);
      await page.goto(`${app.url}/#/partnership/territory`);
      await officer.press(officer.t("import.button"));
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await violations(page)).toEqual([]);

      app.answerDialog(table("fr-windows-1252.csv"));
      await officer.press(officer.t("import.choose_file"));
      await expect(page.locator(".series")).toBeFocused();
      await expect(officer.field("header_row").locator(".select-value")).toContainText("Indicateur");
      await expect(page.getByRole("dialog")).toContainText("Les Coteaux");
      expect(await violations(page)).toEqual([]);
      await officer.choose("language", frenchIn(language));
      await officer.press(officer.t("import.show_plan"));

      await expect(page.locator(".series")).toBeFocused();
      await expect(page.getByText(officer.t("import.missing_indicators"))).toBeVisible();
      expect(await count("territory_value")).toBe(values);
      await officer.choose("indicator_0", officer.t("import.create"));
      await officer.choose("indicator_unit_0", officer.t("catalogue.indicator_unit.per_10000"));
      await officer.choose("indicator_direction_0", officer.t("catalogue.better_direction.lower_better"));
      await officer.press(officer.t("import.all_new"));
      await expect(page.locator(".series-counts")).toContainText("9");
      await expect(page.locator(".series-counts dt")).toHaveText([officer.t("import.count.new")]);
      expect(await violations(page)).toEqual([]);
      await officer.press(officer.t("import.import.other", { count: "9" }));

      await expect(page.getByRole("dialog")).toContainText(officer.t("import.done.other", { count: "9" }));
      expect(await violations(page)).toEqual([]);
      expect(await count("territory_value")).toBe(values + 9);
      expect(await count("territory")).toBe(territories + 2);
      await officer.press(officer.t("ui.undo.undo"));
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect.poll(() => count("territory_value")).toBe(values);
      expect(await count("territory")).toBe(territories);
    });
  });
}

test("a table that cannot be read is refused in words, and bad values have to be agreed to", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/partnership/territory`);
  await officer.press(officer.t("import.button"));
  app.answerDialog(app.write("old.xlsx", "%PDF-1.4 no table"));
  await officer.press(officer.t("import.choose_file"));
  await expect(page.getByRole("alert")).toContainText(officer.t("error.not_a_table"));

  app.answerDialog(app.write("table.csv", "indicator;period;value\nPupils;2015;12,5\nPupils;2016;many\n"));
  await officer.press(officer.t("import.choose_file"));
  await officer.choose("language", "German");
  await officer.press(officer.t("import.show_plan"));
  await officer.choose("indicator_0", officer.t("import.create"));
  await officer.choose("indicator_unit_0", officer.t("catalogue.indicator_unit.count"));
  await officer.choose("indicator_direction_0", officer.t("catalogue.better_direction.neutral"));
  const bad = page.locator(".table").filter({ hasText: officer.t("import.reason.not_a_number") });
  await expect(bad).toContainText("C3");
  await expect(bad).toContainText("many");
  await officer.press(officer.t("import.import.one", { count: "1" }));
  await expect(page.getByRole("alert")).toContainText(officer.t("error.bad_rows"));
  await officer.reach(officer.field("leave_out_bad").locator("input"));
  await page.keyboard.press("Space");
  await officer.press(officer.t("import.import.one", { count: "1" }));
  await expect(page.getByRole("dialog")).toContainText(officer.t("import.done.one", { count: "1" }));
});

/** The name of French in a language, as the window lists it. */
function frenchIn(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of("fr") ?? "";
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
