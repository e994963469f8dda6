// What several screens do alike: say what went wrong, delete with a way back, undo and redo.
import { type CoreError, call } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { asCoreError, write } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { announce, Notice, tell, untell } from "../widgets/notice";
import { problemText } from "./problem";

/** An error in the officer's words, what to do included. */
export function errorText(texts: Texts, error: { code: string; detail?: string }): string {
  const key = `error.${error.code}`;
  return texts.t(texts.has(key) ? key : "ui.error.unexpected", { detail: error.detail ?? "" });
}

/** The same with what is wrong field by field, on one line. */
function refusalText(texts: Texts, error: CoreError): string {
  if (error.problems.length === 0) return errorText(texts, error);
  return error.problems.map((problem) => problemText(texts, problem)).join(" ");
}

/**
 * Does what a button stands for; why it was refused is told at the window's lower edge. True when it was done. Where
 * there is a form, `useWrite` and `Refusal` say it beside the fields instead.
 */
export async function attempt(texts: Texts, job: () => Promise<unknown>): Promise<boolean> {
  try {
    await job();
    return true;
  } catch (reason) {
    const error = asCoreError(reason);
    if (error.code !== "cancelled") tell(refusalText(texts, error));
    return false;
  }
}

/** Tells what was just written, and offers to take that back. */
export async function tellDone(texts: Texts, words: string) {
  const { step } = await call("undoable", {});
  const run = () => void takeBack(texts, "undo", step);
  tell(words, { label: texts.t("ui.undo.undo"), run }, step);
}

export function Refusal({ error }: { error: CoreError | null }) {
  const texts = useTexts();
  if (!error || error.code === "cancelled") return null;
  return (
    <Notice tone="danger" alert>
      <p>{errorText(texts, error)}</p>
      {error.problems.length > 0 ? (
        <ul>
          {error.problems.map((problem) => (
            <li key={`${problem.field}/${problem.code}`}>{problemText(texts, problem)}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

/** Undo or redo; with a step, undo takes back only that write. */
export async function takeBack(texts: Texts, name: "undo" | "redo", step?: number | null) {
  await flushTyped();
  await attempt(texts, async () => {
    await write(name, step == null ? {} : { step });
    untell();
    announce(texts.t(name === "undo" ? "ui.undo.undone" : "ui.undo.redone"));
  });
}

/** Deletes a record and offers to take that back. True when it is gone. */
export function remove(texts: Texts, entity: string, id: string, name: string): Promise<boolean> {
  return attempt(texts, async () => {
    await write("delete_record", { entity, id });
    await tellDone(texts, texts.t("ui.delete.done", { name }));
  });
}
