// Two versions of an analysis side by side: what rose, fell, is new or gone. What differs is worked out by the core.
import { useState } from "react";
import type { Result } from "../ipc/call";
import { type AnyRecord, useRead, useRecords } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { ChoiceField } from "../widgets/choice";
import { FlagField } from "../widgets/field";
import { Icon, type IconName } from "../widgets/icon";
import { Table } from "../widgets/table";
import { Refusal } from "./actions";
import { inLanguage, label, nameOf, useEntity } from "./values";

type Group = Result<"compare_versions">["groups"][number];
type Row = Group["rows"][number];

const ICONS: Record<string, IconName> = {
  new: "plus",
  risen: "up",
  fallen: "chevron",
  changed: "redo",
  gone: "close",
};

export function Comparison({ analysis }: { analysis: AnyRecord }) {
  const texts = useTexts();
  const info = useEntity("situation_analysis");
  const others = useRecords("situation_analysis").filter(({ id }) => id !== analysis.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [changesOnly, setChangesOnly] = useState(true);
  const fallback = [...others].sort((a, b) => String(b.period_to).localeCompare(String(a.period_to)))[0]?.id;
  const earlier = chosen ?? (analysis.based_on as string | null) ?? fallback;
  if (!earlier) return <p className="empty">{texts.t("ui.analysis.compare_none")}</p>;
  return (
    <div className="parts">
      <div className="form-grid">
        <div className="cell" data-size="wide">
          <ChoiceField
            label={texts.t("ui.analysis.compare")}
            value={earlier}
            onChange={setChosen}
            choices={others.map((other) => ({
              value: other.id,
              label: nameOf(texts, "situation_analysis", info, other),
              hint: texts.t("ui.analysis.version", { number: texts.number(other.version_no ?? 1) }),
            }))}
          />
        </div>
        <div className="cell" data-size="wide">
          <FlagField
            label={texts.t("ui.analysis.only_changes")}
            value={changesOnly}
            onChange={setChangesOnly}
          />
        </div>
      </div>
      <Compared earlier={earlier} later={analysis.id} changesOnly={changesOnly} />
    </div>
  );
}

function Compared({ earlier, later, changesOnly }: { earlier: string; later: string; changesOnly: boolean }) {
  const texts = useTexts();
  const read = useRead("compare_versions", { earlier, later }, { keep: true });
  if (read.error) return <Refusal error={read.error} />;
  const groups = (read.data?.groups ?? []).map((group) => ({
    ...group,
    rows: group.rows.filter((row) => !changesOnly || row.change !== "same"),
  }));
  const shown = groups.filter((group) => group.rows.length > 0);
  if (read.data && shown.length === 0)
    return <p className="empty">{texts.t("ui.analysis.nothing_changed")}</p>;
  return shown.map((group) => (
    <section key={group.part} className="section" aria-labelledby={`compared-${group.part}`}>
      <h3 id={`compared-${group.part}`}>{label(texts, "analysis_part", group.part)}</h3>
      <Table
        label={texts.t("ui.analysis.compared", { part: label(texts, "analysis_part", group.part) })}
        columns={[
          { id: "finding", title: texts.t("report.finding"), cell: (row) => finding(texts, row) },
          { id: "then", title: texts.t("report.then"), cell: (row) => value(texts, group, row.then) },
          { id: "now", title: texts.t("report.now"), cell: (row) => value(texts, group, row.now) },
          { id: "change", title: texts.t("report.change"), cell: (row) => <ChangeMark code={row.change} /> },
        ]}
        rows={group.rows}
        rowId={(row) => `${row.label ?? JSON.stringify(row.title)}${row.change}`}
        empty=""
      />
    </section>
  ));
}

function ChangeMark({ code }: { code: string }) {
  const texts = useTexts();
  const icon = ICONS[code];
  return (
    <span className="change" data-change={code}>
      {icon ? <Icon name={icon} /> : null}
      {label(texts, "change", code)}
    </span>
  );
}

function finding(texts: Texts, row: Row): string {
  return row.label ? texts.t(row.label) : (inLanguage(row.title, texts.language)?.words ?? "");
}

function value(texts: Texts, group: Group, code: string | null): string {
  if (code === null) return "–";
  if (group.values === "number") return texts.number(code);
  if (group.values === "gap") return texts.t(code === "yes" ? "report.gap" : "report.available");
  return label(texts, group.values, code);
}
