// The participants of all sessions: the list, importing one, and entries that may be of one person.
import { useState } from "react";
import { useRead, useRecords, useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { announce, Notice } from "../widgets/notice";
import { Panel } from "../widgets/overlay";
import { Refusal } from "./actions";
import { LogList } from "./log";
import { ImportPeople } from "./training/import-people";
import { nameOf, useEntity } from "./values";

export function PeopleScreen() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <LogList
      entity="participant"
      search={["organisation", "city"]}
      above={<Twice />}
      beside={
        <>
          <Button icon="data" onPress={() => setOpen(true)}>
            {t("ui.import.people")}
          </Button>
          {open ? <ImportPeople session={null} onClose={() => setOpen(false)} /> : null}
        </>
      }
    />
  );
}

/** Says that people may have been entered twice, and lets the officer merge them. */
function Twice() {
  const texts = useTexts();
  const { t } = texts;
  const groups = useRead("namesakes", {}, { keep: true }).data ?? [];
  const [open, setOpen] = useState(false);
  const merge = useWrite("merge_participants");
  const info = useEntity("participant");
  const records = useRecords("participant");
  if (groups.length === 0) return null;
  const record = (id: string) => records.find((one) => one.id === id);
  const name = (id: string) => {
    const found = record(id);
    return found ? nameOf(texts, "participant", info, found) : "";
  };

  return (
    <>
      <Notice tone="warning" actions={<Button onPress={() => setOpen(true)}>{t("ui.people.review")}</Button>}>
        <p>{t("ui.people.twice", { count: texts.number(groups.length) })}</p>
      </Notice>
      {open ? (
        <Panel
          title={t("ui.people.review")}
          open
          size="wide"
          onClose={() => setOpen(false)}
          closeLabel={t("ui.word.close")}
          actions={
            <Button kind="primary" onPress={() => setOpen(false)}>
              {t("ui.word.done")}
            </Button>
          }
        >
          <p className="help">{t("ui.people.twice_help")}</p>
          <Refusal error={merge.error} />
          <ul className="namesakes">
            {groups.map(({ people }) => (
              <li key={people.join()}>
                <strong>{name(people[0] ?? "")}</strong>
                <ul>
                  {people.map((keep) => (
                    <li key={keep}>
                      <span>
                        {[record(keep)?.organisation, record(keep)?.function, record(keep)?.city]
                          .filter(Boolean)
                          .join(" · ") || "–"}
                      </span>
                      <Button
                        onPress={() => {
                          const other = people.find((id) => id !== keep) ?? "";
                          const kept = name(keep);
                          merge.mutate(
                            { keep, other },
                            { onSuccess: () => announce(t("ui.people.merged", { name: kept })) },
                          );
                        }}
                      >
                        {t("ui.people.keep")}
                      </Button>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}
