import { calendar24x7, compileCalendar } from "@sluice/engine";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { expect, it } from "vitest";
import { type ComparisonInput, compareCell } from "./comparison.ts";
import { double11 } from "./double11.fixture.ts";

const policy = ecommerceStarter.documents.find((document) => document.kind === "sla");
const [overlay, resolution] = double11.spec.phases[0]?.sla ?? [];
if (!policy || !overlay || !resolution) throw new Error("the starter pack has no targets to compare");

const compiled = new Map(
  ecommerceStarter.documents.flatMap((document) =>
    document.kind === "calendar" ? [[document.key, compileCalendar(document.spec)] as const] : [],
  ),
).set("24x7", compileCalendar(calendar24x7));

const input: ComparisonInput = {
  policy: policy.spec,
  overlay,
  calendarOf: (key) => compiled.get(key),
  at: Date.parse("2026-11-10T21:00:00+08:00"),
};
const row = (id: string) => policy.spec.tiers.findIndex((tier) => tier.id === id);

it("puts base and campaign side by side, with the direction and the factor", () => {
  expect(compareCell(input, row("standard"), "P2", "firstResponse")).toMatchObject({
    base: "PT30M",
    campaign: "PT1H",
    change: "looser",
    factor: 2,
  });
  expect(compareCell(input, row("standard"), "P0", "firstResponse")).toMatchObject({
    base: "PT5M",
    campaign: undefined,
    change: "same",
  });
});

it("says what becomes of a tier that is faster or slower than the others", () => {
  expect(compareCell(input, row("vip"), "P2", "firstResponse")).toMatchObject({ base: "PT15M", factor: 4 });
  expect(compareCell(input, row("mail"), "P2", "firstResponse")).toMatchObject({
    change: "stricter",
    factor: 0.25,
  });
});

it("multiplies where it has a factor, and leaves the working days of a calendar to the calendar", () => {
  const scaled = { ...input, overlay: { policy: "default", scale: { firstResponse: 2 } } };
  expect(compareCell(scaled, row("vip"), "P2", "firstResponse")).toMatchObject({
    campaign: "PT30M",
    factor: 2,
  });
  const days = compareCell({ ...input, overlay: resolution }, row("standard"), "P3", "resolution");
  expect(days).toMatchObject({ base: "PT48H", campaign: "P5D", change: "looser" });
  expect(days.factor).toBeGreaterThan(1.5);
});

it("says that a target is new where there was none, and nothing of calendars that are gone", () => {
  const added = { ...input, overlay: { policy: "default", targets: { P2: { periodicUpdate: "PT4H" } } } };
  expect(compareCell(added, row("standard"), "P2", "periodicUpdate")).toMatchObject({
    base: undefined,
    campaign: "PT4H",
    change: "added",
  });
  const lost = { ...input, calendarOf: () => undefined };
  expect(compareCell(lost, row("standard"), "P2", "firstResponse").factor).toBeUndefined();
});
