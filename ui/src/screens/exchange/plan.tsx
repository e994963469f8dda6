// What taking in a file would do.
import type { BundlePlan, PlannedRecord } from "../../ipc/bindings";
import { useRead } from "../../ipc/query";
import { type Texts, useTexts } from "../../texts";
import { FlagField } from "../../widgets/field";
import { Notice } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import type { EntityInfo } from "../values";
import { choiceWords, onOneLine, place, shown } from "./values";

/** So many records are named one by one. */
const NAMED = 200;

interface PlanProps {
  plan: BundlePlan;
  /** Whether the officer agrees that what was erased elsewhere is erased here. */
  erase: boolean;
  onErase: (agreed: boolean) => void;
}

export function BundlePlanView({ plan, erase, onErase }: PlanProps) {
  const texts = useTexts();
  const { t } = texts;
  const forms = (useRead("entities", {}).data ?? {}) as Record<string, EntityInfo>;
  const fieldOf = (entity: string, field: string) =>
    forms[entity]?.fields.find((one) => one.name === field.split("/")[0]);
  const erases = Object.entries(plan.erases);
  const counts: [string, number][] = [
    ["new", plan.new.length],
    ["changed", plan.changed.length],
    ["deleted", plan.deleted.length],
    ["conflicts", plan.conflicts.length],
    ["waiting", plan.waiting],
    ["erases", erases.reduce((sum, [, count]) => sum + count, 0)],
    ["files", plan.files],
    ["erased", plan.erased],
    ["unknown", plan.unknown],
  ];
  const { file } = plan;
  const about = { device: file.device, time: texts.time(file.made_at), partnership: file.partnership };
  return (
    <>
      <p className="intro">{t(file.new_file ? "ui.exchange.begins" : "ui.exchange.from", about)}</p>
      {file.known ? null : (
        <Notice tone="warning">
          <p>{t("ui.exchange.first_signer", { device: file.device, letters: onOneLine(file.check) })}</p>
        </Notice>
      )}
      {plan.deletes_most ? (
        <Notice tone="danger">
          <p>
            {t("ui.exchange.deletes_most", {
              deleted: texts.number(plan.deleted.length),
              present: texts.number(plan.present),
            })}
          </p>
        </Notice>
      ) : null}
      {erases.length > 0 ? (
        <Notice tone="danger">
          <p>
            {t("ui.exchange.erases", {
              kinds: erases
                .map(([entity, count]) => texts.pair(t(`entity.${entity}.many`), texts.number(count)))
                .join("; "),
            })}
          </p>
          {plan.erases_most ? (
            <p>
              <strong>{t("ui.exchange.erases_most")}</strong>
            </p>
          ) : null}
          <FlagField name="erase" label={t("ui.exchange.erases_agree")} value={erase} onChange={onErase} />
        </Notice>
      ) : null}
      {plan.applied + plan.waiting + erases.length === 0 ? (
        <Notice tone="done">
          <p>{t("ui.exchange.all_here")}</p>
        </Notice>
      ) : (
        <dl className="series-counts">
          {counts
            .filter(([, count]) => count > 0)
            .map(([name, count]) => (
              <div key={name}>
                <dt>{t(`ui.exchange.count.${name}`)}</dt>
                <dd>{texts.number(count)}</dd>
              </div>
            ))}
        </dl>
      )}
      {plan.conflicts.length > 0 ? (
        <section className="series-part" aria-labelledby="plan-conflicts">
          <h3 id="plan-conflicts">{t("ui.exchange.conflicts_title")}</h3>
          <p>{t("ui.exchange.conflicts_later")}</p>
          <Table
            label={t("ui.exchange.conflicts_title")}
            scrolls
            rows={plan.conflicts}
            rowId={(one) => `${one.record}/${one.field}`}
            empty={null}
            columns={[
              { id: "record", title: t("ui.exchange.record"), cell: (one) => named(texts, one) },
              {
                id: "field",
                title: t("ui.exchange.field"),
                cell: (one) => place(texts, one.entity, one.field, fieldOf(one.entity, one.field)),
              },
              {
                id: "values",
                title: t("ui.exchange.values"),
                cell: (one) =>
                  one.choices
                    .map((choice) =>
                      choiceWords(texts, one.field, fieldOf(one.entity, one.field), choice.value),
                    )
                    .join(" | "),
              },
            ]}
          />
        </section>
      ) : null}
      <Records part="deleted" records={plan.deleted} />
      <Changed records={plan.changed} forms={forms} />
      <Records part="new" records={plan.new} />
    </>
  );
}

function named(texts: Texts, record: { entity: string; name: string }): string {
  const kind = texts.t(`entity.${record.entity}.one`);
  return record.name === "" ? kind : texts.pair(kind, record.name);
}

/** Records that come or go, by kind. */
function Records({ part, records }: { part: "new" | "deleted"; records: PlannedRecord[] }) {
  const texts = useTexts();
  const { t } = texts;
  if (records.length === 0) return null;
  const kinds = new Map<string, PlannedRecord[]>();
  for (const record of records) kinds.set(record.entity, [...(kinds.get(record.entity) ?? []), record]);
  return (
    <section className="series-part" aria-labelledby={`plan-${part}`}>
      <h3 id={`plan-${part}`}>{t(`ui.exchange.count.${part}`)}</h3>
      <ul className="plan-records">
        {[...kinds].map(([entity, ones]) => {
          const names = ones.map((one) => one.name).filter((name) => name !== "");
          const list = names.slice(0, NAMED).join("; ") + (names.length > NAMED ? " …" : "");
          const kind = t(`entity.${entity}.${ones.length === 1 ? "one" : "many"}`);
          const title = texts.pair(kind, texts.number(ones.length));
          return (
            <li key={entity}>
              <strong>{title}</strong>
              {list ? <span> {list}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Records of which fields change, field by field. */
function Changed({ records, forms }: { records: PlannedRecord[]; forms: Record<string, EntityInfo> }) {
  const texts = useTexts();
  const { t } = texts;
  if (records.length === 0) return null;
  const rows = records
    .slice(0, NAMED)
    .flatMap((record) => record.fields.map((field) => ({ record, ...field })));
  const infoOf = (row: (typeof rows)[number]) =>
    forms[row.record.entity]?.fields.find((one) => one.name === row.field);
  return (
    <section className="series-part" aria-labelledby="plan-changed">
      <h3 id="plan-changed">{t("ui.exchange.count.changed")}</h3>
      <Table
        label={t("ui.exchange.count.changed")}
        scrolls
        rows={rows}
        rowId={(row) => `${row.record.id}/${row.field}`}
        empty={null}
        columns={[
          { id: "record", title: t("ui.exchange.record"), cell: (row) => named(texts, row.record) },
          {
            id: "field",
            title: t("ui.exchange.field"),
            cell: (row) => t(`entity.${row.record.entity}.${row.field}`),
          },
          {
            id: "before",
            title: t("ui.exchange.before"),
            cell: (row) => shown(texts, infoOf(row), row.before, row.after),
          },
          {
            id: "after",
            title: t("ui.exchange.after"),
            cell: (row) => shown(texts, infoOf(row), row.after, row.before),
          },
        ]}
      />
    </section>
  );
}
