import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { toDatabaseError } from "./failure.ts";

const codeOf = (code: string): string | undefined => {
  const error = toDatabaseError(Object.assign(new Error("it failed"), { code }), "/data");
  return error instanceof AppError ? error.code : undefined;
};

describe("toDatabaseError", () => {
  it.each([
    ["SQLITE_FULL", "database.full"],
    ["ENOSPC", "database.full"],
    ["SQLITE_IOERR_SHMSIZE", "database.full"],
    ["SQLITE_IOERR_WRITE", "database.io"],
    ["SQLITE_READONLY_DIRECTORY", "database.read-only"],
    ["SQLITE_NOTADB", "database.corrupt"],
    ["SQLITE_BUSY_SNAPSHOT", "database.busy"],
  ])("%s is %s", (code, expected) => expect(codeOf(code)).toBe(expected));

  it("leaves what it does not know as it came", () => {
    const error = Object.assign(new Error("unique"), { code: "SQLITE_CONSTRAINT_UNIQUE" });
    expect(toDatabaseError(error, "/data")).toBe(error);
  });
});
