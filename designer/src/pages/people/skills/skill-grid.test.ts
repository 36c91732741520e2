import type { AnyDocument, SkillNeed } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { keyMeaning, levelOf, wantedSkills, withLevel } from "./skill-grid.ts";

const agent = {
  id: "a",
  name: "a",
  groups: ["finance"],
  skills: { invoice: 3 },
  capacity: { chat: 1, ticket: 1 },
};

describe("keys in the grid", () => {
  const press = (key: string, ctrl = false, at = { row: 1, col: 1 }) => keyMeaning({ key, ctrl }, at, 3, 4);
  it("write levels and clear them", () => {
    expect(["1", "5", "Delete", "Backspace", "0"].map((key) => press(key))).toEqual(
      [1, 5, 0, 0, 0].map((level) => ({ type: "level", level })),
    );
    expect([press("6"), press("a"), press("1", true)]).toEqual([undefined, undefined, undefined]);
  });

  it("move, and stop at the edge", () => {
    expect(press("ArrowUp")).toEqual({ type: "go", to: { row: 0, col: 1 } });
    expect(press("ArrowUp", false, { row: 0, col: 0 })).toEqual({ type: "go", to: { row: 0, col: 0 } });
    expect(press("End", true)).toEqual({ type: "go", to: { row: 2, col: 3 } });
    expect(press("PageDown")).toEqual({ type: "go", to: { row: 2, col: 1 } });
  });
});

it("levels are written and taken away without touching the others", () => {
  expect(withLevel(agent, "payment", 2).skills).toEqual({ invoice: 3, payment: 2 });
  expect(withLevel(agent, "invoice", 0).skills).toEqual({});
  expect([levelOf(agent, "invoice"), levelOf(agent, "x")]).toEqual([3, 0]);
});

it("warns of what a live policy needs and nobody of its group has", () => {
  const policy = (skills: SkillNeed[]): AnyDocument => ({
    kind: "routing",
    key: "default",
    name: "",
    formatVersion: 1,
    spec: {
      routes: [{ id: "r", steps: [{ sticky: "P1D" }, { group: "finance", skills }] }],
      fallback: { pool: "p" },
      pools: { p: {} },
    },
  });
  expect([...wantedSkills([policy([{ skill: "invoice", level: 3 }])], [agent])]).toEqual([]);
  expect([...wantedSkills([policy([{ skill: "invoice", level: 4 }])], [agent])]).toEqual([
    ["invoice", { group: "finance", level: 4 }],
  ]);
  const elsewhere = { ...agent, groups: ["vip"] };
  expect(wantedSkills([policy([{ skill: "invoice" }])], [elsewhere]).size).toBe(1);
});
