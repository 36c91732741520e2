/**
 * A plugin is a package whose module exports one definition. Each sort of contribution is one list of it;
 * actions are the first, and a further list is added beside them without changing what is here.
 */
import type { Label } from "@sluice/schemas";
import type { TSchema } from "typebox";
import type { Action, RateLimit, RetryPolicy } from "./action.ts";
import { DeclarationError } from "./errors.ts";

/** What an author writes. */
export interface PluginDeclaration {
  /** Lower case, digits and hyphens; the first part of every id it contributes. */
  readonly id: string;
  readonly label: Label;
  readonly actions?: readonly Action[];
}

/** A declared plugin: the module's default export, or its export named `plugin`. */
export interface Plugin extends PluginDeclaration {
  readonly kind: "plugin";
  readonly actions: readonly Action[];
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
}

/** A plugin as plain JSON. */
export interface PluginManifest {
  readonly id: string;
  readonly label: Label;
  readonly actions: readonly ActionManifest[];
}

function assertIds(id: string, actions: readonly Action[]): void {
  const seen = new Set<string>();
  for (const action of actions) {
    const key = `${action.id}@${action.version}`;
    if (!action.id.startsWith(`${id}.`))
      throw new DeclarationError("action.id", `${action.id} must begin with its plugin's id: ${id}.`);
    if (seen.has(key)) throw new DeclarationError("plugin.duplicate", `${key} is declared twice`);
    seen.add(key);
  }
}

/**
 * Declares a plugin.
 * @throws DeclarationError when its id is wrong, it offers nothing, or two contributions share an id.
 */
export function definePlugin(declaration: PluginDeclaration): Plugin {
  const { id, actions = [] } = declaration;
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(id))
    throw new DeclarationError("plugin.id", `Plugin id must be lower case, digits and hyphens: ${id}`);
  if (actions.length === 0) throw new DeclarationError("plugin.empty", `${id} declares nothing`);
  assertIds(id, actions);
  return { ...declaration, kind: "plugin", actions };
}

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

/** Everything of a plugin that is data. */
export const pluginManifest = (plugin: Plugin): PluginManifest => ({
  id: plugin.id,
  label: plugin.label,
  actions: plugin.actions.map(actionManifest),
});
