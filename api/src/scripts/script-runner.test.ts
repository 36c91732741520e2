import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createScriptRunner, type ScriptRunner, scriptLimits } from "./script-runner.ts";
import type { ScriptOutcome } from "./script-thread.ts";

/** The thread runs from the build; type errors are the type check's business, `tsc` says 2 when it built all the same. */
function build(): void {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const compiler = createRequire(import.meta.url).resolve("typescript/package.json", { paths: [root] });
  const tsc = join(dirname(compiler), "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-b", "api"], { cwd: root });
  expect([0, 2]).toContain(status);
}

let scripts: ScriptRunner;
beforeAll(() => {
  build();
  // Room for a busy machine: what is tested here is how scripts are ended, not how fast this machine is.
  scripts = createScriptRunner(1, { ...scriptLimits, timeMs: 1_500 });
}, 120_000);
afterAll(() => scripts.close());

const run = (code: string, input: unknown = {}): Promise<ScriptOutcome> =>
  scripts.run(code, JSON.stringify(input));
const answer = async (code: string, input?: unknown) => {
  const outcome = await run(code, input);
  return outcome.ok ? JSON.parse(outcome.output) : outcome;
};

describe("a script", () => {
  it("gets its input and gives JSON", async () => {
    expect(
      await answer('return { sum: input.a + input.b, text: input.name + "!" };', { a: 1, b: 2, name: "李" }),
    ).toEqual({
      sum: 3,
      text: "李!",
    });
    expect(await answer("const a = [3,1,2]; a.sort(); return a;")).toEqual([1, 2, 3]);
    expect(await answer("")).toBeNull();
    expect(await answer("return undefined")).toBeNull();
  });

  it("says on which line it failed", async () => {
    expect(await answer("const a = 1;\nreturn null.x;")).toMatchObject({ code: "script.failed", line: 2 });
    expect(await answer("throw new Error('no such parcel')")).toMatchObject({
      message: "Error: no such parcel",
      line: 1,
    });
    expect(await answer("const a = 1;\n\nreturn a +;")).toMatchObject({ code: "script.failed", line: 3 });
    expect(await answer("throw 'a text'")).toMatchObject({ ok: false, code: "script.failed" });
  });

  it("has no way out: no I/O, no timers, no modules, nothing of the server", async () => {
    const names = [
      "require",
      "process",
      "fetch",
      "setTimeout",
      "XMLHttpRequest",
      "std",
      "os",
      "Buffer",
      "WebAssembly",
      "console",
    ];
    expect(await answer(`return ${JSON.stringify(names)}.filter((name) => name in globalThis);`)).toEqual([]);
    expect(await answer("return import('fs')")).toMatchObject({});
    expect(await answer("return (0, eval)('typeof process')")).toBe("undefined");
    expect(await answer("return [].constructor.constructor('return typeof process')()")).toBe("undefined");
  });

  it("leaves nothing behind for the next one", async () => {
    await run("globalThis.left = 1; Object.prototype.polluted = 1; Array.prototype.map = null; return 1");
    expect(await answer("return [typeof left, ({}).polluted ?? null, typeof [].map]")).toEqual([
      "undefined",
      null,
      "function",
    ]);
  });

  it("cannot change how its answer is read", async () => {
    expect(await answer("JSON.stringify = () => '{\"ok\":1}'; return { a: 1 }")).toEqual({ a: 1 });
    expect(await answer("return { toJSON: () => 'x' }")).toBe("x");
    expect(await answer("return () => 1")).toMatchObject({ code: "script.output" });
    expect(await answer("const a = {}; a.a = a; return a")).toMatchObject({ code: "script.failed" });
    expect(await answer("return 10n")).toMatchObject({ code: "script.failed" });
    expect(await answer("return 'x'.repeat(300000)")).toMatchObject({ code: "script.output" });
    expect(Object.getPrototypeOf(await answer('return JSON.parse(\'{"__proto__":{"x":1}}\')'))).toBe(
      Object.prototype,
    );
  });
});

describe("a hostile script", () => {
  const ended: readonly (readonly [string, string, readonly string[]])[] = [
    ["a loop", "while (true) {}", ["script.timeout"]],
    ["a loop that catches", "for (;;) { try { while (true) {} } catch {} }", ["script.timeout"]],
    [
      "a generator without end",
      "function* g() { for (;;) yield 1; } for (const x of g()) ;",
      ["script.timeout"],
    ],
    ["a getter without end", "return { get a() { for (;;) ; } }", ["script.timeout"]],
    ["a long native call", "return new Array(3e8).fill(1).length", ["script.timeout", "script.memory"]],
    [
      "a sort that takes for ever",
      "const a = Array.from({ length: 2e5 }, () => Math.random()); for (;;) a.sort(() => Math.random() - 0.5)",
      ["script.timeout"],
    ],
    ["a regular expression that explodes", "return /(a+)+b/.test('a'.repeat(40))", ["script.timeout"]],
    [
      "an array without end",
      "const a = []; for (;;) a.push(new Array(1000).fill('x'))",
      ["script.memory", "script.timeout"],
    ],
    ["a huge text", "let s = 'x'; for (;;) s += s", ["script.memory", "script.failed"]],
    ["a huge buffer", "return new ArrayBuffer(1e9).byteLength", ["script.memory"]],
    ["deep recursion", "const f = () => f() + 1; return f()", ["script.failed"]],
    [
      "deep JSON",
      "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a",
      ["script.failed", "script.memory", "script.timeout"],
    ],
    [
      "a flood of promises",
      "for (;;) Promise.resolve().then(() => 1)",
      ["script.failed", "script.memory", "script.timeout"],
    ],
    ["a proxy in its answer", "return new Proxy({}, { ownKeys() { for (;;) ; } })", ["script.timeout"]],
  ];

  it.each(ended)("is ended: %s", async (_name, code, codes) => {
    const outcome = await run(code);
    expect(codes).toContain(outcome.ok ? outcome.output.slice(0, 100) : outcome.code);
    // The one after it has a sound thread.
    expect(await answer("return input.a", { a: 1 })).toBe(1);
  });
});

it("scripts that wait for a thread all get their turn", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, (_, a) => answer("return input.a", { a })));
  expect(all).toEqual(Array.from({ length: 20 }, (_, a) => a));
});
