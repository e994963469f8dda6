// The columns of an entity's table, from the layout and the core's description of the fields.
import type { AnyRecord } from "../ipc/query";
import type { Texts } from "../texts";
import type { TableColumn } from "../widgets/table";
import { layoutOf } from "./layout";
import { depthOf, type EntityInfo, nameOf, plain, Value } from "./values";

export function columnsOf(
  texts: Texts,
  entity: string,
  info: EntityInfo | undefined,
): TableColumn<AnyRecord>[] {
  if (!info) return [];
  return layoutOf(entity).columns.map((names, index) => {
    const [first = "", second] = names.split(" ");
    const field = info.fields.find((one) => one.name === first);
    const number = ["decimal", "integer", "money", "links"].includes(field?.kind ?? "");
    const pair = second !== undefined && field?.kind === "date";
    return {
      id: names,
      title: texts.t(pair ? "ui.period.period" : `entity.${entity}.${second === undefined ? first : "one"}`),
      ...(number ? { align: "end" as const } : {}),
      minor: index > 2,
      cell: (record) => {
        if (pair) return <span className="keep">{texts.period(record[first], record[second])}</span>;
        if (second !== undefined)
          return (
            <span data-depth={record.level ? depthOf(record) : undefined}>
              {nameOf(texts, entity, info, record)}
            </span>
          );
        if (index === 0 && !plain(texts, field, record[first])) return nameOf(texts, entity, info, record);
        return <Value info={field} value={record[first]} />;
      },
    };
  });
}
