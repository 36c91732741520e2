import { applyPatch, type ClassificationRule } from "@sluice/schemas";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { documentOf, starterDocument, starterOptions } from "../check/check.fixture.ts";
import { CheckMemory } from "../check/check-memory.ts";
import { cases } from "./conditions/conditions.fixture.ts";
import { quietDay } from "./lint.fixture.ts";
import { lint } from "./lint.ts";

const { rules } = starterDocument("classification", "default").spec;
const says = (word: string) => ({ fact: "ticket.text", operator: "containsText", value: word });
/** Rules that have something to be said about, and those of the starter pack. */
const pool: readonly ClassificationRule[] = [
  ...rules.slice(0, 12),
  { id: "twin", when: says("甲"), then: { addTags: ["x"] } },
  { id: "twin2", when: says("甲"), then: { addTags: ["x"] } },
  { id: "never", when: { all: [says("甲"), { not: says("甲") }] }, then: { addTags: ["x"] } },
  { id: "lost", when: { condition: "no-such" }, then: { category: "no.such" } },
  { id: "missing", when: { fact: "order.id", operator: "notEqual", value: "1" }, then: { addTags: ["y"] } },
  { id: "old", when: says("乙"), activeUntil: "2020-01-01T00:00:00Z", then: { addTags: ["y"] } },
];

it("remembers nothing else than it would find anew, whatever was done to the ruleset", () => {
  const deed = fc.tuple(fc.constantFrom("add", "remove", "replace"), fc.nat(30), fc.nat(pool.length - 1));
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("first", "all"),
      (deeds, mode) => {
        const options = { ...starterOptions, now: quietDay };
        const memory = new CheckMemory();
        let document = documentOf("classification", { mode, rules: pool.slice(0, 6) });
        for (const [op, at, which] of deeds) {
          const value = pool[which];
          const patch =
            op === "remove" ? { op, path: `/spec/rules/${at}` } : { op, path: `/spec/rules/${at}`, value };
          document = (applyPatch(document, [patch as never]) ?? document) as typeof document;
          expect(lint(document, { ...options, memory })).toEqual(lint(structuredClone(document), options));
        }
      },
    ),
    { numRuns: cases(150) },
  );
});
