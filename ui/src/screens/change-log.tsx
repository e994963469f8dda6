// What was changed last, whatever kind of record it is, deleted ones included: when, on which computer, and every earlier
// version.
import { useState } from "react";
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { ChoiceField } from "../widgets/choice";
import { Refusal } from "./actions";
import { deviceName, History } from "./history";
import { Page } from "./page";

/** What is shown of all that was changed. */
const DELETED = "~deleted";

export function ChangeLogScreen() {
  const texts = useTexts();
  const { t } = texts;
  const [shown, setShown] = useState<string | null>(null);
  const kind = shown === DELETED ? null : shown;
  const read = useRead("changed_records", { language: texts.language, kind }, { keep: true });
  const kinds = Object.keys(useRead("entities", {}).data ?? {});
  const rows = (read.data ?? []).filter((row) => shown !== DELETED || row.deleted);
  const choices = kinds
    .map((entity) => ({ value: entity, label: t(`entity.${entity}.many`) }))
    .sort((a, b) => texts.compare(a.label, b.label));
  return (
    <Page title={t("ui.history.log_title")} place="changes" intro={t("ui.history.log_intro")}>
      <ChoiceField
        name="shown"
        label={t("ui.history.shown")}
        value={shown}
        onChange={setShown}
        none={t("ui.history.all")}
        choices={[{ value: DELETED, label: t("ui.history.deleted_title") }, ...choices]}
      />
      <Refusal error={read.error} />
      {read.data && rows.length === 0 ? <p className="empty">{t("ui.history.none")}</p> : null}
      <ul className="mentions">
        {rows.map((row) => {
          const words = t(`entity.${row.entity}.one`);
          return (
            <li key={row.id}>
              <h2 className="group-title">{row.name ? texts.pair(words, row.name) : words}</h2>
              <p className="conflict-by">
                {t("ui.exchange.written_by", { device: deviceName(texts, row), time: texts.time(row.at) })}
                {row.deleted ? ` · ${t("ui.history.deleted")}` : null}
              </p>
              <History entity={row.entity} id={row.id} />
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
