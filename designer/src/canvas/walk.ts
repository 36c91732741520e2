/** Where an arrow key leads from a node: along the edges to the right and left, along the reading order up and down. */
import { edgesIn, edgesOut, readingOrder } from "../editor/workflow/graph.ts";
import { type Kinds, nodeById, type WorkflowDocument } from "../editor/workflow/model.ts";
import type { Direction } from "./keyboard.ts";

/** The node to go to; `undefined` where there is none. Without a node to start from, the first. */
export function nodeTowards(
  document: WorkflowDocument,
  kinds: Kinds,
  from: string | undefined,
  direction: Direction,
): string | undefined {
  const order = readingOrder(document, kinds);
  const node = from === undefined ? undefined : nodeById(document, from);
  if (node === undefined) return order[0];
  if (direction === "right") return edgesOut(document, node, kinds)[0]?.target;
  if (direction === "left") {
    const sources = new Set(edgesIn(document, node.id).map(({ source }) => source));
    return order.find((id) => sources.has(id));
  }
  return order[order.indexOf(node.id) + (direction === "down" ? 1 : -1)];
}
