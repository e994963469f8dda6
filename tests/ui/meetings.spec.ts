// Meetings by keyboard alone, from the agenda to the minutes; and what is on the wall meanwhile: large, dark on light,
// and without anybody's name.
import type { Page } from "@playwright/test";
import { type App, atTheSameTime, expect, pdfText, test, violations } from "./app";
import { drawn, Officer } from "./officer";

const NOW = "2016-12-13T08:45:00Z";

test.describe("a meeting", () => {
  test.use({ now: NOW, timezoneId: "UTC" });

  test("is run from the agenda to the minutes with the keyboard alone", async ({ app, page }) => {
    test.setTimeout(240_000);
    await app.call("create_file", {
      file: {
        partner: "LIE",
        name: "Prevention partnership",
        language: "en",
        agencies: [
          { name: "Youth service", sector: "municipal_youth" },
          { name: "Local police", sector: "local_police" },
        ],
      },
    });
    await atTheSameTime(page, NOW);
    const officer = await Officer.at(app, page);

    // Planned: the usual items, two of its own, one of them confidential.
    await officer.follow(officer.t("ui.nav.meeting"));
    await officer.add();
    await officer.write("title", "Meeting of the partnership");
    await officer.date("date", "2016-12-13");
    await officer.write("starts_at", "08:30");
    await officer.write("ends_at", "10:00");
    await officer.done();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Meeting of the partnership");
    await officer.tab(officer.t("ui.meeting.agenda"));
    await officer.press(officer.t("ui.meeting.standing"));
    await expect(page.locator(".agenda > li")).toHaveCount(3);
    await item(officer, "Street work in winter", "25");
    await item(officer, "Protection of a building", "15", true);
    await expect(page.locator(".agenda > li")).toHaveCount(5);
    await expect(page.locator(".agenda > li").last()).toContainText("5. Any other business");
    await expect(page.locator(".agenda-time").nth(2)).toHaveText("08:45");
    expect(await violations(page)).toEqual([]);

    // Who is there.
    await officer.tab(officer.t("ui.meeting.attendance"));
    for (const name of ["Youth service", "Local police"]) {
      await officer.reach(page.getByRole("button", { name: new RegExp(name) }).first());
      await page.keyboard.press("Enter");
      await expect(page.getByRole("listbox")).toBeVisible();
      await page.keyboard.type(officer.t("catalogue.meeting_presence.present"));
      await page.keyboard.press("Enter");
      await expect(page.getByRole("listbox")).toBeHidden();
    }
    await expect(page.getByText(officer.t("ui.meeting.present", { present: "2" }))).toBeVisible();
    expect(await violations(page)).toEqual([]);

    // Run: item by item, everything typed where one is.
    await officer.tab(officer.t("ui.meeting.live"));
    await officer.press(officer.t("ui.live.start_meeting"));
    await expect(page.getByRole("button", { name: officer.t("ui.live.close_meeting") })).toBeVisible();
    for (let steps = 0; steps < 3; steps++) {
      await page.keyboard.press("Alt+PageDown");
      await expect(page.locator(".live-items > li").nth(steps)).toHaveAttribute("data-current", "true");
    }
    await expect(page.locator(".live-item h2")).toContainText("Street work in winter");
    await expect(page.locator(".elapsed")).toContainText("0:00");
    await atTheSameTime(page, "2016-12-13T08:46:05Z");
    await expect(page.locator(".elapsed")).toContainText("1:05");
    await page.keyboard.press("Alt+n");
    await officer.write("notes", "Three teams are out on Friday evenings.");
    await officer.done();
    await page.keyboard.press("Alt+d");
    await officer.write("text", "The teams stay until March.");
    await officer.done();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("Alt+a");
    await officer.write("text", "Draw up the rota");
    await officer.date("due", "2017-01-10");
    await officer.done();
    await expect(page.getByRole("dialog")).toBeHidden();
    const captured = page.locator(".live-captured");
    await expect(captured).toContainText("2016-01 The teams stay until March.");
    await expect(captured).toContainText("2016-01 Draw up the rota");
    await expect(page.locator(".live-notes")).toHaveText("Three teams are out on Friday evenings.");
    expect(await violations(page)).toEqual([]);
    await officer.press(officer.t("ui.live.close_meeting"));

    // The next one takes up what was not dealt with.
    await officer.press(officer.t("ui.meeting.next"));
    await officer.date("date", "2017-02-14");
    await officer.done();
    await expect(page.locator(".agenda > li")).toHaveCount(4);
    await expect(page.locator(".agenda")).toContainText("Protection of a building");
    await officer.tab(officer.t("ui.meeting.live"));
    await expect(page.locator(".live-review")).toContainText("Draw up the rota");

    // Minutes for others: no confidential item.
    const meeting = (await app.list("meeting"))[0];
    const exported = await app.call("export_report", {
      kind: "minutes",
      language: "en",
      subject: meeting.id,
      privacy: "coordinator",
    });
    const words = pdfText(exported.path);
    expect(words).toContain("The teams stay until March.");
    expect(words).not.toContain("Protection of a building");
  });
});

async function item(officer: Officer, title: string, minutes: string, confidential = false) {
  await officer.add();
  await officer.write("title", title);
  await officer.write("minutes", minutes);
  if (confidential) {
    await officer.reach(officer.field("confidential").locator("input"));
    await officer.page.keyboard.press("Space");
  }
  await officer.done();
  await expect(officer.page.getByRole("dialog")).toBeHidden();
}

/** Puts a word of its own into every field for personal data of every record; the words. */
async function plantNames(app: App): Promise<string[]> {
  const forms = await app.call("entities");
  const planted: string[] = [];
  for (const [entity, form] of Object.entries<{
    fields: { name: string; personal: boolean; kind: string }[];
  }>(forms)) {
    const fields = form.fields.filter(({ personal, kind }) => personal && kind === "line");
    if (fields.length === 0) continue;
    for (const { id } of await app.list(entity)) {
      const values = Object.fromEntries(
        fields.map(({ name }) => {
          const word = `zqx${planted.length}vk`;
          planted.push(word);
          return [name, name.includes("email") ? `${word}@example.org` : word];
        }),
      );
      await app.change(entity, id, values);
    }
  }
  return planted;
}

/** Everything that somebody could see, hear or read of the page: nodes, attributes, values, title, accessibility tree. */
async function everythingShown(page: Page): Promise<string> {
  const dom = await page.evaluate(() => {
    const values = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(
      ({ value }) => value,
    );
    return [document.title, document.documentElement.outerHTML, ...values].join("\n");
  });
  return `${dom}\n${await page.locator("body").ariaSnapshot()}`;
}

test.describe("the shared screen", () => {
  test.use({ now: NOW, timezoneId: "UTC" });

  test("names nobody on any of its slides, whatever was on the window before", async ({ app, page }) => {
    test.setTimeout(240_000);
    await app.call("create_sample");
    const planted = await plantNames(app);
    expect(planted.length).toBeGreaterThan(50);
    const leaks = (shown: string) => planted.filter((word) => shown.includes(word));
    await atTheSameTime(page, NOW);

    // A screen full of names, and a message that says one.
    const session = (await app.list("training_session"))[0];
    await page.goto(`${app.url}/#/training_session/${session.id}/enrolment`);
    await expect(page.locator("main table tbody tr").first()).toBeVisible();
    await page.goto(`${app.url}/#/participant`);
    const first = page.locator("main table tbody tr").first();
    await expect(first).toBeVisible();
    expect(leaks(await everythingShown(page)).length).toBeGreaterThan(5);
    await first.getByRole("link").first().press("Enter");
    await page.getByRole("button", { name: "More" }).press("Enter");
    await page.getByRole("menuitem").first().press("Enter");
    await expect(page.locator(".message")).toContainText("zqx");

    await page.keyboard.press("F9");
    await expect(page.locator(".wall")).toBeVisible();
    const [shared] = app.desktop().filter((line) => "fill_screen" in line);
    expect(shared.fill_screen.title).toBe("Presenter’s notes");
    await expect(page).toHaveTitle("Shared screen");
    await expect(page.locator(".wall h1")).toBeVisible();
    let shown = 0;
    const all = Number(await slideCount(page));
    expect(all).toBeGreaterThan(15);
    for (; shown < all; shown++) {
      await expect(page.locator(".wall-head")).toContainText(`${shown + 1} of ${all}`);
      expect(leaks(await everythingShown(page)), `slide ${shown + 1}`).toEqual([]);
      await page.keyboard.press("ArrowRight");
    }

    // Blank, back, and the panels that record something.
    await page.keyboard.press("b");
    await expect(page.locator(".wall-blank")).toBeVisible();
    await expect(page.locator(".wall h1")).toBeHidden();
    await page.keyboard.press("b");
    await page.keyboard.press("Home");
    const item = page.locator('.wall-stage[data-kind="item"]');
    for (let presses = 0; presses < 8 && !(await item.isVisible()); presses++) {
      await page.keyboard.press("ArrowRight");
      await drawn(page);
    }
    for (const key of ["n", "d", "a"]) {
      await page.keyboard.press(key);
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(leaks(await everythingShown(page)), key).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
    await page.keyboard.press("d");
    await page
      .locator('[role=dialog] [data-field="text"] :is(input, textarea)')
      .first()
      .fill("Said on the wall");
    await page.locator('[role=dialog] footer [data-kind="primary"]').press("Enter");
    await expect(page.locator(".wall-stage")).toContainText("Said on the wall");
    expect(await violations(page)).toEqual([]);

    // Leaving takes two steps, and the careful one is the nearer.
    await page.keyboard.press("Escape");
    const question = page.getByRole("alertdialog");
    await expect(question).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(question).toBeHidden();
    await expect(page.locator(".wall")).toBeVisible();
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Leave the shared screen" }).press("Enter");
    await expect(page.locator(".shell")).toBeVisible();
    expect(app.desktop().at(-1)).toEqual({ leave_screen: true });
  });

  test("follows the presenter's notes in another window", async ({ app, page, context }) => {
    await app.call("create_sample");
    await atTheSameTime(page, NOW);
    const meeting = (await app.list("meeting")).at(-1);
    await page.goto(`${app.url}/#/meeting/${meeting.id}/agenda`);
    await expect(page.locator(".agenda > li").first()).toBeVisible();
    await page.keyboard.press("F9");
    await expect(page.locator(".wall h1")).toBeVisible();
    const notes = await context.newPage();
    await notes.goto(`${app.url}/#/notes/${meeting.id}`);
    await notes.getByRole("button", { name: "Next slide" }).press("Enter");
    await expect(page.locator(".wall-head")).toContainText("Slide 2 of");
    await notes.getByRole("button", { name: "Blank the screen" }).press("Enter");
    await expect(page.locator(".wall-blank")).toBeVisible();
    await notes.getByRole("button", { name: "Blank the screen" }).press("Enter");
    await expect(page.locator(".wall h1")).toBeVisible();
    await page.bringToFront();
    await page.keyboard.press("End");
    await expect(notes.getByText("This is the last slide.")).toBeVisible();
    expect(await violations(notes)).toEqual([]);
  });

  for (const language of ["en", "de", "el"]) {
    test(`can be read from the back row, ${language}`, async ({ app, page }) => {
      test.setTimeout(180_000);
      await app.call("create_sample");
      await app.call("change_settings", { change: { language } });
      await atTheSameTime(page, NOW);
      const meeting = (await app.list("meeting"))[1];
      const { slides } = await app.call("shared_screen", { meeting: meeting.id, language });
      for (const [width, height, smallest] of [
        [1920, 1080, 24],
        [1280, 720, 16],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const { key, title } of slides) {
          await page.goto(`${app.url}/#/shared/${meeting.id}/${encodeURIComponent(key)}`);
          await expect(page.locator(".wall h1")).toHaveText(title);
          await page.evaluate(() => document.fonts.ready);
          expect(await tooSmallOrPale(page, smallest), `${width}: ${title}`).toEqual([]);
        }
      }
    });
  }
});

async function slideCount(page: Page): Promise<string> {
  const position = await page.locator(".wall-head p").last().innerText();
  return position.match(/\d+$/)?.[0] ?? "0";
}

/** Texts of the page that are smaller than so many pixels, paler than 7 : 1, or cut off by the window. */
function tooSmallOrPale(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string) => {
      const [red = 0, green = 0, blue = 0] = parse(color);
      return 0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
    };
    const filled = (color: string) => color !== "none" && (parse(color)[3] ?? 1) > 0.99;
    /** What is behind an element: in a drawing the shapes drawn before it, else the ground of those around it. */
    function ground(element: Element): string {
      const drawing = element.closest("svg.paper-chart");
      if (drawing) {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        let found = "rgb(255, 255, 255)";
        for (const shape of drawing.querySelectorAll("rect, circle, polygon, text")) {
          if (shape === element) break;
          const { left, right, top, bottom } = shape.getBoundingClientRect();
          const fill = getComputedStyle(shape).fill;
          if (shape.tagName !== "text" && filled(fill) && x > left && x < right && y > top && y < bottom)
            found = fill;
        }
        return found;
      }
      for (let one: Element | null = element; one; one = one.parentElement) {
        const color = getComputedStyle(one).backgroundColor;
        if (filled(color)) return color;
      }
      return "rgb(255, 255, 255)";
    }
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim();
      if (!element || !words || !element.checkVisibility() || element.closest(".unseen, title")) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0) continue;
      const style = getComputedStyle(element);
      const drawn = element instanceof SVGGraphicsElement;
      const scale = drawn ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(style.fontSize) * scale;
      const ink = drawn ? style.fill : style.color;
      const [one, other] = [light(ink), light(ground(element))];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (size < smallest - 0.05) found.push(`${words}: ${size.toFixed(1)} px`);
      if (contrast < 7) found.push(`${words}: ${contrast.toFixed(1)} : 1`);
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`${words}: cut off`);
      const frame = element.closest(".paper-frame");
      if (frame && frame.scrollHeight > frame.clientHeight + 2)
        found.push(`${words}: the slide has to be scrolled`);
    }
    return [...new Set(found)];
  }, smallest);
}
