/** What a database says when it cannot go on, as one of our errors with the thing to do. */
import { AppError } from "../errors.ts";

const codes: Readonly<Record<string, ConstructorParameters<typeof AppError>[0]>> = {
  SQLITE_FULL: "database.full",
  ENOSPC: "database.full",
  SQLITE_READONLY: "database.read-only",
  SQLITE_CANTOPEN: "database.read-only",
  EACCES: "database.read-only",
  EPERM: "database.read-only",
  EROFS: "database.read-only",
  ENOTDIR: "database.read-only",
  EEXIST: "database.read-only",
  SQLITE_CORRUPT: "database.corrupt",
  SQLITE_NOTADB: "database.corrupt",
  SQLITE_BUSY: "database.busy",
  SQLITE_LOCKED: "database.busy",
  // The file beside the database that connections share cannot grow: there is no room for it.
  SQLITE_IOERR_SHMSIZE: "database.full",
  SQLITE_IOERR: "database.io",
};

interface WithCode {
  readonly code?: unknown;
  readonly driverError?: { readonly code?: unknown };
}

/** SQLite's extended codes (`SQLITE_READONLY_DIRECTORY`) count as their plain ones. */
function knownCode(error: unknown): keyof typeof codes | undefined {
  const { code, driverError } = (error ?? {}) as WithCode;
  const text = String(driverError?.code ?? code ?? "");
  return Object.keys(codes).find((known) => text === known || text.startsWith(`${known}_`));
}

/** The typed error for a failure of the database itself, or the error as it came. */
export function toDatabaseError(error: unknown, place: string): unknown {
  if (error instanceof AppError) return error;
  const known = knownCode(error);
  const code = known === undefined ? undefined : codes[known];
  return code === undefined ? error : new AppError(code, { values: { place }, cause: error });
}

/** True for a violated unique or primary key. */
export function isDuplicate(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as WithCode;
  const text = String(driverError?.code ?? code ?? "");
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$|^ER_DUP_ENTRY$/.test(text);
}
