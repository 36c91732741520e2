import { documentKinds, documentSchemas, parseDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { change } from "./history.ts";
import { createWellFormed, longLists } from "./well-formed.ts";

interface Tree {
  [key: string]: unknown;
}

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** A place in the document that is reached by going down at random, and what is put there. */
const deed = fc.record({
  way: fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 9 }),
  act: fc.constantFrom("replace", "remove", "repeat", "swap", "name"),
  value: fc.constantFrom<unknown[]>("", 3, null, true, [], {}, "PT30M", { fact: "ticket.text" }, { all: [] }),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function place(root: Tree, way: readonly number[]): { holder: Tree; key: string } | undefined {
  let holder = root;
  let key = "spec";
  for (const step of way) {
    const next = holder[key];
    const keys = isTree(next) ? Object.keys(next) : [];
    if (!isTree(next) || keys.length === 0) break;
    holder = next;
    key = keys[step % keys.length] ?? "";
  }
  return key === "spec" ? undefined : { holder, key };
}

function act(root: Tree, { way, act: kind, value }: Deed): void {
  if (kind === "name") {
    root.name = value;
    return;
  }
  const found = place(root, way);
  if (!found) return;
  const { holder, key } = found;
  if (kind === "replace") holder[key] = structuredClone(value);
  else if (kind === "remove" && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (kind === "remove") delete holder[key];
  else if (Array.isArray(holder) && kind === "repeat") holder.push(structuredClone(value));
  else if (Array.isArray(holder)) holder.reverse();
}

describe("what is well-formed", () => {
  it("is what parsing the whole document says, after any changes in a row", () => {
    const outcomes = { good: 0, bad: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...ecommerceStarter.documents),
        fc.array(deed, { minLength: 1, maxLength: 6 }),
        (start, deeds) => {
          const parse = createWellFormed();
          let document: unknown = start;
          parse(document);
          for (const one of deeds) {
            // As text and back: two days of a calendar may be one list in memory.
            const plain = JSON.parse(JSON.stringify(document)) as Tree;
            const next = change(document as Tree, (draft) => act(draft, one))?.value ?? document;
            act(plain, one);
            const [quick, whole] = [parse(next), parseDocument(plain)];
            expect(quick.ok ? { ok: true } : quick).toEqual(whole.ok ? { ok: true } : whole);
            outcomes[whole.ok ? "good" : "bad"] += 1;
            // A change that is refused is not made.
            if (whole.ok) document = next;
          }
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 400) },
    );
    expect(Math.min(outcomes.good, outcomes.bad)).toBeGreaterThan(100);
  });

  it("looks at an item again that was put into another list", () => {
    const starter = ecommerceStarter.documents.find(({ kind }) => kind === "workflow");
    const document = structuredClone(starter) as unknown as { spec: { nodes: unknown[]; edges: unknown[] } };
    const parse = createWellFormed();
    expect(parse(document).ok).toBe(true);
    const { nodes, edges } = document.spec;
    expect(parse({ ...document, spec: { ...document.spec, edges: [...edges, nodes[1]] } }).ok).toBe(false);
  });

  it("names as long lists only such as set no limit that needs all of their items", () => {
    for (const kind of documentKinds)
      for (const name of longLists[kind] ?? []) {
        const { spec } = documentSchemas[kind].properties as { spec: { properties: Tree } };
        const list = spec.properties[name] as Tree;
        expect(list.type).toBe("array");
        expect(Object.keys(list)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(maxItems|uniqueItems|contains|prefixItems)$/)]),
        );
        expect(list.minItems ?? 0).toBeLessThanOrEqual(1);
      }
  });
});
