// Where the focus goes when what had it is gone: never nowhere.
import { useEffect, useRef, useState } from "react";

/** What opens a row of a table, or an item of an agenda. */
const OPENERS = "tbody th :is(a, button), .agenda-words button";

/** Gives the focus to what is found, else to the screen's heading; after a panel that closes has given it back. */
export function focusSoon(find: () => HTMLElement | null | undefined) {
  requestAnimationFrame(() => (find() ?? document.querySelector<HTMLElement>("h1"))?.focus());
}

interface Gone {
  /** What can take the focus in a row, the rows in their order. */
  openers?: string;
  /** What takes it when there is no row any more. */
  otherwise?: string;
}

/**
 * For a list of which something goes: once it is drawn without that, the focus goes to the row that takes its place, else
 * to the button that adds. `frame` is put around the list, `gone` says what went, and where it stood.
 */
export function useGone<E extends HTMLElement = HTMLDivElement>(records: { id: string }[], where: Gone = {}) {
  const { openers = OPENERS, otherwise = ".parts-head button" } = where;
  const frame = useRef<E>(null);
  const [removed, setRemoved] = useState<{ at: number; id: string } | null>(null);
  useEffect(() => {
    if (!removed || records.some(({ id }) => id === removed.id)) return;
    setRemoved(null);
    focusSoon(() => {
      const rows = frame.current?.querySelectorAll<HTMLElement>(openers) ?? [];
      return (
        rows[Math.min(removed.at, rows.length - 1)] ?? frame.current?.querySelector<HTMLElement>(otherwise)
      );
    });
  }, [removed, records, openers, otherwise]);
  return { frame, gone: (at: number, id: string) => setRemoved({ at, id }) };
}
