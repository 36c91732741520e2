/**
 * Segments as a graph: which refer to each other, and how large a condition is with them inlined. Every segment is
 * looked at once, however many conditions name it, and without recursion, however long the chains are.
 */
import { type Condition, checkCondition } from "@sluice/schemas";
import type { Segments } from "./condition-compiler.ts";
import { factsOfLeaf } from "./condition-leaf.ts";

/** A condition with its segments inlined. */
export interface ExpandedSize {
  readonly depth: number;
  readonly leaves: number;
  /** The longest chain of segments that refer to each other. */
  readonly segments: number;
}

const oneLeaf: ExpandedSize = { depth: 1, leaves: 1, segments: 0 };

/** A segment on the way from the one that was asked for, with the references that are still to be followed. */
interface Step {
  readonly key: string;
  readonly next: string[];
}

const graphs = new WeakMap<Segments, SegmentGraph>();

export class SegmentGraph {
  readonly #segments: Segments;
  readonly #sizes = new Map<string, ExpandedSize>();
  readonly #conditions = new Map<string, Condition>();
  readonly #facts = new Map<string, ReadonlySet<string>>();
  readonly #cycles = new Map<string, readonly string[]>();

  private constructor(segments: Segments) {
    this.#segments = segments;
  }

  /** The graph of a record of segments; the record and what is in it must not be written to any more. */
  static of(segments: Segments): SegmentGraph {
    const known = graphs.get(segments);
    if (known) return known;
    const graph = new SegmentGraph(segments);
    graphs.set(segments, graph);
    return graph;
  }

  /** Every fact that a segment reads, those of the segments that it names included. */
  facts(key: string): ReadonlySet<string> {
    const known = this.#facts.get(key);
    if (known) return known;
    const seen = new Set([key]);
    const facts = new Set<string>();
    // What is added while a set is walked is walked, too.
    for (const segment of seen)
      for (const end of endsOf(this.#condition(segment))) {
        if ("condition" in end) seen.add(end.condition);
        else if ("fact" in end) for (const fact of factsOfLeaf(end)) facts.add(fact);
      }
    this.#facts.set(key, facts);
    return facts;
  }

  /** A cycle that is reached from a segment, first key repeated at its end; `undefined` when there is none. */
  cycle(key: string): readonly string[] | undefined {
    if (this.#sizes.has(key)) return undefined;
    const known = this.#cycles.get(key);
    if (known) return known;
    const found = this.#visit(key);
    if (found) this.#cycles.set(key, found);
    return found;
  }

  /** A condition with every segment inlined; no segment that it names may lead to a cycle. */
  sizeOf(when: Condition): ExpandedSize {
    if ("condition" in when) {
      if (!this.#sizes.has(when.condition)) this.#visit(when.condition);
      const { depth, leaves, segments } = this.#sizes.get(when.condition) ?? oneLeaf;
      return { depth: depth + 1, leaves, segments: segments + 1 };
    }
    if ("not" in when) return around([this.sizeOf(when.not)]);
    if ("all" in when) return around(when.all.map((child) => this.sizeOf(child)));
    return "any" in when ? around(when.any.map((child) => this.sizeOf(child))) : oneLeaf;
  }

  /** `undefined` for one that is missing or not well formed. */
  #condition(key: string): Condition | undefined {
    const known = this.#conditions.get(key);
    if (known) return known;
    const when = Object.hasOwn(this.#segments, key) ? this.#segments[key] : undefined;
    if (when === undefined || checkCondition(when).length > 0) return undefined;
    this.#conditions.set(key, when);
    return when;
  }

  /** Measures a segment after all that it refers to; stops at a cycle and answers it. */
  #visit(root: string): readonly string[] | undefined {
    const trail: Step[] = [];
    const places = new Map<string, number>();
    const enter = (key: string) => {
      places.set(key, trail.length);
      trail.push({ key, next: segmentsIn(this.#condition(key)) });
    };
    enter(root);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.next.pop();
      const place = next === undefined ? undefined : places.get(next);
      if (next === undefined) this.#leave(trail, places);
      else if (place !== undefined) return [...trail.slice(place).map(({ key }) => key), next];
      else if (!this.#sizes.has(next)) enter(next);
    }
    return undefined;
  }

  #leave(trail: Step[], places: Map<string, number>): void {
    const left = trail.pop();
    if (!left) return;
    places.delete(left.key);
    const when = this.#condition(left.key);
    this.#sizes.set(left.key, when === undefined ? oneLeaf : this.sizeOf(when));
  }
}

const around = (parts: readonly ExpandedSize[]): ExpandedSize => ({
  depth: 1 + parts.reduce((most, { depth }) => Math.max(most, depth), 0),
  leaves: parts.reduce((sum, { leaves }) => sum + leaves, 0),
  segments: parts.reduce((most, { segments }) => Math.max(most, segments), 0),
});

/** The comparisons of a tree and the segments that it names. */
function* endsOf(when: Condition | undefined): Generator<Condition> {
  const open: Condition[] = when === undefined ? [] : [when];
  for (let at = open.pop(); at; at = open.pop()) {
    if ("not" in at) open.push(at.not);
    else if ("all" in at) open.push(...at.all);
    else if ("any" in at) open.push(...at.any);
    else yield at;
  }
}

const segmentsIn = (when: Condition | undefined): string[] => [
  ...new Set([...endsOf(when)].flatMap((end) => ("condition" in end ? [end.condition] : []))),
];
