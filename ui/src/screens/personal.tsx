// Which personal data a paper or a file will hold, and of how many records: said before it is saved.
import type { PersonalData } from "../ipc/bindings";
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { Notice } from "../widgets/notice";

/** What stands on a paper. */
export function PersonalOnPaper({ personal }: { personal: PersonalData[] }) {
  const { t } = useTexts();
  if (personal.length === 0) return <p className="help">{t("ui.report.no_personal")}</p>;
  return <Panel title={t("ui.report.personal")} personal={personal} />;
}

/** What is in everything that is made of the whole file. */
export function PersonalInFile() {
  const { t } = useTexts();
  const personal = useRead("personal_data", {}).data ?? [];
  if (personal.length === 0) return null;
  return <Panel title={t("ui.report.personal_saved")} personal={personal} />;
}

/** What is on the certificates of a session. */
export function PersonalOnCertificates({ session }: { session: string }) {
  const texts = useTexts();
  const args = { kind: "certificate", language: texts.language, subject: session };
  const personal = useRead("preview_report", args).data?.personal ?? [];
  if (personal.length === 0) return null;
  return <Panel title={texts.t("ui.report.personal_saved")} personal={personal} />;
}

function Panel({ title, personal }: { title: string; personal: PersonalData[] }) {
  const texts = useTexts();
  const { t } = texts;
  const kinds = [...new Set(personal.map(({ entity }) => entity))];
  return (
    <Notice tone="warning">
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {kinds.map((entity) => (
          <li key={entity}>
            {texts.pair(
              t(`entity.${entity}.many`),
              personal
                .filter((one) => one.entity === entity)
                .map((one) => `${t(`entity.${entity}.${one.field}`)} (${texts.number(one.records)})`)
                .join(", "),
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
