/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import {
  applyPatch,
  type Condition,
  documentKinds,
  documentSchemas,
  type Finding,
  type Json,
  parseDocument,
  parseValue,
  severities,
} from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alteredDocument, standsInside } from "../check/altered.fixture.ts";
import { documentOf, starterOptions } from "../check/check.fixture.ts";
import { checkDocument } from "../check/check-document.ts";
import { statutoryDataUntil } from "../sla/calendar/statutory.ts";
import { cases } from "./conditions/conditions.fixture.ts";
import { linted, quietDay } from "./lint.fixture.ts";
import { lint } from "./lint.ts";
import { conditionRules, lintRules } from "./rules.ts";

const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(`./${folder}/`, import.meta.url)).filter((name) => /^[a-z-]+\.ts$/.test(name));

/** How many findings there are of a code or a severity. */
const countOf = (found: readonly Finding[], what: string): number =>
  found.filter(({ code, severity }) => code === what || severity === what).length;

describe("the list of advice", () => {
  it.each([...documentKinds, "condition" as const])("names every file of %s, each by its id", (folder) => {
    const rules = folder === "condition" ? conditionRules : lintRules[folder];
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual([...filesOf(folder)].sort());
  });

  it.each([...documentKinds, "condition" as const])("has a test for every rule of %s", (folder) => {
    const test = readFileSync(new URL(`./${folder}/${folder}.test.ts`, import.meta.url), "utf8");
    const rules = folder === "condition" ? conditionRules : lintRules[folder];
    for (const { id } of rules) expect(test).toContain(`describe("${id}"`);
  });
});

describe("lint", () => {
  it("says first, and unchanged, what check says", () => {
    const document = documentOf("workflow", { nodes: [{ id: "a", type: "reply", config: {} }], edges: [] });
    const errors = checkDocument(document, starterOptions);
    expect(errors.length).toBeGreaterThan(0);
    expect(linted(document).slice(0, errors.length)).toEqual(
      errors.map((item) => ({ ...item, severity: "error" })),
    );
    const order = linted(document).map(({ severity }) => severities.indexOf(severity));
    expect(order).toEqual([...order].sort());
  });

  const ofStarterPack = (now: number) =>
    starterOptions.documents.flatMap((document) =>
      lint(document, { ...starterOptions, now }).map(
        ({ severity, path, code }) => `${document.kind}/${document.key} ${severity} ${path} ${code}`,
      ),
    );

  it("finds in the starter pack only the campaign that is there to be started by hand", () => {
    expect(ofStarterPack(quietDay)).toEqual(["campaign/backlog info /spec/until campaign.over"]);
  });

  it("finds in the starter pack what is over, and the end of the known holidays, when they come", () => {
    expect(ofStarterPack(Date.parse(`${statutoryDataUntil}-12-01T00:00:00Z`))).toEqual([
      "calendar/finance info /spec/include/0 calendar.statutory-end",
      "campaign/double11-2026 info /spec/until campaign.over",
      "campaign/backlog info /spec/until campaign.over",
    ]);
  });

  it("never throws on altered documents, points into them, says the same twice, and mends without breaking", () => {
    let advised = 0;
    let mended = 0;
    fc.assert(
      fc.property(alteredDocument, (input) => {
        const parsed = parseDocument(input);
        if (!parsed.ok || !parseValue(documentSchemas[parsed.value.kind], input).ok) return;
        const document = parsed.value;
        const before = JSON.stringify(document);
        const found = lint(document, { ...starterOptions, now: quietDay });
        expect(lint(document, { ...starterOptions, now: quietDay })).toEqual(found);
        expect(JSON.stringify(document)).toBe(before);
        for (const { path, severity, fix, code } of found) {
          expect(standsInside(document as unknown as Json, path), path).toBe(true);
          if (severity !== "error") advised += 1;
          if (!fix) continue;
          mended += 1;
          const next = parseDocument(applyPatch(document, fix.patch));
          if (!next.ok) throw new Error(`${code}: ${JSON.stringify(next.problems)}`);
          const after = lint(next.value, { ...starterOptions, now: quietDay });
          // Behind what was taken out, another may have moved to its place.
          const isLeft = after.some((other) => other.code === code && other.path === path);
          if (isLeft) expect(countOf(after, code), `${code} ${path}`).toBeLessThan(countOf(found, code));
          expect(countOf(after, "error"), code).toBeLessThanOrEqual(countOf(found, "error"));
        }
      }),
      { numRuns: cases(1_200) },
    );
    expect(advised).toBeGreaterThan(20);
    expect(mended).toBeGreaterThan(5);
  });

  it("takes no longer where segments name each other twice, level by level", () => {
    const twice = (key: string): Condition => ({ all: [{ condition: key }, { not: { condition: key } }] });
    const doubling = Array.from({ length: 60 }, (_, index) =>
      documentOf(
        "segment",
        { when: index < 59 ? twice(`d${index + 1}`) : { fact: "ticket.id", operator: "equal", value: "a" } },
        `d${index}`,
      ),
    );
    const options = { ...starterOptions, documents: [...starterOptions.documents, ...doubling] };
    const [first] = doubling;
    const codes = first ? lint(first, options).map(({ code }) => code) : [];
    expect(codes).toContain("condition.too-many");
  });

  it("offers no fix for a clash in a very long list", () => {
    const never = Array.from({ length: 3_000 }, (_, index) => ({
      fact: "ticket.channel",
      operator: "equal",
      value: `c${index}`,
    }));
    const [found] = lint(documentOf("segment", { when: { all: never } }), starterOptions).filter(
      ({ code }) => code === "condition.never",
    );
    expect(found?.fix).toBeUndefined();
    expect(found?.path).toBe("/spec/when");
  });

  it("never throws where segments are missing or go in circles", () => {
    const whens = [{ condition: "a" }, { all: [{ condition: "b" }, { not: { condition: "mine" } }] }];
    for (const when of whens) {
      const around = [
        documentOf("segment", { when: { any: [{ condition: "b" }, { condition: "mine" }] } }, "a"),
        documentOf("segment", { when: { not: { condition: "a" } } }, "b"),
      ];
      const documents = [...starterOptions.documents, ...around];
      expect(linted(documentOf("segment", { when }), { documents })[0]?.severity).toBe("error");
    }
  });
});
