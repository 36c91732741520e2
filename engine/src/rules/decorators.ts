/**
 * json-rules-engine's six operator decorators. A decorated operator is written `not:equal` or `someFact:in`;
 * the first name is the outermost. Each wraps how the next one is bound to its value.
 *
 * A `someValue` or `everyValue` whose value is no list is never true (json-rules-engine throws there).
 */
import type { Label } from "@sluice/schemas";
import { never, type PreparedOperator } from "./operator.ts";

/** Binds an operator to a value. */
export type Prepare = (value: unknown) => PreparedOperator;

export interface Decorator {
  readonly id: string;
  readonly label: Label;
  readonly decorate: (next: Prepare) => Prepare;
}

/** Positions found by the items of a list say nothing about a text: only these two pass them on. */
const ofAll = (items: readonly PreparedOperator[]) => ({
  matches: (actual: unknown) => items.flatMap((item) => item.matches?.(actual) ?? []),
});

/** The list of decorators, as the catalog shows it. */
export const decorators: readonly Decorator[] = [
  {
    id: "someFact",
    label: { zh: "事实中任一项", en: "some item of the fact" },
    decorate: (next) => (value) => {
      const item = next(value);
      return { test: (actual, e) => Array.isArray(actual) && actual.some((one) => item.test(one, e)) };
    },
  },
  {
    id: "someValue",
    label: { zh: "取值中任一项", en: "some of the values" },
    decorate: (next) => (value) => {
      if (!Array.isArray(value)) return never;
      const items = value.map(next);
      return { ...ofAll(items), test: (actual, e) => items.some((item) => item.test(actual, e)) };
    },
  },
  {
    id: "everyFact",
    label: { zh: "事实中每一项", en: "every item of the fact" },
    decorate: (next) => (value) => {
      const item = next(value);
      return { test: (actual, e) => Array.isArray(actual) && actual.every((one) => item.test(one, e)) };
    },
  },
  {
    id: "everyValue",
    label: { zh: "取值中每一项", en: "every one of the values" },
    decorate: (next) => (value) => {
      if (!Array.isArray(value)) return never;
      const items = value.map(next);
      return { ...ofAll(items), test: (actual, e) => items.every((item) => item.test(actual, e)) };
    },
  },
  {
    id: "swap",
    label: { zh: "交换两侧", en: "sides swapped" },
    decorate: (next) => (value) => ({ test: (actual, e) => next(actual).test(value, e) }),
  },
  {
    id: "not",
    label: { zh: "非", en: "not" },
    decorate: (next) => (value) => {
      const inner = next(value);
      return { test: (actual, e) => !inner.test(actual, e) };
    },
  },
];
