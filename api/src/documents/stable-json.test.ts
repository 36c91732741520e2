import { diffJson } from "@sluice/schemas";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stableJson } from "./stable-json.ts";

test("equal values have no difference, different ones have one", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const plain = (value: unknown) => stableJson(value);
      expect(diffJson(a, JSON.parse(JSON.stringify(a)))).toEqual([]);
      expect(diffJson(a, b).length > 0).toBe(plain(a) !== plain(b));
    }),
  );
});

test("stable JSON does not depend on the order of keys", () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, child]) => [key, reversed(child)]),
          )
        : value;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(stableJson(reversed(value))).toBe(stableJson(value));
    }),
  );
});
