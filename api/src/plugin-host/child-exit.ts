/** Why a child process ended, and what that means for the jobs that were in it. */
import type { ActionFailure } from "@sluice/plugin-sdk";
import { hostFailure } from "./plugin-job.ts";

/** Why the host ends a child. */
const killReasons = {
  flood: "it flooded its output",
  protocol: "it sent what is no message",
  unresponsive: "a job did not stop after it had failed",
  "start-timeout": "it did not get ready in time",
  unloadable: "it cannot be loaded",
  memory: "it used up its memory",
  restart: "it begins anew",
  shutdown: "the server is stopping",
} as const;

export type KillReason = keyof typeof killReasons;

/** How a life ended. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** Why the host ended it, when it did. */
  readonly killedFor: KillReason | null;
  readonly outOfMemory: boolean;
}

/** One sentence for logs and incidents. */
export function describeExit(exit: ChildExit): string {
  if (exit.killedFor) return killReasons[exit.killedFor];
  if (exit.outOfMemory) return "it ran out of memory";
  return exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code}`;
}

function guiltyCode(exit: ChildExit): string {
  if (exit.killedFor === "flood") return "plugin.output-flood";
  return exit.outOfMemory ? "plugin.out-of-memory" : "plugin.crashed";
}

/**
 * What a job in that child is answered. Whose fault it was is known only of a job that was alone (`isAlone`);
 * the others are told that they were restarted. All may be tried again.
 */
export function exitFailure(exit: ChildExit, isAlone: boolean, durationMs: number): ActionFailure {
  const details = { exitCode: exit.code, signal: exit.signal, reason: exit.killedFor };
  const isOwnFault = isAlone && exit.killedFor !== "restart" && exit.killedFor !== "shutdown";
  const code = isOwnFault ? guiltyCode(exit) : "plugin.restarted";
  return hostFailure(code, `The plugin's process ended: ${describeExit(exit)}`, true, {
    durationMs,
    details,
  });
}
