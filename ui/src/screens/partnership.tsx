// The partnership itself, its agencies with their contacts, the stakeholder map and the self-assessment.
import { useRead, useRecord, useRecords } from "../ipc/query";
import { swap } from "../router";
import { useTexts } from "../texts";
import { Parts as Tabs } from "../widgets/tabs";
import { Refusal } from "./actions";
import { ExtractButton } from "./extract";
import { OwnFields } from "./log";
import { Maturity } from "./maturity";
import { Page } from "./page";
import { Parts } from "./parts";
import { Stakeholders } from "./stakeholders";
import { Territories } from "./territories";

const TABS = ["details", "agency", "stakeholders", "maturity", "territory"];

export function PartnershipScreen({ tab }: { tab: string | undefined }) {
  const texts = useTexts();
  const file = useRead("file", {}).data;
  return (
    <Page title={texts.t("ui.nav.partnership")} place="partnership">
      {file ? <Partnership id={file.partnership} tab={tab} /> : null}
    </Page>
  );
}

function Partnership({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const { data: record, error } = useRecord("partnership", id);
  const agencies = useRecords("agency", id).length;
  // The map is drawn as the newest analysis prints it.
  const newest = [...useRecords("situation_analysis")].sort((a, b) =>
    String(b.period_to).localeCompare(String(a.period_to)),
  )[0];
  if (error) return <Refusal error={error} />;
  if (!record) return null;
  return (
    <Tabs
      label={texts.t("ui.nav.partnership")}
      chosen={TABS.includes(tab ?? "") ? (tab ?? "details") : "details"}
      onChoose={(next) => swap("partnership", next)}
      parts={[
        {
          id: "details",
          title: texts.t("ui.tab.details"),
          content: () => <OwnFields entity="partnership" record={record} />,
        },
        {
          id: "agency",
          title: texts.t("entity.agency.many"),
          count: agencies ? texts.number(agencies) : undefined,
          content: () => (
            <Parts
              entity="agency"
              parent={id}
              more={(agency) => (
                <section className="form-group">
                  <h3>{texts.t("ui.stakeholders.contacts")}</h3>
                  <Parts
                    entity="contact"
                    parent={agency}
                    intro={<p className="intro">{texts.t("ui.intro.contact")}</p>}
                    more={(contact) => <ExtractButton id={contact} />}
                  />
                </section>
              )}
            />
          ),
        },
        {
          id: "stakeholders",
          title: texts.t("ui.stakeholders.title"),
          content: () => (
            <>
              <h2 className="unseen">{texts.t("ui.stakeholders.title")}</h2>
              <Stakeholders analysis={newest?.id ?? ""} />
            </>
          ),
        },
        { id: "maturity", title: texts.t("ui.maturity.title"), content: () => <Maturity /> },
        {
          id: "territory",
          title: texts.t("entity.territory.many"),
          content: () => (
            <>
              <h2 className="unseen">{texts.t("catalogue.analysis_part.territory_profile")}</h2>
              <Territories />
            </>
          ),
        },
      ]}
    />
  );
}
