// The third step of importing participants: what each row would do, decided by the officer where it is not certain.
import { useState } from "react";
import type { ParticipantPlanRow } from "../../ipc/bindings";
import { useRead, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { ChoiceField } from "../../widgets/choice";
import { tell } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { Refusal } from "../actions";
import { type Chosen, ImportPanel } from "../import";
import { problemText } from "../problem";
import { TaskPanel } from "../task-panel";
import { useEntity } from "../values";

const LEFT_OUT = new Set(["notice_given_on", "retention_until"]);

/** Imports participants; into a session when one is given. */
export function ImportPeople({ session, onClose }: { session: string | null; onClose: () => void }) {
  const { t } = useTexts();
  const info = useEntity("participant");
  const fields = [
    { value: "full_name", label: t("ui.import.full_name") },
    ...(info?.fields ?? [])
      .filter(({ name }) => !LEFT_OUT.has(name))
      .map(({ name }) => ({ value: name, label: t(`entity.participant.${name}`) })),
  ];
  return (
    <ImportPanel
      title={t("ui.import.people")}
      entity="participant"
      fields={fields}
      onClose={onClose}
      compare={(chosen, back) => (
        <PlanPanel chosen={chosen} session={session} onBack={back} onClose={onClose} />
      )}
    />
  );
}

interface PlanProps {
  chosen: Chosen;
  session: string | null;
  onBack: () => void;
  onClose: () => void;
}

function PlanPanel({ chosen, session, onBack, onClose }: PlanProps) {
  const texts = useTexts();
  const { t } = texts;
  const args = { session, rows: chosen.rows, columns: chosen.columns, defaults: {} };
  const plan = useRead("plan_participants", { import: args });
  const write = useWrite("import_participants");
  const [own, setOwn] = useState<Record<number, string>>({});
  const rows = plan.data?.rows ?? [];

  function apply() {
    const choices = Object.entries(own).map(([row, take]) => ({ row: Number(row), take }));
    write.mutate(
      { import: args, choices, digest: plan.data?.digest ?? "", source: chosen.source },
      {
        onSuccess: (done) => {
          tell(
            t("ui.import.done", {
              made: texts.number(done.made),
              enrolled: texts.number(done.enrolled),
              waitlisted: texts.number(done.waitlisted),
              skipped: texts.number(done.skipped),
            }),
          );
          onClose();
        },
      },
    );
  }

  return (
    <TaskPanel
      title={t("ui.import.people")}
      size="wide"
      onClose={onClose}
      leave={{ label: t("ui.import.back"), run: onBack }}
      action={{
        label: t("ui.import.apply"),
        run: apply,
        busy: write.isPending,
        disabled: rows.every((row) => takeOf(row, own) === "skip"),
      }}
    >
      <Refusal error={plan.error ?? write.error} />
      <Table
        label={t("ui.import.verdict")}
        rows={rows}
        rowId={(row) => String(row.row)}
        empty={t("error.nothing_to_import")}
        columns={[
          {
            id: "name",
            title: t("entity.participant.one"),
            cell: (row) => (
              <>
                {row.name || t("ui.word.unnamed")}
                <span className="item-hint">
                  {[`${t("ui.import.row")} ${texts.number(row.row + chosen.first)}`, row.organisation]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </>
            ),
          },
          {
            id: "verdict",
            title: t("ui.import.verdict"),
            cell: (row) => (
              <>
                {t(`ui.import.verdict_${row.verdict}`, { organisation: row.person_organisation ?? "–" })}
                {row.problems.map((problem) => (
                  <span key={problem.field} className="item-hint">
                    {t(`entity.participant.${problem.field}`)}: {problemText(texts, problem)}
                  </span>
                ))}
              </>
            ),
          },
          {
            id: "take",
            title: t("ui.import.take"),
            cell: (row) => (
              <TakeField
                row={row}
                value={takeOf(row, own)}
                onChange={(take) => setOwn({ ...own, [row.row]: take })}
              />
            ),
          },
        ]}
      />
    </TaskPanel>
  );
}

/** What will be done with a row: what the officer says, else what is certain. */
function takeOf(row: ParticipantPlanRow, own: Record<number, string>): string {
  const usual: Record<string, string> = { new: "new", similar: "new", known: "same" };
  return own[row.row] ?? usual[row.verdict] ?? "skip";
}

const POSSIBLE: Record<string, string[]> = {
  new: ["new", "skip"],
  known: ["same", "new", "skip"],
  similar: ["new", "same", "skip"],
};

function TakeField(props: { row: ParticipantPlanRow; value: string; onChange: (take: string) => void }) {
  const { row, value, onChange } = props;
  const { t, pair } = useTexts();
  const possible = POSSIBLE[row.verdict];
  if (!possible) return t("ui.import.take_skip");
  return (
    <ChoiceField
      label={<span className="unseen">{pair(t("ui.import.take"), row.name)}</span>}
      name={`take-${row.row}`}
      value={value}
      onChange={(take) => take && onChange(take)}
      choices={possible.map((take) => ({ value: take, label: t(`ui.import.take_${take}`) }))}
    />
  );
}
