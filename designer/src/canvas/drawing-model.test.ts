import { catalog } from "@sluice/engine";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { change } from "../editor/history.ts";
import { createIdSource } from "../editor/workflow/ids.ts";
import { kindsOf, type WorkflowDocument } from "../editor/workflow/model.ts";
import { renameNode } from "../editor/workflow/nodes.ts";
import { anyCommand, numbersFrom } from "../editor/workflow/random-edits.fixture.ts";
import { createDrawing, fromDrawing } from "./drawing-model.ts";

const kinds = kindsOf(catalog());
const workflows = ecommerceStarter.documents.filter(
  (document): document is WorkflowDocument => document.kind === "workflow",
);
const empty: WorkflowDocument = {
  kind: "workflow",
  key: "w",
  name: "w",
  formatVersion: 1,
  spec: { nodes: [{ id: "n1", type: "trigger", config: { on: "manual" } }], edges: [] },
};

/** A workflow as a hand could have drawn it. */
function randomWorkflow(seed: number): WorkflowDocument {
  const random = numbersFrom(seed);
  const drafting = { kinds, ids: createIdSource(empty) };
  let document = empty;
  for (let count = 0; count < 60; count += 1) {
    const command = anyCommand(drafting, document, random);
    if (command === undefined || command.refuse?.(document)) continue;
    document = change(document, (draft) => command.apply(draft as never))?.value ?? document;
  }
  return document;
}

describe("a drawing", () => {
  it.each(workflows.map((document) => [document.key, document] as const))(
    "of %s says the same document",
    (_, document) => {
      expect(fromDrawing(createDrawing(kinds)(document), document)).toEqual(document);
    },
  );

  it("says the same document, whatever was drawn", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const document = randomWorkflow(seed);
        expect(fromDrawing(createDrawing(kinds)(document), document)).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps every card that an edit did not touch", () => {
    const draw = createDrawing(kinds);
    const document = workflows.find(({ key }) => key === "returns") as WorkflowDocument;
    const before = draw(document);
    const command = renameNode("approve", "审批");
    const after = draw(change(document, (draft) => command.apply(draft as never))?.value ?? document);
    const touched = after.nodes.filter((node, index) => node !== before.nodes[index]);
    expect(touched.map(({ id }) => id)).toEqual(["approve"]);
    expect(after.edges.every((edge, index) => edge === before.edges[index])).toBe(true);
  });
});
