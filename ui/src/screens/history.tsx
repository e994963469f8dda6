// What a record was before: each save, the latest first, field by field. Closed, and not even read, until one asks for it.
import { useState } from "react";
import { useRead } from "../ipc/query";
import { type Texts, useTexts } from "../texts";
import { plain, useEntity, Value } from "./values";

export function History({ entity, id }: { entity: string; id: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("ui.history.title")}</summary>
      {open ? <Changes entity={entity} id={id} /> : null}
    </details>
  );
}

/** What the computer is called on which something was done. */
export function deviceName(texts: Texts, { by, own }: { by: string | null; own: boolean }): string {
  return by ?? texts.t(own ? "ui.history.this_computer" : "ui.exchange.unknown_laptop");
}

function Changes({ entity, id }: { entity: string; id: string }) {
  const texts = useTexts();
  const info = useEntity(entity);
  const changes = useRead("record_history", { entity, id }).data ?? [];
  const known = (field: string) => info?.fields.find((one) => one.name === field);
  const words = (field: string, value: unknown) =>
    plain(texts, known(field), value) || texts.t("ui.history.nothing");
  const leads = (field: string) => ["link", "links"].includes(known(field)?.kind ?? "");
  return (
    <ol>
      {changes.map((change) => (
        <li key={`${change.at}/${change.what}`}>
          <time dateTime={change.at}>
            {texts.t("ui.exchange.written_by", {
              device: deviceName(texts, change),
              time: texts.time(change.at),
            })}
          </time>
          {change.what === "changed" ? null : <p>{texts.t(`ui.history.${change.what}`)}</p>}
          {change.fields.length === 0 ? null : (
            <ul>
              {change.fields.map(({ field, before, after }) => (
                <li key={field}>
                  {leads(field) ? (
                    <>
                      {texts.t(`entity.${entity}.${field}`)}: <Value info={known(field)} value={before} /> →{" "}
                      <Value info={known(field)} value={after} />
                    </>
                  ) : (
                    texts.t("ui.history.was", {
                      field: texts.t(`entity.${entity}.${field}`),
                      before: words(field, before),
                      after: words(field, after),
                    })
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
