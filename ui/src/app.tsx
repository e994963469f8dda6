// Which screen is shown. The screens are in screens/.
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { queries, useRead } from "./ipc/query";
import { useRoute } from "./router";
import { Refusal } from "./screens/actions";
import { AnalysisPage } from "./screens/analysis";
import { Closing, Opening } from "./screens/closing";
import { DataScreen } from "./screens/data";
import { LogList, RecordPage } from "./screens/log";
import { OverviewScreen } from "./screens/overview";
import { PartnershipScreen } from "./screens/partnership";
import { PilotPage } from "./screens/pilot";
import { ReportsScreen } from "./screens/reports";
import { Shell } from "./screens/shell";
import { StartScreen } from "./screens/start";
import { TrainingPage } from "./screens/training";
import { TextsProvider, useTexts } from "./texts";
import { Announcer, MessageBar, untell } from "./widgets/notice";

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
  const route = useRoute();
  const [place = "overview", id, tab] = route;
  const address = route.join("/");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a message belongs to the screen where it was given
  useEffect(untell, [address]);
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
