/** Figures of plugins, for `/metrics` and the administration page. */
import type { ActionGate, GateStats } from "./action-gate.ts";
import type { PluginProblem } from "./channel-listeners.ts";
import type { PluginModuleRef } from "./options.ts";
import type { PluginProcess, ProcessState } from "./plugin-process.ts";

/** Figures of one plugin. */
export interface PluginStats {
  readonly specifier: string;
  /** `null` until it has been loaded once. */
  readonly plugin: string | null;
  readonly state: ProcessState;
  readonly pid: number | undefined;
  readonly running: number;
  readonly restarts: number;
  /** Why it is not available, when it cannot be loaded. */
  readonly fault: string | null;
  /** What stands against it doing all that it should: it cannot be loaded, or a channel of it cannot listen. */
  readonly problem: PluginProblem | null;
  /** By `<action>@<version>`. */
  readonly actions: Readonly<Record<string, GateStats>>;
}

interface Running {
  readonly ref: PluginModuleRef;
  readonly process: PluginProcess;
  readonly gates: ReadonlyMap<string, ActionGate>;
}

/** Of one that has a place in the host. */
export const statsOf = ({ ref, process: child, gates }: Running): PluginStats => ({
  specifier: ref.specifier,
  plugin: child.manifest?.id ?? null,
  state: child.state,
  pid: child.pid,
  running: child.running,
  restarts: child.restarts,
  fault: child.fault,
  problem: child.problem,
  actions: Object.fromEntries([...gates].map(([key, gate]) => [key, gate.stats])),
});

/** Of one that is nowhere. */
export const missingStats = (specifier: string, fault: string): PluginStats => ({
  ...{ specifier, plugin: null, state: "closed", pid: undefined, running: 0, restarts: 0, fault },
  problem: { code: "plugin.unloadable", message: fault },
  actions: {},
});
