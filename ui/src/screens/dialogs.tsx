// Dialogs that several screens ask in the same way: a form with a way out, a step that is not taken lightly, and erasing,
// which asks twice. What they do, the screens say.
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Cleaned } from "../ipc/bindings";
import type { CoreError } from "../ipc/call";
import { asCoreError, refresh } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice, tell } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Refusal } from "./actions";

interface Common {
  title: string;
  /** The words of the button that does it. */
  act: string;
  onAct: () => void;
  busy: boolean;
  onClose: () => void;
  error: CoreError | null;
  children: ReactNode;
}

/** A form: its fields show what was refused of them, and what else was refused stands below. */
export function FormDialog({ title, act, onAct, busy, onClose, error, children }: Common) {
  const { t } = useTexts();
  return (
    <Panel
      title={title}
      open
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("ui.word.cancel")}
          </Button>
          <Button kind="primary" busy={busy} onPress={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      {error && error.problems.length === 0 ? <Refusal error={error} /> : null}
    </Panel>
  );
}

/** A step that is not taken lightly: it says what it means, and the way out has the focus. */
export function Asking({ title, act, onAct, busy, onClose, error, children }: Common) {
  const { t } = useTexts();
  return (
    <Panel
      title={title}
      open
      role="alertdialog"
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        <>
          <Button kind="danger" busy={busy} onPress={onAct}>
            {act}
          </Button>
          <Button kind="primary" autoFocus onPress={onClose}>
            {t("ui.word.cancel")}
          </Button>
        </>
      }
    >
      {children}
      <Refusal error={error} />
    </Panel>
  );
}

interface ErasingProps {
  title: string;
  /** The words of the button that erases. */
  act: string;
  /** What is asked once more. */
  sure: string;
  /** Whether there is nothing to erase yet. */
  nothing?: boolean;
  /** Erases; what became of the file's copies. */
  erase: () => Promise<Cleaned>;
  /** What was erased is gone: the page that shows it is left, before anything is read again. */
  onErased: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Erasing for good: what it does, then a second step that asks once more. */
export function Erasing({ title, act, sure, nothing, erase, onErased, onClose, children }: ErasingProps) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) top.current?.focus();
  }, [asked]);

  async function run() {
    setBusy(true);
    setError(null);
    try {
      const { left } = await erase();
      const words =
        left.length > 0 ? t("ui.erase.copies_left", { names: left.join(", ") }) : t("ui.erase.done");
      onErased();
      await refresh();
      announce(words);
      tell(words);
    } catch (reason) {
      setError(asCoreError(reason));
      setBusy(false);
      setAsked(false);
    }
  }

  return (
    <Panel
      title={title}
      open
      size="wide"
      role="alertdialog"
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        asked ? (
          <>
            <Button kind="danger" busy={busy} onPress={() => void run()}>
              {act}
            </Button>
            <Button kind="primary" onPress={onClose}>
              {t("ui.word.cancel")}
            </Button>
          </>
        ) : (
          <>
            <Button kind="quiet" onPress={onClose}>
              {t("ui.word.cancel")}
            </Button>
            <Button kind="danger" disabled={nothing ?? false} onPress={() => setAsked(true)}>
              {t("ui.erase.continue")}
            </Button>
          </>
        )
      }
    >
      <div className="series" ref={top} tabIndex={-1}>
        <Refusal error={error} />
        {asked ? (
          <Notice tone="danger">
            <p>
              <strong>{sure}</strong>
            </p>
            <p>{t("ui.erase.outside")}</p>
          </Notice>
        ) : (
          children
        )}
      </div>
    </Panel>
  );
}
