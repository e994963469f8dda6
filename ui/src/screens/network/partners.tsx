// The partners side by side, with what each has reported; and what one of them shared, kind by kind.
import { useState } from "react";
import type { NetworkRow } from "../../ipc/bindings";
import { type AnyRecord, useRead, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { ChoiceField } from "../../widgets/choice";
import { tell } from "../../widgets/notice";
import { Panel } from "../../widgets/overlay";
import { Table } from "../../widgets/table";
import { attempt } from "../actions";
import { columnsOf } from "../columns";
import { CodeMark, useEntity } from "../values";

/** The kinds of records that one looks into first. */
const KINDS = [
  "situation_analysis",
  "priority",
  "training_session",
  "pilot_initiative",
  "indicator",
  "status_report",
  "milestone",
  "practice_sheet",
  "agency",
];

export function Partners({ rows }: { rows: NetworkRow[] }) {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<NetworkRow | null>(null);
  const count = (id: string, title: string, number: (row: NetworkRow) => number, minor = false) => ({
    id,
    title,
    align: "end" as const,
    minor,
    cell: (row: NetworkRow) =>
      row.partnerships.length === 0 && id !== "seminars" ? "–" : texts.number(number(row)),
  });
  return (
    <>
      <Table
        label={t("ui.network.matrix")}
        rows={[...rows].sort((a, b) => texts.compare(a.name, b.name))}
        rowId={(row) => row.id}
        onOpen={setOpen}
        empty={t("ui.empty.network_partner")}
        columns={[
          { id: "name", title: t("ui.network.partner"), cell: (row) => row.name },
          {
            id: "country",
            title: t("entity.network_partner.country"),
            minor: true,
            cell: (row) => texts.countryName(row.country),
          },
          count("analyses", t("entity.situation_analysis.many"), (row) => row.analyses, true),
          count("trainings", t("entity.training_session.many"), (row) => row.trainings),
          count("persons", t("report.persons"), (row) => row.persons),
          count("pilots", t("entity.pilot_initiative.many"), (row) => row.pilots),
          count("seminars", t("entity.seminar.many"), (row) => row.seminars, true),
          {
            id: "rag",
            title: t("entity.status_report.rag_overall"),
            minor: true,
            cell: (row) => (row.rag ? <CodeMark catalogue="rag" code={row.rag} /> : "–"),
          },
          {
            id: "received",
            title: t("ui.network.received"),
            cell: (row) => (row.received_at ? texts.date(row.received_at) : t("ui.network.never")),
          },
        ]}
      />
      {open ? <Shared row={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** What a partner shared, as its own log shows it. */
export function Shared({ row, onClose }: { row: NetworkRow; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [kind, setKind] = useState("pilot_initiative");
  const [partnership, setPartnership] = useState(row.partnerships[0]?.id ?? "");
  const several = row.partnerships.length > 1;
  const info = useEntity(kind);
  const records = useRead("shared_records", { partnership, entity: kind }, { when: partnership !== "" })
    .data as AnyRecord[] | undefined;
  const setAside = () =>
    attempt(texts, async () => {
      await write("set_aside_packages", { partnership });
      tell(t("ui.network.set_aside_done"));
      onClose();
    });

  return (
    <Panel
      title={t("ui.network.shared", { name: row.name })}
      open
      size="wide"
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t("ui.word.done")}
        </Button>
      }
    >
      {row.since ? (
        <p className="intro">
          {t("ui.network.since", {
            trainings: signed(row.since.trainings),
            persons: signed(row.since.persons),
            pilots: signed(row.since.pilots),
            reports: signed(row.since.reports),
          })}
        </p>
      ) : null}
      {several ? (
        <div className="parts-head">
          <ChoiceField
            label={t("ui.network.which_partnership")}
            name="partnership"
            value={partnership}
            choices={row.partnerships.map(({ id, created_at }) => ({
              value: id,
              label: texts.date(created_at),
            }))}
            onChange={(next) => next && setPartnership(next)}
          />
          <Button onPress={() => void setAside()}>{t("ui.network.set_aside")}</Button>
        </div>
      ) : null}
      <ChoiceField
        label={t("ui.network.shared_kind")}
        name="kind"
        value={kind}
        choices={KINDS.map((one) => ({ value: one, label: t(`entity.${one}.many`) }))}
        onChange={(next) => next && setKind(next)}
      />
      <Table
        label={t(`entity.${kind}.many`)}
        columns={columnsOf(texts, kind, info)}
        rows={records ?? []}
        rowId={(record) => record.id}
        scrolls
        empty={t("ui.network.shared_none")}
      />
    </Panel>
  );

  function signed(number: number): string {
    return `${number > 0 ? "+" : ""}${texts.number(number)}`;
  }
}
