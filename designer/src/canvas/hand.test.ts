import type { NodeChange } from "@xyflow/react";
import { describe, expect, it } from "vitest";
import type { CanvasNode } from "./drawing-model.ts";
import { emptyHand, shiftOf, takeInHand } from "./hand.ts";
import { createStore } from "./store.ts";
import { mergeNodes } from "./use-flow-nodes.ts";

const move = (id: string, x: number, y: number, dragging = true): NodeChange<CanvasNode> => ({
  type: "position",
  id,
  position: { x, y },
  dragging,
});

const card = (id: string, x: number, more: object = {}): CanvasNode =>
  ({ id, type: "note", position: { x, y: 0 }, data: {}, ...more }) as unknown as CanvasNode;

describe("what is in hand", () => {
  it("lets the first move through and keeps the rest", () => {
    const hand = createStore(emptyHand);
    expect(takeInHand([move("a", 8, 0)], hand)).toEqual([move("a", 8, 0)]);
    expect(takeInHand([move("a", 16, 24)], hand)).toEqual([]);
    const place = hand.get().places.get("a");
    expect(place).toEqual({ from: { x: 8, y: 0 }, to: { x: 16, y: 24 } });
    expect(place && shiftOf(place)).toEqual({ x: 8, y: 24 });
  });

  it("lets go with the last move, which goes through", () => {
    const hand = createStore(emptyHand);
    takeInHand([move("a", 8, 0), move("b", 0, 8)], hand);
    takeInHand([move("a", 16, 0), move("b", 8, 8)], hand);
    expect(hand.get().places.size).toBe(2);
    const last = [move("a", 16, 0, false), move("b", 8, 8, false)];
    expect(takeInHand(last, hand)).toEqual(last);
    expect(hand.get().places.size).toBe(0);
  });

  it("keeps nothing of what is no move", () => {
    const hand = createStore(emptyHand);
    const chosen: NodeChange<CanvasNode> = { type: "select", id: "a", selected: true };
    expect(takeInHand([chosen, move("a", 8, 0)], hand)).toEqual([chosen, move("a", 8, 0)]);
    expect(takeInHand([chosen, move("a", 9, 0)], hand)).toEqual([chosen]);
  });

  it("stays where it is while the drawing changes around it", () => {
    const held = card("a", 40, { dragging: true });
    const [a, b] = mergeNodes([held, card("b", 100)], [card("a", 0), card("b", 120)], null);
    expect(a).toMatchObject({ position: { x: 40 }, dragging: true });
    expect(b).toMatchObject({ position: { x: 120 } });
  });
});
