// The partnership's self-assessment: 16 criteria by day, rated in place; evidence and action in a panel.
import { useState } from "react";
import type { CoreError } from "../ipc/call";
import { asCoreError, useRead, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button, IconButton } from "../widgets/button";
import { DateEntry } from "../widgets/date";
import { LevelChoice } from "../widgets/level";
import { announce } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Refusal } from "./actions";
import { PartPanel } from "./parts";
import { problemText } from "./problem";
import { label, useCatalogue } from "./values";

/** Days that stand beside the newest one. */
const EARLIER = 3;

export function Maturity() {
  const texts = useTexts();
  const maturity = useRead("maturity", {}).data;
  const criteria = useCatalogue("maturity_criterion");
  const levels = useCatalogue("maturity_level");
  const [beginning, setBeginning] = useState(false);
  const [details, setDetails] = useState<string | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [newest, ...earlier] = maturity?.rounds ?? [];
  const shown = earlier.slice(0, EARLIER);
  const cell = (criterion: string, day: string) => maturity?.levels[criterion]?.[day];
  const level = (code: string | undefined) => (code ? label(texts, "maturity_level", code) : "–");

  async function run(what: () => Promise<unknown>) {
    setError(null);
    try {
      await what();
    } catch (reason) {
      setError(asCoreError(reason));
    }
  }

  return (
    <div className="parts">
      <p className="intro">{texts.t("ui.maturity.help")}</p>
      <div className="parts-head">
        <Button icon="plus" onPress={() => setBeginning(true)}>
          {texts.t("ui.maturity.begin")}
        </Button>
        {newest ? (
          <Button
            kind="quiet"
            icon="trash"
            onPress={() => void run(() => write("delete_maturity_round", { rated_on: newest }))}
          >
            {texts.t("ui.maturity.delete", { date: texts.date(newest) })}
          </Button>
        ) : null}
      </div>
      <Refusal error={error} />
      {newest ? (
        <div className="table-frame">
          <table className="table maturity">
            <caption className="unseen">{texts.t("ui.maturity.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.t("entity.maturity_rating.criterion")}</th>
                <th scope="col">{texts.date(newest)}</th>
                <th scope="col">
                  <span className="unseen">{texts.t("ui.word.more")}</span>
                </th>
                {shown.map((day) => (
                  <th key={day} scope="col" data-minor="true">
                    {texts.date(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {criteria.map((criterion) => {
                const name = label(texts, "maturity_criterion", criterion);
                const now = cell(criterion, newest);
                return (
                  <tr key={criterion}>
                    <th scope="row">{name}</th>
                    <td>
                      <LevelChoice
                        label={texts.t("ui.maturity.level_of", { criterion: name })}
                        value={now?.level ?? null}
                        choices={levels.map((code) => ({ value: code, label: level(code) }))}
                        onChange={(next) =>
                          void run(() => write("rate_maturity", { criterion, rated_on: newest, level: next }))
                        }
                      />
                    </td>
                    <td>
                      {now ? (
                        <IconButton
                          icon="report"
                          label={texts.t("ui.maturity.details", { criterion: name })}
                          onPress={() => setDetails(now.id)}
                        />
                      ) : null}
                    </td>
                    {shown.map((day) => (
                      <td key={day} data-minor="true">
                        {level(cell(criterion, day)?.level)}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="empty">{texts.t("ui.maturity.empty")}</p>
      )}
      {beginning ? <Begin onClose={() => setBeginning(false)} /> : null}
      {details ? <PartPanel entity="maturity_rating" id={details} onClose={() => setDetails(null)} /> : null}
    </div>
  );
}

/** Asks for the day of a new self-assessment. */
function Begin({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const [day, setDay] = useState<string | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const problem = error?.problems[0];

  async function make() {
    try {
      await write("begin_maturity_round", { rated_on: day ?? "" });
      announce(texts.t("ui.maturity.begun", { date: texts.date(day) }));
      onClose();
    } catch (reason) {
      setError(asCoreError(reason));
    }
  }

  return (
    <Panel
      title={texts.t("ui.maturity.begin")}
      open
      onClose={onClose}
      closeLabel={texts.t("ui.word.close")}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {texts.t("ui.word.cancel")}
          </Button>
          <Button kind="primary" onPress={() => void make()}>
            {texts.t("ui.maturity.begin")}
          </Button>
        </>
      }
    >
      {error && !problem ? <Refusal error={error} /> : null}
      <DateEntry
        label={texts.t("ui.maturity.day")}
        help={texts.t("ui.maturity.begin_help")}
        problem={problem ? problemText(texts, problem) : undefined}
        required
        name="rated_on"
        value={day}
        onChange={setDay}
        clearLabel={texts.t("ui.field.clear", { field: texts.t("ui.maturity.day") })}
      />
    </Panel>
  );
}
