/** Dealing tickets out: each goes to whoever has the most room, counting what they were dealt just now. */
import type { AgentLoad } from "@sluice/engine";
import type { CapacityKind, TicketStatus } from "@sluice/schemas";

/** Somebody who is dealt to. */
export interface Player {
  readonly id: string;
  readonly capacity: Readonly<Record<CapacityKind, number>>;
  readonly row: AgentLoad | undefined;
}

/** How full somebody is; nobody without capacity comes before somebody with it. */
const fullness = (carried: number, capacity: number): number =>
  capacity === 0 ? Number.POSITIVE_INFINITY : carried / capacity;

/** For each ticket, by the capacity that it takes, who gets it. Of two equally full ones the earlier in the list. */
export function deal(
  players: readonly Player[],
  tickets: readonly CapacityKind[],
  countsAsLoad: readonly TicketStatus[],
): readonly string[] {
  const dealt = new Map<string, number>();
  const carried = ({ id, row }: Player, kind: CapacityKind): number =>
    (dealt.get(`${id} ${kind}`) ?? 0) +
    countsAsLoad.reduce((sum, status) => sum + (row?.counts[kind][status] ?? 0), 0);
  return tickets.map((kind) => {
    const [best] = players
      .map((player) => ({
        player,
        carried: carried(player, kind),
        full: fullness(carried(player, kind), player.capacity[kind]),
      }))
      .sort((a, b) => (a.full === b.full ? a.carried - b.carried : a.full - b.full));
    const id = best?.player.id ?? "";
    dealt.set(`${id} ${kind}`, (dealt.get(`${id} ${kind}`) ?? 0) + 1);
    return id;
  });
}
