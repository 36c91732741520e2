/** Generators for property tests: facts, and well-formed conditions over every operator. Not part of any entry. */
import type { Condition, ConditionLeaf, Json } from "@sluice/schemas";
import * as fc from "fast-check";
import { decorators } from "./decorators.ts";
import type { Facts } from "./evaluation.ts";
import { builtInOperators } from "./operator-list.ts";

/** The instant of generated evaluations. */
export const testNow = Date.UTC(2026, 10, 11, 12);

/** Open in even hours, so that `withinCalendar` is true about half the time. */
export const testCalendars = { even: { isOpen: (at: number) => Math.floor(at / 3_600_000) % 2 === 0 } };

const words = [
  "退款",
  "退货",
  "發票",
  "发票",
  "不退款",
  "ＶＩＰ",
  "vip",
  "没收到",
  "Straße",
  "a",
  "",
  "１２",
  "12",
];

/** Short texts made of words that meet each other often. */
export const text = fc
  .array(fc.constantFrom(...words, " ", "。"), { maxLength: 5 })
  .map((parts) => parts.join(""));

const numbers = fc.constantFrom(-1, 0, 1, 2, 2.5, 10, testNow, testNow - 60_000, testNow - 7_200_000, 1e300);
const instants = fc.constantFrom(
  "2026-11-11T12:00:00Z",
  "2026-11-11T19:00:00+08:00",
  "2027-01-01T00:00Z",
  "soon",
);
const scalar = fc.oneof(text, numbers, fc.boolean(), fc.constant(null), instants);
const list = fc.array(scalar, { maxLength: 4 });
const inner = fc.oneof(
  scalar,
  list,
  fc.record({ b: fc.oneof(scalar, list), "c-d": list }, { noNullPrototype: true }),
);

/** Any value a fact may have. */
export const factValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 3, arbitrary: list },
  {
    weight: 2,
    arbitrary: fc.record({ a: inner, list: fc.array(inner, { maxLength: 3 }) }, { noNullPrototype: true }),
  },
);

export const factIds = [
  "ticket.text",
  "ticket.tags",
  "order.amount",
  "ticket.createdAt",
  "vars.x",
  "toString",
];

/** Some of the facts; the others are missing, one may be there as `undefined`. */
export const facts: fc.Arbitrary<Facts> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...factIds),
      fc.oneof({ weight: 9, arbitrary: factValue }, { weight: 1, arbitrary: fc.constant(undefined) }),
    ),
    {
      maxLength: 6,
    },
  )
  .map((entries) => Object.fromEntries(entries));

const keywords = fc.array(text, { maxLength: 4 });
const patterns = fc.constantFrom("退.", "^a*$", "(?i)VIP", "\\d+", "(a|aa)+$", "");
const durations = fc.constantFrom("PT1M", "PT2H", "P1D", "P1W", "PT0.5S");

/** A usable value for each operator. */
export const valueFor: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  in: list,
  notIn: list,
  intersects: list,
  includesAll: list,
  lessThan: fc.oneof(numbers, text),
  lessThanInclusive: fc.oneof(numbers, text),
  greaterThan: fc.oneof(numbers, text),
  greaterThanInclusive: fc.oneof(numbers, text),
  containsText: text,
  containsAnyText: keywords,
  containsAllText: keywords,
  containsUnnegatedText: fc.oneof(keywords, text),
  startsWith: text,
  endsWith: text,
  matches: patterns,
  between: fc.oneof(fc.tuple(numbers, numbers), fc.tuple(instants, instants)),
  before: fc.oneof(numbers, instants),
  after: fc.oneof(numbers, instants),
  withinLast: durations,
  withinCalendar: fc.constantFrom("even", "24x7"),
  isPresent: fc.boolean(),
};

const path = fc.option(
  fc.constantFrom("$.a", "$.a.b", "$.list[0]", "$.list[1].c-d[0]", "$", "$.list.length"),
  {
    nil: undefined,
    freq: 3,
  },
);

const withPath = <T extends object>(leaf: T, at: string | undefined) =>
  at === undefined ? leaf : { ...leaf, path: at };

const reference = fc
  .tuple(fc.constantFrom(...factIds), path)
  .map(([fact, at]) => withPath({ fact }, at) as unknown as Json);

const chain = fc.array(fc.constantFrom(...decorators.map(({ id }) => id)), { maxLength: 3 });
const listed = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.array(value, { maxLength: 3 });

const leaf: fc.Arbitrary<ConditionLeaf> = fc
  .tuple(
    fc.constantFrom(...builtInOperators.map(({ id }) => id)),
    fc.oneof(fc.constant([] as string[]), chain),
  )
  .chain(([id, names]) => {
    const plain = valueFor[id] ?? scalar;
    const depth = names.filter((name) => name === "someValue" || name === "everyValue").length;
    const literal = Array.from({ length: depth }).reduce<fc.Arbitrary<Json>>(
      listed,
      plain as fc.Arbitrary<Json>,
    );
    return fc.record({
      fact: fc.constantFrom(...factIds),
      operator: fc.constant([...names, id].join(":")),
      value: fc.oneof({ weight: 6, arbitrary: literal }, { weight: 1, arbitrary: reference }),
      path,
    });
  })
  .map(({ path: at, ...rest }) => withPath(rest, at) as ConditionLeaf);

/** Well-formed conditions; leaves may name the segments given. */
export const conditionOver = (segments: readonly string[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 5, arbitrary: leaf },
      { weight: 2, arbitrary: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
      { weight: 2, arbitrary: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
      { weight: 1, arbitrary: tie("tree").map((not) => ({ not })) },
      ...(segments.length > 0
        ? [{ weight: 1, arbitrary: fc.constantFrom(...segments).map((condition) => ({ condition })) }]
        : []),
    ),
  })).tree;

/** A condition with the segments that it may name, which do not form a cycle. */
export const conditionWithSegments = fc
  .tuple(conditionOver([]), conditionOver(["base"]), conditionOver(["base", "upper"]))
  .map(([base, upper, when]) => ({ when, segments: { base, upper } }));
