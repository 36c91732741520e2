import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { createDocumentNames } from "./document-names.ts";

const policy = (key: string, tiers: readonly { id: string; name?: string }[]): AnyDocument => ({
  kind: "sla",
  key,
  name: `策略 ${key}`,
  formatVersion: 1,
  spec: { calendar: "day", tiers: tiers.map((tier) => ({ ...tier, targets: {} })) },
});

const names = createDocumentNames(
  [
    policy("default", [{ id: "vip", name: "贵宾" }, { id: "bare" }]),
    policy("night", [{ id: "vip", name: "夜间贵宾" }]),
  ],
  [{ kind: "calendar", key: "day", name: "白班日历" }],
);

describe("createDocumentNames", () => {
  it("names a document by its kind and key, also where only its title is known", () => {
    expect(names.document("sla", "default")).toBe("策略 default");
    expect(names.document("calendar", "day")).toBe("白班日历");
    expect(names.document("routing", "default")).toBe("default");
  });

  it("names a tier by its policy, and by any policy where that is not known", () => {
    expect(names.tier("default", "vip")).toBe("贵宾");
    expect(names.tier("night", "vip")).toBe("夜间贵宾");
    expect(["贵宾", "夜间贵宾"]).toContain(names.tier("", "vip"));
  });

  it("shows the id of what has no name", () => {
    expect(names.tier("default", "bare")).toBe("bare");
    expect(names.route("default", "quality")).toBe("quality");
  });
});
