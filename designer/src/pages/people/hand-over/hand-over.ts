/** Handing over somebody's tickets: to whom, and what came of each. */
import type { BulkAction } from "../../../client/bulk.ts";
import type { ClockView, TicketSummary } from "../../../client/types.ts";

/** To whom the tickets go. */
export interface HandOverChoice {
  readonly to: "reroute" | "group" | "agents";
  readonly group: string | undefined;
  readonly agents: readonly string[];
}

export const firstChoice: HandOverChoice = { to: "reroute", group: undefined, agents: [] };

/** What the api is asked to do; `undefined` while something is still to be chosen. */
export function toAction({ to, group, agents }: HandOverChoice): BulkAction | undefined {
  if (to === "reroute") return { type: "reroute" };
  if (to === "group") return group === undefined ? undefined : { type: "transfer", group };
  return agents.length === 0 ? undefined : { type: "assign", agents };
}

const running = (clock: ClockView | undefined): clock is ClockView =>
  clock !== undefined &&
  (clock.state === "running" || clock.state === "breached" || clock.state === "paused");

/** When the ticket's next open clock ends; `null` where none runs. */
export function nextDue({ sla }: Pick<TicketSummary, "sla">): string | null {
  const dues = Object.values(sla)
    .filter(running)
    .map(({ due }) => due);
  return dues.length === 0
    ? null
    : dues.reduce((first, due) => (Date.parse(due) < Date.parse(first) ? due : first));
}

/** One ticket before and after. */
export interface HandedOver {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly assignee: string | null;
  readonly group: string | null;
  readonly pool: string | null;
  readonly due: string | null;
  /** Every clock ends when it would have ended. */
  readonly sameDue: boolean;
}

const dues = ({ sla }: Pick<TicketSummary, "sla">): string =>
  JSON.stringify(
    Object.entries(sla)
      .map(([metric, clock]) => [metric, clock?.due])
      .sort(),
  );

/** What became of a ticket. */
export const handedOver = (
  before: TicketSummary,
  after: Pick<TicketSummary, "assignee" | "group" | "pool" | "sla">,
): HandedOver => ({
  id: before.id,
  number: before.number,
  subject: before.subject,
  assignee: after.assignee,
  group: after.group,
  pool: after.pool,
  due: nextDue(after),
  sameDue: dues(before) === dues(after),
});

/** Who has how many now. */
export interface NewOwner {
  readonly type: "agent" | "pool" | "group" | "nobody";
  readonly key: string;
  readonly count: number;
}

function ownerOf({ assignee, pool, group }: HandedOver): Omit<NewOwner, "count"> {
  if (assignee !== null) return { type: "agent", key: assignee };
  if (pool !== null) return { type: "pool", key: pool };
  return group === null ? { type: "nobody", key: "" } : { type: "group", key: group };
}

/** The new owners, those with most first. */
export function newOwners(tickets: readonly HandedOver[]): readonly NewOwner[] {
  const counts = new Map<string, NewOwner>();
  for (const ticket of tickets) {
    const owner = ownerOf(ticket);
    const name = `${owner.type} ${owner.key}`;
    counts.set(name, { ...owner, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
