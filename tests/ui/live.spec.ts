// Live exchange: the server of the repository on the loopback, and two laptops of one partnership that it keeps in step.
// By keyboard alone, in two languages, and with everything that can go wrong on the way to a server.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, expect, type Page } from "@playwright/test";
import { built, test, violations, withApp } from "./app";
import { Officer } from "./officer";

/** Address and key, as whoever looks after a server sends them. */
interface Line {
  address: string;
  key: string;
}

/** A server of a partnership, in a folder of its own. */
class LiveServer {
  private running: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    /** For the first laptop. */
    readonly line: Line,
  ) {}

  static async setUp(port?: number): Promise<LiveServer> {
    const place = `127.0.0.1:${port ?? (await freePort())}`;
    const folder = mkdtempSync(join(tmpdir(), "liaise-server-"));
    const words = ["init", "--data", folder, "--address", place, "--listen", place];
    return new LiveServer(folder, lineOf(words));
  }

  /** A line for another laptop. */
  add(name: string): Line {
    return lineOf(["add", "--data", this.folder, "--name", name]);
  }

  remove(name: string) {
    execFileSync(built("liaise-server"), ["remove", "--data", this.folder, "--name", name]);
  }

  async start() {
    const server = spawn(built("liaise-server"), ["run", "--data", this.folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.running = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
      createInterface(server.stdout).once("line", () => resolve());
    });
  }

  async stop() {
    const server = this.running;
    this.running = undefined;
    if (!server) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function lineOf(words: string[]): Line {
  const line = execFileSync(built("liaise-server"), words, { encoding: "utf8" });
  const [address = "", key = ""] = line.trim().split(" ");
  return { address, key };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = createServer();
    asked.once("error", reject);
    asked.listen(0, "127.0.0.1", () => {
      const place = asked.address();
      asked.close(() =>
        place && typeof place === "object" ? resolve(place.port) : reject(new Error("no port")),
      );
    });
  });
}

async function pageOf(browser: Browser): Promise<Page> {
  return (
    await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: "reduce" })
  ).newPage();
}

/** Enters a line and asks for the connection. */
async function connect(officer: Officer, { address, key }: Line) {
  await officer.write("server_address", address);
  await officer.write("server_key", key);
  await officer.press(officer.t("ui.server.connect"));
}

for (const language of ["en", "el"]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("two laptops come into step with a server, and each sees what the other writes", async ({
      app,
      page,
      browser,
    }) => {
      test.setTimeout(180_000);
      const server = await LiveServer.setUp();
      try {
        await server.start();
        await withApp(language, async (other) => {
          await app.call("create_sample");
          const officer = await Officer.at(app, page, language);
          const section = page.locator("section[aria-labelledby=live-title]");
          await officer.follow(officer.t("ui.nav.exchange"));
          await expect(section).toContainText(officer.t("ui.server.operator"));
          expect(await violations(page)).toEqual([]);

          await connect(officer, server.line);
          await expect(section).toContainText(officer.t("ui.server.phase.in_step"), { timeout: 60_000 });
          await expect(section).toContainText(officer.t("ui.server.at", { address: server.line.address }));
          await expect(page.locator(".message")).toContainText(officer.t("ui.server.connected"));
          expect(await violations(page)).toEqual([]);

          // The second laptop has no file yet: it comes from the server.
          const second = await pageOf(browser);
          const colleague = await Officer.at(other, second, language);
          await colleague.press(colleague.t("ui.exchange.join_button"));
          await expect(second.locator("section[aria-labelledby=begin-live-title]")).toBeVisible();
          expect(await violations(second)).toEqual([]);
          await connect(colleague, server.add("School service"));
          await expect(second.getByRole("navigation").first()).toBeVisible({ timeout: 60_000 });
          await expect(
            second.getByRole("link", { name: colleague.t("ui.server.phase.in_step") }),
          ).toBeVisible();
          expect(await violations(second)).toEqual([]);
          const ids = async (laptop: typeof app) =>
            (await laptop.list("situation_analysis")).map(({ id }) => id);
          expect(await ids(other)).toEqual(await ids(app));

          // What is entered on one comes up on the other, which is not touched.
          await officer.follow(officer.t("ui.nav.situation_analysis"));
          await colleague.follow(colleague.t("ui.nav.situation_analysis"));
          await colleague.add();
          await colleague.write("title", "Seen by the schools");
          await colleague.write("territory", "Town");
          await colleague.date("period_from", "2026-01-01");
          await colleague.date("period_to", "2026-12-31");
          await colleague.done();
          await expect(second.getByRole("dialog")).toHaveCount(0);
          await expect(page.locator("main")).toContainText("Seen by the schools");

          // Without the server work goes on, and is passed on once it is back.
          await server.stop();
          await officer.follow(officer.t("ui.nav.exchange"));
          await expect(section).toContainText(officer.t("ui.server.phase.waiting"));
          await expect(section).toContainText(officer.t("error.live_unreachable"));
          const [first] = await app.list("situation_analysis");
          await app.change("situation_analysis", first.id, {
            title: { source: language, words: { [language]: "Seen by the town hall" } },
          });
          await officer.press(officer.t("ui.server.sync_now"));
          await expect(section).toContainText(officer.t("ui.server.waiting.one", { count: "1" }));
          expect(await violations(page)).toEqual([]);
          await server.start();
          await officer.press(officer.t("ui.server.sync_now"));
          await expect(section).toContainText(officer.t("ui.server.phase.in_step"));
          await colleague.follow(colleague.t("ui.nav.situation_analysis"));
          await expect(second.locator("main")).toContainText("Seen by the town hall");

          // Disconnected, a laptop keeps what it has, and nothing more comes or goes.
          await officer.press(officer.t("ui.server.disconnect"));
          await expect(page.locator(".message")).toContainText(officer.t("ui.server.disconnected"));
          await expect(officer.field("server_address")).toBeVisible();
          expect(await violations(page)).toEqual([]);
          expect((await app.call("live_state")).address).toBeNull();
          expect(await app.list("situation_analysis")).toHaveLength((await ids(other)).length);
          await second.context().close();
        });
      } finally {
        await server.end();
      }
    });

    test("what is no line of a server, nobody's server or nobody's key is refused in words", async ({
      app,
      page,
    }) => {
      test.setTimeout(120_000);
      const server = await LiveServer.setUp();
      const stranger = await LiveServer.setUp();
      try {
        await server.start();
        await app.call("create_sample");
        const officer = await Officer.at(app, page, language);
        const section = page.locator("section[aria-labelledby=live-title]");
        await officer.follow(officer.t("ui.nav.exchange"));

        // Neither address nor key: told at the fields.
        await connect(officer, { address: "nowhere at all", key: "LIAISE" });
        const below = (name: string) => officer.field(name).locator(".problem");
        await expect(below("server_address")).toHaveText(officer.t("problem.not_an_address"));
        await expect(below("server_key")).toHaveText(officer.t("problem.not_a_server_key"));
        expect(await violations(page)).toEqual([]);

        // Nobody answers there.
        await connect(officer, stranger.line);
        await expect(section).toContainText(officer.t("error.live_unreachable"));
        expect(await violations(page)).toEqual([]);

        // The key names another server's certificate.
        await connect(officer, { address: server.line.address, key: stranger.line.key });
        await expect(section).toContainText(officer.t("error.live_certificate"));

        // The key was taken back.
        const removed = server.add("A laptop that was lost");
        server.remove("A laptop that was lost");
        await connect(officer, removed);
        await expect(section).toContainText(officer.t("error.live_key_refused"));
        expect(await violations(page)).toEqual([]);
        expect((await app.call("live_state")).address).toBeNull();

        // A second laptop without a file is told that there is nothing yet, and stays where it is.
        await withApp(language, async (other) => {
          await page.goto(other.url);
          const colleague = await Officer.at(other, page, language);
          await colleague.press(colleague.t("ui.exchange.join_button"));
          await connect(colleague, server.line);
          await expect(page.getByRole("dialog")).toContainText(colleague.t("error.live_empty"));
          expect(await violations(page)).toEqual([]);
        });
      } finally {
        await server.end();
        await stranger.end();
      }
    });
  });
}
