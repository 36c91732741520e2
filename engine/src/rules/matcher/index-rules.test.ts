import type { ClassificationSpec } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceClassify } from "../../reference.ts";
import { compileClassification } from "../classification.ts";
import { type ClassificationLayer, compileRules } from "../classification-rules.ts";
import { type ConditionOptions, createConditionCompiler } from "../conditions.ts";
import { Evaluation } from "../evaluation.ts";
import { scanRules } from "../rule-scan.ts";
import { testCalendars, testNow } from "../testing.ts";
import { indexRules } from "./index-rules.ts";
import { hostileFacts, ruleset, ticketFacts } from "./testing.ts";

/** More by `SLUICE_PROPERTY_RUNS=20000`. */
const runs = Number(process.env.SLUICE_PROPERTY_RUNS ?? 1_500);
const fetchedFacts = new Set(["crm.risk", "crm.tags"]);
const fetched = (fact: string) => fetchedFacts.has(fact);
const mode = (spec: ClassificationSpec) => (rule: { readonly then: { readonly stop?: boolean } }) =>
  spec.mode === "first" || rule.then.stop === true;

function bothMatchers(
  spec: ClassificationSpec,
  layers: readonly ClassificationLayer[],
  options: ConditionOptions,
) {
  const rules = compileRules(spec, layers, createConditionCompiler(options));
  return { indexed: indexRules(rules, mode(spec)), scanned: scanRules(rules, mode(spec)) };
}

const given = fc.oneof({ weight: 3, arbitrary: ticketFacts }, { weight: 1, arbitrary: hostileFacts });
const moments = fc.constantFrom(testNow, testNow - 3_600_000, testNow + 3_600_000);

describe("indexRules", () => {
  it("answers what reading the rules one by one answers", { timeout: 300_000 }, () => {
    let matched = 0;
    fc.assert(
      fc.property(
        ruleset,
        fc.array(given, { minLength: 1, maxLength: 4 }),
        moments,
        (generated, tickets, now) => {
          const { spec, segments, layers } = generated;
          const options = { segments, calendars: testCalendars, fetched };
          const { indexed, scanned } = bothMatchers(spec, layers, options);
          for (const facts of tickets) {
            const at = () => new Evaluation(facts, { now });
            const found = indexed.test(at(), now);
            expect(found.map(({ id }) => id)).toEqual(scanned.test(at(), now).map(({ id }) => id));
            const answer = indexed.evaluate(at(), now);
            expect(answer).toEqual(scanned.evaluate(at(), now));
            matched += found.length;
          }
        },
      ),
      { numRuns: runs },
    );
    expect(matched).toBeGreaterThan(runs);
  });

  it("classifies as json-rules-engine does, from the first ticket to the last", {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        ruleset,
        fc.array(ticketFacts, { minLength: 1, maxLength: 2 }),
        moments,
        async (generated, tickets, now) => {
          const { spec, segments, layers } = generated;
          const options = { segments, calendars: testCalendars, overlays: layers };
          const { classify, explain } = compileClassification({ spec }, options);
          for (const facts of tickets) {
            const ours = classify(facts, { now });
            expect(ours).toEqual(await referenceClassify({ spec }, facts, { now }, options));
            const traced = explain(facts, { now });
            const matched = traced.rules.filter(({ state }) => state === "matched");
            expect(ours).toMatchObject({ matched: matched.map(({ id }) => id) });
          }
        },
      ),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
