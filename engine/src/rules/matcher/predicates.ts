/**
 * The distinct questions of a ruleset, numbered. A leaf becomes predicates that must all hold; the index of the fact
 * it reads marks those that hold, everything else is asked of the leaf when it is needed, once for each ticket.
 */
import type { ConditionNode, FactRead } from "../condition-node.ts";
import type { IndexHint } from "../operator.ts";
import { entryOf } from "./entry-of.ts";

type Hint<T extends IndexHint["type"]> = Extract<IndexHint, { readonly type: T }>;

/** What an index can find by looking at the fact. */
export type Findable =
  | { readonly type: "keywords"; readonly keywords: readonly string[]; readonly unnegated: boolean }
  | { readonly type: "values"; readonly values: Hint<"values">["values"]; readonly of: "fact" | "anyItem" }
  | Omit<Hint<"range">, "exact">;

export interface Predicate {
  readonly id: number;
  /** Asked where no index marks the predicate; a segment's is its whole condition. */
  readonly node: ConditionNode | undefined;
  readonly finds: Findable | undefined;
  readonly of: FactRead | undefined;
  /** The rules (`r`) and segments (`~predicate`) that cannot match unless this holds. */
  readonly triggers: number[];
}

/** A leaf as predicates. */
export interface Atom {
  readonly all: readonly Predicate[];
  /** Of which one must hold for the leaf to hold, the rarest; `undefined` when no index finds it. */
  readonly access: readonly Predicate[];
}

/** Longest keyword that the automaton holds whole; of longer ones it finds the beginning. */
const longestKeyword = 64;
/** Above this many values a list is looked up even if no rule is found by it. */
const fewValues = 8;

/** True for predicates whose index marks every one that holds; `crowded` facts mark only what must be marked. */
export const isMarked = (
  { node, of, finds, triggers }: Predicate,
  crowded: ReadonlySet<FactRead | undefined>,
): boolean =>
  node === undefined ||
  (finds?.type === "values" && (triggers.length > 0 || finds.values.length > fewValues || !crowded.has(of)));

export class Predicates {
  readonly list: Predicate[] = [];
  readonly #atoms = new Map<ConditionNode, Atom>();
  readonly #found = new Map<FactRead, Map<string, Predicate>>();
  readonly #segments = new Map<ConditionNode, Predicate>();

  /** The same atom for the same leaf. */
  atom(leaf: ConditionNode): Atom {
    return entryOf(this.#atoms, leaf, () => this.#atomOf(leaf));
  }

  /** The one predicate of a segment. */
  segment(node: ConditionNode): Predicate {
    return entryOf(this.#segments, node, () => this.#add(node, undefined, undefined));
  }

  #atomOf(leaf: ConditionNode): Atom {
    const { shape } = leaf;
    const hint = shape.type === "leaf" && !leaf.mayNeed ? shape.hint : undefined;
    if (!hint || shape.type !== "leaf") return { all: [this.#add(leaf, undefined, undefined)], access: [] };
    const { of } = shape;
    const exact = hint.exact && !isCut(hint);
    if (!exact) {
      const access = findables(hint).map((finds) => this.#finding(of, finds));
      return { all: [this.#add(leaf, undefined, of)], access };
    }
    const found = findables(hint);
    const [only] = found;
    const asked = only && found.length === 1 && only.type !== "keywords";
    const all = asked ? [this.#add(leaf, only, of)] : found.map((finds) => this.#finding(of, finds));
    return { all, access: all };
  }

  /** A predicate without a leaf of its own, shared by all that find the same. */
  #finding(of: FactRead, finds: Findable): Predicate {
    const key = keyOf(finds);
    if (key === undefined) return this.#add(undefined, finds, of);
    const known = entryOf(this.#found, of, () => new Map<string, Predicate>());
    return entryOf(known, key, () => this.#add(undefined, finds, of));
  }

  #add(node: ConditionNode | undefined, finds: Findable | undefined, of: FactRead | undefined): Predicate {
    const predicate = { id: this.list.length, node, finds, of, triggers: [] };
    this.list.push(predicate);
    return predicate;
  }
}

/** The same text for the same question; `undefined` for those that are not worth sharing. */
function keyOf(finds: Findable): string | undefined {
  if (finds.type === "keywords") return `${finds.unnegated} ${JSON.stringify(finds.keywords)}`;
  return finds.type === "values" && finds.values.every((value) => typeof value === "string")
    ? `${finds.of} ${JSON.stringify(finds.values)}`
    : undefined;
}

const isCut = (hint: IndexHint): boolean =>
  hint.type === "keywords" && hint.keywords.some((keyword) => keyword.length > longestKeyword);

/** What must all be found for the hint to be true. */
function findables(hint: IndexHint): readonly Findable[] {
  if (hint.type === "range") {
    const { exact, ...range } = hint;
    return [range];
  }
  if (hint.type === "values") {
    const { values, of } = hint;
    if (of !== "allItems") return [{ type: "values", values, of }];
    return values.map((value) => ({ type: "values", values: [value], of: "anyItem" }));
  }
  const keywords = hint.keywords.map((keyword) => keyword.slice(0, longestKeyword));
  // What stands before a keyword stands before its beginning.
  const unnegated = hint.unnegated === true;
  if (hint.need === "any") return [{ type: "keywords", keywords, unnegated }];
  return keywords.map((keyword) => ({ type: "keywords", keywords: [keyword], unnegated }));
}
