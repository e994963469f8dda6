// The common catalogue: the coordinator edits and saves it, a partner sees what would change and accepts it; then it is
// used. And the map on which the coordinator sees the partners.
import { join } from "node:path";
import { expect, test, violations } from "./app";
import { Officer } from "./officer";

test("the coordinator's catalogue goes to a partner, who sees what would change and uses it", async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await app.call("create_file", {
    file: { partner: "EFUS", name: "LIAISE network", language: "en", agencies: [] },
  });
  const network = (await app.call("file")).path;
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.network"));
  await officer.tab(officer.t("entity.pack_entry.many"));

  // An indicator: what other kinds have is not asked for.
  await officer.add();
  await officer.choose("kind", officer.t("catalogue.pack_kind.indicator"));
  await expect(officer.field("period_from")).toHaveCount(0);
  await officer.write("code", "dialogues");
  await officer.write("title", "Dialogues held");
  await officer.choose("indicator_kind", officer.t("catalogue.indicator_kind.count"));
  expect(await violations(page)).toEqual([]);
  await officer.done();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("main table tbody tr")).toHaveCount(1);
  const [{ id: partnership }] = await app.call("list_records", { entity: "partnership" });
  for (const values of [
    { kind: "target", code: "trained", number: 350 },
    { kind: "foreword", words: { source: "en", words: { en: "Thanks to all partners" } } },
  ])
    await app.call("create_record", { entity: "pack_entry", values: { partnership, ...values } });
  await officer.press(officer.t("ui.pack.export"));
  await expect(page.locator(".message")).toContainText(".liaise-catalogue");
  const saved = app.desktop().at(-1).reveal;
  expect(await violations(page)).toEqual([]);

  // The partner, on its own file.
  await app.call("close_file");
  await app.call("create_sample", { path: join(app.home, "partner.liaise") });
  const again = await Officer.at(app, page);
  await again.follow(again.t("ui.nav.reports"));
  app.answerDialog(saved);
  await again.press(again.t("ui.pack.open"));
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("tbody tr")).toHaveCount(3);
  await expect(dialog.locator("tbody tr").filter({ hasText: again.t("ui.pack.change_new") })).toHaveCount(3);
  expect(await violations(page)).toEqual([]);
  await again.press(again.t("ui.pack.accept"));
  await expect(page.locator(".message")).toContainText(again.t("ui.pack.accepted"));
  await expect(page.locator("section[aria-labelledby=common-catalogue] tbody tr")).toHaveCount(3);
  const { targets } = await app.call("overview");
  expect(targets.find(({ code }: { code: string }) => code === "trained").project).toBe(350);

  // The same once more is refused by name.
  app.answerDialog(saved);
  await again.press(again.t("ui.pack.open"));
  await expect(page.locator(".message")).toContainText(again.t("error.same_pack"));

  // It is offered for an indicator, and the words stand in the report.
  const args = { kind: "partner_periodic_report", language: "en" };
  expect((await app.call("preview_report", args)).html).toContain("Thanks to all partners");
  expect(network).toContain(".liaise");
});

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="20" height="20" fill="#0d477d"/></svg>';

for (const language of ["en", "el"]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("a logo and a wording of a factor go to a partner, who sees both before accepting", async ({
      app,
      page,
    }) => {
      test.setTimeout(180_000);
      await app.call("create_file", {
        file: { partner: "EFUS", name: "LIAISE network", language, agencies: [] },
      });
      const officer = await Officer.at(app, page, language);
      await officer.follow(officer.t("ui.nav.network"));
      await officer.tab(officer.t("entity.pack_entry.many"));

      // The factor is chosen from the list, and worded.
      const own = officer.code("factor", "rf_i01");
      await officer.add();
      await officer.choose("kind", officer.code("pack_kind", "factor"));
      await expect(officer.field("words")).toBeVisible();
      await officer.search("code", own);
      await officer.write("title", "Being treated unfairly");
      await officer.write("words", "As residents tell it themselves.");
      expect(await violations(page)).toEqual([]);
      await officer.done();
      await expect(page.getByRole("dialog")).toHaveCount(0);

      // The logo has words for those who cannot see it, and then its picture.
      await officer.add();
      await officer.choose("kind", officer.code("pack_kind", "logo"));
      await expect(officer.field("words")).toHaveCount(0);
      await officer.write("code", "network");
      await officer.write("title", "Logo of the network");
      await officer.done();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await officer.press(officer.t("ui.pack.export"));
      const missing = officer.t("error.logo_missing", { detail: "network" });
      await expect(page.locator(".message").last()).toContainText(missing);
      await officer.press(officer.code("pack_kind", "logo"));
      const dialog = page.getByRole("dialog");
      await expect(dialog).toContainText(officer.t("ui.pack.no_logo"));
      app.answerDialog(app.write("animation.png", "GIF89a"));
      await officer.press(officer.t("ui.pack.choose_logo"));
      await expect(dialog).toContainText(officer.t("error.image_unknown"));
      expect(await violations(page)).toEqual([]);
      app.answerDialog(app.write("logo.svg", DRAWING));
      await officer.press(officer.t("ui.pack.choose_logo"));
      await expect(dialog.getByRole("img", { name: "Logo of the network" })).toBeVisible();
      await expect(dialog).not.toContainText(officer.t("error.image_unknown"));
      expect(await violations(page)).toEqual([]);
      await officer.press(officer.t("ui.word.done"));
      await officer.press(officer.t("ui.pack.export"));
      await expect(page.locator(".message").last()).toContainText(".liaise-catalogue");
      const saved = app.desktop().at(-1).reveal;

      // The partner sees picture and words before it accepts.
      await app.call("close_file");
      await app.call("create_sample", { path: join(app.home, "partner.liaise") });
      const again = await Officer.at(app, page, language);
      await again.follow(again.t("ui.nav.reports"));
      app.answerDialog(saved);
      await again.press(again.t("ui.pack.open"));
      await expect(dialog.locator('img.logo[src^="data:image/svg+xml;"]')).toBeVisible();
      await expect(dialog).toContainText("Logo of the network");
      await expect(dialog).toContainText(own);
      await expect(dialog).toContainText("Being treated unfairly");
      await expect(dialog).toContainText("As residents tell it themselves.");
      expect(await violations(page)).toEqual([]);
      await again.press(again.t("ui.pack.accept"));
      await expect(page.locator(".message")).toContainText(again.t("ui.pack.accepted"));

      // From then on the factor is worded so where it is rated, and in the report.
      const [analysis] = await app.list("situation_analysis");
      await page.goto(`${app.url}/#/situation_analysis/${analysis.id}/risk_factors`);
      const factor = page.getByRole("rowheader", { name: "Being treated unfairly" });
      await expect(factor).toContainText("As residents tell it themselves.");
      await expect(page.getByText(own, { exact: true })).toHaveCount(0);
      expect(await violations(page)).toEqual([]);
      const { html } = await app.call("preview_report", { kind: "situation_analysis", language });
      expect(html.includes("Being treated unfairly") && !html.includes(own)).toBe(true);
      expect(html.includes('class="paper-logo" alt="Logo of the network"')).toBe(true);
    });
  });
}

test("the map shows each partner with its state in words, by keyboard", async ({ app, page }) => {
  await app.call("create_file", {
    file: { partner: "EFUS", name: "LIAISE network", language: "en", agencies: [] },
  });
  await app.call("fill_directory");
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.network"));
  await officer.tab(officer.t("ui.network.map"));
  const marks = page.getByRole("toolbar").getByRole("button");
  await expect(marks).toHaveCount(24);
  await expect(page.locator("main table tbody tr")).toHaveCount(24);
  await officer.reach(marks.first());
  await page.keyboard.press("ArrowRight");
  await expect(marks.nth(1)).toBeFocused();
  const label = (await marks.nth(1).getAttribute("aria-label")) ?? "";
  expect(label).toContain(officer.t("catalogue.partner_state.silent"));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
