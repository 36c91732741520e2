/** From a module to a plugin: its default export or its export named `plugin`, checked before anything runs. */
import type { Action } from "./action.ts";
import { DeclarationError } from "./errors.ts";
import { definePlugin, type Plugin, type PluginDeclaration } from "./plugin.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function assertAction(value: unknown): asserts value is Action {
  const isAction =
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.version === "string" &&
    typeof value.run === "function" &&
    [value.label, value.input, value.output].every(isRecord);
  if (!isAction)
    throw new DeclarationError("action.id", "An entry of `actions` is not an action declaration");
}

/**
 * Takes the plugin out of a module's exports.
 * @throws DeclarationError when there is none, or it could not have come from `definePlugin`.
 */
export function toPlugin(module: unknown): Plugin {
  const exports = isRecord(module) ? module : {};
  const candidate = exports.plugin ?? exports.default;
  if (!isRecord(candidate) || typeof candidate.id !== "string" || !isRecord(candidate.label))
    throw new DeclarationError("plugin.id", "The module exports no plugin (default, or named `plugin`)");
  const { actions } = candidate;
  if (!Array.isArray(actions)) throw new DeclarationError("plugin.empty", "The plugin has no list `actions`");
  actions.forEach(assertAction);
  return definePlugin(candidate as unknown as PluginDeclaration);
}
