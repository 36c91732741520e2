/** What operators set for a plugin: checked against what it declares, and a listener that cannot listen says why. */
import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { untilOffered, writePlugin } from "../support/house-plugin.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { freePort } from "../support/stand-ins.ts";

/** Two contributions with a part of the configuration each, both strict. */
const source = `
import { defineAction, defineFact, definePlugin } from "@sluice/plugin-sdk";
import { Type } from "typebox";
const strict = { additionalProperties: false };
export default definePlugin({
  id: "depot", label: { zh: "仓库", en: "Depot" },
  actions: [defineAction({
    id: "depot.echo", version: "1", label: { zh: "回声", en: "Echo" },
    input: Type.Object({}), output: Type.Object({ url: Type.String() }),
    config: Type.Object({ url: Type.String({ pattern: "^https:" }), tries: Type.Integer({ default: 3, maximum: 9 }) }, strict),
    run: ({ config }) => ({ url: config.url + "?" + config.tries + "&" + Object.keys(config).length }),
  })],
  facts: [defineFact({
    id: "depot.full", label: { zh: "已满", en: "Full" }, type: "boolean", from: ["ticket.subject"],
    config: Type.Object({ limit: Type.Optional(Type.Integer()) }, strict),
    run: () => true,
  })],
});`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const put = (id: string, config: object, enabled = true) =>
  server.call("PUT", `/plugins/${id}`, { enabled, config });
const plugin = (id: string) => server.must("GET", `/plugins/${id}`);

describe("a configuration", () => {
  it("that does not fit what the plugin declares is refused, with the place of each fault", async () => {
    const refused = await put("notify", {
      smtp: { host: "mail.shop.example", port: "25", from: "service@shop.example" },
      domains: ["shop.example"],
    });
    expect([refused.status, refused.body.code]).toEqual([422, "plugin.config-invalid"]);
    expect(refused.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual(
      expect.arrayContaining([
        ["/config/domains", "schema.unknown-property"],
        ["/config/smtp/port", "schema.type"],
      ]),
    );
    expect((await plugin("notify")).settings).toEqual({ enabled: true, config: {} });
  });

  it("is checked part by part, with what is declared as default filled in", async () => {
    await writePlugin(server.dataDir, "depot", source);
    await untilOffered(server, "depot.echo");
    const refused = await put("depot", { url: "http://a", limit: "many", more: 1 });
    expect(refused.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      "/config/limit",
      "/config/more",
      "/config/url",
    ]);
    expect((await put("depot", { url: "https://a", limit: 5 })).status).toBe(200);
    const { result } = await runEcho();
    expect(result).toEqual({ url: "https://a?3&2" });
  });

  it("may be anything while the plugin is switched off with what it has, and not when it is switched on", async () => {
    expect((await put("depot", { url: "https://a", limit: 5 }, false)).status).toBe(200);
    expect((await put("depot", {}, true)).status).toBe(422);
    expect((await plugin("depot")).settings).toEqual({
      enabled: false,
      config: { url: "https://a", limit: 5 },
    });
  });

  it("of a plugin that is off is checked without leaving a process behind", async () => {
    expect((await put("llm", { model: 7 }, false)).status).toBe(422);
    expect((await put("llm", { model: "m" }, false)).status).toBe(200);
    expect(await plugin("llm")).toMatchObject({ state: "idle", settings: { config: { model: "m" } } });
  });
});

/** One try of the action, as a job would run it. */
async function runEcho(): Promise<{ result: unknown }> {
  const { body } = await server.call("POST", "/documents/import?publish=true", {
    documents: [echo],
  });
  expect(body.errors ?? []).toEqual([]);
  const { runs } = await server.must("POST", "/tickets", {
    ...{ channel: "web", subject: "echo", customer: { id: "c" } },
  });
  await server.settled();
  const job = await server.must("GET", `/jobs/${encodeURIComponent(`${runs[0].id}:n2:1`)}`);
  return { result: job.output };
}

const position = { x: 0, y: 0 };
const echo = {
  ...{ kind: "workflow", key: "echo", name: "echo", formatVersion: 1 },
  spec: {
    nodes: [
      { id: "n1", type: "trigger", position, config: { on: "ticket.created" } },
      { id: "n2", type: "action", position, config: { action: "depot.echo", version: "1", input: {} } },
    ],
    edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
  },
};

describe("a channel that cannot listen", () => {
  it("says why and what to do, and listens as soon as it can", async () => {
    const port = await freePort();
    const squatter: Server = createServer().listen(port, "127.0.0.1");
    await once(squatter, "listening");
    const config = { address: "service@shop.example", inbound: { port } };
    expect((await put("channel-email", config)).status).toBe(200);

    const problem = async () => (await plugin("channel-email")).problem;
    await expect.poll(problem).toMatchObject({ channel: "mail", code: "listen.address-in-use" });
    const { message, since, nextTryAt } = await problem();
    expect(message).toContain(`127.0.0.1:${port}`);
    expect(message).toContain("configure another port");
    expect(Date.parse(nextTryAt)).toBeGreaterThan(Date.parse(since));

    squatter.close();
    await once(squatter, "close");
    await expect.poll(problem).toBeNull();
    const line = connect(port, "127.0.0.1");
    const [greeting] = await once(line, "data");
    expect(String(greeting)).toMatch(/^220 /);
    line.destroy();
    expect((await put("channel-email", config, false)).status).toBe(200);
    await expect.poll(async () => (await plugin("channel-email")).state).toBe("idle");
  });
});
