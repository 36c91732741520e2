/**
 * Workflows of three durable steps, as our peers count them: a step is one `action` node. Its job is written in the
 * transaction that reached the node, the plugin's process runs it (it does nothing, as the peer's steps do), and its
 * result is committed with the ticket's event before the next begins. A run begins with `POST /tickets` and has ended
 * when the event of its last result is committed.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rate } from "./send-tickets.js";
import { type BenchServer, startBenchServer, temporaryFolder } from "./server.js";

const pluginSource = `const anything = { type: "object" };
export const plugin = {
  id: "bench",
  label: { zh: "bench", en: "bench" },
  actions: [{
    ...{ id: "bench.step", version: "1", label: { zh: "step", en: "step" }, input: anything, output: anything },
    concurrency: 32,
    run: ({ input }) => ({ name: input.name }),
  }],
};
`;

function writePlugin(folder: string): void {
  const place = join(folder, "plugins", "bench");
  mkdirSync(place, { recursive: true });
  const manifest = { name: "bench", version: "1.0.0", private: true, type: "module", exports: "./index.js" };
  writeFileSync(join(place, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(place, "index.js"), pluginSource);
}

const steps = ["first", "second", "third"];
/** The event of the creation and one for each result. */
const lastSeq = 1 + steps.length;

const chain = ["start", ...steps, "done"];

const node = (id: string, at: number) => ({
  ...{ id, name: id, position: { x: at * 260, y: 0 } },
  ...(id === "start" ? { type: "trigger", config: { on: "ticket.created" } } : {}),
  ...(id === "done" ? { type: "end", config: {} } : {}),
  ...(steps.includes(id)
    ? { type: "action", config: { action: "bench.step", version: "1", input: { name: id } } }
    : {}),
});

const workflow = {
  ...{ kind: "workflow", key: "three-steps", name: "three steps", formatVersion: 1 },
  spec: {
    nodes: chain.map(node),
    edges: chain.slice(0, -1).map((source, at) => ({
      ...{ id: `e${at}`, source, target: chain[at + 1] },
      sourcePort: steps.includes(source) ? "ok" : "out",
    })),
  },
};

async function call(server: BenchServer, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: "POST",
    headers: { ...server.headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
  return answer.json();
}

/** Hears of every commit; `ended(ticket)` resolves once its last step is on the disk. */
async function listen(server: BenchServer) {
  const seen = new Set<string>();
  const waiting = new Map<string, () => void>();
  const leaving = new AbortController();
  const answer = await fetch(`${server.url}/api/v1/events?topics=ticket`, {
    headers: server.headers,
    signal: leaving.signal,
  });
  const hear = (line: string) => {
    if (!line.startsWith("data: ")) return;
    const { id, seq } = JSON.parse(line.slice(6)) as { id: string; seq: number };
    if (seq !== lastSeq) return;
    const resolve = waiting.get(id);
    if (resolve) resolve();
    else seen.add(id);
  };
  const read = async () => {
    let rest = "";
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    }
  };
  const reading = read().catch(() => undefined);
  return {
    ended: (ticket: string): Promise<void> =>
      seen.delete(ticket) ? Promise.resolve() : new Promise((resolve) => waiting.set(ticket, resolve)),
    async close() {
      leaving.abort();
      await reading;
    },
  };
}

/** Runs per second for each `[runs, at once]`. */
export async function timeThreeSteps(
  measurements: readonly (readonly [runs: number, atOnce: number])[],
): Promise<readonly number[]> {
  const folder = temporaryFolder();
  writePlugin(folder);
  const server = await startBenchServer({ SLUICE_STARTER: "none" }, folder);
  const events = await listen(server);
  const measure = async (runs: number, atOnce: number): Promise<number> => {
    let left = runs;
    const worker = async () => {
      while (left-- > 0) {
        const ticket = { channel: "web", subject: "three steps", customer: { id: `c${left}` } };
        const { id } = (await call(server, "/tickets", ticket)) as { id: string };
        await events.ended(id);
      }
    };
    const begin = performance.now();
    await Promise.all(Array.from({ length: atOnce }, worker));
    return rate(runs * 10, (performance.now() - begin) / 1000) / 10;
  };
  try {
    await call(server, "/documents/import?publish=true", { documents: [workflow] });
    await measure(50, 4);
    const rates: number[] = [];
    for (const [runs, atOnce] of measurements) rates.push(await measure(runs, atOnce));
    return rates;
  } finally {
    await events.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
