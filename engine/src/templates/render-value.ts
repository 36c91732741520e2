/** Templates anywhere inside a JSON value, such as an action's input. */
import type { Json } from "@sluice/schemas";
import type { MomentInput } from "./moment.ts";
import { compileTemplate, type Scope } from "./template.ts";

/** A value whose texts are templates, parsed once. */
export interface CompiledValue {
  render(scope: Scope, at: MomentInput): Json;
}

/** Parses every text of a value; keys are left as they are. Throws `template.invalid`. */
export function compileValue(value: Json): CompiledValue {
  if (typeof value === "string") return { render: compileTemplate(value).value };
  if (Array.isArray(value)) {
    const items = value.map(compileValue);
    return { render: (scope, at) => items.map((item) => item.render(scope, at)) };
  }
  if (typeof value !== "object" || value === null) return { render: () => value };
  const entries = Object.entries(value).map(([key, item]) => [key, compileValue(item)] as const);
  return {
    render: (scope, at) => Object.fromEntries(entries.map(([key, item]) => [key, item.render(scope, at)])),
  };
}

/** Renders every text of a value once; a lone `{{ x }}` keeps its type. */
export const renderValue = (value: Json, scope: Scope, at: MomentInput): Json =>
  compileValue(value).render(scope, at);
