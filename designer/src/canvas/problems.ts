/** Findings by the node they belong to, and the place that a pointer names in the drawing. */
import type { Finding } from "@sluice/schemas";
import type { WorkflowDocument } from "../editor/workflow/model.ts";
import type { NodeProblems } from "./editor-context.ts";

const worse = ["info", "warning", "error"];

/** What a pointer into the document is about. */
export type Place =
  | { readonly type: "node"; readonly id: string; readonly path: string }
  | { readonly type: "edge"; readonly id: string }
  | { readonly type: "document"; readonly path: string };

export function placeOf({ spec }: WorkflowDocument, pointer: string): Place {
  const [, list, index = "", rest = ""] = /^\/spec\/(nodes|edges)\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
  const node = list === "nodes" ? spec.nodes[Number(index)] : undefined;
  if (node) return { type: "node", id: node.id, path: rest };
  const edge = list === "edges" ? spec.edges[Number(index)] : undefined;
  return edge ? { type: "edge", id: edge.id } : { type: "document", path: pointer };
}

/** Node id → its problems; those of an edge are told at the node it leaves. */
export function problemsByNode(
  document: WorkflowDocument,
  findings: readonly Finding[],
): ReadonlyMap<string, NodeProblems> {
  const problems = new Map<string, NodeProblems>();
  for (const { path, severity } of findings) {
    const place = placeOf(document, path);
    const edge = place.type === "edge" ? document.spec.edges.find(({ id }) => id === place.id) : undefined;
    const id = place.type === "node" ? place.id : edge?.source;
    if (id === undefined) continue;
    const known = problems.get(id);
    const isWorse = known === undefined || worse.indexOf(severity) > worse.indexOf(known.worst);
    problems.set(id, { count: (known?.count ?? 0) + 1, worst: isWorse ? severity : known.worst });
  }
  return problems;
}
