// What looks like a person's data in an officer's words: the notice under a field, and the list before a report is
// exported. What looks so is said by the core. Nothing here keeps anybody from saving; what the officer has judged to be
// harmless is remembered until the window closes, and nowhere else.
import { Fragment, type ReactNode, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import type { Result } from "../ipc/call";
import { useRead, useRecord } from "../ipc/query";
import { link } from "../router";
import { type Texts, useTexts } from "../texts";
import { Anchor, Button } from "../widgets/button";
import { Icon } from "../widgets/icon";
import { announce, Notice } from "../widgets/notice";
import { label, useNaming } from "./values";

type Place = Result<"check_report">[number];
type Finding = Place["findings"][number];

/** How long one pauses before the words are checked, in milliseconds. */
const PAUSE = 600;
/** How many passages of one kind are named under a field. */
const NAMED = 4;

/** The passages that are no personal data, by the officer's own judgement. */
let harmless: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function judgeHarmless(findings: Finding[]) {
  harmless = new Set([...harmless, ...findings.map((finding) => finding.fingerprint)]);
  for (const listener of listeners) listener();
}

function useHarmless(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => harmless);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a field for words shows below them, when it is `guarded` and they look like a person's data. */
export function useGuard(
  words: string,
  language: string | null,
  guarded: boolean,
): { below?: ReactNode; describedBy?: string } {
  const id = useId();
  const settled = useSettled(words);
  const known = useHarmless();
  const read = useRead(
    "check_words",
    { words: settled, language },
    { when: guarded && settled.trim() !== "" },
  );
  if (!guarded) return {};
  const findings = settled === words ? (read.data ?? []).filter((one) => !known.has(one.fingerprint)) : [];
  const below = <GuardNotice id={id} findings={findings} />;
  return findings.length > 0 ? { below, describedBy: id } : { below };
}

/** The value once it has not changed for a while; the first one at once. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The place for the words is always there: a screen reader says only what comes into a place that it knows. */
function GuardNotice({ id, findings }: { id: string; findings: Finding[] }) {
  const texts = useTexts();
  const { t } = texts;
  const frame = useRef<HTMLDivElement>(null);
  const found = findings.length > 0;
  function dismiss() {
    // The button goes; the focus goes back to the words.
    frame.current?.closest(".field")?.querySelector<HTMLElement>("input, textarea")?.focus();
    judgeHarmless(findings);
    announce(t("guard.dismissed"));
  }
  return (
    <div ref={frame} className={found ? "guard" : "unseen"}>
      <div id={id} role="status" className="guard-words">
        {found ? (
          <>
            <p className="guard-title">
              <Icon name="info" />
              <strong>{t("guard.title")}</strong>
            </p>
            <ul>
              {byKind(findings).map(([kind, ones]) => (
                <li key={kind}>
                  {named(texts, kind, ones)}. {t(`guard.instead.${kind}`)}
                </li>
              ))}
            </ul>
            <p>{t("guard.calm")}</p>
          </>
        ) : null}
      </div>
      {found ? (
        <Button kind="plain" onPress={dismiss}>
          {t("guard.dismiss")}
        </Button>
      ) : null}
    </div>
  );
}

/** What in a report looks like a person's data and has not been judged harmless, by field of its records. */
export function useReportGuard(kind: string, subject: string | null): Place[] {
  const known = useHarmless();
  const places = useRead("check_report", { kind, subject }).data ?? [];
  return places
    .map((place) => ({ ...place, findings: place.findings.filter((one) => !known.has(one.fingerprint)) }))
    .filter((place) => place.findings.length > 0);
}

/** What to look at before the report is exported, by record, each with the way there. */
export function GuardPanel({ places }: { places: Place[] }) {
  const { t } = useTexts();
  const title = useId();
  if (places.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <Notice tone="warning">
        <h2 id={title} className="guard-heading">
          {t("guard.before_export")}
        </h2>
        <p>{t("guard.before_export_text")}</p>
        <ul className="guard-places">
          {byRecord(places).map((own) => (
            <GuardRecord key={own[0].record} places={own} />
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function GuardRecord({ places }: { places: [Place, ...Place[]] }) {
  const texts = useTexts();
  const [{ entity, record: id, page, page_entity: pageEntity, part }] = places;
  const { data: record } = useRecord(entity, id);
  const naming = useNaming(entity);
  if (!record) return null;
  return (
    <li>
      <Anchor href={link(pageEntity, page, part?.entity, part?.id)}>
        {texts.pair(texts.t(`entity.${entity}.one`), naming(record))}
      </Anchor>
      <dl>
        {places.map((place) => (
          <Fragment key={`${place.field}/${place.language}`}>
            <dt>{fieldName(texts, place)}</dt>
            {byKind(place.findings).map(([kind, ones]) => (
              <dd key={kind}>{named(texts, kind, ones)}</dd>
            ))}
          </Fragment>
        ))}
      </dl>
    </li>
  );
}

/** The field, with the language of its words where that is not the window's. */
function fieldName(texts: Texts, { entity, field, language }: Place): string {
  const name = texts.t(`entity.${entity}.${field}`);
  if (language === null || language === texts.language) return name;
  return texts.t("guard.in_language", { field: name, language: texts.languageName(language) });
}

/** "Telephone number: 06• •• …": what it looks like, and where to look. */
function named(texts: Texts, kind: string, findings: Finding[]): string {
  const excerpts = [...new Set(findings.map((finding) => finding.excerpt))];
  const shown = excerpts.slice(0, NAMED).join("; ");
  return texts.pair(label(texts, "personal_data_kind", kind), excerpts.length > NAMED ? `${shown} …` : shown);
}

function byKind(findings: Finding[]): [string, Finding[]][] {
  return grouped(findings, (finding) => finding.kind);
}

function byRecord(places: Place[]): [Place, ...Place[]][] {
  return grouped(places, (place) => place.record).map(([, own]) => own as [Place, ...Place[]]);
}

/** In groups by a key, in the order in which the keys first come. */
function grouped<T>(values: T[], keyOf: (value: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return [...groups];
}
