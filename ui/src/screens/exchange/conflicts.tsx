// What several laptops wrote at once: every value with the laptop and the time, and a button for each.
import type { Conflict, JsonValue } from "../../ipc/bindings";
import { useRead, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { announce } from "../../widgets/notice";
import { Refusal } from "../actions";
import { useGone } from "../focus";
import { useEntity } from "../values";
import { choiceWords, place } from "./values";

export function Conflicts() {
  const texts = useTexts();
  const { t } = texts;
  const conflicts = useRead("conflicts", {}).data ?? [];
  const rows = conflicts.map((conflict) => ({ ...conflict, id: `${conflict.record}/${conflict.field}` }));
  const { frame, gone } = useGone<HTMLElement>(rows, { openers: ".conflict h3" });
  const settle = useWrite("settle_conflict");
  if (conflicts.length === 0 && settle.error === null) return null;

  function choose(at: number, choice: JsonValue) {
    const conflict = rows[at];
    if (!conflict) return;
    settle.mutate(
      { record: conflict.record, field: conflict.field, choice },
      {
        onSuccess: () => {
          announce(t("ui.exchange.settled"));
          gone(at, conflict.id);
        },
      },
    );
  }

  return (
    <section className="section" aria-labelledby="conflicts-title" ref={frame}>
      <h2 id="conflicts-title">{t("ui.exchange.conflicts_title")}</h2>
      <p>{t("ui.exchange.conflicts_help")}</p>
      <Refusal error={settle.error} />
      {rows.map((conflict, at) => (
        <OneConflict
          key={conflict.id}
          conflict={conflict}
          busy={settle.isPending}
          onChoose={(choice) => choose(at, choice)}
        />
      ))}
    </section>
  );
}

interface OneConflictProps {
  conflict: Conflict;
  busy: boolean;
  onChoose: (choice: JsonValue) => void;
}

function OneConflict({ conflict, busy, onChoose }: OneConflictProps) {
  const texts = useTexts();
  const { t } = texts;
  const form = useEntity(conflict.entity);
  const info = form?.fields.find((field) => field.name === conflict.field.split("/")[0]);
  const id = `conflict-${conflict.record}-${conflict.field.replaceAll("/", "-")}`;
  const kind = t(`entity.${conflict.entity}.one`);
  const record = conflict.name === "" ? kind : texts.pair(kind, conflict.name);
  return (
    <section className="conflict" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {texts.pair(record, place(texts, conflict.entity, conflict.field, info))}
      </h3>
      <ul>
        {conflict.choices.map((choice) => {
          const words = choiceWords(texts, conflict.field, info, choice.value);
          return (
            <li key={JSON.stringify(choice.value)}>
              <p className="conflict-value">{words}</p>
              <p className="conflict-by">
                {t("ui.exchange.written_by", {
                  device: choice.device ?? t("ui.exchange.unknown_laptop"),
                  time: texts.time(choice.at),
                })}
              </p>
              <Button
                busy={busy}
                spoken={texts.pair(t("ui.exchange.keep"), words)}
                onPress={() => onChoose(choice.value)}
              >
                {t("ui.exchange.keep")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
