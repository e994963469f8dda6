// How an attendance mark came about: every change of it, when, on which computer, and what it rests on. Of somebody who
// was there in part one says here for how long.
import { useRead, useRecords } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { Panel } from "../../widgets/overlay";
import { Table } from "../../widgets/table";
import { Refusal } from "../actions";
import { deviceName } from "../history";
import { RecordForm } from "../record-form";
import { CodeMark, label } from "../values";

interface MarkHistoryProps {
  enrolment: string;
  halfDay: string;
  name: string;
  onClose: () => void;
}

export function MarkHistory({ enrolment, halfDay, name, onClose }: MarkHistoryProps) {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead("mark_history", { enrolment, half_day: halfDay });
  const mark = useRecords("attendance", enrolment).find((one) => one.half_day === halfDay);
  return (
    <Panel
      title={t("ui.attendance.history", { name })}
      open
      size="wide"
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t("ui.word.done")}
        </Button>
      }
    >
      {mark?.status === "partial" ? (
        <RecordForm entity="attendance" record={mark} id={mark.id} only={["minutes"]} level={3} />
      ) : null}
      <Refusal error={read.error} />
      {read.data ? (
        <Table
          label={t("ui.attendance.history", { name })}
          rows={[...read.data].reverse()}
          rowId={(moment) => moment.at}
          empty={t("ui.attendance.history_none")}
          columns={[
            { id: "at", title: t("ui.attendance.when"), cell: (moment) => texts.time(moment.at) },
            {
              id: "status",
              title: t("entity.attendance.status"),
              cell: ({ there, values }) =>
                there ? (
                  values.status ? (
                    <CodeMark catalogue="attendance_status" code={values.status} />
                  ) : (
                    "–"
                  )
                ) : (
                  t("ui.attendance.removed")
                ),
            },
            {
              id: "basis",
              title: t("entity.attendance.basis"),
              cell: ({ values }) => label(texts, "attendance_basis", values.basis) || "–",
            },
            {
              id: "author",
              title: t("ui.attendance.laptop"),
              minor: true,
              cell: ({ author, own }) => deviceName(texts, { by: author || null, own }),
            },
          ]}
        />
      ) : null}
    </Panel>
  );
}
