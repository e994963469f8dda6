// "Where is my data?", and the settings of this laptop.
import { useRead, useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { Notice } from "../widgets/notice";
import { Refusal } from "./actions";
import { whenSaved } from "./closing";
import { closeFile } from "./files";
import { LanguageChoice } from "./language";
import { Page } from "./page";

export function DataScreen() {
  const { t } = useTexts();
  const settings = useRead("settings", {}).data;
  const file = useRead("file", {}).data;
  const show = useWrite("show_data");
  return (
    <Page title={t("ui.nav.data")} place="data" intro={t("ui.data.where_help")}>
      <div className="section">
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
          <Button onPress={() => void whenSaved(() => void closeFile())}>{t("ui.data.close_file")}</Button>
        </div>
        <Refusal error={show.error} />
        <Notice tone="info">
          <p>{t("ui.data.backup")}</p>
        </Notice>
      </div>
      <section className="section" aria-labelledby="language-title">
        <h2 id="language-title">{t("ui.data.language")}</h2>
        <p className="intro">{t("ui.data.language_help")}</p>
        <LanguageChoice />
      </section>
    </Page>
  );
}
