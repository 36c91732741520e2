/**
 * Inside of which forks and loops each node of a drawing lies. A join waits for the innermost parallel node that all
 * ways to it lie inside of: that is read from the drawing once, so it does not depend on who arrives first.
 */
import type { WorkflowSpec } from "@sluice/schemas";

type Graph = Pick<WorkflowSpec, "nodes" | "edges">;

export interface ForkScopes {
  /** Join → its parallel node; a join outside of every fork is not in it. */
  readonly joins: ReadonlyMap<string, string>;
  /** Node → the parallel and foreach nodes that every way to it lies inside of, outermost first. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
}

const commonPrefix = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const differs = a.findIndex((id, index) => b[index] !== id);
  return differs === -1 ? a : a.slice(0, differs);
};

const before = (stack: readonly string[], id: string): readonly string[] => {
  const at = stack.indexOf(id);
  return at === -1 ? stack : stack.slice(0, at);
};

/** The parallel node that a join with this stack closes: its last entry, unless that is a loop. */
const joined = (stack: readonly string[], types: ReadonlyMap<string, string>): string | undefined => {
  const last = stack.at(-1);
  return last !== undefined && types.get(last) === "parallel" ? last : undefined;
};

/** What lies behind a port, for a node that itself lies inside of `stack`. */
function behind(
  id: string,
  port: string,
  stack: readonly string[],
  types: ReadonlyMap<string, string>,
): readonly string[] {
  const type = types.get(id);
  if (type === "parallel" || (type === "foreach" && port === "body")) return [...stack, id];
  const fork = type === "join" ? joined(stack, types) : undefined;
  return fork === undefined ? stack : before(stack, fork);
}

/** Reads the drawing: from the triggers on, until no way brings a shorter stack. */
export function readForkScopes({ nodes, edges }: Graph): ForkScopes {
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const inside = new Map<string, readonly string[]>();
  const open: string[] = [];
  const arrive = (id: string, stack: readonly string[]) => {
    // An edge back to the loop that it lies in, or to its own fork, is outside of it again.
    const incoming = before(stack, id);
    const known = inside.get(id);
    const next = known ? commonPrefix(known, incoming) : incoming;
    if (known && next.length === known.length) return;
    inside.set(id, next);
    open.push(id);
  };
  for (const { id, type } of nodes) if (type === "trigger") arrive(id, []);
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const edge of edges)
      if (edge.source === id && types.has(edge.target))
        arrive(edge.target, behind(id, edge.sourcePort, inside.get(id) ?? [], types));
  const joins = nodes.flatMap(({ id, type }) => {
    const fork = type === "join" ? joined(inside.get(id) ?? [], types) : undefined;
    return fork === undefined ? [] : [[id, fork] as const];
  });
  return { joins: new Map(joins), inside };
}

/** Reads it when it is first asked for: most workflows never fork. */
export function compileForkScopes(graph: Graph): () => ForkScopes {
  let known: ForkScopes | undefined;
  return () => {
    known ??= readForkScopes(graph);
    return known;
  };
}
