import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RuleBits } from "./rule-bits.ts";

const size = 3_000;
const members = fc.array(
  fc.oneof(fc.nat({ max: size - 1 }), fc.constantFrom(0, 31, 32, 1_023, 1_024, 1_055, 2_999)),
);

function taken(bits: RuleBits): number[] {
  const found: number[] = [];
  for (let rule = bits.from(0); rule >= 0; rule = bits.from(rule + 1)) found.push(rule);
  return found;
}

describe("RuleBits", () => {
  it("gives its members once and in order, those that are always there too, and forgets the others", () => {
    fc.assert(
      fc.property(members, members, members, (always, first, second) => {
        const bits = new RuleBits(size, always);
        for (const added of [first, second]) {
          bits.reset();
          for (const rule of added) bits.add(rule);
          expect(taken(bits)).toEqual([...new Set([...always, ...added])].sort((a, b) => a - b));
        }
      }),
    );
    expect(taken(new RuleBits(0, []))).toEqual([]);
  });
});
