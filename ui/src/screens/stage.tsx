// Where an analysis stands on its way from commission to release, its next step, and how a new version is made.
import { useState } from "react";
import type { CoreError } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { type AnyRecord, asCoreError, write } from "../ipc/query";
import { go } from "../router";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice } from "../widgets/notice";
import { Refusal } from "./actions";
import { inLanguage, label, useCatalogue } from "./values";

export function Stage({ analysis }: { analysis: AnyRecord }) {
  const texts = useTexts();
  const [error, setError] = useState<CoreError | null>(null);
  const stages = useCatalogue("analysis_status");
  const at = stages.indexOf(String(analysis.status));
  // An analysis is replaced by making a new version, not by a step of its own.
  const next = stages[at + 1] === "superseded" ? undefined : stages[at + 1];

  async function advance(status: string) {
    setError(null);
    await flushTyped();
    try {
      await write("change_record", { entity: "situation_analysis", id: analysis.id, values: { status } });
      announce(texts.pair(texts.t("ui.analysis.stage"), label(texts, "analysis_status", status)));
    } catch (reason) {
      setError(asCoreError(reason));
    }
  }

  return (
    <section className="analysis-stage" aria-label={texts.t("ui.analysis.stage")}>
      <ol className="analysis-stages">
        {stages.map((stage, index) => (
          <li
            key={stage}
            data-past={index < at}
            {...(index === at ? { "aria-current": "step" as const } : {})}
          >
            {label(texts, "analysis_status", stage)}
          </li>
        ))}
      </ol>
      {next ? (
        <Button onPress={() => void advance(next)}>
          {texts.t("ui.analysis.next_stage", { stage: label(texts, "analysis_status", next) })}
        </Button>
      ) : null}
      <Refusal error={error} />
      {["validated", "published_internal"].includes(String(analysis.status)) ? (
        <Notice tone="info">
          <p>{texts.t("ui.analysis.validated_note")}</p>
        </Notice>
      ) : null}
    </section>
  );
}

/** Makes a new version of an analysis, and goes there. */
export function Versions({ analysis }: { analysis: AnyRecord }) {
  const texts = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);

  async function make() {
    setBusy(true);
    setError(null);
    await flushTyped();
    try {
      const made = (await write("begin_version", { analysis: analysis.id })) as AnyRecord;
      const name = inLanguage(made.title, texts.language)?.words ?? "";
      announce(texts.t("ui.analysis.new_version_done", { name }));
      go("situation_analysis", made.id);
    } catch (reason) {
      setError(asCoreError(reason));
    }
    setBusy(false);
  }

  return (
    <>
      <Button icon="plus" busy={busy} onPress={() => void make()}>
        {texts.t("ui.analysis.new_version")}
      </Button>
      <Refusal error={error} />
    </>
  );
}
