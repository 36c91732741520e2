/** Generators for whole rulesets and tickets whose words, values and ranges meet each other often. Not part of any entry. */
import type { ClassificationRule, ClassificationSpec, Condition, Json } from "@sluice/schemas";
import * as fc from "fast-check";
import type { ClassificationLayer } from "../classification-rules.ts";
import type { Facts } from "../evaluation.ts";
import { conditionOver, factIds, factValue, facts as oddFacts, testNow } from "../testing.ts";

/** Words that contain, overlap and negate each other, in several scripts and widths; two longer than an index holds. */
const words = [
  ...[
    "退",
    "退款",
    "退款中",
    "款中",
    "中退",
    "不退款",
    "没",
    "没收到",
    "收到",
    "无需",
    "要退",
    "發票",
    "发票",
    "開發票",
  ],
  ...[
    "a",
    "aa",
    "aaa",
    "aab",
    "ＶＩＰ",
    "vip客户",
    "Straße",
    "ss",
    "café",
    "cafe\u0301",
    "ﾞ",
    "カﾞ",
    "😀",
    "😀退",
    "①",
    "㎏",
  ],
  ...["\u0000", " ", "。", `${"长".repeat(70)}`, `${"长".repeat(64)}短`],
];
const separators = [
  "",
  "",
  "",
  "不",
  "没",
  "别",
  "不要",
  "无需",
  "無需",
  " ",
  "，",
  "\n",
  "\u0301",
  "\ud800",
];

const word = fc.constantFrom(...words);
const wordsList = fc.array(word, { minLength: 1, maxLength: 4 });
const long = fc.constantFrom("长".repeat(70), `${"长".repeat(64)}短`, "长".repeat(200));

/** A text made of the words, in the customer's spelling. */
const text = fc
  .array(
    fc.tuple(
      fc.constantFrom(...separators),
      fc.oneof({ weight: 12, arbitrary: word }, { weight: 1, arbitrary: long }),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.flat().join(""));

const channels = ["taobao", "jd", "pdd", "douyin", "1", "true", ""];
const scalars: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(...channels, 0, 1, -1, 100, true, false, null);
const amounts = fc.constantFrom(-1, 0, 1, 2.5, 99, 100, 101, 1_000, 1e300);
const instants = fc.integer({ min: -3, max: 3 }).chain((hours) => {
  const at = testNow + hours * 3_600_000;
  return fc.constantFrom<Json[]>(at, new Date(at).toISOString());
});

const leafOver = (fact: string, operator: string, value: fc.Arbitrary<Json>): fc.Arbitrary<Condition> =>
  value.map((one) => ({ fact, operator, value: one }));
const one = <T>(...of: fc.Arbitrary<T>[]) => fc.oneof(...of);
const textFact = fc.constantFrom("ticket.text", "ticket.subject");
const list = fc.array(scalars, { minLength: 1, maxLength: 12 });

const textLeaf: fc.Arbitrary<Condition> = textFact.chain((fact) =>
  one(
    ...["containsText", "startsWith", "endsWith", "containsUnnegatedText"].map((id) =>
      leafOver(fact, id, word),
    ),
    ...["containsAnyText", "containsAllText", "containsUnnegatedText"].map((id) =>
      leafOver(fact, id, wordsList),
    ),
  ),
);
const valueLeaf = one(
  ...["equal", "notEqual"].map((id) => leafOver("ticket.channel", id, scalars)),
  ...["in", "notIn"].map((id) => leafOver("ticket.channel", id, list)),
  ...["contains", "doesNotContain"].map((id) => leafOver("ticket.tags", id, scalars)),
  ...["intersects", "includesAll"].map((id) => leafOver("ticket.tags", id, list)),
  leafOver("crm.risk", "equal", scalars),
  leafOver("crm.tags", "intersects", list),
  leafOver("ticket.tags", "isPresent", fc.boolean()),
);
const rangeLeaf = one(
  ...["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "equal"].map((id) =>
    leafOver("order.amount", id, amounts),
  ),
  leafOver("order.amount", "between", fc.tuple(amounts, amounts)),
  ...["before", "after"].map((id) => leafOver("ticket.createdAt", id, instants)),
  leafOver("ticket.createdAt", "between", fc.tuple(instants, instants)),
  leafOver("ticket.createdAt", "withinLast", fc.constantFrom("PT1H", "PT2H")),
);
const leaf = fc.oneof(
  { weight: 6, arbitrary: textLeaf },
  { weight: 4, arbitrary: valueLeaf },
  { weight: 3, arbitrary: rangeLeaf },
  { weight: 1, arbitrary: conditionOver([]) },
);

/** Conditions that an index can do much with, and some that it cannot. */
const treeOver = (segments: readonly string[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 6, arbitrary: leaf },
      { weight: 4, arbitrary: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
      { weight: 3, arbitrary: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
      { weight: 1, arbitrary: tie("tree").map((not) => ({ not })) },
      ...(segments.length > 0
        ? [{ weight: 2, arbitrary: fc.constantFrom(...segments).map((condition) => ({ condition })) }]
        : []),
    ),
  })).tree;

const tags = fc.array(fc.constantFrom("a", "b", "c", "__proto__", "1"), { maxLength: 2 });
const gives = {
  addTags: tags,
  category: fc.constantFrom("x", "y"),
  priority: fc.constantFrom("P0", "P1", "P2", "P3"),
  fields: fc.dictionary(fc.constantFrom("k", "l", "constructor"), fc.integer()),
};
const dates = fc.constantFrom(null, "2026-11-11T11:30:00Z", "2026-11-11T12:00:00Z", "2026-11-11T12:30:00Z");
const body = fc.record(
  {
    when: treeOver(["base", "upper"]),
    // Most rules go on: a list that ends at once tests little.
    then: fc.record(
      { ...gives, stop: fc.constantFrom(true, ...Array<boolean>(9).fill(false)) },
      { requiredKeys: [] },
    ),
    enabled: fc.constantFrom(true, true, true, false),
    activeFrom: dates,
    activeUntil: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: dates }),
  },
  { requiredKeys: ["when", "then"] },
);

const rulesNamed = (prefix: string, maxLength: number): fc.Arbitrary<ClassificationRule[]> =>
  fc
    .array(body, { maxLength })
    .map((bodies) =>
      bodies.map((rule, index) => ({ id: `${prefix}${index}`, ...rule }) as ClassificationRule),
    );

export interface GeneratedRuleset {
  readonly spec: ClassificationSpec;
  readonly segments: Readonly<Record<string, Condition>>;
  readonly layers: readonly ClassificationLayer[];
}

const layer: fc.Arbitrary<ClassificationLayer> = rulesNamed("campaign-", 3).map((prepend) => ({
  campaign: "double-11",
  phase: "opening",
  prepend,
  from: testNow,
  until: testNow + 1_000,
}));

/** A ruleset of up to a dozen rules over two segments, sometimes with a campaign's rules before it. */
export const ruleset: fc.Arbitrary<GeneratedRuleset> = fc
  .record({
    mode: fc.constantFrom("all", "all", "first"),
    priority: fc.constantFrom("most-urgent", "first"),
    rules: rulesNamed("r", 12),
    otherwise: fc.record(gives, { requiredKeys: [] }),
    base: treeOver([]),
    upper: treeOver(["base"]),
    layers: fc.array(layer, { maxLength: 1 }),
  })
  .map(({ base, upper, layers, ...spec }) => ({
    spec: spec as ClassificationSpec,
    segments: { base, upper },
    layers,
  }));

/** A well-formed ticket; any fact may be missing. */
export const ticketFacts: fc.Arbitrary<Facts> = fc.record(
  {
    "ticket.text": text,
    "ticket.subject": text,
    "ticket.channel": fc.constantFrom(...channels),
    "ticket.tags": fc.array(scalars, { maxLength: 3 }),
    "ticket.createdAt": instants,
    "order.amount": amounts,
    "vars.x": factValue,
    "crm.risk": scalars,
    "crm.tags": list,
  },
  { requiredKeys: [] },
);

const wrong: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown[]>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    10n,
    "12 pieces",
    " 99",
    "100",
    "1e2",
    "0x10",
  ),
  fc.constantFrom<unknown[]>(undefined, null, true, [], [[]], [100], ["100"], {}, Symbol.iterator, () => 1),
  fc.constantFrom<unknown[]>(
    { toString: 1, valueOf: 2 },
    { valueOf: () => 100, toString: () => "100" },
    new Date(testNow),
  ),
  fc.array(fc.oneof(scalars, fc.constantFrom<unknown[]>(Number.NaN, undefined, [])), { maxLength: 4 }),
  factValue,
);

/** Facts of the wrong types, with strange numbers, objects and texts. */
export const hostileFacts: fc.Arbitrary<Facts> = fc.oneof(
  fc.record(
    Object.fromEntries(
      [
        "ticket.text",
        "ticket.subject",
        "ticket.channel",
        "ticket.tags",
        "ticket.createdAt",
        "order.amount",
        "crm.risk",
        "crm.tags",
        ...factIds,
      ].map((id) => [id, wrong]),
    ),
    { requiredKeys: [] },
  ),
  oddFacts,
);
