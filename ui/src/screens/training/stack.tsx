// Typing in a stack of paper questionnaires: one digit a question, the next question by itself, Enter for the next sheet.
import { useRef, useState } from "react";
import { call } from "../../ipc/call";
import { asCoreError, refresh, useRead } from "../../ipc/query";
import { useTexts } from "../../texts";
import { DigitField, WordsField } from "../../widgets/field";
import { announce } from "../../widgets/notice";
import { Refusal } from "../actions";
import { TaskPanel } from "../task-panel";
import { label } from "../values";

/** What 1, 2 and 3 mean where one answers yes or no. */
const ANSWERS = ["yes", "no", "not_yet"];

interface StackProps {
  wave: string;
  title: string;
  /** Questionnaires of this wave that are there already. */
  entered: number;
  onClose: () => void;
}

export function Stack({ wave, title, entered, onClose }: StackProps) {
  const texts = useTexts();
  const { t, number } = texts;
  const questions = useRead("questions", { wave }).data ?? [];
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [sheet, setSheet] = useState(entered + 1);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const inputs = () => [...(form.current?.querySelectorAll<HTMLElement>("input, textarea") ?? [])];

  /** The field after the one of this question takes the focus. */
  function goOn(field: string) {
    const all = inputs();
    const at = all.findIndex((input) => input.closest(`[data-field="${field}"]`));
    all[at + 1]?.focus();
  }

  async function save() {
    setBusy(true);
    setRefused(null);
    try {
      const values: Record<string, unknown> = { evaluation_wave: wave };
      for (const { field, kind } of questions) {
        const words = (typed[field] ?? "").trim();
        if (words === "" || words === "0") continue;
        if (kind === "score") values[field] = Number(words);
        else if (kind === "answer") values[field] = ANSWERS[Number(words) - 1];
        else values[field] = { source: texts.language, words: { [texts.language]: words } };
      }
      await call("create_record", { entity: "evaluation_response", values: values as never });
      await refresh();
      announce(t("ui.evaluation.saved", { number: number(sheet) }));
      setTyped({});
      setSheet(sheet + 1);
      inputs()[0]?.focus();
    } catch (reason) {
      setRefused(reason);
    }
    setBusy(false);
  }

  const answers = Object.fromEntries(ANSWERS.map((code) => [code, label(texts, "answer", code)]));
  return (
    <TaskPanel
      title={`${t("ui.evaluation.sheet", { number: number(sheet) })} – ${title}`}
      size="wide"
      onClose={onClose}
      leave={{ label: t("ui.word.done"), run: onClose }}
      action={{ label: t("ui.evaluation.save"), run: () => void save(), busy }}
    >
      <p className="help">{t("ui.evaluation.type_help")}</p>
      {questions.some(({ kind }) => kind === "answer") ? (
        <p className="help">{t("ui.evaluation.answer_help", answers)}</p>
      ) : null}
      <Refusal error={refused === null ? null : asCoreError(refused)} />
      <form
        ref={form}
        className="stack-sheet"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          // In a field of several lines Enter is a new line there; Ctrl with it saves from everywhere.
          const inLines = event.target instanceof HTMLTextAreaElement;
          if (event.key !== "Enter" || (inLines && !event.ctrlKey)) return;
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        {questions.map(({ field, kind }, at) => {
          const common = {
            label: t(`entity.evaluation_response.${field}`),
            name: field,
            value: typed[field] ?? "",
            autoFocus: at === 0,
          };
          const change = (words: string) => setTyped((now) => ({ ...now, [field]: words }));
          return kind === "words" ? (
            <WordsField key={field} {...common} onChange={change} lines={2} language={texts.language} />
          ) : (
            <DigitField
              key={field}
              {...common}
              most={kind === "score" ? 5 : ANSWERS.length}
              onChange={(digit) => {
                change(digit);
                if (digit !== "") goOn(field);
              }}
            />
          );
        })}
      </form>
    </TaskPanel>
  );
}
