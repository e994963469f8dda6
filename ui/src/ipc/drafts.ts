// What is typed and not yet saved, for every record of the window at once. A form reads its drafts from here, so
// nothing is lost when the form leaves the screen before its words are saved or when the core refuses them.
// Deliberately knows nothing of screens; the saving itself is one command, `change_record` or `create_record`.
import { useSyncExternalStore } from "react";
import { type Args, CoreError, call, type Problem } from "./call";
import { type AnyRecord, asCoreError, refresh } from "./query";

/** Milliseconds after the last key until a field saves itself. */
const PAUSE = 400;

export interface Draft {
  entity: string;
  /** null: a record that does not exist yet; it is created on demand, not while typing. */
  id: string | null;
  /** Tells several drafts of new records of one entity apart: the id of the record they belong to. */
  parent: string | null;
  /** What the fields show. A value stays here until its field is left, even when it is saved. */
  values: Readonly<Record<string, unknown>>;
  /** The fields that are not saved yet. */
  dirty: ReadonlySet<string>;
  problems: Readonly<Record<string, Problem>>;
  /** A refusal of the entire record, such as a full disk. */
  error: { code: string; detail: string } | null;
  /** How often it was refused when it was to be saved. */
  refusals: number;
}

/** What a new record starts with besides what is typed, and the fields for which the officer must choose. */
export interface Start {
  values: Readonly<Record<string, unknown>>;
  needed: readonly string[];
}

export type SaveState = "saved" | "saving" | "refused";

const drafts = new Map<string, Draft>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const running = new Map<string, Promise<void>>();
/** The new records being made, and what each starts with besides what is typed. */
const starts = new Map<string, Start>();
const listeners = new Set<() => void>();
let version = 0;

export function draftKey(entity: string, id: string | null, parent: string | null = null): string {
  return id ? `${entity}/${id}` : `${entity}/new/${parent ?? ""}`;
}

/** Takes one field's new value; saves after a pause in typing (existing records only). */
export function edit(
  entity: string,
  id: string | null,
  parent: string | null,
  field: string,
  value: unknown,
  /** Why the value cannot be what the field holds, where that is plain without asking the core. */
  wrong?: Problem,
) {
  const key = draftKey(entity, id, parent);
  const old = drafts.get(key);
  const problems = { ...old?.problems };
  delete problems[field];
  if (wrong) problems[field] = wrong;
  const refusals = old?.refusals ?? 0;
  const dirty = new Set(old?.dirty).add(field);
  const values = { ...old?.values, [field]: value };
  put(key, { entity, id, parent, values, dirty, problems, error: null, refusals });
  clearTimeout(timers.get(key));
  if (id)
    timers.set(
      key,
      setTimeout(() => void flush(key), PAUSE),
    );
}

/** Saves now what a record's form holds. */
function flush(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const next = (running.get(key) ?? Promise.resolve()).then(() => save(key));
  running.set(key, next);
  changed();
  return next.finally(() => {
    if (running.get(key) === next) running.delete(key);
    changed();
  });
}

/** Saves what a record's form holds because a field, or the form, is left; from then on the record is shown. */
export async function leave(key: string): Promise<void> {
  await flush(key);
  const draft = drafts.get(key);
  if (!draft?.id) return;
  const values = pick(draft.values, (field) => draft.dirty.has(field));
  if (Object.keys(values).length === 0) drop(key);
  else put(key, { ...draft, values });
}

/** Saves what is typed into existing records, now rather than after the pause. */
export async function flushTyped(): Promise<void> {
  const field = document.activeElement;
  const typing = field instanceof HTMLElement && field.matches("input, textarea, [role='spinbutton']");
  // A number or date is handed over when its field is left.
  if (typing) {
    field.blur();
    await new Promise((done) => setTimeout(done));
  }
  for (const [key, draft] of [...drafts]) if (draft.id) await leave(key);
  if (typing && field.isConnected) field.focus({ preventScroll: true });
}

/** Saves all, a record that is just being made included. True when nothing is left that exists only in the window. */
export async function flushAll(): Promise<boolean> {
  await flushTyped();
  for (const [key, start] of [...starts]) {
    const draft = drafts.get(key);
    if (draft && isBegun(draft)) await create(key, draft.entity, draft.parent, start);
  }
  return ![...drafts.values()].some((draft) => (draft.id === null ? isBegun(draft) : draft.dirty.size > 0));
}

/** Whether something is typed into a new record. */
export function isBegun(draft: Draft): boolean {
  return draft.id === null && Object.values(draft.values).some(isFilled);
}

/**
 * Creates the record of a draft. Null when something is missing or the core refused; the draft then carries the
 * problems.
 */
export async function create(
  key: string,
  entity: string,
  parent: string | null,
  { values: given, needed }: Start,
): Promise<AnyRecord | null> {
  const none: ReadonlySet<string> = new Set();
  const draft = drafts.get(key) ?? {
    entity,
    id: null,
    parent,
    values: {},
    dirty: none,
    problems: {},
    error: null,
    refusals: 0,
  };
  if (!drafts.has(key)) put(key, draft);
  const values = { ...given, ...draft.values };
  const missing = needed.filter((field) => !isFilled(values[field]));
  if (missing.length > 0) {
    const wrong = Object.values(draft.problems).filter((problem) => isFilled(values[problem.field]));
    const required = missing.map((field) => ({ field, code: "required", params: {} }));
    refuse(key, new CoreError("invalid", "", [...wrong, ...required]));
    return null;
  }
  try {
    const args = { entity, values };
    const record = (await call(
      "create_record",
      args as unknown as Args<"create_record">,
    )) as unknown as AnyRecord;
    drop(key);
    await refresh();
    return record;
  } catch (reason) {
    refuse(key, reason);
    return null;
  }
}

/** Says that a new record is being made, and what it starts with. The function returned says that its panel closed. */
export function begin(key: string, start: Start): () => void {
  starts.set(key, start);
  return () => starts.delete(key);
}

/** Forgets a draft: the officer chose to. */
export function drop(key: string) {
  clearTimeout(timers.get(key));
  timers.delete(key);
  if (drafts.delete(key)) changed();
}

export function dropAll() {
  for (const key of [...drafts.keys()]) drop(key);
}

export function useDraft(key: string): Draft | undefined {
  return useSyncExternalStore(subscribe, () => drafts.get(key));
}

/** What the officer must know about saving, over all records. */
export function useSaving(): { state: SaveState; refused: Draft[]; begun: Draft[] } {
  useSyncExternalStore(subscribe, () => version);
  const refused = [...drafts.values()].filter(isRefused);
  const begun = [...drafts.values()].filter(isBegun);
  const busy = running.size > 0 || timers.size > 0;
  const stuck = refused.some((draft) => draft.id !== null);
  return { state: busy ? "saving" : stuck ? "refused" : "saved", refused, begun };
}

function isRefused(draft: Draft): boolean {
  return draft.error !== null || Object.keys(draft.problems).length > 0;
}

function isFilled(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)
  );
}

async function save(key: string): Promise<void> {
  const draft = drafts.get(key);
  if (!draft?.id || draft.dirty.size === 0) return;
  const sent = pick(draft.values, (field) => draft.dirty.has(field));
  try {
    await change(draft.entity, draft.id, sent);
    settle(key, sent);
  } catch (reason) {
    // One refused field does not keep the others from being saved.
    const refused = new Set(asCoreError(reason).problems.map((problem) => problem.field));
    const rest = pick(sent, (field) => !refused.has(field));
    if (refused.size > 0 && Object.keys(rest).length > 0) {
      await change(draft.entity, draft.id, rest).then(
        () => settle(key, rest),
        () => undefined,
      );
    }
    refuse(key, reason);
  }
  await refresh();
}

function pick(values: Readonly<Record<string, unknown>>, wanted: (field: string) => boolean) {
  return Object.fromEntries(Object.entries(values).filter(([field]) => wanted(field)));
}

function change(entity: string, id: string, values: Readonly<Record<string, unknown>>): Promise<unknown> {
  return call("change_record", { entity, id, values } as unknown as Args<"change_record">);
}

/** Notes what was saved, unless it was changed again meanwhile. */
function settle(key: string, saved: Readonly<Record<string, unknown>>) {
  const draft = drafts.get(key);
  if (!draft) return;
  const dirty = new Set(draft.dirty);
  for (const field of Object.keys(saved)) if (draft.values[field] === saved[field]) dirty.delete(field);
  const problems = Object.fromEntries(Object.entries(draft.problems).filter(([field]) => !(field in saved)));
  drafts.set(key, { ...draft, dirty, problems, error: null });
}

function refuse(key: string, reason: unknown) {
  const draft = drafts.get(key);
  if (!draft) return;
  const { code, detail, problems } = asCoreError(reason);
  const byField: Record<string, Problem> = {};
  for (const problem of problems) byField[problem.field] ??= problem;
  const error = problems.length > 0 ? null : { code, detail };
  put(key, { ...draft, problems: byField, error, refusals: draft.refusals + 1 });
}

function put(key: string, draft: Draft) {
  drafts.set(key, draft);
  changed();
}

function changed() {
  version += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
