/** The edges of a workflow: from a port that exists, one for each port, to a node that may be entered. */
import { type Problem, type WorkflowEdge, type WorkflowNode } from "@sluice/schemas";
import type { CheckedNode } from "./node-config.ts";
/** Nodes by id; the first of a doubled id stands for both. */
export type NodesById = ReadonlyMap<string, {
    readonly node: WorkflowNode;
    readonly checked: CheckedNode;
}>;
/** Every fault of every edge. */
export declare function checkEdges(edges: readonly WorkflowEdge[], nodes: NodesById): Problem[];
