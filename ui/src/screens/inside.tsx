// The screens of an open partnership, inside the frame that they share.
import { AnalysisPage } from "./analysis";
import { DataScreen } from "./data";
import { LogList, RecordPage } from "./log";
import { OverviewScreen } from "./overview";
import { PartnershipScreen } from "./partnership";
import { PeopleScreen } from "./people";
import { PilotPage } from "./pilot";
import { ReportsScreen } from "./reports";
import { Shell } from "./shell";
import { TrainingList, TrainingPage } from "./training";

interface Address {
  place: string;
  id: string | undefined;
  tab: string | undefined;
}

export default function Inside(address: Address) {
  return (
    <Shell place={address.place}>
      <Screen {...address} />
    </Shell>
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
    case "participant":
      return id ? <RecordPage key={id} entity={place} id={id} tab={tab} /> : <PeopleScreen />;
    case "reports":
      return <ReportsScreen kind={id} subject={tab} />;
    case "partnership":
      return <PartnershipScreen tab={id} />;
    case "data":
      return <DataScreen />;
    default:
      return <OverviewScreen />;
  }
}
