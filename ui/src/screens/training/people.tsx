// The people of a session: enrolling several, new ones and a whole list; places and the waiting list.
import { useState } from "react";
import { useRead, useRecords, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { ManyField } from "../../widgets/choice";
import { announce, Notice } from "../../widgets/notice";
import { Refusal } from "../actions";
import { NewPart, Parts } from "../parts";
import { TaskPanel } from "../task-panel";
import { useNames } from "../values";
import { ImportPeople } from "./import-people";

export function People({ session }: { session: string }) {
  return (
    <Parts
      entity="enrolment"
      parent={session}
      intro={<Places session={session} />}
      beside={<Enrolling session={session} />}
    />
  );
}

/** How many places are taken, and who is next when one is free. */
function Places({ session }: { session: string }) {
  const texts = useTexts();
  const { t, number } = texts;
  const grid = useRead("attendance_grid", { session, language: texts.language }, { keep: true }).data;
  const give = useWrite("give_place");
  if (!grid || grid.seats.capacity === null) return null;
  const { capacity, taken, waiting } = grid.seats;
  const [next] = waiting;
  const name = grid.rows.find((row) => row.enrolment === next)?.name ?? "";
  return (
    <>
      <p className="intro">
        {t("ui.training.places", {
          taken: number(taken),
          capacity: number(capacity),
          waiting: number(waiting.length),
        })}
      </p>
      {next && taken < capacity ? (
        <Notice
          tone="info"
          actions={
            <Button busy={give.isPending} onPress={() => give.mutate({ enrolment: next })}>
              {t("ui.training.give_place")}
            </Button>
          }
        >
          <p>{t("ui.training.place_free", { name })}</p>
        </Notice>
      ) : null}
      <Refusal error={give.error} />
    </>
  );
}

/** Enrols several people at once, new ones, people who just came, and a list from outside. */
function Enrolling({ session }: { session: string }) {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<"many" | "new" | "walk_in" | "import" | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const enrolled = new Set(useRecords("enrolment", session).map((enrolment) => enrolment.participant));
  const names = useNames("participant");
  const others = names.filter(({ id }) => !enrolled.has(id));
  const enrol = useWrite("enrol");
  const walkIn = useWrite("enrol_walk_in");
  const close = () => setOpen(null);

  function put(participants: string[]) {
    enrol.mutate(
      { session, participants },
      {
        onSuccess: (done) => {
          setChosen([]);
          close();
          announce(texts.count("ui.training.enrolled", done.registered + done.waitlisted));
        },
      },
    );
  }

  return (
    <>
      <Button icon="people" onPress={() => setOpen("many")} disabled={others.length === 0}>
        {t("ui.training.enrol_many")}
      </Button>
      <Button icon="plus" onPress={() => setOpen("new")}>
        {t("ui.training.new_person")}
      </Button>
      <Button icon="plus" onPress={() => setOpen("walk_in")}>
        {t("ui.training.walk_in")}
      </Button>
      <Button icon="data" onPress={() => setOpen("import")}>
        {t("ui.import.people")}
      </Button>
      {open === "many" ? (
        <TaskPanel
          title={t("ui.training.enrol_many")}
          onClose={close}
          action={{
            label: t("ui.training.enrol"),
            run: () => put(chosen),
            busy: enrol.isPending,
            disabled: chosen.length === 0,
          }}
        >
          <Refusal error={enrol.error} />
          <ManyField
            label={t("entity.participant.many")}
            name="participants"
            values={chosen}
            onChange={setChosen}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            summary={texts.count("ui.field.chosen", chosen.length)}
            removeLabel={(name) => t("ui.field.remove", { name })}
          />
        </TaskPanel>
      ) : null}
      {open === "new" || open === "walk_in" ? (
        <NewPart
          entity="participant"
          parent={null}
          onClose={close}
          onMade={(participant) =>
            open === "new" ? put([participant]) : walkIn.mutate({ session, participant })
          }
        />
      ) : null}
      {open === "import" ? <ImportPeople session={session} onClose={close} /> : null}
      <Refusal error={walkIn.error ?? (open === "many" ? null : enrol.error)} />
    </>
  );
}
