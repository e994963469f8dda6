// The catalogue of factors, rated for the territory one by one. Deliberately no sum: the factors do not add up.
import { useState } from "react";
import { begin, draftKey, edit } from "../ipc/drafts";
import { type AnyRecord, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { Table, type TableColumn } from "../widgets/table";
import { NewPart, PartPanel, useRemoval, useWanted } from "./parts";
import { useCatalogue, useEntity, Value } from "./values";

interface Row {
  id: string;
  rating: AnyRecord | undefined;
}

export function FactorList({ analysis, prefix }: { analysis: string; prefix: "rf" | "pf" }) {
  const texts = useTexts();
  const info = useEntity("factor_rating");
  const factors = useCatalogue("factor").filter((code) => code.startsWith(prefix));
  const ratings = useRecords("factor_rating", analysis);
  const [open, setOpen] = useState<string | null>(null);
  const { frame, removePart } = useRemoval("factor_rating");
  useWanted("factor_rating", ratings, (id) =>
    setOpen(String(ratings.find((rating) => rating.id === id)?.factor)),
  );
  const field = (name: string) => info?.fields.find((one) => one.name === name);
  const rows: Row[] = factors.map((code) => ({
    id: code,
    rating: ratings.find((rating) => rating.factor === code),
  }));
  const rated = rows.filter(({ rating }) => rating && rating.presence !== "not_assessed").length;
  const chosen = rows.find(({ id }) => id === open);

  /** A rating is begun with its factor, which one does not choose again. */
  function rate(code: string) {
    const key = draftKey("factor_rating", null, analysis);
    begin(key, { values: {}, needed: [] });
    edit("factor_rating", null, analysis, "factor", code);
    setOpen(code);
  }

  const groups = ["i", "s", "c"].map((level) => `${prefix}_${level}`);
  return (
    <div className="parts" ref={frame}>
      <p className="outline-progress">
        {texts.t("ui.analysis.rated", { rated: texts.number(rated), all: texts.number(rows.length) })}
      </p>
      {groups.map((group) => (
        <section key={group} className="section" aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`}>{texts.t(`ui.factor.${group}`)}</h3>
          <Table
            label={texts.t(`ui.factor.${group}`)}
            columns={columns(texts.t, field)}
            rows={rows.filter(({ id }) => id.startsWith(group))}
            rowId={({ id }) => id}
            onOpen={({ id, rating }) => (rating ? setOpen(id) : rate(id))}
            empty=""
          />
        </section>
      ))}
      {chosen && !chosen.rating ? (
        <NewPart entity="factor_rating" parent={analysis} onClose={() => setOpen(null)} />
      ) : null}
      {chosen?.rating ? (
        <PartPanel
          entity="factor_rating"
          id={chosen.rating.id}
          onClose={() => setOpen(null)}
          onDelete={(name) => {
            const id = chosen.rating?.id;
            setOpen(null);
            if (id) void removePart(rows.indexOf(chosen), id, name);
          }}
        />
      ) : null}
    </div>
  );
}

function columns(
  t: (key: string) => string,
  field: (name: string) => Parameters<typeof Value>[0]["info"],
): TableColumn<Row>[] {
  const value = (name: string, minor: boolean): TableColumn<Row> => ({
    id: name,
    title: t(`entity.factor_rating.${name}`),
    minor,
    cell: ({ rating }) => <Value info={field(name)} value={rating?.[name]} />,
  });
  return [
    {
      id: "factor",
      title: t("entity.factor_rating.factor"),
      cell: ({ id }) => t(`catalogue.factor.${id}`),
    },
    value("presence", false),
    value("trend", false),
    value("confidence", true),
    { ...value("evidence", true), align: "end" },
  ];
}
