// Every screen of the sample partnership, in the languages and colours that differ most: no accessibility violation.
import { type App, expect, test, violations } from "./app";

/** The addresses of all screens, records of the sample included. */
async function screens(app: App): Promise<string[]> {
  const first = async (entity: string): Promise<string> => (await app.list(entity))[0].id;
  // The newest: it is compared with the earlier one.
  const analysis = `situation_analysis/${(await app.list("situation_analysis")).at(-1).id}`;
  const training = `training_session/${await first("training_session")}`;
  const pilot = `pilot_initiative/${await first("pilot_initiative")}`;
  const meeting = `meeting/${await first("meeting")}`;
  const all: { kind: string; network: boolean }[] = await app.call("list_reports");
  const kinds = all.filter(({ network }) => !network);
  // Only one pilot initiative has come so far that there is a sheet to print.
  const [sheet] = await app.list("practice_sheet");
  return [
    "overview",
    "situation_analysis",
    ...(await parts(app)).map((part) => `${analysis}/${part}`),
    "training_session",
    ...["details", "half_day", "trainer", "enrolment", "attendance"].map((tab) => `${training}/${tab}`),
    ...["certificate", "evaluation", "figures", "files"].map((tab) => `${training}/${tab}`),
    "pilot_initiative",
    ...["details", "logframe_row", "indicator", "results", "plan", "risk", "budget_line"].map(
      (tab) => `${pilot}/${tab}`,
    ),
    ...["status_report", "evaluation", "practice_sheet"].map((tab) => `${pilot}/${tab}`),
    "meeting",
    ...["details", "agenda", "attendance", "live", "decision", "action_point"].map(
      (tab) => `${meeting}/${tab}`,
    ),
    "action_point",
    "participant",
    `participant/${await first("participant")}`,
    ...kinds.map(
      ({ kind }) => `reports/${kind}${kind === "practice_sheet" ? `/${sheet.pilot_initiative}` : ""}`,
    ),
    ...["details", "agency", "stakeholders", "maturity", "territory"].map((tab) => `partnership/${tab}`),
    "exchange",
    "protection",
    "data",
    "about",
  ];
}

/** The parts of a situation analysis. */
async function parts(app: App): Promise<string[]> {
  return (await app.call("catalogues")).analysis_part;
}

for (const language of ["en", "el"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ language, colorScheme });

      test("every screen is accessible", async ({ app, page }) => {
        test.setTimeout(180_000);
        await app.call("create_sample");
        await app.call("join_exchange", { label: "Town hall" });
        const found: string[] = [];
        await page.goto(app.url);
        for (const screen of await screens(app)) {
          await page.goto(`${app.url}/#/${screen}`);
          await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
          if (screen.startsWith("reports/"))
            await expect(page.locator(".paper h1, .paper h2").first()).toBeVisible();
          found.push(...(await violations(page)).map((violation) => `${screen}: ${violation}`));
        }
        expect(found).toEqual([]);
      });

      test("every form of a new record is accessible", async ({ app, page }) => {
        await app.call("create_sample");
        const found: string[] = [];
        await page.goto(app.url);
        for (const screen of [
          "situation_analysis",
          "training_session",
          "pilot_initiative",
          "meeting",
          "participant",
        ]) {
          await page.goto(`${app.url}/#/${screen}`);
          await page.locator(".parts-head button").first().click();
          await expect(page.getByRole("dialog")).toBeVisible();
          found.push(...(await violations(page)).map((violation) => `${screen}: ${violation}`));
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog")).toBeHidden();
        }
        expect(found).toEqual([]);
      });
    });
  }
}

for (const { name, width, height } of [
  { name: "a small projector", width: 1024, height: 768 },
  { name: "the same at 200 percent", width: 512, height: 384 },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test("no screen is wider than the window", async ({ app, page }) => {
      test.setTimeout(120_000);
      await app.call("create_sample");
      await page.goto(app.url);
      const wide: string[] = [];
      for (const screen of await screens(app)) {
        await page.goto(`${app.url}/#/${screen}`);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wide.push(`${screen}: ${over} pixels`);
      }
      expect(wide).toEqual([]);
    });
  });
}
