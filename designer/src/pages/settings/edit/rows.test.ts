import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeRow, freeName, fromRows, moveRow, removeRow, toRows } from "./rows.ts";

describe("rows", () => {
  it("come back as the items they were made of, each with an identity of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (items) => {
        const rows = toRows(items);
        expect(fromRows(rows)).toEqual(items);
        expect(new Set(rows.map(({ uid }) => uid)).size).toBe(items.length);
      }),
    );
  });

  it("are moved to a place and back, and never lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        fc.nat(9),
        fc.nat(9),
        (items, from, to) => {
          const rows = toRows(items);
          const moved = moveRow(rows, from, to);
          expect(new Set(moved)).toEqual(new Set(rows));
          if (from < rows.length && to < rows.length) expect(moved[to]).toBe(rows[from]);
          expect(moveRow(moved, to, from)).toEqual(rows);
        },
      ),
    );
  });

  it("keep their identity when they change", () => {
    const [first, second] = toRows(["a", "b"]);
    if (!first || !second) throw new Error("two rows");
    const changed = changeRow([first, second], second.uid, "c");
    expect(changed.map(({ uid, item }) => [uid, item])).toEqual([
      [first.uid, "a"],
      [second.uid, "c"],
    ]);
    expect(removeRow(changed, first.uid)).toEqual([{ ...second, item: "c" }]);
  });

  it("find a name that is free", () => {
    expect(freeName("field", [])).toBe("field");
    expect(freeName("field", ["field", "field-2"])).toBe("field-3");
  });
});
