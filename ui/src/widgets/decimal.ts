// Reading and writing numbers as the officer types them. What can mean two numbers is none: nothing is guessed.

/** Digits, perhaps in groups of three with spaces between, and at most two digits after one decimal mark. */
const NUMBER = /^[-−]?(\d+|\d{1,3}([ \u00a0\u202f]\d{3})+)([.,]\d{1,2})?$/;

/** The number that was typed, whichever decimal mark the language has; null for nothing, undefined if it is none. */
export function readNumber(typed: string, whole = false): number | null | undefined {
  const words = typed.trim();
  if (words === "") return null;
  if (!NUMBER.test(words) || (whole && /[.,]/.test(words))) return undefined;
  return Number(
    words
      .replace("−", "-")
      .replace(",", ".")
      .replace(/[^\d.-]/g, ""),
  );
}

/** A number as it stands in a field: with groups when it is read, without when it is edited; money with its cents. */
export function writeNumber(value: number, locale: string, groups: boolean, cents = false): string {
  const digits = cents
    ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    : { maximumFractionDigits: 4 };
  return value.toLocaleString(locale, { ...digits, useGrouping: groups });
}
