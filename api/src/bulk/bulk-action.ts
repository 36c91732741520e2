/** What can be done to many tickets at once. */
import type { EventBody } from "@sluice/engine";
import { strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";

const key = Type.String({ minLength: 1, maxLength: 63 });

export const BulkAction = Type.Union([
  Type.Object({ type: Type.Literal("assign"), agent: key }, strict),
  /** Dealt out: each ticket goes to whoever of them has the most room. */
  Type.Object(
    {
      type: Type.Literal("assign"),
      agents: Type.Array(key, { minItems: 1, maxItems: 500, uniqueItems: true }),
    },
    strict,
  ),
  /** Through routing again as if new, not back to the present owner. */
  Type.Object({ type: Type.Literal("reroute") }, strict),
  Type.Object({ type: Type.Literal("transfer"), group: key }, strict),
  /** By the ruleset that did it last, as it is live now, whatever its `reclassify` says. */
  Type.Object({ type: Type.Literal("reclassify") }, strict),
  Type.Object({ type: Type.Literal("resolve") }, strict),
]);
export type BulkAction = Static<typeof BulkAction>;

/** What a ticket's event needs beyond the action: whom it is dealt to, what earlier classifications gave it. */
export interface ForTicket {
  readonly agent?: string;
  readonly given?: (EventBody & { readonly type: "ticket.reclassify" })["given"];
}

/** The one event by which the action happens to a ticket. What is done gets no new owner by the hundred. */
export function toEvent(action: BulkAction, { agent, given }: ForTicket): EventBody {
  switch (action.type) {
    case "assign":
      return {
        type: "ticket.assign",
        agent: "agent" in action ? action.agent : (agent ?? ""),
        onlyOpen: true,
      };
    case "reroute":
      return { type: "ticket.reroute" };
    case "transfer":
      return { type: "ticket.transfer", group: action.group, onlyOpen: true };
    case "reclassify":
      return { type: "ticket.reclassify", ...(given ? { given } : {}) };
    case "resolve":
      return { type: "ticket.updated", changes: { status: "resolved" } };
  }
}
