// First start: the language, then a file: a recent one, one from disk, the sample, or a new partnership.
import { lazy, Suspense, useState } from "react";
import type { CoreError } from "../ipc/call";
import { asCoreError, refresh, useRead, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { Icon } from "../widgets/icon";
import { Refusal } from "./actions";
import { entered } from "./files";
import { LanguageChoice } from "./language";
import { Page } from "./page";
import { Repair } from "./repair";

/** The form is fetched when it is asked for: the first screen is there without it. */
const NewFile = lazy(() => import("./new-file"));
const Join = lazy(() => import("./join"));

export function StartScreen() {
  const { t } = useTexts();
  const settings = useRead("settings", {}).data;
  const [making, setMaking] = useState(false);
  const [joining, setJoining] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);
  // The file that could not be opened, where it is known which.
  const [failed, setFailed] = useState<string | null>(null);

  async function open(run: () => Promise<unknown>, path: string | null = null) {
    setError(null);
    setFailed(path);
    try {
      await run();
      entered();
    } catch (reason) {
      const refused = asCoreError(reason);
      // The screen that asks for the passphrase takes this one's place.
      if (refused.code === "locked") await refresh();
      else setError(refused);
    }
  }

  const recent = settings?.recent ?? [];
  return (
    <div className="start">
      <header className="start-head">
        <p className="brand">{t("app.name")}</p>
        <LanguageChoice />
      </header>
      <main id="content">
        {making ? (
          <Suspense fallback={null}>
            <NewFile onCancel={() => setMaking(false)} />
          </Suspense>
        ) : (
          <Page title={t("ui.start.title")} place="start" intro={t("ui.start.intro")}>
            <Refusal error={error} />
            {error?.code === "damaged_file" && failed ? <Repair path={failed} /> : null}
            <div className="start-choices">
              <section aria-labelledby="start-new" className="card">
                <h2 id="start-new">{t("ui.start.new")}</h2>
                <p>{t("ui.start.new_help")}</p>
                <Button kind="primary" icon="plus" onPress={() => setMaking(true)}>
                  {t("ui.start.new_button")}
                </Button>
              </section>
              <section aria-labelledby="start-open" className="card">
                <h2 id="start-open">{t("ui.start.open")}</h2>
                <p>{t("ui.start.open_help")}</p>
                <Button icon="data" onPress={() => void open(() => write("open_file", {}))}>
                  {t("ui.start.open_button")}
                </Button>
              </section>
              <section aria-labelledby="start-join" className="card">
                <h2 id="start-join">{t("ui.exchange.join")}</h2>
                <p>{t("ui.exchange.join_short")}</p>
                <Button icon="exchange" onPress={() => setJoining(true)}>
                  {t("ui.exchange.join_button")}
                </Button>
              </section>
              <section aria-labelledby="start-sample" className="card">
                <h2 id="start-sample">{t("ui.start.sample")}</h2>
                <p>{t("ui.start.sample_help")}</p>
                <Button icon="overview" onPress={() => void open(() => write("create_sample", {}))}>
                  {t("ui.start.sample_button")}
                </Button>
              </section>
            </div>
            {joining ? (
              <Suspense fallback={null}>
                <Join onClose={() => setJoining(false)} />
              </Suspense>
            ) : null}
            {recent.length > 0 ? (
              <section aria-labelledby="start-recent">
                <h2 id="start-recent">{t("ui.start.recent")}</h2>
                <ul className="recent">
                  {recent.map((file) => (
                    <li key={file.path}>
                      <Button
                        kind="quiet"
                        onPress={() => void open(() => write("open_file", { path: file.path }), file.path)}
                      >
                        <strong>{file.name}</strong>
                        {file.sample ? <span className="sample-tag">{t("ui.sample.tag")}</span> : null}
                        <span className="path">{file.path}</span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <p className="privacy">
              <Icon name="lock" />
              <span>{t("ui.start.privacy")}</span>
            </p>
          </Page>
        )}
      </main>
    </div>
  );
}
