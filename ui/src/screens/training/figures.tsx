// How many people were trained, each figure with the rule by which it is counted, and by what they have in common.
import type { Figures as FiguresData } from "../../ipc/bindings";
import { useRead } from "../../ipc/query";
import { type Texts, useTexts } from "../../texts";
import { Table } from "../../widgets/table";
import { Refusal } from "../actions";
import { label } from "../values";

const TOTALS = ["persons", "participations", "half_days"] as const;

/** The figures of one session, or of all that took place. */
export function Figures({ session }: { session: string | null }) {
  const texts = useTexts();
  const { t, number } = texts;
  const read = useRead("training_figures", { session }, { keep: true });
  if (read.error) return <Refusal error={read.error} />;
  const figures = read.data;
  if (!figures) return null;
  return (
    <div className="training-figures">
      <dl className="figures ruled">
        {TOTALS.map((code) => (
          <div key={code}>
            <dt>{t(`counting.${code}`)}</dt>
            <dd>{number(figures[code])}</dd>
            <dd className="rule">{t(`counting_rule.${code}`)}</dd>
          </div>
        ))}
      </dl>
      {figures.persons > 0 ? (
        <div className="figure-groups">
          {figures.groups.map((group) => (
            <Table
              key={group.field}
              label={t(`counting.by_${group.field}`)}
              rows={sorted(texts, group)}
              rowId={(row) => row.name}
              empty={null}
              columns={[
                { id: "name", title: t(`counting.by_${group.field}`), cell: (row) => row.name },
                {
                  id: "persons",
                  title: t("counting.persons"),
                  align: "end",
                  cell: (row) => number(row.persons),
                },
              ]}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

type Group = FiguresData["groups"][number];

function sorted(texts: Texts, { field, counts }: Group): { name: string; persons: number }[] {
  return counts
    .map(({ value, persons }) => ({ name: nameOf(texts, field, value), persons }))
    .sort((a, b) => b.persons - a.persons || texts.compare(a.name, b.name));
}

function nameOf(texts: Texts, field: string, value: string | null): string {
  if (value === null) return texts.t("ui.word.not_stated");
  if (field === "sector") return label(texts, "agency_sector", value);
  if (field === "gender") return label(texts, "gender", value);
  return field === "country" ? texts.countryName(value) : value;
}
