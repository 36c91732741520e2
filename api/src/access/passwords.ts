/** What a password may be. Length is what counts (NIST SP 800-63B); the upper bound keeps hashing cheap. */
import { randomBytes } from "node:crypto";
import { Type } from "typebox";

export const passwordRule = Type.String({ minLength: 8, maxLength: 200 });

/** A password to be shown once: 96 random bits. */
export const newPassword = (): string => randomBytes(12).toString("base64url");
