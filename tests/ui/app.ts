// What every browser test starts from: the built page, the real core behind it, and a home folder of its own that goes
// when the test ends. Nothing of the product is faked; the desktop around it is a recorder (tests/src/desktop.rs).
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SERVE =
  process.env.LIAISE_SERVE ??
  join(import.meta.dirname, "../../target/debug", process.platform === "win32" ? "serve.exe" : "serve");

/** Where a program of the repository was built. */
export function built(name: string): string {
  return join(dirname(SERVE), process.platform === "win32" ? `${name}.exe` : name);
}

/** The server of one test. */
export class App {
  constructor(
    readonly url: string,
    /** Everything that the core writes lies below. */
    readonly home: string,
  ) {}

  /** A command of the core, past the page: to set the scene and to look behind it. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  async call(name: string, args: object = {}): Promise<any> {
    const response = await fetch(`${this.url}/call`, {
      method: "POST",
      body: JSON.stringify({ name, args }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  }

  /** The records of an entity, of one parent where it has one. */
  // biome-ignore lint/suspicious/noExplicitAny: a record has the fields of its entity
  list(entity: string, parent?: string): Promise<any[]> {
    return this.call("list_records", parent === undefined ? { entity } : { entity, parent });
  }

  // biome-ignore lint/suspicious/noExplicitAny: a record has the fields of its entity
  get(entity: string, id: string): Promise<any> {
    return this.call("get_record", { entity, id });
  }

  /** Makes a record; its id. */
  async create(entity: string, values: object): Promise<string> {
    return (await this.call("create_record", { entity, values })).id;
  }

  async change(entity: string, id: string, values: object) {
    await this.call("change_record", { entity, id, values });
  }

  /** The next file dialog will be answered so. */
  answerDialog(path: string) {
    writeFileSync(join(this.home, "answers.txt"), `${path}\n`, { flag: "a" });
  }

  /** Makes a folder. */
  folder(path: string) {
    mkdirSync(path, { recursive: true });
  }

  /** Puts a file into the documents folder; returns its path. */
  write(name: string, content: string): string {
    const path = join(this.home, "documents", name);
    writeFileSync(path, content);
    return path;
  }

  /** The system is asked to open a file; a page that is there already is told, as the shell tells it. */
  async handOver(path: string, page?: Page) {
    await fetch(`${this.url}/open`, { method: "POST", body: path });
    await page?.evaluate(() => window.dispatchEvent(new Event("liaise:open")));
  }

  /** What the desktop was asked to do, the first first. */
  // biome-ignore lint/suspicious/noExplicitAny: each line has a shape of its own
  desktop(): any[] {
    const path = join(this.home, "desktop.jsonl");
    if (!existsSync(path)) return [];
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  }
}

interface Options {
  /** The system's language. */
  language: string;
  /** The time that the core is told; nothing for the clock's. */
  now: string | undefined;
}

export const test = base.extend<Options & { app: App }>({
  language: ["en", { option: true }],
  now: [undefined, { option: true }],
  app: async ({ language, now }, use) => {
    await withApp(language, use, now);
  },
  // A page that complains to the console has failed, whatever it shows.
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // A refused command is answered with 422; the page shows it, and the browser notes it down as well.
      if (message.type() === "error" && !message.text().includes("status of 422"))
        complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** A laptop of its own, for as long as `use` runs. */
export async function withApp(language: string, use: (app: App) => Promise<void>, now?: string) {
  const words = ["--language", language, ...(now === undefined ? [] : ["--now", now])];
  const server = spawn(SERVE, words, { stdio: ["pipe", "pipe", "inherit"] });
  const { url, home } = JSON.parse(await firstLine(server));
  await use(new App(url, home));
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.stdin.end();
  await ended;
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) =>
      reject(new Error(`serve ended with ${code} before it said where it listens`)),
    );
    if (server.stdout) createInterface(server.stdout).once("line", resolve);
  });
}

/** Accessibility violations of the page as it is now: rule, and where. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // @ts-expect-error: axe came in as a script
    const result = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.flatMap(
      (violation: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        violation.nodes.map((node) => `${violation.id}: ${node.html} ${node.failureSummary}`),
    );
  });
}

/** An officer's words, written in English. */
export function words(text: string) {
  return { source: "en", words: { en: text } };
}

/** Lets the page's clock stand where the core's stands. */
export async function atTheSameTime(page: Page, now: string) {
  await page.clock.setFixedTime(now);
}

/** The words of a PDF, as they stand on its pages. */
export function pdfText(path: string): string {
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}
