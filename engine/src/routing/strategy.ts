/** A routing strategy: in which order eligible agents are preferred. */
import type { StrategyDefinition } from "@sluice/schemas";

/** An eligible agent as a strategy sees it. */
export interface Candidate {
  readonly id: string;
  /** Place in the agent order. */
  readonly order: number;
  readonly load: number;
  readonly capacity: number;
  readonly lastAssignedAt: number | null;
  /** Sum of the agent's levels in the skills that the step asks for. */
  readonly skillLevel: number;
}

export interface StrategyContext {
  /** How many places the agent order has. */
  readonly size: number;
  /** Place of the agent chosen last in this step; −1 at the start. */
  readonly cursor: number;
}

/**
 * Pure and total: negative when `a` is preferred. Ties that it leaves are settled by the agent's id.
 * The engine scans candidates for the best, and sorts them to explain.
 */
export interface RoutingStrategy {
  readonly definition: StrategyDefinition;
  /** True when it wants `context.cursor`, which is then kept per policy, route, step and group. */
  readonly keepsCursor?: boolean;
  /**
   * True when its order is the circle of agent order that begins after the cursor: the next one is then found without
   * comparing. A strategy that neither keeps a cursor nor is circular must not read `context.cursor`.
   */
  readonly circular?: boolean;
  compare(a: Candidate, b: Candidate, context: StrategyContext): number;
  /**
   * The same order as numbers, least first, each deciding where those before it are equal: a large group is then kept
   * in order without its candidates. `byKeys` makes both.
   */
  readonly keys?: readonly Key[];
}

/** What a candidate is worth in one respect; never `NaN`. */
export type Key = (candidate: Candidate) => number;

/** The order of these numbers, least first; ties go by the agent's id. */
export const byKeys = (...keys: readonly Key[]): Required<Pick<RoutingStrategy, "keys" | "compare">> => ({
  keys,
  compare: firstOf(
    ...keys.map(
      (key): RoutingStrategy["compare"] =>
        (a, b) =>
          compareNumbers(key(a), key(b)),
    ),
    byId,
  ),
});

/** Equal infinities differ by nothing, not by `NaN`. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Compares in turn until one of the comparisons decides. */
export const firstOf =
  (...compares: readonly RoutingStrategy["compare"][]): RoutingStrategy["compare"] =>
  (a, b, context) => {
    for (const compare of compares) {
      const result = compare(a, b, context);
      if (result !== 0) return result;
    }
    return 0;
  };

/** Ids in code-unit order: the same on every machine. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
