/** Facts that plugins look up: asked for only when the outcome hangs on them, stored with the event, never in the way. */
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
/** Tracking numbers that the carrier was asked for, and whether it answers. */
let asked: string[] = [];
let isDown = false;
const carrier = createServer((request, response) => {
  const no = (request.url ?? "").slice(1);
  asked.push(no);
  if (isDown) response.writeHead(500).end();
  else setTimeout(() => response.end(JSON.stringify(no.startsWith("LATE"))), no.includes("SLOW") ? 300 : 0);
});

const source = `
import { ActionError, defineFact, definePlugin } from "@sluice/plugin-sdk";
const late = defineFact({
  id: "carrier.late",
  label: { zh: "包裹延误", en: "Parcel is late" },
  type: "boolean",
  from: ["order.trackingNo"],
  hosts: ["localhost"],
  async run({ input, http, config }) {
    const response = await http(config.service + "/" + input["order.trackingNo"]);
    if (!response.ok) throw new ActionError({ code: "carrier.down", message: "down", retryable: true });
    return response.json();
  },
});
export default definePlugin({ id: "carrier", label: { zh: "承运", en: "Carrier" }, facts: [late] });
`;

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const ruleset = {
  kind: "classification",
  key: "default",
  name: "default",
  formatVersion: 1,
  spec: {
    mode: "all",
    reclassify: "until-reply",
    rules: [
      {
        id: "late",
        name: "延误",
        enabled: true,
        when: {
          all: [
            leaf("ticket.text", "containsAnyText", ["快递", "物流"]),
            leaf("carrier.late", "equal", true),
          ],
        },
        then: { addTags: ["延误"], priority: "P1" },
      },
    ],
    otherwise: { priority: "P3" },
  },
};
const workflow = {
  kind: "workflow",
  key: "intake",
  name: "intake",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "n1", type: "trigger", position: { x: 0, y: 0 }, config: { on: "ticket.created" } },
      { id: "n2", type: "classify", position: { x: 0, y: 0 }, config: { ruleset: "default" } },
    ],
    edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
  },
};

beforeAll(async () => {
  server = await startTestServer();
  await new Promise<void>((resolve) => carrier.listen(0, "localhost", resolve));
  const folder = join(server.dataDir, "plugins", "carrier");
  await mkdir(folder, { recursive: true });
  const manifest = { name: "carrier", type: "module", exports: "./index.js" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "index.js"), source);
  const loaded = async () => JSON.stringify(await server.must("GET", "/catalog"));
  await vi.waitFor(async () => expect(await loaded()).toContain("carrier.late"), 60_000);
  const { port } = carrier.address() as AddressInfo;
  const config = { service: `http://localhost:${port}` };
  await server.must("PUT", "/plugins/carrier", { enabled: true, config });
  await server.must("POST", "/documents/import?publish=true", { documents: [ruleset, workflow] });
});
afterAll(async () => {
  carrier.close();
  await server?.stop();
});
beforeEach(() => {
  asked = [];
  isDown = false;
});

const ticket = (subject: string, trackingNo?: string) => ({
  channel: "web",
  subject,
  customer: { id: "c-1" },
  ...(trackingNo === undefined ? {} : { order: { id: "o-1", trackingNo } }),
});

describe("a ticket", () => {
  it("is decided by the fact, which is stored with its event", async () => {
    const made = await server.must("POST", "/tickets", ticket("我的快递呢", "LATE-1"));
    expect(made).toMatchObject({ tags: ["延误"], priority: "P1" });
    expect(asked).toEqual(["LATE-1"]);
    const { items } = await server.must("GET", `/tickets/${made.id}/decisions`);
    expect(JSON.stringify(items)).toContain("carrier.late");
    expect(await server.must("POST", "/tickets", ticket("我的快递呢", "OK-1"))).toMatchObject({
      priority: "P3",
    });
  });

  it("does not wait for what cannot matter, or cannot be looked up", async () => {
    expect(await server.must("POST", "/tickets", ticket("我要退款", "LATE-2"))).toMatchObject({ tags: [] });
    expect(await server.must("POST", "/tickets", ticket("我的快递呢"))).toMatchObject({ tags: [] });
    expect(asked).toEqual([]);
  });

  it("goes on without a fact that cannot be had", async () => {
    isDown = true;
    expect(await server.must("POST", "/tickets", ticket("我的快递呢", "LATE-3"))).toMatchObject({
      tags: [],
      priority: "P3",
    });
  });

  it("keeps the order of its messages while one waits for a fact; others do not wait", async () => {
    const made = await server.must("POST", "/tickets", ticket("在吗", "LATE-SLOW"));
    const say = (text: string) =>
      server.must("POST", `/tickets/${made.id}/messages`, { author: "customer", text });
    const first = say("我的快递呢");
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    // Two requests that are under way together have no order of their own.
    const saying = Promise.all([first, say("第二句"), say("第三句")]);
    const other = await server.must("POST", "/tickets", ticket("我要退款"));
    expect(other.tags).toEqual([]);
    await saying;
    const { messages, tags } = await server.must("GET", `/tickets/${made.id}`);
    const [earliest, ...behind] = messages.map(({ text }: { text: string }) => text);
    expect([earliest, ...behind.sort()]).toEqual(["我的快递呢", "第三句", "第二句"]);
    expect(tags).toEqual(["延误"]);
  });

  it("that is only simulated asks too, and stores nothing", async () => {
    const { total: before } = await server.must("GET", "/overview");
    const simulated = await server.must("POST", "/simulate", { ticket: ticket("我的快递呢", "LATE-4") });
    expect(JSON.stringify(simulated)).toContain("延误");
    expect(asked).toContain("LATE-4");
    expect((await server.must("GET", "/overview")).total).toEqual(before);
  });
});

it("a rule may not name a fact that no plugin offers", async () => {
  const text = JSON.stringify(ruleset).replaceAll("carrier.late", "carrier.lost");
  const refused = await server.call("POST", "/documents/import?publish=true", {
    documents: [JSON.parse(text)],
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("/spec/rules/0/when/all/1");
});
