/** What is named stays: people that live documents, other people, users or settings name are not deleted. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agent, furnish } from "../support/house.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await furnish(server, smallHouse);
});
afterAll(() => server.stop());

const refused = async (path: string): Promise<readonly string[]> => {
  const { status, body } = await server.call("DELETE", path);
  expect([status, body.code]).toEqual([409, "resource.in-use"]);
  return body.errors.map((error: { path: string; message: string }) =>
    `${error.message} ${error.path}`.trim(),
  );
};

describe("who is named is not deleted", () => {
  it("groups: by documents, agents and categories", async () => {
    expect(await refused("/groups/back")).toEqual([
      "agent b1 refers to it",
      "category complaints belongs to it",
      "routing:default refers to it /spec/routes/0/steps/0/group",
    ]);
  });

  it("skills: by documents and agents; one that nobody names goes", async () => {
    const routing = smallHouse.documents.find(({ kind }) => kind === "routing");
    const steps = [{ group: "front", skills: [{ skill: "returns" }] }];
    const spec = { ...(routing?.spec as object), routes: [{ id: "skilled", steps }] };
    await server.must("POST", "/documents/import?publish=true", {
      documents: [{ ...routing, key: "vip", spec }],
    });
    expect(await refused("/skills/returns")).toEqual([
      "agent a1 refers to it",
      "agent a2 refers to it",
      "routing:vip refers to it /spec/routes/0/steps/0/skills/0/skill",
    ]);
    await server.must("PUT", "/skills/tact", { key: "tact", label: { zh: "t", en: "t" } });
    expect((await server.call("DELETE", "/skills/tact")).status).toBe(204);
  });

  it("agents: by groups that they lead and users that are them", async () => {
    const user = { name: "b1", password: "a-long-password", role: "agent", agentId: "b1" };
    await server.must("POST", "/users", user);
    expect(await refused("/agents/lead-front")).toEqual(["group front refers to it"]);
    expect(await refused("/agents/b1")).toEqual(["user b1 is this agent"]);
    await server.must("PUT", "/agents/free", agent("free", ["front"]));
    expect((await server.call("DELETE", "/agents/free")).status).toBe(204);
  });
});

describe("users", () => {
  it("are listed, change their role, are disabled and get a new password", async () => {
    const made = await server.must("POST", "/users", {
      name: "wang",
      password: "a-long-password",
      role: "agent",
    });
    const signIn = (password: string) => server.raw("POST", "/api/v1/auth/login", { name: "wang", password });
    const login = await signIn("a-long-password");
    const cookie = String(login.headers["set-cookie"]).split(";")[0] ?? "";
    await server.must("PATCH", `/users/${made.id}`, { role: "lead" });
    expect((await server.must("GET", "/auth/me", undefined, { cookie })).role).toBe("lead");
    await server.must("PATCH", `/users/${made.id}`, { password: "another-password" });
    expect((await server.call("GET", "/auth/me", undefined, { cookie })).status).toBe(401);
    expect([(await signIn("a-long-password")).status, (await signIn("another-password")).status]).toEqual([
      401, 200,
    ]);
    await server.must("PATCH", `/users/${made.id}`, { disabled: true });
    expect((await signIn("another-password")).status).toBe(401);
    const { items } = await server.must("GET", "/users");
    expect(items).toContainEqual(expect.objectContaining({ name: "wang", role: "lead", disabled: true }));
    const admin = items.find(({ name }: { name: string }) => name === "admin");
    expect((await server.call("PATCH", `/users/${admin.id}`, { role: "viewer" })).body.code).toBe(
      "resource.last-admin",
    );
  });
});
