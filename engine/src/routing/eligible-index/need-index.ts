/**
 * The ranked members of one need, parted by what they may see: those who see every shop, and those who see some. A
 * ticket of a shop is for the first and for those of the second who are given this one; a ticket without a shop is for all.
 */
import type { Need } from "../eligibility.ts";
import type { RoutingStrategy, StrategyContext } from "../strategy.ts";
import type { Ranked } from "../survey.ts";
import type { TeamAgent } from "../team.ts";
import { type RankedInput, RankedMembers } from "./ranked-members.ts";
import { isBetter } from "./ranking.ts";

type Asked = Pick<Need, "shop" | "exclude" | "shiftsOn">;

export interface NeedInput extends RankedInput {
  /** The members of the group who hold the skills, in agent order. */
  readonly members: readonly TeamAgent[];
  /** Told of each list that is to hear of its members' changes. */
  readonly onMade: (made: RankedMembers) => void;
}

export class NeedIndex {
  readonly #input: NeedInput;
  readonly #everyShop: RankedMembers;
  /** Members who see some shops only; by shop as tickets of it come. */
  readonly #restricted: readonly TeamAgent[];
  readonly #byShop = new Map<string | null, RankedMembers>();

  constructor(input: NeedInput) {
    this.#input = input;
    this.#everyShop = this.#make(input.members.filter(({ shops }) => shops === null));
    this.#restricted = input.members.filter(({ shops }) => shops !== null);
  }

  /** At most `limit` eligible members, best first; to be read before anything changes. */
  leaders(asked: Asked, limit: number, context: StrategyContext): readonly Ranked[] {
    const { exclude } = asked;
    const wanted = limit + exclude.length;
    const [everyShop, restricted] = this.#fresh(asked);
    const first = everyShop.leaders(wanted, context);
    const all = restricted
      ? merge(this.#input.strategy, first, restricted.leaders(wanted, context), context)
      : first;
    const allowed = exclude.length === 0 ? all : all.filter(({ id }) => !exclude.includes(id));
    return allowed.length > limit ? allowed.slice(0, limit) : allowed;
  }

  /** How many could be given such a ticket. */
  count(asked: Asked): number {
    let sum = 0;
    for (const part of this.#fresh(asked))
      if (part) sum += part.count - (asked.exclude.length === 0 ? 0 : excludedIn(part, asked.exclude));
    return sum;
  }

  #fresh({ shop, shiftsOn }: Asked): readonly [RankedMembers, RankedMembers | null] {
    this.#input.standings.turn(shiftsOn);
    this.#everyShop.refresh(shiftsOn);
    const restricted = this.#restricted.length === 0 ? null : this.#restrictedTo(shop);
    restricted?.refresh(shiftsOn);
    return [this.#everyShop, restricted];
  }

  #restrictedTo(shop: string | null): RankedMembers {
    const known = this.#byShop.get(shop);
    if (known) return known;
    const made = this.#make(this.#restricted.filter(({ shops }) => shop === null || shops?.has(shop)));
    this.#byShop.set(shop, made);
    return made;
  }

  #make(members: readonly TeamAgent[]): RankedMembers {
    const made = new RankedMembers(this.#input, members);
    this.#input.onMade(made);
    return made;
  }
}

const excludedIn = (part: RankedMembers, exclude: readonly string[]): number =>
  part.members.filter((agent) => exclude.includes(agent.id) && part.isEligible(agent)).length;

/** Both lists are in order; so is the answer. */
function merge(
  strategy: RoutingStrategy,
  a: readonly Ranked[],
  b: readonly Ranked[],
  context: StrategyContext,
): readonly Ranked[] {
  const merged: Ranked[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [one, other] = [a[left], b[right]];
    if (!one) return merged.concat(b.slice(right));
    if (!other) return merged.concat(a.slice(left));
    const isOne = isBetter(strategy, one, other, context);
    merged.push(isOne ? one : other);
    if (isOne) left += 1;
    else right += 1;
  }
}
