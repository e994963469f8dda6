// The log of pilot initiatives: milestones, indicators with their values, status reports.
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import type { TabPart } from "../widgets/tabs";
import { useCounts } from "./analysis";
import { RecordPage } from "./log";
import { Parts } from "./parts";
import { CodeMark } from "./values";

const PARTS = ["milestone", "indicator", "status_report"];

export function PilotPage({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const counts = useCounts(PARTS, id);
  // Which report counts, and what an indicator has reached, are rules of the core.
  const light = useRead("overview", {}).data?.pilots.find((pilot) => pilot.id === id)?.rag;
  const parts = (): TabPart[] =>
    PARTS.map((entity) => ({
      id: entity,
      title: texts.t(`entity.${entity}.many`),
      count: counts[entity] ? texts.number(counts[entity]) : undefined,
      content: () => (
        <Parts
          key={entity}
          entity={entity}
          parent={id}
          {...(entity === "indicator"
            ? { more: (indicator: string) => <IndicatorValues pilot={id} indicator={indicator} /> }
            : {})}
        />
      ),
    }));
  return (
    <RecordPage
      entity="pilot_initiative"
      id={id}
      tab={tab}
      parts={parts}
      mark={() => (light ? <CodeMark catalogue="rag" code={light} /> : null)}
    />
  );
}

function IndicatorValues({ pilot, indicator }: { pilot: string; indicator: string }) {
  const texts = useTexts();
  const all = useRead("indicator_progress", { pilot }).data;
  const reached = all?.find((one) => one.indicator === indicator);
  return (
    <section className="form-group">
      <h3>{texts.t("entity.indicator_value.many")}</h3>
      {reached?.actual == null ? null : (
        <dl className="figures">
          <div>
            <dt>{texts.t("paper.chart_actual")}</dt>
            <dd>{texts.number(reached.actual)}</dd>
          </div>
          {reached.progress === null ? null : (
            <div>
              <dt>{texts.t("report.progress")}</dt>
              <dd>{texts.percent(reached.progress)}</dd>
            </div>
          )}
        </dl>
      )}
      <Parts entity="indicator_value" parent={indicator} />
    </section>
  );
}
