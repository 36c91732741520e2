import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildForChildren } from "./fixtures/build-for-children.ts";
import { fixture, startChaos } from "./fixtures/start-chaos.ts";

type Chaos = Awaited<ReturnType<typeof startChaos>>;

let chaos: Chaos;

beforeAll(async () => {
  buildForChildren("http");
  chaos = await startChaos();
});
afterAll(() => chaos.host.close(0));

const good = (echo = "hello") => chaos.call("good", { echo });

/** Misbehaviour → the code its own job must get. */
const misdeeds: readonly (readonly [string, string, number?])[] = [
  ["throws", "action.threw"],
  ["rejects-aside", "plugin.unhandled-rejection"],
  ["throws-aside", "plugin.uncaught"],
  ["hangs", "action.timeout", 300],
  ["never-answers", "action.timeout", 100],
  ["exits", "plugin.exited"],
  ["dies", "plugin.crashed"],
  ["hoards-objects", "plugin.out-of-memory"],
  ["hoards-buffers", "plugin.out-of-memory"],
  ["floods-console", "plugin.output-flood"],
  ["floods-log", "plugin.output-flood"],
  ["floods-descriptor", "plugin.output-flood"],
  ["floods-line", "plugin.output-flood"],
  ["speaks-nonsense", "plugin.crashed"],
  ["speaks-in-shapes", "plugin.crashed"],
  ["wrong-output", "action.output-invalid"],
  ["huge-output", "action.output-too-large"],
  ["circular-output", "action.threw"],
];

describe("a misbehaving job costs itself only", () => {
  for (const [name, code, timeoutMs = 10_000] of misdeeds)
    it(`${name} → ${code}`, async () => {
      const result = await chaos.call(name, {}, { timeoutMs });
      expect(result).toMatchObject({ ok: false, code });
      expect(await good()).toMatchObject({ ok: true, output: { echo: "hello" } });
    });

  it("logs a rejection that comes after the job has ended, and goes on in the same process", async () => {
    const before = await good();
    expect(await chaos.call("rejects-late")).toMatchObject({ ok: true });
    const after = await chaos.call("good", { pauseMs: 100 });
    expect(after.ok && before.ok && after.output).toMatchObject({ pid: before.ok && pidOf(before.output) });
    expect(chaos.logger.text()).toContain("late");
  });

  it("leaves neighbours in the same process alone when the job can be stopped", async () => {
    const neighbour = chaos.call("good", { pauseMs: 400 });
    const stopped = ["throws", "exits", "throws-aside", "floods-console"].map((name) => chaos.call(name));
    expect((await Promise.all(stopped)).every((result) => !result.ok)).toBe(true);
    expect(await neighbour).toMatchObject({ ok: true });
  });

  it("answers neighbours with a retryable plugin.restarted when the process must go", async () => {
    const neighbour = chaos.call("good", { pauseMs: 5_000 });
    const culprit = chaos.call("hangs", {}, { timeoutMs: 200 });
    expect(await culprit).toMatchObject({ ok: false, code: "action.timeout", retryable: true });
    expect(await neighbour).toMatchObject({ ok: false, code: "plugin.restarted", retryable: true });
    expect(await good()).toMatchObject({ ok: true });
  });
});

describe("a misbehaving plugin", () => {
  it("does not touch another plugin's process", async () => {
    const { host, call } = await startChaos({
      plugins: [{ specifier: fixture("chaos-plugin.js") }, { specifier: fixture("folder-plugin") }],
    });
    let isOver = false;
    const misdeedsAtOnce = ["hangs", "hoards-objects", "floods-descriptor", "floods-line", "dies"];
    const chaosDone = Promise.all(misdeedsAtOnce.map((name) => call(name, {}, { timeoutMs: 500 })));
    void chaosDone.then(() => {
      isOver = true;
    });
    let answers = 0;
    while (!isOver) {
      const hello = { action: "folder.hello", version: "1", input: {}, idempotencyKey: `k${answers}` };
      expect(await host.run(hello)).toMatchObject({ ok: true, output: { hello: "world" } });
      answers += 1;
    }
    expect((await chaosDone).some((result) => result.ok)).toBe(false);
    expect(answers).toBeGreaterThan(0);
    expect(host.stats()[1]).toMatchObject({ plugin: "folder", restarts: 0 });
    await host.close(0);
  });
});

const pidOf = (output: unknown) => (output as { pid: number }).pid;

describe("a job", () => {
  it("gets its input checked, with defaults, and its idempotency key and attempt", async () => {
    expect(await chaos.call("good", { echo: "x" }, { attempt: 3 })).toMatchObject({
      ok: true,
      output: { echo: "x", attempt: 3, idempotencyKey: "run1:n3:1" },
    });
    const refused = await chaos.call("good", { echo: 7, more: true });
    expect(refused).toMatchObject({ ok: false, code: "action.input-invalid", retryable: false });
    expect(JSON.stringify(refused)).toContain("/echo");
  });

  it("that is cancelled stops, and the process stays when the action heeds its signal", async () => {
    const before = await good();
    const controller = new AbortController();
    const job = chaos.call("heeds-signal", {}, { signal: controller.signal });
    await chaos.call("good", { pauseMs: 30 });
    controller.abort();
    expect(await job).toMatchObject({ ok: false, code: "action.cancelled" });
    const after = await good();
    expect(after.ok && pidOf(after.output)).toBe(before.ok && pidOf(before.output));
  });

  it("says what it does to the server's log and to who asked for it", async () => {
    const said: unknown[] = [];
    const report = {
      log: (line: object) => said.push(line),
      progress: (progress: object) => said.push(progress),
    };
    expect(await chaos.call("reports", { echo: "it" }, { report })).toMatchObject({ ok: true });
    expect(said).toEqual([
      { level: "debug", message: "begun", data: { items: 3 } },
      { done: 1, total: 3, text: "first" },
      { level: "info", message: "printed" },
      { done: 0.5, total: 1, text: "half of it" },
      { level: "warn", message: "not all" },
    ]);
    for (const text of ["begun", "first", "printed", "not all", '"job":"run1:n3:1"'])
      expect(chaos.logger.text()).toContain(text);
  });

  it("of an unknown action or version is refused", async () => {
    const request = { action: "chaos.good", version: "9", input: {}, idempotencyKey: "k" };
    expect(await chaos.host.run(request)).toMatchObject({
      ok: false,
      code: "action.unknown",
      retryable: false,
    });
  });

  it("sees the listed environment variables only", async () => {
    const { host, call } = await startChaos({ env: { TZ: "Asia/Shanghai" } });
    const result = await call("shows-environment");
    await host.close(0);
    expect(result).toMatchObject({ ok: true, output: { env: { TZ: "Asia/Shanghai" } } });
    expect(result.ok && Object.keys((result.output as { env: object }).env)).toEqual(["TZ"]);
  });

  it("is sent declared secrets only, and they stay out of errors and logs", async () => {
    const stored = { TOKEN: "s3cr3t-token", OTHER: "not-for-it" };
    const { host, call, logger } = await startChaos({ secrets: () => stored });
    const result = await call("shows-secrets");
    await host.close(0);
    expect(result).toMatchObject({ ok: false, message: "Error: failed with [secret] and undefined" });
    expect(logger.text()).toContain("token is [secret]");
    expect(logger.text()).toContain("printed [secret]");
    expect(logger.text()).not.toContain("s3cr3t");
  });
});

describe("limits per action", () => {
  it("runs as many at once as declared", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => chaos.call("one-at-a-time")));
    for (const result of results) expect(result).toMatchObject({ ok: true, output: { peak: 1 } });
  });

  it("starts as many per time as declared", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => chaos.call("rationed")));
    const starts = results.map((result) => (result.ok ? (result.output as { at: number }).at : 0)).sort();
    // Five calls at two per 300 ms need three windows.
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(290);
  });

  it("refuses what would wait behind a full queue", async () => {
    const { host, call } = await startChaos({ maxQueued: 2 });
    const results = await Promise.all(Array.from({ length: 5 }, () => call("one-at-a-time")));
    await host.close(0);
    expect(results.filter((result) => !result.ok && result.code === "action.busy")).toHaveLength(2);
  });

  it("opens the circuit after failures in a row, and closes it after one success", async () => {
    const { host, call } = await startChaos({ breaker: { failures: 3, openMs: 150 } });
    for (let i = 0; i < 3; i += 1)
      expect(await call("flaky", { fail: true })).toMatchObject({ code: "action.threw" });
    expect(await call("flaky")).toMatchObject({ ok: false, code: "action.circuit-open", retryAfterMs: 150 });
    expect(await call("good")).toMatchObject({ ok: true });
    expect(host.stats()[0]?.actions["chaos.flaky@1"]).toMatchObject({ circuit: "open", failed: 3 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await call("flaky", { fail: true })).toMatchObject({ code: "action.threw" });
    expect(await call("flaky")).toMatchObject({ code: "action.circuit-open" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await call("flaky")).toMatchObject({ ok: true });
    expect(host.stats()[0]?.actions["chaos.flaky@1"]).toMatchObject({ circuit: "closed" });
    await host.close(0);
  });
});

describe("plugins", () => {
  it("that cannot be loaded stop nobody and say why", async () => {
    const { host, call, logger } = await startChaos({
      plugins: [{ specifier: fixture("unloadable-plugin.js") }, { specifier: fixture("chaos-plugin.js") }],
    });
    expect(host.stats()[0]).toMatchObject({ plugin: null, fault: "broken on import" });
    expect(await call("good")).toMatchObject({ ok: true });
    expect(logger.text()).toContain("broken on import");
    await host.close(0);
  });

  it("are refused when they are nowhere, or twice", async () => {
    await expect(startChaos({ plugins: [{ specifier: "./nowhere.js" }] })).rejects.toMatchObject({
      code: "plugin.unresolvable",
    });
    const twice = { specifier: fixture("chaos-plugin.js") };
    await expect(startChaos({ plugins: [twice, twice] })).rejects.toMatchObject({ code: "plugin.duplicate" });
  });

  it("that are optional and nowhere stop nobody, say so, and are taken once they are there", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sluice-late-"));
    const specifier = join(folder, "late.js");
    const late = { specifier, optional: true };
    const { host, call, logger } = await startChaos({
      plugins: [late, { specifier: fixture("chaos-plugin.js") }],
    });
    expect(await call("good")).toMatchObject({ ok: true });
    expect(host.stats().find((one) => one.specifier === specifier)).toMatchObject({
      ...{ plugin: null, problem: { code: "plugin.unloadable" } },
      fault: expect.stringContaining("late.js"),
    });
    copyFileSync(fixture("chaos-plugin.js"), specifier);
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    await host.load(late);
    expect(host.stats().find((one) => one.specifier === specifier)).toMatchObject({
      ...{ plugin: "chaos", fault: null, problem: null },
    });
    expect(logger.text()).toContain("plugin loaded");
    await host.close(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it("say what they offer, for the catalog", () => {
    const definition = chaos.host.actions().find((item) => item.id === "chaos.rationed");
    expect(definition).toMatchObject({
      plugin: "chaos",
      version: "1",
      timeoutMs: 30_000,
      input: { type: "object" },
    });
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });

  it("are gone after close, with every process; later jobs are refused", async () => {
    const { host, call } = await startChaos();
    const pid = host.stats()[0]?.pid ?? 0;
    const running = call("never-answers");
    await host.close(0);
    expect(await running).toMatchObject({ ok: false, retryable: true });
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    expect(await call("good")).toMatchObject({ ok: false, code: "plugin.closed", retryable: true });
  });
});
