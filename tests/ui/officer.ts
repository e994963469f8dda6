// An officer at the keyboard: everything is reached with Tab and done with keys, never with a mouse. Words are those of
// the interface's language, asked of the core, so that no test knows a translation.
import { expect, type Locator, type Page, type Request } from "@playwright/test";
import type { App } from "./app";

/** Waits until what the page knows is on it: for two frames. */
export async function drawn(page: Page) {
  const frames = page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  // No frame comes where the test has stopped the page's clock, nor from a page that is going.
  await Promise.race([frames.catch(() => {}), new Promise((done) => setTimeout(done, 250))]);
}

export class Officer {
  /** What the page has asked of the core and has no answer to yet. */
  private readonly asked = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly texts: Record<string, string>,
  ) {
    page.on("request", (request) => this.asked.add(request));
    page.on("requestfinished", (request) => this.asked.delete(request));
    page.on("requestfailed", (request) => this.asked.delete(request));
  }

  /** Opens the page and waits for its first screen. */
  static async at(app: App, page: Page, language = "en"): Promise<Officer> {
    const officer = new Officer(page, await app.call("texts", { language }));
    await page.goto(app.url);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    return officer;
  }

  /**
   * Waits until the page stands still: every question to the core is answered, and what the answers changed is drawn.
   * An officer looks before the next key; a test that does not would press what is about to be something else.
   */
  async still() {
    await expect
      .poll(async () => {
        await drawn(this.page);
        return this.asked.size;
      })
      .toBe(0);
  }

  /** The text of a key, with its placeholders filled. */
  t(key: string, params: Record<string, string> = {}): string {
    const text = this.texts[key];
    if (text === undefined) throw new Error(`there is no text ${key}`);
    return Object.entries(params).reduce((words, [name, value]) => words.replace(`%{${name}}`, value), text);
  }

  /** The label of a catalogue's code. */
  code(catalogue: string, value: string): string {
    return this.t(`catalogue.${catalogue}.${value}`);
  }

  /** A label and what it stands for, as the page writes them. */
  pair(label: string, value: string): string {
    return this.t("format.pair", { label, value });
  }

  /** What is in front: the dialog if one is open, else the page. */
  front(): Locator {
    return this.page.locator("[role=dialog], [role=alertdialog], body").last();
  }

  /** Presses Tab until the element has the focus. */
  async reach(target: Locator) {
    await expect(target).toBeVisible();
    await this.still();
    for (let presses = 0; presses < 120; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${target} cannot be reached with the Tab key`);
  }

  async press(name: string) {
    const button = this.front().getByRole("button", { name, exact: true }).first();
    await this.reach(button);
    await expect(button).not.toHaveAttribute("data-busy");
    await this.page.keyboard.press("Enter");
  }

  /** Opens a menu by its button, and takes its first item. */
  async menu(name: string) {
    await this.press(name);
    await expect(this.page.getByRole("menuitem").first()).toBeFocused();
    await this.page.keyboard.press("Enter");
  }

  /** Presses the button above the list, that adds a record to it. */
  async add() {
    await this.reach(this.front().locator(".parts-head button").first());
    await this.page.keyboard.press("Enter");
    await expect(this.page.getByRole("dialog")).toBeVisible();
  }

  /** Presses the dialog's main button. */
  async done() {
    const button = this.front().locator('footer [data-kind="primary"]').last();
    await this.reach(button);
    await expect(button).not.toHaveAttribute("data-busy");
    await this.page.keyboard.press("Enter");
  }

  async follow(name: string) {
    await this.reach(this.page.getByRole("link", { name, exact: true }).first());
    await this.page.keyboard.press("Enter");
  }

  field(name: string): Locator {
    return this.front().locator(`[data-field="${name}"]`);
  }

  async write(name: string, words: string) {
    await this.reach(this.field(name).locator("input, textarea").first());
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(words);
  }

  /** Types a day, YYYY-MM-DD, part by part, in the order of the language. */
  async date(name: string, day: string) {
    const [year = "", month = "", date = ""] = day.split("-");
    const parts: Record<string, string> = { year, month, day: date };
    const segments = this.field(name).locator('[role="spinbutton"]');
    await expect(segments).toHaveCount(3);
    for (const segment of await segments.all()) {
      await this.reach(segment);
      await this.page.keyboard.type(parts[(await segment.getAttribute("data-type")) ?? ""] ?? "");
    }
  }

  /** Chooses from a short list, by its words. */
  async choose(name: string, label: string) {
    const button = this.field(name).locator("button").first();
    await this.reach(button);
    await this.page.keyboard.press("ArrowDown");
    const option = this.page.getByRole("option", { name: label }).first();
    await expect(option).toBeVisible();
    for (let presses = 0; presses < 60; presses++) {
      if (await option.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press("ArrowDown");
    }
    await this.page.keyboard.press("Enter");
    await expect(option).toBeHidden();
  }

  /** Ticks a box: a field's own, or the one of a choice. */
  async tick(name: string, choice?: string) {
    const boxes = this.field(name);
    await this.reach(choice ? boxes.getByLabel(choice, { exact: true }) : boxes.locator("input").first());
    await this.page.keyboard.press("Space");
  }

  /** Chooses from a long list by typing. */
  async search(name: string, typed: string, label = typed) {
    await this.write(name, "");
    await this.page.keyboard.type(typed);
    await expect(this.page.getByRole("option", { name: label }).first()).toBeVisible();
    await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    await expect(this.page.getByRole("option").first()).toBeHidden();
  }

  /** Goes to a tab of the record, with the arrow keys. */
  async tab(title: string) {
    await this.reach(this.page.locator('[role="tab"][aria-selected="true"]'));
    const exact = this.page.getByRole("tab", { name: title, exact: true });
    // A tab may number itself or say how many records it has.
    const tab = (await exact.count()) > 0 ? exact : this.page.getByRole("tab", { name: title }).first();
    const upright = await this.page.locator('[role="tablist"][aria-orientation="vertical"]').count();
    for (let presses = 0; presses < 18; presses++) {
      if ((await tab.getAttribute("aria-selected")) === "true") return;
      await this.page.keyboard.press(upright > 0 ? "ArrowDown" : "ArrowRight");
    }
    throw new Error(`there is no tab ${title}`);
  }

  /** The page says that everything is saved. */
  async saved() {
    await expect(this.page.locator(".save-state")).toHaveText(this.t("ui.save.saved"));
  }
}
