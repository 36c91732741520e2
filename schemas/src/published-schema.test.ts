import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentKind } from "./documents/document.ts";
import { documentKinds } from "./documents/document.ts";
import { parseDocument, parseValue } from "./parse.ts";
import type { Json } from "./primitives.ts";
import { publishedKinds, publishedSchema } from "./published-schema.ts";
import { ecommerceStarter, sampleTickets } from "./starter.ts";
import { TicketInput } from "./ticket.ts";

const ajv = new Ajv2020({ strict: false, allErrors: false });
const validators = new Map(publishedKinds.map((kind) => [kind, ajv.compile(publishedSchema(kind))]));
const accepts = (kind: string, value: unknown): boolean => {
  const validate = validators.get(kind as DocumentKind);
  if (!validate) throw new Error(`no schema for ${kind}`);
  return validate(value) === true;
};

/** Every place of a JSON value, as the list of its steps. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => places(child, [...at, key]))];
}

type Change = { readonly type: "set"; readonly value: Json } | { readonly type: "remove" | "add" | "rename" };

/** A copy with one place changed. */
function mutate(source: unknown, place: readonly string[], change: Change): unknown {
  const copy: unknown = structuredClone(source);
  const last = place.at(-1);
  if (last === undefined) return change.type === "set" ? change.value : copy;
  let holder = copy as Record<string, unknown>;
  for (const step of place.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
  const old = holder[last];
  if (change.type === "set") holder[last] = change.value;
  if (change.type === "add" && typeof old === "object" && old !== null) Object.assign(old, { surplus: 1 });
  if (change.type === "remove" || change.type === "rename") {
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  }
  if (change.type === "rename" && !Array.isArray(holder)) holder[`${last}X`] = old;
  return copy;
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .constantFrom<Json>(
      null,
      true,
      0,
      -1,
      1.5,
      "",
      "x",
      "P0",
      "PT5M",
      "2026-01-01T00:00:00Z",
      [],
      {},
      [{}],
      ["a"],
    )
    .map((value) => ({ type: "set" as const, value })),
  fc.constantFrom<Change>({ type: "remove" }, { type: "add" }, { type: "rename" }),
);

/** Node configs are free JSON to the published schema, and conditions in them are not. */
const inNodeConfig = (place: readonly string[]): boolean => place[1] === "nodes" && place[3] === "config";

describe("publishedSchema", () => {
  it("has an address and knows no other file", () => {
    for (const kind of publishedKinds) {
      const schema = publishedSchema(kind);
      expect(schema.$id).toBe(`https://sluice.dev/schemas/${kind}.json`);
      const refs = JSON.stringify(schema).match(/"\$ref":"[^"]*"/g) ?? [];
      expect(new Set(refs).size).toBeLessThanOrEqual(1);
      expect(JSON.stringify(schema)).not.toContain("x-condition");
    }
  });

  it("is itself valid JSON Schema 2020-12", () => {
    for (const kind of publishedKinds) expect(ajv.validateSchema(publishedSchema(kind))).toBe(true);
  });

  it("covers every document kind", () => {
    expect(publishedKinds).toEqual([...documentKinds, "ticket"]);
  });

  it("accepts the starter pack", () => {
    for (const document of ecommerceStarter.documents)
      expect([document.key, accepts(document.kind, document)]).toEqual([document.key, true]);
    for (const { input } of sampleTickets) expect(accepts("ticket", input)).toBe(true);
  });

  it.each(
    ecommerceStarter.documents.map((document) => [`${document.kind} ${document.key}`, document] as const),
  )("refuses what parseDocument refuses: %s", (_name, document) => {
    const all = places(document).filter((place) => !inNodeConfig(place) && place[0] !== "kind");
    fc.assert(
      fc.property(fc.constantFrom(...all), change, (place, what) => {
        const mutant = mutate(document, place, what);
        if (place.length === 0) return;
        expect({ place, what, ok: accepts(document.kind, mutant) }).toEqual({
          place,
          what,
          ok: parseDocument(mutant).ok,
        });
      }),
      { numRuns: 150 },
    );
  });

  it("refuses the tickets that parseValue refuses", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleTickets.slice(0, 60)), fc.nat(), change, ({ input }, n, what) => {
        const all = places(input);
        const place = all[n % all.length] ?? [];
        const mutant = mutate(input, place, what);
        expect(accepts("ticket", mutant)).toBe(parseValue(TicketInput, mutant).ok);
      }),
      { numRuns: 500 },
    );
  });
});
