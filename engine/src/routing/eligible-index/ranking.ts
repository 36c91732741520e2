/** An order over the eligible members of one need, kept while they change. */
import { byId, type Candidate, type RoutingStrategy, type StrategyContext } from "../strategy.ts";
import { SeatCircle } from "./seat-circle.ts";
import { WinnerTree } from "./winner-tree.ts";

/** Seats are places in the list of members, which stands in agent order. */
export interface Ranking {
  /** The occupant of a seat became eligible, ceased to be so, or changed rank. */
  set(seat: number, isEligible: boolean): void;
  /** Every seat at once. */
  fill(isEligible: (seat: number) => boolean): void;
  /** At most `limit` eligible seats, best first. */
  leaders(limit: number, context: StrategyContext): readonly number[];
}

/** Strategies whose order hangs on the cursor in a way of their own cannot be kept: their groups are scanned. */
export const canBeRanked = ({ keepsCursor, circular }: RoutingStrategy): boolean =>
  circular === true || keepsCursor !== true;

/** The first of the seats, in agent order, that comes after a place in the agent order. */
function seatAfter(members: readonly { readonly order: number }[], order: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle]?.order ?? 0) <= order) low = middle + 1;
    else high = middle;
  }
  return low;
}

function circle(members: readonly { readonly order: number }[]): Ranking {
  const seats = new SeatCircle(members.length);
  return {
    set: (seat, isEligible) => seats.set(seat, isEligible),
    fill(isEligible) {
      for (let seat = 0; seat < members.length; seat += 1) seats.set(seat, isEligible(seat));
    },
    leaders: (limit, { cursor }) => seats.leaders(seatAfter(members, cursor), limit),
  };
}

function tournament(
  strategy: RoutingStrategy,
  candidates: readonly Candidate[],
  seats: number,
  size: number,
): Ranking {
  const context: StrategyContext = { size, cursor: -1 };
  const tree = new WinnerTree(seats, (a, b) => {
    const [left, right] = [candidates[a], candidates[b]];
    return left !== undefined && right !== undefined && isBetter(strategy, left, right, context);
  });
  return {
    set: (seat, isEligible) => tree.set(seat, isEligible),
    fill: (isEligible) => tree.fill(isEligible, seats),
    leaders: (limit) => tree.leaders(limit),
  };
}

/** The order that every choice follows: the strategy's, then by id. */
export const isBetter = (
  strategy: RoutingStrategy,
  a: Candidate,
  b: Candidate,
  context: StrategyContext,
): boolean => (strategy.compare(a, b, context) || byId(a, b)) < 0;

/** `candidates` is read at every comparison: change it, then call `set`. `size` as in a strategy's context. */
export const createRanking = (
  strategy: RoutingStrategy,
  members: readonly { readonly order: number }[],
  candidates: readonly Candidate[],
  size: number,
): Ranking =>
  strategy.circular === true ? circle(members) : tournament(strategy, candidates, members.length, size);
