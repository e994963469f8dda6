// The plan on a time line: each activity, milestone and deliverable as planned and as known now. A table whose last
// column is drawn, so that nothing has to be read off the drawing.
import type { Result } from "../ipc/call";
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { inLanguage, label } from "./values";

type Row = Result<"plan">[number];

const DAY = 86_400_000;
/** Units across the drawing, and how high a row of it is. */
const WIDE = 300;
const HIGH = 26;

export function TimeLine({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const rows = useRead("plan", { pilot }).data ?? [];
  const first = Math.min(...rows.map((row) => Math.min(at(row.planned_from), at(row.from))));
  const last = Math.max(...rows.map((row) => Math.max(at(row.planned_to), at(row.to))));
  const x = (iso: string) => 6 + ((at(iso) - first) / Math.max(DAY, last - first)) * (WIDE - 12);
  return (
    <section className="section" aria-labelledby="time-line-title">
      <h2 id="time-line-title">{t("ui.pilot.time_line")}</h2>
      {rows.length === 0 ? (
        <p className="empty">{t("ui.pilot.no_plan")}</p>
      ) : (
        <>
          <p className="time-line-legend">
            <span>
              <svg width="24" height="12" aria-hidden="true" className="time-line">
                <rect x="1" y="3" width="22" height="6" className="plan-bar" />
              </svg>{" "}
              {t("report.planned")}
            </span>
            <span>
              <svg width="24" height="12" aria-hidden="true" className="time-line">
                <rect x="1" y="2" width="22" height="8" className="now-bar" />
              </svg>{" "}
              {t("report.as_known")}
            </span>
          </p>
          <div className="table-frame">
            <table className="table">
              <caption className="unseen">{t("ui.pilot.time_line")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("ui.pilot.plan")}</th>
                  <th scope="col">{t("report.planned")}</th>
                  <th scope="col">{t("report.as_known")}</th>
                  <th scope="col" data-align="end">
                    {t("ui.pilot.slip")}
                  </th>
                  <th scope="col" data-minor="true">
                    <span className="ends">
                      <span>{texts.date(iso(first))}</span>
                      <span>{texts.date(iso(last))}</span>
                    </span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      {inLanguage(row.title, texts.language)?.words ?? t("ui.word.unnamed")}
                      <span className="help">
                        {" "}
                        {t(`entity.${row.entity}.one`)}, {label(texts, `${row.entity}_status`, row.status)}
                      </span>
                    </th>
                    <td>{days(texts.period, texts.date, row.planned_from, row.planned_to)}</td>
                    <td>{days(texts.period, texts.date, row.from, row.to)}</td>
                    <td data-align="end">{slip(texts, row.slip)}</td>
                    <td data-minor="true">
                      <Bars row={row} x={x} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Bars({ row, x }: { row: Row; x: (iso: string) => number }) {
  const day = row.planned_from === row.planned_to && row.from === row.to;
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className="time-line" aria-hidden="true">
      <line x1="0" y1={HIGH / 2} x2={WIDE} y2={HIGH / 2} className="axis" />
      {day ? (
        <>
          <path d={diamond(x(row.planned_from), HIGH / 2, 6)} className="plan-bar" />
          <path d={diamond(x(row.from), HIGH / 2, 5)} className="now-bar" />
        </>
      ) : (
        <>
          <rect
            x={x(row.from)}
            y={4}
            width={Math.max(3, x(row.to) - x(row.from))}
            height={8}
            className="now-bar"
          />
          <rect
            x={x(row.planned_from)}
            y={15}
            width={Math.max(3, x(row.planned_to) - x(row.planned_from))}
            height={6}
            className="plan-bar"
          />
        </>
      )}
    </svg>
  );
}

function diamond(x: number, y: number, r: number): string {
  return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
}

function at(iso: string): number {
  return Date.parse(iso);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function days(
  period: (from: string, to: string) => string,
  date: (day: string) => string,
  from: string,
  to: string,
): string {
  return from === to ? date(from) : period(from, to);
}

function slip(texts: ReturnType<typeof useTexts>, daysLate: number | null): string {
  if (daysLate === null) return "–";
  if (daysLate === 0) return texts.t("report.on_time");
  return texts.count(daysLate > 0 ? "report.days_late" : "report.days_early", Math.abs(daysLate));
}
