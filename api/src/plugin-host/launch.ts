/**
 * Starts one plugin's child process: a clean environment, its own process group, and a memory limit that the
 * kernel enforces. `--max-old-space-size` alone bounds only the JavaScript heap; buffers live outside it, so on
 * Linux `ulimit -d` (RLIMIT_DATA: every private writable page, reserved address space not counted) bounds both.
 * On macOS and Windows only the heap limit holds.
 */
import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { childProgram } from "./resolve-plugin.ts";

/** What a child gets. */
export interface LaunchOptions {
  readonly url: string;
  /** Megabytes that the plugin may use beyond what an idle Node.js needs. */
  readonly memoryMb: number;
  /** The whole environment of the child. */
  readonly env: Readonly<Record<string, string>>;
}

/** A started child and its three streams. */
export interface Launched {
  readonly process: ChildProcess;
  readonly line: Duplex;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Ends it with everything it has started. */
  readonly kill: () => void;
}

/** Writable memory of an idle child, thread stacks and the watching thread included (measured: 125–140 MB). */
const idleMb = 144;

/** Shells put their own variables in; the plugin must not see them. No core files on a crash. */
const limitScript = 'ulimit -c 0; ulimit -d "$1" || exit 71; shift; unset PWD OLDPWD SHLVL _; exec "$@"';

function command(options: LaunchOptions): readonly [string, readonly string[]] {
  const flags = [`--max-old-space-size=${options.memoryMb}`, "--no-warnings"];
  const node = [process.execPath, ...flags, childProgram(), options.url];
  if (process.platform !== "linux") return [process.execPath, node.slice(1)];
  return ["/bin/sh", ["-c", limitScript, "plugin", String((options.memoryMb + idleMb) * 1024), ...node]];
}

/** Also what the plugin has started itself, and also when the child itself has just gone. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // No such group: it is gone already, or this is Windows.
  }
}

/** Starts the child; failures to start arrive as its `error` and `exit` events. */
export function launch(options: LaunchOptions): Launched {
  const [file, args] = command(options);
  const child = spawn(file, args, {
    env: { ...options.env },
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  const [, stdout, stderr, line] = child.stdio;
  return {
    process: child,
    line: line as Duplex,
    stdout: stdout as Readable,
    stderr: stderr as Readable,
    kill: () => killGroup(child),
  };
}
