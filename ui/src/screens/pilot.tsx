// The log of pilot initiatives: milestones, indicators with their values, status reports.
import { type AnyRecord, useRecords } from "../ipc/query";
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
  const light = latest(useRecords("status_report", id));
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
            ? { more: (indicator: string) => <IndicatorValues indicator={indicator} /> }
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
      mark={() => (light ? <CodeMark catalogue="rag" code={light.rag_overall} /> : null)}
    />
  );
}

function IndicatorValues({ indicator }: { indicator: string }) {
  const texts = useTexts();
  return (
    <section className="form-group">
      <h3>{texts.t("entity.indicator_value.many")}</h3>
      <Parts entity="indicator_value" parent={indicator} />
    </section>
  );
}

/** The status report that counts now: the latest one. */
function latest(reports: AnyRecord[]): AnyRecord | undefined {
  return [...reports].sort((a, b) => String(b.reported_on).localeCompare(String(a.reported_on)))[0];
}
