import type { AnyDocument, Json } from "@sluice/schemas";
import { documentSchemas, parseDocument, parseValue } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";
import { starterDocument, starterOptions } from "./check.fixture.ts";
import { checkDocument } from "./check-document.ts";

type Steps = readonly (string | number)[];

/** Every place of a document, by its steps. */
function placesOf(value: unknown, steps: Steps = []): Steps[] {
  if (typeof value !== "object" || value === null) return [steps];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return [steps, ...entries.flatMap(([key, item]) => placesOf(item, [...steps, key]))];
}

const readAt = (value: unknown, steps: Steps): unknown =>
  steps.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);

/** The document with another value in one place; `undefined` takes the place out. */
function replaceAt(document: AnyDocument, steps: Steps, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const last = steps.at(-1);
  if (last === undefined) return copy;
  const holder = readAt(copy, steps.slice(0, -1)) as Record<string | number, unknown>;
  if (value !== undefined) holder[last] = structuredClone(value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

/** Small documents of each kind are altered more often than the ruleset of ninety rules would let them be. */
const sources: readonly AnyDocument[] = starterOptions.documents.filter(
  ({ kind }) => kind !== "classification",
);
const ruleset = starterDocument("classification", "default");
const subjects: readonly AnyDocument[] = [
  ...sources,
  { ...ruleset, spec: { ...ruleset.spec, rules: ruleset.spec.rules.slice(0, 3) } },
];
const places = subjects.map((document) => placesOf(document));
const donated: readonly unknown[] = subjects.flatMap((document, index) =>
  (places[index] ?? []).map((steps) => readAt(document, steps)),
);

const hostile: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  undefined,
  null,
  "",
  "x",
  "__proto__",
  "constructor",
  "24x7",
  "{{ x }}",
  "{% for",
  "P1DT1H",
  "PT0S",
  "2026-02-30T00:00:00Z",
  -1,
  0,
  1e308,
  [],
  {},
  { not: { condition: "vip" } },
  { fact: "ticket.text", operator: "matches", value: "(" },
  { fact: "time.hour", operator: "swap:not:equal", value: { fact: "order.amount" } },
  JSON.parse('{"__proto__":{"x":1}}'),
);
const value = fc.oneof(hostile, fc.constantFrom(...donated), fc.string(), fc.jsonValue({ maxDepth: 2 }));

/** A document of the starter pack with one to three places altered. */
const altered: fc.Arbitrary<unknown> = fc.nat(subjects.length - 1).chain((index) => {
  const subject = subjects[index] as AnyDocument;
  const place = fc.constantFrom(...(places[index] as Steps[]));
  return fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce<unknown>((document, [steps, next]) => {
      const holder = steps.slice(0, -1);
      const stillThere = holder.every((_, depth) => {
        const at = readAt(document, holder.slice(0, depth));
        return typeof at === "object" && at !== null && Object.hasOwn(at, holder[depth] as string);
      });
      const target = stillThere ? readAt(document, holder) : null;
      if (typeof target !== "object" || target === null) return document;
      return replaceAt(document as AnyDocument, steps, next);
    }, subject),
  );
});

/** A problem stands at a place, or beside one where something is missing. */
function standsInside(document: Json, path: string): boolean {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let at: unknown = document;
  for (const step of steps.slice(0, -1)) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return true;
}

/** Compiles everything that the document could be asked for. */
function compileAll(document: AnyDocument): void {
  const others = starterOptions.documents.filter(
    ({ kind, key }) => kind !== document.kind || key !== document.key,
  );
  const definitions = compileDefinitions({
    live: [...others, document].map((item) => ({ document: item, revision: 1 })),
    settings: starterOptions.settings,
    people: starterOptions.people,
    actions: starterOptions.actions,
  });
  const now = Date.parse("2026-11-11T01:00:00+08:00");
  definitions.workflows(now);
  definitions.classification("default", now);
  definitions.sla(document.kind === "sla" ? document.key : "default");
  definitions.routing(document.kind === "routing" ? document.key : "default", now);
  if (document.kind === "segment") definitions.conditions({ condition: document.key });
}

describe("checkDocument on altered documents", () => {
  it("never throws, points into the document, and lets through only what compiles", () => {
    let parsedCount = 0;
    let passed = 0;
    fc.assert(
      fc.property(altered, (input) => {
        const parsed = parseDocument(input);
        if (!parsed.ok || !parseValue(documentSchemas[parsed.value.kind], input).ok) return;
        parsedCount += 1;
        const problems = checkDocument(parsed.value, starterOptions);
        for (const { path } of problems) expect(standsInside(input as Json, path), path).toBe(true);
        if (problems.length > 0) return;
        passed += 1;
        compileAll(parsed.value);
      }),
      { numRuns: 3_000 },
    );
    expect(parsedCount).toBeGreaterThan(500);
    expect(passed).toBeGreaterThan(100);
    expect(parsedCount - passed).toBeGreaterThan(100);
  });

  it("does not change the document or what surrounds it", () => {
    const before = JSON.stringify(starterOptions);
    for (const document of starterOptions.documents) checkDocument(document, starterOptions);
    expect(JSON.stringify(starterOptions)).toBe(before);
  });
});
