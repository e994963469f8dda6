// The log of meetings: agenda, attendance, running the meeting, decisions, action points. What each tab does is in a file
// of its own.
import { useState } from "react";
import { useRecords, useWrite, write } from "../../ipc/query";
import { go, link } from "../../router";
import { useTexts } from "../../texts";
import { Anchor, Button } from "../../widgets/button";
import { DateEntry } from "../../widgets/date";
import { tell } from "../../widgets/notice";
import type { TabPart } from "../../widgets/tabs";
import { attempt, Refusal } from "../actions";
import { LogList, RecordPage } from "../log";
import { Parts } from "../parts";
import { TaskPanel } from "../task-panel";
import { SensitivityMark } from "../values";
import { Agenda, Backlog } from "./agenda";
import { Live } from "./live";
import { Roll } from "./roll";

/** The meetings, the items that wait for one, and the series. */
export function MeetingList() {
  const { t } = useTexts();
  return (
    <LogList
      entity="meeting"
      newest="date"
      beside={
        <Anchor kind="plain" icon="check" href={link("action_point")}>
          {t("ui.meeting.actions")}
        </Anchor>
      }
      below={
        <>
          <section className="form-group" aria-labelledby="backlog-title">
            <h2 className="group-title" id="backlog-title">
              {t("ui.meeting.backlog")}
            </h2>
            <Backlog />
          </section>
          <section className="form-group" aria-labelledby="series-title">
            <h2 className="group-title" id="series-title">
              {t("entity.meeting_series.many")}
            </h2>
            <Parts entity="meeting_series" parent={null} />
          </section>
        </>
      }
    />
  );
}

export function MeetingPage({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const decisions = useRecords("decision", id).length;
  const actions = useRecords("action_point", id).length;
  const count = (number: number) => (number > 0 ? texts.number(number) : undefined);
  const parts = (): TabPart[] => [
    { id: "agenda", title: t("ui.meeting.agenda"), content: () => <Agenda meeting={id} /> },
    { id: "attendance", title: t("ui.meeting.attendance"), content: () => <Roll meeting={id} /> },
    { id: "live", title: t("ui.meeting.live"), content: () => <Live meeting={id} /> },
    {
      id: "decision",
      title: t("entity.decision.many"),
      count: count(decisions),
      content: () => <Parts key="decision" entity="decision" parent={id} />,
    },
    {
      id: "action_point",
      title: t("entity.action_point.many"),
      count: count(actions),
      content: () => <Parts key="action_point" entity="action_point" parent={id} />,
    },
  ];
  return (
    <RecordPage
      entity="meeting"
      id={id}
      tab={tab}
      parts={parts}
      mark={(meeting) => (
        <>
          <SensitivityMark code={String(meeting.sensitivity)} />
          <MeetingTasks meeting={id} next={meeting.next_meeting_on} />
        </>
      )}
    />
  );
}

function MeetingTasks({ meeting, next }: { meeting: string; next: unknown }) {
  const texts = useTexts();
  const { t } = texts;
  const [planning, setPlanning] = useState(false);
  const save = () =>
    attempt(texts, async () => {
      const path = await write("export_meeting", { meeting, language: texts.language });
      tell(t("ui.meeting.calendar_saved", { path }));
    });
  return (
    <>
      <Button icon="calendar" onPress={() => void save()}>
        {t("ui.meeting.calendar")}
      </Button>
      <Button icon="right" onPress={() => setPlanning(true)}>
        {t("ui.meeting.next")}
      </Button>
      {planning ? <PlanNext meeting={meeting} first={next} onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

interface PlanNextProps {
  meeting: string;
  /** The date that was agreed on, if there is one. */
  first: unknown;
  onClose: () => void;
}

function PlanNext({ meeting, first, onClose }: PlanNextProps) {
  const { t } = useTexts();
  const [date, setDate] = useState<string | null>(typeof first === "string" ? first : null);
  const plan = useWrite("next_meeting");
  function run() {
    plan.mutate(
      { meeting, date: date ?? "" },
      {
        onSuccess: (made) => {
          onClose();
          go("meeting", String(made.id), "agenda");
        },
      },
    );
  }
  return (
    <TaskPanel
      title={t("ui.meeting.next")}
      onClose={onClose}
      action={{ label: t("ui.meeting.next_plan"), run, busy: plan.isPending, disabled: date === null }}
    >
      <p className="help">{t("ui.meeting.next_help")}</p>
      <Refusal error={plan.error} />
      <DateEntry
        label={t("ui.meeting.next_date")}
        clearLabel={t("ui.field.clear", { field: t("ui.meeting.next_date") })}
        name="date"
        value={date}
        onChange={setDate}
        required
      />
    </TaskPanel>
  );
}
