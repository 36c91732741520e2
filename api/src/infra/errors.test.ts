import { afterAll, beforeAll, expect, test } from "vitest";
import { bootstrapKey, createTestApp, type TestApp } from "../testing/test-app.ts";

let it: TestApp;
beforeAll(async () => {
  it = await createTestApp({
    routes: [
      async (app) => {
        app.get("/boom", { config: { roles: "public" } }, async () => {
          throw new Error("secret inside");
        });
      },
    ],
  });
});
afterAll(() => it.close());

const post = (payload: string | Buffer, type = "application/json", url = "/api/v1/skills") =>
  it.raw({
    method: "POST",
    url,
    payload,
    headers: { authorization: `Bearer ${bootstrapKey}`, "content-type": type },
  });

const expectProblem = (reply: Awaited<ReturnType<typeof post>>, status: number, code: string) => {
  expect(reply.body).toMatchObject({ status, code, errors: expect.any(Array) });
  expect(reply.status).toBe(status);
  expect(reply.headers["content-type"]).toContain("application/problem+json");
  expect(Object.keys(reply.body)).toEqual(
    expect.arrayContaining(["type", "title", "status", "code", "detail", "errors"]),
  );
};

test("unknown addresses are 404, known ones with another method 405 with Allow", async () => {
  expectProblem(await it.raw({ method: "GET", url: "/api/v1/nothing" }), 404, "request.not-found");
  const wrong = await it.raw({ method: "DELETE", url: "/api/v1/settings/shops" });
  expectProblem(wrong, 405, "request.method");
  expect(wrong.headers.allow).toBe("GET, HEAD, PUT");
});

test("bodies that are no JSON are 400 with their position", async () => {
  const reply = await post('{"key": }');
  expectProblem(reply, 400, "request.json");
  expect(reply.body.detail).toMatch(/position 8/);
  expectProblem(await post('{"key":'), 400, "request.json");
  expectProblem(await post("\u0000"), 400, "request.json");
  expectProblem(await post(Buffer.from([0xff, 0xfe, 0x7b])), 400, "request.json");
});

test("other media types are 415, too large bodies 413", async () => {
  expectProblem(await post("<a/>", "application/xml"), 415, "request.media-type");
  expectProblem(await post(JSON.stringify("x".repeat(1_100_000))), 413, "request.too-large");
});

test("deep nesting is refused before it is parsed, however deep", async () => {
  for (const depth of [65, 500_000]) {
    const text = `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expectProblem(await post(text), 400, "request.too-deep");
  }
  expectProblem(await post(`${"[".repeat(64)}${"]".repeat(64)}`), 400, "request.invalid");
});

test.each(['{"__proto__":{"a":1}}', '{"a":{"constructor":{"prototype":{}}}}', '{"\\u005f_proto__":1}'])(
  "names that reach prototypes are refused: %s",
  async (text) => {
    expectProblem(await post(text), 400, "request.banned-key");
    expect(({} as { a?: number }).a).toBeUndefined();
  },
);

test("validation names every fault by JSON pointer", async () => {
  const reply = await post(JSON.stringify({ key: "Not A Key", label: { zh: "甲" }, extra: 1 }));
  expectProblem(reply, 400, "request.invalid");
  expect(
    reply.body.errors.map((item: { path: string; code: string }) => `${item.path} ${item.code}`).sort(),
  ).toEqual(["/extra schema.unknown-property", "/key schema.pattern", "/label schema.required"]);
  const query = await it.call("GET", "/documents?limit=0");
  expectProblem(query, 400, "request.invalid");
  expect(query.body.errors[0].path).toBe("/query/limit");
  expectProblem(await it.call("GET", "/documents?cursor=%25%25"), 400, "request.cursor");
});

test("a missing body is a fault of the request", async () => {
  expectProblem(await it.call("POST", "/skills"), 400, "request.invalid");
});

test("faults of ours tell nothing of the inside, only the request's id", async () => {
  const reply = await it.raw({ method: "GET", url: "/api/v1/boom" });
  expectProblem(reply, 500, "server.unexpected");
  expect(JSON.stringify(reply.body)).not.toContain("secret");
  expect(reply.body.detail).toContain(reply.headers["x-request-id"]);
});

test("a malformed address is a 4xx problem", async () => {
  const reply = await it.raw({ method: "GET", url: "/api/v1/agents/%E0%A4%A" });
  expect(reply.status).toBe(404);
  expect(reply.body.code).toBe("request.not-found");
});
