import fc from "fast-check";
import { expect, it } from "vitest";
import { change } from "../../editor/history.ts";
import { applyDelta, deltaOf } from "./document-delta.ts";

const json = fc.jsonValue({ maxDepth: 4 });

it("makes the later value of the earlier, whatever they are", () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const delta = structuredClone(deltaOf(before, after));
      expect(applyDelta(before, delta)).toEqual(after);
    }),
    { numRuns: 1_000 },
  );
});

it("keeps every item of a list that stayed, wherever it went, as the very same object", () => {
  const items = fc.array(fc.record({ id: fc.nat(), when: json }), { minLength: 1, maxLength: 12 });
  const deed = fc.tuple(fc.constantFrom("edit", "remove", "insert", "move"), fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(items, fc.array(deed, { minLength: 1, maxLength: 5 }), (list, deeds) => {
      let drawn = { spec: { rules: list } };
      let there: unknown = structuredClone(drawn);
      for (const [what, a, b] of deeds) {
        const next = change(drawn, ({ spec: { rules } }) => {
          const at = a % Math.max(1, rules.length);
          const held = rules[at];
          if (what === "edit" && held) held.id += 1;
          if (what === "remove") rules.splice(at, 1);
          if (what === "insert") rules.splice(at, 0, { id: b, when: null });
          if (what === "move" && held) rules.splice(b % rules.length, 0, ...rules.splice(at, 1));
        })?.value;
        if (!next) continue;
        const earlier = (there as typeof drawn).spec.rules;
        const places = new Map(drawn.spec.rules.map((item, at) => [item, at]));
        there = applyDelta(there, structuredClone(deltaOf(drawn, next)));
        const { rules } = (there as typeof drawn).spec;
        for (const [at, item] of next.spec.rules.entries()) {
          const from = places.get(item);
          if (from !== undefined) expect(rules[at]).toBe(earlier[from]);
        }
        expect(there).toEqual(next);
        drawn = next;
      }
    }),
    { numRuns: 400 },
  );
});

it("of one edit in two thousand rules is small", () => {
  const rules = Array.from({ length: 2_000 }, (_, id) => ({ id, when: { all: [{ fact: "a", value: id }] } }));
  const before = { name: "big", spec: { rules } };
  const after = change(before, (draft) => {
    const rule = draft.spec.rules[1_000];
    if (rule) rule.id = -1;
  })?.value;
  expect(JSON.stringify(deltaOf(before, after)).length).toBeLessThan(300);
});
