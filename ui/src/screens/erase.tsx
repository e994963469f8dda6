// Erasing a person or an attached file for good: what it does, then a second step that asks once more. Deleting with a
// way back is another thing (actions.tsx).
import { useEffect, useState } from "react";
import type { ErasurePlan, Mention } from "../ipc/bindings";
import { call } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { ChoiceField } from "../widgets/choice";
import { FlagField } from "../widgets/field";
import { Notice } from "../widgets/notice";
import { Refusal } from "./actions";
import { Erasing } from "./dialogs";
import { label, useCatalogue, useEntity } from "./values";

interface EraseProps {
  entity: string;
  id: string;
  onClose: () => void;
  /** What was erased is gone. */
  onErased: () => void;
}

/** Whether records of a kind can be erased: those that are a person's, and attached files. */
export function useErasable(entity: string): boolean {
  return useEntity(entity)?.fields.some((field) => field.personal) ?? false;
}

export function ErasePanel({ entity, id, onClose, onErased }: EraseProps) {
  const texts = useTexts();
  const { t } = texts;
  const [ready, setReady] = useState(false);
  // What is still being typed belongs to what is erased.
  useEffect(() => {
    void flushTyped().then(() => setReady(true));
  }, []);
  const read = useRead("plan_erasure", { entity, id }, { when: ready });
  const plan = read.data;
  const reasons = useCatalogue("erasure_reason");
  const [reason, setReason] = useState("person_request");
  const [anonymise, setAnonymise] = useState(false);
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const isChosen = (mention: Mention) => chosen[mention.document] ?? mention.sure;

  async function erase(now: ErasurePlan) {
    const clear = now.mentions.filter(isChosen).map((mention) => mention.document);
    const request = { entity, id, reason, anonymise, clear, digest: now.digest };
    return (await call("erase", { request })).copies;
  }

  if (!plan) return read.error ? <Refusal error={read.error} /> : null;
  return (
    <Erasing
      title={t("ui.erase.title", { name: plan.name })}
      act={t("ui.erase.erase")}
      sure={t("ui.erase.sure", { name: plan.name })}
      erase={() => erase(plan)}
      onErased={onErased}
      onClose={onClose}
    >
      <p className="intro">{t("ui.erase.intro")}</p>
      <ChoiceField
        name="reason"
        label={t("erasure.column.reason")}
        value={reason}
        onChange={(next) => next && setReason(next)}
        choices={reasons.map((code) => ({ value: code, label: label(texts, "erasure_reason", code) }))}
      />
      {plan.can_anonymise ? (
        <ChoiceField
          name="way"
          label={t("ui.erase.way")}
          value={anonymise ? "anonymise" : "erase"}
          onChange={(next) => setAnonymise(next === "anonymise")}
          choices={["erase", "anonymise"].map((way) => ({
            value: way,
            label: t(`ui.erase.way_${way}`),
          }))}
        />
      ) : null}
      <Consequences plan={plan} />
      <Mentions
        mentions={plan.mentions}
        isChosen={isChosen}
        onChoose={(document, next) => setChosen({ ...chosen, [document]: next })}
      />
    </Erasing>
  );
}

function Consequences({ plan }: { plan: ErasurePlan }) {
  const texts = useTexts();
  const { t } = texts;
  const kept = Object.entries(plan.references);
  const count = (number: number) => ({ count: texts.number(number) });
  return (
    <>
      <section className="series-part" aria-labelledby="erase-goes">
        <h3 id="erase-goes">{t("ui.erase.goes")}</h3>
        <ul className="plan-records">
          <li>{t("ui.erase.record")}</li>
          {plan.attachments > 0 ? <li>{t("ui.erase.attachments", count(plan.attachments))}</li> : null}
          {plan.copies > 0 ? <li>{t("ui.erase.copies", count(plan.copies))}</li> : null}
          {plan.computers.length > 0 ? (
            <li>{t("ui.erase.computers", { names: plan.computers.join(", ") })}</li>
          ) : null}
        </ul>
      </section>
      {kept.length > 0 ? (
        <section className="series-part" aria-labelledby="erase-stays">
          <h3 id="erase-stays">{t("ui.erase.stays")}</h3>
          <ul className="plan-records">
            {kept.map(([entity, number]) => (
              <li key={entity}>{texts.pair(t(`entity.${entity}.many`), texts.number(number))}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {plan.scans > 0 ? (
        <Notice tone="warning">
          <p>{t("ui.erase.scans", count(plan.scans))}</p>
        </Notice>
      ) : null}
    </>
  );
}

interface MentionsProps {
  mentions: Mention[];
  isChosen: (mention: Mention) => boolean;
  onChoose: (document: string, chosen: boolean) => void;
}

/** Other records in which the name stands, each with a box. */
function Mentions({ mentions, isChosen, onChoose }: MentionsProps) {
  const texts = useTexts();
  const { t } = texts;
  if (mentions.length === 0) return null;
  return (
    <section className="series-part" aria-labelledby="erase-mentions">
      <h3 id="erase-mentions">{t("ui.erase.mentions")}</h3>
      <p>{t("ui.erase.mentions_help")}</p>
      <ul className="mentions">
        {mentions.map((mention) => {
          const kind = t(`entity.${mention.entity}.one`);
          const name = mention.name ? texts.pair(kind, mention.name) : kind;
          const how = t(mention.sure ? "ui.erase.whole_name" : "ui.erase.family_name");
          return (
            <li key={mention.document}>
              <FlagField
                name={`clear-${mention.document}`}
                label={name}
                help={mention.record ? `${how}; ${t("ui.erase.own_record")}` : how}
                value={isChosen(mention)}
                onChange={(next) => onChoose(mention.document, next)}
              />
              <ul>
                {mention.places.map((place) => (
                  <li key={`${place.entity}/${place.field}/${place.excerpt}`}>
                    <span>{t(`entity.${place.entity}.${place.field}`)}</span>{" "}
                    {place.now ? null : <span className="conflict-by">({t("ui.erase.earlier")})</span>}
                    <blockquote>{place.excerpt}</blockquote>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
