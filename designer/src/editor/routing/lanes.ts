/**
 * A routing policy as a drawing: a lane for each route, a card for each step, an arrow after each card that says
 * when the ticket goes on, and a card for each pool. Nothing is lost: the drawing can be written down again.
 */
import type { Condition, Pool, Route, RoutingSpec, RoutingStep } from "@sluice/schemas";
import { kindOf, type StepKind } from "./steps.ts";

/** What leads from a card to the next: a limit, at once, never, or nothing, as the pool is the end. */
export type Arrow =
  | { readonly type: "timeout"; readonly after: string }
  | { readonly type: "atOnce" | "never" | "end" };

export interface Card {
  readonly kind: StepKind;
  readonly place: number;
  readonly step: RoutingStep;
  readonly arrow: Arrow;
}

export interface Lane {
  readonly id: string;
  /** As it is written; absent where the route has none. */
  readonly name?: string;
  readonly when?: Condition;
  readonly cards: readonly Card[];
  /** The route runs out and its tickets go to the fallback. */
  readonly endsInFallback: boolean;
}

/** A pool with its key. */
export interface PoolCard {
  readonly key: string;
  readonly pool: Pool;
}

export interface RoutingDrawing {
  readonly lanes: readonly Lane[];
  readonly pools: readonly PoolCard[];
  /** Everything else of the policy, as it is written. */
  readonly rules: Omit<RoutingSpec, "routes" | "pools">;
}

function arrowAfter(step: RoutingStep): Arrow {
  if ("pool" in step) return { type: "end" };
  if ("sticky" in step) return { type: "atOnce" };
  return step.timeout === undefined ? { type: "never" } : { type: "timeout", after: step.timeout };
}

/** One route as a lane. */
export function laneOf({ id, steps, ...rest }: Route): Lane {
  const cards = steps.map((step, place) => ({ kind: kindOf(step), place, step, arrow: arrowAfter(step) }));
  const last = cards.at(-1)?.arrow.type;
  return { id, ...rest, cards, endsInFallback: last === "timeout" || last === "atOnce" };
}

/** The policy as it is drawn. */
export function drawingOf({ routes, pools, ...rules }: RoutingSpec): RoutingDrawing {
  return {
    lanes: routes.map(laneOf),
    pools: Object.entries(pools).map(([key, pool]) => ({ key, pool })),
    rules,
  };
}

/** The policy that a drawing shows. */
export function specOf({ lanes, pools, rules }: RoutingDrawing): RoutingSpec {
  return {
    ...rules,
    routes: lanes.map(({ id, cards, endsInFallback: _, ...rest }) => ({
      id,
      ...rest,
      steps: cards.map(({ step }) => step),
    })),
    pools: Object.fromEntries(pools.map(({ key, pool }) => [key, pool])),
  };
}
