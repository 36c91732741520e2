import { expect, it } from "vitest";
import { daysInFile } from "./days-in-file.ts";

const days = { "2027-01-01": { kind: "holiday", name: { zh: "元旦", en: "New Year's Day" } } };

it("takes days by date, and a file that has them as `days`", () => {
  expect(daysInFile(JSON.stringify(days))).toEqual(days);
  expect(daysInFile(JSON.stringify({ name: "2027", days }))).toEqual(days);
});

it("takes nothing else", () => {
  for (const text of ["", "{", "[]", "3", "null"]) expect(daysInFile(text)).toBeUndefined();
});
