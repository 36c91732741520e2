/// <reference types="node" />
/** Random conditions over two facts, and every ticket that they are tried on. */
import type { Condition } from "@sluice/schemas";
import * as fc from "fast-check";
import { compileConditions } from "../../rules/conditions.ts";

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

export const segments = {
  s: {
    any: [
      { fact: "a", operator: "equal", value: 1 },
      { fact: "a", operator: "containsText", value: "退" },
    ],
  },
} as const;
export const condition = fc.letrec<{ tree: Condition }>((tie) => ({
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
export const tickets = values.flatMap((a) => values.map((b) => ({ a, b })));
/** Which tickets meet a condition, by the evaluator. */
export const passing = (when: Condition) => {
  const { test } = compileConditions(when, { segments });
  return tickets.map((facts) => test(facts));
};

/** How many cases a property tries: so many times what its test asks for. */
export const cases = (usual: number): number => Math.ceil(usual * Number(process.env.SLUICE_LINT_TIMES ?? 1));
