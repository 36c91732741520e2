/** The lines of a drawing: which way each edge takes, planned anew only where something moved. */
import type { Position, WorkflowEdge } from "@sluice/schemas";
import { cardSize, type Kinds, portHeight, portsOf, showsPortRows } from "../editor/workflow/model.ts";
import type { CardNode, LineEdge } from "./drawing-model.ts";
import { type Rect, routeEdge, samePlace } from "./route-edge.ts";

/** Where an edge leaves and arrives, given the cards; `undefined` while an end is missing. */
export function endsOf(edge: WorkflowEdge, cards: ReadonlyMap<string, CardNode>, kinds: Kinds) {
  const source = cards.get(edge.source);
  const target = cards.get(edge.target);
  if (source === undefined || target === undefined) return undefined;
  const ports = portsOf(source.data.node, kinds);
  const index = ports.findIndex(({ id }) => id === edge.sourcePort);
  const from = {
    x: source.position.x + cardSize.width,
    y: source.position.y + portHeight(Math.max(0, index), showsPortRows(ports) ? ports.length : 1),
  };
  const to = { x: target.position.x, y: target.position.y + cardSize.head / 2 };
  return { source, target, from, to, lane: Math.max(0, index) };
}

/** The place of a card. */
export const rectOf = ({ position, width = 0, height = 0 }: CardNode): Rect => ({
  ...position,
  width,
  height,
});

const isSameRect = (a: CardNode, b: CardNode): boolean =>
  samePlace(a.position, b.position) && a.width === b.width && a.height === b.height;

/** Where cards have come, gone or moved between two drawings: the ways that pass there are planned anew. */
export function disturbances(
  before: ReadonlyMap<string, CardNode>,
  after: ReadonlyMap<string, CardNode>,
): readonly Rect[] {
  const rects: Rect[] = [];
  for (const [id, card] of after) {
    const old = before.get(id);
    if (old && isSameRect(old, card)) continue;
    rects.push(rectOf(card));
    if (old) rects.push(rectOf(old));
  }
  for (const [id, old] of before) if (!after.has(id)) rects.push(rectOf(old));
  return rects;
}

/** How far from a way a card may come before it matters. */
const nearness = 120;

function isDisturbed(points: readonly Position[], rects: readonly Rect[]): boolean {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs) - nearness, Math.max(...xs) + nearness];
  const [top, bottom] = [Math.min(...ys) - nearness, Math.max(...ys) + nearness];
  return rects.some(
    ({ x, y, width, height }) => x < right && x + width > left && y < bottom && y + height > top,
  );
}

export interface LineInput {
  readonly edge: WorkflowEdge;
  readonly cards: ReadonlyMap<string, CardNode>;
  readonly rects: ReadonlyMap<string, Rect>;
  readonly kinds: Kinds;
  readonly old: LineEdge | undefined;
  readonly disturbed: readonly Rect[];
}

/** The way of an edge: the old one while its ends stand and nothing near it has moved. */
function pointsOf({ edge, cards, rects, kinds, old, disturbed }: LineInput): readonly Position[] {
  const ends = endsOf(edge, cards, kinds);
  if (ends === undefined) return [];
  const { from, to, lane, source, target } = ends;
  const known = old?.data?.points ?? [];
  const [first, last] = [known[0], known.at(-1)];
  const stands =
    first && last && samePlace(first, from) && samePlace(last, to) && !isDisturbed(known, disturbed);
  if (stands) return known;
  const obstacles: Rect[] = [];
  for (const [id, rect] of rects) if (id !== source.id && id !== target.id) obstacles.push(rect);
  return routeEdge({ from, to, lane, ends: [rectOf(source), rectOf(target)], obstacles });
}

/** The line of an edge; the same object while nothing about it has changed. */
export function toLine(input: LineInput): LineEdge {
  const { edge, old } = input;
  const points = pointsOf(input);
  if (old?.data?.edge === edge && old.data.points === points) return old;
  return {
    id: edge.id,
    type: "line",
    source: edge.source,
    sourceHandle: edge.sourcePort,
    target: edge.target,
    data: { edge, points },
  };
}
