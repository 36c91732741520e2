import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { emptyHistory, type History, type HistoryEntry } from "../editor/history.ts";
import { boundedHistory, fingerprintOf, keepHistory, keptHistory } from "./kept-history.ts";

const entry = (value: string): HistoryEntry => ({
  label: { key: "editor.commands.rename" },
  forward: [{ op: "replace", path: ["name"], value }],
  backward: [{ op: "replace", path: ["name"], value: "" }],
});
const lengthOf = ({ entries }: History) => entries.reduce((sum, it) => sum + JSON.stringify(it).length, 0);

describe("a kept history", () => {
  it("is known by what the document says, not by the order of its keys", () => {
    const name = fingerprintOf({ a: 1, b: { c: [1, 2], d: "x" } });
    expect(fingerprintOf({ b: { d: "x", c: [1, 2] }, a: 1 })).toBe(name);
    expect(fingerprintOf({ b: { d: "x", c: [2, 1] }, a: 1 })).not.toBe(name);
  });

  it("forgets the oldest entries first and stays within its bound", () => {
    const histories = fc
      .array(fc.string({ maxLength: 40 }).map(entry))
      .chain((entries) => fc.record({ entries: fc.constant(entries), position: fc.nat(entries.length) }));
    fc.assert(
      fc.property(histories, fc.nat(3_000), (history, limit) => {
        const kept = boundedHistory(history, limit);
        expect(lengthOf(kept)).toBeLessThanOrEqual(limit);
        // What is left is the end of what was there, and the place in it is the same.
        const dropped = history.entries.length - kept.entries.length;
        expect(kept.entries).toEqual(history.entries.slice(dropped));
        if (kept !== emptyHistory) expect(kept.position).toBe(history.position - dropped);
        expect(kept.position).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("keeps everything where it fits", () => {
    const history = { entries: [entry("a"), entry("b")], position: 1 };
    expect(boundedHistory(history)).toEqual(history);
  });
});

describe("a history that is kept", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is its owner's alone", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    });
    const of = { owner: "ann", kind: "workflow", key: "k" } as const;
    const history = { entries: [entry("a")], position: 1 };
    keepHistory(of, { name: "a" }, history);
    expect(keptHistory(of, { name: "a" })).toEqual(history);
    expect(keptHistory({ ...of, owner: "bob" }, { name: "a" })).toEqual(emptyHistory);
  });
});
