import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceTo, middleOf, pathOf, type Rect, routeEdge } from "./route-edge.ts";

const card = (x: number, y: number): Rect => ({ x, y, width: 208, height: 60 });
const route = (source: Rect, target: Rect, obstacles: Rect[] = [], lane = 0) =>
  routeEdge({
    from: { x: source.x + source.width, y: source.y + 30 },
    to: { x: target.x, y: target.y + 30 },
    ends: [source, target],
    obstacles,
    lane,
  });

const inside = (points: readonly { x: number; y: number }[], rect: Rect) =>
  points.slice(1).some((b, index) => {
    const a = points[index] ?? b;
    return (
      Math.max(a.x, b.x) > rect.x &&
      Math.min(a.x, b.x) < rect.x + rect.width &&
      Math.max(a.y, b.y) > rect.y &&
      Math.min(a.y, b.y) < rect.y + rect.height
    );
  });

describe("the way of an edge", () => {
  it("is straight between neighbours", () => {
    expect(route(card(0, 0), card(260, 0))).toEqual([
      { x: 208, y: 30 },
      { x: 260, y: 30 },
    ]);
  });

  it("turns once between two columns", () => {
    const points = route(card(0, 0), card(260, 120));
    expect(points).toHaveLength(4);
    expect(points[1]?.x).toBe(points[2]?.x);
  });

  it("goes around a card between", () => {
    const between = card(260, 0);
    const points = route(card(0, 0), card(520, 0), [between]);
    expect(inside(points, between)).toBe(false);
    expect(points.length).toBeGreaterThan(2);
  });

  it("goes back around both its ends", () => {
    const [source, target] = [card(520, 0), card(0, 0)];
    const points = route(source, target);
    expect(inside(points.slice(1, -1), source)).toBe(false);
    expect(inside(points.slice(1, -1), target)).toBe(false);
  });

  it("crosses no card of a grid, and has only right angles", () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.uniqueArray(cell, { minLength: 2, maxLength: 20, selector: String }), (cells) => {
        const [source, target, ...others] = cells.map(([column, row]) => card(column * 280, row * 120));
        if (source === undefined || target === undefined) return;
        const points = route(source, target, others);
        for (const rect of others) expect(inside(points, rect)).toBe(false);
        points.slice(1).forEach((point, index) => {
          const before = points[index];
          expect(point.x === before?.x || point.y === before?.y).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});

it("has its middle on its longest level piece, and knows who is near", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 60 },
    { x: 120, y: 60 },
  ];
  expect(middleOf(points)).toEqual({ x: 70, y: 60 });
  expect(distanceTo(points, { x: 70, y: 64 })).toBe(4);
  expect(pathOf(points)).toBe("M0 0L12 0Q20 0 20 8L20 52Q20 60 28 60L120 60");
});
