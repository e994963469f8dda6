// While a meeting runs: what is recorded stays where it was begun, what is only looked up is not changed, and the focus
// is never lost when something leaves a list.
import { type App, expect, test, words } from "./app";
import { Officer } from "./officer";

/** A partnership's file with a meeting. */
async function withMeeting(app: App, values: object = {}): Promise<string> {
  const agencies = [{ name: "Youth service", sector: "municipal_youth" }];
  await app.call("create_file", { file: { partner: "LIE", name: "Partnership", language: "en", agencies } });
  return meeting(app, "Meeting", "2016-06-14", values);
}

function meeting(app: App, title: string, date: string, values: object = {}): Promise<string> {
  return app.create("meeting", { title: words(title), date, ...values });
}

function item(app: App, meeting: string | null, title: string): Promise<string> {
  return app.create("agenda_item", { meeting, title: words(title), kind: "discussion" });
}

test("an item of a meeting that is over is looked up, and nothing is written", async ({ app, page }) => {
  const held = await withMeeting(app, { status: "closed" });
  const first = await item(app, held, "Street work");
  const { step } = await app.call("undoable");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/meeting/${held}/live`);
  await officer.press(officer.pair("1. Street work", officer.t("ui.live.begin")));
  await expect(page.locator(".live-item h2")).toHaveText("1. Street work");
  await expect(page.getByRole("button", { name: officer.t("ui.live.start_meeting") })).toHaveCount(0);
  expect((await app.get("agenda_item", first)).began_at).toBeNull();
  expect((await app.call("undoable")).step).toBe(step);
});

test("a decision belongs to the item on which it was begun, though the meeting goes on", async ({
  app,
  page,
}) => {
  const held = await withMeeting(app);
  const first = await item(app, held, "Street work");
  const second = await item(app, held, "School visits");
  await app.call("begin_item", { item: first, time: "09:00" });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/notes/${held}`);
  await expect(page.locator(".live-item h2")).toHaveText("1. Street work");
  await page.keyboard.press("Alt+d");
  await officer.write("text", "The teams stay");
  await app.call("begin_item", { item: second, time: "09:20" });
  await expect(page.locator(".live-item h2")).toHaveText("2. School visits");
  await officer.done();
  await expect(page.getByRole("dialog")).toBeHidden();
  const [decision] = await app.list("decision");
  expect(decision.agenda_item).toBe(first);
});

test("a refusal while a meeting runs is told", async ({ app, page }) => {
  const held = await withMeeting(app, { status: "minutes_approved", approved_on: "2016-06-20" });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/meeting/${held}/agenda`);
  await officer.press(officer.t("ui.meeting.standing"));
  await expect(page.locator(".message")).toContainText(officer.t("problem.minutes_approved"));
});

test("the focus stays in the agenda, the backlog and the review when something leaves them", async ({
  app,
  page,
}) => {
  const earlier = await withMeeting(app);
  const held = await meeting(app, "Second meeting", "2016-09-13");
  for (const title of ["Street work", "School visits"]) await item(app, held, title);
  for (const text of ["Draw up the rota", "Ask the school"])
    await app.create("action_point", { meeting: earlier, text: words(text), status: "open" });
  const officer = await Officer.at(app, page);
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  // Moved: the button that was pressed goes along, or gives the focus to the other one at an end.
  await page.goto(`${app.url}/#/meeting/${held}/agenda`);
  const up = officer.pair(officer.t("ui.order.up"), "School visits");
  await officer.press(up);
  await expect(page.locator(".agenda > li").first()).toContainText("1. School visits");
  await expect(button(officer.pair(officer.t("ui.order.down"), "School visits"))).toBeFocused();

  // Put off: the next item, then the button that adds; then on the agenda again.
  await officer.press(officer.t("ui.meeting.put_off_named", { name: "School visits" }));
  await expect(button("1. Street work")).toBeFocused();
  await officer.press(officer.t("ui.meeting.put_off_named", { name: "Street work" }));
  await expect(button(officer.t("ui.add.agenda_item"))).toBeFocused();
  for (const left of [1, 0]) {
    await officer.press(officer.t("ui.meeting.backlog"));
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator(".agenda > li")).toHaveCount(2 - left);
  }
  await expect(button(officer.t("ui.add.agenda_item"))).toBeFocused();

  // Done: the next action point, then the heading.
  await officer.tab(officer.t("ui.meeting.live"));
  const done = (text: string) => officer.t("ui.live.mark_done_named", { name: `2016-0${text}` });
  await officer.press(done("1 Draw up the rota"));
  await expect(button(done("2 Ask the school"))).toBeFocused();
  await officer.press(done("2 Ask the school"));
  await expect(page.getByRole("heading", { name: officer.t("ui.live.review") })).toBeFocused();

  // The list of what waits: from there onto an agenda.
  await item(app, null, "Waiting");
  await page.goto(`${app.url}/#/meeting`);
  await officer.press(officer.pair(officer.t("ui.meeting.schedule"), "Waiting"));
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(officer.t("ui.meeting.backlog_empty"))).toBeVisible();
  await expect(button(officer.t("ui.add.agenda_item"))).toBeFocused();
});

test("what was begun for one agenda does not turn up on another", async ({ app, page }) => {
  const first = await withMeeting(app);
  const second = await meeting(app, "Second meeting", "2016-09-13");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/meeting/${first}/agenda`);
  await officer.add();
  await officer.write("title", "Half a thought");
  await page.keyboard.press("Escape");
  const notice = page.getByText(officer.t("ui.draft.notice"));
  await expect(notice).toBeVisible();
  await page.goto(`${app.url}/#/meeting/${second}/agenda`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Second meeting");
  await expect(page.getByText(officer.t("ui.empty.agenda_item"))).toBeVisible();
  await expect(notice).toHaveCount(0);
  await officer.add();
  await expect(officer.field("title").locator("input")).toHaveValue("");
});

test("a guest is called by the organisation that sent them", async ({ app, page }) => {
  const held = await withMeeting(app);
  await app.create("meeting_attendance", { meeting: held, organisation: "Institute", status: "guest" });
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/meeting/${held}/attendance`);
  await officer.press("Institute");
  await expect(page.getByRole("dialog")).toContainText(
    officer.pair(officer.t("entity.meeting_attendance.one"), "Institute"),
  );
});
