/** What a template can name: facts as nested objects, so `order.trackingNo` is `{{ order.trackingNo }}`. */
import type { Json } from "@sluice/schemas";
import type { Facts } from "../state/events.ts";

export type TemplateScope = { readonly [name: string]: Json };

/** A level of the scope; without a prototype, so that a fact's name is never more than a name. */
type Level = Record<string, Json>;

const createLevel = (): Level => Object.create(null);

/** Nests flat facts by their dots; a fact without a value is left out. Never writes into a fact's own value. */
export function toTemplateScope(facts: Facts, extra: TemplateScope): TemplateScope {
  const scope = createLevel();
  const levels = new WeakSet<object>([scope]);
  for (const [id, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    place(scope, id.split("."), value as Json, levels);
  }
  return Object.assign(scope, extra);
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The level below a step: the one already made, or a new one that takes over what an object fact holds. */
function levelBelow(at: Level, step: string, levels: WeakSet<object>): Level {
  const next = at[step];
  if (isObject(next) && levels.has(next)) return next as Level;
  const level: Level = Object.assign(createLevel(), isObject(next) ? next : {});
  levels.add(level);
  at[step] = level;
  return level;
}

function place(scope: Level, steps: readonly string[], value: Json, levels: WeakSet<object>): void {
  const last = steps.at(-1);
  if (last === undefined) return;
  let at = scope;
  for (const step of steps.slice(0, -1)) at = levelBelow(at, step, levels);
  at[last] = value;
}
