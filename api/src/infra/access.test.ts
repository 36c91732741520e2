import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { fulfils, isRole, type Role, roles } from "./roles.ts";

let it: TestApp;
beforeAll(async () => {
  it = await createTestApp();
});
afterAll(() => it.close());

const keyOf = async (role: Role, scopes: string[] = []) =>
  (await it.call("POST", "/api-keys", { name: role, role, scopes })).body.key as string;

test("every route declares who may call it", () => {
  expect(it.app.routeTable.length).toBeGreaterThan(40);
  for (const { method, url, roles: declared } of it.app.routeTable) {
    const named = Array.isArray(declared) && declared.length > 0 && declared.every(isRole);
    expect(declared === "public" || named, `${method} ${url}`).toBe(true);
  }
});

test("only these are open to everybody", () => {
  const open = it.app.routeTable
    .filter((route) => route.roles === "public" && route.method !== "HEAD" && !route.url.startsWith("/docs"))
    .map((route) => `${route.method} ${route.url}`);
  expect(open.sort()).toEqual(
    [
      "GET /api/v1/public/announcements",
      "GET /healthz",
      "GET /metrics",
      "GET /readyz",
      "POST /api/v1/auth/login",
      "POST /api/v1/auth/logout",
    ].sort(),
  );
});

test("every other route refuses nobody with 401 and each role that it does not name with 403", async () => {
  const keys = new Map<Role, string>();
  for (const role of roles) keys.set(role, await keyOf(role));
  const guarded = it.app.routeTable.filter((route) => route.roles !== "public" && route.method !== "HEAD");
  for (const { method, url, roles: needed } of guarded) {
    const path = url.replace(":kind", "segment").replaceAll(/:\w+/g, "1");
    const request = { method: method as "GET", url: path };
    expect((await it.raw(request)).status, `${method} ${url}`).toBe(401);
    for (const [role, key] of keys) {
      if (fulfils(role, needed as Role[])) continue;
      const reply = await it.raw({ ...request, headers: { authorization: `Bearer ${key}` } });
      expect(reply.status, `${method} ${url} as ${role}`).toBe(403);
    }
  }
});

test("a route without roles cannot be registered", async () => {
  await expect(
    createTestApp({
      routes: [
        async (app) => {
          app.get("/forgotten", async () => "x");
        },
      ],
    }),
  ).rejects.toThrow(/declares no roles/);
});

test("admin includes every role; the two ladders include viewer and not each other", () => {
  for (const role of roles) {
    expect(fulfils("admin", [role])).toBe(true);
    expect(fulfils(role, ["viewer"])).toBe(true);
  }
  expect(fulfils("lead", ["agent"])).toBe(true);
  expect(fulfils("publisher", ["designer"])).toBe(true);
  expect(fulfils("lead", ["designer"])).toBe(false);
  expect(fulfils("publisher", ["agent"])).toBe(false);
});

test("API keys: scopes narrow, expiry and revoking end, a wrong key is 401", async () => {
  const scoped = await keyOf("admin", ["documents:read", "groups:write"]);
  const as = { authorization: `Bearer ${scoped}` };
  expect((await it.call("GET", "/documents", undefined, as)).status).toBe(200);
  expect((await it.call("POST", "/documents/import", { documents: [] }, as)).status).toBe(403);
  expect((await it.call("GET", "/groups", undefined, as)).status).toBe(200);
  expect((await it.call("GET", "/users", undefined, as)).body.code).toBe("auth.scope");

  const expiresAt = new Date(it.wall.now() + 1000).toISOString();
  const made = (await it.call("POST", "/api-keys", { name: "short", role: "viewer", expiresAt })).body;
  const short = { authorization: `Bearer ${made.key}` };
  expect((await it.call("GET", "/groups", undefined, short)).status).toBe(200);
  it.wall.advance(1000);
  expect((await it.call("GET", "/groups", undefined, short)).status).toBe(401);

  const list = (await it.call("GET", "/api-keys")).body.items as { name: string; id: string }[];
  expect(JSON.stringify(list)).not.toContain(made.key);
  const viewer = await it.call("POST", "/api-keys", { name: "gone", role: "viewer" });
  await it.call("DELETE", `/api-keys/${viewer.body.id}`);
  const gone = { authorization: `Bearer ${viewer.body.key}` };
  expect((await it.call("GET", "/groups", undefined, gone)).status).toBe(401);
  expect((await it.call("GET", "/groups", undefined, { authorization: "Bearer nonsense" })).status).toBe(401);
  expect((await it.call("GET", "/groups", undefined, { authorization: "Basic eDp5" })).status).toBe(401);
});

test("the end of an API key is a day that there is", async () => {
  const key = { name: "ends", role: "viewer", expiresAt: "2026-99-99T00:00:00Z" };
  for (const expiresAt of [key.expiresAt, "2026-02-31T00:00:00Z"]) {
    const refused = await it.call("POST", "/api-keys", { ...key, expiresAt });
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([400, "/expiresAt"]);
  }
});
