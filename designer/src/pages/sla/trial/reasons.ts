/** Why a tier is or is not for a ticket: the comparisons that decided it. */
import type { ConditionTrace, LeafTrace } from "@sluice/schemas";

/** The leaves whose own result is the whole's: under a `not` the other way round. At most `most` of them. */
export function decidingLeaves(trace: ConditionTrace, most: number): readonly LeafTrace[] {
  const walk = (node: ConditionTrace): readonly LeafTrace[] => {
    if (node.type === "leaf") return [node];
    return node.children.filter((child) => node.type === "not" || child.result === node.result).flatMap(walk);
  };
  return walk(trace).slice(0, most);
}
