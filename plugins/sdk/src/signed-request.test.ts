import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSignedRequest, replayWindowMs, signatureHeaders } from "./signed-request.ts";

const secret = "a-shared-secret";
const now = 1_771_000_000_500;
const body = '{"text":"在吗"}';
const request = (headers: Record<string, string>, more = {}) => ({
  headers,
  body,
  encoding: "utf8" as const,
  receivedAt: now,
  ...more,
});

describe("a signed request", () => {
  it("is what RFC 2104 and the manual say", () => {
    const hex = createHmac("sha256", secret).update(`1771000000.${body}`, "utf8").digest("hex");
    expect(signatureHeaders(secret, body, now)).toEqual({
      "sluice-timestamp": "1771000000",
      "sluice-signature": `sha256=${hex}`,
    });
  });

  it("is believed for five minutes on either side", () => {
    const headers = signatureHeaders(secret, body, 1_771_000_000_000);
    const at = (receivedAt: number) => isSignedRequest(request(headers, { receivedAt }), secret);
    expect(at(1_771_000_000_000 + replayWindowMs)).toBe(true);
    expect(at(1_771_000_000_000 - replayWindowMs)).toBe(true);
    expect(at(1_771_000_000_001 + replayWindowMs)).toBe(false);
    expect(at(1_770_999_999_999 - replayWindowMs)).toBe(false);
  });

  it("is refused when anything of it is another", () => {
    const headers = signatureHeaders(secret, body, now);
    expect(isSignedRequest(request(headers), secret)).toBe(true);
    expect(isSignedRequest(request(headers), "another")).toBe(false);
    expect(isSignedRequest(request(headers), undefined)).toBe(false);
    expect(isSignedRequest(request(headers), "")).toBe(false);
    expect(isSignedRequest(request({}), secret)).toBe(false);
    expect(isSignedRequest(request(headers, { body: `${body} ` }), secret)).toBe(false);
    expect(isSignedRequest(request({ ...headers, "sluice-timestamp": "1771000001" }), secret)).toBe(false);
  });

  it("is over the bytes, also where they are no UTF-8", () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const hex = createHmac("sha256", secret).update("1771000000.").update(bytes).digest("hex");
    const headers = { "sluice-timestamp": "1771000000", "sluice-signature": `sha256=${hex}` };
    const latin = { body: bytes.toString("latin1"), encoding: "latin1" as const };
    expect(isSignedRequest(request(headers, latin), secret)).toBe(true);
  });

  it("with a timestamp that is no number is refused though signed", () => {
    const hex = createHmac("sha256", secret).update(`soon.${body}`, "utf8").digest("hex");
    const headers = { "sluice-timestamp": "soon", "sluice-signature": `sha256=${hex}` };
    expect(isSignedRequest(request(headers), secret)).toBe(false);
  });
});
