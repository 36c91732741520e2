/** From a module to a plugin: its default export or its export named `plugin`, checked before anything runs. */
import { DeclarationError, type DeclarationFault } from "./errors.ts";
import { definePlugin, type Plugin, type PluginDeclaration } from "./plugin.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an entry of each list must have to have come from its `define…` function. */
const sorts: readonly {
  readonly list: string;
  readonly fault: DeclarationFault;
  readonly isOne: (value: Record<string, unknown>) => boolean;
}[] = [
  {
    list: "actions",
    fault: "action.id",
    isOne: ({ id, version, run, label, input, output }) =>
      typeof id === "string" &&
      typeof version === "string" &&
      typeof run === "function" &&
      [label, input, output].every(isRecord),
  },
  {
    list: "facts",
    fault: "fact.id",
    isOne: ({ kind, id, run }) => kind === "fact" && typeof id === "string" && typeof run === "function",
  },
  {
    list: "channels",
    fault: "channel.id",
    isOne: ({ kind, id }) => kind === "channel" && typeof id === "string",
  },
  {
    list: "strategies",
    fault: "strategy.id",
    isOne: ({ kind, id, order }) => kind === "strategy" && typeof id === "string" && Array.isArray(order),
  },
];

function assertList(plugin: Record<string, unknown>, { list, fault, isOne }: (typeof sorts)[number]): void {
  const entries = plugin[list] ?? [];
  if (!Array.isArray(entries)) throw new DeclarationError("plugin.empty", `\`${list}\` must be a list`);
  for (const entry of entries)
    if (!isRecord(entry) || !isOne(entry))
      throw new DeclarationError(fault, `An entry of \`${list}\` is not a declaration of that sort`);
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
  for (const sort of sorts) assertList(candidate, sort);
  return definePlugin(candidate as unknown as PluginDeclaration);
}
