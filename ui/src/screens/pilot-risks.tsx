// What remains of the risks, as a matrix of likelihood and severity. Bands are words and shades, never shades alone.
import { useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { nameOf, useEntity } from "./values";

const STEPS = [1, 2, 3, 4, 5];

export function RiskMatrix({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const info = useEntity("risk");
  const score = (value: unknown, otherwise: unknown) => Number(value ?? otherwise);
  const risks = useRecords("risk", pilot)
    .filter((risk) => risk.status !== "closed")
    .map((risk) => ({
      risk,
      likelihood: score(risk.residual_likelihood, risk.likelihood),
      severity: score(risk.residual_severity, risk.severity),
      gross: Number(risk.likelihood) * Number(risk.severity),
    }))
    .sort((a, b) => b.likelihood * b.severity - a.likelihood * a.severity || b.gross - a.gross)
    .map((placed, index) => ({ ...placed, number: index + 1 }));
  if (risks.length === 0) return null;
  return (
    <section className="section" aria-labelledby="matrix-title">
      <h2 id="matrix-title">{t("ui.pilot.matrix")}</h2>
      <p className="help">{t("ui.pilot.matrix_help")}</p>
      <div className="table-frame">
        <table className="table risk-matrix">
          <caption className="unseen">{t("ui.pilot.matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">
                {t("entity.risk.likelihood")} / {t("entity.risk.severity")}
              </th>
              {STEPS.map((severity) => (
                <th key={severity} scope="col">
                  {texts.number(severity)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...STEPS].reverse().map((likelihood) => (
              <tr key={likelihood}>
                <th scope="row">{texts.number(likelihood)}</th>
                {STEPS.map((severity) => {
                  const band = bandOf(likelihood * severity);
                  const here = risks.filter(
                    (one) => one.likelihood === likelihood && one.severity === severity,
                  );
                  return (
                    <td key={severity} data-band={band}>
                      <span className="band">{t(`ui.risk.${band}`)}</span>
                      {here.map((one) => (
                        <strong key={one.risk.id}>{texts.number(one.number)} </strong>
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol className="register">
        {risks.map((one) => (
          <li key={one.risk.id}>
            {nameOf(texts, "risk", info, one.risk)}{" "}
            <span className="help">
              {t("report.gross")}: {texts.number(one.gross)} ({t(`ui.risk.${bandOf(one.gross)}`)}) ·{" "}
              {t("report.residual")}: {texts.number(one.likelihood * one.severity)} (
              {t(`ui.risk.${bandOf(one.likelihood * one.severity)}`)})
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The bands of the core: low up to 4, medium up to 9, high up to 14, very high from 15. */
function bandOf(score: number): string {
  return score <= 4 ? "low" : score <= 9 ? "medium" : score <= 14 ? "high" : "very_high";
}
