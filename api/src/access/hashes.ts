/** Hashes: argon2id for passwords (slow on purpose), SHA-256 for random tokens (nothing to guess). */
import { createHash, timingSafeEqual } from "node:crypto";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** OWASP's recommendation for argon2id: 19 MiB, two passes. */
const argon = {
  algorithm: 2 satisfies Algorithm.Argon2id as number,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

export const hashPassword = (password: string): Promise<string> => hash(password, argon);

/** True when the password fits; a damaged hash fits nothing. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Compares without telling by its time where the difference is. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a), "hex"), Buffer.from(sha256(b), "hex"));
