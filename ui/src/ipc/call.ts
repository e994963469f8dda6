// The one way to the core: a command's name and its arguments go out, its result or its error comes back.
// In the window the shell carries it, in a plain browser (tests) the server that serves these pages.
// Deliberately no caching, no retries, no texts: see query.ts and texts.tsx.
import { invoke } from "@tauri-apps/api/core";
import type { Commands } from "./bindings";

export type CommandName = keyof Commands & string;
export type Args<N extends CommandName> = Commands[N]["args"];
export type Result<N extends CommandName> = Commands[N]["result"];

/** One field that the core refused. `code` names the text below `problem.`. */
export interface Problem {
  field: string;
  code: string;
  params: Record<string, string>;
}

/** What the core answers instead of a result. `code` names the text below `error.`. */
export class CoreError extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly problems: Problem[],
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "CoreError";
  }
}

const inWindow = "__TAURI_INTERNALS__" in globalThis;

export async function call<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>> {
  if (inWindow) {
    try {
      return await invoke<Result<N>>("call", { name, args });
    } catch (reason) {
      throw coreError(reason);
    }
  }
  let response: Response;
  try {
    response = await fetch("/call", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, args }),
    });
  } catch (reason) {
    throw new CoreError("unexpected", String(reason), []);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw coreError(body);
  return body as Result<N>;
}

/** Calls `close` when the user asks to close the window; the window stays until `close_window` is called. */
export function onCloseRequest(close: () => void): () => void {
  window.addEventListener("liaise:close", close);
  return () => window.removeEventListener("liaise:close", close);
}

/** Calls `open` when the system was asked to open a file with this program: `handed_over` says which. */
export function onOpenRequest(open: () => void): () => void {
  window.addEventListener("liaise:open", open);
  return () => window.removeEventListener("liaise:open", open);
}

/** Calls `woken` when the computer has slept. */
export function onWake(woken: () => void): () => void {
  window.addEventListener("liaise:woken", woken);
  return () => window.removeEventListener("liaise:woken", woken);
}

/** Calls `drop` with the paths of files that were dropped on the window. */
export function onDrop(drop: (paths: string[]) => void): () => void {
  const listener = (event: Event) => drop((event as CustomEvent<string[]>).detail);
  window.addEventListener("liaise:drop", listener);
  return () => window.removeEventListener("liaise:drop", listener);
}

function coreError(reason: unknown): CoreError {
  if (reason && typeof reason === "object" && "code" in reason) {
    const { code, detail, problems } = reason as { code: unknown; detail?: unknown; problems?: unknown };
    return new CoreError(
      String(code),
      detail == null ? "" : String(detail),
      Array.isArray(problems) ? (problems as Problem[]) : [],
    );
  }
  return new CoreError("unexpected", String(reason), []);
}
