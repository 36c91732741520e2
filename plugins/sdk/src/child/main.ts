/**
 * The child process of one plugin: loads it, says what it offers, runs jobs until the host hangs up.
 * Started by the plugin host as `node main.js <plugin URL>` with file descriptor 3 as its line to it.
 */
import { once } from "node:events";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import type { Action } from "../action.ts";
import { configPart, configSchemas } from "../config-check.ts";
import type { Progress } from "../context.ts";
import { ActionError } from "../errors.ts";
import { toPlugin } from "../load-plugin.ts";
import { callsOf, type Plugin, pluginManifest } from "../plugin.ts";
import { type ChildMessage, type HostMessage, protocolFd } from "../protocol.ts";
import { type ActionResult, runAction } from "../run-action.ts";
import { guardErrors, guardExit, guardOutput } from "./guards.ts";
import { currentJob, Job } from "./job.ts";
import { createListeners } from "./listeners.ts";

const host = new Socket({ fd: protocolFd, readable: true, writable: true });
const jobs = new Map<number, Job>();
const send = (message: ChildMessage): void => void host.write(`${JSON.stringify(message)}\n`);

const runnables = new WeakMap<Plugin, readonly Action[]>();

/** Actions, and what facts and channels are run by. */
function runnable(plugin: Plugin): readonly Action[] {
  const known = runnables.get(plugin) ?? [...plugin.actions, ...callsOf(plugin)];
  runnables.set(plugin, known);
  return known;
}

async function run(plugin: Plugin, message: HostMessage & { type: "run" }): Promise<void> {
  const { job: id, action: actionId, version, ...call } = message;
  const job = new Job(id, send);
  jobs.set(id, job);
  const action = runnable(plugin).find((item) => item.id === actionId && item.version === version);
  const config = action?.config ? configPart(action.config, configSchemas(plugin), call.config) : call.config;
  const missing = {
    ok: false,
    code: "action.unknown",
    message: actionId,
    retryable: false,
    durationMs: 0,
  } as const;
  const log = {
    debug: (text: string, data?: unknown) => job.log("debug", text, data),
    info: (text: string, data?: unknown) => job.log("info", text, data),
    warn: (text: string, data?: unknown) => job.log("warn", text, data),
    error: (text: string, data?: unknown) => job.log("error", text, data),
  };
  const progress = (said: number | Progress, note?: string) => job.progress(said, note);
  const { signal } = job.controller;
  const result = action
    ? await currentJob.run(job, () => runAction(action, { ...call, config, signal, log, progress }))
    : missing;
  jobs.delete(id);
  job.settle(withMemoryFault(result));
}

/** Buffers over the memory limit fail by an exception, not a crash; the host must know that nothing is left. */
function withMemoryFault(result: ActionResult): ActionResult {
  const isMemory = !result.ok && /Array buffer allocation failed/.test(result.message);
  return isMemory ? { ...result, code: "plugin.out-of-memory" } : result;
}

function cancel({ job: id, reason }: HostMessage & { type: "cancel" }): void {
  const text = reason === "timeout" ? "Time limit reached" : "Cancelled";
  const code = reason === "timeout" ? "action.timeout" : "action.cancelled";
  jobs.get(id)?.fail(new ActionError({ code, message: text, retryable: true }));
}

async function load(url: string): Promise<Plugin | null> {
  try {
    const plugin = toPlugin(await import(url));
    send({ type: "ready", plugin: pluginManifest(plugin) });
    return plugin;
  } catch (error) {
    send({ type: "unloadable", message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

const exit = guardExit(send);
guardErrors(send);
guardOutput();
// Running before any plugin code may hang this thread, and told the host's id from before it could be gone.
const watch = new Worker(new URL("./parent-watch.js", import.meta.url), { workerData: process.ppid });
await once(watch, "online");
watch.unref();
host.on("error", () => exit(0));
host.on("close", () => exit(0));
host.on("end", () => exit(0));

const plugin = await load(process.argv[2] ?? "");
if (plugin) {
  const listeners = createListeners(plugin, send);
  createInterface({ input: host }).on("line", (line) => {
    const message = JSON.parse(line) as HostMessage;
    if (message.type === "run") void run(plugin, message);
    else if (message.type === "cancel") cancel(message);
    else if (message.type === "listen") void listeners.listen(message);
    else listeners.delivered(message);
  });
}
