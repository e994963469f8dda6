// The overview: the thread from priority to training to pilot initiative, both ways, and progress against targets.
import { useState } from "react";
import type { Result } from "../ipc/call";
import { useRead } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor } from "../widgets/button";
import { TargetMeter } from "../widgets/progress";
import { Refusal } from "./actions";
import { Page } from "./page";
import { CodeMark, inLanguage, label } from "./values";
import { Waiting } from "./waiting";
import { Year } from "./year";

type Overview = Result<"overview">;
type Knot = Overview["priorities"][number];
type Column = "priorities" | "trainings" | "pilots";

const COLUMNS: { id: Column; entity: string; page: string; tab?: string; catalogue: string }[] = [
  {
    id: "priorities",
    entity: "priority",
    page: "situation_analysis",
    tab: "priority",
    catalogue: "priority_status",
  },
  { id: "trainings", entity: "training_session", page: "training_session", catalogue: "session_status" },
  { id: "pilots", entity: "pilot_initiative", page: "pilot_initiative", catalogue: "pilot_stage" },
];

export function OverviewScreen() {
  const texts = useTexts();
  const read = useRead("overview", {});
  const data = read.data;
  return (
    <Page title={texts.t("ui.nav.overview")} place="overview">
      <Refusal error={read.error} />
      {data ? (
        <>
          <Waiting />
          <Thread data={data} />
          <Year />
          <Targets targets={data.targets} />
        </>
      ) : null}
    </Page>
  );
}

function Thread({ data }: { data: Overview }) {
  const texts = useTexts();
  const { t } = texts;
  const [lit, setLit] = useState<string | null>(null);
  const all = [...data.priorities, ...data.trainings, ...data.pilots];
  const shown = lit ? kin(all, lit) : null;
  return (
    <section className="thread" aria-labelledby="thread-title">
      <h2 id="thread-title">{t("ui.overview.thread")}</h2>
      <p className="intro">{t("ui.overview.thread_help")}</p>
      <div className="thread-columns">
        {COLUMNS.map((column) => (
          <section key={column.id} aria-labelledby={`thread-${column.id}`} className="thread-column">
            <h3 id={`thread-${column.id}`}>{t(`entity.${column.entity}.many`)}</h3>
            {data[column.id].length === 0 ? (
              <p className="empty">
                {t(`ui.overview.no_${column.id}`)}{" "}
                <Anchor href={link(column.page)}>{t(`ui.nav.${column.page}`)}</Anchor>
              </p>
            ) : (
              <ul>
                {data[column.id].map((knot) => (
                  <li
                    key={knot.id}
                    className="knot"
                    data-faded={shown !== null && !shown.has(knot.id)}
                    onMouseEnter={() => setLit(knot.id)}
                    onMouseLeave={() => setLit(null)}
                    onFocus={() => setLit(knot.id)}
                    onBlur={() => setLit(null)}
                  >
                    <a href={link(column.page, knot.page, column.tab)}>
                      <Title knot={knot} />
                    </a>
                    <p className="knot-facts">
                      {knot.date ? <span>{texts.date(knot.date)}</span> : null}
                      <span>{label(texts, column.catalogue, knot.status)}</span>
                      {knot.rag ? <CodeMark catalogue="rag" code={knot.rag} /> : null}
                    </p>
                    <Links knot={knot} column={column.id} data={data} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

/** The same on a record's own page: what it leads to and comes from. */
export function ThreadOf({ column, id }: { column: Column; id: string }) {
  const texts = useTexts();
  const data = useRead("overview", {}, { keep: true }).data;
  const knot = data?.[column].find((one) => one.id === id);
  if (!data || !knot) return null;
  return (
    <section className="form-group" aria-label={texts.t("ui.overview.thread")}>
      <p className="group-title">{texts.t("ui.overview.thread")}</p>
      <Links knot={knot} column={column} data={data} />
    </section>
  );
}

/** What a record leads to and comes from, in words, so that the thread needs no drawing. */
function Links({ knot, column, data }: { knot: Knot; column: Column; data: Overview }) {
  const texts = useTexts();
  const others = COLUMNS.filter(({ id }) => id !== column);
  return (
    <ul className="knot-links">
      {others.map((other) => {
        const linked = data[other.id].filter((one) => knot[other.id].includes(one.id));
        return (
          <li key={other.id} data-none={linked.length === 0}>
            <span className="knot-kind">
              {linked.length === 0
                ? texts.t(`ui.overview.none_${other.id}`)
                : texts.count(`ui.overview.linked_${other.id}`, linked.length)}
            </span>
            {linked.map((one) => (
              <a key={one.id} href={link(other.page, one.page, other.tab)}>
                <Title knot={one} />
              </a>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Title({ knot }: { knot: Knot }) {
  const texts = useTexts();
  const said = inLanguage(knot.title, texts.language);
  if (!said) return texts.t("ui.word.unnamed");
  return said.language === texts.language ? said.words : <span lang={said.language}>{said.words}</span>;
}

/** A record and all that it is linked with. */
function kin(all: Knot[], id: string): Set<string> {
  const knot = all.find((one) => one.id === id);
  return new Set([id, ...(knot ? [...knot.priorities, ...knot.trainings, ...knot.pilots] : [])]);
}

function Targets({ targets }: { targets: Overview["targets"] }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <section className="targets" aria-labelledby="targets-title">
      <h2 id="targets-title">{t("ui.overview.targets")}</h2>
      <p className="intro">{t("ui.overview.targets_help")}</p>
      <ul className="target-list">
        {targets.map((target) => (
          <li key={target.code}>
            <TargetMeter
              label={t(`target.${target.code}`)}
              text={t("ui.overview.of_project", {
                reached: texts.number(target.reached),
                project: texts.number(target.project),
              })}
              share={target.project > 0 ? target.reached / target.project : 0}
            />
            <p className="help">{t(`target_rule.${target.code}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
