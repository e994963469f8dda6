// The log of pilot initiatives: from the idea to the practice sheet, one tab a concern.
import type { ReactNode } from "react";
import { useRead, useRecord } from "../ipc/query";
import { useTexts } from "../texts";
import type { TabPart } from "../widgets/tabs";
import { RecordPage } from "./log";
import { ThreadOf } from "./overview";
import { Parts } from "./parts";
import { BudgetSums } from "./pilot-budget";
import { TimeLine } from "./pilot-plan";
import { GroupValues, Results, valueFields } from "./pilot-results";
import { RiskMatrix } from "./pilot-risks";
import { Sheet } from "./pilot-sheet";
import { Stages } from "./pilot-stage";
import { CodeMark } from "./values";

export function PilotPage({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  // Which report counts is a rule of the core.
  const light = useRead("overview", {}).data?.pilots.find((pilot) => pilot.id === id)?.rag;
  const many = (entity: string) => t(`entity.${entity}.many`);
  const part = (entity: string, more?: (id: string) => ReactNode) => (
    <Parts key={entity} entity={entity} parent={id} {...(more ? { more } : {})} />
  );
  const titled = (entity: string, more?: (id: string) => ReactNode) => (
    <section key={entity} className="section" aria-labelledby={`${entity}-title`}>
      <h2 id={`${entity}-title`}>{many(entity)}</h2>
      {part(entity, more)}
    </section>
  );
  const parts = (): TabPart[] => [
    {
      id: "logframe_row",
      title: many("logframe_row"),
      content: () => part("logframe_row"),
    },
    {
      id: "indicator",
      title: many("indicator"),
      content: () => part("indicator", (indicator) => <IndicatorParts id={indicator} />),
    },
    { id: "results", title: t("ui.pilot.results"), content: () => <Results pilot={id} /> },
    {
      id: "plan",
      title: t("ui.pilot.plan"),
      content: () => (
        <>
          {titled("milestone")}
          {titled("activity")}
          {titled("deliverable")}
          <TimeLine pilot={id} />
        </>
      ),
    },
    {
      id: "risk",
      title: many("risk"),
      content: () => (
        <>
          {part("risk")}
          <RiskMatrix pilot={id} />
        </>
      ),
    },
    {
      id: "budget_line",
      title: t("report.section.budget"),
      content: () => (
        <>
          {part("budget_line")}
          <BudgetSums pilot={id} />
        </>
      ),
    },
    { id: "status_report", title: many("status_report"), content: () => part("status_report") },
    {
      id: "evaluation",
      title: t("ui.pilot.evaluation"),
      content: () => (
        <>
          {titled("evaluation_plan")}
          {titled("peer_review", (review) => (
            <section className="form-group">
              <h3>{many("review_recommendation")}</h3>
              <Parts entity="review_recommendation" parent={review} />
            </section>
          ))}
          {titled("lesson")}
        </>
      ),
    },
    { id: "practice_sheet", title: t("entity.practice_sheet.one"), content: () => <Sheet pilot={id} /> },
  ];
  return (
    <RecordPage
      entity="pilot_initiative"
      id={id}
      tab={tab}
      parts={parts}
      before={() => <Stages pilot={id} />}
      after={() => (
        <>
          {titled("pilot_partner")}
          <ThreadOf column="pilots" id={id} />
        </>
      )}
      mark={() => (light ? <CodeMark catalogue="rag" code={light} /> : null)}
    />
  );
}

/** What belongs to an indicator: the way to its target, its values, and what it was before. */
function IndicatorParts({ id }: { id: string }) {
  const texts = useTexts();
  const indicator = useRecord("indicator", id).data;
  const reached = useRead(
    "indicator_progress",
    { pilot: String(indicator?.pilot_initiative) },
    { when: indicator !== undefined },
  ).data?.find((one) => one.indicator === id);
  if (!indicator) return null;
  return (
    <>
      <section className="form-group">
        <h3>{texts.t("entity.indicator_target.many")}</h3>
        <Parts entity="indicator_target" parent={id} />
      </section>
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
        <Parts
          entity="indicator_value"
          parent={id}
          only={valueFields(indicator)}
          more={(value) => <GroupValues indicator={indicator} value={value} />}
        />
      </section>
    </>
  );
}
