import { catalog } from "@sluice/engine";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { editorSchema } from "./editor-schema.ts";

const everything = catalog({ settings: ecommerceStarter.settings });
const ajv = new Ajv2020({ strict: false });
const schema = editorSchema("workflow", everything, "zh-CN");
const accepts = ajv.compile(schema);
const workflows = ecommerceStarter.documents.filter(({ kind }) => kind === "workflow");

/** A workflow of one node. */
const withNode = (type: string, config: unknown) => ({
  kind: "workflow",
  key: "w",
  name: "w",
  formatVersion: 1,
  spec: { nodes: [{ id: "n", type, config }], edges: [] },
});

describe("the editor's schema of workflows", () => {
  it("takes every workflow of the starter pack", () => {
    expect(workflows.length).toBeGreaterThan(4);
    expect(workflows.filter((document) => !accepts(document)).map(({ key }) => key)).toEqual([]);
  });

  it("judges a node's config by its kind", () => {
    expect(accepts(withNode("sla", { policy: "default" }))).toBe(true);
    expect(accepts(withNode("sla", { ruleset: "default" }))).toBe(false);
    expect(accepts(withNode("trigger", { on: "ticket.created", when: { any: [] } }))).toBe(false);
    expect(accepts(withNode("magic", {}))).toBe(false);
  });

  it("says labels and help as titles and descriptions, in the language asked for", () => {
    const text = JSON.stringify(schema);
    expect(text).toContain("分类规则");
    expect(text).not.toContain("x-label");
    expect(JSON.stringify(editorSchema("workflow", everything, "en"))).toContain("Visible to the customer");
  });
});

it("is the published one for other kinds, and before the catalog is there", () => {
  expect(editorSchema("sla", everything, "en")).toMatchObject({ title: "sla" });
  expect(JSON.stringify(editorSchema("workflow", undefined, "en"))).not.toContain("Visible to the customer");
});
