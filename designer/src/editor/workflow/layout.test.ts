import { catalog } from "@sluice/engine";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { reachableFrom, readingOrder } from "./graph.ts";
import { layout, placesOf } from "./layout.ts";
import { kindsOf, sizeOf, type WorkflowDocument } from "./model.ts";

const kinds = kindsOf(catalog());
const workflows = ecommerceStarter.documents.filter(
  (document): document is WorkflowDocument => document.kind === "workflow",
);
const returns = workflows.find(({ key }) => key === "returns") as WorkflowDocument;

function boxes(document: WorkflowDocument) {
  const places = layout(document, kinds);
  return document.spec.nodes.map((node) => ({
    id: node.id,
    ...(places.get(node.id) ?? { x: 0, y: 0 }),
    ...sizeOf(node, kinds),
  }));
}

describe("automatic layout", () => {
  it.each(workflows.map((document) => [document.key, document] as const))(
    "%s: no two cards touch",
    (_, document) => {
      const cards = boxes(document);
      for (const a of cards)
        for (const b of cards) {
          if (a.id >= b.id) continue;
          const apart =
            a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
          expect(apart, `${a.id} on ${b.id}`).toBe(true);
        }
    },
  );

  it.each(workflows.map((document) => [document.key, document] as const))(
    "%s: reads left to right",
    (_, document) => {
      const places = layout(document, kinds);
      for (const { source, target } of document.spec.edges) {
        if (reachableFrom(document, target).has(source)) continue;
        expect(places.get(source)?.x).toBeLessThan(places.get(target)?.x ?? 0);
      }
    },
  );

  it("keeps a group's nodes together: nobody else stands between them", () => {
    const grouped = {
      ...returns.spec,
      groups: [{ id: "g1", name: "money", nodes: ["paying", "pay", "told"] }],
    };
    const cards = boxes({ ...returns, spec: grouped });
    const inside = cards.filter(({ id }) => grouped.groups[0]?.nodes.includes(id));
    const left = Math.min(...inside.map(({ x }) => x));
    const right = Math.max(...inside.map(({ x, width }) => x + width));
    const top = Math.min(...inside.map(({ y }) => y));
    const bottom = Math.max(...inside.map(({ y, height }) => y + height));
    const between = cards.filter(
      (card) =>
        !inside.includes(card) &&
        card.x < right &&
        card.x + card.width > left &&
        card.y < bottom &&
        card.y + card.height > top,
    );
    expect(between.map(({ id }) => id)).toEqual([]);
  });

  it("gives the same drawing every time, on the grid", () => {
    expect(layout(returns, kinds)).toEqual(layout(structuredClone(returns), kinds));
    for (const { x, y } of layout(returns, kinds).values()) expect([x % 8, y % 8]).toEqual([0, 0]);
  });

  it("is asked only for nodes that have no place of their own", () => {
    const [first, ...others] = returns.spec.nodes;
    const { position: _, ...unplaced } = first as (typeof returns.spec.nodes)[number];
    const document = { ...returns, spec: { ...returns.spec, nodes: [unplaced, ...others] } };
    const places = placesOf(document, kinds);
    for (const { id, position } of others) expect(places.get(id)).toEqual(position);
    const lowest = Math.max(...others.map(({ position }) => position?.y ?? 0));
    expect(places.get(unplaced.id)?.y).toBeGreaterThan(lowest);
  });
});

describe("reading order", () => {
  it("begins with the trigger, follows the first way, and names everybody once", () => {
    const order = readingOrder(returns, kinds);
    expect(order.slice(0, 6)).toEqual(["start", "waiting", "track-ready", "track", "inspect", "amount"]);
    expect([...order].sort()).toEqual(returns.spec.nodes.map(({ id }) => id).sort());
  });
});
