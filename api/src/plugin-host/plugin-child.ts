/**
 * One life of a plugin's child process: started, told to run jobs, and ended. It reports what happens;
 * what to do about it is {@link PluginProcess}'s business.
 */
import type { Readable } from "node:stream";
import type { ChildMessage, HostMessage } from "@sluice/plugin-sdk";
import type { ChildExit, KillReason } from "./child-exit.ts";
import { createChildLine } from "./child-line.ts";
import { type LaunchOptions, launch } from "./launch.ts";
import { createOutputBudget } from "./output-budget.ts";

/** Bytes of bare output (not attributed to a job) in ten seconds before the child is ended. */
const maxBareOutput = 4 * 1024 * 1024;
/** Bytes of it that reach the log in that time. */
const loggedBareOutput = 64 * 1024;

export interface ChildHandlers {
  onMessage(message: ChildMessage): void;
  onOutput(text: string): void;
  onExit(exit: ChildExit): void;
}

export interface PluginChild {
  readonly pid: number | undefined;
  send(message: HostMessage): void;
  /** Ends it at once; the reason comes back with its exit. The first reason counts. */
  kill(reason: KillReason): void;
}

/** How long after a child's exit its last output is waited for. */
const leftOverMs = 1_000;
const memoryWords = /out of memory|Allocation failed|std::bad_alloc|Cannot allocate memory/;

/** Starts a child. `onExit` is called exactly once, also when it could not be started. */
export function startPluginChild(options: LaunchOptions, handlers: ChildHandlers): PluginChild {
  const { process: child, line, stdout, stderr, kill: killGroup } = launch(options);
  let killedFor: KillReason | null = null;
  let outOfMemory = false;
  let over = false;
  const kill = (reason: KillReason) => {
    if (over) return;
    killedFor ??= reason;
    killGroup();
  };
  const end = (code: number | null, signal: string | null) => {
    if (over) return;
    over = true;
    handlers.onExit({ code, signal, killedFor, outOfMemory });
  };
  watchOutput([stdout, stderr], {
    onText: (text) => {
      outOfMemory ||= memoryWords.test(text);
      handlers.onOutput(text);
    },
    onFlood: () => kill("flood"),
  });
  const { send } = createChildLine(line, { onMessage: handlers.onMessage, onViolation: kill });
  child.on("error", () => end(null, null));
  // `close` comes after the last output: the words of an out-of-memory crash are known by then.
  child.on("close", end);
  child.on("exit", (code, signal) => {
    killGroup(); // What it left behind could hold the pipes open, and `close` back.
    setTimeout(() => {
      end(code, signal);
      // What has escaped to a session of its own holds them all the same: the server must not wait for it.
      for (const stream of [line, stdout, stderr]) stream.destroy();
    }, leftOverMs).unref();
  });
  return { pid: child.pid, send, kill };
}

function watchOutput(
  streams: readonly Readable[],
  on: { onText(text: string): void; onFlood(): void },
): void {
  const flood = createOutputBudget(maxBareOutput, 10_000);
  const logged = createOutputBudget(loggedBareOutput, 10_000);
  for (const stream of streams)
    stream.on("data", (chunk: Buffer) => {
      if (!flood.spend(chunk.length)) return on.onFlood();
      if (logged.spend(chunk.length)) on.onText(chunk.toString("utf8"));
    });
}
