import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { settingUses } from "./setting-uses.ts";

const document = (key: string, spec: unknown) =>
  ({ kind: "workflow", key, name: key, formatVersion: 1, spec }) as AnyDocument;

const documents = [
  document("conditions", {
    when: {
      all: [
        { fact: "ticket.fields.refund", operator: "isPresent", value: true },
        { fact: "ticket.category", operator: "in", value: ["orders.cancel", "orders"] },
        { fact: "ticket.channel", operator: "equal", value: "jd" },
      ],
    },
  }),
  document("outcomes", { then: { category: "orders.cancel", fields: { refund: 1, other: 2 } } }),
  document("templates", { text: "{{ ticket.fields.refund }} and {{ ticket.fields.refundReason }}" }),
  document("strangers", { group: "orders", shop: "jd", fact: "customer.tier", value: "jd" }),
];
const uses = (kind: Parameters<typeof settingUses>[1]["kind"], key: string) =>
  settingUses(documents, { kind, key }).map(({ document: found, times }) => [found.key, times]);

describe("what refers to a setting", () => {
  it("finds fields in conditions, outcomes and templates, and no others that begin alike", () => {
    expect(uses("field", "refund")).toEqual([
      ["conditions", 1],
      ["outcomes", 1],
      ["templates", 1],
    ]);
    expect(uses("field", "refundReason")).toEqual([["templates", 1]]);
    expect(uses("field", "other")).toEqual([["outcomes", 1]]);
  });

  it("finds categories with all below them, where categories are meant", () => {
    expect(uses("category", "orders")).toEqual([
      ["conditions", 2],
      ["outcomes", 1],
    ]);
    expect(uses("category", "orders.cancel")).toEqual([
      ["conditions", 1],
      ["outcomes", 1],
    ]);
  });

  it("finds channels and shops in conditions on them alone", () => {
    expect(uses("channel", "jd")).toEqual([["conditions", 1]]);
    expect(uses("shop", "jd")).toEqual([]);
  });
});
