import { expect, it } from "vitest";
import { drawerLimits, parseDrawerLook } from "./drawer-choice.ts";

it("reads what was kept, value by value", () => {
  const ordinary = { open: false, height: drawerLimits.ordinary, tab: "problems" };
  expect(parseDrawerLook('{"open":true,"height":320,"tab":"json"}')).toEqual({
    open: true,
    height: 320,
    tab: "json",
  });
  expect(parseDrawerLook('{"open":true,"height":3,"tab":"none"}')).toEqual({ ...ordinary, open: true });
  for (const text of [null, "", "{", "null", "[]"]) expect(parseDrawerLook(text)).toEqual(ordinary);
});
