// What is waiting for the partnership: overdue, due soon, not reviewed, not reported; each leads to where it is dealt
// with.
import { useState } from "react";
import type { Waiting as Row } from "../ipc/bindings";
import { useRead, write } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { today } from "../today";
import { Button } from "../widgets/button";
import { Icon, type IconName } from "../widgets/icon";
import { tell } from "../widgets/notice";
import { attempt, Refusal } from "./actions";
import { inLanguage } from "./values";

const GROUPS: { id: Row["group"]; icon: IconName }[] = [
  { id: "overdue", icon: "warning" },
  { id: "soon", icon: "calendar" },
  { id: "unreviewed", icon: "search" },
  { id: "unreported", icon: "report" },
  { id: "double_number", icon: "warning" },
];

/** So many of a group are shown at once. */
const FEW = 5;

export function Waiting() {
  const { t } = useTexts();
  const read = useRead("waiting", { today: today() });
  const rows = read.data;
  return (
    <section className="waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t("ui.waiting.title")}</h2>
      <Refusal error={read.error} />
      {rows?.length === 0 ? <p className="empty">{t("ui.waiting.none")}</p> : null}
      <div className="waiting-groups">
        {GROUPS.map(({ id, icon }) => {
          const own = (rows ?? []).filter((row) => row.group === id);
          return own.length > 0 ? <Group key={id} group={id} icon={icon} rows={own} /> : null;
        })}
      </div>
    </section>
  );
}

/** Gives a record a number of its own, where two computers gave one number twice. */
function Renumber({ row, record }: { row: Row; record: NonNullable<Row["renumber"]> }) {
  const texts = useTexts();
  const { t } = texts;
  const renumber = () =>
    attempt(texts, async () => {
      const { number } = await write("renumber", { entity: record.entity, id: record.id });
      tell(t("ui.waiting.renumbered", { number: String(number) }));
    });
  const name = [row.number, inLanguage(row.title, texts.language)?.words].filter(Boolean).join(" · ");
  return (
    <Button kind="quiet" spoken={texts.pair(t("ui.waiting.renumber"), name)} onPress={() => void renumber()}>
      {t("ui.waiting.renumber")}
    </Button>
  );
}

function Group({ group, icon, rows }: { group: Row["group"]; icon: IconName; rows: Row[] }) {
  const texts = useTexts();
  const { t } = texts;
  const [all, setAll] = useState(false);
  return (
    <section className="waiting-group" data-group={group} aria-labelledby={`waiting-${group}`}>
      <h3 id={`waiting-${group}`}>
        <Icon name={icon} />
        {t(`waiting.${group}`)} <span className="waiting-count">{texts.number(rows.length)}</span>
      </h3>
      <ul>
        {rows.slice(0, all ? rows.length : FEW).map((row) => (
          <li
            key={`${row.kind}/${row.renumber?.id}/${row.place.id}/${row.number}/${row.period?.source}/${row.date}/${inLanguage(row.title, "")?.words}`}
          >
            <a href={link(row.place.entity, row.place.id, row.place.tab)}>
              {[
                row.number,
                inLanguage(row.title, texts.language)?.words,
                inLanguage(row.period, texts.language)?.words,
              ]
                .filter(Boolean)
                .join(" · ")}
            </a>
            <span className="knot-facts">
              <span>{t(`waiting.kind.${row.kind}`)}</span>
              {row.date ? <span>{texts.date(row.date)}</span> : null}
            </span>
            {row.renumber ? <Renumber row={row} record={row.renumber} /> : null}
          </li>
        ))}
      </ul>
      {rows.length > FEW && !all ? (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {t("ui.waiting.more", { count: texts.number(rows.length) })}
        </Button>
      ) : null}
    </section>
  );
}
