// The program: its version, whose it is, and what others made of it, with the words of their licences.
import { useState } from "react";
import type { Work } from "../ipc/bindings";
import { useRead } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor } from "../widgets/button";
import { WordsField } from "../widgets/field";
import { Panel } from "../widgets/overlay";
import { Table, type TableColumn } from "../widgets/table";
import { Refusal } from "./actions";
import { Page } from "./page";

export function AboutScreen() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead("about", {});
  const [wanted, setWanted] = useState("");
  const [open, setOpen] = useState<Work | null>(null);
  const words = wanted.trim().toLowerCase();
  const works = (read.data?.works ?? []).filter(({ name, licence }) =>
    `${name} ${licence}`.toLowerCase().includes(words),
  );
  const columns: TableColumn<Work>[] = [
    { id: "name", title: t("ui.about.name"), cell: ({ name }) => name },
    { id: "version", title: t("ui.about.version"), cell: ({ version }) => version ?? "–" },
    { id: "licence", title: t("ui.about.licence"), cell: ({ licence }) => licence },
  ];
  return (
    <Page
      title={t("ui.about.title")}
      place="about"
      back={
        <p className="back">
          <Anchor href={link("data")} icon="left">
            {t("ui.nav.data")}
          </Anchor>
        </p>
      }
      intro={read.data ? texts.pair(t("ui.about.version"), read.data.version) : null}
    >
      <Refusal error={read.error} />
      <p>{t("ui.about.own")}</p>
      <section className="section" aria-labelledby="works-title">
        <h2 id="works-title">{t("ui.about.works")}</h2>
        <p className="intro">{t("ui.about.works_help")}</p>
        <WordsField label={t("ui.about.search")} name="search" value={wanted} onChange={setWanted} />
        <p className="unseen" role="status">
          {texts.count("ui.about.found", works.length)}
        </p>
        {read.data ? (
          <Table
            label={t("ui.about.works")}
            columns={columns}
            rows={works}
            rowId={({ name, version }) => `${name} ${version}`}
            onOpen={setOpen}
            empty={t("ui.about.none")}
          />
        ) : null}
      </section>
      {open ? <Licence work={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

/** The words of the licences of one work, as they were published: mostly in English. */
function Licence({ work, onClose }: { work: Work; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Panel title={work.name} open size="wide" onClose={onClose} closeLabel={t("ui.word.close")}>
      {/* There is nothing in it to reach by key: the arrow keys scroll it. */}
      <div className="licence" lang="en" {...{ role: "group", "aria-label": work.licence, tabIndex: 0 }}>
        {work.texts.map((number) => (
          <LicenceText key={number} number={number} />
        ))}
      </div>
    </Panel>
  );
}

function LicenceText({ number }: { number: number }) {
  const read = useRead("licence", { number });
  return (
    <>
      <Refusal error={read.error} />
      <pre>{read.data}</pre>
    </>
  );
}
