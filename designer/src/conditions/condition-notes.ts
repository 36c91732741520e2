/**
 * What there is to say beside each line: findings, by their JSON pointers, and what a test run saw.
 * Both speak of the condition as it is stored; this maps them to the nodes of the builder's tree.
 */
import type { ConditionTrace, Finding } from "@sluice/schemas";
import { type ConditionGroup, type ConditionNode, isBare, isGroup } from "./condition-tree.ts";

/** A fault or a hint; `path` is a JSON pointer relative to the condition. */
export type ConditionFinding = Pick<Finding, "path" | "message" | "severity">;

export interface NodeNotes {
  readonly findings: readonly ConditionFinding[];
  readonly trace?: ConditionTrace;
}

/** Notes by the node's id. */
export type Notes = ReadonlyMap<string, NodeNotes>;

interface Place {
  readonly id: string;
  /** The node with its `not`s. */
  readonly outer: string;
  readonly trace: ConditionTrace | undefined;
}

/** Below the `not`s. */
function inside(node: ConditionNode, outer: string, trace: ConditionTrace | undefined) {
  let at = trace;
  for (let left = node.nots; left > 0; left -= 1) at = at?.type === "not" ? at.children[0] : undefined;
  return { pointer: outer + "/not".repeat(node.nots), trace: at };
}

const childTrace = (trace: ConditionTrace | undefined, index: number): ConditionTrace | undefined =>
  trace?.type === "all" || trace?.type === "any" ? trace.children[index] : undefined;

function* placesOf(node: ConditionNode, outer: string, trace: ConditionTrace | undefined): Generator<Place> {
  yield { id: node.id, outer, trace };
  if (!isGroup(node)) return;
  const inner = inside(node, outer, trace);
  for (const [index, child] of node.rules.entries()) {
    if (isBare(node)) yield* placesOf(child, inner.pointer, inner.trace);
    else
      yield* placesOf(child, `${inner.pointer}/${node.combinator}/${index}`, childTrace(inner.trace, index));
  }
}

const holds = (pointer: string, path: string): boolean => path === pointer || path.startsWith(`${pointer}/`);

/** The JSON pointer of every node, by its id: where it stands in the stored condition. */
export const pointersOf = (query: ConditionGroup): ReadonlyMap<string, string> =>
  new Map([...placesOf(query, "", undefined)].map(({ id, outer }) => [id, outer]));

/** Gives each finding to the innermost node that holds its path, and each node its part of the trace. */
export function notesOf(
  query: ConditionGroup,
  findings: readonly ConditionFinding[] = [],
  trace?: ConditionTrace,
): Notes {
  const places = [...placesOf(query, "", trace)];
  const found = new Map<string, ConditionFinding[]>();
  for (const finding of findings) {
    // Parents come before their children: the last that holds the path is the innermost.
    const place = places.findLast(({ outer }) => holds(outer, finding.path)) ?? places[0];
    if (place) found.set(place.id, [...(found.get(place.id) ?? []), finding]);
  }
  return new Map(
    places.map(({ id, trace: seen }) => [
      id,
      { findings: found.get(id) ?? [], ...(seen === undefined ? {} : { trace: seen }) },
    ]),
  );
}

/** The leaf of a trace under its `not`s and segments; `undefined` for lists. */
export function leafOf(trace: ConditionTrace): Extract<ConditionTrace, { type: "leaf" }> | undefined {
  if (trace.type === "leaf") return trace;
  return trace.type === "not" ? leafOf(trace.children[0]) : undefined;
}

/** The keywords that a test run found. */
export function matchedWords(trace: ConditionTrace | undefined): readonly string[] {
  const leaf = trace && leafOf(trace);
  return [...new Set(leaf?.matches?.map(({ keyword }) => keyword) ?? [])];
}
