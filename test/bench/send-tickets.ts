/** Tickets of an ordinary day, and how long a server takes for them: as one batch, or one POST each. */
import { createTicketGenerator } from "@sluice/schemas/starter";
import type { BenchServer } from "./server.js";

/** Ordinary tickets as lines of NDJSON; the same seed gives the same. */
export function tickets(count: number, seed: number): string[] {
  const generator = createTicketGenerator({ seed, from: "2026-11-05T08:00:00+08:00", shape: "ordinary" });
  return Array.from({ length: count }, () => {
    const { createdAt: _, ...ticket } = generator.next();
    return JSON.stringify(ticket);
  });
}

/** Seconds that `POST /tickets/batch` takes; throws unless every line became a ticket. */
export async function timeBatch(server: BenchServer, lines: readonly string[]): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(`${server.url}/api/v1/tickets/batch`, {
    method: "POST",
    headers: { ...server.headers, "content-type": "application/x-ndjson" },
    body: lines.join("\n"),
  });
  const results = (await answer.text()).trim().split("\n");
  const seconds = (performance.now() - begin) / 1000;
  const failed = results.filter((line) => (JSON.parse(line) as { status: number }).status !== 201);
  if (results.length !== lines.length || failed.length > 0)
    throw new Error(
      `${failed.length} of ${lines.length} tickets were refused: ${failed[0] ?? "lines are missing"}`,
    );
  return seconds;
}

/** Per second, rounded. */
export const rate = (count: number, seconds: number): number => Math.round(count / seconds);

/** The value that so large a share of them does not exceed; 0 of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds that one `POST /tickets` waits for its answer; throws when it is refused. */
export async function timePost(server: BenchServer, body: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(`${server.url}/api/v1/tickets`, {
    method: "POST",
    headers: { ...server.headers, "content-type": "application/json" },
    body,
  });
  if (answer.status !== 201) throw new Error(`a ticket was refused: ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - begin;
}

/** Sends each as a POST of its own over so many connections; waits are milliseconds. */
export async function timeSingles(server: BenchServer, bodies: readonly string[], connections: number) {
  const waits: number[] = [];
  let next = 0;
  const worker = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++])
      waits.push(await timePost(server, body));
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - begin) / 1000;
  waits.sort((a, b) => a - b);
  return { seconds, p50: percentile(waits, 0.5), p99: percentile(waits, 0.99) };
}
