// Running a meeting: earlier action points first, then item by item against the clock; what is said, decided and agreed
// is recorded without leaving the view.
import { useEffect, useState } from "react";
import type { ActionRow, AgendaRow } from "../../ipc/bindings";
import { type AnyRecord, useRead, useRecord, useRecords, write } from "../../ipc/query";
import type { Texts } from "../../texts";
import { useTexts } from "../../texts";
import { clock, minutesOf, today } from "../../today";
import { Button } from "../../widgets/button";
import { attempt } from "../actions";
import { useGone } from "../focus";
import { inLanguage, label, plain, useEntity, Value } from "../values";
import { ItemFacts } from "./agenda";
import { CAPTURE_KEYS, useCapture } from "./capture";

export function Live({ meeting }: { meeting: string }) {
  const texts = useTexts();
  const { t } = texts;
  const { data: record } = useRecord("meeting", meeting);
  const agenda = useRead("agenda", { meeting }, { keep: true }).data;
  const rows = agenda?.items ?? [];
  const begun = lastBegun(rows);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = rows.find((row) => row.id === (chosen ?? begun?.id));
  const capture = useCapture(meeting, current?.id ?? null);

  function begin(row: AgendaRow) {
    setChosen(row.id);
    void attempt(texts, () => write("begin_item", { item: row.id, time: clock() }));
  }
  const setStatus = (status: string) =>
    void attempt(texts, () => write("change_record", { entity: "meeting", id: meeting, values: { status } }));
  function step(by: 1 | -1) {
    const at = rows.findIndex((row) => row.id === current?.id);
    const next = rows[at === -1 ? 0 : at + by];
    if (next) begin(next);
  }
  useKeys((code) => {
    const what = CAPTURE_KEYS[code];
    if (what) capture.begin(what);
    else if (code === "PageDown") step(1);
    else if (code === "PageUp") step(-1);
    else return false;
    return true;
  }, capture.open);
  if (!record || !agenda) return null;
  const running = isRunning(record);
  const titled = (row: AgendaRow) => `${texts.number(row.number)}. ${plain(texts, undefined, row.title)}`;

  return (
    <div className="live">
      <div className="parts-head">
        {agenda.over ? null : record.status === "in_progress" ? (
          <Button icon="check" onPress={() => setStatus("closed")}>
            {t("ui.live.close_meeting")}
          </Button>
        ) : (
          <Button kind="primary" onPress={() => setStatus("in_progress")}>
            {t("ui.live.start_meeting")}
          </Button>
        )}
        <Pace meeting={record} rows={rows} current={current} />
      </div>
      <p className="help">{t("ui.live.keys")}</p>
      <Review meeting={meeting} />
      <div className="live-columns">
        <ol className="live-items" aria-label={t("ui.meeting.agenda")}>
          {rows.map((row) => (
            <li key={row.id} data-current={row.id === current?.id}>
              <Button
                kind={row.id === current?.id ? "primary" : "quiet"}
                spoken={texts.pair(titled(row), t("ui.live.begin"))}
                onPress={() => begin(row)}
              >
                {titled(row)}
              </Button>
              <span className="live-time">
                {row.began_at ?? row.starts_at ?? ""}
                {row.dealt_with ? " ✓" : ""}
              </span>
            </li>
          ))}
        </ol>
        <section className="live-item" aria-label={t("ui.live.current")}>
          {current ? (
            <>
              <h2>{titled(current)}</h2>
              <p className="agenda-facts">
                <ItemFacts row={current} />
              </p>
              {running ? <Elapsed row={current} /> : null}
              <div className="parts-head">
                <Button icon="plus" onPress={() => capture.begin("note")}>
                  {t("ui.live.note")}
                </Button>
                <Button icon="plus" onPress={() => capture.begin("decision")}>
                  {t("ui.live.decision")}
                </Button>
                <Button icon="plus" onPress={() => capture.begin("action")}>
                  {t("ui.live.action")}
                </Button>
                <Button kind="quiet" icon="right" onPress={() => step(1)}>
                  {t("ui.live.next_item")}
                </Button>
              </div>
              <Recorded meeting={meeting} item={current.id} />
            </>
          ) : (
            <p className="empty">{t("ui.live.no_item")}</p>
          )}
        </section>
      </div>
      {capture.panel}
    </div>
  );
}

/** The item that was begun last: it is the one that the meeting is at. */
function lastBegun(rows: AgendaRow[]): AgendaRow | undefined {
  let last: AgendaRow | undefined;
  for (const row of rows) {
    if (row.began_at !== null && row.began_at >= (last?.began_at ?? "")) last = row;
  }
  return last;
}

/** Whether the meeting is going on: its clock runs on its own day only. */
export function isRunning(meeting: AnyRecord | undefined): boolean {
  return meeting !== undefined && meeting.status === "in_progress" && meeting.date === today();
}

/** Keys with Alt, from anywhere in the view; not while a panel is open. */
function useKeys(act: (code: string) => boolean, paused: boolean) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || paused) return;
      if (act(event.code)) event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}

/** The action points of earlier meetings: each can be said to be done here. */
function Review({ meeting }: { meeting: string }) {
  const texts = useTexts();
  const { t } = texts;
  const open = useRead("actions_to_review", { meeting }, { keep: true }).data ?? NONE;
  const { frame, gone } = useGone<HTMLElement>(open, { openers: "li button", otherwise: "h2" });
  const markDone = (at: number, id: string) =>
    attempt(texts, async () => {
      const values = { status: "done", done_on: today() };
      await write("change_record", { entity: "action_point", id, values });
      gone(at, id);
    });
  return (
    <section className="live-review" aria-labelledby="review-title" ref={frame}>
      <h2 id="review-title" tabIndex={-1}>
        {t("ui.live.review")}
      </h2>
      {open.length === 0 ? <p className="empty">{t("ui.live.review_none")}</p> : null}
      <ul>
        {open.map((row, at) => {
          const name = `${row.number ?? ""} ${plain(texts, undefined, row.text)}`.trim();
          return (
            <li key={row.id}>
              <span>{name}</span>
              <span>{plain(texts, undefined, row.owner_name) || row.owner_function || "–"}</span>
              <span>{row.due ? texts.date(row.due) : "–"}</span>
              <span data-late={row.overdue}>
                {row.overdue ? t("ui.actions.overdue") : label(texts, "action_status", row.status)}
              </span>
              <Button
                icon="check"
                spoken={t("ui.live.mark_done_named", { name })}
                onPress={() => void markDone(at, row.id)}
              >
                {t("ui.live.mark_done")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
const NONE: ActionRow[] = [];

/** What is recorded on an item: its note, its decisions, its action points. */
function Recorded({ meeting, item }: { meeting: string; item: string }) {
  const texts = useTexts();
  const { t } = texts;
  const { data } = useRecord("agenda_item", item);
  const decisions = useRecords("decision", meeting).filter((one) => one.agenda_item === item);
  const actions = useRecords("action_point", meeting).filter((one) => one.agenda_item === item);
  const notes = inLanguage(data?.notes, texts.language);
  const agency = useEntity("action_point")?.fields.find(({ name }) => name === "owner_agency");
  const said = (record: AnyRecord) => `${record.number ?? ""} ${plain(texts, undefined, record.text)}`.trim();
  if (!notes && decisions.length + actions.length === 0) {
    return <p className="empty">{t("ui.live.nothing_captured")}</p>;
  }
  return (
    <section aria-label={t("ui.live.captured")}>
      {notes ? <p className="live-notes">{notes.words}</p> : null}
      <ul className="live-captured">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <strong>{t("entity.decision.one")}</strong> {said(decision)} (
            {label(texts, "decision_result", decision.result)})
          </li>
        ))}
        {actions.map((action) => (
          <li key={action.id}>
            <strong>{t("entity.action_point.one")}</strong> {said(action)} –{" "}
            <Value info={agency} value={action.owner_agency} />
            {action.due ? `, ${texts.date(action.due)}` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Minutes and seconds since an item was begun. */
export function Elapsed({ row }: { row: { id: string; began_at: string | null; minutes: number | null } }) {
  const texts = useTexts();
  const seconds = useSeconds(row.id, row.began_at);
  if (row.began_at === null) return null;
  const time = timeOf(Math.min(seconds, 24 * 3600));
  const allowed = row.minutes === null ? null : row.minutes * 60;
  const late = allowed !== null && seconds > allowed;
  return (
    <p className="elapsed" data-late={late}>
      {allowed === null
        ? texts.t("ui.live.elapsed_open", { time })
        : texts.t("ui.live.elapsed", { time, minutes: texts.number(row.minutes) })}
      {late ? ` – ${texts.t("ui.live.over_time", { time: timeOf(seconds - allowed) })}` : ""}
    </p>
  );
}

function timeOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

/** Seconds since an item was begun: to the second when that was in this window, else by the minute that is stored. */
function useSeconds(item: string, began: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const [seen, setSeen] = useState<{ item: string; at: number } | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (began !== null && began === clock())
      setSeen((one) => (one?.item === item ? one : { item, at: Date.now() }));
  }, [item, began]);
  if (seen?.item === item) return Math.max(0, (now - seen.at) / 1000);
  return began === null ? 0 : Math.max(0, minutesOf(clock()) - minutesOf(began)) * 60;
}

/** How far the meeting is behind its agenda, on its day. */
function Pace({
  meeting,
  rows,
  current,
}: {
  meeting: AnyRecord;
  rows: AgendaRow[];
  current: AgendaRow | undefined;
}) {
  const texts = useTexts();
  useSeconds("", null);
  if (!isRunning(meeting) || !current?.starts_at || !current.began_at || rows.length === 0) return null;
  return <p className="pace">{paceOf(texts, current)}</p>;
}

function paceOf(texts: Texts, current: AgendaRow): string {
  const planned = minutesOf(current.starts_at ?? "") + (current.minutes ?? 0);
  const expected = Math.max(minutesOf(current.began_at ?? "") + (current.minutes ?? 0), minutesOf(clock()));
  const behind = expected - planned;
  return behind > 0 ? texts.t("ui.live.behind", { minutes: texts.number(behind) }) : texts.t("ui.live.ahead");
}
