// Draws the pictures of the README into assets/screenshots, from the sample partnership and at a fixed time.
import { join } from "node:path";
import { type App, expect, test } from "./app";

const NOW = "2016-12-12T08:00:00Z";

test.use({ now: NOW, timezoneId: "UTC", viewport: { width: 1280, height: 800 } });

const PICTURES = join(import.meta.dirname, "../../assets/screenshots");

const SCREENS: { name: string; address: (app: App) => Promise<string>; shows: string }[] = [
  { name: "overview", address: async () => "overview", shows: "main h2" },
  { name: "analysis", address: (app) => record(app, "situation_analysis", "manifestations"), shows: "table" },
  { name: "attendance", address: (app) => record(app, "training_session", "attendance"), shows: "table" },
  { name: "pilot", address: (app) => record(app, "pilot_initiative", "indicator"), shows: "table" },
  { name: "meeting", address: (app) => record(app, "meeting", "agenda"), shows: ".agenda > li" },
  { name: "shared_screen", address: slide, shows: ".wall .paper-chart" },
  { name: "report", address: async () => "reports/situation_analysis", shows: ".paper h1, .paper h2" },
];

async function record(app: App, entity: string, tab: string): Promise<string> {
  const latest = (await app.list(entity)).at(-1);
  return `${entity}/${latest.id}/${tab}`;
}

/** A pilot initiative's time line on the shared screen of the latest meeting. */
async function slide(app: App): Promise<string> {
  const meeting = (await app.list("meeting")).at(-1).id;
  const { slides } = await app.call("shared_screen", { meeting, language: "en" });
  const { key } = slides.find((one: { key: string }) => one.key.includes("/timeline/"));
  return `shared/${meeting}/${encodeURIComponent(key)}`;
}

for (const { name, address, shows } of SCREENS) {
  test(name, async ({ app, page }) => {
    await app.call("create_sample");
    await page.clock.setFixedTime(NOW);
    await page.goto(`${app.url}/#/${await address(app)}`);
    await expect(page.locator(shows).first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(PICTURES, `${name}.png`), caret: "hide" });
  });
}
