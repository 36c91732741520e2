/** A span from now, in wall-clock time or in the working time of a calendar. */
import { parseDuration } from "../sla/duration.ts";
import type { NodeContext } from "./node-kind.ts";

const dayMs = 86_400_000;

/** The instant `duration` after now; `PnD` is working days on a calendar and 24 hours each without one. */
export function dueAfter(duration: string, calendar: string | undefined, context: NodeContext): number {
  const span = parseDuration(duration);
  const working = calendar === undefined ? undefined : context.definitions.calendar(calendar)?.compiled;
  if ("workingDays" in span)
    return working
      ? working.addWorkingDays(context.now, span.workingDays)
      : context.now + span.workingDays * dayMs;
  return working ? working.add(context.now, span.ms) : context.now + span.ms;
}
