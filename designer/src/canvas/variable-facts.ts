/** A workflow's variables as facts: conditions and templates of its nodes may name them. */
import type { FactDefinition, FactType } from "@sluice/schemas";
import type { Variables } from "../editor/workflow/settings.ts";

const factTypes: Readonly<Record<Variables[string]["type"], FactType>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  instant: "instant",
  array: "any",
  object: "object",
};

export const variableFacts = (variables: Variables): readonly FactDefinition[] =>
  Object.entries(variables).map(([name, { type }]) => ({
    id: `vars.${name}`,
    label: { zh: name, en: name },
    type: factTypes[type],
    group: "vars",
  }));
