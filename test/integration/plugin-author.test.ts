/** The way of a plugin's author: the manual of the SDK, followed word for word beside a running server. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manual = readFileSync(join(root, "plugins/sdk/README.md"), "utf8");
const way = manual.slice(manual.indexOf("## From nothing"), manual.indexOf("## What else"));

/** The manual's blocks in one language, in order. */
const blocks = (language: string): readonly string[] =>
  [...way.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text]) => text ?? "");

const run = promisify(execFile);
let server: TestServer;
const asked: IncomingMessage[] = [];
const carrier = createServer((request, response) => {
  asked.push(request);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ place: "上海", state: "delivered" }));
});

beforeAll(async () => {
  server = await startTestServer();
  await new Promise<void>((resolve) => carrier.listen(0, "localhost", resolve));
});
afterAll(async () => {
  carrier.close();
  await server?.stop();
});

async function shell(block: string): Promise<string> {
  const lines = block.trim().split("\n");
  let output = "";
  for (const line of lines) {
    const [program = "", ...args] = line.split(" ");
    const env = { ...process.env, SLUICE_DATA: server.dataDir };
    const done = await run(program, args, { cwd: root, env });
    output += done.stdout;
  }
  return output;
}

/** One line `METHOD path` and a line of JSON. */
async function http(block: string): Promise<void> {
  const { port } = carrier.address() as AddressInfo;
  for (const request of block.trim().split("\n\n")) {
    const [head = "", body = ""] = request.split("\n");
    const [method = "", path = ""] = head.split(" ");
    await server.must(method, path.replace("/api/v1", ""), JSON.parse(body.replace("8080", String(port))));
  }
}

const offered = async () =>
  (await server.must("GET", "/catalog")).actions.find(({ id }: { id: string }) => id === "logistics.track");

const workflow = {
  kind: "workflow",
  key: "parcels",
  name: "parcels",
  formatVersion: 1,
  spec: {
    variables: { track: { type: "object" } },
    nodes: [
      { id: "n1", type: "trigger", position: { x: 0, y: 0 }, config: { on: "ticket.created" } },
      {
        id: "n2",
        type: "action",
        position: { x: 0, y: 0 },
        config: {
          action: "logistics.track",
          version: "1",
          input: { no: "{{ order.trackingNo }}" },
          saveAs: "track",
        },
      },
      {
        id: "n3",
        type: "reply",
        position: { x: 0, y: 0 },
        config: { text: "您的包裹在{{ vars.track.place }}" },
      },
    ],
    edges: [
      { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
      { id: "e2", source: "n2", sourcePort: "ok", target: "n3" },
    ],
  },
};

it("leads from nothing to an action that runs for a ticket", async () => {
  const [begin = "", check = ""] = blocks("sh");
  const [source = "", itsTest = ""] = blocks("js");
  const [configure = ""] = blocks("http");

  expect(await shell(begin)).toContain("# pass 1");
  const folder = join(server.dataDir, "plugins", "logistics");
  expect((await readdir(folder)).length).toBeLessThanOrEqual(10);
  expect(manual).toContain("five files");
  expect(await readdir(folder)).toHaveLength(5);

  await writeFile(join(folder, "index.js"), source);
  await writeFile(join(folder, "index.test.js"), itsTest);
  const tried = await shell(check);
  expect(tried).toContain("# pass 1");
  expect(tried).toContain("logistics.track@1");

  await expect.poll(offered).toMatchObject({ label: { en: "Track parcel" }, input: { required: ["no"] } });
  await http(configure);

  await server.must("POST", "/documents/import?publish=true", { documents: [workflow] });
  const { id } = await server.must("POST", "/tickets", {
    channel: "web",
    subject: "我的快递到哪了",
    customer: { id: "c-1" },
    order: { id: "o-1", trackingNo: "SF1001" },
  });
  await server.settled();
  const { messages } = await server.must("GET", `/tickets/${id}`);
  expect(messages.map(({ text }: { text: string }) => text)).toContain("您的包裹在上海");
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ url: "/parcels/SF1001", headers: { authorization: "Bearer k-1" } });
  expect(asked[0]?.headers["idempotency-key"]).toMatch(/:n2:1$/);
});
