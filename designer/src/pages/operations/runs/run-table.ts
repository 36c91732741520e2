/** How long a run took or has been going on, ms. */
export const runLength = (startedAt: string, endedAt: string | null, now: number): number =>
  Math.max(0, (endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt));

const statuses = ["active", "completed", "failed", "cancelled"] as const;

export { statuses as runStatuses };

const waits = ["until", "job", "task", "event", "incident", "survey"] as const;
/** What a token waits for, as its message key names it. */
export function waitName(type: string): (typeof waits)[number] | "child" | "join" | "other" {
  if (type === "call" || type === "run") return "child";
  if (type === "fork" || type === "join") return "join";
  return waits.find((known) => known === type) ?? "other";
}
