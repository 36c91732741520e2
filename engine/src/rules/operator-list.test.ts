import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decorators } from "./decorators.ts";
import { Evaluation } from "./evaluation.ts";
import { toInstant } from "./instant.ts";
import { looseNumber } from "./loose-compare.ts";
import type { IndexHint } from "./operator.ts";
import { builtInOperators } from "./operator-list.ts";
import { factValue, testCalendars, testNow, valueFor } from "./testing.ts";
import { isUnnegated } from "./text/negation.ts";
import { normaliseText } from "./text/normalise.ts";

const modules = (
  import.meta as unknown as {
    glob(pattern: string, options: { eager: true }): Record<string, Record<string, unknown>>;
  }
).glob("./operators/*.ts", { eager: true });
const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const context = { calendars: testCalendars };
const evaluation = () => new Evaluation({}, { now: testNow });

describe("the list of operators", () => {
  it("names exactly the files of the folder, each exporting its operator", () => {
    const listed = builtInOperators.map(({ id }) => `./operators/${kebab(id)}.ts`);
    expect(listed.toSorted()).toEqual(Object.keys(modules).toSorted());
    for (const operator of builtInOperators)
      expect(Object.values(modules[`./operators/${kebab(operator.id)}.ts`] ?? {})).toEqual([operator]);
  });

  it("has ten operators and six decorators of json-rules-engine, fifteen of ours, no id twice", () => {
    expect(new Set(builtInOperators.map(({ id }) => id)).size).toBe(25);
    expect(decorators.map(({ id }) => id).toSorted()).toEqual(
      ["everyFact", "everyValue", "not", "someFact", "someValue", "swap"].toSorted(),
    );
  });
});

const itemsOf = (actual: unknown): readonly unknown[] => (Array.isArray(actual) ? actual : []);

/** What a hint says of a fact. */
function says(hint: IndexHint, actual: unknown): boolean {
  if (hint.type === "keywords") {
    if (typeof actual !== "string") return false;
    const text = normaliseText(actual);
    const stands = (keyword: string) =>
      hint.unnegated
        ? [...text].some((_, at) => text.startsWith(keyword, at) && isUnnegated(text, at))
        : text.includes(keyword);
    return hint.need === "all" ? hint.keywords.every(stands) : hint.keywords.some(stands);
  }
  if (hint.type === "values") {
    if (hint.of === "fact") return hint.values.some((value) => value === actual);
    const has = (value: unknown) => itemsOf(actual).includes(value);
    return hint.of === "allItems" ? Array.isArray(actual) && hint.values.every(has) : hint.values.some(has);
  }
  const at = (hint.as === "number" ? looseNumber(actual) : toInstant(actual)) ?? Number.NaN;
  return (hint.fromOpen ? at > hint.from : at >= hint.from) && (hint.toOpen ? at < hint.to : at <= hint.to);
}

describe.each(builtInOperators.map((operator) => [operator.id, operator] as const))(
  "operator %s",
  (id, operator) => {
    const usable = valueFor[id] ?? factValue;

    it("is labelled in both languages and is plain JSON in the catalog", () => {
      expect(operator.label.zh).not.toBe("");
      expect(operator.label.en).not.toBe("");
      expect(operator.factTypes.length).toBeGreaterThan(0);
      const { label, help, factTypes, value } = operator;
      expect(JSON.parse(JSON.stringify({ label, help, factTypes, value }))).toEqual(
        help ? { label, help, factTypes, value } : { label, factTypes, value },
      );
    });

    it("answers true or false for any value and any fact, the same each time", () => {
      fc.assert(
        fc.property(
          fc.oneof(usable, factValue, fc.jsonValue()),
          fc.oneof(factValue, fc.jsonValue()),
          (value, actual) => {
            const prepared = operator.prepare(value, context);
            const result = prepared.test(actual, evaluation());
            expect(typeof result).toBe("boolean");
            expect(operator.prepare(value, context).test(actual, evaluation())).toBe(result);
          },
        ),
        { numRuns: 300 },
      );
    });

    it("keeps what its index hint and its positions promise", () => {
      fc.assert(
        fc.property(fc.oneof(usable as fc.Arbitrary<unknown>, factValue), factValue, (value, actual) => {
          const prepared = operator.prepare(value, context);
          const holds = prepared.test(actual, evaluation());
          const hint = operator.hint?.(value);
          if (hint?.exact) expect(says(hint, actual)).toBe(holds);
          if (!holds) return;
          if (hint) expect(says(hint, actual)).toBe(true);
          if (prepared.matches && typeof actual === "string" && value !== "") {
            const found = prepared.matches(actual);
            expect(found.length).toBeGreaterThan(0);
            for (const { start, end } of found) expect(start <= end && end <= actual.length).toBe(true);
          }
        }),
        { numRuns: 500 },
      );
    });
  },
);
