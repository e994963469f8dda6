// What the columns of a table hold: as the program takes them, for the officer to correct.
import type { SeriesFile, SeriesMapping, SeriesRole } from "../../ipc/bindings";
import { useRead, useRecords } from "../../ipc/query";
import { useTexts } from "../../texts";
import { ChoiceField } from "../../widgets/choice";
import { WordsField } from "../../widgets/field";
import { Notice } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { inLanguage } from "../values";

const ROLES: SeriesRole[] = [
  "ignore",
  "indicator",
  "territory",
  "period",
  "period_from",
  "period_to",
  "value",
  "numerator",
  "denominator",
  "note",
  "value_of_period",
];

const NEW = "\0new";

/** The letters of a column, counted from 0, as spreadsheets have them. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

interface ColumnsProps {
  file: SeriesFile;
  mapping: SeriesMapping;
  onChange: (mapping: SeriesMapping) => void;
  /** Reads the file in another way. */
  onReopen: (how: { encoding: string | null; headerRow: number | null; sheet: number }) => void;
}

export function Columns({ file, mapping, onChange, onReopen }: ColumnsProps) {
  const texts = useTexts();
  const { t } = texts;
  const languages = useRead("languages", {}).data ?? [];
  const sheet = file.sheets[mapping.sheet];
  if (!sheet) return null;
  const header = sheet.first[mapping.header_row - 1] ?? [];
  const rows = sheet.first.map((cells, at) => ({ at: at + 1, cells }));
  const remarks = Object.entries(file.remarks);
  function set(column: number, role: SeriesRole) {
    onChange({ ...mapping, columns: mapping.columns.map((one, at) => (at === column ? role : one)) });
  }
  return (
    <>
      <p className="path">{file.path}</p>
      {sheet.remembered ? (
        <Notice tone="info">
          <p>{t("import.remembered")}</p>
        </Notice>
      ) : null}
      {remarks.length > 0 ? (
        <Notice tone={file.remarks.replaced_characters ? "warning" : "info"}>
          <ul>
            {remarks.map(([code, count]) => (
              <li key={code}>{texts.count(`import.remark.${code}`, count ?? 0)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="series-fields">
        {file.sheets.length > 1 ? (
          <ChoiceField
            name="sheet"
            label={t("import.sheet")}
            value={String(mapping.sheet)}
            onChange={(next) => {
              const chosen = file.sheets[Number(next)];
              if (chosen) onChange(chosen.mapping);
            }}
            choices={file.sheets.map((one, at) => ({ value: String(at), label: one.name }))}
          />
        ) : null}
        <ChoiceField
          name="header_row"
          label={t("import.header_row")}
          value={String(mapping.header_row)}
          onChange={(next) =>
            onReopen({ encoding: mapping.encoding, headerRow: Number(next), sheet: mapping.sheet })
          }
          choices={rows.map(({ at, cells }) => ({
            value: String(at),
            label: t("import.row_number", {
              row: texts.number(at),
              words: cells.filter((words) => words !== "").join(", "),
            }),
          }))}
        />
        {file.encodings.length > 0 ? (
          <ChoiceField
            name="encoding"
            label={t("import.encoding")}
            help={t("import.encoding_help")}
            value={file.encoding}
            onChange={(next) =>
              onReopen({ encoding: next, headerRow: mapping.header_row, sheet: mapping.sheet })
            }
            choices={file.encodings.map((one) => ({ value: one, label: one }))}
          />
        ) : null}
        <ChoiceField
          name="language"
          label={t("import.language")}
          help={t("import.language_help")}
          value={mapping.language}
          onChange={(next) => next && onChange({ ...mapping, language: next })}
          choices={languages.map(({ tag }) => ({ value: tag, label: texts.languageName(tag) }))}
        />
        {mapping.columns.includes("indicator") ? null : <Indicator mapping={mapping} onChange={onChange} />}
      </div>
      <section aria-labelledby="series-columns">
        <h3 id="series-columns">{t("import.columns")}</h3>
        <div className="series-fields">
          {mapping.columns.map((role, column) => (
            <ChoiceField
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
              key={column}
              name={`column_${column}`}
              label={
                header[column]
                  ? t("import.column_holds", { column: letters(column), heading: header[column] })
                  : t("import.column_alone", { column: letters(column) })
              }
              value={role}
              onChange={(next) => next && set(column, next as SeriesRole)}
              choices={ROLES.map((one) => ({ value: one, label: t(`import.role.${one}`) }))}
            />
          ))}
        </div>
      </section>
      <div>
        <h3>{t("import.preview")}</h3>
        <Table
          label={t("import.preview")}
          scrolls
          rows={rows}
          rowId={({ at }) => String(at)}
          empty={null}
          columns={[
            { id: "row", title: t("import.row"), cell: ({ at }) => texts.number(at) },
            ...mapping.columns.map((_, column) => ({
              id: letters(column),
              title: letters(column),
              cell: ({ cells }: { cells: string[] }) => cells[column] ?? "",
            })),
          ]}
        />
      </div>
    </>
  );
}

/** The indicator of a table that has no column for it: one that there is, or a new one. */
function Indicator({
  mapping,
  onChange,
}: {
  mapping: SeriesMapping;
  onChange: (mapping: SeriesMapping) => void;
}) {
  const { t, language } = useTexts();
  const indicators = useRecords("territory_indicator");
  const known = indicators.some(({ id }) => id === mapping.indicator);
  return (
    <>
      <ChoiceField
        name="indicator"
        label={t("import.indicator")}
        help={t("import.indicator_help")}
        value={known ? mapping.indicator : NEW}
        onChange={(next) => onChange({ ...mapping, indicator: next === NEW ? "" : (next ?? "") })}
        choices={[
          { value: NEW, label: t("import.indicator_new") },
          ...indicators.map((record) => ({
            value: record.id,
            label: inLanguage(record.title, language)?.words ?? t("ui.word.unnamed"),
          })),
        ]}
      />
      {known ? null : (
        <WordsField
          name="indicator_title"
          label={t("import.indicator_title")}
          value={mapping.indicator}
          onChange={(words) => onChange({ ...mapping, indicator: words })}
        />
      )}
    </>
  );
}
