/** Conditions as propositions: segments put in place, comparisons read, `not:` pulled out of operator names. */
import type { Condition, ConditionLeaf } from "@sluice/schemas";
import type { Segments } from "../../rules/condition-compiler.ts";
import { type Meaning, meaningOf } from "./meaning.ts";

/** One comparison. What it means is read when somebody asks: most comparisons are alone with their fact. */
export class Literal {
  readonly type = "leaf";
  readonly fact: string;
  /** Two with the same subject read the same value. */
  readonly subject: string;
  readonly #leaf: ConditionLeaf;
  #id: string | undefined;
  #meaning: Meaning | undefined;

  constructor(leaf: ConditionLeaf) {
    const { fact, path, params } = leaf;
    this.fact = fact;
    this.subject = path === undefined && params === undefined ? fact : JSON.stringify([fact, path, params]);
    this.#leaf = leaf;
  }

  /** Two with the same id are the same. */
  get id(): string {
    this.#id ??= JSON.stringify([this.subject, this.#leaf.operator, this.#leaf.value]);
    return this.#id;
  }

  get meaning(): Meaning {
    this.#meaning ??= meaningOf(this.#leaf);
    return this.#meaning;
  }

  /** Whether it may contradict itself; nothing but a range with both ends can. */
  get hasTwoEnds(): boolean {
    return this.#leaf.operator === "between";
  }
}

export type Proposition =
  | { readonly type: "all"; readonly children: readonly Proposition[] }
  | { readonly type: "any"; readonly children: readonly Proposition[] }
  | { readonly type: "not"; readonly child: Proposition }
  | Literal;

/** Deeper nesting is taken as unknown; publishing refuses it anyhow. */
const maxDepth = 256;

/** A larger tree, with its segments in place, is taken as unknown: a few segments that name each other twice grow without end. */
const maxSize = 20_000;

/** Something that is known by its name only; no operator is called so, and it means nothing else. */
const opaque = (name: string): Literal => new Literal({ fact: name, operator: "", value: null });

function toLiteral(leaf: ConditionLeaf): Proposition {
  if (!leaf.operator.startsWith("not:")) return new Literal(leaf);
  return { type: "not", child: toLiteral({ ...leaf, operator: leaf.operator.slice("not:".length) }) };
}

/** Reads any number of conditions over the same segments; each segment is read once. */
export class PropositionReader {
  readonly #segments: Segments;
  readonly #read = new Map<string, Proposition>();
  readonly #open = new Set<string>();
  /** How many comparisons each tree has. */
  readonly #sizes = new WeakMap<Proposition, number>();
  #unknown = 0;
  /** Several rules read the same condition. */
  readonly #whole = new WeakMap<Condition, Proposition>();

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  /** Never throws for a well-formed condition; segments that are missing or go in circles are opaque. */
  read(when: Condition): Proposition {
    const known = this.#whole.get(when);
    if (known) return known;
    const read = this.#tree(when, 0);
    this.#whole.set(when, read);
    return read;
  }

  #tree(when: Condition, depth: number): Proposition {
    if (depth > maxDepth) return opaque(`depth ${JSON.stringify(when).slice(0, 200)}`);
    if ("all" in when || "any" in when) {
      const type = "all" in when ? "all" : "any";
      const list = "all" in when ? when.all : when.any;
      return this.#list(
        type,
        list.map((child) => this.#tree(child, depth + 1)),
      );
    }
    if ("not" in when) return this.#not(this.#tree(when.not, depth + 1));
    return "condition" in when ? this.#segment(when.condition, depth) : toLiteral(when);
  }

  #list(type: "all" | "any", children: readonly Proposition[]): Proposition {
    const size = children.reduce((sum, child) => sum + this.#sizeOf(child), 0);
    this.#unknown += size > maxSize ? 1 : 0;
    return size > maxSize ? opaque(`large ${this.#unknown}`) : this.#sized({ type, children }, size);
  }

  #not(child: Proposition): Proposition {
    return this.#sized({ type: "not", child }, this.#sizeOf(child));
  }

  #sizeOf(tree: Proposition): number {
    return this.#sizes.get(tree) ?? 1;
  }

  #sized(tree: Proposition, size: number): Proposition {
    this.#sizes.set(tree, size);
    return tree;
  }

  #segment(key: string, depth: number): Proposition {
    const known = this.#read.get(key);
    if (known) return known;
    const when = Object.hasOwn(this.#segments, key) ? this.#segments[key] : undefined;
    if (when === undefined || this.#open.has(key)) return opaque(`segment ${key}`);
    this.#open.add(key);
    const read = this.#tree(when, depth + 1);
    this.#open.delete(key);
    this.#read.set(key, read);
    return read;
  }
}
