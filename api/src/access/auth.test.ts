import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { sameSecret } from "./hashes.ts";
import { scopesAllow } from "./scopes.ts";

let it: TestApp;
beforeAll(async () => {
  it = await createTestApp();
  await it.call("POST", "/users", { name: "ops", password: "correct horse", role: "designer" });
});
afterAll(() => it.close());

const login = (
  name: string,
  password: string,
  headers: Record<string, string> = {},
  remoteAddress = "10.0.0.1",
) =>
  it.raw({ method: "POST", url: "/api/v1/auth/login", payload: { name, password }, headers, remoteAddress });
const cookieOf = (reply: Awaited<ReturnType<typeof login>>) =>
  String(reply.headers["set-cookie"]).split(";")[0] ?? "";
const me = (cookie: string) => it.raw({ method: "GET", url: "/api/v1/auth/me", headers: { cookie } });

test("signing in over a real socket sets a guarded cookie and opens the session", async () => {
  await it.app.listen({ port: 0, host: "127.0.0.1" });
  const agent = request.agent(it.app.server);
  const reply = await agent.post("/api/v1/auth/login").send({ name: "ops", password: "correct horse" });
  expect(reply.status).toBe(200);
  expect(reply.body).not.toHaveProperty("password_hash");
  expect(reply.headers["set-cookie"]?.[0]).toMatch(/HttpOnly.*SameSite=Lax/);
  expect((await agent.get("/api/v1/auth/me")).body).toMatchObject({
    name: "ops",
    role: "designer",
    type: "user",
  });
  await agent.post("/api/v1/auth/logout");
  expect((await agent.get("/api/v1/auth/me")).status).toBe(401);
});

test("a wrong password and an unknown name read the same", async () => {
  const [wrong, unknown] = [await login("ops", "wrong"), await login("nobody", "wrong")];
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect({ ...wrong.body, instance: "" }).toEqual({ ...unknown.body, instance: "" });
});

test("after five failures a name is refused, also with the right password, until time has passed", async () => {
  await it.call("POST", "/users", { name: "guessed", password: "right right", role: "viewer" });
  const burst = await Promise.all(Array.from({ length: 12 }, () => login("guessed", "no", {}, "10.0.0.2")));
  expect(burst.filter((reply) => reply.status === 401)).toHaveLength(5);
  const refused = await login("guessed", "right right", {}, "10.0.0.3");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  it.wall.advance(15 * 60_000);
  expect((await login("guessed", "right right", {}, "10.0.0.3")).status).toBe(200);
});

test("changing requests with a cookie must come from our own pages", async () => {
  const cookie = cookieOf(await login("ops", "correct horse"));
  const put = (headers: Record<string, string>) =>
    it.raw({
      method: "POST",
      url: "/api/v1/documents/segment/x/validate",
      payload: {},
      headers: { cookie, host: "sluice.test", ...headers },
    });
  expect((await put({ origin: "http://evil.test" })).body.code).toBe("auth.cross-site");
  expect((await put({ origin: "null" })).status).toBe(403);
  expect((await put({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await put({ origin: "http://sluice.test" })).status).toBe(200);
  expect((await put({})).status).toBe(200);
  expect((await login("ops", "correct horse", { origin: "http://evil.test" })).status).toBe(403);
});

test("a session ends after a week, by a new password elsewhere, and when its user is disabled", async () => {
  const first = cookieOf(await login("ops", "correct horse"));
  const second = cookieOf(await login("ops", "correct horse"));
  const change = { current: "correct horse", next: "battery staple" };
  const url = "/api/v1/auth/password";
  expect((await it.raw({ method: "PUT", url, payload: change, headers: { cookie: first } })).status).toBe(
    204,
  );
  expect([(await me(first)).status, (await me(second)).status]).toEqual([200, 401]);
  const { id } = (await me(first)).body;
  await it.call("PATCH", `/users/${id}`, { disabled: true });
  expect((await me(first)).status).toBe(401);
  await it.call("PATCH", `/users/${id}`, { disabled: false });
  const third = cookieOf(await login("ops", "battery staple"));
  it.wall.advance(7 * 24 * 3_600_000);
  expect((await me(third)).status).toBe(401);
});

test("a name is taken once; the last administrator stays", async () => {
  expect(
    (await it.call("POST", "/users", { name: "ops", password: "12345678", role: "viewer" })).status,
  ).toBe(409);
  expect(
    (await it.call("POST", "/users", { name: "short", password: "1234567", role: "viewer" })).status,
  ).toBe(400);
  const { id } = (await it.call("POST", "/users", { name: "root", password: "12345678", role: "admin" }))
    .body;
  expect((await it.call("PATCH", `/users/${id}`, { role: "viewer" })).body.code).toBe("resource.last-admin");
  expect((await it.call("PATCH", `/users/${id}`, { disabled: true })).status).toBe(409);
  const users = (await it.call("GET", "/users")).body.items as {
    name: string;
    role: string;
    disabled: boolean;
  }[];
  expect(users.find((user) => user.name === "root")).toMatchObject({ role: "admin", disabled: false });
});

test("secrets compare whole; scopes read as documented", () => {
  expect(sameSecret("abc", "abc")).toBe(true);
  expect(sameSecret("abc", "abcd")).toBe(false);
  expect(scopesAllow(["tickets:read"], "GET", "/api/v1/tickets/:id")).toBe(true);
  expect(scopesAllow(["tickets:read"], "POST", "/api/v1/tickets")).toBe(false);
  expect(scopesAllow(["*:read"], "GET", "/api/v1/users")).toBe(true);
  expect(scopesAllow(["tickets:write"], "GET", "/api/v1/tickets")).toBe(true);
});
