import fc from "fast-check";
import { expect, it } from "vitest";
import { createRedactor } from "./redactor.ts";

it("leaves no known secret in any text or JSON", () => {
  const secret = fc.string({ minLength: 6 }).filter((text) => !/[[\]]|secret/.test(text));
  fc.assert(
    fc.property(secret, fc.string(), fc.jsonValue(), (value, around, json) => {
      const redactor = createRedactor();
      redactor.learn([value]);
      const text = redactor.text(`${around}${value}${around}`);
      const nested = redactor.json({ list: [value, { deep: `x${value}` }], json });
      const strings = [text, ...stringsOf(nested)];
      return strings.every((item) => !item.includes(value));
    }),
  );
});

const stringsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
};

it("keeps what is not secret, and values too short to be one", () => {
  const redactor = createRedactor();
  redactor.learn(["abc", "tok-1234"]);
  expect(redactor.json({ "tok-1234": 1, n: null, text: "abc" })).toEqual({
    "[secret]": 1,
    n: null,
    text: "abc",
  });
});
