/**
 * What the plugin host and a plugin's child process say to each other: one JSON message per line
 * over file descriptor 3. Plain data, so that either side may be replaced.
 */
import type { InboundRequest } from "./channel.ts";
import type { PluginManifest } from "./plugin.ts";
import type { ActionResult } from "./run-action.ts";

/** Host → child. */
export type HostMessage =
  | {
      readonly type: "run";
      readonly job: number;
      readonly action: string;
      readonly version: string;
      readonly input: unknown;
      readonly config: unknown;
      readonly secrets: Readonly<Record<string, string>>;
      readonly idempotencyKey: string;
      readonly attempt: number;
      readonly maxOutputBytes: number;
    }
  | { readonly type: "cancel"; readonly job: number; readonly reason: "timeout" | "cancelled" }
  /** Opens what a channel listens on; said again where that failed. */
  | {
      readonly type: "listen";
      readonly channel: string;
      readonly config: unknown;
      readonly secrets: Readonly<Record<string, string>>;
    }
  /** What the channel delivered is stored, or why it is not. */
  | { readonly type: "delivered"; readonly delivery: number; readonly error: string | null };

/** How serious a log line is. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** Child → host. */
export type ChildMessage =
  | { readonly type: "ready"; readonly plugin: PluginManifest }
  | { readonly type: "unloadable"; readonly message: string }
  /** `running`: the job has failed, but its code has not come back yet; a `settled` follows when it does. */
  | {
      readonly type: "result";
      readonly job: number;
      readonly result: ActionResult;
      readonly running: boolean;
    }
  | { readonly type: "settled"; readonly job: number }
  | {
      readonly type: "listening";
      readonly channel: string;
      readonly error: string | null;
      /** Of the error: the system's (`EADDRINUSE`) or an `ActionError`'s. */
      readonly code?: string;
    }
  | {
      readonly type: "deliver";
      readonly delivery: number;
      readonly channel: string;
      readonly request: InboundRequest;
    }
  | {
      readonly type: "log";
      readonly job: number | null;
      readonly level: LogLevel;
      readonly message: string;
      readonly data?: unknown;
    }
  | {
      readonly type: "progress";
      readonly job: number;
      readonly done: number;
      readonly total: number;
      readonly text?: string;
    };

/** The file descriptor both sides speak over. */
export const protocolFd = 3;
