import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonText, toJsonText } from "./json-text.ts";

const read = (text: string) => {
  const reading = readJsonText(text);
  return reading.ok ? reading.value : "fault";
};

describe("JSON in a text field", () => {
  it("takes texts as they are typed", () => {
    expect(read("待仓库收货")).toBe("待仓库收货");
    expect(read("12 件")).toBe("12 件");
    expect(read("{{ order.amount }}")).toBe("{{ order.amount }}");
    expect(read('{% if a %}"x"{% endif %}')).toBe('{% if a %}"x"{% endif %}');
  });

  it("takes numbers, yes and no, lists and objects", () => {
    expect(read("-1.5e3")).toBe(-1500);
    expect(read("false")).toBe(false);
    expect(read('["a", {"b": null}]')).toEqual(["a", { b: null }]);
    expect(read('"12"')).toBe("12");
    expect(read("  ")).toBeUndefined();
  });

  it("says what is no JSON", () => {
    expect(read('{"a": }')).toBe("fault");
    expect(read("[1,")).toBe("fault");
  });

  it("gives back every value", () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom("12", "true", '"', "{", "", " 5 ", "{{ x }}"));
    fc.assert(
      fc.property(values, (value) => {
        const json = JSON.parse(JSON.stringify(value));
        // A text of blanks alone is no text.
        fc.pre(typeof json !== "string" || json === "" || json.trim() !== "");
        expect(read(toJsonText(json))).toEqual(json);
      }),
    );
  });
});
