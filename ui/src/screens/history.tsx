// What a record was before: each save, the latest first, field by field. Closed until one asks for it.
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { plain, useEntity } from "./values";

export function History({ entity, id }: { entity: string; id: string }) {
  const texts = useTexts();
  const info = useEntity(entity);
  const changes = useRead("record_history", { entity, id }).data ?? [];
  if (changes.length < 2) return null;
  const words = (field: string, value: unknown) => {
    const known = info?.fields.find((one) => one.name === field);
    return plain(texts, known, value) || texts.t("ui.history.nothing");
  };
  return (
    <details className="history">
      <summary>{texts.t("ui.history.title")}</summary>
      <ol>
        {changes.map((change) => (
          <li key={change.at}>
            <time dateTime={change.at}>{texts.time(change.at)}</time>
            {change.fields.length === 0 ? (
              <p>{texts.t("ui.history.made")}</p>
            ) : (
              <ul>
                {change.fields.map(({ field, before, after }) => (
                  <li key={field}>
                    {texts.t("ui.history.was", {
                      field: texts.t(`entity.${entity}.${field}`),
                      before: words(field, before),
                      after: words(field, after),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
