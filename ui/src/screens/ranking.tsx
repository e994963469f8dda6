// The partnership's order of priorities: each moves up or down by a button. The score stands beside it as an aid.
import { type AnyRecord, useRecords, write } from "../ipc/query";
import { useTexts } from "../texts";
import { useOrder } from "./order";
import { nameOf, useEntity, useOrdered } from "./values";

export function Ranking({ analysis }: { analysis: string }) {
  const texts = useTexts();
  const info = useEntity("priority");
  const records = useOrdered("priority", useRecords("priority", analysis));
  const name = (record: AnyRecord) => nameOf(texts, "priority", info, record);
  const { frame, buttons } = useOrder(records, name, (order) =>
    write("rank_priorities", { analysis, order }),
  );
  if (records.length < 2) return null;
  return (
    <section className="section" aria-labelledby="ranking">
      <h3 id="ranking">{texts.t("ui.analysis.ranking")}</h3>
      <p className="intro">{texts.t("ui.analysis.ranking_help")}</p>
      <ol className="ranking" ref={frame}>
        {records.map((record, at) => (
          <li key={record.id}>
            <span className="rank">{texts.number(at + 1)}</span>
            <span className="rank-name">{name(record)}</span>
            <span className="rank-score">
              {texts.t("ui.analysis.score", { score: texts.number(score(record)) })}
            </span>
            {buttons(at)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function score({ severity, extent, influence }: AnyRecord): number {
  return Number(severity) * Number(extent) * Number(influence);
}
