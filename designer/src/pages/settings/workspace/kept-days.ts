/** How long ended runs are kept, as a number of days: the form's side of `retention.endedRuns`. */
import type { Workspace } from "@sluice/schemas";

/** `null` = for ever. */
export function keptDays({ retention }: Workspace): number | null {
  const days = /^P(\d+)D$/.exec(retention?.endedRuns ?? "")?.[1];
  return days === undefined ? null : Number(days);
}

/** The workspace with another number of days; without one it says nothing of it. */
export function withKeptDays({ retention: _, ...workspace }: Workspace, days: number | null): Workspace {
  return days === null ? workspace : { ...workspace, retention: { endedRuns: `P${days}D` } };
}
