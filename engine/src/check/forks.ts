/** Joins: each has a fork to wait for, and no way leads to one out of the middle of a loop. */
import { type Problem, problem, type WorkflowSpec } from "@sluice/schemas";
import { type ForkScopes, readForkScopes } from "../workflow/fork-scopes.ts";
import { at } from "./pointer.ts";

/** Nodes that a loop's body leads to, as far as it goes without coming back to the loop. */
function bodyOf(loop: string, edges: WorkflowSpec["edges"]): ReadonlySet<string> {
  const starts = edges.filter(({ source, sourcePort }) => source === loop && sourcePort === "body");
  const reached = new Set(starts.map(({ target }) => target));
  for (const id of reached)
    if (id !== loop) for (const edge of edges) if (edge.source === id) reached.add(edge.target);
  return reached;
}

function checkJoin(id: string, path: string, spec: WorkflowSpec, { joins, inside }: ForkScopes): Problem[] {
  const stack = inside.get(id);
  if (!stack) return [];
  if (!joins.has(id)) return [problem(path, "workflow.join-without-fork")];
  const across = spec.nodes.find(
    (node) => node.type === "foreach" && !stack.includes(node.id) && bodyOf(node.id, spec.edges).has(id),
  );
  return across ? [problem(path, "workflow.join-across-loop", { node: across.name ?? across.id })] : [];
}

/** Every fault of the drawing's joins; one that no trigger leads to is lint's to mention. */
export function checkForks(spec: WorkflowSpec): Problem[] {
  if (!spec.nodes.some(({ type }) => type === "join")) return [];
  const scopes = readForkScopes(spec);
  return spec.nodes.flatMap(({ id, type }, index) =>
    type === "join" ? checkJoin(id, at("/spec/nodes", index), spec, scopes) : [],
  );
}
