/** An order over the eligible members of one need, kept while they change. */
import { byId, type Candidate, type Key, type RoutingStrategy, type StrategyContext } from "../strategy.ts";
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

/** Who sits where. */
export interface Seats {
  readonly members: readonly { readonly order: number }[];
  /** The occupant as they are now. */
  read(seat: number): Candidate;
  /** Places of the ids in code-unit order, by agent order. */
  readonly idRanks: Int32Array;
}

/** Strategies whose order hangs on the cursor in a way of their own cannot be kept: their groups are scanned. */
export const canBeRanked = ({ keepsCursor, circular }: RoutingStrategy): boolean =>
  circular === true || keepsCursor !== true;

/** The first of the seats, in agent order, that comes after a place in the agent order. */
function seatAfter(members: Seats["members"], order: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle]?.order ?? 0) <= order) low = middle + 1;
    else high = middle;
  }
  return low;
}

function circle({ members }: Seats): Ranking {
  const seats = new SeatCircle(members.length);
  return {
    set: (seat, isEligible) => seats.set(seat, isEligible),
    fill(isEligible) {
      for (let seat = 0; seat < members.length; seat += 1) seats.set(seat, isEligible(seat));
    },
    leaders: (limit, { cursor }) => seats.leaders(seatAfter(members, cursor), limit),
  };
}

/** A tournament by what `note` remembers of each eligible seat. */
function tournament(
  seats: number,
  note: (seat: number) => void,
  isSeatBetter: (a: number, b: number) => boolean,
): Ranking {
  const tree = new WinnerTree(seats, isSeatBetter);
  return {
    set(seat, isEligible) {
      if (isEligible) note(seat);
      tree.set(seat, isEligible);
    },
    fill(isEligible) {
      for (let seat = 0; seat < seats; seat += 1) if (isEligible(seat)) note(seat);
      tree.fill(isEligible, seats);
    },
    leaders: (limit) => tree.leaders(limit),
  };
}

/** Numbers lie side by side: a comparison touches one line of memory for each seat. */
function byNumbers({ members, idRanks, read }: Seats, keys: readonly Key[]): Ranking {
  const width = keys.length + 1;
  const numbers = new Float64Array(members.length * width);
  for (const [seat, { order }] of members.entries())
    numbers[seat * width + keys.length] = idRanks[order] ?? 0;
  const note = (seat: number) => {
    const candidate = read(seat);
    for (let at = 0; at < keys.length; at += 1) numbers[seat * width + at] = keys[at]?.(candidate) ?? 0;
  };
  return tournament(members.length, note, (a, b) => {
    for (let at = 0; at < width; at += 1) {
      const left = numbers[a * width + at] ?? 0;
      const right = numbers[b * width + at] ?? 0;
      if (left !== right) return left < right;
    }
    return false;
  });
}

function byComparison({ members, idRanks, read }: Seats, strategy: RoutingStrategy): Ranking {
  const candidates: Candidate[] = [];
  const context: StrategyContext = { size: idRanks.length, cursor: -1 };
  const note = (seat: number) => {
    candidates[seat] = read(seat);
  };
  return tournament(members.length, note, (a, b) => {
    const [left, right] = [candidates[a], candidates[b]];
    return left !== undefined && right !== undefined && isBetter(strategy, left, right, context);
  });
}

/** The order that every choice follows: the strategy's, then by id. */
export const isBetter = (
  strategy: RoutingStrategy,
  a: Candidate,
  b: Candidate,
  context: StrategyContext,
): boolean => (strategy.compare(a, b, context) || byId(a, b)) < 0;

/** Nobody is eligible at first. */
export function createRanking(strategy: RoutingStrategy, seats: Seats): Ranking {
  if (strategy.circular === true) return circle(seats);
  return strategy.keys ? byNumbers(seats, strategy.keys) : byComparison(seats, strategy);
}
