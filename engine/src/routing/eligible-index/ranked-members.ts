/**
 * The members of a group who could ever take tickets of one need, ranked by its strategy. Whoever changed is noted and
 * takes another place before the next answer.
 */
import type { SkillNeed } from "@sluice/schemas";
import type { RoutingStrategy, StrategyContext } from "../strategy.ts";
import { type Ranked, skillSum } from "../survey.ts";
import type { TeamAgent } from "../team.ts";
import { createRanking, type Ranking } from "./ranking.ts";
import type { Standing, Standings } from "./standings.ts";

export interface RankedInput {
  readonly strategy: RoutingStrategy;
  readonly standings: Standings;
  readonly skills: readonly SkillNeed[];
  /** How many places the agent order has. */
  readonly size: number;
}

type Seat = { -readonly [K in keyof Ranked]: Ranked[K] };

export class RankedMembers {
  readonly #standings: Standings;
  readonly #members: readonly TeamAgent[];
  /** Rewritten in place: an answer is read before the next question. */
  readonly #candidates: Seat[];
  readonly #ranking: Ranking;
  readonly #eligible: Uint8Array;
  /** Seats whose occupants changed, each once. */
  readonly #noted: number[] = [];
  readonly #isNoted: Uint8Array;
  /** Seat + 1 by agent order; 0 = not among them. */
  readonly #seats: Int32Array;
  readonly #inShifts: readonly number[];
  #shiftsOn: ReadonlySet<string> | null = null;
  #count = 0;

  /** `members` stand in agent order and hold the skills. */
  constructor({ strategy, standings, skills, size }: RankedInput, members: readonly TeamAgent[]) {
    this.#standings = standings;
    this.#members = members;
    this.#candidates = members.map((agent) => toSeat(agent, standings.of(agent), skills));
    this.#ranking = createRanking(strategy, members, this.#candidates, size);
    this.#eligible = new Uint8Array(members.length);
    this.#isNoted = new Uint8Array(members.length);
    this.#seats = new Int32Array(size);
    for (const [seat, { order }] of members.entries()) this.#seats[order] = seat + 1;
    this.#inShifts = members.flatMap(({ shifts }, seat) => (shifts.length > 0 ? [seat] : []));
  }

  get members(): readonly TeamAgent[] {
    return this.#members;
  }

  /** How many are eligible, as of the last `refresh`. */
  get count(): number {
    return this.#count;
  }

  /** A member's row changed, also by a rollback. */
  note({ order }: TeamAgent): void {
    const seat = (this.#seats[order] ?? 0) - 1;
    if (seat < 0 || this.#isNoted[seat] === 1) return;
    this.#isNoted[seat] = 1;
    this.#noted.push(seat);
  }

  /** Nobody knows any more who changed. */
  forget(): void {
    this.#shiftsOn = null;
  }

  /** Takes in what changed; the standings know the shifts. O(log n) for each change, O(n) at first and after `forget`. */
  refresh(shiftsOn: ReadonlySet<string>): void {
    if (this.#shiftsOn === null) this.#readAll();
    else {
      for (const seat of this.#noted) this.#seat(seat);
      if (this.#shiftsOn !== shiftsOn) for (const seat of this.#inShifts) this.#seat(seat);
    }
    this.#shiftsOn = shiftsOn;
    for (const seat of this.#noted) this.#isNoted[seat] = 0;
    this.#noted.length = 0;
  }

  /** At most `limit` eligible members, best first, as of the last `refresh`. */
  leaders(limit: number, context: StrategyContext): readonly Ranked[] {
    const seats = this.#ranking.leaders(limit, context);
    const leaders: Ranked[] = [];
    for (const seat of seats) {
      const candidate = this.#candidates[seat];
      if (candidate) leaders.push(candidate);
    }
    return leaders;
  }

  isEligible({ order }: TeamAgent): boolean {
    return this.#eligible[(this.#seats[order] ?? 0) - 1] === 1;
  }

  #readAll(): void {
    this.#count = 0;
    for (const [seat, candidate] of this.#candidates.entries()) {
      const standing = this.#standings.of(candidate.measured.agent);
      rewrite(candidate, standing);
      this.#eligible[seat] = standing.isFree ? 1 : 0;
      if (standing.isFree) this.#count += 1;
    }
    this.#ranking.fill((seat) => this.#eligible[seat] === 1);
  }

  #seat(seat: number): void {
    const candidate = this.#candidates[seat];
    if (!candidate) return;
    const standing = this.#standings.of(candidate.measured.agent);
    const wasFree = this.#eligible[seat] === 1;
    if (candidate.measured === standing) return;
    rewrite(candidate, standing);
    this.#eligible[seat] = standing.isFree ? 1 : 0;
    this.#count += Number(standing.isFree) - Number(wasFree);
    if (standing.isFree || wasFree) this.#ranking.set(seat, standing.isFree);
  }
}

const toSeat = (
  { id, order, skills: held }: TeamAgent,
  measured: Standing,
  skills: readonly SkillNeed[],
): Seat => ({
  id,
  order,
  load: measured.load,
  capacity: measured.capacity,
  lastAssignedAt: measured.row?.lastAssignedAt ?? null,
  skillLevel: skillSum(held, skills),
  measured,
});

function rewrite(seat: Seat, measured: Standing): void {
  seat.load = measured.load;
  seat.capacity = measured.capacity;
  seat.lastAssignedAt = measured.row?.lastAssignedAt ?? null;
  seat.measured = measured;
}
