/** Ids of rows: UUID version 7, so that they sort by the time of their making (RFC 9562). */
import { randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** A new id; within one process each is greater than the one before. */
export const newId = (): string => v7();

/** An unguessable token of 256 bits, safe in URLs and cookies. */
export const newToken = (): string => randomBytes(32).toString("base64url");
