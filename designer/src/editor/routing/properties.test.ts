import { parseDocument } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { change, type HistoryEntry, travel } from "../history.ts";
import { drawingOf, specOf } from "./lanes.ts";
import { anyCommand, anyPolicy } from "./random-edits.fixture.ts";
import type { RoutingDocument } from "./routes.ts";
import { orderFault } from "./steps.ts";

const documentOf = (spec: RoutingDocument["spec"]): RoutingDocument => ({
  kind: "routing",
  key: "edited",
  name: "edited",
  formatVersion: 1,
  spec,
});

const first = documentOf({
  routes: [
    {
      id: "r0",
      name: "first",
      steps: [{ sticky: "P7D" }, { group: "senior", timeout: "PT5M" }, { pool: "general" }],
    },
    { id: "r1", steps: [{ group: "rapid" }] },
  ],
  fallback: { pool: "general" },
  pools: { general: { groups: ["*"] }, overflow: {} },
});

/** mulberry32: small, fast and the same everywhere. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function edit(seed: number, commands: number) {
  const draw = drawFrom(seed);
  const entries: HistoryEntry[] = [];
  let document = first;
  for (let count = 0; count < commands; count += 1) {
    const command = anyCommand(document, draw);
    if (command.refuse?.(document) !== undefined) continue;
    const changed = change(document, (draft) => command.apply(draft as never));
    if (changed === undefined) continue;
    document = changed.value;
    entries.push({ label: command.label, forward: changed.forward, backward: changed.backward });
  }
  return { document, entries };
}

/** What every drawing keeps, whatever was done to it. */
function expectSound({ spec }: RoutingDocument): void {
  const ids = spec.routes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(spec.pools)).toContain(spec.fallback.pool);
  for (const { steps } of spec.routes) {
    expect(orderFault(steps)).toBeUndefined();
    for (const step of steps) if ("pool" in step) expect(Object.keys(spec.pools)).toContain(step.pool);
  }
}

describe("any thousand commands", () => {
  it("leave a sound policy, and as many undos lead back exactly", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { document, entries } = edit(seed, 1_000);
        expect(parseDocument(document)).toMatchObject({ ok: true });
        expectSound(document);
        const history = { entries, position: entries.length };
        const back = travel(document, history, 0);
        expect(back.value).toEqual(first);
        expect(travel(back.value, back.history, entries.length).value).toEqual(document);
      }),
      { numRuns: 15 },
    );
  });

  it("do something: at least a quarter of them change the policy", () => {
    expect(edit(1, 1_000).entries.length).toBeGreaterThan(250);
  });
});

describe("the drawing", () => {
  it("of any valid policy can be written down again, word for word", () => {
    fc.assert(
      fc.property(anyPolicy, (spec) => {
        expect(parseDocument(documentOf(spec))).toMatchObject({ ok: true });
        expect(JSON.parse(JSON.stringify(specOf(drawingOf(spec))))).toEqual(JSON.parse(JSON.stringify(spec)));
      }),
      { numRuns: 300 },
    );
  });

  it("says what leads on from each step, and where a lane runs out", () => {
    const { lanes } = drawingOf(first.spec);
    expect(lanes[0]?.cards.map(({ kind, arrow }) => [kind, arrow])).toEqual([
      ["sticky", { type: "atOnce" }],
      ["group", { type: "timeout", after: "PT5M" }],
      ["pool", { type: "end" }],
    ]);
    expect(lanes[1]?.cards[0]?.arrow).toEqual({ type: "never" });
    expect(lanes.map(({ endsInFallback }) => endsInFallback)).toEqual([false, false]);
    const timed = drawingOf({
      ...first.spec,
      routes: [{ id: "t", steps: [{ group: "g", timeout: "PT1M" }] }],
    });
    expect(timed.lanes[0]?.endsInFallback).toBe(true);
  });
});
