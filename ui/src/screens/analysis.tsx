// The log of situation analyses.
import { type AnyRecord, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { Notice } from "../widgets/notice";
import type { TabPart } from "../widgets/tabs";
import { RecordPage } from "./log";
import { Parts } from "./parts";
import { SensitivityMark } from "./values";

const PARTS = ["evidence_source", "manifestation", "factor_rating", "priority"];

export function AnalysisPage({ id, tab }: { id: string; tab: string | undefined }) {
  const counts = useCounts(PARTS, id);
  const texts = useTexts();
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
          intro={
            entity === "factor_rating" ? (
              <Notice tone="info">
                <p>{texts.t("ui.analysis.factor_caution")}</p>
              </Notice>
            ) : texts.has(`ui.intro.${entity}`) ? (
              <p className="intro">{texts.t(`ui.intro.${entity}`)}</p>
            ) : null
          }
        />
      ),
    }));
  return (
    <RecordPage
      entity="situation_analysis"
      id={id}
      tab={tab}
      parts={parts}
      mark={(record: AnyRecord) => <SensitivityMark code={String(record.sensitivity)} />}
    />
  );
}

/** How many parts of each kind a record has. The kinds are always the same for a screen. */
export function useCounts(entities: readonly string[], parent: string): Record<string, number> {
  const [a = "", b = "", c = "", d = ""] = entities;
  const first = useRecords(a, parent, a !== "");
  const second = useRecords(b, parent, b !== "");
  const third = useRecords(c, parent, c !== "");
  const fourth = useRecords(d, parent, d !== "");
  return { [a]: first.length, [b]: second.length, [c]: third.length, [d]: fourth.length };
}
