/** Ids of rows: UUID version 7, so that they sort by the time of their making (RFC 9562). */
import { randomBytes, randomFillSync } from "node:crypto";
import { v7 } from "uuid";

/** Random bytes are drawn a page at a time: a system call per id costs more than the id. */
const page = new Uint8Array(16 * 256);
let used = page.length;

function nextRandom(): Uint8Array {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += 16;
  return page.subarray(used - 16, used);
}

let msecs = 0;
let seq = 0;

/** A new id; within one process each is greater than the one before, also when the machine's clock steps back. */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // 24 bits leave room for 4 billion ids within the same millisecond.
    seq = ((random[0] ?? 0) << 16) | ((random[1] ?? 0) << 8) | (random[2] ?? 0);
  } else seq += 1;
  return v7({ random, msecs, seq });
}

/** An unguessable token of 256 bits, safe in URLs and cookies. */
export const newToken = (): string => randomBytes(32).toString("base64url");
