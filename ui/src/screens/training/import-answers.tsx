// The third step of importing answers, such as the export of an online form: what each row would do.
import { useRead, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { tell } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { Refusal } from "../actions";
import { type Chosen, ImportPanel } from "../import";
import { problemText } from "../problem";
import { TaskPanel } from "../task-panel";

interface ImportAnswersProps {
  wave: string;
  title: string;
  onClose: () => void;
}

export function ImportAnswers({ wave, title, onClose }: ImportAnswersProps) {
  const { t } = useTexts();
  const questions = useRead("questions", { wave }).data ?? [];
  return (
    <ImportPanel
      title={title}
      entity="evaluation_response"
      fields={questions.map(({ field }) => ({
        value: field,
        label: t(`entity.evaluation_response.${field}`),
      }))}
      onClose={onClose}
      compare={(chosen, back) => (
        <PlanPanel wave={wave} title={title} chosen={chosen} onBack={back} onClose={onClose} />
      )}
    />
  );
}

function PlanPanel(props: ImportAnswersProps & { chosen: Chosen; onBack: () => void }) {
  const { wave, title, chosen, onBack, onClose } = props;
  const texts = useTexts();
  const { t, number } = texts;
  const args = { wave, rows: chosen.rows, columns: chosen.columns, language: texts.language };
  const plan = useRead("plan_responses", { import: args });
  const apply = useWrite("import_responses");
  const rows = plan.data?.rows ?? [];

  function run() {
    apply.mutate(
      { import: args, digest: plan.data?.digest ?? "" },
      {
        onSuccess: (count) => {
          tell(t("ui.import.responses_done", { count: number(count) }));
          onClose();
        },
      },
    );
  }

  return (
    <TaskPanel
      title={title}
      size="wide"
      onClose={onClose}
      leave={{ label: t("ui.import.back"), run: onBack }}
      action={{
        label: t("ui.import.apply"),
        run,
        busy: apply.isPending,
        disabled: !rows.some((row) => row.verdict === "new"),
      }}
    >
      <Refusal error={plan.error ?? apply.error} />
      <Table
        label={t("ui.import.verdict")}
        rows={rows}
        rowId={(row) => String(row.row)}
        empty={t("error.nothing_to_import")}
        columns={[
          { id: "row", title: t("ui.import.row"), cell: (row) => number(row.row + chosen.first) },
          {
            id: "answers",
            title: t("ui.import.answers"),
            align: "end",
            cell: (row) => number(row.answers),
          },
          {
            id: "verdict",
            title: t("ui.import.verdict"),
            cell: (row) => (
              <>
                {t(`ui.import.verdict_${row.verdict}`)}
                {row.problems.map((problem) => (
                  <span key={problem.field} className="item-hint">
                    {t(`entity.evaluation_response.${problem.field}`)}: {problemText(texts, problem)}
                  </span>
                ))}
              </>
            ),
          },
        ]}
      />
    </TaskPanel>
  );
}
