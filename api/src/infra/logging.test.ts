import { expect, test } from "vitest";
import { AppError } from "../errors.ts";
import { errorLine } from "./logging.ts";

test("a failed statement is logged without its values, also as a cause", () => {
  const failed = Object.assign(new Error("UNIQUE constraint failed: users.name"), {
    code: "SQLITE_CONSTRAINT_UNIQUE",
    query: "INSERT INTO users",
    parameters: ["wang", "$argon2id$v=19$secret"],
    driverError: { parameters: ["$argon2id$v=19$secret"] },
  });
  for (const error of [failed, new AppError("database.full", { values: { place: "x" }, cause: failed })]) {
    const line = JSON.stringify(errorLine(error));
    expect(line).toContain("UNIQUE constraint failed: users.name");
    expect(line).toContain("SQLITE_CONSTRAINT_UNIQUE");
    expect(line).not.toContain("argon2id");
  }
  expect(errorLine("text")).toBe("text");
});
