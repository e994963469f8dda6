import { expect, test } from "vitest";
import { readNumber, writeNumber } from "./decimal";

test("either decimal mark is one, in every language", () => {
  expect(readNumber("3.5")).toBe(3.5);
  expect(readNumber("3,5")).toBe(3.5);
  expect(readNumber(" 1234,25 ")).toBe(1234.25);
  expect(readNumber("-0,5")).toBe(-0.5);
  expect(readNumber("−2")).toBe(-2);
});

test("spaces between groups of three digits are no part of the number", () => {
  expect(readNumber("12 500")).toBe(12500);
  expect(readNumber("1\u202f234\u202f567,8")).toBe(1234567.8);
  expect(readNumber("12 50")).toBeUndefined();
});

test("what could mean two numbers, or none, is refused", () => {
  for (const typed of ["1.234", "1,234", "1.234,5", "1,2,3", "3.", ".5", "3 h", "abc", "1e3", "--1"])
    expect(readNumber(typed), typed).toBeUndefined();
});

test("a whole number has no fraction", () => {
  expect(readNumber("20", true)).toBe(20);
  expect(readNumber("20,5", true)).toBeUndefined();
  expect(readNumber("20.0", true)).toBeUndefined();
});

test("an empty field is no number", () => {
  expect(readNumber("")).toBeNull();
  expect(readNumber("  ")).toBeNull();
});

test("a number that is edited is read back as it was", () => {
  for (const locale of ["en-GB", "fr-FR", "de-DE", "el-GR", "sv-SE"])
    for (const value of [0, 3.5, 1234.25, 40000, 12.07])
      expect(readNumber(writeNumber(value, locale, false)), locale).toBe(value);
});
