/** Where a new node goes when nobody points at a place: right of what leads to it, clear of what stands there. */
import type { Position } from "@sluice/schemas";
import { reachableFrom } from "./graph.ts";
import { placesOf } from "./layout.ts";
import { cardSize, edgeById, type Kinds, onGrid, type Size, sizeOf, type WorkflowDocument } from "./model.ts";

/** Between a card and the next to its right. */
const gap = 72;
const margin = 24;

interface Box extends Position, Size {}

function boxesOf(document: WorkflowDocument, kinds: Kinds): readonly Box[] {
  const places = placesOf(document, kinds);
  return document.spec.nodes.map((node) => ({
    ...(places.get(node.id) ?? { x: 0, y: 0 }),
    ...sizeOf(node, kinds),
  }));
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

/** The nearest place at or below `wanted` where a card of that size touches nothing. */
export function freePlace(
  document: WorkflowDocument,
  kinds: Kinds,
  wanted: Position,
  size: Size = { width: cardSize.width, height: cardSize.head },
): Position {
  const boxes = boxesOf(document, kinds);
  let at = onGrid(wanted);
  for (;;) {
    const hit = boxes.find((box) => touches({ ...at, ...size }, box));
    if (hit === undefined) return at;
    at = onGrid({ x: at.x, y: hit.y + hit.height + margin + 8 });
  }
}

/** Beside a node, on its right. */
export function placeAfter(document: WorkflowDocument, kinds: Kinds, node: string): Position {
  const { x, y } = placesOf(document, kinds).get(node) ?? { x: 0, y: 0 };
  return freePlace(document, kinds, { x: x + cardSize.width + gap, y });
}

/** Where a node inserted into an edge stands, and what moves how far to make room for it. */
export function placeOnEdge(document: WorkflowDocument, kinds: Kinds, edgeId: string) {
  const edge = edgeById(document, edgeId);
  const places = placesOf(document, kinds);
  const source = places.get(edge?.source ?? "") ?? { x: 0, y: 0 };
  const target = places.get(edge?.target ?? "") ?? source;
  const x = source.x + cardSize.width + gap;
  const needed = x + cardSize.width + gap - target.x;
  if (target.x <= source.x || needed <= 0)
    return { position: freePlace(document, kinds, { x, y: source.y }), nodes: new Set<string>(), by: 0 };
  const follows = [...reachableFrom(document, edge?.target ?? "")].filter(
    (id) => (places.get(id)?.x ?? 0) >= target.x,
  );
  return { position: onGrid({ x, y: target.y }), nodes: new Set(follows), by: needed };
}
