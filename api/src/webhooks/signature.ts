/**
 * Proof of a webhook's call. Either the body is signed, `HMAC-SHA256(secret, "<seconds>.<body>")`, and the instant is within
 * five minutes of ours, or the call brings the webhook's token. Keys are made from the server's secret key and the address:
 * nothing is stored, and another address has another key. All comparisons take the same time whatever differs.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "../errors.ts";

/** How far the caller's clock may be from ours, ms; also how long a signed call can be repeated. */
export const replayWindowMs = 300_000;

export interface WebhookKeys {
  /** Signs bodies. */
  readonly secret: string;
  /** For callers that cannot sign. */
  readonly token: string;
}

export interface WebhookProof {
  /** `sluice-timestamp`: epoch seconds. */
  readonly timestamp?: string | undefined;
  /** `sluice-signature`: `sha256=<hex>`. */
  readonly signature?: string | undefined;
  /** `sluice-token`, or `?token=`; `Authorization` is for keys of the API. */
  readonly token?: string | undefined;
}

const derive = (key: Buffer, purpose: string, path: string): string =>
  createHmac("sha256", key).update(`sluice.webhook.${purpose}:${path}`).digest("base64url");

/** The keys of an address. */
export const webhookKeys = (key: Buffer, path: string): WebhookKeys => ({
  secret: derive(key, "secret", path),
  token: derive(key, "token", path),
});

/** The signature of a body sent at `timestamp`. */
export const signWebhook = (secret: string, timestamp: string, body: Buffer): string =>
  `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`;

/** Hashed first: what differs in length takes as long. */
const equal = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};

const refuse = (reason: string): AppError => new AppError("webhook.refused", { values: { reason } });

/** @throws AppError `webhook.refused` for a call that is not proven; `now` is epoch ms. */
export function requireProof(keys: WebhookKeys, proof: WebhookProof, body: Buffer, now: number): void {
  const { timestamp, signature, token } = proof;
  if (signature === undefined) {
    if (token !== undefined && equal(token, keys.token)) return;
    throw refuse("It has neither a signature nor the webhook's token.");
  }
  const at = /^\d{1,12}$/.test(timestamp ?? "") ? Number(timestamp) * 1_000 : Number.NaN;
  if (!equal(signature, signWebhook(keys.secret, timestamp ?? "", body)))
    throw refuse("The signature is not that of this body and timestamp.");
  if (!(Math.abs(now - at) <= replayWindowMs)) throw refuse("The timestamp is more than five minutes off.");
}
