/** One comparison, compiled: the fact is read, the value bound once unless it is another fact. */
import type { ConditionLeaf, FactReference, Json, LeafTrace } from "@sluice/schemas";
import {
  type ConditionNode,
  type ConditionShape,
  type Evaluated,
  type FactRead,
  truthOf,
} from "./condition-node.ts";
import type { Prepare } from "./decorators.ts";
import type { Evaluation, FactId } from "./evaluation.ts";
import { compileRead } from "./fact-path.ts";
import type { IndexHint, PreparedOperator } from "./operator.ts";

/** Whether a fact is fetched by a plugin: then its absence means "not known yet". */
export type IsFetched = (fact: FactId) => boolean;

/** True for a leaf's value that names another fact (json-rules-engine: any object with an own `fact`). */
export const isReference = (value: unknown): value is FactReference =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "fact");

/** The facts that a leaf reads. */
export const factsOfLeaf = (leaf: ConditionLeaf): readonly FactId[] =>
  isReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact];

const toJson = (value: unknown): Json => (value === undefined ? null : (value as Json));

/** What compiling a leaf needs to know of its operator and its fact. */
export interface LeafBinding {
  readonly of: FactRead;
  readonly prepare: Prepare;
  readonly hint: IndexHint | undefined;
  readonly isFetched: IsFetched;
}

const none: readonly FactId[] = [];

/** A leaf whose operator is already found. */
export class LeafNode implements ConditionNode {
  readonly type = "leaf";
  readonly of: FactRead;
  readonly hint: IndexHint | undefined;
  readonly #leaf: ConditionLeaf;
  readonly #prepare: Prepare;
  /** How the other fact is read, when the value is one. */
  readonly #reference: FactRead["read"] | undefined;
  readonly #fetched: readonly FactId[];
  #prepared: PreparedOperator | undefined;

  constructor(leaf: ConditionLeaf, { of, prepare, hint, isFetched }: LeafBinding) {
    const { value } = leaf;
    this.of = of;
    this.hint = hint;
    this.#leaf = leaf;
    this.#prepare = prepare;
    this.#reference = isReference(value) ? compileRead(value.fact, value.path) : undefined;
    const fetched = factsOfLeaf(leaf).filter(isFetched);
    this.#fetched = fetched.length === 0 ? none : [...new Set(fetched)];
    // What an index answers is seldom asked here; anything else is made ready before the first ticket.
    if (!hint && !this.#reference) this.#prepared = prepare(value);
  }

  get mayNeed(): boolean {
    return this.#fetched.length > 0;
  }

  get shape(): ConditionShape {
    return this;
  }

  /** Bound once, unless the value is another fact. */
  #operator(e: Evaluation): PreparedOperator {
    if (this.#reference) return this.#prepare(this.#reference(e.facts));
    this.#prepared ??= this.#prepare(this.#leaf.value);
    return this.#prepared;
  }

  test(e: Evaluation): boolean {
    return this.#operator(e).test(this.of.read(e.facts), e);
  }

  evaluate(e: Evaluation): Evaluated {
    if (this.#fetched.length === 0) return this.test(e);
    const needs = this.#fetched.filter((id) => !Object.hasOwn(e.facts, id));
    return needs.length > 0 ? { needs } : this.test(e);
  }

  explain(e: Evaluation): LeafTrace {
    const { fact, operator, value } = this.#leaf;
    const actual = this.of.read(e.facts);
    const result = truthOf(this.evaluate(e));
    const matches = result === true ? this.#operator(e).matches?.(actual) : undefined;
    return {
      type: "leaf",
      fact,
      operator,
      expected: toJson(this.#reference ? this.#reference(e.facts) : value),
      actual: toJson(actual),
      ...(actual === undefined ? { missing: true } : {}),
      result,
      ...(matches && matches.length > 0 ? { matches } : {}),
    };
  }
}
