// The coordinator: partners' PDF reports dropped on the window become the target board, by keyboard; what is missing is
// reminded.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type App, atTheSameTime, expect, test, violations, words } from "./app";
import { Officer } from "./officer";

const NOW = "2016-09-14T08:00:00Z";

/** A partner's report, made from a sample of its own on the same laptop. */
async function report(app: App, code: string, language: string): Promise<string> {
  await app.call("create_sample", { path: join(app.home, `${code}.liaise`) });
  const [{ id }] = await app.list("partnership");
  const values = { partner_code: code, partner_name: `Partner ${code}`, language };
  await app.change("partnership", id, values);
  const path = join(app.home, "documents", "in", `${code}.pdf`);
  const { path: made } = await app.call("export_report", { kind: "partner_periodic_report", language, path });
  await app.call("close_file");
  return made;
}

test.use({ now: NOW, timezoneId: "UTC" });

test("reports dropped on the window become the board after the plan was seen", async ({ app, page }) => {
  test.setTimeout(180_000);
  const folder = join(app.home, "documents", "in");
  app.folder(folder);
  for (const [code, language] of [
    ["LIE", "fr"],
    ["AXD", "el"],
    ["AUG", "de"],
  ] as const)
    await report(app, code, language);
  await app.call("create_file", {
    file: { partner: "EFUS", name: "LIAISE network", language: "en", agencies: [] },
  });
  const [{ id: partnership }] = await app.list("partnership");
  await atTheSameTime(page, NOW);
  const officer = await Officer.at(app, page);

  // The directory, from the project description, and a period that partners report on.
  await officer.follow(officer.t("ui.nav.network"));
  await officer.tab(officer.t("ui.network.directory"));
  await officer.press(officer.t("ui.network.fill"));
  await expect(page.locator("main table tbody tr")).toHaveCount(24);
  await app.create("reporting_period", {
    partnership,
    title: words("Summer"),
    period_from: "2016-05-01",
    period_to: "2016-08-31",
    kind: "quarterly",
    due: "2016-09-12",
  });

  // Dropped: the folder with all three, and something that is no report.
  await officer.tab(officer.t("ui.network.take_in"));
  const note = app.write("note.pdf", "no report");
  await page.evaluate(
    (paths) => window.dispatchEvent(new CustomEvent("liaise:drop", { detail: paths })),
    [folder, note],
  );
  const plan = page.locator("main table tbody tr");
  await expect(plan).toHaveCount(4);
  await expect(plan.filter({ hasText: officer.t("catalogue.package_state.new") })).toHaveCount(3);
  await expect(plan.last()).toContainText(officer.t("catalogue.package_state.unreadable"));
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.network.accept"));
  await expect(page.locator(".message")).toContainText("3");

  // The board, with its rules and what may have been counted twice.
  await officer.tab(officer.t("ui.network.board"));
  const { board } = await app.call("network", { today: "2016-09-14" });
  for (const { code, reached, project } of board) {
    const text = officer.t("ui.network.reached", { reached: String(reached), project: String(project) });
    const row = page.locator(".target-list > li").filter({ hasText: officer.t(`target_rule.${code}`) });
    await expect(row.first()).toContainText(text);
  }
  expect(board.find(({ code }: { code: string }) => code === "pilots").reached).toBe(3);
  await expect(page.getByText(/Double counts/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // What one partner shared, without a name.
  await officer.tab(officer.t("ui.network.matrix"));
  await officer.press("Liège");
  await expect(page.getByRole("dialog").locator("tbody tr")).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");

  // Who is late, and a reminder in the partner's own language.
  await officer.tab(officer.t("ui.network.radar"));
  const late = page.locator("main table").first().locator("tbody tr");
  await expect(late).toHaveCount(23);
  await expect(late.filter({ hasNotText: officer.t("catalogue.report_state.missing") })).toHaveCount(3);
  const [partner] = (await app.list("network_partner")).filter(
    ({ code }: { code: string }) => code === "MAL",
  );
  await app.change("network_partner", partner.id, { contact_email: "prevention@malmo.example" });
  await officer.press(officer.t("ui.network.remind_named", { name: "Malmö" }));
  await expect(page.locator(".message")).toContainText("Malmö");
  const opened = app.desktop().at(-1).open;
  expect(readFileSync(opened, "utf8")).toContain("prevention@malmo.example");
  expect(await violations(page)).toEqual([]);
  for (const name of ["ui.network.common", "entity.seminar.many"]) {
    await officer.tab(officer.t(name));
    expect(await violations(page)).toEqual([]);
  }

  // The consolidated report, in Greek.
  const exported = await app.call("export_report", { kind: "consolidated_programme_report", language: "el" });
  expect(exported.warnings).toEqual([]);
  expect(exported.pages).toBeGreaterThan(2);
});
