import { expect, it } from "vitest";
import { upwards } from "./focus-place.ts";

it("goes from a place up to the whole", () => {
  expect(upwards("/branches/0/when")).toEqual(["/branches/0/when", "/branches/0", "/branches", ""]);
  expect(upwards("")).toEqual([""]);
});
