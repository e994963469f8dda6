// A log: the list of one kind of record, and the page of one record with its parts as tabs.
import { type ReactNode, useState } from "react";
import { draftKey, drop, useDraft } from "../ipc/drafts";
import { type AnyRecord, useRead, useRecord, useRecords } from "../ipc/query";
import { go, link, swap } from "../router";
import { useTexts } from "../texts";
import { Anchor, Button } from "../widgets/button";
import { WordsField } from "../widgets/field";
import { Notice } from "../widgets/notice";
import { MenuButton } from "../widgets/overlay";
import { Table } from "../widgets/table";
import { type TabPart, Parts as Tabs } from "../widgets/tabs";
import { errorText, Refusal, remove } from "./actions";
import { columnsOf } from "./columns";
import { ErasePanel, useErasable } from "./erase";
import { History } from "./history";
import { layoutOf } from "./layout";
import { Page } from "./page";
import { NewPart, Unfinished } from "./parts";
import { RecordForm } from "./record-form";
import { nameOf, useEntity } from "./values";

interface LogListProps {
  entity: string;
  /** The date field by which the newest comes first. */
  newest?: string;
  intro?: ReactNode;
  /** Between the introduction and the list. */
  above?: ReactNode;
  /** Beside the button that adds. */
  beside?: ReactNode;
  below?: ReactNode;
  /** Records that stand in a list of their own below the others. */
  apart?: { title: string; belongs: (record: AnyRecord) => boolean };
  /** Fields by which a long list is searched, besides what names a record. */
  search?: string[];
}

/** The records of one kind; a row leads to the record's page. */
export function LogList(props: LogListProps) {
  const { entity, intro, above, below } = props;
  const texts = useTexts();
  return (
    <Page
      title={texts.t(`entity.${entity}.many`)}
      place={entity}
      intro={intro ?? texts.t(`ui.intro.${entity}`)}
    >
      {above}
      <LogTable {...props} />
      {below}
    </Page>
  );
}

/** Lists longer than this can be searched. */
const LONG = 12;

function LogTable({ entity, newest, beside, apart, search }: LogListProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const records = useRecords(entity);
  const [making, setMaking] = useState(false);
  const [wanted, setWanted] = useState("");
  const words = (record: AnyRecord) =>
    [nameOf(texts, entity, info, record), ...(search ?? []).map((field) => record[field])].join(" ");
  const found = records.filter((record) => contains(words(record), wanted));
  const sorted = [...found].sort((a, b) =>
    newest
      ? String(b[newest] ?? "").localeCompare(String(a[newest] ?? ""))
      : texts.compare(nameOf(texts, entity, info, a), nameOf(texts, entity, info, b)),
  );
  return (
    <>
      <div className="parts-head">
        <Button kind="primary" icon="plus" onPress={() => setMaking(true)}>
          {texts.t(`ui.add.${entity}`)}
        </Button>
        {beside}
      </div>
      <Unfinished entity={entity} parent={null} onContinue={() => setMaking(true)} />
      {search && records.length > LONG ? (
        <WordsField label={texts.t("ui.people.search")} name="search" value={wanted} onChange={setWanted} />
      ) : null}
      <Table
        label={texts.t(`entity.${entity}.many`)}
        columns={columnsOf(texts, entity, info)}
        rows={sorted.filter((record) => !apart?.belongs(record))}
        rowId={(record) => record.id}
        rowLink={(record) => link(entity, record.id)}
        empty={texts.t(`ui.empty.${entity}`)}
      />
      {apart && sorted.some(apart.belongs) ? (
        <section className="form-group" aria-label={apart.title}>
          <h2 className="group-title">{apart.title}</h2>
          <Table
            label={apart.title}
            columns={columnsOf(texts, entity, info)}
            rows={sorted.filter(apart.belongs)}
            rowId={(record) => record.id}
            rowLink={(record) => link(entity, record.id)}
            empty={null}
          />
        </section>
      ) : null}
      {making ? (
        <NewPart
          entity={entity}
          parent={null}
          only={layoutOf(entity).first}
          onClose={() => setMaking(false)}
          onMade={(id) => go(entity, id)}
        />
      ) : null}
    </>
  );
}

/** Whether the words contain what is looked for, accents and case aside. */
function contains(words: string, wanted: string): boolean {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain(words).includes(plain(wanted.trim()));
}

interface RecordPageProps {
  entity: string;
  id: string;
  /** The tab in the address. */
  tab: string | undefined;
  /** The parts after the record's own form. */
  parts?: (record: AnyRecord) => TabPart[];
  /** Beside the heading. */
  mark?: (record: AnyRecord) => ReactNode;
  /** Between the heading and the parts. */
  above?: (record: AnyRecord) => ReactNode;
  /** Before and after the record's own form. */
  before?: (record: AnyRecord) => ReactNode;
  after?: (record: AnyRecord) => ReactNode;
  /** The parts are all there is, below one another: an outline, in which the record's own form is spread. */
  outline?: boolean;
}

export function RecordPage(props: RecordPageProps) {
  const { entity, id, tab, parts, mark, above, before, after, outline } = props;
  const texts = useTexts();
  const info = useEntity(entity);
  const { data: record, error } = useRecord(entity, id);
  const erasable = useErasable(entity);
  const [erasing, setErasing] = useState(false);
  const back = (
    <p className="back">
      <Anchor href={link(entity)} icon="left">
        {texts.t(`entity.${entity}.many`)}
      </Anchor>
    </p>
  );
  if (error) {
    return (
      <Page title={texts.t(`entity.${entity}.one`)} place={`${entity}/${id}`} back={back}>
        <Refusal error={error} />
      </Page>
    );
  }
  if (!record || !info) return null;
  const name = nameOf(texts, entity, info, record);
  const all: TabPart[] = [
    {
      id: "details",
      title: texts.t("ui.tab.details"),
      content: () => (
        <>
          {before?.(record)}
          <OwnFields entity={entity} record={record} />
          {after?.(record)}
          <History entity={entity} id={record.id} />
        </>
      ),
    },
    ...(parts?.(record) ?? []),
  ].slice(outline ? 1 : 0);
  return (
    <Page
      title={name}
      place={`${entity}/${id}`}
      back={back}
      beside={
        <>
          {mark?.(record)}
          <ReportLink entity={entity} id={id} />
          <MenuButton
            label={texts.t("ui.word.more")}
            kind="plain"
            entries={[
              {
                id: "delete",
                label: texts.t("ui.delete.delete"),
              },
              ...(erasable ? [{ id: "erase", label: texts.t("ui.erase.erase") }] : []),
            ]}
            onChoose={(choice) => {
              if (choice === "erase") return setErasing(true);
              drop(draftKey(entity, id));
              go(entity);
              void remove(texts, entity, id, name);
            }}
          />
        </>
      }
    >
      {erasing ? (
        <ErasePanel
          entity={entity}
          id={id}
          onClose={() => setErasing(false)}
          onErased={() => {
            drop(draftKey(entity, id));
            go(entity);
          }}
        />
      ) : null}
      {above?.(record)}
      {all.length === 1 ? (
        all[0]?.content()
      ) : (
        <Tabs
          label={name}
          parts={all}
          vertical={outline ?? false}
          chosen={all.find((one) => one.id === tab)?.id ?? all[0]?.id ?? ""}
          onChoose={(next) => swap(entity, id, next)}
        />
      )}
    </Page>
  );
}

/** The record's own form, or some fields of it, with what was refused as a whole. */
export function OwnFields({ entity, record, only }: { entity: string; record: AnyRecord; only?: string[] }) {
  const texts = useTexts();
  const draft = useDraft(draftKey(entity, record.id));
  return (
    <>
      {draft?.error ? (
        <Notice tone="danger" alert>
          <p>{errorText(texts, draft.error)}</p>
        </Notice>
      ) : null}
      <RecordForm entity={entity} record={record} id={record.id} only={only} level={2} />
    </>
  );
}

/** To the report about this record, if there is a kind of report for it. Other kinds are chosen there. */
function ReportLink({ entity, id }: { entity: string; id: string }) {
  const texts = useTexts();
  const kinds = useRead("list_reports", {}).data;
  const kind = kinds?.find((one) => one.subject === entity);
  if (!kind) return null;
  return (
    <Anchor kind="plain" icon="report" href={link("reports", kind.kind, id)}>
      {texts.t("ui.report.make")}
    </Anchor>
  );
}
