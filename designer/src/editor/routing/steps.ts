/**
 * The steps of a route: which of the three kinds one is, and which order makes sense. A pool keeps a ticket until
 * it is claimed and a group without a limit until somebody is free, so nothing can come after either.
 */
import type { GroupStep, PoolStep, RoutingStep, StickyStep } from "@sluice/schemas";
import { readIsoDuration } from "../../fields/iso-duration.ts";
import type { Refusal } from "../command.ts";

export type StepKind = "group" | "pool" | "sticky";

export const isGroupStep = (step: RoutingStep): step is GroupStep => "group" in step;
export const isPoolStep = (step: RoutingStep): step is PoolStep => "pool" in step;
export const isStickyStep = (step: RoutingStep): step is StickyStep => "sticky" in step;

/** Which kind of step it is. */
export function kindOf(step: RoutingStep): StepKind {
  if (isGroupStep(step)) return "group";
  return isPoolStep(step) ? "pool" : "sticky";
}

/** How long a group is waited for when something is put after it that would never be reached. */
export const usualTimeout = "PT10M";

/** How far back a familiar agent is looked for unless told. */
export const usualSticky = "P7D";

/** True for a step that hands its ticket on only when told how long to wait. */
const waitsForever = (step: RoutingStep): boolean => isGroupStep(step) && step.timeout === undefined;

/**
 * The steps with a limit on each group that waits without one and has something after it, where `mayGain` says that
 * this is news: what stood so before stays as it is.
 */
export function withLimits(
  steps: readonly RoutingStep[],
  mayGain: (step: RoutingStep) => boolean,
): readonly RoutingStep[] {
  return steps.map((step, place) =>
    place < steps.length - 1 && isGroupStep(step) && waitsForever(step) && mayGain(step)
      ? { ...step, timeout: usualTimeout }
      : step,
  );
}

/** A length of wall-clock time that is longer than nothing. */
export function isSpan(text: string): boolean {
  const read = readIsoDuration(text);
  return read !== undefined && (read.days > 0 || read.ms > 0);
}

/** Why a length of time cannot stand at `path`. */
export const refuseSpan = (text: string | undefined, path: string): Refusal | undefined =>
  text === undefined || isSpan(text) ? undefined : { reason: { key: "routing.refusals.span" }, path };

type Fault = "poolNotLast" | "neverReached";

/** The first thing that makes no sense about an order of steps, and where. */
export function orderFault(
  steps: readonly RoutingStep[],
): { readonly fault: Fault; readonly at: number } | undefined {
  for (const [at, step] of steps.slice(0, -1).entries()) {
    if (isPoolStep(step)) return { fault: "poolNotLast", at };
    if (waitsForever(step)) return { fault: "neverReached", at };
  }
  return undefined;
}

/** Why the order cannot become this; what made no sense before is no reason against mending the rest. */
export function refuseOrder(
  before: readonly RoutingStep[],
  after: readonly RoutingStep[],
  path: string,
): Refusal | undefined {
  const found = orderFault(after);
  if (!found || orderFault(before)) return undefined;
  return { reason: { key: `routing.refusals.${found.fault}` }, path: `${path}/steps/${found.at}` };
}
