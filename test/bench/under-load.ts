/** A server that takes tickets as fast as it can, for a while: in batches, with single POSTs beside them. */
import { percentile, tickets, timePost } from "./send-tickets.js";
import type { BenchServer } from "./server.js";

export interface LoadFigures {
  /** Tickets of the batches per second; the single ones are few. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly singles: number;
  /** How long a single POST waited, ms. */
  readonly singleP50: number;
  readonly singleP99: number;
  /** Tickets, single ones too, per second of the server's processor time: what other work on the machine cannot change. */
  readonly perCpuSecond: number;
  /** Processor time of the server per second. */
  readonly cpu: number;
}

/** Two, so that the server never waits for the next batch to be made. */
const streams = 2;
const perBatch = 1_000;
const singleConnections = 4;
/** Tickets of different loads have different externalIds. */
let seed = 1_000;

/** Sends a batch and counts answers as they come; throws unless each line became a ticket. */
async function sendBatch(server: BenchServer, onAnswers: (count: number) => void): Promise<void> {
  seed += 1;
  const answer = await fetch(`${server.url}/api/v1/tickets/batch`, {
    method: "POST",
    headers: { ...server.headers, "content-type": "application/x-ndjson" },
    body: tickets(perBatch, seed).join("\n"),
  });
  const decoder = new TextDecoder();
  let taken = 0;
  let rest = "";
  for await (const chunk of answer.body ?? []) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    const refused = lines.find((line) => !line.startsWith('{"status":201'));
    if (refused !== undefined) throw new Error(`a ticket was refused: ${refused.slice(0, 500)}`);
    taken += lines.length;
    onAnswers(lines.length);
  }
  if (taken !== perBatch) throw new Error(`${taken} of ${perBatch} tickets were answered`);
}

/** A figure of the server's own, from `/metrics`; 0 when it is not there. */
export async function metric(server: BenchServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, "m").exec(text)?.[1] ?? 0);
}

/** Loads the server until `isOver` says so (asked often); what comes in after that does not count. */
export async function underLoad(
  server: BenchServer,
  isOver: (seconds: number) => boolean | Promise<boolean>,
): Promise<LoadFigures> {
  const waits: number[] = [];
  let taken = 0;
  let late = 0;
  let over = false;
  const begin = performance.now();
  const cpuBefore = await metric(server, "process_cpu_seconds_total");
  const batches = async () => {
    while (!over)
      await sendBatch(server, (count) => {
        if (over) late += count;
        else taken += count;
      });
  };
  const singles = async () => {
    while (!over) {
      seed += 1;
      for (const body of tickets(20, seed)) if (!over) waits.push(await timePost(server, body));
    }
  };
  const work = [
    ...Array.from({ length: streams }, batches),
    ...Array.from({ length: singleConnections }, singles),
  ];
  const elapsed = () => (performance.now() - begin) / 1000;
  const watch = async () => {
    while (!(await isOver(elapsed()))) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await Promise.race([watch(), Promise.all(work)]);
  over = true;
  const seconds = elapsed();
  await Promise.all(work);
  const cpuSeconds = (await metric(server, "process_cpu_seconds_total")) - cpuBefore;
  const everything = taken + late + waits.length;
  waits.sort((a, b) => a - b);
  return {
    perSecond: Math.round(taken / seconds),
    seconds: Math.round(seconds * 10) / 10,
    singles: waits.length,
    singleP50: Math.round(percentile(waits, 0.5)),
    singleP99: Math.round(percentile(waits, 0.99)),
    perCpuSecond: Math.round(everything / cpuSeconds),
    cpu: Math.round((cpuSeconds / elapsed()) * 100) / 100,
  };
}
