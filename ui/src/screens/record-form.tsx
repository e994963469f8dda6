// The form of any record, made from the core's description of its fields. A field saves itself as one types.
import { type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { type Draft, draftKey, edit, leave, useDraft } from "../ipc/drafts";
import type { AnyRecord } from "../ipc/query";
import { useTexts } from "../texts";
import { FieldEntry } from "./entry";
import { type Group, hasField, type Layout, layoutOf } from "./layout";
import { PeriodEntry } from "./period";
import { type FieldInfo, useEntity } from "./values";

interface RecordFormProps {
  entity: string;
  /** The record, or what a new one starts with. */
  record: AnyRecord | { [field: string]: unknown };
  /** null: a new record, that a button creates. */
  id: string | null;
  /** The record to which a new one belongs. */
  parent?: string | null;
  /** Only these fields; else all, in the layout's groups. */
  only?: string[] | undefined;
  /** Level of the groups' headings: one below the heading under which the form stands. */
  level: 2 | 3;
}

export function RecordForm({ entity, record, id, parent = null, only, level }: RecordFormProps) {
  const texts = useTexts();
  const info = useEntity(entity);
  const key = draftKey(entity, id, parent);
  const draft = useDraft(key);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id) return () => void leave(key);
  }, [id, key]);
  useFocusOnRefusal(frame, id === null ? draft : undefined);
  if (!info) return null;
  const groups = groupsOf(entity, info.fields, info.parent, only);
  const layout = layoutOf(entity);
  const values = { ...record, ...draft?.values };
  return (
    <div className="record-form" ref={frame}>
      {groups.map((group) => (
        <FormGroup
          key={group.fields.join()}
          level={level}
          title={group.key ? texts.t(`ui.group.${group.key}`) : null}
        >
          {PERIODIC.has(entity) && group.fields.includes("period_from") ? (
            <PeriodEntry entity={entity} id={id} parent={parent} values={values} />
          ) : null}
          {group.fields
            .filter((name) => hasField(layout, values, name))
            .map((name) => {
              const known = info.fields.find((one) => one.name === name);
              if (!known) return null;
              const kind = layout.kinds ? String(values[layout.kinds.by] ?? "") : null;
              const field = ofKind(layout, known, kind);
              const edited = draft !== undefined && name in draft.values;
              return (
                <div key={name} className="cell" data-size={size(field)}>
                  <FieldEntry
                    entity={entity}
                    field={field}
                    kind={kind}
                    value={edited ? draft.values[name] : record[name]}
                    problem={draft?.problems[name]}
                    onChange={(value, wrong) => edit(entity, id, parent, name, value, wrong)}
                    onLeave={() => {
                      if (id) void leave(key);
                    }}
                    self={id}
                  />
                </div>
              );
            })}
        </FormGroup>
      ))}
    </div>
  );
}

/** The field as it is in a record of a kind: a line may be the code of a catalogue there. */
function ofKind(layout: Layout, field: FieldInfo, kind: string | null): FieldInfo {
  const catalogue = kind === null ? undefined : layout.kinds?.coded?.[field.name]?.[kind];
  return catalogue === undefined ? field : { ...field, kind: "code", catalogue };
}

/** What is entered for a reporting period, as a rule. */
const PERIODIC = new Set(["indicator_value", "status_report"]);

function FormGroup({ title, level, children }: { title: string | null; level: 2 | 3; children: ReactNode }) {
  const id = useId();
  if (title === null) return <div className="form-grid">{children}</div>;
  const Heading = `h${level}` as const;
  return (
    <section className="form-group" aria-labelledby={id}>
      <Heading id={id} className="group-title">
        {title}
      </Heading>
      <div className="form-grid">{children}</div>
    </section>
  );
}

function groupsOf(entity: string, fields: FieldInfo[], parent: string | null, only?: string[]): Group[] {
  if (only) return [{ fields: only }];
  const layout = layoutOf(entity);
  const placed = new Set([
    ...layout.groups.flatMap((group) => group.fields),
    ...(layout.hidden ?? []),
    parent,
  ]);
  const rest = fields.map((field) => field.name).filter((name) => !placed.has(name));
  return rest.length > 0 ? [...layout.groups, { fields: rest }] : layout.groups;
}

function size(field: FieldInfo): "wide" | "half" | "small" {
  if (field.kind === "note" || field.kind === "text" || field.kind === "codes" || field.kind === "links")
    return "wide";
  if (["date", "integer", "decimal", "money"].includes(field.kind)) return "small";
  if (field.catalogue === "factor") return "wide";
  return "half";
}

/** After a refusal the focus goes to the first field that has a problem. */
function useFocusOnRefusal(frame: RefObject<HTMLElement | null>, draft: Draft | undefined) {
  const problems = draft?.problems;
  const refusals = draft?.refusals ?? 0;
  const last = useRef(refusals);
  useEffect(() => {
    if (refusals > last.current) {
      const fields = frame.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [];
      focusField([...fields].find((one) => problems && (one.dataset.field ?? "") in problems));
    }
    last.current = refusals;
  }, [refusals, problems, frame]);
}

/** Moves the focus into a field of the page: to where one types, else to the button that opens its choices. */
export function focusField(field: Element | null | undefined) {
  const kinds = ["input:not([tabindex='-1']), textarea", "[role='spinbutton']", ".select", "button"];
  // A date field and a list also have an input that is not shown, for forms of the browser's own.
  const shown = (element: HTMLElement) =>
    element.checkVisibility() && !element.closest("[aria-hidden='true']");
  const target = kinds.flatMap((kind) => [...(field?.querySelectorAll<HTMLElement>(kind) ?? [])]).find(shown);
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}
