// A grid of marks that one fills from the keyboard: arrows move, Shift extends, a letter or digit marks and goes on,
// Space takes the next status. It knows nothing of attendance: rows, columns and statuses are given.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Mark, type MarkShape, type MarkTone } from "./mark";

export interface GridStatus {
  code: string;
  label: string;
  letter: string;
  /** A key that marks it wherever the keyboard has no such letter, by its place. */
  keyCode: string;
  shape: MarkShape;
  tone: MarkTone;
}

interface GridColumn {
  id: string;
  title: string;
  hint: string;
  total: ReactNode;
}

export interface GridRow {
  id: string;
  title: ReactNode;
  hint?: string;
  statuses: Record<string, string>;
  total: ReactNode;
}

export interface GridMark {
  row: string;
  column: string;
  status: string;
}

interface MarkGridProps {
  label: string;
  rowTitle: string;
  totalTitle: string;
  columns: GridColumn[];
  rows: GridRow[];
  /** In the order in which Space goes through them; the first is "not yet marked". */
  statuses: GridStatus[];
  onMark: (marks: GridMark[]) => void;
  /** Read before the title of a column: what pressing it does. */
  selectColumnLabel: string;
  /** Enter on a cell asks for what is behind its mark. */
  onDetails?: (cell: { row: string; column: string }) => void;
  /** Shown before the buttons that mark the selection. */
  markLabel: (cells: number) => string;
}

interface Place {
  row: number;
  column: number;
}

export function MarkGrid(props: MarkGridProps) {
  const { columns, rows, statuses } = props;
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef(false);
  const here = {
    row: Math.min(focus.row, rows.length - 1),
    column: Math.min(focus.column, columns.length - 1),
  };
  const [top, bottom] = [Math.min(anchor.row, here.row), Math.max(anchor.row, here.row)];
  const [left, right] = [Math.min(anchor.column, here.column), Math.max(anchor.column, here.column)];
  const single = top === bottom && left === right;

  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    table.current?.querySelector<HTMLElement>(`[data-place="${here.row}/${here.column}"]`)?.focus();
  });

  function move(place: Place, extend = false) {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, place.row)),
      column: Math.max(0, Math.min(columns.length - 1, place.column)),
    };
    wanted.current = true;
    setFocus(next);
    if (!extend) setAnchor(next);
  }

  function selection(): GridMark[] {
    const cells: GridMark[] = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const [r, c] = [rows[row], columns[column]];
        if (r && c) cells.push({ row: r.id, column: c.id, status: "" });
      }
    }
    return cells;
  }

  function mark(status: string) {
    props.onMark(selection().map((cell) => ({ ...cell, status })));
  }

  function statusOf(place: Place): string {
    const column = columns[place.column];
    return (column && rows[place.row]?.statuses[column.id]) || (statuses[0]?.code ?? "");
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    const jump: Record<string, Place> = {
      ArrowUp: { row: command ? 0 : here.row - 1, column: here.column },
      ArrowDown: { row: command ? rows.length : here.row + 1, column: here.column },
      ArrowLeft: { row: here.row, column: here.column - 1 },
      ArrowRight: { row: here.row, column: here.column + 1 },
      Home: { row: command ? 0 : here.row, column: 0 },
      End: { row: command ? rows.length : here.row, column: columns.length },
      PageUp: { row: here.row - 10, column: here.column },
      PageDown: { row: here.row + 10, column: here.column },
    };
    const target = jump[key];
    if (target) {
      event.preventDefault();
      move(target, shiftKey);
      return;
    }
    if (command && key.toLowerCase() === "a") {
      event.preventDefault();
      setAnchor({ row: 0, column: 0 });
      wanted.current = true;
      setFocus({ row: rows.length - 1, column: columns.length - 1 });
      return;
    }
    if (command) return;
    if (key === "Enter" && props.onDetails) {
      event.preventDefault();
      const [row, column] = [rows[here.row], columns[here.column]];
      if (row && column) props.onDetails({ row: row.id, column: column.id });
      return;
    }
    if (key === " ") {
      event.preventDefault();
      const at = statuses.findIndex((status) => status.code === statusOf(here));
      const next = statuses[(at + 1) % statuses.length];
      if (next) mark(next.code);
      return;
    }
    const chosen = byKey(statuses, event);
    if (chosen) {
      event.preventDefault();
      mark(chosen.code);
      if (single) move({ row: here.row + 1, column: here.column });
    }
  }

  return (
    <div className="mark-grid">
      <div className="mark-tools">
        <span id="mark-tools-label" className="mark-tools-label">
          {props.markLabel((bottom - top + 1) * (right - left + 1))}
        </span>
        {statuses.map((status, index) => (
          <AriaButton
            key={status.code}
            className="button"
            data-kind="plain"
            data-small=""
            onPress={() => mark(status.code)}
          >
            <Mark letter={status.letter} shape={status.shape} tone={status.tone} label={status.label} />
            <kbd>{index === 0 ? "0" : `${status.letter} · ${index}`}</kbd>
          </AriaButton>
        ))}
      </div>
      <div className="table-frame">
        <table
          ref={table}
          role="grid"
          aria-label={props.label}
          aria-multiselectable="true"
          className="table grid"
        >
          <thead>
            <tr>
              <th scope="col">{props.rowTitle}</th>
              {columns.map((column, index) => (
                <th key={column.id} scope="col" className="grid-head">
                  <AriaButton
                    className="link-button"
                    onPress={() => {
                      setAnchor({ row: 0, column: index });
                      wanted.current = true;
                      setFocus({ row: rows.length - 1, column: index });
                    }}
                  >
                    <span className="unseen">{props.selectColumnLabel} </span>
                    <span>{column.title} </span>
                    <span className="item-hint">{column.hint}</span>
                  </AriaButton>
                </th>
              ))}
              <th scope="col" data-align="end">
                {props.totalTitle}
              </th>
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {rows.map((row, rowIndex) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.title}
                  {row.hint ? <span className="item-hint">{row.hint}</span> : null}
                </th>
                {columns.map((column, columnIndex) => {
                  const status = statuses.find((one) => one.code === row.statuses[column.id]) ?? statuses[0];
                  const focused = rowIndex === here.row && columnIndex === here.column;
                  const selected =
                    rowIndex >= top && rowIndex <= bottom && columnIndex >= left && columnIndex <= right;
                  return (
                    <td
                      key={column.id}
                      role="gridcell"
                      className="grid-cell"
                      data-place={`${rowIndex}/${columnIndex}`}
                      tabIndex={focused ? 0 : -1}
                      aria-selected={selected}
                      onClick={(event) => move({ row: rowIndex, column: columnIndex }, event.shiftKey)}
                      onFocus={() => {
                        if (!focused) move({ row: rowIndex, column: columnIndex });
                      }}
                    >
                      {status ? (
                        <Mark
                          letter={status.letter}
                          shape={status.shape}
                          tone={status.tone}
                          label={status.label}
                          quiet
                        />
                      ) : null}
                    </td>
                  );
                })}
                <td data-align="end">{row.total}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{props.totalTitle}</th>
              {columns.map((column) => (
                <td key={column.id} className="grid-total">
                  {column.total}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

/** The status of a key: its letter in this language, its digit, else the place of its key on the keyboard. */
function byKey(statuses: GridStatus[], event: KeyboardEvent): GridStatus | undefined {
  const letter = event.key.toLocaleLowerCase();
  if (event.key === "Delete" || event.key === "Backspace") return statuses[0];
  return (
    statuses.find((status) => status.letter !== "" && status.letter.toLocaleLowerCase() === letter) ??
    statuses.find((_, index) => String(index) === event.key) ??
    statuses.find((status) => status.keyCode === event.code)
  );
}
