// The agenda of a meeting: items in their order with their times, and those that wait for a meeting.
import { useState } from "react";
import type { AgendaRow } from "../../ipc/bindings";
import { type AnyRecord, useRead, useRecords, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { Icon } from "../../widgets/icon";
import { announce, Notice } from "../../widgets/notice";
import { MenuButton } from "../../widgets/overlay";
import { attempt, Refusal, tellDone } from "../actions";
import { focusSoon } from "../focus";
import { layoutOf } from "../layout";
import { useOrder } from "../order";
import { NewPart, PartPanel, Unfinished, useRemoval } from "../parts";
import { inLanguage, label, plain } from "../values";

const NONE: AgendaRow[] = [];

export function Agenda({ meeting }: { meeting: string }) {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead("agenda", { meeting }, { keep: true });
  const [open, setOpen] = useState<string | null>(null);
  const agenda = read.data;
  const { frame, gone, removePart } = useRemoval("agenda_item", agenda?.items ?? NONE);
  if (!agenda) return <Refusal error={read.error} />;
  const over = agenda.available === null ? 0 : agenda.minutes - agenda.available;

  const fill = () =>
    attempt(texts, async () => {
      const added = await write("add_standing_items", { meeting });
      announce(texts.count("ui.meeting.standing_added", Number(added)));
    });

  return (
    <div className="parts" ref={frame}>
      <div className="parts-head">
        <Button icon="plus" onPress={() => setOpen("new")}>
          {t("ui.add.agenda_item")}
        </Button>
        <Button kind="quiet" icon="check" onPress={() => void fill()}>
          {t("ui.meeting.standing")}
        </Button>
        <Waiting
          meeting={meeting}
          onEmpty={() => focusSoon(() => frame.current?.querySelector<HTMLElement>(".parts-head button"))}
        />
      </div>
      <Unfinished entity="agenda_item" parent={meeting} onContinue={() => setOpen("new")} />
      {agenda.items.length === 0 ? <p className="empty">{t("ui.empty.agenda_item")}</p> : null}
      <Items meeting={meeting} rows={agenda.items} onOpen={setOpen} onGone={gone} />
      {agenda.items.length > 0 ? (
        <p className="agenda-sum">
          {agenda.available === null
            ? t("ui.meeting.total", { minutes: texts.number(agenda.minutes) })
            : t("ui.meeting.total_of", {
                minutes: texts.number(agenda.minutes),
                available: texts.number(agenda.available),
              })}
        </p>
      ) : null}
      {over > 0 ? (
        <Notice tone="warning">
          <p>{texts.count("report.agenda_over", over)}</p>
        </Notice>
      ) : null}
      <ItemPanel
        open={open}
        meeting={meeting}
        onClose={() => setOpen(null)}
        onDelete={(id, name) => {
          const at = agenda.items.findIndex((item) => item.id === id);
          void removePart(at, id, name);
        }}
      />
    </div>
  );
}

interface ItemsProps {
  meeting: string;
  rows: AgendaRow[];
  onOpen: (id: string) => void;
  /** Called with the place and the id of an item that has left the agenda. */
  onGone: (at: number, id: string) => void;
}

function Items({ meeting, rows, onOpen, onGone }: ItemsProps) {
  const texts = useTexts();
  const { t } = texts;
  const nameOf = (row: AgendaRow) => plain(texts, undefined, row.title);
  const { frame, buttons } = useOrder(rows, nameOf, (order) => write("order_agenda", { meeting, order }));

  const putOff = (at: number, row: AgendaRow) =>
    attempt(texts, async () => {
      const waits = await write("put_off", { item: row.id });
      await tellDone(texts, t("ui.meeting.put_off_done", { name: nameOf(row) }));
      // What was dealt with stays, and another item waits for a later meeting.
      if (waits.id === row.id) onGone(at, row.id);
    });

  return (
    <ol className="agenda" ref={frame}>
      {rows.map((row, at) => {
        const name = nameOf(row);
        return (
          <li key={row.id} data-confidential={row.confidential}>
            <span className="agenda-time">{row.starts_at ?? ""}</span>
            <div className="agenda-words">
              <Button kind="quiet" onPress={() => onOpen(row.id)}>
                {`${texts.number(row.number)}. ${name}`}
              </Button>
              <p className="agenda-facts">
                <ItemFacts row={row} />
              </p>
            </div>
            <span className="agenda-minutes">
              {row.minutes === null ? "–" : t("ui.meeting.minutes", { minutes: texts.number(row.minutes) })}
            </span>
            {buttons(at)}
            {row.standing ? (
              <span />
            ) : (
              <Button
                kind="quiet"
                spoken={t("ui.meeting.put_off_named", { name })}
                onPress={() => void putOff(at, row)}
              >
                {t("ui.meeting.put_off")}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What an item is, besides its title: kind, presenter, marks. */
export function ItemFacts({ row }: { row: AgendaRow }) {
  const texts = useTexts();
  const { t } = texts;
  const agency = inLanguage(row.presenter_agency, texts.language)?.words;
  const presenter = [agency, row.presenter_function].filter(Boolean).join(", ");
  return (
    <>
      <span>{label(texts, "agenda_item_kind", row.kind)}</span>
      {presenter ? <span>{presenter}</span> : null}
      {row.confidential ? (
        <span className="agenda-mark">
          <Icon name="lock" />
          {t("entity.agenda_item.confidential")}
        </span>
      ) : null}
      {row.carried_from ? <span className="agenda-mark">{t("ui.meeting.carried_from")}</span> : null}
      {row.carried_on ? <span className="agenda-mark">{t("ui.meeting.carried_on")}</span> : null}
    </>
  );
}

interface WaitingProps {
  meeting: string;
  /** Called when nothing waits any more, and the menu is gone. */
  onEmpty: () => void;
}

/** Puts an item that waits on this agenda. */
function Waiting({ meeting, onEmpty }: WaitingProps) {
  const texts = useTexts();
  const { t } = texts;
  const waiting = useBacklog();
  if (waiting.length === 0) return null;
  async function schedule(item: string) {
    const record = waiting.find(({ id }) => id === item);
    const name = plain(texts, undefined, record?.title);
    const done = await attempt(texts, async () => {
      await write("schedule_item", { item, meeting });
      announce(t("ui.meeting.scheduled", { name }));
    });
    if (done && waiting.length === 1) onEmpty();
  }
  return (
    <MenuButton
      label={t("ui.meeting.backlog")}
      entries={waiting.map((record) => ({
        id: record.id,
        label: plain(texts, undefined, record.title),
        hint: t("ui.meeting.schedule"),
      }))}
      onChoose={(item) => void schedule(item)}
    />
  );
}

function useBacklog(): AnyRecord[] {
  return (useRead("backlog", {}).data as AnyRecord[] | undefined) ?? NOTHING;
}
const NOTHING: AnyRecord[] = [];

/** The items that wait for a meeting, with the meetings that are still to come. */
export function Backlog() {
  const texts = useTexts();
  const { t } = texts;
  const waiting = useBacklog();
  const coming = useRecords("meeting").filter(({ status }) => status === "draft" || status === "open");
  const [open, setOpen] = useState<string | null>(null);
  const { frame, gone, removePart } = useRemoval("agenda_item", waiting);
  const schedule = (at: number, item: string, name: string, meeting: string) =>
    attempt(texts, async () => {
      await write("schedule_item", { item, meeting });
      announce(t("ui.meeting.scheduled", { name }));
      gone(at, item);
    });
  return (
    <div className="parts" ref={frame}>
      <p className="intro">{t("ui.meeting.backlog_help")}</p>
      <div className="parts-head">
        <Button icon="plus" onPress={() => setOpen("new")}>
          {t("ui.add.agenda_item")}
        </Button>
      </div>
      <Unfinished entity="agenda_item" parent={null} onContinue={() => setOpen("new")} />
      {waiting.length === 0 ? <p className="empty">{t("ui.meeting.backlog_empty")}</p> : null}
      <ul className="agenda">
        {waiting.map(({ id, title }, at) => {
          const name = plain(texts, undefined, title) || t("ui.word.unnamed");
          return (
            <li key={id}>
              <div className="agenda-words">
                <Button kind="quiet" onPress={() => setOpen(id)}>
                  {name}
                </Button>
              </div>
              {coming.length > 0 ? (
                <MenuButton
                  label={t("ui.meeting.schedule")}
                  spoken={texts.pair(t("ui.meeting.schedule"), name)}
                  entries={coming.map((meeting) => ({
                    id: meeting.id,
                    label: plain(texts, undefined, meeting.title),
                    hint: texts.date(meeting.date),
                  }))}
                  onChoose={(meeting) => void schedule(at, id, name, meeting)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      <ItemPanel
        open={open}
        onClose={() => setOpen(null)}
        onDelete={(id, name) => {
          const at = waiting.findIndex((record) => record.id === id);
          void removePart(at, id, name);
        }}
      />
    </div>
  );
}

interface ItemPanelProps {
  /** Id of the item, or "new"; nothing is open without. */
  open: string | null;
  /** The meeting on whose agenda a new one is put. */
  meeting?: string;
  onClose: () => void;
  onDelete: (id: string, name: string) => void;
}

/** The panel in which an item is made or edited, whether it has a meeting or waits for one. */
function ItemPanel({ open, meeting, onClose, onDelete }: ItemPanelProps) {
  if (open === null) return null;
  if (open === "new")
    return (
      <NewPart
        entity="agenda_item"
        parent={meeting ?? null}
        only={layoutOf("agenda_item").first}
        given={meeting === undefined ? {} : { meeting }}
        onClose={onClose}
      />
    );
  return (
    <PartPanel
      entity="agenda_item"
      id={open}
      onClose={onClose}
      onDelete={(name) => {
        onClose();
        onDelete(open, name);
      }}
    />
  );
}
