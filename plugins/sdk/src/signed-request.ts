/**
 * Signed HTTP between two machines that share a secret: `HMAC-SHA256(secret, "<seconds>.<body>")` (RFC 2104) in
 * `sluice-signature: sha256=<hex>`, the instant in `sluice-timestamp`. The instant is signed with the body, so a request
 * that was listened to is worth nothing after the window; within it, a message's own id makes a repetition harmless.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { InboundRequest } from "./channel.ts";

/** How far the sender's clock may be from ours, in milliseconds. */
export const replayWindowMs = 300_000;

const signature = (secret: string, seconds: string, body: string, encoding: "utf8" | "latin1"): string =>
  `sha256=${createHmac("sha256", secret).update(`${seconds}.`).update(body, encoding).digest("hex")}`;

/** Both are hashed first: a comparison takes as long whatever differs, the length too. */
function isEqual(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

/** The headers that prove `body`; `now` is epoch milliseconds. */
export function signatureHeaders(
  secret: string,
  body: string,
  now: number,
): { readonly "sluice-timestamp": string; readonly "sluice-signature": string } {
  const seconds = String(Math.floor(now / 1_000));
  return { "sluice-timestamp": seconds, "sluice-signature": signature(secret, seconds, body, "utf8") };
}

/** True when the request was signed with `secret` at most five minutes from its arrival; never without a secret. */
export function isSignedRequest(
  { headers, body, encoding, receivedAt }: Omit<InboundRequest, "method" | "query">,
  secret: string | undefined,
): boolean {
  if (!secret) return false;
  const seconds = headers["sluice-timestamp"] ?? "";
  const given = headers["sluice-signature"] ?? "";
  if (!isEqual(given, signature(secret, seconds, body, encoding))) return false;
  const at = /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1_000 : Number.NaN;
  return Math.abs(receivedAt - at) <= replayWindowMs;
}
