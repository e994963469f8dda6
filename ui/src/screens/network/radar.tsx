// Which partner's report for which period is there, was late or is missing; a reminder is one button away.
import type { Expected } from "../../ipc/bindings";
import { call } from "../../ipc/call";
import { asCoreError, useRead } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { tell } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { errorText } from "../actions";
import { Parts } from "../parts";
import { problemText } from "../problem";
import { inLanguage, label } from "../values";

export function Radar({ rows }: { rows: Expected[] }) {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const missing = rows.filter(({ state }) => state === "missing").length;

  async function remind(row: Expected) {
    try {
      await call("prepare_reminder", { partner: row.partner, period: row.period });
      tell(t("ui.network.reminder_ready", { name: row.partner_name }));
    } catch (reason) {
      const error = asCoreError(reason);
      const [problem] = error.problems;
      const why = problem
        ? texts.pair(t(`entity.network_partner.${problem.field}`), problemText(texts, problem))
        : "";
      tell(texts.pair(row.partner_name, why || errorText(texts, error)));
    }
  }

  return (
    <>
      {missing === 0 ? <p className="intro">{t("ui.network.all_there")}</p> : null}
      <Table
        label={t("ui.network.radar")}
        rows={rows}
        rowId={(row) => `${row.partner}/${row.period}`}
        empty={t("ui.network.reference")}
        columns={[
          { id: "partner", title: t("ui.network.partner"), cell: (row) => row.partner_name },
          {
            id: "period",
            title: t("entity.reporting_period.one"),
            cell: (row) => inLanguage(row.period_title, texts.language)?.words,
          },
          { id: "due", title: t("entity.reporting_period.due"), cell: (row) => texts.date(row.due) },
          {
            id: "state",
            title: t("ui.network.state"),
            cell: (row) => (
              <span className={row.state === "missing" ? "late" : ""}>
                {label(texts, "report_state", row.state)}
                {row.days_late ? ` (${texts.count("ui.network.days_late", row.days_late)})` : ""}
              </span>
            ),
          },
          {
            id: "received",
            title: t("ui.network.received"),
            minor: true,
            cell: (row) => (row.received_at ? texts.date(row.received_at) : "–"),
          },
          {
            id: "remind",
            title: t("ui.network.remind"),
            cell: (row) =>
              row.state === "missing" ? (
                <Button
                  kind="quiet"
                  icon="mail"
                  spoken={t("ui.network.remind_named", { name: row.partner_name })}
                  onPress={() => void remind(row)}
                >
                  {t("ui.network.remind")}
                </Button>
              ) : null,
          },
        ]}
      />
      {file ? (
        <section className="form-group" aria-labelledby="network-periods">
          <h2 className="group-title" id="network-periods">
            {t("entity.reporting_period.many")}
          </h2>
          <Parts entity="reporting_period" parent={file.partnership} />
        </section>
      ) : null}
    </>
  );
}
