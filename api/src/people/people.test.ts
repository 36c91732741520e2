import { afterAll, beforeAll, expect, test } from "vitest";
import { idleRuntime, type PresenceChange } from "../runtime-port.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let it: TestApp;
let changes = 0;
const presences: PresenceChange[] = [];
beforeAll(async () => {
  const runtime = {
    ...idleRuntime,
    onPeopleChanged: async () => {
      changes += 1;
    },
    onSettingsChanged: async () => {
      throw new Error("the runtime is out of order");
    },
    onPresence: async (change: PresenceChange) => void presences.push(change),
  };
  it = await createTestApp({ runtime });
});
afterAll(() => it.close());

const label = { zh: "甲", en: "A" };
const agent = { id: "a1", name: "小王", groups: ["aftersales"], capacity: { chat: 8, ticket: 25 } };

test.each([
  ["groups", { key: "aftersales", label }],
  ["skills", { key: "return", label }],
  ["shifts", { key: "early", label, start: "08:00", end: "16:30" }],
])("%s are created, read, replaced and deleted", async (kind, value) => {
  const before = changes;
  expect((await it.call("POST", `/${kind}`, value)).status).toBe(201);
  expect((await it.call("POST", `/${kind}`, value)).status).toBe(409);
  expect((await it.call("GET", `/${kind}/${value.key}`)).body).toMatchObject(value);
  const changed = { ...value, label: { zh: "乙", en: "B" } };
  expect((await it.call("PUT", `/${kind}/${value.key}`, changed)).status).toBe(200);
  expect((await it.call("GET", `/${kind}`)).body.items).toMatchObject([changed]);
  expect((await it.call("PUT", `/${kind}/other`, value)).body.errors[0].path).toBe("/key");
  expect((await it.call("DELETE", `/${kind}/${value.key}`)).status).toBe(204);
  expect((await it.call("DELETE", `/${kind}/${value.key}`)).status).toBe(404);
  expect(changes - before).toBe(3);
});

test("agents carry their presence; agents set their own, leads anybody's", async () => {
  expect((await it.call("PUT", "/agents/a1", agent)).status).toBe(201);
  expect((await it.call("GET", "/agents/a1")).body).toMatchObject({
    ...agent,
    presence: "offline",
    presenceSince: null,
    load: {},
  });
  expect((await it.call("PUT", "/agents/a1/presence", { presence: "online" })).status).toBe(200);
  expect((await it.call("PUT", "/agents/none/presence", { presence: "online" })).status).toBe(404);
  expect((await it.call("PUT", "/agents/a1/presence", { presence: "asleep" })).status).toBe(400);
  expect(presences).toEqual([{ agent: "a1", presence: "online", actor: "bootstrap" }]);

  await it.call("POST", "/users", { name: "wang", password: "12345678", role: "agent", agentId: "a1" });
  const login = await it.raw({
    method: "POST",
    url: "/api/v1/auth/login",
    payload: { name: "wang", password: "12345678" },
  });
  const cookie = String(login.headers["set-cookie"]).split(";")[0] ?? "";
  const put = (id: string) =>
    it.raw({
      method: "PUT",
      url: `/api/v1/agents/${id}/presence`,
      payload: { presence: "break" },
      headers: { cookie },
    });
  await it.call("PUT", "/agents/a2", { ...agent, id: "a2" });
  expect((await put("a1")).status).toBe(200);
  expect((await put("a2")).status).toBe(403);
});

test("settings are put whole and checked; a runtime that fails afterwards does not undo them", async () => {
  const shops = [{ key: "tmall-1", label }];
  expect((await it.call("PUT", "/settings/shops", shops)).status).toBe(200);
  expect((await it.call("GET", "/settings")).body).toMatchObject({
    shops,
    fields: [],
    workspace: { timezone: "Asia/Shanghai" },
  });
  const twice = await it.call("PUT", "/settings/shops", [...shops, ...shops]);
  expect(twice.body.errors[0]).toMatchObject({ path: "/1", code: "schema.duplicate" });
  const zone = await it.call("PUT", "/settings/workspace", {
    name: "x",
    timezone: "Asia/Nowhere",
    closedFinalDays: 1,
  });
  expect(zone.body.errors[0]).toMatchObject({ path: "/timezone", code: "calendar.timezone" });
  expect((await it.call("PUT", "/settings/nothing", [])).status).toBe(404);
});
