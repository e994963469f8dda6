// What an import would do, and what the officer has to choose before it can.
import { useState } from "react";
import type {
  IndicatorChoice,
  SeriesChoices,
  SeriesPlan,
  TerritoryChoice,
  ValueChange,
} from "../../ipc/bindings";
import { type AnyRecord, useRecords } from "../../ipc/query";
import { type Texts, useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { type Choice, ChoiceField } from "../../widgets/choice";
import { FlagField } from "../../widgets/field";
import { Notice } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { inLanguage, label, useCatalogue } from "../values";

/** Names that were not known when the plan was made first: they stay on the page when they are chosen about. */
export interface UnknownNames {
  indicators: { name: string; values: number }[];
  territories: { name: string; values: number }[];
}

export function namesOf(plan: SeriesPlan): UnknownNames {
  return { indicators: plan.missing_indicators, territories: plan.missing_territories };
}

const COUNTS = ["new", "changed", "same", "empty", "bad", "waiting", "left_out"] as const;

interface PlanProps {
  plan: SeriesPlan;
  names: UnknownNames;
  choices: SeriesChoices;
  onChoose: (choices: SeriesChoices) => void;
}

export function PlanView({ plan, names, choices, onChoose }: PlanProps) {
  const texts = useTexts();
  const { t } = texts;
  const nothing = COUNTS.every((count) => count === "same" || count === "empty" || plan[count] === 0);
  return (
    <>
      {nothing ? (
        <Notice tone="done">
          <p>{t("import.nothing")}</p>
        </Notice>
      ) : (
        <p className="intro">{t("import.plan_intro")}</p>
      )}
      <dl className="series-counts">
        {COUNTS.filter((count) => plan[count] > 0).map((count) => (
          <div key={count}>
            <dt>{t(`import.count.${count}`)}</dt>
            <dd>{texts.number(plan[count])}</dd>
          </div>
        ))}
      </dl>
      <Names names={names} choices={choices} onChoose={onChoose} />
      {plan.bad > 0 ? (
        <section className="series-part" aria-labelledby="series-bad">
          <h3 id="series-bad">{t("import.bad_values")}</h3>
          <FlagField
            name="leave_out_bad"
            label={t("import.leave_out_bad")}
            help={t("import.leave_out_bad_help")}
            value={choices.leave_out_bad}
            onChange={(leave) => onChoose({ ...choices, leave_out_bad: leave })}
          />
          {plan.bad > plan.bad_rows.length ? (
            <p>{texts.count("import.listed", plan.bad_rows.length)}</p>
          ) : null}
          <Table
            label={t("import.bad_values")}
            scrolls
            rows={plan.bad_rows}
            rowId={(row) => row.cell}
            empty={null}
            columns={[
              { id: "cell", title: t("import.cell"), cell: (row) => row.cell },
              { id: "word", title: t("import.in_cell"), cell: (row) => row.word || "–" },
              {
                id: "why",
                title: t("import.why"),
                cell: (row) => t(`import.reason.${row.code}`, reasonParams(texts, row.params)),
              },
            ]}
          />
        </section>
      ) : null}
      {plan.changes.length > 0 ? (
        <section className="series-part" aria-labelledby="series-changes">
          <h3 id="series-changes">{t("import.changes")}</h3>
          {plan.new + plan.changed > plan.changes.length ? (
            <p>{texts.count("import.listed", plan.changes.length)}</p>
          ) : null}
          <Table
            label={t("import.changes")}
            scrolls
            rows={plan.changes}
            rowId={(row) => row.cell}
            empty={null}
            columns={[
              { id: "cell", title: t("import.cell"), cell: (row) => row.cell },
              { id: "indicator", title: t("import.role.indicator"), cell: (row) => row.indicator },
              {
                id: "territory",
                title: t("import.role.territory"),
                cell: (row) => row.territory ?? t("import.whole"),
              },
              {
                id: "period",
                title: t("ui.period.period"),
                cell: (row) => texts.period(row.period_from, row.period_to),
              },
              {
                id: "change",
                title: t("import.change"),
                cell: (row) => (
                  <ul>
                    {row.fields.map((field) => (
                      <li key={field.field}>{changeText(texts, field)}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

function reasonParams(texts: Texts, params: { [name: string]: string | undefined }): Record<string, string> {
  const shown = (value: string) => (/^\d+$/.test(value) ? texts.number(value) : value);
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value ?? "")]));
}

function changeText(texts: Texts, { field, before, after }: ValueChange): string {
  const words = (value: unknown) => (typeof value === "number" ? texts.number(value, 4) : String(value));
  const params = { field: texts.t(`import.role.${field}`), after: words(after) };
  return before === null
    ? texts.pair(params.field, params.after)
    : texts.t("import.field_changed", { ...params, before: words(before) });
}

type NamesProps = Omit<PlanProps, "plan">;

/** Indicators and territories that the table names and nobody has entered. */
function Names({ names, choices, onChoose }: NamesProps) {
  const texts = useTexts();
  const { t } = texts;
  const kinds = useCatalogue("territory_kind");
  const indicators = useRecords("territory_indicator");
  const territories = useRecords("territory");
  const [firstKind = ""] = kinds.includes("district") ? ["district"] : kinds;
  const same = (records: AnyRecord[], field: string): Choice[] =>
    records.map((record) => ({
      value: record.id,
      label: t("import.use", {
        name: inLanguage(record[field], texts.language)?.words ?? t("ui.word.unnamed"),
      }),
    }));
  const setTerritory = (name: string, choice: TerritoryChoice | null) =>
    onChoose({ ...choices, territories: withChoice(choices.territories, name, choice) });
  return (
    <>
      {names.indicators.length > 0 ? (
        <section className="series-part" aria-labelledby="series-indicators">
          <h3 id="series-indicators">{t("import.missing_indicators")}</h3>
          {names.indicators.map(({ name, values }, at) => (
            <IndicatorName
              key={name}
              at={at}
              name={name}
              values={values}
              choice={choices.indicators[name]}
              same={same(indicators, "title")}
              onChoose={(choice) =>
                onChoose({ ...choices, indicators: withChoice(choices.indicators, name, choice) })
              }
            />
          ))}
        </section>
      ) : null}
      {names.territories.length > 0 ? (
        <section className="series-part" aria-labelledby="series-territories">
          <h3 id="series-territories">{t("import.missing_territories")}</h3>
          {names.territories.length > 1 ? (
            <div>
              <Button
                icon="plus"
                onPress={() =>
                  onChoose({
                    ...choices,
                    territories: {
                      ...Object.fromEntries(
                        names.territories.map(({ name }) => [name, { create: { kind: firstKind } }]),
                      ),
                      ...choices.territories,
                    },
                  })
                }
              >
                {t("import.all_new")}
              </Button>
            </div>
          ) : null}
          {names.territories.map(({ name, values }, at) => {
            const choice = choices.territories[name];
            return (
              <div key={name} className="series-fields">
                <ChoiceField
                  name={`territory_${at}`}
                  label={name}
                  help={texts.count("import.values", values)}
                  none={t("import.choose")}
                  value={chosen(choice)}
                  onChange={(next) => {
                    if (next === "create") setTerritory(name, { create: { kind: firstKind } });
                    else if (next === "whole" || next === "leave_out") setTerritory(name, next);
                    else setTerritory(name, next === null ? null : { use: next });
                  }}
                  choices={[
                    { value: "create", label: t("import.create") },
                    ...same(territories, "name"),
                    { value: "whole", label: t("import.whole") },
                    { value: "leave_out", label: t("import.leave_out") },
                  ]}
                />
                {typeof choice === "object" && "create" in choice ? (
                  <ChoiceField
                    name={`territory_kind_${at}`}
                    label={texts.pair(t("entity.territory.kind"), name)}
                    value={choice.create.kind}
                    onChange={(next) => next && setTerritory(name, { create: { kind: next } })}
                    choices={kinds.map((code) => ({
                      value: code,
                      label: label(texts, "territory_kind", code),
                    }))}
                  />
                ) : null}
              </div>
            );
          })}
        </section>
      ) : null}
    </>
  );
}

function withChoice<C>(
  choices: { [name: string]: C },
  name: string,
  choice: C | null,
): { [name: string]: C } {
  const { [name]: _, ...others } = choices;
  return choice === null ? others : { ...others, [name]: choice };
}

function chosen(choice: IndicatorChoice | TerritoryChoice | undefined): string | null {
  if (choice === undefined) return null;
  if (typeof choice === "string") return choice;
  return "use" in choice ? choice.use : "create";
}

interface IndicatorNameProps {
  at: number;
  name: string;
  values: number;
  choice: IndicatorChoice | undefined;
  same: Choice[];
  onChoose: (choice: IndicatorChoice | null) => void;
}

/** An indicator that is not known. A new one needs its unit and direction before it counts as chosen. */
function IndicatorName({ at, name, values, choice, same, onChoose }: IndicatorNameProps) {
  const texts = useTexts();
  const { t } = texts;
  const units = useCatalogue("indicator_unit");
  const directions = useCatalogue("better_direction");
  const made = typeof choice === "object" && "create" in choice ? choice.create : null;
  const [making, setMaking] = useState(made !== null);
  const [unit, setUnit] = useState<string | null>(made?.unit ?? null);
  const [direction, setDirection] = useState<string | null>(made?.direction ?? null);
  function create(nextUnit: string | null, nextDirection: string | null) {
    setUnit(nextUnit);
    setDirection(nextDirection);
    if (nextUnit && nextDirection) onChoose({ create: { unit: nextUnit, direction: nextDirection } });
    else if (choice !== undefined) onChoose(null);
  }
  return (
    <div className="series-fields">
      <ChoiceField
        name={`indicator_${at}`}
        label={name}
        help={texts.count("import.values", values)}
        none={t("import.choose")}
        value={making ? "create" : chosen(choice)}
        onChange={(next) => {
          setMaking(next === "create");
          if (next === "create") create(unit, direction);
          else if (next === "leave_out") onChoose(next);
          else onChoose(next === null ? null : { use: next });
        }}
        choices={[
          { value: "create", label: t("import.create") },
          ...same,
          { value: "leave_out", label: t("import.leave_out") },
        ]}
      />
      {making ? (
        <>
          <ChoiceField
            name={`indicator_unit_${at}`}
            label={texts.pair(t("entity.territory_indicator.unit"), name)}
            none={t("import.choose")}
            value={unit}
            onChange={(next) => create(next, direction)}
            choices={units.map((code) => ({ value: code, label: label(texts, "indicator_unit", code) }))}
          />
          <ChoiceField
            name={`indicator_direction_${at}`}
            label={texts.pair(t("entity.territory_indicator.direction"), name)}
            none={t("import.choose")}
            value={direction}
            onChange={(next) => create(unit, next)}
            choices={directions.map((code) => ({
              value: code,
              label: label(texts, "better_direction", code),
            }))}
          />
        </>
      ) : null}
    </div>
  );
}
