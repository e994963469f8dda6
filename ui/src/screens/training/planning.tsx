// What is done with a session as a whole: its papers, a copy of it, its days for the calendar, all its half-days at once.
import { useState } from "react";
import { useRead, useWrite, write } from "../../ipc/query";
import { go } from "../../router";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { DateEntry } from "../../widgets/date";
import { announce, tell } from "../../widgets/notice";
import { MenuButton } from "../../widgets/overlay";
import { attempt, Refusal } from "../actions";
import { problemText } from "../problem";
import { TaskPanel } from "../task-panel";
import { label } from "../values";

/** The papers of a session, in the order in which they are needed. */
const PAPERS = ["signin_sheet", "name_badges", "evaluation_questionnaire", "certificate"];

export function SessionMenus({ session }: { session: string }) {
  const texts = useTexts();
  const { t } = texts;
  const [copying, setCopying] = useState(false);
  const kinds = useRead("list_reports", {}).data ?? [];
  const papers = PAPERS.filter((kind) => kinds.some((one) => one.kind === kind));

  const calendar = () =>
    attempt(texts, async () => {
      const path = await write("export_calendar", { session, language: texts.language });
      tell(t("ui.training.calendar_saved", { path }));
    });

  return (
    <>
      <MenuButton
        label={t("ui.training.papers")}
        icon="report"
        kind="plain"
        entries={papers.map((kind) => ({ id: kind, label: label(texts, "report_kind", kind) }))}
        onChoose={(kind) => go("reports", kind, session)}
      />
      <MenuButton
        label={t("ui.training.planning")}
        icon="calendar"
        kind="plain"
        entries={[
          { id: "copy", label: t("ui.training.copy") },
          { id: "calendar", label: t("ui.training.calendar") },
        ]}
        onChoose={(id) => (id === "copy" ? setCopying(true) : void calendar())}
      />
      {copying ? <CopyPanel session={session} onClose={() => setCopying(false)} /> : null}
    </>
  );
}

function CopyPanel({ session, onClose }: { session: string; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [starts, setStarts] = useState<string | null>(null);
  const copy = useWrite("copy_session");
  const [problem] = copy.error?.problems ?? [];

  function run() {
    copy.mutate(
      { session, starts: starts ?? "" },
      {
        onSuccess: (made) => {
          onClose();
          go("training_session", String(made.id));
        },
      },
    );
  }

  return (
    <TaskPanel
      title={t("ui.training.copy")}
      onClose={onClose}
      action={{ label: t("ui.training.copy"), run, busy: copy.isPending }}
    >
      {problem ? null : <Refusal error={copy.error} />}
      <DateEntry
        label={t("ui.training.copy_start")}
        name="starts"
        value={starts}
        onChange={setStarts}
        required
        clearLabel={t("ui.field.clear", { field: t("ui.training.copy_start") })}
        problem={problem ? problemText(texts, problem) : undefined}
      />
    </TaskPanel>
  );
}

/** Adds morning and afternoon to every day that has none. */
export function FillDays({ session }: { session: string }) {
  const { t, number } = useTexts();
  const fill = useWrite("fill_half_days");
  return (
    <>
      <Button
        icon="calendar"
        busy={fill.isPending}
        onPress={() =>
          fill.mutate(
            { session },
            { onSuccess: (added) => announce(t("ui.training.filled", { count: number(added) })) },
          )
        }
      >
        {t("ui.training.fill")}
      </Button>
      <Refusal error={fill.error} />
    </>
  );
}
