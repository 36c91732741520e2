import { expect, test } from "vitest";
import { newId } from "./ids.ts";

test("ids are UUIDs of version 7, each greater than the one before", () => {
  const ids = Array.from({ length: 50_000 }, newId);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
