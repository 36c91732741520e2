import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyRow, isTaken, rowsFor, toRecord, toRows } from "./record-rows.ts";

describe("record rows", () => {
  it("say what the record says", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (value) => {
        const record = JSON.parse(JSON.stringify(value));
        expect(toRecord(toRows(record))).toEqual(Object.fromEntries(Object.entries(record)));
      }),
    );
  });

  it("may be half-typed without losing a row", () => {
    const rows = [...toRows({ a: 1 }), { id: 1, key: "a", value: 2 }, { id: 2, key: "", value: 3 }];
    expect(toRecord(rows)).toEqual({ a: 1 });
    expect(rowsFor(rows, { a: 1 })).toBe(rows);
    expect(rows.map((row) => isTaken(rows, row))).toEqual([false, true, false]);
  });

  it("follow a change from outside", () => {
    expect(rowsFor(toRows({ a: 1 }), { b: 2 })).toEqual([{ id: 0, key: "b", value: 2 }]);
  });

  it("get new ids", () => {
    expect(emptyRow(toRows({ a: 1, b: 2 })).id).toBe(2);
    expect(emptyRow([]).id).toBe(0);
  });
});
