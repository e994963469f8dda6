// Leaving the open file: to close the window, to close the file, or to open another one. Nothing that was typed is lost
// unless the officer says that it may be.
import { useEffect, useSyncExternalStore } from "react";
import { call, onCloseRequest } from "../ipc/call";
import { flushAll, flushTyped, useSaving } from "../ipc/drafts";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { Panel } from "../widgets/overlay";
import { problemText } from "./problem";

/** What is to happen once all is saved, while the officer is asked whether the rest may be lost. */
let waiting: (() => void) | null = null;
const listeners = new Set<() => void>();

/** Saves all and does `then`; asks first when something cannot be saved. */
export async function whenSaved(then: () => void) {
  if (await flushAll()) then();
  else wait(then);
}

function wait(next: (() => void) | null) {
  waiting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Closing() {
  const texts = useTexts();
  const { t } = texts;
  const then = useSyncExternalStore(subscribe, () => waiting);
  const { refused, begun } = useSaving();
  useEffect(() => {
    const stop = onCloseRequest(() => void whenSaved(() => void call("close_window", {})));
    const hide = () => {
      if (document.visibilityState === "hidden") void flushTyped();
    };
    document.addEventListener("visibilitychange", hide);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", hide);
    };
  }, []);
  const discard = () => {
    wait(null);
    then?.();
  };
  return (
    <Panel
      title={t("ui.close.title")}
      open={then !== null}
      onClose={() => wait(null)}
      closeLabel={t("ui.word.close")}
      role="alertdialog"
      actions={
        <>
          <Button kind="danger" onPress={discard}>
            {t("ui.close.discard")}
          </Button>
          <Button kind="primary" autoFocus onPress={() => wait(null)}>
            {t("ui.close.back")}
          </Button>
        </>
      }
    >
      <p>{t("ui.close.text")}</p>
      <ul className="unsaved">
        {begun.map((draft) => (
          <li key={`${draft.entity}/${draft.parent}`}>
            {texts.pair(t(`entity.${draft.entity}.one`), t("ui.draft.unfinished"))}
          </li>
        ))}
        {refused.flatMap((draft) =>
          Object.values(draft.problems).map((problem) => (
            <li key={`${draft.entity}/${draft.id}/${problem.field}`}>
              {texts.pair(t(`entity.${draft.entity}.${problem.field}`), problemText(texts, problem))}
            </li>
          )),
        )}
      </ul>
    </Panel>
  );
}
