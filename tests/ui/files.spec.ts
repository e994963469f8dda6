// Files: what was exported before and can still be used, and nothing of one partnership in another's window.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, violations, withApp } from "./app";
import { Officer } from "./officer";

test("an earlier report is looked for when it is asked for, and each button names its file", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  let asked = 0;
  page.on("request", (request) => {
    if (request.postData()?.includes("find_export")) asked += 1;
  });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/reports/action_list`);
  await expect(page.getByRole("button", { name: officer.t("ui.reports.take_receipt") })).toBeVisible();
  await app.call("export_report", { kind: "action_list", language: "en" });
  const made = await app.call("export_report", { kind: "situation_analysis", language: "en" });
  const name = made.path.split("/").at(-1);
  await page.reload();
  const open = officer.pair(officer.t("ui.report.open"), name);
  await expect(page.getByRole("button", { name: open })).toBeVisible();
  expect(asked).toBe(0);
  await officer.press(open);
  await expect.poll(() => app.desktop().at(-1)).toEqual({ open: made.path });
  expect(await violations(page)).toEqual([]);
  rmSync(made.path);
  await officer.press(open);
  await expect(page.locator(".message")).toContainText(officer.t("ui.report.not_found"));
});

test("nothing of one partnership shows when another's file is opened", async ({ app, page }) => {
  const other = join(app.home, "documents", "other.liaise");
  await app.call("create_sample", { path: other });
  for (const { id } of await app.list("meeting")) await app.call("delete_record", { entity: "meeting", id });
  await app.call("create_sample");
  const [meeting] = await app.list("meeting");
  const title: string = meeting.title.words.en;
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.meeting"));
  await expect(page.locator("main table").first()).toContainText(title);
  await page.goto(`${app.url}/#/meeting/${meeting.id}/agenda`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await app.handOver(other, page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("ui.nav.overview"));
  // Only meetings lead to a page of their own; the series below them do not.
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector("main table tbody a")) document.documentElement.dataset.leak = "";
    }).observe(document.body, { childList: true, subtree: true });
  });
  await officer.follow(officer.t("ui.nav.meeting"));
  await expect(page.getByText(officer.t("ui.empty.meeting"))).toBeVisible();
  await expect(page.locator("html[data-leak]")).toHaveCount(0);
});

test("a colleague's file that is opened from outside shows its plan, but not to the people in the room", async ({
  app,
  page,
}) => {
  await withApp("en", async (other) => {
    await other.call("create_sample");
    await other.call("join_exchange", { label: "School service" });
    const { key } = await app.call("exchange");
    await other.call("add_member", { label: "Town hall", key });
    const first = join(app.home, "first.liaise-bundle");
    await other.call("write_bundle", { path: first });

    // At the start, before the page listens: the file makes the partnership's file here.
    await app.handOver(first);
    const officer = await Officer.at(app, page);
    await officer.press(officer.t("ui.exchange.accept"));
    await officer.press(officer.t("ui.word.done"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("ui.nav.overview"));

    // While the screen is shared nothing shows; afterwards the plan does.
    const second = join(app.home, "second.liaise-bundle");
    await other.call("write_bundle", { path: second, whole: true });
    await page.goto(`${app.url}/#/shared`);
    await expect(page.locator(".wall")).toBeVisible();
    const asked = page.waitForResponse(
      (answer) => answer.request().postData()?.includes("handed_over") === true,
    );
    await app.handOver(second, page);
    expect(await (await asked).json()).toEqual({ path: second, bundle: true });
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.goto(`${app.url}/#/data`);
    await expect(page.getByRole("dialog")).toContainText("School service");
    expect(await violations(page)).toEqual([]);
  });
});

test("what others made is listed, can be searched, and shows the words of its licence", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.data"));
  await officer.follow(officer.t("ui.about.link"));
  const { version, works } = await app.call("about");
  await expect(page.locator(".page-intro")).toContainText(version);
  await expect(page.locator("main tbody tr")).toHaveCount(works.length);
  expect(await violations(page)).toEqual([]);
  await officer.write("search", "sqlcipher");
  await expect(page.locator("main tbody tr")).toHaveCount(1);
  await officer.press("sqlcipher-src");
  await expect(page.getByRole("dialog")).toContainText("ZETETIC LLC");
  await officer.reach(page.locator(".licence"));
  expect(await violations(page)).toEqual([]);
});
