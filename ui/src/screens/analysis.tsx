// The page of a situation analysis: its 16 parts as an outline, each with its guidance, what it still needs, its own
// fields and records. What a part needs is a rule of the core.
import type { ReactNode } from "react";
import { type AnyRecord, useRead, useRecords } from "../ipc/query";
import { link, useRoute } from "../router";
import { useTexts } from "../texts";
import { Anchor } from "../widgets/button";
import { Mark, type MarkShape, type MarkTone } from "../widgets/mark";
import { Notice } from "../widgets/notice";
import type { TabPart } from "../widgets/tabs";
import { SectionCharts } from "./charts";
import { Comparison } from "./comparison";
import { FactorList } from "./factors";
import { Guidance, type OutlinePart, stateOf } from "./guidance";
import { OwnFields, RecordPage } from "./log";
import { Maturity } from "./maturity";
import { ThreadOf } from "./overview";
import { Parts } from "./parts";
import { Ranking } from "./ranking";
import { Stage, Versions } from "./stage";
import { Stakeholders } from "./stakeholders";
import { Territories } from "./territories";
import { label, SensitivityMark } from "./values";

const STATES: Record<string, [MarkShape, MarkTone]> = {
  empty: ["dashed", "none"],
  begun: ["half", "warn"],
  complete: ["circle", "good"],
};

/** Fields of the analysis itself, by the part that shows them. */
const FIELDS: Record<string, string[]> = {
  cover: ["title", "territory", "period_from", "period_to", "sensitivity", "summary"],
  mandate_method: ["mandate", "method", "limits"],
  territory_profile: ["profile", "territories"],
  validation: ["validation_meeting", "validated_on", "next_review_on", "dissent"],
};

/** Records below the analysis, by the part that lists them. */
const RECORDS: Record<string, string> = {
  cover: "analysis_author",
  mandate_method: "evidence_source",
  manifestations: "manifestation",
  incidents: "incident_count",
  perceptions: "perception",
  services: "service_offer",
  swot: "swot_entry",
  priorities: "priority",
  recommendations: "recommendation",
};

/** The section of the report whose charts belong to a part. */
const CHARTS: Record<string, string> = {
  territory_profile: "territory",
  manifestations: "manifestations",
  incidents: "incidents",
  swot: "swot",
  priorities: "priorities",
};

export function AnalysisPage({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const outline = useRead("outline", { analysis: id }).data ?? [];
  const ratings = useRecords("factor_rating", id);
  const [, , , wanted] = useRoute();
  const complete = outline.filter((part) => stateOf(part) === "complete").length;
  const parts = (record: AnyRecord): TabPart[] =>
    outline.map((part, index) => {
      const state = stateOf(part);
      const [shape, tone] = STATES[state] ?? ["dashed", "none"];
      return {
        id: part.part,
        title: label(texts, "analysis_part", part.part),
        lead: (
          <Mark
            letter={texts.t(`ui.analysis.letter.${state}`)}
            shape={shape}
            tone={tone}
            label={texts.t(`ui.analysis.state.${state}`)}
            quiet
          />
        ),
        content: () => (
          <div className="part">
            <h2 className="part-title">{label(texts, "analysis_part", part.part)}</h2>
            <Guidance part={part} />
            <PartContent part={part.part} analysis={record} />
            <Neighbours id={id} outline={outline} at={index} />
          </div>
        ),
      };
    });
  return (
    <RecordPage
      entity="situation_analysis"
      id={id}
      tab={partOf(tab, String(ratings.find((rating) => rating.id === wanted)?.factor ?? ""))}
      parts={parts}
      outline
      mark={(record) => (
        <>
          <span className="version">
            {texts.t("ui.analysis.version", { number: texts.number(record.version_no ?? 1) })}
          </span>
          <SensitivityMark code={String(record.sensitivity)} />
          <Versions analysis={record} />
        </>
      )}
      above={(record) => (
        <>
          <Stage analysis={record} />
          <p className="outline-progress">
            {texts.t("ui.analysis.progress", {
              met: texts.number(complete),
              all: texts.number(outline.length),
            })}
          </p>
        </>
      )}
    />
  );
}

/** The part that an address means: named itself, or by the records that it lists. */
function partOf(tab: string | undefined, factor: string): string | undefined {
  if (tab === "factor_rating") return factor.startsWith("pf") ? "protective_factors" : "risk_factors";
  return Object.keys(RECORDS).find((part) => RECORDS[part] === tab) ?? tab;
}

function PartContent({ part, analysis }: { part: string; analysis: AnyRecord }): ReactNode {
  const texts = useTexts();
  const fields = FIELDS[part];
  const entity = RECORDS[part];
  const charts = CHARTS[part];
  switch (part) {
    case "risk_factors":
    case "protective_factors":
      return (
        <>
          <Notice tone="info">
            <p>{texts.t("ui.analysis.factor_caution")}</p>
          </Notice>
          <FactorList analysis={analysis.id} prefix={part === "risk_factors" ? "rf" : "pf"} />
        </>
      );
    case "stakeholders":
      return <Stakeholders analysis={analysis.id} />;
    case "self_assessment":
      return <Maturity />;
    case "change_log":
      return <Comparison analysis={analysis} />;
    default:
      return (
        <>
          {fields ? (
            <OwnFields key={part} entity="situation_analysis" record={analysis} only={fields} />
          ) : null}
          {part === "priorities" ? <Ranking analysis={analysis.id} /> : null}
          {part === "territory_profile" ? <Territories /> : null}
          {entity ? (
            <section className="section" aria-labelledby={`records-${part}`}>
              <h3 id={`records-${part}`}>{texts.t(`entity.${entity}.many`)}</h3>
              <Parts
                key={entity}
                entity={entity}
                parent={analysis.id}
                {...(entity === "priority"
                  ? { more: (id: string) => <ThreadOf column="priorities" id={id} /> }
                  : {})}
                intro={
                  texts.has(`ui.intro.${entity}`) ? (
                    <p className="intro">{texts.t(`ui.intro.${entity}`)}</p>
                  ) : null
                }
              />
            </section>
          ) : null}
          {charts ? <SectionCharts section={charts} subject={analysis.id} /> : null}
        </>
      );
  }
}

/** To the part before and after, for whoever works through the outline. */
function Neighbours({ id, outline, at }: { id: string; outline: OutlinePart[]; at: number }) {
  const texts = useTexts();
  const name = (part: OutlinePart) => label(texts, "analysis_part", part.part);
  const [before, after] = [outline[at - 1], outline[at + 1]];
  return (
    <nav className="neighbours" aria-label={texts.t("ui.analysis.outline")}>
      {before ? (
        <Anchor href={link("situation_analysis", id, before.part)} icon="left">
          {texts.t("ui.analysis.previous_part", { part: name(before) })}
        </Anchor>
      ) : (
        <span />
      )}
      {after ? (
        <Anchor href={link("situation_analysis", id, after.part)} icon="right">
          {texts.t("ui.analysis.next_part", { part: name(after) })}
        </Anchor>
      ) : null}
    </nav>
  );
}
