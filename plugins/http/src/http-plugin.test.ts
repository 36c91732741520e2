import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ActionResult, runAction, testAction } from "@sluice/plugin-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guardedLookup, type ResolveAll } from "./guarded-agent.ts";
import { createRequestAction } from "./request-action.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const requests: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[] = [];
let handler: Handler = (_request, response) => response.end();
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      requests.push({ method, url, headers, body });
      handler(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests.length = 0;
  handler = (_request, response) => response.end();
});

const action = createRequestAction();

interface CallOptions {
  readonly allowHosts?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly resolve?: ResolveAll;
}

const call = (input: object, options: CallOptions = {}): Promise<ActionResult> =>
  runAction(options.resolve ? createRequestAction(options.resolve) : action, {
    input,
    config: { allowHosts: options.allowHosts ?? ["127.0.0.1"] },
    secrets: options.secrets ?? {},
    idempotencyKey: "run1:n2:1",
    attempt: 1,
    signal: options.signal ?? new AbortController().signal,
    log: silent,
    progress: () => {},
  });

const local = (path = "/") => `http://127.0.0.1:${port}${path}`;
const answer =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = ""): Handler =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

describe("a request", () => {
  it("sends method, query, headers, JSON and the idempotency key, and reads JSON", async () => {
    handler = answer(200, { "content-type": "application/json; charset=utf-8" }, '{"ok":true}');
    const result = await call({
      method: "POST",
      url: local("/refunds?shop=a"),
      query: { dry: true, page: 2 },
      headers: { "X-Trace": "t1" },
      body: { amount: 12.5 },
    });
    expect(result).toMatchObject({ ok: true, output: { status: 200, body: { ok: true } } });
    expect(requests).toMatchObject([
      {
        method: "POST",
        url: "/refunds?shop=a&dry=true&page=2",
        body: '{"amount":12.5}',
        headers: { "x-trace": "t1", "content-type": "application/json", "idempotency-key": "run1:n2:1" },
      },
    ]);
  });

  it("sends text as text and gives text, GBK included, and bytes as base64", async () => {
    handler = answer(
      200,
      { "content-type": "text/plain; charset=gbk" },
      Buffer.from([0xcd, 0xcb, 0xbf, 0xee]),
    );
    expect(await call({ method: "PUT", url: local(), body: "退款" })).toMatchObject({
      output: { body: "退款" },
    });
    expect(requests[0]?.headers["content-type"]).toBe("text/plain; charset=utf-8");
    handler = answer(200, { "content-type": "image/png" }, Buffer.from([1, 2, 3]));
    expect(await call({ url: local() })).toMatchObject({ output: { body: "AQID" } });
  });

  it("takes credentials from a stored secret", async () => {
    const auth = { scheme: "basic", secret: "wms" };
    await call({ url: local(), auth }, { secrets: { wms: "user:pass" } });
    expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from("user:pass").toString("base64")}`);
    expect(await call({ url: local(), auth })).toMatchObject({
      code: "http.secret-missing",
      retryable: false,
    });
  });

  it.each([
    { "X-A": "1\r\nX-B: 2" },
    { "X-A\r\nX-B": "1" },
    { "X-A": "nul\u0000" },
    { Host: "other" },
    { "Transfer-Encoding": "chunked" },
    { "content-length": "0" },
  ])("refuses the header %j", async (headers) => {
    expect(await call({ url: local(), headers })).toMatchObject({ code: "http.header-invalid" });
    expect(requests).toHaveLength(0);
  });

  it.each(["ftp://example.com/", "file:///etc/passwd", "example.com", "http://user:pw@example.com/"])(
    "refuses the URL %s",
    async (url) => {
      expect(await call({ url })).toMatchObject({ code: "http.url-invalid", retryable: false });
    },
  );
});

describe("an answer", () => {
  it.each([
    [400, false],
    [404, false],
    [408, true],
    [425, true],
    [429, true],
    [500, true],
    [503, true],
  ])("with status %i fails, worth another try: %s", async (status, retryable) => {
    handler = answer(status, { "content-type": "text/plain" }, "why");
    expect(await call({ url: local() })).toMatchObject({
      ok: false,
      code: "http.status",
      retryable,
      details: { status, body: "why" },
    });
  });

  it("that was expected is a success whatever its status", async () => {
    handler = answer(404);
    expect(await call({ url: local(), expect: ["2xx", "404"] })).toMatchObject({
      ok: true,
      output: { status: 404 },
    });
  });

  it("says when to come back, in seconds or as a date", async () => {
    handler = answer(429, { "retry-after": "7" });
    expect(await call({ url: local() })).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
    handler = answer(503, { "retry-after": new Date(Date.now() + 60_000).toUTCString() });
    const result = await call({ url: local() });
    expect(!result.ok && result.retryAfterMs).toBeGreaterThan(50_000);
  });

  it("that is too big is cut off, with and without a declared length", async () => {
    handler = answer(200, {}, "x".repeat(5_000));
    const input = { url: local(), maxResponseBytes: 1_000 };
    expect(await call(input)).toMatchObject({ code: "http.too-large", retryable: false });
    let closed: () => void = () => {};
    const cutOff = new Promise<void>((resolve) => {
      closed = resolve;
    });
    handler = (_request, response) => {
      const timer = setInterval(() => response.write("y".repeat(500)), 1);
      response.on("close", () => {
        clearInterval(timer);
        closed();
      });
    };
    expect(await call(input)).toMatchObject({ code: "http.too-large" });
    await cutOff;
  });

  it("that is late fails with http.timeout; a cancelled job with its own reason", async () => {
    handler = () => {};
    expect(await call({ url: local(), timeoutMs: 50 })).toMatchObject({
      code: "http.timeout",
      retryable: true,
    });
    handler = (_request, response) => response.writeHead(200).write("first byte, then nothing");
    expect(await call({ url: local(), timeoutMs: 50 })).toMatchObject({ code: "http.timeout" });
    const signal = AbortSignal.timeout(50);
    expect(await call({ url: local() }, { signal })).toMatchObject({
      code: "action.timeout",
      retryable: true,
    });
  });

  it("that never comes because nobody listens, or that breaks off, is worth another try", async () => {
    handler = (request) => request.socket.destroy();
    expect(await call({ url: local() })).toMatchObject({ code: "http.network", retryable: true });
    expect(await call({ url: "http://127.0.0.1:1/" })).toMatchObject({
      code: "http.network",
      retryable: true,
    });
  });

  it("that is compressed or broken JSON is a clear failure", async () => {
    handler = answer(200, { "content-encoding": "gzip" }, Buffer.from([31, 139]));
    expect(await call({ url: local() })).toMatchObject({ code: "http.encoding" });
    handler = answer(200, { "content-type": "application/json" }, "<html>");
    expect(await call({ url: local() })).toMatchObject({ code: "http.body-invalid" });
  });
});

describe("redirects", () => {
  it("are followed, POST becoming GET at 302 and staying POST at 307", async () => {
    const routes: Record<string, Handler> = {
      "/see": answer(302, { location: "/end" }),
      "/same": answer(307, { location: "/end" }),
      "/end": answer(200, { "content-type": "text/plain" }, "end"),
    };
    handler = (request, response) => routes[request.url ?? ""]?.(request, response);
    await call({ method: "POST", url: local("/see"), body: { a: 1 } });
    await call({ method: "POST", url: local("/same"), body: { a: 1 } });
    expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/see", '{"a":1}'],
      ["GET", "/end", ""],
      ["POST", "/same", '{"a":1}'],
      ["POST", "/end", '{"a":1}'],
    ]);
  });

  it("end at the limit, and are answers when the limit is 0", async () => {
    handler = answer(302, { location: "/again" });
    expect(await call({ url: local(), maxRedirects: 3 })).toMatchObject({ code: "http.redirects" });
    expect(requests).toHaveLength(4);
    expect(await call({ url: local(), maxRedirects: 0, expect: ["3xx"] })).toMatchObject({
      output: { status: 302 },
    });
  });

  it("to an address that is not allowed are refused", async () => {
    handler = answer(302, { location: `http://127.0.0.2:${port}/inner` });
    expect(await call({ url: local() })).toMatchObject({ code: "http.address-refused", retryable: false });
    handler = answer(302, { location: `http://localhost:${port}/inner` });
    expect(await call({ url: local() })).toMatchObject({ code: "http.address-refused" });
    handler = answer(302, { location: "http://169.254.169.254/latest/meta-data/" });
    expect(await call({ url: local() })).toMatchObject({ code: "http.address-refused" });
    expect(requests).toHaveLength(3);
  });

  it("to another origin leave credentials behind", async () => {
    handler = (request, response) =>
      request.url === "/a"
        ? response.writeHead(307, { location: `http://localhost:${port}/b` }).end()
        : response.end();
    const headers = { authorization: "Bearer x", "x-api-key": "k", cookie: "c=1", accept: "text/plain" };
    await call({ url: local("/a"), headers }, { allowHosts: ["127.0.0.1", "localhost"] });
    expect(requests[1]?.headers).not.toHaveProperty("authorization");
    expect(requests[1]?.headers).not.toHaveProperty("x-api-key");
    expect(requests[1]?.headers).not.toHaveProperty("cookie");
    expect(requests[1]?.headers.accept).toBe("text/plain");
  });
});

describe("addresses", () => {
  it.each([
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "0.0.0.0",
    "10.0.0.8",
    "169.254.169.254",
    "100.100.100.200",
    "[fd00:ec2::254]",
    "localhost",
  ])("http://%s is refused", async (host) => {
    const result = await call({ url: `http://${host}:${port}/`, timeoutMs: 2_000 }, { allowHosts: [] });
    expect(result).toMatchObject({ ok: false, code: "http.address-refused", retryable: false });
    expect(requests).toHaveLength(0);
  });

  it("are allowed by name, on one port or all, and the name only", async () => {
    expect(await call({ url: local() }, { allowHosts: [`127.0.0.1:${port}`] })).toMatchObject({ ok: true });
    expect(await call({ url: local() }, { allowHosts: ["127.0.0.1:1"] })).toMatchObject({ ok: false });
    expect(await call({ url: local() }, { allowHosts: ["localhost"] })).toMatchObject({ ok: false });
    const named = `http://localhost:${port}/`;
    expect(await call({ url: named }, { allowHosts: ["LOCALHOST"] })).toMatchObject({ ok: true });
  });

  it("are those that were checked: a name that rebinds reaches nothing", async () => {
    let asked = 0;
    const resolve: ResolveAll = (_hostname, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? "93.184.216.34" : "127.0.0.1", family: 4 }]);
    };
    const lookup = guardedLookup(resolve);
    const connectTo = () =>
      new Promise((settle) =>
        lookup("rebind.example", { all: true }, (error, found) => settle(error ?? found)),
      );
    expect(await connectTo()).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(asked).toBe(1); // Resolved once: what is connected to is what was checked.
    expect(await connectTo()).toMatchObject({ code: "http.address-refused" });
    const result = await call({ url: `http://rebind.example:${port}/` }, { resolve });
    expect(result).toMatchObject({ code: "http.address-refused", retryable: false });
    expect(asked).toBe(3);
    expect(requests).toHaveLength(0);
  });

  it("are refused all together when one of a name's is not public", async () => {
    const resolve: ResolveAll = (_hostname, done) =>
      done(null, [
        { address: "8.8.8.8", family: 4 },
        { address: "::1", family: 6 },
      ]);
    expect(await call({ url: `http://mixed.example:${port}/` }, { resolve })).toMatchObject({
      code: "http.address-refused",
    });
  });
});

it("passes the harness every plugin author uses", async () => {
  handler = answer(200, { "content-type": "application/json" }, "{}");
  const silence = createServer(() => {});
  await new Promise<void>((resolve) => silence.listen(0, "127.0.0.1", resolve));
  const hanging = `http://127.0.0.1:${(silence.address() as AddressInfo).port}/`;
  const sample = {
    method: "GET",
    timeoutMs: 5_000,
    expect: ["2xx"],
    maxRedirects: 5,
    maxResponseBytes: 1_000,
  } as const;
  const withSample = {
    ...action,
    samples: [
      ...(action.samples ?? []),
      { name: "answers", input: { ...sample, expect: ["2xx"], url: local() } },
    ],
  };
  const report = await testAction(withSample, {
    config: { allowHosts: ["127.0.0.1"] },
    hangingInput: { ...sample, expect: ["2xx"], url: hanging },
  });
  silence.closeAllConnections();
  silence.close();
  const { checks } = report;
  expect(checks.filter((check) => !check.passed).map((check) => check.name)).toEqual([
    "sample: refuses this machine", // Allowed by name here; nobody listens on port 80.
  ]);
});
