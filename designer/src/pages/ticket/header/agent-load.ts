import type { AgentView } from "../../../client/types.ts";
import { openStatuses } from "../../../client/vocabulary.ts";

/** Tickets of all kinds that somebody still owes something, beside the capacity for all kinds. */
export function agentLoad({ load, capacity }: AgentView): { load: number; capacity: number } {
  const kinds = [load.chat ?? {}, load.ticket ?? {}];
  const open = kinds.flatMap((counts) => openStatuses.map((status) => counts[status] ?? 0));
  return {
    load: open.reduce((sum, count) => sum + count, 0),
    capacity: capacity.chat + capacity.ticket,
  };
}
