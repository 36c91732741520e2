/** A short notation for workflow graphs: nodes in reading order, edges as `[from, port, to]`. */
import type { SluiceDocument } from "../../documents/document.ts";
import type { WorkflowNode, WorkflowSpec } from "../../documents/workflow.ts";
import type { Json } from "../../primitives.ts";

/** Grid cell of a node, so that a fresh drawing is readable; columns are 260 wide, rows 120 high. */
type Cell = readonly [column: number, row: number];

/** One node with its place on the grid. */
export const node = (
  id: string,
  type: string,
  name: string,
  [column, row]: Cell,
  config: Record<string, Json> = {},
): WorkflowNode => ({ id, type, name, position: { x: column * 260, y: row * 120 }, config });

/** An edge: source node, its port, target node. */
export type Link = readonly [source: string, sourcePort: string, target: string];

interface Drawing {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly variables?: NonNullable<WorkflowSpec["variables"]>;
  readonly nodes: WorkflowNode[];
  readonly links: readonly Link[];
}

/** Builds the document; edges are numbered in the order given. */
export const drawWorkflow = ({
  key,
  name,
  description,
  variables,
  nodes,
  links,
}: Drawing): SluiceDocument<"workflow"> => ({
  kind: "workflow",
  key,
  name,
  description,
  formatVersion: 1,
  spec: {
    ...(variables ? { variables } : {}),
    concurrency: "skip",
    nodes,
    edges: links.map(([source, sourcePort, target], index) => ({
      id: `e${index + 1}`,
      source,
      sourcePort,
      target,
    })),
  },
});
