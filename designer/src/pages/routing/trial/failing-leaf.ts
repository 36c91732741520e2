/** The line of a condition that kept it from holding. */
import type { ConditionTrace, LeafTrace } from "@sluice/schemas";

/**
 * The first line that is to blame for `wanted` not being the result: of a list whose every part must hold the first
 * part that did not, of alternatives the first, inside a negation the line that held.
 */
export function failingLeaf(trace: ConditionTrace, wanted = true): LeafTrace | undefined {
  if (trace.type === "leaf") return trace.result === wanted ? undefined : trace;
  const next = trace.type === "not" ? !wanted : wanted;
  for (const child of trace.children) {
    const found = failingLeaf(child, next);
    if (found) return found;
  }
  return undefined;
}
