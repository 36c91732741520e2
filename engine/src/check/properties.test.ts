import type { AnyDocument, Json } from "@sluice/schemas";
import { documentSchemas, parseDocument, parseValue } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";
import { alteredDocument, standsInside } from "./altered.fixture.ts";
import { starterOptions } from "./check.fixture.ts";
import { checkDocument } from "./check-document.ts";

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
      fc.property(alteredDocument, (input) => {
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
