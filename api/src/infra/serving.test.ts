import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootstrapKey, createTestApp, type TestApp } from "../testing/test-app.ts";

let it: TestApp;
let folder: string;
let ready = true;
let made = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-designer-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<title>Sluice</title>");
  writeFileSync(join(folder, "assets", "main-abc123.js"), "1");
  const { idleRuntime } = await import("../runtime-port.ts");
  it = await createTestApp({
    designerFolder: folder,
    runtime: { ...idleRuntime, ready: () => ready },
    routes: [
      async (app) => {
        app.post("/make", { config: { roles: ["agent"] } }, (request, reply) =>
          app.idempotency.run(request, reply, (remember) =>
            app.context.database.writer.run(async (transaction) => {
              made += 1;
              const answer = { status: 201, body: { made } };
              await remember(transaction, answer);
              return answer;
            }),
          ),
        );
      },
    ],
  });
  await it.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await it.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = (url: string) => it.raw({ method: "GET", url, headers: { accept: "text/html" } });

test("pages get the designer, assets are cached for ever, unknown assets and API addresses are 404", async () => {
  for (const url of ["/", "/documents/sla/default"]) {
    const reply = await page(url);
    expect([reply.status, reply.body]).toEqual([200, "<title>Sluice</title>"]);
    expect(reply.headers["cache-control"]).toBe("no-cache");
  }
  const asset = await page("/assets/main-abc123.js");
  expect(asset.headers["cache-control"]).toContain("immutable");
  expect((await page("/assets/gone.js")).status).toBe(404);
  expect((await page("/api/v1/nothing")).body.code).toBe("request.not-found");
  expect((await page("/..%2f..%2fpackage.json")).body).not.toContain("sluice/api");
});

test("pages carry a policy that runs only our own scripts, also the documentation's", async () => {
  for (const url of ["/", "/docs/"]) {
    const { headers } = await page(url);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
  const docs = await page("/docs/");
  expect(docs.body).not.toMatch(/<script>[^<]/);
  const openapi = (await page("/docs/json")).body;
  expect(openapi.openapi).toBe("3.1.0");
  expect(Object.keys(openapi.paths).length).toBeGreaterThan(25);
});

test("health, readiness and figures", async () => {
  expect((await page("/healthz")).body).toEqual({ status: "ok" });
  expect((await page("/readyz")).status).toBe(200);
  ready = false;
  const reply = await page("/readyz");
  expect([reply.status, reply.headers["retry-after"]]).toEqual([503, "5"]);
  expect((await page("/metrics")).body).toContain("sluice_writer_queue_depth");
});

test("listeners get what is published on their topics, and are let go when the server stops", async () => {
  const { port } = it.app.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${bootstrapKey}` };
  const request = get({ port, path: "/api/v1/events?topics=documents", headers });
  const [stream] = (await once(request, "response")) as [IncomingMessage];
  expect(stream.headers["content-type"]).toContain("text/event-stream");
  let text = "";
  stream.on("data", (chunk) => {
    text += String(chunk);
  });
  it.app.events.publish("presence", { agent: "a1" });
  it.app.events.publish("documents", { key: "vip" });
  await expect.poll(() => text).toContain('event: documents\ndata: {"key":"vip"}');
  expect(text).not.toContain("presence");
  expect(it.app.events.clients).toBe(1);
  stream.destroy();
  await expect.poll(() => it.app.events.clients).toBe(0);
});

test("a request sent again with its key happens once, also when both arrive together", async () => {
  const send = (key: string, body: object) => it.call("POST", "/make", body, { "idempotency-key": key });
  const both = await Promise.all([send("k1", { a: 1 }), send("k1", { a: 1 })]);
  expect(both.map((reply) => reply.status).sort()).toEqual([200, 201]);
  expect((await send("k1", { a: 1 })).body).toEqual({ made: 1 });
  expect((await send("k1", { a: 2 })).body.code).toBe("request.idempotency-mismatch");
  expect((await send("k2", { a: 1 })).body).toEqual({ made: 2 });
  it.wall.advance(7 * 24 * 3_600_000);
  expect((await send("k1", { a: 2 })).status).toBe(201);
});

test("public routes are limited by address", async () => {
  const hit = () => it.raw({ method: "GET", url: "/api/v1/public/announcements", remoteAddress: "10.9.9.9" });
  const replies = [];
  for (let sent = 0; sent < 610; sent += 1) replies.push(await hit());
  const limited = replies.filter((reply) => reply.status === 429);
  expect(limited).toHaveLength(10);
  expect(limited[0]?.body.code).toBe("request.rate-limited");
});
