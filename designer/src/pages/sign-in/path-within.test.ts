import { expect, it } from "vitest";
import { pathWithin } from "./path-within.ts";

it("leads back into the app", () => {
  expect(pathWithin("/tickets?status=open")).toBe("/tickets?status=open");
});

it.each([
  null,
  "",
  "tickets",
  "//evil.example/x",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
])("never leaves it: %s", (next) => {
  expect(pathWithin(next)).toBe("/");
});
