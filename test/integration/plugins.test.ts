/** A house's own plugin, as its author and its operator meet it: a folder, a reload, settings and secrets. */
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";
import { storedText } from "../support/stored.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const source = (greeting: string) => `
import { defineAction, definePlugin } from "@sluice/plugin-sdk";
import { Type } from "typebox";
export default definePlugin({
  id: "greeter",
  label: { zh: "问候", en: "Greeter" },
  actions: [defineAction({
    id: "greeter.greet", version: "1", label: { zh: "问候", en: "Greet" },
    input: Type.Object({ name: Type.String() }), output: Type.Object({ text: Type.String() }),
    secrets: ["SIGNATURE"],
    run: ({ input, secrets, config }) =>
      ({ text: [${JSON.stringify(greeting)}, input.name, secrets.SIGNATURE, config.mark].join(" ") }),
  })],
});`;

async function writePlugin(text: string): Promise<void> {
  const folder = join(server.dataDir, "plugins", "greeter");
  await mkdir(folder, { recursive: true });
  const manifest = { name: "greeter", type: "module", exports: "./index.js" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "index.js"), text);
}

const offered = async (): Promise<readonly string[]> =>
  (await server.must("GET", "/catalog")).actions.map(({ id }: { id: string }) => id);

const plugin = async (id: string) =>
  (await server.must("GET", "/plugins")).items.find((item: { id: string }) => item.id === id);

const workflow = {
  kind: "workflow",
  key: "greet",
  name: "greet",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "n1", type: "trigger", position: { x: 0, y: 0 }, config: { on: "ticket.created" } },
      {
        id: "n2",
        type: "action",
        position: { x: 0, y: 0 },
        config: {
          action: "greeter.greet",
          version: "1",
          input: { name: "{{ customer.name }}" },
          saveAs: "greeting",
        },
      },
    ],
    edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
    variables: { greeting: { type: "object" } },
  },
};

async function greetOneTicket() {
  const { id } = await server.must("POST", "/tickets", {
    channel: "web",
    subject: "在吗",
    customer: { id: "c-1", name: "王芳" },
  });
  await server.settled();
  const { items } = await server.must("GET", `/jobs?ticket=${id}`);
  const { runs } = await server.must("GET", `/tickets/${id}`);
  const run = await server.must("GET", `/runs/${runs[0].id}`);
  return { job: items[0], values: JSON.stringify(run) };
}

describe("a plugin in the data folder", () => {
  it("is in the palette as soon as it is saved, and again when it is changed", async () => {
    await writePlugin(source("您好"));
    await expect.poll(offered).toContain("greeter.greet");
    expect(await plugin("greeter")).toMatchObject({ enabled: true, state: "ready", secrets: ["SIGNATURE"] });
    await writePlugin(source("您好").replaceAll("greeter.greet", "greeter.wave"));
    await expect.poll(offered).toContain("greeter.wave");
    expect(await offered()).not.toContain("greeter.greet");
    await writePlugin(source("您好"));
    await expect.poll(offered).toContain("greeter.greet");
  });

  it("runs for a ticket with its configuration and its secret", async () => {
    await server.must("PUT", "/secrets/greeter/SIGNATURE", { value: "客服小组-签名" });
    await server.must("PUT", "/plugins/greeter", { enabled: true, config: { mark: "!" } });
    await server.must("POST", "/documents/import?publish=true", { documents: [workflow] });
    const { job, values } = await greetOneTicket();
    expect(job).toMatchObject({ status: "done", action: "greeter.greet" });
    expect(values).toContain("您好 王芳 客服小组-签名 !");
  });

  it("that cannot be loaded says why, and keeps what it offered", async () => {
    await writePlugin("throw new Error('half written')");
    await expect.poll(async () => (await plugin("greeter")).fault).toContain("half written");
    expect(await offered()).toContain("greeter.greet");
    await writePlugin(source("再见"));
    await expect.poll(async () => (await plugin("greeter")).fault).toBeNull();
    expect((await greetOneTicket()).values).toContain("再见");
  });

  it("that is switched off offers nothing, and its jobs fail plainly", async () => {
    await server.must("PUT", "/plugins/greeter", { enabled: false, config: { mark: "!" } });
    expect(await offered()).not.toContain("greeter.greet");
    const { job } = await greetOneTicket();
    expect(job).toMatchObject({ status: "dead", error: { code: "plugin.disabled" } });
    expect((await server.call("PUT", "/plugins/greeter", { nonsense: true })).status).toBe(400);
    expect((await server.call("PUT", "/plugins/nobody", { enabled: true, config: {} })).status).toBe(404);
  });
});

describe("a secret", () => {
  it("is told to nobody: not by the API, the audit log, or the files of the database", async () => {
    await server.must("PUT", "/secrets/greeter/UNUSED", { value: "never-echoed-5512" });
    const listed = await server.must("GET", "/secrets");
    expect(listed.items).toMatchObject([
      { plugin: "greeter", name: "SIGNATURE", readable: true },
      { plugin: "greeter", name: "UNUSED", readable: true },
    ]);
    const audit = await server.must("GET", "/audit?limit=100");
    expect(audit.items.map(({ action }: { action: string }) => action)).toContain("secret.set");
    expect(JSON.stringify([listed, audit])).not.toContain("5512");
    const { dataDir } = server;
    const stored = await storedText(server);
    expect(stored).toContain("UNUSED");
    expect(stored).not.toContain("never-echoed");
    await server.must("DELETE", "/secrets/greeter/SIGNATURE");
    expect((await server.call("DELETE", "/secrets/greeter/SIGNATURE")).status).toBe(404);
    expect(readFileSync(join(dataDir, "secret.key"), "utf8").trim()).toHaveLength(44);
  });

  it("is an administrator's matter", async () => {
    const key = await server.must("POST", "/api-keys", { name: "designer", role: "publisher" });
    const headers = { authorization: `Bearer ${key.key}` };
    expect((await server.call("GET", "/secrets", undefined, headers)).status).toBe(403);
    expect((await server.call("PUT", "/secrets/x/Y", { value: "z" }, headers)).status).toBe(403);
  });
});
