// The stages of a pilot initiative, and what the next one asks for.
import { useRead, useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce } from "../widgets/notice";
import { Refusal } from "./actions";
import { problemText } from "./problem";
import { label, useCatalogue } from "./values";

export function Stages({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const gate = useRead("stage_gate", { pilot }).data;
  const stages = useCatalogue("pilot_stage").filter((stage) => stage !== "stopped");
  const change = useWrite("change_record");
  if (!gate) return null;
  const at = stages.indexOf(gate.stage);
  const { next } = gate;
  return (
    <section className="stages" aria-labelledby="stages-title">
      <h2 id="stages-title">{t("ui.pilot.stage")}</h2>
      <ol className="steps" aria-label={t("ui.pilot.stage")}>
        {stages.map((stage, index) => (
          <li
            key={stage}
            data-done={index <= at}
            {...(index === at ? { "aria-current": "step" as const } : {})}
          >
            {label(texts, "pilot_stage", stage)}
          </li>
        ))}
      </ol>
      {gate.stage === "stopped" ? <p>{label(texts, "pilot_stage", gate.stage)}</p> : null}
      {next && gate.missing.length > 0 ? (
        <>
          <p>{t("ui.pilot.missing")}</p>
          <ul>
            {gate.missing.map((problem) => (
              <li key={`${problem.field}/${problem.code}`}>
                {problem.field === "stage"
                  ? problemText(texts, problem)
                  : t(`entity.pilot_initiative.${problem.field}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {next && gate.missing.length === 0 ? (
        <div className="row">
          <Button
            icon="check"
            busy={change.isPending && change.variables.values.stage === next}
            onPress={() =>
              change.mutate(
                { entity: "pilot_initiative", id: pilot, values: { stage: next } },
                { onSuccess: () => announce(label(texts, "pilot_stage", next)) },
              )
            }
          >
            {t("ui.pilot.advance", { stage: label(texts, "pilot_stage", next) })}
          </Button>
          <span className="help">{t("ui.pilot.ready")}</span>
        </div>
      ) : null}
      <Refusal error={change.error} />
    </section>
  );
}
