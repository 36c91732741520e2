import { array, assert, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredStrategy } from "./declared-strategy.ts";
import { leastLoaded } from "./strategies/least-loaded.ts";
import { weighted } from "./strategies/weighted.ts";
import type { Candidate } from "./strategy.ts";

const label = { zh: "闲者", en: "Calm" };
const named = { id: "shop.calm", label, description: label };
const context = { size: 10, cursor: -1 };

const candidate = record({
  id: constantFrom("a", "b", "c", "d"),
  order: integer({ min: 0, max: 9 }),
  load: integer({ min: 0, max: 5 }),
  capacity: integer({ min: 0, max: 5 }),
  lastAssignedAt: option(integer({ min: 0, max: 3 })),
  skillLevel: integer({ min: 0, max: 5 }),
});
const one = (part: Partial<Candidate>): Candidate => ({
  ...{ id: "a", order: 0, load: 0, capacity: 5, lastAssignedAt: null, skillLevel: 0 },
  ...part,
});

describe("a declared strategy", () => {
  it("can say what the built-in ones say", () => {
    const least = declaredStrategy({
      ...named,
      order: [
        { prefer: "least", of: "load" },
        { prefer: "most", of: "waited" },
      ],
    });
    const full = declaredStrategy({
      ...named,
      order: [
        { prefer: "least", of: "saturation" },
        { prefer: "least", of: "load" },
        { prefer: "most", of: "waited" },
      ],
    });
    assert(
      property(candidate, candidate, (a, b) => {
        expect(Math.sign(least.compare(a, b, context))).toBe(Math.sign(leastLoaded.compare(a, b, context)));
        expect(Math.sign(full.compare(a, b, context))).toBe(Math.sign(weighted.compare(a, b, context)));
      }),
    );
  });

  it("weighs what it sums", () => {
    const { compare } = declaredStrategy({
      ...named,
      order: [{ prefer: "most", sum: { skillLevel: 2, load: -1 } }],
    });
    expect(compare(one({ skillLevel: 3, load: 5 }), one({ id: "b", skillLevel: 1 }), context)).toBe(1);
    expect(compare(one({ skillLevel: 3, load: 3 }), one({ id: "b", skillLevel: 1 }), context)).toBe(-1);
  });

  it("is a total order, whatever it prefers", () => {
    const preference = record({
      prefer: constantFrom("least" as const, "most" as const),
      of: constantFrom("load", "capacity", "saturation", "skillLevel", "waited", "order"),
    });
    assert(
      property(
        array(preference, { minLength: 1, maxLength: 3 }),
        candidate,
        candidate,
        candidate,
        (order, a, b, c) => {
          const { compare } = declaredStrategy({ ...named, order: order as never });
          const sign = (x: Candidate, y: Candidate) => Math.sign(compare(x, y, context));
          expect(sign(a, b)).toBe(sign(b, a) === 0 ? 0 : -sign(b, a));
          if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});
