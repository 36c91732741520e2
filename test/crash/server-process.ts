/** `sluice serve` as a process of its own, from the built code, to be killed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const adminKey = "a-bootstrap-key-for-crashes";

/** Type errors are the type check's business; `tsc` says 2 when it built in spite of some. */
const built: readonly (number | null)[] = [0, 2];

/** Brings the built server up to date; throws with the compiler's words when it cannot. */
export function buildServer(): void {
  const compiler = createRequire(join(root, "package.json")).resolve("typescript/package.json");
  const tsc = join(dirname(compiler), "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-b", "api"], { cwd: root, encoding: "utf8" });
  if (!built.includes(status)) throw new Error(`the server cannot be built:\n${stdout}`);
}

/** What `api/bin/sluice.js` does once everything is built, without looking at every source file at each start. */
const entry = `
const { main } = await import(${JSON.stringify(pathToFileURL(join(root, "api/dist/cli/main.js")).href)});
const { processTerminal } = await import(${JSON.stringify(pathToFileURL(join(root, "api/dist/cli/terminal.js")).href)});
process.exitCode = await main(["serve"], processTerminal());
`;

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  /** Resolves with the origin once it says that it is ready; rejects with its last words when it ends before. */
  readonly ready: Promise<string>;
  readonly exited: Promise<Exit>;
  /** Everything it wrote to standard error. */
  readonly errors: () => string;
  /** The lines of its log, which holds errors only. */
  readonly faults: () => readonly string[];
  kill(): Promise<Exit>;
  /** Asks it to end. */
  stop(): Promise<Exit>;
}

const readyLine = /Sluice is ready at (http:\/\/\S+)/;

function gather(
  stream: ChildProcess["stdout"],
  listener: (text: string) => void = () => undefined,
): () => string {
  const chunks: string[] = [];
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    chunks.push(chunk);
    listener(chunk);
  });
  return () => chunks.join("");
}

/** Starts one on `dataDir` and a free port; `env` goes before the defaults. */
export function startServerProcess(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): ServerProcess {
  const child = spawn(process.execPath, ["--input-type=module", "-e", entry], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      TMPDIR: process.env.TMPDIR ?? "/tmp",
      PORT: "0",
      LOG_LEVEL: "error",
      SLUICE_DATA: dataDir,
      SLUICE_STARTER: "none",
      SLUICE_BOOTSTRAP_KEY: adminKey,
      SLUICE_ADMIN_PASSWORD: "a-password-for-crashes",
      SLUICE_HTTP_ALLOW_HOSTS: "127.0.0.1",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<Exit>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const errors = gather(child.stderr);
  let out: () => string = () => "";
  const ready = new Promise<string>((resolve, reject) => {
    out = gather(child.stdout, () => {
      const origin = readyLine.exec(out())?.[1];
      if (origin !== undefined) resolve(origin);
    });
    void exited.then(({ code, signal }) =>
      reject(new Error(`ended with ${code ?? signal}: ${errors()}${out()}`)),
    );
  });
  // Whoever kills it before it is ready does not wait for that any more.
  ready.catch(() => undefined);
  const send = (signal: NodeJS.Signals) => () => {
    child.kill(signal);
    return exited;
  };
  const faults = () =>
    out()
      .split("\n")
      .filter((line) => line.startsWith("{"));
  return { ready, exited, errors, faults, kill: send("SIGKILL"), stop: send("SIGTERM") };
}
