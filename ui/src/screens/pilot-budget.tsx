// The sums of a budget by cost heading, and who bears them; worked out by the core, to the cent.
import type { Result } from "../ipc/call";
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { label } from "./values";

type Sum = Result<"budget">["total"];

const AMOUNTS = ["planned", "committed", "spent", "forecast"] as const;
/** The share of the European Union: see the core's `money.rs`. */
const EU_SHARE = 0.9;

export function BudgetSums({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const budget = useRead("budget", { pilot }).data;
  if (!budget || budget.headings.length === 0) return null;
  const percent = texts.percent(EU_SHARE);
  const rows: { name: string; sum: Sum; total?: boolean }[] = [
    ...budget.headings.map(({ heading, sum }) => ({ name: label(texts, "cost_heading", heading), sum })),
    { name: t("report.total"), sum: budget.total, total: true },
    { name: t("report.eu_part", { percent }), sum: budget.eu },
    { name: t("report.own_part"), sum: budget.own },
  ];
  return (
    <section className="section" aria-labelledby="budget-title">
      <h2 id="budget-title">{t("ui.pilot.budget_sums")}</h2>
      <p className="help">{t("ui.pilot.budget_help", { percent })}</p>
      <div className="table-frame">
        <table className="table">
          <caption className="unseen">{t("ui.pilot.budget_sums")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("entity.budget_line.heading")}</th>
              {AMOUNTS.map((amount) => (
                <th key={amount} scope="col" data-align="end">
                  {t(`entity.budget_line.${amount}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, sum, total }) => (
              <tr key={name} data-total={total}>
                <th scope="row">{name}</th>
                {AMOUNTS.map((amount) => (
                  <td key={amount} data-align="end">
                    {texts.money(sum[amount])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
