/** Loops in which nothing waits: a run in one goes round until the loop guard stops it. */
import {
  type Finding,
  type FindingFix,
  finding,
  type PatchStep,
  type SluiceDocument,
  type WorkflowSpec,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { Components } from "../components.ts";
import { freshId, nodeAfter } from "../drawing-steps.ts";
import { fixOf } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import type { WorkflowGraph } from "../workflow-graph.ts";

/** Kinds at which a run stands still for a while. */
const pausing: ReadonlySet<string> = new Set([
  "wait",
  "task",
  "action",
  "script",
  "subflow",
  "survey",
  "join",
  "foreach",
]);

function loopsOf(graph: WorkflowGraph): readonly string[][] {
  const moving = [...graph.nodes.values()]
    .filter(({ node }) => !pausing.has(node.type))
    .map(({ node }) => node.id);
  const known = new Set(moving);
  const next = (id: string) => graph.next(id).filter((target) => known.has(target));
  const { found } = new Components(moving, next);
  return found.filter((ids) => ids.length > 1 || ids.some((id) => next(id).includes(id)));
}

/** Edges that lead back to where a walk through the loop has come from: without them no loop is left. */
function backEdges(ids: readonly string[], { edges }: WorkflowSpec): readonly number[] {
  const known = new Set(ids);
  const state = new Map<string, "open" | "done">();
  const back: number[] = [];
  const ways = (id: string) =>
    [...edges.entries()].filter(([, { source, target }]) => source === id && known.has(target)).reverse();
  for (const root of ids) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const trail = [{ id: root, ways: ways(root) }];
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const way = top.ways.pop();
      if (!way) {
        state.set(top.id, "done");
        trail.pop();
      } else if (state.get(way[1].target) === "open") back.push(way[0]);
      else if (!state.has(way[1].target)) {
        state.set(way[1].target, "open");
        trail.push({ id: way[1].target, ways: ways(way[1].target) });
      }
    }
  }
  return back;
}

/** Most edges that one fix changes: a knot of more is to be drawn anew. */
const mostEdges = 3;

/** A wait of an hour on each way back. */
function withWaits(ids: readonly string[], spec: WorkflowSpec): FindingFix | undefined {
  const back = backEdges(ids, spec);
  if (back.length === 0 || back.length > mostEdges) return undefined;
  const nodes: { id: string }[] = [...spec.nodes];
  const edges: { id: string }[] = [...spec.edges];
  const patch = back.flatMap((index): PatchStep[] => {
    const edge = spec.edges[index];
    const source = spec.nodes.find(({ id }) => id === edge?.source);
    if (!edge || !source) return [];
    const wait = { id: freshId(nodes, "wait"), type: "wait", config: { for: "PT1H" } };
    const on = {
      id: freshId(edges, `${wait.id}-done`),
      source: wait.id,
      sourcePort: "done",
      target: edge.target,
    };
    nodes.push(wait);
    edges.push(on);
    return [
      nodeAfter(source, wait),
      { op: "replace", path: at("/spec/edges", index, "target"), value: wait.id },
      { op: "add", path: "/spec/edges/-", value: on },
    ];
  });
  return fixOf("wait-an-hour", patch);
}

function check({ spec }: SluiceDocument<"workflow">, { graph }: LintContext): readonly Finding[] {
  if (!graph) return [];
  return loopsOf(graph).map((ids) => {
    const nodes = ids.flatMap((id) => graph.nodes.get(id) ?? []).sort((a, b) => a.index - b.index);
    const names = nodes.map(({ node }) => node.name ?? node.id);
    const values = { nodes: names.join(" → ") };
    const place = at("/spec/nodes", nodes[0]?.index ?? 0);
    return finding("warning", place, "workflow.loop", values, withWaits(ids, spec));
  });
}

export const loop: LintRule<"workflow"> = { id: "loop", check };
