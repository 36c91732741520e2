/**
 * The plugin host: plugins run in child processes, one each, and cost nobody but their own jobs.
 * Input and output are checked against the action's schemas in the child, where a hostile pattern
 * costs one job too; the host itself only ever handles bounded, parsed messages.
 */
import type {
  ActionManifest,
  ActionResult,
  ChannelManifest,
  FactManifest,
  InboundRequest,
  PluginManifest,
  RetryPolicy,
  StrategyManifest,
} from "@sluice/plugin-sdk";
import { configCall, durationMs } from "@sluice/plugin-sdk";
import type { ActionDefinition } from "@sluice/schemas";
import { ActionGate } from "./action-gate.ts";
import { PluginHostError } from "./errors.ts";
import type { PluginHostOptions, PluginModuleRef } from "./options.ts";
import { hostFailure, type RunRequest } from "./plugin-job.ts";
import { type ListenMessage, PluginProcess } from "./plugin-process.ts";
import { missingStats, type PluginStats, statsOf } from "./plugin-stats.ts";
import { resolvePlugin } from "./resolve-plugin.ts";

export type { PluginHostOptions } from "./options.ts";
export type { ActionResult, RunRequest };

/** An action of the catalog with what the job runtime and the administration page need of it. */
export interface PluginActionDefinition extends ActionDefinition {
  readonly plugin: string;
  readonly timeoutMs: number;
  readonly retry?: RetryPolicy;
  /** Names of the secrets it receives. */
  readonly secrets: readonly string[];
  /** Hosts it says it calls. */
  readonly hosts: readonly string[];
}

interface Slot {
  readonly ref: PluginModuleRef;
  readonly url: string;
  readonly process: PluginProcess;
  readonly gates: Map<string, ActionGate>;
}

interface Found {
  readonly slot: Slot;
  readonly action: ActionManifest;
  readonly plugin: string;
}

const defaultTimeoutMs = 30_000;
const defaultConcurrency = 8;

/** Runs plugin actions; see {@link createPluginHost}. */
export class PluginHost {
  readonly #options: PluginHostOptions;
  readonly #slots: Slot[];
  /** Optional plugins that are nowhere, with the reason. */
  readonly #missing = new Map<string, string>();

  /** Use {@link createPluginHost}, which also waits until the plugins are loaded. */
  constructor(options: PluginHostOptions) {
    this.#options = options;
    const found = options.plugins.flatMap((ref) => this.#locate(ref));
    assertDistinct(found);
    this.#slots = found.map(({ ref, url }) => this.#createSlot(ref, url));
  }

  /**
   * Loads one more plugin, or loads it again when it is there already, for instance after its files have changed.
   * Resolves when it is ready or has said why not. Throws `plugin.unresolvable`, unless it is optional.
   */
  async load(ref: PluginModuleRef): Promise<void> {
    const [located] = this.#locate(ref);
    if (!located) return;
    const { process: child } = await this.#loadAt(ref, located.url);
    if (child.fault === null)
      this.#options.logger.info({ plugin: child.manifest?.id ?? ref.specifier }, "plugin loaded");
    this.#options.onChanged?.();
  }

  async #loadAt(ref: PluginModuleRef, url: string): Promise<Slot> {
    const known = this.#slots.find((slot) => slot.url === url);
    const slot = known ?? this.#createSlot(ref, url);
    if (known) {
      known.gates.clear();
      await known.process.reload();
    } else {
      this.#slots.push(slot);
      await slot.process.started();
    }
    return slot;
  }

  /** Resolves when every plugin is ready, is not wanted yet, or has said why not. */
  async started(): Promise<void> {
    for (const slot of this.#slots) if (this.#listens(slot)) slot.process.wake();
    await Promise.all(this.#slots.map((slot) => slot.process.started()));
  }

  /** Every action of every plugin that is loaded and switched on, for the catalog. */
  actions(): readonly PluginActionDefinition[] {
    return this.#offering().flatMap(({ id, actions }) => actions.map((action) => toDefinition(id, action)));
  }

  /** Every fact that plugins look up. */
  facts(): readonly FactManifest[] {
    return this.#offering().flatMap(({ facts }) => facts);
  }

  /** Every channel of every plugin. */
  channels(): readonly (ChannelManifest & { readonly plugin: string })[] {
    return this.#offering().flatMap(({ id, channels }) => channels.map((one) => ({ ...one, plugin: id })));
  }

  /** Every routing strategy that plugins declare. */
  strategies(): readonly StrategyManifest[] {
    return this.#offering().flatMap(({ strategies }) => strategies);
  }

  /** What each loaded plugin says of itself, switched on or not. */
  manifests(): readonly PluginManifest[] {
    return this.#present().flatMap(({ process: child }) => (child.manifest ? [child.manifest] : []));
  }

  /** True while it is loaded and switched on. */
  isOn(plugin: string): boolean {
    return this.#offering().some(({ id }) => id === plugin);
  }

  /** Whether it is to run and what it is given as configuration, whoever said so. */
  settingsOf(plugin: string): { readonly enabled: boolean; readonly config: unknown } {
    const slot = this.#present().find(({ process: child }) => child.manifest?.id === plugin);
    if (!slot) return { enabled: false, config: {} };
    return { enabled: this.#isEnabled(slot.ref, plugin), config: this.#configFor(slot.ref, plugin) };
  }

  /** Runs one try of an action. Never rejects: every failure is a result with a code. */
  async run(request: RunRequest): Promise<ActionResult> {
    const found = this.#find(request.action, request.version);
    if (!found) return this.#unknown(request);
    const { slot, plugin } = found;
    if (!this.#isEnabled(slot.ref, plugin))
      return hostFailure("plugin.disabled", `The plugin ${plugin} is switched off`, false);
    return this.#runFound(found, request);
  }

  /**
   * Asks a plugin whether a configuration fits what it declares, also while it is switched off; `null` where it
   * declares nothing or was never loaded. The output of a success are `problems`.
   */
  async checkConfig(plugin: string, config: unknown): Promise<ActionResult | null> {
    const action = configCall(plugin);
    const found = this.#find(action, "1");
    if (!found) return null;
    const { process: child, ref } = found.slot;
    try {
      return await this.#runFound(found, { action, version: "1", input: config, idempotencyKey: action });
    } finally {
      if (ref.manifest && !this.#isEnabled(ref, plugin)) child.rest();
    }
  }

  async #runFound({ slot, action, plugin }: Found, request: RunRequest): Promise<ActionResult> {
    const secrets = await this.#secretsFor(plugin, action);
    if (!secrets)
      return hostFailure("plugin.secrets-unavailable", "The plugin's secrets cannot be read", true);
    const call = {
      action: request.action,
      version: request.version,
      input: request.input ?? null,
      config: this.#configFor(slot.ref, plugin),
      secrets,
      idempotencyKey: request.idempotencyKey,
      attempt: request.attempt ?? 1,
      timeoutMs: request.timeoutMs ?? timeoutOf(action),
      maxOutputBytes: this.#options.maxOutputBytes ?? 4 * 1024 * 1024,
      signal: request.signal,
      report: request.report,
    };
    return this.#gate(slot, action).run(() => slot.process.run(call), request.signal);
  }

  /** Ends a plugin's process and starts a new one; its running jobs are answered `plugin.restarted`. */
  restart(plugin: string): boolean {
    const slot = this.#present().find(
      ({ process: child, ref }) => (child.manifest?.id ?? ref.specifier) === plugin,
    );
    slot?.process.restart();
    return slot !== undefined;
  }

  /**
   * Its settings or secrets have changed: listeners begin anew with them, and what is switched off and can be started
   * when it is needed ends. Jobs are given what is new anyway.
   */
  refresh(plugin: string): void {
    const slot = this.#present().find(({ process: child }) => child.manifest?.id === plugin);
    if (!slot) return;
    if (slot.ref.manifest && !this.#isEnabled(slot.ref, plugin)) slot.process.rest();
    else if (slot.process.manifest?.channels.some(({ listens }) => listens)) slot.process.restart();
  }

  /** Waits up to `graceMs` (default 5 s) for running jobs, then ends every child. */
  async close(graceMs = 5_000): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.process.close(graceMs)));
  }

  /** Figures for `/metrics` and the administration page. */
  stats(): readonly PluginStats[] {
    const loaded = this.#present().map(statsOf);
    return [...loaded, ...[...this.#missing].map(([specifier, fault]) => missingStats(specifier, fault))];
  }

  /** A plugin that is switched on goes before one that is not, whatever both offer. */
  #find(id: string, version: string): Found | null {
    const offering = this.#present().flatMap((slot) => {
      const { manifest } = slot.process;
      const offered = manifest ? [...manifest.actions, ...manifest.calls] : [];
      const action = offered.find((item) => item.id === id && item.version === version);
      return action && manifest ? [{ slot, action, plugin: manifest.id }] : [];
    });
    return offering.find(({ slot, plugin }) => this.#isEnabled(slot.ref, plugin)) ?? offering[0] ?? null;
  }

  /** While a plugin is not loaded, one of its actions may turn up yet. */
  #unknown({ action, version }: RunRequest): ActionResult {
    const isIncomplete = this.#slots.some((slot) => slot.process.manifest === null);
    return hostFailure("action.unknown", `No plugin offers ${action} version ${version}`, isIncomplete);
  }

  /** Its URL; none, with the reason kept, for one that is optional and nowhere. */
  #locate(ref: PluginModuleRef): readonly { readonly ref: PluginModuleRef; readonly url: string }[] {
    const { baseDir = process.cwd(), logger } = this.#options;
    try {
      const url = resolvePlugin(ref.specifier, baseDir);
      this.#missing.delete(ref.specifier);
      return [{ ref, url }];
    } catch (error) {
      if (!ref.optional || !(error instanceof PluginHostError)) throw error;
      this.#missing.set(ref.specifier, error.message);
      logger.error({ plugin: ref.specifier, fault: error.message }, "plugin not loaded");
      return [];
    }
  }

  #createSlot(ref: PluginModuleRef, url: string): Slot {
    const child = new PluginProcess({
      ...processOptions(this.#options, ref, url),
      onReady: (manifest) => this.#listeners(ref, manifest),
      onDelivery: ({ channel, request }) => this.#deliver(channel, request),
    });
    return { ref, url, process: child, gates: new Map() };
  }

  /** A house's own plugin takes the place of one that comes with Sluice and has the same id. */
  #present(): readonly Slot[] {
    const own = new Set(
      this.#slots.flatMap(({ ref, process: child }) => (ref.manifest ? [] : [child.manifest?.id])),
    );
    return this.#slots.filter(({ ref }) => !ref.manifest || !own.has(ref.manifest.id));
  }

  /** Switched on, with a channel that it opens itself. */
  #listens({ ref, process: child }: Slot): boolean {
    const { manifest } = child;
    return (
      manifest !== null && this.#isEnabled(ref, manifest.id) && manifest.channels.some((one) => one.listens)
    );
  }

  #offering(): readonly PluginManifest[] {
    return this.#present().flatMap(({ ref, process: child }) =>
      child.manifest && this.#isEnabled(ref, child.manifest.id) ? [child.manifest] : [],
    );
  }

  #isEnabled(ref: PluginModuleRef, plugin: string): boolean {
    return this.#options.settings?.(plugin)?.enabled ?? ref.enabled ?? true;
  }

  #configFor(ref: PluginModuleRef, plugin: string): unknown {
    return this.#options.settings?.(plugin)?.config ?? ref.config ?? {};
  }

  /** What the declaration names of what is stored; `null` when the store fails. */
  async #secretsFor(
    plugin: string,
    { secrets: declared }: { readonly secrets: readonly string[] },
  ): Promise<Readonly<Record<string, string>> | null> {
    if (declared.length === 0 || !this.#options.secrets) return {};
    try {
      const stored = Object.entries(await this.#options.secrets(plugin));
      const wanted = new Set(declared);
      return Object.fromEntries(stored.filter(([name]) => wanted.has("*") || wanted.has(name)));
    } catch (error) {
      this.#options.logger.error({ plugin, err: error }, "secrets cannot be read");
      return null;
    }
  }

  /** The channels that a new child opens, with what they need. */
  async #listeners(ref: PluginModuleRef, manifest: PluginManifest): Promise<readonly ListenMessage[]> {
    if (!this.#options.onDelivery || !this.#isEnabled(ref, manifest.id)) return [];
    const listening = manifest.channels.filter(({ listens }) => listens);
    return Promise.all(
      listening.map(async (channel) => ({
        type: "listen" as const,
        channel: channel.id,
        config: this.#configFor(ref, manifest.id),
        secrets: (await this.#secretsFor(manifest.id, channel)) ?? {},
      })),
    );
  }

  #deliver(channel: string, request: InboundRequest): Promise<void> {
    return this.#options.onDelivery?.(channel, request) ?? Promise.reject(new Error("nobody receives"));
  }

  #gate(slot: Slot, action: ActionManifest): ActionGate {
    const key = `${action.id}@${action.version}`;
    const known = slot.gates.get(key);
    if (known) return known;
    const { rateLimit } = action;
    const gate = new ActionGate({
      concurrency: action.concurrency ?? defaultConcurrency,
      rateLimit: rateLimit && { calls: rateLimit.calls, perMs: durationMs(rateLimit.per) },
      breaker: this.#options.breaker ?? { failures: 10, openMs: 30_000 },
      maxQueued: this.#options.maxQueued ?? 1_000,
    });
    slot.gates.set(key, gate);
    return gate;
  }
}

const timeoutOf = (action: ActionManifest): number =>
  action.timeout === undefined ? defaultTimeoutMs : durationMs(action.timeout);

function toDefinition(plugin: string, action: ActionManifest): PluginActionDefinition {
  const { concurrency, rateLimit, ...definition } = action;
  return { ...definition, plugin, timeoutMs: timeoutOf(action) };
}

function assertDistinct(found: readonly { readonly ref: PluginModuleRef; readonly url: string }[]): void {
  const seen = new Set<string>();
  for (const { ref, url } of found) {
    if (seen.has(url))
      throw new PluginHostError("plugin.duplicate", `${ref.specifier} is listed twice`, ref.specifier);
    seen.add(url);
  }
}

const processOptions = (options: PluginHostOptions, ref: PluginModuleRef, url: string) => ({
  specifier: ref.specifier,
  url,
  memoryMb: ref.memoryMb ?? options.memoryMb ?? 128,
  env: options.env ?? {},
  manifest: ref.manifest,
  logger: options.logger,
  startTimeoutMs: options.startTimeoutMs ?? 15_000,
  graceMs: options.graceMs ?? 500,
  backoff: options.backoff ?? { initialMs: 100, maxMs: 30_000 },
});

/**
 * Starts every plugin and waits until each is ready or has failed; a plugin that cannot be loaded
 * stops nobody, is logged, and is tried again with growing pauses.
 * @throws PluginHostError when a reference resolves to nothing or is listed twice.
 */
export async function createPluginHost(options: PluginHostOptions): Promise<PluginHost> {
  const host = new PluginHost(options);
  await host.started();
  return host;
}
