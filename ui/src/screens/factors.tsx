// The catalogue of factors, rated for the territory one by one. Deliberately no sum: the factors do not add up.
import { useState } from "react";
import { begin, draftKey, edit } from "../ipc/drafts";
import { type AnyRecord, useRead, useRecords } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { Table, type TableColumn } from "../widgets/table";
import { NewPart, PartPanel, useRemoval, useWanted } from "./parts";
import { inLanguage, label, useCatalogue, useEntity, Value } from "./values";

interface Row {
  id: string;
  rating: AnyRecord | undefined;
  /** What the coordinator says of the factor. */
  explanation: { words: string; language: string } | null;
}

export function FactorList({ analysis, prefix }: { analysis: string; prefix: "rf" | "pf" }) {
  const texts = useTexts();
  const info = useEntity("factor_rating");
  const factors = useCatalogue("factor").filter((code) => code.startsWith(prefix));
  const ratings = useRecords("factor_rating", analysis);
  const explanations = useExplanations();
  const [open, setOpen] = useState<string | null>(null);
  const { frame, removePart } = useRemoval("factor_rating", ratings);
  useWanted("factor_rating", ratings, (id) =>
    setOpen(String(ratings.find((rating) => rating.id === id)?.factor)),
  );
  const field = (name: string) => info?.fields.find((one) => one.name === name);
  const rows: Row[] = factors.map((code) => ({
    id: code,
    rating: ratings.find((rating) => rating.factor === code),
    explanation: inLanguage(explanations.get(code), texts.language),
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
            columns={columns(texts, field)}
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

/** What the common catalogue says of factors, by their codes. */
function useExplanations(): Map<unknown, unknown> {
  const partnership = useRead("file", {}).data?.partnership;
  const entries = useRecords("pack_entry", partnership, partnership !== undefined);
  return new Map(
    entries
      .filter(({ kind, deprecated }) => kind === "factor" && !deprecated)
      .map(({ code, words }) => [code, words]),
  );
}

function columns(
  texts: Texts,
  field: (name: string) => Parameters<typeof Value>[0]["info"],
): TableColumn<Row>[] {
  const { t } = texts;
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
      cell: ({ id }) => label(texts, "factor", id),
      below: ({ explanation }) =>
        explanation ? (
          <span className="help explanation" lang={explanation.language}>
            {explanation.words}
          </span>
        ) : null,
    },
    value("presence", false),
    value("trend", false),
    value("confidence", true),
    { ...value("evidence", true), align: "end" },
  ];
}
