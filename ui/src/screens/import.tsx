// Importing a table, first two steps: open a file or paste rows, then say which column holds what. Comparing and
// applying are the subject's own third step; nothing is stored before that.
import { type ReactNode, useState } from "react";
import type { OpenedTable } from "../ipc/bindings";
import { call } from "../ipc/call";
import { asCoreError, useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { ChoiceField } from "../widgets/choice";
import { FlagField, WordsField } from "../widgets/field";
import { Refusal } from "./actions";
import { TaskPanel } from "./task-panel";

/** What was chosen in the first two steps. */
export interface Chosen {
  /** The rows, without the one that names the columns. */
  rows: string[][];
  /** The number of the first row in the table, as one counts. */
  first: number;
  columns: (string | null)[];
  /** A code of the catalogue `enrolment_source`. */
  source: string;
}

interface ImportProps {
  title: string;
  entity: string;
  /** What a column can hold: fields of the entity, and others with a label of their own. */
  fields: { value: string; label: string }[];
  onClose: () => void;
  /** The third step, in a panel of its own. */
  compare: (chosen: Chosen, back: () => void) => ReactNode;
}

export function ImportPanel(props: ImportProps) {
  const [table, setTable] = useState<OpenedTable | null>(null);
  if (table === null) return <SourcePanel {...props} onRead={setTable} />;
  return <ColumnsPanel {...props} table={table} />;
}

function SourcePanel({ title, onClose, onRead }: ImportProps & { onRead: (table: OpenedTable) => void }) {
  const { t } = useTexts();
  const [pasted, setPasted] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const read = (table: Promise<OpenedTable>) => {
    setRefused(null);
    table.then(onRead, setRefused);
  };
  return (
    <TaskPanel
      title={title}
      size="wide"
      onClose={onClose}
      action={{
        label: t("ui.import.read"),
        run: () => read(call("paste_table", { text: pasted })),
        disabled: pasted.trim() === "",
      }}
    >
      <Refusal error={refused === null ? null : asCoreError(refused)} />
      <p className="help">{t("ui.import.limits")}</p>
      <p>
        <Button icon="data" onPress={() => read(call("open_table", {}))}>
          {t("ui.import.open")}
        </Button>
      </p>
      <WordsField
        label={t("ui.import.paste")}
        help={t("ui.import.paste_help")}
        name="pasted"
        value={pasted}
        onChange={setPasted}
        lines={8}
      />
    </TaskPanel>
  );
}

function ColumnsPanel(props: ImportProps & { table: OpenedTable }) {
  const { title, entity, fields, table, onClose, compare } = props;
  const { t, number } = useTexts();
  const [sheetName, setSheet] = useState<string | null>(null);
  const sheet = table.sheets.find(({ name }) => name === sheetName) ?? table.sheets[0];
  const rows = sheet?.rows ?? [];
  const suggested = useRead("suggest_columns", { entity, first_row: rows[0] ?? [] }).data;
  const [ownHeader, setHeader] = useState<boolean | null>(null);
  const [own, setOwn] = useState<Record<number, string | null>>({});
  const [compared, setCompared] = useState(false);
  if (!suggested) return null;
  const header = ownHeader ?? suggested.header;
  const width = Math.max(...rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => {
    const chosen = own[at];
    return chosen === undefined ? (suggested.fields[at] ?? null) : chosen;
  });
  const first = header ? 1 : 0;
  if (compared) {
    const chosen = {
      rows: rows.slice(first),
      first: first + 1,
      columns,
      source: table.file_name === "" ? "paste" : "csv",
    };
    return compare(chosen, () => setCompared(false));
  }
  const sample = (at: number) =>
    rows
      .slice(0, 3)
      .map((row) => row[at] ?? "")
      .filter((cell) => cell !== "")
      .join(" · ");
  return (
    <TaskPanel
      title={title}
      size="wide"
      onClose={onClose}
      action={{ label: t("ui.import.compare"), run: () => setCompared(true) }}
    >
      {table.sheets.length > 1 ? (
        <ChoiceField
          label={t("ui.import.sheet")}
          name="sheet"
          value={sheet?.name ?? null}
          onChange={(name) => {
            setSheet(name);
            setOwn({});
          }}
          choices={table.sheets.map(({ name }) => ({ value: name, label: name }))}
        />
      ) : null}
      <FlagField label={t("ui.import.header")} name="header" value={header} onChange={setHeader} />
      <div className="import-columns">
        {columns.map((column, at) => (
          <ChoiceField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is what stands at its place
            key={at}
            label={t("ui.import.column", { number: number(at + 1), sample: sample(at) })}
            name={`column-${at}`}
            value={column}
            onChange={(field) => setOwn({ ...own, [at]: field })}
            choices={fields}
            none={t("ui.import.ignore")}
          />
        ))}
      </div>
    </TaskPanel>
  );
}
