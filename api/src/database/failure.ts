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
  ECONNREFUSED: "database.unreachable",
  ECONNRESET: "database.unreachable",
  EPIPE: "database.unreachable",
  ETIMEDOUT: "database.unreachable",
  EHOSTUNREACH: "database.unreachable",
  ENETUNREACH: "database.unreachable",
  ENOTFOUND: "database.unreachable",
  EAI_AGAIN: "database.unreachable",
  PROTOCOL_CONNECTION_LOST: "database.unreachable",
  PROTOCOL_SEQUENCE_TIMEOUT: "database.unreachable",
  ER_SERVER_SHUTDOWN: "database.unreachable",
  ER_NORMAL_SHUTDOWN: "database.unreachable",
  ER_CONNECTION_KILLED: "database.unreachable",
  ER_QUERY_INTERRUPTED: "database.unreachable",
  ER_CLIENT_INTERACTION_TIMEOUT: "database.unreachable",
  ER_CON_COUNT_ERROR: "database.busy",
  ER_TOO_MANY_USER_CONNECTIONS: "database.busy",
  ER_USER_LIMIT_REACHED: "database.busy",
  ER_LOCK_DEADLOCK: "database.busy",
  ER_LOCK_WAIT_TIMEOUT: "database.busy",
  ER_CHECKREAD: "database.busy",
  ER_DISK_FULL: "database.full",
  ER_RECORD_FILE_FULL: "database.full",
  ER_OPTION_PREVENTS_STATEMENT: "database.read-only",
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: "database.read-only",
  ER_ACCESS_DENIED_ERROR: "database.credentials",
  ER_DBACCESS_DENIED_ERROR: "database.credentials",
  ER_TABLEACCESS_DENIED_ERROR: "database.credentials",
  ER_SPECIFIC_ACCESS_DENIED_ERROR: "database.credentials",
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: "database.credentials",
  ER_DATA_TOO_LONG: "request.value-too-long",
  ER_NET_PACKET_TOO_LARGE: "request.value-too-long",
};

interface WithCode {
  readonly code?: unknown;
  readonly driverError?: { readonly code?: unknown };
}

/** What the driver says of a session that has died, in words only. */
const deadSession = /in closed state|Connection lost|server closed the connection|Pool is closed/i;

const codeText = (error: unknown): string => {
  const { code, driverError } = (error ?? {}) as WithCode;
  return String(driverError?.code ?? code ?? "");
};

/** SQLite's extended codes (`SQLITE_READONLY_DIRECTORY`) count as their plain ones. */
function knownCode(error: unknown): keyof typeof codes | undefined {
  const text = codeText(error);
  const known = Object.keys(codes).find((code) => text === code || text.startsWith(`${code}_`));
  return (
    known ??
    (error instanceof Error && deadSession.test(error.message) ? "PROTOCOL_CONNECTION_LOST" : undefined)
  );
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
  const text = codeText(error);
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$|^ER_DUP_ENTRY$/.test(text);
}

/** True when the session with the server is gone. */
export const isConnectionLost = (error: unknown): boolean => {
  const known = knownCode(error);
  return known !== undefined && codes[known] === "database.unreachable";
};

/** True when the database gave a transaction up for the sake of another: the same again may succeed. */
export const isLockFailure = (error: unknown): boolean =>
  /^(ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT|ER_CHECKREAD)$/.test(codeText(error));

/** True when the server has no database of that name. */
export const isUnknownDatabase = (error: unknown): boolean => codeText(error) === "ER_BAD_DB_ERROR";
