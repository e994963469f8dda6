// Why the core refused a field, in the officer's words.
import type { CoreError, Problem } from "../ipc/call";
import type { Texts } from "../texts";

/** Why a field was refused, in the officer's words; dates and numbers as their language writes them. */
export function problemText(texts: Texts, problem: Problem): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(problem.params ?? {})) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) params[name] = texts.date(value);
    else params[name] = /^-?\d+(\.\d+)?$/.test(value) ? texts.number(value) : value;
  }
  return texts.t(`problem.${problem.code}`, params);
}

/** What the core refused of each field, for a form that was refused. */
export function problemsOf(texts: Texts, error: CoreError | null): (field: string) => string | undefined {
  return (field) => {
    const problem = error?.problems.find((one) => one.field === field);
    return problem ? problemText(texts, problem) : undefined;
  };
}
