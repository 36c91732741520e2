/** Every variable that a workflow's conditions and templates may name: the declared ones, and those that nodes bring. */
import { parseValue, type WorkflowNode, type WorkflowSpec } from "@sluice/schemas";
import { nodeKinds } from "./nodes/index.ts";

type Variables = NonNullable<WorkflowSpec["variables"]>;

function broughtBy({ type, config = {} }: WorkflowNode): readonly string[] {
  const kind = nodeKinds.get(type);
  if (!kind?.variables || !parseValue(kind.definition.config, config).ok) return [];
  return kind.variables(config as never);
}

/** A variable that a node brings may be of any type; a declared one of its name says better. */
export function knownVariables({ nodes, variables = {} }: WorkflowSpec): Variables {
  const brought = nodes.flatMap(broughtBy).map((name) => [name, { type: "array" }] as const);
  return { ...Object.fromEntries(brought), ...variables };
}
