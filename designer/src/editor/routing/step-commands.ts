/**
 * Commands on the cards of a lane. Where a step is put after a group that waits without limit, that group is given
 * one in the same step of the history: else what follows would never be reached.
 */
import type { Route, RoutingStep } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal, Text } from "../command.ts";
import { moved, plainOf, type RoutingDocument, refuseMissingRoute, routeOf, routePath } from "./routes.ts";
import { isGroupStep, isPoolStep, isStickyStep, refuseOrder, refuseSpan, withLimits } from "./steps.ts";

type RoutingCommand = Command<"routing">;
type Steps = readonly RoutingStep[];

/** A place of a step: its route and its number from 0. */
export interface StepPlace {
  readonly route: string;
  readonly at: number;
}

const refuseNoStep = (document: RoutingDocument, { route, at }: StepPlace): Refusal | undefined => {
  const missing = refuseMissingRoute(document, route);
  if (missing) return missing;
  if (routeOf(document.spec, route)?.steps[at] !== undefined) return undefined;
  return { reason: { key: "routing.refusals.noStep" }, path: routePath(document, route) };
};

/** What is wrong with a step by itself. */
export function refuseStep(document: RoutingDocument, step: RoutingStep, path: string): Refusal | undefined {
  if (isPoolStep(step)) {
    const known = Object.hasOwn(document.spec.pools, step.pool);
    return known ? undefined : { reason: { key: "routing.refusals.noPool" }, path };
  }
  if (isStickyStep(step)) return refuseSpan(step.sticky, `${path}/sticky`);
  if (step.group === "") return { reason: { key: "routing.refusals.noGroup" }, path: `${path}/group` };
  const skills = (step.skills ?? []).map(({ skill }) => skill);
  if (new Set(skills).size < skills.length)
    return { reason: { key: "routing.refusals.sameSkill" }, path: `${path}/skills` };
  return refuseSpan(step.timeout, `${path}/timeout`);
}

/** Changes the steps of one route as a whole; refused where their order would make no sense. */
function changeSteps(
  route: string,
  label: Text,
  change: (steps: Steps, document: RoutingDocument) => Steps | Refusal,
): RoutingCommand {
  const isRefusal = (value: Steps | Refusal): value is Refusal => "reason" in value;
  return {
    label,
    refuse(document) {
      const found = routeOf(document.spec, route);
      if (!found) return refuseMissingRoute(document, route);
      const after = change(found.steps, document);
      return isRefusal(after) ? after : refuseOrder(found.steps, after, routePath(document, route));
    },
    apply(draft) {
      const found = routeOf(draft.spec, route);
      const plain: Steps = plainOf(found?.steps ?? []);
      const after = change(plain, draft as RoutingDocument);
      if (found && !isRefusal(after)) found.steps = after as Draft<Route["steps"]>;
    },
  };
}

/** Puts a step before the place `at`; a pool can only be the last one. */
export const addStep = ({ route, at }: StepPlace, step: RoutingStep): RoutingCommand =>
  changeSteps(route, { key: "routing.commands.addStep" }, (steps, document) => {
    const fault = refuseStep(document, step, `${routePath(document, route)}/steps/${at}`);
    if (fault) return fault;
    const last = steps.at(-1);
    const after = [...steps.slice(0, at), structuredClone(step), ...steps.slice(at)];
    return withLimits(after, (each) => each === last || each === after[at]);
  });

/** Takes a step away; the last one stays, as a route must lead somewhere. */
export const removeStep = ({ route, at }: StepPlace): RoutingCommand =>
  changeSteps(route, { key: "routing.commands.removeStep" }, (steps, document) => {
    const path = routePath(document, route);
    if (steps[at] === undefined) return { reason: { key: "routing.refusals.noStep" }, path };
    if (steps.length === 1) return { reason: { key: "routing.refusals.lastStep" }, path };
    return steps.filter((_, place) => place !== at);
  });

/** Moves a step within its route. */
const moveWithin = ({ route, at }: StepPlace, to: number): RoutingCommand =>
  changeSteps(route, { key: "routing.commands.moveStep" }, (steps, document) => {
    const path = routePath(document, route);
    if (steps[at] === undefined) return { reason: { key: "routing.refusals.noStep" }, path };
    const touched = new Set([steps.at(-1), steps[at]]);
    return withLimits(moved(steps, at, to), (step) => touched.has(step));
  });

/** Moves a step to the place `to`, also of another route. */
export function moveStep(from: StepPlace, to: StepPlace): RoutingCommand {
  if (from.route === to.route) return moveWithin(from, to.at);
  const stepIn = (document: RoutingDocument) => routeOf(document.spec, from.route)?.steps[from.at];
  const both = (step: RoutingStep) => [removeStep(from), addStep(to, step)] as const;
  return {
    label: { key: "routing.commands.moveStep" },
    refuse(document) {
      const step = stepIn(document);
      if (!step) return refuseNoStep(document, from);
      const [out, into] = both(step);
      return out.refuse?.(document) ?? into.refuse?.(document);
    },
    apply(draft) {
      const step = stepIn(draft as RoutingDocument);
      if (!step) return;
      const [out, into] = both(plainOf(step));
      into.apply(draft);
      out.apply(draft);
    },
  };
}

/** Puts a step in the place of another; typing in one field is one step of the history. */
export const setStep = ({ route, at }: StepPlace, step: RoutingStep, field = "step"): RoutingCommand => ({
  ...changeSteps(route, { key: "routing.commands.setStep" }, (steps, document) => {
    const path = `${routePath(document, route)}/steps/${at}`;
    if (steps[at] === undefined) return { reason: { key: "routing.refusals.noStep" }, path };
    const fault = refuseStep(document, step, path);
    return fault ?? steps.map((each, place) => (place === at ? structuredClone(step) : each));
  }),
  mergeKey: `step ${route} ${at} ${field}`,
});

/** How long the group of a step is waited for; `undefined` = until somebody is free. */
export const setTimeoutOf = (place: StepPlace, timeout: string | undefined): RoutingCommand => ({
  ...changeSteps(place.route, { key: "routing.commands.setTimeout" }, (steps, document) => {
    const path = `${routePath(document, place.route)}/steps/${place.at}`;
    const step = steps[place.at];
    if (!step || !isGroupStep(step)) return { reason: { key: "routing.refusals.noStep" }, path };
    const { timeout: _, ...rest } = step;
    const next = timeout === undefined ? rest : { ...rest, timeout };
    const fault = refuseStep(document, next, path);
    return fault ?? steps.map((each, at) => (at === place.at ? next : each));
  }),
  mergeKey: `step ${place.route} ${place.at} timeout`,
});
