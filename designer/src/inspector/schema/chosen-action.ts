/** Which action a node calls, and what becomes of its input when another is chosen. */
import type { ActionDefinition, Json } from "@sluice/schemas";
import { isRecord, propertiesOf } from "./plain-schema.ts";

type Config = { readonly [key: string]: Json };

/** The action with an id and a version; both name it. */
export const actionOf = (
  actions: readonly ActionDefinition[],
  id: unknown,
  version: unknown,
): ActionDefinition | undefined => actions.find((one) => one.id === id && one.version === version);

/** The newest version of an action; versions are whole numbers as text. */
export const newestOf = (actions: readonly ActionDefinition[], id: string): ActionDefinition | undefined =>
  actions.filter((one) => one.id === id).sort((a, b) => Number(b.version) - Number(a.version))[0];

/** A node's config with another action: of the input stays what that action also takes. */
export function withAction(config: Config, action: ActionDefinition): Config {
  const known = propertiesOf(action.input);
  const before = isRecord(config.input) ? (config.input as Config) : {};
  const kept = Object.entries(before).filter(([name]) => Object.hasOwn(known, name));
  const { input: _left, ...rest } = config;
  return {
    ...rest,
    action: action.id,
    version: action.version,
    ...(kept.length === 0 ? {} : { input: Object.fromEntries(kept) }),
  };
}
