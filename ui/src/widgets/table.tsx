// A table of records. The first cell of a row is its link or button; a click elsewhere in the row does the same.
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

export interface TableColumn<R> {
  id: string;
  title: string;
  cell: (row: R) => ReactNode;
  align?: "end";
  /** Left out first when the window is narrow. */
  minor?: boolean;
  /** Words below the content, which are no part of the row's link. */
  below?: (row: R) => ReactNode;
}

interface TableProps<R> {
  label: string;
  columns: TableColumn<R>[];
  rows: R[];
  rowId: (row: R) => string;
  /** Where a row leads; without it `onOpen` is called. */
  rowLink?: (row: R) => string;
  onOpen?: (row: R) => void;
  /** Whether the table may be wider than its place and has nothing in it to reach by key: the arrow keys scroll it. */
  scrolls?: boolean;
  /** The words of the first cell's link where its content alone would not do. */
  empty: ReactNode;
}

export function Table<R>({ label, columns, rows, rowId, rowLink, onOpen, scrolls, empty }: TableProps<R>) {
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  const opens = rowLink !== undefined || onOpen !== undefined;
  return (
    <div className="table-frame" {...(scrolls ? { role: "group", "aria-label": label, tabIndex: 0 } : {})}>
      <table className="table" data-opens={opens}>
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} data-minor={column.minor}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowId(row)}
              onClick={(event) => {
                if (!opens || (event.target as Element).closest("a, button")) return;
                (event.currentTarget.querySelector("a, button") as HTMLElement | null)?.click();
              }}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    <First href={rowLink?.(row)} onOpen={onOpen ? () => onOpen(row) : undefined}>
                      {column.cell(row)}
                    </First>
                    {column.below?.(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align} data-minor={column.minor}>
                    {column.cell(row)}
                    {column.below?.(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function First(props: { href: string | undefined; onOpen: (() => void) | undefined; children: ReactNode }) {
  if (props.href !== undefined) return <a href={props.href}>{props.children}</a>;
  if (props.onOpen) {
    return (
      <AriaButton className="link-button" onPress={props.onOpen}>
        {props.children}
      </AriaButton>
    );
  }
  return props.children;
}
