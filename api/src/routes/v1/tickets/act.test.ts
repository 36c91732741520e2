import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compose, type Server } from "../../../compose.ts";
import { parseConfig } from "../../../config.ts";

const key = "a-bootstrap-key-for-tests";
let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-act-"));
  const env = { SLUICE_DATA: folder, SLUICE_STARTER: "none", SLUICE_BOOTSTRAP_KEY: key, LOG_LEVEL: "silent" };
  server = await compose(parseConfig(env));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function call(method: "GET" | "POST", url: string, payload?: object, headers = {}) {
  const { statusCode, body } = await server.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(payload ? { payload } : {}),
  });
  return { status: statusCode, body: JSON.parse(body) };
}

test("a message that is delivered again under its key is there once", async () => {
  const made = await call("POST", "/tickets", { channel: "web", subject: "s", customer: { id: "c" } });
  const path = `/tickets/${made.body.id}/messages`;
  const once = { "idempotency-key": "m-1" };
  const message = { author: "customer", text: "还在吗" };
  const together = await Promise.all([call("POST", path, message, once), call("POST", path, message, once)]);
  const again = await call("POST", path, message, once);
  expect([...together, again].map(({ status }) => status)).toEqual([201, 200, 200]);
  expect(again.body).toEqual(together[0].body);
  expect((await call("POST", path, { ...message, text: "other" }, once)).status).toBe(422);
  const { messages } = (await call("GET", `/tickets/${made.body.id}`)).body;
  expect(messages.filter(({ text }: { text: string }) => text === message.text)).toHaveLength(1);
});
