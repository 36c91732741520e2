/** Tickets in bulk: each gets one ordinary event. */
import type { Database } from "../database/database.ts";
import { type BulkAction, type ForTicket, toEvent } from "./bulk-action.ts";
import type { BulkHand, BulkRuntime } from "./bulk-hand.ts";
import { deal } from "./deal.ts";
import { readGiven } from "./given.ts";

type Prepared = ReadonlyMap<string, ForTicket>;

/** Creates the hand for tickets. */
export function createTicketHand({ reader }: Database, runtime: BulkRuntime): BulkHand {
  /** Who gets each ticket of the page. */
  async function dealPage(agents: readonly string[], tickets: readonly string[]): Promise<Prepared> {
    const { current } = runtime.definitions;
    const marks = tickets.map(() => "?").join(",");
    const rows = await reader.query<{ id: string; channel: string }[]>(
      `SELECT id, channel FROM tickets WHERE id IN (${marks})`,
      [...tickets],
    );
    const channels = new Map(rows.map(({ id, channel }) => [id, channel]));
    const players = agents.flatMap((id) => {
      const agent = current.agent(id);
      return agent ? [{ id, capacity: agent.capacity, row: runtime.load.agent(id) }] : [];
    });
    const kinds = tickets.map((id) => current.capacityKind(channels.get(id) ?? ""));
    const policy = current.routing(current.defaultRouting ?? "", runtime.clock.now());
    const dealt = deal(players, kinds, policy?.countsAsLoad ?? ["new", "open"]);
    return new Map(tickets.map((id, at): [string, ForTicket] => [id, { agent: dealt[at] ?? "" }]));
  }

  async function prepare(action: BulkAction, tickets: readonly string[]): Promise<Prepared> {
    if (action.type === "assign" && "agents" in action) return dealPage(action.agents, tickets);
    if (action.type !== "reclassify") return new Map();
    const given = await readGiven(reader, tickets);
    return new Map([...given].map(([id, one]) => [id, { given: one }]));
  }

  return async ({ action, actor, markDone }, tickets) => {
    const prepared = await prepare(action as BulkAction, tickets);
    return (ticket) =>
      runtime.submit({
        ticket,
        body: toEvent(action as BulkAction, prepared.get(ticket) ?? {}),
        actor,
        background: true,
        alongside: (transaction) => markDone(transaction, ticket),
      });
  };
}
