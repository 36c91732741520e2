/**
 * Leaves and reads that occur many times in a ruleset, compiled once: a thousand rules name the same channel.
 * Nodes keep no state, so they can stand in any number of trees.
 */
import type { ConditionLeaf, Json } from "@sluice/schemas";
import type { ConditionNode, FactRead } from "./condition-node.ts";
import { compileRead } from "./fact-path.ts";
import { isScalar } from "./value-schema.ts";

/** What `JSON.stringify` writes without loss. */
const isPlain = (value: unknown): boolean =>
  isScalar(value) && (typeof value !== "number" || Number.isFinite(value));

/** Longest list whose text is worth keeping as a key. */
const maxListed = 256;

/** The same text for the same comparison; `undefined` for a value that has no short text of its own. */
function keyOf({ fact, path, operator, value }: ConditionLeaf): string | undefined {
  const isShort = Array.isArray(value) ? value.length <= maxListed && value.every(isPlain) : isPlain(value);
  return isShort ? JSON.stringify([fact, path ?? null, operator, value as Json]) : undefined;
}

/** The leaves and reads of one compiler. */
export class Interning {
  readonly #leaves = new Map<string, ConditionNode>();
  readonly #reads = new Map<string, FactRead>();

  /** The node of a leaf that was compiled before, or the new one. */
  leaf(leaf: ConditionLeaf, compile: () => ConditionNode): ConditionNode {
    const key = keyOf(leaf);
    const known = key === undefined ? undefined : this.#leaves.get(key);
    if (known) return known;
    const node = compile();
    if (key !== undefined) this.#leaves.set(key, node);
    return node;
  }

  /** How a fact, and what lies at a path in it, is read. */
  read(fact: string, path: string | undefined): FactRead {
    const key = JSON.stringify([fact, path ?? null]);
    const known = this.#reads.get(key);
    if (known) return known;
    const made = { read: compileRead(fact, path) };
    this.#reads.set(key, made);
    return made;
  }
}
