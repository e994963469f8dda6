// The log of training sessions: planning, people, attendance, certificates, evaluation, figures, files. What each tab
// does is in `training/`.
import { useRead, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import type { TabPart } from "../widgets/tabs";
import { Attendance } from "./attendance";
import { LogList, RecordPage } from "./log";
import { ThreadOf } from "./overview";
import { Parts } from "./parts";
import { Certificates } from "./training/certificates";
import { Evaluation } from "./training/evaluation";
import { Figures } from "./training/figures";
import { Files } from "./training/files";
import { People } from "./training/people";
import { FillDays, SessionMenus } from "./training/planning";

/** The sessions, the templates apart, and how many people were trained in all of them. */
export function TrainingList() {
  const { t } = useTexts();
  return (
    <LogList
      entity="training_session"
      newest="starts"
      apart={{ title: t("ui.training.templates"), belongs: (session) => session.template === true }}
      below={
        <section className="form-group" aria-label={t("ui.training.figures_all")}>
          <h2 className="group-title">{t("ui.training.figures_all")}</h2>
          <Figures session={null} />
        </section>
      }
    />
  );
}

export function TrainingPage({ id, tab }: { id: string; tab: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const counts: Record<string, number> = {
    half_day: useRecords("half_day", id).length,
    trainer: useRecords("trainer", id).length,
    enrolment: useRecords("enrolment", id).length,
  };
  const files = useRead("attachments", { subject: id }).data?.length ?? 0;
  const count = (entity: string) => (counts[entity] ? texts.number(counts[entity]) : undefined);
  const parts = (): TabPart[] => [
    {
      id: "half_day",
      title: t("entity.half_day.many"),
      count: count("half_day"),
      content: () => (
        <Parts key="half_day" entity="half_day" parent={id} beside={<FillDays session={id} />} />
      ),
    },
    {
      id: "trainer",
      title: t("entity.trainer.many"),
      count: count("trainer"),
      content: () => <Parts key="trainer" entity="trainer" parent={id} />,
    },
    {
      id: "enrolment",
      title: t("ui.training.people"),
      count: count("enrolment"),
      content: () => <People session={id} />,
    },
    {
      id: "attendance",
      title: t("ui.training.attendance"),
      content: () => <Attendance session={id} />,
    },
    {
      id: "certificate",
      title: t("entity.certificate.many"),
      content: () => <Certificates session={id} />,
    },
    { id: "evaluation", title: t("ui.evaluation.title"), content: () => <Evaluation session={id} /> },
    { id: "figures", title: t("ui.training.figures"), content: () => <Figures session={id} /> },
    {
      id: "files",
      title: t("ui.training.files"),
      count: files > 0 ? texts.number(files) : undefined,
      content: () => <Files subject={id} />,
    },
  ];
  return (
    <RecordPage
      entity="training_session"
      id={id}
      tab={tab}
      parts={parts}
      mark={() => <SessionMenus session={id} />}
      after={() => <ThreadOf column="trainings" id={id} />}
    />
  );
}
