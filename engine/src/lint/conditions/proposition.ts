/** Conditions as propositions: segments put in place, comparisons read, `not:` pulled out of operator names. */
import type { Condition, ConditionLeaf } from "@sluice/schemas";
import type { Segments } from "../../rules/condition-compiler.ts";
import { type Meaning, meaningOf } from "./meaning.ts";

/** One comparison; two with the same `id` are the same, two with the same `subject` read the same value. */
export interface Literal {
  readonly type: "leaf";
  readonly fact: string;
  readonly subject: string;
  readonly id: string;
  readonly meaning: Meaning;
}

export type Proposition =
  | { readonly type: "all"; readonly children: readonly Proposition[] }
  | { readonly type: "any"; readonly children: readonly Proposition[] }
  | { readonly type: "not"; readonly child: Proposition }
  | Literal;

/** Deeper nesting is taken as unknown; publishing refuses it anyhow. */
const maxDepth = 256;

const opaque = (name: string): Literal => ({
  type: "leaf",
  fact: name,
  subject: name,
  id: name,
  meaning: { type: "other" },
});

function toLiteral(leaf: ConditionLeaf): Proposition {
  if (leaf.operator.startsWith("not:"))
    return { type: "not", child: toLiteral({ ...leaf, operator: leaf.operator.slice("not:".length) }) };
  const { fact, path, params, operator, value } = leaf;
  const plain = path === undefined && params === undefined;
  const subject = plain ? fact : JSON.stringify([fact, path, params]);
  return {
    type: "leaf",
    fact,
    subject,
    id: JSON.stringify([subject, operator, value]),
    meaning: meaningOf(leaf),
  };
}

/** Reads any number of conditions over the same segments; each segment is read once. */
export class PropositionReader {
  readonly #segments: Segments;
  readonly #read = new Map<string, Proposition>();
  readonly #open = new Set<string>();
  /** Several rules read the same condition. */
  readonly #whole = new Map<Condition, Proposition>();

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
      return { type, children: list.map((child) => this.#tree(child, depth + 1)) };
    }
    if ("not" in when) return { type: "not", child: this.#tree(when.not, depth + 1) };
    return "condition" in when ? this.#segment(when.condition, depth) : toLiteral(when);
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
