import { catalog, nodeKinds } from "@sluice/engine";
import { parseDocument } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEditSession } from "../edit-session.ts";
import { change, type HistoryEntry, travel } from "../history.ts";
import type { Drafting } from "./drafting.ts";
import { createIdSource } from "./ids.ts";
import { kindsOf, portsOf, type WorkflowDocument } from "./model.ts";
import { anyCommand, numbersFrom } from "./random-edits.fixture.ts";

const kinds = kindsOf(catalog());

const first: WorkflowDocument = {
  kind: "workflow",
  key: "edited",
  name: "edited",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "n1", type: "trigger", position: { x: 0, y: 0 }, config: { on: "ticket.created" } },
      { id: "n2", type: "end", config: {} },
    ],
    edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
  },
};

const ids = (document: WorkflowDocument) =>
  [document.spec.nodes, document.spec.edges, document.spec.notes ?? [], document.spec.groups ?? []].flatMap(
    (list) => list.map(({ id }) => id),
  );

/** What every drawing keeps, whatever was done to it. */
function expectSound(document: WorkflowDocument): void {
  const { nodes, edges, groups = [] } = document.spec;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  expect(new Set(ids(document)).size).toBe(ids(document).length);
  expect(new Set(edges.map(({ source, sourcePort }) => `${source} ${sourcePort}`)).size).toBe(edges.length);
  for (const { source, sourcePort, target } of edges) {
    const from = byId.get(source);
    expect(from && portsOf(from, kinds).map(({ id }) => id)).toContain(sourcePort);
    expect(kinds.get(byId.get(target)?.type ?? "")?.hasInput).toBe(true);
    expect(source).not.toBe(target);
  }
  const grouped = groups.flatMap((group) => group.nodes);
  expect(new Set(grouped).size).toBe(grouped.length);
  for (const id of grouped) expect(byId.has(id)).toBe(true);
}

function edit(seed: number, commands: number) {
  const random = numbersFrom(seed);
  const drafting: Drafting = { kinds, ids: createIdSource(first) };
  const entries: HistoryEntry[] = [];
  let document = first;
  for (let count = 0; count < commands; count += 1) {
    const command = anyCommand(drafting, document, random);
    if (command === undefined || command.refuse?.(document) !== undefined) continue;
    const changed = change(document, (draft) => command.apply(draft as never));
    if (changed === undefined) continue;
    document = changed.value;
    entries.push({ label: command.label, forward: changed.forward, backward: changed.backward });
    if (count % 50 === 0) expect(parseDocument(document).ok).toBe(true);
  }
  return { document, entries };
}

describe("any thousand commands", () => {
  it("leave a sound document, and as many undos lead back exactly", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { document, entries } = edit(seed, 1_000);
        expect(parseDocument(document)).toMatchObject({ ok: true });
        expectSound(document);
        const history = { entries, position: entries.length };
        const back = travel(document, history, 0);
        expect(back.value).toEqual(first);
        expect(travel(back.value, back.history, entries.length).value).toEqual(document);
      }),
      { numRuns: 10 },
    );
  });

  it("do something: at least a third of them change the drawing", () => {
    const { entries } = edit(1, 1_000);
    expect(entries.length).toBeGreaterThan(333);
  });
});

it("goes back through a session as far as its history reaches", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = numbersFrom(seed);
      const session = createEditSession(first);
      const drafting: Drafting = { kinds, ids: createIdSource(first) };
      for (let count = 0; count < 60; count += 1) {
        const command = anyCommand(drafting, session.getState().document, random);
        if (command) session.execute(command);
      }
      while (session.getState().history.position > 0) session.undo();
      expect(session.getState().document).toEqual(first);
    }),
    { numRuns: 15 },
  );
});

it("knows every kind of the engine", () => {
  expect([...kinds.keys()]).toEqual([...nodeKinds.keys()]);
});
