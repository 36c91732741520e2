/** The one part of a condition that kept a rule from matching: what a closed card names. */
import type { ConditionTrace, LeafTrace } from "@sluice/schemas";

export type Failing =
  /** A comparison that did not hold; `held`: one under a `not` that did. */
  | { readonly type: "leaf"; readonly leaf: LeafTrace; readonly held: boolean }
  | { readonly type: "segment"; readonly segment: string; readonly held: boolean };

/** The first child that has the result its parent has: the decisive one. */
const decisive = (children: readonly ConditionTrace[], result: ConditionTrace["result"]) =>
  children.find((child) => child.result === result) ?? children[0];

/** What made a condition fail; `undefined` for one that did not. */
export function failingLeaf(trace: ConditionTrace, wanted = true): Failing | undefined {
  if (trace.result === wanted) return undefined;
  switch (trace.type) {
    case "leaf":
      return { type: "leaf", leaf: trace, held: !wanted };
    case "segment":
      return { type: "segment", segment: trace.segment, held: !wanted };
    case "not":
      return failingLeaf(trace.children[0], !wanted);
    default: {
      const child = decisive(trace.children, trace.result);
      return child && failingLeaf(child, wanted);
    }
  }
}

/** Every comparison that found words and held, for lighting them. */
export function* foundLeaves(trace: ConditionTrace): Generator<LeafTrace> {
  if (trace.type === "leaf") {
    if ((trace.matches?.length ?? 0) > 0) yield trace;
    return;
  }
  for (const child of trace.children) yield* foundLeaves(child);
}
