// The partnership's order of priorities: each moves up or down by a button. The score stands beside it as an aid.
import { useRef } from "react";
import { type AnyRecord, useRecords, write } from "../ipc/query";
import { useTexts } from "../texts";
import { IconButton } from "../widgets/button";
import { announce } from "../widgets/notice";
import { nameOf, useEntity, useOrdered } from "./values";

export function Ranking({ analysis }: { analysis: string }) {
  const texts = useTexts();
  const info = useEntity("priority");
  const records = useOrdered("priority", useRecords("priority", analysis));
  const list = useRef<HTMLOListElement>(null);
  if (records.length < 2) return null;
  const name = (record: AnyRecord) => nameOf(texts, "priority", info, record);

  async function move(at: number, by: -1 | 1) {
    const order = records.map(({ id }) => id);
    const [moved] = order.splice(at, 1);
    if (moved === undefined) return;
    order.splice(at + by, 0, moved);
    await write("rank_priorities", { analysis, order });
    const record = records[at];
    if (record) announce(`${texts.number(at + by + 1)}: ${name(record)}`);
    // The focus goes along; at an end the other button takes it.
    requestAnimationFrame(() => {
      const buttons = [...(list.current?.children[at + by]?.querySelectorAll("button") ?? [])];
      const wanted = buttons[by === -1 ? 0 : 1];
      (wanted?.disabled ? buttons.find((button) => !button.disabled) : wanted)?.focus();
    });
  }

  return (
    <section className="section" aria-labelledby="ranking">
      <h3 id="ranking">{texts.t("ui.analysis.ranking")}</h3>
      <p className="intro">{texts.t("ui.analysis.ranking_help")}</p>
      <ol className="ranking" ref={list}>
        {records.map((record, at) => (
          <li key={record.id}>
            <span className="rank">{texts.number(at + 1)}</span>
            <span className="rank-name">{name(record)}</span>
            <span className="rank-score">
              {texts.t("ui.analysis.score", { score: texts.number(score(record)) })}
            </span>
            <IconButton
              icon="up"
              label={texts.t("ui.analysis.move_up", { name: name(record) })}
              disabled={at === 0}
              onPress={() => void move(at, -1)}
            />
            <IconButton
              icon="chevron"
              label={texts.t("ui.analysis.move_down", { name: name(record) })}
              disabled={at === records.length - 1}
              onPress={() => void move(at, 1)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function score({ severity, extent, influence }: AnyRecord): number {
  return Number(severity) * Number(extent) * Number(influence);
}
