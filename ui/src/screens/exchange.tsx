// Exchange with the partnership's other laptops: this laptop's key, who takes part, making and taking in files, what is
// to be chosen, the folder in which files arrive, the copies that were made. Nothing is sent from here.
import { useState } from "react";
import type { Exchange, WrittenBundle } from "../ipc/bindings";
import { type CoreError, call } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { asCoreError, useRead, useWrite, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { WordsField } from "../widgets/field";
import { announce, Notice } from "../widgets/notice";
import { attempt, Refusal } from "./actions";
import { Backups } from "./exchange/backups";
import { Conflicts } from "./exchange/conflicts";
import { Folder } from "./exchange/folder";
import { LaptopKey } from "./exchange/key";
import { LiveExchange } from "./exchange/live";
import { Members } from "./exchange/members";
import { TakeIn } from "./exchange/take-in";
import { onOneLine } from "./exchange/values";
import { Page } from "./page";
import { PersonalInFile } from "./personal";
import { SharedPlace } from "./shared-place";

export function ExchangeScreen() {
  const { t } = useTexts();
  const read = useRead("exchange", {});
  const exchange = read.data;
  return (
    <Page title={t("ui.nav.exchange")} place="exchange" intro={t("ui.exchange.intro")}>
      <SharedPlace />
      <Refusal error={read.error} />
      {exchange ? (
        <>
          <Conflicts />
          {exchange.label === null ? <OwnName /> : <Files exchange={exchange} />}
          <Folder member={exchange.label !== null} />
          <LiveExchange />
          <Members exchange={exchange} />
          <section className="section" aria-labelledby="key-title">
            <h2 id="key-title">{t("ui.exchange.key_title")}</h2>
            <LaptopKey value={exchange.key} check={exchange.check} />
            <p>{t("ui.exchange.report_key", { letters: onOneLine(exchange.report_key) })}</p>
          </section>
          <Backups />
        </>
      ) : null}
    </Page>
  );
}

/** A laptop that is not a member yet gives itself a name. */
function OwnName() {
  const { t } = useTexts();
  const [label, setLabel] = useState("");
  const join = useWrite("join_exchange");
  return (
    <section className="section" aria-labelledby="name-title">
      <h2 id="name-title">{t("ui.exchange.name_title")}</h2>
      <WordsField
        name="laptop_label"
        label={t("entity.member.label")}
        help={t("ui.exchange.name_help")}
        value={label}
        onChange={setLabel}
      />
      <div>
        <Button kind="primary" busy={join.isPending} onPress={() => join.mutate({ label })}>
          {t("ui.exchange.name_button")}
        </Button>
      </div>
      <Refusal error={join.error} />
    </section>
  );
}

/** Making a file, and taking one in. */
function Files({ exchange }: { exchange: Exchange }) {
  const texts = useTexts();
  const { t } = texts;
  const [taking, setTaking] = useState(false);
  const [made, setMade] = useState<WrittenBundle | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const alone = exchange.members.every((member) => member.own || member.removed_on !== null);

  async function make(whole: boolean) {
    setError(null);
    await flushTyped();
    try {
      const done = await write("write_bundle", whole ? { whole: true } : {});
      setMade(done);
      announce(t("ui.exchange.made", { name: done.file_name }));
    } catch (reason) {
      setMade(null);
      setError(asCoreError(reason));
    }
  }

  return (
    <section className="section" aria-labelledby="files-title">
      <h2 id="files-title">{t("ui.exchange.files_title")}</h2>
      {alone ? (
        <Notice tone="info">
          <p>{t("ui.exchange.alone")}</p>
        </Notice>
      ) : (
        <p>
          {exchange.unsent === 0
            ? t("ui.exchange.nothing_new")
            : texts.count("ui.exchange.unsent", exchange.unsent)}
        </p>
      )}
      {exchange.waiting > 0 ? (
        <Notice tone="warning">
          <p>{texts.count("ui.exchange.waiting", exchange.waiting)}</p>
        </Notice>
      ) : null}
      {alone ? null : <PersonalInFile />}
      <div className="parts-head">
        <Button kind="primary" icon="save" disabled={alone} onPress={() => void make(false)}>
          {t("ui.exchange.make")}
        </Button>
        <Button icon="open" onPress={() => setTaking(true)}>
          {t("ui.exchange.take_in")}
        </Button>
        <Button kind="quiet" disabled={alone} onPress={() => void make(true)}>
          {t("ui.exchange.make_whole")}
        </Button>
      </div>
      <Refusal error={error} />
      {made ? (
        <Notice
          tone="done"
          actions={
            <Button onPress={() => void attempt(texts, () => call("show_in_folder", { path: made.path }))}>
              {t("ui.data.show")}
            </Button>
          }
        >
          <p>
            <strong>{t("ui.exchange.made", { name: made.file_name })}</strong>
          </p>
          <p>{t("ui.exchange.made_for", { names: made.readers.join(", ") })}</p>
          {made.left_out > 0 ? (
            <p>{t("ui.exchange.left_out", { count: texts.number(made.left_out) })}</p>
          ) : null}
        </Notice>
      ) : null}
      {taking ? <TakeIn onClose={() => setTaking(false)} /> : null}
    </section>
  );
}
