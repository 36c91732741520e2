/**
 * Compiled conditions as closures: every node of the tree answers three questions.
 * `test` takes a missing fact as `undefined` and stops as soon as it knows; `evaluate` is three-valued
 * (Kleene's logic) and collects what is still needed; `explain` looks at everything.
 */
import type { ConditionTrace, Truth } from "@sluice/schemas";
import type { Evaluation, FactId, Facts } from "./evaluation.ts";
import type { IndexHint } from "./operator.ts";

/** The answer when the outcome depends on facts that are not there yet. */
export interface Needs {
  readonly needs: readonly FactId[];
}

/** True, false, or what has to be fetched first. */
export type Evaluated = boolean | Needs;

/** What a leaf reads: the fact and the path in it. Leaves of one compiler that read the same share it. */
export interface FactRead {
  readonly read: (facts: Facts) => unknown;
}

/** How a node is made up, for whoever looks at many conditions together. A node may stand in several trees. */
export type ConditionShape =
  | { readonly type: "all" | "any"; readonly nodes: readonly ConditionNode[] }
  | { readonly type: "not" | "segment"; readonly node: ConditionNode }
  | { readonly type: "leaf"; readonly of: FactRead; readonly hint: IndexHint | undefined };

export interface ConditionNode {
  readonly test: (evaluation: Evaluation) => boolean;
  readonly evaluate: (evaluation: Evaluation) => Evaluated;
  readonly explain: (evaluation: Evaluation) => ConditionTrace;
  /** True when a fact below it is fetched, so that `evaluate` may answer needs. */
  readonly mayNeed: boolean;
  readonly shape: ConditionShape;
}

/** `unknown` for needs. */
export const truthOf = (evaluated: Evaluated): Truth =>
  typeof evaluated === "boolean" ? evaluated : "unknown";

/** The three-valued outcome of a list: `decisive` settles it (false for all, true for any). */
function evaluateList(nodes: readonly ConditionNode[], decisive: boolean, evaluation: Evaluation): Evaluated {
  let needs: Set<FactId> | undefined;
  for (const node of nodes) {
    const result = node.evaluate(evaluation);
    if (result === decisive) return decisive;
    if (typeof result === "boolean") continue;
    needs ??= new Set();
    for (const fact of result.needs) needs.add(fact);
  }
  return needs ? { needs: [...needs] } : !decisive;
}

function truthOfList(children: readonly ConditionTrace[], decisive: boolean): Truth {
  if (children.some((child) => child.result === decisive)) return decisive;
  return children.some((child) => child.result === "unknown") ? "unknown" : !decisive;
}

/** `all` or `any` of a list. */
export function listNode(type: "all" | "any", nodes: readonly ConditionNode[]): ConditionNode {
  const decisive = type === "any";
  const mayNeed = nodes.some((node) => node.mayNeed);
  const test =
    type === "all"
      ? (e: Evaluation) => {
          for (const node of nodes) if (!node.test(e)) return false;
          return true;
        }
      : (e: Evaluation) => {
          for (const node of nodes) if (node.test(e)) return true;
          return false;
        };
  return {
    test,
    evaluate: mayNeed ? (e) => evaluateList(nodes, decisive, e) : test,
    explain: (e) => {
      const children = nodes.map((node) => node.explain(e));
      return { type, result: truthOfList(children, decisive), children };
    },
    mayNeed,
    shape: { type, nodes },
  };
}

/** The negation of one. */
export function notNode(inner: ConditionNode): ConditionNode {
  const test = (e: Evaluation) => !inner.test(e);
  return {
    test,
    evaluate: inner.mayNeed
      ? (e) => {
          const result = inner.evaluate(e);
          return typeof result === "boolean" ? !result : result;
        }
      : test,
    explain: (e) => {
      const child = inner.explain(e);
      return {
        type: "not",
        result: child.result === "unknown" ? "unknown" : !child.result,
        children: [child],
      };
    },
    mayNeed: inner.mayNeed,
    shape: { type: "not", node: inner },
  };
}

/** A named condition, inlined. */
export function segmentNode(segment: string, inner: ConditionNode): ConditionNode {
  return {
    ...inner,
    explain: (e) => {
      const child = inner.explain(e);
      return { type: "segment", segment, result: child.result, children: [child] };
    },
    shape: { type: "segment", node: inner },
  };
}
