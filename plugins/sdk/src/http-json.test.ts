import { describe, expect, it } from "vitest";
import { requestJson } from "./http-json.ts";

const answering =
  (body: string | null, init: ResponseInit = {}) =>
  async () =>
    new Response(body, init);
const ask = (http: () => Promise<Response>, more = {}) =>
  requestJson(http, { url: "https://x.example/a?key=secret", prefix: "x", ...more });

describe("an exchange of JSON", () => {
  it("answers status and body, and accepts what it is told to", async () => {
    expect(await ask(answering('{"a":1}'))).toEqual({ status: 200, body: { a: 1 } });
    expect(await ask(answering(null, { status: 204 }))).toEqual({ status: 204, body: null });
    expect(await ask(answering("", { status: 404 }), { accept: [404] })).toEqual({ status: 404, body: null });
  });

  it.each([
    [400, false],
    [401, false],
    [408, true],
    [409, false],
    [425, true],
    [429, true],
    [500, true],
    [503, true],
  ])("fails with %i, worth another try: %s", async (status, retryable) => {
    const failed = ask(answering("no", { status }));
    await expect(failed).rejects.toMatchObject({ code: "x.status", retryable, details: { status } });
  });

  it("waits as long as it is told to", async () => {
    const headers = { "retry-after": "7" };
    await expect(ask(answering("", { status: 429, headers }))).rejects.toMatchObject({ retryAfterMs: 7_000 });
    await expect(ask(answering("", { status: 400, headers }))).rejects.toMatchObject({
      retryAfterMs: undefined,
    });
  });

  it("does not read without end, nor take a page for JSON", async () => {
    await expect(ask(answering("<html>"))).rejects.toMatchObject({ code: "x.answer-invalid" });
    const endless = answering(`"${"x".repeat(3 * 1024 * 1024)}"`);
    await expect(ask(endless)).rejects.toMatchObject({ code: "x.answer-invalid", retryable: false });
  });

  it("never tells the address, which may hold a key", async () => {
    const failed = await ask(answering("no", { status: 403 })).catch((error: unknown) => error);
    expect(JSON.stringify(failed) + String(failed)).not.toContain("secret");
  });
});
