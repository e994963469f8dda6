// Importing series of indicators from a table file: the file, what its columns hold, what would change, done. Every
// step says what comes next; nothing is stored before the plan is confirmed.
import { useEffect, useRef, useState } from "react";
import type { SeriesChoices, SeriesFile, SeriesImported, SeriesMapping, SeriesPlan } from "../ipc/bindings";
import { type CoreError, call } from "../ipc/call";
import { asCoreError, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Progress } from "../widgets/progress";
import { Refusal, takeBack } from "./actions";
import { Columns } from "./series/columns";
import { namesOf, PlanView, type UnknownNames } from "./series/plan";

const STEPS = ["file", "mapping", "plan", "done"] as const;
type Step = (typeof STEPS)[number];

const NO_CHOICES: SeriesChoices = { indicators: {}, territories: {}, leave_out_bad: false };

/** The button that opens the import. */
export function ImportSeries() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="open" onPress={() => setOpen(true)}>
        {t("import.button")}
      </Button>
      {open ? <SeriesImport onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SeriesImport({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [step, setStep] = useState<Step>("file");
  const [file, setFile] = useState<SeriesFile | null>(null);
  const [mapping, setMapping] = useState<SeriesMapping | null>(null);
  const [choices, setChoices] = useState<SeriesChoices>(NO_CHOICES);
  const [plan, setPlan] = useState<SeriesPlan | null>(null);
  const [names, setNames] = useState<UnknownNames>({ indicators: [], territories: [] });
  const [imported, setImported] = useState<{ done: SeriesImported; undo: number | null } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const asked = useRef(0);
  const top = useRef<HTMLDivElement>(null);

  // The focus goes along with the step, to where reading starts.
  useEffect(() => {
    if (step !== "file") top.current?.focus();
  }, [step]);

  /** Runs one command; of several that overlap the last counts. */
  async function run<T>(label: string, job: () => Promise<T>, then: (result: T) => void) {
    const mine = ++asked.current;
    setBusy(label);
    setError(null);
    try {
      const result = await job();
      if (mine === asked.current) then(result);
    } catch (reason) {
      if (mine === asked.current) setError(asCoreError(reason));
    }
    if (mine === asked.current) setBusy(null);
  }

  /** Opens the file that is chosen in a dialog, or the one that is open in another way. */
  function open(again?: { encoding: string | null; headerRow: number | null; sheet: number }) {
    const args =
      again && file ? { path: file.path, encoding: again.encoding, header_row: again.headerRow } : {};
    void run(
      t("import.reading"),
      () => call("open_series", args),
      (opened) => {
        setFile(opened);
        const first = opened.sheets.findIndex((sheet) => sheet.rows > 0);
        const next = opened.sheets[again?.sheet ?? Math.max(first, 0)]?.mapping ?? null;
        // What was chosen for numbers and dates stays when the same file is read in another way.
        setMapping(next && again && mapping ? { ...next, language: mapping.language } : next);
        setChoices(NO_CHOICES);
        setStep("mapping");
      },
    );
  }

  function compare(next: SeriesChoices, fresh: boolean) {
    if (!file || !mapping) return;
    setChoices(next);
    void run(
      t("import.comparing"),
      () => call("compare_series", { path: file.path, mapping, choices: next }),
      (planned) => {
        setPlan(planned);
        if (fresh) setNames(namesOf(planned));
        setStep("plan");
      },
    );
  }

  function store() {
    if (!file || !mapping || !plan) return;
    void run(
      t("import.importing"),
      async () => {
        const done = await write("import_series", { path: file.path, mapping, choices, digest: plan.digest });
        const { step } = await call("undoable", {});
        return { done, undo: step };
      },
      (result) => {
        setImported(result);
        setStep("done");
        announce(texts.count("import.done", result.done.new + result.done.changed));
      },
    );
  }

  const writes = plan ? plan.new + plan.changed : 0;
  return (
    <Panel
      title={t("import.title")}
      open
      size="wide"
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        step === "file" ? (
          <Button kind="quiet" onPress={onClose}>
            {t("ui.word.cancel")}
          </Button>
        ) : step === "mapping" ? (
          <>
            <Button onPress={() => open()}>{t("import.another_file")}</Button>
            <Button kind="primary" busy={busy !== null} onPress={() => compare(NO_CHOICES, true)}>
              {t("import.show_plan")}
            </Button>
          </>
        ) : step === "plan" ? (
          <>
            <Button onPress={() => setStep("mapping")}>{t("import.back")}</Button>
            <Button onPress={() => compare(choices, false)}>{t("import.show_plan")}</Button>
            {writes > 0 ? (
              <Button kind="primary" busy={busy !== null} onPress={store}>
                {texts.count("import.import", writes)}
              </Button>
            ) : null}
          </>
        ) : (
          <Button kind="primary" onPress={onClose}>
            {t("ui.word.done")}
          </Button>
        )
      }
    >
      <div className="series" ref={top} tabIndex={-1}>
        <ol className="steps" aria-label={t("import.steps")}>
          {STEPS.map((one) => (
            <li
              key={one}
              data-done={STEPS.indexOf(one) <= STEPS.indexOf(step)}
              {...(one === step ? { "aria-current": "step" as const } : {})}
            >
              {t(`import.step.${one}`)}
            </li>
          ))}
        </ol>
        <Refusal error={error} />
        {busy !== null ? <Progress label={busy} value={null} /> : null}
        {step === "file" ? (
          <>
            <p className="intro">{t("import.intro")}</p>
            <div>
              <Button kind="primary" icon="open" autoFocus busy={busy !== null} onPress={() => open()}>
                {t("import.choose_file")}
              </Button>
            </div>
          </>
        ) : step === "mapping" && file && mapping ? (
          <Columns file={file} mapping={mapping} onChange={setMapping} onReopen={open} />
        ) : step === "plan" && plan ? (
          <PlanView plan={plan} names={names} choices={choices} onChoose={(next) => compare(next, false)} />
        ) : imported ? (
          <Done
            imported={imported.done}
            onUndo={async () => {
              await takeBack(texts, "undo", imported.undo);
              onClose();
            }}
          />
        ) : null}
      </div>
    </Panel>
  );
}

function Done({ imported, onUndo }: { imported: SeriesImported; onUndo: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const facts: [string, number][] = [
    [t("import.count.new"), imported.new],
    [t("import.count.changed"), imported.changed],
    [t("import.made_indicators"), imported.indicators],
    [t("import.made_territories"), imported.territories],
  ];
  return (
    <Notice tone="done" actions={<Button onPress={onUndo}>{t("ui.undo.undo")}</Button>}>
      <p>
        <strong>{texts.count("import.done", imported.new + imported.changed)}</strong>
      </p>
      <ul>
        {facts
          .filter(([, count]) => count > 0)
          .map(([words, count]) => (
            <li key={words}>{texts.pair(words, texts.number(count))}</li>
          ))}
      </ul>
    </Notice>
  );
}
