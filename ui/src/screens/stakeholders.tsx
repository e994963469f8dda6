// The agencies around the partnership as stakeholders: the map, each agency's newest assessment, and the earlier ones.
import { useState } from "react";
import { type AnyRecord, useRead, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { Panel } from "../widgets/overlay";
import { Table } from "../widgets/table";
import { SectionCharts } from "./charts";
import { Parts } from "./parts";
import { nameOf, useEntity, Value } from "./values";

export function Stakeholders({ analysis }: { analysis: string }) {
  const texts = useTexts();
  const file = useRead("file", {}).data;
  const agencyInfo = useEntity("agency");
  const info = useEntity("stakeholder_assessment");
  const agencies = useRecords("agency", file?.partnership ?? null, file != null);
  const assessments = useRecords("stakeholder_assessment");
  const [open, setOpen] = useState<AnyRecord | null>(null);
  const field = (name: string) => info?.fields.find((one) => one.name === name);
  const newest = (agency: AnyRecord) =>
    assessments
      .filter((one) => one.agency === agency.id)
      .sort((a, b) => String(b.assessed_on).localeCompare(String(a.assessed_on)))[0];
  const name = (agency: AnyRecord) => nameOf(texts, "agency", agencyInfo, agency);
  const value = (column: string, minor: boolean, end = false) => ({
    id: column,
    title: texts.t(`entity.stakeholder_assessment.${column}`),
    minor,
    ...(end ? { align: "end" as const } : {}),
    cell: (agency: AnyRecord) => <Value info={field(column)} value={newest(agency)?.[column]} />,
  });
  return (
    <div className="parts">
      <p className="intro">{texts.t("ui.stakeholders.help")}</p>
      <Table
        label={texts.t("ui.stakeholders.title")}
        columns={[
          { id: "agency", title: texts.t("entity.agency.one"), cell: name },
          value("influence", false, true),
          value("interest", false, true),
          value("relation", true),
        ]}
        rows={[...agencies].sort((a, b) => texts.compare(name(a), name(b)))}
        rowId={({ id }) => id}
        onOpen={setOpen}
        empty={texts.t("ui.empty.agency")}
      />
      {open ? (
        <Panel
          title={texts.pair(texts.t("entity.stakeholder_assessment.many"), name(open))}
          open
          size="wide"
          onClose={() => setOpen(null)}
          closeLabel={texts.t("ui.word.close")}
        >
          <Parts entity="stakeholder_assessment" parent={open.id} />
        </Panel>
      ) : null}
      <SectionCharts section="stakeholders" subject={analysis} />
    </div>
  );
}
