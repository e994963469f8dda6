// The parts of a record, such as an analysis's manifestations: a table, and a panel in which one part is edited.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { begin, create, draftKey, drop, isBegun, type Start, useDraft } from "../ipc/drafts";
import { useRecord, useRecords } from "../ipc/query";
import { swap, useRoute } from "../router";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Table } from "../widgets/table";
import { errorText, remove } from "./actions";
import { columnsOf } from "./columns";
import { ErasePanel, useErasable } from "./erase";
import { useGone } from "./focus";
import { History } from "./history";
import { layoutOf, PRESETS } from "./layout";
import { RecordForm } from "./record-form";
import { type EntityInfo, useEntity, useNaming, useOrdered } from "./values";

interface PartsProps {
  entity: string;
  /** null: records that belong to none. */
  parent: string | null;
  /** Shown below the form of an existing part. */
  more?: (id: string) => ReactNode;
  /** Words above the table. */
  intro?: ReactNode;
  /** Beside the button that adds. */
  beside?: ReactNode;
  /** Only these fields, where a part has no use for the others. */
  only?: string[] | undefined;
}

export function Parts({ entity, parent, more, intro, beside, only }: PartsProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const records = useOrdered(entity, useRecords(entity, parent));
  const [open, setOpen] = useState<string | null>(null);
  const { frame, removePart } = useRemoval(entity, records);
  useWanted(entity, records, setOpen);

  return (
    <div className="parts" ref={frame}>
      {intro}
      <div className="parts-head">
        <Button icon="plus" onPress={() => setOpen("new")}>
          {texts.t(`ui.add.${entity}`)}
        </Button>
        {beside}
      </div>
      <Unfinished entity={entity} parent={parent} onContinue={() => setOpen("new")} />
      <Table
        label={texts.t(`entity.${entity}.many`)}
        columns={columnsOf(texts, entity, info)}
        rows={records}
        rowId={(record) => record.id}
        onOpen={(record) => setOpen(record.id)}
        empty={texts.t(texts.has(`ui.empty.${entity}`) ? `ui.empty.${entity}` : "ui.empty.list")}
      />
      {open === "new" ? (
        <NewPart
          entity={entity}
          parent={parent}
          onClose={() => setOpen(null)}
          only={only ?? layoutOf(entity).first}
        />
      ) : open !== null ? (
        <PartPanel
          entity={entity}
          id={open}
          onClose={() => setOpen(null)}
          onDelete={(name) => {
            const at = records.findIndex((record) => record.id === open);
            setOpen(null);
            void removePart(at, open, name);
          }}
          more={more}
          only={only}
        />
      ) : null}
    </div>
  );
}

/** Deletes a part of a list; the focus stays in the list. */
export function useRemoval(entity: string, records: { id: string }[]) {
  const texts = useTexts();
  const { frame, gone } = useGone(records);
  async function removePart(at: number, id: string, name: string) {
    if (await remove(texts, entity, id, name)) gone(at, id);
  }
  return { frame, gone, removePart };
}

/** An address may name the part to open; that is done once, and the address is then that of the list. */
export function useWanted(entity: string, records: { id: string }[], open: (id: string) => void) {
  const [place, id, tab, part] = useRoute();
  const wanted = tab === entity && records.some((record) => record.id === part) ? part : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens when the address says so, not when the page does
  useEffect(() => {
    if (!wanted) return;
    open(wanted);
    swap(place, id, tab);
  }, [wanted, place, id, tab]);
}

interface UnfinishedProps {
  entity: string;
  parent: string | null;
  onContinue: () => void;
}

/** Above a list: a new record that was begun and not added. */
export function Unfinished({ entity, parent, onContinue }: UnfinishedProps) {
  const { t } = useTexts();
  const key = draftKey(entity, null, parent);
  const draft = useDraft(key);
  const frame = useRef<HTMLDivElement>(null);
  if (!draft || !isBegun(draft)) return null;
  function forget() {
    // The button that adds stands above, and takes the focus of the one that goes.
    frame.current?.previousElementSibling?.querySelector("button")?.focus();
    drop(key);
  }
  return (
    <div ref={frame}>
      <Notice
        tone="warning"
        actions={
          <>
            <Button onPress={onContinue}>{t("ui.draft.continue")}</Button>
            <Button kind="quiet" icon="trash" onPress={forget}>
              {t("ui.delete.delete")}
            </Button>
          </>
        }
      >
        <p>{t("ui.draft.notice")}</p>
      </Notice>
    </div>
  );
}

interface NewPartProps {
  entity: string;
  parent: string | null;
  onClose: () => void;
  /** Called with the id of the new record. */
  onMade?: (id: string) => void;
  only?: string[] | undefined;
  /** What is given from the start besides the presets. */
  given?: Record<string, unknown>;
}

/** The panel that makes a record. What is typed stays when the panel is closed by mistake and opened again. */
export function NewPart({ entity, parent, onClose, onMade, only, given }: NewPartProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const nameOf = useNaming(entity);
  const key = draftKey(entity, null, parent);
  const draft = useDraft(key);
  const [busy, setBusy] = useState(false);
  const start = startOf(entity, info, parent, only, given);
  useEffect(() => begin(key, start));

  async function make() {
    setBusy(true);
    const record = await create(key, entity, parent, start);
    setBusy(false);
    if (!record) return;
    announce(texts.t("ui.parts.added", { name: nameOf(record) }));
    onClose();
    onMade?.(record.id);
  }

  return (
    <Panel
      title={texts.t(`ui.add.${entity}`)}
      open
      size="wide"
      onClose={onClose}
      closeLabel={texts.t("ui.word.close")}
      actions={
        <>
          <Button
            kind="quiet"
            onPress={() => {
              drop(key);
              onClose();
            }}
          >
            {texts.t("ui.word.cancel")}
          </Button>
          <Button kind="primary" busy={busy} onPress={() => void make()}>
            {texts.t("ui.word.add")}
          </Button>
        </>
      }
    >
      {draft?.error ? (
        <Notice tone="danger" alert>
          <p>{errorText(texts, draft.error)}</p>
        </Notice>
      ) : null}
      <RecordForm entity={entity} record={start.values} id={null} parent={parent} only={only} level={3} />
    </Panel>
  );
}

function startOf(
  entity: string,
  info: EntityInfo | undefined,
  parent: string | null,
  only: string[] | undefined,
  given: Record<string, unknown> = {},
): Start {
  const values: Record<string, unknown> = { ...given };
  const needed: string[] = [];
  const filled = layoutOf(entity).filled ?? [];
  for (const { name, kind, required, catalogue } of info?.fields ?? []) {
    if (!required || kind === "flag" || name === info?.parent || name in given) continue;
    const preset = kind === "code" ? PRESETS[catalogue ?? ""] : undefined;
    if (preset) values[name] = preset;
    else if (!filled.includes(name) && (!only || only.includes(name))) needed.push(name);
  }
  if (info?.parent && parent) values[info.parent] = parent;
  return { values, needed };
}

interface PartPanelProps {
  entity: string;
  id: string;
  onClose: () => void;
  /** Without it the part cannot be deleted here. */
  onDelete?: (name: string) => void;
  more?: ((id: string) => ReactNode) | undefined;
  only?: string[] | undefined;
}

/** The panel in which a part is edited. */
export function PartPanel({ entity, id, onClose, onDelete, more, only }: PartPanelProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const nameOf = useNaming(entity);
  const { data: record } = useRecord(entity, id);
  const key = draftKey(entity, id);
  const draft = useDraft(key);
  const erasable = useErasable(entity);
  const [erasing, setErasing] = useState(false);
  if (!record || !info) return null;
  const name = nameOf(record);
  if (erasing) {
    const gone = () => {
      drop(key);
      onClose();
    };
    return <ErasePanel entity={entity} id={id} onClose={() => setErasing(false)} onErased={gone} />;
  }
  return (
    <Panel
      title={texts.pair(texts.t(`entity.${entity}.one`), name)}
      open
      size="wide"
      onClose={onClose}
      closeLabel={texts.t("ui.word.close")}
      actions={
        <>
          {onDelete ? (
            <Button
              kind="danger"
              icon="trash"
              onPress={() => {
                drop(key);
                onDelete(name);
              }}
            >
              {texts.t("ui.delete.delete")}
            </Button>
          ) : null}
          {onDelete && erasable ? (
            <Button kind="quiet" onPress={() => setErasing(true)}>
              {texts.t("ui.erase.erase")}
            </Button>
          ) : null}
          <Button kind="primary" onPress={onClose}>
            {texts.t("ui.word.done")}
          </Button>
        </>
      }
    >
      {draft?.error ? (
        <Notice tone="danger" alert>
          <p>{errorText(texts, draft.error)}</p>
        </Notice>
      ) : null}
      <RecordForm entity={entity} record={record} id={id} only={only} level={3} />
      {more?.(id)}
      <History entity={entity} id={id} />
    </Panel>
  );
}
