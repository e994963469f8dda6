// How a field's value reads: in a table, in a heading, in a list of choices. Nothing here is edited.
import type { ReactNode } from "react";
import { type AnyRecord, useRead, useRecords } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { Mark, type MarkShape, type MarkTone } from "../widgets/mark";
import { layoutOf } from "./layout";

export interface FieldInfo {
  name: string;
  kind: string;
  required: boolean;
  catalogue: string | null;
  target: string | null;
  personal: boolean;
  min: number | null;
  max: number | null;
}

export interface EntityInfo {
  parent: string | null;
  fields: FieldInfo[];
}

/** Words in one or more languages. */
export interface Words {
  source: string;
  words: Record<string, string>;
}

export function useEntity(entity: string): EntityInfo | undefined {
  const forms = useRead("entities", {}).data as Record<string, EntityInfo> | undefined;
  return forms?.[entity];
}

export function useCatalogue(name: string | null): string[] {
  const catalogues = useRead("catalogues", {}).data as Record<string, string[]> | undefined;
  return (name && catalogues?.[name]) || EMPTY;
}
const EMPTY: string[] = [];

export function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && "words" in value;
}

/** The words to show in `language`: that language's, else the source's, else any. */
export function inLanguage(value: unknown, language: string): { words: string; language: string } | null {
  if (!isWords(value)) return null;
  for (const tag of [language, value.source, ...Object.keys(value.words)]) {
    const words = value.words[tag];
    if (words) return { words, language: tag };
  }
  return null;
}

export function label(texts: Texts, catalogue: string | null, code: unknown): string {
  return code == null || code === "" ? "" : texts.t(`catalogue.${catalogue}.${code}`);
}

/** A field's value as plain words. */
export function plain(texts: Texts, info: FieldInfo | undefined, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (isWords(value)) return inLanguage(value, texts.language)?.words ?? "";
  switch (info?.kind) {
    case "date":
      return texts.date(value);
    case "integer":
    case "decimal":
      return texts.number(value);
    case "money":
      return texts.money(value);
    case "flag":
      return texts.t(value ? "ui.word.yes" : "ui.word.no");
    case "code":
      return label(texts, info.catalogue, value);
    case "codes":
      return (value as string[]).map((code) => label(texts, info.catalogue, code)).join(", ");
    default:
      return info?.name === "language" ? texts.languageName(String(value)) : String(value);
  }
}

/** What a record is called. */
export function nameOf(
  texts: Texts,
  entity: string,
  info: EntityInfo | undefined,
  record: AnyRecord,
): string {
  const { name } = layoutOf(entity);
  const parts = name.map((field) =>
    plain(
      texts,
      info?.fields.find((one) => one.name === field),
      record[field],
    ),
  );
  return (
    parts.filter((part) => part !== "").join(entity === "participant" ? ", " : " · ") ||
    texts.t("ui.word.unnamed")
  );
}

/** The names of all records of an entity, in the language's order. */
/** Which kind of entries of the common catalogue a field leads to. */
const PACK_KINDS: Record<string, string> = { pack_entry: "indicator", pack_modules: "module" };

/** The records that a field can lead to; what is not to be used any more only where it is chosen already. */
export function useTargets(field: FieldInfo, chosen: (string | null)[]): { id: string; name: string }[] {
  const kind = PACK_KINDS[field.name];
  const fits = (record: AnyRecord) =>
    record.kind === kind && (record.deprecated !== true || chosen.includes(record.id));
  return useNames(field.target, kind ? fits : undefined);
}

export function useNames(
  entity: string | null,
  fits: (record: AnyRecord) => boolean = () => true,
): { id: string; name: string }[] {
  const texts = useTexts();
  const info = useEntity(entity ?? "");
  const records = useRecords(entity ?? "", null, entity !== null).filter(fits);
  return records
    .map((record) => ({ id: record.id, name: nameOf(texts, entity ?? "", info, record) }))
    .sort((a, b) => texts.compare(a.name, b.name));
}

/** What names a record of an entity: where that is another record, the other's name; without one, what it says itself. */
export function useNaming(entity: string): (record: AnyRecord) => string {
  const texts = useTexts();
  const info = useEntity(entity);
  const first = nameField(entity, info);
  const names = useNames(first?.kind === "link" ? first.target : null);
  return (record) => {
    const other = first?.kind === "link" ? record[first.name] : null;
    return other == null
      ? nameOf(texts, entity, info, record)
      : (names.find(({ id }) => id === other)?.name ?? texts.t("ui.word.unnamed"));
  };
}

/** Records in the order in which one looks for them: by rank, by date, by name of who is meant, else as they came. */
export function useOrdered(entity: string, records: AnyRecord[]): AnyRecord[] {
  const texts = useTexts();
  const info = useEntity(entity);
  const naming = useNaming(entity);
  const first = nameField(entity, info);
  const dated = info?.fields.find((field) => field.kind === "date" && field.required);
  const rank = (record: AnyRecord) =>
    typeof record.rank === "number" ? record.rank : Number.POSITIVE_INFINITY;
  if (info?.fields.some((field) => field.name === "parent" && field.target === entity))
    return asTree(records);
  if (info?.fields.some((field) => field.name === "rank"))
    return [...records].sort((a, b) => compare(rank(a), rank(b)));
  if (first?.kind === "link") return [...records].sort((a, b) => texts.compare(naming(a), naming(b)));
  if (dated) return [...records].sort((a, b) => compare(String(a[dated.name]), String(b[dated.name])));
  return records;
}

/** Rows of a tree: each before those below it; the core sees to it that it is one. */
function asTree(records: AnyRecord[]): AnyRecord[] {
  const known = new Set(records.map((record) => record.id));
  const below = (parent: string | null): AnyRecord[] =>
    records
      .filter((record) => (known.has(String(record.parent)) ? record.parent : null) === parent)
      .sort(
        (a, b) =>
          depthOf(a) - depthOf(b) ||
          String(a.code ?? "~").localeCompare(String(b.code ?? "~"), "en", { numeric: true }),
      )
      .flatMap((record) => [record, ...below(record.id)]);
  return below(null);
}

const LEVELS = ["impact", "outcome", "output", "activity"];

/** How deep a row of the logframe stands, by its level. */
export function depthOf(record: AnyRecord): number {
  return LEVELS.indexOf(String(record.level));
}

function nameField(entity: string, info: EntityInfo | undefined): FieldInfo | undefined {
  return info?.fields.find((field) => field.name === layoutOf(entity).name[0]);
}

function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The shape and colour that go with a code; the letter is the text `ui.letter.<catalogue>.<code>`. */
const MARKS: Record<string, Record<string, [MarkShape, MarkTone]>> = {
  rag: {
    green: ["circle", "good"],
    amber: ["triangle", "warn"],
    red: ["square", "bad"],
    grey_not_assessed: ["dashed", "none"],
  },
  attendance_status: {
    unmarked: ["dashed", "none"],
    present: ["circle", "good"],
    partial: ["half", "warn"],
    excused: ["diamond", "calm"],
    absent: ["square", "bad"],
  },
  milestone_status: {
    not_started: ["dashed", "none"],
    on_track: ["circle", "good"],
    at_risk: ["triangle", "warn"],
    late: ["square", "bad"],
    done: ["half", "good"],
    cancelled: ["diamond", "calm"],
  },
};

export function markOf(catalogue: string | null, code: unknown): [MarkShape, MarkTone] | undefined {
  return MARKS[catalogue ?? ""]?.[String(code)];
}

/** A code as mark and words; the mark alone when `bare`, for where the words stand beside it. */
export function CodeMark({ catalogue, code, bare }: { catalogue: string; code: unknown; bare?: boolean }) {
  const texts = useTexts();
  const mark = markOf(catalogue, code);
  const words = label(texts, catalogue, code);
  if (!mark) return words;
  return (
    <Mark
      letter={texts.t(`ui.letter.${catalogue}.${code}`)}
      shape={mark[0]}
      tone={mark[1]}
      label={bare ? "" : words}
    />
  );
}

/** A scale of few steps as a small bar and its words: levels, presences, confidences. */
const SCALES: Record<string, string[]> = {
  manifestation_level: ["none_observed", "isolated", "occasional", "established", "acute"],
  presence: ["not_relevant", "low", "moderate", "high", "very_high"],
  confidence: ["low", "medium", "high"],
  maturity_level: ["none", "starting", "partly", "established", "embedded_and_reviewed"],
};

const TRENDS: Record<string, string> = { rising: "↗", stable: "→", falling: "↘", unclear: "?" };

/** A field's value in a table. */
export function Value({ info, value }: { info: FieldInfo | undefined; value: unknown }): ReactNode {
  const texts = useTexts();
  if (value === null || value === undefined || value === "") return <span className="nothing">–</span>;
  if (isWords(value)) {
    const said = inLanguage(value, texts.language);
    if (!said) return <span className="nothing">–</span>;
    return said.language === texts.language ? said.words : <span lang={said.language}>{said.words}</span>;
  }
  if (info?.kind === "code") {
    if (markOf(info.catalogue, value)) return <CodeMark catalogue={info.catalogue ?? ""} code={value} />;
    const scale = SCALES[info.catalogue ?? ""];
    const words = label(texts, info.catalogue, value);
    if (scale)
      return (
        <Scale steps={scale} code={String(value)} words={words} long={info.catalogue !== "confidence"} />
      );
    const arrow = info.catalogue === "trend" ? TRENDS[String(value)] : undefined;
    if (arrow) {
      return (
        <span className="trend">
          <span aria-hidden="true">{arrow}</span> {words}
        </span>
      );
    }
    if (info.catalogue === "sensitivity") return <SensitivityMark code={String(value)} />;
    return words;
  }
  if (info?.kind === "date") return <span className="keep">{texts.date(value)}</span>;
  if (info?.kind === "link") return <LinkName entity={info.target} id={String(value)} />;
  if (info?.kind === "links") return texts.number((value as string[]).length);
  return plain(texts, info, value);
}

function Scale({
  steps,
  code,
  words,
  long,
}: {
  steps: string[];
  code: string;
  words: string;
  long: boolean;
}) {
  const at = steps.indexOf(code);
  const first = long ? 1 : 0;
  return (
    <span className="scale">
      <span className="scale-steps" aria-hidden="true">
        {steps.slice(first).map((step, index) => (
          <span key={step} data-on={at >= index + first} />
        ))}
      </span>
      {words}
    </span>
  );
}

function LinkName({ entity, id }: { entity: string | null; id: string }) {
  const texts = useTexts();
  const names = useNames(entity);
  // A button that shows nothing while names are being read would have no name either.
  return names.find((one) => one.id === id)?.name ?? texts.t("ui.word.unnamed");
}

/** The sensitivity of a document, in words and with a frame. */
export function SensitivityMark({ code }: { code: string }) {
  const texts = useTexts();
  return (
    <span className="sensitivity" data-code={code}>
      {label(texts, "sensitivity", code)}
    </span>
  );
}
