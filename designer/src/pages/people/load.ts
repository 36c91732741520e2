/** How much somebody carries, by kind of capacity. */
import type { CapacityKind, TicketStatus } from "@sluice/schemas";
import type { AgentView } from "../../client/types.ts";

/** What counts unless a policy says otherwise. */
const counted: readonly TicketStatus[] = ["new", "open"];

/** Tickets of one kind that take up room. */
export const loadOf = ({ load }: Pick<AgentView, "load">, kind: CapacityKind): number =>
  counted.reduce((sum, status) => sum + (load[kind]?.[status] ?? 0), 0);
