// The partnership itself and its member agencies.
import { useRead, useRecord } from "../ipc/query";
import { useTexts } from "../texts";
import { Refusal } from "./actions";
import { Page } from "./page";
import { Parts } from "./parts";
import { RecordForm } from "./record-form";

export function PartnershipScreen() {
  const texts = useTexts();
  const file = useRead("file", {}).data;
  return (
    <Page title={texts.t("ui.nav.partnership")} place="partnership">
      {file ? <Partnership id={file.partnership} /> : null}
    </Page>
  );
}

function Partnership({ id }: { id: string }) {
  const texts = useTexts();
  const { data: record, error } = useRecord("partnership", id);
  if (error) return <Refusal error={error} />;
  if (!record) return null;
  return (
    <>
      <RecordForm entity="partnership" record={record} id={id} level={2} />
      <section className="section" aria-labelledby="agencies-title">
        <h2 id="agencies-title">{texts.t("entity.agency.many")}</h2>
        <Parts entity="agency" parent={id} />
      </section>
    </>
  );
}
