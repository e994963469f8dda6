// The attendance of a session: one row a person, one column a half-day. Marks are saved at once.
import { useState } from "react";
import { type AnyRecord, useRead, useWrite } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor } from "../widgets/button";
import { ChoiceField } from "../widgets/choice";
import { type GridMark, type GridStatus, MarkGrid } from "../widgets/mark-grid";
import { announce } from "../widgets/notice";
import { Refusal } from "./actions";
import { MarkHistory } from "./training/mark-history";
import { label, markOf, useCatalogue } from "./values";

/** Where a status's key lies on the keyboard, for scripts that have no such letter. */
const KEY_CODES: Record<string, string> = {
  present: "KeyP",
  partial: "KeyT",
  excused: "KeyE",
  absent: "KeyA",
};

/** Enrolments that no longer count; said beside the name. */
const GONE = new Set(["cancelled", "withdrawn", "waitlisted"]);

export function Attendance({ session }: { session: string }) {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead("attendance_grid", { session, language: texts.language }, { keep: true });
  const write = useWrite("mark_attendance");
  const [basis, setBasis] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const [details, setDetails] = useState<{ row: string; column: string } | null>(null);
  const bases = useCatalogue("attendance_basis");
  const files = (useRead("attachments", { subject: session }).data as AnyRecord[] | undefined) ?? [];
  const sheets = files.filter((file) => file.kind === "signed_sheet");
  const statuses: GridStatus[] = useCatalogue("attendance_status").map((code) => {
    const [shape, tone] = markOf("attendance_status", code) ?? ["dashed", "none"];
    return {
      code,
      shape,
      tone,
      label: label(texts, "attendance_status", code),
      letter: code === "unmarked" ? "" : t(`ui.letter.attendance_status.${code}`),
      keyCode: KEY_CODES[code] ?? "",
    };
  });
  const grid = read.data;
  if (read.error) return <Refusal error={read.error} />;
  if (!grid) return null;
  if (grid.half_days.length === 0 || grid.rows.length === 0) {
    const missing = grid.half_days.length === 0 ? "half_day" : "enrolment";
    return (
      <div className="empty">
        <p>{t(`ui.attendance.no_${missing}`)}</p>
        <p>
          <Anchor kind="plain" href={link("training_session", session, missing)}>
            {missing === "half_day" ? t("entity.half_day.many") : t("ui.training.people")}
          </Anchor>
        </p>
      </div>
    );
  }

  function mark(marks: GridMark[]) {
    const changed = marks.filter(({ row, column, status }) => {
      const person = grid?.rows.find((one) => one.enrolment === row);
      // Marking many at once leaves out who is no longer expected.
      if (marks.length > 1 && GONE.has(person?.status ?? "")) return false;
      return (person?.marks[column] ?? "unmarked") !== status;
    });
    const [first] = changed;
    if (!first) return;
    write.mutate(
      {
        session,
        marks: changed.map(({ row, column, status }) => ({ enrolment: row, half_day: column, status })),
        // What was said before stays as it is when nothing is said now.
        ...(basis || sheet ? { proof: { basis, sheet } } : {}),
      },
      {
        onSuccess: () =>
          announce(
            texts.count("ui.attendance.marked", changed.length, {
              status: label(texts, "attendance_status", first.status),
            }),
          ),
      },
    );
  }

  const unmarked = grid.half_days.reduce((sum, day) => sum + (day.totals.unmarked ?? 0), 0);
  return (
    <section className="attendance">
      <p className="intro">
        {t("ui.attendance.help")} {t("ui.attendance.history_help")}
      </p>
      <Refusal error={write.error} />
      <dl className="figures">
        <div>
          <dt>{t("ui.attendance.enrolled")}</dt>
          <dd>{texts.number(grid.enrolled)}</dd>
        </div>
        <div>
          <dt>{t("ui.attendance.trained")}</dt>
          <dd>{texts.number(grid.trained)}</dd>
        </div>
        <div>
          <dt>{t("ui.attendance.open")}</dt>
          <dd>{texts.number(unmarked)}</dd>
        </div>
      </dl>
      <div className="report-choice">
        <ChoiceField
          label={t("ui.attendance.proof")}
          name="basis"
          value={basis}
          onChange={setBasis}
          choices={bases.map((code) => ({ value: code, label: label(texts, "attendance_basis", code) }))}
          none={t("ui.word.not_stated")}
        />
        {sheets.length > 0 ? (
          <ChoiceField
            label={t("ui.attendance.sheet")}
            name="sheet"
            value={sheet}
            onChange={setSheet}
            choices={sheets.map((file) => ({ value: file.id, label: String(file.file_name) }))}
            none={t("ui.word.not_stated")}
          />
        ) : null}
      </div>
      <MarkGrid
        onDetails={setDetails}
        label={t("ui.training.attendance")}
        rowTitle={t("entity.participant.one")}
        totalTitle={t("ui.attendance.total")}
        statuses={statuses}
        onMark={mark}
        markLabel={(cells) => texts.count("ui.attendance.mark_cells", cells)}
        selectColumnLabel={t("ui.attendance.select_column")}
        columns={grid.half_days.map((day) => ({
          id: day.id,
          title: texts.date(day.date, "short"),
          hint: label(texts, "day_part", day.part),
          total: (
            <span className="totals">
              {statuses.map((status) => (
                <span key={status.code} data-none={!day.totals[status.code]}>
                  <span aria-hidden="true">{status.letter || "–"}</span>
                  <span className="unseen">{status.label}</span> {texts.number(day.totals[status.code] ?? 0)}
                </span>
              ))}
            </span>
          ),
        }))}
        rows={grid.rows.map((row) => ({
          id: row.enrolment,
          title: row.name,
          hint: [row.organisation, GONE.has(row.status) ? label(texts, "enrolment_status", row.status) : null]
            .filter(Boolean)
            .join(" · "),
          statuses: row.marks as Record<string, string>,
          total: (
            <span className="row-total">
              {t("ui.attendance.of", {
                attended: texts.number(row.attended),
                all: texts.number(grid.half_days.length),
              })}
              <span className="item-hint">
                {t("ui.attendance.hours", { hours: texts.number(row.hours) })}
              </span>
            </span>
          ),
        }))}
      />
      {details ? (
        <MarkHistory
          enrolment={details.row}
          halfDay={details.column}
          name={grid.rows.find((row) => row.enrolment === details.row)?.name ?? ""}
          onClose={() => setDetails(null)}
        />
      ) : null}
    </section>
  );
}
