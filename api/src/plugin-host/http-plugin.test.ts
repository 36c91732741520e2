import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildForChildren } from "./fixtures/build-for-children.ts";
import { createRecordingLogger } from "./fixtures/recording-logger.ts";
import { createPluginHost } from "./plugin-host.ts";

const seen: (string | undefined)[] = [];
const server = createServer((request, response) => {
  seen.push(`${request.headers["idempotency-key"]} ${request.headers.authorization}`);
  response.setHeader("content-type", "application/json");
  response.end('{"trackingNo":"SF123"}');
});
let port = 0;

beforeAll(async () => {
  buildForChildren("http");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

it("the built-in HTTP plugin runs in its child process, configured by the host", async () => {
  const host = await createPluginHost({
    plugins: [{ specifier: "@sluice/plugin-http", config: { allowHosts: [`127.0.0.1:${port}`] } }],
    logger: createRecordingLogger(),
    secrets: () => ({ carrier: "token-1" }),
  });
  const call = (url: string) =>
    host.run({
      action: "http.request",
      version: "1",
      input: { url, auth: { scheme: "bearer", secret: "carrier" } },
      idempotencyKey: "run7:n3:1",
    });
  expect(await call(`http://127.0.0.1:${port}/track`)).toMatchObject({
    ok: true,
    output: { status: 200, body: { trackingNo: "SF123" } },
  });
  expect(seen).toEqual(["run7:n3:1 Bearer token-1"]);
  expect(await call(`http://localhost:${port}/track`)).toMatchObject({
    ok: false,
    code: "http.address-refused",
  });
  await host.close(0);
});
