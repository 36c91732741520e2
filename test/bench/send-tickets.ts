/** Tickets of an ordinary day, and how long a server takes for a batch of them. */
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
