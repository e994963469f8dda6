// The words on the screen. They come from the core, one catalogue for screen and paper, with what the common catalogue of
// an open file words otherwise; dates, numbers and plural
// forms come from Intl in the interface's language. Deliberately holds no word itself.
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useRead } from "./ipc/query";
import { LocaleProvider } from "./widgets/locale";

type Params = { [name: string]: unknown };

export interface Texts {
  /** BCP 47 tag of the interface's language, as the core names it. */
  language: string;
  /** The text of `key`; `%{name}` is replaced by the param of that name. A missing text shows its key. */
  t(key: string, params?: Params): string;
  has(key: string): boolean;
  /** The text of `key` in the plural form for `n`; `%{count}` is the formatted number. */
  count(key: string, n: number, params?: Params): string;
  /** A calendar day, given as YYYY-MM-DD. */
  date(iso: unknown, style?: "medium" | "long" | "short"): string;
  /** A moment, given as an ISO 8601 time. */
  time(iso: unknown): string;
  period(from: unknown, to: unknown): string;
  /** A label and what it stands for. */
  pair(label: string, value: string): string;
  number(value: unknown, digits?: number): string;
  /** An amount of euros, given in cents. */
  money(cents: unknown): string;
  /** A share: 0.5 is 50 %. */
  percent(share: unknown): string;
  /** The name of a language in the interface's language. */
  languageName(tag: string): string;
  countryName(code: string): string;
  compare(a: string, b: string): number;
}

/** Where Intl's base language alone would mean another country's dates. */
const REGION: Record<string, string> = {
  en: "en-GB",
  fr: "fr-FR",
  de: "de-DE",
  es: "es-ES",
  it: "it-IT",
  nl: "nl-NL",
  pt: "pt-PT",
  el: "el-GR",
  sv: "sv-SE",
  ca: "ca-ES",
};

const Context = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = useContext(Context);
  if (!texts) throw new Error("useTexts needs a TextsProvider above it");
  return texts;
}

export function TextsProvider({ children }: { children: ReactNode }) {
  const settings = useRead("settings", {});
  const language = settings.data?.language;
  const read = useRead("texts", { language: language ?? "" }, { when: language !== undefined, keep: true });
  const catalogue = read.data as Record<string, string> | undefined;
  // In an open file the coordinator's own labels take the place of the program's.
  const open = (useRead("file", {}).data ?? null) !== null;
  const when = open && language !== undefined;
  const wording = useRead("wording", { language: language ?? "" }, { when, keep: true });
  const own = when ? (wording.data as Record<string, string> | undefined) : undefined;
  const texts = useMemo(
    () => (language && catalogue ? makeTexts(language, { ...catalogue, ...own }) : null),
    [language, catalogue, own],
  );
  useEffect(() => {
    if (texts) document.documentElement.lang = texts.language;
  }, [texts]);
  const refused = settings.error ?? read.error;
  if (refused) return <p role="alert">{refused.message}</p>;
  if (!texts) return null;
  return (
    <LocaleProvider locale={REGION[texts.language] ?? texts.language}>
      <Context.Provider value={texts}>{children}</Context.Provider>
    </LocaleProvider>
  );
}

const reported = new Set<string>();

export function makeTexts(language: string, catalogue: Record<string, string>): Texts {
  const locale = REGION[language] ?? language;
  // Made when first needed: each takes the engine longer than a whole screen does to appear.
  const plurals = once(() => new Intl.PluralRules(locale));
  const day = (dateStyle: "short" | "medium" | "full") =>
    once(() => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" }));
  const days = { short: day("short"), medium: day("medium"), long: day("full") };
  const times = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const languages = once(() => new Intl.DisplayNames(locale, { type: "language", fallback: "code" }));
  const countries = once(() => new Intl.DisplayNames(locale, { type: "region", fallback: "code" }));
  const percents = once(() => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }));

  function t(key: string, params?: Params): string {
    const text = catalogue[key];
    if (text === undefined) {
      if (!reported.has(key)) console.warn(`no text for ${key}`);
      reported.add(key);
      return key;
    }
    return params ? fill(text, params) : text;
  }
  function number(value: unknown, digits = 2): string {
    const n = toNumber(value);
    // A sum of nothing may come as -0.
    return n === null ? "" : (n || 0).toLocaleString(locale, { maximumFractionDigits: digits });
  }
  return {
    language,
    t,
    has: (key) => catalogue[key] !== undefined,
    count(key, n, params) {
      const form = `${key}.${plurals().select(n)}`;
      return t(catalogue[form] === undefined ? `${key}.other` : form, { ...params, count: number(n) });
    },
    date(iso, style = "medium") {
      const day = toDay(iso);
      return day ? days[style]().format(day) : "";
    },
    time(iso) {
      const moment = typeof iso === "string" ? new Date(iso) : null;
      return moment && !Number.isNaN(moment.getTime()) ? times().format(moment) : "";
    },
    period(from, to) {
      const [start, end] = [toDay(from), toDay(to)];
      if (start && end) return days.medium().formatRange(start, end);
      if (start) return t("ui.period.from", { date: days.medium().format(start) });
      if (end) return t("ui.period.until", { date: days.medium().format(end) });
      return "";
    },
    pair: (label, value) => t("format.pair", { label, value }),
    number,
    money(cents) {
      const n = toNumber(cents);
      if (n === null) return "";
      const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
      return t("format.money", { number: (n / 100).toLocaleString(locale, digits) });
    },
    percent(share) {
      const n = toNumber(share);
      return n === null ? "" : percents().format(n);
    },
    languageName: (tag) => capital(languages().of(tag) ?? tag, locale),
    countryName: (code) => (/^[A-Z]{2}$/.test(code) ? (countries().of(code) ?? code) : code),
    compare: (a, b) => collator().compare(a, b),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Replaces `%{name}`; an unknown name stays visible. */
export function fill(text: string, params: Params): string {
  return text.replace(/%\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  );
}

function toNumber(value: unknown): number | null {
  if (value === null || value === undefined || value === "") return null;
  const n = typeof value === "number" ? value : Number(value);
  return Number.isFinite(n) ? n : null;
}

function toDay(iso: unknown): Date | null {
  const parts = typeof iso === "string" ? /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) : null;
  return parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) : null;
}

function capital(word: string, locale: string): string {
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}
