// What several screens do alike: say what went wrong, delete with a way back, undo and redo.
import { type CoreError, call } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { asCoreError, refresh, write } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { announce, Notice, tell, untell } from "../widgets/notice";
import { problemText } from "./problem";

/** An error in the officer's words, what to do included. */
export function errorText(texts: Texts, error: { code: string; detail?: string }): string {
  const key = `error.${error.code}`;
  return texts.t(texts.has(key) ? key : "ui.error.unexpected", { detail: error.detail ?? "" });
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
  try {
    await write(name, step == null ? {} : { step });
    untell();
    announce(texts.t(name === "undo" ? "ui.undo.undone" : "ui.undo.redone"));
  } catch (reason) {
    tell(errorText(texts, asCoreError(reason)));
  }
}

/** Deletes a record and offers to take that back. True when it is gone. */
export async function remove(texts: Texts, entity: string, id: string, name: string): Promise<boolean> {
  try {
    await call("delete_record", { entity, id });
    const { step } = await call("undoable", {});
    await refresh();
    const run = () => void takeBack(texts, "undo", step);
    tell(texts.t("ui.delete.done", { name }), { label: texts.t("ui.undo.undo"), run }, step);
    return true;
  } catch (reason) {
    tell(errorText(texts, asCoreError(reason)));
    return false;
  }
}
