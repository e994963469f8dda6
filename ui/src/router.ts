// Which screen: the part of the address after `#`. Deliberately no routes table here; app.tsx reads the segments.
import { useSyncExternalStore } from "react";

/** The address of a screen: `link("training_session", id)` is `#/training_session/<id>`. */
export function link(...segments: (string | null | undefined)[]): string {
  return `#/${segments
    .filter((segment) => segment != null && segment !== "")
    .map((segment) => encodeURIComponent(String(segment)))
    .join("/")}`;
}

export function go(...segments: (string | null | undefined)[]) {
  location.hash = link(...segments);
}

/** Changes the address without a new entry in the history: for tabs and choices inside a screen. */
export function swap(...segments: (string | null | undefined)[]) {
  history.replaceState(null, "", link(...segments));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute(): string[] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return hash
    .replace(/^#\/?/, "")
    .split("/")
    .filter((segment) => segment !== "")
    .map(decodeURIComponent);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
