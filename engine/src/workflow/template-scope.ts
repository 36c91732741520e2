/** What a template can name: facts as nested objects, so `order.trackingNo` is `{{ order.trackingNo }}`. */
import type { Json } from "@sluice/schemas";
import type { Facts } from "../state/events.ts";

export type TemplateScope = { readonly [name: string]: Json };

/** Nests flat facts by their dots; a fact without a value is left out. */
export function toTemplateScope(facts: Facts, extra: TemplateScope): TemplateScope {
  const scope: Record<string, Json> = Object.create(null);
  for (const [id, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    place(scope, id.split("."), value as Json);
  }
  return Object.assign(scope, extra);
}

function place(scope: Record<string, Json>, steps: readonly string[], value: Json): void {
  let at = scope;
  for (const step of steps.slice(0, -1)) {
    const next = at[step];
    at = (at[step] = typeof next === "object" && next !== null && !Array.isArray(next) ? next : {}) as Record<
      string,
      Json
    >;
  }
  const last = steps.at(-1);
  if (last !== undefined) at[last] = value;
}
