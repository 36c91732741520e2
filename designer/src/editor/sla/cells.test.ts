import type { SlaSpec, SluiceDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { cellView } from "./cells.ts";

const starter = ecommerceStarter.documents.find(
  (document): document is SluiceDocument<"sla"> => document.kind === "sla",
);
if (!starter) throw new Error("the starter pack has no policy");
const { spec } = starter;
const row = (id: string, of: SlaSpec = spec) => of.tiers.findIndex((tier) => tier.id === id);
const view = (
  tier: string,
  column: Parameters<typeof cellView>[2],
  metric: Parameters<typeof cellView>[3],
  of = spec,
) => cellView(of, row(tier, of), column, metric);

describe("a cell of the matrix", () => {
  it("is its own where it is filled", () => {
    expect(view("standard", "P2", "resolution")).toMatchObject({ own: "PT24H", state: "filled", rivals: [] });
  });

  it("is the tier's own column of every priority where that is filled", () => {
    expect(view("chat", "P2", "firstResponse")).toMatchObject({
      own: undefined,
      state: "every",
      source: { tier: "chat", column: "*", text: "PT30S", calendar: "platform-chat" },
    });
  });

  it("is inherited and multiplied, and names the tiers that would say otherwise", () => {
    expect(view("vip", "P2", "firstResponse")).toMatchObject({
      state: "inherited",
      source: { tier: "standard", text: "PT30M", scaling: [{ tier: "vip", factor: 0.5 }] },
      rivals: ["phone", "mail"],
    });
  });

  it("is empty where nobody fills it", () => {
    expect(view("standard", "P2", "assignment")).toMatchObject({ state: "empty", source: undefined });
  });

  it("is never used below a tier without a condition that fills it", () => {
    const tiers = [...spec.tiers, { id: "late", targets: { P2: { resolution: "PT1H" } } }];
    expect(view("late", "P2", "resolution", { ...spec, tiers })).toMatchObject({
      own: "PT1H",
      state: "unreached",
      source: { tier: "standard" },
    });
  });

  it("holds the factor in the column of every priority, and inherits nothing there", () => {
    expect(view("vip", "*", "resolution")).toMatchObject({ factor: 0.5, state: "factor", source: undefined });
    expect(view("standard", "*", "resolution")).toMatchObject({ state: "empty", source: undefined });
  });
});
