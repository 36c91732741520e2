/**
 * By which predicates a rule is found: one of them holds whenever the rule matches. Under `all` any child's do, and
 * the rarest are taken; `any` needs those of every child. A rule that has none is looked at for every ticket.
 *
 * This stays true when facts are still to be fetched: what is false here is false whatever they turn out to be.
 */
import type { ConditionNode } from "../condition-node.ts";
import type { Predicate, Predicates } from "./predicates.ts";

/** The predicates, and in which share of the tickets one of them is expected to hold. */
export interface Access {
  readonly any: readonly Predicate[];
  readonly share: number;
}

export class AccessFinder {
  readonly #predicates: Predicates;
  readonly #shares: Float64Array;
  readonly #segments = new Map<ConditionNode, Access | undefined>();

  constructor(predicates: Predicates, shares: Float64Array) {
    this.#predicates = predicates;
    this.#shares = shares;
  }

  /** `undefined` when the condition can hold without any predicate that an index finds. */
  of(node: ConditionNode, negated = false): Access | undefined {
    const { shape } = node;
    switch (shape.type) {
      case "leaf":
        return negated
          ? undefined
          : this.#rarest(this.#predicates.atom(node).access.map((one) => this.#one(one)));
      case "not":
        return this.of(shape.node, !negated);
      case "segment":
        // Negated segments are not followed: they may name each other twice, and twice again.
        return negated ? undefined : this.#segment(node, shape.node);
      default: {
        const parts = shape.nodes.map((child) => this.of(child, negated));
        return (shape.type === "all") === negated ? union(parts) : this.#rarest(parts);
      }
    }
  }

  #one(predicate: Predicate): Access {
    return { any: [predicate], share: this.#shares[predicate.id] as number };
  }

  #rarest(parts: readonly (Access | undefined)[]): Access | undefined {
    let rarest: Access | undefined;
    for (const part of parts) if (part && (!rarest || part.share < rarest.share)) rarest = part;
    return rarest;
  }

  /** A segment is found once for all the rules that name it. */
  #segment(node: ConditionNode, inner: ConditionNode): Access | undefined {
    if (this.#segments.has(node)) return this.#segments.get(node);
    const found = this.of(inner);
    const predicate = this.#predicates.segment(node);
    for (const { triggers } of found?.any ?? []) triggers.push(~predicate.id);
    const access = found && { any: [predicate], share: found.share };
    this.#segments.set(node, access);
    return access;
  }
}

function union(parts: readonly (Access | undefined)[]): Access | undefined {
  const any = new Set<Predicate>();
  let share = 0;
  for (const part of parts) {
    if (!part) return undefined;
    for (const predicate of part.any) any.add(predicate);
    share += part.share;
  }
  return { any: [...any], share: Math.min(1, share) };
}
