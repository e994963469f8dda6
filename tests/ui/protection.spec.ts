// Encrypting the file, the people who may open it, locking and unlocking: by keyboard alone.
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { type App, test, violations } from "./app";
import { Officer } from "./officer";

const PASSPHRASE = "four words and more";

/** An officer whose partnership's file is encrypted; the recovery key. */
async function encrypted(app: App, page: Page, language = "en"): Promise<{ officer: Officer; key: string }> {
  const file = { partner: "LIE", name: "Partnership", language: "fr", agencies: [] };
  await app.call("create_file", { file });
  const { key } = await app.call("protect_file", { name: "Ada", passphrase: PASSPHRASE });
  return { officer: await Officer.at(app, page, language), key };
}

async function unlock(officer: Officer, passphrase: string) {
  await officer.write("passphrase", passphrase);
  await officer.page.keyboard.press("Enter");
}

for (const language of ["en", "el"]) {
  test.describe(language, () => {
    test.use({ language });

    test("a new partnership is asked, and its officer encrypts the file and keeps the key", async ({
      app,
      page,
    }) => {
      const file = { partner: "LIE", name: "Partnership", language: "fr", agencies: [] };
      await app.call("create_file", { file });
      const officer = await Officer.at(app, page, language);
      await expect(page.getByText(officer.t("ui.protection.notice")).first()).toBeVisible();
      await officer.follow(officer.t("ui.protection.notice_link"));
      await expect(page.getByText(officer.t("ui.protection.state_open")).first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await officer.write("name", "Ada");
      await officer.write("passphrase", "short");
      await officer.write("repeat", "shorter");
      await officer.press(officer.t("ui.protection.encrypt"));
      await expect(officer.field("repeat")).toContainText(officer.t("ui.protection.differs"));
      await officer.write("repeat", "short");
      await officer.press(officer.t("ui.protection.encrypt"));
      await expect(officer.field("passphrase")).toContainText("12");
      await officer.write("passphrase", PASSPHRASE);
      await officer.write("repeat", PASSPHRASE);
      await officer.press(officer.t("ui.protection.encrypt"));
      const key = (await page.locator(".recovery-key").textContent()) ?? "";
      expect(key.replaceAll(" ", "")).toMatch(/^[0-9A-Z]{58}$/);
      expect(await violations(page)).toEqual([]);
      const sheet = `${app.home}/sheet.pdf`;
      app.answerDialog(sheet);
      await officer.press(officer.t("ui.protection.recovery_save"));
      await expect(page.getByText(officer.t("ui.protection.recovery_saved", { path: sheet }))).toBeVisible();
      await officer.press(officer.t("ui.protection.recovery_done"));
      await expect(page.getByText(officer.t("ui.protection.state_encrypted")).first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("a locked file opens with the passphrase, with the recovery key, and with nothing else", async ({
  app,
  page,
}) => {
  const { officer, key } = await encrypted(app, page);
  await officer.press(officer.t("ui.protection.lock"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Partnership");
  expect(await violations(page)).toEqual([]);
  await unlock(officer, "four words and less");
  await expect(page.getByRole("alert")).toContainText(officer.t("error.wrong_passphrase"));
  await unlock(officer, PASSPHRASE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("ui.nav.overview"));

  await officer.press(officer.t("ui.protection.lock"));
  await officer.press(officer.t("ui.protection.use_recovery"));
  await officer.write("recovery_key", key);
  await officer.press(officer.t("ui.protection.unlock"));
  await expect(page.getByText(officer.t("ui.protection.recovered")).first()).toBeVisible();
  expect((await app.call("protection")).user).toBeNull();
});

for (const language of ["en", "ca"]) {
  test.describe(language, () => {
    test.use({ language });

    test("the computer's keyring opens the file where that is wanted, until the passphrase is another", async ({
      app,
      page,
    }) => {
      const { officer } = await encrypted(app, page, language);
      const lock = officer.t("ui.protection.lock");
      await officer.press(lock);
      await expect(officer.field("passphrase")).toBeVisible();
      const open = page.getByRole("button", { name: officer.t("ui.protection.use_keyring"), exact: true });
      await expect(open).toHaveCount(0);
      await unlock(officer, PASSPHRASE);
      await officer.follow(officer.t("ui.nav.protection"));
      const flag = officer.field("keyring").locator("input");
      await expect(flag).not.toBeChecked();
      await expect(flag).toHaveAccessibleDescription(officer.t("ui.protection.keyring_help"));
      await officer.tick("keyring");
      await expect(page.getByText(officer.t("ui.protection.keyring_on")).first()).toBeVisible();
      await expect(flag).toBeChecked();
      expect(await violations(page)).toEqual([]);
      expect(readdirSync(`${app.home}/keyring`)).toHaveLength(1);

      await officer.press(lock);
      await expect(open).toBeVisible();
      await expect(officer.field("passphrase")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await officer.press(officer.t("ui.protection.use_keyring"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("ui.nav.overview"));

      // A keyring that does not answer leaves the passphrase, which is changed without its hearing of it.
      renameSync(`${app.home}/keyring`, `${app.home}/away`);
      await officer.press(lock);
      await officer.press(officer.t("ui.protection.use_keyring"));
      await expect(page.getByRole("alert")).toContainText(officer.t("error.keyring"));
      await expect(open).toBeVisible();
      await expect(officer.field("passphrase").locator("input")).toBeFocused();
      await unlock(officer, PASSPHRASE);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("ui.nav.overview"));
      await app.call("change_passphrase", { former: PASSPHRASE, passphrase: "another four words" });
      renameSync(`${app.home}/away`, `${app.home}/keyring`);
      await officer.press(lock);
      await officer.press(officer.t("ui.protection.use_keyring"));
      await expect(page.getByRole("alert")).toContainText(officer.t("error.not_remembered"));
      await expect(open).toHaveCount(0);
      await expect(officer.field("passphrase").locator("input")).toBeFocused();
      expect(await violations(page)).toEqual([]);
      expect(readdirSync(`${app.home}/keyring`)).toHaveLength(0);
      await unlock(officer, "another four words");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(officer.t("ui.nav.overview"));
    });
  });
}

test("the keyring is switched off again, and a computer without one says so", async ({ app, page }) => {
  const { officer } = await encrypted(app, page);
  await app.call("remember_key");
  await officer.follow(officer.t("ui.nav.protection"));
  await expect(officer.field("keyring").locator("input")).toBeChecked();
  renameSync(`${app.home}/keyring`, `${app.home}/away`);
  await officer.tick("keyring");
  await expect(page.getByRole("alert")).toContainText(officer.t("error.keyring"));
  await expect(officer.field("keyring").locator("input")).toBeChecked();
  renameSync(`${app.home}/away`, `${app.home}/keyring`);
  await officer.tick("keyring");
  await expect(page.getByText(officer.t("ui.protection.keyring_off")).first()).toBeVisible();
  await expect(officer.field("keyring").locator("input")).not.toBeChecked();
  expect(readdirSync(`${app.home}/keyring`)).toHaveLength(0);
  renameSync(`${app.home}/keyring`, `${app.home}/away`);
  await page.reload();
  await expect(page.getByText(officer.t("ui.protection.keyring_none"))).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("whoever is added works in their role, and whoever is removed opens nothing", async ({ app, page }) => {
  const { officer } = await encrypted(app, page);
  await officer.follow(officer.t("ui.nav.protection"));
  await officer.press(officer.t("ui.protection.add"));
  await officer.write("name", "Ben");
  await officer.choose("role", officer.code("user_role", "meeting_screen"));
  await officer.write("passphrase", "the second passphrase");
  await officer.write("repeat", "the second passphrase");
  expect(await violations(page)).toEqual([]);
  await officer.done();
  await expect(page.getByText(officer.t("ui.protection.added", { name: "Ben" })).first()).toBeVisible();

  await officer.press(officer.t("ui.protection.lock"));
  await unlock(officer, "the second passphrase");
  await expect(page.getByText(officer.t("ui.protection.screen_only")).first()).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.protection.lock"));

  await unlock(officer, PASSPHRASE);
  await officer.follow(officer.t("ui.nav.protection"));
  await officer.press(officer.pair(officer.t("ui.protection.remove"), "Ben"));
  await officer.press(officer.t("ui.protection.remove"));
  await expect(page.getByText(officer.t("ui.protection.removed", { name: "Ben" })).first()).toBeVisible();
  await officer.press(officer.t("ui.protection.lock"));
  await unlock(officer, "the second passphrase");
  await expect(page.getByRole("alert")).toContainText(officer.t("error.wrong_passphrase"));
});

test("nobody at the computer: what was typed is saved and the file locks itself", async ({ app, page }) => {
  await page.clock.install();
  const { officer } = await encrypted(app, page);
  await app.call("change_settings", { change: { language: "en", lock_after: 5 } });
  await page.reload();
  await officer.follow(officer.t("ui.nav.partnership"));
  await officer.write("city", "Elsewhere");
  await page.clock.fastForward("04:00");
  await expect(page.getByRole("navigation")).toBeVisible();
  await page.clock.fastForward("06:00");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Partnership");
  await unlock(officer, PASSPHRASE);
  await expect(page.getByRole("navigation")).toBeVisible();
  expect((await app.list("partnership"))[0].city).toBe("Elsewhere");
});

test("a computer that has slept is locked, on the shared screen as well", async ({ app, page }) => {
  const { officer } = await encrypted(app, page);
  await page.keyboard.press("F9");
  await expect(page.locator(".wall h1")).toBeVisible();
  // What the shell does when the clock went on without it.
  await page.evaluate(() => window.dispatchEvent(new Event("liaise:woken")));
  await expect(officer.field("passphrase")).toBeVisible();
  await expect(page.locator(".wall")).toHaveCount(0);
  expect(app.desktop().at(-1)).toEqual({ leave_screen: true });
  expect(await violations(page)).toEqual([]);
});

test("working without a passphrase is a step of its own", async ({ app, page }) => {
  const file = { partner: "LIE", name: "Partnership", language: "fr", agencies: [] };
  await app.call("create_file", { file });
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.protection"));
  await officer.press(officer.t("ui.protection.without"));
  await expect(page.getByRole("alertdialog")).toContainText(officer.t("ui.protection.without_help"));
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.protection.without"));
  await expect(page.getByText(officer.t("ui.protection.without_chosen")).first()).toBeVisible();
  await officer.follow(officer.t("ui.nav.overview"));
  await expect(page.getByText(officer.t("ui.protection.notice"))).toHaveCount(0);
});

test("a damaged file goes back to its latest copy, and what is lost is said", async ({ app, page }) => {
  const file = { partner: "LIE", name: "Partnership", language: "fr", agencies: [] };
  const { path } = await app.call("create_file", { file });
  await app.call("close_file");
  await app.call("open_file", { path });
  await app.call("close_file");
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 4096));
  const officer = await Officer.at(app, page);
  await officer.reach(page.locator(".recent button").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(officer.t("error.damaged_file"));
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.data.repair"));
  await expect(page.getByRole("navigation")).toBeVisible();
  await expect(page.getByText(".damaged").first()).toBeVisible();
});
