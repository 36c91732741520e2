/** The proofs against the evaluator itself: whatever lint claims of conditions must hold for every ticket tried. */
import type { Condition } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsAlways } from "./always.ts";
import { cases, condition, passing, segments } from "./conditions.fixture.ts";
import { contradictedFact } from "./contradiction.ts";
import { implies } from "./implies.ts";
import { PropositionReader } from "./proposition.ts";
import { findShadows } from "./shadows.ts";

const read = (when: Condition) => new PropositionReader(segments).read(when);

describe("what lint concludes about conditions", () => {
  it("implies only what follows for every ticket", () => {
    let proven = 0;
    fc.assert(
      fc.property(condition, condition, (later, earlier) => {
        if (!implies(read(later), read(earlier), { steps: 10_000 })) return;
        proven += 1;
        const covered = passing(earlier);
        expect(passing(later).every((holds, index) => !holds || covered[index])).toBe(true);
      }),
      { numRuns: cases(6_000) },
    );
    expect(proven).toBeGreaterThan(100);
  });

  it("calls impossible only what no ticket meets, and certain only what every ticket does", () => {
    let impossible = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 4 }), (all) => {
        if (contradictedFact(read({ all })) !== undefined) {
          impossible += 1;
          expect(passing({ all })).not.toContain(true);
        }
        if (holdsAlways(read({ any: all }))) expect(passing({ any: all })).not.toContain(false);
      }),
      { numRuns: cases(2_000) },
    );
    expect(impossible).toBeGreaterThan(50);
  });

  it("finds by its index every shadow that a scan of all pairs finds", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 12 }), (whens) => {
        const reader = new PropositionReader(segments);
        const entries = whens.map((when) => ({ when: reader.read(when), ends: true, from: 0, until: 1 }));
        const shadows = findShadows(entries);
        const covered = entries.flatMap(({ when }, index) =>
          entries.slice(0, index).some((one) => implies(when, one.when, { steps: 10_000 })) ? [index] : [],
        );
        found += covered.length;
        expect([...shadows.keys()]).toEqual(covered);
      }),
      { numRuns: cases(500) },
    );
    expect(found).toBeGreaterThan(100);
  });
});
