// Who takes part in a meeting: the member agencies at one glance, and people and guests one by one.
import { useRead, useRecords, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { ChoiceField } from "../../widgets/choice";
import { Notice } from "../../widgets/notice";
import { attempt } from "../actions";
import { Parts } from "../parts";
import { label, nameOf, useCatalogue, useEntity } from "../values";

export function Roll({ meeting }: { meeting: string }) {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const info = useEntity("agency");
  const members = useRecords("agency", file?.partnership ?? null, file != null)
    .filter((agency) => agency.role != null)
    .map((agency) => ({ id: agency.id, name: nameOf(texts, "agency", info, agency) }))
    .sort((a, b) => texts.compare(a.name, b.name));
  const rows = useRecords("meeting_attendance", meeting);
  const statuses = useCatalogue("meeting_presence");
  const choices = statuses.map((code) => ({ value: code, label: label(texts, "meeting_presence", code) }));
  return (
    <>
      <Quorum meeting={meeting} />
      <section className="form-group" aria-labelledby="roll-title">
        <h2 className="group-title" id="roll-title">
          {t("ui.meeting.agency_quick")}
        </h2>
        <p className="intro">{t("ui.meeting.agency_quick_help")}</p>
        <ul className="roll">
          {members.map(({ id, name }) => {
            const own = rows.filter((row) => row.agency === id);
            return (
              <li key={id}>
                {own.length > 1 ? (
                  <p>
                    <strong>{name}</strong> {t("ui.meeting.agency_several")}
                  </p>
                ) : (
                  <ChoiceField
                    label={name}
                    name={`agency-${id}`}
                    value={own[0] ? String(own[0].status) : null}
                    choices={choices}
                    onChange={(status) => {
                      if (status)
                        void attempt(texts, () => write("mark_agency", { meeting, agency: id, status }));
                    }}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <Parts entity="meeting_attendance" parent={meeting} />
    </>
  );
}

/** How many agencies are there, and whether that is enough to decide. */
function Quorum({ meeting }: { meeting: string }) {
  const texts = useTexts();
  const quorum = useRead("quorum", { meeting }, { keep: true }).data;
  if (!quorum) return null;
  const present = texts.number(quorum.present);
  if (quorum.met === null) return <p className="intro">{texts.t("ui.meeting.present", { present })}</p>;
  return (
    <Notice tone={quorum.met ? "done" : "warning"}>
      <p>
        {texts.t(quorum.met ? "ui.meeting.quorum_met" : "ui.meeting.quorum_missed", {
          present,
          needed: texts.number(quorum.needed),
        })}
      </p>
    </Notice>
  );
}
