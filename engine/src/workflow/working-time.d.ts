import type { NodeContext } from "./node-kind.ts";
/** The instant `duration` after now; `PnD` is working days on a calendar and 24 hours each without one. */
export declare function dueAfter(
  duration: string,
  calendar: string | undefined,
  context: NodeContext,
): number;
