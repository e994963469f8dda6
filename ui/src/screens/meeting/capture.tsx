// What a meeting says, decides and agrees on, typed in without leaving the view: a note on the item, a decision, an
// action point. Both the officer's view and the shared screen use it.
import { type ReactNode, useState } from "react";
import { layoutOf } from "../layout";
import { NewPart, PartPanel } from "../parts";

type Captured = "note" | "decision" | "action";

/** A key's code without modifiers, and what it records. */
export const CAPTURE_KEYS: Record<string, Captured> = { KeyN: "note", KeyD: "decision", KeyA: "action" };

interface Capture {
  /** The panel that is open, if one is. */
  panel: ReactNode;
  open: boolean;
  begin: (what: Captured) => void;
}

/**
 * Recording on an item of a meeting; without an item decisions and action points belong to the meeting alone. What is
 * recorded stays with the item that was there when it was begun, whatever item the meeting goes on to.
 */
export function useCapture(meeting: string, item: string | null): Capture {
  const [begun, setBegun] = useState<{ what: Captured; item: string | null } | null>(null);
  const close = () => setBegun(null);
  let panel: ReactNode = null;
  if (begun?.what === "note") {
    if (begun.item !== null)
      panel = <PartPanel entity="agenda_item" id={begun.item} only={["notes"]} onClose={close} />;
  } else if (begun) {
    const entity = begun.what === "decision" ? "decision" : "action_point";
    const given: Record<string, unknown> = begun.item === null ? {} : { agenda_item: begun.item };
    panel = (
      <NewPart entity={entity} parent={meeting} only={layoutOf(entity).first} given={given} onClose={close} />
    );
  }
  return { panel, open: panel !== null, begin: (what) => setBegun({ what, item }) };
}
