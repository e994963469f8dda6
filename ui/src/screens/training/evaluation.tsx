// The evaluation of a session: its rounds, the answers coming in on paper or by file, and what they say on average.
import { useState } from "react";
import { useRead } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { ChoiceField } from "../../widgets/choice";
import { TargetMeter } from "../../widgets/progress";
import { Table } from "../../widgets/table";
import { Refusal } from "../actions";
import { Parts } from "../parts";
import { label } from "../values";
import { ImportAnswers } from "./import-answers";
import { Stack } from "./stack";

type Results = NonNullable<ReturnType<typeof useResults>["data"]>;

export function Evaluation({ session }: { session: string }) {
  const { t } = useTexts();
  const results = useResults(session);
  return (
    <>
      <Parts entity="evaluation_wave" parent={session} />
      <Refusal error={results.error} />
      {results.data && results.data.waves.length > 0 ? (
        <>
          <Answers results={results.data} />
          <section className="form-group" aria-label={t("ui.evaluation.results")}>
            <h2 className="group-title">{t("ui.evaluation.results")}</h2>
            <ResultTables results={results.data} />
          </section>
        </>
      ) : null}
    </>
  );
}

function useResults(session: string) {
  const { language } = useTexts();
  return useRead("evaluation_results", { session, language }, { keep: true });
}

/** Where answers come in: typed from paper, or from a file. */
function Answers({ results }: { results: Results }) {
  const texts = useTexts();
  const { t } = texts;
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<"stack" | "import" | null>(null);
  const wave = results.waves.find(({ id }) => id === chosen) ?? results.waves[0];
  if (!wave) return null;
  const name = label(texts, "wave", wave.wave);
  return (
    <section className="form-group" aria-label={t("entity.evaluation_response.many")}>
      <h2 className="group-title">{t("entity.evaluation_response.many")}</h2>
      <div className="report-choice">
        <ChoiceField
          label={t("entity.evaluation_wave.one")}
          name="wave"
          value={wave.id}
          onChange={setChosen}
          choices={results.waves.map((one) => ({ value: one.id, label: label(texts, "wave", one.wave) }))}
        />
      </div>
      <div className="parts-head">
        <Button kind="primary" icon="plus" onPress={() => setOpen("stack")}>
          {t("ui.evaluation.type_in")}
        </Button>
        <Button icon="data" onPress={() => setOpen("import")}>
          {t("ui.evaluation.import")}
        </Button>
      </div>
      {open === "stack" ? (
        <Stack wave={wave.id} title={name} entered={wave.responses} onClose={() => setOpen(null)} />
      ) : null}
      {open === "import" ? (
        <ImportAnswers
          wave={wave.id}
          title={`${t("ui.evaluation.import")} – ${name}`}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  );
}

function ResultTables({ results }: { results: Results }) {
  const texts = useTexts();
  const { t, number, percent } = texts;
  const share = (value: number | null) => (value === null ? "–" : percent(value));
  const fields = [...new Set(results.waves.flatMap(({ items }) => items.map(({ field }) => field)))];
  const answered = results.waves.filter(({ responses }) => responses > 0);
  return (
    <>
      <Table
        label={t("report.evaluation.waves")}
        rows={results.waves}
        rowId={(wave) => wave.id}
        empty={null}
        columns={[
          { id: "wave", title: t("report.evaluation.wave"), cell: (wave) => label(texts, "wave", wave.wave) },
          {
            id: "handed_out",
            title: t("report.evaluation.handed_out"),
            align: "end",
            cell: (wave) => (wave.handed_out === null ? "–" : number(wave.handed_out)),
          },
          {
            id: "responses",
            title: t("report.evaluation.responses"),
            align: "end",
            cell: (wave) => number(wave.responses),
          },
          {
            id: "returned",
            title: t("report.evaluation.returned"),
            align: "end",
            cell: (wave) => share(wave.returned),
          },
          {
            id: "attrition",
            title: t("report.evaluation.attrition"),
            align: "end",
            cell: (wave) => share(wave.attrition),
          },
        ]}
      />
      {answered.length === 0 ? (
        <p className="empty">{t("ui.evaluation.no_results")}</p>
      ) : (
        <>
          <p className="help">{t("report.evaluation.rule", { few: number(results.fewest) })}</p>
          <Table
            label={t("report.evaluation.means")}
            rows={fields}
            rowId={(field) => field}
            empty={null}
            columns={[
              {
                id: "statement",
                title: t("report.questionnaire.statement"),
                cell: (field) => t(`entity.evaluation_response.${field}`),
              },
              ...answered.map((wave) => ({
                id: wave.id,
                title: label(texts, "wave", wave.wave),
                cell: (field: string) => <Mean results={results} wave={wave} field={field} />,
              })),
            ]}
          />
        </>
      )}
    </>
  );
}

/** The fields whose mean is a share of yes. */
const SHARES = new Set(["used_in_work", "shared_with_colleagues", "contacted_partner_agency"]);

function Mean(props: { results: Results; wave: Results["waves"][number]; field: string }) {
  const { results, wave, field } = props;
  const texts = useTexts();
  const { t, number } = texts;
  const item = wave.items.find((one) => one.field === field);
  if (!item || item.answers === 0) return <span className="nothing">–</span>;
  if (item.mean === null) return t("ui.evaluation.too_few", { few: number(results.fewest) });
  const mean = SHARES.has(field) ? texts.percent(item.mean) : number(item.mean, 1);
  const words = t("report.evaluation.cell", { mean, count: number(item.answers) });
  const part = SHARES.has(field) ? item.mean : (item.mean - 1) / 4;
  return (
    <TargetMeter
      label={`${t(`entity.evaluation_response.${field}`)}, ${label(texts, "wave", wave.wave)}`}
      text={words}
      share={part}
      quiet
    />
  );
}
