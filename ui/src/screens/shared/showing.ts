// What the shared screen shows, agreed on between the windows: each tells the core, and looks there what the other told.
import { useEffect, useRef } from "react";
import type { Shown } from "../../ipc/bindings";
import { call } from "../../ipc/call";
import { refresh } from "../../ipc/query";

/** How often a window looks what the other one did, in milliseconds. */
const OFTEN = 300;

/** Counts what this window has told: an answer that set out before is older than what was told since. */
let told = 0;
/** What is still to be told: only the latest, and never two at once, as the second might be heard first. */
let untold: Shown | null = null;
let telling = false;

/** Tells the other window what this one shows. */
export async function tellShown(shown: Shown) {
  told += 1;
  untold = shown;
  if (telling) return;
  telling = true;
  try {
    while (untold !== null) {
      const next: Shown = untold;
      untold = null;
      await call("show", { shown: next });
    }
  } finally {
    telling = false;
  }
}

/** Tells the other window what this one shows, and follows it. */
export function useShowing(
  meeting: string | null,
  slide: string | undefined,
  blank: boolean,
  follow: (shown: Shown) => void,
) {
  const known = useRef("");
  useEffect(() => {
    if (slide === undefined) return;
    const shown = { meeting, slide, blank };
    if (known.current === JSON.stringify(shown)) return;
    known.current = JSON.stringify(shown);
    void tellShown(shown);
  }, [meeting, slide, blank]);
  useOther((shown) => {
    if (!shown || shown.meeting !== meeting || shown.slide === "" || known.current === JSON.stringify(shown))
      return;
    known.current = JSON.stringify(shown);
    follow(shown);
  });
}

/** Looks again and again what is shown; after a write of the other window everything is read anew. */
export function useOther(look: (shown: Shown | null) => void) {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let step: number | null | undefined;
    let ended = false;
    async function again() {
      if (telling) return;
      const before = told;
      const isOld = () => ended || telling || before !== told;
      const showing = await call("showing", {}).catch(() => null);
      if (showing === null || isOld()) return;
      // The first time as well: something may have been written between what the screen read and this first look.
      if (step !== showing.step) await refresh();
      step = showing.step;
      if (!isOld()) latest.current(showing.shown);
    }
    const timer = setInterval(() => void again(), OFTEN);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, []);
}
