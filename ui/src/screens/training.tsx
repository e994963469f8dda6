// The log of training sessions: half-days, trainers, the people enrolled, and their attendance.
import { useState } from "react";
import { call } from "../ipc/call";
import { asCoreError, refresh, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { ManyField } from "../widgets/choice";
import { announce, Notice } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import type { TabPart } from "../widgets/tabs";
import { errorText } from "./actions";
import { useCounts } from "./analysis";
import { Attendance } from "./attendance";
import { RecordPage } from "./log";
import { NewPart, Parts } from "./parts";
import { useNames } from "./values";

const PARTS = ["half_day", "trainer", "enrolment"];

export function TrainingPage({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const counts = useCounts(PARTS, id);
  const count = (entity: string) => (counts[entity] ? texts.number(counts[entity]) : undefined);
  const plainPart = (entity: string): TabPart => ({
    id: entity,
    title: texts.t(`entity.${entity}.many`),
    count: count(entity),
    content: () => <Parts key={entity} entity={entity} parent={id} />,
  });
  const parts = (): TabPart[] => [
    plainPart("half_day"),
    plainPart("trainer"),
    {
      id: "enrolment",
      title: texts.t("ui.training.people"),
      count: count("enrolment"),
      content: () => (
        <Parts key="enrolment" entity="enrolment" parent={id} beside={<EnrolMany session={id} />} />
      ),
    },
    {
      id: "attendance",
      title: texts.t("ui.training.attendance"),
      content: () => <Attendance session={id} />,
    },
  ];
  return <RecordPage entity="training_session" id={id} tab={tab} parts={parts} />;
}

/** Enrols several people at once, and new ones. */
function EnrolMany({ session }: { session: string }) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const [making, setMaking] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const enrolled = new Set(useRecords("enrolment", session).map((enrolment) => enrolment.participant));
  const names = useNames("participant");
  const others = names.filter(({ id }) => !enrolled.has(id));

  async function enrol(people: string[]) {
    setRefusal(null);
    let done = 0;
    try {
      for (const participant of people) {
        await call("create_record", {
          entity: "enrolment",
          values: { training_session: session, participant },
        });
        done += 1;
      }
      setOpen(false);
      setChosen([]);
    } catch (reason) {
      setRefusal(errorText(texts, asCoreError(reason)));
      setChosen(people.slice(done));
    }
    await refresh();
    if (done > 0) announce(texts.count("ui.training.enrolled", done));
  }

  return (
    <>
      <Button icon="people" onPress={() => setOpen(true)} disabled={others.length === 0}>
        {texts.t("ui.training.enrol_many")}
      </Button>
      <Button icon="plus" onPress={() => setMaking(true)}>
        {texts.t("ui.training.new_person")}
      </Button>
      {open ? (
        <Panel
          title={texts.t("ui.training.enrol_many")}
          open
          onClose={() => setOpen(false)}
          closeLabel={texts.t("ui.word.close")}
          actions={
            <>
              <Button kind="quiet" onPress={() => setOpen(false)}>
                {texts.t("ui.word.cancel")}
              </Button>
              <Button kind="primary" disabled={chosen.length === 0} onPress={() => void enrol(chosen)}>
                {texts.t("ui.training.enrol")}
              </Button>
            </>
          }
        >
          {refusal ? (
            <Notice tone="danger" alert>
              <p>{refusal}</p>
            </Notice>
          ) : null}
          <ManyField
            label={texts.t("entity.participant.many")}
            values={chosen}
            onChange={setChosen}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            summary={texts.count("ui.field.chosen", chosen.length)}
            removeLabel={(name) => texts.t("ui.field.remove", { name })}
          />
        </Panel>
      ) : null}
      {making ? (
        <NewPart
          entity="participant"
          parent={null}
          onClose={() => setMaking(false)}
          onMade={(participant) => void enrol([participant])}
        />
      ) : null}
    </>
  );
}
