/**
 * The members of a group who could ever take tickets of one need, ranked by its strategy. Whoever changed is noted and
 * takes another place before the next answer.
 */
import type { SkillNeed } from "@sluice/schemas";
import type { RoutingStrategy, StrategyContext } from "../strategy.ts";
import { type Ranked, skillSum } from "../survey.ts";
import type { TeamAgent } from "../team.ts";
import { createRanking, type Ranking } from "./ranking.ts";
import type { Standings } from "./standings.ts";

export interface RankedInput {
  readonly strategy: RoutingStrategy;
  readonly standings: Standings;
  readonly skills: readonly SkillNeed[];
  /** Places of the ids in code-unit order, by agent order. */
  readonly idRanks: Int32Array;
}

export class RankedMembers {
  /** False when only who is eligible matters, not how they stand. */
  readonly isByRank: boolean;
  readonly #standings: Standings;
  readonly #members: readonly TeamAgent[];
  readonly #skillLevels: readonly number[];
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
  constructor({ strategy, standings, skills, idRanks }: RankedInput, members: readonly TeamAgent[]) {
    this.isByRank = strategy.circular !== true;
    this.#standings = standings;
    this.#members = members;
    this.#skillLevels = members.map((agent) => skillSum(agent.skills, skills));
    this.#ranking = createRanking(strategy, { members, idRanks, read: (seat) => this.#read(seat) });
    this.#eligible = new Uint8Array(members.length);
    this.#isNoted = new Uint8Array(members.length);
    this.#seats = new Int32Array(idRanks.length);
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
    return this.#ranking.leaders(limit, context).map((seat) => this.#read(seat));
  }

  isEligible({ order }: TeamAgent): boolean {
    return this.#eligible[(this.#seats[order] ?? 0) - 1] === 1;
  }

  #readAll(): void {
    this.#count = 0;
    for (const [seat, agent] of this.#members.entries()) {
      const { isFree } = this.#standings.of(agent);
      this.#eligible[seat] = isFree ? 1 : 0;
      if (isFree) this.#count += 1;
    }
    this.#ranking.fill((seat) => this.#eligible[seat] === 1);
  }

  #seat(seat: number): void {
    const agent = this.#members[seat];
    if (!agent) return;
    const { isFree } = this.#standings.of(agent);
    const wasFree = this.#eligible[seat] === 1;
    this.#eligible[seat] = isFree ? 1 : 0;
    this.#count += Number(isFree) - Number(wasFree);
    if (isFree || wasFree) this.#ranking.set(seat, isFree);
  }

  #read(seat: number): Ranked {
    const measured = this.#standings.of(this.#members[seat] as TeamAgent);
    const { agent, row, load, capacity } = measured;
    return {
      id: agent.id,
      order: agent.order,
      load,
      capacity,
      lastAssignedAt: row?.lastAssignedAt ?? null,
      skillLevel: this.#skillLevels[seat] ?? 0,
      measured,
    };
  }
}
