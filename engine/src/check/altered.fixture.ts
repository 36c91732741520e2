/** Documents of the starter pack with something changed in them: some still parse, some may still be published. */
import type { AnyDocument, Json } from "@sluice/schemas";
import * as fc from "fast-check";
import { starterDocument, starterOptions } from "./check.fixture.ts";

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
export const alteredDocument: fc.Arbitrary<unknown> = fc.nat(subjects.length - 1).chain((index) => {
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
export function standsInside(document: Json, path: string): boolean {
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
