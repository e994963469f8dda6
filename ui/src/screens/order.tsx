// Moving the rows of a list up and down: two buttons a row, and the focus goes along with the row.
import { useRef } from "react";
import { useTexts } from "../texts";
import { IconButton } from "../widgets/button";
import { announce } from "../widgets/notice";
import { attempt } from "./actions";

/** The list's frame, and the buttons of the row that stands at a place. `save` stores the new order of ids. */
export function useOrder<R extends { id: string }>(
  rows: R[],
  nameOf: (row: R) => string,
  save: (order: string[]) => Promise<unknown>,
) {
  const texts = useTexts();
  const frame = useRef<HTMLOListElement>(null);
  const moving = useRef(false);

  async function move(at: number, by: -1 | 1) {
    const row = rows[at];
    if (!row || moving.current) return;
    const order = rows.map(({ id }) => id);
    order.splice(at, 1);
    order.splice(at + by, 0, row.id);
    moving.current = true;
    if (await attempt(texts, () => save(order))) {
      announce(texts.pair(texts.number(at + by + 1), nameOf(row)));
      requestAnimationFrame(() => focusMoved(frame.current?.children[at + by], by));
    }
    moving.current = false;
  }

  const buttons = (at: number) => (
    <span className="move">
      {(["up", "down"] as const).map((way) => (
        <IconButton
          key={way}
          icon={way === "up" ? "up" : "chevron"}
          label={texts.pair(texts.t(`ui.order.${way}`), nameOf(rows[at] as R))}
          disabled={at === (way === "up" ? 0 : rows.length - 1)}
          onPress={() => void move(at, way === "up" ? -1 : 1)}
        />
      ))}
    </span>
  );
  return { frame, buttons };
}

/** The button that was pressed keeps the focus; at an end the other one takes it. */
function focusMoved(row: Element | undefined, by: -1 | 1) {
  const buttons = [...(row?.querySelectorAll<HTMLButtonElement>(".move button") ?? [])];
  const wanted = buttons[by === -1 ? 0 : 1];
  (wanted?.disabled ? buttons.find((button) => !button.disabled) : wanted)?.focus();
}
