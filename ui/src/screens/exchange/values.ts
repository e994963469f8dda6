// How values of a record read where two of them stand side by side.
import type { Texts } from "../../texts";
import { type FieldInfo, inLanguage, isWords, label, plain } from "../values";

/** Characters that two people compare, kept on one line. */
export function onOneLine(characters: string): string {
  return characters.replaceAll(" ", "\u00a0");
}

/** A field's value beside `other`: of words in several languages, those that differ. */
export function shown(texts: Texts, info: FieldInfo | undefined, value: unknown, other?: unknown): string {
  if (info?.kind === "link" || info?.kind === "links") {
    const empty = value == null || (Array.isArray(value) && value.length === 0);
    return texts.t(empty ? "ui.history.nothing" : "ui.exchange.other_record");
  }
  if (isWords(value)) {
    const differs = Object.keys(value.words).find(
      (tag) => isWords(other) && value.words[tag] !== other.words[tag],
    );
    return inLanguage(value, differs ?? texts.language)?.words || texts.t("ui.history.nothing");
  }
  return plain(texts, info, value) || texts.t("ui.history.nothing");
}

/** What a conflict is about: the field, and the language or the member of a set where it is about one. */
export function place(texts: Texts, entity: string, field: string, info: FieldInfo | undefined): string {
  const [name = "", part] = field.split("/");
  if (name === "~deleted") return texts.t("ui.exchange.deleted_or_changed");
  const words = texts.t(`entity.${entity}.${name}`);
  if (part === undefined) return words;
  if (info?.kind === "codes") return texts.pair(words, label(texts, info.catalogue, part));
  if (info?.kind === "links") return words;
  const language = part === "~source" ? texts.t("ui.exchange.source") : texts.languageName(part);
  return texts.pair(words, language);
}

/** One value of a conflict. */
export function choiceWords(
  texts: Texts,
  field: string,
  info: FieldInfo | undefined,
  value: unknown,
): string {
  const [name, part] = field.split("/");
  if (name === "~deleted")
    return texts.t(value === true ? "ui.exchange.stays_deleted" : "ui.exchange.comes_back");
  if (value === null)
    return texts.t(part === undefined || info?.kind !== "codes" ? "ui.history.nothing" : "ui.word.no");
  if (part === "~source") return texts.languageName(String(value));
  if (part !== undefined)
    return typeof value === "boolean" ? texts.t(value ? "ui.word.yes" : "ui.word.no") : String(value);
  return shown(texts, info, value);
}
