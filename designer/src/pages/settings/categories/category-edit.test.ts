import type { Category } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toRows } from "../edit/rows.ts";
import {
  addCategory,
  branchOf,
  type CategoryRows,
  childrenOf,
  destinationOf,
  moveCategory,
  parentOf,
  removeCategory,
  setSlug,
} from "./category-edit.ts";

const tree = (...ids: string[]): CategoryRows =>
  toRows(ids.map((id): Category => ({ id, label: { zh: id, en: id } })));
const ids = (rows: CategoryRows) => rows.map(({ item }) => item.id);
const row = (rows: CategoryRows, id: string) => {
  const found = rows.find(({ item }) => item.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const sample = () => tree("a", "a.x", "a.x.deep", "a.y", "b", "b.z");

describe("the category tree", () => {
  it("takes a child at the end of its parent and a brother right after another", () => {
    const rows = sample();
    expect(ids(addCategory(rows, { parent: row(rows, "a") }).rows)).toEqual([
      ...["a", "a.x", "a.x.deep", "a.y", "a.new", "b", "b.z"],
    ]);
    const brother = addCategory(rows, { parent: row(rows, "a"), after: row(rows, "a.x") });
    expect(ids(brother.rows)).toEqual(["a", "a.x", "a.x.deep", "a.new", "a.y", "b", "b.z"]);
    expect(ids(addCategory(rows, { parent: row(rows, "a.y") }).rows)[4]).toBe("a.y.new");
    expect(ids(addCategory(rows, { parent: undefined }).rows).at(-1)).toBe("new");
  });

  it("renames a branch with everything below it, and nothing that only begins alike", () => {
    const rows = tree("a", "a.x", "ab", "a.x.deep");
    expect(ids(setSlug(rows, row(rows, "a"), "c"))).toEqual(["c", "c.x", "ab", "c.x.deep"]);
  });

  it("moves a branch under another parent as the child that is asked for", () => {
    const rows = sample();
    const moved = moveCategory(rows, row(rows, "a.x"), { parent: row(rows, "b"), index: 0 });
    expect(ids(moved)).toEqual(["a", "a.y", "b", "b.x", "b.x.deep", "b.z"]);
    const last = moveCategory(rows, row(rows, "a.x"), { parent: row(rows, "b"), index: 1 });
    expect(ids(last)).toEqual(["a", "a.y", "b", "b.z", "b.x", "b.x.deep"]);
  });

  it("moves nothing into itself, nor where its name is taken", () => {
    const rows = sample();
    expect(moveCategory(rows, row(rows, "a"), { parent: row(rows, "a.x"), index: 0 })).toBe(rows);
    const twins = tree("a", "a.x", "b", "b.x");
    expect(moveCategory(twins, row(twins, "a.x"), { parent: row(twins, "b"), index: 0 })).toBe(twins);
  });

  it("steps by keyboard: up, in under the brother above, out beside the parent", () => {
    const rows = sample();
    const step = (id: string, name: Parameters<typeof destinationOf>[2]) => {
      const to = destinationOf(rows, row(rows, id), name);
      return to && ids(moveCategory(rows, row(rows, id), to));
    };
    expect(step("a.y", "up")).toEqual(["a", "a.y", "a.x", "a.x.deep", "b", "b.z"]);
    expect(step("a", "down")).toEqual(["b", "b.z", "a", "a.x", "a.x.deep", "a.y"]);
    expect(step("b", "in")).toEqual(["a", "a.x", "a.x.deep", "a.y", "a.b", "a.b.z"]);
    expect(step("a.y", "out")).toEqual(["a", "a.x", "a.x.deep", "y", "b", "b.z"]);
    expect(step("a", "up")).toBeNull();
    expect(step("a", "in")).toBeNull();
    expect(step("b", "out")).toBeNull();
  });

  it("removes a branch whole", () => {
    const rows = sample();
    expect(ids(removeCategory(rows, row(rows, "a")))).toEqual(["b", "b.z"]);
  });

  it("loses no category whatever is moved, and keeps every branch together", () => {
    const steps = fc.array(fc.tuple(fc.nat(5), fc.constantFrom("up", "down", "in", "out")), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (moves) => {
        let rows = sample();
        for (const [at, name] of moves) {
          const moved = rows[at];
          const to = moved && destinationOf(rows, moved, name as "up");
          if (moved && to) {
            const before = branchOf(rows, moved).map(({ uid }) => uid);
            rows = moveCategory(rows, moved, to);
            const now = rows.find(({ uid }) => uid === moved.uid);
            expect(now && branchOf(rows, now).map(({ uid }) => uid)).toEqual(before);
          }
        }
        expect(new Set(ids(rows)).size).toBe(6);
        const reached = (parent: CategoryRows[number] | undefined): number =>
          childrenOf(rows, parent).reduce((sum, child) => sum + 1 + reached(child), 0);
        expect(reached(undefined)).toBe(6);
        expect(rows.every((one) => one.item.id.includes(".") === (parentOf(rows, one) !== undefined))).toBe(
          true,
        );
      }),
    );
  });
});
