// The parts of a record, such as an analysis's manifestations: a table, and a panel in which one part is edited.
import { type ReactNode, useEffect, useState } from "react";
import { begin, create, draftKey, drop, type Start, useDraft } from "../ipc/drafts";
import { useRecord, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Table } from "../widgets/table";
import { errorText, remove } from "./actions";
import { columnsOf } from "./columns";
import { PRESETS } from "./layout";
import { RecordForm } from "./record-form";
import { type EntityInfo, useEntity, useNaming, useOrdered } from "./values";

interface PartsProps {
  entity: string;
  parent: string;
  /** Shown below the form of an existing part. */
  more?: (id: string) => ReactNode;
  /** Words above the table. */
  intro?: ReactNode;
  /** Beside the button that adds. */
  beside?: ReactNode;
}

export function Parts({ entity, parent, more, intro, beside }: PartsProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const records = useOrdered(entity, useRecords(entity, parent));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="parts">
      {intro}
      <div className="parts-head">
        <Button icon="plus" onPress={() => setOpen("new")}>
          {texts.t(`ui.add.${entity}`)}
        </Button>
        {beside}
      </div>
      <Table
        label={texts.t(`entity.${entity}.many`)}
        columns={columnsOf(texts, entity, info)}
        rows={records}
        rowId={(record) => record.id}
        onOpen={(record) => setOpen(record.id)}
        empty={texts.t(texts.has(`ui.empty.${entity}`) ? `ui.empty.${entity}` : "ui.empty.list")}
      />
      {open === "new" ? (
        <NewPart entity={entity} parent={parent} onClose={() => setOpen(null)} />
      ) : open !== null ? (
        <PartPanel entity={entity} id={open} onClose={() => setOpen(null)} more={more} />
      ) : null}
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
}

/** The panel that makes a record. What is typed stays when the panel is closed by mistake and opened again. */
export function NewPart({ entity, parent, onClose, onMade, only }: NewPartProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const nameOf = useNaming(entity);
  const key = draftKey(entity, null, parent);
  const draft = useDraft(key);
  const [busy, setBusy] = useState(false);
  const start = startOf(info, parent, only);
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

function startOf(info: EntityInfo | undefined, parent: string | null, only: string[] | undefined): Start {
  const values: Record<string, unknown> = {};
  const needed: string[] = [];
  for (const { name, kind, required, catalogue } of info?.fields ?? []) {
    const preset = PRESETS[catalogue ?? ""];
    if (kind !== "code" || !required) continue;
    if (preset) values[name] = preset;
    else if (!only || only.includes(name)) needed.push(name);
  }
  if (info?.parent && parent) values[info.parent] = parent;
  return { values, needed };
}

interface PartPanelProps {
  entity: string;
  id: string;
  onClose: () => void;
  more?: ((id: string) => ReactNode) | undefined;
}

export function PartPanel({ entity, id, onClose, more }: PartPanelProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const nameOf = useNaming(entity);
  const { data: record } = useRecord(entity, id);
  const key = draftKey(entity, id);
  const draft = useDraft(key);
  if (!record || !info) return null;
  const name = nameOf(record);
  return (
    <Panel
      title={texts.t("ui.parts.title", { entity: texts.t(`entity.${entity}.one`), name })}
      open
      size="wide"
      onClose={() => {
        onClose();
      }}
      closeLabel={texts.t("ui.word.close")}
      actions={
        <>
          <Button
            kind="danger"
            icon="trash"
            onPress={() => {
              drop(key);
              onClose();
              void remove(texts, entity, id, name);
            }}
          >
            {texts.t("ui.delete.delete")}
          </Button>
          <Button
            kind="primary"
            onPress={() => {
              onClose();
            }}
          >
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
      <RecordForm entity={entity} record={record} id={id} level={3} />
      {more?.(id)}
    </Panel>
  );
}
