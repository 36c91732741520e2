/**
 * The program of a script's thread: QuickJS in WebAssembly, a new runtime for each script, with no way out of it: no
 * I/O, no timers, no modules. It bounds memory and time itself where it can; whoever started the thread ends it where it cannot.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  Scope,
} from "quickjs-emscripten-core";

/** What the thread is told. */
export interface ScriptRequest {
  readonly id: number;
  readonly code: string;
  /** JSON. */
  readonly input: string;
  readonly memoryBytes: number;
  /** When the script ends itself, ms after its start. */
  readonly timeMs: number;
}

/** What it answers: once when it is ready, and for each script that it began and that it ended. */
export type ScriptReply =
  | { readonly type: "ready" }
  | { readonly type: "began"; readonly id: number }
  | ({ readonly type: "ended"; readonly id: number } & ScriptOutcome);

export type ScriptOutcome =
  | { readonly ok: true; readonly output: string }
  | {
      readonly ok: false;
      readonly code: "script.failed" | "script.timeout" | "script.memory" | "script.output";
      readonly message: string;
      readonly line: number | null;
    };

const fileName = "script.js";
const stackBytes = 256 * 1024;
/** Longest answer of a script, characters of JSON. */
const maxOutput = 256 * 1024;

/** The code is a function's body, in the second line of what is evaluated. */
const wrapped = (code: string): string => `(function (input) { "use strict";\n${code}\n})`;

interface Fault {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
}

const lineOf = (fault: Fault): number | null => {
  const found = new RegExp(`${fileName}:(\\d+)`).exec(fault.stack ?? "")?.[1];
  return found === undefined ? null : Math.max(1, Number(found) - 1);
};

/** What a script threw reaches us as the cause of the library's error. */
function toFault(error: unknown): Fault {
  const thrown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof thrown === "object" && thrown !== null ? (thrown as Fault) : { message: String(thrown) };
}

function failed(fault: Fault, timedOut: boolean): ScriptOutcome {
  const { name = "Error", message = "it threw" } = fault;
  const line = lineOf(fault);
  if (timedOut || message === "interrupted")
    return { ok: false, code: "script.timeout", message: "the script took too long", line };
  if (message === "out of memory")
    return { ok: false, code: "script.memory", message: "the script used too much memory", line };
  return { ok: false, code: "script.failed", message: `${name}: ${message}`.slice(0, 500), line };
}

const noOutput = (message: string): ScriptOutcome => ({
  ok: false,
  code: "script.output",
  message,
  line: null,
});

/** The value that a script returned, as JSON; nothing returned is null. */
function outputOf(context: QuickJSContext, scope: Scope, result: QuickJSHandle, stringify: QuickJSHandle) {
  if (context.typeof(result) === "undefined") return "null";
  const text = scope.manage(context.unwrapResult(context.callFunction(stringify, context.undefined, result)));
  return context.typeof(text) === "string" ? context.getString(text) : null;
}

/** Calls the script; what it throws is thrown. */
function call(context: QuickJSContext, scope: Scope, { code, input }: ScriptRequest): ScriptOutcome {
  const property = (object: QuickJSHandle, name: string) => scope.manage(context.getProp(object, name));
  // Taken before the script runs: what it does to its own JSON object changes nothing here.
  const json = property(context.global, "JSON");
  const [parse, stringify] = [property(json, "parse"), property(json, "stringify")];
  const text = scope.manage(context.newString(input));
  const given = scope.manage(context.unwrapResult(context.callFunction(parse, context.undefined, text)));
  const made = scope.manage(
    context.unwrapResult(context.evalCode(wrapped(code), fileName, { strict: true })),
  );
  const result = scope.manage(context.unwrapResult(context.callFunction(made, context.undefined, given)));
  const output = outputOf(context, scope, result, stringify);
  if (output === null) return noOutput("the script returned what is no JSON");
  return output.length > maxOutput ? noOutput("the script returned more than 256 KB") : { ok: true, output };
}

function run(quickjs: QuickJSWASMModule, request: ScriptRequest): ScriptOutcome {
  const until = performance.now() + request.timeMs;
  const isLate = () => performance.now() > until;
  return Scope.withScope((scope) => {
    const runtime = scope.manage(quickjs.newRuntime());
    runtime.setMemoryLimit(request.memoryBytes);
    runtime.setMaxStackSize(stackBytes);
    runtime.setInterruptHandler(isLate);
    const context = scope.manage(runtime.newContext());
    try {
      return call(context, scope, request);
    } catch (error) {
      return failed(toFault(error), isLate());
    }
  });
}

const { port } = workerData as { readonly port: MessagePort };
const say = (reply: ScriptReply): void => port.postMessage(reply);

const quickjs = await newQuickJSWASMModuleFromVariant(variant as never);
port.on("message", (request: ScriptRequest) => {
  say({ type: "began", id: request.id });
  try {
    say({ type: "ended", id: request.id, ...run(quickjs, request) });
  } catch (error) {
    // QuickJS itself gave up, for instance out of memory in the middle of an allocation: this thread is of no more use.
    const message = error instanceof Error ? error.message : String(error);
    say({ type: "ended", id: request.id, ok: false, code: "script.memory", message, line: null });
    process.exit();
  }
});
say({ type: "ready" });
