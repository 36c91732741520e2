/** What a plugin's action says while it runs: at its job, on its run's path, live, and without secrets. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callingWorkflow, untilOffered, writePlugin } from "../support/house-plugin.ts";
import { listen } from "../support/listen.ts";
import { configurePlugin } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const source = `
import { ActionError, defineAction, definePlugin } from "@sluice/plugin-sdk";
import { Type } from "typebox";
const shared = {
  version: "1", label: { zh: "盘点", en: "Count" },
  input: Type.Object({ no: Type.String() }), output: Type.Object({ n: Type.Integer() }),
  config: Type.Object({ gate: Type.String() }), secrets: ["KEY"], hosts: ["localhost"],
};
export default definePlugin({
  id: "stocktake", label: { zh: "盘点", en: "Stocktake" },
  actions: [
    defineAction({ ...shared, id: "stocktake.count", async run({ input, config, secrets, http, log, progress }) {
      log.info("begun " + input.no, { shelf: { key: secrets.KEY } });
      console.log("printed " + secrets.KEY);
      progress({ done: 1, total: 4, text: "shelf A of " + secrets.KEY });
      await http(config.gate);
      progress({ done: 4, total: 4 });
      log.warn("ended");
      return { n: 4 };
    } }),
    defineAction({ ...shared, id: "stocktake.fails-once", async run({ attempt, log, progress }) {
      log.info("try " + attempt);
      progress(attempt / 2, "half");
      if (attempt === 1) throw new ActionError({ code: "stocktake.locked", message: "locked", retryable: true });
      return { n: attempt };
    } }),
    defineAction({ ...shared, id: "stocktake.chatters", async run({ log }) {
      for (let i = 1; i <= 300; i += 1) log.debug("line " + i);
      return { n: 300 };
    } }),
  ],
});`;

const secret = "k-s3cret-0815";
const waiting: ServerResponse[] = [];
const gate = createServer((_request, response) => void waiting.push(response));
let server: TestServer;

const subject = (value: string) => ({ fact: "ticket.subject", operator: "equal", value });
const node = (action: string, rest: object = {}) => ({
  ...{ action: `stocktake.${action}`, version: "1", input: { no: secret }, ...rest },
});

beforeAll(async () => {
  server = await startTestServer();
  await new Promise<void>((resolve) => gate.listen(0, "localhost", resolve));
  const { port } = gate.address() as AddressInfo;
  await writePlugin(server.dataDir, "stocktake", source);
  await untilOffered(server, "stocktake.count");
  await configurePlugin(server, "stocktake", { gate: `http://localhost:${port}/` }, { KEY: secret });
  const retry = { maxAttempts: 3, backoff: "fixed", initial: "PT1S", max: "PT1S" };
  await server.must("POST", "/documents/import?publish=true", {
    documents: [
      callingWorkflow("count", node("count"), subject("count")),
      callingWorkflow("fails-once", node("fails-once", { retry }), subject("fails-once")),
      callingWorkflow("chatters", node("chatters"), subject("chatters")),
    ],
  });
});
afterAll(async () => {
  for (const response of waiting) response.end();
  gate.close();
  await server?.stop();
});

async function openTicket(text: string): Promise<{ id: string; run: string }> {
  const ticket = await server.must("POST", "/tickets", {
    ...{ channel: "web", subject: text, customer: { id: "c-1" } },
  });
  return { id: ticket.id, run: ticket.runs[0].id };
}

const job = (run: string) => server.must("GET", `/jobs/${encodeURIComponent(`${run}:n2:1`)}`);

describe("a job that is under way", () => {
  it("shows its log and how far it is, live, with its secrets blanked out", async () => {
    const { heard } = await listen(await server.listen(), "job", (told) => told.length > 0);
    const { id, run } = await openTicket("count");
    const [told] = await heard;
    expect(told).toEqual({
      event: "job",
      data: {
        ...{ id: `${run}:n2:1`, ticket: id, run, node: "n2" },
        progress: expect.objectContaining({ done: 1, total: 4, text: "shelf A of [secret]" }),
      },
    });

    const found = await job(run);
    expect(found).toMatchObject({
      ...{ status: "running", attempts: 1, ticket: id, run, node: "n2", action: "stocktake.count" },
      ...{ input: { no: "[secret]" }, output: null, errors: [], logDropped: 0 },
      progress: { attempt: 1, done: 1, total: 4 },
      log: [
        { level: "info", attempt: 1, message: "begun [secret]", data: { shelf: { key: "[secret]" } } },
        { level: "info", attempt: 1, message: "printed [secret]" },
      ],
    });
    expect(Date.parse(found.log[0].at)).toBeGreaterThan(0);
    const { path } = await server.must("GET", `/runs/${run}`);
    expect(path).toMatchObject([
      { node: "n1", job: null },
      { node: "n2", port: null, job: { id: found.id, status: "running", progress: { done: 1 } } },
    ]);
    expect(JSON.stringify([found, path])).not.toContain(secret);

    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.end("{}");
    await server.settled();
    expect(await job(run)).toMatchObject({
      ...{ status: "done", output: { n: 4 }, progress: { done: 4, total: 4 } },
      log: [{}, {}, { level: "warn", message: "ended" }],
    });
  });
});

describe("a job", () => {
  it("that is tried again keeps what its first try has said and failed by", async () => {
    const { run } = await openTicket("fails-once");
    await server.settled();
    expect(await job(run)).toMatchObject({
      ...{ status: "pending", attempts: 1, log: [{ message: "try 1" }] },
      errors: [{ attempt: 1, code: "stocktake.locked", message: "locked" }],
    });
    await server.advance("PT10S");
    const found = await job(run);
    expect(found).toMatchObject({ status: "done", attempts: 2, progress: { attempt: 2, done: 1 } });
    expect(
      found.log.map(({ attempt, message }: { attempt: number; message: string }) => [attempt, message]),
    ).toEqual([
      [1, "try 1"],
      [2, "try 2"],
    ]);
    expect(found.errors).toHaveLength(1);
  });

  it("that says much keeps the end of it", async () => {
    const { run } = await openTicket("chatters");
    await server.settled();
    const { log, logDropped } = await job(run);
    expect([log.length, logDropped]).toEqual([100, 200]);
    expect([log[0].message, log.at(-1).message]).toEqual(["line 201", "line 300"]);
  });

  it("that is not there is not found, and its log is not for strangers", async () => {
    expect((await server.call("GET", "/jobs/nothing")).status).toBe(404);
    expect((await server.raw("GET", "/api/v1/jobs/nothing")).status).toBe(401);
  });
});
