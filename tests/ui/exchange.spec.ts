// Two laptops of one partnership, each with its own server: a colleague is added, a file goes over, both change the same
// field, and somebody chooses. By keyboard alone.
import { join } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { type App, test, violations, withApp, words } from "./app";
import { Officer } from "./officer";

/** A page of its own for a second laptop. */
async function pageOf(browser: Browser): Promise<Page> {
  return (
    await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: "reduce" })
  ).newPage();
}

async function titleOf(app: App, id: string): Promise<string> {
  const record = await app.get("situation_analysis", id);
  return record.title.words.en;
}

test("a second laptop joins, both work, and what both changed is chosen", async ({ app, page, browser }) => {
  await withApp("en", async (other) => {
    await app.call("create_sample");
    const analyses = await app.list("situation_analysis");
    const id: string = analyses[0].id;

    // The second laptop shows its key before it has any file.
    const second = await pageOf(browser);
    const colleague = await Officer.at(other, second);
    await colleague.press(colleague.t("ui.exchange.join_button"));
    await expect(second.locator(".laptop-key")).toContainText("LIAISE-1");
    expect(await violations(second)).toEqual([]);
    const key = (await second.locator(".laptop-key").textContent()) ?? "";

    // The first one names itself, adds the second, and makes a file.
    const officer = await Officer.at(app, page);
    await officer.follow(officer.t("ui.nav.exchange"));
    await officer.write("laptop_label", "Town hall");
    await officer.press(officer.t("ui.exchange.name_button"));
    await expect(page.getByText(officer.t("ui.exchange.alone"))).toBeVisible();
    const letters = (await app.call("exchange")).report_key;
    await expect(page.getByText(officer.t("ui.exchange.report_key", { letters }))).toBeVisible();
    await officer.press(officer.t("ui.exchange.add"));
    await officer.write("label", "School service");
    await officer.write("key", `${key}Q`);
    await officer.done();
    await expect(officer.front()).toContainText(officer.t("problem.not_a_key"));
    expect(await violations(page)).toEqual([]);
    await officer.write("key", key);
    await officer.done();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("cell", { name: /^[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}$/ })).toHaveCount(2);
    const first = join(app.home, "first.liaise-bundle");
    app.answerDialog(first);
    await expect(page.getByText(officer.t("ui.report.personal_saved"))).toBeVisible();
    await officer.press(officer.t("ui.exchange.make"));
    await expect(
      page.getByText(officer.t("ui.exchange.made_for", { names: "School service" })),
    ).toBeVisible();
    expect(await violations(page)).toEqual([]);

    // The second laptop begins with it.
    await colleague.press(colleague.t("ui.exchange.take_in"));
    other.answerDialog(first);
    await colleague.press(colleague.t("ui.exchange.choose_file"));
    await expect(second.locator(".series")).toBeFocused();
    const { check } = await app.call("exchange");
    await expect(second.getByText(check)).toBeVisible();
    expect(await violations(second)).toEqual([]);
    await colleague.press(colleague.t("ui.exchange.accept"));
    await expect(second.getByRole("dialog")).toContainText(colleague.t("ui.exchange.taken"));
    await colleague.press(colleague.t("ui.word.done"));
    await expect(second.getByRole("navigation")).toBeVisible();
    expect(await titleOf(other, id)).toBe(await titleOf(app, id));

    // Both change the same title.
    for (const [laptop, title] of [
      [app, "As the town hall sees it"],
      [other, "As the schools see it"],
    ] as const) {
      const values = { title: words(title) };
      await laptop.change("situation_analysis", id, values);
    }
    const back = join(other.home, "back.liaise-bundle");
    await other.call("write_bundle", { path: back });
    await page.reload();
    await officer.press(officer.t("ui.exchange.take_in"));
    app.answerDialog(back);
    await officer.press(officer.t("ui.exchange.choose_file"));
    await expect(page.locator(".series")).toBeFocused();
    await expect(page.getByRole("dialog")).toContainText("As the schools see it");
    expect(await violations(page)).toEqual([]);
    await officer.press(officer.t("ui.exchange.accept"));
    await expect(page.getByRole("dialog")).toContainText(
      officer.t("ui.exchange.to_choose.one", { count: "1" }),
    );
    await officer.press(officer.t("ui.word.done"));

    // Side by side, with a button for each.
    const conflict = page.locator(".conflict");
    await expect(conflict).toContainText("As the town hall sees it");
    await expect(conflict).toContainText("School service");
    expect(await violations(page)).toEqual([]);
    await officer.reach(
      page.getByRole("button", {
        name: officer.pair(officer.t("ui.exchange.keep"), "As the schools see it"),
      }),
    );
    await page.keyboard.press("Enter");
    await expect(conflict).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    expect(await titleOf(app, id)).toBe("As the schools see it");

    // There is a copy of what was before, and a way back to it.
    const copy = page.getByRole("button", { name: /^Go back to this copy:/ });
    await officer.reach(copy);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alertdialog")).toContainText(officer.t("ui.exchange.restore_help"));
    expect(await violations(page)).toEqual([]);
    await officer.press(officer.t("ui.exchange.restore"));
    await expect(page.getByRole("alertdialog")).toBeHidden();
    expect(await titleOf(app, id)).toBe("As the town hall sees it");
    await second.context().close();
  });
});

test("a watched folder shows what came, and a file for others is refused in words", async ({ app, page }) => {
  await withApp("en", async (other) => {
    await app.call("create_sample");
    await app.call("join_exchange", { label: "Town hall" });
    const { key } = await other.call("exchange");
    await app.call("add_member", { label: "School service", key });
    const begin = join(app.home, "begin.liaise-bundle");
    await app.call("write_bundle", { path: begin });
    const { digest } = await other.call("compare_bundle", { path: begin });
    await other.call("accept_bundle", { path: begin, digest });
    await other.create("situation_analysis", {
      title: words("New"),
      territory: words("Town"),
      period_from: "2016-01-01",
      period_to: "2016-12-31",
    });
    const folder = join(app.home, "documents");
    await other.call("choose_exchange_folder", { path: folder });
    const made = await other.call("write_bundle");
    app.write("broken.liaise-bundle", "no bundle");

    const officer = await Officer.at(app, page);
    await officer.follow(officer.t("ui.nav.data"));
    await officer.follow(officer.t("ui.exchange.data_link"));
    app.answerDialog(folder);
    await officer.press(officer.t("ui.exchange.choose_folder"));
    await expect(page.getByText(made.file_name)).toBeVisible();
    await expect(page.getByText(officer.t("error.not_a_bundle"))).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await officer.press(officer.pair(officer.t("ui.exchange.take_in"), made.file_name));
    await expect(page.locator(".series")).toBeFocused();
    await officer.press(officer.t("ui.exchange.accept"));
    await expect(page.getByRole("dialog")).toContainText(officer.t("ui.exchange.taken"));
    await officer.press(officer.t("ui.word.done"));
    await expect(page.getByText(made.file_name)).toHaveCount(0);
    const chooser = page.getByRole("button", { name: officer.t("ui.exchange.choose_folder") });
    await expect(chooser).toBeFocused();
    await officer.press(officer.t("ui.exchange.forget_folder"));
    await expect(page.getByText(folder)).toHaveCount(0);
    await expect(chooser).toBeFocused();

    // A laptop that leaves.
    await officer.press(officer.pair(officer.t("ui.exchange.remove"), "School service"));
    await officer.press(officer.t("ui.exchange.remove"));
    await expect(page.getByRole("alertdialog")).toBeHidden();
    await expect(page.getByRole("button", { name: officer.t("ui.exchange.add") })).toBeFocused();
  });
});

test("a partnership in a synchronised folder is warned about where one sees it first", async ({
  app,
  page,
}) => {
  await app.call("create_sample", { path: join(app.home, "Dropbox", "sample.liaise") });
  const officer = await Officer.at(app, page);
  const warning = officer.t("ui.exchange.shared_place", { place: officer.t("ui.exchange.place.dropbox") });
  await expect(page.getByText(warning)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await officer.follow(officer.t("ui.nav.exchange"));
  await expect(page.getByText(warning)).toBeVisible();
});
