// Which screen is shown, and what happens when the window is closed. Screens are in screens/.
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call, onCloseRequest, onOpenRequest } from "./ipc/call";
import { flushAll, flushTyped, useSaving } from "./ipc/drafts";
import { asCoreError, queries, useRead, write } from "./ipc/query";
import { useRoute } from "./router";
import { errorText, Refusal } from "./screens/actions";
import { AnalysisPage } from "./screens/analysis";
import { DataScreen } from "./screens/data";
import { entered } from "./screens/files";
import { LogList, RecordPage } from "./screens/log";
import { OverviewScreen } from "./screens/overview";
import { PartnershipScreen } from "./screens/partnership";
import { PilotPage } from "./screens/pilot";
import { problemText } from "./screens/problem";
import { ReportsScreen } from "./screens/reports";
import { Shell } from "./screens/shell";
import { StartScreen } from "./screens/start";
import { TrainingPage } from "./screens/training";
import { TextsProvider, useTexts } from "./texts";
import { Button } from "./widgets/button";
import { Announcer, MessageBar, tell } from "./widgets/notice";
import { Panel } from "./widgets/overlay";

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <TextsProvider>
        <Content />
      </TextsProvider>
    </QueryClientProvider>
  );
}

function Content() {
  const { t } = useTexts();
  const file = useRead("file", {});
  const [place = "overview", id, tab] = useRoute();
  if (file.error) return <Refusal error={file.error} />;
  if (file.data === undefined) return null;
  return (
    <>
      {file.data === null ? (
        <StartScreen />
      ) : (
        <Shell place={place}>
          <Screen place={place} id={id} tab={tab} />
        </Shell>
      )}
      <MessageBar label={t("ui.shell.message")} closeLabel={t("ui.word.close")} />
      <Announcer />
      <Closing />
      <Opening />
    </>
  );
}

function Screen({ place, id, tab }: { place: string; id: string | undefined; tab: string | undefined }) {
  switch (place) {
    case "situation_analysis":
      return id ? <AnalysisPage key={id} id={id} tab={tab} /> : <LogList entity={place} newest="period_to" />;
    case "training_session":
      return id ? <TrainingPage key={id} id={id} tab={tab} /> : <LogList entity={place} newest="starts" />;
    case "pilot_initiative":
      return id ? <PilotPage key={id} id={id} tab={tab} /> : <LogList entity={place} newest="starts" />;
    case "participant":
      return id ? <RecordPage key={id} entity={place} id={id} tab={tab} /> : <LogList entity={place} />;
    case "reports":
      return <ReportsScreen kind={id} subject={tab} />;
    case "partnership":
      return <PartnershipScreen />;
    case "data":
      return <DataScreen />;
    default:
      return <OverviewScreen />;
  }
}

/** The window is closed only when all that was typed is saved, or the officer says that it may be lost. */
function Closing() {
  const texts = useTexts();
  const { t } = texts;
  const [asking, setAsking] = useState(false);
  const { refused } = useSaving();
  useEffect(() => {
    const close = () => void flushAll().then((saved) => (saved ? call("close_window", {}) : setAsking(true)));
    const stop = onCloseRequest(close);
    const hide = () => {
      if (document.visibilityState === "hidden") void flushTyped();
    };
    document.addEventListener("visibilitychange", hide);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", hide);
    };
  }, []);
  return (
    <Panel
      title={t("ui.close.title")}
      open={asking}
      onClose={() => setAsking(false)}
      closeLabel={t("ui.word.close")}
      role="alertdialog"
      actions={
        <>
          <Button kind="danger" onPress={() => void call("close_window", {})}>
            {t("ui.close.discard")}
          </Button>
          <Button kind="primary" autoFocus onPress={() => setAsking(false)}>
            {t("ui.close.back")}
          </Button>
        </>
      }
    >
      <p>{t("ui.close.text")}</p>
      <ul>
        {refused.flatMap((draft) =>
          Object.values(draft.problems).map((problem) => (
            <li key={`${draft.id}/${problem.field}`}>
              {t(`entity.${draft.entity}.${problem.field}`)}: {problemText(texts, problem)}
            </li>
          )),
        )}
      </ul>
    </Panel>
  );
}

/** A file that the system was asked to open takes the place of the open one, once that is saved. */
function Opening() {
  const texts = useTexts();
  useEffect(
    () =>
      onOpenRequest(async (path) => {
        if (!(await flushAll())) return;
        await write("open_file", { path }).then(entered, (reason) =>
          tell(errorText(texts, asCoreError(reason))),
        );
      }),
    [texts],
  );
  return null;
}
