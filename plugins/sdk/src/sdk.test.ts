import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Type } from "typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ActionError,
  defineAction,
  definePlugin,
  durationMs,
  pluginManifest,
  runAction,
  testAction,
  toPlugin,
} from "./index.ts";

const server = createServer((request, response) => {
  if (request.url === "/hop") response.writeHead(302, { location: "http://other.example/" }).end();
  else response.end(JSON.stringify({ key: request.headers["x-key"] ?? null, place: "上海" }));
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const label = { zh: "物流查询", en: "Track parcel" };

const track = defineAction({
  id: "logistics.track",
  version: "1",
  label,
  input: Type.Object(
    {
      no: Type.String({ minLength: 1 }),
      lang: Type.String({ default: "zh" }),
      path: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ place: Type.String() }),
  config: Type.Object({ base: Type.String() }),
  secrets: ["KEY"],
  hosts: ["127.0.0.1"],
  timeout: "PT10S",
  samples: [{ name: "a parcel", input: { no: "SF1", lang: "zh" }, output: { place: "上海" } }],
  async run({ input, config, secrets, http, idempotencyKey }) {
    if (input.no === "unknown")
      throw new ActionError({
        code: "logistics.unknown-number",
        message: "No such parcel",
        retryable: false,
      });
    const headers = { "x-key": secrets.KEY ?? "", "idempotency-key": idempotencyKey };
    const response = await http(`${config.base}${input.path ?? `/${input.no}`}`, { headers });
    const { place } = (await response.json()) as { place: string };
    return { place };
  },
});

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const run = (action: unknown, input: unknown, more: object = {}) =>
  runAction(action as Parameters<typeof runAction>[0], {
    input,
    config: { base },
    idempotencyKey: "k",
    attempt: 1,
    signal: new AbortController().signal,
    log,
    progress: () => {},
    ...more,
  });

describe("runAction", () => {
  it("fills defaults, gives config and secrets, checks the output", async () => {
    expect(await run(track, { no: "SF1" }, { secrets: { KEY: "k1" } })).toMatchObject({
      ok: true,
      output: { place: "上海" },
    });
  });

  it.each([
    [{ no: "" }, "action.input-invalid", false],
    [{ no: "x", extra: 1 }, "action.input-invalid", false],
    [null, "action.input-invalid", false],
    [{ no: "unknown" }, "logistics.unknown-number", false],
  ])("%j fails with %s", async (input, code, retryable) => {
    expect(await run(track, input)).toMatchObject({ ok: false, code, retryable });
  });

  it("refuses undeclared hosts, also behind a redirect", async () => {
    expect(await run(track, { no: "x" }, { config: { base: "http://evil.example" } })).toMatchObject({
      code: "http.host-undeclared",
    });
    expect(await run(track, { no: "x", path: "/hop" })).toMatchObject({ code: "http.host-undeclared" });
  });

  it("turns a network fault into a retryable failure, a wrong config into a final one", async () => {
    const config = { base: "http://127.0.0.1:1" };
    expect(await run(track, { no: "x" }, { config })).toMatchObject({
      code: "http.network",
      retryable: true,
    });
    expect(await run(track, { no: "x" }, { config: {} })).toMatchObject({ code: "action.config-invalid" });
  });

  it("survives whatever is thrown and returned", async () => {
    for (const thrown of [undefined, null, "text", Object.create(null), Symbol("s")]) {
      const action = {
        ...track,
        run: () => {
          throw thrown;
        },
      };
      expect(await run(action, { no: "x" })).toMatchObject({
        ok: false,
        code: "action.threw",
        retryable: true,
      });
    }
    for (const output of [undefined, () => {}, { place: 1 }, []])
      expect(await run({ ...track, run: () => output }, { no: "x" })).toMatchObject({
        code: "action.output-invalid",
      });
  });
});

describe("declarations", () => {
  const bare = {
    id: "a.b",
    version: "1",
    label,
    input: Type.Object({}),
    output: Type.Object({}),
    run: () => ({}),
  };

  it.each([
    [{ id: "NoDots" }, "action.id"],
    [{ version: "1.0" }, "action.version"],
    [{ timeout: "10s" }, "action.duration"],
    [{ timeout: "PT0S" }, "action.duration"],
    [{ rateLimit: { calls: 1, per: "1m" } }, "action.duration"],
    [{ hosts: ["https://api.example.com/"] }, "action.host"],
    [{ samples: [{ name: "s", input: 3 as never }] }, "action.sample"],
  ])("refuse %j", (change, code) => {
    expect(() => defineAction({ ...bare, ...change })).toThrow(expect.objectContaining({ code }));
  });

  it("of a plugin need its prefix, no duplicates, and at least one action", () => {
    const fault = (code: string) => expect.objectContaining({ code });
    const action = defineAction(bare);
    expect(() => definePlugin({ id: "x", label, actions: [action] })).toThrow(fault("action.id"));
    expect(() => definePlugin({ id: "a", label, actions: [action, action] })).toThrow(
      fault("plugin.duplicate"),
    );
    expect(() => definePlugin({ id: "a", label })).toThrow(fault("plugin.empty"));
    expect(() => definePlugin({ id: "A", label, actions: [action] })).toThrow(fault("plugin.id"));
  });

  it("are found in a module by name or as its default, and become plain JSON", () => {
    const plugin = definePlugin({ id: "logistics", label, actions: [track] });
    expect(toPlugin({ default: plugin }).id).toBe("logistics");
    const manifest = pluginManifest(toPlugin({ plugin }));
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    expect(manifest.actions[0]).toMatchObject({ id: "logistics.track", input: { type: "object" } });
    expect(manifest.actions[0]).not.toHaveProperty("run");
    expect(() => toPlugin({})).toThrow(expect.objectContaining({ code: "plugin.id" }));
  });

  it("write durations as documents do", () => {
    expect([durationMs("PT1.5S"), durationMs("PT1H30M"), durationMs("P1DT1S"), durationMs("P1W")]).toEqual([
      1_500, 5_400_000, 86_401_000, 604_800_000,
    ]);
  });
});

describe("testAction", () => {
  const options = () => ({ config: { base } });
  const failed = async (action: unknown, more: object = {}) => {
    const report = await testAction(action as typeof track, { ...options(), graceMs: 100, ...more });
    return report.checks.filter((check) => !check.passed).map((check) => check.name);
  };

  it("passes a sound action", async () => {
    expect(await testAction(track, options())).toMatchObject({ passed: true });
  });

  it("finds an action that answers wrongly", async () => {
    const samples = [{ name: "a parcel", input: { no: "SF1", lang: "zh" }, output: { place: "北京" } }];
    expect(await failed({ ...track, samples })).toContain("sample: a parcel");
  });

  it("finds an action that does not stop", async () => {
    expect(
      await failed(
        { ...track, run: () => new Promise(() => {}), samples: [] },
        { hangingInput: { no: "x" } },
      ),
    ).toContain("stops at its time limit");
  });

  it("finds an action that gives up on a network fault", async () => {
    const run = async (ctx: Parameters<typeof track.run>[0]) => {
      try {
        return await track.run(ctx);
      } catch {
        throw new ActionError({ code: "logistics.failed", message: "failed", retryable: false });
      }
    };
    expect(await failed({ ...track, run })).toEqual(["stops at its time limit", "can be tried again"]);
  });

  it("wants a sample", async () => {
    expect(await failed({ ...track, samples: [] })).toEqual(["has a sample"]);
  });
});
