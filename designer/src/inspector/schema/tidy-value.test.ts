import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameJson, tidyValue } from "./tidy-value.ts";

const schema = {
  type: "object",
  required: ["list"],
  properties: {
    retry: { type: "object", properties: { max: { type: "string" } } },
    list: { type: "array", items: { type: "object", properties: { a: { type: "string" } } } },
  },
};

describe("tidyValue", () => {
  it("writes nothing that is not set", () => {
    const value = { retry: { max: undefined }, list: [{ a: undefined }], note: undefined };
    expect(tidyValue(value, schema, { retry: { max: "PT1M" }, list: [] })).toEqual({ list: [{}] });
  });

  it("leaves an empty object that was there", () => {
    expect(tidyValue({ retry: {}, list: [] }, schema, { retry: {}, list: [] })).toEqual({
      retry: {},
      list: [],
    });
  });

  it("keeps what the schema does not know", () => {
    expect(tidyValue({ other: {}, list: [] }, schema, undefined)).toEqual({ other: {}, list: [] });
  });

  it("changes no JSON that was there before", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value));
        expect(tidyValue(json, schema, json)).toEqual(json);
      }),
    );
  });
});

describe("isSameJson", () => {
  it("looks at values, not at the order of keys", () => {
    expect(isSameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(isSameJson({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSameJson([1, 2], [2, 1])).toBe(false);
    expect(isSameJson(null, {})).toBe(false);
  });

  it("agrees with the text of a copy", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [left, right] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        expect(isSameJson(left, JSON.parse(JSON.stringify(left)))).toBe(true);
        expect(isSameJson(left, right)).toBe(isSameJson(right, left));
      }),
    );
  });
});
