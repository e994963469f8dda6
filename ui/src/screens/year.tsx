// The partnership's year at a glance: a column a month, a row a kind of date. A table, so that it can be read aloud.
import { useMemo, useState } from "react";
import type { YearEntry } from "../ipc/bindings";
import { useRead } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { today } from "../today";
import { IconButton } from "../widgets/button";
import { inLanguage } from "./values";

const ROWS = ["meeting", "training_session", "pilot_initiative", "deadline"];
const MONTHS = Array.from({ length: 12 }, (_, month) => month);

export function Year() {
  const texts = useTexts();
  const { t } = texts;
  const now = today();
  const [year, setYear] = useState(Number(now.slice(0, 4)));
  const entries = useRead("year", { year }, { keep: true }).data ?? [];
  const names = useMemo(() => {
    const format = new Intl.DateTimeFormat(texts.language, { month: "short", timeZone: "UTC" });
    return MONTHS.map((month) => format.format(new Date(Date.UTC(2001, month, 1))));
  }, [texts.language]);
  return (
    <div className="year">
      <div className="year-head">
        <h2 id="year-title">{t("ui.year.title")}</h2>
        <IconButton icon="left" label={t("ui.year.previous")} onPress={() => setYear(year - 1)} />
        <strong aria-live="polite">{String(year)}</strong>
        <IconButton icon="right" label={t("ui.year.next")} onPress={() => setYear(year + 1)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable from the keyboard */}
      <section className="year-frame" tabIndex={0} aria-labelledby="year-title">
        <table className="year-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t("ui.year.month")}</span>
              </th>
              {names.map((name, month) => (
                <th key={name} scope="col" data-now={now.startsWith(monthOf(year, month))}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{t(`ui.year.row.${row}`)}</th>
                {MONTHS.map((month) => (
                  <td key={month}>
                    <Cell
                      entries={entries.filter((entry) => entry.row === row)}
                      month={monthOf(year, month)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function monthOf(year: number, month: number): string {
  return `${year}-${String(month + 1).padStart(2, "0")}`;
}

/** What falls into a month: the day it begins on, or a bar while it goes on. */
function Cell({ entries, month }: { entries: YearEntry[]; month: string }) {
  const texts = useTexts();
  const here = entries.filter(({ from, to }) => from.slice(0, 7) <= month && to.slice(0, 7) >= month);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((entry) => {
        const title = inLanguage(entry.title, texts.language)?.words ?? "";
        const begins = entry.from.startsWith(month);
        const said = `${texts.t(`waiting.kind.${entry.kind}`)}: ${title}, ${texts.period(entry.from, entry.to)}`;
        return (
          <li key={`${entry.kind}/${entry.place.id}/${entry.from}/${title}`} data-row={entry.row}>
            <a
              href={link(entry.place.entity, entry.place.id, entry.place.tab)}
              title={said}
              aria-label={said}
              data-on={!begins}
            >
              {begins ? String(Number(entry.from.slice(8))) : "–"}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
