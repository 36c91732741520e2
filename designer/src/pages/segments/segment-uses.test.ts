import type { AnyDocument, SluiceDocument } from "@sluice/schemas";
import { expect, it } from "vitest";
import { segmentUses } from "./segment-uses.ts";

const segment = (key: string, when: SluiceDocument<"segment">["spec"]["when"]): AnyDocument => ({
  kind: "segment",
  key,
  name: key,
  formatVersion: 1,
  spec: { when },
});

const classification: AnyDocument = {
  kind: "classification",
  key: "default",
  name: "Default",
  formatVersion: 1,
  spec: {
    mode: "all",
    rules: [
      { id: "a", name: "A", when: { condition: "vip" }, then: { addTags: ["x"] } },
      {
        id: "b",
        name: "B",
        when: { not: { any: [{ condition: "vip" }, { condition: "other" }] } },
        then: {},
      },
    ],
    otherwise: { category: "c", priority: "P3" },
  },
} as AnyDocument;

it("counts every mention, at any depth and in other segments too", () => {
  const leaf = { fact: "customer.tier", operator: "equal", value: "vip" };
  const documents = [
    classification,
    segment("vip", leaf),
    segment("big", { all: [{ condition: "vip" }, leaf] }),
    segment("lone", leaf),
  ];
  const found = segmentUses(documents, "vip").map(({ document, times }) => [document.key, times]);
  expect(found).toEqual([
    ["default", 2],
    ["big", 1],
  ]);
});
