import type { SlaTier } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendar24x7, compileCalendar } from "../calendar.ts";
import { scaledTarget, targetSource } from "./cell-source.ts";
import { toTarget } from "./target-rule.ts";
import { compileTier, resolveCell } from "./tiers.ts";

const starter = ecommerceStarter.documents.find((document) => document.kind === "sla");
const named = (...ids: string[]) => (starter?.spec.tiers ?? []).filter(({ id }) => ids.includes(id));
const always = compileCalendar(calendar24x7);

describe("where a target comes from", () => {
  it("is the first tier that fills the cell, scaled by those it fell through", () => {
    expect(targetSource(named("vip", "standard"), "firstResponse", "P2", "online")).toEqual({
      tier: "standard",
      column: "P2",
      text: "PT30M",
      calendar: "online",
      scaling: [{ tier: "vip", factor: 0.5 }],
    });
  });

  it("is not scaled by a tier below, and says when the cell is every priority's", () => {
    expect(targetSource(named("chat", "vip", "standard"), "firstResponse", "P2", "online")).toMatchObject({
      tier: "chat",
      column: "*",
      calendar: "platform-chat",
      scaling: [],
    });
  });

  it("is nowhere when no tier fills it, and a platform's deadline is never scaled", () => {
    expect(targetSource(named("vip", "standard"), "periodicUpdate", "P2", "online")).toBeUndefined();
    expect(targetSource(named("vip", "platform"), "platformDue", "P2", "online")).toMatchObject({
      text: "ticket.fields.platformDue",
      scaling: [],
    });
  });

  it("answers for a text that nobody can read yet", () => {
    const tiers: SlaTier[] = [{ id: "a", targets: { P0: { resolution: "PT0S" } } }];
    expect(targetSource(tiers, "resolution", "P0", "online")?.text).toBe("PT0S");
    expect(() => scaledTarget("PT0S", [], 0, always)).toThrow("PT0S");
  });
});

it("scales outermost last, each rounded up to the second", () => {
  expect(scaledTarget("PT1S", [0.4, 3], 0, always)).toMatchObject({ type: "open", ms: 2000 });
});

const duration = fc.constantFrom("PT30S", "PT15M", "PT24H", "P2D");
const cells = fc.record({ firstResponse: duration, resolution: duration }, { requiredKeys: [] });
const tierOf = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      targets: fc.record({ "*": cells, P0: cells, P2: cells }, { requiredKeys: [] }),
      scale: fc.record({ firstResponse: fc.double({ min: 0.1, max: 4, noNaN: true }) }, { requiredKeys: [] }),
    },
    { requiredKeys: ["id"] },
  );

it("gives the very target that the clocks are given", () => {
  const policies = fc.tuple(tierOf("a"), tierOf("b"), tierOf("c"));
  const places = fc.tuple(
    fc.constantFrom("firstResponse" as const, "resolution" as const),
    fc.constantFrom("P0" as const, "P1" as const, "P2" as const),
  );
  fc.assert(
    fc.property(policies, places, (tiers, [metric, priority]) => {
      const compiled = tiers.map((tier) => compileTier(tier, () => true));
      const rule = resolveCell(compiled, metric, priority, {}, "24x7");
      const source = targetSource(tiers, metric, priority, "24x7");
      expect(source?.calendar).toBe(rule?.calendar);
      if (!rule || !source) return;
      expect([...source.scaling.map(({ tier }) => tier), source.tier]).toEqual(rule.tiers);
      const factors = source.scaling.map(({ factor }) => factor);
      expect(scaledTarget(source.text, factors, 0, always)).toEqual(toTarget(rule.value, 0, always));
    }),
  );
});
