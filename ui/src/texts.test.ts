// Plural forms, dates and placeholders in the languages of the window.
import { expect, test } from "vitest";
import { fill, makeTexts } from "./texts";

test("a placeholder is replaced, an unknown one stays visible", () => {
  expect(fill("%{name} of %{city}", { name: "Ada" })).toBe("Ada of %{city}");
});

test("the plural form is the language's own", () => {
  const pages = {
    "pages.one": "%{count} página",
    "pages.many": "%{count} de páginas",
    "pages.other": "%{count} páginas",
  };
  const spanish = makeTexts("es", pages);
  expect([1, 2, 1_000_000].map((n) => spanish.count("pages", n))).toEqual([
    "1 página",
    "2 páginas",
    "1.000.000 de páginas",
  ]);
});

test("a language without a form of its own uses the general one", () => {
  expect(
    makeTexts("fr", { "pages.one": "%{count} page", "pages.other": "%{count} pages" }).count(
      "pages",
      1_000_000,
    ),
  ).toMatch(/pages$/);
});

test("a day is the same day in every time zone", () => {
  expect(makeTexts("en", {}).date("2026-03-01")).toBe("1 Mar 2026");
  expect(makeTexts("el", {}).date("2026-03-01")).toBe("1 Μαρ 2026");
});

test("a period with one end open says so", () => {
  const texts = makeTexts("en", { "ui.period.from": "from %{date}", "ui.period.until": "until %{date}" });
  expect(texts.period("2026-03-01", null)).toBe("from 1 Mar 2026");
  expect(texts.period(null, "2026-03-01")).toBe("until 1 Mar 2026");
});

test("a text that is missing shows its key", () => {
  expect(makeTexts("en", {}).t("ui.nothing")).toBe("ui.nothing");
});
