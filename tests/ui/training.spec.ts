// A training session from the plan to the report, with the keyboard alone: 30 people, four half-days.
import { readdirSync } from "node:fs";
import { expect, pdfText, test, violations } from "./app";
import { Officer } from "./officer";

/** Thirty invented professionals from all of Europe, as one copies them out of a spreadsheet. */
const NAMES = [
  "Weißenböck\tJörg",
  "Yıldızoğlu\tDerya",
  "Szőlősi\tÁgota",
  "Ionașcu-Vermeire\tIlinca",
  "van der Ploeghe\tJoost",
  "Καλλιβρούση\tΆνθη",
  "Жданик\tБожена",
  "Ødemarken\tSølvi",
  "Ħarrubi\tĠwann",
  "Suryantika\t",
  "de la Haulpierre\tAurélien",
  "D’Aubrelle\tClémence",
  "Łęczynor\tWłodek",
  "Nsombélé\tPrudence",
  "Ŀlorenç\tGal·la",
  "Þorvaldsdóttir\tÆsa",
  "Ťažký\tĽuboš",
  "Šimůnková\tŽofie",
  "Đorđević\tŠćepan",
  "Õunapuu\tÜlo",
  "Ķirsis\tĀrija",
  "Žukauskaitė\tŪla",
  "García de la O\tMaría",
  "Gonçalves\tInês",
  "Ó Súilleabháin\tÉamonn",
  "Öztürk\tİlker",
  "Ångström\tZoë",
  "Περιστερίδης\tΊων",
  "Стоянов\tЖивко",
  "Brâncoveanu\tȘtefan",
].map(
  (name, at) => `${name}\tAgency ${at % 6}\t${["Liège", "LIEGE", "Malmö"][at % 3]}\t${at % 2 ? "BE" : "SE"}`,
);

test("a session of thirty people is planned, imported, marked, certified and reported", async ({
  app,
  page,
}) => {
  test.setTimeout(400_000);
  // Debug builds on a busy machine take their time over 120 marks and 29 certificates.
  const patient = { timeout: 60_000 };
  const file = { partner: "LIE", name: "Prevention council", language: "fr", agencies: [] };
  await app.call("create_file", { file });
  const officer = await Officer.at(app, page);
  const t = (key: string, params = {}) => officer.t(key, params);

  // The plan: two days, filled with four half-days by one button.
  await officer.follow(t("ui.nav.training_session"));
  await officer.add();
  await officer.write("title", "Recognising early signs");
  await officer.date("starts", "2026-05-11");
  await officer.date("ends", "2026-05-12");
  await officer.choose("delivery", t("catalogue.delivery.in_person"));
  await officer.done();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recognising early signs");
  const [{ id }] = await app.list("training_session");
  await officer.choose("status", t("catalogue.session_status.delivered"));
  await officer.saved();
  await officer.tab(t("entity.half_day.many"));
  await officer.press(t("ui.training.fill"));
  await expect(page.locator("tbody tr")).toHaveCount(4);

  // The people: a list pasted from a spreadsheet, compared, then imported.
  await officer.tab(t("ui.training.people"));
  await officer.press(t("ui.import.people"));
  await officer.write("pasted", ["Surname\tFirst name\tEmployer\tTown\tCountry", ...NAMES].join("\n"));
  await officer.done();
  await expect(officer.field("column-0")).toContainText(t("entity.participant.family_name"));
  expect(await violations(page)).toEqual([]);
  await officer.done();
  await expect(page.getByRole("dialog").locator("tbody tr")).toHaveCount(30);
  expect(await violations(page)).toEqual([]);
  await officer.done();
  await expect(page.getByRole("dialog")).toBeHidden(patient);
  await expect(page.locator(".tab-panel tbody tr")).toHaveCount(30, patient);

  // The grid: everybody present at once, then the exceptions by letter.
  await officer.tab(t("ui.training.attendance"));
  await officer.choose("basis", t("catalogue.attendance_basis.signature_sheet"));
  await officer.reach(page.locator('[data-place="0/0"]'));
  await page.keyboard.press("Control+A");
  await page.keyboard.press("p");
  await expect(page.locator('[data-place="29/3"]')).toContainText(
    t("catalogue.attendance_status.present"),
    patient,
  );
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("a");
  await page.keyboard.press("t");
  await expect(page.locator('[data-place="1/0"]')).toContainText(
    t("catalogue.attendance_status.partial"),
    patient,
  );
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const history = page.getByRole("dialog").locator("tbody tr");
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText(t("catalogue.attendance_status.absent"));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  const grid = await app.call("attendance_grid", { session: id, language: "en" });
  expect([grid.trained, grid.half_days[0].totals.present, grid.half_days[0].totals.absent]).toEqual([
    30, 28, 1,
  ]);

  // The certificates: all but the one who missed a half-day of four.
  await officer.tab(t("entity.certificate.many"));
  await officer.press(t("ui.certificate.issue"));
  await expect(page.locator("td").filter({ hasText: /^LIE-\d{4}-\d{3}$/ })).toHaveCount(29, patient);
  await expect(page.getByText(t("ui.report.personal_saved"))).toBeVisible();
  await officer.press(t("ui.certificate.files"));
  await expect(page.locator(".message")).toContainText("29", patient);
  const documents = `${app.home}/documents`;
  const folder = readdirSync(documents, { withFileTypes: true }).find((entry) => entry.isDirectory());
  expect(readdirSync(`${documents}/${folder?.name}`)).toHaveLength(29);

  // The count, with its rule beside it: persons once, two spellings of one city are one.
  await officer.tab(t("ui.training.figures"));
  await expect(page.locator(".figures dd").first()).toHaveText("30");
  await expect(page.locator(".figures .rule").first()).toHaveText(t("counting_rule.persons"));
  const figures = await app.call("training_figures", { session: id });
  expect([figures.persons, figures.half_days]).toEqual([30, 119]);
  const cities = figures.groups.find((group: { field: string }) => group.field === "city").counts;
  expect(cities.map(({ persons }: { persons: number }) => persons)).toEqual([20, 10]);

  // The certificates in one file, and the report for the coordinator, without a name.
  await officer.tab(t("entity.certificate.many"));
  await officer.follow(t("ui.certificate.one_file"));
  await officer.press(t("ui.report.export"));
  await expect(page.getByText(t("ui.report.saved_title"))).toBeVisible(patient);
  const paths = async () => {
    const exported = await app.list("transmission");
    return exported.map(({ file_name }): string => `${documents}/${file_name}`);
  };
  const certificates = pdfText((await paths())[0] ?? "");
  const first = grid.rows[0].name.split(", ")[0];
  for (const name of NAMES.map((line) => line.split("\t")[0] ?? "").filter((name) => name !== first))
    expect(certificates).toContain(name);
  expect(certificates).not.toContain(first);
  await page.goto(`${app.url}/#/reports/training_session_report/${id}`);
  await officer.press(t("ui.report.export"));
  await expect(page.getByText(t("ui.report.saved_title"))).toBeVisible(patient);
  const report = pdfText((await paths())[1] ?? "");
  for (const name of ["Weißenböck", "Szőlősi", "Περιστερίδης"]) expect(report).not.toContain(name);
});

test("a stack of questionnaires is typed in digit by digit, and few answers show no mean", async ({
  app,
  page,
}) => {
  await app.call("create_sample");
  const [session] = await app.list("training_session");
  const waves = await app.list("evaluation_wave", session.id);
  const last = waves.find(({ wave }: { wave: string }) => wave === "follow_up_6m");
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/training_session/${session.id}/evaluation`);
  await officer.choose("wave", officer.t("catalogue.wave.follow_up_6m"));
  await officer.press(officer.t("ui.evaluation.type_in"));
  for (const digits of ["5444321321", "3433444112"]) {
    await expect(officer.front().locator("form input").first()).toBeFocused();
    await page.keyboard.type(digits);
    await page.keyboard.press("Control+Enter");
  }
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole("dialog")).toContainText(officer.t("ui.evaluation.sheet", { number: "3" }));
  await page.keyboard.press("Escape");
  const responses = await app.list("evaluation_response", last.id);
  expect(responses.map((one: { knowledge_tm1: number }) => one.knowledge_tm1)).toEqual([4, 3]);
  expect(responses[0].used_in_work).toBe("not_yet");
  await expect(page.getByText(officer.t("ui.evaluation.too_few", { few: "5" })).first()).toBeVisible();
});

test("two entries of one person are merged, and taken apart again by undo", async ({ app, page }) => {
  await app.call("create_sample");
  const [person] = await app.list("participant");
  const { family_name, given_name, sector } = person;
  const values = { family_name: family_name.toUpperCase(), given_name, sector, organisation: "Elsewhere" };
  await app.create("participant", values);
  const people = async () => (await app.list("participant")).length;
  const before = await people();
  const officer = await Officer.at(app, page);
  await officer.follow(officer.t("ui.nav.participant"));
  await officer.press(officer.t("ui.people.review"));
  expect(await violations(page)).toEqual([]);
  await officer.press(officer.t("ui.people.keep"));
  await expect.poll(people).toBe(before - 1);
  await page.keyboard.press("Escape");
  await officer.press(officer.t("ui.undo.undo"));
  await expect.poll(people).toBe(before);
});

test("a scanned sheet is attached and shows in the file list", async ({ app, page }) => {
  await app.call("create_sample");
  const [session] = await app.list("training_session");
  app.answerDialog(app.write("scan.pdf", "%PDF-1.4 scanned"));
  const officer = await Officer.at(app, page);
  await page.goto(`${app.url}/#/training_session/${session.id}/files`);
  await officer.menu(officer.t("ui.attachment.attach"));
  await expect(page.getByRole("rowheader", { name: "scan.pdf" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
