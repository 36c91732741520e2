/** The proofs against the evaluator itself: whatever lint claims of conditions must hold for every ticket tried. */
import type { Condition } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileConditions } from "../../rules/conditions.ts";
import { holdsAlways } from "./always.ts";
import { contradictedFact } from "./contradiction.ts";
import { implies } from "./implies.ts";
import { PropositionReader } from "./proposition.ts";
import { findShadows } from "./shadows.ts";

const words = ["退", "退款", "不退款", "退款!", "REFUND", "ｒｅｆｕｎｄ", "货"] as const;
const scalars = ["退款", "a", "", 1, 2, 3, "2", true, null] as const;
const word = fc.constantFrom(...words);
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
const number = fc.constantFrom(0, 1, 2, 3);
const scalar = fc.constantFrom(...scalars);

const leafOf = (operators: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc.record({
    fact: fc.constantFrom("a", "b"),
    operator: fc.constantFrom(...operators.flatMap((one) => [one, one, `not:${one}`])),
    value,
  });
const leaf = fc.oneof(
  leafOf(["containsText", "startsWith", "endsWith", "containsUnnegatedText"], word),
  leafOf(["containsAnyText", "containsAllText", "containsUnnegatedText"], list(word)),
  leafOf(["equal", "notEqual", "contains", "doesNotContain"], scalar),
  leafOf(["in", "notIn", "intersects", "includesAll"], list(scalar)),
  leafOf(["greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive"], number),
  leafOf(["between"], fc.tuple(number, number)),
  leafOf(["isPresent"], fc.boolean()),
);

const segments = {
  s: {
    any: [
      { fact: "a", operator: "equal", value: 1 },
      { fact: "a", operator: "containsText", value: "退" },
    ],
  },
} as const;
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    leaf as fc.Arbitrary<Condition>,
    fc.constant<Condition>({ condition: "s" }),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie("tree").map((not): Condition => ({ not })),
  ),
})).tree;

const values: readonly unknown[] = [
  undefined,
  ...scalars,
  ...words,
  "我不退款了",
  "x退款y货",
  2.5,
  "3",
  [],
  [1],
  ["a"],
  [1, 2, "a"],
  ["退款", 3, true, null, ""],
];
const tickets = values.flatMap((a) => values.map((b) => ({ a, b })));
const passing = (when: Condition) => {
  const { test } = compileConditions(when, { segments });
  return tickets.map((facts) => test(facts));
};
const read = (when: Condition) => new PropositionReader(segments).read(when);

describe("what lint concludes about conditions", () => {
  it("implies only what follows for every ticket", () => {
    let proven = 0;
    fc.assert(
      fc.property(condition, condition, (later, earlier) => {
        if (!implies(read(later), read(earlier), { steps: 10_000 })) return;
        proven += 1;
        const covered = passing(earlier);
        expect(passing(later).every((holds, index) => !holds || covered[index])).toBe(true);
      }),
      { numRuns: 6_000 },
    );
    expect(proven).toBeGreaterThan(100);
  });

  it("calls impossible only what no ticket meets, and certain only what every ticket does", () => {
    let impossible = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 4 }), (all) => {
        if (contradictedFact(read({ all })) !== undefined) {
          impossible += 1;
          expect(passing({ all })).not.toContain(true);
        }
        if (holdsAlways(read({ any: all }))) expect(passing({ any: all })).not.toContain(false);
      }),
      { numRuns: 2_000 },
    );
    expect(impossible).toBeGreaterThan(50);
  });

  it("finds by its index every shadow that a scan of all pairs finds", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 12 }), (whens) => {
        const reader = new PropositionReader(segments);
        const entries = whens.map((when) => ({ when: reader.read(when), ends: true, from: 0, until: 1 }));
        const shadows = findShadows(entries);
        const covered = entries.flatMap(({ when }, index) =>
          entries.slice(0, index).some((one) => implies(when, one.when, { steps: 10_000 })) ? [index] : [],
        );
        found += covered.length;
        expect([...shadows.keys()]).toEqual(covered);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
