// The screens of an open partnership, inside the frame that they share.
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { AboutScreen } from "./about";
import { AnalysisPage } from "./analysis";
import { ChangeLogScreen } from "./change-log";
import { DataScreen } from "./data";
import { ExchangeScreen } from "./exchange";
import { LogList, RecordPage } from "./log";
import { ActionsScreen } from "./meeting/actions";
import { MeetingList, MeetingPage } from "./meeting/meeting";
import { NetworkScreen } from "./network/network";
import { OverviewScreen } from "./overview";
import { Page } from "./page";
import { PartnershipScreen } from "./partnership";
import { PeopleScreen } from "./people";
import { PilotPage } from "./pilot";
import { ProtectionScreen } from "./protection";
import { AutoLock, LockButton } from "./protection/lock";
import { ReportsScreen } from "./reports";
import { RetentionScreen } from "./retention";
import { NotesWindow } from "./shared/notes";
import { SharedScreen } from "./shared/screen";
import { ShareButton } from "./shared/share";
import { Shell } from "./shell";
import { TrainingList, TrainingPage } from "./training";

interface Address {
  place: string;
  id: string | undefined;
  tab: string | undefined;
}

export default function Inside(address: Address) {
  const role = useRead("file", {}).data?.role;
  const sharing = address.place === "shared" || address.place === "notes";
  return (
    <>
      <AutoLock />
      {sharing ? (
        <Shared {...address} />
      ) : role === "meeting_screen" ? (
        <OnlyScreen />
      ) : (
        <Shell place={address.place}>
          <Screen {...address} />
        </Shell>
      )}
    </>
  );
}

/** What others see, or what only the presenter sees: neither has the frame of the window around it. */
function Shared({ place, id, tab }: Address) {
  if (place === "shared") return <SharedScreen meeting={id ?? null} slide={tab} />;
  return <NotesWindow meeting={id ?? ""} />;
}

/** What a computer sees that only shows the shared screen. */
function OnlyScreen() {
  const { t } = useTexts();
  const file = useRead("file", {}).data;
  return (
    <div className="start">
      <header className="start-head">
        <p className="brand">{t("app.name")}</p>
        <LockButton />
      </header>
      <main id="content">
        <Page title={file?.name ?? ""} place="screen" intro={t("ui.protection.screen_only")}>
          <ShareButton />
        </Page>
      </main>
    </div>
  );
}

function Screen({ place, id, tab }: Address) {
  switch (place) {
    case "situation_analysis":
      return id ? <AnalysisPage key={id} id={id} tab={tab} /> : <LogList entity={place} newest="period_to" />;
    case "training_session":
      return id ? <TrainingPage key={id} id={id} tab={tab} /> : <TrainingList />;
    case "pilot_initiative":
      return id ? <PilotPage key={id} id={id} tab={tab} /> : <LogList entity={place} newest="starts" />;
    case "meeting":
      return id ? <MeetingPage key={id} id={id} tab={tab} /> : <MeetingList />;
    case "action_point":
      return <ActionsScreen />;
    case "participant":
      return id ? <RecordPage key={id} entity={place} id={id} tab={tab} /> : <PeopleScreen />;
    case "reports":
      return <ReportsScreen kind={id} subject={tab} />;
    case "network":
      return <NetworkScreen tab={id} />;
    case "partnership":
      return <PartnershipScreen tab={id} />;
    case "exchange":
      return <ExchangeScreen />;
    case "protection":
      return <ProtectionScreen />;
    case "retention":
      return <RetentionScreen />;
    case "changes":
      return <ChangeLogScreen />;
    case "data":
      return <DataScreen />;
    case "about":
      return <AboutScreen />;
    default:
      return <OverviewScreen />;
  }
}
