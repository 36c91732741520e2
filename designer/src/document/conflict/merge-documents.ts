/**
 * Two documents that were made from one, put together again. What only one side changed is taken; what both changed
 * alike is taken once; what both changed otherwise is a clash, for which the caller chooses a side. List items are
 * matched by their `id`, so that a rule moved here and edited there is both. A condition is one thing: half of mine
 * and half of theirs would mean what neither wanted.
 */
import { isSame } from "../is-same.ts";

export type Choice = "mine" | "theirs";

/** A place that both sides changed otherwise; `undefined` where a side has nothing there. */
export interface Clash {
  /** Names the place in whatever version: property names, and `[id]` for items of lists. */
  readonly place: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<D> {
  readonly document: D;
  readonly clashes: readonly Clash[];
}

/** Which side counts at a clash. */
export type Choose = (clash: Clash) => Choice;

interface Loose {
  readonly [name: string]: unknown;
}

/** Stands for a property or an item that is not there. */
const absent = Symbol("absent");

const isCondition = (value: object): boolean =>
  ["fact", "all", "any", "not", "condition"].some((name) => Object.hasOwn(value, name));

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isCondition(value);

const idOf = (item: unknown): string | undefined => {
  const id = typeof item === "object" && item !== null ? (item as { readonly id?: unknown }).id : undefined;
  return typeof id === "string" ? id : undefined;
};

/** Items by their ids, in order; `undefined` where they are not all named apart. */
function byId(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = new Map<string, unknown>();
  for (const item of value) {
    const id = idOf(item);
    if (id === undefined || items.has(id)) return undefined;
    items.set(id, item);
  }
  return items;
}

const shown = (value: unknown): unknown => (value === absent ? undefined : value);
const same = (a: unknown, b: unknown): boolean => a === b || (a !== absent && b !== absent && isSame(a, b));

type Three = readonly [base: unknown, mine: unknown, theirs: unknown];

class Merger {
  readonly clashes: Clash[] = [];
  readonly #choose: Choose;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  /** What stands at a place in the end; `absent` where nothing does. */
  value(place: string, three: Three): unknown {
    const [base, mine, theirs] = three;
    if (same(mine, theirs) || same(theirs, base)) return mine;
    if (same(mine, base)) return theirs;
    if (isObject(mine) && isObject(theirs) && (isObject(base) || base === absent))
      return this.#object(place, base === absent ? {} : base, mine, theirs);
    const lists = three.map((value) => (value === absent ? new Map<string, unknown>() : byId(value)));
    const [old, ours, others] = lists;
    if (old && ours && others && Array.isArray(mine) && Array.isArray(theirs))
      return this.#list(place, old, ours, others);
    return this.#clash(place, three);
  }

  #clash(place: string, [base, mine, theirs]: Three): unknown {
    const clash: Clash = { place, base: shown(base), mine: shown(mine), theirs: shown(theirs) };
    this.clashes.push(clash);
    return this.#choose(clash) === "mine" ? mine : theirs;
  }

  #object(place: string, base: unknown, mine: Loose, theirs: Loose): Loose {
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    const member = (holder: unknown, name: string): unknown =>
      typeof holder === "object" && holder !== null && Object.hasOwn(holder, name)
        ? (holder as Loose)[name]
        : absent;
    const entries = [...names].map((name) => {
      const three = [member(base, name), member(mine, name), member(theirs, name)] as const;
      return [
        name,
        this.value(`${place}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, three),
      ] as const;
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== absent));
  }

  #list(
    place: string,
    base: ReadonlyMap<string, unknown>,
    mine: ReadonlyMap<string, unknown>,
    theirs: ReadonlyMap<string, unknown>,
  ): readonly unknown[] {
    const item = (items: ReadonlyMap<string, unknown>, id: string) =>
      items.has(id) ? items.get(id) : absent;
    const merged = new Map<string, unknown>();
    for (const id of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
      const value = this.value(`${place}/[${id}]`, [item(base, id), item(mine, id), item(theirs, id)]);
      if (value !== absent) merged.set(id, value);
    }
    const order = this.#order(`${place}/[]`, merged, [...base.keys()], [...mine.keys()], [...theirs.keys()]);
    return order.map((id) => merged.get(id));
  }

  /** The order of the items that are left: of the side that changed it, the other's additions after their neighbours. */
  #order(
    place: string,
    merged: ReadonlyMap<string, unknown>,
    base: readonly string[],
    mine: readonly string[],
    theirs: readonly string[],
  ): readonly string[] {
    const kept = base.filter((id) => mine.includes(id) && theirs.includes(id));
    const among = (ids: readonly string[]) => ids.filter((id) => kept.includes(id));
    const [ours, others] = [among(mine), among(theirs)];
    let leading: Choice = same(ours, kept) ? "theirs" : "mine";
    if (!same(ours, kept) && !same(others, kept) && !same(ours, others)) {
      const clash: Clash = { place, base: kept, mine: ours, theirs: others };
      this.clashes.push(clash);
      leading = this.#choose(clash);
    }
    const [first, second] = leading === "mine" ? [mine, theirs] : [theirs, mine];
    return interleave(first, second).filter((id) => merged.has(id));
  }
}

/** `first`, and what only `second` has, each after the item that it follows there. */
function interleave(first: readonly string[], second: readonly string[]): readonly string[] {
  const ids = [...first];
  for (const [at, id] of second.entries()) {
    if (ids.includes(id)) continue;
    const before = at === 0 ? -1 : ids.indexOf(second[at - 1] ?? "");
    ids.splice(before + 1, 0, id);
  }
  return ids;
}

/** Merges what was made of `base` on both sides; `choose` decides the clashes. */
export function mergeDocuments<D>(base: D, mine: D, theirs: D, choose: Choose = () => "mine"): Merged<D> {
  const merger = new Merger(choose);
  const document = merger.value("", [base, mine, theirs]) as D;
  return { document, clashes: merger.clashes };
}

/** The place of a clash as a JSON pointer into one of the documents; as far as it goes there. */
export function pointerOf(document: unknown, place: string): string {
  let value: unknown = document;
  const steps: string[] = [];
  for (const step of place.split("/").slice(1)) {
    const id = /^\[(.*)\]$/.exec(step)?.[1];
    const name = id === undefined ? step.replaceAll("~1", "/").replaceAll("~0", "~") : id;
    const at =
      id === undefined
        ? name
        : String(Array.isArray(value) ? value.findIndex((item) => idOf(item) === id) : -1);
    const next =
      typeof value === "object" && value !== null && Object.hasOwn(value, at)
        ? (value as Loose)[at]
        : undefined;
    if (next === undefined) break;
    steps.push(id === undefined ? step : at);
    value = next;
  }
  return steps.map((step) => `/${step}`).join("");
}
