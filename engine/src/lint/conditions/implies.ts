/**
 * Whether a condition follows from another: a proof by the shape of both, or silence. Nothing is concluded from a
 * proof that was not found, so a budget may end the search at any point.
 */
import { leafImplies } from "./leaf-implies.ts";
import type { Proposition } from "./proposition.ts";

/** Steps that are left; shared by all proofs of one document. */
export interface Budget {
  steps: number;
}

/** True when `earlier` provably holds wherever `later` does. */
export function implies(later: Proposition, earlier: Proposition, budget: Budget): boolean {
  if (budget.steps <= 0) return false;
  budget.steps -= 1;
  if (later === earlier) return true;
  if (earlier.type === "all") return earlier.children.every((child) => implies(later, child, budget));
  if (later.type === "any") return later.children.every((child) => implies(child, earlier, budget));
  if (earlier.type === "any" && earlier.children.some((child) => implies(later, child, budget))) return true;
  if (later.type === "all") return later.children.some((child) => implies(child, earlier, budget));
  if (later.type === "not") return earlier.type === "not" && implies(earlier.child, later.child, budget);
  return earlier.type === "leaf" && leafImplies(later, earlier);
}
