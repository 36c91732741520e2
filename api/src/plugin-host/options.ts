/** What the composition root says about plugins; lengths are milliseconds. */
import type { InboundRequest, PluginManifest } from "@sluice/plugin-sdk";

/** Where the host writes; a pino logger fits. */
export interface PluginHostLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One plugin to load. */
export interface PluginModuleRef {
  /** A package name (`@sluice/plugin-http`), or the path of a module or of a package folder. */
  readonly specifier: string;
  /** Given to its actions as `ctx.config`, checked against what they declare. */
  readonly config?: unknown;
  /** False: it is loaded, offers nothing and runs nothing until an operator switches it on. */
  readonly enabled?: boolean;
  /**
   * What it offers, where that is known without asking it: its process then starts with its first job (or to listen,
   * while it is switched on) and ends when it is switched off. A plugin of the same id without one takes its place.
   */
  readonly manifest?: PluginManifest;
  /** True: where nothing is found, that is told of it, and nobody else is stopped. */
  readonly optional?: boolean;
  /** Replaces the host's `memoryMb` for this plugin. */
  readonly memoryMb?: number;
}

/** How the host is set up; only `plugins` and `logger` are needed. */
export interface PluginHostOptions {
  readonly plugins: readonly PluginModuleRef[];
  readonly logger: PluginHostLogger;
  /** What each plugin may use beyond an idle Node.js, in megabytes; default 128. */
  readonly memoryMb?: number;
  /** The whole environment of every child; default none. */
  readonly env?: Readonly<Record<string, string>>;
  /** Everything stored for a plugin; each job is sent only what its action declares. */
  readonly secrets?: (
    pluginId: string,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** What an operator set for a plugin; takes the place of what its reference says. */
  readonly settings?: (
    pluginId: string,
  ) => { readonly enabled: boolean; readonly config: unknown } | undefined;
  /** Takes what a channel's own listener received; resolves once it is stored. */
  readonly onDelivery?: (channel: string, request: InboundRequest) => Promise<void>;
  /** Told after a plugin was loaded or loaded again: what is offered may be another. */
  readonly onChanged?: () => void;
  /** Where relative specifiers start; default the working directory. */
  readonly baseDir?: string;
  /** For a child to get ready, and for a job to wait for one; default 15 s. */
  readonly startTimeoutMs?: number;
  /** For a job's code to come back after its time limit; default 500 ms. */
  readonly graceMs?: number;
  /**
   * Pause before a new child, and before a channel that could not listen is tried again; doubles with each life
   * without a success, and with each try. Default 100 ms to 30 s.
   */
  readonly backoff?: { readonly initialMs: number; readonly maxMs: number };
  /** Opens an action's circuit after so many retryable failures in a row, for so long; default 10, 30 s. */
  readonly breaker?: { readonly failures: number; readonly openMs: number };
  /** Jobs of one action that may wait their turn; default 1000. */
  readonly maxQueued?: number;
  /** Bytes of JSON that an output may have; default 4 MiB. */
  readonly maxOutputBytes?: number;
}
