import { type SlaOverlay, type SlaTier, slaMetrics } from "@sluice/schemas";
import fc from "fast-check";
import { expect, it } from "vitest";
import { calendar24x7, compileCalendar } from "../calendar.ts";
import { scaledTarget, targetSource } from "./cell-source.ts";
import { compileOverlay, layOver } from "./overlay.ts";
import { overlaidSource } from "./overlay-source.ts";
import { toTarget } from "./target-rule.ts";
import { compileTier, resolveCell } from "./tiers.ts";

const always = compileCalendar(calendar24x7);
const duration = fc.constantFrom("PT30S", "PT15M", "PT24H", "P2D");
const factor = fc.constantFrom(0.15, 0.5, 1, 1.5, 3);
const cells = fc.record(
  { firstResponse: duration, resolution: duration, calendar: fc.constant("hours") },
  { requiredKeys: [] },
);
const targets = fc.record({ "*": cells, P0: cells, P2: cells }, { requiredKeys: [] });
const scale = fc.record({ firstResponse: factor, resolution: factor }, { requiredKeys: [] });
const tier = (id: string) =>
  fc.record({ id: fc.constant(id), targets, scale }, { requiredKeys: ["id"] }) as fc.Arbitrary<SlaTier>;
const overlay = fc.record(
  { policy: fc.constant("default"), targets, scale, calendar: fc.constant("24x7") },
  { requiredKeys: ["policy"] },
) as fc.Arbitrary<SlaOverlay>;
const place = fc.tuple(
  fc.constantFrom(...slaMetrics),
  fc.constantFrom("P0" as const, "P1" as const, "P2" as const),
);

it("gives the very target that the clocks are given under a campaign", () => {
  fc.assert(
    fc.property(fc.tuple(tier("a"), tier("b")), overlay, place, (tiers, laid, [metric, priority]) => {
      const compiled = compileOverlay({ campaign: "c", phase: "p", revision: 1, overlay: laid }, () => true);
      const base = resolveCell(
        tiers.map((each) => compileTier(each, () => true)),
        metric,
        priority,
        {},
        "house",
      );
      const rule = layOver(compiled, metric, priority, base, "house");
      const source = overlaidSource(
        laid,
        metric,
        priority,
        targetSource(tiers, metric, priority, "house"),
        "house",
      );
      expect(source === undefined).toBe(rule === undefined);
      if (!rule || !source) return;
      expect(source.calendar).toBe(rule.calendar);
      expect(scaledTarget(source.text, source.factors, 0, always)).toEqual(toTarget(rule.value, 0, always));
    }),
  );
});

it("never touches the platform's own deadline", () => {
  const laid = { policy: "default", targets: { "*": { platformDue: "ticket.fields.other" } } };
  expect(overlaidSource(laid, "platformDue", "P2", undefined, "house")).toBeUndefined();
});
