import { describe, expect, it } from "vitest";
import { firstView } from "./first-view.ts";

const frame = { width: 880, height: 680 };
const bounds = (width: number, height: number) => ({ x: 100, y: 50, width, height });

describe("the first view", () => {
  it("shows a small drawing at its own size, in the middle", () => {
    expect(firstView(bounds(480, 60), frame)).toEqual({ x: 100, y: 260, zoom: 1 });
  });

  it("shows the whole while it can be read", () => {
    expect(firstView(bounds(1_000, 60), frame)).toMatchObject({ x: -68.8, zoom: 0.848 });
    expect(firstView(bounds(848 / 0.6, 60), frame).zoom).toBeCloseTo(0.6);
  });

  it("begins at the left edge where the whole could not be read", () => {
    expect(firstView(bounds(4_000, 60), frame)).toMatchObject({ x: -64, zoom: 0.8 });
  });

  it("never cuts a tall drawing below what it would be whole", () => {
    expect(firstView(bounds(4_000, 6_000), frame).zoom).toBeCloseTo(0.108);
  });
});
