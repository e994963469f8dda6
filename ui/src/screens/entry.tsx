// The field of a form that fits what the core says of it. Layout and saving are the form's: record-form.tsx.
import { type ReactNode, useState } from "react";
import type { Problem } from "../ipc/call";
import { useRead } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { type Choice, ChoiceField, ManyField, SearchChoiceField } from "../widgets/choice";
import { DateEntry } from "../widgets/date";
import { FlagField, NumberEntry, WordsField } from "../widgets/field";
import { Icon } from "../widgets/icon";
import { MenuButton } from "../widgets/overlay";
import { COUNTRIES, LANGUAGES } from "./countries";
import { useGuard } from "./guard";
import { problemText } from "./problem";
import {
  CodeMark,
  type FieldInfo,
  inLanguage,
  isWords,
  label,
  markOf,
  useCatalogue,
  useTargets,
  type Words,
} from "./values";

interface FieldEntryProps {
  entity: string;
  field: FieldInfo;
  value: unknown;
  problem: Problem | undefined;
  /** Takes the value, and why it cannot be one of this field where that is plain at once. */
  onChange: (value: unknown, wrong?: Problem) => void;
  onLeave: () => void;
  /** The record itself, which its links do not lead to. */
  self?: string | null;
  /** The kind of the record, where a field means something else in each. */
  kind?: string | null;
}

export function FieldEntry(props: FieldEntryProps) {
  const { entity, field, value, problem, onChange, onLeave, self, kind } = props;
  const texts = useTexts();
  const { t } = texts;
  const ofKind = `ui.kind_help.${entity}.${field.name}_${kind}`;
  const helpKey = texts.has(ofKind) ? ofKind : `help.${entity}.${field.name}`;
  const common = {
    label: t(`entity.${entity}.${field.name}`),
    help: texts.has(helpKey) ? t(helpKey) : undefined,
    problem: problem ? problemText(texts, problem) : undefined,
    required: field.required,
    name: field.name,
    onLeave,
    mark: (
      <>
        {field.required && !(field.kind === "code" && value) ? (
          <span className="required"> {t("ui.field.required")}</span>
        ) : null}
        {field.personal ? (
          <span className="personal" title={t("ui.field.personal")}>
            <Icon name="lock" />
            <span className="unseen"> {t("ui.field.personal")}</span>
          </span>
        ) : null}
      </>
    ),
  };
  switch (field.kind) {
    case "text":
    case "note":
      return (
        <WordsEntry
          {...common}
          personal={field.personal}
          value={isWords(value) ? value : null}
          onChange={onChange}
          {...(field.kind === "note" ? { lines: 4 } : {})}
        />
      );
    case "date":
      return (
        <DateEntry
          {...common}
          value={(value as string | null) ?? null}
          onChange={onChange}
          clearLabel={t("ui.field.clear", { field: common.label })}
        />
      );
    case "integer":
    case "decimal":
      if (field.kind === "integer" && field.min === 1 && (field.max === 3 || field.max === 5)) {
        return <ScoreEntry {...common} value={toNumber(value)} max={field.max} onChange={onChange} />;
      }
      return (
        <NumberEntry
          {...common}
          value={typeof value === "string" ? value : toNumber(value)}
          onChange={(next) =>
            typeof next === "string"
              ? onChange(next, { field: field.name, code: "wrong_type", params: {} })
              : onChange(next)
          }
          whole={field.kind === "integer"}
        />
      );
    case "money":
      return (
        <NumberEntry
          {...common}
          value={typeof value === "number" ? value / 100 : ((value as string | null) ?? null)}
          onChange={(next) =>
            typeof next === "string"
              ? onChange(next, { field: field.name, code: "wrong_type", params: {} })
              : onChange(next === null ? null : Math.round(next * 100))
          }
          cents
        />
      );
    case "flag":
      return <FlagField {...common} value={value === true} onChange={onChange} />;
    case "code":
      return (
        <CodeEntry {...common} field={field} value={(value as string | null) ?? null} onChange={onChange} />
      );
    case "codes":
      return (
        <CodesEntry {...common} field={field} values={(value as string[] | null) ?? []} onChange={onChange} />
      );
    case "link":
      return (
        <LinkEntry
          {...common}
          field={field}
          value={(value as string | null) ?? null}
          onChange={onChange}
          self={self ?? null}
        />
      );
    case "links":
      return (
        <LinksEntry {...common} field={field} values={(value as string[] | null) ?? []} onChange={onChange} />
      );
    default:
      if (field.name === "country") {
        return <CountryEntry {...common} value={(value as string | null) ?? null} onChange={onChange} />;
      }
      if (field.name === "language") {
        return <LanguageEntry {...common} value={(value as string | null) ?? null} onChange={onChange} />;
      }
      if (field.name === "languages" || field.name === "interpretation_languages") {
        return <LanguagesEntry {...common} value={(value as string | null) ?? ""} onChange={onChange} />;
      }
      return (
        <LineEntry
          {...common}
          personal={field.personal}
          value={(value as string | null) ?? ""}
          onChange={onChange}
        />
      );
  }
}

interface EntryCommon {
  label: string;
  help: string | undefined;
  problem: string | undefined;
  required: boolean;
  name: string;
  onLeave: () => void;
  mark: ReactNode;
}

/** A line in no particular language. */
function LineEntry(
  props: EntryCommon & { personal: boolean; value: string; onChange: (value: unknown) => void },
) {
  const { personal, onChange, ...common } = props;
  return (
    <WordsField
      {...common}
      {...useGuard(props.value, null, !personal)}
      onChange={(words) => onChange(words === "" ? null : words)}
      type={props.name === "work_email" ? "email" : "text"}
    />
  );
}

/** Words in several languages: one language at a time, chosen beside the label. */
function WordsEntry(
  props: EntryCommon & {
    personal: boolean;
    value: Words | null;
    onChange: (value: unknown) => void;
    lines?: number;
  },
) {
  const { personal, value, onChange, ...common } = props;
  const texts = useTexts();
  const file = useRead("file", {}).data as { language?: string } | null | undefined;
  const languages = (useRead("languages", {}).data as { tag: string; name: string }[] | undefined) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [typedIn, setTypedIn] = useState<string | null>(null);
  // What a heading shows is what one edits: the words in the window's language, else the original.
  const shown = inLanguage(value, texts.language)?.language;
  const written = chosen ?? typedIn ?? shown ?? file?.language ?? texts.language;
  const present = value ? Object.keys(value.words) : [];
  const others = present.filter((tag) => tag !== written);
  const source = value?.source ?? written;
  const guard = useGuard(value?.words[written] ?? "", written, !personal);

  function change(words: string) {
    setTypedIn(written);
    const all = { ...value?.words };
    if (words === "") delete all[written];
    else all[written] = words;
    const left = Object.keys(all);
    if (left.length === 0) onChange(null);
    else onChange({ source: all[source] === undefined ? (left[0] ?? written) : source, words: all });
  }

  // The original stands below while one translates.
  const original = chosen !== null && written !== source ? inLanguage(value, source) : null;
  return (
    <>
      <WordsField
        {...common}
        {...guard}
        value={value?.words[written] ?? ""}
        onChange={change}
        language={written}
        tools={
          <span className="language-tools">
            {others.length > 0 ? <span className="also">{alsoIn(texts, others)}</span> : null}
            <MenuButton
              small
              single
              label={texts.languageName(written)}
              spoken={texts.t("ui.field.language_of", {
                field: props.label,
                language: texts.languageName(written),
              })}
              entries={languages.map(({ tag }) => ({
                id: tag,
                label: texts.languageName(tag),
                hint: present.includes(tag)
                  ? texts.t(tag === source ? "ui.field.original" : "ui.field.translated")
                  : undefined,
                chosen: tag === written,
              }))}
              onChoose={setChosen}
            />
          </span>
        }
      />
      {original ? (
        <p className="help original">
          {texts.t("ui.field.original_says", { language: texts.languageName(source) })}{" "}
          <span lang={source}>{original.words}</span>
        </p>
      ) : null}
    </>
  );
}

/** Which other languages the words are in. */
function alsoIn(texts: Texts, tags: string[]): string {
  const names = tags.map(texts.languageName).sort(texts.compare);
  return texts.t("ui.field.also_in", { languages: names.join(", ") });
}

/** One of few steps: five as scores with their words, three as weights. */
function ScoreEntry(
  props: EntryCommon & { value: number | null; max: 3 | 5; onChange: (value: unknown) => void },
) {
  const { value, max, onChange, ...common } = props;
  const texts = useTexts();
  const steps = max === 5 ? [1, 2, 3, 4, 5] : [1, 2, 3];
  const choices = steps.map((n) => ({
    value: String(n),
    label: texts.t(`ui.${max === 5 ? "score" : "weight"}.${n}`, { score: texts.number(n) }),
  }));
  return (
    <ChoiceField
      {...common}
      value={value === null ? null : String(value)}
      onChange={(next) => onChange(next === null ? null : Number(next))}
      choices={choices}
      none={common.required ? undefined : texts.t("ui.word.not_stated")}
    />
  );
}

function CodeEntry(
  props: EntryCommon & { field: FieldInfo; value: string | null; onChange: (value: unknown) => void },
) {
  const { field, ...common } = props;
  const texts = useTexts();
  const choices = useChoices(field.catalogue);
  if (choices.length > 16) {
    return <SearchChoiceField {...common} choices={choices} openLabel={texts.t("ui.field.show_choices")} />;
  }
  return (
    <ChoiceField
      {...common}
      choices={choices}
      none={field.required ? undefined : texts.t("ui.word.not_stated")}
    />
  );
}

function CodesEntry(
  props: EntryCommon & { field: FieldInfo; values: string[]; onChange: (value: unknown) => void },
) {
  const { field, ...common } = props;
  const texts = useTexts();
  const choices = useChoices(field.catalogue);
  return (
    <ManyField
      {...common}
      choices={choices}
      summary={texts.count("ui.field.chosen", props.values.length)}
      removeLabel={(name) => texts.t("ui.field.remove", { name })}
    />
  );
}

function useChoices(catalogue: string | null): Choice[] {
  const texts = useTexts();
  return useCatalogue(catalogue).map((code) => ({
    value: code,
    label: label(texts, catalogue, code),
    lead: markOf(catalogue, code) ? <CodeMark catalogue={catalogue ?? ""} code={code} bare /> : undefined,
    section: catalogue === "factor" ? texts.t(`ui.factor.${code.slice(0, 4)}`) : undefined,
  }));
}

function LinkEntry(
  props: EntryCommon & {
    field: FieldInfo;
    value: string | null;
    onChange: (value: unknown) => void;
    self: string | null;
  },
) {
  const { field, self, ...common } = props;
  const texts = useTexts();
  const names = useTargets(field, [props.value]).filter(({ id }) => id !== self);
  const choices = names.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SearchChoiceField
      {...common}
      choices={choices}
      openLabel={texts.t("ui.field.show_choices")}
      help={choices.length === 0 ? texts.t(`ui.empty.choose_${field.target}`) : common.help}
    />
  );
}

function LinksEntry(
  props: EntryCommon & { field: FieldInfo; values: string[]; onChange: (value: unknown) => void },
) {
  const { field, ...common } = props;
  const texts = useTexts();
  const names = useTargets(field, props.values);
  return (
    <ManyField
      {...common}
      choices={names.map(({ id, name }) => ({ value: id, label: name }))}
      summary={texts.count("ui.field.chosen", props.values.length)}
      removeLabel={(name) => texts.t("ui.field.remove", { name })}
      empty={texts.t(`ui.empty.choose_${field.target}`)}
    />
  );
}

function CountryEntry(props: EntryCommon & { value: string | null; onChange: (value: unknown) => void }) {
  const texts = useTexts();
  const codes = props.value && !COUNTRIES.includes(props.value) ? [...COUNTRIES, props.value] : COUNTRIES;
  const choices = codes
    .map((code) => ({ value: code, label: texts.countryName(code) }))
    .sort((a, b) => texts.compare(a.label, b.label));
  return <SearchChoiceField {...props} choices={choices} openLabel={texts.t("ui.field.show_choices")} />;
}

function LanguageEntry(props: EntryCommon & { value: string | null; onChange: (value: unknown) => void }) {
  const texts = useTexts();
  const languages = (useRead("languages", {}).data as { tag: string }[] | undefined) ?? [];
  const choices = languages.map(({ tag }) => ({ value: tag, label: texts.languageName(tag) }));
  return (
    <ChoiceField
      {...props}
      choices={choices}
      none={props.required ? undefined : texts.t("ui.word.not_stated")}
    />
  );
}

/** Several languages, kept as their codes with commas between. */
function LanguagesEntry(props: EntryCommon & { value: string; onChange: (value: unknown) => void }) {
  const { value, onChange, ...common } = props;
  const texts = useTexts();
  const values = value.split(/[\s,;]+/).filter((tag) => tag !== "");
  const choices = [...new Set([...LANGUAGES, ...values])]
    .map((tag) => ({ value: tag, label: languageOf(texts, tag) }))
    .sort((a, b) => texts.compare(a.label, b.label));
  return (
    <ManyField
      {...common}
      values={values}
      onChange={(tags) => onChange(tags.length > 0 ? tags.join(", ") : null)}
      choices={choices}
      summary={texts.count("ui.field.chosen", values.length)}
      removeLabel={(name) => texts.t("ui.field.remove", { name })}
    />
  );
}

/** A language's name; what is no language code stays as it was typed. */
function languageOf(texts: Texts, tag: string): string {
  return /^[a-z]{2,3}$/i.test(tag) ? texts.languageName(tag) : tag;
}

function toNumber(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
