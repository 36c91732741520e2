/** A hand that does anything the routing editor offers, drawn from numbers, and policies of any valid shape. */
import type { Condition, Pool, Route, RoutingStep } from "@sluice/schemas";
import fc from "fast-check";
import type { Command } from "../command.ts";
import { setCountsAsLoad, setFallback, setOnOffline } from "./policy-commands.ts";
import { addPool, removePool, renamePool, setPool } from "./pool-commands.ts";
import {
  addRoute,
  duplicateRoute,
  moveRoute,
  removeRoute,
  renameRoute,
  setRouteWhen,
} from "./route-commands.ts";
import type { RoutingDocument } from "./routes.ts";
import { addStep, moveStep, removeStep, setStep, setTimeoutOf } from "./step-commands.ts";

/** Answers a whole number below the given one. */
export type Draw = (below: number) => number;

const groups = ["aftersales", "senior", "rapid"];
const skills = ["returns", "logistics", "invoice"];
const spans = ["PT2M", "PT10M", "P1D", "PT0S"];
const when: Condition = { fact: "ticket.priority", operator: "equal", value: "P0" };

interface Hand {
  readonly draw: Draw;
  readonly document: RoutingDocument;
  pick<T>(items: readonly T[]): T | undefined;
}

const span = (hand: Hand): string => hand.pick(spans) ?? "PT1M";

function anyStep(hand: Hand): RoutingStep {
  const kind = hand.draw(5);
  if (kind === 0) return { sticky: span(hand) };
  if (kind === 1)
    return { pool: hand.pick([...Object.keys(hand.document.spec.pools), "nowhere"]) ?? "nowhere" };
  return {
    group: hand.pick(groups) ?? "senior",
    ...(hand.draw(2) === 0 ? { strategy: "weighted" } : {}),
    ...(hand.draw(2) === 0
      ? { skills: [{ skill: hand.pick(skills) ?? "returns", level: 1 + hand.draw(5) }] }
      : {}),
    ...(hand.draw(3) > 0 ? { timeout: span(hand) } : {}),
  };
}

const anyRoute = (hand: Hand): Route => ({
  id: `r${hand.draw(12)}`,
  ...(hand.draw(2) === 0 ? { name: `route ${hand.draw(9)}` } : {}),
  ...(hand.draw(2) === 0 ? { when } : {}),
  steps: [anyStep(hand)],
});

const anyPool = (hand: Hand): Pool => ({
  name: `pool ${hand.draw(9)}`,
  groups: hand.pick([["*"], ["senior"], []]) ?? ["*"],
  ...(hand.draw(2) === 0 ? { warnAfter: span(hand) } : {}),
  ...(hand.draw(2) === 0 ? { escalateAfter: span(hand) } : {}),
});

const routeId = (hand: Hand): string => hand.pick(hand.document.spec.routes)?.id ?? "nobody";
const poolKey = (hand: Hand): string => hand.pick(Object.keys(hand.document.spec.pools)) ?? "nowhere";
const place = (hand: Hand) => {
  const route = hand.pick(hand.document.spec.routes);
  return { route: route?.id ?? "nobody", at: hand.draw((route?.steps.length ?? 0) + 1) };
};

const moves: readonly ((hand: Hand) => Command<"routing">)[] = [
  (hand) => addRoute(anyRoute(hand), hand.draw(5)),
  (hand) => duplicateRoute(routeId(hand), { id: `r${hand.draw(12)}`, name: "copy" }),
  (hand) => moveRoute(routeId(hand), hand.draw(hand.document.spec.routes.length + 1)),
  (hand) => removeRoute(routeId(hand)),
  (hand) => renameRoute(routeId(hand), `name ${hand.draw(9)}`),
  (hand) => setRouteWhen(routeId(hand), hand.draw(2) === 0 ? undefined : when),
  (hand) => addStep(place(hand), anyStep(hand)),
  (hand) => addStep(place(hand), anyStep(hand)),
  (hand) => addStep(place(hand), anyStep(hand)),
  (hand) => moveStep(place(hand), place(hand)),
  (hand) => moveStep(place(hand), place(hand)),
  (hand) => removeStep(place(hand)),
  (hand) => setStep(place(hand), anyStep(hand)),
  (hand) => setTimeoutOf(place(hand), hand.draw(3) === 0 ? undefined : span(hand)),
  (hand) => addPool(`p${hand.draw(6)}`, anyPool(hand)),
  (hand) => removePool(poolKey(hand)),
  (hand) => renamePool(poolKey(hand), `pool ${hand.draw(9)}`),
  (hand) => setPool(poolKey(hand), anyPool(hand)),
  (hand) => setFallback(poolKey(hand)),
  (hand) => setOnOffline(hand.draw(3) === 0 ? undefined : { after: span(hand), do: "return" }),
  (hand) => setCountsAsLoad(hand.pick(["new", "open", "on_hold"] as const) ?? "new", hand.draw(2) === 0),
];

/** Anything a hand may do next; some of it will be refused. */
export function anyCommand(document: RoutingDocument, draw: Draw): Command<"routing"> {
  const pick = <T>(items: readonly T[]) => items[draw(items.length)];
  const move = pick(moves) ?? moves[0];
  if (!move) throw new RangeError("there is nothing to do");
  return move({ draw, document, pick });
}

const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const text = fc.string({ maxLength: 12 });
const time = fc.constantFrom("PT30S", "PT5M", "PT1H", "P2D");
const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(parts: T) =>
  fc.record(parts, { requiredKeys: [] });

const groupStep = fc.tuple(
  fc.record({ group: key }),
  optional({
    strategy: fc.constantFrom("round-robin", "least-loaded", "weighted", "skill-match"),
    skills: fc.array(fc.record({ skill: key, level: fc.integer({ min: 1, max: 5 }) }), { maxLength: 3 }),
    ignoreCapacity: fc.boolean(),
    timeout: time,
  }),
);
const step = fc.oneof(
  groupStep.map(([own, rest]) => ({ ...own, ...rest })),
  fc.record({ pool: key }),
  fc.record({ sticky: time }),
);
const route = fc
  .tuple(
    fc.record({ id: key, steps: fc.array(step, { minLength: 1, maxLength: 5 }) }),
    optional({ name: text, when: fc.constant(when) }),
  )
  .map(([own, rest]) => ({ ...own, ...rest }));
const pool = optional({
  name: text,
  groups: fc.array(key, { minLength: 1, maxLength: 3 }),
  claimLimit: fc.integer({ min: 1, max: 9 }),
  pick: fc.constantFrom("head", "any"),
  order: fc.constantFrom("due-first", "priority-first", "oldest-first"),
  warnAfter: time,
  escalateAfter: time,
  claimTimeout: time,
});

/** A policy of any shape that the format allows. */
export const anyPolicy = fc
  .tuple(
    fc.record({
      routes: fc.uniqueArray(route, { maxLength: 6, selector: ({ id }) => id }),
      fallback: fc.record({ pool: key }),
      pools: fc.dictionary(key, pool, { maxKeys: 4 }),
    }),
    optional({
      countsAsLoad: fc.constantFrom(["new", "open"], ["open"]),
      onOffline: fc.record({ after: time, do: fc.constantFrom("return", "keep", "pool") }),
    }),
  )
  .map(([own, rest]) => ({ ...own, ...rest }) as RoutingDocument["spec"]);
