// What must not be lost or silently refused: wrong entries, deletions, closing the window in the middle of a word.
import { expect, test } from "./app";
import { Officer } from "./officer";

test("a refused entry says why under its field, keeps what was typed, and takes the focus", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.situation_analysis"));
  await officer.add();
  await officer.write("territory", "Old town");
  await officer.done();
  await expect(officer.field("title").locator(".problem")).toHaveText(officer.t("problem.required"));
  await expect(officer.field("title").locator("input")).toBeFocused();
  await expect(officer.field("territory").locator("input")).toHaveValue("Old town");
});

test("an entry is saved while one types and can be taken back", async ({ app, page }) => {
  await app.call("create_sample");
  const [pilot] = await app.list("pilot_initiative");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}`);
  await officer.write("title", "Another name");
  await officer.saved();
  const title = async () => (await app.get("pilot_initiative", pilot.id)).title;
  await expect.poll(async () => JSON.stringify(await title())).toContain("Another name");
  await officer.press(officer.t("ui.undo.undo"));
  await expect.poll(title).toEqual(pilot.title);
});

test("a deleted record comes back with one key", async ({ app, page }) => {
  await app.call("create_sample");
  const titles = async () =>
    (await app.list("training_session")).map(({ id, title }) => [id, title] as [string, unknown]);
  const before = await titles();
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/training_session/${before[0]?.[0]}`);
  await officer.menu(officer.t("ui.word.more"));
  await expect.poll(async () => (await titles()).length).toBe(before.length - 1);
  await page.keyboard.press("Control+Z");
  await expect.poll(titles).toEqual(before);
});

test("what is being typed is saved when the window is closed", async ({ app, page }) => {
  await app.call("create_sample");
  const [pilot] = await app.list("pilot_initiative");
  const path = (await app.call("file")).path;
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/pilot_initiative/${pilot.id}`);
  await officer.write("title", "Typed in the last moment");
  // What the shell does when the close button is pressed.
  await page.evaluate(() => window.dispatchEvent(new Event("liaise:close")));
  await expect.poll(() => app.desktop()).toEqual([{ close: true }]);
  await app.call("open_file", { path });
  const after = await app.get("pilot_initiative", pilot.id);
  expect(JSON.stringify(after.title)).toContain("Typed in the last moment");
});

test("a file that is none of ours is refused in words", async ({ app, page }) => {
  const officer = await Officer.at(app, page);
  app.answerDialog(app.write("notes.liaise", "These are notes, not a partnership."));
  await officer.press(officer.t("ui.start.open_button"));
  await expect(page.getByText(officer.t("error.not_our_file"))).toBeVisible();
});
