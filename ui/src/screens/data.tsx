// "Where is my data?", and the settings of this laptop.
import { useRead, useWrite } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor, Button } from "../widgets/button";
import { Notice, tell } from "../widgets/notice";
import { attempt, Refusal } from "./actions";
import { whenSaved } from "./closing";
import { closeFile } from "./files";
import { LanguageChoice } from "./language";
import { Page } from "./page";
import { PersonalInFile } from "./personal";
import { SharedPlace } from "./shared-place";

export function DataScreen() {
  const texts = useTexts();
  const { t } = texts;
  const settings = useRead("settings", {}).data;
  const file = useRead("file", {}).data;
  const show = useWrite("show_data");
  const everything = useWrite("export_everything");
  return (
    <Page title={t("ui.nav.data")} place="data" intro={t("ui.data.where_help")}>
      <div className="section">
        <SharedPlace />
        <dl className="facts">
          {file ? (
            <div>
              <dt>{t("ui.data.file")}</dt>
              <dd className="path">{file.path}</dd>
            </div>
          ) : null}
          {settings ? (
            <>
              <div>
                <dt>{t("ui.data.folder")}</dt>
                <dd className="path">{settings.data_folder}</dd>
              </div>
              <div>
                <dt>{t("ui.data.reports")}</dt>
                <dd className="path">{settings.reports_folder}</dd>
              </div>
            </>
          ) : null}
        </dl>
        <div className="parts-head">
          <Button icon="data" onPress={() => show.mutate({})}>
            {t("ui.data.show")}
          </Button>
          <Button onPress={() => void whenSaved(() => void attempt(texts, closeFile))}>
            {t("ui.data.close_file")}
          </Button>
        </div>
        <Refusal error={show.error} />
        <Notice tone="info">
          <p>{t(file?.encrypted ? "ui.data.backup_encrypted" : "ui.data.backup")}</p>
        </Notice>
        {file?.role === "coordinator" ? (
          <>
            <p className="intro">{t("ui.data.open_formats_help")}</p>
            <PersonalInFile />
            <div>
              <Button
                busy={everything.isPending}
                onPress={() =>
                  everything.mutate(
                    {},
                    { onSuccess: (path) => tell(t("ui.data.open_formats_done", { path })) },
                  )
                }
              >
                {t("ui.data.open_formats")}
              </Button>
            </div>
            <Refusal error={everything.error} />
          </>
        ) : null}
        <p>
          <Anchor href={link("exchange")}>{t("ui.exchange.data_link")}</Anchor>
        </p>
        {file ? (
          <>
            <p>
              <Anchor href={link("retention")}>{t("ui.retention.link")}</Anchor>
            </p>
            <p>
              <Anchor href={link("changes")}>{t("ui.history.log_title")}</Anchor>
            </p>
          </>
        ) : null}
      </div>
      <section className="section" aria-labelledby="language-title">
        <h2 id="language-title">{t("ui.data.language")}</h2>
        <p className="intro">{t("ui.data.language_help")}</p>
        <LanguageChoice />
      </section>
      <p>
        <Anchor href={link("about")}>{t("ui.about.link")}</Anchor>
      </p>
    </Page>
  );
}
