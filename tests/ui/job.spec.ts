// The main job from end to end, with the keyboard alone: first start, one of each log, the report as a PDF that says
// what was typed.
import { existsSync } from "node:fs";
import { expect, pdfText, test } from "./app";
import { Officer } from "./officer";

test("an officer logs the three things and exports a report", async ({ app, page }) => {
  test.setTimeout(120_000);
  const officer = await Officer.at(app, page);

  // First start: the partner, the partnership, nothing else is asked for.
  await officer.press(officer.t("ui.start.new_button"));
  await officer.search("partner", "European Forum");
  await officer.write("name", "Prevention council of Examplewick");
  await officer.press(officer.t("ui.start.create"));
  await expect(page.getByRole("navigation")).toBeVisible();
  expect((await app.call("file")).name).toBe("Prevention council of Examplewick");

  // The situation analysis, with a priority.
  await officer.follow(officer.t("ui.nav.situation_analysis"));
  await officer.add();
  await officer.write("title", "Situation in the harbour district");
  await officer.write("territory", "Harbour district");
  await officer.date("period_from", "2026-01-01");
  await officer.date("period_to", "2026-06-30");
  await officer.done();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation in the harbour district");
  await officer.write("summary", "Tensions on the quay have grown since January.");
  await officer.saved();
  await officer.tab(officer.code("analysis_part", "manifestations"));
  await officer.add();
  await officer.choose("form", officer.code("form_of_extremism", "right_wing"));
  await officer.choose("level", officer.code("manifestation_level", "occasional"));
  await officer.choose("trend", officer.code("trend", "rising"));
  await officer.choose("confidence", officer.code("confidence", "medium"));
  await officer.tick("no_local_evidence");
  await officer.done();
  await officer.tab(officer.code("analysis_part", "priorities"));
  await officer.add();
  await officer.write("title", "Young people on the quay");
  await officer.choose("theme", officer.code("theme", "youth_participation"));
  await officer.choose("severity", "3");
  await officer.choose("extent", "4");
  await officer.choose("influence", "5");
  await officer.done();
  await expect(page.getByRole("rowheader", { name: "Young people on the quay" })).toBeVisible();

  // The training session, with a half-day, a person, and the mark.
  await officer.follow(officer.t("ui.nav.training_session"));
  await officer.add();
  await officer.write("title", "Recognising early signs");
  await officer.date("starts", "2026-05-11");
  await officer.date("ends", "2026-05-12");
  await officer.choose("delivery", officer.code("delivery", "in_person"));
  await officer.done();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recognising early signs");
  await officer.tab(officer.t("entity.half_day.many"));
  await officer.add();
  await officer.date("date", "2026-05-11");
  await officer.choose("part", officer.code("day_part", "am"));
  await officer.write("hours", "3.5");
  await officer.done();
  await officer.tab(officer.t("ui.training.people"));
  await officer.press(officer.t("ui.training.new_person"));
  await officer.write("family_name", "Sample-Okafor");
  await officer.write("given_name", "Ada");
  await officer.search("sector", officer.code("agency_sector", "school_education_authority"));
  await officer.done();
  await officer.tab(officer.t("ui.training.attendance"));
  await officer.reach(page.locator('[data-place="0/0"]'));
  await page.keyboard.press("p");
  await expect(page.locator('[data-place="0/0"]')).toContainText(
    officer.code("attendance_status", "present"),
  );

  // The pilot initiative, linked to the priority, with an indicator and a status.
  await officer.follow(officer.t("ui.nav.pilot_initiative"));
  await officer.add();
  await officer.write("title", "Boat workshop");
  await officer.choose("theme", officer.code("theme", "youth_participation"));
  await officer.choose("prevention_level", officer.code("prevention_level", "primary_universal"));
  await officer.date("starts", "2026-06-01");
  await officer.date("ends", "2027-05-31");
  await officer.done();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Boat workshop");
  await officer.tab(officer.t("entity.indicator.many"));
  await officer.add();
  await officer.write("title", "Young people reached");
  await officer.write("baseline", "0");
  await officer.write("target", "40");
  await officer.done();
  await expect(page.getByRole("rowheader", { name: "Young people reached" })).toBeVisible();

  // The report, in a language that is not the screen's.
  await officer.follow(officer.t("ui.nav.reports"));
  await officer.press(officer.t("ui.report.export"));
  await expect(page.getByText(officer.t("ui.report.saved_title"))).toBeVisible();
  const [logged] = await app.list("transmission");
  await officer.press(officer.t("ui.report.open"));
  await expect.poll(() => app.desktop().length).toBe(1);
  const [{ open: path }] = app.desktop();
  expect(path.endsWith(logged.file_name)).toBe(true);
  expect(existsSync(path)).toBe(true);
  const words = pdfText(path);
  expect(words).toContain("Situation in the harbour district");
  expect(words).toContain("Tensions on the quay have grown since January.");
  expect(words).toContain("Young people on the quay");
});
