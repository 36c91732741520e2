import type { AgentView } from "../../../client/types.ts";

/** Open tickets of all kinds beside the capacity for all kinds. */
export function agentLoad({ load, capacity }: AgentView): { load: number; capacity: number } {
  return {
    load: (load.chat ?? 0) + (load.ticket ?? 0),
    capacity: capacity.chat + capacity.ticket,
  };
}
