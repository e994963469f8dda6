// Taking in a file of a colleague: the file, what it would do, done. Nothing is stored before the plan is agreed to.
import { useEffect, useRef, useState } from "react";
import type { BundlePlan, TakenIn } from "../../ipc/bindings";
import { type CoreError, call } from "../../ipc/call";
import { flushTyped } from "../../ipc/drafts";
import { asCoreError, refresh, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { announce, Notice } from "../../widgets/notice";
import { Panel } from "../../widgets/overlay";
import { Progress } from "../../widgets/progress";
import { Refusal } from "../actions";
import { BundlePlanView } from "./plan";

interface TakeInProps {
  /** The file; without one the officer is asked. */
  path?: string;
  /** Whether something was taken in is said. */
  onClose: (taken: boolean) => void;
}

export function TakeIn({ path, onClose }: TakeInProps) {
  const texts = useTexts();
  const { t } = texts;
  const [plan, setPlan] = useState<BundlePlan | null>(null);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const [erase, setErase] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const top = useRef<HTMLDivElement>(null);

  // The focus goes along with the step, to where reading starts.
  const step = taken ? "done" : plan ? "plan" : "file";
  useEffect(() => {
    if (step !== "file") top.current?.focus();
  }, [step]);

  async function run<T>(label: string, job: () => Promise<T>, then: (result: T) => void) {
    setBusy(label);
    setError(null);
    try {
      then(await job());
    } catch (reason) {
      setError(asCoreError(reason));
    }
    setBusy(null);
  }

  function open(chosen?: string) {
    const job = async () => {
      await flushTyped();
      const file = await call("open_bundle", chosen ? { path: chosen } : {});
      return call("compare_bundle", { path: file.path });
    };
    void run(t("ui.exchange.reading"), job, setPlan);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was chosen already is opened once
  useEffect(() => {
    if (path) open(path);
  }, []);

  function accept() {
    if (!plan) return;
    // A file with which a partnership begins here takes the place of this screen: that waits until this one is left.
    const accept = plan.file.new_file ? call<"accept_bundle"> : write<"accept_bundle">;
    const job = () => accept("accept_bundle", { path: plan.file.path, digest: plan.digest, erase });
    void run(t("ui.exchange.taking"), job, (done) => {
      setTaken(done);
      announce(t("ui.exchange.taken"));
    });
  }

  async function close() {
    if (busy !== null) return;
    if (taken && plan?.file.new_file) await refresh();
    onClose(taken !== null);
  }

  const comes = plan ? plan.applied + plan.waiting + Object.keys(plan.erases).length : 0;
  return (
    <Panel
      title={t("ui.exchange.take_in")}
      open
      size="wide"
      onClose={() => void close()}
      closeLabel={t("ui.word.close")}
      actions={
        taken ? (
          <Button kind="primary" onPress={() => void close()}>
            {t("ui.word.done")}
          </Button>
        ) : (
          <>
            <Button kind="quiet" onPress={() => void close()}>
              {t("ui.word.cancel")}
            </Button>
            {plan ? (
              <Button kind="primary" busy={busy !== null} onPress={accept}>
                {t(comes > 0 ? "ui.exchange.accept" : "ui.exchange.mark_taken")}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className="series" ref={top} tabIndex={-1}>
        <Refusal error={error} />
        {busy !== null ? <Progress label={busy} value={null} /> : null}
        {taken ? (
          <Taken taken={taken} />
        ) : plan ? (
          <BundlePlanView plan={plan} erase={erase} onErase={setErase} />
        ) : (
          <>
            <p className="intro">{t("ui.exchange.take_in_intro")}</p>
            <div>
              <Button kind="primary" icon="open" autoFocus busy={busy !== null} onPress={() => open()}>
                {t("ui.exchange.choose_file")}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}

function Taken({ taken }: { taken: TakenIn }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <>
      <Notice tone="done">
        <p>
          <strong>{t("ui.exchange.taken")}</strong>
        </p>
        {taken.backup ? <p>{t("ui.exchange.backup_made")}</p> : null}
      </Notice>
      {taken.conflicts > 0 ? (
        <Notice tone="warning">
          <p>{texts.count("ui.exchange.to_choose", taken.conflicts)}</p>
        </Notice>
      ) : null}
      {taken.waiting > 0 ? (
        <Notice tone="warning">
          <p>{texts.count("ui.exchange.waiting", taken.waiting)}</p>
        </Notice>
      ) : null}
    </>
  );
}
