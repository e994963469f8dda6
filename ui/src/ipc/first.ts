// What the first screen needs from the core, asked for before the rest of the program is even read. Deliberately small
// and without React: the answers are on their way while the browser reads the rest.
import { call } from "./call";

/** The answers by their questions, as query.ts keys them; none when one was refused: whoever asks again shows why. */
export const first: Promise<[key: [name: string, args: object], answer: unknown][]> = ask().catch(() => []);

async function ask(): Promise<[[string, object], unknown][]> {
  const [settings, file, locked, languages, texts] = await Promise.all([
    call("settings", {}),
    call("file", {}),
    call("locked", {}),
    call("languages", {}),
    call("texts", {}),
  ]);
  return [
    [["settings", {}], settings],
    [["file", {}], file],
    [["locked", {}], locked],
    [["languages", {}], languages],
    [["texts", { language: settings.language }], texts],
  ];
}
