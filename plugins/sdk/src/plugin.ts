/**
 * A plugin is a package whose module exports one definition: actions for workflows, facts for conditions,
 * channels for customers, strategies for routing. Each sort is one list of it.
 */
import type { DeclaredStrategyDefinition, FactDefinition, Label } from "@sluice/schemas";
import type { TSchema } from "typebox";
import type { Action, RateLimit, RetryPolicy } from "./action.ts";
import { type Channel, toChannelActions } from "./channel.ts";
import { configCheck, configSchemas } from "./config-check.ts";
import { DeclarationError } from "./errors.ts";
import { type Fact, toFactAction } from "./fact.ts";
import type { Strategy } from "./strategy.ts";

/** What an author writes. */
export interface PluginDeclaration {
  /** Lower case, digits and hyphens; the first part of every id it contributes. */
  readonly id: string;
  readonly label: Label;
  readonly description?: Label;
  readonly actions?: readonly Action[];
  readonly facts?: readonly Fact[];
  readonly channels?: readonly Channel[];
  readonly strategies?: readonly Strategy[];
}

/** A declared plugin: the module's default export, or its export named `plugin`. */
export interface Plugin extends PluginDeclaration {
  readonly kind: "plugin";
  readonly actions: readonly Action[];
  readonly facts: readonly Fact[];
  readonly channels: readonly Channel[];
  readonly strategies: readonly Strategy[];
}

/** An action as plain JSON, for the catalog and the job limits: everything but its behaviour. */
export interface ActionManifest {
  readonly id: string;
  readonly version: string;
  readonly label: Label;
  readonly description?: Label;
  readonly icon?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
  readonly hosts: readonly string[];
  readonly timeout?: string;
  readonly retry?: RetryPolicy;
  readonly concurrency?: number;
  readonly rateLimit?: RateLimit;
  readonly idempotency?: "key" | "natural" | "none";
}

/** A fact as plain JSON. */
export interface FactManifest extends FactDefinition {
  readonly from: readonly string[];
  readonly cacheFor?: string;
}

/** A channel as plain JSON. */
export interface ChannelManifest {
  readonly id: string;
  readonly label: Label;
  readonly description?: Label;
  readonly receives: boolean;
  readonly sends: boolean;
  readonly listens: boolean;
  readonly secrets: readonly string[];
  readonly hosts: readonly string[];
}

/** A strategy as plain JSON: all of it. */
export type StrategyManifest = DeclaredStrategyDefinition;

/** A plugin as plain JSON. */
export interface PluginManifest {
  readonly id: string;
  readonly label: Label;
  readonly description?: Label;
  readonly actions: readonly ActionManifest[];
  readonly facts: readonly FactManifest[];
  readonly channels: readonly ChannelManifest[];
  readonly strategies: readonly StrategyManifest[];
  /** What facts and channels are run by, and what checks the configuration; never offered in a palette. */
  readonly calls: readonly ActionManifest[];
  /** JSON Schema of the configuration, one per contribution that declares any. */
  readonly config: readonly Readonly<Record<string, unknown>>[];
}

function assertOwn(id: string, owned: readonly string[]): void {
  for (const name of owned)
    if (!name.startsWith(`${id}.`))
      throw new DeclarationError("action.id", `${name} must begin with its plugin's id: ${id}.`);
}

function assertDistinct(keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new DeclarationError("plugin.duplicate", `${key} is declared twice`);
    seen.add(key);
  }
}

/**
 * Declares a plugin.
 * @throws DeclarationError when its id is wrong, it offers nothing, or two contributions share an id.
 */
export function definePlugin(declaration: PluginDeclaration): Plugin {
  const { id, actions = [], facts = [], channels = [], strategies = [] } = declaration;
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(id))
    throw new DeclarationError("plugin.id", `Plugin id must be lower case, digits and hyphens: ${id}`);
  if (actions.length + facts.length + channels.length + strategies.length === 0)
    throw new DeclarationError("plugin.empty", `${id} declares nothing`);
  const idOf = (item: { readonly id: string }) => item.id;
  assertOwn(id, [...actions, ...facts, ...strategies].map(idOf));
  assertDistinct(actions.map((action) => `${action.id}@${action.version}`));
  for (const list of [facts, channels, strategies]) assertDistinct(list.map(idOf));
  return { ...declaration, kind: "plugin", actions, facts, channels, strategies };
}

/** What facts and channels of a plugin are run by, and what checks its configuration. */
export const callsOf = (plugin: Plugin): readonly Action[] => [
  ...plugin.facts.map(toFactAction),
  ...plugin.channels.flatMap(toChannelActions),
  ...configCheck(plugin),
];

/** Schemas as plain JSON, without what a schema library hangs on them. */
const plain = (schema: TSchema): Record<string, unknown> => JSON.parse(JSON.stringify(schema));

function actionManifest(action: Action): ActionManifest {
  const { kind, run, samples, config, input, output, secrets, hosts, ...rest } = action;
  return {
    ...rest,
    input: plain(input),
    output: plain(output),
    secrets: secrets ?? [],
    hosts: hosts ?? [],
  };
}

const factManifest = (plugin: string, fact: Fact): FactManifest => ({
  id: fact.id,
  label: fact.label,
  type: fact.type,
  group: plugin,
  fetched: true,
  from: fact.from,
  ...(fact.options ? { options: fact.options } : {}),
  ...(fact.cacheFor === undefined ? {} : { cacheFor: fact.cacheFor }),
});

const channelManifest = (channel: Channel): ChannelManifest => ({
  id: channel.id,
  label: channel.label,
  ...(channel.description ? { description: channel.description } : {}),
  receives: channel.parse !== undefined,
  sends: channel.send !== undefined,
  listens: channel.listen !== undefined,
  secrets: channel.secrets ?? [],
  hosts: channel.hosts ?? [],
});

/** Everything of a plugin that is data. */
export function pluginManifest(plugin: Plugin): PluginManifest {
  const { id, label, description, actions, facts, channels, strategies } = plugin;
  const configured = configSchemas(plugin).map(plain);
  return {
    id,
    label,
    ...(description ? { description } : {}),
    actions: actions.map(actionManifest),
    facts: facts.map((fact) => factManifest(id, fact)),
    channels: channels.map(channelManifest),
    strategies: strategies.map(({ kind, ...strategy }) => strategy),
    calls: callsOf(plugin).map(actionManifest),
    config: [...new Map(configured.map((schema) => [JSON.stringify(schema), schema])).values()],
  };
}
