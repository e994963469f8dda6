// What the indicators have reached, period by period: one table in which values are entered, and the spreadsheet.
import { useState } from "react";
import type { Result } from "../ipc/call";
import { type AnyRecord, useRead, useRecords, useWrite } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Refusal, remove } from "./actions";
import { GuardPanel, useReportGuard } from "./guard";
import { NewPart, PartPanel, Parts } from "./parts";
import { inLanguage, label, nameOf, useEntity } from "./values";

type Progress = Result<"indicator_progress">[number];
type Period = Progress["periods"][number];

/** The fields of a value, or of a group's, that its indicator has a use for. */
export function valueFields(indicator: AnyRecord, group = false): string[] {
  const share = indicator.kind === "share" || indicator.percent === true;
  const mean =
    ["mean", "rating"].includes(String(indicator.kind)) || indicator.aggregation === "mean_weighted";
  const figures =
    indicator.kind === "narrative"
      ? []
      : indicator.kind === "share"
        ? ["numerator", "denominator"]
        : share
          ? ["value", "numerator", "denominator"]
          : mean
            ? ["value", "denominator"]
            : ["value"];
  return group ? figures : ["period_from", "period_to", ...figures, "finality", "evidence", "comment"];
}

/** The groups of one value, for an indicator that is broken down. */
export function GroupValues({ indicator, value }: { indicator: AnyRecord; value: string }) {
  const texts = useTexts();
  const groups = (indicator.disaggregation as string[] | undefined) ?? [];
  if (groups.length === 0) return null;
  return (
    <section className="form-group">
      <h3>{texts.t("entity.group_value.many")}</h3>
      <Parts entity="group_value" parent={value} only={[...groups, ...valueFields(indicator, true)]} />
    </section>
  );
}

/** A figure as one reads it, by what the indicator's values are. */
export function figure(texts: Texts, indicator: AnyRecord, value: number | null): string {
  if (value === null) return "–";
  switch (indicator.kind) {
    case "money":
      return texts.money(Math.round(value * 100));
    case "narrative":
      return texts.t("ui.word.yes");
    case "yes_no":
    case "milestone":
      return texts.t(value > 0 ? "ui.word.yes" : "ui.word.no");
    default:
      return indicator.kind === "share" || indicator.percent === true
        ? texts.t("format.percent", { number: texts.number(value) })
        : texts.number(value);
  }
}

interface Chosen {
  indicator: AnyRecord;
  period: Period;
}

export function Results({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const progress = useRead("indicator_progress", { pilot }).data ?? [];
  const indicators = useRecords("indicator", pilot);
  const info = useEntity("indicator");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const rows = progress.flatMap((one) => {
    const indicator = indicators.find(({ id }) => id === one.indicator);
    return indicator ? [{ one, indicator }] : [];
  });
  const columns = spans(progress);
  const title = (period: Period) =>
    inLanguage(period.title, texts.language)?.words ?? texts.period(period.from, period.to);
  const current = chosen
    ? (progress
        .find((one) => one.indicator === chosen.indicator.id)
        ?.periods.find((one) => same(one, chosen.period)) ?? chosen.period)
    : null;
  return (
    <>
      {rows.length === 0 ? (
        <p className="empty">{t("ui.pilot.no_indicators")}</p>
      ) : (
        <div className="parts">
          <p className="intro">{t("ui.pilot.results_help")}</p>
          <Export pilot={pilot} />
          <div className="table-frame">
            <table className="table matrix">
              <caption className="unseen">{t("ui.pilot.results")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("entity.indicator.one")}</th>
                  {columns.map((period) => (
                    <th key={`${period.from}/${period.to}`} scope="col" data-align="end">
                      {title(period)}
                    </th>
                  ))}
                  <th scope="col" data-align="end">
                    {t("entity.indicator.target")}
                  </th>
                  <th scope="col" data-align="end">
                    {t("report.progress")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ one, indicator }) => (
                  <tr key={indicator.id}>
                    <th scope="row">
                      {nameOf(texts, "indicator", info, indicator)}
                      {indicator.closed_on ? (
                        <span className="help">
                          {" "}
                          {t("ui.pilot.closed", { date: texts.date(indicator.closed_on) })}
                        </span>
                      ) : null}
                    </th>
                    {columns.map((column) => {
                      const period = one.periods.find((result) => same(result, column)) ?? {
                        ...column,
                        ...NOTHING,
                      };
                      return (
                        <td key={`${column.from}/${column.to}`} data-align="end">
                          <Figure
                            indicator={indicator}
                            period={period}
                            spoken={t("ui.pilot.value_of", {
                              indicator: nameOf(texts, "indicator", info, indicator),
                              period: title(column),
                              value:
                                period.value === null
                                  ? t("ui.pilot.no_value")
                                  : figure(texts, indicator, period.value),
                            })}
                            onPress={() => setChosen({ indicator, period })}
                          />
                        </td>
                      );
                    })}
                    <td data-align="end">
                      {indicator.kind === "narrative"
                        ? "–"
                        : figure(texts, indicator, Number(indicator.target))}
                    </td>
                    <td data-align="end">{one.progress === null ? "–" : texts.percent(one.progress)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <section className="section" aria-labelledby="periods-title">
        <h2 id="periods-title">{t("entity.reporting_period.many")}</h2>
        {file ? <Parts entity="reporting_period" parent={file.partnership} /> : null}
      </section>
      {chosen && current ? (
        <Values
          indicator={chosen.indicator}
          period={current}
          title={`${nameOf(texts, "indicator", info, chosen.indicator)} · ${title(current)}`}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}

const NOTHING = { value: null, cumulative: null, progress: null, target: null, values: [], draft: false };

function same(a: { from: string; to: string }, b: { from: string; to: string }): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The periods of all indicators, in the order of time. */
function spans(progress: Progress[]): Period[] {
  const found = new Map<string, Period>();
  for (const one of progress)
    for (const period of one.periods) found.set(`${period.to}/${period.from}`, period);
  return [...found.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, period]) => period);
}

/** The value of a period, a button, for that is where values are entered; and below it the total so far. */
function Figure(props: { indicator: AnyRecord; period: Period; spoken: string; onPress: () => void }) {
  const texts = useTexts();
  const { indicator, period } = props;
  return (
    <div className="figure">
      <Button kind="quiet" spoken={props.spoken} onPress={props.onPress}>
        {figure(texts, indicator, period.value)}
      </Button>
      {period.draft ? <em>{texts.t("catalogue.finality.draft")}</em> : null}
      {indicator.kind !== "narrative" && period.cumulative !== null ? (
        <small>
          {texts.t("ui.pilot.cumulative_of", { value: figure(texts, indicator, period.cumulative) })}
        </small>
      ) : null}
    </div>
  );
}

/** The values entered for a period: none yet, then a new one; one, then that one; several, then their list. */
function Values(props: { indicator: AnyRecord; period: Period; title: string; onClose: () => void }) {
  const texts = useTexts();
  const { indicator, period, onClose } = props;
  const only = valueFields(indicator);
  const [open, setOpen] = useState<string | null>(
    period.values.length === 1 ? (period.values[0] ?? null) : null,
  );
  const [making, setMaking] = useState(period.values.length === 0);
  const records = useRecords("indicator_value", indicator.id);
  if (making) {
    return (
      <NewPart
        entity="indicator_value"
        parent={indicator.id}
        only={only}
        given={{ period_from: period.from, period_to: period.to }}
        onClose={onClose}
      />
    );
  }
  if (open !== null) {
    return (
      <PartPanel
        entity="indicator_value"
        id={open}
        only={only}
        onClose={onClose}
        onDelete={(name) => {
          onClose();
          void remove(texts, "indicator_value", open, name);
        }}
        more={(value) => (
          <>
            <GroupValues indicator={indicator} value={value} />
            <Button icon="plus" onPress={() => setMaking(true)}>
              {texts.t("ui.add.indicator_value")}
            </Button>
          </>
        )}
      />
    );
  }
  return (
    <Panel title={props.title} open onClose={onClose} closeLabel={texts.t("ui.word.close")}>
      <p>{texts.t("ui.pilot.evidence_of")}</p>
      <ul>
        {period.values.map((id) => {
          const record = records.find((one) => one.id === id);
          return record ? (
            <li key={id}>
              <Button kind="quiet" onPress={() => setOpen(id)}>
                {`${figure(texts, indicator, Number(record.value))} · ${label(texts, "finality", record.finality)} · ${texts.time(record.created_at)}`}
              </Button>
            </li>
          ) : null;
        })}
      </ul>
      <Button icon="plus" onPress={() => setMaking(true)}>
        {texts.t("ui.add.indicator_value")}
      </Button>
    </Panel>
  );
}

/** Saves the values as a spreadsheet, and says where. */
function Export({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const save = useWrite("export_values");
  const open = useWrite("open_outside");
  const show = useWrite("show_in_folder");
  const guarded = useReportGuard("pilot_progress", pilot);
  const saved = save.data;
  return (
    <>
      <GuardPanel places={guarded} />
      <div className="parts-head">
        <Button
          icon="save"
          busy={save.isPending}
          onPress={() =>
            save.mutate(
              { pilot, language: texts.language },
              { onSuccess: (made) => announce(t("ui.report.saved", { path: made.path })) },
            )
          }
        >
          {t("ui.pilot.export")}
        </Button>
      </div>
      <Refusal error={save.error ?? open.error ?? show.error} />
      {saved && !save.isPending ? (
        <Notice
          tone="done"
          actions={
            <>
              <Button icon="open" onPress={() => open.mutate({ path: saved.path })}>
                {t("ui.report.open")}
              </Button>
              <Button icon="data" onPress={() => show.mutate({ path: saved.path })}>
                {t("ui.report.show")}
              </Button>
            </>
          }
        >
          <p>
            <strong>{t("ui.pilot.exported")}</strong> {texts.count("ui.pilot.exported_rows", saved.rows)}
          </p>
          <p className="path">{saved.path}</p>
        </Notice>
      ) : null}
    </>
  );
}
