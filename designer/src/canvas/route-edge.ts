/**
 * The way of an edge between cards: right angles, out to the right, in from the left, and around what stands between.
 * Pure geometry; React Flow's own smooth step knows nothing of other nodes.
 */
import type { Position } from "@sluice/schemas";

export interface Rect extends Position {
  readonly width: number;
  readonly height: number;
}

export const samePlace = (a: Position, b: Position): boolean => a.x === b.x && a.y === b.y;

/** Clearance to cards, the shortest way straight out of a port, and between neighbouring ways. */
const clearance = 12;
const stub = 20;
const lane = 8;
const bendCost = 24;
const crossingCost = 100_000;

const between = (value: number, a: number, b: number): boolean =>
  value > Math.min(a, b) && value < Math.max(a, b);

/** Whether a straight line runs through a rectangle or closer to it than anybody wants. */
function hits(a: Position, b: Position, { x, y, width, height }: Rect): boolean {
  const left = x - clearance + 1;
  const right = x + width + clearance - 1;
  const top = y - clearance + 1;
  const bottom = y + height + clearance - 1;
  return (
    Math.max(a.x, b.x) > left &&
    Math.min(a.x, b.x) < right &&
    Math.max(a.y, b.y) > top &&
    Math.min(a.y, b.y) < bottom
  );
}

/** Without repeated points and those that lie on the way between their neighbours. */
function withoutIdle(points: readonly Position[]): readonly Position[] {
  const kept: Position[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const straight =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** What a way costs; no exact answer beyond `enough`, where it is too dear already. */
function costOf(
  points: readonly Position[],
  obstacles: readonly Rect[],
  ends: readonly [Rect, Rect],
  enough: number,
): number {
  let cost = (points.length - 2) * bendCost;
  for (let index = 1; index < points.length && cost < enough; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    // The first and the last piece touch the cards they belong to; the others must not.
    const inner = index > 1 && index < points.length - 1;
    for (const rect of ends) if (inner && hits(a, b, rect)) cost += crossingCost;
    for (const rect of obstacles) {
      if (cost >= enough) return cost;
      if (hits(a, b, rect)) cost += crossingCost;
    }
  }
  return cost;
}

/** Out to `x1`, up or down to `y`, along to `x2`, up or down to the target's height, in. */
const around = (from: Position, to: Position, x1: number, y: number, x2: number): readonly Position[] =>
  withoutIdle([from, { x: x1, y: from.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: to.y }, to]);

export interface RouteInput {
  readonly from: Position;
  readonly to: Position;
  /** The cards at both ends. */
  readonly ends: readonly [Rect, Rect];
  /** All other cards. */
  readonly obstacles: readonly Rect[];
  /** Which of the source's ports it is, so that neighbours do not run on each other. */
  readonly lane: number;
}

/** One bend and back: the turn somewhere between the two. */
function steps({ from, to, lane: at }: RouteInput): readonly (readonly Position[])[] {
  const room = to.x - from.x;
  if (room < 2 * stub) return [];
  const near = Math.min(from.x + stub + at * lane, to.x - stub);
  const middle = Math.round((from.x + to.x) / 2);
  const turns =
    room < 160
      ? [Math.min(Math.max(middle + (at - 1) * lane, from.x + 12), to.x - 12)]
      : [to.x - stub - 4, near];
  return turns.map((x) => around(from, to, x, from.y, x));
}

/** The heights at which a way could pass above or below the cards between, the least detour first. */
function heights(
  { from, to, ends, obstacles, lane: at }: RouteInput,
  x1: number,
  x2: number,
): readonly number[] {
  const spread = clearance + 2 + at * 6;
  const near = [...obstacles, ...ends].filter(
    ({ x, width }) => x + width > Math.min(x1, x2) && x < Math.max(x1, x2),
  );
  const passes = near.flatMap(({ y, height }) => [y - spread, y + height + spread]);
  const detour = (y: number) => Math.abs(y - from.y) + Math.abs(y - to.y);
  return [...new Set([from.y, to.y, ...passes])].sort((a, b) => detour(a) - detour(b));
}

/** The cheapest way: no card crossed if that can be, then short, then straight. */
export function routeEdge(input: RouteInput): readonly Position[] {
  const { from, to, obstacles, ends } = input;
  if (from.y === to.y && to.x > from.x && !obstacles.some((rect) => hits(from, to, rect))) return [from, to];
  const x1 = from.x + stub + input.lane * lane;
  const x2 = to.x - stub - 4;
  const reach = obstacles.filter(
    ({ x, width }) => x + width > Math.min(x1, x2, from.x) - stub && x < Math.max(x1, x2, to.x) + stub,
  );
  const simple = steps(input);
  const best = { points: simple[0] ?? around(from, to, x1, to.y, x2), cost: Number.POSITIVE_INFINITY };
  const consider = (points: readonly Position[]) => {
    const cost = costOf(points, reach, ends, best.cost);
    if (cost < best.cost) Object.assign(best, { points, cost });
  };
  for (const points of simple) consider(points);
  // The heights come by their detour: the first that crosses nothing is the shortest that does.
  for (const y of best.cost < crossingCost ? [] : heights({ ...input, obstacles: reach }, x1, x2)) {
    consider(around(from, to, x1, y, x2));
    if (best.cost < crossingCost) break;
  }
  return best.points;
}

/** The middle of the way, for a label or a button. */
export function middleOf(points: readonly Position[]): Position {
  let longest: readonly [Position, Position] | undefined;
  let most = -1;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    // A label lies along a level piece: an upright one of the same length is the worse place.
    const length = Math.abs(a.x - b.x) * 2 + Math.abs(a.y - b.y);
    if (length > most) [longest, most] = [[a, b], length];
  }
  const [a, b] = longest ?? [points[0] ?? { x: 0, y: 0 }, points.at(-1) ?? { x: 0, y: 0 }];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Distance of a point to the way; only level and upright pieces are known. */
export function distanceTo(points: readonly Position[], { x, y }: Position): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    const dx = between(x, a.x, b.x) ? 0 : Math.min(Math.abs(x - a.x), Math.abs(x - b.x));
    const dy = between(y, a.y, b.y) ? 0 : Math.min(Math.abs(y - a.y), Math.abs(y - b.y));
    least = Math.min(least, Math.hypot(dx, dy));
  }
  return least;
}

/** The SVG path with rounded corners. */
export function pathOf(points: readonly Position[], radius = 8): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, index) => {
    const before = points[index] as Position;
    const after = rest[index + 1];
    if (after === undefined) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const into = Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
    const out = Math.abs(after.x - point.x) + Math.abs(after.y - point.y);
    const r = Math.min(radius, into / 2, out / 2);
    const toward = (other: Position) => ({
      x: point.x + Math.sign(other.x - point.x) * r,
      y: point.y + Math.sign(other.y - point.y) * r,
    });
    const [start, end] = [toward(before), toward(after)];
    path += `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return path;
}
