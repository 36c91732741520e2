/**
 * Conditions as straight code: every instruction asks one predicate and says where to go on if it holds and if not.
 * Lists, negations and short cuts are all in the targets. Three numbers an instruction: the predicate, its complement
 * when no index marks it and it has to be asked, and where to go on.
 */
import type { ConditionNode } from "../condition-node.ts";
import type { Predicate, Predicates } from "./predicates.ts";

/** Targets that end the code. */
export const matches = -1;
export const fails = -2;

export class JumpCode {
  readonly #predicates: Predicates;
  readonly #isMarked: (predicate: Predicate) => boolean;
  readonly #code: number[] = [];
  readonly #segments = new Map<number, number>();

  constructor(predicates: Predicates, isMarked: (predicate: Predicate) => boolean) {
    this.#predicates = predicates;
    this.#isMarked = isMarked;
  }

  /** Writes the code of a condition; answers where it begins. */
  write(node: ConditionNode): number {
    return this.#write(node, matches, fails);
  }

  /** The finished code. */
  toArray(): Int32Array {
    return Int32Array.from(this.#code);
  }

  /** Where the code of each segment begins, by the id of its predicate. */
  get segments(): ReadonlyMap<number, number> {
    return this.#segments;
  }

  #write(node: ConditionNode, yes: number, no: number): number {
    const { shape } = node;
    switch (shape.type) {
      case "leaf":
        return this.#all(this.#predicates.atom(node).all, yes, no);
      case "not":
        return this.#write(shape.node, no, yes);
      case "segment":
        return this.#ask(this.#segment(node, shape.node), yes, no);
      default: {
        // From the last to the first, for each needs to know where the next one begins.
        let next = shape.type === "all" ? yes : no;
        const nodes = this.#cheapFirst(shape.nodes);
        for (let index = nodes.length - 1; index >= 0; index -= 1) {
          const child = nodes[index] as ConditionNode;
          next = shape.type === "all" ? this.#write(child, next, no) : this.#write(child, yes, next);
        }
        return next;
      }
    }
  }

  #all(predicates: readonly Predicate[], yes: number, no: number): number {
    let next = yes;
    for (const predicate of predicates) next = this.#ask(predicate, next, no);
    return next;
  }

  #ask(predicate: Predicate, yes: number, no: number): number {
    const asked = this.#isMarked(predicate) ? predicate.id : ~predicate.id;
    return this.#code.push(asked, yes, no) - 3;
  }

  #segment(node: ConditionNode, inner: ConditionNode): Predicate {
    const predicate = this.#predicates.segment(node);
    if (!this.#segments.has(predicate.id)) this.#segments.set(predicate.id, this.write(inner));
    return predicate;
  }

  /** What the indexes have marked costs nothing to ask. */
  #cheapFirst(nodes: readonly ConditionNode[]): readonly ConditionNode[] {
    const isCheap = (node: ConditionNode) =>
      node.shape.type === "leaf" && this.#predicates.atom(node).all.every(this.#isMarked);
    const cheap = nodes.map(isCheap);
    const firstDear = cheap.indexOf(false);
    if (firstDear < 0 || cheap.indexOf(true, firstDear) < 0) return nodes;
    return [...nodes.filter((_, index) => cheap[index]), ...nodes.filter((_, index) => !cheap[index])];
  }
}
