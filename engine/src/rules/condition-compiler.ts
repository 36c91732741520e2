/**
 * From a condition tree to its nodes. Segments are inlined, each compiled once;
 * a cycle, and a tree that would grow beyond bounds by inlining, are refused.
 */
import { type Condition, type ConditionLeaf, checkCondition } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import { Interning } from "./condition-interning.ts";
import { factsOfLeaf, type IsFetched, isReference, LeafNode } from "./condition-leaf.ts";
import { type ConditionNode, ListNode, NotNode, SegmentNode } from "./condition-node.ts";
import type { FactId } from "./evaluation.ts";
import type { Calendars, Operator } from "./operator.ts";
import { createOperatorSet, hintOf, type OperatorSet, prepareOf } from "./operator-set.ts";
import { faultOf } from "./value-fault.ts";

/** Named conditions by key: the `when` of each segment. */
export type Segments = Readonly<Record<string, Condition>>;

/** Bounds of a condition with its segments inlined. */
export const expandedLimits = { depth: 256, segments: 64, leaves: 100_000 } as const;

interface Compiled {
  readonly node: ConditionNode;
  readonly depth: number;
  readonly leaves: number;
}

/** What compiling looks at. */
export interface CompilerOptions {
  readonly segments: Segments;
  readonly operators: readonly Operator[];
  readonly calendars: Calendars;
  readonly fetched: IsFetched;
}

const invalid = (message: string, details: Readonly<Record<string, unknown>>) =>
  new EngineError("condition.invalid", message, details);

/** Compiles any number of conditions over the same segments; keeps the facts they read. */
export class ConditionCompiler {
  readonly facts = new Set<FactId>();
  readonly #options: CompilerOptions;
  readonly #operators: OperatorSet;
  readonly #segments = new Map<string, Compiled>();
  readonly #open: string[] = [];
  readonly #interning = new Interning();

  constructor(options: CompilerOptions) {
    this.#options = options;
    this.#operators = createOperatorSet(options.operators);
  }

  /** Throws `condition.invalid` with its problems when the tree cannot be compiled. */
  compile(when: Condition): ConditionNode {
    return this.#checked(when, "").node;
  }

  #checked(when: Condition, segment: string): Compiled {
    const problems = checkCondition(when);
    const first = problems[0];
    if (first) throw invalid(`${first.path}: ${first.message.en}`, { segment, problems });
    return this.#tree(when);
  }

  #tree(when: Condition): Compiled {
    if ("all" in when) return this.#list("all", when.all);
    if ("any" in when) return this.#list("any", when.any);
    if ("not" in when) return this.#grown(this.#tree(when.not), (node) => new NotNode(node));
    if ("condition" in when) return this.#segment(when.condition);
    return { node: this.#interning.leaf(when, () => this.#leaf(when)), depth: 1, leaves: 1 };
  }

  #list(type: "all" | "any", conditions: readonly Condition[]): Compiled {
    const parts = conditions.map((condition) => this.#tree(condition));
    const depth = 1 + Math.max(...parts.map((part) => part.depth));
    const leaves = parts.reduce((sum, part) => sum + part.leaves, 0);
    const node = new ListNode(
      type,
      parts.map((part) => part.node),
    );
    return this.#bounded({ node, depth, leaves });
  }

  #grown(part: Compiled, wrap: (node: ConditionNode) => ConditionNode): Compiled {
    return this.#bounded({ node: wrap(part.node), depth: part.depth + 1, leaves: part.leaves });
  }

  #bounded(part: Compiled): Compiled {
    if (part.depth > expandedLimits.depth || part.leaves > expandedLimits.leaves)
      throw invalid("the condition is too large with its segments inlined", { limits: expandedLimits });
    return part;
  }

  #segment(key: string): Compiled {
    const known = this.#segments.get(key);
    if (known) return known;
    if (this.#open.includes(key)) {
      const cycle = [...this.#open.slice(this.#open.indexOf(key)), key];
      throw invalid(`segments refer to each other: ${cycle.join(" → ")}`, { cycle });
    }
    if (this.#open.length >= expandedLimits.segments)
      throw invalid("segments refer to each other too deeply", { limits: expandedLimits });
    const { segments } = this.#options;
    const when = Object.hasOwn(segments, key) ? segments[key] : undefined;
    if (when === undefined) throw invalid(`unknown segment ${key}`, { segment: key });
    this.#open.push(key);
    const compiled = this.#grown(this.#checked(when, key), (node) => new SegmentNode(key, node));
    this.#open.pop();
    this.#segments.set(key, compiled);
    return compiled;
  }

  #leaf(leaf: ConditionLeaf): ConditionNode {
    const named = this.#operators.find(leaf.operator);
    if (!named) throw invalid(`unknown operator ${leaf.operator}`, { operator: leaf.operator });
    const context = { calendars: this.#options.calendars };
    const fault = isReference(leaf.value) ? undefined : faultOf(named, leaf.value, context);
    if (fault !== undefined)
      throw invalid(`${leaf.operator}: ${fault}`, { operator: leaf.operator, value: leaf.value });
    for (const fact of factsOfLeaf(leaf)) this.facts.add(fact);
    return new LeafNode(leaf, {
      of: this.#interning.read(leaf.fact, leaf.path),
      prepare: prepareOf(named, context),
      hint: isReference(leaf.value) ? undefined : hintOf(named, leaf.value),
      isFetched: this.#options.fetched,
    });
  }
}
