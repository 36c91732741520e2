/** What lint says has no effect must have none: its changes are made, and every ticket is treated as before. */
import {
  type AnyDocument,
  applyPatch,
  type ClassificationRule,
  type Finding,
  type SlaTier,
  type SluiceDocument,
} from "@sluice/schemas";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { documentOf } from "../check/check.fixture.ts";
import { type Classification, compileClassification } from "../rules/classification.ts";
import { calendars } from "../sla/house.fixture.ts";
import { compileSla } from "../sla/policy/policy.ts";
import { cases, condition, passing, segments, tickets } from "./conditions/conditions.fixture.ts";
import { routeListRules, ruleListRules } from "./list-rules.ts";
import { routeListsOf } from "./route-lists.ts";
import { createLintContext } from "./rule.ts";
import { ruleListsOf } from "./rule-lists.ts";
import { tierUnreachable } from "./sla/tier-unreachable.ts";

/** Every pair of values meets in some of them. */
const sample = tickets.filter((_, index) => index % 5 === 0);

const segment = (key: string, when: unknown) => documentOf("segment", { when }, key);
const around: readonly AnyDocument[] = Object.entries(segments).map(([key, when]) => segment(key, when));
const noPeople = { agents: [], groups: [], skills: [], shifts: [] };
const settings = {
  workspace: { name: "", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields: [],
  categories: [],
  channels: [],
  shops: [],
};
const contextOf = (document: AnyDocument) =>
  createLintContext(document, { documents: around, settings, people: noPeople, actions: [], now: 5_000 });

const instant = fc.constantFrom(undefined, null, "1970-01-01T00:00:03Z", "1970-01-01T00:00:08Z");
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const outcome = fc.record(
  {
    addTags: fc.subarray(["x", "y"]),
    category: fc.constantFrom("m", "n"),
    priority: fc.constantFrom("P0", "P1", "P3"),
    fields: fc.dictionary(fc.constantFrom("k", "l"), fc.constantFrom(1, "2")),
    stop: fc.boolean(),
  },
  { requiredKeys: [] },
);
const pool = fc.array(condition, { minLength: 1, maxLength: 4 });
const ruleset = pool.chain((whens) =>
  fc.record({
    mode: fc.constantFrom("all", "first"),
    priority: fc.constantFrom("most-urgent", "first"),
    twin: fc.integer({ min: -3, max: 3 }),
    otherwise: some(fc.constant({ category: "o", priority: "P2", addTags: ["none"] })),
    rules: fc.array(
      fc.record(
        {
          when: fc.oneof(fc.constantFrom(...whens), condition),
          then: outcome,
          enabled: fc.boolean(),
          activeFrom: instant,
          activeUntil: instant,
        },
        { requiredKeys: ["when", "then"] },
      ),
      { minLength: 2, maxLength: 7 },
    ),
  }),
);

/** Without what is not given, as a document has it. */
const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const toRuleset = ({
  twin,
  ...drawn
}: {
  twin: number;
  rules: readonly object[];
}): SluiceDocument<"classification"> & AnyDocument => {
  const rules = [...drawn.rules, ...drawn.rules.slice(Math.max(0, twin)).slice(0, twin < 0 ? 0 : 1)].map(
    (rule, index) => ({ ...rule, id: `r${index}` }),
  );
  return clean(documentOf("classification", { ...drawn, rules })) as SluiceDocument<"classification"> &
    AnyDocument;
};

const outcomesOf = (document: unknown) => {
  const { classify } = compileClassification(document as SluiceDocument<"classification">, { segments });
  return [2_000, 5_000, 9_000].flatMap((now) =>
    sample.map((facts) => {
      const { category, priority, tags, fields } = classify(facts as never, { now }) as Classification;
      return JSON.stringify([category, priority, [...tags].sort(), fields]);
    }),
  );
};

const isHarmless = ({ code, fix }: Finding): boolean =>
  code !== "classification.expired" && fix !== undefined && fix.patch.every(({ op }) => op === "remove");

it("takes rules and outcomes out of a ruleset only where no ticket notices", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(ruleset, (drawn) => {
      const document = toRuleset(drawn);
      const context = contextOf(document);
      const found = ruleListsOf(document, context).flatMap((list) =>
        ruleListRules.flatMap((rule) => rule.check(list, context)),
      );
      const claims = found.filter(isHarmless);
      if (claims.length === 0) return;
      const before = outcomesOf(document);
      for (const { code, fix } of claims) {
        seen.set(code, (seen.get(code) ?? 0) + 1);
        expect(outcomesOf(applyPatch(document, fix?.patch ?? [])), code).toEqual(before);
      }
    }),
    { numRuns: cases(600) },
  );
  for (const code of ["shadowed", "overruled", "duplicate"])
    expect(seen.get(`classification.${code}`) ?? 0, code).toBeGreaterThan(10);
});

it("calls a rule shadowed only if it is never the one that matches", () => {
  let shadowed = 0;
  fc.assert(
    fc.property(ruleset, (drawn) => {
      const document = toRuleset(drawn);
      const context = contextOf(document);
      const found = ruleListsOf(document, context).flatMap((list) =>
        ruleListRules.filter(({ id }) => id === "shadowed").flatMap((rule) => rule.check(list, context)),
      );
      if (found.length === 0) return;
      const places = found.map(({ path }) => Number(path.split("/")[3]));
      const ids = places.map((index) => (document.spec.rules[index] as ClassificationRule).id);
      shadowed += ids.length;
      const { classify } = compileClassification(document, { segments });
      for (const now of [2_000, 5_000, 9_000])
        for (const facts of sample) {
          const { matched } = classify(facts as never, { now }) as Classification;
          expect(matched.filter((id) => ids.includes(id))).toEqual([]);
        }
    }),
    { numRuns: cases(400) },
  );
  expect(shadowed).toBeGreaterThan(100);
});

it("calls a route unreachable only if an earlier one takes each of its tickets", () => {
  let unreachable = 0;
  const routes = pool.chain((whens) =>
    fc.array(fc.oneof(fc.constantFrom(...whens), condition), { minLength: 2, maxLength: 6 }),
  );
  fc.assert(
    fc.property(routes, (whens) => {
      const drawn = whens.map((when, index) => ({ id: `r${index}`, when, steps: [{ pool: "p" }] }));
      const document = documentOf("routing", { routes: drawn, fallback: { pool: "p" }, pools: { p: {} } });
      const context = contextOf(document);
      const found = routeListsOf(document, context).flatMap((list) =>
        routeListRules.flatMap((rule) => rule.check(list, context)),
      );
      const tests = whens.map((when) => passing(when));
      for (const { path, code } of found) {
        if (code !== "routing.route-unreachable") continue;
        unreachable += 1;
        const index = Number(path.split("/")[3]);
        for (const [ticket, holds] of (tests[index] ?? []).entries())
          if (holds) expect(tests.slice(0, index).some((earlier) => earlier[ticket])).toBe(true);
      }
    }),
    { numRuns: cases(500) },
  );
  expect(unreachable).toBeGreaterThan(50);
});

const cells = fc.dictionary(fc.constantFrom("firstResponse", "resolution"), fc.constantFrom("PT1H", "PT2H"));
const tier = pool.chain((whens) =>
  fc.array(
    fc.record(
      {
        when: fc.oneof(fc.constantFrom(...whens), condition),
        targets: fc.dictionary(fc.constantFrom("*", "P0", "P1"), cells),
        scale: fc.dictionary(fc.constantFrom("firstResponse"), fc.constantFrom(0.5, 2)),
      },
      { requiredKeys: [] },
    ),
    { minLength: 2, maxLength: 6 },
  ),
);

const targetsOf = (document: unknown) => {
  const ref = { kind: "sla", key: "mine", revision: 1 } as const;
  const policy = compileSla(document as SluiceDocument<"sla">, { ref, calendar: calendars, segments });
  return sample.flatMap((facts) =>
    (["P0", "P3"] as const).flatMap((priority) => {
      const { rule } = policy.targets(facts as never, priority, 0);
      return (["firstResponse", "resolution"] as const).map((metric) => JSON.stringify(rule(metric)));
    }),
  );
};

it("takes a tier out of a policy only where no clock notices", () => {
  let idle = 0;
  fc.assert(
    fc.property(tier, (drawn) => {
      const tiers = drawn.map((one, index) => ({ ...one, id: `t${index}` })) as SlaTier[];
      const document = clean(documentOf("sla", { calendar: "office", tiers })) as SluiceDocument<"sla"> &
        AnyDocument;
      const found = tierUnreachable.check(document, contextOf(document));
      if (found.length === 0) return;
      const before = targetsOf(document);
      for (const { fix } of found) {
        idle += 1;
        expect(targetsOf(applyPatch(document, fix?.patch ?? []))).toEqual(before);
      }
    }),
    { numRuns: cases(400) },
  );
  expect(idle).toBeGreaterThan(30);
});
