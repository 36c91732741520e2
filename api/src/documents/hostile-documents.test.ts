import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let it: TestApp;
beforeAll(async () => {
  it = await createTestApp();
});
afterAll(() => it.close());

/** Documents that are nearly right: the right names around anything. */
const names = fc.constantFrom(
  ...[
    "when",
    "all",
    "any",
    "not",
    "condition",
    "fact",
    "operator",
    "value",
    "rules",
    "then",
    "tiers",
    "targets",
  ],
  ...[
    "nodes",
    "edges",
    "config",
    "phases",
    "sla",
    "calendar",
    "routes",
    "steps",
    "pools",
    "id",
    "from",
    "until",
  ],
);
const leaf = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant("24x7"),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(names, tie("tree"), { maxKeys: 5 }),
  ),
}));
const kinds = fc.constantFrom(
  "workflow",
  "classification",
  "sla",
  "routing",
  "calendar",
  "campaign",
  "segment",
  "x",
);

test("nearly right documents are refused with places, or taken; never a fault of ours", async () => {
  await fc.assert(
    fc.asyncProperty(kinds, tree, fc.boolean(), async (kind, spec, publish) => {
      const document = { kind, key: "k", name: "k", formatVersion: 1, spec };
      const replies = [
        await it.call("POST", `/documents/import?publish=${publish}`, { documents: [document] }),
        await it.call("POST", `/documents/${kind}/k/validate`, document),
      ];
      for (const { status, body } of replies) {
        expect(status, JSON.stringify(body)).toBeLessThan(500);
        if (status === 422) expect(body.errors.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});
