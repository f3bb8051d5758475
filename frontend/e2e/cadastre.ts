import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const binary = resolve(
  import.meta.dirname,
  process.env.CADASTRE_BRIDGE ?? "../../bin/cadastre-bridge",
);
const run = promisify(execFile);

/** A native dialog that was asked for, or a link that was opened. */
export interface Asked {
  kind: "open" | "save" | "link";
  title: string;
  suggestedName: string;
  multiple: boolean;
}

/**
 * The program behind the page, with a home of its own: the real Go methods over the
 * loopback bridge. Each has its own folder, which is gone when it stops.
 */
export class Cadastre {
  /** The address of the page. */
  url = "";
  private server: ChildProcess | undefined;

  private constructor(
    /** A scratch folder for the test's files; it is the program's home as well. */
    readonly folder: string,
  ) {}

  static async create(): Promise<Cadastre> {
    const folder = await mkdtemp(join(tmpdir(), "cadastre-e2e-"));
    await mkdir(join(folder, "run"), { mode: 0o700 });
    return new Cadastre(folder);
  }

  /** Runs a command and returns what it printed. */
  async command(...words: string[]): Promise<string> {
    const { stdout } = await run(binary, words, { env: this.env(), cwd: this.folder });
    return stdout;
  }

  /** Serves the page, on a catalogue when one is named. */
  async serve(catalogue?: string): Promise<string> {
    const server = spawn(binary, catalogue ? [catalogue] : [], {
      env: this.env(),
      cwd: this.folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.server = server;
    for await (const line of createInterface({ input: server.stdout })) {
      this.url = line;
      return line;
    }
    throw new Error("the bridge ended before it named its address");
  }

  /** Calls a bound method as the page does. */
  async call(method: string, ...args: unknown[]): Promise<unknown> {
    const response = await this.post(`call/${method}`, args);
    const { error, result } = (await response.json()) as { error?: string; result: unknown };
    if (error) throw new Error(error);
    return result;
  }

  /** Answers the next native dialog with these paths; with none it is cancelled. */
  async answerDialog(...paths: string[]): Promise<void> {
    await this.post("test/dialog", { paths });
  }

  /** Drops files on the window. */
  async dropFiles(...paths: string[]): Promise<void> {
    await this.post("test/drop", { paths });
  }

  /** Presses the window's close button. */
  async pressClose(): Promise<void> {
    await this.post("test/close", {});
  }

  /** Whether the program has ended, as it does when its window is closed. */
  get ended(): boolean {
    return this.server?.exitCode !== null;
  }

  /** Waits until the program has ended. */
  async end(): Promise<void> {
    if (this.server && !this.ended) await once(this.server, "exit");
  }

  /** The dialogs asked for and links opened so far. */
  async asked(): Promise<Asked[]> {
    const response = await fetch(`${this.url}test/asked`);
    return (await response.json()) as Asked[];
  }

  async stop(): Promise<void> {
    this.server?.kill();
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async post(path: string, body: unknown): Promise<Response> {
    const response = await fetch(this.url + path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  private env(): NodeJS.ProcessEnv {
    const { PATH, LANG } = process.env;
    return {
      PATH,
      LANG,
      HOME: this.folder,
      XDG_CONFIG_HOME: join(this.folder, "config"),
      XDG_CACHE_HOME: join(this.folder, "cache"),
      XDG_DATA_HOME: join(this.folder, "data"),
      XDG_RUNTIME_DIR: join(this.folder, "run"),
      DBUS_SESSION_BUS_ADDRESS: "disabled:",
    };
  }
}
