import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AppError, type ErrorCode, errorDefinitions } from "./errors.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const rows = [...readme.matchAll(/^\| `([a-z-]+\.[a-z-]+)` \| (\d+) \| (\w+) \|/gm)];

test("the manual lists every error code, and no other", () => {
  const listed = rows.map(([, code]) => code).sort();
  expect(listed).toEqual(Object.keys(errorDefinitions).sort());
});

test("the manual states each code's status and category", () => {
  for (const [, code, status, category] of rows) {
    const definition = errorDefinitions[code as ErrorCode];
    expect([code, definition.status, definition.category]).toEqual([code, Number(status), category]);
  }
});

test("texts are filled from values, and only from them", () => {
  const error = new AppError("database.newer", { values: { found: 9, known: 1 } });
  expect(error.detail).toContain("Its version is 9, this release knows 1");
  expect(error.message).not.toMatch(/\{\w+\}/);
});
