/**
 * Compiled conditions as a tree: every node answers three questions.
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
  test(evaluation: Evaluation): boolean;
  evaluate(evaluation: Evaluation): Evaluated;
  explain(evaluation: Evaluation): ConditionTrace;
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
export class ListNode implements ConditionNode {
  readonly type: "all" | "any";
  readonly nodes: readonly ConditionNode[];
  readonly mayNeed: boolean;

  constructor(type: "all" | "any", nodes: readonly ConditionNode[]) {
    this.type = type;
    this.nodes = nodes;
    this.mayNeed = nodes.some((node) => node.mayNeed);
  }

  get shape(): ConditionShape {
    return this;
  }

  test(e: Evaluation): boolean {
    const decisive = this.type === "any";
    for (const node of this.nodes) if (node.test(e) === decisive) return decisive;
    return !decisive;
  }

  evaluate(e: Evaluation): Evaluated {
    return this.mayNeed ? evaluateList(this.nodes, this.type === "any", e) : this.test(e);
  }

  explain(e: Evaluation): ConditionTrace {
    const children = this.nodes.map((node) => node.explain(e));
    return { type: this.type, result: truthOfList(children, this.type === "any"), children };
  }
}

/** The negation of one. */
export class NotNode implements ConditionNode {
  readonly type = "not";
  readonly node: ConditionNode;

  constructor(node: ConditionNode) {
    this.node = node;
  }

  get mayNeed(): boolean {
    return this.node.mayNeed;
  }

  get shape(): ConditionShape {
    return this;
  }

  test(e: Evaluation): boolean {
    return !this.node.test(e);
  }

  evaluate(e: Evaluation): Evaluated {
    const result = this.node.evaluate(e);
    return typeof result === "boolean" ? !result : result;
  }

  explain(e: Evaluation): ConditionTrace {
    const child = this.node.explain(e);
    return { type: "not", result: child.result === "unknown" ? "unknown" : !child.result, children: [child] };
  }
}

/** A named condition, inlined. */
export class SegmentNode implements ConditionNode {
  readonly type = "segment";
  readonly segment: string;
  readonly node: ConditionNode;

  constructor(segment: string, node: ConditionNode) {
    this.segment = segment;
    this.node = node;
  }

  get mayNeed(): boolean {
    return this.node.mayNeed;
  }

  get shape(): ConditionShape {
    return this;
  }

  test(e: Evaluation): boolean {
    return this.node.test(e);
  }

  evaluate(e: Evaluation): Evaluated {
    return this.node.evaluate(e);
  }

  explain(e: Evaluation): ConditionTrace {
    const child = this.node.explain(e);
    return { type: "segment", segment: this.segment, result: child.result, children: [child] };
  }
}
