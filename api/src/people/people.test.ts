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

test("what is named must be there: groups, skills and shifts of agents, leads of groups, agents of users", async () => {
  const ghost = { ...agent, groups: ["ghosts"], skills: { magic: 1 }, shifts: ["never"] };
  const refused = await it.call("PUT", "/agents/a1", ghost);
  expect([refused.status, refused.body.code]).toEqual([422, "people.reference"]);
  expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "/groups/0",
    "/skills/magic",
    "/shifts/0",
  ]);
  const led = { key: "led", label, lead: "nobody", director: "nobody" };
  const unled = await it.call("POST", "/groups", led);
  expect(unled.body.errors.map(({ path }: { path: string }) => path)).toEqual(["/lead", "/director"]);
  const user = { name: "li", password: "12345678", role: "agent", agentId: "nobody" };
  const unknown = await it.call("POST", "/users", user);
  expect([unknown.status, unknown.body.code, unknown.body.errors[0].path]).toEqual([
    422,
    "agent.unknown",
    "/agentId",
  ]);
  const { body } = await it.call("POST", "/users", { ...user, agentId: null });
  expect((await it.call("PATCH", `/users/${body.id}`, { agentId: "nobody" })).body.code).toBe(
    "agent.unknown",
  );
});

test("a change that was made to another state is refused, for people and for each part of the settings", async () => {
  const seen = await it.call("POST", "/skills", { key: "wit", label });
  const first = { "if-match": String(seen.headers.etag) };
  const changed = { key: "wit", label: { zh: "乙", en: "B" } };
  const second = await it.call("PUT", "/skills/wit", changed, first);
  expect(second.headers.etag).toBe((await it.call("GET", "/skills/wit")).headers.etag);
  expect((await it.call("PUT", "/skills/wit", { key: "wit", label }, first)).status).toBe(412);
  const fields = await it.call("GET", "/settings/fields");
  const mine = { "if-match": String(fields.headers.etag) };
  const field = [{ key: "size", type: "text", label }];
  const put = await it.call("PUT", "/settings/fields", field, mine);
  expect([put.status, (await it.call("PUT", "/settings/fields", [], mine)).status]).toEqual([200, 412]);
  expect(
    (await it.call("PUT", "/settings/fields", [], { "if-match": String(put.headers.etag) })).status,
  ).toBe(200);
});

test("agents carry their presence; agents set their own, leads anybody's", async () => {
  await it.call("PUT", "/groups/aftersales", { key: "aftersales", label });
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

test("what agents still name is not deleted, nor an agent with open tickets", async () => {
  await it.call("PUT", "/groups/vip", { key: "vip", label });
  await it.call("PUT", "/skills/tact", { key: "tact", label });
  await it.call("PUT", "/shifts/night", { key: "night", label, start: "00:00", end: "08:00" });
  const busy = { ...agent, id: "busy", groups: ["vip"], skills: { tact: 3 }, shifts: ["night"] };
  await it.call("PUT", "/agents/busy", busy);
  for (const address of ["/groups/vip", "/skills/tact", "/shifts/night"]) {
    const refused = await it.call("DELETE", address);
    expect([refused.status, refused.body.code]).toEqual([409, "resource.in-use"]);
    expect(refused.body.errors[0].message).toBe("agent busy refers to it");
  }
  const assign = (status: string) =>
    it.database.writer.run(async (transaction) => {
      await transaction.query("DELETE FROM tickets");
      await transaction.query(
        `INSERT INTO tickets (id, number, channel, subject, status, priority, assignee, customer_id, tags, search_text, created_at, updated_at, breached, seq, state)
         VALUES ('t1', 1, 'web', 's', ?, 'P3', 'busy', 'c', '[]', '', 0, 0, 0, 1, '{}')`,
        [status],
      );
    });
  await assign("open");
  const refused = await it.call("DELETE", "/agents/busy");
  expect([refused.status, refused.body.errors[0].message]).toEqual([
    409,
    "1 open tickets are assigned to agent busy: hand them over first",
  ]);
  await assign("closed");
  expect((await it.call("DELETE", "/agents/busy")).status).toBe(204);
  expect((await it.call("DELETE", "/groups/vip")).status).toBe(204);
});
