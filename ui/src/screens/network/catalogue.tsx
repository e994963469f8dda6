// The common catalogue: the coordinator saves it for the partners; a partner looks at what would change and accepts it.
import { useState } from "react";
import type { PackPlan } from "../../ipc/bindings";
import { type CoreError, call } from "../../ipc/call";
import { asCoreError, useRead, useRecord, useRecords, useWrite, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { announce, Notice, tell } from "../../widgets/notice";
import { Panel } from "../../widgets/overlay";
import { Table } from "../../widgets/table";
import { attempt, errorText, Refusal } from "../actions";
import { inLanguage, label, type Words } from "../values";

export function SavePack() {
  const texts = useTexts();
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    await attempt(texts, async () =>
      tell(texts.t("ui.network.workbook_saved", { path: await write("export_pack", {}) })),
    );
    setBusy(false);
  }
  return (
    <Button icon="save" busy={busy} onPress={() => void save()}>
      {texts.t("ui.pack.export")}
    </Button>
  );
}

/** Below the form of a logo: its picture, and another one in its place. */
export function LogoPicture({ entry }: { entry: string }) {
  const texts = useTexts();
  const { t } = texts;
  const record = useRecord("pack_entry", entry).data as unknown as Entry | undefined;
  const logo = record?.kind === "logo";
  const picture = useRead("logo_picture", { entry }, { when: logo }).data;
  const choose = useWrite("choose_logo");
  if (!record || !logo) return null;
  return (
    <section className="form-group" aria-labelledby="logo-picture">
      <h3 id="logo-picture">{t("entity.pack_entry.image")}</h3>
      <p className="help">{t("ui.pack.logo_help")}</p>
      {picture ? <Logo picture={picture} title={record.title} /> : <p>{t("ui.pack.no_logo")}</p>}
      <Refusal error={choose.error?.code === "cancelled" ? null : choose.error} />
      <div>
        <Button
          icon="open"
          busy={choose.isPending}
          onPress={() => choose.mutate({ entry }, { onSuccess: () => announce(t("ui.pack.logo_chosen")) })}
        >
          {t("ui.pack.choose_logo")}
        </Button>
      </div>
    </section>
  );
}

function Logo({ picture, title }: { picture: string; title: Words | null }) {
  const { language } = useTexts();
  const alt = inLanguage(title, language);
  return <img className="logo" src={picture} alt={alt?.words ?? ""} lang={alt?.language} />;
}

/** Takes in the file that the coordinator sent. */
function TakePack() {
  const texts = useTexts();
  const { t } = texts;
  const [plan, setPlan] = useState<PackPlan | null>(null);
  const [trust, setTrust] = useState<string | null>(null);
  const [error, setError] = useState<CoreError | null>(null);

  async function look(trusted: string | null) {
    setError(null);
    try {
      setPlan(await call("open_pack", trusted ? { trust: trusted } : {}));
      setTrust(trusted);
    } catch (reason) {
      const refused = asCoreError(reason);
      const agree = { label: t("ui.network.trust"), run: () => void look(refused.detail) };
      if (refused.code === "other_signer") tell(errorText(texts, refused), agree);
      else if (refused.code !== "cancelled") tell(errorText(texts, refused));
    }
  }

  async function accept() {
    if (!plan) return;
    try {
      const args = { path: plan.path, digest: plan.digest };
      await write("accept_pack", trust ? { ...args, trust } : args);
      setPlan(null);
      tell(t("ui.pack.accepted"));
    } catch (reason) {
      setError(asCoreError(reason));
    }
  }

  return (
    <>
      <Button icon="open" onPress={() => void look(null)}>
        {t("ui.pack.open")}
      </Button>
      {plan ? (
        <Panel
          title={t("entity.pack_entry.many")}
          open
          size="wide"
          onClose={() => setPlan(null)}
          closeLabel={t("ui.word.close")}
          actions={
            <Button kind="primary" icon="check" onPress={() => void accept()}>
              {t("ui.pack.accept")}
            </Button>
          }
        >
          <p className="intro">
            {t("ui.pack.from", {
              number: texts.number(plan.number),
              name: plan.name,
              date: texts.date(plan.made_at),
            })}
          </p>
          {plan.first ? (
            <Notice tone="warning">
              <p>{t("ui.pack.first", { key: plan.key })}</p>
            </Notice>
          ) : null}
          <Refusal error={error} />
          <PlanTable plan={plan} />
        </Panel>
      ) : null}
    </>
  );
}

function PlanTable({ plan }: { plan: PackPlan }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <Table
      label={t("ui.pack.change")}
      rows={plan.rows}
      rowId={(row) => `${row.kind}/${row.code}`}
      empty={t("ui.empty.pack_entry")}
      columns={[
        {
          id: "kind",
          title: t("entity.pack_entry.kind"),
          cell: (row) => label(texts, "pack_kind", row.kind),
        },
        {
          id: "code",
          title: t("entity.pack_entry.code"),
          // A factor is known by its label; its code says nothing to an officer.
          cell: (row) => (row.kind === "factor" ? label(texts, "factor", row.code) : row.code),
        },
        {
          id: "title",
          title: t("entity.pack_entry.title"),
          cell: (row) => (
            <>
              {/* The words beside it are its text alternative. */}
              {row.image ? <Logo picture={row.image} title={null} /> : null}
              <Said text={row.title} />
              <Said text={row.words} more />
            </>
          ),
        },
        {
          id: "change",
          title: t("ui.pack.change"),
          cell: (row) =>
            t(`ui.pack.change_${row.change}`) + (row.crosses ? ` – ${t("ui.pack.crosses")}` : ""),
        },
      ]}
    />
  );
}

/** Words in the window's language, else in their original. */
function Said({ text, more = false }: { text: Words | null; more?: boolean }) {
  const words = inLanguage(text, useTexts().language);
  if (!words) return more ? null : "–";
  return (
    <span className={more ? "help explanation" : undefined} lang={words.language}>
      {words.words}
    </span>
  );
}

interface Entry {
  id: string;
  kind: string;
  code: string;
  title: Words | null;
  deprecated: boolean;
}

/** Below a partner's reports: what its file has of the common catalogue, and the next one. */
export function CommonCatalogue({ partnership }: { partnership: string }) {
  const texts = useTexts();
  const { t } = texts;
  const entries = useRecords("pack_entry", partnership) as unknown as Entry[];
  return (
    <section className="earlier" aria-labelledby="common-catalogue">
      <h2 id="common-catalogue">{t("entity.pack_entry.many")}</h2>
      <p className="help">{t("ui.pack.take_in_help")}</p>
      <div className="parts-head">
        <TakePack />
      </div>
      <Table
        label={t("entity.pack_entry.many")}
        rows={entries}
        rowId={(entry) => entry.id}
        empty={t("ui.empty.pack_entry")}
        columns={[
          {
            id: "code",
            title: t("entity.pack_entry.code"),
            cell: (entry) => (entry.kind === "factor" ? label(texts, "factor", entry.code) : entry.code),
          },
          {
            id: "kind",
            title: t("entity.pack_entry.kind"),
            cell: (entry) => label(texts, "pack_kind", entry.kind),
          },
          {
            id: "title",
            title: t("entity.pack_entry.title"),
            cell: (entry) => (entry.title ? inLanguage(entry.title, texts.language)?.words : "–"),
          },
          {
            id: "deprecated",
            title: t("entity.pack_entry.deprecated"),
            cell: (entry) => (entry.deprecated ? t("ui.word.yes") : "–"),
          },
        ]}
      />
    </section>
  );
}
