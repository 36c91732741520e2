/** A server of its own in a child process on a temporary folder, as an operator would run it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../../api/bin/sluice.js", import.meta.url));
const key = "bench-bootstrap-key-0001";

export interface BenchServer {
  readonly url: string;
  readonly folder: string;
  readonly pid: number;
  /** From the start of the process until it took tickets. */
  readonly readyMs: number;
  readonly headers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A port that nobody listened on a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server did not become ready");
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "sluice-bench-"));

/**
 * Starts a server with the starter pack and everybody online; `env` goes before the defaults. A `kept` folder is used
 * as it is and outlives the server.
 */
export async function startBenchServer(
  env: Readonly<Record<string, string>> = {},
  kept?: string,
): Promise<BenchServer> {
  const folder = kept ?? temporaryFolder();
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, [cli, "serve"], {
    env: {
      ...process.env,
      PORT: String(port),
      SLUICE_DATA: folder,
      SLUICE_BOOTSTRAP_KEY: key,
      SLUICE_ADMIN_PASSWORD: "bench-password",
      LOG_LEVEL: "error",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  const readyMs = Math.round(performance.now() - begin);
  const headers = { authorization: `Bearer ${key}` };
  await everybodyOnline(url, headers);
  return {
    url,
    folder,
    pid: child.pid ?? 0,
    readyMs,
    headers,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function everybodyOnline(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(`${url}/api/v1/agents`, { headers });
  const { items } = (await answer.json()) as { items: readonly { id: string }[] };
  for (const { id } of items)
    await fetch(`${url}/api/v1/agents/${id}/presence`, {
      method: "PUT",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ presence: "online" }),
    });
}
