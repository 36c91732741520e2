/**
 * The fixed words of the contract as lists, for pickers. They repeat `@sluice/schemas` so that the shell does
 * not load its validators; a test holds the two equal.
 */
import type { Presence, Priority, SlaMetric, TicketStatus } from "@sluice/schemas";

export const priorityList: readonly Priority[] = ["P0", "P1", "P2", "P3"];

export const statusList: readonly TicketStatus[] = [
  "new",
  "open",
  "pending_customer",
  "on_hold",
  "resolved",
  "closed",
];

export const presenceList: readonly Presence[] = ["online", "paused", "break", "offline"];

export const metricList: readonly SlaMetric[] = [
  "firstResponse",
  "nextResponse",
  "periodicUpdate",
  "assignment",
  "resolution",
  "platformDue",
];

/** Statuses in which somebody still owes the customer something. */
export const openStatuses: readonly TicketStatus[] = ["new", "open", "pending_customer", "on_hold"];
